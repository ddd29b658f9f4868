/* out/ladder_show.h: ladders as pictures in text. */
#ifndef GF_LADDER_SHOW_H
#define GF_LADDER_SHOW_H

#include "judge/ladder.h"
#include "out/format.h"

/* The ladders that are shown. */
struct gf_ladders {
	struct gf_ladder *v;
	size_t n, cap;
	bool named;		/* by their ids: the empty ones are shown, too */
};

/* text jsonl: writers whose model is a struct gf_ladders. */
extern const struct gf_format gf_ladder_formats[2];
/* Append one ladder from its top down to the first step. */
void gf_ladder_draw(struct gf_buf *, const struct gf_ladder *,
    const struct gf_look *);

#endif
