/* judge/facts.h: what is read of a goal before its pace is judged. */
#ifndef GF_FACTS_H
#define GF_FACTS_H

#include "judge/line.h"
#include "judge/pace.h"

struct gf_facts {
	const struct gf_plan *plan;
	const struct gf_goal *goal;
	struct gf_arena *arena;
	struct gf_reading *readings;	/* none after the last day */
	size_t n;
	/* today, or the day on which it was closed */
	gf_day last;
	bool sum;			/* readings add up */
	struct gf_num low, high;	/* band of a level */
	bool has_low, has_high;
	/* where the pace says that it is known */
	struct gf_ratio progress;
	struct gf_num span;		/* to - from, 0 unknown */
	/* where the pace says that it is dated */
	struct gf_line line;
};

/*
 * Read a goal: readings, measure, dates and line; fills the first half of the
 * pace; the arena owns the lists.
 */
void gf_facts_read(struct gf_facts *, const struct gf_plan *,
    const struct gf_goal *, struct gf_arena *, struct gf_pace *);
/*
 * What stood at the end of a day: the newest reading, or the sum of all since
 * start; false if there was none.
 */
bool gf_facts_value(const struct gf_facts *, const struct gf_pace *, gf_day,
    struct gf_num *);
/* Whether a value is inside the bounds of a level. */
bool gf_facts_inside(const struct gf_facts *, struct gf_num);
/* A number of the goal's configuration. */
struct gf_num gf_facts_threshold(const struct gf_facts *, enum gf_threshold);

#endif
