/* cli/calendar.h: a calendar of meetings, deadlines, milestones and steps. */
#ifndef GF_CALENDAR_H
#define GF_CALENDAR_H

#include "cli/main.h"

struct gf_ics_options {
	unsigned weeks;
};
extern const struct gf_opt gf_ics_opts[];

/* Write the calendar; an exit status. */
int gf_run_ics(struct gf_run *);

#endif
