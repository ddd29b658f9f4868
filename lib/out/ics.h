/* out/ics.h: a calendar that others import (RFC 5545). */
#ifndef GF_ICS_H
#define GF_ICS_H

#include "base/date.h"
#include "out/format.h"

struct gf_ics_event {
	struct gf_str uid;		/* without "@goalfile" */
	gf_day day;			/* of the clock that is meant */
	int at;				/* minutes of that day, -1: all day */
	bool utc;			/* else the clock of whoever looks */
	int minutes;			/* how long, 0: not said */
	bool cancelled;
	struct gf_str summary, purpose;
};

/* The events of a plan; texts are those of files. */
struct gf_ics {
	gf_day today;
	struct gf_ics_event *v;
	size_t n, cap;
};

/* ics: a writer whose model is a struct gf_ics. */
extern const struct gf_format gf_ics_formats[1];

#endif
