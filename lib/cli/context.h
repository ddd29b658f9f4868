/* cli/context.h: look up what is referred to and was not given. */
#ifndef GF_CONTEXT_H
#define GF_CONTEXT_H

#include "cli/input.h"

/*
 * Read the context of what was given, if anything asked for is missing, and
 * resolve the plan again.
 */
void gf_context_read(struct gf_run *);

#endif
