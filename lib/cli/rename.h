/* cli/rename.h: give what is named by an id another one. */
#ifndef GF_RENAME_H
#define GF_RENAME_H

#include "cli/main.h"
#include "cli/opts.h"

struct gf_rename_options {
	const char *baseline;
};

/* The options of rename. */
extern const struct gf_opt gf_rename_opts[];

/*
 * Give the goal or party of the first id the second one, in all documents or
 * none; an exit status.
 */
int gf_run_rename(struct gf_run *);

#endif
