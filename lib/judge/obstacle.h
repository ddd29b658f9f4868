/* judge/obstacle.h: one obstacle of a goal, and whether its watch speaks. */
#ifndef GF_OBSTACLE_H
#define GF_OBSTACLE_H

#include "base/buf.h"
#include "judge/metric.h"

enum gf_obstacle_state {
	GF_OBSTACLE_OPEN, GF_OBSTACLE_HIT, GF_OBSTACLE_PASSED,
	GF_OBSTACLE_RETIRED
};

struct gf_obstacle {
	const struct gf_goal *goal;
	const struct gf_val *val;	/* the item in the list */
	const struct gf_rec *rec;
	uint32_t number;		/* in the list, from 1 */
	enum gf_obstacle_state state;
};

/*
 * Read an item (from 0) of a goal's obstacles; false if it did not fit its
 * field.
 */
bool gf_obstacle_read(struct gf_obstacle *, const struct gf_goal *,
    size_t item);
/* How many obstacles a goal has, those included that did not fit. */
size_t gf_obstacle_count(const struct gf_goal *);
/* The word of a state ("open"). */
const char *gf_obstacle_state_name(enum gf_obstacle_state);
/* Append its id, or its number where it has none. */
void gf_obstacle_name(struct gf_buf *, const struct gf_obstacle *);
/* Whether it may still come: open, or come once already. */
bool gf_obstacle_live(const struct gf_obstacle *);
/* Whether it is for the coach alone. */
bool gf_obstacle_private(const struct gf_obstacle *);
/* Who looks after it: its own owner, else that of the goal; may be empty. */
struct gf_str gf_obstacle_owner(const struct gf_obstacle *);
/* The team of that owner, empty if it is not known. */
struct gf_str gf_obstacle_team(const struct gf_plan *,
    const struct gf_obstacle *);

enum gf_watch_state {
	GF_WATCH_NONE,		/* nothing is watched */
	GF_WATCH_BROKEN,	/* the watch cannot be read */
	GF_WATCH_SILENT,	/* there is no reading yet */
	GF_WATCH_FALSE, GF_WATCH_TRUE
};

/* What a watch says on the plan's day. */
struct gf_watch {
	enum gf_watch_state state;
	const char *why;		/* of GF_WATCH_BROKEN, one line */
	const struct gf_goal *goal;	/* that is watched, NULL if none is */
	struct gf_num value;		/* its newest reading */
	gf_day day;
};

/* Look at what an obstacle watches; the arena of the metrics owns why. */
struct gf_watch gf_watch_of(const struct gf_metrics *,
    const struct gf_obstacle *);
/* The same for the text of a watch that an obstacle of a goal is to have. */
struct gf_watch gf_watch_text(const struct gf_metrics *,
    const struct gf_goal *of, struct gf_str);

#endif
