#include <string.h>

#include "judge/title.h"

/* A plain whole number of a token, -1 if it is none. */
static int
whole(const struct gf_token *t)
{
	int v = 0;

	if (t->kind != GF_TOKEN_NUMBER || t->text.n > 4)
		return -1;
	for (size_t i = 0; i < t->text.n; i++) {
		if (t->text.p[i] < '0' || t->text.p[i] > '9')
			return i > 0 && t->ordinal ? v : -1;
		v = v * 10 + (t->text.p[i] - '0');
	}
	return v;
}

static bool
year_like(const struct gf_token *t)
{
	int v = whole(t);

	return t->text.n == 4 && v >= 1990 && v <= 2099;
}

/* The year at a place: 2026 or '26; returns the tokens it takes. */
static int
take_year(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	const struct gf_token *at = gf_token_at(t, i);

	if (year_like(at)) {
		m->year = (int16_t)whole(at);
		return 1;
	}
	if (at->sign == '\'' && gf_token_at(t, i + 1)->glued &&
	    gf_token_at(t, i + 1)->text.n == 2 &&
	    whole(gf_token_at(t, i + 1)) >= 0) {
		m->year = (int16_t)(2000 + whole(gf_token_at(t, i + 1)));
		return 2;
	}
	return 0;
}

static bool
joined(const struct gf_tokens *t, int i, char sign)
{
	const struct gf_token *at = gf_token_at(t, i);

	return at->kind == GF_TOKEN_SIGN && at->sign == sign && at->glued &&
	    gf_token_at(t, i + 1)->glued;
}

static int
set_day(struct gf_moment *m, int year, int month, int day, int used)
{
	m->kind = GF_PERIOD_DAY;
	m->year = (int16_t)year;
	m->month = (uint8_t)month;
	m->day = (uint8_t)day;
	return used;
}

/* 2026-09-30, 2026-09 */
static int
take_iso(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	int month = whole(gf_token_at(t, i + 2));
	int day = whole(gf_token_at(t, i + 4));

	if (!year_like(gf_token_at(t, i)) || !joined(t, i + 1, '-') ||
	    gf_token_at(t, i + 2)->text.n != 2 || month < 0)
		return 0;
	if (joined(t, i + 3, '-') && day >= 0 &&
	    gf_token_at(t, i + 4)->text.n == 2)
		return set_day(m, whole(gf_token_at(t, i)), month, day, 5);
	m->kind = GF_PERIOD_MONTH;
	m->year = (int16_t)whole(gf_token_at(t, i));
	m->month = (uint8_t)month;
	if (month >= 1 && month <= 12)
		return 3;
	/* 2026-27 is a season or a fiscal year: no dates without a calendar */
	m->kind = GF_PERIOD_FY;
	m->relative = month == m->year % 100 + 1;
	return m->relative ? 3 : 0;
}

/* Day and month of 05/06/2026; which is which is told by size or custom. */
static int
take_pair(struct gf_moment *m, int a, int b, int year, bool day_first, int used)
{
	if (a < 1 || b < 1 || a > 31 || b > 31 || year < 1990 || year > 2099)
		return 0;
	m->ambiguous = !day_first && a <= 12 && b <= 12 && a != b;
	if (b > 12 && a <= 12)
		return set_day(m, year, a, b, used);
	return set_day(m, year, b, a, used);
}

/* 2025/26: a season or a school year */
static int
take_season(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	int year = whole(gf_token_at(t, i));

	if (!year_like(gf_token_at(t, i)) || !joined(t, i + 1, '/') ||
	    gf_token_at(t, i + 2)->text.n != 2 ||
	    whole(gf_token_at(t, i + 2)) != (year + 1) % 100)
		return 0;
	m->kind = GF_PERIOD_FY;
	m->year = (int16_t)year;
	m->relative = true;
	return 3;
}

/* 30/09/2026 and 30.09.2026 */
static int
take_slashed(const struct gf_tokens *t, int i, struct gf_moment *m,
    bool day_first)
{
	struct gf_str s = gf_token_at(t, i)->text, part;
	int v[3] = { 0 }, n = 0;

	if (gf_token_at(t, i)->kind != GF_TOKEN_NUMBER)
		return 0;
	if (take_season(t, i, m) > 0)
		return 3;
	if (joined(t, i + 1, '/') && joined(t, i + 3, '/'))
		return take_pair(m, whole(gf_token_at(t, i)),
		    whole(gf_token_at(t, i + 2)),
		    whole(gf_token_at(t, i + 4)), day_first, 5);
	for (; s.n > 0 && n < 3; n++) {
		part = gf_str_cut(&s, '.');
		for (size_t k = 0; k < part.n; k++) {
			if (part.p[k] < '0' || part.p[k] > '9' || v[n] > 9999)
				return 0;
			v[n] = v[n] * 10 + (part.p[k] - '0');
		}
	}
	return n == 3 && s.n == 0 ? take_pair(m, v[0], v[1], v[2], true, 1) : 0;
}

static int
number_in(struct gf_str *s, size_t least, size_t most)
{
	int v = 0;
	size_t n = 0;

	while (n < s->n && n < most && s->p[n] >= '0' && s->p[n] <= '9')
		v = v * 10 + (s->p[n++] - '0');
	if (n < least || (n < s->n && s->p[n] >= '0' && s->p[n] <= '9'))
		return -1;
	s->p += n;
	s->n -= n;
	return v;
}

/* One piece of a code: Q3, H1, W27, FY27, 2026. */
static bool
code_piece(struct gf_str *s, struct gf_moment *m)
{
	static const struct {
		const char *text;
		uint8_t kind, most, digits;
	} rows[] = {
		{ "FY", GF_PERIOD_FY, 0, 4 },
		{ "EOQ", GF_PERIOD_QUARTER, 4, 1 },
		{ "CW", GF_PERIOD_WEEK, 53, 2 },
		{ "KW", GF_PERIOD_WEEK, 53, 2 },
		{ "W", GF_PERIOD_WEEK, 53, 2 },
		{ "Q", GF_PERIOD_QUARTER, 4, 1 },
		{ "H", GF_PERIOD_HALF, 2, 1 },
	};
	int v;

	if (s->p[0] >= '0' && s->p[0] <= '9') {
		v = number_in(s, 4, 4);
		m->year = (int16_t)v;
		return v >= 1990 && v <= 2099;
	}
	for (size_t i = 0; i < GF_LEN(rows); i++) {
		if (!gf_str_starts(*s, rows[i].text))
			continue;
		s->p += strlen(rows[i].text);
		s->n -= strlen(rows[i].text);
		v = number_in(s, rows[i].kind == GF_PERIOD_FY ? 2 : 1,
		    rows[i].digits);
		if (rows[i].kind == GF_PERIOD_FY) {
			m->year = (int16_t)(v < 100 ? 2000 + v : v);
			m->kind = m->kind == GF_PERIOD_QUARTER ?
			    GF_PERIOD_FY_QUARTER : GF_PERIOD_FY;
			return v > 0;
		}
		m->part = (uint8_t)v;
		m->kind = m->kind == GF_PERIOD_FY &&
		    rows[i].kind == GF_PERIOD_QUARTER ?
		    GF_PERIOD_FY_QUARTER : rows[i].kind;
		return v >= 1 && v <= rows[i].most;
	}
	return false;
}

/* Q3, H1 2026, FY27-Q3, 2026Q3 */
static int
take_code(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	const struct gf_token *at = gf_token_at(t, i);
	struct gf_str s = at->text;
	int used = 1, skip;

	m->kind = GF_PERIOD_YEAR;
	if (at->kind != GF_TOKEN_CODE && !year_like(at))
		return 0;
	/* 1H26, 3Q26 */
	if (s.n == 4 && s.p[0] >= '1' && s.p[0] <= '4' &&
	    (s.p[1] == 'Q' || (s.p[1] == 'H' && s.p[0] <= '2'))) {
		m->kind = s.p[1] == 'Q' ? GF_PERIOD_QUARTER : GF_PERIOD_HALF;
		m->part = (uint8_t)(s.p[0] - '0');
		s = (struct gf_str){ s.p + 2, 2 };
		m->year = (int16_t)(2000 + number_in(&s, 2, 2));
		return m->year >= 2000 ? 1 : 0;
	}
	while (s.n > 0)
		if (!code_piece(&s, m))
			return 0;
	for (;;) {
		skip = joined(t, i + used, '-') || joined(t, i + used, '/') ||
		    gf_token_is(t, i + used, "of") ||
		    gf_token_is(t, i + used, ",");
		at = gf_token_at(t, i + used + skip);
		s = at->text;
		if (at->kind != GF_TOKEN_CODE &&
		    (!year_like(at) || m->year != 0))
			break;
		if (at->kind == GF_TOKEN_CODE && m->year == 0 &&
		    s.p[0] != 'F')
			break;
		while (s.n > 0)
			if (!code_piece(&s, m))
				return used;
		used += skip + 1;
	}
	if (m->year == 0)
		used += take_year(t, i + used, m);
	/* 2026 alone is a year only where take_alone() says so */
	return m->kind == GF_PERIOD_YEAR ? 0 : used;
}

static bool
month_at(const struct gf_tokens *t, int i, bool numbered)
{
	const struct gf_token *at = gf_token_at(t, i);

	return (at->is & GF_W_MONTH) &&
	    (numbered || at->capital || !(at->is & GF_W_PROPER));
}

/* first half of 2026, third quarter, fiscal year 2027 */
static int
take_spoken(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	static const char *const rank[] = {
		"first", "second", "third", "fourth"
	};
	int used = 2, year;

	if ((gf_token_is(t, i, "fiscal") || gf_token_is(t, i, "financial") ||
	    gf_token_is(t, i, "fy"))) {
		used = gf_token_is(t, i + 1, "year") ? 2 : 1;
		year = take_year(t, i + used, m);
		m->kind = GF_PERIOD_FY;
		m->relative = year == 0;
		return used + year > 1 ? used + year : 0;
	}
	if ((gf_token_is(t, i, "week") || gf_token_is(t, i, "cw") ||
	    gf_token_is(t, i, "wk") ||
	    gf_token_is(t, i, "kw")) && whole(gf_token_at(t, i + 1)) > 0 &&
	    whole(gf_token_at(t, i + 1)) <= 53) {
		m->kind = GF_PERIOD_WEEK;
		m->part = (uint8_t)whole(gf_token_at(t, i + 1));
		return 2 + take_year(t, i + 2, m);
	}
	for (size_t k = 0; k < GF_LEN(rank); k++)
		if (gf_token_is(t, i, rank[k]) || (gf_token_at(t, i)->ordinal &&
		    whole(gf_token_at(t, i)) == (int)k + 1))
			m->part = (uint8_t)(k + 1);
	if (m->part == 0)
		return 0;
	if (gf_token_is(t, i + 1, "of") && month_at(t, i + 2, true))
		return set_day(m, 0, t->v[i + 2].value, m->part, 3);
	if (gf_token_is(t, i + 1, "quarter"))
		m->kind = GF_PERIOD_QUARTER;
	else if (gf_token_is(t, i + 1, "half") && m->part <= 2)
		m->kind = GF_PERIOD_HALF;
	else
		return 0;
	year = gf_token_is(t, i + 2, "of");
	m->relative = year && gf_token_is(t, i + 3, "the");
	year = take_year(t, i + 2 + year, m) ? year + 1 : 0;
	return used + year;
}

/* What stands behind a month and a day: a noun means that it was no day. */
static bool
counts_nouns(const struct gf_tokens *t, int i)
{
	const struct gf_token *next = gf_token_at(t, i);

	if (next->kind == GF_TOKEN_SIGN)
		return next->sign == '%' && next->glued;
	return next->kind == GF_TOKEN_WORD && !(next->is & (GF_W_STOP |
	    GF_W_DOING)) && (next->plural || gf_token_at(t, i + 1)->plural);
}

/* 30 September 2026, 30th of May, September 30, September 2026, May */
static int
take_named(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	int day = whole(gf_token_at(t, i)), at = i + 1, used;

	if (day >= 1 && gf_token_at(t, i)->text.n <= 4 && day <= 31) {
		if (gf_token_at(t, at)->sign == '.')
			at++;
		if (gf_token_is(t, at, "of"))
			at++;
		if (joined(t, at, '-'))
			at++;
		if (!month_at(t, at, true))
			return 0;
		used = at + 1 - i;
		if (gf_token_is(t, i + used, ",") || joined(t, i + used, '-'))
			used += take_year(t, i + used + 1, m) ? 2 : 0;
		else
			used += take_year(t, i + used, m);
		return set_day(m, m->year, t->v[at].value, day, used);
	}
	if (!month_at(t, i, false))
		return 0;
	if (gf_token_is(t, at, ".") && gf_token_at(t, at)->glued)
		at++;
	m->month = (uint8_t)t->v[i].value;
	day = whole(gf_token_at(t, at));
	if (day >= 1 && day <= 31 && gf_token_at(t, at)->text.n <= 4 &&
	    !counts_nouns(t, at + 1)) {
		used = at + 1 - i;
		if (gf_token_is(t, i + used, ","))
			used += take_year(t, i + used + 1, m) ? 2 : 0;
		else
			used += take_year(t, i + used, m);
		return set_day(m, m->year, t->v[i].value, day, used);
	}
	/* March to the summit */
	if (i == 0 && (t->v[i].is & GF_W_PROPER) &&
	    (gf_token_may(t, at) & GF_W_STOP))
		return 0;
	m->kind = GF_PERIOD_MONTH;
	if (joined(t, at, '-') || joined(t, at, '/'))
		at += take_year(t, at + 1, m) ? 1 : 0;
	return at - i + (m->year ? 1 : take_year(t, at, m));
}

/* A year by itself: no unit, no noun that it counts. */
static int
take_alone(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	const struct gf_token *at = gf_token_at(t, i);
	const struct gf_token *before = gf_token_at(t, i - 1);

	if (!year_like(at) || whole(at) < 2010 || whole(at) > 2059 ||
	    before->sign == '$' || (before->is & GF_W_MONEY) ||
	    counts_nouns(t, i + 1) ||
	    (gf_token_may(t, i + 1) & (GF_W_UNIT | GF_W_TIME | GF_W_MONEY)))
		return 0;
	m->kind = GF_PERIOD_YEAR;
	m->year = (int16_t)whole(at);
	return 1;
}

/* Summer begins for each reader on another day; Easter does not. */
static bool
season(const struct gf_tokens *t, int i)
{
	return strchr("swaf", gf_token_at(t, i)->text.p[0] | 0x20) != NULL;
}

/* this quarter, year end, Friday, summer */
static int
take_relative(const struct gf_tokens *t, int i, struct gf_moment *m)
{
	static const char *const words[] = {
		"eoy", "eoq", "eom", "eow", "tomorrow", "tonight",
		"midyear", "sprint"
	};
	uint64_t may = gf_token_may(t, i), next = gf_token_may(t, i + 1);
	int k;

	m->relative = true;
	m->kind = GF_PERIOD_MONTH;
	for (size_t w = 0; w < GF_LEN(words); w++) {
		m->close = w < 4;
		if (gf_token_is(t, i, words[w]))
			return words[w][0] != 's' ? 1 :
			    whole(gf_token_at(t, i + 1)) >= 0 ? 2 : 0;
	}
	m->close = false;
	if ((may & GF_W_NEXT) && (next & (GF_W_TIME | GF_W_SEASON |
	    GF_W_WEEKDAY | GF_W_MONTH)) && !gf_token_at(t, i + 1)->plural) {
		m->vague = (next & GF_W_SEASON) && season(t, i + 1);
		return 2;
	}
	if ((may & GF_W_TIME) && !gf_token_at(t, i)->plural) {
		k = i + 1 + joined(t, i + 1, '-');
		m->close = gf_token_is(t, k, "end");
		if (m->close)
			return k + 1 - i;
		k = gf_token_is(t, i - 1, "the") ? i - 2 : i - 1;
		m->close = gf_token_is(t, k - 1, "end") ||
		    gf_token_is(t, k - 1, "close");
		return gf_token_is(t, k, "of") &&
		    (gf_token_may(t, k - 1) & GF_W_EDGE) ? 1 : 0;
	}
	if ((may & GF_W_WEEKDAY) && (gf_token_at(t, i)->capital))
		return 1;
	if (!(may & GF_W_SEASON))
		return 0;
	m->vague = season(t, i);
	m->feast = !m->vague;
	k = gf_token_is(t, i + 1, "of") || gf_token_is(t, i + 1, "term") ||
	    gf_token_is(t, i + 1, "semester");
	k = take_year(t, i + 1 + k, m) ? k + 1 : 0;
	if ((gf_token_may(t, i - 1) & (GF_W_BY | GF_W_IN | GF_W_NEXT |
	    GF_W_DET)) || k > 0 || gf_token_at(t, i)->capital)
		return 1 + k;
	return 0;
}

static int
take_any(const struct gf_tokens *t, int i, struct gf_moment *m, bool day_first)
{
	int n;

	for (int way = 0; way < 7; way++) {
		*m = (struct gf_moment){ .first = i };
		n = way == 0 ? take_iso(t, i, m) :
		    way == 1 ? take_slashed(t, i, m, day_first) :
		    way == 2 ? take_code(t, i, m) :
		    way == 3 ? take_spoken(t, i, m) :
		    way == 4 ? take_named(t, i, m) :
		    way == 5 ? take_alone(t, i, m) : take_relative(t, i, m);
		if (n > 0)
			return n;
	}
	return 0;
}

void
gf_title_moments(struct gf_title *t, const struct gf_title_way *way,
    struct gf_arena *arena)
{
	struct gf_moment found[16], m;
	const struct gf_token *a, *b;
	int n;

	for (int i = 0; i < t->tokens.n && t->nmoments < 16; i += n) {
		n = 1;
		a = &t->tokens.v[i];
		/* 30.09.2026 is no number, but may be a date */
		if (a->masked && !(a->kind == GF_TOKEN_NUMBER &&
		    gf_str_find(a->text, ".") < a->text.n))
			continue;
		if (a->kind != GF_TOKEN_NUMBER && a->kind != GF_TOKEN_CODE &&
		    !(a->is & (GF_W_DATE | GF_W_MONTH | GF_W_WEEKDAY |
		    GF_W_SEASON | GF_W_TIME | GF_W_NEXT)))
			continue;
		n = take_any(&t->tokens, i, &m, way->day_first);
		if (n == 0) {
			n = 1;
			continue;
		}
		m.end = i + n;
		b = &t->tokens.v[m.end - 1];
		m.off = (uint32_t)(a->text.p - t->text.p);
		m.len = (uint32_t)(b->text.p + b->text.n - a->text.p);
		m.impossible = gf_moment_impossible(&t->tokens, &m);
		for (int k = i; k < m.end; k++)
			t->tokens.v[k].dated = true;
		found[t->nmoments++] = m;
	}
	/* by 30 June and again by 31 December 2026 */
	for (int i = t->nmoments - 2; i >= 0; i--)
		if (found[i].year == 0 && !found[i].relative &&
		    !found[i + 1].relative)
			found[i].year = found[i + 1].year;
	t->moments = gf_arena_alloc(arena, (size_t)t->nmoments * sizeof(m));
	if (t->nmoments > 0)
		memcpy(t->moments, found, (size_t)t->nmoments * sizeof(m));
}
