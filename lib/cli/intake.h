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

#endif
