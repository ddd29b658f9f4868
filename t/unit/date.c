/* Civil days, ISO weeks, periods and fiscal years at their edges. */
#include "base/date.h"
#include "tap.h"

static void
days(struct tap *t)
{
	size_t wrong = 0;
	gf_day d = gf_day_of(1000, 1, 1);

	/*
	 * 1970-01-01 is day 0, a Thursday; 2000-03-01 is 30 years, 7 leap days,
	 * 60 days on
	 */
	tap_int(t, gf_day_of(1970, 1, 1), 0, "the first day");
	tap_int(t, gf_day_of(1969, 12, 31), -1, "the day before it");
	tap_int(t, gf_day_of(2000, 3, 1), 30 * 365 + 7 + 60, "2000-03-01");
	tap_int(t, gf_day_of(2026, 2, 29), GF_NO_DAY, "2026 has no leap day");
	tap_int(t, gf_day_of(1900, 2, 29), GF_NO_DAY, "1900 has none");
	tap_ok(t, gf_day_of(2000, 2, 29) != GF_NO_DAY, "2000 has one");
	tap_int(t, gf_day_of(999, 12, 31), GF_NO_DAY, "before the year 1000");
	tap_int(t, gf_day_of(10000, 1, 1), GF_NO_DAY, "after the year 9999");
	tap_int(t, gf_day_of(2026, 0, 1), GF_NO_DAY, "month 0");
	tap_int(t, gf_day_of(2026, 4, 31), GF_NO_DAY, "31 April");
	tap_int(t, gf_day_weekday(0), 3, "a Thursday");
	tap_int(t, gf_day_weekday(-4), 6, "a Sunday before it");
	for (int year = 1000; year <= 9999; year++)
		for (unsigned m = 1; m <= 12; m++)
			for (unsigned n = 1; n <= gf_month_days(year, m);
			    n++, d++) {
				int y;
				unsigned mm, dd;

				gf_day_split(d, &y, &mm, &dd);
				wrong += gf_day_of(year, m, n) != d ||
				    y != year || mm != m || dd != n;
			}
	tap_int(t, (long long)wrong, 0,
	    "every day of nine millennia, both ways");
	tap_int(t, d - 1, gf_day_of(9999, 12, 31), "and none is missing");
	tap_int(t, gf_day_add_months(gf_day_of(2026, 1, 31), 1),
	    gf_day_of(2026, 2, 28), "a month after 31 January");
	tap_int(t, gf_day_add_months(gf_day_of(2027, 11, 30), 3),
	    gf_day_of(2028, 2, 29), "three months after 30 November 2027");
	tap_int(t, gf_day_add_months(gf_day_of(2026, 3, 31), -13),
	    gf_day_of(2025, 2, 28), "thirteen months before");
}

static void
weeks(struct tap *t)
{
	/* ISO 8601: 2026 begins on a Thursday and has 53 weeks, 2027 has 52 */
	tap_int(t, gf_week_first(2026, 1), gf_day_of(2025, 12, 29),
	    "2026-W01 begins in 2025");
	tap_int(t, gf_week_first(2026, 53), gf_day_of(2026, 12, 28),
	    "2026-W53");
	tap_int(t, gf_week_first(2027, 53), GF_NO_DAY, "2027 has no week 53");
	tap_int(t, gf_week_first(2020, 53), gf_day_of(2020, 12, 28),
	    "a leap year that begins on a Wednesday has 53");
	tap_int(t, gf_week_first(2028, 53), GF_NO_DAY,
	    "a leap year that begins on a Saturday has 52");
	tap_int(t, gf_week_first(2026, 0), GF_NO_DAY, "week 0");
	tap_int(t, gf_week_first(2026, 54), GF_NO_DAY, "week 54");
}

static const struct {
	const char *text, *first, *last;
	int kind;
} periods[] = {
	{ "2026-09-30", "2026-09-30", "2026-09-30", GF_PERIOD_DAY },
	{ "2028-02-29", "2028-02-29", "2028-02-29", GF_PERIOD_DAY },
	{ "2026", "2026-01-01", "2026-12-31", GF_PERIOD_YEAR },
	{ "2026-H1", "2026-01-01", "2026-06-30", GF_PERIOD_HALF },
	{ "2026-H2", "2026-07-01", "2026-12-31", GF_PERIOD_HALF },
	{ "2026-Q1", "2026-01-01", "2026-03-31", GF_PERIOD_QUARTER },
	{ "2026-Q4", "2026-10-01", "2026-12-31", GF_PERIOD_QUARTER },
	{ "2028-02", "2028-02-01", "2028-02-29", GF_PERIOD_MONTH },
	{ "2026-W53", "2026-12-28", "2027-01-03", GF_PERIOD_WEEK },
	{ "2026-07-06..2026-07-17", "2026-07-06", "2026-07-17", GF_PERIOD_DAY },
	{ "2026-W27..2026-W28", "2026-06-29", "2026-07-12", GF_PERIOD_DAY },
	{ "2026-07..2026-08-15", "2026-07-01", "2026-08-15", GF_PERIOD_DAY },
};

static const char *const no_periods[] = {
	"", "26", "2026-", "2026-Q5", "2026-Q0", "2026-Q", "2026-H3",
	"2026-13", "2026-00", "2026-1", "2026-W54", "2027-W53", "2026-W1",
	"2026-02-30", "2026-2-3", "2026-02-3", "2026-02-031", "26-02-03",
	"30/09/2026", "30.09.2026", "0999", "02026", "2026-q3", "2026Q3",
	"FY2027", "FY27-Q5", "FY27Q3", "fy27", "FY", "2026-09-30 ",
	" 2026-09-30", "2026-09-30T00:00", "2026-07-17..2026-07-06",
	"2026-07-06..", "..2026-07-06", "2026-07-06...2026-07-17",
	"tomorrow", "-2026-01-01", "2026-+1-01",
};

/* A fiscal year that begins on 1 February, named by its end or its start. */
static const struct {
	const char *text;
	struct gf_fiscal fiscal;
	const char *first, *last;
} fiscal[] = {
	{ "FY27", { 2, 1, false }, "2026-02-01", "2027-01-31" },
	{ "FY27", { 2, 1, true }, "2027-02-01", "2028-01-31" },
	{ "FY27-Q1", { 2, 1, false }, "2026-02-01", "2026-04-30" },
	{ "FY27-Q4", { 2, 1, false }, "2026-11-01", "2027-01-31" },
	{ "FY27", { 1, 1, false }, "2027-01-01", "2027-12-31" },
	{ "FY27", { 1, 1, true }, "2027-01-01", "2027-12-31" },
	{ "FY27-Q3", { 4, 6, true }, "2027-10-06", "2028-01-05" },
	{ "FY28", { 2, 29, true }, "2028-02-29", "2029-02-27" },
	{ "FY28..FY29", { 7, 1, false }, "2027-07-01", "2029-06-30" },
};

static void
span(struct tap *t, const char *text, const struct gf_fiscal *f,
    const char *first, const char *last, int kind)
{
	struct gf_period p = { 0 };
	struct gf_buf b = { 0 };
	const char *why;

	if (gf_range_parse(gf_str(text), f, &p, &why)) {
		gf_day_print(&b, p.first);
		gf_buf_byte(&b, ' ');
		gf_day_print(&b, p.last);
	}
	tap_ok(t, gf_str_find(gf_buf_view(&b), first) == 0 &&
	    gf_str_ends(gf_buf_view(&b), last) && b.n == 21 &&
	    (kind < 0 || p.kind == kind), "%s is %s to %s", text, first, last);
	gf_buf_release(&b);
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_period p;
	const char *why;
	gf_day d;

	days(&t);
	weeks(&t);
	for (size_t i = 0; i < GF_LEN(periods); i++)
		span(&t, periods[i].text, NULL, periods[i].first,
		    periods[i].last, periods[i].kind);
	for (size_t i = 0; i < GF_LEN(no_periods); i++) {
		why = NULL;
		tap_ok(&t, !gf_range_parse(gf_str(no_periods[i]), NULL, &p,
		    &why) && why != NULL, "'%s' is none", no_periods[i]);
	}
	for (size_t i = 0; i < GF_LEN(fiscal); i++)
		span(&t, fiscal[i].text, &fiscal[i].fiscal, fiscal[i].first,
		    fiscal[i].last, -1);
	tap_ok(&t, gf_period_parse(GF_STR("FY27"), NULL, &p, &why) &&
	    p.first == GF_NO_DAY && p.last == GF_NO_DAY,
	    "a fiscal year without a calendar has no dates");
	tap_ok(&t, !gf_day_parse(GF_STR("2026-09"), &d, &why),
	    "a period is no day");
	tap_ok(&t, !gf_day_parse(GF_STR("2026-02-29"), &d, &why) &&
	    strstr(why, "no such day"), "why there is no such day");
	return tap_done(&t);
}
