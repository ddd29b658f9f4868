/* cli/walk.h: the goal files below a directory. */
#ifndef GF_WALK_H
#define GF_WALK_H

#include "cli/run.h"

struct gf_names {
	struct gf_str *v;
	size_t n, cap;
};

/*
 * Append the paths of all *.yaml and *.yml files below a directory that are
 * not hidden and not ignored by git, sorted by bytes; the run's arena owns
 * them; what cannot be walked is said and makes the status 2.
 */
void gf_walk(struct gf_run *, struct gf_str dir, struct gf_names *);
/* The same for a directory without its subdirectories, ignored or not. */
void gf_walk_flat(struct gf_run *, struct gf_str dir, struct gf_names *);
/*
 * The same for the whole repository around a directory; false if there is none.
 */
bool gf_walk_repository(struct gf_run *, struct gf_str dir, struct gf_names *);
/* Append a path; the caller frees v. */
void gf_names_add(struct gf_names *, struct gf_str);
/* Whether a name ends in .yaml or .yml. */
bool gf_walk_yaml(struct gf_str name);

#endif
