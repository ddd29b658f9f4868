/* cli/new.h: goals that are not there yet. */
#ifndef GF_NEW_H
#define GF_NEW_H

#include "cli/main.h"

struct gf_new_options {
	const char *title, *owner, *due, *to, *unit, *supports, *like;
};

/* A key of a goal ("measure.to") and what it says. */
struct gf_pair {
	struct gf_str key, value;
};

/* One goal that is to be. */
struct gf_sketch {
	struct gf_str id;
	const struct gf_pair *pairs;	/* without the id */
	size_t n;
	unsigned line;			/* of the csv, 0: of the options */
};

/* The options of new. */
extern const struct gf_opt gf_new_opts[];
/* Append goals to a file (smartcheck new). */
int gf_run_new(struct gf_run *);
/*
 * The bytes of a goal made after another: its shape without what happened to
 * it, and with the defaults of its file if the path is that of another one; the
 * arena owns them; p NULL, and it was said, if that cannot be.
 */
struct gf_str gf_new_like(struct gf_run *, const struct gf_goal *,
    const struct gf_sketch *, struct gf_str path);
/* The value of a key of the format, as it is written. */
struct gf_new *gf_new_value(struct gf_run *, const struct gf_field *,
    struct gf_str);
/* What a sketch says of a key, empty if nothing. */
struct gf_str gf_sketch_get(const struct gf_sketch *, const char *key);

#endif
