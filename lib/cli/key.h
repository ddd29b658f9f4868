/* cli/key.h: write keys of a goal without touching anything else. */
#ifndef GF_KEY_H
#define GF_KEY_H

#include "cli/run.h"

/* A document that keys are written into. */
struct gf_key_doc {
	struct gf_run *run;
	const struct gf_goal *goal;
	const struct gf_doc *doc;	/* NULL: a new one at path */
	struct gf_str path;
	struct gf_new *fresh;		/* the new one, so far */
};

/* The document that a goal stands in. */
struct gf_key_doc gf_key_own(struct gf_run *, const struct gf_goal *);
/*
 * The document for what only the coach may read: the private half, a new one
 * below the first private path, or the goal's own while nothing is private;
 * false, and it was said, if there is no place for it.
 */
bool gf_key_half(struct gf_run *, const struct gf_goal *,
    struct gf_key_doc *);
/* Whether others than the coach can read a document for the coach. */
bool gf_key_shared(const struct gf_key_doc *);
/* Whether a new list could be appended to a key; else says why. */
bool gf_key_can(struct gf_key_doc *, const char *key);
/*
 * Append the items of a new list to that of a key, or put the list there with
 * what is inherited in front; false, and it was said, if that cannot be done.
 */
bool gf_key_append(struct gf_key_doc *, unsigned field, struct gf_new *list);
/* Put a key in that is not there; false, and it was said, if it is. */
bool gf_key_put(struct gf_key_doc *, const char *key, const struct gf_new *);
/* Make the items of a list of texts others, be they more or fewer. */
bool gf_key_replace(struct gf_key_doc *, const char *key,
    const struct gf_new *list);
/* Plan a new document, if one was begun. */
void gf_key_done(struct gf_key_doc *);

#endif
