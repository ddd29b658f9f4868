/* goal/plan_log.h: readings of logs, for the files that make and read the list. */
#ifndef GF_PLAN_LOG_H
#define GF_PLAN_LOG_H

#include "goal/rec.h"

/* A reading of a log, in the list of its goal; the last of the plan first. */
struct gf_log_reading {
	struct gf_log_reading *next;
	const struct gf_doc *doc;
	const struct gf_rec *rec;
};

#endif
