/* cli/since.h: judge a plan beside what it was. */
#ifndef GF_SINCE_H
#define GF_SINCE_H

#include "cli/main.h"

struct gf_since_options {
	const char *since;
};
extern const struct gf_opt gf_since_opts[];

/* Check, and compare with a revision of git if one is named; a status. */
int gf_run_since(struct gf_run *);

#endif
