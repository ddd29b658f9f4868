/*
 * judge/moved.h: what of a goal is no longer as it was, and whether that was
 * written down.
 */
#ifndef GF_MOVED_H
#define GF_MOVED_H

#include "judge/judge.h"

#define GF_MOVED_MOST 16

/* One key that says something else now. */
struct gf_moved_key {
	const char *keypath;
	char letter;
	bool post;		/* a goalpost: target, due, baseline or measure */
	const struct gf_val *was, *now;		/* NULL: not there */
	bool told;		/* a new entry in changes says so */
	gf_day day;		/* of that entry */
};

struct gf_moved {
	const struct gf_goal *was, *now;
	struct gf_moved_key keys[GF_MOVED_MOST];
	size_t n;
};

/* The goal of a plan that was this one, by id or by `was`; NULL if gone. */
struct gf_goal *gf_moved_now(const struct gf_plan *now,
    const struct gf_goal *was);
/* What the plan before had of a goal, NULL if it was not there. */
const struct gf_goal *gf_moved_was(const struct gf_plan *before,
    const struct gf_goal *now);
/* Compare a goal by meaning: order, spelling and comments do not count. */
void gf_moved_of(struct gf_moved *, const struct gf_goal *was,
    const struct gf_goal *now);
/* Whether two values mean the same; NULL is absent. */
bool gf_moved_same(const struct gf_val *, const struct gf_val *);

#endif
