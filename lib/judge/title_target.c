#include <string.h>

#include "judge/title.h"

/* Verbs whose work has no end by itself. */
#define ENDLESS (GF_W_SOFTVERB | GF_W_RISE | GF_W_FALL | GF_W_CHANGE | \
	GF_W_HOLD | GF_W_CARE)

/*
 * "Every complaint called back within 24 h": the window is the test; so is that
 * of an answer inside 30 days, where another date ends the goal.
 */
static bool
window_tests(const struct gf_title *t, const struct gf_figure *f, bool due)
{
	bool kept = (t->verb & GF_W_HOLD) || gf_token_is(&t->tokens, 0,
	    "store") || gf_token_is(&t->tokens, 0, "archive");
	bool inside = gf_token_is(&t->tokens, f->first - 1, "inside") ||
	    gf_token_is(&t->tokens, f->first - 1, "within");

	/* keep logs for 90 days: so long, or not */
	if (kept && !t->loose && t->nsubject > 0 && gf_token_is(&t->tokens,
	    f->first - 1, "for"))
		return true;
	for (int i = 0; i < t->nmoments; i++)
		due = due || t->moments[i].role == GF_MOMENT_DEADLINE;
	if (due && (inside || t->verb == 0) && !(t->verb & ENDLESS))
		return true;
	if (f->unit.n > 0 && strchr("dwmy", f->unit.p[0] | 0x20) == NULL)
		return true;
	if (gf_str_starts(f->unit, "min"))
		return true;
	for (int i = 0; i < t->tokens.n; i++)
		if (t->tokens.v[i].is & (GF_W_WHOLE | GF_W_PAST))
			return true;
	return false;
}

bool
gf_figure_emphatic(const struct gf_title *t, const struct gf_figure *f)
{
	if (f->times && (gf_token_may(&t->tokens, f->end) &
	    (GF_W_SOFTNOUN | GF_W_CARE)))
		return true;
	if (f->times && gf_token_at(&t->tokens, f->end)->kind ==
	    GF_TOKEN_WORD && (gf_token_may(&t->tokens, f->end + 1) &
	    GF_W_SOFTNOUN))
		return true;
	if (f->family != GF_UNIT_PERCENT ||
	    gf_num_cmp(f->num, GF_NUM(100)) < 0)
		return false;
	if (f->nnouns == 0)
		return gf_token_is(&t->tokens, f->first - 1, "give");
	if (gf_token_is(&t->tokens, f->end, "committed") ||
	    gf_token_is(&t->tokens, f->end, "dedicated"))
		return true;
	/* 100% hygiene spirit, but 100% service cover */
	return (gf_token_may(&t->tokens, f->nouns + f->nnouns - 1) &
	    GF_W_SOFTNOUN) || (f->nnouns == 1 && (gf_token_may(&t->tokens,
	    f->nouns) & GF_W_CARE));
}

/* Raise quality by 15%, team spirit to 9: nobody knows where it stands. */
static bool
of_attitude(const struct gf_title *t, const struct gf_figure *f)
{
	static const char *const read[] = {
		"score", "index", "rating", "survey", "pulse", "rate", "nps",
		"csat", "points", "tracker", "stars", "grade", "share", "now"
	};
	const struct gf_tokens *k = &t->tokens;
	bool moves = (t->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE)) != 0;
	bool soft = false;

	/* feel 10% happier */
	if (f->family == GF_UNIT_PERCENT && (gf_token_may(k, f->end) &
	    (GF_W_SOFTADJ | GF_W_MORE)) && (t->verb & GF_W_SOFTVERB))
		return true;
	if ((f->family == GF_UNIT_PERCENT ? !moves : f->nnouns > 0 ||
	    f->unit.n > 0 || f->of.m != 0) ||
	    gf_title_figure(t, GF_ROLE_BASELINE) != NULL)
		return false;
	for (int i = 0; i < k->n; i++) {
		uint64_t may = gf_token_may(k, i);

		for (size_t r = 0; r < GF_LEN(read); r++)
			if (gf_token_is(k, i, read[r]))
				return false;
		if (i >= t->subject && i < t->subject + t->nsubject)
			soft = (may & GF_W_SOFTNOUN) && !(may & GF_W_SUM);
	}
	return soft;
}

bool
gf_figure_off_scale(const struct gf_title *t, const struct gf_figure *f)
{
	static const char *const nouns[] = { "star", "stars", "points" };
	static const char *const words[] = {
		"rating", "score", "card", "csat", "ces", "grade", "mark"
	};
	bool scale = false;

	if (f->of.m == 0 || gf_num_cmp(f->num, f->of) <= 0 ||
	    gf_num_cmp(f->of, GF_NUM(3)) < 0 ||
	    gf_num_cmp(f->of, GF_NUM(100)) > 0)
		return false;
	for (size_t i = 0; i < GF_LEN(nouns); i++)
		scale = scale || gf_str_eq_fold(f->noun, gf_str(nouns[i]));
	for (int n = 0; n < t->tokens.n && f->nnouns == 0; n++)
		for (size_t i = 0; i < GF_LEN(words); i++)
			scale = scale || gf_token_is(&t->tokens, n, words[i]);
	return scale;
}

bool
gf_title_targets(const struct gf_title *t, bool due, bool sure)
{
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if (gf_figure_emphatic(t, f))
			continue;
		switch ((enum gf_role)f->role) {
		case GF_ROLE_DELTA:
		case GF_ROLE_TARGET:
			if (of_attitude(t, f))
				break;
			return true;
		case GF_ROLE_RATE:
			return true;
		case GF_ROLE_UNCLEAR:
			if (!sure)
				return true;
			break;
		case GF_ROLE_POPULATION:
			if (f->whole || (t->verb != 0 && f->of.m == 0 &&
			    !(t->verb & ENDLESS)))
				return true;
			break;
		case GF_ROLE_WINDOW:
			if (window_tests(t, f, due))
				return true;
			break;
		case GF_ROLE_BOUND:
			/* clear tickets older than 7 days: all of them */
			if (f->family == GF_UNIT_TIME &&
			    (t->verb & GF_W_MAKE))
				return true;
			break;
		case GF_ROLE_BASELINE:
		case GF_ROLE_PRICE:
			break;
		}
	}
	return false;
}

bool
gf_title_each(const struct gf_title *t)
{
	for (int i = 0; i + 2 < t->tokens.n; i++)
		if ((gf_token_is(&t->tokens, i, "each") ||
		    gf_token_is(&t->tokens, i, "every")) &&
		    gf_token_is(&t->tokens, i + 1, "of"))
			return true;
	return false;
}

bool
gf_title_of_before(const struct gf_title *t, const struct gf_figure *f)
{
	bool of = false;

	for (const struct gf_figure *e = t->figures; e < f; e++)
		of = of || e->of.m != 0;
	return of && f->unit.n == 0 && f->nnouns == 0 && f->of.m == 0;
}

/* By Mother's Day, by New Year: a feast that every calendar has. */
static bool
feast(const struct gf_tokens *k, int i)
{
	static const char *const names[] = {
		"halloween", "pentecost", "whitsun", "passover", "hanukkah",
		"diwali", "eid", "advent", "carnival", "midsummer", "lent",
		"ascension", "epiphany", "nowruz", "holi", "michaelmas",
		"valentine's", "purim", "vesak", "songkran", "oktoberfest",
		"ramadan", "christmas", "easter", "thanksgiving"
	};

	for (int n = i; n < i + 5 && n < k->n; n++) {
		const struct gf_token *at = &k->v[n];

		if (!at->capital)
			continue;
		if (n > i && (gf_token_is(k, n, "day") ||
		    gf_token_is(k, n, "eve")))
			return true;
		if ((gf_token_is(k, n, "new") && gf_token_is(k, n + 1,
		    "year")) || (gf_token_is(k, n, "black") &&
		    gf_token_is(k, n + 1, "friday")) ||
		    (gf_token_is(k, n, "good") &&
		    gf_token_is(k, n + 1, "friday")))
			return true;
		for (size_t w = 0; w < GF_LEN(names); w++)
			if (gf_token_is(k, n, names[w]))
				return true;
	}
	return false;
}

/* By 12/31, by 31.12.: a day without a year. */
static bool
short_day(const struct gf_tokens *k, int i)
{
	const struct gf_token *day = gf_token_at(k, i);
	const struct gf_token *month = gf_token_at(k, i + 2);

	if (day->kind != GF_TOKEN_NUMBER || day->num.m <= 0)
		return false;
	if (day->num.places == 1)
		return day->num.m / 10 <= 31 && gf_token_is(k, i + 1, ".");
	if (day->num.places == 2)
		return day->num.m / 100 <= 31 && day->num.m % 100 <= 12;
	return day->num.places == 0 && gf_token_is(k, i + 1, "/") &&
	    month->kind == GF_TOKEN_NUMBER && day->num.m <= 31 &&
	    month->num.m <= 31;
}

/* At the fair in April 2027: the thing has its day, and the title ends there. */
static bool
thing_on(const struct gf_title *t, const struct gf_moment *m)
{
	const struct gf_tokens *k = &t->tokens;

	return m->role == GF_MOMENT_THING && !m->relative && m->end == k->n &&
	    !(gf_token_may(k, m->first - 2) & GF_W_GONE) &&
	    (m->year != 0 || m->day != 0) && (gf_token_is(k, m->first - 1,
	    "in") || gf_token_is(k, m->first - 1, "on"));
}

/* In the November survey, by the July test: then one looks. */
static bool
looked_at(const struct gf_tokens *k, const struct gf_moment *m)
{
	static const char *const looks[] = {
		"survey", "pulse", "audit", "tracker", "session", "test",
		"exam", "exams", "round", "census", "review", "poll",
		"sitting", "count", "stocktake", "inspection", "board",
		"meeting", "issue", "ranking", "edition", "election",
		"season", "term", "semester", "year"
	};
	int before = m->first - 1;

	while (gf_token_may(k, before) & GF_W_DET)
		before--;
	if (gf_token_may(k, before) & GF_W_BY)
		return true;
	if (!(gf_token_may(k, before) & (GF_W_IN | GF_W_ON)))
		return false;
	for (size_t w = 0; w < GF_LEN(looks); w++)
		if (gf_token_is(k, m->end, looks[w]))
			return true;
	return false;
}

/* For 8 weeks from 4 May: that has an end. */
static bool
lasts(const struct gf_title *t, const struct gf_moment *m)
{
	for (int i = 0; i < t->nfigures; i++)
		if (t->figures[i].family == GF_UNIT_TIME &&
		    t->figures[i].end == m->first - 1)
			return true;
	return false;
}

/* Desk staffed from 1 October: on that day one sees it. */
static bool
begins(const struct gf_title *t, const struct gf_moment *m)
{
	return m->kind == GF_PERIOD_DAY && t->verb == 0 &&
	    (t->event || (t->words & GF_W_PAST)) && m->end == t->tokens.n;
}

bool
gf_title_dated(const struct gf_title *t)
{
	for (int i = 0; i < t->nmoments; i++) {
		const struct gf_moment *m = &t->moments[i];

		if (thing_on(t, m))
			return true;
		if (m->role == GF_MOMENT_THING && (!m->relative ||
		    (m->kind == GF_PERIOD_FY && m->year != 0)) && looked_at(&t->tokens, m))
			return true;
		if (m->role == GF_MOMENT_START &&
		    (lasts(t, m) || begins(t, m)))
			return true;
		if ((!m->relative || m->feast || m->close ||
		    (m->vague && m->year != 0) ||
		    (m->kind == GF_PERIOD_FY && m->year != 0)) &&
		    (m->role == GF_MOMENT_DEADLINE ||
		    m->role == GF_MOMENT_UNCLEAR))
			return true;
	}
	for (int i = 0; i < t->tokens.n; i++)
		if ((gf_token_may(&t->tokens, i) & (GF_W_BY | GF_W_IN |
		    GF_W_ON)) && (feast(&t->tokens, i + 1) ||
		    ((gf_token_may(&t->tokens, i) & GF_W_BY) &&
		    short_day(&t->tokens, i + 1))))
			return true;
	return false;
}
