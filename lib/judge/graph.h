/* judge/graph.h: who supports whom, walked without recursion. */
#ifndef GF_GRAPH_H
#define GF_GRAPH_H

#include "goal/plan.h"

struct gf_graph {
	const struct gf_plan *plan;
	/* by goal.seq: number of its ring, 0: in none */
	uint32_t *ring;
	uint32_t nrings;
	/* parents before children; a ring stands together */
	struct gf_goal **order;
	size_t norder;
	struct gf_goal **from, **queue;	/* private: of a search */
};

/*
 * Find every ring of goals that support each other; the arena owns the tables.
 */
void gf_graph_init(struct gf_graph *, const struct gf_plan *,
    struct gf_arena *);
/*
 * A shortest way from a goal of a ring back to itself, child before parent,
 * the goal first and last; the arena owns it; returns its length, 0 if the
 * goal is in no ring.
 */
size_t gf_graph_way_back(struct gf_graph *, const struct gf_goal *,
    struct gf_arena *, struct gf_goal ***way);
/* Where in the order the ring of a goal ends, or the goal that is in none. */
static inline size_t
gf_graph_part(const struct gf_graph *g, size_t first)
{
	uint32_t ring = g->ring[g->order[first]->seq];
	size_t end = first + 1;

	while (ring != 0 && end < g->norder &&
	    g->ring[g->order[end]->seq] == ring)
		end++;
	return end;
}
/* Append a way as ids with arrows between them. */
void gf_graph_print(struct gf_buf *, struct gf_goal *const *way, size_t n);

#endif
