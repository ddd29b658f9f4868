/* cli/env.h: what the surroundings say: the day, the terminals, the locale. */
#ifndef GF_ENV_H
#define GF_ENV_H

#include "cli/main.h"

/*
 * Give standard input, output and error something to stand on if they were
 * closed.
 */
void gf_env_open(void);
/* Which of --today, GOALFILE_TODAY or the clock says what day it is. */
const char *gf_env_today_from(const struct gf_common *);
/*
 * The day to judge by: --today, else GOALFILE_TODAY, else the clock; false and
 * why.
 */
bool gf_env_today(const struct gf_common *, gf_day *, struct gf_buf *why);
/* How standard output, which a verb may draw on, and error are looked at. */
void gf_env_looks(const struct gf_common *, bool draws, struct gf_look *out,
    struct gf_look *err);
/* Whether the locale's letters are UTF-8. */
bool gf_env_utf8(void);
/* Whether standard input is a pipe or a regular file. */
bool gf_env_piped(void);
/* Whether a job of GitHub runs this. */
bool gf_env_on_github(void);
/* The file of the page that GitHub shows of a step, NULL if there is none. */
const char *gf_env_step_summary(void);
/* Processors that are online, at most most. */
unsigned gf_env_processors(unsigned most);

/* Milliseconds that this thread has worked. */
uint64_t gf_env_clock(void);

/* A line on a terminal about long work; all zero before the first. */
struct gf_progress {
	bool off, shown;
	int64_t begun, last;	/* milliseconds */
};

/* Show how far long work has come, if a second has passed. */
void gf_progress_show(struct gf_progress *, size_t n, const char *what);
/* Take the line away again. */
void gf_progress_end(struct gf_progress *);

#endif
