/* judge/guarded.h: what must not get worse while a goal is pursued. */
#ifndef GF_GUARDED_H
#define GF_GUARDED_H

#include "judge/metric.h"
#include "judge/pace.h"

enum gf_guard_state { GF_GUARD_UNKNOWN, GF_GUARD_HELD, GF_GUARD_BROKEN };

/* One guard of a goal. */
struct gf_guard {
	enum gf_guard_state state;
	/* whose readings are watched, NULL: no goal has that name */
	const struct gf_goal *goal;
	const char *wrong;		/* why there is none, one line */
	const struct gf_val *at;	/* what names it */
	/* bounds, NULL: none on that side */
	const struct gf_val *low, *high;
	struct gf_num value;		/* newest reading, if state is known */
	gf_day day;
};

/*
 * Begin to read guards; the goals of the plan are sorted by metric if any goal
 * has guards; gf_metrics_release() gives the map back.
 */
void gf_guards_init(struct gf_metrics *, const struct gf_plan *,
    struct gf_arena *);
/*
 * Read one item of a goal's guards and compare its newest reading; without
 * bounds its own count; false if it names nothing that is there.
 */
bool gf_guard_read(const struct gf_metrics *, const struct gf_goal *,
    const struct gf_val *item, struct gf_arena *, struct gf_guard *);

#endif
