#include "base/mem.h"
#include "judge/align.h"
#include "judge/rollup_part.h"


/* One plan while it is rolled up. */
struct work {
	struct gf_rollup *r;
	struct gf_meet meet;
	struct gf_metrics metrics;
	struct gf_arena *scratch;	/* let go after each goal */
};

/* No ring, no second mention, no dropped child. */
static bool
takes_part(const struct gf_graph *graph, const struct gf_link *l)
{
	uint32_t ring = graph->ring[l->child->seq];

	return l->parent != NULL && l->parent != l->child &&
	    (ring == 0 || ring != graph->ring[l->parent->seq]) &&
	    gf_goal_word(l->child, GOAL_STATUS, STATUS_ACTIVE) !=
	    STATUS_DROPPED;
}

static void
judge_links(const struct gf_graph *graph, struct gf_goal *g)
{
	for (uint32_t i = 0; i < g->nlinks; i++) {
		struct gf_link *l = &g->links[i];

		l->carry = (uint8_t)(takes_part(graph, l) ?
		    gf_link_carry(l) : GF_CARRY_NOTHING);
	}
	for (uint32_t i = 0; i < g->nlinks; i++) {
		struct gf_link *again = gf_link_again(&g->links[i]);

		if (again != NULL)
			again->carry = GF_CARRY_NOTHING;
	}
}

/* Whether a child that hands on what is below it does so in another unit. */
static bool
hands_on_other(const struct gf_rollup *r, const struct gf_link *l)
{
	const struct gf_total *below = r->rolls[l->child->seq].sum;
	struct gf_str unit = gf_goal_unit(l->parent);

	if (!gf_goal_hands_on(l->child))
		return false;
	if (below == NULL || below->ncarry == 0)
		return true;
	return (l->rec == NULL || gf_rec_sub(l->rec, SUPPORT_VIA) == NULL) &&
	    ((unit.n == 0) != (below->unit.n == 0) ||
	    !gf_unit_agree(unit, below->unit)) &&
	    !gf_goal_hands_on(l->parent);
}

enum gf_carry
gf_rollup_carry(const struct gf_rollup *r, const struct gf_link *l)
{
	return l->carry == GF_CARRY_SUM && hands_on_other(r, l) ?
	    GF_CARRY_MEANING : (enum gf_carry)l->carry;
}

/* What a goal is to bring and has brought by itself, else by those below. */
bool
gf_rollup_amount(const struct gf_roll *roll, bool target,
    struct gf_ratio *out)
{
	const struct gf_total *below = roll->sum;
	struct gf_num n;

	if (target && roll->spanned) {
		*out = gf_ratio_of(roll->span);
		return true;
	}
	if (!target && roll->counted && !roll->rolled && roll->spanned) {
		if (!gf_num_sub(roll->actual, roll->from, &n))
			return false;
		*out = gf_ratio_of(n);
		return true;
	}
	if (below == NULL || below->ncarry == 0 ||
	    (!target && below->nunknown == below->ncarry))
		return false;
	*out = target ? below->target : below->gone;
	return true;
}

bool
gf_rollup_part(const struct gf_rollup *r, const struct gf_link *l,
    bool target, struct gf_ratio *out)
{
	if (gf_rollup_carry(r, l) != GF_CARRY_SUM ||
	    !gf_rollup_amount(&r->rolls[l->child->seq], target, out))
		return false;
	*out = gf_ratio_mul(*out, gf_link_rate(l));
	return true;
}

/* The unit that is added up below a goal that says none. */
static struct gf_str
unit_below(const struct gf_rollup *r, const struct gf_link *l)
{
	const struct gf_total *below = r->rolls[l->child->seq].sum;
	const struct gf_rec *via = gf_rec_sub(l->rec, SUPPORT_VIA);

	if (via != NULL)
		return gf_val_unit(gf_rec_get(via, VIA_GIVES));
	return gf_goal_hands_on(l->child) && below != NULL ? below->unit :
	    gf_goal_unit(l->child);
}

/* Add a part; what 64 bits do not hold is no sum. */
static void
add_part(struct gf_total *s, struct gf_ratio *to, struct gf_ratio part)
{
	struct gf_ratio sum = gf_ratio_add(*to, part);

	s->huge |= part.n.m != 0 && gf_ratio_cmp(sum, *to) == 0;
	s->huge |= to->n.m != 0 && gf_ratio_cmp(sum, part) == 0;
	*to = sum;
}

/* Whether a child hands on a sum that is not known, and so this one is not. */
static bool
is_open(const struct gf_rollup *r, const struct gf_goal *child,
    struct gf_total *s)
{
	const struct gf_roll *roll = &r->rolls[child->seq];

	if (roll->spanned || roll->sum == NULL)
		return false;
	s->huge |= roll->sum->huge;
	s->lost |= roll->sum->lost;
	return roll->sum->huge || roll->sum->lost;
}

static void
add_link(struct work *w, struct gf_total *s, const struct gf_link *l)
{
	struct gf_ratio part;
	enum gf_carry c = gf_rollup_carry(w->r, l);

	if (c == GF_CARRY_UNMET)
		s->nunmet++;
	if (c == GF_CARRY_SUM && is_open(w->r, l->child, s))
		return;
	if (c != GF_CARRY_SUM || !gf_rollup_part(w->r, l, true, &part))
		return;
	if (s->ncarry == 0 && s->unit.n == 0)
		s->unit = unit_below(w->r, l);
	else if (gf_goal_hands_on(l->parent) &&
	    !gf_unit_agree(s->unit, unit_below(w->r, l))) {
		s->nunmet++;
		return;
	}
	s->ncarry++;
	add_part(s, &s->target, part);
	if (gf_rollup_part(w->r, l, false, &part))
		add_part(s, &s->gone, part);
	else
		s->nunknown++;
}

static void
add_up(struct work *w, const struct gf_goal *g)
{
	struct gf_roll *roll = &w->r->rolls[g->seq];
	struct gf_total *s;
	bool any = false;

	for (const struct gf_link *l = g->children; l && !any;
	    l = l->next_child)
		any = gf_rollup_counts(l);
	if (!any || gf_goal_word(g, GOAL_ROLLUP, -1) == ROLLUP_NONE)
		return;
	s = roll->sum = gf_arena_alloc(w->r->arena, sizeof(*s));
	s->target = s->gone = s->weight = s->unknown = s->decisive =
	    GF_RATIO_ZERO;
	for (size_t i = 0; i < GF_STATES; i++)
		s->states[i] = GF_RATIO_ZERO;
	s->unplanned_from = s->last = GF_NO_DAY;
	s->unit = gf_goal_unit(g);
	for (const struct gf_link *l = g->children; l; l = l->next_child)
		if (gf_rollup_counts(l))
			add_link(w, s, l);
	if (s->ncarry > 1 && !s->huge && !s->lost)
		s->lost = w->meet.spent || (w->meet.met != NULL &&
		    w->meet.met[g->seq] && !gf_meet_recount(&w->meet, g,
		    &s->target, &s->gone));
	w->r->nlost += s->lost;
	if (s->huge || s->lost)
		s->ncarry = s->nunknown = 0;
}

/* The last day of those that carry, GF_NO_DAY if one has no end. */
static gf_day
last_end(struct work *w, const struct gf_goal *g)
{
	gf_day last = GF_NO_DAY;
	struct gf_ratio part;

	for (const struct gf_link *l = g->children; l; l = l->next_child) {
		gf_day due;

		if (!gf_rollup_counts(l) ||
		    !gf_rollup_part(w->r, l, true, &part))
			continue;
		due = gf_goal_due(l->child, NULL);
		if (due == GF_NO_DAY)
			return GF_NO_DAY;
		if (due > last)
			last = due;
	}
	return last;
}

static struct gf_ratio
larger(struct gf_ratio a, struct gf_ratio b)
{
	return gf_ratio_cmp(a, b) >= 0 ? a : b;
}

/* Gap and surplus against the goal's own span, whichever way that runs. */
static void
compare(struct work *w, const struct gf_goal *g, const struct gf_facts *f,
    const struct gf_pace *p)
{
	struct gf_roll *roll = &w->r->rolls[g->seq];
	struct gf_total *s = roll->sum;
	struct gf_ratio t = s->target, span, e;
	gf_day last = last_end(w, g);

	span = gf_ratio_of(roll->span);
	if (span.n.m < 0) {
		span.n.m = -span.n.m;
		t.n.m = -t.n.m;
	}
	e = span;
	if (last != GF_NO_DAY && p->dated && last < p->due) {
		e = gf_ratio_mul(span, gf_line_at(&f->line, last));
		s->unplanned = gf_ratio_num(larger(GF_RATIO_ZERO,
		    gf_ratio_sub(span, larger(t, e))));
		s->last = last;
		if (s->unplanned.m > 0)
			s->unplanned_from = last + 1;
	}
	s->compared = true;
	s->expected = gf_ratio_num(e);
	s->gap = gf_ratio_num(larger(GF_RATIO_ZERO, gf_ratio_sub(e, t)));
	s->over_assigned = gf_ratio_num(larger(GF_RATIO_ZERO, gf_ratio_sub(
	    gf_ratio_div(t, span), GF_RATIO_ONE)));
}

/* What is to be gone: from a stated start, else from nothing. */
static void
take_own(struct gf_roll *roll, const struct gf_goal *g,
    const struct gf_pace *p)
{
	const struct gf_val *to = gf_goal_measure(g, MEASURE_TO);

	roll->state = roll->own = (uint8_t)p->state;
	roll->level = p->level;
	roll->measured = p->measured;
	roll->as_of = p->as_of;
	roll->from = p->from;
	roll->first = p->from_first && p->aimed;
	roll->spanned = !p->level && to != NULL &&
	    gf_num_sub(to->u.num, p->from, &roll->span) && roll->span.m != 0;
	roll->counted = p->as_of != GF_NO_DAY;
	roll->actual = p->current;
	roll->known = p->known;
	roll->progress = p->progress;
}

static void
take_sum(struct gf_roll *roll)
{
	const struct gf_total *s = roll->sum;
	struct gf_ratio all;

	if (roll->counted || !roll->spanned || s->ncarry == s->nunknown)
		return;
	all = gf_ratio_add(gf_ratio_of(roll->from), s->gone);
	roll->actual = gf_ratio_num(all);
	roll->progress = gf_ratio_num(gf_ratio_div(s->gone,
	    gf_ratio_of(roll->span)));
	roll->counted = roll->rolled = roll->known = true;
}

struct gf_ratio
gf_rollup_weight(const struct gf_rollup *r, const struct gf_link *l)
{
	const struct gf_val *w = gf_rec_get(l->rec, SUPPORT_WEIGHT);
	const struct gf_total *s = r->rolls[l->parent->seq].sum;
	int rollup = gf_goal_word(l->parent, GOAL_ROLLUP, -1);
	struct gf_ratio part;

	if (rollup == ROLLUP_AVERAGE)
		return GF_RATIO_ONE;
	if (w != NULL)
		return gf_ratio_of(w->u.num);
	if (s->target.n.m == 0 || !gf_rollup_part(r, l, true, &part))
		return GF_RATIO_ONE;
	return gf_ratio_abs(gf_ratio_div(part, s->target));
}

/* Weigh the progress of those below, each by itself if that is known. */
static void
weigh(struct work *w, const struct gf_goal *g)
{
	struct gf_roll *roll = &w->r->rolls[g->seq];
	bool worst = gf_goal_word(g, GOAL_ROLLUP, -1) == ROLLUP_WORST, any;
	struct gf_ratio done = GF_RATIO_ZERO, known, least = GF_RATIO_ZERO;
	struct gf_total *s = roll->sum;

	any = false;
	for (const struct gf_link *l = g->children; l; l = l->next_child) {
		const struct gf_roll *below = &w->r->rolls[l->child->seq];
		struct gf_ratio weight, p;

		if (!gf_rollup_counts(l))
			continue;
		weight = gf_rollup_weight(w->r, l);
		s->weight = gf_ratio_add(s->weight, weight);
		s->states[below->state] = gf_ratio_add(
		    s->states[below->state], weight);
		if (!below->known) {
			s->unknown = gf_ratio_add(s->unknown, weight);
			continue;
		}
		p = gf_ratio_of(below->progress);
		if (!any || gf_ratio_cmp(p, least) < 0)
			least = p;
		any = true;
		done = gf_ratio_add(done, gf_ratio_mul(p, weight));
	}
	known = gf_ratio_sub(s->weight, s->unknown);
	if (roll->known || known.n.m == 0 || roll->level ||
	    roll->own == GF_STATE_NOT_STARTED ||
	    gf_goal_word(g, GOAL_ROLLUP, -1) == ROLLUP_OWN)
		return;
	roll->known = roll->weighed = true;
	roll->progress = gf_ratio_num(worst ? least :
	    gf_ratio_div(done, known));
}

static void
roll_up(struct work *w, const struct gf_goal *g)
{
	struct gf_roll *roll = &w->r->rolls[g->seq];
	struct gf_facts f;
	struct gf_pace p;
	bool over;

	add_up(w, g);
	if (roll->sum == NULL)
		return;
	gf_facts_read(&f, w->r->plan, g, w->scratch, &p);
	over = p.due != GF_NO_DAY && w->r->plan->today > p.due;
	if (roll->spanned && roll->sum->ncarry > 0) {
		/* a part that cannot be added leaves the rest unknown */
		if (roll->sum->nunmet == 0)
			compare(w, g, &f, &p);
		if (gf_goal_word(g, GOAL_ROLLUP, -1) != ROLLUP_OWN)
			take_sum(roll);
	}
	weigh(w, g);
	gf_rollup_judge(w->r, &w->metrics, g, w->scratch, over);
}

void
gf_rollup_init(struct gf_rollup *r, const struct gf_graph *graph,
    struct gf_arena *arena)
{
	struct gf_arena scratch = { 0 }, paths = { 0 };
	struct work w = { .r = r, .scratch = &scratch };
	struct gf_pace p;

	*r = (struct gf_rollup){ .plan = graph->plan, .graph = graph,
		.arena = arena };
	r->rolls = gf_arena_alloc(arena, (graph->plan->ngoals + 1) *
	    sizeof(*r->rolls));
	gf_guards_init(&w.metrics, graph->plan, &paths);
	gf_meet_init(&w.meet, graph, r, &paths);
	/* a goal with two ways up looks at what is above it */
	for (size_t i = 0; i < graph->plan->ngoals; i++) {
		gf_pace_state(graph->plan, graph->plan->goals[i], &scratch, &p);
		take_own(&r->rolls[i], graph->plan->goals[i], &p);
		judge_links(graph, graph->plan->goals[i]);
		gf_arena_clear(&scratch);
	}
	for (size_t i = graph->norder; i-- > 0; ) {
		roll_up(&w, graph->order[i]);
		gf_meet_walk(&w.meet, graph->order[i]);
		gf_arena_clear(&scratch);
	}
	gf_metrics_release(&w.metrics);
	gf_arena_release(&scratch);
	gf_arena_release(&paths);
}
