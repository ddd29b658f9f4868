/* cli/whys.h: the verbs of whyladder and their options. */
#ifndef GF_WHYS_H
#define GF_WHYS_H

#include "cli/ask.h"
#include "cli/key.h"

struct gf_climb_opt {
	bool again, brief;
};
extern const struct gf_opt gf_climb_opts[];

struct gf_step_opt {
	bool done;
	const char *learned;
};
extern const struct gf_opt gf_step_opts[];

/* Show ladders. */
int gf_run_show(struct gf_run *);
/* Ask what a goal is for until the answer stays the same, then for a step. */
int gf_run_climb(struct gf_run *);
/* Show the first step, or close it and ask for the next. */
int gf_run_step(struct gf_run *);

/* A first step as it was answered. */
struct gf_step {
	struct gf_str what;	/* empty: there is none */
	gf_day by;		/* GF_NO_DAY: none was said */
	int32_t minutes;	/* -1: none were said */
	struct gf_str later[32];	/* what waits until its turn */
	size_t nlater;
};

/*
 * Ask for one step, its day and its minutes; false, and it was said, if what
 * was given cannot be understood.
 */
bool gf_step_ask(struct gf_ask *, struct gf_step *);
/* A step as the value of `first-step`; the run's arena owns it. */
struct gf_new *gf_step_new(struct gf_run *, const struct gf_step *);
/* Append what waits to `later`; false, and it was said, if it cannot be. */
bool gf_step_park(struct gf_key_doc *, const struct gf_step *);

#endif
