#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "goal/value.h"

#define SHOWN 40	/* bytes of a wrong value that a message repeats */

bool
gf_value_refuse(struct gf_arena *arena, const char **why, struct gf_str s,
    const char *fmt, ...)
{
	struct gf_str head = s.n > SHOWN ? gf_utf8_fit(
	    (struct gf_str){ s.p, SHOWN }, SHOWN - 3) : s;
	struct gf_buf b = { 0 };
	char said[300];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(said, sizeof(said), fmt, ap);
	va_end(ap);
	gf_buf_printf(&b, "'%.*s%s' %s", (int)head.n, head.p,
	    head.n < s.n ? "..." : "", said);
	*why = gf_arena_copy(arena, b.p, b.n);
	gf_buf_release(&b);
	return false;
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The beginning of a text that could belong to a number. */
static struct gf_str
number_part(struct gf_str s)
{
	size_t i = s.n > 0 && (s.p[0] == '-' || s.p[0] == '+');

	while (i < s.n && (digit(s.p[i]) || s.p[i] == '.' || s.p[i] == ',' ||
	    s.p[i] == '_'))
		i++;
	return (struct gf_str){ s.p, i };
}

static struct gf_str
behind(struct gf_str s, size_t n)
{
	return (struct gf_str){ s.p + n, s.n - n };
}

/* A whole number of another base or with an exponent, as digits; 0 if none. */
static int64_t
coded(struct gf_str s)
{
	int64_t v = 0, base = 16;
	size_t i = 2, power = 0;

	if (s.n > 2 && s.n <= 12 && s.p[0] == '0' &&
	    (s.p[1] == 'x' || s.p[1] == 'X')) {
		for (; i < s.n; i++) {
			static const char hex[] = "0123456789abcdef";
			const char *at = strchr(hex, s.p[i] | 32);

			if (at == NULL)
				return 0;
			v = v * base + (at - hex);
		}
		return v;
	}
	for (i = 0; i < s.n && i < 6 && digit(s.p[i]); i++)
		v = v * 10 + (s.p[i] - '0');
	if (i == 0 || i + 2 > s.n || (s.p[i] | 32) != 'e')
		return 0;
	for (i++; i < s.n && digit(s.p[i]) && power < 10; i++)
		power = power * 10 + (size_t)(s.p[i] - '0');
	if (i < s.n || power > 8)
		return 0;
	while (power-- > 0)
		v *= 10;
	return v;
}

/* Where the decimal point stands that was meant, n of the text if nowhere. */
static size_t
meant_point(struct gf_str s)
{
	size_t commas = 0, points = 0, others = 0, at = s.n;

	for (size_t i = 0; i < s.n; i++) {
		commas += s.p[i] == ',';
		points += s.p[i] == '.';
		others += s.p[i] == '_';
		if (s.p[i] == ',' || s.p[i] == '.')
			at = i;
	}
	if (at == s.n || (s.p[at] == ',' && others > 0))
		return s.n;
	return (s.p[at] == ',' ? commas : points) == 1 ? at : s.n;
}

static bool
three_digits(struct gf_str s, size_t at)
{
	return at + 3 <= s.n && digit(s.p[at]) && digit(s.p[at + 1]) &&
	    digit(s.p[at + 2]) && (at + 3 == s.n || !digit(s.p[at + 3]));
}

/* A number in the plain form that was probably meant. */
static bool
mend(struct gf_str s, struct gf_buf *out)
{
	size_t i = 0, point = meant_point(s);
	struct gf_num n;
	const char *why;

	if (s.n > 0 && (s.p[0] == '-' || s.p[0] == '+'))
		gf_buf_add(out, s.p, i = 1);
	while (i + 1 < s.n && s.p[i] == '0' && digit(s.p[i + 1]))
		i++;
	if (i == point)
		gf_buf_byte(out, '0');
	for (; i < s.n; i++) {
		if (digit(s.p[i]))
			gf_buf_byte(out, s.p[i]);
		else if (i != point && !three_digits(s, i + 1))
			return false;
		else if (i == point && i + 1 < s.n)
			gf_buf_byte(out, '.');
	}
	return gf_num_parse(gf_buf_view(out), &n, &why);
}

/* Say why part of a text is no number, with the plain form if there is one. */
static bool
no_number(struct gf_arena *arena, const char **why, struct gf_str whole,
    struct gf_str part, const char *said)
{
	struct gf_buf plain = { 0 };
	int64_t v = coded(part);
	const char *minus = part.p != whole.p && whole.p[0] == '-' ? "-" : "";

	if (v > 0)
		gf_buf_printf(&plain, "%lld", (long long)v);
	else if (!mend(part, &plain))
		gf_buf_clear(&plain);
	if (plain.n == 0)
		gf_value_refuse(arena, why, whole, "is no number: %s", said);
	else if (part.n + strlen(minus) == whole.n)
		gf_value_refuse(arena, why, whole, "is no plain number: "
		    "write %s%s", minus, plain.p);
	else
		gf_value_refuse(arena, why, whole, "holds no plain number: "
		    "write %s in place of %.*s", plain.p,
		    (int)(part.n < SHOWN ? part.n : SHOWN), part.p);
	gf_buf_release(&plain);
	return false;
}

struct suffix {
	const char *word;
	int64_t times;
	/* what is to be written instead, NULL: as it is */
	const char *plain;
};

static const struct suffix suffixes[] = {
	{ "k", 1000, NULL },
	{ "M", 1000000, NULL },
	{ "bn", 1000000000, NULL },
	{ "K", 1000, "k" },
	{ "m", 1000000, "M" },
	{ "mn", 1000000, "M" },
	{ "mio", 1000000, "M" },
	{ "Mio", 1000000, "M" },
	{ "B", 1000000000, "bn" },
	{ "b", 1000000000, "bn" },
};

/* A quantity that is taken apart from the left. */
struct parts {
	struct gf_str whole, rest;
	struct gf_str number, sign, unit;
	bool minus;
	int64_t times;
};

/* The currency sign at the front of a text, empty if there is none. */
static struct gf_str
money_sign(struct gf_str s)
{
	size_t n = 0;

	while (n < s.n && n < 4 && !digit(s.p[n]) && s.p[n] != ' ' &&
	    s.p[n] != '-' && s.p[n] != '+' && s.p[n] != '.' && s.p[n] != ',')
		n++;
	for (; n > 0; n--)
		if (gf_unit_kind((struct gf_str){ s.p, n }) == GF_UNIT_MONEY &&
		    ((s.p[n - 1] & 0x80) || s.p[n - 1] == '$' ||
		    gf_str_is((struct gf_str){ s.p, n }, "kr")))
			break;
	return (struct gf_str){ s.p, n };
}

static bool
front(struct parts *q, struct gf_arena *arena, const char **why)
{
	struct gf_str s = q->whole;

	if (s.n > 0 && s.p[0] == '-') {
		q->minus = true;
		s = behind(s, 1);
	}
	q->sign = money_sign(s);
	s = behind(s, q->sign.n);
	if (q->sign.n > 0 && s.n > 0 && s.p[0] == '-')
		return gf_value_refuse(arena, why, q->whole,
		    "has its sign behind the "
		    "currency: write -%.*s%.*s", (int)q->sign.n, q->sign.p,
		    (int)(s.n - 1 < SHOWN ? s.n - 1 : SHOWN), s.p + 1);
	q->number = number_part(s);
	q->rest = behind(s, q->number.n);
	return true;
}

/* The letters that stand directly at a number. */
static struct gf_str
letters(struct gf_str s)
{
	size_t n = 0;

	while (n < s.n && ((s.p[n] | 32) >= 'a' && (s.p[n] | 32) <= 'z'))
		n++;
	return (struct gf_str){ s.p, n };
}

static bool
suffix(struct parts *q, struct gf_arena *arena, const char **why)
{
	struct gf_str word = letters(q->rest), token = q->number;
	struct gf_str after = q->rest;

	q->times = 1;
	if (word.n == 0)
		return true;
	for (size_t i = 0; i < GF_LEN(suffixes); i++) {
		if (!gf_str_is(word, suffixes[i].word))
			continue;
		if (suffixes[i].plain != NULL)
			return gf_value_refuse(arena, why, q->whole,
			    "has an unknown "
			    "multiplier: write %.*s%s", (int)q->number.n,
			    q->number.p, suffixes[i].plain);
		q->times = suffixes[i].times;
		q->rest = behind(q->rest, word.n);
		return true;
	}
	gf_str_cut(&after, ' ');
	token.n += q->rest.n - after.n;
	token = gf_str_trim(token);
	if (coded(token) > 0)
		return no_number(arena, why, q->whole, token, "");
	if (word.n == 1 && (word.p[0] | 32) == 'e' && q->rest.n > 1 &&
	    (digit(q->rest.p[1]) || q->rest.p[1] == '-'))
		return gf_value_refuse(arena, why, q->whole, "has an exponent: "
		    "write all its digits");
	return gf_value_refuse(arena, why, q->whole,
	    "needs a blank before its unit: "
	    "write %.*s %.*s", (int)q->number.n, q->number.p,
	    (int)(word.n < SHOWN ? word.n : SHOWN), word.p);
}

/* More digits behind a blank: groups apart, or a second number. */
static bool
second_number(struct parts *q, struct gf_arena *arena, const char **why)
{
	size_t n = 0;
	struct gf_str s = q->number;

	while (n < q->rest.n && (digit(q->rest.p[n]) || q->rest.p[n] == ' ' ||
	    q->rest.p[n] == '.' || q->rest.p[n] == ','))
		n++;
	s.n += n;
	s = gf_str_trim(s);
	if (s.n == q->number.n)
		return gf_value_refuse(arena, why, q->whole, "holds more than "
		    "one number: keep one");
	return no_number(arena, why, q->whole, s,
	    "one number is expected, then its unit");
}

static bool
unit(struct parts *q, struct gf_arena *arena, const char **why)
{
	struct gf_str u = gf_str_trim(q->rest), sign;

	sign = money_sign(u);
	if (q->rest.n > 0 && q->rest.p[0] != ' ' && q->rest.p[0] != '%' &&
	    sign.n != u.n)
		return no_number(arena, why, q->whole, q->whole,
		    "write digits with '.' as decimal point, then a unit");
	if (u.n > 1 && u.p[0] == '%' && gf_unit_kind(u) == GF_UNIT_FREE)
		return gf_value_refuse(arena, why, q->whole, "says more than "
		    "a percentage: write %.*s%%", (int)q->number.n,
		    q->number.p);
	for (size_t i = 0; i < u.n; i++)
		if (digit(u.p[i]) && (i == 0 || u.p[i - 1] == ' '))
			return second_number(q, arena, why);
	if (q->sign.n > 0 && u.n > 0 && !gf_unit_agree(q->sign, u))
		return gf_value_refuse(arena, why, q->whole,
		    "names two units, '%.*s' "
		    "and '%.*s': keep one", (int)q->sign.n, q->sign.p,
		    (int)(u.n < SHOWN ? u.n : SHOWN), u.p);
	q->unit = u.n > 0 ? u : q->sign;
	return true;
}

static bool
amount(const struct parts *q, struct gf_num *out, struct gf_arena *arena,
    const char **why)
{
	struct gf_num most = { 999999999999999, 0 };
	struct gf_num n;
	const char *said;

	if (q->number.n == 0 || (q->minus &&
	    (q->number.p[0] == '-' || q->number.p[0] == '+')))
		return gf_value_refuse(arena, why, q->whole,
		    "does not begin with a "
		    "number: write an amount such as 24, 15%%, 1.2M or "
		    "40k EUR");
	if (!gf_num_parse(q->number, &n, &said))
		return no_number(arena, why, q->whole, q->number, said);
	if (!gf_num_mul(n, GF_NUM(q->minus ? -q->times : q->times), out) ||
	    gf_num_cmp(*out, most) > 0 ||
	    gf_num_cmp(*out, GF_NUM(-most.m)) < 0)
		return gf_value_refuse(arena, why, q->whole,
		    "has more than 15 digits");
	return true;
}

/* A code before the number, as EUR 40k. */
static bool
code_first(struct gf_str s, struct gf_arena *arena, const char **why)
{
	struct gf_str word = letters(s), rest = gf_str_trim(behind(s, word.n));

	if (word.n == 0 || rest.n == 0 || rest.n > SHOWN ||
	    gf_unit_kind(word) != GF_UNIT_MONEY || !digit(rest.p[0]))
		return false;
	gf_value_refuse(arena, why, s,
	    "has its currency first: write %.*s %.*s",
	    (int)rest.n, rest.p, (int)word.n, word.p);
	return true;
}

bool
gf_qty_parse(struct gf_str s, struct gf_qty *out, struct gf_arena *arena,
    const char **why)
{
	struct parts q = { .whole = gf_str_trim(s) };

	if (!front(&q, arena, why))
		return false;
	if (q.number.n == 0 && code_first(q.whole, arena, why))
		return false;
	if (q.number.n > 0 && !suffix(&q, arena, why))
		return false;
	if (!amount(&q, &out->num, arena, why) || !unit(&q, arena, why))
		return false;
	out->unit = q.unit;
	return true;
}

bool
gf_share_parse(struct gf_str s, struct gf_num *out, struct gf_arena *arena,
    const char **why)
{
	struct gf_str number = gf_str_trim(s);
	bool percent = gf_str_ends(number, "%");
	const char *said;

	if (percent) {
		number.n--;
		number = gf_str_trim(number);
	}
	if (!gf_num_parse(number, out, &said)) {
		if (number_part(number).n == number.n && number.n > 0)
			return no_number(arena, why, s, number, said);
		return gf_value_refuse(arena, why, s,
		    "is no share: write 40%% or 0.4");
	}
	if (out->m < 0)
		return gf_value_refuse(arena, why, s,
		    "is below nothing: a share is "
		    "40%% or 0.4, and 1 is all of it");
	return !percent || gf_num_mul(*out, (struct gf_num){ 1, 2 }, out);
}

bool
gf_likelihood_parse(struct gf_str s, struct gf_num *out,
    struct gf_arena *arena, const char **why)
{
	static const unsigned char percent[] = { 10, 30, 50, 70, 90 };

	if (!gf_share_parse(s, out, arena, why))
		return false;
	if (!gf_str_ends(gf_str_trim(s), "%") && gf_num_whole(*out) &&
	    out->m >= 1 && out->m <= 5)
		return gf_num_mul(GF_NUM(percent[out->m - 1]),
		    (struct gf_num){ 1, 2 }, out);
	if (gf_num_cmp(*out, GF_NUM(1)) > 0)
		return gf_value_refuse(arena, why, s,
		    "is no likelihood: write 40%%, "
		    "0.4 or a level from 1 to 5");
	return true;
}
