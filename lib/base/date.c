#include "base/date.h"

#define FIRST_YEAR 1000
#define LAST_YEAR 9999

static bool
leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned
gf_month_days(int year, unsigned month)
{
	static const unsigned char days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return days[(month - 1) % 12] + (month == 2 && leap(year) ? 1U : 0U);
}

/* Days from 1970-01-01 to the first of January. */
static gf_day
year_day(int year)
{
	int before = year - 1;

	return before * 365 + before / 4 - before / 100 + before / 400 -
	    719162;
}

gf_day
gf_day_of(int year, unsigned month, unsigned day)
{
	gf_day d;

	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 ||
	    day < 1 || day > gf_month_days(year, month))
		return GF_NO_DAY;
	d = year_day(year) + (gf_day)day - 1;
	for (unsigned m = 1; m < month; m++)
		d += (gf_day)gf_month_days(year, m);
	return d;
}

void
gf_day_split(gf_day d, int *year, unsigned *month, unsigned *day)
{
	int y = (int)(((int64_t)d + 719162) * 400 / 146097) + 1;
	unsigned m = 1, left;

	while (year_day(y) > d)
		y--;
	while (year_day(y + 1) <= d)
		y++;
	for (left = (unsigned)(d - year_day(y)); left >= gf_month_days(y, m);
	    m++)
		left -= gf_month_days(y, m);
	*year = y;
	*month = m;
	*day = left + 1;
}

unsigned
gf_day_weekday(gf_day d)
{
	/* 1970-01-01 was a Thursday */
	return (unsigned)(((d + 3) % 7 + 7) % 7);
}

gf_day
gf_week_first(int year, unsigned week)
{
	gf_day jan4 = gf_day_of(year, 1, 4), first, next;

	if (jan4 == GF_NO_DAY || week < 1 || week > 53)
		return GF_NO_DAY;
	first = jan4 - (gf_day)gf_day_weekday(jan4) + 7 * ((gf_day)week - 1);
	if (week < 53)
		return first;
	next = year_day(year + 1) + 3;
	return first < next - (gf_day)gf_day_weekday(next) ? first : GF_NO_DAY;
}

gf_day
gf_day_add_months(gf_day d, int months)
{
	int year, at;
	unsigned month, day, most;

	gf_day_split(d, &year, &month, &day);
	at = year * 12 + (int)month - 1 + months;
	year = at / 12;
	month = (unsigned)(at % 12) + 1;
	most = gf_month_days(year, month);
	return gf_day_of(year, month, day < most ? day : most);
}

void
gf_day_print(struct gf_buf *b, gf_day d)
{
	int year;
	unsigned month, day;

	gf_day_split(d, &year, &month, &day);
	gf_buf_printf(b, "%04d-%02u-%02u", year, month, day);
}

/* Take exactly n digits from the front. */
static bool
digits(struct gf_str *s, size_t n, unsigned *out)
{
	*out = 0;
	if (s->n < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		*out = *out * 10 + (unsigned)(s->p[i] - '0');
	}
	s->p += n;
	s->n -= n;
	return true;
}

static bool
byte(struct gf_str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	s->p++;
	s->n--;
	return true;
}

bool
gf_day_parse(struct gf_str s, gf_day *out, const char **why)
{
	unsigned year, month, day;

	*why = "a date is written YYYY-MM-DD";
	if (!digits(&s, 4, &year) || !byte(&s, '-') ||
	    !digits(&s, 2, &month) || !byte(&s, '-') ||
	    !digits(&s, 2, &day) || s.n > 0)
		return false;
	*why = "there is no such day in the calendar";
	*out = gf_day_of((int)year, month, day);
	return *out != GF_NO_DAY;
}

static bool
months(struct gf_period *p, unsigned year, unsigned month, unsigned n,
    enum gf_period_kind kind)
{
	p->first = gf_day_of((int)year, month, 1);
	p->kind = (uint8_t)kind;
	if (p->first == GF_NO_DAY)
		return false;
	month += n - 1;
	p->last = gf_day_of((int)year, month, gf_month_days((int)year, month));
	return true;
}

static bool
week(struct gf_period *p, unsigned year, struct gf_str s, const char **why)
{
	unsigned n;

	*why = "a week is written 2026-W07";
	if (!digits(&s, 2, &n) || s.n > 0)
		return false;
	*why = "that year has no such ISO week";
	p->first = gf_week_first((int)year, n);
	if (p->first == GF_NO_DAY)
		return false;
	p->last = p->first + 6;
	p->kind = GF_PERIOD_WEEK;
	return true;
}

/* First day of the fiscal year that begins in a calendar year. */
static gf_day
fiscal_first(const struct gf_fiscal *f, int year)
{
	unsigned most = gf_month_days(year, f->month);

	return gf_day_of(year, f->month, f->day < most ? f->day : most);
}

static bool
fiscal(struct gf_period *p, struct gf_str s, const struct gf_fiscal *f,
    const char **why)
{
	unsigned year, quarter = 0;
	int begins;
	gf_day first;

	*why = "a fiscal period is written FY27 or FY27-Q3";
	if (!digits(&s, 2, &year) || (s.n > 0 && (!byte(&s, '-') ||
	    !byte(&s, 'Q') || !digits(&s, 1, &quarter) || s.n > 0 ||
	    quarter < 1 || quarter > 4)))
		return false;
	p->kind = quarter ? GF_PERIOD_FY_QUARTER : GF_PERIOD_FY;
	p->first = p->last = GF_NO_DAY;
	if (f == NULL || f->month == 0)
		return true;
	begins = 2000 + (int)year;
	if (!f->named_by_start && (f->month != 1 || f->day != 1))
		begins--;
	first = fiscal_first(f, begins);
	p->first = quarter > 1 ?
	    gf_day_add_months(first, 3 * ((int)quarter - 1)) : first;
	p->last = (quarter == 0 || quarter == 4 ?
	    fiscal_first(f, begins + 1) :
	    gf_day_add_months(first, 3 * (int)quarter)) - 1;
	return true;
}

/* What follows YEAR- in a period. */
static bool
part(struct gf_period *p, unsigned year, struct gf_str s, struct gf_str whole,
    const char **why)
{
	unsigned n;

	if (byte(&s, 'W'))
		return week(p, year, s, why);
	if (byte(&s, 'Q'))
		return digits(&s, 1, &n) && s.n == 0 && n >= 1 && n <= 4 &&
		    months(p, year, 3 * n - 2, 3, GF_PERIOD_QUARTER);
	if (byte(&s, 'H'))
		return digits(&s, 1, &n) && s.n == 0 && n >= 1 && n <= 2 &&
		    months(p, year, 6 * n - 5, 6, GF_PERIOD_HALF);
	if (digits(&s, 2, &n) && s.n == 0) {
		*why = "there is no such month in the calendar";
		return n >= 1 && n <= 12 &&
		    months(p, year, n, 1, GF_PERIOD_MONTH);
	}
	if (s.n == 0 || s.p[0] != '-')
		return false;
	p->kind = GF_PERIOD_DAY;
	if (!gf_day_parse(whole, &p->first, why))
		return false;
	p->last = p->first;
	return true;
}

bool
gf_period_parse(struct gf_str s, const struct gf_fiscal *f,
    struct gf_period *out, const char **why)
{
	struct gf_str rest = s;
	unsigned year;

	if (gf_str_starts(s, "FY")) {
		rest.p += 2;
		rest.n -= 2;
		return fiscal(out, rest, f, why);
	}
	*why = "a date is written YYYY-MM-DD, a period 2026, 2026-H1, "
	    "2026-Q3, 2026-09, 2026-W27, FY27 or FY27-Q3";
	if (!digits(&rest, 4, &year) || year < FIRST_YEAR)
		return false;
	if (rest.n == 0)
		return months(out, year, 1, 12, GF_PERIOD_YEAR);
	return byte(&rest, '-') && part(out, year, rest, s, why);
}

bool
gf_range_parse(struct gf_str s, const struct gf_fiscal *f,
    struct gf_period *out, const char **why)
{
	size_t at = gf_str_find(s, "..");
	struct gf_period from, to;
	struct gf_str left = { s.p, at }, right;

	if (at == s.n)
		return gf_period_parse(s, f, out, why);
	right = (struct gf_str){ s.p + at + 2, s.n - at - 2 };
	if (!gf_period_parse(left, f, &from, why) ||
	    !gf_period_parse(right, f, &to, why))
		return false;
	*out = (struct gf_period){ from.first, to.last, GF_PERIOD_DAY };
	*why = "the range ends before it begins";
	return from.first == GF_NO_DAY || to.last == GF_NO_DAY ||
	    from.first <= to.last;
}
