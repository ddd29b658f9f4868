/*
 * judge/portion.h: a goal cut into quarters, months, weeks and days that add up
 * to the whole (ARITHMETIC.md, Splitting a quota).
 */
#ifndef GF_PORTION_H
#define GF_PORTION_H

#include "base/mem.h"
#include "goal/plan.h"
#include "judge/ratio.h"

#define GF_SPAN_NAME 32

enum gf_by { GF_BY_YEAR, GF_BY_QUARTER, GF_BY_MONTH, GF_BY_WEEK, GF_BY_DAY };
enum gf_short { GF_SHORT_HOLD, GF_SHORT_SPREAD, GF_SHORT_NEXT };

/* How it is to be cut. */
struct gf_portion_ask {
	enum gf_by by;
	enum gf_short shortfall;
	const struct gf_num *weights;	/* of twelve months; NULL: the season */
	struct gf_num piece;		/* the smallest part; 0: as written */
};

struct gf_part {
	char name[GF_SPAN_NAME];	/* 2026-Q3, 2026-07, 2026-W27, 2026-07-06 */
	gf_day from, to;	/* cut off at start and due */
	struct gf_num value;	/* of this part; of a line: on its last day */
	struct gf_num total;	/* where the goal stands on its last day */
	bool over;		/* the value is what was reached */
};

/* What has to be done so that the result comes. */
struct gf_activity {
	struct gf_str step;
	bool known;		/* every rate from here on is stated */
	struct gf_num all, week, today;	/* rounded up */
};

struct gf_portion {
	const struct gf_goal *goal;
	bool line;		/* a level or a rate: values of its line */
	struct gf_part *parts;
	size_t n;
	struct gf_num piece;
	struct gf_num short_by;	/* behind the parts that are over */
	struct gf_activity *steps;
	size_t nsteps;
	struct gf_num rest;	/* results that are left */
	struct gf_num flight;	/* those under way already, which need none */
	int lead;		/* working days from first step to result */
	gf_day last;		/* day for first steps, before today: too late */
};

/*
 * Cut a goal; the arena owns the parts; false and why, one line that begins
 * behind the goal's id, if that cannot be done.
 */
bool gf_portion_cut(struct gf_portion *, const struct gf_plan *,
    const struct gf_goal *, const struct gf_portion_ask *, struct gf_arena *,
    const char **why);
/*
 * Share a whole among weights by largest remainder, ties to the earlier; the
 * shares add up to it.
 */
void gf_portion_share(int64_t whole, const struct gf_num *weights, size_t n,
    int64_t *out);

#endif
