#include "judge/rollup_part.h"

/* How bad a state is; 0: it is said beside and never wins. */
static unsigned
badness(unsigned state)
{
	switch (state) {
	case GF_STATE_MISSED:
		return 5;
	case GF_STATE_AT_RISK:
		return 4;
	case GF_STATE_BEHIND:
		return 3;
	case GF_STATE_ON_TRACK:
		return 2;
	case GF_STATE_ACHIEVED:
		return 1;
	default:
		return 0;
	}
}

/* What decides the state of a goal, as far as it was looked for. */
struct verdict {
	const struct gf_goal *because;
	uint8_t state;
	struct gf_ratio weight;
	bool any;
};

static bool
heavy(const struct gf_goal *g, struct gf_ratio weight, struct gf_ratio all)
{
	struct gf_ratio least = gf_ratio_mul(all, gf_ratio_of(
	    g->config->thresholds[GF_TH_WORST_WEIGHT]));

	return weight.n.m > 0 && gf_ratio_cmp(weight, least) >= 0;
}

/* The worse one wins, of equals the heavier one, of these the first. */
static void
consider(struct verdict *v, const struct gf_goal *g, uint8_t state,
    struct gf_ratio weight)
{
	if (v->any && (badness(state) < badness(v->state) ||
	    (badness(state) == badness(v->state) &&
	    gf_ratio_cmp(weight, v->weight) <= 0)))
		return;
	*v = (struct verdict){ g, state, weight, true };
}

static void
consider_guards(struct verdict *v, const struct gf_metrics *metrics,
    const struct gf_goal *g, struct gf_arena *scratch)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_GUARDS, &items);
	struct gf_guard guard;

	for (size_t i = 0; i < n; i++)
		if (gf_guard_read(metrics, g, &items[i], scratch, &guard) &&
		    guard.state == GF_GUARD_BROKEN)
			consider(v, guard.goal, GF_STATE_AT_RISK,
			    GF_RATIO_ZERO);
}

/* Whether what a goal says of itself stands, whatever is below it. */
static bool
speaks(const struct gf_roll *roll, const struct gf_goal *g)
{
	int rollup = gf_goal_word(g, GOAL_ROLLUP, -1);

	if (roll->as_of != GF_NO_DAY || !g->open || rollup == ROLLUP_OWN ||
	    rollup == ROLLUP_NONE)
		return true;
	switch (roll->own) {
	case GF_STATE_DRAFT:
	case GF_STATE_PAUSED:
	case GF_STATE_DROPPED:
	case GF_STATE_NOT_STARTED:
	case GF_STATE_ACHIEVED:
		return true;
	default:
		return false;
	}
}

/* After the end there is no being on track. */
static void
end(struct gf_roll *roll, const struct verdict *v)
{
	bool all = roll->known &&
	    gf_num_cmp(roll->progress, GF_NUM(1)) >= 0;

	roll->state = all || v->state == GF_STATE_ACHIEVED ?
	    GF_STATE_ACHIEVED : GF_STATE_MISSED;
	if (roll->state == v->state)
		roll->because = v->because;
}

void
gf_rollup_judge(const struct gf_rollup *r, const struct gf_metrics *metrics,
    const struct gf_goal *g, struct gf_arena *scratch, bool over)
{
	struct gf_roll *roll = &r->rolls[g->seq];
	struct verdict v = { .state = roll->own };

	if (speaks(roll, g))
		return;
	for (const struct gf_link *l = g->children; l; l = l->next_child) {
		struct gf_ratio weight;

		if (!gf_rollup_counts(l))
			continue;
		weight = gf_rollup_weight(r, l);
		if (heavy(g, weight, roll->sum->weight))
			consider(&v, l->child, r->rolls[l->child->seq].state,
			    weight);
	}
	consider_guards(&v, metrics, g, scratch);
	if (!v.any)
		return;
	roll->sum->decisive = v.weight;
	if (over) {
		end(roll, &v);
		return;
	}
	roll->state = v.state;
	/* what is said beside explains nothing */
	if (badness(v.state) > 0)
		roll->because = v.because;
}
