#include <string.h>

#include "judge/title.h"

/* The word that the title begins with, past a date, a label or an adverb. */
static int
head(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	int i = 0;

	while (i < k->n && (k->v[i].dated || k->v[i].kind == GF_TOKEN_SIGN ||
	    gf_token_is(k, i, "in") || gf_token_is(k, i, "by")))
		i++;
	/* Q3: win 4 tenders; Sales: win 4 tenders */
	for (int c = i; c < i + 3 && c < k->n; c++)
		if (gf_token_is(k, c, ":") && c + 1 < k->n)
			return c + 1;
	return i;
}

/* The noun phrase that the verb is about, without articles. */
static void
subject(struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;
	const struct gf_token *at;

	while ((gf_token_may(k, i) & GF_W_DET) ||
	    gf_token_is(k, i, "up") || gf_token_is(k, i, "down") ||
	    gf_token_is(k, i, "back") || gf_token_is(k, i, "out") ||
	    gf_token_is(k, i, "over") || gf_token_is(k, i, "off"))
		i++;
	t->subject = i;
	for (; i < k->n && t->nsubject < 8; i++) {
		at = &k->v[i];
		if (at->kind == GF_TOKEN_SIGN && at->sign == '-' && at->glued)
			continue;
		if (at->kind != GF_TOKEN_WORD || at->dated ||
		    ((at->is & GF_W_STOP) && !gf_token_is(k, i, "of") &&
		    !(at->is & GF_W_DET)))
			break;
		t->nsubject = i + 1 - t->subject;
	}
}

/*
 * Whether somebody can say what is done when it is done: an article, a name, a
 * proof.
 */
static bool
concrete(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;

	for (int n = i; n < k->n && n < i + 4; n++)
		if (k->v[n].masked || (k->v[n].capital && !k->v[n].dated) ||
		    (k->v[n].is & GF_W_PROOF) ||
		    ((k->v[n].is & GF_W_DET) && n < i + 2))
			return true;
	return false;
}

/* A noun behind a soft one makes it a thing: service level, image library. */
static bool
leads_noun(const struct gf_tokens *k, int i)
{
	const struct gf_token *at = gf_token_at(k, i);

	return at->kind == GF_TOKEN_WORD && !at->dated &&
	    !(at->is & (GF_W_STOP | GF_W_SOFTNOUN));
}

/* A word of comparison or attitude leaves nothing to be told. */
static bool
soft(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;

	for (int i = 0; i < k->n; i++) {
		uint64_t may = k->v[i].is;

		if (k->v[i].masked || (k->v[i].capital && i > 0))
			continue;
		if ((may & GF_W_MORE) && !(may & (GF_W_RISE | GF_W_FALL)) &&
		    !gf_token_is(k, i, "extra") &&
		    !gf_token_is(k, i, "additional"))
			return true;
		/* as soon as possible is about time, not about what */
		if (gf_token_is(k, i, "possible") &&
		    gf_token_is(k, i - 2, "soon"))
			continue;
		if ((may & GF_W_SOFTADJ) || ((may & GF_W_SOFTNOUN) &&
		    !leads_noun(k, i + 1)))
			return true;
	}
	return false;
}

/* Work on each of a whole is done or not: train all shop managers. */
static bool
whole(const struct gf_tokens *k, int i)
{
	static const char *const verbs[] = {
		"train", "visit", "call", "contact", "collect", "answer",
		"check", "inspect", "interview", "audit", "review", "test",
		"meet", "email", "mail", "process", "teach", "read", "equip",
		"ask"
	};

	for (size_t v = 0; v < GF_LEN(verbs); v++)
		if (gf_token_is(k, i, verbs[v]))
			return (gf_token_may(k, i + 1) & GF_W_WHOLE) != 0;
	return gf_token_is(k, i, "break") && gf_token_is(k, i + 1, "even");
}

/* A deed to somebody or something that has a name: walk the Pennine Way. */
static bool
named_deed(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;
	bool deed = ((t->verb & (GF_W_VERB | GF_W_MAKE)) &&
	    !(t->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE))) ||
	    gf_token_is(k, i, "get") || gf_token_is(k, i, "take") ||
	    gf_token_is(k, i, "bring");

	if (!deed || (gf_token_may(k, i) & GF_W_SOFTVERB))
		return false;
	for (int n = i + 1; n < k->n; n++)
		if (!k->v[n].dated && k->v[n].kind != GF_TOKEN_SIGN &&
		    (k->v[n].masked || (k->v[n].capital &&
		    !(k->v[n].is & GF_W_STOP))))
			return true;
	return false;
}

/*
 * A state that holds for all or for none can be told: every manager trained,
 * no overtime in August, free of debt.
 */
static bool
told(const struct gf_tokens *k, int i)
{
	if (gf_token_may(k, i) & GF_W_WHOLE)
		return true;
	if (gf_token_is(k, i, "no") || gf_token_is(k, i, "zero"))
		return true;
	for (int n = i; n < k->n; n++)
		if (gf_token_is(k, n, "free") && k->v[n].glued &&
		    gf_token_is(k, n - 1, "-"))
			return true;
	return false;
}

/* Half of, by a third, every Sunday: an amount without a number. */
static bool
share(const struct gf_tokens *k, int i)
{
	uint64_t may = gf_token_may(k, i), next = gf_token_may(k, i + 1);

	if ((may & GF_W_SHARE) && !k->v[i].dated &&
	    (gf_token_is(k, i + 1, "of") || (gf_token_is(k, i - 1, "a") &&
	    gf_token_is(k, i - 2, "by"))))
		return true;
	return (may & GF_W_WHOLE) && (next & (GF_W_TIME | GF_W_WEEKDAY)) &&
	    !gf_token_at(k, i + 1)->plural;
}

/*
 * Win new customers: things to be counted, and no count, no article, no name.
 */
static bool
uncounted(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	bool plural = false;

	for (int i = t->subject; i < t->subject + t->nsubject; i++) {
		const struct gf_token *at = &k->v[i];

		if (at->masked || at->capital || (at->is & (GF_W_PROOF |
		    GF_W_NUMBER)) || (gf_token_may(k, i - 1) & GF_W_DET))
			return false;
		if (at->is & GF_W_PREP)
			break;
		plural = at->plural || gf_token_is(k, i, "people");
	}
	return plural;
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
		if (a->kind != GF_TOKEN_WORD || a->masked ||
		    strchr("igawdosIGAWDOS", a->text.p[0]) == NULL)
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
	for (int i = 0; i < t->tokens.n && !t->soft; i++) {
		a = b = &t->tokens.v[i];
		if (gf_token_is(&t->tokens, i, "when") ||
		    gf_token_is(&t->tokens, i, "once")) {
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

/* A season without a year is nobody's calendar. */
static void
season(struct gf_title *t)
{
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
gf_title_events(struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	int i = head(t);
	bool proof = false;

	t->verb = gf_token_may(k, i) & GF_W_DOING;
	/* Audit passed: a noun, though it could be a verb */
	if (gf_token_may(k, i + 1) & GF_W_PAST)
		t->verb = 0;
	if (t->verb != 0)
		subject(t, i + 1);
	else
		subject(t, i);
	for (int n = 0; n < k->n; n++) {
		uint64_t may = k->v[n].is;

		if (k->v[n].masked)
			continue;
		proof = proof || (may & GF_W_PROOF);
		t->event_word = t->event_word || (may & (GF_W_EVENT |
		    GF_W_PROOF)) || ((may & GF_W_MAKE) && n == i);
		t->time = t->time || k->v[n].dated || (may & (GF_W_TIME |
		    GF_W_SEASON | GF_W_SOFT)) ||
		    ((may & GF_W_WEEKDAY) && k->v[n].capital);
		t->number_word = t->number_word || (may & (GF_W_NUMBER |
		    GF_W_SHARE)) || ((may & GF_W_TIMES) &&
		    k->v[n].value >= 50);
		if ((may & GF_W_PAST) && n > i && ((may & GF_W_EVENT) ||
		    gf_token_is(k, n, "live")) && (t->verb == 0 || gf_token_is(k, i, "become") ||
		    gf_token_is(k, i, "get") || gf_token_is(k, i, "have")))
			proof = true;
		t->share = t->share || share(k, n);
	}
	soft_time(t);
	season(t);
	if (soft(t) && !proof)
		return;
	t->event = proof || whole(k, i) || told(k, i) || named_deed(t, i) ||
	    ((t->verb & GF_W_EVENT) && !uncounted(t)) ||
	    ((t->verb & GF_W_MAKE) && concrete(t, i + 1));
}
