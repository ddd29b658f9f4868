/* out/foresight_show.h: what worked before, and how well was foreseen. */
#ifndef GF_FORESIGHT_SHOW_H
#define GF_FORESIGHT_SHOW_H

#include "judge/foresight.h"
#include "out/format.h"

/* text jsonl: writers whose model is a struct gf_advices. */
extern const struct gf_format gf_advice_formats[2];
/* text jsonl: writers whose model is a struct gf_foresight. */
extern const struct gf_format gf_foresight_formats[2];

/* Whether a plan is not for the reader's audience. */
bool gf_advice_hides(const struct gf_look *, const struct gf_advice *);

#endif
