/*
 * A goal cut into parts. Working days of 2026: January 22 20 22 22 21 22 23 21
 * 22 22 21 23 December.
 */
#include "judge/portion.h"
#include "judge/span.h"
#include "plan.h"
#include "tap.h"

#define Q3 "start: 2026-07-01\ndue: 2026-09-30\n"
#define TO(n) "measure: {unit: x, from: 0, to: " n "}\n"

static const struct gf_num december[12] = {
	{ 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 0 },
	{ 5, 1 }, { 1, 0 }, { 1, 0 }, { 1, 0 }, { 15, 1 }
};
static const struct gf_period monday[] = {
	{ 20605, 20605, GF_PERIOD_DAY }	/* 1 June 2026 */
};

/* Shares of a whole by weights. */
static const struct {
	int64_t whole;
	struct gf_num weights[4];
	size_t n;
	const char *want;
} shares[] = {
	{ 100, { { 1, 0 }, { 1, 0 }, { 1, 0 } }, 3, "34 33 33 " },
	{ 101, { { 1, 0 }, { 1, 0 }, { 1, 0 } }, 3, "34 34 33 " },
	{ -100, { { 1, 0 }, { 1, 0 }, { 1, 0 } }, 3, "-34 -33 -33 " },
	/* 1.5 0.75 0.75: the larger rests */
	{ 3, { { 2, 0 }, { 1, 0 }, { 1, 0 } }, 3, "1 1 1 " },
	{ 7, { { 0, 0 }, { 5, 1 }, { 15, 1 } }, 3, "0 2 5 " },
	{ 2, { { 0, 0 }, { 0, 0 }, { 0, 0 } }, 3, "1 1 0 " },
	{ 0, { { 1, 0 }, { 2, 0 } }, 2, "0 0 " },
	{ 1, { { 1, 0 }, { 2, 0 }, { 2, 0 } }, 3, "0 1 0 " },
	{ INT64_C(999999999999999), { { 1, 6 }, { 1, 6 } }, 2,
	    "500000000000000 499999999999999 " },
};

static void
shared(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(shares); i++) {
		int64_t out[4];
		struct gf_buf b = { 0 };

		gf_portion_share(shares[i].whole, shares[i].weights,
		    shares[i].n, out);
		for (size_t k = 0; k < shares[i].n; k++)
			gf_buf_printf(&b, "%lld ", (long long)out[k]);
		tap_text(t, gf_buf_view(&b), shares[i].want, shares[i].want);
		gf_buf_release(&b);
	}
}

/* Parts as "NAME VALUE" and a semicolon each. */
static const struct {
	const char *what, *goal;
	enum gf_by by;
	enum gf_short shortfall;
	const struct gf_num *weights;
	const char *want;
} rows[] = {
	/* 34.8 31.8 33.3 */
	{ "by working days", Q3 TO("100"), GF_BY_MONTH, GF_SHORT_HOLD, NULL,
	    "2026-07 35;2026-08 32;2026-09 33;" },
	/* 31 31 30 of 92: 33.7 33.7 32.6 */
	{ "by all days", Q3 TO("100") "pace: linear\n", GF_BY_MONTH,
	    GF_SHORT_HOLD, NULL, "2026-07 34;2026-08 34;2026-09 32;" },
	/* 23 10.5 22 of 55.5: 41.4 18.9 39.6 */
	{ "by weights", Q3 TO("100"), GF_BY_MONTH, GF_SHORT_HOLD, december,
	    "2026-07 41;2026-08 19;2026-09 40;" },
	/* -7.0 -6.4 -6.7 */
	{ "a fall", Q3 "measure: {unit: hours saved, from: 40, to: 20}\n",
	    GF_BY_MONTH, GF_SHORT_HOLD, NULL,
	    "2026-07 -7;2026-08 -6;2026-09 -7;" },
	/* 5.2 4.8 5 tenths */
	{ "tenths", Q3 TO("1.5"), GF_BY_MONTH, GF_SHORT_HOLD, NULL,
	    "2026-07 0.5;2026-08 0.5;2026-09 0.5;" },
	/* 64 65 66 66 of 261 */
	{ "quarters of a year", "due: 2026\n" TO("12"), GF_BY_QUARTER,
	    GF_SHORT_HOLD, NULL,
	    "2026-Q1 3;2026-Q2 3;2026-Q3 3;2026-Q4 3;" },
	/* 10 and 21 days */
	{ "a start within a month", "start: 2026-07-20\ndue: 2026-08-31\n"
	    TO("10"), GF_BY_MONTH, GF_SHORT_HOLD, NULL,
	    "2026-07 3;2026-08 7;" },
	/* 4 days of 2026, 6 of 2027 of which Friday is in the week */
	{ "week 53", "start: 2026-12-28\ndue: 2027-01-10\n" TO("10"),
	    GF_BY_WEEK, GF_SHORT_HOLD, NULL, "2026-W53 5;2027-W01 5;" },
	{ "years", "start: 2026-12-28\ndue: 2027-01-10\n" TO("10"),
	    GF_BY_YEAR, GF_SHORT_HOLD, NULL, "2026 4;2027 6;" },
	{ "a leap day", "start: 2028-02-28\ndue: 2028-03-01\n" TO("3"),
	    GF_BY_DAY, GF_SHORT_HOLD, NULL,
	    "2028-02-28 1;2028-02-29 1;2028-03-01 1;" },
	/* 1.25 each on four days */
	{ "a holiday on Monday", "start: 2026-06-01\ndue: 2026-06-05\n"
	    TO("5"), GF_BY_DAY, GF_SHORT_HOLD, NULL, "2026-06-01 0;"
	    "2026-06-02 2;2026-06-03 1;2026-06-04 1;2026-06-05 1;" },
	{ "a weekend alone", "start: 2026-06-06\ndue: 2026-06-07\n" TO("5"),
	    GF_BY_DAY, GF_SHORT_HOLD, NULL, "2026-06-06 3;2026-06-07 2;" },
	{ "one day", "start: 2026-06-03\ndue: 2026-06-03\n" TO("5"),
	    GF_BY_WEEK, GF_SHORT_HOLD, NULL, "2026-W23 5;" },
	/* 22 21 22: 3.7 3.6 3.7 */
	{ "what is short is held", "due: 2026-Q2\n" TO("11")
	    "progress: [{date: 2026-04-24, value: 3}]\n", GF_BY_MONTH,
	    GF_SHORT_HOLD, NULL, "2026-04 4;2026-05 3;2026-06 4;" },
	/* 8 over 21 and 22 days: 3.9 4.1 */
	{ "what is short is spread", "due: 2026-Q2\n" TO("11")
	    "progress: [{date: 2026-04-24, value: 3}]\n", GF_BY_MONTH,
	    GF_SHORT_SPREAD, NULL, "2026-04 3;2026-05 4;2026-06 4;" },
	/* 9 over 21 and 22: 4.4 4.6 */
	{ "what is far short is spread", "due: 2026-Q2\n" TO("11")
	    "progress: [{date: 2026-04-24, value: 2}]\n", GF_BY_MONTH,
	    GF_SHORT_SPREAD, NULL, "2026-04 2;2026-05 4;2026-06 5;" },
	{ "what is short comes next", "due: 2026-Q2\n" TO("11")
	    "progress: [{date: 2026-04-24, value: 2}]\n", GF_BY_MONTH,
	    GF_SHORT_NEXT, NULL, "2026-04 2;2026-05 5;2026-06 4;" },
	{ "nothing was read, so nothing is short", "due: 2026-Q2\n" TO("11"),
	    GF_BY_MONTH, GF_SHORT_NEXT, NULL,
	    "2026-04 4;2026-05 3;2026-06 4;" },
	/* 23 and 44 of 66 days of 33 */
	{ "a rate has its line", Q3 "measure: {unit: \"%\", from: 70, "
	    "to: 103}\n", GF_BY_MONTH, GF_SHORT_HOLD, NULL,
	    "2026-07 81.5;2026-08 92;2026-09 103;" },
	{ "a level is what it is", Q3 "measure: {unit: x, at-least: 94}\n",
	    GF_BY_QUARTER, GF_SHORT_HOLD, NULL, "2026-Q3 94;" },
};

static void
cut(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct gf_portion_ask ask = { .by = rows[i].by,
			.shortfall = rows[i].shortfall,
			.weights = rows[i].weights };
		struct test_plan p;
		struct gf_portion out;
		struct gf_buf b = { 0 };
		const char *why;

		test_plan_init(&p, "2026-05-15");
		p.config.calendar.holidays = monday;
		p.config.calendar.nholidays = 1;
		gf_buf_printf(&b, "goal: g\ntitle: t\n%s", rows[i].goal);
		test_plan_add(&p, b.p);
		gf_plan_resolve(&p.plan);
		/* the holiday is for days and weeks */
		if (rows[i].by == GF_BY_QUARTER || rows[i].by == GF_BY_MONTH)
			p.config.calendar.nholidays = 0;
		if (!gf_portion_cut(&out, &p.plan, p.plan.goals[0], &ask,
		    &p.arena, &why))
			printf("# %s\n", why);
		gf_buf_clear(&b);
		for (size_t k = 0; k < out.n; k++) {
			gf_buf_printf(&b, "%s ", out.parts[k].name);
			gf_num_print(&b, out.parts[k].value);
			gf_buf_byte(&b, ';');
		}
		tap_text(t, gf_buf_view(&b), rows[i].want, rows[i].what);
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

/* Numbers that look like chance and are the same everywhere. */
static uint32_t
dice(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % n;
}

/* The sum of the parts that lie between two days. */
static struct gf_num
within(const struct gf_portion *p, gf_day from, gf_day to)
{
	struct gf_num sum = GF_NUM(0);

	for (size_t i = 0; i < p->n; i++)
		if (p->parts[i].from >= from && p->parts[i].to <= to)
			gf_num_add(sum, p->parts[i].value, &sum);
	return sum;
}

/* Whether each part of the coarse cut is the sum of its fine ones. */
static bool
agree(const struct gf_portion *coarse, const struct gf_portion *fine)
{
	for (size_t i = 0; i < coarse->n; i++)
		if (gf_num_cmp(coarse->parts[i].value, within(fine,
		    coarse->parts[i].from, coarse->parts[i].to)) != 0)
			return false;
	return true;
}

static bool
one_chance(uint32_t *seed)
{
	struct gf_portion cuts[5];
	struct gf_num weights[12], whole = GF_NUM(0);
	struct gf_portion_ask ask = { .weights = weights };
	struct gf_period off[3];
	struct test_plan p;
	struct gf_buf b = { 0 };
	gf_day start = 20454 + (gf_day)dice(seed, 1200);
	gf_day due = start + (gf_day)dice(seed, 900);
	int to = (int)dice(seed, 2000) - 1000;
	bool ok = true;
	const char *why = "";

	for (size_t i = 0; i < 12; i++)
		weights[i] = (struct gf_num){ (int64_t)dice(seed, 20), 1 };
	for (size_t i = 0; i < 3; i++) {
		gf_day d = start + (gf_day)dice(seed, 300);

		off[i] = (struct gf_period){ d, d + (gf_day)dice(seed, 20),
			GF_PERIOD_DAY };
	}
	test_plan_init(&p, "2026-05-15");
	p.config.calendar.holidays = off;
	p.config.calendar.nholidays = 3;
	p.config.calendar.workdays = (uint8_t)(1 + dice(seed, 126));
	p.config.calendar.fiscal.month = dice(seed, 13);
	p.config.calendar.fiscal.day = 1;
	gf_buf_printf(&b, "goal: g\ntitle: t\nmeasure: {unit: x, from: 3.25, "
	    "to: %d}\npace: %s\nstart: ", to, dice(seed, 2) ? "linear" :
	    "workdays");
	gf_day_print(&b, start);
	gf_buf_text(&b, "\ndue: ");
	gf_day_print(&b, due);
	gf_buf_text(&b, "\n");
	test_plan_add(&p, b.p);
	gf_plan_resolve(&p.plan);
	gf_num_sub(GF_NUM(to), (struct gf_num){ 325, 2 }, &whole);
	for (int by = GF_BY_YEAR; by <= GF_BY_DAY && ok; by++) {
		ask.by = (enum gf_by)by;
		ok = gf_portion_cut(&cuts[by], &p.plan, p.plan.goals[0], &ask,
		    &p.arena, &why) && gf_num_cmp(within(&cuts[by], start,
		    due), whole) == 0;
	}
	ok = ok && agree(&cuts[GF_BY_YEAR], &cuts[GF_BY_QUARTER]) &&
	    agree(&cuts[GF_BY_QUARTER], &cuts[GF_BY_MONTH]) &&
	    agree(&cuts[GF_BY_MONTH], &cuts[GF_BY_DAY]) &&
	    agree(&cuts[GF_BY_WEEK], &cuts[GF_BY_DAY]);
	if (!ok)
		printf("# %s\n%s", why, b.p);
	gf_buf_release(&b);
	test_plan_release(&p);
	return ok;
}

static void
chances(struct tap *t)
{
	uint32_t seed = 11;
	int bad = 0;

	for (int i = 0; i < 300; i++)
		bad += !one_chance(&seed);
	tap_int(t, bad, 0, "the parts add up for any calendar and weights");
}

static void
funnel(struct tap *t)
{
	struct gf_portion_ask ask = { .by = GF_BY_MONTH };
	struct test_plan p;
	struct gf_portion out;
	struct gf_buf b = { 0 };
	const char *why;

	test_plan_init(&p, "2026-06-15");
	/*
	 * 20 are left, 2 under way; 18 / 0.25 = 72 demos, 72 / 0.16 = 450 calls;
	 * a first step until Friday the 19th: 5 days, today's 90 and 14.4
	 */
	test_plan_add(&p, "goal: g\ntitle: t\nstart: 2026-06-01\n"
	    "due: 2026-06-26\n" TO("40") "lead-time: 1 week\nin-flight: 2\n"
	    "funnel: [{step: calls, rate: 16%}, {step: demos, rate: 25%}]\n"
	    "progress: [{date: 2026-06-12, value: 20}]\n");
	gf_plan_resolve(&p.plan);
	tap_ok(t, gf_portion_cut(&out, &p.plan, p.plan.goals[0], &ask,
	    &p.arena, &why), "a goal with a funnel");
	for (size_t i = 0; i < out.nsteps; i++)
		gf_buf_printf(&b, "%.*s %lld %lld %lld;",
		    (int)out.steps[i].step.n, out.steps[i].step.p,
		    (long long)out.steps[i].all.m,
		    (long long)out.steps[i].week.m,
		    (long long)out.steps[i].today.m);
	tap_text(t, gf_buf_view(&b), "calls 450 450 90;demos 72 72 15;",
	    "from the result back to today, rounded up at the end");
	tap_int(t, out.lead, 5, "a week is five working days");
	tap_int(t, out.last, test_day("2026-06-21"), "the last first step");
	gf_buf_release(&b);
	test_plan_release(&p);
}

/* Years end where the calendar does, so that a walk over them ends, too. */
static void
ends(struct tap *t)
{
	static const struct gf_fiscal none = { 0 }, july = { 7, 1, false };
	gf_day last = gf_day_of(9999, 12, 31), first = gf_day_of(1000, 1, 1);

	for (int by = GF_BY_YEAR; by <= GF_BY_MONTH; by++) {
		tap_int(t, gf_span_last((enum gf_by)by, last, &none), last,
		    "the last span of the calendar");
		tap_int(t, gf_span_last((enum gf_by)by, last, &july), last,
		    "the same of a fiscal year");
		tap_ok(t, gf_span_last((enum gf_by)by, first, &july) > first,
		    "the first span of the calendar");
	}
}

int
main(void)
{
	struct tap t = { 0 };

	shared(&t);
	cut(&t);
	chances(&t);
	funnel(&t);
	ends(&t);
	return tap_done(&t);
}
