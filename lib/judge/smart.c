#include <string.h>

#include "base/mem.h"
#include "judge/smart.h"

#define STEM 5	/* letters that two forms of a word share */

struct gf_title_way
gf_title_way_of(const struct gf_config *config)
{
	struct gf_title_way way = { 0 };
	bool english;

	if (config == NULL)
		return way;
	english = config->language.n == 0 ||
	    gf_str_starts(config->language, "en");
	way.comma = !english;
	way.day_first = !english || gf_str_is(config->language, "en-GB");
	way.names = config->names;
	way.nnames = config->nnames;
	way.glossary = config->glossary;
	way.nglossary = config->nglossary;
	return way;
}

const struct gf_title *
gf_case_title(struct gf_case *c)
{
	struct gf_str text = gf_goal_text(c->goal, GOAL_TITLE);
	struct gf_title_way way;

	if (text.n == 0)
		return NULL;
	if (c->title == NULL) {
		way = gf_title_way_of(c->goal->config);
		way.words = c->words;
		c->title = gf_title_read(text, &way, c->scratch);
	}
	return c->title->tokens.cut ? NULL : c->title;
}

const char *
gf_case_num(struct gf_case *c, struct gf_num n)
{
	struct gf_buf b = { 0 };
	const char *text;

	gf_num_print(&b, n);
	text = gf_arena_copy(c->scratch, b.p, b.n);
	gf_buf_release(&b);
	return text;
}

const char *
gf_case_part(struct gf_case *c, uint32_t off, uint32_t len)
{
	return gf_arena_copy(c->scratch, c->title->text.p + off, len);
}

struct gf_finding *
gf_case_at(const struct gf_case *c, struct gf_finding *f, uint32_t off,
    uint32_t len)
{
	const struct gf_val *v = gf_goal_get(c->goal, GOAL_TITLE);
	uint32_t quote;

	if (f->at.doc != c->goal->doc || v == NULL || f->at.at.off != v->at.off ||
	    v->at.len < v->ntext)
		return f;
	/* what is escaped or goes over lines has another length */
	quote = v->at.len - v->ntext;
	if (quote != 0 && quote != 2)
		return f;
	f->at.at.off += quote / 2 + off;
	f->at.at.col += quote / 2 + off;
	f->at.at.len = len;
	return f;
}

bool
gf_case_is(const struct gf_case *c, enum gf_kind_word kind)
{
	return gf_goal_word(c->goal, GOAL_KIND, KIND_COMMITTED) == (int)kind;
}

bool
gf_case_english(const struct gf_case *c)
{
	if (c->title != NULL && (c->title->words & GF_W_FOREIGN))
		return false;
	return c->goal->config == NULL || c->goal->config->language.n == 0 ||
	    gf_str_starts(c->goal->config->language, "en");
}

struct gf_num
gf_case_threshold(const struct gf_case *c, enum gf_threshold which)
{
	struct gf_num n = { 0 };
	const char *why;

	if (c->goal->config != NULL)
		return c->goal->config->thresholds[which];
	gf_num_parse(gf_str(gf_threshold_rows[which].value), &n, &why);
	return n;
}

static bool
given_in(const struct gf_rec *rec, unsigned field)
{
	const struct gf_val *v = gf_rec_raw(rec, GOAL_MEASURE);

	return v != NULL && !v->bad && !v->list && v->type == GF_T_REC &&
	    gf_rec_raw(v->u.rec, field) != NULL;
}

bool
gf_measure_given(const struct gf_goal *g, unsigned field)
{
	return given_in(g->rec, field) || given_in(g->half, field) ||
	    given_in(g->defaults, field);
}

bool
gf_measure_there(const struct gf_goal *g)
{
	static const unsigned what[] = {
		MEASURE_METRIC, MEASURE_UNIT, MEASURE_FROM, MEASURE_TO,
		MEASURE_AT_LEAST, MEASURE_AT_MOST, MEASURE_SCALE
	};
	const struct gf_val *v = gf_rec_raw(g->rec, GOAL_MEASURE);

	/* a measure that is no mapping was reported as that */
	if (v != NULL && v->bad)
		return true;
	for (size_t i = 0; i < GF_LEN(what); i++)
		if (gf_measure_given(g, what[i]))
			return true;
	return false;
}

bool
gf_measure_num(const struct gf_goal *g, unsigned field, struct gf_num *n)
{
	const struct gf_val *v = gf_goal_measure(g, field);

	if (v == NULL || v->list || v->bad)
		return false;
	*n = v->u.num;
	return true;
}

bool
gf_num_apart(struct gf_num a, struct gf_num b, struct gf_num share)
{
	struct gf_num gap, most, larger = gf_num_abs(a);

	if (a.m == b.m && a.places == b.places)
		return false;
	if (gf_num_cmp(gf_num_abs(b), larger) > 0)
		larger = gf_num_abs(b);
	return gf_num_sub(a, b, &gap) && gf_num_mul(larger, share, &most) &&
	    gf_num_cmp(gf_num_abs(gap), most) > 0;
}

/* The next word of letters in a text, empty at its end. */
static struct gf_str
next_word(struct gf_str *rest)
{
	struct gf_str w;
	size_t n = 0;

	while (rest->n > 0 && !((rest->p[0] | 0x20) >= 'a' &&
	    (rest->p[0] | 0x20) <= 'z') && (unsigned char)rest->p[0] < 0x80) {
		rest->p++;
		rest->n--;
	}
	while (n < rest->n && (((rest->p[n] | 0x20) >= 'a' &&
	    (rest->p[n] | 0x20) <= 'z') || (unsigned char)rest->p[n] >= 0x80))
		n++;
	w = (struct gf_str){ rest->p, n };
	rest->p += n;
	rest->n -= n;
	return w;
}

bool
gf_title_shares(const struct gf_title *t, int first, int n, struct gf_str text)
{
	const struct gf_word *known;
	struct gf_str w;

	while (n > 0 && (w = next_word(&text)).n > 0) {
		known = gf_word_find(w);
		if (w.n < 3 || (known != NULL && (known->is & (GF_W_STOP |
		    GF_W_MORE))) || gf_str_eq_fold(w, GF_STR("new")) ||
		    gf_str_eq_fold(w, GF_STR("number")))
			continue;
		if (gf_title_has(t, first, n, w))
			return true;
	}
	return false;
}

/* Nouns that sales people take for one another. */
static const char *const kin[][8] = {
	{ "customer", "client", "account", "logo", "patient", "member", NULL },
	{ "deal", "contract", "order", "sale", NULL },
	{ "person", "people", "hire", "employee", "staff", NULL },
	{ "demo", "demonstration", NULL },
};

static bool
akin(struct gf_str a, struct gf_str b)
{
	for (size_t i = 0; i < GF_LEN(kin); i++) {
		bool has_a = false, has_b = false;

		for (size_t k = 0; k < 8 && kin[i][k] != NULL; k++) {
			has_a = has_a || gf_word_same(gf_str(kin[i][k]), a);
			has_b = has_b || gf_word_same(gf_str(kin[i][k]), b);
		}
		if (has_a && has_b)
			return true;
	}
	return false;
}

/*
 * Things counted: the unit or the metric names them, or means the same by
 * another word.
 */
static bool
counts_same(const struct gf_title *t, const struct gf_figure *f,
    struct gf_str unit, struct gf_str metric)
{
	bool plain = unit.n == 0 || gf_unit_kind(unit) == GF_UNIT_COUNT;
	enum gf_unit_kind kind = gf_unit_kind(unit);
	int first = f->nouns, n = f->nnouns;

	/* a bare number may be of any unit that is no currency */
	if (!plain && kind != GF_UNIT_FREE &&
	    (n > 0 || kind == GF_UNIT_MONEY))
		return false;
	if (n == 0) {
		/* NPS to 45: what stands before the number */
		first = t->subject;
		n = f->first - first;
		return gf_title_shares(t, first, n, metric) ||
		    gf_title_shares(t, first, n, unit);
	}
	if (!plain)
		return gf_title_shares(t, first, n, unit) ||
		    akin(f->noun, unit);
	return gf_title_shares(t, first, n, metric);
}

/* Minutes of a unit of time, 0 for those that do not convert exactly. */
static int64_t
minutes(struct gf_str unit, bool calendar)
{
	struct gf_str u = gf_unit_canon(unit);

	if (gf_str_is(u, "min"))
		return 1;
	if (gf_str_is(u, "h"))
		return 60;
	if (gf_str_is(u, "days"))
		return calendar ? 24 * 60 : 8 * 60;
	if (gf_str_is(u, "weeks"))
		return calendar ? 7 * 24 * 60 : 5 * 8 * 60;
	return 0;
}

bool
gf_figure_fits(const struct gf_title *t, const struct gf_figure *f,
    const struct gf_goal *g)
{
	struct gf_str unit = gf_goal_unit(g);
	struct gf_str metric = gf_val_text(gf_goal_measure(g, MEASURE_METRIC));

	if (f->times || f->unsure)
		return false;
	switch ((enum gf_unit_kind)f->family) {
	case GF_UNIT_PERCENT:
	case GF_UNIT_MONEY:
	case GF_UNIT_OTHER:
		return unit.n > 0 && gf_unit_kind(unit) == f->family &&
		    gf_unit_agree(f->unit, unit);
	case GF_UNIT_POINTS:
		return unit.n > 0 && gf_unit_agree(f->unit, unit) &&
		    gf_title_about(t, g);
	case GF_UNIT_TIME:
		return unit.n > 0 && (gf_str_eq(gf_unit_canon(unit),
		    gf_unit_canon(f->unit)) || (minutes(unit, true) > 0 &&
		    minutes(f->unit, true) > 0));
	case GF_UNIT_COUNT:
	case GF_UNIT_FREE:
		return counts_same(t, f, unit, metric);
	}
	return false;
}

/*
 * Whether a span of time is the same in another unit, by the clock or in
 * working time.
 */
static bool
same_time(const struct gf_figure *f, struct gf_num n, struct gf_str unit)
{
	struct gf_num a, b;

	for (int calendar = 0; calendar < 2; calendar++) {
		int64_t mine = minutes(f->unit, calendar);
		int64_t theirs = minutes(unit, calendar);

		if (mine > 0 && theirs > 0 &&
		    gf_num_mul(f->num, GF_NUM(mine), &a) &&
		    gf_num_mul(n, GF_NUM(theirs), &b) && gf_num_cmp(a, b) == 0)
			return true;
	}
	return false;
}

bool
gf_figure_equals(const struct gf_figure *f, struct gf_num n,
    struct gf_str unit)
{
	static const struct gf_num near = { 5, 3 };
	struct gf_num share;

	if (f->family == GF_UNIT_TIME && unit.n > 0 &&
	    !gf_str_eq(gf_unit_canon(unit), gf_unit_canon(f->unit)) &&
	    minutes(unit, true) > 0 && minutes(f->unit, true) > 0)
		return same_time(f, n, unit);
	if (!gf_num_apart(f->num, n, near) || !gf_num_apart(f->high, n, near))
		return true;
	if (f->of.m == 0)
		return false;
	/* 8 of 10 is 80 % */
	if (!gf_num_div(f->num, f->of, 6, &share))
		return false;
	if (!gf_num_apart(share, n, near))
		return true;
	return gf_num_mul(share, GF_NUM(100), &share) &&
	    !gf_num_apart(share, n, near);
}

/* The last noun of a metric's first phrase: "scrap rate of line 2". */
static struct gf_str
head_of(struct gf_str metric)
{
	struct gf_str w, head = { "", 0 };
	const struct gf_word *known;

	while ((w = next_word(&metric)).n > 0) {
		known = gf_word_find(w);
		if (known != NULL && (known->is & (GF_W_PREP | GF_W_TAIL)) &&
		    head.n > 0)
			break;
		head = w;
	}
	return head;
}

/* Words that turn a metric against its noun: scrap-free days, churn avoided. */
static bool
turned(struct gf_str metric)
{
	static const char *const words[] = {
		"free", "without", "avoided", "saved", "savings", "since",
		"reduction", "improvement", "decrease", "fewer", "less",
		"remaining", "prevented", "zero"
	};
	struct gf_str w;

	while ((w = next_word(&metric)).n > 0)
		for (size_t i = 0; i < GF_LEN(words); i++)
			if (gf_str_is_fold(w, words[i]))
				return true;
	return false;
}

/* Returns of shoes, share of shoes returned: two words of one meaning. */
static bool
two_words(const struct gf_title *t, struct gf_str metric)
{
	int same = 0;

	for (int i = t->subject; i < t->subject + t->nsubject; i++) {
		struct gf_str w = gf_token_at(&t->tokens, i)->text;
		struct gf_str rest = metric;
		bool found = false;

		while (rest.n > 0 && w.n >= STEM && !found) {
			struct gf_str m = gf_str_cut(&rest, ' ');

			found = gf_word_same(w, m) || (m.n > STEM &&
			    w.n > STEM && gf_str_eq_fold((struct gf_str){ m.p,
			    STEM }, (struct gf_str){ w.p, STEM }));
		}
		same += found;
	}
	return same > 1;
}

bool
gf_title_about(const struct gf_title *t, const struct gf_goal *g)
{
	struct gf_str metric = gf_val_text(gf_goal_measure(g, MEASURE_METRIC));
	struct gf_str head = { "", 0 };
	int last = -1;

	if (metric.n == 0 || turned(metric))
		return false;
	if (gf_title_has(t, t->subject, t->nsubject, head_of(metric)) ||
	    two_words(t, metric))
		return true;
	for (int i = t->subject; i < t->subject + t->nsubject; i++) {
		const struct gf_token *at = gf_token_at(&t->tokens, i);

		if (at->is & GF_W_PREP)
			break;
		if (at->kind == GF_TOKEN_WORD)
			last = i;
	}
	if (last < 0)
		return false;
	head = t->tokens.v[last].text;
	return head.n > 2 && gf_title_shares(t, last, 1, metric);
}

void
gf_rec_each(const struct gf_rec *rec, uint64_t types, void (*fn)(void *,
    const struct gf_field *, const struct gf_val *), void *ctx)
{
	for (size_t i = 0; rec != NULL && i < rec->n; i++) {
		const struct gf_val *v = &rec->vals[i];
		const struct gf_field *f = &rec->table->fields[v->field];
		size_t n = v->list ? v->u.list.n : 1;

		for (size_t k = 0; k < n; k++) {
			const struct gf_val *one = v->list ?
			    &v->u.list.v[k] : v;

			if (one->list)
				continue;
			if (one->type == GF_T_REC && !one->bad)
				gf_rec_each(one->u.rec, types, fn, ctx);
			else if (one->text != NULL &&
			    (one->bad || (types >> f->type & 1)))
				fn(ctx, f, one);
		}
	}
}
