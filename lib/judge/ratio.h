/*
 * judge/ratio.h: fractions, so that no comparison hangs on a rounded quotient.
 */
#ifndef GF_RATIO_H
#define GF_RATIO_H

#include "base/num.h"

/* n / d with d above 0. */
struct gf_ratio {
	struct gf_num n, d;
};

/* The fraction a / b (b not 0). */
struct gf_ratio gf_ratio(struct gf_num a, struct gf_num b);
/*
 * Sum, difference and product; rounded to 12 places only where 64 bits do not
 * hold them.
 */
struct gf_ratio gf_ratio_add(struct gf_ratio, struct gf_ratio);
struct gf_ratio gf_ratio_sub(struct gf_ratio, struct gf_ratio);
struct gf_ratio gf_ratio_mul(struct gf_ratio, struct gf_ratio);
/* The first divided by the second, which is not 0. */
struct gf_ratio gf_ratio_div(struct gf_ratio, struct gf_ratio);
/* Order: negative, zero or positive. */
int gf_ratio_cmp(struct gf_ratio, struct gf_ratio);
/* The quotient, rounded half to even to 6 places. */
struct gf_num gf_ratio_num(struct gf_ratio);

#endif
