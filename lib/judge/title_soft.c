#include "judge/title.h"

/* A noun behind a soft one makes it a thing: service level, image library. */
static bool
leads_noun(const struct gf_tokens *k, int i)
{
	const struct gf_token *at = gf_token_at(k, i);

	return at->kind == GF_TOKEN_WORD && !at->dated &&
	    !(at->is & (GF_W_STOP | GF_W_SOFTNOUN));
}

/* The billing service: a noun that is soft by itself, once it has a name. */
static bool
thing(const struct gf_tokens *k, int i)
{
	const struct gf_token *before = gf_token_at(k, i - 1);

	return (gf_token_is(k, i, "service") || gf_token_is(k, i, "solution") ||
	    gf_token_is(k, i, "image")) && before->kind == GF_TOKEN_WORD &&
	    !(before->is & (GF_W_STOP | GF_W_DOING)) &&
	    gf_token_is(k, i - 2, "the");
}

/* Whether what is counted follows: the main markets, the right people. */
static bool
several_follow(const struct gf_tokens *k, int i)
{
	static const char *const crowds[] = {
		"people", "staff", "women", "men", "children"
	};

	for (int n = i + 1; n < i + 4 && gf_token_at(k, n)->kind ==
	    GF_TOKEN_WORD && !(gf_token_may(k, n) & GF_W_STOP); n++)
		if (gf_token_at(k, n)->plural ||
		    gf_token_among(k, n, crowds, GF_LEN(crowds)))
			return true;
	return false;
}

/*
 * Some volunteers, the best, our main markets, public customers such as
 * schools: which ones?
 */
static bool
vague(const struct gf_title *t, int i)
{
	static const char *const ranks[] = {
		"main", "major", "important", "right", "relevant",
		"interesting", "strategic", "suitable", "certain", "few",
		"leading", "significant"
	};
	static const char *const keyed[] = {
		"rings", "cards", "codes", "results", "boxes", "fobs",
		"workers", "safes", "figures", "dates", "cabinets"
	};
	const struct gf_tokens *k = &t->tokens;

	if (!(gf_token_may(k, i) & GF_W_VAGUE) ||
	    gf_token_is(k, i - 1, "no"))
		return false;
	if (gf_token_is(k, i, "such"))
		return gf_token_is(k, i + 1, "as");
	if (gf_token_is(k, i, "key"))
		return several_follow(k, i) && (gf_token_may(k, i + 1) == 0 ||
		    (gf_token_may(k, i + 1) & GF_W_THING)) &&
		    !gf_token_among(k, i + 1, keyed, GF_LEN(keyed));
	/* find out how many calls we miss */
	if (gf_token_is(k, i, "many") && (gf_token_is(k, i - 1, "how") ||
	    gf_token_is(k, i - 1, "so") || gf_token_is(k, i - 1, "as") ||
	    gf_token_is(k, i - 1, "too")))
		return false;
	if (gf_token_is(k, i, "etc"))
		return t->nfigures == 0 && !t->digit;
	if (gf_token_is(k, i, "couple") || gf_token_is(k, i, "handful") ||
	    gf_token_is(k, i, "plenty") || gf_token_is(k, i, "lots"))
		return gf_token_is(k, i + 1, "of");
	if (gf_token_among(k, i, ranks, GF_LEN(ranks)))
		return several_follow(k, i);
	/* our best year ever */
	if (gf_token_is(k, i, "best") && (gf_token_may(k, i - 1) & GF_W_OURS))
		return true;
	if (gf_token_is(k, i, "best"))
		return gf_token_at(k, i + 1)->kind == GF_TOKEN_NONE ||
		    gf_token_at(k, i + 1)->dated || (i > 0 && gf_token_is(k,
		    i - 1, "the") && !(t->verb & (GF_W_EVENT | GF_W_MAKE)));
	return gf_token_at(k, i + 1)->kind == GF_TOKEN_WORD;
}

/* Move the needle, go the extra mile, and so on: a manner of speaking. */
static bool
spoken(const struct gf_title *t)
{
	static const struct {
		const char *first, *second;
	} pairs[] = {
		{ "extra", "mile" }, { "the", "needle" }, { "the", "bar" },
		{ "ground", "running" }, { "the", "box" },
		{ "the", "envelope" }, { "our", "game" }, { "my", "game" },
		{ "the", "tide" }, { "the", "occasion" }, { "next", "level" },
		{ "so", "on" }, { "so", "forth" }, { "the", "like" },
		{ "make", "waves" }, { "lead", "by" }, { "the", "stars" },
		{ "hanging", "fruit" }, { "the", "curve" },
		{ "the", "ocean" }, { "no", "stone" }, { "same", "page" },
		{ "big", "picture" }, { "the", "talk" }, { "the", "dots" },
		{ "the", "map" }, { "the", "dial" }, { "the", "gap" },
		{ "much", "more" }, { "and", "others" }, { "and", "similar" },
		{ "into", "shape" }, { "the", "centre" }, { "the", "heart" },
		{ "under", "control" }, { "double", "down" },
		{ "create", "buzz" }, { "get", "there" }, { "our", "best" }, { "my", "best" }
	};
	const struct gf_tokens *k = &t->tokens;

	for (int i = 0; i + 1 < k->n; i++) {
		const struct gf_token *at = &k->v[i];

		if (at->masked || at->kind != GF_TOKEN_WORD ||
		    at[1].kind != GF_TOKEN_WORD)
			continue;
		for (size_t p = 0; p < GF_LEN(pairs); p++)
			/* here, not in a call: few begin with its letter */
			if ((at->text.p[0] | 0x20) == pairs[p].first[0] &&
			    gf_token_is(k, i, pairs[p].first) &&
			    gf_token_is(k, i + 1, pairs[p].second))
				return true;
	}
	return false;
}

/*
 * Where the object of a deed ends: a workshop on trust, a guide to wellbeing
 * are done or not, whatever they are about.
 */
static int
object_end(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	int i = t->subject, last = -1;

	if (!(t->verb & (GF_W_EVENT | GF_W_MAKE)) || (t->verb & (GF_W_RISE |
	    GF_W_FALL | GF_W_CHANGE | GF_W_HOLD | GF_W_SOFTVERB)))
		return k->n;
	for (; i < k->n && !(k->v[i].is & GF_W_PREP); i++)
		if (k->v[i].kind == GF_TOKEN_WORD && !(k->v[i].is & GF_W_STOP))
			last = i;
	if (last < 0 || i == k->n || gf_token_is(k, i, "of") ||
	    k->v[last].plural || (k->v[last].is & GF_W_SOFTNOUN) ||
	    gf_token_is(k, i, "as"))
		return k->n;
	return i;
}

/* A word of comparison or attitude leaves nothing to be told. */
bool
gf_title_vague(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	int end;

	if (spoken(t))
		return true;
	if (!(t->words & (GF_W_MORE | GF_W_SOFTADJ | GF_W_SOFTNOUN |
	    GF_W_VAGUE | GF_W_EASES)))
		return false;
	end = object_end(t);
	for (int i = 0; i < end; i++) {
		uint64_t may = k->v[i].is;

		if ((may & GF_W_MILD) && (t->verb & (GF_W_EVENT | GF_W_MAKE)))
			continue;
		if ((may & GF_W_PAST) && (may & GF_W_EASES) && i > 0 &&
		    t->verb == 0)
			return true;
		if (k->v[i].masked || (k->v[i].capital && i > 0))
			continue;
		/* 4 or less, more than 20: a limit */
		if ((may & GF_W_MORE) && (gf_token_is(k, i - 1, "or") ||
		    (gf_token_is(k, i + 1, "than") && gf_token_at(k,
		    i + 2)->kind == GF_TOKEN_NUMBER)))
			continue;
		if ((may & GF_W_MORE) && !(may & (GF_W_RISE | GF_W_FALL)) &&
		    !gf_token_is(k, i, "extra") &&
		    !gf_token_is(k, i, "additional"))
			return true;
		/* if possible, as soon as possible: not about what */
		if ((may & GF_W_SOFTADJ) && gf_token_is(k, i, "possible") &&
		    (gf_token_is(k, i - 2, "soon") ||
		    gf_token_is(k, i - 1, "if") ||
		    gf_token_is(k, i - 1, "where") ||
		    gf_token_is(k, i - 1, "when")))
			continue;
		if (gf_token_is(k, i, "heart") && gf_token_is(k, i - 1, "by"))
			continue;
		if ((may & GF_W_SOFTADJ) || ((may & GF_W_SOFTNOUN) &&
		    !leads_noun(k, i + 1) && !thing(k, i)))
			return true;
		if (vague(t, i))
			return true;
	}
	return false;
}

static void
soft_time(struct gf_title *t)
{
	static const char *const phrases[] = {
		"in due course", "going forward", "at some point",
		"when possible", "as soon as possible", "in the near future",
		"down the road", "over time", "in the long run",
		"sooner or later", "one of these days", "when time permits",
		"when time allows", "in the medium term", "in the long term",
		"in future",
	};
	const struct gf_token *a, *b;

	for (int i = 0; i < t->tokens.n && !t->soft; i++) {
		a = &t->tokens.v[i];
		if (a->masked || !(a->is & GF_W_PUTOFF))
			continue;
		for (size_t p = 0; p < GF_LEN(phrases); p++) {
			size_t at = (size_t)(a->text.p - t->text.p);
			struct gf_str rest = { a->text.p, 0 };

			if ((rest.p[0] | 0x20) != phrases[p][0])
				continue;
			rest.n = gf_str(phrases[p]).n;
			if (at + rest.n > t->text.n ||
			    !gf_str_eq_fold(rest, gf_str(phrases[p])))
				continue;
			t->soft = true;
			t->soft_off = (uint32_t)at;
			t->soft_len = (uint32_t)rest.n;
		}
	}
	if (!(t->words & (GF_W_WHEN | GF_W_SOFT)))
		return;
	for (int i = 0; i < t->tokens.n && !t->soft; i++) {
		a = b = &t->tokens.v[i];
		if (a->is & GF_W_WHEN) {
			while (b < &t->tokens.v[t->tokens.n] &&
			    !(b->is & GF_W_EASES))
				b++;
			if (b == &t->tokens.v[t->tokens.n])
				continue;
		} else if (a->masked || !(a->is & GF_W_SOFT)) {
			continue;
		}
		t->soft = true;
		t->soft_off = (uint32_t)(a->text.p - t->text.p);
		t->soft_len = (uint32_t)(b->text.p + b->text.n - a->text.p);
	}
}

/* A season without a year is nobody's calendar, unless a date stands by. */
static void
season(struct gf_title *t)
{
	for (int i = 0; i < t->nmoments; i++) {
		const struct gf_moment *m = &t->moments[i];

		if (!m->relative && m->role == GF_MOMENT_DEADLINE &&
		    !m->vague)
			return;
	}
	for (int i = 0; i < t->nmoments; i++) {
		const struct gf_moment *m = &t->moments[i];

		if (t->soft || !m->vague || m->year != 0 ||
		    m->role == GF_MOMENT_THING || m->role == GF_MOMENT_START)
			continue;
		t->soft = true;
		t->soft_off = m->off;
		t->soft_len = m->len;
	}
}

void
gf_title_soft_time(struct gf_title *t)
{
	soft_time(t);
	season(t);
}
