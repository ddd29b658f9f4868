#include "judge/token.h"

/* More capitals than names can explain: a title in Title Case. */
static bool
shouting(const struct gf_tokens *t)
{
	int words = 0, capitals = 0;
	bool soft = false;

	for (int i = 1; i < t->n; i++) {
		if (t->v[i].kind != GF_TOKEN_WORD || (t->v[i].is & (GF_W_STOP |
		    GF_W_MONTH | GF_W_WEEKDAY | GF_W_SEASON)))
			continue;
		words++;
		capitals += t->v[i].capital;
		soft = soft || (t->v[i].is & (GF_W_SOFTNOUN | GF_W_TOPIC));
	}
	return (words > 2 && capitals * 5 > words * 4) ||
	    (words == 2 && capitals == 2 && soft);
}

/* Capitals that a title in Title Case has for show: no BBC, no eBay, no May. */
static void
calm(struct gf_tokens *t)
{
	for (int i = 1; i < t->n; i++) {
		struct gf_token *at = &t->v[i];

		if (at->kind == GF_TOKEN_WORD && at->text.n > 1 &&
		    at->text.p[1] >= 'a' && at->text.p[1] <= 'z' &&
		    at->is != 0 && !(at->is & (GF_W_MONTH | GF_W_WEEKDAY |
		    GF_W_SEASON | GF_W_PROPER)))
			at->capital = false;
	}
}

/* Test the pump, land 3 orders, focus on Kent: what follows is an object. */
static bool
acts(const struct gf_tokens *t, int i)
{
	static const char *const behind[] = {
		"up", "out", "off", "over", "down", "back", "away", "it",
		"them", "us", "me", "new"
	};
	static const char *const toward[] = {
		"on", "with", "for", "to", "towards", "into", "about"
	};
	const struct gf_token *next = gf_token_at(t, i + 1);

	if (gf_token_is(t, i - 1, "to"))
		return true;
	/* tag and ship the crates: the object is that of both */
	if (gf_token_is(t, i + 1, "and"))
		return (gf_token_may(t, i + 2) & GF_W_DOING) && (gf_token_may(t,
		    i + 3) & (GF_W_DET | GF_W_NUMBER));
	if (next->kind == GF_TOKEN_NUMBER || next->kind == GF_TOKEN_CODE ||
	    next->sign == '$' || next->sign == '"')
		return true;
	if (next->is & (GF_W_DET | GF_W_OURS | GF_W_WHOLE | GF_W_NUMBER |
	    GF_W_VAGUE))
		return true;
	if ((t->v[i].is & GF_W_SOFTVERB) &&
	    gf_token_among(t, i + 1, toward, GF_LEN(toward)))
		return true;
	return (next->capital && !(next->is & GF_W_MONTH)) ||
	    gf_token_among(t, i + 1, behind, GF_LEN(behind));
}

void
gf_tokens_senses(struct gf_tokens *t)
{
	if (shouting(t))
		calm(t);
	for (int i = 0; i < t->n; i++)
		if ((t->v[i].is & GF_W_ALSO) && !acts(t, i))
			t->v[i].is &= ~(GF_W_DOING | GF_W_SOFTVERB);
}
