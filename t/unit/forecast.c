/*
 * Forecasts, every number worked out by hand, and what holds of every line. 1
 * June 2026 is a Monday; from then to Friday 26 June there are 20 working days,
 * to Friday 25 September 85.
 */
#include "base/mem.h"
#include "judge/pace_list.h"
#include "plan.h"
#include "tap.h"

#define JUNE "start: 2026-06-01\ndue: 2026-06-26\n"
#define SUMMER "start: 2026-06-01\ndue: 2026-09-25\n"
#define RISE(to) "measure: {unit: x, from: 0, to: " to "}\n"
#define AT(day, value) "- {date: 2026-" day ", value: " value "}\n"

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

/* forecast NULL: none; arrival NULL: never. */
static const struct {
	const char *what, *today, *goal;
	const char *forecast, *low, *high, *arrival;
} rows[] = {
	/*
	 * 16 in 15 days; 5 are left: 16 + 16/3. 24 more take 22.5 days: 5 to
	 * the 26th, and 18 after it
	 */
	{ "all readings while there are fewer than 20 days", "2026-06-19",
	    JUNE RISE("40") "progress:\n" AT("06-05", "5") AT("06-12", "12")
	    AT("06-19", "16"), "21.333333", "21.333333", "21.333333",
	    "2026-07-22" },
	{ "none with two readings", "2026-06-19", JUNE RISE("40")
	    "progress:\n" AT("06-12", "12") AT("06-19", "16"), NULL, NULL,
	    NULL, NULL },
	/*
	 * days 10, 20, 30, 40 with 10, 20, 40, 44: 24 in the last 20, at worst
	 * 20, at best 30; 45 are left; 56 more at 1.2 take 46.7 days, 2 after
	 * Friday 25 September
	 */
	{ "the last twenty working days", "2026-07-24", SUMMER RISE("100")
	    "progress:\n" AT("06-12", "10") AT("06-26", "20") AT("07-10", "40")
	    AT("07-24", "44"), "98", "89", "111.5", "2026-09-29" },
	/*
	 * 34 in 30 days: the newest reading that is 20 days old is of day 10;
	 * at best 30 in 20; 56 more take 49.4 days, 5 after the 45 left
	 */
	{ "a reading stands for its own day alone", "2026-07-24",
	    SUMMER RISE("100") "progress:\n" AT("06-12", "10")
	    AT("07-10", "40") AT("07-24", "44"), "95", "95", "111.5",
	    "2026-10-02" },
	/* 8 + 4 + 8 since day 20, which no reading is of: 20 in 20 */
	{ "a sum is known on every day", "2026-07-24", SUMMER
	    "measure: {unit: x, to: 100, count: sum}\nprogress:\n"
	    AT("06-12", "10") AT("07-10", "8") AT("07-10", "4")
	    AT("07-24", "8"), "75", "57", "75", "2026-10-30" },
	/* 40 -> 34 in 10 days; 28 is due after 20 more, 10 are left */
	{ "a fall", "2026-06-12", JUNE "measure: {unit: h, from: 40, to: 22}\n"
	    "progress:\n" AT("06-03", "39") AT("06-05", "38")
	    AT("06-12", "34"), "28", "28", "28", "2026-07-10" },
	/* 7 of 20 after 5 days; 13 more take 9.3 days */
	{ "it arrives before it is due", "2026-06-05", JUNE RISE("20")
	    "progress:\n" AT("06-02", "1") AT("06-04", "4") AT("06-05", "7"),
	    "28", "28", "28", "2026-06-19" },
	{ "what stands still never arrives", "2026-06-12", JUNE RISE("40")
	    "progress:\n" AT("06-01", "0") AT("06-05", "0") AT("06-12", "0"),
	    "0", "0", "0", NULL },
	{ "what goes back never arrives", "2026-06-12", JUNE RISE("40")
	    "progress:\n" AT("06-01", "0") AT("06-05", "-1") AT("06-12", "-2"),
	    "-4", "-4", "-4", NULL },
	{ "what has arrived has its day", "2026-06-19", JUNE RISE("10")
	    "progress:\n" AT("06-05", "11") AT("06-08", "9") AT("06-12", "10")
	    AT("06-19", "12"), "16", "16", "16", "2026-06-12" },
	{ "nothing is left on the due date", "2026-06-26", JUNE RISE("40")
	    "progress:\n" AT("06-05", "5") AT("06-12", "12") AT("06-26", "16"),
	    NULL, NULL, NULL, NULL },
	/*
	 * from is the first reading: 4 -> 8 in 5 days, 10 are left; 32 more
	 * take 40 days, 6 weeks after the 26th
	 */
	{ "without from", "2026-06-12", JUNE "measure: {unit: x, to: 40}\n"
	    "progress:\n" AT("06-05", "4") AT("06-08", "5") AT("06-12", "8"),
	    "16", "16", "16", "2026-08-07" },
	{ "three readings of one day", "2026-06-05", JUNE
	    "measure: {unit: x, to: 40}\nprogress:\n" AT("06-05", "4")
	    AT("06-05", "5") AT("06-05", "8"), NULL, NULL, NULL, NULL },
	{ "a level", "2026-06-12", JUNE "measure: {unit: x, at-least: 4}\n"
	    "progress:\n" AT("06-03", "4") AT("06-05", "5") AT("06-12", "8"),
	    NULL, NULL, NULL, NULL },
	{ "no dates", "2026-06-12", RISE("40") "progress:\n" AT("06-03", "4")
	    AT("06-05", "5") AT("06-12", "8"), NULL, NULL, NULL, NULL },
};

static struct gf_pace
pace_of(struct test_plan *p, const char *today, const char *goal,
    const char *other)
{
	struct gf_buf b = { 0 };
	struct gf_pace pace;

	test_plan_init(p, today);
	gf_buf_printf(&b, "goal: g\ntitle: t\n%s", goal);
	test_plan_add(p, b.p);
	if (other != NULL)
		test_plan_add(p, other);
	gf_plan_resolve(&p->plan);
	gf_pace_of(&p->plan, p->plan.goals[0], &p->arena, &pace);
	gf_buf_release(&b);
	return pace;
}

static void
forecasts(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct test_plan p;
		struct gf_pace pace = pace_of(&p, rows[i].today, rows[i].goal,
		    NULL);
		gf_day arrival = rows[i].arrival ? test_day(rows[i].arrival) :
		    GF_NO_DAY;
		bool ok = pace.forecasted == (rows[i].forecast != NULL) &&
		    (!pace.forecasted || (is(pace.forecast, rows[i].forecast) &&
		    is(pace.low, rows[i].low) && is(pace.high, rows[i].high)));

		if (pace.arrival != arrival) {
			struct gf_buf b = { 0 };

			if (pace.arrival != GF_NO_DAY)
				gf_day_print(&b, pace.arrival);
			printf("# arrives %s\n", b.n > 0 ? b.p : "never");
			gf_buf_release(&b);
			ok = false;
		}
		tap_ok(t, ok, "%s", rows[i].what);
		test_plan_release(&p);
	}
}

/* needs "-": no day is left or nothing is needed. */
static const struct {
	const char *what, *today, *goal, *other;
	const char *stand, *per_day, *per_week;
	int left;
} needs[] = {
	/* half of 11; 6 in 10 days */
	{ "an exact share of the way", "2026-06-12", JUNE RISE("11")
	    "progress:\n" AT("06-12", "5"), NULL, "5.5", "0.6", "3", 10 },
	{ "more than was needed", "2026-06-12", JUNE RISE("11")
	    "progress:\n" AT("06-12", "12"), NULL, "5.5", "-0.1", "-0.5", 10 },
	{ "due today", "2026-06-26", JUNE RISE("11") "progress:\n"
	    AT("06-26", "5"), NULL, "11", "0", "0", 0 },
	{ "over", "2026-06-29", JUNE RISE("11") "progress:\n"
	    AT("06-26", "5"), NULL, "11", "0", "0", 0 },
	{ "due on a Sunday", "2026-06-26", "start: 2026-06-01\n"
	    "due: 2026-06-28\n" RISE("11") "progress:\n" AT("06-26", "5"),
	    NULL, "11", "0", "0", 0 },
	/* a third of 10, rounded once */
	{ "a third", "2026-06-02", "start: 2026-06-01\ndue: 2026-06-03\n"
	    RISE("5") "progress:\n" AT("06-02", "1"), NULL, "3.333333", "4",
	    "20", 1 },
	/* the owner works two of the last ten days */
	{ "the owner is away", "2026-06-12", JUNE RISE("11") "owner: ana\n"
	    "progress:\n" AT("06-12", "5"), "person: ana\n"
	    "away: [2026-06-15..2026-06-24]\n", "9.166667", "3", "15", 2 },
};

static void
needed(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(needs); i++) {
		struct test_plan p;
		struct gf_pace pace = pace_of(&p, needs[i].today,
		    needs[i].goal, needs[i].other);

		tap_ok(t, is(pace.stand, needs[i].stand) &&
		    is(pace.per_day, needs[i].per_day) &&
		    is(pace.per_week, needs[i].per_week) &&
		    pace.days_left == needs[i].left, "%s", needs[i].what);
		test_plan_release(&p);
	}
}

/* E is 0 the day before start and 1 on due, and never falls between. */
static bool
is_a_line(struct test_plan *p, gf_day start, gf_day due)
{
	struct gf_num last = GF_NUM(0), e;

	for (gf_day d = start - 1; d <= due; d++) {
		if (!gf_expected(&p->plan, p->plan.goals[0], &p->arena, d, &e))
			return false;
		if (gf_num_cmp(e, last) < 0 || (d < start && e.m != 0))
			return false;
		last = e;
	}
	return gf_num_cmp(last, GF_NUM(1)) == 0;
}

/* Numbers that look like chance and are the same everywhere. */
static uint32_t
dice(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) % n;
}

static void
add_day(struct gf_buf *b, gf_day day)
{
	gf_day_print(b, day);
}

static void
lines(struct tap *t)
{
	static const char *const shapes[] = {
		"linear", "workdays", "last-third", "steps", NULL
	};
	uint32_t seed = 6;
	int bad = 0;

	for (int i = 0; i < 400; i++) {
		struct test_plan p;
		struct gf_buf b = { 0 }, who = { 0 };
		gf_day start = 20454 + (gf_day)dice(&seed, 800);
		gf_day due = start + (gf_day)dice(&seed, 100);
		gf_day away = start + (gf_day)dice(&seed, 60) - 10;

		/* a point on due itself would say what is expected there */
		const char *shape = shapes[dice(&seed, due > start ? 5 : 4)];

		gf_buf_printf(&b, "goal: g\ntitle: t\nowner: ana\nmeasure: "
		    "{unit: x, from: 0, to: 7}\npace: %s",
		    shape ? shape : "[{by: ");
		if (shape == NULL) {
			add_day(&b, start + (gf_day)dice(&seed, (uint32_t)(due -
			    start)));
			gf_buf_printf(&b, ", value: %u}]", dice(&seed, 8));
		}
		gf_buf_text(&b, "\nstart: ");
		add_day(&b, start);
		gf_buf_text(&b, "\ndue: ");
		add_day(&b, due);
		gf_buf_text(&b, "\npaused: [");
		add_day(&b, start + (gf_day)dice(&seed, 40));
		gf_buf_text(&b, "]\nmilestones: [{value: 3, by: ");
		add_day(&b, start + (gf_day)dice(&seed, 50));
		gf_buf_text(&b, "}]\n");
		gf_buf_text(&who, "person: ana\naway: [");
		add_day(&who, away);
		gf_buf_text(&who, "..");
		add_day(&who, away + (gf_day)dice(&seed, 30));
		gf_buf_text(&who, "]\nramp: [{factor: 0.5, until: ");
		add_day(&who, start + (gf_day)dice(&seed, 30));
		gf_buf_text(&who, "}]\n");
		test_plan_init(&p, "2026-06-15");
		test_plan_add(&p, b.p);
		test_plan_add(&p, who.p);
		gf_plan_resolve(&p.plan);
		if (!is_a_line(&p, start, due) && bad++ == 0)
			printf("# %s%s", b.p, who.p);
		gf_buf_release(&b);
		gf_buf_release(&who);
		test_plan_release(&p);
	}
	tap_int(t, bad, 0, "a line begins at 0, ends at 1 and never falls");
}

/* What wants to be talked about comes first. */
static void
sorted(struct tap *t)
{
	static const char *const goals[] = {
		"goal: rests\ntitle: t\nstatus: paused\n",
		"goal: good\ntitle: t\n" JUNE RISE("40")
		    "progress:\n" AT("06-12", "20"),
		"goal: worse\ntitle: t\n" JUNE RISE("40")
		    "progress:\n" AT("06-12", "2"),
		"goal: bad\ntitle: t\n" JUNE RISE("40")
		    "progress:\n" AT("06-12", "4"),
		"goal: late\ntitle: t\n" JUNE RISE("40")
		    "progress:\n" AT("06-12", "17"),
		"goal: shut\ntitle: t\nclose: {date: 2026-06-12, "
		    "verdict: missed}\n",
		"goal: silent\ntitle: t\n" JUNE RISE("40"),
	};
	struct test_plan p;
	struct gf_pace_list l = { .plan = &p.plan };
	struct gf_buf b = { 0 };

	test_plan_init(&p, "2026-06-12");
	for (size_t i = 0; i < GF_LEN(goals); i++)
		test_plan_add(&p, goals[i]);
	gf_plan_resolve(&p.plan);
	for (size_t i = 0; i < p.plan.ngoals; i++)
		gf_pace_list_add(&l, p.plan.goals[i], &p.arena);
	gf_pace_list_sort(&l);
	for (size_t i = 0; i < l.n; i++)
		gf_buf_printf(&b, "%.*s ", (int)l.rows[i].goal->id.n,
		    l.rows[i].goal->id.p);
	tap_text(t, gf_buf_view(&b), "worse bad late silent good rests shut ",
	    "what wants to be talked about comes first");
	gf_buf_release(&b);
	gf_pace_list_release(&l);
	test_plan_release(&p);
}

int
main(void)
{
	struct tap t = { 0 };

	forecasts(&t);
	needed(&t);
	lines(&t);
	sorted(&t);
	return tap_done(&t);
}
