/* cli/rehearse.h: what the checks would say of the edits that are planned. */
#ifndef GF_REHEARSE_H
#define GF_REHEARSE_H

#include "cli/run.h"

/*
 * Whether the planned edits cause no finding that was not there before; else
 * says which one they cause, and what to do.
 */
bool gf_rehearse(struct gf_run *, const char *what_to_do);

#endif
