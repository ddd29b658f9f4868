#include <string.h>

#include "judge/smart.h"
#include "judge/usage.h"

/* What is done to reach something: its number says nothing of the result. */
static const char *const activities[] = {
	"call", "mail", "email", "e-mail", "letter", "flyer", "post", "tweet",
	"newsletter", "brochure", "message", "webinar", "workshop",
	"training", "meeting", "presentation", "session", "leaflet",
	"campaign", "blog", "podcast", "invitation"
};

/* Words behind an activity that make its number a result after all. */
static const char *const results[] = {
	"answered", "answer", "booked", "won", "converted", "read", "resolved",
	"lost", "missed", "abandoned", "waiting", "attended", "dropped",
	"returned", "opened"
};

static bool
listed(struct gf_str w, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (gf_word_same(w, gf_str(words[i])))
			return true;
	return false;
}

/* Calls made, mails sent: but answered calls and days of training are more. */
static bool
activity(struct gf_str metric)
{
	struct gf_str w = gf_str_cut(&metric, ' ');
	bool head = listed(w, activities, GF_LEN(activities)), second;

	while (metric.n > 0) {
		const struct gf_word *known;

		w = gf_str_cut(&metric, ' ');
		second = listed(w, activities, GF_LEN(activities));
		known = gf_word_find(w);
		if (listed(w, results, GF_LEN(results)))
			return false;
		if (known != NULL && (known->is & (GF_W_PREP | GF_W_TAIL)))
			return head;
		if (second)
			head = true;
		else if (!gf_str_ends(w, "ed") && !gf_str_is(w, "sent") &&
		    !gf_str_is(w, "made") && !gf_str_is(w, "held") &&
		    !gf_str_is(w, "given") && !gf_str_is(w, "written"))
			head = false;
	}
	return head;
}

static void
activity_only(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *v = gf_goal_measure(g, MEASURE_METRIC);
	const struct gf_title *t = gf_case_title(c);
	const struct gf_figure *f;
	struct gf_finding *said;

	/* a rank of its own is what this check speaks of */
	if (g->level < 0 || g->level == LEVEL_PERSONAL ||
	    gf_goal_has(g, GOAL_SUPPORTS) || !gf_case_english(c) ||
	    gf_case_is(c, KIND_VISION))
		return;
	f = t == NULL || v != NULL || !(t->verb & GF_W_DOING) ? NULL :
	    gf_title_figure(t, GF_ROLE_TARGET);
	if (v != NULL ? !activity(gf_val_text(v)) : f == NULL ||
	    !listed(f->noun, activities, GF_LEN(activities)))
		return;
	said = gf_case_say(c, check, v ? v : gf_goal_get(g, GOAL_TITLE),
	    "'%.*s' is what is done, not what comes of it",
	    (int)(v ? v->ntext : f->noun.n), v ? v->text : f->noun.p);
	if (g->level == LEVEL_COMPANY || g->level == LEVEL_TEAM)
		said->level = GF_WARNING;
}

static void
no_source(struct gf_case *c, const struct gf_check *check)
{
	if (gf_measure_given(c->goal, MEASURE_METRIC) &&
	    !gf_measure_given(c->goal, MEASURE_SOURCE) &&
	    !gf_case_is(c, KIND_VISION) &&
	    gf_usage_asks(c->usage, c->goal, GF_USE_SOURCE))
		gf_case_miss(c, check, "measure.source",
		    "nothing says where the number is read");
}

/* Words of a metric that leave no doubt about its unit. */
static bool
implies_unit(struct gf_str metric)
{
	static const char *const words[] = {
		"rate", "share", "percentage", "percent", "ratio", "score",
		"rating", "nps", "csat", "index", "headcount", "count",
		"people", "staff", "children", "women", "men", "grade",
		"coverage", "uptime", "accuracy", "attendance", "occupancy"
	};
	struct gf_str rest = metric, w;

	if (gf_str_find(metric, "%") < metric.n)
		return true;
	while (rest.n > 0) {
		const struct gf_word *known;

		w = gf_str_cut(&rest, ' ');
		known = gf_word_find(w);
		if (known != NULL && (known->is & (GF_W_UNIT | GF_W_TIME |
		    GF_W_MONEY)))
			return true;
		for (size_t i = 0; i < GF_LEN(words); i++)
			if (gf_str_is_fold(w, words[i]))
				return true;
		if (w.n > 3 && w.p[w.n - 1] == 's' &&
		    strchr("siu", w.p[w.n - 2]) == NULL &&
		    !gf_str_eq_fold(w, GF_STR("sales")) &&
		    !gf_str_eq_fold(w, GF_STR("earnings")))
			return true;
	}
	return false;
}

/* The title may say the unit beside the same number. */
static bool
title_says_unit(struct gf_case *c)
{
	const struct gf_title *t = gf_case_title(c);
	struct gf_num to;

	if (t == NULL || !gf_measure_num(c->goal, MEASURE_TO, &to))
		return false;
	for (int i = 0; i < t->nfigures; i++)
		if ((t->figures[i].unit.n > 0 || t->figures[i].nnouns > 0) &&
		    gf_figure_equals(&t->figures[i], to, GF_STR("")))
			return true;
	return false;
}

static bool
spoken(struct gf_str unit)
{
	return gf_str_find(unit, "/") < unit.n ||
	    gf_str_find(unit, " per ") < unit.n ||
	    gf_str_find(unit, " a ") < unit.n;
}

/* People, desks, nurses: nobody asks what one of them looks like. */
static bool
countable(struct gf_str unit)
{
	static const char *const crowds[] = {
		"people", "persons", "staff", "children", "women", "men",
		"times", "items", "pieces", "hires", "heads", "places"
	};
	const struct gf_word *w = gf_word_find(unit);

	for (size_t i = 0; i < GF_LEN(crowds); i++)
		if (gf_str_eq_fold(unit, gf_str(crowds[i])))
			return true;
	if (w == NULL && unit.n > 3 && gf_str_ends(unit, "s"))
		w = gf_word_find((struct gf_str){ unit.p, unit.n - 1 });
	return w != NULL && (w->is & GF_W_OBJECT);
}

void
gf_judge_unit(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	struct gf_str unit = gf_goal_unit(g);
	struct gf_str metric = gf_val_text(gf_goal_measure(g, MEASURE_METRIC));
	const struct gf_val *v = gf_goal_measure(g, MEASURE_UNIT);
	const struct gf_title *t = gf_case_title(c);

	if (!gf_measure_aims(g) || metric.n == 0 || !gf_case_english(c))
		return;
	if (unit.n == 0) {
		v = gf_goal_measure(g, MEASURE_TO);
		if (v != NULL && !gf_measure_given(g, MEASURE_SCALE) &&
		    !implies_unit(metric) && !title_says_unit(c))
			gf_case_say(c, check, v, "'%.*s' has no unit, and "
			    "'%.*s' may be counted in several",
			    (int)v->ntext, v->text, (int)metric.n, metric.p);
		return;
	}
	if (v == NULL || gf_unit_kind(unit) != GF_UNIT_FREE || spoken(unit) ||
	    gf_str_eq_fold(unit, GF_STR("points")) ||
	    gf_str_eq_fold(unit, GF_STR("score")))
		return;
	if ((t != NULL && gf_title_shares(t, 0, t->tokens.n, unit)) ||
	    countable(unit))
		return;
	for (struct gf_str rest = metric; rest.n > 0; )
		if (gf_word_same(gf_str_cut(&rest, ' '), unit))
			return;
	gf_case_say(c, check, v, "'%.*s' is no unit that is known here, and "
	    "the metric does not name it", (int)unit.n, unit.p)->level =
	    GF_NOTE;
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "M10", .name = "no-source", .level = GF_NOTE,
	    .letters = "",
	    .about = "a measure that nobody says where to read",
	    .ask = "Where would somebody else look it up?",
	    .why = "A method of measuring is what people forget most: 1.9 in "
	    "100 of 105 public-health objectives named one (IEP review)",
	    .bad = "measure: {metric: repairs, to: 40}",
	    .good = "measure: {metric: repairs, to: 40, source: workshop "
	    "book, Fridays}",
	    .fix = "add source, once for many goals under defaults:; asked "
	    "only where other goals of the plan have one" },
	    .on = GF_ON_OPEN, .goal = no_source },
	{ .check = { .id = "M11", .name = "activity-only", .level = GF_NOTE,
	    .letters = "M",
	    .about = "calls, mails, posts: the number of what is done, and "
	    "no result that it serves",
	    .ask = "If you did all of it and nothing changed, would you be "
	    "content?",
	    .why = "In public objectives of 2018 eight of GitLab's hiring "
	    "teams met their sourcing target in full and made 21 % of their "
	    "hires, five of them none (own count)",
	    .bad = "level: team, measure: {metric: flyers sent, to: 4000}",
	    .good = "measure: {metric: first visits, to: 60}, and a goal of "
	    "one person for the flyers that supports it",
	    .fix = "measure what comes of it, or link to the goal that does; "
	    "a person's daily activity that supports a result is what the "
	    "practice wants and is let alone; a warning for teams and "
	    "companies" },
	    .on = GF_ON_OPEN, .goal = activity_only },
};
const struct gf_catalog gf_smart_metric = { rows, GF_LEN(rows) };
