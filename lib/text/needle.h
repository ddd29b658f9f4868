/* text/needle.h: three letters that a text must hold for a pattern to match. */
#ifndef GF_NEEDLE_H
#define GF_NEEDLE_H

#include "base/str.h"

#define GF_NEEDLES 160		/* more of them would tell nothing apart */
#define GF_TRIPLES (26 * 26 * 26)

/* A text that a pattern matches holds one of these at least. */
struct gf_needles {
	uint16_t v[GF_NEEDLES];	/* three letters as a number below GF_TRIPLES */
	size_t n;		/* 0: it is not known what it must hold */
};

/* Which three letters stand together in a text. */
struct gf_hay {
	struct gf_str text;
	bool plain;		/* it is ASCII */
	uint64_t set[(GF_TRIPLES + 63) / 64];
};

/* Find the needles of a pattern that PCRE2 takes. */
void gf_needles_find(struct gf_needles *, struct gf_str pattern);
/* Read a text, which must outlive the hay. */
void gf_hay_read(struct gf_hay *, struct gf_str);
/* Whether a pattern may match a text; it cannot where this is false. */
bool gf_hay_may(const struct gf_hay *, const struct gf_needles *);

#endif
