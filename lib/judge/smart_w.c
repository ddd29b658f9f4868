#include "judge/smart.h"
#include "judge/usage.h"

static void
no_why(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;

	if (gf_goal_has(g, GOAL_SUPPORTS) && !gf_goal_has(g, GOAL_WHY) &&
	    !gf_goal_has(g, GOAL_SERVES))
		gf_case_miss(c, check, "why",
		    "the goal serves another one, and nobody wrote down why");
}

/* `obstacles: later DATE` puts the question off, once. */
static bool
put_off(const struct gf_case *c, const struct gf_val **until)
{
	const struct gf_val *v = gf_goal_get(c->goal, GOAL_OBSTACLES);

	*until = v != NULL && !v->list && v->type == GF_T_DATE ? v : NULL;
	return *until != NULL && (*until)->u.span.last >= c->plan->today;
}

static void
no_obstacles(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *until;
	gf_day due = gf_goal_due(g, NULL), start = gf_goal_start(g);

	if ((g->level != LEVEL_INDIVIDUAL && g->level != LEVEL_TEAM) ||
	    due == GF_NO_DAY || put_off(c, &until))
		return;
	if (start == GF_NO_DAY)
		start = c->plan->today;
	if (gf_num_cmp(GF_NUM((int64_t)due - start), gf_case_threshold(c,
	    GF_TH_HORIZON_OBSTACLES)) <= 0)
		return;
	if (until != NULL)
		gf_case_say(c, check, until, "the obstacles were put off "
		    "until %.*s", (int)until->ntext, until->text);
	else if (!gf_goal_has(g, GOAL_OBSTACLES) &&
	    gf_usage_asks(c->usage, g, GF_USE_OBSTACLE))
		gf_case_miss(c, check, "obstacles", "no obstacle is named");
}

/* An obstacle that is over needs no plan any more. */
static bool
over(const struct gf_rec *rec)
{
	struct gf_str status = gf_rec_text(rec, OBSTACLE_STATUS);

	return gf_str_is(status, "passed") || gf_str_is(status, "retired");
}

/* "rain -> hall booked" is a cue and an act in one line. */
static const char *
divided(struct gf_str s)
{
	static const char *const signs[] = { "->", "=>", "\xe2\x86\x92", ": " };

	for (size_t i = 0; i < GF_LEN(signs); i++)
		if (gf_str_find(s, signs[i]) < s.n)
			return signs[i];
	return NULL;
}

static void
half_plan(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(c->goal, GOAL_OBSTACLES, &items);

	for (size_t i = 0; i < n; i++) {
		const struct gf_val *v = &items[i], *when, *then;
		const char *sign;

		if (v->bad || v->list || v->type != GF_T_REC || over(v->u.rec))
			continue;
		when = gf_rec_raw(v->u.rec, OBSTACLE_WHEN);
		then = gf_rec_raw(v->u.rec, OBSTACLE_THEN);
		sign = v->text != NULL ? divided(gf_val_text(v)) : NULL;
		if (sign != NULL)
			gf_case_say(c, check, when, "half a plan: write what "
			    "stands before '%s' under when and the rest under "
			    "then", sign);
		else if (when != NULL && then == NULL)
			gf_case_say(c, check, when, "a when without a then");
		else if (then != NULL && when == NULL)
			gf_case_say(c, check, then, "a then without a when");
	}
}

/* By id: other programs have some of these rows, too. */
enum { W01, W02, W03 };

static const struct gf_judgement rows[] = {
	[W01] = { .check = { .id = "W01", .name = "no-why",
	    .level = GF_NOTE, .letters = "",
	    .about = "a goal serves another one and has no why of its own",
	    .ask = "What do you get out of it yourself?",
	    .why = "The practice's claim: what a person wants for themselves "
	    "carries a goal through a bad quarter, what is only required does "
	    "not",
	    .bad = "supports: [roof], and nothing else",
	    .good = "why: [A dry room for the children's band]",
	    .fix = "ask, and write the answers under why, nearest first; they "
	    "may live in a private file" },
	    .on = GF_ON_OPEN, .goal = no_why },
	[W02] = { .check = { .id = "W02", .name = "no-obstacles",
	    .level = GF_WARNING, .letters = "",
	    .about = "a goal of more than a month names nothing that may get "
	    "in its way",
	    .ask = "What is most likely to stop you, and how will you answer "
	    "it?",
	    .why = "Plans of the form when and then help: d .65 over 94 tests "
	    "(Gollwitzer and Sheeran 2006), .27 to .66 over 642 "
	    "(Sheeran and others 2024)",
	    .bad = "a goal of a year without obstacles",
	    .good = "obstacles: [{when: the crane is hired out, then: book "
	    "the one in Leith}]",
	    .fix = "name one with when and then, or write obstacles: later "
	    "2026-04-02 to be asked again; asked only where other goals of "
	    "the plan name some" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = no_obstacles },
	[W03] = { .check = { .id = "W03", .name = "half-plan",
	    .level = GF_ERROR, .letters = "",
	    .about = "an obstacle has a when without a then, or a then "
	    "without a when",
	    .ask = "It has just happened: what do you do now?",
	    .why = "The effect of such plans is larger when both halves are "
	    "written, cue and act (Sheeran and others 2024); a worry alone is "
	    "no plan",
	    .bad = "obstacles: [the crane is late]",
	    .good = "obstacles: [{when: the crane is late, then: start with "
	    "the gutters}]",
	    .fix = "write the missing half; one that has passed or is retired "
	    "is let alone" },
	    .on = GF_ON_OPEN, .goal = half_plan },
};
const struct gf_catalog gf_smart_w = { rows, GF_LEN(rows) };
const struct gf_catalog gf_why_w = { rows + W01, 1 };
const struct gf_catalog gf_obstacle_w = { rows + W02, 2 };
