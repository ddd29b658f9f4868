/* out/check_card.h: what a check is for, check by check. */
#ifndef GF_CHECK_CARD_H
#define GF_CHECK_CARD_H

#include "goal/check.h"
#include "out/format.h"

/* The checks that are to be explained, in this order. */
struct gf_check_cards {
	const struct gf_check *const *v;
	size_t n;
};

/* text and jsonl: writers whose model is a struct gf_check_cards. */
#define GF_CARD_FORMATS 2
extern const struct gf_format gf_card_formats[GF_CARD_FORMATS];

#endif
