#include "judge/title.h"

/* Whether a title ends at a place, but for its date. */
static bool
ends(const struct gf_tokens *k, int i)
{
	const struct gf_token *at = gf_token_at(k, i);

	return at->kind == GF_TOKEN_NONE || at->dated || (at->is & GF_W_BY);
}

/* Pay out bonuses, hand in the form, cut over to SAP: two words, one deed. */
static bool
phrase(const struct gf_tokens *k, int i)
{
	static const struct {
		const char *verb, *behind;
	} pairs[] = {
		{ "pay", "out" }, { "pay", "off" }, { "pay", "back" },
		{ "hand", "in" }, { "hand", "out" }, { "hand", "over" },
		{ "cut", "over" }, { "wind", "up" }, { "send", "out" },
		{ "send", "off" }, { "give", "notice" }, { "give", "away" },
		{ "switch", "off" }, { "switch", "over" }, { "move", "out" },
		{ "move", "in" }, { "move", "house" }, { "pull", "down" },
		{ "tear", "down" }, { "knock", "down" }, { "close", "down" },
		{ "shut", "down" }, { "sell", "off" }, { "buy", "out" },
		{ "sign", "off" }, { "sign", "up" }, { "go", "live" }, { "put", "up" },
		{ "hang", "up" }, { "clear", "out" }, { "dig", "up" },
		{ "step", "down" }, { "check", "in" }, { "fill", "in" },
		{ "top", "out" }, { "log", "off" }, { "roll", "back" }
	};

	for (size_t p = 0; p < GF_LEN(pairs); p++)
		if (gf_token_is(k, i, pairs[p].verb) &&
		    gf_token_is(k, i + 1, pairs[p].behind))
			return true;
	return false;
}

/*
 * Organic label for the milk, Best Place to Work badge: what somebody else
 * gives, and one has it or not.
 */
static bool
trophy(const struct gf_title *t)
{
	static const char *const words[] = {
		"badge", "mark", "label", "star", "flag", "award", "prize",
		"medal", "seal", "trophy", "seat", "tenure", "clearance",
		"diploma", "scholarship", "passport", "mandate", "charter",
		"membership", "accreditation", "quote", "title", "cup",
		"yes", "go-ahead", "consent", "order", "loan", "grant",
		"place", "slot", "job", "internship", "offer", "deal",
		"approval", "confirmation", "receipt", "refund", "ticket",
		"lease", "insurance", "keys", "key"
	};
	const struct gf_tokens *k = &t->tokens;
	int i = t->verb == 0 ? t->subject : k->n;

	for (; i < k->n && k->v[i].kind == GF_TOKEN_WORD && !k->v[i].dated &&
	    !(k->v[i].is & GF_W_OURS); i++) {
		const struct gf_token *next = gf_token_at(k, i + 1);

		if (gf_token_among(k, i, words, GF_LEN(words)) && (i > 0 ||
		    ends(k, i + 1) || gf_token_is(k, i + 1, "on")) &&
		    (ends(k, i + 1) || (next->is & GF_W_PREP)))
			return true;
	}
	return false;
}

/*
 * Replace windows on the north side, move customers to the new portal: the
 * place says which ones.
 */
static bool
placed(const struct gf_tokens *k, int i)
{
	static const char *const verbs[] = {
		"install", "replace", "transfer", "migrate", "move", "deploy",
		"remove", "mount", "repair", "plant", "deposit", "insulate",
		"fit", "renew", "dismantle", "demolish", "swap", "connect",
		"present", "submit", "hand", "return", "show", "deliver",
		"retire", "decommission", "archive", "delete", "relocate",
		"rewire", "hang", "repaint", "merge", "unify", "consolidate"
	};
	bool plural = false;

	if (!gf_token_among(k, i, verbs, GF_LEN(verbs)))
		return false;
	for (int n = i + 1; n < k->n; n++) {
		const struct gf_token *at = &k->v[n];

		if (at->kind != GF_TOKEN_WORD || at->dated)
			return false;
		if (plural && (at->is & GF_W_PREP) && !(at->is & GF_W_BY))
			return (gf_token_may(k, n + 1) & GF_W_DET) ||
			    (gf_token_at(k, n + 1)->capital &&
			    !gf_token_at(k, n + 1)->dated);
		if (at->is & GF_W_STOP)
			return false;
		plural = at->plural;
	}
	return false;
}

/* Hold the summer fair on 20 June: on that day it happens or not. */
static bool
on_day(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;
	bool deed = (t->verb & (GF_W_EVENT | GF_W_MAKE)) ||
	    gf_token_is(k, i, "hold") || gf_token_is(k, i, "give");

	if (!deed)
		return false;
	for (int n = 0; n < t->nmoments; n++)
		if (t->moments[n].on && t->moments[n].kind == GF_PERIOD_DAY &&
		    t->moments[n].role == GF_MOMENT_DEADLINE)
			return t->moments[n].first > i + 2;
	return false;
}

/* A noun for something that nobody can touch, by how it ends. */
static bool
abstract(struct gf_str s)
{
	static const char *const ends[] = {
		"ness", "ity", "ment", "tion", "sion", "ance", "ence", "ship",
		"ism", "ing", "th", "cy", "ude", "gy", "ure"
	};

	for (size_t i = 0; i < GF_LEN(ends); i++)
		if (gf_str_ends(s, ends[i]))
			return true;
	return false;
}

/* New playground at Elm Road, second exit for the cinema: there or not. */
static bool
new_thing(const struct gf_title *t, int i)
{
	static const char *const words[] = {
		"new", "second", "another", "third", "fourth"
	};
	static const char *const soft[] = {
		"level", "way", "start", "era", "chapter", "normal", "style",
		"life", "outlook", "wind", "focus", "drive", "growth", "mood"
	};
	const struct gf_tokens *k = &t->tokens;
	int last = i;

	if (t->verb != 0 || !gf_token_among(k, i, words, GF_LEN(words)))
		return false;
	for (int n = i + 1; n < k->n && k->v[n].kind == GF_TOKEN_WORD &&
	    !k->v[n].dated && !(k->v[n].is & GF_W_STOP); n++)
		last = n;
	if (last == i || k->v[last].plural || abstract(k->v[last].text) ||
	    (k->v[last].is & (GF_W_SOFTNOUN | GF_W_TIME | GF_W_SUM)) ||
	    gf_token_among(k, last, soft, GF_LEN(soft)))
		return false;
	return (gf_token_may(k, last + 1) & GF_W_PREP) &&
	    !gf_token_is(k, last + 1, "of") && !(gf_token_may(k, last + 1) &
	    GF_W_BY) && ((gf_token_may(k, last + 2) & GF_W_DET) ||
	    gf_token_at(k, last + 2)->capital);
}

/* Audit report without findings: none of them. */
static bool
without(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;

	for (int n = 1; t->verb == 0 && n + 1 < k->n; n++) {
		if (gf_token_is(k, n, "with") && gf_token_is(k, n + 1, "no"))
			return true;
		if (gf_token_is(k, n, "without"))
			return gf_token_at(k, n + 1)->plural &&
			    ends(k, n + 2);
	}
	return false;
}

/* Cook dinner for the neighbours, get a ramp: one thing, there or not. */
static bool
one_thing(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;
	bool get = gf_token_is(k, i, "get");
	int last = -1;

	if (!get && (!(t->verb & (GF_W_VERB | GF_W_MAKE | GF_W_EVENT)) ||
	    (t->verb & (GF_W_SOFTVERB | GF_W_RISE | GF_W_FALL |
	    GF_W_CHANGE | GF_W_HOLD | GF_W_CARE))))
		return false;
	for (int n = t->subject; n < t->subject + t->nsubject &&
	    !(k->v[n].is & GF_W_PREP); n++)
		last = n;
	return last > i && !k->v[last].plural && (k->v[last].is &
	    (GF_W_OBJECT | GF_W_PROOF)) && !(k->v[last].is & (GF_W_SOFTNOUN |
	    GF_W_TOPIC | GF_W_THING));
}

/* Learn to drive and pass the test: what comes behind is done or not. */
static bool
ends_done(const struct gf_tokens *k, int i)
{
	for (int n = i + 2; n < k->n; n++)
		if (gf_token_is(k, n - 1, "and") && (gf_token_may(k, n) &
		    GF_W_EVENT) && !(gf_token_may(k, n) & GF_W_PAST) &&
		    (gf_token_may(k, n + 1) & GF_W_DET) &&
		    !(gf_token_may(k, n + 1) & GF_W_OURS))
			return !gf_token_at(k, n + 2)->plural;
	return false;
}

/* Learn which of two menus pupils finish: a question that has an answer. */
static bool
answerable(const struct gf_tokens *k, int i)
{
	static const char *const verbs[] = {
		"learn", "find", "test", "establish", "determine", "decide",
		"clarify", "know", "measure", "check", "settle"
	};
	static const char *const asks[] = {
		"which", "what", "whether", "who", "when", "where", "if"
	};
	int at = i + 1 + gf_token_is(k, i + 1, "out");

	if (!gf_token_among(k, i, verbs, GF_LEN(verbs)))
		return false;
	return gf_token_among(k, at, asks, GF_LEN(asks)) ||
	    (gf_token_is(k, at, "how") && (gf_token_is(k, at + 1, "many") ||
	    gf_token_is(k, at + 1, "much") || gf_token_is(k, at + 1, "long")));
}

bool
gf_title_deed(const struct gf_title *t, int head)
{
	const struct gf_tokens *k = &t->tokens;

	return phrase(k, head) || trophy(t) || placed(k, head) ||
	    on_day(t, head) || new_thing(t, t->subject) || without(t) ||
	    one_thing(t, head) || ends_done(k, head) || answerable(k, head);
}
