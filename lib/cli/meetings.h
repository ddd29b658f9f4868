/* cli/meetings.h: when two people meet, and what they talk about. */
#ifndef GF_MEETINGS_H
#define GF_MEETINGS_H

#include "cli/main.h"

/* Show who is due for a meeting and when; an exit status. */
int gf_run_next(struct gf_run *);

#endif
