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
