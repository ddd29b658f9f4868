#include "judge/smart.h"

/* Verbs that only say how, or keep what is there: no outcome of their own. */
#define NO_OUTCOME (GF_W_HOLD | GF_W_CARE | GF_W_SOFTVERB)

static bool
is_measured(const struct gf_goal *g)
{
	return gf_measure_given(g, MEASURE_METRIC) &&
	    gf_measure_aims(g);
}

/* Letters that are no Latin ones: words are not parted by blanks there. */
static bool
other_script(struct gf_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0xce)
			return true;
	return false;
}

/* What fits every goal: better, improve, culture, several, weekly. */
#define SAYS_LITTLE (GF_W_RISE | GF_W_FALL | GF_W_CHANGE | GF_W_HOLD | \
	GF_W_CARE | GF_W_SOFTVERB | GF_W_SOFTNOUN | GF_W_SOFTADJ | \
	GF_W_MORE | GF_W_VAGUE | GF_W_OFTEN | GF_W_TOPIC)

/*
 * Words that say something: no small words, no date, no name, no number, and
 * if wanted none of those that fit every goal.
 */
static int
content(const struct gf_title *t, uint64_t but)
{
	int n = 0;

	for (int i = 0; i < t->tokens.n; i++) {
		const struct gf_token *at = &t->tokens.v[i];

		n += at->kind == GF_TOKEN_WORD && !at->masked && !at->dated &&
		    !(at->is & (GF_W_STOP | GF_W_TIME | GF_W_EDGE |
		    GF_W_SOFT | but)) &&
		    at->text.n > 1;
	}
	return n;
}

/* How many words a title has in all, but for its dates. */
static int
length(const struct gf_title *t)
{
	int n = 0;

	for (int i = 0; i < t->tokens.n; i++)
		n += t->tokens.v[i].kind != GF_TOKEN_SIGN &&
		    !t->tokens.v[i].dated;
	return n;
}

/* A name that is not the first word: CPA, Linz, Sue's. */
static bool
has_name(const struct gf_title *t)
{
	for (int i = 1; i < t->tokens.n; i++) {
		const struct gf_token *at = &t->tokens.v[i];

		if (!at->dated && at->kind == GF_TOKEN_WORD && at->capital &&
		    !(at->is & GF_W_STOP))
			return true;
	}
	return false;
}

/* Whether a title speaks of more or less of something, or of better. */
static bool
of_degree(const struct gf_title *t)
{
	return (t->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE)) ||
	    (t->words & GF_W_MORE);
}

/* On ward 7, in the billing module: where it is meant. */
static bool
scoped(const struct gf_title *t)
{
	static const char *const where[] = {
		"in", "on", "at", "to", "among", "with"
	};
	const struct gf_tokens *k = &t->tokens;

	for (int i = 1; i + 1 < k->n; i++) {
		const struct gf_token *next = &k->v[i + 1];
		bool place = false;

		if (!(k->v[i].is & GF_W_PREP) || next->dated ||
		    k->v[i].dated)
			continue;
		for (size_t w = 0; w < GF_LEN(where); w++)
			place = place || gf_token_is(k, i, where[w]);
		if (place && (next->kind != GF_TOKEN_WORD || next->capital ||
		    next->masked || (next->is & GF_W_DET) ||
		    gf_token_at(k, i + 2)->kind == GF_TOKEN_NUMBER))
			return true;
	}
	return false;
}

static bool
empty(const struct gf_title *t)
{
	if (!(t->words & (SAYS_LITTLE & ~(uint64_t)GF_W_TOPIC)))
		return false;
	return !scoped(t) && (of_degree(t) || t->vague ||
	    content(t, SAYS_LITTLE | GF_W_DOING) == 0);
}

void
gf_judge_open(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	struct gf_finding *last = c->out->n > 0 ? &c->out->v[c->out->n - 1] :
	    NULL;

	if (t != NULL && last != NULL && last->check == check &&
	    gf_str_eq(last->goal, c->goal->id) && !empty(t))
		last->letters = "M";
}

void
gf_judge_bare(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	struct gf_num least = gf_case_threshold(c, GF_TH_TITLE_WORDS);
	bool brief;
	int n;

	if (t == NULL || gf_measure_there(c->goal) || !gf_case_english(c) ||
	    gf_case_is(c, KIND_VISION) || other_script(t->text))
		return;
	n = content(t, 0);
	brief = gf_num_cmp(GF_NUM(n), least) < 0 &&
	    gf_num_cmp(GF_NUM(length(t)), least) <= 0;
	/* more of one thing: S03 asks from what to what */
	if (of_degree(t) && (!brief || scoped(t) ||
	    content(t, SAYS_LITTLE | GF_W_DOING) > 0))
		return;
	if (t->event || t->deed || t->share || gf_title_targets(t,
	    gf_goal_has(c->goal, GOAL_DUE), t->vague) ||
	    (n > 0 && has_name(t)) || (!brief && (gf_case_is(c, KIND_BASELINE) ||
	    !empty(t))))
		return;
	gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
	    !brief ? "every word of the title fits any goal" :
	    n == 0 ? "no word of the title says what is to be done" :
	    n == 1 ? "the title says one word about it" :
	    "the title says two words about it");
}

/* Whether a verb here begins an outcome with an object of its own. */
static bool
begins(const struct gf_tokens *k, int i)
{
	static const char *const weak[] = {
		"get", "make", "take", "see", "use", "have", "go", "be",
		"give", "let", "show", "do"
	};
	const struct gf_token *at = gf_token_at(k, i);
	const struct gf_token *next = gf_token_at(k, i + 1);
	bool plain = (at->is & (GF_W_EVENT | GF_W_MAKE | GF_W_RISE |
	    GF_W_FALL | GF_W_CHANGE)) && !(at->is & (GF_W_THING |
	    GF_W_LABEL | GF_W_SUM | GF_W_PROOF | GF_W_STATE | GF_W_PAST));

	if (at->masked || at->dated || !gf_token_orders(k, i) ||
	    (at->is & NO_OUTCOME) || (i > 0 && at->capital && i > 1))
		return false;
	for (size_t w = 0; w < GF_LEN(weak); w++)
		if (gf_token_is(k, i, weak[w]))
			return false;
	if (next->kind == GF_TOKEN_NUMBER || (next->is & GF_W_NUMBER) ||
	    (next->is & GF_W_DET))
		return true;
	return plain && next->kind == GF_TOKEN_WORD && !next->dated &&
	    (!(next->is & GF_W_STOP) || gf_token_is(k, i + 1, "to"));
}

/* Whether the part before a conjunction has an object. */
static bool
has_object(const struct gf_tokens *k, int first, int end)
{
	for (int i = first + 1; i < end; i++)
		if (!k->v[i].dated && (k->v[i].kind == GF_TOKEN_CODE ||
		    (k->v[i].kind == GF_TOKEN_WORD &&
		    !(k->v[i].is & GF_W_STOP))))
			return true;
	return false;
}

static bool
conjunction(const struct gf_tokens *k, int i)
{
	return gf_token_is(k, i, "and") || gf_token_is(k, i, "&") ||
	    gf_token_is(k, i, ",") || gf_token_is(k, i, ";") ||
	    gf_token_is(k, i, "plus") || gf_token_is(k, i, "+");
}

void
gf_judge_bundle(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	const struct gf_tokens *k;
	int first = 0, found = 0, last;

	if (t == NULL || !gf_case_english(c) || is_measured(c->goal))
		return;
	k = &t->tokens;
	while (first < k->n && !gf_token_orders(k, first))
		first++;
	if (first >= k->n || (k->v[first].is & (GF_W_CARE)))
		return;
	/* try to improve the talks and cut the discounts: trying is neither */
	if (gf_token_is(k, first, "try") && gf_token_is(k, first + 1, "to") &&
	    gf_token_orders(k, first + 2))
		first += 2;
	last = first;
	for (int i = first + 2; i < k->n; i++) {
		if (!conjunction(k, i - 1) || !gf_token_orders(k, i))
			continue;
		/* design, build and test the pump: one object for all */
		if (!has_object(k, last, i - 1)) {
			last = i;
		} else if (begins(k, i)) {
			found++;
			last = i;
		}
	}
	if (found > 0)
		gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
		    "'%.*s' and '%.*s' are two goals",
		    (int)k->v[first].text.n, k->v[first].text.p,
		    (int)k->v[last].text.n, k->v[last].text.p);
}
