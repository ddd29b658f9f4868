/* out/retro_page.h: one page about a cycle that is over. */
#ifndef GF_RETRO_PAGE_H
#define GF_RETRO_PAGE_H

#include "judge/retro.h"
#include "out/format.h"

/* text md html: writers whose model is a struct gf_retro. */
extern const struct gf_format gf_retro_formats[3];

#endif
