/*
 * judge/rollup.h: what goals add up to and how they stand, from the lowest up
 * to the company (ARITHMETIC.md, Roll-up).
 */
#ifndef GF_ROLLUP_H
#define GF_ROLLUP_H

#include "judge/carry.h"
#include "judge/graph.h"
#include "judge/guarded.h"

/* What the goals directly below one bring; amounts in its own unit. */
struct gf_total {
	uint32_t ncarry;	/* of them: their results are added */
	uint32_t nunmet;	/* they should be, but the units do not meet */
	bool huge;		/* a sum is too large to be exact: unknown */
	bool lost;		/* too many ways meet in it: unknown */
	uint32_t nunknown;	/* of ncarry: what they have brought is unknown */
	struct gf_str unit;	/* what is added */
	struct gf_ratio target;	/* what they are to bring: from to to */
	struct gf_ratio gone;	/* what they have brought, the known ones */
	/*
	 * the goal has a span of its own to compare with and all units meet:
	 * gap, over_assigned and unplanned hold, none negative
	 */
	bool compared;
	struct gf_num gap;
	struct gf_num over_assigned;	/* ratio: 0.2 is a fifth too much */
	/* it goes on after the last of them: open beyond that day */
	struct gf_num unplanned;
	gf_day unplanned_from;		/* GF_NO_DAY if nothing is unplanned */
	struct gf_num expected;		/* through the last of them */
	gf_day last;			/* their last day, GF_NO_DAY: not before its own */
	/* weight of all, of those whose progress is unknown, and by status */
	struct gf_ratio weight, unknown, states[GF_STATES];
	/* weight of the one that decides the status */
	struct gf_ratio decisive;
};

/* So many goals explain a status at most. */
#define GF_ROLLUP_WHY 32

/* How one goal stands, by its own readings or by the goals below. */
struct gf_roll {
	uint8_t state;		/* enum gf_state */
	uint8_t own;		/* the same by its own readings alone */
	bool measured;		/* from, to and a reading of its own are known */
	bool level;		/* it holds a level */
	bool counted;		/* actual holds */
	bool known;		/* progress holds */
	bool rolled;		/* actual is what the goals below add up to */
	bool weighed;		/* progress is weighed from those below */
	bool spanned;		/* span holds */
	bool first;		/* from is not stated but its first reading */
	gf_day as_of;		/* of its own reading, GF_NO_DAY if none counts */
	struct gf_num from, span;	/* span is to - from */
	struct gf_num actual;
	struct gf_num progress;	/* ratio, 6 places, unclamped */
	/* the goal below (or guarded) that it has its state from, NULL: none */
	const struct gf_goal *because;
	struct gf_total *sum;	/* NULL: nothing below it counts */
};

struct gf_rollup {
	const struct gf_plan *plan;
	const struct gf_graph *graph;
	struct gf_roll *rolls;		/* by seq */
	size_t nlost;			/* goals with a sum that is lost */
	struct gf_arena *arena;		/* owns all of it */
};

/* Roll up a whole plan, its rings left out; the arena owns the result. */
void gf_rollup_init(struct gf_rollup *, const struct gf_graph *,
    struct gf_arena *);
/* How a goal of the plan stands. */
static inline const struct gf_roll *
gf_rollup_of(const struct gf_rollup *r, const struct gf_goal *g)
{
	return &r->rolls[g->seq];
}
/* Whether a link takes part in what its parent adds up to. */
static inline bool
gf_rollup_counts(const struct gf_link *l)
{
	return l->carry != GF_CARRY_NOTHING;
}
/* How heavy a child weighs in its parent, by the parent's sums. */
struct gf_ratio gf_rollup_weight(const struct gf_rollup *,
    const struct gf_link *);
/*
 * What a link adds to its parent: of the target, or of what has been brought;
 * false if it adds nothing or that is not known.
 */
bool gf_rollup_part(const struct gf_rollup *, const struct gf_link *,
    bool target, struct gf_ratio *);

#endif
