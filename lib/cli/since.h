/* cli/since.h: judge a plan beside what it was. */
#ifndef GF_SINCE_H
#define GF_SINCE_H

#include "cli/main.h"

struct gf_since_options {
	const char *since;
};
extern const struct gf_opt gf_since_opts[];

/*
 * Run a verb while the plan of a revision of git stands beside that of the run;
 * its status, 2 if there is no such revision.
 */
int gf_run_beside(struct gf_run *, const char *rev,
    int (*verb)(struct gf_run *));
/* Check, and compare with a revision of git if one is named; a status. */
int gf_run_since(struct gf_run *);

#endif
