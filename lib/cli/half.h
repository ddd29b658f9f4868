/* cli/half.h: where a verb writes what is for the coach alone. */
#ifndef GF_HALF_H
#define GF_HALF_H

#include "cli/main.h"

/* The document of a goal that takes such keys, there or to be made. */
struct gf_half {
	struct gf_run *run;
	const struct gf_goal *goal;
	struct gf_edits *edits;		/* of the one that is there */
	struct gf_new *fresh;		/* else what will stand in it */
	struct gf_str path;		/* and where */
};

/*
 * Find the private half of a goal, or begin one; where nothing is private it is
 * the goal itself, and the first time that is said; false, and it was said, if
 * it cannot be edited.
 */
bool gf_half_find(struct gf_half *, struct gf_run *, const struct gf_goal *);
/* Set a key. */
bool gf_half_set(struct gf_half *, const char *key, struct gf_new *);
/* Append an item to the list under a key. */
bool gf_half_append(struct gf_half *, const char *key, struct gf_new *item);
/* Write what was begun. */
bool gf_half_end(struct gf_half *);

#endif
