/* out/impact_table.h: what moves when one goal changes or falls. */
#ifndef GF_IMPACT_TABLE_H
#define GF_IMPACT_TABLE_H

#include "judge/impact.h"
#include "out/format.h"

/* text jsonl: writers whose model is a struct gf_impact. */
extern const struct gf_format gf_impact_formats[2];

#endif
