#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "judge/judge.h"
#include "judge/keypath.h"
#include "judge/lexicon.h"
#include "judge/rollup.h"
#include "judge/rule.h"
#include "judge/select.h"
#include "judge/waive.h"

/* Goals from which on patterns as machine code and a lexicon pay. */
#define MANY 200

/* Goals that one thread judges, and what it finds. */
struct slice {
	const struct gf_plan *plan;
	const struct gf_catalog *catalogs;
	size_t ncatalogs;
	const struct gf_usage *usage;
	const struct gf_sentence *sentence;
	size_t first, end;		/* of plan->goals */
	struct gf_arena arena;		/* owns the texts of found */
	struct gf_findings found;
	pthread_t thread;
	bool threaded;
};

static unsigned
state(const struct gf_goal *g)
{
	if (!g->open)
		return GF_ON_CLOSED;
	switch (gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE)) {
	case STATUS_DRAFT:
		return GF_ON_DRAFT;
	case STATUS_PAUSED:
		return GF_ON_PAUSED;
	default:
		return GF_ON_ACTIVE;
	}
}

/* A goal of one's own is judged for S, T and readiness alone. */
static bool
concerns(const struct gf_check *check, const struct gf_goal *g)
{
	return g->level != LEVEL_PERSONAL || check->letters[0] == '\0' ||
	    strpbrk(check->letters, "ST") != NULL;
}

bool
gf_judgement_speaks(const struct gf_judgement *row, const struct gf_goal *g)
{
	return (row->on & state(g)) != 0 && concerns(&row->check, g);
}

static void
judge_goal(struct gf_case *c, const struct gf_catalog *catalogs, size_t n)
{
	unsigned on = state(c->goal);

	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < catalogs[i].n; k++) {
			const struct gf_judgement *row = &catalogs[i].rows[k];

			if ((row->on & on) == 0 ||
			    !concerns(&row->check, c->goal))
				continue;
			if (row->rule != NULL)
				gf_rule_judge(c, row);
			if (row->goal != NULL)
				row->goal(c, &row->check);
		}
	}
}

static void *
judge_slice(void *arg)
{
	struct slice *s = arg;
	struct gf_arena scratch = { 0 }, kept = { 0 };
	bool many = s->plan->ngoals >= MANY;
	struct gf_case c = {
		.plan = s->plan,
		.scratch = &scratch,
		.usage = s->usage,
		.rules = gf_rules_new((struct gf_rules_way){ many,
		    s->sentence->limits, s->sentence->clock }),
		.words = many ? gf_lexicon_new(&kept) : NULL,
		.out = &s->found,
	};
	const struct gf_config *config;

	for (size_t i = s->first; i < s->end; i++) {
		c.goal = s->plan->goals[i];
		c.title = NULL;
		c.asked = c.true_facts = 0;
		config = c.goal->config;
		if (c.goal->doc->given)
			judge_goal(&c, s->catalogs, s->ncatalogs);
		if (c.goal->doc->given && s->sentence->rules && config != NULL &&
		    config->rules != NULL)
			judge_goal(&c, config->rules, 1);
		gf_arena_clear(&scratch);
	}
	gf_rules_free(c.rules);
	gf_arena_release(&scratch);
	gf_arena_release(&kept);
	return NULL;
}

/* Append what a slice found, its texts too. */
static void
take_slice(struct gf_findings *out, struct slice *s)
{
	if (s->threaded)
		pthread_join(s->thread, NULL);
	for (size_t i = 0; i < s->found.n; i++)
		gf_findings_push(out, &s->found.v[i]);
	gf_arena_join(out->arena, &s->arena);
	gf_findings_release(&s->found);
}

/*
 * Slices are taken in their order, so that threads change nothing but the time.
 */
static void
judge_goals(const struct slice *all, unsigned threads, struct gf_findings *out)
{
	size_t n = all->plan->ngoals;
	struct slice *slices;

	if (threads == 0 || n < (size_t)threads * 64)
		threads = 1;
	slices = gf_alloc(threads * sizeof(*slices));
	for (unsigned i = 0; i < threads; i++) {
		struct slice *s = &slices[i];

		*s = *all;
		s->first = n * i / threads;
		s->end = n * (i + 1) / threads;
		gf_findings_init(&s->found, &s->arena);
		s->threaded = i > 0 && pthread_create(&s->thread, NULL,
		    judge_slice, s) == 0;
	}
	for (unsigned i = 0; i < threads; i++) {
		if (!slices[i].threaded)
			judge_slice(&slices[i]);
		take_slice(out, &slices[i]);
	}
	free(slices);
}

/* Sums that several checks look at. */
struct gf_case_sums {
	struct gf_rollup rollup;
	struct gf_graph graph;
	struct gf_arena arena;
	bool ready;
};

const struct gf_rollup *
gf_case_rollup(struct gf_case *c)
{
	struct gf_case_sums *s = c->sums;

	if (!s->ready) {
		gf_graph_init(&s->graph, c->plan, &s->arena);
		gf_rollup_init(&s->rollup, &s->graph, &s->arena);
		s->ready = true;
	}
	return &s->rollup;
}

static void
judge_plan(const struct slice *all, struct gf_findings *out)
{
	struct gf_arena scratch = { 0 };
	struct gf_case_sums sums = { .ready = false };
	struct gf_case c = {
		.plan = all->plan,
		.scratch = &scratch,
		.usage = all->usage,
		.sums = &sums,
		.out = out,
	};

	for (size_t i = 0; i < all->ncatalogs; i++) {
		for (size_t k = 0; k < all->catalogs[i].n; k++) {
			const struct gf_judgement *row =
			    &all->catalogs[i].rows[k];

			if (row->plan != NULL)
				row->plan(&c, &row->check);
			gf_arena_clear(&scratch);
		}
	}
	gf_arena_release(&scratch);
	gf_arena_release(&sums.arena);
}

static const struct gf_check *
find_check(const struct slice *all, const char *id)
{
	for (size_t i = 0; i < all->ncatalogs; i++)
		for (size_t k = 0; k < all->catalogs[i].n; k++)
			if (strcmp(all->catalogs[i].rows[k].check.id, id) == 0)
				return &all->catalogs[i].rows[k].check;
	return NULL;
}

/* The first goal that is judged, NULL if there is none. */
static const struct gf_goal *
first_given(const struct gf_plan *plan)
{
	for (size_t i = 0; i < plan->ngoals; i++)
		if (plan->goals[i]->doc->given)
			return plan->goals[i];
	return NULL;
}

/*
 * What no goal has is said once, with the question of the first check that
 * waits for it.
 */
static void
ask_once(const struct slice *all, const struct gf_sentence *sentence,
    struct gf_findings *out)
{
	const struct gf_goal *g = first_given(all->plan);
	const struct gf_check *check, *first = NULL;
	const char *nouns[GF_USE_COUNT];
	struct gf_buf said = { 0 };
	size_t n = 0;

	for (unsigned use = 0; g != NULL && use < GF_USE_COUNT; use++) {
		check = find_check(all, gf_use_rows[use].check);
		if (check == NULL || !gf_usage_none(all->usage, use) ||
		    gf_check_level(check, check->level, g->config,
		    sentence) == GF_OFF)
			continue;
		if (first == NULL)
			first = check;
		nouns[n++] = gf_use_rows[use].noun;
	}
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			gf_buf_text(&said, i + 1 < n ? ", " : " or ");
		gf_buf_text(&said, nouns[i]);
	}
	if (first != NULL) {
		struct gf_finding *f = gf_finding_add(out, first,
		    (struct gf_place){ 0 }, "no goal here has %s yet", said.p);

		f->level = GF_NOTE;
		f->letters = "";
	}
	gf_buf_release(&said);
}

void
gf_judge(const struct gf_plan *plan, const struct gf_catalog *catalogs,
    size_t n, const struct gf_sentence *sentence, struct gf_findings *out)
{
	struct gf_usage usage;
	const struct gf_trial trial = { plan, catalogs, n, sentence, &usage };
	struct slice all = {
		.plan = plan,
		.catalogs = catalogs,
		.ncatalogs = n,
		.usage = &usage,
		.sentence = sentence,
	};

	gf_usage_init(&usage, plan, out->arena);
	usage.all = sentence->ask_all;
	judge_goals(&all, sentence->threads, out);
	judge_plan(&all, out);
	ask_once(&all, sentence, out);
	gf_waive_mark(plan, out);
	gf_waive_report(&trial, out);
	gf_select_settle(plan, sentence, out);
	if (sentence->hold != NULL)
		sentence->hold(sentence->holder, &trial, out);
	gf_usage_release(&usage);
	gf_select_cut(sentence, out);
}

static struct gf_str
path_of(const struct gf_case *c, const struct gf_val *val)
{
	const struct gf_goal *g = c->goal;
	struct gf_buf b = { 0 };
	struct gf_str s = { "", 0 };

	if (gf_keypath(&b, g->rec, val) || gf_keypath(&b, g->half, val) ||
	    gf_keypath(&b, g->defaults, val))
		s = (struct gf_str){ gf_arena_copy(c->out->arena, b.p, b.n),
		    b.n };
	gf_buf_release(&b);
	return s;
}

struct gf_finding *
gf_case_say(struct gf_case *c, const struct gf_check *check,
    const struct gf_val *val, const char *fmt, ...)
{
	struct gf_finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = gf_finding_addv(c->out, check, gf_goal_place(c->goal, val), fmt,
	    ap);
	va_end(ap);
	f->goal = c->goal->id;
	f->keypath = path_of(c, val);
	f->other = gf_goal_inherited(c->goal, val);
	if (f->other.doc != NULL)
		f->other_said = GF_STR("inherited from here");
	return f;
}

struct gf_finding *
gf_case_miss(struct gf_case *c, const struct gf_check *check,
    const char *keypath, const char *fmt, ...)
{
	struct gf_finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = gf_finding_addv(c->out, check, gf_goal_head(c->goal), fmt, ap);
	va_end(ap);
	f->goal = c->goal->id;
	f->keypath = gf_str(keypath);
	return f;
}

struct gf_case
gf_case_of(const struct gf_case *c, struct gf_goal *g)
{
	struct gf_case one = *c;

	one.goal = g;
	return one;
}
