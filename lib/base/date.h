/* base/date.h: civil days, periods and weeks; no clock, no zones. */
#ifndef GF_DATE_H
#define GF_DATE_H

#include "base/buf.h"
#include "base/str.h"

#define GF_NO_DAY INT32_MIN

/*
 * A day is a number of days since 1970-01-01 in the proleptic Gregorian
 * calendar.
 */
typedef int32_t gf_day;

enum gf_period_kind {
	GF_PERIOD_DAY, GF_PERIOD_WEEK, GF_PERIOD_MONTH, GF_PERIOD_QUARTER,
	GF_PERIOD_HALF, GF_PERIOD_YEAR, GF_PERIOD_FY, GF_PERIOD_FY_QUARTER
};

struct gf_period {
	/* GF_NO_DAY if a fiscal year has no dates here */
	gf_day first;
	gf_day last;
	uint8_t kind;		/* enum gf_period_kind */
};

/* How the fiscal year lies; month 0: unknown. */
struct gf_fiscal {
	unsigned month, day;
	bool named_by_start;
};

/*
 * Day number of a civil date, GF_NO_DAY if there is no such day (years 1000 to
 * 9999).
 */
gf_day gf_day_of(int year, unsigned month, unsigned day);
/* Year, month and day of the month of a day number. */
void gf_day_split(gf_day, int *year, unsigned *month, unsigned *day);
/* Monday 0 to Sunday 6. */
unsigned gf_day_weekday(gf_day);
/* Days of a month. */
unsigned gf_month_days(int year, unsigned month);
/*
 * First day (Monday) of an ISO week, GF_NO_DAY if that year has no such week
 * (ISO 8601).
 */
gf_day gf_week_first(int year, unsigned week);
/* Day so many months later, at most the last of that month. */
gf_day gf_day_add_months(gf_day, int months);
/* Append YYYY-MM-DD. */
void gf_day_print(struct gf_buf *, gf_day);
/* Read YYYY-MM-DD; false (and why, a constant) if it is none. */
bool gf_day_parse(struct gf_str, gf_day *, const char **why);
/*
 * Read a date or a period (2026, 2026-H1, 2026-Q3, 2026-09, 2026-W27, FY27,
 * FY27-Q3); false (and why, a constant) if it is none.
 */
bool gf_period_parse(struct gf_str, const struct gf_fiscal *,
    struct gf_period *, const char **why);
/*
 * Read 2026-07-06..2026-07-17, a date or a period; false (and why) if it is
 * none.
 */
bool gf_range_parse(struct gf_str, const struct gf_fiscal *,
    struct gf_period *, const char **why);

#endif
