/* cli/settle.h: promises that two people give each other. */
#ifndef GF_SETTLE_H
#define GF_SETTLE_H

#include "cli/main.h"

struct gf_promise_options {
	const char *by, *goal, *moved;
	bool kept, missed, dropped, coach;
};
extern const struct gf_opt gf_promise_opts[];

/* How many operands are no files: a text follows the person if one is to be new. */
int gf_promise_ids(const void *options);
/* List, add or settle promises, as the options say; an exit status. */
int gf_run_promise(struct gf_run *);

#endif
