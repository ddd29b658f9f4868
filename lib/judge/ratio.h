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

#define GF_RATIO_ZERO ((struct gf_ratio){ { 0, 0 }, { 1, 0 } })
#define GF_RATIO_ONE ((struct gf_ratio){ { 1, 0 }, { 1, 0 } })

/* The fraction a / b (b not 0). */
struct gf_ratio gf_ratio(struct gf_num a, struct gf_num b);
/* A number as a fraction. */
static inline struct gf_ratio
gf_ratio_of(struct gf_num n)
{
	return (struct gf_ratio){ n, GF_NUM(1) };
}
/* The fraction without its sign. */
static inline struct gf_ratio
gf_ratio_abs(struct gf_ratio r)
{
	return (struct gf_ratio){ gf_num_abs(r.n), r.d };
}
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
/* Where a share of a way from a number on is, 6 places. */
struct gf_num gf_ratio_along(struct gf_num from, struct gf_num way,
    struct gf_ratio share);
/*
 * The least whole number that is not below a fraction; false if 64 bits do not
 * hold it.
 */
bool gf_ratio_ceil(struct gf_ratio, struct gf_num *);

#endif
