#include "judge/effort.h"
#include "judge/smart.h"

/* Whether two goals are about the same days; no date is any day. */
static bool
overlap(const struct gf_goal *a, const struct gf_goal *b)
{
	gf_day start_a = gf_goal_start(a), start_b = gf_goal_start(b);
	gf_day due_a = gf_goal_due(a, NULL), due_b = gf_goal_due(b, NULL);

	return !(due_a != GF_NO_DAY && start_b != GF_NO_DAY &&
	    due_a < start_b) && !(due_b != GF_NO_DAY &&
	    start_a != GF_NO_DAY && due_b < start_a);
}

/* Targets of one metric that cannot both be met. */
static bool
incompatible(const struct gf_goal *a, const struct gf_goal *b)
{
	int ways = gf_goal_direction(a) * gf_goal_direction(b);
	struct gf_num x, y;

	if (ways != 0 || gf_goal_direction(a) != gf_goal_direction(b))
		return ways < 0;
	return gf_goal_due(a, NULL) == gf_goal_due(b, NULL) &&
	    gf_measure_num(a, MEASURE_TO, &x) &&
	    gf_measure_num(b, MEASURE_TO, &y) && gf_num_cmp(x, y) != 0 &&
	    gf_goal_direction(a) == 0 && gf_measure_given(a, MEASURE_FROM) &&
	    gf_measure_given(b, MEASURE_FROM);
}

/* The goals of each owner, in lists; the arena owns them. */
struct group {
	struct gf_goal *g;
	struct group *next;
	size_t n;			/* of the first: how many */
	struct group *last;		/* of the first */
	unsigned ways;			/* of the first: a bit for each */
};

static struct gf_str
by_owner(const struct gf_goal *g, struct gf_buf *b)
{
	(void)b;
	return gf_goal_owner(g);
}

/* Owner, metric and segment; empty if one of the first two is not known. */
static struct gf_str
by_metric(const struct gf_goal *g, struct gf_buf *b)
{
	struct gf_str metric = gf_val_text(gf_goal_measure(g,
	    MEASURE_METRIC));

	if (gf_goal_owner(g).n == 0 || metric.n == 0)
		return (struct gf_str){ "", 0 };
	gf_buf_str(b, gf_goal_owner(g));
	gf_buf_byte(b, '\n');
	gf_buf_str(b, gf_str_trim(metric));
	gf_buf_byte(b, '\n');
	gf_buf_str(b, gf_goal_text(g, GOAL_SEGMENT));
	for (size_t i = 0; i < b->n; i++)
		if (b->p[i] >= 'A' && b->p[i] <= 'Z')
			b->p[i] = (char)(b->p[i] - 'A' + 'a');
	return gf_buf_view(b);
}

enum { LEVEL = 1, UP = 2, DOWN = 4 };

static unsigned
way_of(const struct gf_goal *g)
{
	int way = gf_goal_direction(g);

	return way > 0 ? UP : way < 0 ? DOWN : LEVEL;
}

/* Who has more open goals than this is no person; their pairs would be many. */
#define MOST 500

/* Goals by a key; the list gets the group of each goal that is in one. */
static struct group **
gather(struct gf_map *map, const struct gf_plan *plan, struct gf_arena *arena,
    struct gf_str (*key)(const struct gf_goal *, struct gf_buf *))
{
	struct group **of = gf_arena_alloc(arena, plan->ngoals * sizeof(*of));
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_goal *g = plan->goals[i];
		struct group *first, *one;
		struct gf_str k;

		gf_buf_clear(&b);
		k = key(g, &b);
		if (!g->open || k.n == 0 || gf_goal_half_alone(g))
			continue;
		first = gf_map_get(map, k);
		one = gf_arena_alloc(arena, sizeof(*one));
		one->g = g;
		if (first == NULL) {
			first = one;
			gf_map_put(map, (struct gf_str){ gf_arena_copy(arena,
			    k.p, k.n), k.n }, first);
		} else {
			first->last->next = one;
		}
		of[i] = first;
		first->last = one;
		first->n++;
		if (key == by_metric)
			first->ways |= way_of(g);
	}
	gf_buf_release(&b);
	return of;
}

/* Another goal of a group that cannot be met beside one. */
static const struct gf_goal *
rival(const struct group *all, const struct gf_goal *g)
{
	/* where all go one way none can be in another's */
	if (all == NULL || all->n < 2 || all->n > MOST ||
	    all->ways == UP || all->ways == DOWN)
		return NULL;
	for (; all != NULL; all = all->next)
		if (all->g != g && incompatible(all->g, g) &&
		    overlap(all->g, g))
			return all->g;
	return NULL;
}

static void
collide(struct gf_case *c, const struct gf_check *check)
{
	struct gf_map map = { 0 };
	struct group **of = gather(&map, c->plan, c->scratch, by_metric);

	for (size_t i = 0; i < c->plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, c->plan->goals[i]);
		const struct gf_goal *g = one.goal, *other = rival(of[i], g);
		const struct gf_val *v;
		struct gf_finding *f;

		if (other == NULL || !g->doc->given ||
		    g->level == LEVEL_PERSONAL)
			continue;
		v = gf_goal_measure(g, MEASURE_METRIC);
		f = gf_case_say(&one, check, v, "the same owner wants '%.*s' "
		    "elsewhere in '%.*s'", (int)v->ntext, v->text,
		    (int)other->id.n, other->id.p);
		f->other = gf_goal_head(other);
		f->other_said = GF_STR("the other goal");
		f->other_goal = other->id;
	}
	gf_map_release(&map);
}

static void
too_many(struct gf_case *c, const struct gf_check *check)
{
	struct gf_map map = { 0 };
	struct group **of = gather(&map, c->plan, c->scratch, by_owner);

	for (size_t i = 0; i < c->plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, c->plan->goals[i]);
		struct group *all = of[i];
		size_t n = 0;

		/* once an owner, at the first goal */
		if (all == NULL || all->g != one.goal ||
		    !one.goal->doc->given || one.goal->owner == NULL ||
		    one.goal->owner->kind != GF_PERSON)
			continue;
		for (struct group *k = all; k != NULL; k = k->next)
			n += k->g->nlinks == 0 || k->g->links[0].parent ==
			    NULL || k->g->links[0].parent->owner !=
			    k->g->owner;
		if (gf_num_cmp(GF_NUM((int64_t)n), gf_case_threshold(&one,
		    GF_TH_MOST_GOALS)) > 0)
			gf_case_say(&one, check, gf_goal_get(one.goal,
			    GOAL_OWNER), "%zu open goals for '%.*s'", n,
			    (int)one.goal->owner->id.n,
			    one.goal->owner->id.p);
	}
	gf_map_release(&map);
}

/* Who does not say is taken to have what the configuration says. */
static struct gf_num
capacity_of(const struct gf_case *c)
{
	struct gf_num hours;

	return gf_effort_capacity(c->goal->owner, &hours) ? hours :
	    gf_case_threshold(c, GF_TH_CAPACITY);
}

/* What is planned in the weeks of one goal. */
struct load {
	struct gf_goal *goal;
	struct gf_num hours, capacity;
	int64_t known, open;
};

static bool
is_paused(const struct gf_goal *g)
{
	return gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) == STATUS_PAUSED;
}

static struct load
load_of(const struct gf_case *c, const struct group *all)
{
	struct load l = { .goal = c->goal, .capacity = capacity_of(c) };
	struct gf_num h;

	for (const struct group *k = all; k != NULL; k = k->next) {
		if (!overlap(k->g, c->goal) || is_paused(k->g))
			continue;
		l.open++;
		if (gf_effort_hours(k->g, &l.capacity, &h) &&
		    gf_num_add(l.hours, h, &l.hours))
			l.known++;
	}
	return l;
}

/* Whether a goal is in weeks that hold more than there is, and that is known. */
static bool
is_over(const struct gf_case *c, const struct load *l)
{
	return gf_num_cmp(l->hours, l->capacity) > 0 && gf_num_ratio_cmp(
	    GF_NUM(l->known), GF_NUM(l->open), gf_case_threshold(c,
	    GF_TH_COVERED), GF_NUM(1)) >= 0;
}

/* The fullest weeks of one owner, at the first goal that is in them. */
static bool
fullest(const struct gf_case *c, const struct group *all, struct load *most)
{
	bool any = false;

	for (const struct group *k = all; k != NULL; k = k->next) {
		struct gf_case one = gf_case_of(c, k->g);
		struct load l;

		if (!k->g->doc->given || is_paused(k->g) ||
		    gf_goal_get(k->g, GOAL_EFFORT) == NULL)
			continue;
		l = load_of(&one, all);
		if (!is_over(&one, &l) || (any && gf_num_cmp(l.hours,
		    most->hours) <= 0))
			continue;
		*most = l;
		any = true;
	}
	return any;
}

static void
over_capacity(struct gf_case *c, const struct gf_check *check)
{
	struct gf_map map = { 0 };
	struct group **of = gather(&map, c->plan, c->scratch, by_owner);

	for (size_t i = 0; i < c->plan->ngoals; i++) {
		const struct gf_goal *g = c->plan->goals[i];
		struct group *all = of[i];
		struct load l;
		struct gf_case one;

		/* once an owner */
		if (all == NULL || all->g != g || all->n > MOST ||
		    g->owner == NULL || g->owner->kind != GF_PERSON ||
		    !fullest(c, all, &l))
			continue;
		one = gf_case_of(c, l.goal);
		gf_case_say(&one, check, gf_goal_get(l.goal, GOAL_EFFORT),
		    "%s h a week are planned and there are %s (%lld of %lld "
		    "goals say theirs)", gf_case_num(&one, l.hours),
		    gf_case_num(&one, l.capacity), (long long)l.known,
		    (long long)l.open);
	}
	gf_map_release(&map);
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "R08", .name = "too-many", .level = GF_NOTE,
	    .letters = "R",
	    .about = "one person has more than five open goals",
	    .ask = "Which two would you drop in a bad week?",
	    .why = "Sourcegraph's guideline: at most five goals a person; "
	    "what is everybody's seventh goal is nobody's first",
	    .bad = "nine open goals of Ed's",
	    .good = "four open, five with status: paused",
	    .fix = "park some; goals that serve another one of the same "
	    "owner count with it (thresholds.most-goals)" },
	    .on = GF_ON_OPEN, .plan = too_many },
};
const struct gf_catalog gf_smart_owner = { rows, GF_LEN(rows) };

/* Those that alignmap reports, too. */
static const struct gf_judgement shared[] = {
	{ .check = { .id = "A06", .name = "over-capacity",
	    .level = GF_WARNING, .letters = "A",
	    .about = "the goals of one person take more hours than there are",
	    .ask = "What will you not do?",
	    .why = "The practice's third rule, step five: count the hours "
	    "before you promise; nobody has more of them by wishing",
	    .bad = "effort: 22 h and effort: 19 h, capacity: 30 h",
	    .good = "one of them with status: paused",
	    .fix = "park a goal, cut one, or move one behind the other; said "
	    "once a person, at a goal of the fullest weeks, and only where "
	    "three in five of the goals in them state their effort "
	    "(thresholds.capacity, effort-covered)" },
	    .on = GF_ON_OPEN, .plan = over_capacity },
	{ .check = { .id = "X11", .name = "own-goals-collide",
	    .level = GF_WARNING, .letters = "R",
	    .about = "two goals of one owner want the same metric in two "
	    "places",
	    .ask = "Which of the two do you serve on a day when both cannot "
	    "win?",
	    .why = "Conflict between one's own goals undoes the effect of "
	    "hard ones (Locke and Latham 2002)",
	    .bad = "price per seat from 40 to 44, and from 40 to 37",
	    .good = "one of them, or each with its segment",
	    .fix = "keep one, or tell them apart by segment; two dates on "
	    "one way are fine; where one owner has more than 500 open goals "
	    "of one metric nothing is compared" },
	    .on = GF_ON_OPEN, .plan = collide },
};
const struct gf_catalog gf_shared_owner = { shared, GF_LEN(shared) };
