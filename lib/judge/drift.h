/* judge/drift.h: what became of a plan between two states of it. */
#ifndef GF_DRIFT_H
#define GF_DRIFT_H

#include "judge/rollup.h"

enum gf_drift_kind {
	GF_DRIFT_GAINED, GF_DRIFT_LOST, GF_DRIFT_RENAMED,
	GF_DRIFT_RETARGETED,	/* another target, level to hold or date */
	GF_DRIFT_REASSIGNED,	/* another owner */
	GF_DRIFT_RELINKED,	/* other goals above */
	GF_DRIFT_RESTATED,	/* another status */
	GF_DRIFT_RETITLED,
	GF_DRIFT_GAP,		/* what nobody covers has grown or shrunk */
	GF_DRIFT_UNCOVERED,	/* a goal of the company lost its coverage */
	GF_DRIFT_KINDS
};

/* The word of a kind ("retargeted"). */
const char *gf_drift_name(enum gf_drift_kind);

/* One change. */
struct gf_drift_row {
	enum gf_drift_kind kind;
	const struct gf_goal *goal;	/* as it is now, of lost ones as it was */
	const char *field;		/* NULL: the goal as a whole */
	struct gf_str from, to;		/* empty: absent */
};

struct gf_drift {
	struct gf_drift_row *rows;	/* in the order of the plan, then lost */
	size_t n, cap;
	size_t counts[GF_DRIFT_KINDS];	/* goals, not rows */
	struct gf_arena *arena;
};

/*
 * Compare two rolled-up plans, goals by id or by what they were called before;
 * the arena owns the texts, the caller releases the rows.
 */
void gf_drift_init(struct gf_drift *, const struct gf_rollup *before,
    const struct gf_rollup *now, struct gf_arena *);
/* Give the rows back. */
void gf_drift_release(struct gf_drift *);

#endif
