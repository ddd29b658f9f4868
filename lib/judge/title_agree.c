#include "judge/title.h"

/* From 14 to 5 posts, from 42 days to 21: a unit said once is that of both. */
static void
share_unit(struct gf_figure *a, struct gf_figure *b)
{
	struct gf_figure *bare = a->unit.n == 0 && a->nnouns == 0 ? a : b;
	const struct gf_figure *full = bare == a ? b : a;

	if (bare->unit.n > 0 || bare->nnouns > 0 || bare->of.m != 0)
		return;
	bare->unit = full->unit;
	bare->family = full->family;
	bare->nouns = full->nouns;
	bare->nnouns = full->nnouns;
	bare->noun = full->noun;
}

void
gf_title_agree(struct gf_title *t)
{
	bool to = false;

	for (int i = 0; i < t->nfigures; i++) {
		struct gf_figure *f = &t->figures[i], *next = f + 1;
		bool more = i + 1 < t->nfigures;

		/* NPS 30 to 45 */
		if (more && f->role != GF_ROLE_BASELINE &&
		    f->role != GF_ROLE_DELTA &&
		    gf_token_is(&t->tokens, f->end, "to") &&
		    next->first == f->end + 1 &&
		    next->role == GF_ROLE_TARGET)
			f->role = GF_ROLE_BASELINE;
		if (more && f->role == GF_ROLE_BASELINE &&
		    next->role == GF_ROLE_TARGET &&
		    gf_token_is(&t->tokens, next->first - 1, "to"))
			share_unit(f, next);
		/* in 2 days, now 6 */
		if (more && f->role == GF_ROLE_WINDOW &&
		    next->role == GF_ROLE_BASELINE &&
		    (next->family == GF_UNIT_TIME ||
		    next->family == GF_UNIT_COUNT))
			f->role = GF_ROLE_TARGET;
		to = to || (f->role == GF_ROLE_TARGET &&
		    gf_token_is(&t->tokens, f->first - 1, "to"));
		if (gf_token_is(&t->tokens, f->first - 1, "or") && i > 0)
			f->alternative = true;
	}
	/* invoices over 60 days from 30 to 12 */
	for (int i = 0; to && i < t->nfigures; i++)
		if (t->figures[i].role == GF_ROLE_TARGET &&
		    t->figures[i].side != GF_SIDE_EXACT &&
		    gf_token_at(&t->tokens, t->figures[i].first - 2)->plural)
			t->figures[i].role = GF_ROLE_BOUND;
}

int
gf_title_way(const struct gf_title *t, bool time)
{
	static const char *const up[] = { "more", "higher", "larger" };
	static const char *const down[] = {
		"less", "fewer", "lower", "shorter", "smaller"
	};
	static const char *const fast[] = { "faster", "quicker", "sooner" };
	const struct gf_tokens *k = &t->tokens;
	bool rise = false, fall = false;

	for (int i = 0; i < k->n; i++) {
		if (k->v[i].masked || gf_token_is(k, i + 1, "than") ||
		    gf_token_is(k, i - 1, "no") || gf_token_is(k, i - 1, "or"))
			continue;
		rise = rise || gf_token_among(k, i, up, GF_LEN(up));
		fall = fall || gf_token_among(k, i, down, GF_LEN(down)) ||
		    (time && gf_token_among(k, i, fast, GF_LEN(fast)));
	}
	return (int)rise - (int)fall;
}

bool
gf_title_same_rate(const struct gf_title *t, const struct gf_figure *f,
    struct gf_str metric)
{
	static const char *const times[] = {
		"day", "week", "month", "quarter", "year"
	};
	static const char *const often[] = {
		"daily", "weekly", "monthly", "quarterly", "yearly"
	};
	const struct gf_tokens *k = &t->tokens;

	for (int i = f->end; i < f->end + 5 && i < k->n; i++)
		for (size_t w = 0; w < GF_LEN(times); w++)
			if ((gf_token_is(k, i, times[w]) ||
			    gf_token_is(k, i, often[w])) && !k->v[i].dated)
				return gf_str_find(metric, times[w]) <
				    metric.n || gf_str_find(metric,
				    often[w]) < metric.n;
	return false;
}

bool
gf_title_low_better(const struct gf_title *t)
{
	static const char *const words[] = {
		"rank", "ranking", "position", "place", "speed", "handicap",
		"pace", "frequency", "grade"
	};

	for (size_t i = 0; i < GF_LEN(words); i++)
		if (gf_title_has(t, t->subject, t->nsubject, gf_str(words[i])))
			return true;
	return false;
}
