/* cli/meetings.h: when two people meet, and what they talk about. */
#ifndef GF_MEETINGS_H
#define GF_MEETINGS_H

#include "cli/main.h"

struct gf_agenda_options {
	const char *kind, *since;
	bool start;
};
extern const struct gf_opt gf_agenda_opts[];

/* Write the page for a meeting, or begin its session; an exit status. */
int gf_run_agenda(struct gf_run *);
/* Show the blocks in people's weeks; an exit status. */
int gf_run_routine(struct gf_run *);
/* Show who is due for a meeting and when; an exit status. */
int gf_run_next(struct gf_run *);

#endif
