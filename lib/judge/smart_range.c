#include <string.h>

#include "judge/smart.h"

/* The numbers of a measure that a scale must be able to show. */
static const unsigned fields[] = {
	MEASURE_TO, MEASURE_FROM, MEASURE_AT_LEAST, MEASURE_AT_MOST
};

static bool
any_word(struct gf_str text, const char *const *words, size_t n)
{
	size_t at = 0, len;

	while (at < text.n) {
		len = 0;
		while (at + len < text.n && text.p[at + len] != ' ' &&
		    text.p[at + len] != '-' && text.p[at + len] != ',' &&
		    text.p[at + len] != '/')
			len++;
		for (size_t i = 0; i < n; i++)
			if (gf_str_is_fold((struct gf_str){ text.p + at, len },
			    words[i]))
				return true;
		at += len + 1;
	}
	return false;
}

#define ANY(text, ...) any_word((text), \
    (const char *const[]){ __VA_ARGS__ }, \
    GF_LEN(((const char *const[]){ __VA_ARGS__ })))

/*
 * A whole number that ends right before a place of a text, 0 if there is none.
 */
static int64_t
number_before(struct gf_str s, size_t end)
{
	int64_t v = 0, by = 1;

	while (end > 0 && s.p[end - 1] >= '0' && s.p[end - 1] <= '9' &&
	    by < 1000000) {
		v += by * (s.p[--end] - '0');
		by *= 10;
	}
	return v;
}

static int64_t
number_after(struct gf_str s, size_t at)
{
	int64_t v = 0;

	while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && v < 1000000)
		v = v * 10 + (s.p[at++] - '0');
	return v;
}

/*
 * The top of a scale that a text names: "5-point", "out of 10", "1-5"; 0 if
 * none.
 */
static int64_t
top_in(struct gf_str s, bool whole)
{
	static const char *const before[] = {
		"out of ", "1-", "0-", "1 to ", "0 to ", "1 - ", "/"
	};
	size_t at = 0;

	while (at < s.n && (s.p[at] < '0' || s.p[at] > '9'))
		at++;
	if (at == s.n)
		return 0;
	at = gf_str_find(s, "-point");
	if (at == s.n)
		at = gf_str_find(s, "-star scale");
	if (at == s.n)
		at = gf_str_find(s, "-star rating");
	if (at < s.n)
		return number_before(s, at);
	for (size_t i = 0; whole && i < GF_LEN(before); i++) {
		at = gf_str_find(s, before[i]);
		if (at < s.n && (at == 0 || s.p[at - 1] < '0' ||
		    s.p[at - 1] > '9') &&
		    number_after(s, at + strlen(before[i])) >= 3)
			return number_after(s, at + strlen(before[i]));
	}
	return 0;
}

static void
say(struct gf_case *c, const struct gf_check *check, const struct gf_val *v,
    bool sure, const char *scale)
{
	struct gf_finding *f = gf_case_say(c, check, v, "%s cannot be: %s",
	    gf_case_num(c, v->u.num), scale);

	if (!sure)
		f->level = GF_WARNING;
}

/* The scale that the measure or its words name. */
static bool
off_scale(struct gf_case *c, const struct gf_check *check,
    const struct gf_val *v)
{
	const struct gf_val *scale = gf_goal_measure(c->goal, MEASURE_SCALE);
	const struct gf_val *end;
	struct gf_str metric = gf_val_text(gf_goal_measure(c->goal,
	    MEASURE_METRIC));
	struct gf_str title = gf_goal_text(c->goal, GOAL_TITLE);
	int64_t top;

	if (scale != NULL && scale->type == GF_T_REC && !scale->list) {
		end = gf_rec_get(scale->u.rec, SCALE_MIN);
		if (end != NULL && gf_num_cmp(v->u.num, end->u.num) < 0) {
			say(c, check, v, true, "the scale begins above it");
			return true;
		}
		end = gf_rec_get(scale->u.rec, SCALE_MAX);
		if (end == NULL || gf_num_cmp(v->u.num, end->u.num) <= 0)
			return false;
		say(c, check, v, true, "the scale ends below it");
		return true;
	}
	top = top_in(metric, true);
	if (top == 0)
		top = top_in(gf_goal_unit(c->goal), true);
	if (top == 0 && ANY(metric, "score", "rating", "card", "satisfaction"))
		top = top_in(title, false);
	if (top == 0 || gf_num_cmp(v->u.num, GF_NUM(top)) <= 0 ||
	    gf_unit_kind(gf_goal_unit(c->goal)) == GF_UNIT_PERCENT)
		return false;
	say(c, check, v, true, "the scale that is named ends below it");
	return true;
}

/* Growth, mark-up and quota may exceed the whole. */
static bool
may_exceed(struct gf_str metric)
{
	if (ANY(metric, "growth", "markup", "mark", "quota", "attainment",
	    "increase", "decrease", "change", "roi", "return", "nrr", "ndr",
	    "uplift", "productivity", "capacity", "coverage", "leverage",
	    "plan", "budget", "target", "performance", "year", "yoy",
	    "utilisation", "utilization", "margin", "profit", "index",
	    "inflation", "pipeline", "overtime", "efficiency", "load"))
		return true;
	return ANY(metric, "retention") && !ANY(metric, "customer", "employee",
	    "staff", "logo", "gross", "user");
}

/* Words of a share that ends at the whole for certain. */
static bool
ends_whole(struct gf_str metric)
{
	return ANY(metric, "share", "rate", "conversion", "attendance",
	    "uptime", "availability", "completion", "occupancy", "churn",
	    "csat", "free", "accuracy", "compliance", "turnout", "adoption", "percentage",
	    "proportion", "retention");
}

static void
off_share(struct gf_case *c, const struct gf_check *check,
    const struct gf_val *v, struct gf_str metric)
{
	bool above = gf_num_cmp(v->u.num, GF_NUM(100)) > 0;

	if ((!above && v->u.num.m >= 0) || may_exceed(metric))
		return;
	say(c, check, v, ends_whole(metric), above ?
	    "a share ends at 100 %" : "a share begins at 0 %");
}

/* What every scale but one of its own shows. */
static bool
harmless(struct gf_num n)
{
	return n.m >= 0 && gf_num_cmp(n, GF_NUM(1)) <= 0;
}

static void
off_range(struct gf_case *c, const struct gf_check *check,
    const struct gf_val *v)
{
	struct gf_str unit = gf_goal_unit(c->goal);
	struct gf_str metric = gf_val_text(gf_goal_measure(c->goal,
	    MEASURE_METRIC));
	enum gf_unit_kind kind = gf_unit_kind(unit);

	if (off_scale(c, check, v) || harmless(v->u.num))
		return;
	if (ANY(metric, "nps") || gf_str_find(metric, "promoter") < metric.n) {
		if (gf_num_cmp(gf_num_abs(v->u.num), GF_NUM(100)) > 0)
			say(c, check, v, true,
			    "this score lies between -100 and 100");
		return;
	}
	if (kind == GF_UNIT_PERCENT) {
		off_share(c, check, v, metric);
		return;
	}
	if (unit.n == 0 && ANY(metric, "probability") &&
	    gf_num_cmp(v->u.num, GF_NUM(1)) > 0) {
		say(c, check, v, true, "a probability ends at 1");
		return;
	}
	if (v->u.num.m < 0 && unit.n > 0 && (kind == GF_UNIT_COUNT ||
	    (kind == GF_UNIT_FREE &&
	    !gf_str_eq_fold(unit, GF_STR("points")))) &&
	    !ANY(metric, "net", "change", "balance", "delta", "growth",
	    "difference", "score", "rating", "index", "temperature"))
		say(c, check, v, kind == GF_UNIT_COUNT,
		    "nothing can be counted below 0");
}

/* Of the hospital market, of good ratings, on-time: no share is above all. */
static bool
of_all(const struct gf_title *t, const struct gf_figure *f)
{
	static const char *const wholes[] = {
		"market", "workforce", "staff", "crew", "fleet", "waste",
		"class", "audience", "electorate", "membership", "population"
	};
	static const char *const kinds[] = {
		"good", "positive", "happy", "satisfied", "perfect", "correct",
		"excellent", "punctual", "complete"
	};
	const struct gf_tokens *k = &t->tokens;
	int last = f->nouns + f->nnouns - 1;

	if (gf_token_is(k, f->end, "on") && gf_token_is(k, f->end + 1, "-") &&
	    gf_token_is(k, f->end + 2, "time"))
		return true;
	for (size_t i = 0; f->nnouns > 1 && i < GF_LEN(kinds); i++)
		if (gf_token_is(k, f->end, kinds[i]))
			return gf_token_at(k, last)->plural;
	for (size_t i = 0; f->nnouns > 0 && i < GF_LEN(wholes); i++)
		if (gf_token_is(k, last, wholes[i]))
			return gf_token_is(k, f->end, "of") &&
			    !(t->verb & (GF_W_RISE | GF_W_FALL));
	return false;
}

/* Growth, quota and plan may exceed the whole; what a date says does not. */
static bool
title_may_exceed(const struct gf_title *t)
{
	for (int i = 0; i < t->tokens.n; i++)
		if (!t->tokens.v[i].dated &&
		    !gf_token_is(&t->tokens, i, "year") &&
		    may_exceed(t->tokens.v[i].text) &&
		    !gf_token_is(&t->tokens, i, "retention"))
			return true;
	return may_exceed(t->text) && ANY(t->text, "retention");
}

/* 103% uptime, 118% of staff: a share of all there are. */
static bool
share_of(const struct gf_title *t, const struct gf_figure *f)
{
	static const char *const people[] = {
		"staff", "people", "children", "women", "men", "team", "crew",
		"workforce", "class"
	};
	const struct gf_tokens *k = &t->tokens;

	for (int i = f->end; i < f->end + 4 && i < k->n; i++) {
		if (i == f->end && gf_token_at(k, i)->kind == GF_TOKEN_WORD &&
		    ends_whole(k->v[i].text))
			return true;
		for (size_t w = 0; gf_token_is(k, f->end, "of") &&
		    w < GF_LEN(people); w++)
			if (gf_token_is(k, i, people[w]))
				return true;
	}
	return false;
}

/* Why no scale can show a figure of the title, NULL if one may. */
static const char *
unseen(const struct gf_title *t, const struct gf_figure *f, int64_t top)
{
	struct gf_str before = { t->text.p, f->off };
	const struct gf_token *last = gf_token_at(&t->tokens,
	    f->nouns + f->nnouns - 1);

	if (gf_figure_off_scale(t, f))
		return "the scale that is named ends below it";
	if (f->family == GF_UNIT_COUNT && f->of.m == 0 && top > 0)
		return gf_num_cmp(f->num, GF_NUM(top)) > 0 ?
		    "the scale that is named ends below it" : NULL;
	if (gf_num_cmp(f->num, GF_NUM(100)) <= 0)
		return NULL;
	if (f->family == GF_UNIT_COUNT || f->family == GF_UNIT_POINTS)
		return ANY(before, "nps") ?
		    "this score lies between -100 and 100" : NULL;
	if (f->family != GF_UNIT_PERCENT)
		return NULL;
	if (f->nnouns > 0 && gf_token_is(&t->tokens, f->end, "of") &&
	    last->plural && !(last->is & (GF_W_THING | GF_W_SUM)))
		return "all of them are 100 %";
	if (f->role == GF_ROLE_DELTA)
		return (t->verb & GF_W_FALL) ? "less than nothing" : NULL;
	return (ends_whole(before) || of_all(t, f) || share_of(t, f)) &&
	    !title_may_exceed(t) ? "a share ends at 100 %" : NULL;
}

/* Turnover of -2%: a share below nothing. */
static bool
below_zero(const struct gf_title *t, const struct gf_figure *f)
{
	struct gf_str before = { t->text.p, f->off };
	const struct gf_token *dash = gf_token_at(&t->tokens, f->first - 1);

	return f->family == GF_UNIT_PERCENT && dash->sign == '-' &&
	    !dash->glued && f->first > 1 &&
	    gf_token_at(&t->tokens, f->first)->glued &&
	    (ANY(before, "turnover") || ends_whole(before));
}

/* A title alone: 7.5 on a 5-point card, 120% of the vans. */
static void
off_title(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	struct gf_finding *said;
	const char *why;
	int64_t top;

	if (t == NULL || t->nfigures == 0)
		return;
	top = top_in(t->text, false);
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if (f->unsure || (f->role != GF_ROLE_TARGET &&
		    !(f->role == GF_ROLE_DELTA && !f->times) &&
		    (f->role != GF_ROLE_UNCLEAR ||
		    !(gf_token_is(&t->tokens, f->first - 1, "of") ||
		    gf_token_is(&t->tokens, f->first - 1, "for")))))
			continue;
		why = below_zero(t, f) ? "a share begins at 0 %" :
		    unseen(t, f, top);
		if (why == NULL)
			continue;
		said = gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
		    "%s cannot be: %s", gf_case_part(c, f->off, f->len), why);
		gf_case_at(c, said, f->off, f->len);
		if (f->family != GF_UNIT_COUNT || top == 0)
			said->level = GF_WARNING;
		return;
	}
}

void
gf_judge_range(struct gf_case *c, const struct gf_check *check)
{
	size_t before = c->out->n;

	if (gf_case_is(c, KIND_VISION))
		return;
	if (!gf_measure_there(c->goal)) {
		off_title(c, check);
		return;
	}
	for (size_t i = 0; i < GF_LEN(fields) && c->out->n == before; i++) {
		const struct gf_val *v = gf_goal_measure(c->goal, fields[i]);

		if (v != NULL && !v->list)
			off_range(c, check, v);
	}
}
