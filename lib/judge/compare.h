/* judge/compare.h: the operators of conditions and watches. */
#ifndef GF_COMPARE_H
#define GF_COMPARE_H

#include "base/str.h"

enum gf_compare {
	GF_COMPARE_NE, GF_COMPARE_LE, GF_COMPARE_GE, GF_COMPARE_EQ, GF_COMPARE_LT, GF_COMPARE_GT,
	GF_COMPARE_HAS	/* of conditions alone */
};

/*
 * Where the first operator of a text stands, which it is and how many bytes it
 * has; the length of the text if it holds none up to the last that is wanted.
 */
size_t gf_compare_find(struct gf_str, enum gf_compare last, enum gf_compare *, size_t *len);
/* Whether an operator holds for an order; never for GF_COMPARE_HAS. */
bool gf_compare_holds(enum gf_compare, int order);

#endif
