/* cli/obstacles.h: the verbs of obstacles and their options. */
#ifndef GF_OBSTACLES_H
#define GF_OBSTACLES_H

#include "cli/main.h"

/* What `list` can be told. */
struct gf_list_opt {
	const char *by;
	bool due, grid;
};
extern const struct gf_opt gf_list_opts[];

/* List obstacles, the largest expected loss first; 1 if --due finds one. */
int gf_run_list(struct gf_run *);

#endif
