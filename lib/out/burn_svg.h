/* out/burn_svg.h: the burn-up of a goal as a picture. */
#ifndef GF_BURN_SVG_H
#define GF_BURN_SVG_H

#include "judge/pace_list.h"
#include "out/format.h"

/*
 * Append an SVG with the burn-up of every goal of a struct gf_pace_list (the
 * model), one below the other, light or dark as the reader is.
 */
void gf_burn_svg(struct gf_buf *, const void *model, const struct gf_look *);

#endif
