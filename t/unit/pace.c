/*
 * Pace and status, every number worked out by hand. 1 June 2026 is a Monday;
 * from then to Friday 26 June there are four weeks, 20 working days.
 */
#include "base/mem.h"
#include "judge/pace.h"
#include "plan.h"
#include "tap.h"

#define JUNE "start: 2026-06-01\ndue: 2026-06-26\n"
#define FORTY "measure: {metric: clinics, unit: clinics, from: 0, to: 40}\n"
#define EURO "measure: {metric: sales, unit: EUR, from: 0, to: 3000}\n"
#define READ(day, value) "progress: [{date: " day ", value: " value "}]\n"

static bool
is(struct gf_num n, const char *want)
{
	struct gf_buf b = { 0 };
	bool same;

	gf_num_print(&b, n);
	same = gf_str_is(gf_buf_view(&b), want);
	if (!same)
		printf("# got %s, wanted %s\n", b.p, want);
	gf_buf_release(&b);
	return same;
}

static const struct gf_period midsummer = { 0, 0, GF_PERIOD_DAY };

/* Expected shares: what, the documents, days and shares. */
static const struct {
	const char *what, *goal, *other;
	struct { const char *day, *share; } at[4];
} lines[] = {
	/* 1/20, 10/20, 1 */
	{ "working days", JUNE FORTY, NULL, { { "2026-05-31", "0" },
	    { "2026-06-01", "0.05" }, { "2026-06-12", "0.5" },
	    { "2026-06-26", "1" } } },
	/* a weekend adds nothing */
	{ "a weekend", JUNE FORTY, NULL, { { "2026-06-13", "0.5" },
	    { "2026-06-14", "0.5" }, { "2026-06-15", "0.55" },
	    { "2026-07-30", "1" } } },
	/* 20 days, each 1 */
	{ "linear", "start: 2026-06-01\ndue: 2026-06-20\npace: linear\n" FORTY,
	    NULL, { { "2026-06-10", "0.5" }, { "2026-06-14", "0.7" } } },
	/* 90 of 365 days */
	{ "a year", "start: 2026-01-01\ndue: 2026-12-31\npace: linear\n" FORTY,
	    NULL, { { "2026-03-31", "0.246575" }, { "2026-12-30",
	    "0.99726" } } },
	/*
	 * 15 days: 10 of them are two thirds; 5 days 0.9/3; 13 days 1.2 * 13/15
	 * - 0.2
	 */
	{ "last-third", "start: 2026-06-01\ndue: 2026-06-19\n"
	    "pace: last-third\n" FORTY, NULL, { { "2026-06-05", "0.3" },
	    { "2026-06-12", "0.6" }, { "2026-06-17", "0.84" },
	    { "2026-06-19", "1" } } },
	/* 10 of 40 on the 12th, nothing more until due */
	{ "steps", JUNE FORTY "pace: steps\nmilestones:\n- {by: 2026-06-12, "
	    "value: 10}\n- {by: 2026-06-26, value: 40}\n", NULL,
	    { { "2026-06-11", "0" }, { "2026-06-12", "0.25" },
	    { "2026-06-25", "0.25" }, { "2026-06-26", "1" } } },
	/*
	 * 30 of 40 after 10 days; 5 days are half of that; then 10 more in 10
	 * days
	 */
	{ "points", JUNE FORTY "pace: [{by: 2026-06-12, value: 30}]\n", NULL,
	    { { "2026-05-31", "0" }, { "2026-06-05", "0.375" },
	    { "2026-06-12", "0.75" }, { "2026-06-19", "0.875" } } },
	/* the week from the 8th rests: 15 days are left, 5 of them gone */
	{ "a pause flattens the line", JUNE FORTY
	    "paused: [2026-06-08..2026-06-12]\n", NULL,
	    { { "2026-06-05", "0.333333" }, { "2026-06-12", "0.333333" },
	    { "2026-06-19", "0.666667" }, { "2026-06-26", "1" } } },
	/* two days away: 18 are left, 8 of them gone */
	{ "the owner is away", JUNE FORTY "owner: ana\n",
	    "person: ana\naway: [2026-06-10..2026-06-11]\n",
	    { { "2026-06-12", "0.444444" } } },
	/* no working day is left: 26 days, 13 of them gone */
	{ "the owner is gone", JUNE FORTY "owner: ana\n",
	    "person: ana\naway: [2026-06]\n", { { "2026-06-13", "0.5" } } },
	/* 10 days of 0.5, 10 of 1: 5 of 15 */
	{ "a ramp", JUNE FORTY "owner: ana\n",
	    "person: ana\nramp: [{until: 2026-06-12, factor: 50%}]\n",
	    { { "2026-06-12", "0.333333" } } },
	/* Monday to Friday of week 53 */
	{ "week 53", "start: 2026-W53\ndue: 2026-W53\n" FORTY, NULL,
	    { { "2026-12-27", "0" }, { "2026-12-29", "0.4" },
	    { "2027-01-01", "1" } } },
	{ "29 February", "start: 2028-02-28\ndue: 2028-03-01\npace: linear\n"
	    FORTY, NULL, { { "2028-02-28", "0.333333" },
	    { "2028-02-29", "0.666667" } } },
	{ "start = due", "start: 2026-06-03\ndue: 2026-06-03\n" FORTY, NULL,
	    { { "2026-06-02", "0" }, { "2026-06-03", "1" } } },
	/* a Saturday and a Sunday: no working day among them, so both count */
	{ "a weekend only", "start: 2026-06-06\ndue: 2026-06-07\n" FORTY, NULL,
	    { { "2026-06-06", "0.5" } } },
	{ "a due period begins where it says no other start",
	    "due: 2026-W24\n" FORTY, NULL, { { "2026-06-07", "0" },
	    { "2026-06-09", "0.4" } } },
	/*
	 * 20 of 80 on the 12th are 0.25; half of the days that are left: 0.25 +
	 * 0.75/2
	 */
	{ "a target changed mid-way", JUNE
	    "measure: {unit: clinics, from: 0, to: 80}\n"
	    READ("2026-06-11", "20") "changes: [{date: 2026-06-12, letter: M, "
	    "field: measure.to, from: 40, to: 80, because: more}]\n", NULL,
	    { { "2026-06-11", "0.25" }, { "2026-06-12", "0.25" },
	    { "2026-06-19", "0.625" }, { "2026-06-26", "1" } } },
	{ "a change of words moves no line", JUNE FORTY
	    READ("2026-06-11", "4") "changes: [{date: 2026-06-12, letter: S, "
	    "field: title, because: clearer}]\n", NULL,
	    { { "2026-06-12", "0.5" } } },
};

static void
expected(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(lines); i++) {
		struct test_plan p;
		struct gf_buf b = { 0 };

		test_plan_init(&p, "2026-06-15");
		gf_buf_printf(&b, "goal: g\ntitle: t\n%s", lines[i].goal);
		test_plan_add(&p, b.p);
		if (lines[i].other != NULL)
			test_plan_add(&p, lines[i].other);
		gf_plan_resolve(&p.plan);
		for (size_t k = 0; k < 4 && lines[i].at[k].day; k++) {
			struct gf_num e = GF_NUM(0);
			bool dated = gf_expected(&p.plan, p.plan.goals[0],
			    &p.arena, test_day(lines[i].at[k].day), &e);

			tap_ok(t, dated && is(e, lines[i].at[k].share),
			    "%s: %s is %s", lines[i].what,
			    lines[i].at[k].day, lines[i].at[k].share);
		}
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

/* Status and progress of a goal on a day; progress NULL: unknown. */
static const struct {
	const char *what, *today, *goal;
	enum gf_state state;
	const char *progress;
} states[] = {
	/* 18 of 40 where 20 are expected: 0.9 */
	{ "behind", "2026-06-12", JUNE FORTY READ("2026-06-12", "18"),
	    GF_STATE_BEHIND, "0.45" },
	/* 16 of 20 days: 0.8; 0.76 / 0.8 = 0.95 */
	{ "0.95 exactly", "2026-06-22", JUNE EURO READ("2026-06-22", "2280"),
	    GF_STATE_ON_TRACK, "0.76" },
	{ "just below 0.95", "2026-06-22", JUNE EURO
	    READ("2026-06-22", "2279.99"), GF_STATE_BEHIND, "0.759997" },
	{ "0.75 exactly", "2026-06-22", JUNE EURO READ("2026-06-22", "1800"),
	    GF_STATE_BEHIND, "0.6" },
	{ "just below 0.75", "2026-06-22", JUNE EURO
	    READ("2026-06-22", "1799.99"), GF_STATE_AT_RISK, "0.599997" },
	/*
	 * 8 of 12 days, 19/30 of the way: 0.95 exactly, though 2/3 is no
	 * decimal
	 */
	{ "0.95 of two thirds", "2026-06-10", "start: 2026-06-01\n"
	    "due: 2026-06-16\n" EURO READ("2026-06-10", "1900"),
	    GF_STATE_ON_TRACK, "0.633333" },
	/*
	 * the reading is compared with its own day, when 5 of 20 were expected
	 */
	{ "silence makes no goal worse", "2026-06-19", JUNE FORTY
	    READ("2026-06-05", "10"), GF_STATE_ON_TRACK, "0.25" },
	{ "14 days are not stale", "2026-06-19", JUNE FORTY
	    READ("2026-06-05", "1"), GF_STATE_AT_RISK, "0.025" },
	{ "15 days are stale", "2026-06-20", JUNE FORTY
	    READ("2026-06-05", "1"), GF_STATE_STALE, "0.025" },
	{ "two days of every: day", "2026-06-08", JUNE
	    "measure: {unit: x, from: 0, to: 40, every: day}\n"
	    READ("2026-06-05", "5"), GF_STATE_STALE, "0.125" },
	{ "a weekend is no silence for every: workday", "2026-06-09", JUNE
	    "measure: {unit: x, from: 0, to: 40, every: workday}\n"
	    READ("2026-06-05", "10"), GF_STATE_ON_TRACK, "0.25" },
	{ "three working days are", "2026-06-10", JUNE
	    "measure: {unit: x, from: 0, to: 40, every: workday}\n"
	    READ("2026-06-05", "10"), GF_STATE_STALE, "0.25" },
	/* the first two of 20 days */
	{ "the first tenth is on-track", "2026-06-02", JUNE EURO
	    READ("2026-06-02", "-300"), GF_STATE_ON_TRACK, "-0.1" },
	{ "the third day is not", "2026-06-03", JUNE EURO
	    READ("2026-06-03", "-300"), GF_STATE_AT_RISK, "-0.1" },
	/* 4 of 20 days of 12 are 2.4, 0.4 more than 2; 5 days are 3 */
	{ "less than one of the things counted", "2026-06-04", JUNE
	    "measure: {unit: clinics, from: 0, to: 12}\n"
	    READ("2026-06-04", "2"), GF_STATE_ON_TRACK, "0.166667" },
	{ "a whole one short", "2026-06-05", JUNE
	    "measure: {unit: clinics, from: 0, to: 12}\n"
	    READ("2026-06-05", "2"), GF_STATE_AT_RISK, "0.166667" },
	/* 4 of 20 days of 9 are 1.8: of so few one is much */
	{ "less than one of few things", "2026-06-04", JUNE
	    "measure: {unit: clinics, from: 0, to: 9}\n"
	    READ("2026-06-04", "1"), GF_STATE_AT_RISK, "0.111111" },
	{ "less than one of what is not counted", "2026-06-04", JUNE
	    "measure: {unit: h, from: 0, to: 12}\n"
	    READ("2026-06-04", "2"), GF_STATE_BEHIND, "0.166667" },
	{ "a decrease on day one", "2026-06-01", JUNE
	    "measure: {unit: days, from: 42, to: 21}\n"
	    READ("2026-06-01", "42"), GF_STATE_ON_TRACK, "0" },
	{ "a decrease half way", "2026-06-12", JUNE
	    "measure: {unit: days, from: 42, to: 21}\n"
	    READ("2026-06-12", "31.5"), GF_STATE_ON_TRACK, "0.5" },
	{ "negative from", "2026-06-12", JUNE
	    "measure: {unit: EUR, from: -10, to: 10}\n"
	    READ("2026-06-12", "0"), GF_STATE_ON_TRACK, "0.5" },
	{ "percent points", "2026-06-12", JUNE
	    "measure: {unit: pp, from: 4, to: 8}\n"
	    READ("2026-06-12", "6 pp"), GF_STATE_ON_TRACK, "0.5" },
	{ "more than all", "2026-06-12", JUNE EURO
	    READ("2026-06-12", "3360"), GF_STATE_ACHIEVED, "1.12" },
	{ "less than nothing", "2026-06-12", JUNE EURO
	    READ("2026-06-12", "-120"), GF_STATE_AT_RISK, "-0.04" },
	{ "two readings a day: the last in the file", "2026-06-12", JUNE FORTY
	    "progress:\n- {date: 2026-06-12, value: 30}\n"
	    "- {date: 2026-06-12, value: 20}\n", GF_STATE_ON_TRACK, "0.5" },
	{ "two readings a day add up", "2026-06-12", JUNE
	    "measure: {unit: x, from: 0, to: 40, count: sum}\n"
	    "progress:\n- {date: 2026-06-12, value: 10}\n"
	    "- {date: 2026-06-12, value: 10}\n", GF_STATE_ON_TRACK, "0.5" },
	{ "readings come in any order", "2026-06-12", JUNE FORTY
	    "progress:\n- {date: 2026-06-12, value: 20}\n"
	    "- {date: 2026-06-05, value: 10}\n", GF_STATE_ON_TRACK, "0.5" },
	{ "a sum begins at start", "2026-06-12", JUNE
	    "measure: {unit: x, to: 40, count: sum}\n"
	    "progress:\n- {date: 2026-05-29, value: 10}\n"
	    "- {date: 2026-06-12, value: 20}\n", GF_STATE_ON_TRACK, "0.5" },
	{ "a correction", "2026-06-12", JUNE FORTY
	    "progress:\n- {date: 2026-06-12, value: 200}\n"
	    "- {date: 2026-06-12, value: 20, corrects: yes}\n",
	    GF_STATE_ON_TRACK, "0.5" },
	{ "a reading of tomorrow", "2026-06-12", JUNE FORTY
	    "progress:\n- {date: 2026-06-12, value: 20}\n"
	    "- {date: 2026-06-13, value: 40}\n", GF_STATE_ON_TRACK, "0.5" },
	/* from is the first reading, 10: 20 of 40 are a third of the way */
	{ "without from", "2026-06-05", JUNE "measure: {unit: EUR, to: 40}\n"
	    "progress:\n- {date: 2026-06-01, value: 10}\n"
	    "- {date: 2026-06-05, value: 20}\n", GF_STATE_ON_TRACK,
	    "0.333333" },
	{ "closed, then measured", "2026-07-15", JUNE FORTY
	    "close: {date: 2026-06-26, verdict: missed}\n"
	    "progress:\n- {date: 2026-06-26, value: 30}\n"
	    "- {date: 2026-07-10, value: 40}\n", GF_STATE_MISSED, "0.75" },
	{ "closed with its target reached", "2026-07-15", JUNE FORTY
	    "status: done\n" READ("2026-06-26", "40"), GF_STATE_ACHIEVED,
	    "1" },
	{ "the verdict says achieved", "2026-07-15", JUNE FORTY
	    "close: {date: 2026-06-26, verdict: achieved}\n",
	    GF_STATE_ACHIEVED, NULL },
	{ "done and never measured", "2026-07-15", JUNE FORTY
	    "status: done\n", GF_STATE_MISSED, NULL },
	{ "draft", "2026-06-12", JUNE FORTY "status: draft\n"
	    READ("2026-06-12", "40"), GF_STATE_DRAFT, "1" },
	{ "paused", "2026-06-12", JUNE FORTY "status: paused\n",
	    GF_STATE_PAUSED, NULL },
	{ "dropped", "2026-07-12", JUNE FORTY "status: dropped\n",
	    GF_STATE_DROPPED, NULL },
	{ "it rests today", "2026-06-12", JUNE FORTY
	    "paused: [2026-06-08..2026-06-12]\n" READ("2026-06-05", "1"),
	    GF_STATE_PAUSED, "0.025" },
	{ "before its start", "2026-05-31", JUNE FORTY, GF_STATE_NOT_STARTED,
	    NULL },
	{ "after its due date", "2026-06-27", JUNE FORTY
	    READ("2026-06-26", "39"), GF_STATE_MISSED, "0.975" },
	{ "on its due date", "2026-06-26", JUNE FORTY
	    READ("2026-06-26", "39"), GF_STATE_ON_TRACK, "0.975" },
	{ "no reading yet", "2026-06-15", JUNE FORTY, GF_STATE_UNKNOWN, NULL },
	{ "no reading for too long", "2026-06-16", JUNE FORTY, GF_STATE_STALE,
	    NULL },
	{ "no target", "2026-06-12", JUNE "measure: {unit: x, from: 0}\n"
	    READ("2026-06-12", "4"), GF_STATE_UNKNOWN, NULL },
	{ "no dates", "2026-06-12", FORTY READ("2026-06-12", "4"),
	    GF_STATE_UNKNOWN, "0.1" },
	{ "one key", "2026-06-12", "", GF_STATE_UNKNOWN, NULL },
	{ "a level inside", "2026-06-12", JUNE
	    "measure: {unit: \"%\", at-least: 94}\n"
	    "progress:\n- {date: 2026-06-05, value: 93}\n"
	    "- {date: 2026-06-12, value: 94}\n", GF_STATE_ON_TRACK, "0.5" },
	{ "a level outside", "2026-06-12", JUNE
	    "measure: {unit: \"%\", at-least: 94, at-most: 98}\n"
	    READ("2026-06-12", "98.1"), GF_STATE_AT_RISK, "0" },
	{ "a level held, before due", "2026-06-12", JUNE
	    "measure: {unit: \"%\", at-most: 3}\n" READ("2026-06-12", "3"),
	    GF_STATE_ON_TRACK, "1" },
	{ "a level held to its due date", "2026-06-29", JUNE
	    "measure: {unit: \"%\", at-most: 3}\n" READ("2026-06-26", "3"),
	    GF_STATE_ACHIEVED, "1" },
	{ "a level not held", "2026-06-29", JUNE
	    "measure: {unit: \"%\", at-most: 3}\n"
	    "progress:\n- {date: 2026-06-05, value: 4}\n"
	    "- {date: 2026-06-26, value: 3}\n", GF_STATE_MISSED, "0.5" },
	{ "from = to is a level", "2026-06-12", JUNE
	    "measure: {unit: points, from: 50, to: 50}\n"
	    READ("2026-06-12", "51"), GF_STATE_ON_TRACK, "1" },
	{ "an empty list of readings", "2026-06-12", JUNE FORTY
	    "progress: []\n", GF_STATE_UNKNOWN, NULL },
};

static void
status(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(states); i++) {
		struct test_plan p;
		struct gf_buf b = { 0 };
		struct gf_pace full, quick;
		bool ok;

		test_plan_init(&p, states[i].today);
		gf_buf_printf(&b, "goal: g\n%s", states[i].goal);
		test_plan_add(&p, b.p);
		gf_plan_resolve(&p.plan);
		gf_pace_of(&p.plan, p.plan.goals[0], &p.arena, &full);
		gf_pace_state(&p.plan, p.plan.goals[0], &p.arena, &quick);
		ok = full.state == states[i].state &&
		    quick.state == full.state && full.rule != NULL &&
		    full.known == (states[i].progress != NULL) &&
		    (!full.known || is(full.progress, states[i].progress));
		if (!tap_ok(t, ok, "%s: %s", states[i].what,
		    gf_state_name(states[i].state)))
			printf("# got %s: %s\n", gf_state_name(full.state),
			    full.rule);
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

/* Days ahead and left, and what each must bring. */
static const struct {
	const char *what, *today, *goal;
	int ahead, left;
	const char *per_day, *per_week;
} needs[] = {
	/* E is 0.45 on Thursday 11 June, one day before the reading */
	{ "a day behind", "2026-06-12", JUNE FORTY READ("2026-06-12", "18"),
	    -1, 10, "2.2", "11" },
	/* 0.6 on Tuesday 16 June: two working days after Friday */
	{ "two days ahead", "2026-06-12", JUNE FORTY
	    READ("2026-06-12", "24"), 2, 10, "1.6", "8" },
	/* nothing is expected on the day before start, 10 days earlier */
	{ "nothing done", "2026-06-12", JUNE FORTY READ("2026-06-12", "0"),
	    -10, 10, "4", "20" },
	{ "done early", "2026-06-12", JUNE FORTY READ("2026-06-12", "44"),
	    10, 10, "-0.4", "-2" },
	{ "due today", "2026-06-26", JUNE FORTY READ("2026-06-26", "30"),
	    -5, 0, "0", "0" },
	{ "over", "2026-07-03", JUNE FORTY READ("2026-06-26", "30"),
	    -5, 0, "0", "0" },
	{ "every day of a linear goal", "2026-06-10", "start: 2026-06-01\n"
	    "due: 2026-06-20\npace: linear\n" FORTY
	    READ("2026-06-10", "10"), -5, 10, "3", "21" },
	/* steps: nothing is due from the 12th until the day before the 26th */
	{ "ahead of the next step", "2026-06-12", JUNE FORTY "pace: steps\n"
	    "milestones: [{by: 2026-06-12, value: 10}, {by: 2026-06-26, "
	    "value: 40}]\n" READ("2026-06-12", "10"), 9, 10, "3", "15" },
	{ "before the first step", "2026-06-11", JUNE FORTY "pace: steps\n"
	    "milestones: [{by: 2026-06-12, value: 10}]\n"
	    READ("2026-06-11", "0"), 0, 11, "3.636364", "18.181818" },
	/*
	 * after 20 on the 11th the way to 80 is 60 in 10 days; 32 is due on the
	 * 16th
	 */
	{ "after a change", "2026-06-16", JUNE
	    "measure: {unit: x, from: 0, to: 80}\n"
	    "progress: [{date: 2026-06-11, value: 20}, {date: 2026-06-16, "
	    "value: 26}]\n"
	    "changes: [{date: 2026-06-12, field: measure.to, because: more}]\n",
	    -1, 8, "6.75", "33.75" },
};

static void
need(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(needs); i++) {
		struct test_plan p;
		struct gf_buf b = { 0 };
		struct gf_pace pace;

		test_plan_init(&p, needs[i].today);
		gf_buf_printf(&b, "goal: g\n%s", needs[i].goal);
		test_plan_add(&p, b.p);
		gf_plan_resolve(&p.plan);
		gf_pace_of(&p.plan, p.plan.goals[0], &p.arena, &pace);
		tap_int(t, pace.days_ahead, needs[i].ahead, needs[i].what);
		tap_int(t, pace.days_left, needs[i].left, "days left");
		tap_ok(t, is(pace.per_day, needs[i].per_day), "per day");
		tap_ok(t, is(pace.per_week, needs[i].per_week), "per week");
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

/* Due on a holiday: 19 days are left, so the last of them is all of the way. */
static void
holidays(struct tap *t)
{
	struct test_plan p;
	struct gf_pace pace;
	struct gf_num e;
	struct gf_period off = midsummer;

	test_plan_init(&p, "2026-06-25");
	off.first = off.last = test_day("2026-06-26");
	p.config.calendar.holidays = &off;
	p.config.calendar.nholidays = 1;
	test_plan_add(&p, "goal: g\n" JUNE FORTY READ("2026-06-25", "30"));
	gf_plan_resolve(&p.plan);
	tap_ok(t, gf_expected(&p.plan, p.plan.goals[0], &p.arena,
	    test_day("2026-06-12"), &e) && is(e, "0.526316"), "10 of 19 days");
	tap_ok(t, gf_expected(&p.plan, p.plan.goals[0], &p.arena,
	    test_day("2026-06-25"), &e) && is(e, "1"), "the day before it");
	gf_pace_of(&p.plan, p.plan.goals[0], &p.arena, &pace);
	tap_int(t, pace.days_left, 0, "no day is left");
	tap_ok(t, is(pace.per_day, "0"), "nothing is divided by nothing");
	tap_ok(t, is(gf_work_days(p.plan.goals[0], &p.arena,
	    test_day("2026-06-22"), test_day("2026-06-28")), "4"),
	    "its week has four days");
	test_plan_release(&p);
}

/* July weighs half: 2 days of June and 8 halves are 6. */
static void
seasons(struct tap *t)
{
	struct test_plan p;
	struct gf_num e;

	test_plan_init(&p, "2026-07-01");
	p.config.calendar.season[6] = (struct gf_num){ 5, 1 };
	test_plan_add(&p, "goal: g\nstart: 2026-06-29\ndue: 2026-07-10\n"
	    FORTY);
	gf_plan_resolve(&p.plan);
	tap_ok(t, gf_expected(&p.plan, p.plan.goals[0], &p.arena,
	    test_day("2026-06-30"), &e) && is(e, "0.333333"), "June");
	tap_ok(t, gf_expected(&p.plan, p.plan.goals[0], &p.arena,
	    test_day("2026-07-03"), &e) && is(e, "0.583333"),
	    "June and three halves");
	tap_ok(t, is(gf_work_days(p.plan.goals[0], &p.arena,
	    test_day("2026-06-29"), test_day("2026-07-10")), "6"), "weight");
	test_plan_release(&p);
}

/*
 * A goal without due ends with the one that it serves; logs count as readings.
 */
static void
others(struct tap *t)
{
	struct test_plan p;
	struct gf_pace pace;

	test_plan_init(&p, "2026-06-12");
	test_plan_add(&p, "goal: g\nstart: 2026-06-01\nsupports: up\n" FORTY);
	test_plan_add(&p, "goal: up\ndue: 2026-06-26\n");
	test_plan_add(&p, "log: crm\nreadings:\n"
	    "- {goal: g, date: 2026-06-12, value: 20}\n");
	gf_plan_resolve(&p.plan);
	gf_pace_of(&p.plan, p.plan.goals[0], &p.arena, &pace);
	tap_ok(t, pace.due_from_parent && pace.due == test_day("2026-06-26"),
	    "due with the one above");
	tap_ok(t, pace.measured && is(pace.progress, "0.5"), "a log's reading");
	tap_ok(t, is(pace.expected_today, "0.5") && is(pace.expected, "0.5") &&
	    is(pace.ratio, "1"), "as expected");
	tap_ok(t, strstr(pace.rule, "too near") != NULL, "and it says why");
	test_plan_release(&p);
}

int
main(void)
{
	struct tap t = { 0 };

	expected(&t);
	status(&t);
	need(&t);
	holidays(&t);
	seasons(&t);
	others(&t);
	return tap_done(&t);
}
