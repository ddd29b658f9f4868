/* judge/rollup_part.h: the steps of a roll-up, for the files rollup*.c. */
#ifndef GF_ROLLUP_PART_H
#define GF_ROLLUP_PART_H

#include "judge/facts.h"
#include "judge/rollup.h"

/* What is counted twice on the way up, by seq; NULL where nothing is. */
struct gf_meet {
	const struct gf_graph *graph;
	const struct gf_rollup *rollup;
	uint32_t *place;		/* by seq: number in graph.order */
	bool *met;			/* something does: count it anew */
	bool spent;			/* not every way was followed */
	struct gf_share *shares;	/* by seq, private to the recount */
	struct gf_flow *flows;		/* by seq, private */
	uint32_t *heap;			/* places, the deepest first */
	size_t nheap;
	size_t nopen;			/* of these, not every way has met */
	uint64_t ways;			/* all of this turn */
	uint32_t turn;
	size_t work, recounts;		/* steps that are left */
	struct gf_arena *arena;
};

/* Begin to look for results that reach one goal on two ways. */
void gf_meet_init(struct gf_meet *, const struct gf_graph *,
    const struct gf_rollup *, struct gf_arena *);
/* Note at each goal above a finished one whether it would count twice there. */
void gf_meet_walk(struct gf_meet *, const struct gf_goal *);

/*
 * Count anew what the goals below one bring, each once however it comes up;
 * false if that would take too long.
 */
bool gf_meet_recount(struct gf_meet *, const struct gf_goal *,
    struct gf_ratio *target, struct gf_ratio *gone);
/* How a link counts, with what its child hands on in mind. */
enum gf_carry gf_rollup_carry(const struct gf_rollup *,
    const struct gf_link *);
/*
 * What a goal is to bring, or has brought: by itself, else by those below it;
 * false if that is not known.
 */
bool gf_rollup_amount(const struct gf_roll *, bool target,
    struct gf_ratio *);

/* Judge the state of a goal from those below it and its guards. */
void gf_rollup_judge(const struct gf_rollup *, const struct gf_metrics *,
    const struct gf_goal *, struct gf_arena *scratch, bool over);

#endif
