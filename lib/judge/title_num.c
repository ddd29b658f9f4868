#include <string.h>

#include "judge/title.h"

#define MOST 16			/* figures of one title */

static bool
amount(const struct gf_token *t)
{
	return !t->masked && !t->dated && (t->kind == GF_TOKEN_NUMBER ||
	    (t->kind == GF_TOKEN_WORD && (t->is & GF_W_NUMBER)));
}

/* What a number word multiplies by: dozen, thousand, million. */
static int64_t
scale(const struct gf_token *t)
{
	if (t->kind != GF_TOKEN_WORD || !(t->is & GF_W_NUMBER))
		return 0;
	switch (t->value) {
	case 12:
		return gf_str_eq_fold(t->text, GF_STR("dozen")) ? 12 : 0;
	case 100:
	case 1000:
		return t->value;
	case 10000:
		return 1000000;
	case 10001:
		return 1000000000;
	default:
		return 0;
	}
}

static struct gf_num
worth(const struct gf_token *t)
{
	if (t->kind == GF_TOKEN_NUMBER)
		return t->num;
	return GF_NUM(scale(t) ? scale(t) : t->value);
}

/* Take a number and the words that belong to it: twenty-five, 1.2 million. */
static int
take_amount(const struct gf_tokens *t, int i, struct gf_num *num)
{
	const struct gf_token *next;
	int at = i + 1;

	*num = worth(gf_token_at(t, i));
	next = gf_token_at(t, at + 1);
	if (gf_token_at(t, i)->kind == GF_TOKEN_WORD && num->m >= 20 &&
	    num->m <= 90 && gf_token_is(t, at, "-") &&
	    (next->is & GF_W_NUMBER) && next->value < 10) {
		num->m += next->value;
		at += 2;
	}
	while (scale(gf_token_at(t, at)) > 0 && !gf_token_at(t, at)->dated) {
		if (!gf_num_mul(*num, GF_NUM(scale(gf_token_at(t, at))), num))
			break;
		at++;
	}
	/* one hundred and twenty */
	next = gf_token_at(t, at + 1);
	if (gf_token_at(t, at - 1)->value == 100 && num->places == 0 &&
	    gf_token_is(t, at, "and") && next->kind == GF_TOKEN_WORD &&
	    (next->is & GF_W_NUMBER) && next->value > 0 && next->value < 100 &&
	    gf_token_at(t, i)->kind == GF_TOKEN_WORD) {
		struct gf_num rest;

		at = take_amount(t, at + 1, &rest);
		num->m += rest.m;
	}
	return at;
}

static bool
money_at(const struct gf_tokens *t, int i)
{
	const struct gf_token *at = gf_token_at(t, i);

	return (at->kind == GF_TOKEN_SIGN && at->sign == '$') ||
	    (at->is & GF_W_MONEY);
}

/* The currency behind a number, unless it belongs to the next: 12 £900 kits. */
static bool
money_behind(const struct gf_tokens *t, int i)
{
	return money_at(t, i) && !(gf_token_at(t, i)->kind == GF_TOKEN_SIGN &&
	    gf_token_at(t, i + 1)->kind == GF_TOKEN_NUMBER &&
	    gf_token_at(t, i + 1)->glued);
}

/* Take the unit behind a number; returns the token behind it. */
static int
take_unit(const struct gf_tokens *t, int i, struct gf_figure *f)
{
	const struct gf_token *at = gf_token_at(t, i);

	if (gf_token_is(t, i, "per") && gf_token_is(t, i + 1, "cent")) {
		f->family = GF_UNIT_PERCENT;
		f->unit = GF_STR("%");
		return i + 2;
	}
	if (at->sign == '%' || gf_token_is(t, i, "percent") ||
	    gf_token_is(t, i, "pct")) {
		f->family = GF_UNIT_PERCENT;
		f->unit = GF_STR("%");
		if (!gf_token_is(t, i + 1, "-"))
			i++;
		else if (gf_token_may(t, i + 2) & GF_W_UNIT)
			i += 2;
		else
			return i + 1;
		at = gf_token_at(t, i);
	}
	if (gf_token_is(t, i, "percentage"))
		at = gf_token_at(t, ++i);
	if (gf_token_is(t, i, "points") || gf_token_is(t, i, "point") ||
	    gf_token_is(t, i, "pp")) {
		f->family = GF_UNIT_POINTS;
		f->unit = at->text;
		return i + 1;
	}
	if (f->family == GF_UNIT_PERCENT || f->family == GF_UNIT_MONEY)
		return i;
	if ((gf_token_is(t, i, "working") || gf_token_is(t, i, "business") ||
	    gf_token_is(t, i, "calendar") || gf_token_is(t, i, "full")) &&
	    (gf_token_may(t, i + 1) & GF_W_TIME))
		at = gf_token_at(t, ++i);
	if (money_behind(t, i))
		f->family = GF_UNIT_MONEY;
	else if ((at->is & GF_W_TIME) && !at->dated)
		f->family = GF_UNIT_TIME;
	else if (at->is & GF_W_UNIT)
		f->family = GF_UNIT_OTHER;
	else
		return i;
	f->unit = at->text;
	return i + 1;
}

/* Find the words that say what is counted. */
static void
take_nouns(const struct gf_tokens *t, struct gf_figure *f)
{
	const struct gf_token *at;
	int i = f->end, words = 0;
	bool dash;

	if (f->unit.n > 0 && gf_token_is(t, i, "of")) {
		i++;
		while (gf_token_may(t, i) & GF_W_DET)
			i++;
	}
	while ((gf_token_may(t, i) & GF_W_MORE) && !gf_token_is(t, i, "growth"))
		i++;
	f->nouns = i;
	f->noun = (struct gf_str){ "", 0 };
	for (; words < 5; i++) {
		at = gf_token_at(t, i);
		dash = at->kind == GF_TOKEN_SIGN && at->glued &&
		    strchr("-&/", at->sign) != NULL;
		if (dash)
			continue;
		if (at->glued && gf_token_is(t, i - 1, "-") &&
		    gf_token_at(t, i - 1)->glued && i > f->nouns)
			continue;
		if ((at->kind != GF_TOKEN_WORD && at->kind != GF_TOKEN_CODE) ||
		    at->dated || (at->is & GF_W_STOP) || amount(at))
			break;
		words++;
		if (f->noun.n == 0 || at->plural ||
		    !(gf_token_at(t, i - 1)->plural))
			f->noun = at->text;
	}
	f->nnouns = i - f->nouns;
}

/* Whether the figure goes on to a second number: 12-15, 12 to 15 vans. */
static bool
take_range(const struct gf_tokens *t, struct gf_figure *f)
{
	const struct gf_token *before = gf_token_at(t, f->first - 1);
	int i = f->end;
	struct gf_figure last = { .family = GF_UNIT_COUNT };
	struct gf_num high;
	bool words;

	if (gf_token_is(t, f->first - 1, "between")) {
		if (!gf_token_is(t, i, "and"))
			return false;
	} else if (gf_token_is(t, i, "to")) {
		words = before->kind == GF_TOKEN_NONE ||
		    gf_token_orders(t, f->first - 1) ||
		    gf_token_is(t, f->first - 1, "to") ||
		    gf_token_is(t, f->first - 1, "by");
		if (!words)
			return false;
	} else if (!gf_token_is(t, i, "-")) {
		return false;
	}
	if (money_at(t, i + 1) && f->family != GF_UNIT_MONEY)
		return false;
	i += 1 + money_at(t, i + 1);
	if (!amount(gf_token_at(t, i)))
		return false;
	i = take_amount(t, i, &high);
	if (gf_num_cmp(high, f->num) <= 0)
		return false;
	/* by 10 points to 45: a change and a target */
	i = take_unit(t, i, &last);
	if (f->unit.n > 0 && f->family != GF_UNIT_MONEY &&
	    last.family != f->family)
		return false;
	if (f->unit.n == 0) {
		f->unit = last.unit;
		f->family = last.family;
	}
	f->high = high;
	f->end = i;
	return true;
}

/* A factor: 3x, 3 times, 2-fold. */
static bool
take_times(const struct gf_tokens *t, struct gf_figure *f)
{
	int i = f->end;

	if (gf_token_is(t, i, "-"))
		i++;
	if (!gf_token_is(t, i, "x") && !gf_token_is(t, i, "fold") &&
	    !gf_token_is(t, i, "times"))
		return false;
	f->times = gf_num_mul(f->num, GF_NUM(100), &f->num);
	f->high = f->num;
	f->end = i + 1;
	return f->times;
}

static struct gf_figure
take_figure(const struct gf_tokens *t, int i)
{
	struct gf_figure f = { .first = i, .family = GF_UNIT_COUNT };

	f.unsure = t->v[i].unsure;
	f.end = take_amount(t, i, &f.num);
	f.high = f.num;
	if (money_at(t, i - 1)) {
		f.first = i - 1;
		f.family = GF_UNIT_MONEY;
		f.unit = t->v[i - 1].text;
	}
	if (gf_token_is(t, f.first - 1, "~")) {
		f.first--;
		f.about = true;
	}
	if (take_times(t, &f))
		return f;
	f.end = take_unit(t, f.end, &f);
	if (!take_range(t, &f) && gf_token_is(t, f.end, "+")) {
		f.side = GF_SIDE_LEAST;
		f.end++;
	}
	take_nouns(t, &f);
	if (f.family == GF_UNIT_COUNT && f.noun.n > 0)
		f.family = GF_UNIT_FREE;
	return f;
}

/* Double, halve: a factor without a number. */
static bool
factor_word(const struct gf_tokens *t, int i)
{
	return (gf_token_may(t, i) & GF_W_TIMES) && t->v[i].value >= 50 &&
	    !t->v[i].masked && (gf_token_orders(t, i) ||
	    gf_token_is(t, i, "twice"));
}

void
gf_title_figures(struct gf_title *t, struct gf_arena *arena)
{
	struct gf_figure found[MOST], *f;
	const struct gf_tokens *k = &t->tokens;
	const struct gf_token *a, *b;
	int next;

	for (int i = 0; i < k->n && t->nfigures < MOST; i = next) {
		next = i + 1;
		f = &found[t->nfigures];
		if (amount(&k->v[i]))
			*f = take_figure(k, i);
		else if (factor_word(k, i))
			*f = (struct gf_figure){ .first = i, .end = i + 1,
			    .num = GF_NUM(k->v[i].value), .times = true,
			    .high = GF_NUM(k->v[i].value) };
		else
			continue;
		next = f->end;
		a = gf_token_at(k, f->first);
		b = gf_token_at(k, f->end - 1);
		f->off = (uint32_t)(a->text.p - t->text.p);
		f->len = (uint32_t)(b->text.p + b->text.n - a->text.p);
		t->nfigures++;
	}
	t->figures = gf_arena_alloc(arena, (size_t)t->nfigures * sizeof(*f));
	if (t->nfigures > 0)
		memcpy(t->figures, found, (size_t)t->nfigures * sizeof(*f));
}

const struct gf_figure *
gf_title_figure(const struct gf_title *t, enum gf_role role)
{
	for (int i = 0; i < t->nfigures; i++)
		if (t->figures[i].role == role)
			return &t->figures[i];
	return NULL;
}

bool
gf_title_has(const struct gf_title *t, int first, int n, struct gf_str word)
{
	for (int i = first; i < first + n; i++) {
		const struct gf_token *at = gf_token_at(&t->tokens, i);

		if (at->kind == GF_TOKEN_WORD && gf_word_same(at->text, word))
			return true;
	}
	return false;
}
