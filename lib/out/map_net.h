/* out/map_net.h: the goals of an outline and the links between them, each once. */
#ifndef GF_MAP_NET_H
#define GF_MAP_NET_H

#include "judge/matrix.h"
#include "out/map_sheet.h"

struct gf_net_node {
	const struct gf_goal *goal;	/* NULL: no goal has this id */
	struct gf_str id;
	bool aside;		/* only on the way to those that were chosen */
	uint8_t state;		/* enum gf_state */
	bool known;		/* percent holds */
	int32_t percent;
	size_t at, n;		/* its measure in the text */
};

struct gf_net_edge {
	uint32_t from, to;	/* nodes: who serves, and whom */
	const struct gf_link *link;
};

/* What an audience may see of an outline. */
struct gf_net {
	struct gf_net_node *nodes;
	size_t nnodes, capnodes;
	struct gf_net_edge *edges;
	size_t nedges, capedges;
	uint32_t *node_of;	/* by goal.seq: node + 1, 0: not shown */
	struct gf_buf text;
	size_t nhidden;		/* goals that are kept private */
	bool elsewhere;		/* an id without a goal is no mistake */
};

/*
 * List what an outline shows to an audience, in its order, then ids that no
 * goal has; the caller releases it.
 */
void gf_net_init(struct gf_net *, const struct gf_outline *,
    const struct gf_look *);
/* Give back what it holds. */
void gf_net_release(struct gf_net *);
/*
 * Append what a person reads of a node below its title: id and owner, a line
 * end, then measure, progress and status; not escaped.
 */
void gf_net_about(struct gf_buf *, const struct gf_net *,
    const struct gf_net_node *);
/* Append the word of a status, its hyphen a blank. */
void gf_net_state(struct gf_buf *, enum gf_state);
/* Count who carries what among its goals; the arena owns it. */
void gf_net_matrix(struct gf_matrix *, const struct gf_net *,
    const struct gf_outline *, struct gf_arena *);

#endif
