#include <string.h>

#include "base/mem.h"
#include "judge/overlap.h"
#include "judge/rollup.h"
#include "judge/smart.h"

/* A ratio in percent, rounded to one place. */
static const char *
percent(struct gf_case *c, struct gf_num ratio)
{
	struct gf_num n = ratio;

	gf_num_mul(ratio, GF_NUM(100), &n);
	return gf_case_num(c, gf_num_round(n, 1));
}

static const struct gf_total *
compared(const struct gf_rollup *r, const struct gf_goal *g)
{
	const struct gf_total *s = gf_rollup_of(r, g)->sum;

	return g->open && g->doc->given && s != NULL && s->ncarry > 0 &&
	    s->compared ? s : NULL;
}

static bool
is_lost(const struct gf_rollup *r, const struct gf_goal *g)
{
	const struct gf_total *s = gf_rollup_of(r, g)->sum;

	return g->open && g->doc->given && s != NULL && s->lost &&
	    gf_goal_measure(g, MEASURE_TO) != NULL;
}

static void
gap(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_rollup *r = gf_case_rollup(c);

	for (size_t i = 0; i < c->plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, c->plan->goals[i]);
		const struct gf_total *s = compared(r, one.goal);
		struct gf_str unit = gf_goal_unit(one.goal);

		if (is_lost(r, one.goal))
			gf_case_say(&one, check, gf_goal_measure(one.goal,
			    MEASURE_TO), "what the goals below bring is not "
			    "known: more ways meet in it than are followed");
		if (s == NULL || s->gap.m == 0)
			continue;
		gf_case_say(&one, check, gf_goal_measure(one.goal, MEASURE_TO),
		    "the goals below bring %s of %s%s%.*s, and %s %s covered "
		    "by nobody",
		    gf_case_num(c, gf_num_abs(gf_ratio_num(s->target))),
		    gf_case_num(c, s->expected), unit.n ? " " : "",
		    (int)unit.n, unit.p, gf_case_num(c, s->gap),
		    gf_num_cmp(s->gap, GF_NUM(1)) == 0 ? "is" : "are");
	}
}

static void
surplus(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_rollup *r = gf_case_rollup(c);

	for (size_t i = 0; i < c->plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, c->plan->goals[i]);
		const struct gf_total *s = compared(r, one.goal);
		struct gf_num band = one.goal->config->thresholds[
		    GF_TH_OVER_ASSIGNED];

		if (s == NULL || gf_num_cmp(s->over_assigned, band) <= 0)
			continue;
		gf_case_say(&one, check, gf_goal_measure(one.goal, MEASURE_TO),
		    "the goals below are to bring %s %% more than this one "
		    "wants; %s %% are a buffer",
		    percent(c, s->over_assigned), percent(c, band));
	}
}

/* Whether two links lead to goals of one unit. */
static bool
one_unit(const struct gf_link *a, const struct gf_link *b)
{
	return a->parent != NULL && b->parent != NULL && gf_unit_agree(
	    gf_goal_unit(a->parent), gf_goal_unit(b->parent));
}

/*
 * The stated shares of a goal to parents of one unit, up to a link; an exact
 * sum.
 */
static struct gf_num
shares_up_to(const struct gf_goal *g, uint32_t last)
{
	struct gf_num sum = GF_NUM(0);

	for (uint32_t i = 0; i <= last; i++) {
		const struct gf_val *share = gf_link_share(&g->links[i]);

		if (share != NULL && one_unit(&g->links[i], &g->links[last]))
			gf_num_add(sum, share->u.num, &sum);
	}
	return sum;
}

static void
double_counted(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;

	for (uint32_t i = 0; i < g->nlinks; i++) {
		const struct gf_val *share = gf_link_share(&g->links[i]);
		struct gf_num sum, before;

		if (share == NULL || g->links[i].parent == NULL)
			continue;
		sum = shares_up_to(g, i);
		if (!gf_num_sub(sum, share->u.num, &before) ||
		    gf_num_cmp(sum, GF_NUM(1)) <= 0 ||
		    gf_num_cmp(before, GF_NUM(1)) > 0)
			continue;
		gf_case_say(c, check, share, "with this share %s %% of the "
		    "result are given away", percent(c, sum));
	}
}

/* What a guard wants: "at most 6", "at least 1 and at most 6". */
static const char *
bounds(struct gf_case *c, const struct gf_guard *g)
{
	struct gf_buf b = { 0 };
	const char *text;

	if (g->low != NULL)
		gf_buf_printf(&b, "at least %s", gf_case_num(c, g->low->u.num));
	if (g->low != NULL && g->high != NULL)
		gf_buf_text(&b, " and ");
	if (g->high != NULL)
		gf_buf_printf(&b, "at most %s", gf_case_num(c, g->high->u.num));
	text = gf_arena_copy(c->out->arena, b.p, b.n);
	gf_buf_release(&b);
	return text;
}

/* Tell of one broken guard. */
static struct gf_finding *
tell(struct gf_case *c, const struct gf_check *check, const struct gf_guard *g)
{
	if (g->day == GF_NO_DAY)
		return gf_case_say(c, check, g->at, "'%.*s', which is guarded, "
		    "is in a bad way", (int)g->goal->id.n, g->goal->id.p);
	return gf_case_say(c, check, g->at, "'%.*s' stands at %s and is to "
	    "stay %s", (int)g->goal->id.n, g->goal->id.p,
	    gf_case_num(c, g->value), bounds(c, g));
}

static void
guards(struct gf_case *c, const struct gf_check *check)
{
	struct gf_metrics metrics;

	gf_guards_init(&metrics, c->plan, c->scratch);
	for (size_t i = 0; i < c->plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, c->plan->goals[i]);
		const struct gf_val *items;
		size_t n = gf_goal_list(one.goal, GOAL_GUARDS, &items);
		struct gf_guard g;

		if (!one.goal->open || !one.goal->doc->given)
			continue;
		for (size_t k = 0; k < n; k++) {
			struct gf_finding *f;

			if (!gf_guard_read(&metrics, one.goal, &items[k],
			    c->scratch, &g) || g.state != GF_GUARD_BROKEN)
				continue;
			f = tell(&one, check, &g);
			f->other = gf_goal_head(g.goal);
			f->other_said = GF_STR("what is guarded");
			f->other_goal = g.goal->id;
		}
	}
	gf_metrics_release(&metrics);
}

static bool
names(const struct gf_goal *g, const struct gf_goal *other)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_CONFLICTS_WITH, &items);

	for (size_t i = 0; i < n; i++)
		if (gf_str_eq(gf_val_text(&items[i]), other->id))
			return true;
	return false;
}

static void
conflict(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_CONFLICTS_WITH, &items);

	for (size_t i = 0; i < n; i++) {
		const struct gf_goal *other = gf_plan_goal(c->plan,
		    gf_val_text(&items[i]));
		struct gf_finding *f;

		/* said by both it is told at the first */
		if (other == NULL || other == g || !other->open ||
		    (other->seq < g->seq && other->doc->given &&
		    names(other, g)))
			continue;
		f = gf_case_say(c, check, &items[i], "'%.*s' is open, too, "
		    "and both cannot be had", (int)other->id.n, other->id.p);
		f->other = gf_goal_head(other);
		f->other_said = GF_STR("the other goal");
		f->other_goal = other->id;
	}
}

static void
no_overlap(struct gf_case *c, const struct gf_check *check)
{
	struct gf_graph graph;
	struct gf_overlap o;

	gf_graph_init(&graph, c->plan, c->scratch);
	gf_overlap_init(&o, &graph, c->scratch);
	for (size_t i = 0; o.naims > 0 && i < o.n; i++) {
		const struct gf_overlap_row *row = &o.rows[i];
		const struct gf_party *p = row->person;
		struct gf_finding *f;

		if (row->meets || !row->has_why || !p->doc->given ||
		    gf_party_left(c->plan, p))
			continue;
		f = gf_finding_add(c->out, check, (struct gf_place){ p->doc,
		    gf_rec_at(p->rec) }, "no goal of '%.*s' serves a WHY of "
		    "both this person and the company", (int)p->id.n,
		    p->id.p);
		f->goal = p->id;
	}
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "L11", .name = "gap", .level = GF_NOTE,
	    .letters = "",
	    .about = "the goals below add up to less than this one wants",
	    .ask = "Who brings what is missing?",
	    .why = "What nobody has taken on is found missing in the last "
	    "month; it can be seen in the first",
	    .bad = "200 accounts, carried by 40, 30, 30 and 20",
	    .good = "a fifth goal with to: 80, or to: 120 above",
	    .fix = "give the rest to somebody, or lower the target; a rest "
	    "that is meant is no fault" },
	    .on = GF_ON_OPEN, .plan = gap },
	{ .check = { .id = "L12", .name = "over-assigned", .level = GF_NOTE,
	    .letters = "",
	    .about = "the goals below add up to more than a buffer",
	    .ask = "Is that a buffer, or two plans for one result?",
	    .why = "A fifth on every level is nearly double at the third: "
	    "buffers multiply and people notice",
	    .bad = "150 below a goal of 100",
	    .good = "110 below a goal of 100",
	    .fix = "take the buffer away on one level, or raise the target; "
	    "the band is thresholds: {over-assigned: 20%}" },
	    .on = GF_ON_OPEN, .plan = surplus },
	{ .check = { .id = "L13", .name = "shares-above-all",
	    .level = GF_ERROR, .letters = "",
	    .about = "a goal gives away more than all of its result",
	    .ask = "To which of them does the result belong?",
	    .why = "What is counted twice is missing in the end",
	    .bad = "share: 60% to one goal and share: 60% to another",
	    .good = "share: 60% and share: 40%",
	    .fix = "let the shares to goals of one unit make 100 % at most" },
	    .on = GF_ON_OPEN, .goal = double_counted },
	{ .check = { .id = "L14", .name = "guard-broken",
	    .level = GF_WARNING, .letters = "",
	    .about = "what must not get worse has got worse",
	    .ask = "Is the goal still worth it at this price?",
	    .why = "A target reached at the cost of what it was to protect "
	    "is paid for later",
	    .bad = "guards: [{goal: complaints, at-most: 6}], with 9 now",
	    .good = "the same with 5",
	    .fix = "slow the goal down, mend what is guarded, or say why "
	    "another bound holds" },
	    .on = GF_ON_OPEN, .plan = guards },
	{ .check = { .id = "L15", .name = "conflict-open",
	    .level = GF_WARNING, .letters = "",
	    .about = "two goals that exclude each other are both open",
	    .ask = "Which of the two goes first?",
	    .why = "As long as both are open, each of two people is right",
	    .bad = "conflicts-with: [one-price], and one-price is open",
	    .good = "one-price with status: paused",
	    .fix = "pause or drop one of them, or take the conflict out" },
	    .on = GF_ON_OPEN, .goal = conflict },
	{ .check = { .id = "L16", .name = "whys-apart", .level = GF_NOTE,
	    .letters = "",
	    .about = "no goal of a person serves a WHY of both the person and "
	    "the company",
	    .ask = "What of this work would you do for your own sake?",
	    .why = "Where the two meet, people want to; elsewhere they have to",
	    .bad = "goals for the company, and a WHY that none of them serves",
	    .good = "serves: ana/flat on a goal below one that serves "
	    "acme/independent",
	    .fix = "talk about it in the next 1:1, and write down in serves "
	    "what comes of it" },
	    .on = GF_ON_ALL, .plan = no_overlap },
};

const struct gf_catalog gf_align_sums = { rows, GF_LEN(rows) };
