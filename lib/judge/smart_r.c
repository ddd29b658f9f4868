#include "judge/same.h"
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

/* Whether a why says what the title says. */
static bool
says_again(struct gf_case *c, struct gf_str why, struct gf_str title,
    const struct gf_heads *heads)
{
	struct gf_num words = gf_case_threshold(c, GF_TH_ECHO_WORDS), least;
	struct gf_num share = gf_case_threshold(c, GF_TH_ECHO);
	size_t n = gf_heads_shared(heads, why);
	unsigned echo;

	/* most have fewer words in common than that takes */
	if (n == 0 || (n < SIZE_MAX && gf_num_mul(words, share, &least) &&
	    gf_num_cmp(GF_NUM((int64_t)n), least) < 0))
		return false;
	echo = gf_echoes(why, title, &n, c->scratch);
	return echo > 0 && gf_num_cmp(GF_NUM((int64_t)n), words) >= 0 &&
	    gf_num_cmp((struct gf_num){ echo, 2 }, share) >= 0;
}

void
gf_smart_echo(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v;
	struct gf_str title = gf_goal_text(c->goal, GOAL_TITLE);
	size_t n = gf_goal_list(c->goal, GOAL_WHY, &v);
	struct gf_heads heads;

	if (n == 0 || gf_case_is(c, KIND_VISION))
		return;
	gf_heads_read(&heads, title);
	for (size_t i = 0; i < n; i++)
		if (!v[i].bad && says_again(c, gf_val_text(&v[i]), title,
		    &heads))
			gf_case_say(c, check, &v[i], "the why says the title "
			    "again");
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
