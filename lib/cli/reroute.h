/* cli/reroute.h: change one letter of a goal, and say why. */
#ifndef GF_REROUTE_H
#define GF_REROUTE_H

#include "cli/main.h"

struct gf_reroute {
	struct gf_texts letter;
	const char *to, *because, *field, *title;
};

/* The options of reroute. */
extern const struct gf_opt gf_reroute_opts[];
/* Show the ways to a goal, or take one (smartcheck reroute). */
int gf_run_reroute(struct gf_run *);

#endif
