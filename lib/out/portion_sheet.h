/* out/portion_sheet.h: the parts of a goal, and what to do for them. */
#ifndef GF_PORTION_SHEET_H
#define GF_PORTION_SHEET_H

#include "judge/portion.h"
#include "out/format.h"

/* text jsonl csv md: writers whose model is a struct gf_portion. */
extern const struct gf_format gf_portion_formats[4];

#endif
