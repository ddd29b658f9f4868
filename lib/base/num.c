#include "base/num.h"

#define MOST_DIGITS 15
#define MOST_DECIMALS 6
#define MOST_PLACES 18
#define GROUPS "',' and '_' stand only between groups of three digits"

/* wide enough for any number of this file times 10^18 */
__extension__ typedef __int128 wide;

static const int64_t tens[MOST_PLACES + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000,
	1000000000, 10000000000, 100000000000, 1000000000000,
	10000000000000, 100000000000000, 1000000000000000,
	10000000000000000, 100000000000000000, 1000000000000000000
};

/* What a text holds besides its sign. */
struct digits {
	unsigned whole, behind;	/* how many digits on either side */
	unsigned group;		/* digits since the last separator */
	bool grouped, point;
	char separator;
	uint64_t m;
};

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
refuse(const char **why, const char *said)
{
	*why = said;
	return false;
}

static bool
separate(struct digits *d, char c, const char **why)
{
	*why = GROUPS;
	if (d->point || d->whole == 0 || d->group > 3)
		return false;
	if (d->grouped && (d->group != 3 || d->separator != c))
		return false;
	d->grouped = true;
	d->separator = c;
	d->group = 0;
	return true;
}

static bool
point(struct digits *d, const char **why)
{
	*why = "one '.' is the decimal point, with digits on both sides";
	if (d->point || d->whole == 0)
		return false;
	if (d->grouped && d->group != 3)
		return false;
	d->point = true;
	return true;
}

static bool
count(struct digits *d, char c, const char **why)
{
	*why = "a number has at most 15 digits, 6 of them behind the point";
	if (d->point)
		d->behind++;
	else
		d->whole++;
	if (d->whole + d->behind > MOST_DIGITS || d->behind > MOST_DECIMALS)
		return false;
	d->group++;
	d->m = d->m * 10 + (uint64_t)(c - '0');
	return true;
}

static struct gf_num
plain(int64_t m, unsigned places)
{
	while (places > 0 && m % 10 == 0) {
		m /= 10;
		places--;
	}
	return (struct gf_num){ m, (uint8_t)places };
}

bool
gf_num_parse(struct gf_str s, struct gf_num *out, const char **why)
{
	struct digits d = { 0 };
	bool minus = s.n > 0 && s.p[0] == '-', ok = true;
	size_t i = minus || (s.n > 0 && s.p[0] == '+');

	if (i + 1 < s.n && s.p[i] == '0' && digit(s.p[i + 1]))
		return refuse(why, "a number does not begin with a 0 before "
		    "another digit");
	if (i + 1 < s.n && s.p[i] == '0' && s.p[i + 1] != '.')
		return refuse(why, GROUPS);
	for (; i < s.n && ok; i++) {
		if (digit(s.p[i]))
			ok = count(&d, s.p[i], why);
		else if (s.p[i] == ',' || s.p[i] == '_')
			ok = separate(&d, s.p[i], why);
		else if (s.p[i] == '.')
			ok = point(&d, why);
		else
			return refuse(why, "digits are expected here");
	}
	if (!ok)
		return false;
	if (d.whole == 0 || (d.point && d.behind == 0))
		return refuse(why, "digits are expected here");
	if (d.grouped && !d.point && d.group != 3)
		return refuse(why, GROUPS);
	*out = plain(minus ? -(int64_t)d.m : (int64_t)d.m, d.behind);
	return true;
}

void
gf_num_print(struct gf_buf *b, struct gf_num n)
{
	char text[24];
	size_t at = sizeof(text);
	uint64_t m = n.m < 0 ? 0 - (uint64_t)n.m : (uint64_t)n.m;
	unsigned places = n.places;

	if (n.m < 0)
		gf_buf_byte(b, '-');
	for (unsigned i = 0; m > 0 || i <= places; i++) {
		if (i == places && i > 0)
			text[--at] = '.';
		text[--at] = (char)('0' + m % 10);
		m /= 10;
	}
	gf_buf_add(b, text + at, sizeof(text) - at);
}

/* The number without its point, as if it had so many places. */
static wide
scaled(struct gf_num n, unsigned places)
{
	return (wide)n.m * tens[places - n.places];
}

static bool
store(wide m, unsigned places, struct gf_num *out)
{
	while (places > 0 && m % 10 == 0) {
		m /= 10;
		places--;
	}
	if (places > MOST_PLACES || m > INT64_MAX || m < INT64_MIN)
		return false;
	*out = (struct gf_num){ (int64_t)m, (uint8_t)places };
	return true;
}

static unsigned
deeper(struct gf_num a, struct gf_num b)
{
	return a.places > b.places ? a.places : b.places;
}

int
gf_num_cmp(struct gf_num a, struct gf_num b)
{
	unsigned places = deeper(a, b);
	wide x, y;

	/* most numbers are whole */
	if (a.places == b.places)
		return a.m < b.m ? -1 : a.m > b.m;
	x = scaled(a, places);
	y = scaled(b, places);
	return x < y ? -1 : x > y;
}

bool
gf_num_add(struct gf_num a, struct gf_num b, struct gf_num *out)
{
	unsigned places = deeper(a, b);

	return store(scaled(a, places) + scaled(b, places), places, out);
}

bool
gf_num_sub(struct gf_num a, struct gf_num b, struct gf_num *out)
{
	unsigned places = deeper(a, b);

	return store(scaled(a, places) - scaled(b, places), places, out);
}

bool
gf_num_mul(struct gf_num a, struct gf_num b, struct gf_num *out)
{
	return store((wide)a.m * b.m, (unsigned)a.places + b.places, out);
}

/* One more where the rest is above half of the divisor, or half and q odd. */
static wide
half_even(wide q, wide rest, wide by)
{
	wide twice = 2 * rest;

	return q + (twice > by || (twice == by && q % 2 != 0));
}

bool
gf_num_div(struct gf_num a, struct gf_num b, unsigned places,
    struct gf_num *out)
{
	int shift = (int)b.places + (int)places - (int)a.places;
	wide n = a.m < 0 ? -(wide)a.m : a.m, by = b.m < 0 ? -(wide)b.m : b.m;
	wide q, rest, most = (wide)tens[18] * tens[18] * 10;

	if (by == 0 || places > MOST_PLACES)
		return false;
	for (; shift < 0; shift++)
		by *= 10;
	/* one division where 128 bits hold it */
	if (shift > 0 && shift <= MOST_PLACES) {
		n *= tens[shift];
		shift = 0;
	}
	q = n / by;
	rest = n % by;
	for (; shift > 0; shift--) {
		rest *= 10;
		q = q * 10 + rest / by;
		rest %= by;
		if (q > most)
			return false;
	}
	q = half_even(q, rest, by);
	return store((a.m < 0) != (b.m < 0) ? -q : q, places, out);
}

/* Compare n1/d1 with n2/d2, none negative, by their continued fractions. */
static int
compare(wide n1, wide d1, wide n2, wide d2)
{
	for (int turn = 1;; turn = -turn) {
		wide q1 = n1 / d1, q2 = n2 / d2, r1 = n1 % d1, r2 = n2 % d2;

		if (q1 != q2)
			return q1 < q2 ? -turn : turn;
		if (r1 == 0 || r2 == 0)
			return r1 == r2 ? 0 : r1 == 0 ? -turn : turn;
		n1 = d1;
		d1 = r1;
		n2 = d2;
		d2 = r2;
	}
}

/* Whether the product of two such fits. */
static bool
is_small(wide n)
{
	return n <= INT64_MAX && n >= INT64_MIN;
}

int
gf_num_ratio_cmp(struct gf_num a, struct gf_num b, struct gf_num c,
    struct gf_num d)
{
	wide n1 = (wide)a.m * tens[b.places], d1 = (wide)b.m * tens[a.places];
	wide n2 = (wide)c.m * tens[d.places], d2 = (wide)d.m * tens[c.places];

	if ((n1 < 0) != (n2 < 0))
		return n1 < 0 ? -1 : 1;
	if (is_small(n1) && is_small(d1) && is_small(n2) && is_small(d2))
		return n1 * d2 < n2 * d1 ? -1 : n1 * d2 > n2 * d1;
	return n1 < 0 ? compare(-n2, d2, -n1, d1) : compare(n1, d1, n2, d2);
}

struct gf_num
gf_num_round(struct gf_num n, unsigned places)
{
	struct gf_num out = n;

	if (places < n.places)
		gf_num_div(n, GF_NUM(1), places, &out);
	return out;
}

struct gf_num
gf_num_abs(struct gf_num n)
{
	if (n.m < 0)
		n.m = -n.m;
	return n;
}

bool
gf_num_whole(struct gf_num n)
{
	return n.places == 0;
}
