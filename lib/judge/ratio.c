#include "judge/ratio.h"

#define PLACES 12

struct gf_ratio
gf_ratio(struct gf_num a, struct gf_num b)
{
	if (b.m < 0) {
		a.m = -a.m;
		b.m = -b.m;
	}
	return (struct gf_ratio){ a, b };
}

/* The same fraction as a decimal, of as many places as fit. */
static struct gf_ratio
rounded(struct gf_ratio r)
{
	struct gf_num n = GF_NUM(0);

	for (unsigned places = PLACES; places > 0; places -= 4)
		if (gf_num_div(r.n, r.d, places, &n))
			return gf_ratio_of(n);
	gf_num_div(r.n, r.d, 0, &n);
	return gf_ratio_of(n);
}

static bool
exact_mul(struct gf_ratio a, struct gf_ratio b, struct gf_ratio *out)
{
	struct gf_num n, d;

	if (!gf_num_mul(a.n, b.n, &n) || !gf_num_mul(a.d, b.d, &d))
		return false;
	*out = (struct gf_ratio){ n, d };
	return true;
}

struct gf_ratio
gf_ratio_mul(struct gf_ratio a, struct gf_ratio b)
{
	struct gf_ratio out = GF_RATIO_ZERO;

	if (exact_mul(a, b, &out))
		return out;
	a = rounded(a);
	b = rounded(b);
	for (unsigned places = PLACES; !exact_mul(a, b, &out) && places > 0;
	    places -= 2) {
		a.n = gf_num_round(a.n, places / 2);
		b.n = gf_num_round(b.n, places / 2);
	}
	return out;
}

static bool
exact_add(struct gf_ratio a, struct gf_ratio b, struct gf_ratio *out)
{
	struct gf_num x, y;

	if (gf_num_cmp(a.d, b.d) == 0) {
		out->d = a.d;
		return gf_num_add(a.n, b.n, &out->n);
	}
	return gf_num_mul(a.n, b.d, &x) && gf_num_mul(b.n, a.d, &y) &&
	    gf_num_add(x, y, &out->n) && gf_num_mul(a.d, b.d, &out->d);
}

struct gf_ratio
gf_ratio_add(struct gf_ratio a, struct gf_ratio b)
{
	struct gf_ratio out;

	if (exact_add(a, b, &out))
		return out;
	a = rounded(a);
	b = rounded(b);
	if (!gf_num_add(a.n, b.n, &out.n))
		out.n = gf_num_cmp(a.n, b.n) > 0 ? a.n : b.n;
	out.d = GF_NUM(1);
	return out;
}

struct gf_ratio
gf_ratio_sub(struct gf_ratio a, struct gf_ratio b)
{
	b.n.m = -b.n.m;
	return gf_ratio_add(a, b);
}

struct gf_ratio
gf_ratio_div(struct gf_ratio a, struct gf_ratio b)
{
	return gf_ratio_mul(a, gf_ratio(b.d, b.n));
}

int
gf_ratio_cmp(struct gf_ratio a, struct gf_ratio b)
{
	return gf_num_ratio_cmp(a.n, a.d, b.n, b.d);
}

struct gf_num
gf_ratio_num(struct gf_ratio r)
{
	struct gf_num out = GF_NUM(0);

	for (unsigned places = 6;; places--)
		if (gf_num_div(r.n, r.d, places, &out) || places == 0)
			return out;
}

struct gf_num
gf_ratio_along(struct gf_num from, struct gf_num way, struct gf_ratio share)
{
	return gf_ratio_num(gf_ratio_add(gf_ratio_of(from),
	    gf_ratio_mul(share, gf_ratio_of(way))));
}

bool
gf_ratio_ceil(struct gf_ratio r, struct gf_num *out)
{
	if (!gf_num_div(r.n, r.d, 0, out))
		return false;
	if (gf_ratio_cmp(gf_ratio_of(*out), r) < 0)
		out->m++;
	return true;
}
