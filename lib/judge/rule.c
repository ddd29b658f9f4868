#include <stdlib.h>
#include <string.h>

#include "judge/rule.h"
#include "judge/smart.h"
#include "text/needle.h"
#include "text/re.h"

/* A pattern, and what a text must hold to be worth trying it on. */
struct pattern {
	struct gf_re *re;		/* NULL: there is none */
	struct gf_needles needles;
};

/* A rule that was met: its patterns, and the facts that it wants. */
struct met {
	struct pattern match, more[GF_RULE_MORE];
	struct gf_re *unless;
	uint32_t must, must_not;	/* a bit for every fact */
	/* of the field, and of the one that is looked at, too */
	unsigned parts[2][GF_RULE_PARTS], nparts[2];
	uint64_t spent;		/* milliseconds on the texts of a file */
	struct gf_str file;
	bool ready;
};

#define SHORT 256	/* bytes of a text that no pattern is slow on */
#define HAYS 4		/* texts of a goal that several rules look at in turn */

struct gf_rules_met {
	struct met *v;
	size_t n;
	struct gf_rules_way way;
	struct gf_hay hays[HAYS];
	unsigned next;		/* of the hays, to be made anew */
};

struct gf_rules_met *
gf_rules_new(struct gf_rules_way way)
{
	struct gf_rules_met *met = gf_alloc(sizeof(*met));

	met->way = way;
	return met;
}

void
gf_rules_free(struct gf_rules_met *met)
{
	if (met == NULL)
		return;
	for (size_t i = 0; i < met->n; i++) {
		gf_re_free(met->v[i].match.re);
		for (size_t k = 0; k < GF_RULE_MORE; k++)
			gf_re_free(met->v[i].more[k].re);
		gf_re_free(met->v[i].unless);
	}
	free(met->v);
	free(met);
}

unsigned
gf_rule_path(struct gf_str field, unsigned parts[GF_RULE_PARTS])
{
	const struct gf_table *table = gf_kinds[GF_GOAL];
	unsigned n = 0;
	int number;

	while (field.n > 0) {
		if (table == NULL || n == GF_RULE_PARTS)
			return 0;
		number = gf_field_find(table, gf_str_cut(&field, '.'));
		if (number < 0)
			return 0;
		parts[n++] = (unsigned)number;
		table = table->fields[number].table;
	}
	return n;
}

/* Patterns that reach a thread were compiled once before. */
static struct gf_re *
compile(const char *pattern, const struct gf_rules_met *all)
{
	char why[128];
	size_t at;

	return pattern ? gf_re_new(gf_str(pattern), all->way.limits,
	    all->way.many, &at, why) : NULL;
}

static struct pattern
pattern(const char *text, const struct gf_rules_met *all)
{
	struct pattern p = { .re = compile(text, all) };

	if (p.re != NULL)
		gf_needles_find(&p.needles, gf_str(text));
	return p;
}

static void
prepare(struct met *m, const struct gf_rule *r,
    const struct gf_rules_met *all)
{
	int fact;

	for (size_t i = 0; r->when[i] != NULL; i++) {
		struct gf_str word = gf_str(r->when[i]);
		bool not = gf_str_starts(word, "not ");

		if (not) {
			word.p += 4;
			word.n -= 4;
		}
		fact = gf_fact_find(word);
		if (fact >= 0)
			*(not ? &m->must_not : &m->must) |= 1U << fact;
	}
	m->match = pattern(r->match, all);
	for (size_t k = 0; k < GF_RULE_MORE && r->more[k] != NULL; k++)
		m->more[k] = pattern(r->more[k], all);
	m->unless = compile(r->unless, all);
	m->nparts[0] = gf_rule_path(gf_str(r->field), m->parts[0]);
	if (r->also != NULL)
		m->nparts[1] = gf_rule_path(gf_str(r->also), m->parts[1]);
	m->ready = true;
}

static struct met *
meet(struct gf_rules_met *all, const struct gf_rule *r)
{
	size_t n = r->number + 1;

	if (n > all->n) {
		n = n < 32 ? 32 : n * 2;
		all->v = gf_resize(all->v, n, sizeof(*all->v));
		memset(all->v + all->n, 0, (n - all->n) * sizeof(*all->v));
		all->n = n;
	}
	if (!all->v[r->number].ready)
		prepare(&all->v[r->number], r, all);
	return &all->v[r->number];
}

static bool
wanted(struct gf_case *c, const struct gf_rule *r, const struct met *m)
{
	if (!gf_facts_hold(c, m->must, m->must_not))
		return false;
	return r->nwhere == 0 || gf_where_holds(r->where, r->nwhere, c->plan,
	    c->goal);
}

/* A rule at work on one goal. */
struct work {
	struct gf_case *c;
	const struct gf_judgement *row;
	struct met *m;
	const struct pattern *pattern;	/* the one that is tried */
	unsigned path;		/* of its fields, the one that is looked at */
	bool done;		/* one finding a rule and goal */
};

/* Names, quotations and what the configuration lists are not judged. */
static bool
shielded(struct gf_case *c, struct gf_str text, struct gf_str found)
{
	const struct gf_title *t = gf_case_title(c);
	bool first = true;

	if (t == NULL || t->text.p != text.p)
		return false;
	for (int i = 0; i < t->tokens.n; i++) {
		const struct gf_token *at = &t->tokens.v[i];

		if (at->text.p + at->text.n <= found.p ||
		    at->text.p >= found.p + found.n)
			continue;
		if (at->masked)
			return true;
		if (first && i > 0 && at->capital && !gf_token_orders(
		    &t->tokens, i) && at->text.n > 1)
			return true;
		first = false;
	}
	return false;
}

static void
undecided(struct work *w, const struct gf_val *v)
{
	const struct gf_check *check = &gf_rule_checks.rows[0].check;

	gf_case_say(w->c, check, v, "rule '%s' came to no end here: its "
	    "pattern is too costly", w->row->check.id);
	w->done = true;
}

/* Put the message together: {} is what was found, {name} a group of it. */
static void
message(struct gf_buf *b, const char *say, const struct gf_re *re)
{
	struct gf_str rest = gf_str(say), name, group;

	while (rest.n > 0) {
		gf_buf_str(b, gf_str_cut(&rest, '{'));
		if (rest.n == 0)
			break;
		name = gf_str_cut(&rest, '}');
		group = gf_re_group(re, name);
		if (group.p != NULL)
			gf_buf_str(b, gf_str_trim(group));
		else
			gf_buf_printf(b, "{%.*s}", (int)name.n, name.p);
	}
}

/* Match, and keep count of the time where a text is long. */
static enum gf_match
match(struct work *w, struct gf_re *re, struct gf_str text, size_t from)
{
	const struct gf_rules_way *way = &w->c->rules->way;
	const struct gf_str *file = &w->c->goal->doc->origin.path;
	uint64_t begun;
	enum gf_match got;

	if (text.n <= SHORT || way->clock == NULL)
		return gf_re_find(re, text, from);
	if (!gf_str_eq(w->m->file, *file)) {
		w->m->file = *file;
		w->m->spent = 0;
	}
	if (w->m->spent > way->limits->v[GF_LIMIT_RULE_TIME])
		return GF_MATCH_UNDECIDED;
	begun = way->clock();
	got = gf_re_find(re, text, from);
	w->m->spent += way->clock() - begun;
	return got;
}

/* Whether a text has what the pattern needs; most have not. */
static bool
worth(struct work *w, struct gf_str text)
{
	struct gf_rules_met *all = w->c->rules;
	struct gf_hay *hay = all->hays;

	if (w->pattern->needles.n == 0)
		return true;
	while (hay < all->hays + HAYS && (hay->text.p != text.p ||
	    hay->text.n != text.n))
		hay++;
	if (hay == all->hays + HAYS) {
		hay = &all->hays[all->next++ % HAYS];
		gf_hay_read(hay, text);
	}
	return gf_hay_may(hay, &w->pattern->needles);
}

static void
look(struct work *w, const struct gf_val *v)
{
	struct gf_str text = gf_val_text(v), found;
	struct gf_re *re = w->pattern->re;
	struct gf_buf said = { 0 };
	enum gf_match got;
	size_t from = 0;

	if (w->done || text.n == 0 || !worth(w, text))
		return;
	do {
		got = match(w, re, text, from);
		if (got == GF_MATCH_NO)
			return;
		if (got == GF_MATCH_UNDECIDED) {
			undecided(w, v);
			return;
		}
		found = gf_re_group(re, GF_STR(""));
		from = (size_t)(found.p - text.p) + found.n + (found.n == 0);
	} while (w->row->rule->shy && shielded(w->c, text, found));
	if (w->m->unless != NULL) {
		got = match(w, w->m->unless, text, 0);
		if (got == GF_MATCH_UNDECIDED)
			undecided(w, v);
		if (got != GF_MATCH_NO)
			return;
	}
	message(&said, w->row->rule->say, re);
	if (text.n > gf_re_most(re))
		gf_buf_printf(&said, " (in its first %zu bytes)",
		    gf_re_most(re));
	gf_case_say(w->c, &w->row->check, v, "%s", said.p);
	gf_buf_release(&said);
	w->done = true;
}

/* Every text that a field has, from a part of its path on. */
static void
each(struct work *w, const struct gf_val *v, unsigned part)
{
	size_t n = v == NULL ? 0 : v->list ? v->u.list.n : 1;

	for (size_t i = 0; i < n && !w->done; i++) {
		const struct gf_val *one = v->list ? &v->u.list.v[i] : v;

		if (one->bad)
			continue;
		if (one->type != GF_T_REC || one->list)
			look(w, one);
		else if (part < w->m->nparts[w->path])
			each(w, gf_rec_raw(one->u.rec,
			    w->m->parts[w->path][part]),
			    part + 1);
	}
}

/* Every text of the rule's fields. */
static void
hunt(struct work *w)
{
	const struct met *m = w->m;

	for (w->path = 0; w->path < 2 && m->nparts[w->path] > 0; w->path++) {
		const unsigned *parts = m->parts[w->path];

		if (parts[0] == GOAL_MEASURE && m->nparts[w->path] > 1)
			each(w, gf_goal_measure(w->c->goal, parts[1]), 2);
		else
			each(w, gf_goal_get(w->c->goal, parts[0]), 1);
	}
}

void
gf_rule_judge(struct gf_case *c, const struct gf_judgement *row)
{
	struct met *m = meet(c->rules, row->rule);
	struct work w;

	if (m->match.re == NULL || m->nparts[0] == 0 ||
	    !wanted(c, row->rule, m))
		return;
	w = (struct work){ .c = c, .row = row, .m = m, .pattern = &m->match };
	hunt(&w);
	for (size_t k = 0; k < GF_RULE_MORE && m->more[k].re != NULL; k++) {
		w.pattern = &m->more[k];
		hunt(&w);
	}
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "F09", .name = "not-decided", .level = GF_ERROR,
	    .letters = "",
	    .about = "a rule's pattern hit a limit before it came to an end",
	    .ask = "How could that pattern be said without a repeat inside a "
	    "repeat?",
	    .why = "A pattern such as (a+)+ can run for hours on a short text; "
	    "what could not be told is never taken for no match, and the exit "
	    "status is 2",
	    .bad = "match: '(\\w+\\s?)+$'", .good = "match: '\\w$'",
	    .fix = "anchor the pattern, or use possessive repeats such as "
	    "\\w++; goalfile-rules(5) has the limits" },
	    .on = GF_ON_ALL },
};
const struct gf_catalog gf_rule_checks = { rows, GF_LEN(rows) };
