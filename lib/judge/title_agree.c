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
