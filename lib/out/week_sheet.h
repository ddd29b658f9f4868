/* out/week_sheet.h: the blocks of people's weeks, a line each. */
#ifndef GF_WEEK_SHEET_H
#define GF_WEEK_SHEET_H

#include "judge/routine.h"
#include "out/format.h"

struct gf_weeks {
	const struct gf_week *v;
	size_t n;
};

/* text jsonl md: writers whose model is a struct gf_weeks. */
extern const struct gf_format gf_week_formats[3];

#endif
