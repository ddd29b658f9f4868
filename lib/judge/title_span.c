#include <stdio.h>

#include "judge/title.h"

/* A period but a day as its field would have it ("2026-Q3"). */
static void
spell(const struct gf_moment *m, int y, char text[static 24])
{
	switch ((enum gf_period_kind)m->kind) {
	case GF_PERIOD_DAY:
		break;
	case GF_PERIOD_WEEK:
		snprintf(text, 24, "%04d-W%02d", y, m->part);
		break;
	case GF_PERIOD_MONTH:
		snprintf(text, 24, "%04d-%02d", y, m->month);
		break;
	case GF_PERIOD_QUARTER:
		snprintf(text, 24, "%04d-Q%d", y, m->part);
		break;
	case GF_PERIOD_HALF:
		snprintf(text, 24, "%04d-H%d", y, m->part);
		break;
	case GF_PERIOD_YEAR:
		snprintf(text, 24, "%04d", y);
		break;
	case GF_PERIOD_FY:
		snprintf(text, 24, "FY%02d", y % 100);
		break;
	case GF_PERIOD_FY_QUARTER:
		snprintf(text, 24, "FY%02d-Q%d", y % 100, m->part);
		break;
	}
}

bool
gf_moment_span(const struct gf_moment *m, int year,
    const struct gf_fiscal *fiscal, struct gf_period *span)
{
	char text[24];
	const char *why;
	gf_day day;

	if (m->relative || m->impossible || m->ambiguous)
		return false;
	if (m->year != 0)
		year = m->year;
	/* most are days, and need not be spelled */
	if (m->kind == GF_PERIOD_DAY) {
		day = gf_day_of(year, m->month, m->day);
		*span = (struct gf_period){ day, day, GF_PERIOD_DAY };
	} else {
		spell(m, year, text);
		if (!gf_period_parse(gf_str(text), fiscal, span, &why))
			return false;
	}
	if (span->first == GF_NO_DAY)
		return false;
	if (m->week)
		span->last += 6;
	return true;
}

/* Whether the weekday before a day is another one: Friday 11 June 2026. */
static bool
other_weekday(const struct gf_tokens *t, const struct gf_moment *m)
{
	int i = m->first - 1;

	if (gf_token_is(t, i, ","))
		i--;
	/* short names have no number in the table */
	if (m->year == 0 || !(gf_token_may(t, i) & GF_W_WEEKDAY) ||
	    gf_token_at(t, i)->text.n < 6 || gf_token_at(t, i)->plural)
		return false;
	return gf_day_weekday(gf_day_of(m->year, m->month, m->day)) !=
	    (unsigned)gf_token_at(t, i)->value;
}

bool
gf_moment_impossible(const struct gf_tokens *t, const struct gf_moment *m)
{
	if (m->relative)
		return false;
	if (m->kind == GF_PERIOD_WEEK)
		return m->year != 0 &&
		    gf_week_first(m->year, m->part) == GF_NO_DAY;
	if (m->kind != GF_PERIOD_DAY)
		return false;
	/* without a year 29 February may be meant */
	return m->month < 1 || m->month > 12 || m->day < 1 ||
	    m->day > gf_month_days(m->year ? m->year : 2000, m->month) ||
	    (!m->ambiguous && other_weekday(t, m));
}
