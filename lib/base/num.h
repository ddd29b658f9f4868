/* base/num.h: exact decimal numbers, never binary floating point. */
#ifndef GF_NUM_H
#define GF_NUM_H

#include "base/buf.h"
#include "base/str.h"

/* m / 10^places, kept without trailing zeros behind the point. */
struct gf_num {
	int64_t m;
	uint8_t places;		/* 0 to 18 */
};

#define GF_NUM(whole) ((struct gf_num){ (whole), 0 })

/*
 * Read sign and digits with '.', grouped by ',' or '_' in threes only; at most
 * 15 digits, 6 behind the point; false (and why, a constant) if it is none.
 */
bool gf_num_parse(struct gf_str, struct gf_num *, const char **why);
/* Append the plain decimal form. */
void gf_num_print(struct gf_buf *, struct gf_num);
/* Order: negative, zero or positive. */
int gf_num_cmp(struct gf_num, struct gf_num);
/* Exact sum; false on overflow. */
bool gf_num_add(struct gf_num, struct gf_num, struct gf_num *);
/* Exact difference; false on overflow. */
bool gf_num_sub(struct gf_num, struct gf_num, struct gf_num *);
/* Exact product; false on overflow. */
bool gf_num_mul(struct gf_num, struct gf_num, struct gf_num *);
/*
 * Quotient rounded half to even to so many places; false on overflow or
 * division by zero.
 */
bool gf_num_div(struct gf_num, struct gf_num, unsigned places, struct gf_num *);
/* Compare a/b with c/d exactly (b, d > 0): negative, zero or positive. */
int gf_num_ratio_cmp(struct gf_num a, struct gf_num b, struct gf_num c,
    struct gf_num d);
/* The number rounded half to even to so many places. */
struct gf_num gf_num_round(struct gf_num, unsigned places);
/* The number without its sign. */
struct gf_num gf_num_abs(struct gf_num);
/* Whether the number has nothing behind the point. */
bool gf_num_whole(struct gf_num);

#endif
