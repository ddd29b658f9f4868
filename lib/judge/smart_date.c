#include "judge/smart.h"

#define NEAR 60	/* days that a date may lie across the new year */

/* How two readings of one thing stand to each other. */
enum fit { FITS, LATER, EARLIER, UNKNOWN };

/* Where due lies beside one reading of a date of the title. */
static enum fit
beside(struct gf_case *c, const struct gf_moment *m, int year,
    const struct gf_fiscal *fiscal, const struct gf_period *due,
    int64_t *apart, bool *same_year)
{
	int of_due, of_span;
	unsigned month, day;
	struct gf_period span;
	gf_day last;

	if (!gf_moment_span(m, year, fiscal, &span))
		return UNKNOWN;
	last = m->before ? span.first : span.last;
	gf_day_split(due->last, &of_due, &month, &day);
	gf_day_split(last, &of_span, &month, &day);
	*same_year = of_due == of_span;
	*apart = 0;
	if (due->last >= span.first && due->last <= last)
		return FITS;
	if (due->kind != GF_PERIOD_DAY && last >= due->first &&
	    last <= due->last)
		return FITS;
	*apart = due->last > last ? (int64_t)due->last - last :
	    (int64_t)span.first - due->last;
	if (due->last > last)
		return LATER;
	return gf_num_cmp(GF_NUM(*apart), gf_case_threshold(c,
	    GF_TH_EARLIER_DAYS)) > 0 ? EARLIER : FITS;
}

/*
 * Of the years that a date without one may mean, the nearest to due if it is
 * near; else nobody would have left out a year that is not due's.
 */
static enum fit
nearest(struct gf_case *c, const struct gf_moment *m,
    const struct gf_fiscal *fiscal, const struct gf_period *due)
{
	enum fit best = UNKNOWN, same = UNKNOWN, fit;
	bool same_year;
	int64_t least = INT64_MAX, apart = 0;
	int year;
	unsigned month, day;

	if (m->year != 0)
		return beside(c, m, m->year, fiscal, due, &apart, &same_year);
	gf_day_split(due->last, &year, &month, &day);
	for (int y = year - 1; y <= year + 1; y++) {
		fit = beside(c, m, y, fiscal, due, &apart, &same_year);
		if (fit == UNKNOWN)
			continue;
		if (same_year)
			same = fit;
		if (apart < least) {
			least = apart;
			best = fit;
		}
	}
	return least > NEAR && same != UNKNOWN ? same : best;
}

/* A quarter without a year may be of either calendar: both must differ. */
static enum fit
place(struct gf_case *c, const struct gf_moment *m,
    const struct gf_period *due)
{
	static const struct gf_fiscal none;
	const struct gf_fiscal *fiscal = c->goal->config ?
	    &c->goal->config->calendar.fiscal : &none;
	struct gf_moment other = *m;
	enum fit fit, also;

	if (m->relative || m->ambiguous || m->impossible)
		return UNKNOWN;
	if (m->year == 0 && m->kind == GF_PERIOD_HALF)
		return UNKNOWN;
	fit = nearest(c, m, fiscal, due);
	if (m->year != 0 || m->kind != GF_PERIOD_QUARTER)
		return fit;
	if (fiscal->month == 0)
		return fit == FITS ? FITS : UNKNOWN;
	other.kind = GF_PERIOD_FY_QUARTER;
	also = nearest(c, &other, fiscal, due);
	if (fit == FITS || also == FITS)
		return FITS;
	return fit == also ? fit : UNKNOWN;
}

/* 70 points, 58 in March: the date of a number that stands alone. */
static bool
of_number(const struct gf_title *t, const struct gf_moment *m)
{
	return gf_token_is(&t->tokens, m->first - 1, "in") &&
	    gf_token_at(&t->tokens, m->first - 2)->kind == GF_TOKEN_NUMBER &&
	    gf_token_at(&t->tokens, m->first - 3)->kind == GF_TOKEN_SIGN;
}

void
gf_judge_date(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	const struct gf_val *due = gf_goal_get(c->goal, GOAL_DUE);
	const struct gf_moment *first = NULL;
	struct gf_finding *f;
	enum fit said = UNKNOWN;

	if (t == NULL || due == NULL || due->u.span.last == GF_NO_DAY)
		return;
	for (int i = 0; i < t->nmoments; i++) {
		const struct gf_moment *m = &t->moments[i];
		enum fit fit;

		if ((m->role != GF_MOMENT_DEADLINE &&
		    m->role != GF_MOMENT_UNCLEAR) || of_number(t, m))
			continue;
		fit = place(c, m, &due->u.span);
		if (fit == FITS)
			return;
		if (m->role == GF_MOMENT_UNCLEAR || m->on || fit == UNKNOWN)
			continue;
		if (first != NULL && fit != said)
			return;
		first = m;
		said = fit;
	}
	if (first == NULL)
		return;
	f = gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
	    "the title says '%s', due is %.*s",
	    gf_case_part(c, first->off, first->len),
	    (int)due->ntext, due->text);
	gf_case_at(c, f, first->off, first->len);
	if (said == EARLIER)
		f->level = GF_NOTE;
	f->other = gf_goal_place(c->goal, due);
	f->other_said = GF_STR("the other date");
}
