/* cli/link.h: let a goal serve another. */
#ifndef GF_LINK_H
#define GF_LINK_H

#include "cli/main.h"

/* Let the first goal of the ids serve the second; an exit status. */
int gf_run_link(struct gf_run *);

#endif
