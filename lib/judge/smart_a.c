#include "judge/smart.h"

static void
low_confidence(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v = gf_goal_get(c->goal, GOAL_CONFIDENCE);

	if (v == NULL || v->list || gf_case_is(c, KIND_VISION) ||
	    gf_num_cmp(v->u.num, gf_case_threshold(c,
	    GF_TH_LOW_CONFIDENCE)) > 0)
		return;
	gf_case_say(c, check, v, "confidence is %s of 10",
	    gf_case_num(c, v->u.num));
}

/* "14 of the 12 schools" in the title. */
static bool
title_exceeds(struct gf_case *c, const struct gf_check *check,
    const struct gf_title *t)
{
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if (f->of.m == 0 || f->unsure || f->about ||
		    gf_num_cmp(f->num, f->of) <= 0 ||
		    gf_figure_off_scale(t, f))
			continue;
		gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
		    "the title wants %s of %s", gf_case_num(c, f->num),
		    gf_case_num(c, f->of));
		return true;
	}
	return false;
}

/* A `to` above the number that the title says there are. */
static void
target_exceeds(struct gf_case *c, const struct gf_check *check,
    const struct gf_title *t)
{
	struct gf_num to, all;
	struct gf_str unit = gf_goal_unit(c->goal);
	struct gf_finding *said;

	if (!gf_measure_num(c->goal, MEASURE_TO, &to) || unit.n == 0 ||
	    gf_unit_kind(unit) != GF_UNIT_FREE)
		return;
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		/* 80 of 100 seats for each of 6 shows */
		for (int n = f->end; n < t->tokens.n; n++)
			if (gf_token_is(&t->tokens, n, "each") ||
			    gf_token_is(&t->tokens, n, "every") ||
			    gf_token_is(&t->tokens, n, "per"))
				return;
		all = f->of.m != 0 ? f->of : f->num;
		if ((f->role != GF_ROLE_POPULATION && f->of.m == 0) ||
		    f->unsure || f->about || gf_num_cmp(to, all) <= 0 ||
		    !gf_title_shares(t, f->nouns, f->nnouns, unit))
			continue;
		said = gf_case_say(c, check, gf_goal_measure(c->goal,
		    MEASURE_TO), "%s of %s, which is all that the title knows",
		    gf_case_num(c, to), gf_case_num(c, all));
		said->other = gf_goal_place(c->goal, gf_goal_get(c->goal,
		    GOAL_TITLE));
		said->other_said = GF_STR("all that there are");
		return;
	}
}

static void
more_than_all(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);

	if (t != NULL && !gf_case_is(c, KIND_VISION) &&
	    !title_exceeds(c, check, t))
		target_exceeds(c, check, t);
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "A01", .name = "low-confidence",
	    .level = GF_WARNING, .letters = "A",
	    .about = "the owner's own confidence is 3 or lower",
	    .ask = "What would make you a little surer of it?",
	    .why = "In coaching research the person's own 1 to 10 is the "
	    "measure of attainable (Gupta and others 2020); a low number is "
	    "an honest one, and the place to begin",
	    .bad = "confidence: 2, and nothing that would change it",
	    .good = "a smaller first step or a named helper, and confidence: 5",
	    .fix = "keep the number and change the goal or the help; 4 and "
	    "above is never asked about (thresholds.low-confidence)" },
	    .on = GF_ON_OPEN, .goal = low_confidence },
	{ .check = { .id = "A09", .name = "more-than-all", .level = GF_ERROR,
	    .letters = "A",
	    .about = "the target is more than there is",
	    .ask = "How would you reach more of them than there are?",
	    .why = "Plain arithmetic: N of M with N above M cannot happen, "
	    "so one of the two numbers is mistyped",
	    .bad = "title: Repair 9 of the 7 buses",
	    .good = "title: Repair 6 of the 7 buses",
	    .fix = "mend the number that is wrong; years, versions and names "
	    "are not counted" },
	    .on = GF_ON_OPEN, .goal = more_than_all },
};
const struct gf_catalog gf_smart_a = { rows, GF_LEN(rows) };
