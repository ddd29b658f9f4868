/*
 * Meetings, promises and blocks by hand. 1 June 2026 is a Monday.
 */
#include "judge/promise.h"
#include "judge/routine.h"
#include "plan.h"
#include "tap.h"

#define ANA "person: ana\ncoach: dora\none-on-one: {every: 2 weeks, " \
	"weekday: tue, since: 2026-06-01}\n"

/* Slots as "DAY state;", from the first on. */
static const struct {
	const char *what, *person, *other, *want;
} rhythms[] = {
	/* a session keeps the nearest slot: 17 June is one day from the 16th */
	{ "periodic", ANA, "session: 2026-06-17\nwith: ana\n",
	    "06-02 missed;06-16 kept;06-30 ahead;07-14 ahead;" },
	/* both are away on the 16th and 17th */
	{ "an absence moves it", ANA "away: [2026-06-16]\n",
	    "person: dora\naway: [2026-06-17]\n",
	    "06-02 missed;06-18 missed;06-30 ahead;07-14 ahead;" },
	{ "no day before the next slot is left", ANA
	    "away: [2026-06-16..2026-06-29]\n", NULL,
	    "06-02 missed;06-16 skipped;06-30 ahead;07-14 ahead;" },
	/*
	 * the session is 8 days from the 2nd and 6 from the 16th; the chain
	 * goes on two weeks after it
	 */
	{ "chained", "person: ana\ncoach: dora\none-on-one: {every: 2 weeks, "
	    "since: 2026-06-02, rule: chained}\n",
	    "session: 2026-06-10\nwith: ana\n",
	    "06-02 missed;06-16 kept;06-24 ahead;07-08 ahead;" },
	{ "the last session says next", ANA,
	    "session: 2026-06-17\nwith: ana\nnext: 2026-06-26\n",
	    "06-02 missed;06-16 kept;06-26 ahead;07-14 ahead;" },
};

static void
slots(struct tap *t)
{
	static const char *const states[] = {
		[GF_SLOT_KEPT] = "kept", [GF_SLOT_MISSED] = "missed",
		[GF_SLOT_SKIPPED] = "skipped", [GF_SLOT_AHEAD] = "ahead"
	};

	for (size_t i = 0; i < GF_LEN(rhythms); i++) {
		struct test_plan p;
		struct gf_meets m;
		struct gf_rhythm r;
		struct gf_buf b = { 0 }, day = { 0 };

		test_plan_init(&p, "2026-06-22");
		test_plan_add(&p, rhythms[i].person);
		if (rhythms[i].other != NULL)
			test_plan_add(&p, rhythms[i].other);
		gf_plan_resolve(&p.plan);
		gf_meets_init(&m, &p.plan, &p.arena);
		gf_rhythm_of(&r, &m, &p.plan.entries[0], p.plan.today, false);
		for (size_t k = 0; k < r.n; k++) {
			gf_buf_clear(&day);
			gf_day_print(&day, r.slots[k].day);
			gf_buf_printf(&b, "%s %s;", day.p + 5,
			    states[r.slots[k].state]);
		}
		tap_text(t, gf_buf_view(&b), rhythms[i].want, rhythms[i].what);
		gf_buf_release(&b);
		gf_buf_release(&day);
		test_plan_release(&p);
	}
}

/* Due on the Tuesday after, kept 1 of 2; a dropped one counts for nobody. */
static void
promises(struct tap *t)
{
	struct test_plan p;
	struct gf_meets m;
	struct gf_rhythm r;
	struct gf_promises ps;

	test_plan_init(&p, "2026-06-22");
	test_plan_add(&p, ANA);
	test_plan_add(&p, "session: 2026-06-17\nwith: ana\ncommitments:\n"
	    "- {who: ana, what: a, state: kept}\n"
	    "- {who: ana, what: b, state: missed}\n"
	    "- {who: ana, what: c, state: dropped}\n"
	    "- {who: dora, what: d, by: 2026-06-19}\n"
	    "- {who: ana, what: e}\n");
	gf_plan_resolve(&p.plan);
	gf_meets_init(&m, &p.plan, &p.arena);
	gf_rhythm_of(&r, &m, &p.plan.entries[0], p.plan.today, false);
	gf_promises_of(&ps, &m, &r, &p.arena);
	tap_int(t, (int)ps.theirs.kept, 1, "kept");
	tap_int(t, (int)ps.theirs.all, 2, "of two that were decided");
	tap_int(t, (int)ps.mine.all, 0, "none of the coach's is decided");
	tap_ok(t, ps.n == 5 && gf_promise_overdue(&ps, &ps.v[3]),
	    "its day has passed");
	tap_ok(t, ps.n == 5 && ps.v[4].at_meeting && ps.v[4].due ==
	    test_day("2026-06-30"), "due at the next meeting");
	test_plan_release(&p);
}

/* Minutes a week of a block of 30 minutes. */
static const struct {
	const char *every, *want;
} blocks[] = {
	{ "workday", "150" }, { "2 workdays", "75" }, { "day", "210" },
	{ "week", "30" }, { "2 weeks", "15" },
	/* 7/31 of 30 */
	{ "month", "6.774194" },
};

static void
minutes(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(blocks); i++) {
		struct test_plan p;
		struct gf_owned owned;
		struct gf_week w;
		struct gf_buf b = { 0 };

		test_plan_init(&p, "2026-06-22");
		gf_buf_printf(&b, "person: ana\nroutine: [{do: calls, every: "
		    "%s, minutes: 30}]\n", blocks[i].every);
		test_plan_add(&p, b.p);
		gf_plan_resolve(&p.plan);
		gf_owned_init(&owned, &p.plan, &p.arena);
		gf_week_of(&w, &p.plan, &owned, &p.plan.entries[0], &p.arena);
		gf_buf_clear(&b);
		gf_num_print(&b, w.taken);
		tap_text(t, gf_buf_view(&b), blocks[i].want, blocks[i].every);
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

/* The last four weeks of a weekly block, 0.8 of which is followed. */
static void
followed(struct tap *t)
{
	static const struct {
		const char *log, *away;
		enum gf_followed want;
	} rows[] = {
		{ "2026-06-03, 2026-06-10, 2026-06-17", "", GF_FOLLOWED_NOT },
		{ "2026-05-27, 2026-06-03, 2026-06-10, 2026-06-17", "",
		    GF_FOLLOWED },
		/* the week away is not counted: 3 of 3 */
		{ "2026-06-03, 2026-06-10, 2026-06-17",
		    "away: [2026-05-25..2026-05-31]\n", GF_FOLLOWED },
		{ "", "", GF_FOLLOWED_UNKNOWN },
	};

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct test_plan p;
		struct gf_owned owned;
		struct gf_week w;
		struct gf_buf b = { 0 };

		test_plan_init(&p, "2026-06-21");
		gf_buf_printf(&b, "person: ana\n%sroutine: [{do: calls, "
		    "every: week, log: [%s]}]\n", rows[i].away, rows[i].log);
		test_plan_add(&p, b.p);
		test_plan_add(&p, "goal: g\nowner: ana\nstart: 2026-05-01\n"
		    "due: 2026-06-30\nmeasure: {metric: x, from: 0, to: 9}\n");
		gf_plan_resolve(&p.plan);
		gf_owned_init(&owned, &p.plan, &p.arena);
		gf_week_of(&w, &p.plan, &owned, &p.plan.entries[0], &p.arena);
		tap_int(t, w.nsquares == 1 ? (int)w.squares[0].followed : -1,
		    (int)rows[i].want, "a routine of the last four weeks");
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

int
main(void)
{
	struct tap t = { 0 };

	slots(&t);
	promises(&t);
	minutes(&t);
	followed(&t);
	return tap_done(&t);
}
