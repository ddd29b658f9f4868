/* cli/missing.h: check --ask: what a goal lacks is asked and written. */
#ifndef GF_MISSING_H
#define GF_MISSING_H

#include "cli/run.h"

/*
 * Ask the question of each finding about an absent field, and plan what was
 * answered; the findings that it answers become silent; an exit status.
 */
int gf_run_missing(struct gf_run *);

#endif
