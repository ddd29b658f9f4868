/* cli/log.h: `log`, readings into goals and logs. */
#ifndef GF_LOG_H
#define GF_LOG_H

#include "base/mem.h"
#include "cli/main.h"
#include "judge/pace.h"

struct gf_log_options {
	const char *on, *note, *log, *confidence, *because;
	bool corrects;
};

extern const struct gf_opt gf_log_opts[];

/* so many faults of an import are said */
#define GF_LOG_FAULTS 20

/* One reading to be written, as it was given. */
struct gf_entrant {
	struct gf_str goal, date, value, note;
	bool corrects;
	unsigned line;		/* of an import, 0: given as operands */
};

/* A goal that readings are written for. */
struct gf_logged_goal {
	struct gf_goal *goal;
	struct gf_pace before;
	struct gf_new *fresh;		/* the list that it did not have */
	struct gf_reading *v;		/* what was there, by day */
	size_t n;
	struct gf_reading *more;	/* what came to it, by day */
	size_t nmore, capmore;
};

/* A reading that is understood. */
struct gf_logged {
	struct gf_logged_goal *of;
	struct gf_goal *goal;
	const struct gf_doc *into;
	gf_day day;
	struct gf_qty value;
	struct gf_str text, note;
	bool corrects;
};

/* Everything that one run writes. */
struct gf_logging {
	struct gf_run *run;
	const struct gf_log_options *o;
	const struct gf_entry *log;	/* NULL: into the goals */
	struct gf_logged_goal *goals;	/* each once, as they were met */
	struct gf_new *fresh;		/* the list that the log did not have */
	size_t ngoals;
	size_t written, there;
	bool refused;			/* the person said no */
	size_t faults;			/* of an import, those not said too */
};

/* Write a reading, or those of an import, into their goals. */
int gf_run_log(struct gf_run *);
/*
 * Read an import, CSV or lines of JSON; the arena of the run owns the list;
 * false, and every fault was said, if one of them is wrong.
 */
bool gf_log_import(struct gf_run *, struct gf_str text,
    struct gf_entrant **list, size_t *n);
/*
 * Work out what a reading means, by the plan; false, and it was said, if it
 * means nothing.
 */
bool gf_log_read(struct gf_logging *, const struct gf_entrant *,
    struct gf_logged *);
/* Keep a reading that is written among those of its goal. */
void gf_log_keep(struct gf_logging *, const struct gf_logged *);
/* Whether the same reading stands there already; sums take it twice. */
bool gf_log_there(const struct gf_logged *);
/*
 * Whether a goal still takes readings, or it is put right what was read before
 * it was closed; else says what to do.
 */
bool gf_log_open(struct gf_logging *, const struct gf_entrant *,
    const struct gf_logged *);
/*
 * Whether a value goes the way of its goal, or it is meant; else asks, or says
 * what to do.
 */
bool gf_log_meant(struct gf_logging *, const struct gf_entrant *,
    const struct gf_logged *);

#endif
