/* cli/accept.h: sign links with what the goals above now mean. */
#ifndef GF_ACCEPT_H
#define GF_ACCEPT_H

#include "cli/main.h"

/*
 * Sign the links of the first goal of the ids to the others, without others all
 * of them; an exit status.
 */
int gf_run_accept(struct gf_run *);

#endif
