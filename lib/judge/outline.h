/* judge/outline.h: the plan in the order in which a tree shows it. */
#ifndef GF_OUTLINE_H
#define GF_OUTLINE_H

#include "judge/rollup.h"

struct gf_outline_row {
	/* NULL: link names a goal that is not there */
	const struct gf_goal *goal;
	/* by which it hangs under the row above; NULL at the top */
	const struct gf_link *link;
	uint32_t depth;			/* 0 at the top */
	/* shown above already; what hangs below it is not repeated */
	bool again;
	/* again, and on the way from the top to here */
	bool ring;
	/* what the outline is about; else only on the way to it */
	bool chosen;
};

struct gf_outline {
	const struct gf_plan *plan;
	const struct gf_rollup *rollup;	/* set by who shows numbers, else NULL */
	struct gf_outline_row *rows;
	size_t n, cap;
	bool up;			/* below a goal stands what it serves */
};

/*
 * List chosen goals (by seq) and those above them, from the top down: first
 * goals of the company, then the others that serve nobody; the caller
 * releases it.
 */
void gf_outline_down(struct gf_outline *, const struct gf_plan *,
    const bool *chosen);
/* The same for one goal and those below it. */
void gf_outline_under(struct gf_outline *, const struct gf_plan *,
    const bool *chosen, const struct gf_goal *);
/* Leave out what lies so many levels below the top or deeper. */
void gf_outline_cut(struct gf_outline *, uint32_t depth);
/* List a goal and all that it serves, up to the top; the caller releases it. */
void gf_outline_up(struct gf_outline *, const struct gf_plan *,
    const struct gf_goal *);
/* Give the rows back. */
void gf_outline_release(struct gf_outline *);

#endif
