#include "judge/facts.h"
#include "judge/smart.h"

#define WINDOW 28	/* days that a stretch of the past must have */

bool
gf_goal_because(const struct gf_goal *g, unsigned letter)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_BECAUSE);

	if (v == NULL)
		return false;
	return v->list || v->text != NULL ||
	    gf_rec_raw(v->u.rec, letter) != NULL;
}

/* Whether a / b is above a limit; b above 0. */
static bool
above(struct gf_num a, struct gf_num b, struct gf_num limit)
{
	return gf_num_ratio_cmp(a, b, limit, GF_NUM(1)) > 0;
}

/* The better of two amounts for so many days each. */
static void
keep_best(struct gf_num way, struct gf_num days, struct gf_num *best,
    struct gf_num *in)
{
	if (days.m > 0 && way.m > 0 && (in->m == 0 ||
	    gf_num_ratio_cmp(way, days, *best, *in) > 0)) {
		*best = way;
		*in = days;
	}
}

static void
stated_best(struct gf_case *c, struct gf_num *best, struct gf_num *in)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(c->goal, GOAL_BEST, &items);

	for (size_t i = 0; i < n; i++) {
		const struct gf_val *value, *when;

		if (items[i].bad)
			continue;
		value = gf_rec_get(items[i].u.rec, BEST_VALUE);
		when = gf_rec_get(items[i].u.rec, BEST_IN);
		if (value == NULL || when == NULL ||
		    when->u.span.first == GF_NO_DAY)
			continue;
		keep_best(gf_num_abs(value->u.num), gf_work_days(c->goal,
		    c->scratch, when->u.span.first, when->u.span.last), best,
		    in);
	}
}

/* The best stretch of four weeks or more among the readings. */
static void
seen_best(struct gf_case *c, const struct gf_facts *f, bool falls,
    struct gf_num *best, struct gf_num *in)
{
	struct gf_num way = GF_NUM(0);	/* of sums: behind i through last */
	size_t last = 0;

	for (size_t i = 0; i < f->n; i++) {
		const struct gf_reading *r = &f->readings[i];

		if (f->sum && i > 0 && !gf_num_sub(way, r->value, &way))
			return;
		while (f->readings[last].day < r->day + WINDOW) {
			if (++last == f->n || (f->sum && !gf_num_add(way,
			    f->readings[last].value, &way)))
				return;
		}
		if (!f->sum && !gf_num_sub(f->readings[last].value, r->value,
		    &way))
			continue;
		keep_best(falls ? (struct gf_num){ -way.m, way.places } : way,
		    gf_work_days(c->goal, c->scratch, r->day + 1,
		    f->readings[last].day), best, in);
	}
}

/* Whether the readings reach over a stretch long enough to compare with. */
static bool
long_enough(struct gf_case *c)
{
	struct gf_reading *r;
	size_t n;

	if (gf_goal_get(c->goal, GOAL_PROGRESS) == NULL)
		return false;
	n = gf_goal_readings(c->plan, c->goal, c->scratch, &r);
	return n > 1 && r[n - 1].day - r[0].day >= WINDOW;
}

/*
 * What a goal that nobody has read yet needs a week from its start on, or from
 * today without one;
 * false if that cannot be told.
 */
static bool
from_nothing(struct gf_case *c, struct gf_num *week)
{
	gf_day start = gf_goal_start(c->goal), due = gf_goal_due(c->goal, NULL);
	struct gf_num from = { 0 }, to, way, days;
	const struct gf_val *items;

	if (due == GF_NO_DAY || gf_goal_list(c->goal, GOAL_PROGRESS,
	    &items) > 0 || gf_map_get(&c->plan->logs, c->goal->id) != NULL ||
	    !gf_measure_num(c->goal, MEASURE_TO, &to))
		return false;
	gf_measure_num(c->goal, MEASURE_FROM, &from);
	if (start == GF_NO_DAY)
		start = c->plan->today + 1;
	if (due < start)
		return false;
	days = gf_work_days(c->goal, c->scratch, start, due);
	return days.m > 0 && gf_num_sub(to, from, &way) &&
	    gf_num_div(gf_num_abs(way), days, 6, week) &&
	    gf_num_mul(*week, GF_NUM(gf_rec_bits(
	    c->goal->config->calendar.workdays)), week);
}

/* What is left to do a week, and how far the way is still. */
static bool
left_a_week(struct gf_case *c, const struct gf_pace *pace, struct gf_num *left,
    struct gf_num *gap)
{
	struct gf_num from = { 0 };

	if (pace->measured && !pace->level && pace->dated &&
	    pace->days_left > 0 && pace->state != GF_STATE_ACHIEVED) {
		*left = gf_num_abs(pace->per_week);
		return gf_num_sub(pace->to, pace->current, gap);
	}
	if (pace->measured || pace->level || !from_nothing(c, left))
		return false;
	gf_measure_num(c->goal, MEASURE_FROM, &from);
	return gf_measure_num(c->goal, MEASURE_TO, gap) &&
	    gf_num_sub(*gap, from, gap);
}

void
gf_judge_best(struct gf_case *c, const struct gf_check *check)
{
	struct gf_num best = { 0 }, in = { 0 }, left, week, most, gap;
	bool stated;
	struct gf_pace pace, ignored = { 0 };
	struct gf_facts facts;
	struct gf_finding *f;
	unsigned days;

	if (gf_goal_holds(c->goal) || gf_case_is(c, KIND_VISION) ||
	    gf_goal_because(c->goal, BECAUSE_A))
		return;
	stated_best(c, &best, &in);
	stated = in.m > 0;
	if (!stated && !long_enough(c))
		return;
	gf_pace_of(c->plan, c->goal, c->scratch, &pace);
	if (!left_a_week(c, &pace, &left, &gap))
		return;
	if (!stated) {
		gf_facts_read(&facts, c->plan, c->goal, c->scratch, &ignored);
		seen_best(c, &facts, gf_num_cmp(pace.to, pace.from) < 0,
		    &best, &in);
	}
	days = gf_rec_bits(c->goal->config->calendar.workdays);
	if (in.m == 0 || !gf_num_div(best, in, 6, &week) ||
	    !gf_num_mul(week, GF_NUM(days), &week) || week.m <= 0 ||
	    !above(left, week, gf_case_threshold(c, stated ?
	    GF_TH_PACE_NOTE : GF_TH_PACE_WARNING)))
		return;
	most = gf_case_threshold(c, GF_TH_PACE_FLOOR);
	/* small numbers jump: then the way itself must be long, too */
	if (gf_num_cmp(best, most) < 0 &&
	    gf_num_cmp(gf_num_abs(gap), most) < 0)
		return;
	f = gf_case_say(c, check, gf_goal_measure(c->goal, MEASURE_TO),
	    "this needs %s a week, the best so far was %s",
	    gf_case_num(c, gf_num_round(left, 1)),
	    gf_case_num(c, gf_num_round(week, 1)));
	if (above(left, week, gf_case_threshold(c, GF_TH_PACE_WARNING)))
		f->level = GF_WARNING;
}
