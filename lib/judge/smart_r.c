#include "judge/smart.h"
#include "judge/usage.h"

static void
unlinked(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;

	if ((g->level != LEVEL_INDIVIDUAL && g->level != LEVEL_TEAM) ||
	    gf_goal_has(g, GOAL_SUPPORTS) || gf_goal_has(g, GOAL_SERVES) ||
	    gf_goal_has(g, GOAL_WHY) || gf_goal_has(g, GOAL_UNALIGNED) ||
	    !gf_usage_asks(c->usage, g, GF_USE_LINK))
		return;
	gf_case_miss(c, check, "supports",
	    "no supports, serves or why: nothing says what this goal is for");
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "R01", .name = "unlinked", .level = GF_WARNING,
	    .letters = "R",
	    .about = "a goal of a person or a team serves no other goal and "
	    "has no why",
	    .ask = "Which larger goal would miss this one?",
	    .why = "Goals are kept when what the person wants and what the "
	    "company wants meet in them; an unlinked goal is the first to be "
	    "dropped in a rough quarter (the practice's claim, not a study)",
	    .bad = "a goal of Ana's that names no other",
	    .good = "supports: [fewer-breakdowns]",
	    .fix = "name the goal it serves, or write a why; asked only where "
	    "other goals of the plan have links" },
	    .on = GF_ON_OPEN, .goal = unlinked },
};
const struct gf_catalog gf_smart_r = { rows, GF_LEN(rows) };
