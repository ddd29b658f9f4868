#include "base/mem.h"
#include "judge/impact.h"
#include "judge/rollup_part.h"

/* One search: each goal is touched once, on the shortest way. */
struct search {
	struct gf_impact *out;
	const struct gf_rollup *rollup;
	uint32_t *row;		/* by seq: from 1, 0: not touched */
};

/* Append a goal, unless it was found before. */
static void
touch(struct search *s, const struct gf_goal *g, enum gf_impact_side side,
    size_t before)
{
	struct gf_impact *out = s->out;
	struct gf_impact_row *row = &out->rows[out->n];

	if (s->row[g->seq] != 0)
		return;
	s->row[g->seq] = (uint32_t)++out->n;
	*row = (struct gf_impact_row){ .goal = g, .side = side,
		.distance = before == SIZE_MAX ? 1 :
		out->rows[before].distance + 1, .before = before };
}

static void
climb(struct search *s, const struct gf_goal *g, size_t before)
{
	for (uint32_t i = 0; i < g->nlinks; i++)
		if (g->links[i].parent != NULL)
			touch(s, g->links[i].parent, GF_IMPACT_ABOVE, before);
}

/* So many goals above are looked at one by one where shares are stated. */
#define SHARED_MOST 2000

/* The goals above in the order of the graph, the one asked about last. */
struct ways {
	const struct gf_rollup *rollup;
	const struct gf_goal **goals;
	uint32_t *at;			/* by seq: from 1, 0: not among them */
	size_t n;
	struct gf_ratio *part;		/* of each that counts at the top */
	bool stated;			/* some share is */
};

static bool
adds(const struct ways *w, const struct gf_link *l)
{
	struct gf_ratio part;

	return l->parent != NULL && w->at[l->parent->seq] > 0 &&
	    gf_rollup_part(w->rollup, l, true, &part);
}

static void
list_ways(struct ways *w, struct search *s, const struct gf_goal *g,
    struct gf_arena *arena)
{
	const struct gf_graph *graph = s->rollup->graph;
	size_t most = s->out->n + 1;

	*w = (struct ways){ .rollup = s->rollup,
		.goals = gf_arena_alloc(arena, most * sizeof(*w->goals)),
		.at = gf_arena_alloc(arena, (graph->norder + 1) *
		    sizeof(*w->at)),
		.part = gf_arena_alloc(arena, most * sizeof(*w->part)) };
	for (size_t i = 0; i < graph->norder; i++) {
		const struct gf_goal *up = graph->order[i];

		if (s->row[up->seq] == 0 || up == g)
			continue;
		w->goals[w->n++] = up;
		w->at[up->seq] = (uint32_t)w->n;
	}
	w->goals[w->n++] = g;
	for (size_t i = 0; i < w->n; i++)
		for (uint32_t k = 0; k < w->goals[i]->nlinks; k++)
			w->stated |= gf_link_share(&w->goals[i]->links[k]) !=
			    NULL && adds(w, &w->goals[i]->links[k]);
}

/* How much of the goal asked about counts at one above; zero if nothing. */
static struct gf_ratio
part_at(struct ways *w, size_t top)
{
	for (size_t i = top; i < w->n; i++) {
		const struct gf_goal *g = w->goals[i];
		struct gf_ratio once = GF_RATIO_ZERO, stated = GF_RATIO_ZERO;

		for (uint32_t k = 0; i > top && k < g->nlinks; k++) {
			const struct gf_link *l = &g->links[k];
			struct gf_ratio part;

			if (!adds(w, l) || w->at[l->parent->seq] <= top)
				continue;
			part = gf_ratio_mul(w->part[w->at[l->parent->seq] - 1],
			    gf_link_rate(l));
			if (gf_link_share(l) != NULL)
				stated = gf_ratio_add(stated, part);
			else if (gf_ratio_cmp(gf_ratio_abs(part),
			    gf_ratio_abs(once)) > 0)
				once = part;
		}
		w->part[i] = i == top ? gf_ratio_of(GF_NUM(1)) :
		    gf_ratio_add(once, stated);
	}
	return w->part[w->n - 1];
}

/* Where no share is stated the best way up is all that counts. */
static void
climb_parts(struct ways *w)
{
	for (size_t i = 0; i < w->n; i++)
		w->part[i] = i + 1 < w->n ? GF_RATIO_ZERO :
		    gf_ratio_of(GF_NUM(1));
	for (size_t i = w->n; i-- > 0; )
		for (uint32_t k = 0; k < w->goals[i]->nlinks; k++) {
			const struct gf_link *l = &w->goals[i]->links[k];
			struct gf_ratio part, *to;

			if (!adds(w, l))
				continue;
			part = gf_ratio_mul(w->part[i], gf_link_rate(l));
			to = &w->part[w->at[l->parent->seq] - 1];
			if (gf_ratio_cmp(gf_ratio_abs(part),
			    gf_ratio_abs(*to)) > 0)
				*to = part;
		}
}

/* How much of each goal above hangs on the goal, by all ways up together. */
static void
add_amounts(struct search *s, const struct gf_goal *g, struct gf_arena *arena)
{
	struct gf_ratio all;
	struct ways w;

	if (!gf_rollup_amount(gf_rollup_of(s->rollup, g), true, &all))
		return;
	list_ways(&w, s, g, arena);
	if (w.stated && w.n > SHARED_MOST)
		return;
	if (!w.stated)
		climb_parts(&w);
	for (size_t i = 0; i + 1 < w.n; i++) {
		struct gf_impact_row *row = &s->out->rows[
		    s->row[w.goals[i]->seq] - 1];
		struct gf_ratio part = w.stated ? part_at(&w, i) : w.part[i];

		row->adds = part.n.m != 0;
		row->amount = gf_ratio_mul(part, all);
	}
}

static void
descend(struct search *s, const struct gf_goal *g, size_t before)
{
	for (const struct gf_link *l = g->children; l; l = l->next_child)
		touch(s, l->child, GF_IMPACT_BELOW, before);
}

/* Which of those below still serve a goal that does not fall with it. */
static void
find_kept(struct search *s, size_t first)
{
	const struct gf_graph *graph = s->rollup->graph;
	struct gf_impact *out = s->out;

	/* parents come first */
	for (size_t i = 0; i < graph->norder; i++) {
		const struct gf_goal *g = graph->order[i];
		size_t at = s->row[g->seq];

		if (at <= first || at > out->n)
			continue;
		for (uint32_t k = 0; k < g->nlinks; k++) {
			const struct gf_goal *up = g->links[k].parent;

			if (up == NULL || up == out->goal)
				continue;
			out->rows[at - 1].keeps |= s->row[up->seq] <= first ||
			    out->rows[s->row[up->seq] - 1].keeps;
		}
	}
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
		.row = gf_arena_alloc(arena, n * sizeof(*s.row)) };

	*out = (struct gf_impact){ .goal = g };
	out->rows = gf_arena_alloc(arena, n * sizeof(*out->rows));
	s.row[g->seq] = (uint32_t)n;
	climb(&s, g, SIZE_MAX);
	for (size_t i = 0; i < out->n; i++)
		climb(&s, out->rows[i].goal, i);
	add_amounts(&s, g, arena);
	find_guarded(&s, g);
	first = out->n;
	descend(&s, g, SIZE_MAX);
	for (size_t i = first; i < out->n; i++)
		descend(&s, out->rows[i].goal, i);
	find_kept(&s, first);
}
