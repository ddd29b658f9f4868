/* cli/between.h: what became of the plan between two revisions. */
#ifndef GF_BETWEEN_H
#define GF_BETWEEN_H

#include "cli/main.h"

/*
 * Show what changed from the first revision of the ids to the second, without
 * one to the files here; 1 if a goal of the company lost its coverage.
 */
int gf_run_drift(struct gf_run *);

#endif
