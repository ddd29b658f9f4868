/* cli/intake.h: read inputs chunk by chunk, document by document. */
#ifndef GF_INTAKE_H
#define GF_INTAKE_H

#include "cli/env.h"
#include "cli/input.h"
#include "cli/pool.h"

/* A document that waits until its file proves to be one of goals. */
struct gf_wait {
	struct gf_item item;
	size_t nfindings;
};

struct gf_intake {
	struct gf_run *run;
	struct gf_inputs *inputs;
	struct gf_pool *pool;
	struct gf_progress progress;
	struct gf_wait *waits;
	size_t nwaits, capwaits;
	struct gf_findings waiting;	/* findings of those that wait */
	uint32_t waits_file;		/* whose they are */
	struct gf_str last_path;	/* of a marker, and what holds for it */
	const struct gf_config *last_config;
	bool last_private;
};

/* Begin to read with so many threads. */
void gf_intake_begin(struct gf_intake *, struct gf_run *, unsigned threads);
/* Read one input by its number. */
void gf_intake_add(struct gf_intake *, size_t number);
/* Wait until all is in the plan. */
void gf_intake_end(struct gf_intake *);

/* Put a document with its findings into the plan, if it is wanted there. */
void gf_intake_accept(struct gf_intake *, const struct gf_item *,
    const struct gf_finding *, size_t n);
/* Keep a document until its file proves to be one of goals. */
void gf_intake_wait(struct gf_intake *, const struct gf_item *,
    const struct gf_finding *, size_t n);
/* Take in what waited, or let it go. */
void gf_intake_settle(struct gf_intake *, bool take);

#endif
