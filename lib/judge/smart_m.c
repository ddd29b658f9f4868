#include <string.h>

#include "judge/smart.h"

bool
gf_measure_aims(const struct gf_goal *g)
{
	return gf_measure_given(g, MEASURE_TO) ||
	    gf_measure_given(g, MEASURE_AT_LEAST) ||
	    gf_measure_given(g, MEASURE_AT_MOST);
}

/* Sell the £450 hamper: a price, and nobody knows how many. */
static bool
for_sale(const struct gf_title *t)
{
	return gf_token_is(&t->tokens, 0, "sell") && t->nfigures == 1 &&
	    t->figures[0].family == GF_UNIT_MONEY &&
	    (t->figures[0].role == GF_ROLE_PRICE || gf_token_is(&t->tokens,
	    t->figures[0].first - 1, "the"));
}

/*
 * Whether neither the fields nor the title say what is to be reached; the title
 * that was read.
 */
static const struct gf_title *
unmeasured(struct gf_case *c)
{
	const struct gf_title *t;
	size_t at;

	if (gf_case_is(c, KIND_VISION) || gf_case_is(c, KIND_BASELINE) ||
	    gf_measure_there(c->goal))
		return NULL;
	t = gf_case_title(c);
	/* a hole where the number belongs is S09's */
	if (t == NULL || gf_title_targets(t, gf_goal_has(c->goal, GOAL_DUE),
	    gf_case_is(c, KIND_LEARNING) || t->vague) || (t->event && !for_sale(t)) || t->deed ||
	    t->share || gf_placeholder(t->text, &at) > 0)
		return NULL;
	return t;
}

/* The first number that stands for what there is, not for what is wanted. */
static const struct gf_figure *
setting(const struct gf_title *t)
{
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if (!gf_figure_emphatic(t, f) && !f->unsure &&
		    (f->role == GF_ROLE_POPULATION ||
		    f->role == GF_ROLE_BOUND || f->role == GF_ROLE_PRICE))
			return f;
	}
	return NULL;
}

static void
no_measure(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = unmeasured(c);
	struct gf_finding *f;
	bool blank;

	/* a number that is none of the goal's is M06's */
	if (t == NULL || (setting(t) != NULL && gf_case_english(c)))
		return;
	/* a thing, with more said about it: one would have to know it */
	if (!t->vague && gf_title_things(t))
		return;
	blank = !t->digit && !t->number_word && !t->event_word && t->loose;
	f = gf_case_miss(c, check, "measure", "%s", blank ?
	    "no measure, and the title names no number and no event" :
	    "no measure, and nothing in the title says when it is reached");
	if (!blank || !gf_case_english(c))
		f->level = GF_WARNING;
	if (gf_case_is(c, KIND_LEARNING))
		f->level = GF_NOTE;
}

static void
not_a_target(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = unmeasured(c);
	const struct gf_figure *f = t ? setting(t) : NULL;

	if (f == NULL || !gf_case_english(c))
		return;
	gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
	    "'%s' says what there is, and nothing says what is to be reached",
	    gf_case_part(c, f->off, f->len));
}

static void
loud(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_measure_there(c->goal) ? NULL :
	    gf_case_title(c);

	for (int i = 0; t != NULL && i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if (f->of.m == 0 && gf_figure_emphatic(t, f)) {
			gf_case_say(c, check, gf_goal_get(c->goal,
			    GOAL_TITLE), "'%s' is loud, not large: of what?",
			    gf_case_part(c, f->off, f->len));
			return;
		}
	}
}

/*
 * To find a figure out takes weeks; a baseline that goes on is a goal without a
 * target.
 */
static bool
brief_baseline(const struct gf_case *c)
{
	gf_day start = gf_goal_start(c->goal), due = gf_goal_due(c->goal, NULL);

	return gf_case_is(c, KIND_BASELINE) && (start == GF_NO_DAY ||
	    due == GF_NO_DAY || gf_num_cmp(GF_NUM((int64_t)due - start),
	    gf_case_threshold(c, GF_TH_BASELINE_DAYS)) <= 0);
}

static void
no_target(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v = gf_rec_raw(c->goal->rec, GOAL_MEASURE);
	struct gf_finding *f;

	if (gf_case_is(c, KIND_VISION) || brief_baseline(c) ||
	    !gf_measure_there(c->goal) || gf_measure_aims(c->goal) ||
	    (v != NULL && v->bad))
		return;
	if (v != NULL)
		f = gf_case_say(c, check, v,
		    "the measure has no to, no at-least and no at-most");
	else
		f = gf_case_miss(c, check, "measure",
		    "the measure has no to, no at-least and no at-most");
	if (gf_case_is(c, KIND_BASELINE))
		f->level = GF_WARNING;
	if (gf_case_is(c, KIND_LEARNING))
		f->level = GF_NOTE;
}

/* Whether any noun stands near a number, before or behind it. */
static bool
noun_near(const struct gf_case *c, const struct gf_title *t,
    const struct gf_figure *f)
{
	struct gf_num most = gf_case_threshold(c, GF_TH_UNIT_NEAR);

	if (f->nnouns > 0 || f->unit.n > 0 || f->of.m != 0 || f->times)
		return true;
	for (int i = 0; i < t->tokens.n &&
	    gf_num_cmp(GF_NUM(i - f->end), most) < 0; i++) {
		const struct gf_token *at = &t->tokens.v[i];

		if (i >= f->first && i < f->end)
			continue;
		if (at->masked && at->kind != GF_TOKEN_SIGN)
			return true;
		if (at->kind != GF_TOKEN_WORD || at->dated ||
		    (at->is & (GF_W_STOP | GF_W_EDGE)) ||
		    (i + 1 == f->first && (at->is & GF_W_DOING)) ||
		    gf_token_orders(&t->tokens, i))
			continue;
		return true;
	}
	return false;
}

/* Get to 90; but read 1984, turn 40 and break 90 say enough by their verb. */
static bool
arrives(const struct gf_title *t)
{
	static const char *const verbs[] = {
		"get", "reach", "hit", "achieve", "attain", "exceed", "go"
	};

	if (t->verb & (GF_W_RISE | GF_W_FALL))
		return true;
	for (int i = 0; i < t->tokens.n; i++)
		for (size_t v = 0; v < GF_LEN(verbs); v++)
			if (gf_token_is(&t->tokens, i, verbs[v]))
				return true;
	return false;
}

static void
bare_number(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	const struct gf_figure *f;

	if (t == NULL || !gf_case_english(c) || gf_measure_there(c->goal))
		return;
	f = gf_title_figure(t, GF_ROLE_TARGET);
	if (f == NULL || noun_near(c, t, f) || !arrives(t))
		return;
	gf_case_at(c, gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
	    "'%s' of what?", gf_case_part(c, f->off, f->len)), f->off,
	    f->len)->level = GF_WARNING;
}

static void
no_metric(struct gf_case *c, const struct gf_check *check)
{
	static const unsigned fields[] = {
		MEASURE_TO, MEASURE_AT_LEAST, MEASURE_AT_MOST
	};
	struct gf_str unit = gf_goal_unit(c->goal);
	const struct gf_val *v = NULL;
	struct gf_finding *f;

	if (gf_case_is(c, KIND_VISION))
		return;
	if (gf_measure_given(c->goal, MEASURE_METRIC) ||
	    !gf_measure_aims(c->goal)) {
		bare_number(c, check);
		return;
	}
	for (size_t i = 0; v == NULL && i < GF_LEN(fields); i++)
		v = gf_goal_measure(c->goal, fields[i]);
	if (v == NULL)
		return;
	f = gf_case_say(c, check, v, "'%.*s' has no metric: what is counted?",
	    (int)v->ntext, v->text);
	/* a noun as unit says half of it */
	if (unit.n > 0 && gf_unit_kind(unit) == GF_UNIT_FREE)
		f->level = GF_WARNING;
}

/* A range is wide when its width exceeds a share of its middle. */
static bool
wide(struct gf_case *c, const struct gf_figure *f)
{
	struct gf_num width, sum, most;

	return gf_num_sub(f->high, f->num, &width) &&
	    gf_num_add(f->high, f->num, &sum) &&
	    gf_num_mul(sum, gf_case_threshold(c, GF_TH_RANGE_WIDTH), &most) &&
	    gf_num_mul(width, GF_NUM(2), &width) &&
	    gf_num_cmp(width, most) > 0;
}

static void
two_targets(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *title = gf_goal_get(c->goal, GOAL_TITLE), *to;
	const struct gf_val *v = gf_rec_raw(c->goal->rec, GOAL_MEASURE);
	const struct gf_title *t = gf_case_title(c);

	to = v != NULL && !v->bad && !v->list ?
	    gf_rec_raw(v->u.rec, MEASURE_TO) : NULL;
	if (to != NULL && to->list && to->u.list.n > 1) {
		gf_case_say(c, check, to, "to holds %u values",
		    (unsigned)to->u.list.n);
		return;
	}
	if (t == NULL || (t->verb & GF_W_HOLD) || gf_goal_holds(c->goal))
		return;
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if ((f->role != GF_ROLE_TARGET && f->role != GF_ROLE_DELTA) ||
		    f->unsure)
			continue;
		if (f->alternative && i > 0 && f[-1].role == f->role &&
		    (f[-1].family == f->family ||
		    f[-1].family == GF_UNIT_COUNT) &&
		    gf_num_cmp(f[-1].num, f->num) != 0)
			gf_case_say(c, check, title,
			    "the title wants %s or %s",
			    gf_case_num(c, f[-1].num),
			    gf_case_num(c, f->num))->level = GF_WARNING;
		else if (f->role == GF_ROLE_TARGET &&
		    gf_num_cmp(f->high, f->num) > 0 && wide(c, f))
			gf_case_say(c, check, title,
			    "the title wants anything from %s to %s",
			    gf_case_num(c, f->num),
			    gf_case_num(c, f->high))->level = GF_WARNING;
		else
			continue;
		return;
	}
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "M01", .name = "no-measure", .level = GF_ERROR,
	    .letters = "M",
	    .about = "no target in fields or title, and no event that "
	    "anybody can tell",
	    .ask = "What shall we look at together when the time is up?",
	    .why = "Setting a clear goal moves behaviour by about a third of a "
	    "standard deviation (Epton and others 2017: d .34, 384 effects); "
	    "without a test there is nothing to be clear about",
	    .bad = "title: Calmer mornings at the depot by October",
	    .good = "title: Vans on the road by 7:30 on 9 of 10 days, now 5, "
	    "by October",
	    .fix = "add measure: {metric, unit, from, to}, or name the event "
	    "(signed, passed, published); kind: vision is never asked, "
	    "kind: learning gets a note" },
	    .on = GF_ON_OPEN, .goal = no_measure },
	{ .check = { .id = "M02", .name = "no-target", .level = GF_ERROR,
	    .letters = "M",
	    .about = "a measure without to, at-least and at-most",
	    .ask = "How much of it is enough?",
	    .why = "A metric alone says where to look, not what to reach; "
	    "goal tools know such a one as a baseline, for the weeks in which "
	    "the figure is first established",
	    .bad = "measure: {metric: late deliveries, from: 31}",
	    .good = "measure: {metric: late deliveries, from: 31, to: 12}",
	    .fix = "add to, or at-least or at-most for a level to hold, or "
	    "kind: baseline while the figure is being found out, which takes "
	    "60 days at most" },
	    .on = GF_ON_OPEN, .goal = no_target },
	{ .check = { .id = "M03", .name = "no-metric", .level = GF_ERROR,
	    .letters = "M",
	    .about = "a target of which nobody says what it counts",
	    .ask = "What would you count to get that number?",
	    .why = "A number without its noun is read differently by each "
	    "reader; requirement guides ask for a unit with every value",
	    .bad = "title: Reach 60 before the holidays",
	    .good = "title: 60 repaired bicycles by 15 July",
	    .fix = "add measure.metric, or put the noun behind the number; a "
	    "title alone gets a warning" },
	    .on = GF_ON_OPEN, .goal = no_metric },
	{ .check = { .id = "M04", .name = "unit-unknown",
	    .level = GF_WARNING, .letters = "M",
	    .about = "a target without a unit, or with one that nothing "
	    "explains",
	    .ask = "What does one of them look like?",
	    .why = "Sums, pace and links are worked out in units; requirement "
	    "guides count a value without one as unfinished",
	    .bad = "measure: {metric: waste, to: 7}",
	    .good = "measure: {metric: waste, unit: kg, to: 7}",
	    .fix = "add unit; a metric that counts things (clinics, calls) "
	    "needs none" },
	    .on = GF_ON_OPEN, .goal = gf_judge_unit },
	{ .check = { .id = "M06", .name = "number-is-not-a-target",
	    .level = GF_NOTE, .letters = "M",
	    .about = "the title's only numbers say what there is",
	    .ask = "Which number would be different on the last day?",
	    .why = "Own count on our labelled goals: a digit in the title "
	    "deceives reader and checker alike, most often as the size of a "
	    "group",
	    .bad = "title: Look after the 40 allotments this season",
	    .good = "title: 36 of the 40 allotments dug by 30 April",
	    .fix = "say how many of them, or what they shall have; where the "
	    "part of a number is unclear nothing is said" },
	    .on = GF_ON_OPEN, .goal = not_a_target },
	{ .check = { .id = "M07", .name = "emphatic-percent",
	    .level = GF_WARNING, .letters = "M",
	    .about = "110 %, tenfold: more than all of something that nobody "
	    "counts",
	    .ask = "How would somebody see the difference to 90 %?",
	    .why = "A share above 100 % of an attitude is a way of speaking; "
	    "growth, quota and retention can pass 100 % and are let alone",
	    .bad = "title: 150% commitment to the autumn fair",
	    .good = "title: 60 visitors talked to at the autumn fair",
	    .fix = "drop the number and name the result" },
	    .on = GF_ON_OPEN, .goal = loud },
	{ .check = { .id = "M09", .name = "two-targets", .level = GF_ERROR,
	    .letters = "M",
	    .about = "two values to reach, or a range too wide to be one",
	    .ask = "If only one of them comes true, which must it be?",
	    .why = "With two targets the lower one is the real one, and the "
	    "team finds that out at the end",
	    .bad = "title: Plant 30 or 50 apple trees",
	    .good = "title: Plant 40 apple trees",
	    .fix = "choose one; \"30 or more\" and \"at least\" are one value; "
	    "a title alone gets a warning" },
	    .on = GF_ON_OPEN, .goal = two_targets },
	{ .check = { .id = "M12", .name = "impossible-value",
	    .level = GF_ERROR, .letters = "MA",
	    .about = "a value that its scale cannot show",
	    .ask = "Where on its scale would that value stand?",
	    .why = "Plain arithmetic: a share ends at 100 %, a card of five "
	    "points at 5, a count begins at 0",
	    .bad = "measure: {metric: share of members who vote, unit: '%', "
	    "to: 130}",
	    .good = "measure: {metric: share of members who vote, unit: '%', "
	    "to: 30}",
	    .fix = "mend value, unit or scale; growth, mark-up, quota and "
	    "revenue retention may exceed 100 %, a metric that is not known "
	    "gets a warning" },
	    .on = GF_ON_OPEN, .goal = gf_judge_range },
};
const struct gf_catalog gf_smart_m = { rows, GF_LEN(rows) };
