/*
 * judge/work.h: the days on which a goal's owner works, and what each weighs.
 */
#ifndef GF_WORK_H
#define GF_WORK_H

#include "goal/plan.h"

/* The days of one goal between two dates. */
struct gf_work {
	const struct gf_calendar *calendar;
	struct gf_period *off;		/* days that weigh nothing, ascending */
	size_t noff;
	const struct gf_val *ramp;	/* items of the owner's ramp */
	size_t nramp;
	/* weekends and holidays count (linear) */
	bool every_day;
	bool seasonal;			/* months differ in weight */
	/* nothing would be left: every day weighs 1 */
	bool all;
};

/*
 * Gather what takes days away from first through last: holidays, the owner's
 * absences, the goal's pauses; where no day is left every day counts; the
 * arena owns the list.
 */
void gf_work_init(struct gf_work *, const struct gf_goal *, gf_day first,
    gf_day last, bool every_day, struct gf_arena *);
/*
 * The weight of the days from first through last, exact; 0 if last is before
 * first.
 */
struct gf_num gf_work_weight(const struct gf_work *, gf_day first, gf_day last);
/* The number of days from first through last that weigh anything. */
int gf_work_count(const struct gf_work *, gf_day first, gf_day last);
/*
 * The first day by which so many of the days from first through last weighed
 * anything, last if fewer do.
 */
gf_day gf_work_reach(const struct gf_work *, gf_day first, gf_day last,
    int64_t days);

#endif
