/* out/promise_sheet.h: what two people promised each other, a line each. */
#ifndef GF_PROMISE_SHEET_H
#define GF_PROMISE_SHEET_H

#include "judge/promise.h"
#include "out/format.h"

/* text jsonl md: writers whose model is a struct gf_promises. */
extern const struct gf_format gf_promise_formats[3];
/*
 * Append what one side kept of what was settled, with how many that were; less
 * than five say nothing yet.
 */
void gf_promise_rate(struct gf_buf *, struct gf_kept);
/* Append when it is due and how far that is ("2026-05-15, today"). */
void gf_promise_when(struct gf_buf *, const struct gf_promises *,
    const struct gf_promise *);

#endif
