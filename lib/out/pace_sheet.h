/* out/pace_sheet.h: the pace of goals, a line each. */
#ifndef GF_PACE_SHEET_H
#define GF_PACE_SHEET_H

#include "judge/pace_list.h"
#include "out/format.h"

/* text jsonl csv md svg: writers whose model is a struct gf_pace_list. */
extern const struct gf_format gf_pace_formats[5];
/* Append a number as a person says it: two or three digits that matter. */
void gf_pace_about(struct gf_buf *, struct gf_num);

#endif
