/* out/route_sheet.h: the ways to a goal, a letter each. */
#ifndef GF_ROUTE_SHEET_H
#define GF_ROUTE_SHEET_H

#include "judge/route.h"
#include "out/format.h"

/* text jsonl: writers whose model is a struct gf_routes. */
extern const struct gf_format gf_route_formats[2];

#endif
