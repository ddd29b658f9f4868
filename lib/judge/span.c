#include <stdio.h>

#include "judge/span.h"

/* A day, or the end of the calendar on the side of a year without days. */
static gf_day
within(gf_day day, int year)
{
	return day != GF_NO_DAY ? day : year < 1000 ? gf_day_of(1000, 1, 1) :
	    gf_day_of(9999, 12, 31) + 1;
}

/* The first day of a fiscal year (of a calendar year, if there is none). */
static gf_day
year_first(const struct gf_fiscal *f, int year)
{
	unsigned month = f->month > 0 ? f->month : 1;
	unsigned most = gf_month_days(year, month);

	return within(gf_day_of(year, month, f->month == 0 ? 1 :
	    f->day < most ? f->day : most), year);
}

/* The number of the year that a day lies in, by its first day. */
static int
year_of(const struct gf_fiscal *f, gf_day d)
{
	unsigned month, day;
	int year;

	gf_day_split(d, &year, &month, &day);
	return year_first(f, year) > d ? year - 1 : year;
}

/* The first day of a quarter, 0 to 4; the fourth is that of the next year. */
static gf_day
quarter_first(const struct gf_fiscal *f, int year, int quarter)
{
	return quarter == 4 ? year_first(f, year + 1) :
	    within(gf_day_add_months(year_first(f, year), 3 * quarter), year);
}

static int
quarter_of(const struct gf_fiscal *f, int year, gf_day d)
{
	int quarter = 3;

	while (quarter > 0 && quarter_first(f, year, quarter) > d)
		quarter--;
	return quarter;
}

gf_day
gf_span_last(enum gf_by by, gf_day d, const struct gf_fiscal *f)
{
	unsigned month, day;
	int year = year_of(f, d);

	if (by == GF_BY_YEAR)
		return year_first(f, year + 1) - 1;
	if (by == GF_BY_QUARTER)
		return quarter_first(f, year, quarter_of(f, year, d) + 1) - 1;
	if (by == GF_BY_WEEK)
		return d + 6 - (gf_day)gf_day_weekday(d);
	if (by == GF_BY_DAY)
		return d;
	gf_day_split(d, &year, &month, &day);
	return d + (gf_day)(gf_month_days(year, month) - day);
}

/* "2026-W27": a week belongs to the year of its Thursday (ISO 8601). */
static void
name_week(gf_day d, char out[GF_SPAN_NAME])
{
	gf_day thursday = d + 3 - (gf_day)gf_day_weekday(d);
	unsigned month, day;
	int year;

	gf_day_split(thursday, &year, &month, &day);
	snprintf(out, GF_SPAN_NAME, "%04d-W%02d", year, (int)(thursday -
	    gf_day_of(year, 1, 1)) / 7 + 1);
}

static void
name_fiscal(const struct gf_fiscal *f, int year, int quarter,
    char out[GF_SPAN_NAME])
{
	bool own = f->month != 1 || f->day != 1;
	int named = (own && !f->named_by_start ? year + 1 : year) % 100;

	if (quarter > 0)
		snprintf(out, GF_SPAN_NAME, "FY%02d-Q%d", named, quarter);
	else
		snprintf(out, GF_SPAN_NAME, "FY%02d", named);
}

void
gf_span_name(enum gf_by by, gf_day d, const struct gf_fiscal *f,
    char out[GF_SPAN_NAME])
{
	unsigned month, day;
	int year = year_of(f, d);
	int quarter = by == GF_BY_QUARTER ? quarter_of(f, year, d) + 1 : 0;

	if (by == GF_BY_WEEK) {
		name_week(d, out);
		return;
	}
	if (f->month > 0 && (by == GF_BY_YEAR || by == GF_BY_QUARTER)) {
		name_fiscal(f, year, quarter, out);
		return;
	}
	gf_day_split(d, &year, &month, &day);
	if (by == GF_BY_YEAR)
		snprintf(out, GF_SPAN_NAME, "%04d", year);
	else if (by == GF_BY_QUARTER)
		snprintf(out, GF_SPAN_NAME, "%04d-Q%d", year, quarter);
	else if (by == GF_BY_MONTH)
		snprintf(out, GF_SPAN_NAME, "%04d-%02u", year, month);
	else
		snprintf(out, GF_SPAN_NAME, "%04d-%02u-%02u", year, month, day);
}
