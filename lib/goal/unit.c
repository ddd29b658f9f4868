#include <string.h>

#include "goal/value.h"

struct unit {
	const char *word;
	const char *canon;	/* the spelling that comparisons use */
	enum gf_unit_kind kind;
	const char *sign;	/* of a currency that shares it with others */
};

/* In the order of their bytes, for the search. */
static const struct unit units[] = {
	{ "#", "count", GF_UNIT_COUNT, NULL },
	{ "$", "$", GF_UNIT_MONEY, "$" },
	{ "%", "%", GF_UNIT_PERCENT, NULL },
	{ "%-points", "pp", GF_UNIT_POINTS, NULL },
	{ "A$", "AUD", GF_UNIT_MONEY, "$" },
	{ "AED", "AED", GF_UNIT_MONEY, NULL },
	{ "ARS", "ARS", GF_UNIT_MONEY, "$" },
	{ "AUD", "AUD", GF_UNIT_MONEY, "$" },
	{ "BGN", "BGN", GF_UNIT_MONEY, NULL },
	{ "BRL", "BRL", GF_UNIT_MONEY, NULL },
	{ "C$", "CAD", GF_UNIT_MONEY, "$" },
	{ "CAD", "CAD", GF_UNIT_MONEY, "$" },
	{ "CHF", "CHF", GF_UNIT_MONEY, NULL },
	{ "CLP", "CLP", GF_UNIT_MONEY, "$" },
	{ "CNY", "CNY", GF_UNIT_MONEY, "\xc2\xa5" },
	{ "COP", "COP", GF_UNIT_MONEY, "$" },
	{ "CZK", "CZK", GF_UNIT_MONEY, NULL },
	{ "DKK", "DKK", GF_UNIT_MONEY, "kr" },
	{ "EGP", "EGP", GF_UNIT_MONEY, NULL },
	{ "EUR", "EUR", GF_UNIT_MONEY, NULL },
	{ "GB", "GB", GF_UNIT_OTHER, NULL },
	{ "GBP", "GBP", GF_UNIT_MONEY, NULL },
	{ "HKD", "HKD", GF_UNIT_MONEY, "$" },
	{ "HUF", "HUF", GF_UNIT_MONEY, NULL },
	{ "IDR", "IDR", GF_UNIT_MONEY, NULL },
	{ "ILS", "ILS", GF_UNIT_MONEY, NULL },
	{ "INR", "INR", GF_UNIT_MONEY, NULL },
	{ "ISK", "ISK", GF_UNIT_MONEY, "kr" },
	{ "JPY", "JPY", GF_UNIT_MONEY, "\xc2\xa5" },
	{ "KB", "kB", GF_UNIT_OTHER, NULL },
	{ "KES", "KES", GF_UNIT_MONEY, NULL },
	{ "KRW", "KRW", GF_UNIT_MONEY, NULL },
	{ "MB", "MB", GF_UNIT_OTHER, NULL },
	{ "MW", "MW", GF_UNIT_OTHER, NULL },
	{ "MWh", "MWh", GF_UNIT_OTHER, NULL },
	{ "MXN", "MXN", GF_UNIT_MONEY, "$" },
	{ "MYR", "MYR", GF_UNIT_MONEY, NULL },
	{ "NGN", "NGN", GF_UNIT_MONEY, NULL },
	{ "NOK", "NOK", GF_UNIT_MONEY, "kr" },
	{ "NZ$", "NZD", GF_UNIT_MONEY, "$" },
	{ "NZD", "NZD", GF_UNIT_MONEY, "$" },
	{ "PHP", "PHP", GF_UNIT_MONEY, NULL },
	{ "PLN", "PLN", GF_UNIT_MONEY, NULL },
	{ "R$", "BRL", GF_UNIT_MONEY, NULL },
	{ "RON", "RON", GF_UNIT_MONEY, NULL },
	{ "RSD", "RSD", GF_UNIT_MONEY, NULL },
	{ "RUB", "RUB", GF_UNIT_MONEY, NULL },
	{ "SAR", "SAR", GF_UNIT_MONEY, NULL },
	{ "SEK", "SEK", GF_UNIT_MONEY, "kr" },
	{ "SGD", "SGD", GF_UNIT_MONEY, "$" },
	{ "TB", "TB", GF_UNIT_OTHER, NULL },
	{ "THB", "THB", GF_UNIT_MONEY, NULL },
	{ "TRY", "TRY", GF_UNIT_MONEY, NULL },
	{ "TWD", "TWD", GF_UNIT_MONEY, "$" },
	{ "UAH", "UAH", GF_UNIT_MONEY, NULL },
	{ "US$", "USD", GF_UNIT_MONEY, "$" },
	{ "USD", "USD", GF_UNIT_MONEY, "$" },
	{ "VND", "VND", GF_UNIT_MONEY, NULL },
	{ "ZAR", "ZAR", GF_UNIT_MONEY, NULL },
	{ "cm", "cm", GF_UNIT_OTHER, NULL },
	{ "count", "count", GF_UNIT_COUNT, NULL },
	{ "d", "days", GF_UNIT_TIME, NULL },
	{ "day", "days", GF_UNIT_TIME, NULL },
	{ "days", "days", GF_UNIT_TIME, NULL },
	{ "dollar", "$", GF_UNIT_MONEY, "$" },
	{ "dollars", "$", GF_UNIT_MONEY, "$" },
	{ "euro", "EUR", GF_UNIT_MONEY, NULL },
	{ "euros", "EUR", GF_UNIT_MONEY, NULL },
	{ "g", "g", GF_UNIT_OTHER, NULL },
	{ "h", "h", GF_UNIT_TIME, NULL },
	{ "ha", "ha", GF_UNIT_OTHER, NULL },
	{ "hour", "h", GF_UNIT_TIME, NULL },
	{ "hours", "h", GF_UNIT_TIME, NULL },
	{ "hr", "h", GF_UNIT_TIME, NULL },
	{ "hrs", "h", GF_UNIT_TIME, NULL },
	{ "kB", "kB", GF_UNIT_OTHER, NULL },
	{ "kW", "kW", GF_UNIT_OTHER, NULL },
	{ "kWh", "kWh", GF_UNIT_OTHER, NULL },
	{ "kg", "kg", GF_UNIT_OTHER, NULL },
	{ "km", "km", GF_UNIT_OTHER, NULL },
	{ "kr", "kr", GF_UNIT_MONEY, "kr" },
	{ "l", "l", GF_UNIT_OTHER, NULL },
	{ "litres", "l", GF_UNIT_OTHER, NULL },
	{ "m", "m", GF_UNIT_OTHER, NULL },
	{ "m2", "m2", GF_UNIT_OTHER, NULL },
	{ "m3", "m3", GF_UNIT_OTHER, NULL },
	{ "min", "min", GF_UNIT_TIME, NULL },
	{ "mins", "min", GF_UNIT_TIME, NULL },
	{ "minute", "min", GF_UNIT_TIME, NULL },
	{ "minutes", "min", GF_UNIT_TIME, NULL },
	{ "mm", "mm", GF_UNIT_OTHER, NULL },
	{ "month", "months", GF_UNIT_TIME, NULL },
	{ "months", "months", GF_UNIT_TIME, NULL },
	{ "ms", "ms", GF_UNIT_TIME, NULL },
	{ "number", "count", GF_UNIT_COUNT, NULL },
	{ "pct", "%", GF_UNIT_PERCENT, NULL },
	{ "per cent", "%", GF_UNIT_PERCENT, NULL },
	{ "percent", "%", GF_UNIT_PERCENT, NULL },
	{ "percent points", "pp", GF_UNIT_POINTS, NULL },
	{ "percentage points", "pp", GF_UNIT_POINTS, NULL },
	{ "pp", "pp", GF_UNIT_POINTS, NULL },
	{ "s", "s", GF_UNIT_TIME, NULL },
	{ "sec", "s", GF_UNIT_TIME, NULL },
	{ "second", "s", GF_UNIT_TIME, NULL },
	{ "seconds", "s", GF_UNIT_TIME, NULL },
	{ "t", "t", GF_UNIT_OTHER, NULL },
	{ "tonnes", "t", GF_UNIT_OTHER, NULL },
	{ "week", "weeks", GF_UNIT_TIME, NULL },
	{ "weeks", "weeks", GF_UNIT_TIME, NULL },
	{ "year", "years", GF_UNIT_TIME, NULL },
	{ "years", "years", GF_UNIT_TIME, NULL },
	{ "z\xc5\x82", "PLN", GF_UNIT_MONEY, NULL },
	{ "\xc2\xa3", "GBP", GF_UNIT_MONEY, NULL },
	{ "\xc2\xa5", "\xc2\xa5", GF_UNIT_MONEY, "\xc2\xa5" },
	{ "\xe2\x82\xa6", "NGN", GF_UNIT_MONEY, NULL },
	{ "\xe2\x82\xa9", "KRW", GF_UNIT_MONEY, NULL },
	{ "\xe2\x82\xaa", "ILS", GF_UNIT_MONEY, NULL },
	{ "\xe2\x82\xac", "EUR", GF_UNIT_MONEY, NULL },
	{ "\xe2\x82\xb4", "UAH", GF_UNIT_MONEY, NULL },
	{ "\xe2\x82\xb9", "INR", GF_UNIT_MONEY, NULL },
	{ "\xe2\x82\xba", "TRY", GF_UNIT_MONEY, NULL },
	{ "\xe2\x82\xbd", "RUB", GF_UNIT_MONEY, NULL },
};

static int
order(struct gf_str word, const struct unit *u)
{
	int c;

	/* the first byte tells most apart */
	if (word.n == 0 || word.p[0] != u->word[0])
		return word.n == 0 ? -1 : (unsigned char)word.p[0] -
		    (unsigned char)u->word[0];
	c = strncmp(word.p, u->word, word.n);
	return c != 0 ? c : u->word[word.n] != '\0' ? -1 : 0;
}

static const struct unit *
search(struct gf_str word)
{
	size_t low = 0, high = GF_LEN(units);

	while (low < high) {
		size_t mid = (low + high) / 2;
		int c = order(word, &units[mid]);

		if (c == 0)
			return &units[mid];
		if (c < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

static const struct unit *
find(struct gf_str word)
{
	char small[24];
	const struct unit *u = word.n > sizeof(small) ? NULL : search(word);
	bool capitals = false;

	if (u != NULL || word.n > sizeof(small))
		return u;
	for (size_t i = 0; i < word.n; i++) {
		bool capital = word.p[i] >= 'A' && word.p[i] <= 'Z';

		capitals |= capital;
		small[i] = capital ? (char)(word.p[i] - 'A' + 'a') : word.p[i];
	}
	if (capitals)
		u = search((struct gf_str){ small, word.n });
	/* "M" is no metre, but "Days" are days */
	return u != NULL && strlen(u->word) > 2 ? u : NULL;
}

enum gf_unit_kind
gf_unit_kind(struct gf_str word)
{
	const struct unit *u = find(word);

	return u ? u->kind : GF_UNIT_FREE;
}

struct gf_str
gf_unit_canon(struct gf_str word)
{
	const struct unit *u = find(word);

	return u ? gf_str(u->canon) : word;
}

static bool
ends_fold(struct gf_str s, const char *end)
{
	size_t n = strlen(end);

	return s.n >= n && gf_str_eq_fold((struct gf_str){ s.p + s.n - n, n },
	    gf_str(end));
}

/* Whether a word is what several of the other are called. */
static bool
is_plural(struct gf_str b, struct gf_str a)
{
	/* how one of them ends, and how several do */
	static const char *const ends[][2] = {
		{ "", "s" }, { "s", "ses" }, { "x", "xes" }, { "z", "zes" },
		{ "ch", "ches" }, { "sh", "shes" }, { "y", "ies" },
		{ "person", "people" },
	};

	for (size_t i = 0; i < GF_LEN(ends); i++) {
		size_t one = strlen(ends[i][0]), many = strlen(ends[i][1]);

		if (ends_fold(a, ends[i][0]) && ends_fold(b, ends[i][1]) &&
		    gf_str_eq_fold((struct gf_str){ a.p, a.n - one },
		    (struct gf_str){ b.p, b.n - many }))
			return true;
	}
	return false;
}

/* The same noun, whether one clinic or several clinics. */
static bool
same_noun(struct gf_str a, struct gf_str b)
{
	return gf_str_eq_fold(a, b) || is_plural(a, b) || is_plural(b, a);
}

/* Whether a sign that currencies share may stand for the other. */
static bool
shares(const struct unit *sign, const struct unit *u)
{
	return sign->sign != NULL && strcmp(sign->canon, sign->sign) == 0 &&
	    u->sign != NULL && strcmp(u->sign, sign->sign) == 0;
}

bool
gf_unit_agree(struct gf_str a, struct gf_str b)
{
	const struct unit *u, *v;

	if (a.n == 0 || b.n == 0 || gf_str_eq(a, b))
		return true;
	u = find(a);
	v = find(b);
	if (u != NULL && v != NULL)
		return strcmp(u->canon, v->canon) == 0 || shares(u, v) ||
		    shares(v, u);
	if (u == NULL && v == NULL)
		return same_noun(a, b);
	return (u ? u : v)->kind == GF_UNIT_COUNT;
}
