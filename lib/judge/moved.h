/*
 * judge/moved.h: what of a goal is no longer as it was, and whether that was
 * written down.
 */
#ifndef GF_MOVED_H
#define GF_MOVED_H

#include "judge/judge.h"

#define GF_MOVED_MOST 20

/* One key that says something else now. */
struct gf_moved_key {
	const char *keypath;
	const char *stated;	/* what of a title alone: "target", else NULL */
	char letter;
	bool post;		/* a goalpost: target, due, baseline or measure */
	const struct gf_val *was, *now;		/* NULL: not there */
	bool told;		/* a new entry in changes says so */
	gf_day day;		/* of that entry */
	bool easier;		/* of a title: it is reached sooner */
};

struct gf_moved {
	const struct gf_goal *was, *now;
	struct gf_moved_key keys[GF_MOVED_MOST];
	size_t n;
	gf_day due;		/* that was, of the title too; GF_NO_DAY: none */
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
/*
 * Add what the titles of a goal without measure or due state: target, baseline,
 * what is counted, the day until when.
 */
void gf_moved_title(struct gf_moved *, struct gf_case *);
/*
 * Add a part of the title, which takes the place of a key, and whether a new
 * entry in changes is about either of them.
 */
struct gf_moved_key *gf_moved_add(struct gf_moved *, const char *stated,
    const char *keypath, char letter);
/* Whether two values mean the same; NULL is absent. */
bool gf_moved_same(const struct gf_val *, const struct gf_val *);

#endif
