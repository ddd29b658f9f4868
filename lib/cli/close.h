/* cli/close.h: `close`, the end of a goal's cycle. */
#ifndef GF_CLOSE_H
#define GF_CLOSE_H

#include "cli/main.h"

struct gf_close_options {
	const char *score, *verdict, *learned, *continues;
};

extern const struct gf_opt gf_close_opts[];

/* Write the score, the verdict and what was learned into a goal. */
int gf_run_close(struct gf_run *);

#endif
