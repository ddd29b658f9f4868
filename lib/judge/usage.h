/*
 * judge/usage.h: which fields a plan uses, so that what nobody uses is asked
 * once.
 */
#ifndef GF_USAGE_H
#define GF_USAGE_H

#include "goal/plan.h"

/*
 * What a goal can lack without being asked, as long as its plan lacks it too.
 */
enum gf_use {
	GF_USE_OWNER,		/* S11 */
	GF_USE_LINK,		/* R01 */
	GF_USE_OBSTACLE,	/* W02 */
	GF_USE_READING,		/* W05 */
	GF_USE_STEP,		/* W06 */
	GF_USE_CHECKPOINT,	/* T09 */
	GF_USE_SOURCE,		/* M10 */
	GF_USE_COUNT
};

struct gf_use_row {
	const char *check;	/* that asks for it: "W02" */
	const char *noun;	/* what a goal then has: "an obstacle" */
};
extern const struct gf_use_row gf_use_rows[GF_USE_COUNT];

/* Levels as enum gf_level_word has them, and one row for unstated. */
#define GF_USAGE_LEVELS 5

struct gf_usage {
	size_t open[GF_USAGE_LEVELS];	/* open goals */
	size_t users[GF_USAGE_LEVELS][GF_USE_COUNT];
	/* to the uses of their goals, a bit each */
	struct gf_map owners, files;
	bool all;			/* ask every goal, whoever uses what */
};

/*
 * Count what the open goals of a plan use; the arena owns what the maps hold.
 */
void gf_usage_init(struct gf_usage *, const struct gf_plan *,
    struct gf_arena *);
/* Give the maps back. */
void gf_usage_release(struct gf_usage *);
/*
 * Whether a goal without it is asked: enough open goals of its level use it, or
 * another of its owner or file.
 */
bool gf_usage_asks(const struct gf_usage *, const struct gf_goal *,
    enum gf_use);
/* Whether there are open goals and none uses it. */
bool gf_usage_none(const struct gf_usage *, enum gf_use);

#endif
