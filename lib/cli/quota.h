/* cli/quota.h: `split`, a goal in parts, and its milestones. */
#ifndef GF_QUOTA_H
#define GF_QUOTA_H

#include "cli/main.h"

struct gf_split_options {
	const char *by, *weights, *shortfall, *piece;
};

extern const struct gf_opt gf_split_opts[];

/* Show the parts of a goal; with -i write them as milestones. */
int gf_run_split(struct gf_run *);

#endif
