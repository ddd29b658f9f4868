/* judge/route.h: other ways to a goal that its own readings make honest. */
#ifndef GF_ROUTE_H
#define GF_ROUTE_H

#include "judge/pace.h"

struct gf_routes {
	const struct gf_goal *goal;
	struct gf_pace pace;
	struct gf_str unit;		/* of the measure, may be empty */
	bool rated;			/* the next three hold */
	struct gf_num a_week;		/* gained in five working days */
	bool of_late;			/* by the forecast, else since start */
	size_t readings;		/* that it rests on */
	/* M: the value that this pace reaches by due */
	bool reaches;
	struct gf_num reach;
	bool enough;			/* that is the target */
	/* A: so many times today's pace; the effort that this would be */
	bool speeds;
	struct gf_num times;		/* 2 places */
	struct gf_str effort;		/* empty: none is stated */
	/* R: what is left over, and its share of the whole in percent */
	struct gf_num rest, share;
	/* T: GF_NO_DAY: never at this pace */
	gf_day arrival;
};

/* Work out the ways of a goal on the plan's day; the arena owns the texts. */
void gf_routes_of(struct gf_routes *, const struct gf_plan *,
    const struct gf_goal *, struct gf_arena *);

#endif
