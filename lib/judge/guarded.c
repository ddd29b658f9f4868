#include "base/mem.h"
#include "judge/guarded.h"

void
gf_guards_init(struct gf_metrics *m, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	*m = (struct gf_metrics){ .plan = plan, .arena = arena };
	for (size_t i = 0; i < plan->ngoals; i++)
		if (gf_goal_has(plan->goals[i], GOAL_GUARDS)) {
			gf_metrics_init(m, plan, arena);
			return;
		}
}

/* Without bounds of its own a guard is as well as the goal that it names. */
static enum gf_guard_state
state_of(const struct gf_plan *plan, const struct gf_goal *g,
    struct gf_arena *arena)
{
	struct gf_pace p;

	gf_pace_state(plan, g, arena, &p);
	switch (p.state) {
	case GF_STATE_ON_TRACK:
	case GF_STATE_ACHIEVED:
		return GF_GUARD_HELD;
	case GF_STATE_AT_RISK:
	case GF_STATE_MISSED:
		return GF_GUARD_BROKEN;
	default:
		return GF_GUARD_UNKNOWN;
	}
}

static bool
inside(const struct gf_guard *g)
{
	return (g->low == NULL || gf_num_cmp(g->value, g->low->u.num) >= 0) &&
	    (g->high == NULL || gf_num_cmp(g->value, g->high->u.num) <= 0);
}

/* The newest value is that of pace: readings of days to come do not count. */
static void
compare(const struct gf_plan *plan, struct gf_guard *g,
    struct gf_arena *arena)
{
	struct gf_pace p;

	gf_pace_state(plan, g->goal, arena, &p);
	if (p.as_of == GF_NO_DAY)
		return;
	g->value = p.current;
	g->day = p.as_of;
	g->state = inside(g) ? GF_GUARD_HELD : GF_GUARD_BROKEN;
}

bool
gf_guard_read(const struct gf_metrics *m, const struct gf_goal *goal,
    const struct gf_val *item, struct gf_arena *arena, struct gf_guard *g)
{
	const struct gf_rec *r = gf_val_rec(item);

	*g = (struct gf_guard){ .day = GF_NO_DAY };
	if (r == NULL)
		return false;
	g->at = gf_rec_get(r, GUARD_GOAL);
	g->low = gf_rec_get(r, GUARD_AT_LEAST);
	g->high = gf_rec_get(r, GUARD_AT_MOST);
	if (g->at == NULL)
		g->at = gf_rec_get(r, GUARD_METRIC);
	if (g->at != NULL)
		g->goal = gf_metrics_find(m, goal, gf_val_text(g->at),
		    &g->wrong);
	if (g->goal == NULL)
		return false;
	if (g->low == NULL && g->high == NULL) {
		g->low = gf_goal_measure(g->goal, MEASURE_AT_LEAST);
		g->high = gf_goal_measure(g->goal, MEASURE_AT_MOST);
	}
	if (g->low == NULL && g->high == NULL)
		g->state = state_of(m->plan, g->goal, arena);
	else
		compare(m->plan, g, arena);
	return true;
}
