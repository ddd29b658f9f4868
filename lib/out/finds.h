/* out/finds.h: the writers of findings and what they share. */
#ifndef GF_FINDS_H
#define GF_FINDS_H

#include "out/format.h"

/*
 * The first line of each finding for a program, with source, question and sums
 * where a person looks.
 */
void gf_find_text(struct gf_buf *, const void *report, const struct gf_look *);
/* The first lines alone. */
void gf_find_gnu(struct gf_buf *, const void *report, const struct gf_look *);
/* One JSON object a finding and line, all keys always there. */
void gf_find_jsonl(struct gf_buf *, const void *report,
    const struct gf_look *);
/* The same objects in one array. */
void gf_find_json(struct gf_buf *, const void *report, const struct gf_look *);
/* SARIF 2.1.0 as code scanning reads it. */
void gf_find_sarif(struct gf_buf *, const void *report,
    const struct gf_look *);
/* The first lines, then workflow commands that annotate a change on GitHub. */
void gf_find_github(struct gf_buf *, const void *report,
    const struct gf_look *);
/* The code quality report of GitLab. */
void gf_find_gitlab(struct gf_buf *, const void *report,
    const struct gf_look *);
/* The diagnostics of reviewdog, with suggestions. */
void gf_find_rdjson(struct gf_buf *, const void *report,
    const struct gf_look *);
/* JUnit: a case a goal and letter, so that progress shows too. */
void gf_find_junit(struct gf_buf *, const void *report,
    const struct gf_look *);
/* TAP 13: a line a finding, and one a goal without any. */
void gf_find_tap(struct gf_buf *, const void *report, const struct gf_look *);
/* A table for the page of a build or a merge request, at most 1 MB. */
void gf_find_md(struct gf_buf *, const void *report, const struct gf_look *);

/* Whether a finding is about a field that is not for the reader's audience. */
bool gf_find_hidden(const struct gf_finding *, const struct gf_look *);
/* What a finding says to this reader. */
struct gf_str gf_find_said(const struct gf_finding *, const struct gf_look *);
/*
 * The line of a place in the bytes of its document; false if they are gone.
 */
bool gf_find_line(const struct gf_report *, struct gf_place,
    struct gf_str *line);

/* Where a finding stands for a program that knows the repository alone. */
struct gf_spot {
	struct gf_buf path;	/* from its top; belongs to the caller */
	uint32_t line, col, end;	/* from 1, col and end in bytes */
	/* the same in characters, 0 if the bytes of the line are gone */
	uint32_t wide_col, wide_end;
};

/*
 * Work out a spot anew; a place in no document is line 1 of the first input.
 */
void gf_find_spot(const struct gf_report *, struct gf_place, struct gf_spot *);
/* Append the first line of a finding, and its question on a second. */
void gf_find_lines(struct gf_buf *, const struct gf_report *,
    const struct gf_finding *, const struct gf_look *);
/* Append what a finding says as gf_show() does, free of private text. */
void gf_find_show(struct gf_buf *, const struct gf_finding *,
    const struct gf_look *);
/*
 * Whether a finding fails a test case: errors and warnings, and what --fail-on
 * names.
 */
bool gf_find_fails(const struct gf_report *, const struct gf_finding *);

#endif
