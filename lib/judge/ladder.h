/* judge/ladder.h: the whys of a goal, and whose aims they meet. */
#ifndef GF_LADDER_H
#define GF_LADDER_H

#include "goal/plan.h"

/* A WHY of a person or the company that a goal meets. */
struct gf_ladder_aim {
	struct gf_str id;		/* as written: ana/flat */
	struct gf_str text;		/* empty: it cannot be seen from here */
	const struct gf_goal *through;	/* that says so, itself or above it */
	bool personal;			/* not the company's */
};

struct gf_ladder {
	const struct gf_goal *goal;
	const struct gf_val *rungs;	/* nearest first; a bad one has no text */
	size_t nrungs;
	const struct gf_rec *step;	/* NULL: there is none */
	struct gf_ladder_aim *aims;		/* own ones first */
	size_t naims;
};

/*
 * Read a goal's ladder, and what it meets: the aims that it serves itself, and
 * those that goals in its line of sight serve, of its owner or the company; the
 * arena owns the list.
 */
void gf_ladder_read(struct gf_ladder *, const struct gf_plan *,
    const struct gf_goal *, struct gf_arena *);
/* Whether a first step is done. */
bool gf_step_done(const struct gf_rec *step);

#endif
