/*
 * judge/foresight.h: what the history of obstacles teaches (ARITHMETIC.md,
 * Obstacles).
 */
#ifndef GF_FORESIGHT_H
#define GF_FORESIGHT_H

#include "judge/obstacle.h"

/* How often a plan was used and helped. */
struct gf_record {
	unsigned hits, used, other;	/* other: something else was done */
	unsigned used_worked, other_worked;
};

/* Count the hits of an obstacle. */
struct gf_record gf_record_of(const struct gf_obstacle *);

/* A plan that has worked, and how near it is to a goal. */
struct gf_advice {
	struct gf_obstacle obstacle;
	struct gf_record record;
	unsigned alike;		/* 0 to 100 */
	bool own;		/* of the same owner */
};

struct gf_advices {
	struct gf_advice *v;
	size_t n, cap;
};

/*
 * List the plans of a whole plan that worked before against what is like the
 * obstacles or the aim of a goal: the owner's own first, then the nearest; when
 * is a cue to look for, empty: those of the goal; the caller frees v.
 */
void gf_advise(const struct gf_plan *, const struct gf_goal *,
    struct gf_str when, struct gf_advices *);

#define GF_FORESIGHT_ROWS 5

/* How well was foreseen: counts over many obstacles. */
struct gf_foresight {
	unsigned obstacles, happened, foreseen;
	/* closed ones whose likelihood was stated: those of a fifth each */
	unsigned stated[GF_FORESIGHT_ROWS], came[GF_FORESIGHT_ROWS];
	unsigned n;
	struct gf_num stated_mean, observed, brier;	/* where n is not 0 */
	struct gf_record record;
	unsigned answered;	/* hits that got an answer, at once or later */
	struct gf_num days;	/* to it, the mean, where some did */
	struct gf_num stated_sum, square_sum;	/* private */
	int64_t day_sum;			/* private */
};

/* Count one obstacle in. */
void gf_foresight_add(struct gf_foresight *, const struct gf_obstacle *);
/* Work out the means. */
void gf_foresight_end(struct gf_foresight *);

#endif
