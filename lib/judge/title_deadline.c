#include "judge/title.h"

/* What stands around a date, once words that belong to it are passed over. */
struct around {
	int before;		/* the preposition, or what is there instead */
	int first;		/* the first token that belongs to the date */
	int next;		/* the token behind it */
	bool det;		/* "the" stands in it */
	bool edge;		/* "end of" */
	bool ahead;		/* "ahead of" */
};

/* The whole of 2026, the rest of May: the period itself. */
static const char *const wholes[] = {
	"whole", "entirety", "rest", "remainder", "course", "all", "duration"
};

/* Week of 4 May, w/c 4 May, the week commencing 4 May. */
static bool
week_of(const struct gf_tokens *t, int *i)
{
	static const char *const begins[] = {
		"of", "commencing", "beginning", "starting", "from"
	};

	if (gf_token_among(t, *i, begins, GF_LEN(begins)) &&
	    gf_token_is(t, *i - 1, "week")) {
		*i -= 2;
		return true;
	}
	if (gf_token_is(t, *i, "c") && gf_token_is(t, *i - 1, "/") &&
	    gf_token_is(t, *i - 2, "w")) {
		*i -= 3;
		return true;
	}
	return false;
}

static void
look_around(const struct gf_tokens *t, struct gf_moment *m, struct around *a)
{
	static const char *const small[] = {
		"around", "about", "latest", "last", "first", "cob", "eod",
		"eob", "noon", "midnight", "early", "calendar", "school",
		"academic"
	};
	int i = m->first - 1;

	m->week = m->kind == GF_PERIOD_DAY && week_of(t, &i);

	*a = (struct around){ .next = m->end };
	for (;;) {
		if (gf_token_may(t, i) & GF_W_DET) {
			a->det = true;
			i--;
		} else if (gf_token_is(t, i, "of") &&
		    ((gf_token_may(t, i - 1) & GF_W_EDGE) ||
		    gf_token_is(t, i - 1, "week"))) {
			a->edge = true;
			a->det = false;
			i -= 2;
		} else if ((gf_token_may(t, i) & GF_W_EDGE) && i > 0 &&
		    gf_token_at(t, i + 1)->kind != GF_TOKEN_SIGN) {
			a->edge = true;
			i--;
		} else if (gf_token_is(t, i, "-") &&
		    gf_token_is(t, i - 1, "mid")) {
			i -= 2;
		} else if (gf_token_is(t, i, "of") &&
		    gf_token_is(t, i - 1, "ahead")) {
			a->ahead = true;
			i -= 2;
			break;
		} else if (gf_token_is(t, i, "of") &&
		    gf_token_among(t, i - 1, wholes, GF_LEN(wholes))) {
			a->det = false;
			i -= 2;
		} else if (gf_token_among(t, i, small, GF_LEN(small)) ||
		    (gf_token_may(t, i) & GF_W_WEEKDAY)) {
			i--;
		} else {
			break;
		}
	}
	a->before = i;
	a->first = i + 1;
}

/* Whether a plural or what is known to be dated stands at a place. */
static bool
dated_noun(const struct gf_tokens *t, int i)
{
	const struct gf_token *at = gf_token_at(t, i);

	return at->kind == GF_TOKEN_WORD && (at->plural ||
	    (at->is & (GF_W_THING | GF_W_GONE)));
}

/* A noun behind the date that the date may belong to: the June newsletter. */
static bool
names_noun(const struct gf_tokens *t, const struct gf_moment *m, int i)
{
	const struct gf_token *at = gf_token_at(t, i);

	if (at->kind == GF_TOKEN_SIGN && at->sign == '-' && at->glued)
		return true;
	if (at->kind != GF_TOKEN_WORD || at->dated || (at->is &
	    (GF_W_STOP | GF_W_NUMBER | GF_W_SHARE | GF_W_PREP)) ||
	    gf_token_is(t, i, "deadline") || (at->is & GF_W_EDGE))
		return false;
	return m->kind == GF_PERIOD_DAY || m->first == 0 ||
	    !(at->is & GF_W_DOING) || (at->is & GF_W_THING);
}

static bool
period(const struct gf_moment *m)
{
	return m->kind != GF_PERIOD_DAY;
}

/* 12 support contracts in June: what is counted is not named by the date. */
static bool
counted(const struct gf_tokens *t, int i)
{
	const struct gf_token *at;

	for (int n = 0; n < 4; n++) {
		at = gf_token_at(t, --i);
		if (at->kind == GF_TOKEN_NUMBER)
			return !at->dated;
		if (at->kind != GF_TOKEN_WORD ||
		    ((at->is & GF_W_STOP) && !at->capital))
			return false;
	}
	return false;
}

/* The role that the word before a date gives it. */
static enum gf_moment_role
by_word(const struct gf_title *t, const struct gf_moment *m,
    const struct around *a)
{
	const struct gf_tokens *k = &t->tokens;
	int p = a->before;
	uint64_t may = gf_token_may(k, p);
	bool gone = (gf_token_may(k, p - 1) & GF_W_GONE) != 0;

	if (gf_token_is(k, p, "than"))
		return gf_token_is(k, p - 1, "later") ?
		    GF_MOMENT_DEADLINE : GF_MOMENT_THING;
	if (gf_token_is(k, p, "as") || gf_token_is(k, p - 1, "as"))
		return GF_MOMENT_START;
	if (gf_token_is(k, p, "due"))
		return dated_noun(k, p - 1) ? GF_MOMENT_UNCLEAR :
		    GF_MOMENT_DEADLINE;
	if (gf_token_is(k, p - 1, "due") && dated_noun(k, p - 2))
		return GF_MOMENT_THING;
	/* finish H1 at 112%, make Q2 a record */
	if (period(m) && p == 0 && (gf_token_is(k, p, "finish") ||
	    gf_token_is(k, p, "close") || gf_token_is(k, p, "end") ||
	    gf_token_is(k, p, "make")))
		return GF_MOMENT_DEADLINE;
	if (may & GF_W_BY)
		return gone && !gf_token_is(k, p - 1, "lost") ?
		    GF_MOMENT_THING : GF_MOMENT_DEADLINE;
	if ((may & GF_W_SINCE) || (gf_token_may(k, p - 1) & GF_W_SINCE &&
	    (may & (GF_W_IN | GF_W_ON))))
		return GF_MOMENT_START;
	if ((may & (GF_W_UNDER | GF_W_OVER)) && !(may & GF_W_IN))
		return GF_MOMENT_THING;
	if (gone || (may & GF_W_GONE))
		return GF_MOMENT_THING;
	if (may & GF_W_ON)
		return a->edge || m->kind == GF_PERIOD_DAY ?
		    GF_MOMENT_DEADLINE : GF_MOMENT_THING;
	if (may & GF_W_IN) {
		if ((gf_token_may(k, p - 1) & GF_W_THING) &&
		    !counted(k, p - 1))
			return GF_MOMENT_THING;
		return period(m) || a->edge ? GF_MOMENT_DEADLINE :
		    GF_MOMENT_UNCLEAR;
	}
	if (gf_token_is(k, p, "of"))
		return (gf_token_may(k, p - 1) & GF_W_TIME) ?
		    GF_MOMENT_UNCLEAR : GF_MOMENT_THING;
	if (gf_token_is(k, p, "vs") || gf_token_is(k, p, "versus") ||
	    gf_token_is(k, p, "against") || gf_token_is(k, p, "to"))
		return gf_token_is(k, p, "to") ? GF_MOMENT_UNCLEAR :
		    GF_MOMENT_THING;
	return GF_MOMENT_UNCLEAR;
}

/*
 * The role of a date that no word leads: at the head, at the end, in brackets.
 */
static enum gf_moment_role
by_place(const struct gf_title *t, const struct gf_moment *m,
    const struct around *a)
{
	const struct gf_token *before = gf_token_at(&t->tokens, a->before);
	const struct gf_token *next = gf_token_at(&t->tokens, a->next);
	bool last = next->kind == GF_TOKEN_NONE || next->sign == '.' ||
	    next->sign == ')' || next->sign == ']';

	if (m->relative && !m->vague && !names_noun(&t->tokens, m, a->next))
		return GF_MOMENT_DEADLINE;
	if (before->kind == GF_TOKEN_NONE)
		return next->kind == GF_TOKEN_SIGN && !next->glued ?
		    GF_MOMENT_DEADLINE : next->sign == ':' ||
		    next->sign == ',' ? GF_MOMENT_DEADLINE :
		    names_noun(&t->tokens, m, a->next) ? GF_MOMENT_THING :
		    GF_MOMENT_UNCLEAR;
	if (last && before->kind == GF_TOKEN_SIGN)
		return GF_MOMENT_DEADLINE;
	if (names_noun(&t->tokens, m, a->next) ||
	    (before->is & (GF_W_THING | GF_W_GONE)))
		return GF_MOMENT_THING;
	return last ? GF_MOMENT_UNCLEAR : GF_MOMENT_THING;
}

/* From May to June, 1-15 June: what follows a beginning is the end. */
static bool
ends_range(const struct gf_title *t, int i, const struct around *a)
{
	struct gf_moment *last = i > 0 ? &t->moments[i - 1] : NULL;

	if (last == NULL || last->end != a->before ||
	    !(gf_token_is(&t->tokens, a->before, "to") ||
	    gf_token_is(&t->tokens, a->before, "-") ||
	    gf_token_is(&t->tokens, a->before, "until")))
		return false;
	if (last->role != GF_MOMENT_START &&
	    gf_token_is(&t->tokens, a->before, "to"))
		return false;
	last->role = GF_MOMENT_START;
	return true;
}

void
gf_title_deadlines(struct gf_title *t)
{
	struct around a;

	for (int i = 0; i < t->nmoments; i++) {
		struct gf_moment *m = &t->moments[i];
		uint64_t may;

		look_around(&t->tokens, m, &a);
		may = gf_token_may(&t->tokens, a.before);
		m->before = gf_token_is(&t->tokens, a.before, "before");
		m->on = !a.edge && (may & GF_W_ON);
		if (a.ahead || ends_range(t, i, &a)) {
			m->role = GF_MOMENT_DEADLINE;
			continue;
		}
		if (!(may & (GF_W_STOP | GF_W_BY | GF_W_SINCE | GF_W_GONE)) &&
		    !(period(m) && a.before == 0 &&
		    by_word(t, m, &a) == GF_MOMENT_DEADLINE)) {
			m->role = (uint8_t)by_place(t, m, &a);
			continue;
		}
		m->role = (uint8_t)by_word(t, m, &a);
		if (m->role == GF_MOMENT_START || a.before == 0 ||
		    !names_noun(&t->tokens, m, a.next))
			continue;
		if (a.det && !a.edge)
			m->role = GF_MOMENT_THING;
		else if (m->role == GF_MOMENT_DEADLINE && period(m))
			m->role = GF_MOMENT_UNCLEAR;
	}
}
