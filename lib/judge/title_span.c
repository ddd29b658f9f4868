#include <stdio.h>

#include "judge/title.h"

/* A period as its field would have it ("2026-Q3"). */
static void
spell(const struct gf_moment *m, int y, char text[static 24])
{
	switch ((enum gf_period_kind)m->kind) {
	case GF_PERIOD_DAY:
		snprintf(text, 24, "%04d-%02d-%02d", y, m->month, m->day);
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

	if (m->relative || m->impossible || m->ambiguous)
		return false;
	spell(m, m->year ? m->year : year, text);
	return gf_period_parse(gf_str(text), fiscal, span, &why) &&
	    span->first != GF_NO_DAY;
}
