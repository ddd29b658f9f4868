#include "base/mem.h"
#include "judge/impact.h"

/* One search: each goal is touched once, on the shortest way. */
struct search {
	struct gf_impact *out;
	const struct gf_rollup *rollup;
	bool *seen;		/* by seq */
};

/* Append a goal, unless it was found before; NULL then. */
static struct gf_impact_row *
touch(struct search *s, const struct gf_goal *g, enum gf_impact_side side,
    size_t before)
{
	struct gf_impact *out = s->out;
	struct gf_impact_row *row = &out->rows[out->n];

	if (s->seen[g->seq])
		return NULL;
	s->seen[g->seq] = true;
	*row = (struct gf_impact_row){ .goal = g, .side = side,
		.distance = before == SIZE_MAX ? 1 :
		out->rows[before].distance + 1, .before = before };
	out->n++;
	return row;
}

/* How much of the goal above hangs on the goal, by the link between. */
static void
add_amount(const struct search *s, struct gf_impact_row *row,
    const struct gf_link *l, size_t before)
{
	const struct gf_impact_row *from = before == SIZE_MAX ? NULL :
	    &s->out->rows[before];
	struct gf_ratio part;

	if (!gf_rollup_part(s->rollup, l, true, &part) ||
	    (from != NULL && !from->adds))
		return;
	row->adds = true;
	row->amount = from == NULL ? part :
	    gf_ratio_mul(from->amount, gf_link_rate(l));
}

static void
climb(struct search *s, const struct gf_goal *g, size_t before)
{
	for (uint32_t i = 0; i < g->nlinks; i++) {
		const struct gf_link *l = &g->links[i];
		struct gf_impact_row *row = l->parent == NULL ? NULL :
		    touch(s, l->parent, GF_IMPACT_ABOVE, before);

		if (row != NULL)
			add_amount(s, row, l, before);
	}
}

static void
descend(struct search *s, const struct gf_goal *g, size_t before)
{
	for (const struct gf_link *l = g->children; l; l = l->next_child)
		touch(s, l->child, GF_IMPACT_BELOW, before);
}

static void
find_guarded(struct search *s, const struct gf_goal *g)
{
	const struct gf_plan *plan = s->rollup->plan;

	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_val *items;
		size_t n = gf_goal_list(plan->goals[i], GOAL_GUARDS, &items);

		for (size_t k = 0; k < n; k++)
			if (!items[k].bad && gf_str_eq(gf_rec_text(
			    items[k].u.rec, GUARD_GOAL), g->id))
				touch(s, plan->goals[i], GF_IMPACT_GUARD,
				    SIZE_MAX);
	}
}

void
gf_impact_init(struct gf_impact *out, const struct gf_rollup *rollup,
    const struct gf_goal *g, struct gf_arena *arena)
{
	size_t n = rollup->plan->ngoals + 1, first;
	struct search s = { .out = out, .rollup = rollup,
		.seen = gf_arena_alloc(arena, n) };

	*out = (struct gf_impact){ .goal = g };
	out->rows = gf_arena_alloc(arena, n * sizeof(*out->rows));
	s.seen[g->seq] = true;
	climb(&s, g, SIZE_MAX);
	for (size_t i = 0; i < out->n; i++)
		climb(&s, out->rows[i].goal, i);
	find_guarded(&s, g);
	first = out->n;
	descend(&s, g, SIZE_MAX);
	for (size_t i = first; i < out->n; i++)
		descend(&s, out->rows[i].goal, i);
}
