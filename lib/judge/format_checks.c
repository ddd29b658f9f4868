#include "goal/check.h"
#include "judge/judge.h"

/* An owner one letter away from an id is no error: nobody else may be meant. */
static void
owner(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	struct gf_finding *f;

	if (g->meant == NULL)
		return;
	f = gf_case_say(c, check, gf_goal_get(g, GOAL_OWNER), "owner: nobody "
	    "has the id '%.*s': did you mean '%.*s'?", (int)g->owner_text.n,
	    g->owner_text.p, (int)g->meant->id.n, g->meant->id.p);
	f->level = GF_WARNING;
}

#define ROW(number, ID, NAME, LEVEL, ABOUT, ASK, WHY, BAD, GOOD, FIX) \
	[number] = { .check = { .id = ID, .name = NAME, .level = LEVEL, \
	    .letters = "", .about = ABOUT, .ask = ASK, .why = WHY, \
	    .bad = BAD, .good = GOOD, .fix = FIX }, .on = GF_ON_ALL, \
	    .goal = number == GF_F02 ? owner : NULL },

static const struct gf_judgement rows[GF_FORMAT_CHECKS] = {
	GF_FORMAT_ROWS(ROW)
};

const struct gf_catalog gf_format_checks = { rows, GF_LEN(rows) };
