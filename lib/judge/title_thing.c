#include "judge/title.h"

/* Whether a title ends at a place, but for its date. */
static bool
ends(const struct gf_tokens *k, int i)
{
	const struct gf_token *at = gf_token_at(k, i);

	return at->kind == GF_TOKEN_NONE || at->dated || (at->is & GF_W_BY);
}

/* In production, on the floor: where a thing is once it is done. */
static bool
placed(const struct gf_tokens *k, int n)
{
	static const char *const in[] = {
		"production", "use", "force", "place", "service", "operation",
		"hand", "orbit", "print", "effect", "office"
	};
	static const char *const on[] = {
		"air", "site", "sale", "display", "stream", "duty"
	};
	int last = n + (gf_token_is(k, n, "the") ? 1 : 0);

	if (gf_token_is(k, n - 1, "in"))
		return gf_token_among(k, n, in, GF_LEN(in)) && n > 1;
	return gf_token_is(k, n - 1, "on") && n > 1 &&
	    gf_token_among(k, last, on, GF_LEN(on));
}

/*
 * Somebody does one thing: the vendor ships the patch, the hall gives us a key.
 * Whether they will is another question.
 */
static bool
clause(const struct gf_tokens *k, int i)
{
	for (int n = i + 1; n < k->n; n++) {
		const struct gf_token *at = &k->v[n];
		const struct gf_word *verb;
		uint64_t next = gf_token_may(k, n + 1);

		if (at->kind == GF_TOKEN_SIGN && at->glued)
			continue;
		if (at->kind != GF_TOKEN_WORD || at->masked || at->dated ||
		    (at->is & GF_W_PREP))
			return false;
		if ((at->is & GF_W_STOP) || at->text.n < 4 || k->v[n -
		    1].plural || at->text.p[at->text.n - 1] != 's')
			continue;
		verb = gf_word_find((struct gf_str){ at->text.p,
		    at->text.n - 1 });
		if (verb == NULL || !(verb->is & GF_W_DOING) || (verb->is &
		    (GF_W_SOFTVERB | GF_W_HOLD | GF_W_CARE)))
			continue;
		if ((next & GF_W_DET) || gf_token_is(k, n + 1, "us") ||
		    gf_token_is(k, n + 1, "me") ||
		    ((next & GF_W_PREP) && (gf_token_is(k, n + 2, "us") ||
		    gf_token_is(k, n + 2, "me"))) ||
		    gf_token_is(k, n + 1, "yes") ||
		    gf_token_is(k, n + 1, "no"))
			return true;
	}
	return false;
}

/* Charity shop open by October: a state, not a verb. */
bool
gf_title_stands(const struct gf_title *t, int n)
{
	const struct gf_tokens *k = &t->tokens;
	const struct gf_token *next = gf_token_at(k, n + 1);

	if (t->verb != 0 || n == 0)
		return false;
	if (placed(k, n))
		return true;
	if (!(next->kind == GF_TOKEN_NONE ||
	    next->dated || (next->is & (GF_W_BY | GF_W_IN | GF_W_ON))))
		return false;
	return (k->v[n].is & GF_W_STATE) || (gf_token_is(k, n, "date") &&
	    gf_token_is(k, n - 1, "to") && gf_token_is(k, n - 2, "up"));
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
	if (gf_token_is(k, i, "zero"))
		return gf_token_at(k, i + 1)->plural || !ends(k, i + 2);
	if (gf_token_is(k, i, "no") ||
	    gf_token_is(k, i, "nobody") || gf_token_is(k, i, "none") ||
	    gf_token_is(k, i, "never"))
		return true;
	for (int n = i + 1; n < k->n; n++) {
		uint64_t before = gf_token_may(k, n - 1);

		if (gf_token_is(k, n, "free") && ((k->v[n].glued &&
		    gf_token_is(k, n - 1, "-")) || (ends(k, n + 1) &&
		    k->v[n - 1].kind == GF_TOKEN_WORD &&
		    !(before & (GF_W_STOP | GF_W_DOING)))))
			return true;
	}
	return false;
}

/*
 * Half of, by a third, every Sunday, from monthly to weekly: an amount without
 * a number.
 */
bool
gf_title_share(const struct gf_tokens *k, int i)
{
	uint64_t may = gf_token_may(k, i), next = gf_token_may(k, i + 1);

	if ((next & gf_token_may(k, i - 1) & GF_W_OFTEN) &&
	    gf_token_is(k, i, "to"))
		return true;
	/* post daily in May */
	if ((may & GF_W_OFTEN) && i > 0 && (ends(k, i + 1) ||
	    (next & (GF_W_IN | GF_W_BY))))
		return !(gf_token_may(k, 0) & GF_W_SOFTVERB);
	/* a weekly report, weekly syncs with Gdansk */
	if ((may & GF_W_OFTEN) && !(next & (GF_W_STOP | GF_W_SOFTNOUN)) &&
	    (i == 0 || gf_token_is(k, i - 1, "least") ||
	    gf_token_is(k, i - 1, "a")) &&
	    gf_token_at(k, i + 1)->kind == GF_TOKEN_WORD)
		return true;
	/* doors open at 7:30, home by 6 pm */
	if ((may & (GF_W_BY | GF_W_ON)) && gf_token_at(k, i + 1)->kind ==
	    GF_TOKEN_NUMBER && gf_token_at(k, i + 1)->masked &&
	    (gf_token_is(k, i + 2, ":") || gf_token_is(k, i + 2, "am") ||
	    gf_token_is(k, i + 2, "pm")))
		return true;
	/* a book a month */
	if ((gf_token_is(k, i, "a") || gf_token_is(k, i, "per")) && i > 1 &&
	    (next & GF_W_TIME) && (gf_token_may(k, i - 2) & GF_W_DET))
		return true;
	/* once a month, twice per week */
	if ((gf_token_is(k, i, "once") || gf_token_is(k, i, "twice")) &&
	    (next & GF_W_TAIL) && (gf_token_may(k, i + 2) & GF_W_TIME))
		return true;

	if ((may & GF_W_SHARE) && !k->v[i].dated &&
	    (gf_token_is(k, i + 1, "of") || (gf_token_is(k, i - 1, "a") &&
	    gf_token_is(k, i - 2, "by"))))
		return true;
	return (may & GF_W_WHOLE) && (next & (GF_W_TIME | GF_W_WEEKDAY)) &&
	    !gf_token_at(k, i + 1)->plural;
}

/* Third mixer, a new bench: one more of what there is. */
static bool
counted_on(const struct gf_tokens *k, int i)
{
	static const char *const words[] = {
		"new", "another", "first", "second", "third", "fourth",
		"fifth", "sixth", "extra", "additional"
	};

	return gf_token_among(k, i, words, GF_LEN(words)) ||
	    gf_token_at(k, i)->ordinal;
}

/* The last word of the noun that the title begins with, -1 if there is none. */
static int
noun_end(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	int last = -1;

	for (int i = t->subject; i < k->n && !k->v[i].dated; i++) {
		const struct gf_token *at = &k->v[i];

		if (at->kind == GF_TOKEN_SIGN && (!at->glued ||
		    at->sign != '-'))
			break;
		/* walk-in: a preposition within a word */
		if ((at->is & GF_W_STOP) && !(at->glued && gf_token_is(k,
		    i - 1, "-")) && i > t->subject)
			break;
		if (at->kind == GF_TOKEN_WORD)
			last = i;
	}
	return last;
}

/* A ramp at the gym, solar panels on the roof: there or not. */
static bool
stands_there(const struct gf_title *t)
{
	static const char *const where[] = {
		"at", "in", "on", "for", "behind", "beside", "between", "to",
		"from", "near", "inside", "outside", "opposite", "under",
		"over", "with", "into"
	};
	const struct gf_tokens *k = &t->tokens;
	int last = noun_end(t), next = last + 1;
	uint64_t may = gf_token_may(k, last), behind;

	if (t->verb != 0 || last <= t->subject - (may & GF_W_OBJECT ? 1 : 0) ||
	    !(may & (GF_W_OBJECT | GF_W_THING)) || (may & (GF_W_SOFTNOUN |
	    GF_W_TOPIC | GF_W_SUM)) || k->v[last].masked)
		return false;
	/* the branch of the bank in Hof */
	if (gf_token_is(k, next, "of"))
		while (next < k->n && (next == last + 1 ||
		    !(k->v[next].is & GF_W_PREP)))
			next++;
	behind = gf_token_may(k, next + 1);
	if (gf_token_among(k, next, where, GF_LEN(where)) && !k->v[next + 1 <
	    k->n ? next + 1 : next].dated)
		return (behind & GF_W_DET) || gf_token_at(k, next + 1)->kind !=
		    GF_TOKEN_NONE;
	return counted_on(k, t->subject) && last > t->subject &&
	    ends(k, next);
}

/* AGM on 6 June: on that day it happens or not. */
static bool
happens(const struct gf_title *t)
{
	int last = t->verb == 0 ? noun_end(t) : -1;

	if (last < 0 || (gf_token_may(&t->tokens, last) & (GF_W_TOPIC |
	    GF_W_SOFTNOUN)))
		return false;
	for (int n = 0; n < t->nmoments; n++)
		if (t->moments[n].on && t->moments[n].kind == GF_PERIOD_DAY &&
		    t->moments[n].role == GF_MOMENT_DEADLINE)
			return true;
	return false;
}

/* Keep the shop open; third place. */
static bool
state(const struct gf_title *t, int i)
{
	static const char *const states[] = {
		"alive", "open", "closed", "online", "live", "empty", "free"
	};
	const struct gf_tokens *k = &t->tokens;

	if (gf_token_at(k, i)->ordinal && (gf_token_is(k, i + 1, "place") ||
	    gf_token_is(k, i + 1, "prize") || gf_token_is(k, i + 1, "rank")))
		return true;
	if (!gf_token_is(k, i, "keep"))
		return false;
	for (int n = i + 2; n < k->n; n++)
		if (gf_token_among(k, n, states, GF_LEN(states)) &&
		    ends(k, n + 1))
			return true;
	return false;
}

/* House sold off, garden dug over, order in: a particle ends it. */
static bool
through(const struct gf_title *t)
{
	static const char *const words[] = {
		"off", "over", "back", "out", "away", "home", "gone", "done"
	};
	const struct gf_tokens *k = &t->tokens;
	int last = t->verb == 0 ? noun_end(t) : -1;

	if (last < 0 || !(gf_token_may(k, last) & GF_W_OBJECT))
		return false;
	/* car through the test */
	if (gf_token_is(k, last + 1, "through"))
		return (gf_token_may(k, last + 2) & GF_W_DET) != 0;
	return gf_token_among(k, last + 1, words, GF_LEN(words)) &&
	    ends(k, last + 2);
}

/* Turn the barn into a shop, extend the pier: done or not. */
static bool
altered(const struct gf_title *t, int i)
{
	static const char *const verbs[] = {
		"extend", "change", "lift", "drop", "widen", "deepen",
		"raise", "lower", "turn", "take", "bring", "push", "adjust",
		"expand", "cut", "modernise", "modernize", "shorten", "refresh"
	};
	const struct gf_tokens *k = &t->tokens;
	int last = -1;

	if (!gf_token_among(k, i, verbs, GF_LEN(verbs)) ||
	    !(gf_token_may(k, i + 1) & GF_W_DET) ||
	    (gf_token_may(k, i + 1) & GF_W_ROUND))
		return false;
	for (int n = i + 2; n < k->n && !(k->v[n].is & GF_W_STOP) &&
	    !k->v[n].dated; n++)
		last = n;
	if (last < 0)
		return false;
	if (gf_token_is(k, last + 1, "into"))
		return (gf_token_may(k, last + 2) & GF_W_DET) != 0;
	return !k->v[last].plural && (k->v[last].is & (GF_W_OBJECT |
	    GF_W_PROOF)) && !(k->v[last].is & (GF_W_THING | GF_W_SUM));
}

bool
gf_title_thing(const struct gf_title *t, int head)
{
	return told(&t->tokens, head) || clause(&t->tokens, head) ||
	    stands_there(t) || happens(t) || state(t, head) ||
	    through(t) || altered(t, head);
}

bool
gf_title_things(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	static const char *const verbs[] = {
		"is", "are", "be", "love", "loves", "feel", "feels", "know",
		"knows", "has", "have", "want", "wants", "trust", "enjoy"
	};
	int words = 0, last = noun_end(t);

	for (int i = t->subject; i < k->n; i++)
		if (gf_token_among(k, i, verbs, GF_LEN(verbs)))
			return false;
	for (int i = 0; i < k->n; i++)
		words += k->v[i].kind != GF_TOKEN_SIGN && !k->v[i].dated &&
		    !(k->v[i].is & GF_W_BY);
	return t->verb == 0 && last >= 0 && words > 3 && !(gf_token_may(k,
	    last) & (GF_W_TOPIC | GF_W_SOFTNOUN | GF_W_SUM | GF_W_THING)) &&
	    gf_token_at(k, t->subject)->kind == GF_TOKEN_WORD;
}
