#include "judge/rule.h"
#include "judge/smart.h"

static bool
is_measured(struct gf_case *c)
{
	return gf_measure_aims(c->goal);
}

static bool
is_measure(struct gf_case *c)
{
	return gf_measure_there(c->goal);
}

static bool
is_sourced(struct gf_case *c)
{
	return gf_measure_given(c->goal, MEASURE_SOURCE) ||
	    gf_measure_given(c->goal, MEASURE_SCALE);
}

static bool
is_target(struct gf_case *c)
{
	const struct gf_title *t = gf_case_title(c);

	return t != NULL && (gf_title_targets(t,
	    gf_goal_has(c->goal, GOAL_DUE), false) || t->share);
}

static bool
is_counted(struct gf_case *c)
{
	const struct gf_title *t = gf_case_title(c);

	return t != NULL && (gf_title_targets(t,
	    gf_goal_has(c->goal, GOAL_DUE), true) || t->share);
}

static bool
is_event(struct gf_case *c)
{
	const struct gf_title *t = gf_case_title(c);

	return t != NULL && (t->event || t->deed);
}

static bool
is_number(struct gf_case *c)
{
	const struct gf_title *t = gf_case_title(c);

	return t != NULL && t->nfigures > 0;
}

static bool
is_due(struct gf_case *c)
{
	return gf_goal_has(c->goal, GOAL_DUE) ||
	    gf_goal_due(c->goal, NULL) != GF_NO_DAY;
}

static bool
is_dated(struct gf_case *c)
{
	const struct gf_title *t = gf_case_title(c);

	return is_due(c) || (t != NULL && gf_title_dated(t));
}

static bool
is_linked(struct gf_case *c)
{
	return gf_goal_has(c->goal, GOAL_SUPPORTS) ||
	    gf_goal_has(c->goal, GOAL_SERVES);
}

static bool
is_vision(struct gf_case *c)
{
	return gf_case_is(c, KIND_VISION);
}

static bool
is_english(struct gf_case *c)
{
	return gf_case_title(c) == NULL || gf_case_english(c);
}

const struct gf_fact gf_facts[] = {
	{ "measured", "the measure has to, at-least or at-most",
	    is_measured },
	{ "measure", "the goal has any measure", is_measure },
	{ "sourced", "the measure has a source or a scale", is_sourced },
	{ "target", "a number of the title says what is to be reached",
	    is_target },
	{ "counted", "the same, and the part of the number is clear",
	    is_counted },
	{ "event", "the title names something that is done or not: signed, "
	    "passed, opened", is_event },
	{ "number", "the title holds a number that is no name and no date",
	    is_number },
	{ "due", "the goal has a due, or a parent that ends", is_due },
	{ "dated", "it is due, or the title names a deadline", is_dated },
	{ "linked", "the goal supports or serves another", is_linked },
	{ "vision", "kind is vision", is_vision },
	{ "english", "neither the configuration nor the title is in another language than "
	    "English", is_english },
};
const size_t gf_nfacts = GF_LEN(gf_facts);
_Static_assert(GF_LEN(gf_facts) <= 32, "a bit for every fact");

int
gf_fact_find(struct gf_str name)
{
	for (size_t i = 0; i < gf_nfacts; i++)
		if (gf_str_is(name, gf_facts[i].name))
			return (int)i;
	return -1;
}

bool
gf_fact_holds(struct gf_case *c, unsigned fact)
{
	uint32_t bit = 1U << fact;

	if (!(c->asked & bit)) {
		c->asked |= bit;
		if (gf_facts[fact].holds(c))
			c->true_facts |= bit;
	}
	return (c->true_facts & bit) != 0;
}

bool
gf_facts_hold(struct gf_case *c, uint32_t must, uint32_t must_not)
{
	uint32_t left;

	/* most was found out for other rules */
	if ((must & c->asked & ~c->true_facts) || (must_not & c->true_facts))
		return false;
	left = (must | must_not) & ~c->asked;
	for (unsigned i = 0; left >> i != 0; i++)
		if ((left >> i & 1) && ((gf_fact_holds(c, i) ? must_not :
		    must) >> i & 1))
			return false;
	return true;
}
