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

/* Whether a finding is about a field that is not for the reader's audience. */
bool gf_find_hidden(const struct gf_finding *, const struct gf_look *);
/* What a finding says to this reader. */
struct gf_str gf_find_said(const struct gf_finding *, const struct gf_look *);

#endif
