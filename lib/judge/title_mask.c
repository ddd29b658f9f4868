#include <string.h>

#include "judge/token.h"

static void
mask(struct gf_tokens *t, int from, int to)
{
	for (int i = from; i < to && i < t->n; i++)
		t->v[i].masked = true;
}

/* Where the quotation that begins here ends, -1 if it does not. */
static int
quoted(const struct gf_tokens *t, int i)
{
	char sign = t->v[i].sign;

	if (sign == '\'' && (t->v[i].glued ||
	    !gf_token_at(t, i + 1)->glued))
		return -1;
	if (sign != '"' && sign != '`' && sign != '\'')
		return -1;
	for (int k = i + 1; k < t->n; k++)
		if (t->v[k].sign == sign && (sign != '\'' || t->v[k].glued))
			return k;
	return -1;
}

/* How many tokens from here on spell a name, 0 if they do not. */
static int
spells(const struct gf_tokens *t, int i, struct gf_str name)
{
	int k = i;
	struct gf_str word;

	while (name.n > 0) {
		word = gf_str_cut(&name, ' ');
		if (word.n == 0)
			continue;
		while (word.n > 0) {
			struct gf_str at = gf_token_at(t, k)->text;

			if (at.n == 0 || at.n > word.n || !gf_str_eq_fold(at,
			    (struct gf_str){ word.p, at.n }))
				return 0;
			word.p += at.n;
			word.n -= at.n;
			k++;
		}
	}
	return k - i;
}

void
gf_tokens_names(struct gf_tokens *t, const struct gf_str *names, size_t n)
{
	for (int i = 0; i < t->n; i++) {
		int end = t->v[i].kind == GF_TOKEN_SIGN ? quoted(t, i) : -1;

		if (end > 0) {
			mask(t, i, end + 1);
			i = end;
			continue;
		}
		for (size_t k = 0; k < n; k++)
			mask(t, i, i + spells(t, i, names[k]));
	}
}

bool
gf_token_orders(const struct gf_tokens *t, int i)
{
	const struct gf_token *before = gf_token_at(t, i - 1);

	if (!(gf_token_may(t, i) & GF_W_DOING))
		return false;
	return before->kind == GF_TOKEN_NONE || before->dated ||
	    (before->kind == GF_TOKEN_SIGN &&
	    (strchr(":;,&)]", before->sign) != NULL ||
	    (before->sign == '-' && !before->glued))) ||
	    gf_token_is(t, i - 1, "and") || gf_token_is(t, i - 1, "to");
}

/* Whether the word before a number makes it a name: level 3, Boeing 737. */
static bool
named(const struct gf_tokens *t, int i)
{
	const struct gf_token *word = gf_token_at(t, i - 1);
	const struct gf_token *next = gf_token_at(t, i + 1);

	if (word->kind == GF_TOKEN_SIGN && word->sign == '#')
		return true;
	if (word->kind == GF_TOKEN_SIGN && word->sign == '.')
		return gf_token_is(t, i - 2, "no") ||
		    gf_token_is(t, i - 2, "nr");
	if (word->kind == GF_TOKEN_CODE)
		return true;
	if (word->kind != GF_TOKEN_WORD || gf_token_orders(t, i - 1))
		return false;
	if ((word->is & GF_W_LABEL) && !gf_token_is(t, i - 1, "no"))
		return next->kind != GF_TOKEN_SIGN || next->sign != '%';
	/* use Node 22 more */
	if (word->capital && i > 1 && (next->is & GF_W_MORE) && i + 2 == t->n)
		return true;
	/* SOX 404, SOC 2 */
	if (i == 1 && word->text.n > 1 && word->text.n < 6 &&
	    word->text.p[1] >= 'A' && word->text.p[1] <= 'Z' &&
	    !(word->is & (GF_W_SUM | GF_W_DOING | GF_W_MONEY)) &&
	    !(next->is & (GF_W_UNIT | GF_W_TIME | GF_W_MONEY)) &&
	    next->sign != '%' && gf_num_whole(t->v[i].num) &&
	    (next->kind != GF_TOKEN_WORD || (next->is & GF_W_STOP)))
		return true;
	/* Beta 5: all there is */
	if (i == 1 && t->n == 2 && word->capital && !t->v[i].unsure &&
	    !(word->is & (GF_W_SUM | GF_W_DOING | GF_W_STOP | GF_W_MONEY)) &&
	    !word->plural && gf_num_cmp(t->v[i].num, GF_NUM(100)) < 0)
		return true;
	if (!word->capital || i < 2 || word->plural ||
	    (word->is & (GF_W_STOP | GF_W_SUM | GF_W_MONEY | GF_W_DOING)))
		return false;
	/* ERP 8.8: a version */
	if (!gf_num_whole(t->v[i].num) && (word->text.n < 2 ||
	    word->text.p[1] < 'A' || word->text.p[1] > 'Z'))
		return false;
	return !(next->is & (GF_W_UNIT |
	    GF_W_TIME | GF_W_MONEY | GF_W_NUMBER)) &&
	    (next->kind != GF_TOKEN_WORD || (next->is & GF_W_STOP)) &&
	    next->sign != '%' && next->sign != '$';
}

/*
 * Whether two numbers with a sign between them are a time, a pair or a size:
 * 12:30, 24/7, 4*4.
 */
static bool
paired(const struct gf_tokens *t, int i)
{
	const struct gf_token *sign = gf_token_at(t, i + 1);
	const struct gf_token *next = gf_token_at(t, i + 2);

	if (sign->kind != GF_TOKEN_SIGN || !sign->glued || !next->glued ||
	    next->kind != GF_TOKEN_NUMBER)
		return false;
	if (sign->sign == ':' || sign->sign == '*')
		return true;
	if (sign->sign != '/')
		return false;
	return !(gf_token_may(t, i - 1) & GF_W_SUM) || next->num.m < 5;
}

static bool
compound(const struct gf_tokens *t, int i)
{
	const struct gf_token *dash = gf_token_at(t, i + 1);
	const struct gf_token *next = gf_token_at(t, i + 2);

	if (dash->kind != GF_TOKEN_SIGN || dash->sign != '-' || !dash->glued ||
	    !next->glued)
		return false;
	return next->kind == GF_TOKEN_CODE || (next->kind == GF_TOKEN_WORD &&
	    !(next->is & GF_W_NUMBER));
}

/* A number that is no amount for what stands around it. */
static bool
no_amount(const struct gf_tokens *t, int i)
{
	const struct gf_token *next = gf_token_at(t, i + 1);

	if (t->v[i].ordinal || compound(t, i) || named(t, i))
		return true;
	if (next->glued && next->kind == GF_TOKEN_WORD &&
	    (unsigned char)next->text.p[0] == 0xc2)
		return true;
	return gf_token_is(t, i + 1, "am") || gf_token_is(t, i + 1, "pm") ||
	    gf_token_is(t, i + 1, "o'clock");
}

/* A number word behind a dash belongs to a compound: one-to-one, all-in-one. */
static bool
compounded(const struct gf_tokens *t, int i)
{
	return t->v[i].glued && gf_token_is(t, i - 1, "-") &&
	    gf_token_at(t, i - 1)->glued &&
	    gf_token_at(t, i - 2)->kind == GF_TOKEN_WORD &&
	    !(gf_token_may(t, i - 2) & GF_W_NUMBER);
}

void
gf_tokens_codes(struct gf_tokens *t)
{
	for (int i = 0; i < t->n; i++) {
		struct gf_token *at = &t->v[i];

		if (at->dated || at->masked)
			continue;
		if (at->kind == GF_TOKEN_CODE) {
			at->masked = true;
		} else if (at->kind == GF_TOKEN_NUMBER && paired(t, i)) {
			mask(t, i, i + 3);
		} else if (at->kind == GF_TOKEN_NUMBER ||
		    (at->is & GF_W_NUMBER)) {
			at->masked = no_amount(t, i) ||
			    compounded(t, i);
		}
	}
}
