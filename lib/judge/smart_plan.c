#include <string.h>

#include "judge/align.h"
#include "judge/smart.h"

#define YEAR 366	/* days */
#define STEM 4	/* letters that two forms of a word share */

/* Whether two texts share the stem of a word. */
static bool
shares_word(struct gf_str a, struct gf_str b)
{
	struct gf_str w, rest, x;

	while (a.n > 0) {
		w = gf_str_cut(&a, ' ');
		rest = b;
		while (w.n >= STEM && rest.n > 0) {
			x = gf_str_cut(&rest, ' ');
			if (x.n >= STEM && gf_str_eq_fold(
			    (struct gf_str){ x.p, STEM },
			    (struct gf_str){ w.p, STEM }))
				return true;
		}
	}
	return false;
}

/* A survey or score may measure anything. */
static bool
instrument(struct gf_str metric)
{
	static const char *const words[] = {
		"survey", "index", "score", "rating", "pulse", "nps", "enps",
		"csat", "share", "rate", "stars", "audit", "grade"
	};
	struct gf_str w;

	while (metric.n > 0) {
		w = gf_str_cut(&metric, ' ');
		for (size_t i = 0; i < GF_LEN(words); i++)
			if (gf_str_is_fold(w, words[i]))
				return true;
	}
	return false;
}

bool
gf_same_metric(const struct gf_goal *a, const struct gf_goal *b)
{
	struct gf_str x = gf_val_text(gf_goal_measure(a, MEASURE_METRIC));
	struct gf_str y = gf_val_text(gf_goal_measure(b, MEASURE_METRIC));

	return x.n > 0 && gf_str_eq_fold(gf_str_trim(x), gf_str_trim(y)) &&
	    gf_str_eq_fold(gf_goal_text(a, GOAL_SEGMENT),
	    gf_goal_text(b, GOAL_SEGMENT));
}

int
gf_goal_direction(const struct gf_goal *g)
{
	struct gf_num from, to;

	if (!gf_measure_num(g, MEASURE_TO, &to) ||
	    !gf_measure_num(g, MEASURE_FROM, &from))
		return 0;
	return gf_num_cmp(to, from);
}

static const struct gf_config_pair *
traded(const struct gf_config *config, struct gf_str a, struct gf_str b)
{
	for (size_t i = 0; config != NULL && i < config->ntradeoffs; i++) {
		const struct gf_config_pair *p = &config->tradeoffs[i];

		if ((gf_str_eq_fold(a, p->a) && gf_str_eq_fold(b, p->b)) ||
		    (gf_str_eq_fold(a, p->b) && gf_str_eq_fold(b, p->a)))
			return p;
	}
	return NULL;
}

static void
works_against(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *v = gf_goal_measure(g, MEASURE_METRIC);

	for (uint32_t i = 0; v != NULL && i < g->nlinks; i++) {
		const struct gf_link *l = &g->links[i];
		const struct gf_goal *up = l->parent;
		struct gf_str theirs;
		struct gf_finding *f;
		bool pair;

		if (up == NULL || up == g || !up->open)
			continue;
		theirs = gf_val_text(gf_goal_measure(up, MEASURE_METRIC));
		pair = traded(g->config, gf_val_text(v), theirs) != NULL;
		if (!pair && (!gf_same_metric(g, up) ||
		    gf_goal_direction(g) * gf_goal_direction(up) >= 0))
			continue;
		f = gf_case_say(c, check, v, pair ?
		    "'%.*s' is traded for '%.*s' of the goal that it serves" :
		    "'%.*s' goes the other way than '%.*s' of the goal that "
		    "it serves", (int)v->ntext, v->text, (int)theirs.n,
		    theirs.p);
		f->other = gf_goal_head(up);
		f->other_said = GF_STR("the goal served");
		f->other_goal = up->id;
		return;
	}
}

/* What children promise together, of the parent's unit; false if unknown. */
static bool
promised(const struct gf_goal *g, struct gf_num *sum, unsigned *n)
{
	*sum = GF_NUM(0);
	*n = 0;
	for (const struct gf_link *l = g->children; l; l = l->next_child) {
		struct gf_num to, from = GF_NUM(0), way;
		struct gf_num share = GF_NUM(1);
		const struct gf_val *v = l->rec ? gf_rec_get(l->rec,
		    SUPPORT_SHARE) : NULL;

		if (l->child == g || !l->child->open ||
		    gf_goal_holds(l->child) || gf_link_unit_differs(l) ||
		    (l->rec != NULL && gf_rec_raw(l->rec, SUPPORT_VIA)) ||
		    !gf_measure_num(l->child, MEASURE_TO, &to))
			continue;
		gf_measure_num(l->child, MEASURE_FROM, &from);
		if (v != NULL)
			share = v->u.num;
		if (!gf_num_sub(to, from, &way) ||
		    !gf_num_mul(way, share, &way) ||
		    !gf_num_add(*sum, way, sum))
			return false;
		++*n;
	}
	return *n > 0;
}

static void
sum_off(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	struct gf_num to, from = GF_NUM(0), way, sum;
	unsigned n;
	bool few;

	if (gf_goal_word(g, GOAL_ROLLUP, -1) != ROLLUP_SUM ||
	    !gf_measure_num(g, MEASURE_TO, &to) || !promised(g, &sum, &n))
		return;
	gf_measure_num(g, MEASURE_FROM, &from);
	if (!gf_num_sub(to, from, &way) || way.m <= 0)
		return;
	few = gf_num_ratio_cmp(sum, way, gf_case_threshold(c,
	    GF_TH_SUM_LEAST), GF_NUM(1)) < 0;
	if (!few && gf_num_ratio_cmp(sum, way, gf_case_threshold(c,
	    GF_TH_SUM_MOST), GF_NUM(1)) <= 0)
		return;
	gf_case_say(c, check, gf_goal_measure(g, MEASURE_TO), "%u goals below "
	    "promise %s of %s", n, gf_case_num(c, sum), gf_case_num(c, way));
}

static void
sandbag(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *v = gf_goal_get(g, GOAL_CONFIDENCE);
	const struct gf_title *t = gf_case_title(c);
	gf_day start = gf_goal_start(g), due = gf_goal_due(g, NULL);
	struct gf_num from, to, gap, most, days;

	if (gf_goal_holds(g) || gf_case_is(c, KIND_VISION) || v == NULL ||
	    v->list || due == GF_NO_DAY || gf_goal_has(g, GOAL_BECAUSE) ||
	    gf_num_cmp(v->u.num, gf_case_threshold(c,
	    GF_TH_SANDBAG_SURE)) < 0 || (t != NULL &&
	    (t->verb & GF_W_HOLD)) ||
	    !gf_measure_num(g, MEASURE_FROM, &from) || from.m <= 0 ||
	    !gf_measure_num(g, MEASURE_TO, &to) ||
	    !gf_num_sub(to, from, &gap) || gap.m == 0)
		return;
	if (start == GF_NO_DAY)
		start = c->plan->today;
	days = GF_NUM((int64_t)due - start);
	if (days.m <= 0 || !gf_num_mul(gf_case_threshold(c,
	    GF_TH_SANDBAG_GAIN), from, &most) ||
	    !gf_num_mul(most, days, &most) ||
	    gf_num_ratio_cmp(gf_num_abs(gap), GF_NUM(1), most,
	    GF_NUM(YEAR)) >= 0)
		return;
	gf_case_say(c, check, gf_goal_measure(g, MEASURE_TO),
	    "from %s to %s, with a confidence of %s", gf_case_num(c, from),
	    gf_case_num(c, to), gf_case_num(c, v->u.num));
}

/* Faster, more: what a team or company can have at the cost of something. */
static void
no_guardrail(struct gf_case *c, const struct gf_check *check)
{
	static const char *const words[] = {
		"volume", "output", "throughput", "speed", "shipments",
		"picks", "picked", "packed", "shipped", "produced"
	};
	const struct gf_goal *g = c->goal;
	const struct gf_val *v = gf_goal_measure(g, MEASURE_METRIC);
	struct gf_str rest = gf_val_text(v), w;
	bool volume = false;

	if ((g->level != LEVEL_COMPANY && g->level != LEVEL_TEAM) ||
	    v == NULL || gf_unit_kind(gf_goal_unit(g)) == GF_UNIT_PERCENT ||
	    gf_goal_has(g, GOAL_GUARDS) || gf_goal_direction(g) <= 0 ||
	    !gf_case_english(c))
		return;
	while (rest.n > 0) {
		w = gf_str_cut(&rest, ' ');
		for (size_t i = 0; i < GF_LEN(words); i++)
			volume = volume || gf_str_is_fold(w, words[i]);
	}
	if (!volume)
		return;
	/* a sibling or a child that is to fall stands guard */
	for (const struct gf_link *l = g->children; l; l = l->next_child)
		if (gf_goal_direction(l->child) < 0 || gf_goal_holds(l->child))
			return;
	for (uint32_t i = 0; i < g->nlinks; i++)
		for (const struct gf_link *l = g->links[i].parent ?
		    g->links[i].parent->children : NULL; l;
		    l = l->next_child)
			if (gf_goal_direction(l->child) < 0 || gf_goal_holds(l->child))
				return;
	gf_case_say(c, check, v, "'%.*s' can grow at the cost of something, "
	    "and nothing stands guard", (int)v->ntext, v->text);
}

/* How many words of a text say something. */
static int
weight(struct gf_str s)
{
	int n = 0;

	while (s.n > 0) {
		struct gf_str w = gf_str_cut(&s, ' ');
		const struct gf_word *known = gf_word_find(w);

		n += w.n > 2 && (known == NULL || !(known->is & GF_W_STOP));
	}
	return n;
}

static void
foreign_metric(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *v = gf_goal_measure(g, MEASURE_METRIC);
	const struct gf_title *t = gf_case_title(c);
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_WHY, &items);

	if (t == NULL || v == NULL || t->nfigures > 0 || t->digit ||
	    gf_goal_holds(g) || gf_case_is(c, KIND_VISION) ||
	    gf_case_is(c, KIND_BASELINE) ||
	    gf_case_is(c, KIND_LEARNING) || !gf_case_english(c) ||
	    weight(t->text) < 3 || weight(gf_val_text(v)) < 2 ||
	    gf_title_about(t, g) || instrument(gf_val_text(v)) ||
	    shares_word(t->text, gf_val_text(v)))
		return;
	for (size_t i = 0; i < n; i++)
		if (shares_word(gf_val_text(&items[i]), gf_val_text(v)))
			return;
	gf_case_say(c, check, v, "no word of '%.*s' stands in the title",
	    (int)v->ntext, v->text);
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "R07", .name = "sandbag", .level = GF_NOTE,
	    .letters = "R",
	    .about = "hardly more than today, and quite sure",
	    .ask = "What would make it worth the effort of a goal?",
	    .why = "Hard goals move more than easy ones (Locke and Latham "
	    "2002); an ambitious result is well graded at 0.7, so a "
	    "confidence of 10 asks for more",
	    .bad = "measure: {metric: covers a night, from: 60, to: 61}, "
	    "confidence: 10",
	    .good = "measure: {metric: covers a night, from: 60, to: 72}, "
	    "confidence: 7",
	    .fix = "raise to, or say under because why little is much here; "
	    "levels to hold are let alone (thresholds.sandbag-gain)" },
	    .on = GF_ON_OPEN, .goal = sandbag },
	{ .check = { .id = "R10", .name = "no-guardrail", .level = GF_NOTE,
	    .letters = "R",
	    .about = "a team's or company's goal of volume or speed, and "
	    "nothing that must not get worse",
	    .ask = "What must not get worse on the way?",
	    .why = "Paired indicators are an old habit of factories: what "
	    "is counted grows, also at the cost of what is not",
	    .bad = "measure: {metric: parcels picked, unit: units, from: "
	    "300, to: 420}",
	    .good = "the same, and guards: [{metric: wrong parcels, "
	    "at-most: 2%}]",
	    .fix = "add guards, or a goal beside it; never asked of one "
	    "person's goal" },
	    .on = GF_ON_OPEN, .goal = no_guardrail },
	{ .check = { .id = "X07", .name = "foreign-metric",
	    .level = GF_NOTE, .letters = "M",
	    .about = "title and metric have no word in common",
	    .ask = "If that number moves, has the goal moved?",
	    .why = "A number that is easy to get replaces the one that was "
	    "meant; words alone are a weak sign, so this is a note",
	    .bad = "title: Calmer evenings on ward 4, metric: posters hung up",
	    .good = "title: Calmer evenings on ward 4, metric: bells rung "
	    "after ten on the ward",
	    .fix = "measure what the title says, or say in the title what "
	    "is measured" },
	    .on = GF_ON_OPEN, .goal = foreign_metric },
};
const struct gf_catalog gf_smart_plan = { rows, GF_LEN(rows) };

/* Those that alignmap reports, too. */
static const struct gf_judgement shared[] = {
	{ .check = { .id = "R05", .name = "works-against",
	    .level = GF_WARNING, .letters = "R",
	    .about = "the metric pulls against that of the goal it serves",
	    .ask = "If you win, does the other goal win too?",
	    .why = "Hard goals work as long as they do not conflict (Locke "
	    "and Latham 2002)",
	    .bad = "fewer inspections, under a goal of fewer defects, with "
	    "tradeoffs: [[inspections, defects]]",
	    .good = "supports: another goal, or a guard on the defects",
	    .fix = "drop it, link it elsewhere, or name the guard; only one "
	    "metric with two directions and the pairs under tradeoffs: "
	    "count" },
	    .on = GF_ON_OPEN, .goal = works_against },
	{ .check = { .id = "X10", .name = "sum-off", .level = GF_NOTE,
	    .letters = "R",
	    .about = "what the goals below promise together is too little or "
	    "far too much",
	    .ask = "Who carries the rest?",
	    .why = "Plain arithmetic: averages and rates never add, so only "
	    "a goal with rollup: sum is asked",
	    .bad = "to: 40 with rollup: sum, and 12 and 15 below",
	    .good = "to: 40, and 12, 15 and 15 below",
	    .fix = "add an owner, a share, or another to; half as much again "
	    "is taken for a buffer (thresholds.sum-least, sum-most)" },
	    .on = GF_ON_OPEN, .goal = sum_off },
};
const struct gf_catalog gf_shared_plan = { shared, GF_LEN(shared) };
