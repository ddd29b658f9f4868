/* judge/span.h: years, quarters, months, weeks and days of a calendar. */
#ifndef GF_SPAN_H
#define GF_SPAN_H

#include "base/date.h"
#include "judge/portion.h"

/* The last day of the span that a day lies in. */
gf_day gf_span_last(enum gf_by, gf_day, const struct gf_fiscal *);
/* The name of that span: 2026, 2026-Q3, FY27-Q1, 2026-07, 2026-W27. */
void gf_span_name(enum gf_by, gf_day, const struct gf_fiscal *,
    char out[GF_SPAN_NAME]);

#endif
