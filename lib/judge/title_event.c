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
	/* we hope to win */
	while (i + 1 < k->n && (gf_token_is(k, i, "we") ||
	    gf_token_is(k, i, "i") || gf_token_is(k, i, "to") ||
	    gf_token_is(k, i, "will") || gf_token_is(k, i, "should")))
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

/* jQuery, eBay: a name by a capital inside. */
static bool
camel(const struct gf_token *at)
{
	for (size_t i = 1; at->kind == GF_TOKEN_WORD && i < at->text.n; i++)
		if (at->text.p[i] >= 'A' && at->text.p[i] <= 'Z')
			return true;
	return false;
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
		    (k->v[n].is & GF_W_PROOF) || camel(&k->v[n]) ||
		    ((k->v[n].is & GF_W_DET) && n < i + 2 &&
		    !(k->v[n].is & GF_W_ROUND) && !((k->v[n].is &
		    GF_W_OURS) && (gf_token_at(k, n + 1)->plural ||
		    gf_token_is(k, n + 1, "people")))))
			return true;
	return false;
}

/* Design and ship the new login: the object is that of both verbs. */
static int
behind_verbs(const struct gf_tokens *k, int i)
{
	while ((gf_token_is(k, i + 1, "and") || gf_token_is(k, i + 1, "&")) &&
	    (gf_token_may(k, i + 2) & (GF_W_MAKE | GF_W_EVENT)))
		i += 2;
	return i + 1;
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

	if (gf_token_among(k, i, verbs, GF_LEN(verbs)))
		return (gf_token_may(k, i + 1) & GF_W_WHOLE) != 0;
	return gf_token_is(k, i, "break") && gf_token_is(k, i + 1, "even");
}

/* A deed to somebody or something that has a name: walk the Pennine Way. */
static bool
named_deed(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;
	bool deed = ((t->verb & (GF_W_VERB | GF_W_MAKE | GF_W_HOLD)) &&
	    !(t->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE))) ||
	    gf_token_is(k, i, "get") || gf_token_is(k, i, "take") ||
	    gf_token_is(k, i, "bring");

	/* learn to play Clair de lune */
	if (gf_token_is(k, i, "learn") && gf_token_is(k, i + 1, "to"))
		deed = true;
	else if ((t->verb & GF_W_SOFTVERB) && !(t->verb & GF_W_HOLD))
		return false;
	if (!deed)
		return false;
	for (int n = i + 1; n < k->n; n++) {
		/* call customers in Spain: not whom */
		if (n > i + 1 && (k->v[n].is & GF_W_PREP) &&
		    k->v[n - 1].plural && !k->v[n - 1].capital)
			return false;
		if (!k->v[n].dated && k->v[n].kind != GF_TOKEN_SIGN &&
		    (k->v[n].masked || (k->v[n].capital &&
		    !(k->v[n].is & GF_W_STOP))))
			return true;
	}
	return false;
}

/*
 * The last word of the object at a place, -1 if it is none, or a plural where
 * one thing is wanted.
 */
static int
object(const struct gf_tokens *k, int i, bool one)
{
	int last = -1;

	for (; i < k->n && k->v[i].kind == GF_TOKEN_WORD && !k->v[i].dated &&
	    !(k->v[i].is & GF_W_STOP); i++)
		last = i;
	return last >= 0 && !(one && k->v[last].plural) ? last : -1;
}

/* Whether a title ends at a place, but for its date. */
static bool
ends(const struct gf_tokens *k, int i)
{
	const struct gf_token *at = gf_token_at(k, i);

	return at->kind == GF_TOKEN_NONE || at->dated || (at->is & GF_W_BY);
}

/* The garden nicer, but no printer: an ending of comparison behind a noun. */
static bool
compares(const struct gf_tokens *k, int last, int first)
{
	return last > first && gf_str_ends(k->v[last].text, "er");
}

/* Hand over, turn off: how many words belong to a verb. */
static int
particle(const struct gf_tokens *k, int i)
{
	static const char *const words[] = {
		"out", "over", "off", "up", "back", "away"
	};

	return gf_token_among(k, i + 1, words, GF_LEN(words));
}

/*
 * Apply to the school, talk to Ms Ito, bring the mill back into use, replace
 * paper with the app, stop smoking, a first customer: done or not.
 */
static bool
turned(const struct gf_title *t, int i)
{
	static const char *const toward[] = {
		"apply", "ask", "propose", "talk", "speak", "write", "move",
		"pitch", "present", "submit", "appeal", "sing", "perform",
		"play", "demo"
	};
	static const char *const back[] = {
		"back", "through", "into", "online", "home", "house"
	};
	const struct gf_tokens *k = &t->tokens;
	const struct gf_token *two = gf_token_at(k, i + 2);
	int last;

	if (gf_token_among(k, i, toward, GF_LEN(toward)) &&
	    (gf_token_is(k, i + 1, "to") || gf_token_is(k, i + 1, "for") ||
	    gf_token_is(k, i + 1, "out")) && (two->capital ||
	    (two->is & GF_W_DET) || gf_token_is(k, i + 2, "of")))
		return true;
	if (gf_token_is(k, i, "stop") && gf_str_ends(
	    gf_token_at(k, i + 1)->text, "ing") && ends(k, i + 2))
		return true;
	/* get the law changed, but not improved */
	if (gf_token_is(k, i, "get") || gf_token_is(k, i, "have"))
		for (int n = i + 2; n < k->n && !k->v[n].dated; n++)
			if (ends(k, n + 1) && ((k->v[n].is & (GF_W_PAST |
			    GF_W_EVENT)) == (GF_W_PAST | GF_W_EVENT) ||
			    gf_token_is(k, n, "changed")))
				return true;
	if (gf_token_is(k, i, "drop"))
		for (int n = i + 1; n < k->n && !k->v[n].dated; n++)
			if (k->v[n].capital && !t->digit)
				return true;
	last = object(k, i + 1, true);
	if (gf_token_is(k, i, "first") && last > i)
		return !(gf_token_may(k, last) & (GF_W_TIME | GF_W_SOFTNOUN));
	for (int n = i + 2; n < k->n; n++) {
		if (gf_token_is(k, i, "replace") && gf_token_is(k, n, "with"))
			return true;
		for (size_t w = 0; gf_token_is(k, i, "bring") &&
		    w < GF_LEN(back); w++)
			if (gf_token_is(k, n, back[w]))
				return true;
	}
	return false;
}

/* Resolve the dispute, become a partner, get a dog: done or not. */
static bool
plain_deed(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;
	int at = i + particle(k, i);
	uint64_t det = gf_token_may(k, at + 1);
	int last = object(k, at + 2, !gf_token_is(k, at + 1, "the"));
	bool does = ((t->verb & GF_W_VERB) && !(t->verb & (GF_W_SOFTVERB |
	    GF_W_RISE | GF_W_FALL | GF_W_CHANGE))) ||
	    gf_token_is(k, i, "become") || gf_token_is(k, i, "do") ||
	    (gf_token_is(k, i, "turn") && at > i) ||
	    (gf_token_is(k, i, "get") && last >= 0 && ends(k, last + 1));

	return does && (det & GF_W_DET) &&
	    !(det & (GF_W_OURS | GF_W_ROUND)) && last >= 0 &&
	    !compares(k, last, at + 2);
}

/* Customers won, calls made: how many? But shelves labelled are all of them. */
static bool
counts(const struct gf_tokens *k, int i)
{
	static const char *const words[] = {
		"won", "sold", "hired", "recruited", "gained", "made", "sent",
		"held", "booked", "signed", "found", "called", "visited",
		"met", "contacted", "planted", "solved", "answered", "served",
		"helped", "trained", "read", "run", "saved", "raised", "added"
	};

	for (size_t w = 0; w < GF_LEN(words); w++)
		if (gf_token_is(k, i, words[w]))
			return true;
	return false;
}

/*
 * A verb that the table does not know, of one thing (tile the kitchen), or a
 * state that it made (fence painted).
 */
static bool
strange_deed(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;
	const struct gf_token *at = gf_token_at(k, i), *next;
	int first = i + particle(k, i) + 1, last = object(k, first + 1,
	    !(gf_token_may(k, first) & GF_W_WHOLE));

	if (t->verb != 0)
		return false;
	/* label the shelves, stage the play: a noun, but for "the" */
	if (at->kind == GF_TOKEN_WORD && (at->is & ~GF_W_LABEL) == 0 &&
	    !at->masked && !at->plural &&
	    (gf_token_may(k, first) & GF_W_DET))
		return last >= 0 && !compares(k, last, first + 1);
	for (int n = i + 1; n < k->n; n++) {
		at = &k->v[n];
		next = gf_token_at(k, n + 1);
		if (at->kind == GF_TOKEN_WORD && (((at->is & GF_W_PAST) &&
		    !(at->is & GF_W_EASES)) ||
		    (at->is == 0 && (gf_str_ends(at->text, "ed") ||
		    gf_str_ends(at->text, "built") ||
		    gf_str_ends(at->text, "written") ||
		    gf_str_ends(at->text, "done")))) &&
		    k->v[n - 1].kind == GF_TOKEN_WORD &&
		    !(k->v[n - 1].plural && counts(k, n)) &&
		    !(k->v[n - 1].is & GF_W_STOP))
			return next->kind == GF_TOKEN_NONE || next->dated ||
			    (next->is & GF_W_STOP);
	}
	return false;
}

/* Improve, support, look after: verbs that are never done. */
static bool
endless(const struct gf_title *t, int i)
{
	const struct gf_tokens *k = &t->tokens;

	if ((t->verb & GF_W_HOLD) || gf_token_is(k, i, "get") ||
	    gf_token_is(k, i, "take") || gf_token_is(k, i, "bring") ||
	    gf_token_is(k, i, "turn") || gf_token_is(k, i, "become"))
		return false;
	for (int n = i + 1; n < k->n; n++)
		if (k->v[n].masked || (k->v[n].capital && !k->v[n].dated))
			return false;
	return (t->verb & (GF_W_RISE | GF_W_FALL | GF_W_CARE |
	    GF_W_SOFTVERB)) || ((t->verb & GF_W_CHANGE) &&
	    !(t->verb & GF_W_MAKE));
}

/* In all shops, on every node: a whole that a deed or a state reaches. */
static bool
everywhere(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;

	if (!(t->words & GF_W_WHOLE) || ((t->verb & (GF_W_RISE | GF_W_FALL |
	    GF_W_CHANGE | GF_W_HOLD | GF_W_CARE | GF_W_SOFTVERB)) &&
	    !gf_token_is(k, 0, "hold")))
		return false;
	for (int n = 1; n < k->n; n++)
		if ((gf_token_may(k, n) & GF_W_WHOLE) &&
		    (gf_token_is(k, n - 1, "in") ||
		    gf_token_is(k, n - 1, "on") ||
		    gf_token_is(k, n - 1, "for") ||
		    (t->verb != 0 && (gf_token_is(k, n - 1, "to") ||
		    gf_token_is(k, n - 1, "with"))) ||
		    gf_token_is(k, n - 1, "at")) &&
		    !(gf_token_may(k, n + 1) & (GF_W_TIME | GF_W_STOP)))
			return true;
	return false;
}

/* Support ARM64 in the installer: a feature that is there or not. */
static bool
feature(const struct gf_tokens *k, int i)
{
	const struct gf_token *next = gf_token_at(k, i + 2);

	return gf_token_is(k, i, "support") &&
	    gf_token_at(k, i + 1)->kind == GF_TOKEN_CODE &&
	    (next->kind == GF_TOKEN_NONE || (next->is & GF_W_STOP));
}

/* Verbs that get something: of how much of it they say nothing. */
static bool
gets(const struct gf_tokens *k, int i)
{
	static const char *const verbs[] = {
		"win", "sell", "hire", "recruit", "earn", "gain", "acquire",
		"receive", "secure", "book", "enrol", "enroll", "onboard",
		"deliver", "raise", "obtain", "attract", "sign"
	};

	return gf_token_among(k, i, verbs, GF_LEN(verbs));
}

/*
 * Win new customers, secure funding, sell in our markets: things to be counted,
 * and no count, no article, no name.
 */
static bool
uncounted(const struct gf_title *t, int head)
{
	const struct gf_tokens *k = &t->tokens;
	bool plural = false, get = gets(k, head);

	if (t->nsubject == 0)
		return get && (gf_token_may(k, t->subject) & (GF_W_PREP |
		    GF_W_STOP));
	for (int i = t->subject; i < t->subject + t->nsubject; i++) {
		const struct gf_token *at = &k->v[i];

		if (at->masked || at->capital || (at->is & (GF_W_PROOF |
		    GF_W_NUMBER)) || (gf_token_may(k, i - 1) & GF_W_DET))
			return false;
		if (at->is & GF_W_PREP)
			break;
		plural = at->plural || gf_token_is(k, i, "people") ||
		    (get && (at->is & GF_W_TOPIC) && !(at->is & GF_W_OBJECT));
	}
	return plural;
}

/* Cross-sell, re-open: the second part is the verb; sign-off has none. */
static int
compound(const struct gf_tokens *k, int i)
{
	const struct gf_token *dash = gf_token_at(k, i + 1);

	return dash->sign == '-' && dash->glued &&
	    gf_token_at(k, i + 2)->glued &&
	    gf_token_at(k, i + 2)->kind == GF_TOKEN_WORD &&
	    !(gf_token_may(k, i) & GF_W_NUMBER) ? i + 2 : i;
}

/* What the head of a title does; launching the app is launch. */
static uint64_t
verb_at(const struct gf_tokens *k, int i)
{
	const struct gf_token *at = gf_token_at(k, i);
	uint64_t may = at->is;
	const struct gf_word *verb;

	/* go live, but not go viral */
	if (gf_token_is(k, i, "go") && !gf_token_is(k, i + 1, "live") &&
	    !gf_token_is(k, i + 1, "public") && !gf_token_is(k, i + 1, "to"))
		return GF_W_VERB | GF_W_SOFTVERB;
	if (at->kind == GF_TOKEN_WORD && !at->masked && (may & (GF_W_DOING |
	    GF_W_TOPIC | GF_W_OBJECT | GF_W_THING | GF_W_BY | GF_W_SINCE)) == 0) {
		verb = gf_word_gerund(at->text);
		if (verb != NULL && (!(verb->is & GF_W_ALSO) ||
		    (gf_token_may(k, i + 1) & GF_W_DET)))
			may = verb->is;
	}
	return may & GF_W_DOING ? may & (GF_W_DOING | GF_W_SOFTVERB) : 0;
}

void
gf_title_events(struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;
	int i = head(t);
	bool proof = false, shares = (t->words & (GF_W_SHARE | GF_W_WHOLE |
	    GF_W_OFTEN | GF_W_WHEN | GF_W_TIMES | GF_W_TIME)) != 0;

	i = compound(k, i);
	t->verb = verb_at(k, i);
	if (gf_token_is(k, i, "phase") && (gf_token_is(k, i + 1, "out") ||
	    gf_token_is(k, i + 1, "in")))
		t->verb = GF_W_EVENT;
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
		/* data-driven is no state that one gets to on a day */
		if ((may & GF_W_PAST) && n > i && !gf_token_is(k, n - 1,
		    "-") && ((may & GF_W_EVENT) ||
		    gf_token_is(k, n, "live")) && (t->verb == 0 ||
		    gf_token_is(k, i, "become") || gf_token_is(k, i, "get") ||
		    gf_token_is(k, i, "have")))
			proof = true;
		proof = proof || gf_title_stands(t, n);
		t->share = t->share || (shares && gf_title_share(k, n));
	}
	gf_title_soft_time(t);
	t->loose = t->vague = gf_title_vague(t);
	if (t->loose && !proof) {
		t->share = t->share && t->number_word;
		return;
	}
	t->loose = endless(t, i) || (t->verb != 0 && k->n == i + 1);
	t->deed = strange_deed(t, i);
	t->event = proof || whole(k, i) || gf_title_thing(t, i) ||
	    named_deed(t, i) || plain_deed(t, i) || everywhere(t) ||
	    feature(k, i) || turned(t, i) || gf_title_deed(t, i) ||
	    ((t->verb & GF_W_EVENT) && !uncounted(t, i)) ||
	    ((t->verb & GF_W_MAKE) && concrete(t, behind_verbs(k, i)));
}
