/* cli/run.h: what the rooms of cli share about a run. */
#ifndef GF_RUN_H
#define GF_RUN_H

#include <stdarg.h>

#include "cli/main.h"
#include "judge/judge.h"

/* Say on standard error, with -v only, what was skipped or looked up. */
void gf_run_note(struct gf_run *, const char *fmt, ...) GF_PRINTF(2, 3);
/* Say what went wrong as gf_run_fail does, in a line of an import (0: none). */
GF_PRINTF(3, 0) void gf_run_fail_at(struct gf_run *, unsigned line,
    const char *fmt, va_list);
/* Say that a text cannot be an id, and which id it could be. */
void gf_run_no_id(struct gf_run *, struct gf_str);
/*
 * Whether no file has the name that is no goal (or whatever is what); else says
 * how the file is written as an operand.
 */
bool gf_run_no_file(struct gf_run *, const char *what, struct gf_str);
/*
 * The end of a message about a wrong word: which is near, else (NULL) what is
 * to be said otherwise; the run's arena owns it.
 */
const char *gf_run_meant(struct gf_run *, const char *near,
    const char *otherwise);
/* The same for an id that no goal has; empty if none is near. */
const char *gf_run_near(struct gf_run *, struct gf_str id);
/* A row of any catalog by its id, NULL if there is none. */
const struct gf_check *gf_run_row(struct gf_str id);
/* The same of the rules that a configuration names. */
const struct gf_check *gf_run_own(const struct gf_config *, struct gf_str id);
/* The id of a row nearest to a mistyped one, NULL if none is near. */
const char *gf_run_row_near(struct gf_str id);
/* Judge a plan by the checks of the program, into findings. */
void gf_run_judge(const struct gf_run *, struct gf_plan *,
    const struct gf_sentence *, struct gf_findings *);
/* 1 if a finding is as severe as --fail-on says, else 0. */
int gf_run_verdict(const struct gf_run *);
/* Write the documents that a report is about as a stream. */
void gf_run_write_about(struct gf_run *);
/* Keep of what the reader found what a verb that does not judge has to say. */
void gf_run_select(struct gf_run *);

#endif
