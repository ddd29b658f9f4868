#include "goal/table.h"
#include "judge/smart.h"

static const struct gf_val *
title_val(const struct gf_case *c)
{
	return gf_goal_get(c->goal, GOAL_TITLE);
}

/* Point at the field that the title contradicts. */
static void
point(struct gf_case *c, struct gf_finding *f, const struct gf_val *v,
    const char *said)
{
	f->other = gf_goal_place(c->goal, v);
	f->other_said = gf_str(said);
}

/* Whether a number of the title, whatever it is there for, is the field's. */
static bool
stated(const struct gf_title *t, struct gf_num n, struct gf_str unit)
{
	for (int i = 0; i < t->nfigures; i++)
		if (gf_figure_equals(&t->figures[i], n, unit))
			return true;
	return false;
}

/* "at least 24" is kept by 30, "nearly 50" by 48, 12 to 15 by 14. */
static bool
kept(const struct gf_figure *f, struct gf_num n)
{
	if (f->about)
		return true;
	if (f->side == GF_SIDE_LEAST)
		return gf_num_cmp(n, f->num) >= 0;
	if (f->side == GF_SIDE_MOST)
		return gf_num_cmp(n, f->num) <= 0;
	return gf_num_cmp(n, f->num) >= 0 && gf_num_cmp(n, f->high) <= 0;
}

/* 7 of 10 where the field counts in percent. */
static bool
share_differs(const struct gf_figure *f, struct gf_str unit)
{
	return f->of.m != 0 && gf_unit_kind(unit) == GF_UNIT_PERCENT;
}

/*
 * The first figure of a role that contradicts a field; NULL if one of them
 * keeps to it or none can be compared.
 */
static const struct gf_figure *
contradicts(struct gf_case *c, const struct gf_title *t, enum gf_role role,
    struct gf_num n)
{
	struct gf_str unit = gf_goal_unit(c->goal);
	struct gf_str metric = gf_val_text(gf_goal_measure(c->goal,
	    MEASURE_METRIC));
	struct gf_num apart = gf_case_threshold(c, GF_TH_TARGET_APART);
	const struct gf_figure *first = NULL;

	if (stated(t, n, unit) || gf_title_each(t))
		return NULL;
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if (gf_title_of_before(t, f))
			continue;

		if ((f->role != role && !(role == GF_ROLE_TARGET && f->role ==
		    GF_ROLE_RATE && gf_title_same_rate(t, f, metric))) ||
		    (!share_differs(f, unit) &&
		    !gf_figure_fits(t, f, c->goal)))
			continue;
		if (kept(f, n) || !gf_num_apart(f->num, n, apart))
			return NULL;
		if (first == NULL)
			first = f;
	}
	return first;
}

/* Whether a figure is the way from the baseline to the target: lose 12 kg. */
static bool
is_way(const struct gf_case *c, const struct gf_figure *f, struct gf_num to)
{
	struct gf_num from, way;

	return gf_measure_num(c->goal, MEASURE_FROM, &from) &&
	    gf_num_sub(to, from, &way) &&
	    gf_figure_equals(f, gf_num_abs(way), gf_goal_unit(c->goal));
}

static void
target_differs(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	const struct gf_figure *f;
	const struct gf_val *v;
	unsigned field = MEASURE_TO;
	struct gf_num to;

	if (t == NULL)
		return;
	/* a band has two ends, and the title may name either */
	if (!gf_measure_given(c->goal, MEASURE_TO) && gf_measure_given(c->goal,
	    MEASURE_AT_LEAST) != gf_measure_given(c->goal, MEASURE_AT_MOST))
		field = gf_measure_given(c->goal, MEASURE_AT_MOST) ?
		    MEASURE_AT_MOST : MEASURE_AT_LEAST;
	if (!gf_measure_num(c->goal, field, &to))
		return;
	f = contradicts(c, t, GF_ROLE_TARGET, to);
	v = gf_goal_measure(c->goal, field);
	if (f != NULL && !is_way(c, f, to))
		point(c, gf_case_at(c, gf_case_say(c, check, title_val(c),
		    "the title says %s, measure.%s says %.*s",
		    gf_case_part(c, f->off, f->len),
		    gf_measure_table.fields[field].key, (int)v->ntext,
		    v->text), f->off, f->len), v, "the other number");
}

static void
baseline_differs(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	const struct gf_figure *f;
	const struct gf_val *v;
	struct gf_num from;

	if (t == NULL || !gf_measure_num(c->goal, MEASURE_FROM, &from))
		return;
	f = contradicts(c, t, GF_ROLE_BASELINE, from);
	v = gf_goal_measure(c->goal, MEASURE_FROM);
	if (f != NULL)
		point(c, gf_case_at(c, gf_case_say(c, check, title_val(c),
		    "the title starts at %s, measure.from at %.*s",
		    gf_case_part(c, f->off, f->len), (int)v->ntext, v->text),
		    f->off, f->len), v, "the other number");
}

/* From and to as fields have them, else as the title states both. */
static bool
span_of(struct gf_case *c, const struct gf_title *t, struct gf_num *from,
    struct gf_num *to, bool *fields)
{
	const struct gf_figure *b = gf_title_figure(t, GF_ROLE_BASELINE);
	const struct gf_figure *e = gf_title_figure(t, GF_ROLE_TARGET);

	*fields = gf_measure_num(c->goal, MEASURE_FROM, from) &&
	    gf_measure_num(c->goal, MEASURE_TO, to);
	if (*fields)
		return true;
	if (gf_measure_there(c->goal) || b == NULL || e == NULL ||
	    b->family != e->family ||
	    (b->family == GF_UNIT_TIME && !(t->verb & GF_W_FALL)) ||
	    b->unsure || e->unsure)
		return false;
	*from = b->num;
	*to = e->num;
	return true;
}

/* Whether the verb speaks of what the measure counts. */
static bool
concerns(struct gf_case *c, const struct gf_title *t, struct gf_num from,
    struct gf_num to)
{
	struct gf_str unit = gf_goal_unit(c->goal);
	struct gf_str metric = gf_val_text(gf_goal_measure(c->goal,
	    MEASURE_METRIC));

	return metric.n == 0 || gf_title_about(t, c->goal) ||
	    (stated(t, from, unit) && stated(t, to, unit));
}

static void
wrong_direction(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	struct gf_num from, to;
	struct gf_finding *f;
	bool fields, rise, fall, sure = true;
	int order, way;

	if (t == NULL || !span_of(c, t, &from, &to, &fields))
		return;
	rise = (t->verb & GF_W_RISE) && !(t->verb & GF_W_FALL);
	fall = (t->verb & GF_W_FALL) && !(t->verb & GF_W_RISE);
	way = gf_title_way(t, gf_unit_kind(gf_goal_unit(c->goal)) ==
	    GF_UNIT_TIME);
	if (!rise && !fall && !(t->verb & GF_W_CHANGE) && fields) {
		rise = way > 0;
		fall = way < 0;
		sure = false;
	}
	order = gf_num_cmp(to, from);
	if (!((rise && order < 0) || (fall && order > 0)) ||
	    (t->verb & GF_W_HOLD) || gf_title_low_better(t) ||
	    !concerns(c, t, from, to))
		return;
	f = gf_case_say(c, check, title_val(c), "the title wants %s, and the "
	    "numbers go from %s to %s", rise ? "more" : "less",
	    gf_case_num(c, from), gf_case_num(c, to));
	if (fields)
		point(c, f, gf_goal_measure(c->goal, MEASURE_TO),
		    "the other way");
	if (!fields || !sure)
		f->level = GF_WARNING;
}

static void
nothing_changes(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	struct gf_num from, to;

	if (t == NULL || !gf_measure_num(c->goal, MEASURE_FROM, &from) ||
	    !gf_measure_num(c->goal, MEASURE_TO, &to) ||
	    gf_num_cmp(from, to) != 0 ||
	    !(t->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE)))
		return;
	for (int i = 0; i < t->tokens.n; i++)
		if (t->tokens.v[i].is & GF_W_HOLD)
			return;
	gf_case_say(c, check, gf_goal_measure(c->goal, MEASURE_TO),
	    "from and to are both %s", gf_case_num(c, to));
}

/* Two kinds of unit that no number can be of at once. */
static bool
disjoint(enum gf_unit_kind a, enum gf_unit_kind b)
{
	bool counts_a = a == GF_UNIT_FREE || a == GF_UNIT_COUNT;
	bool counts_b = b == GF_UNIT_FREE || b == GF_UNIT_COUNT;

	if (a == b || a == GF_UNIT_POINTS || b == GF_UNIT_POINTS)
		return false;
	return !(counts_a && (counts_b || b == GF_UNIT_TIME ||
	    b == GF_UNIT_OTHER)) && !(counts_b && (a == GF_UNIT_TIME ||
	    a == GF_UNIT_OTHER) && b == GF_UNIT_FREE);
}

static bool
clashes(const struct gf_title *t, const struct gf_figure *f,
    struct gf_str unit, const struct gf_num *to)
{
	enum gf_unit_kind kind = gf_unit_kind(unit);

	if (f->family == GF_UNIT_MONEY && kind == GF_UNIT_MONEY)
		return gf_unit_kind(f->unit) == GF_UNIT_MONEY &&
		    !gf_unit_agree(f->unit, unit);
	if (to == NULL || gf_num_cmp(f->num, *to) != 0 || f->of.m != 0 ||
	    (f->family == GF_UNIT_COUNT && f->nnouns == 0) ||
	    !disjoint((enum gf_unit_kind)f->family, kind))
		return false;
	return !gf_title_shares(t, f->nouns, f->nnouns, unit);
}

/*
 * The one target of a title may be in a unit that no value of the measure can
 * have, whatever the number.
 */
static bool
foreign(const struct gf_title *t, const struct gf_figure *f,
    struct gf_str unit)
{
	enum gf_unit_kind mine = (enum gf_unit_kind)f->family;
	enum gf_unit_kind theirs = gf_unit_kind(unit);

	if (mine == theirs || mine == GF_UNIT_FREE || mine == GF_UNIT_COUNT ||
	    mine == GF_UNIT_POINTS || theirs == GF_UNIT_FREE ||
	    theirs == GF_UNIT_COUNT || theirs == GF_UNIT_POINTS ||
	    gf_token_is(&t->tokens, f->end, "of"))
		return false;
	for (int i = 0; i < t->nfigures; i++)
		if (&t->figures[i] != f &&
		    t->figures[i].role != GF_ROLE_BASELINE)
			return false;
	return true;
}

static void
unit_clash(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	struct gf_str unit = gf_goal_unit(c->goal);
	const struct gf_figure *bad = NULL;
	const struct gf_val *v = gf_goal_measure(c->goal, MEASURE_UNIT);
	struct gf_num to;
	bool known = gf_measure_num(c->goal, MEASURE_TO, &to), sure = true;
	struct gf_finding *said;

	if (t == NULL || unit.n == 0 ||
	    gf_str_eq_fold(unit, GF_STR("points")) ||
	    gf_str_eq_fold(unit, GF_STR("score")) ||
	    gf_str_find(unit, "/") < unit.n ||
	    gf_str_find(unit, " ") < unit.n)
		return;
	for (int i = 0; i < t->nfigures; i++) {
		const struct gf_figure *f = &t->figures[i];

		if (f->unsure || f->times)
			continue;
		if (gf_figure_fits(t, f, c->goal) && (f->unit.n > 0 ||
		    (known && gf_figure_equals(f, to, unit))))
			return;
		if (bad == NULL && (f->role == GF_ROLE_TARGET ||
		    (f->role == GF_ROLE_BASELINE &&
		    f->family == GF_UNIT_MONEY)) &&
		    clashes(t, f, unit, known ? &to : NULL))
			bad = f;
		if (bad == NULL && f->role == GF_ROLE_TARGET &&
		    foreign(t, f, unit)) {
			bad = f;
			sure = false;
		}
	}
	if (bad == NULL)
		return;
	if (v == NULL)
		v = gf_goal_measure(c->goal, MEASURE_TO);
	said = gf_case_say(c, check, title_val(c), "the title says '%s', "
	    "the measure counts %.*s", gf_case_part(c, bad->off, bad->len),
	    (int)unit.n, unit.p);
	gf_case_at(c, said, bad->off, bad->len);
	if (!sure)
		said->level = GF_WARNING;
	point(c, said, v, "the other unit");
}

/*
 * Whether a change of N % or N points is neither the change in percent nor in
 * points.
 */
static bool
neither(struct gf_case *c, const struct gf_figure *f, struct gf_num from,
    struct gf_num to)
{
	struct gf_num most = gf_case_threshold(c, GF_TH_DELTA_APART);
	struct gf_num points, percent, gap;

	if (!gf_num_sub(to, from, &points))
		return false;
	points = gf_num_abs(points);
	if (!gf_num_sub(points, f->num, &gap) ||
	    gf_num_cmp(gf_num_abs(gap), most) <= 0)
		return false;
	if (f->family == GF_UNIT_POINTS)
		return true;
	if (from.m == 0 || !gf_num_mul(points, GF_NUM(100), &percent) ||
	    !gf_num_div(percent, gf_num_abs(from), 6, &percent) ||
	    !gf_num_sub(percent, f->num, &gap))
		return false;
	return gf_num_cmp(gf_num_abs(gap), most) > 0;
}

/*
 * Double and halve: off by more than rounding to whole numbers and a twentieth
 * explain.
 */
static bool
factor_differs(const struct gf_figure *f, struct gf_num from, struct gf_num to)
{
	static const struct gf_num tenth = { 5, 2 };
	struct gf_num want, gap;

	return from.m > 0 && gf_num_mul(from, f->num, &want) &&
	    gf_num_div(want, GF_NUM(100), 6, &want) &&
	    gf_num_apart(want, to, tenth) && gf_num_sub(want, to, &gap) &&
	    gf_num_cmp(gf_num_abs(gap), GF_NUM(1)) > 0;
}

static void
delta_differs(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t = gf_case_title(c);
	const struct gf_figure *f;
	struct gf_num from, to;

	if (t == NULL || !gf_measure_num(c->goal, MEASURE_FROM, &from) ||
	    !gf_measure_num(c->goal, MEASURE_TO, &to))
		return;
	f = gf_title_figure(t, GF_ROLE_DELTA);
	if (f == NULL || f->about || f->side != GF_SIDE_EXACT || f->unsure ||
	    gf_num_cmp(f->num, f->high) != 0 ||
	    !(f->times || f->family == GF_UNIT_PERCENT ||
	    f->family == GF_UNIT_POINTS) || (!concerns(c, t, from, to) &&
	    !gf_title_shares(t, f->nouns, f->nnouns,
	    gf_val_text(gf_goal_measure(c->goal, MEASURE_METRIC)))))
		return;
	if (f->times ? !factor_differs(f, from, to) :
	    !neither(c, f, from, to))
		return;
	point(c, gf_case_at(c, gf_case_say(c, check, title_val(c), "'%s' is "
	    "not the way from %s to %s", gf_case_part(c, f->off, f->len),
	    gf_case_num(c, from), gf_case_num(c, to)), f->off, f->len),
	    gf_goal_measure(c->goal, MEASURE_TO), "the other number");
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "X01", .name = "title-target-differs",
	    .level = GF_ERROR, .letters = "M",
	    .about = "the title promises another number than measure.to",
	    .ask = "Which of the two numbers did you agree on?",
	    .why = "People remember the title, programs work with the field; "
	    "comparing them is arithmetic and never a matter of taste",
	    .bad = "title: Plant 40 apple trees, with to: 60",
	    .good = "title: Plant 60 apple trees, with to: 60",
	    .fix = "change one of the two; populations, prices, \"at least\" "
	    "and \"about\" are let alone, and a number whose role is unclear "
	    "is never compared" },
	    .on = GF_ON_OPEN, .goal = target_differs },
	{ .check = { .id = "X02", .name = "title-baseline-differs",
	    .level = GF_ERROR, .letters = "M",
	    .about = "the title starts at another number than measure.from",
	    .ask = "What is the number today?",
	    .why = "Progress is the share of the way from start to target; "
	    "with two starts there are two of them",
	    .bad = "title: ... from 12 to 20, with from: 15",
	    .good = "title: ... from 15 to 20, with from: 15",
	    .fix = "change one of the two; a month is not compared with a "
	    "year" },
	    .on = GF_ON_OPEN, .goal = baseline_differs },
	{ .check = { .id = "X03", .name = "title-date-differs",
	    .level = GF_ERROR, .letters = "T",
	    .about = "due lies after the deadline in the title, or more than "
	    "a month before it",
	    .ask = "By which of the two days is it done?",
	    .why = "One of the two is read by people and the other by every "
	    "program; the later one wins unnoticed",
	    .bad = "title: ... by 18 June, with due: 2026-09-18",
	    .good = "title: ... by 18 June, with due: 2026-06-18",
	    .fix = "change one of the two; dates that name a thing, quarters "
	    "of an unknown fiscal year and a due some days before an event "
	    "are let alone; much too early is a note" },
	    .on = GF_ON_OPEN, .goal = gf_judge_date },
	{ .check = { .id = "X04", .name = "wrong-direction",
	    .level = GF_ERROR, .letters = "M",
	    .about = "the verb says more and the numbers fall, or the reverse",
	    .ask = "Should this number rise or fall?",
	    .why = "Progress is counted towards to; when verb and numbers "
	    "disagree, good news is shown as bad news",
	    .bad = "title: Cut breakdowns, with from: 5, to: 9",
	    .good = "title: Cut breakdowns, with from: 9, to: 5",
	    .fix = "swap the numbers or change the verb; improve and change "
	    "go either way" },
	    .on = GF_ON_OPEN, .goal = wrong_direction },
	{ .check = { .id = "X05", .name = "nothing-changes",
	    .level = GF_ERROR, .letters = "M",
	    .about = "a verb of change, and from equals to",
	    .ask = "What will be different at the end?",
	    .why = "A goal to hold a level is a fine goal of its own kind; "
	    "one that says grow and stays is a slip",
	    .bad = "title: Raise attendance, with from: 40, to: 40",
	    .good = "title: Raise attendance, with from: 40, to: 55",
	    .fix = "mend to, or say keep and write at-least or at-most" },
	    .on = GF_ON_OPEN, .goal = nothing_changes },
	{ .check = { .id = "X06", .name = "unit-clash", .level = GF_ERROR,
	    .letters = "M",
	    .about = "title and measure count in units that exclude each "
	    "other",
	    .ask = "In what do you count it?",
	    .why = "Requirement guides ask for one unit a value; what lies "
	    "between pounds and dollars is decided anew every day",
	    .bad = "title: Raise £7k for the roof, with unit: EUR",
	    .good = "title: Raise £7k for the roof, with unit: GBP",
	    .fix = "change one of the two; $, kr and ¥ agree with each of "
	    "their currencies" },
	    .on = GF_ON_OPEN, .goal = unit_clash },
	{ .check = { .id = "X08", .name = "delta-differs",
	    .level = GF_WARNING, .letters = "M",
	    .about = "the change in the title is not the way from from to to",
	    .ask = "How large is that step, written in figures?",
	    .why = "From 40 to 60 is 20 points and 50 percent; \"by 10%\" is "
	    "neither",
	    .bad = "title: Raise attendance by 10%, with from: 50, to: 75",
	    .good = "title: Raise attendance by 50%, with from: 50, to: 75",
	    .fix = "mend the number that is wrong; percent is accepted in "
	    "both readings" },
	    .on = GF_ON_OPEN, .goal = delta_differs },
	{ .check = { .id = "X12", .name = "milestones-off",
	    .level = GF_ERROR, .letters = "M",
	    .about = "milestones out of order, beyond due, against the "
	    "direction or past the target, or a reading of a day to come",
	    .ask = "In which order do the steps come?",
	    .why = "Milestones are cumulative and make the expected line; "
	    "one slip in them bends the pace of the whole goal",
	    .bad = "milestones: [{by: 2026-10-20}, {by: 2026-08-11}]",
	    .good = "milestones: [{by: 2026-08-11}, {by: 2026-10-20}]",
	    .fix = "mend the step; a reading dated in the future gets a "
	    "warning, the same reading twice a note" },
	    .on = GF_ON_OPEN, .goal = gf_judge_milestones },
};
const struct gf_catalog gf_smart_x = { rows, GF_LEN(rows) };
