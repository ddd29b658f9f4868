/* out/overlap_table.h: what people want beside what the company wants. */
#ifndef GF_OVERLAP_TABLE_H
#define GF_OVERLAP_TABLE_H

#include "judge/overlap.h"
#include "out/format.h"

/* What is shown: the overlap, and whose rows (NULL: all), by row. */
struct gf_overlap_view {
	const struct gf_overlap *overlap;
	const bool *chosen;
};

/* text jsonl: writers whose model is a struct gf_overlap_view. */
extern const struct gf_format gf_overlap_formats[2];

#endif
