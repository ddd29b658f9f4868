/* FORMAT's scalars: what each type takes, and the plain form it asks for. */
#include "base/mem.h"
#include "goal/value.h"
#include "tap.h"

static const struct {
	const char *text, *plain, *unit;
} good[] = {
	{ "24", "24", "" }, { "1_200_000", "1200000", "" },
	{ "1,200,000", "1200000", "" }, { "1.2M", "1200000", "" },
	{ "40k", "40000", "" }, { "2bn", "2000000000", "" },
	{ "15%", "15", "%" }, { "15 %", "15", "%" },
	{ "\xe2\x82\xac""1.2M", "1200000", "\xe2\x82\xac" },
	{ "40k EUR", "40000", "EUR" }, { "6 h", "6", "h" },
	{ "-\xe2\x82\xac""5", "-5", "\xe2\x82\xac" }, { "-4", "-4", "" },
	{ "+5", "5", "" }, { "$40k", "40000", "$" },
	{ "US$40k", "40000", "US$" },
	{ "40\xe2\x82\xac", "40", "\xe2\x82\xac" },
	{ "40k\xe2\x82\xac", "40000", "\xe2\x82\xac" },
	{ "\xe2\x82\xac""5 EUR", "5", "EUR" }, { "$5 CAD", "5", "CAD" },
	{ "24 clinics", "24", "clinics" }, { "24 clinics a month", "24",
	    "clinics a month" }, { "120 m2", "120", "m2" },
	{ "3 pp", "3", "pp" }, { "0.015 %", "0.015", "%" },
	{ "999999999999999", "999999999999999", "" },
	{ "999999.999999k", "999999999.999", "" }, { " 24 ", "24", "" },
	{ "0.5M", "500000", "" }, { "-0", "0", "" }, { "4 visits/week", "4",
	    "visits/week" }, { "3 %-points", "3", "%-points" },
};

/* What is refused, and words that the message must hold. */
static const struct {
	const char *text, *said;
} bad[] = {
	{ "1,5", "write 1.5" }, { "1e3", "write 1000" },
	{ "0x1F", "write 31" }, { "010", "write 10" },
	{ "-010", "write -10" },
	{ "-\xe2\x82\xac""1,5", "write 1.5 in place of 1,5" },
	{ "1E3 EUR", "write 1000 in place of 1E3" },
	{ "1.5e3", "has an exponent" }, { "1e-3", "has an exponent" },
	{ "1,5 h", "write 1.5 in place of 1,5" },
	{ "1 200 000", "write 1200000" },
	{ "1 200 EUR", "write 1200 in place of 1 200" },
	{ "1.234,567", "write 1234.567" }, { "1.200.000", "write 1200000" },
	{ "0,123", "write 0.123" }, { ".5", "write 0.5" },
	{ "-.5", "write -0.5" }, { "5.", "write 5" },
	{ "1,20,000", "groups of three" }, { "12 30", "'12 30' is no number" },
	{ "40K", "write 40k" }, { "2m", "write 2M" },
	{ "1.2Mio", "write 1.2M" },
	{ "2B", "write 2bn" }, { "6h", "write 6 h" }, { "5km", "write 5 km" },
	{ "EUR 40k", "write 40k EUR" }, { "EUR40k", "write 40k EUR" },
	{ "kr 400", "write 400 kr" },
	{ "\xe2\x82\xac-5", "write -\xe2\x82\xac""5" },
	{ "\xe2\x82\xac""5 USD", "names two units" }, { "$5 EUR", "two units" },
	{ "15% of orders", "write 15%" },
	{ "", "does not begin with a number" },
	{ "many", "does not begin with a number" }, { "--5", "begin with" },
	{ "\xe2\x82\xac", "begin with" }, { "-", "begin with" },
	{ "%15", "begin with" }, { ">5", "begin with" },
	{ "12 or 15", "more than one number" },
	{ "12-15", "write digits" }, { "30+", "write digits" },
	{ "NaN", "begin with" }, { "inf", "begin with" },
	{ "1000000000000000", "at most 15 digits" },
	{ "1.1234567", "6 of them behind" },
	{ "1000000bn", "more than 15 digits" },
	{ "-999999999999999k", "more than 15 digits" },
	{ "12:30:45", "write digits" }, { "1__2", "groups of three" },
	{ "yes", "begin with" }, { "~", "begin with" },
	{ "1\xc2\xa0""200", "write digits" },
	{ "99999999999999999999999999999999999999999999999999", "..." },
};

static bool
is(struct gf_num n, const char *want)
{
	struct gf_buf b = { 0 };
	bool same;

	gf_num_print(&b, n);
	same = gf_str_is(gf_buf_view(&b), want);
	gf_buf_release(&b);
	return same;
}

static void
quantities(struct tap *t, struct gf_arena *a)
{
	struct gf_qty q;
	const char *why;

	for (size_t i = 0; i < GF_LEN(good); i++)
		tap_ok(t, gf_qty_parse(gf_str(good[i].text), &q, a, &why) &&
		    is(q.num, good[i].plain) &&
		    gf_str_is(q.unit, good[i].unit), "'%s' is %s of '%s'",
		    good[i].text, good[i].plain, good[i].unit);
	for (size_t i = 0; i < GF_LEN(bad); i++) {
		why = "";
		if (!tap_ok(t, !gf_qty_parse(gf_str(bad[i].text), &q, a,
		    &why) && strstr(why, bad[i].said), "'%s' says '%s'",
		    bad[i].text, bad[i].said))
			printf("# said: %s\n", why);
	}
}

typedef bool share_fn(struct gf_str, struct gf_num *, struct gf_arena *,
    const char **);

static const struct {
	share_fn *parse;
	const char *text, *want;	/* NULL: refused */
} shares[] = {
	{ gf_share_parse, "40%", "0.4" }, { gf_share_parse, "0.4", "0.4" },
	{ gf_share_parse, "1", "1" }, { gf_share_parse, "100%", "1" },
	{ gf_share_parse, "12.5 %", "0.125" }, { gf_share_parse, "0", "0" },
	{ gf_share_parse, "1.5", "1.5" }, { gf_share_parse, "0,4", NULL },
	{ gf_share_parse, "-5%", NULL }, { gf_share_parse, "1/3", NULL },
	{ gf_share_parse, "half", NULL }, { gf_share_parse, "%", NULL },
	{ gf_share_parse, "0.000001%", "0.00000001" },
	{ gf_likelihood_parse, "1", "0.1" },
	{ gf_likelihood_parse, "2", "0.3" },
	{ gf_likelihood_parse, "3", "0.5" },
	{ gf_likelihood_parse, "4", "0.7" },
	{ gf_likelihood_parse, "5", "0.9" }, { gf_likelihood_parse, "0", "0" },
	{ gf_likelihood_parse, "5%", "0.05" }, { gf_likelihood_parse, "1%",
	    "0.01" }, { gf_likelihood_parse, "0.7", "0.7" },
	{ gf_likelihood_parse, "6", NULL },
	{ gf_likelihood_parse, "1.5", NULL },
	{ gf_likelihood_parse, "100%", "1" },
	{ gf_likelihood_parse, "101%", NULL },
	{ gf_likelihood_parse, "likely", NULL },
};

static const struct {
	const char *text;
	int unit;		/* -1: refused */
	const char *number, *hours;
} durations[] = {
	{ "30 min", GF_MINUTES, "30", "0.5" }, { "6 h", GF_HOURS, "6", "6" },
	{ "3 days", GF_DAYS, "3", "24" }, { "1 day", GF_DAYS, "1", "8" },
	{ "2 weeks", GF_WEEKS, "2", "80" },
	{ "1.5 weeks", GF_WEEKS, "1.5", "60" },
	/* 2080 hours a year, a twelfth is 173.333333 */
	{ "1 month", GF_MONTHS, "1", "173.333333" },
	{ "1 year", GF_YEARS, "1", "2080" }, { "0 h", GF_HOURS, "0", "0" },
	{ "999999 years", GF_YEARS, "999999", "2079997920" },
	{ "6h", -1, "", "" }, { "6", -1, "", "" }, { "6 parsecs", -1, "", "" },
	{ "-1 h", -1, "", "" }, { "1000000 years", -1, "", "" },
	{ "a week", -1, "", "" }, { "6 EUR", -1, "", "" },
};

static const struct {
	const char *text;
	int kind, n, weekday, days;	/* kind -1: refused */
} rhythms[] = {
	{ "day", GF_EVERY_DAY, 1, 0, 1 },
	{ "workday", GF_EVERY_WORKDAY, 1, 0, 1 },
	{ "week", GF_EVERY_WEEK, 1, 0, 7 },
	{ "2 weeks", GF_EVERY_WEEK, 2, 0, 14 },
	{ "3 days", GF_EVERY_DAY, 3, 0, 3 },
	{ "month", GF_EVERY_MONTH, 1, 0, 31 },
	{ "3 months", GF_EVERY_MONTH, 3, 0, 93 },
	{ "1st tuesday", GF_EVERY_NTH, 1, 1, 35 },
	{ "5th sunday", GF_EVERY_NTH, 5, 6, 35 },
	{ "3rd monday", GF_EVERY_NTH, 3, 0, 35 },
	{ "6th monday", -1, 0, 0, 0 }, { "1th monday", -1, 0, 0, 0 },
	{ "2nd someday", -1, 0, 0, 0 }, { "0 weeks", -1, 0, 0, 0 },
	{ "2weeks", -1, 0, 0, 0 }, { "weekly", -1, 0, 0, 0 },
	{ "100 weeks", -1, 0, 0, 0 }, { "2", -1, 0, 0, 0 },
	{ "", -1, 0, 0, 0 }, { "Week", -1, 0, 0, 0 },
	{ "02 weeks", -1, 0, 0, 0 },
};

static void
others(struct tap *t, struct gf_arena *a)
{
	struct gf_num n;
	struct gf_duration d;
	struct gf_every e;
	const char *why;

	for (size_t i = 0; i < GF_LEN(shares); i++) {
		bool ok = shares[i].parse(gf_str(shares[i].text), &n, a, &why);

		tap_ok(t, shares[i].want ? ok && is(n, shares[i].want) : !ok,
		    "share '%s' is %s", shares[i].text,
		    shares[i].want ? shares[i].want : "refused");
	}
	for (size_t i = 0; i < GF_LEN(durations); i++) {
		bool ok = gf_duration_parse(gf_str(durations[i].text), &d, a,
		    &why);

		tap_ok(t, durations[i].unit < 0 ? !ok : ok &&
		    (int)d.unit == durations[i].unit &&
		    is(d.num, durations[i].number) &&
		    is(gf_duration_hours(d), durations[i].hours),
		    "duration '%s'", durations[i].text);
	}
	for (size_t i = 0; i < GF_LEN(rhythms); i++) {
		bool ok = gf_every_parse(gf_str(rhythms[i].text), &e, a, &why);

		tap_ok(t, rhythms[i].kind < 0 ? !ok : ok &&
		    e.kind == rhythms[i].kind && e.n == rhythms[i].n &&
		    e.weekday == rhythms[i].weekday &&
		    (int)gf_every_days(e) == rhythms[i].days,
		    "every '%s'", rhythms[i].text);
	}
	tap_ok(t, !gf_every_parse(GF_STR("quarterly"), &e, a, &why) &&
	    strstr(why, "write 3 months"), "quarterly is every 3 months");
}

typedef bool int_fn(struct gf_str, int32_t *, struct gf_arena *,
    const char **);

static const struct {
	int_fn *parse;
	const char *text;
	int want;		/* -1: refused */
} ints[] = {
	{ gf_minutes_parse, "10", 10 }, { gf_minutes_parse, "10 min", 10 },
	{ gf_minutes_parse, "0", 0 }, { gf_minutes_parse, "1 h", -1 },
	{ gf_minutes_parse, "2.5", -1 }, { gf_minutes_parse, "-5", -1 },
	{ gf_minutes_parse, "10min", -1 }, { gf_minutes_parse, "10081", -1 },
	{ gf_time_parse, "09:30", 570 }, { gf_time_parse, "00:00", 0 },
	{ gf_time_parse, "23:59", 1439 }, { gf_time_parse, "24:00", -1 },
	{ gf_time_parse, "9:30", -1 }, { gf_time_parse, "09:60", -1 },
	{ gf_time_parse, "09.30", -1 }, { gf_time_parse, "09:30:00", -1 },
	{ gf_time_parse, "", -1 }, { gf_time_parse, "570", -1 },
	{ gf_yesno_parse, "yes", 1 }, { gf_yesno_parse, "no", 0 },
	{ gf_yesno_parse, "true", 1 }, { gf_yesno_parse, "false", 0 },
	{ gf_yesno_parse, "on", -1 }, { gf_yesno_parse, "y", -1 },
	{ gf_yesno_parse, "", -1 },
};

static const char *const ids[] = {
	"ana-new-logos", "a", "0", "a.b_c-d", "2026-q3",
};
static const char *const no_ids[] = {
	"", "-a", ".a", "_a", "Ana", "a b", "a/b", "\xc3\xa9t\xc3\xa9", "a:b",
};

static const struct {
	const char *a, *b;
	bool agree;
} units[] = {
	{ "EUR", "\xe2\x82\xac", true }, { "euros", "EUR", true },
	{ "EUR", "USD", false }, { "$", "USD", true }, { "CAD", "$", true },
	{ "USD", "CAD", false }, { "$", "EUR", false }, { "R$", "$", false },
	{ "kr", "SEK", true }, { "NOK", "kr", true }, { "SEK", "NOK", false },
	{ "\xc2\xa5", "JPY", true }, { "\xc2\xa5", "CNY", true },
	{ "dollars", "AUD", true }, { "\xc2\xa3", "GBP", true },
	{ "count", "clinics", true }, { "clinics", "count", true },
	{ "count", "%", false }, { "count", "EUR", false },
	{ "count", "h", false }, { "clinic", "clinics", true },
	{ "Clinics", "clinics", true }, { "clinics", "vans", false },
	{ "%", "percent", true }, { "%", "pp", false },
	{ "pp", "percentage points", true }, { "h", "hours", true },
	{ "Days", "days", true }, { "h", "days", false },
	{ "days", "weeks", false }, { "", "EUR", true }, { "h", "", true },
	{ "m", "M", false }, { "eur", "EUR", false },
	{ "kg", "clinics", false },
	{ "box", "Boxes", true }, { "companies", "company", true },
	{ "people", "person", true }, { "matches", "match", true },
	{ "bus", "buses", true }, { "boxe", "box", false },
	{ "y", "ies", true }, { "days off", "day off", false },
};

static const struct {
	const char *word;
	enum gf_unit_kind kind;
	const char *canon;
} kinds[] = {
	{ "EUR", GF_UNIT_MONEY, "EUR" },
	{ "\xe2\x82\xac", GF_UNIT_MONEY, "EUR" },
	{ "$", GF_UNIT_MONEY, "$" }, { "%", GF_UNIT_PERCENT, "%" },
	{ "per cent", GF_UNIT_PERCENT, "%" }, { "pp", GF_UNIT_POINTS, "pp" },
	{ "h", GF_UNIT_TIME, "h" }, { "Hours", GF_UNIT_TIME, "h" },
	{ "count", GF_UNIT_COUNT, "count" }, { "kWh", GF_UNIT_OTHER, "kWh" },
	{ "clinics", GF_UNIT_FREE, "clinics" }, { "all", GF_UNIT_FREE, "all" },
	{ "try", GF_UNIT_FREE, "try" }, { "", GF_UNIT_FREE, "" },
	{ "z\xc5\x82", GF_UNIT_MONEY, "PLN" },
};

static void
words(struct tap *t, struct gf_arena *a)
{
	const char *why;
	int32_t v;

	for (size_t i = 0; i < GF_LEN(ints); i++) {
		bool ok = ints[i].parse(gf_str(ints[i].text), &v, a, &why);

		tap_ok(t, ints[i].want < 0 ? !ok : ok && v == ints[i].want,
		    "'%s' is %d", ints[i].text, ints[i].want);
	}
	for (size_t i = 0; i < GF_LEN(ids); i++)
		tap_ok(t, gf_id_ok(gf_str(ids[i])), "id '%s'", ids[i]);
	for (size_t i = 0; i < GF_LEN(no_ids); i++)
		tap_ok(t, !gf_id_ok(gf_str(no_ids[i])), "no id '%s'",
		    no_ids[i]);
	for (size_t i = 0; i < GF_LEN(units); i++)
		tap_ok(t, gf_unit_agree(gf_str(units[i].a),
		    gf_str(units[i].b)) == units[i].agree &&
		    gf_unit_agree(gf_str(units[i].b),
		    gf_str(units[i].a)) == units[i].agree, "'%s' %s '%s'",
		    units[i].a, units[i].agree ? "agrees with" : "is not",
		    units[i].b);
	for (size_t i = 0; i < GF_LEN(kinds); i++)
		tap_ok(t, gf_unit_kind(gf_str(kinds[i].word)) ==
		    kinds[i].kind && gf_str_is(gf_unit_canon(
		    gf_str(kinds[i].word)), kinds[i].canon),
		    "kind of unit '%s'", kinds[i].word);
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_arena a = { 0 };

	quantities(&t, &a);
	others(&t, &a);
	words(&t, &a);
	gf_arena_release(&a);
	return tap_done(&t);
}
