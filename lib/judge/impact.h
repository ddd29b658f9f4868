/* judge/impact.h: what moves when one goal changes or falls. */
#ifndef GF_IMPACT_H
#define GF_IMPACT_H

#include "judge/rollup.h"

enum gf_impact_side {
	GF_IMPACT_ABOVE,	/* it serves this one */
	GF_IMPACT_GUARD,	/* this one has it as a guard */
	GF_IMPACT_BELOW		/* this one serves it */
};

/* One goal that is touched. */
struct gf_impact_row {
	const struct gf_goal *goal;
	enum gf_impact_side side;
	uint32_t distance;		/* links between the two */
	/* the row before it on the shortest way, SIZE_MAX: the goal itself */
	size_t before;
	bool keeps;			/* below: it serves others, too */
	bool adds;			/* amount holds */
	/* what of its target hangs on the goal, in its own unit */
	struct gf_ratio amount;
};

struct gf_impact {
	const struct gf_goal *goal;
	struct gf_impact_row *rows;	/* above, guards, below; nearest first */
	size_t n;
};

/* Find all that a goal touches; the arena owns the rows. */
void gf_impact_init(struct gf_impact *, const struct gf_rollup *,
    const struct gf_goal *, struct gf_arena *);

#endif
