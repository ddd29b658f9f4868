/* cli/repair.h: check --fix: what is mechanical and safe is put right. */
#ifndef GF_REPAIR_H
#define GF_REPAIR_H

#include "cli/run.h"

/*
 * Plan the fixes of the findings, which are taken out of the list; returns how
 * many there are.
 */
size_t gf_repair(struct gf_run *);

/*
 * Whether a check puts a patch into a file, beside the findings that it writes
 * as always.
 */
bool gf_repair_beside(const struct gf_run *);

#endif
