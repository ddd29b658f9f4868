/*
 * What goals add up to, every number worked out by hand. All run from 1 June to
 * 26 June 2026 (20 working days) but where another date stands; 10 of the days
 * are gone on Friday the 12th.
 */
#include "judge/align.h"
#include "judge/effort.h"
#include "judge/overlap.h"
#include "judge/rollup.h"
#include "plan.h"
#include "tap.h"

#define JUNE "start: 2026-06-01\ndue: 2026-06-26\n"
#define UP(from, to) "goal: up\n" JUNE "measure: {metric: shops, unit: " \
	"shops, from: " from ", to: " to "}\n"
#define UNDER(id, from, to) "goal: " id "\n" JUNE "measure: {metric: shops, " \
	"unit: shops, from: " from ", to: " to "}\n"
#define READ(value) "progress: [{date: 2026-06-12, value: " value "}]\n"

/* Target, gap, surplus, what is open beyond them, progress and status. */
static const struct {
	const char *what;
	const char *docs[5];		/* the first is the one that is asked */
	const char *want;
} rows[] = {
	/* 90/365 of 120 are 29.589041, less than 30; 120 - 30 is no gap */
	{ "a year and a child of its first quarter",
	    { "goal: up\nstart: 2026-01-01\ndue: 2026-12-31\npace: linear\n"
	    "measure: {metric: shops, unit: shops, from: 0, to: 120}\n",
	    "goal: a\nsupports: up\nstart: 2026-01-01\ndue: 2026-03-31\n"
	    "measure: {metric: shops, unit: shops, from: 0, to: 30}\n" },
	    "30 0 0 90 - missed" },
	/* 50 + 20 + 0 of 121, not the mean of 0.5, 1 and 0 */
	{ "100, 20 and 1 are not a third each", { UP("0", "121"),
	    UNDER("a", "0", "100") "supports: up\n" READ("50"),
	    UNDER("b", "0", "20") "supports: up\n" READ("20"),
	    UNDER("c", "0", "1") "supports: up\n" READ("0") },
	    "121 0 0 0 0.578512 on-track" },
	{ "spans are compared, not targets", { UP("40", "64"),
	    UNDER("a", "0", "24") "supports: up\n" READ("12") },
	    "24 0 0 0 0.5 on-track" },
	/* 10 of 40 are missing; 10 of 40 gone where 20 are expected */
	{ "a gap", { UP("0", "40"),
	    UNDER("a", "0", "30") "supports: up\n" READ("10") },
	    "30 10 0 0 0.25 at-risk" },
	/* 60 / 40 - 1 */
	{ "more than is wanted", { UP("0", "40"),
	    UNDER("a", "0", "60") "supports: up\n" READ("30") },
	    "60 0 0.5 0 0.75 on-track" },
	{ "a fall", { UP("40", "20"),
	    UNDER("a", "10", "0") "supports: up\n" READ("5") },
	    "-10 10 0 0 0.25 on-track" },
	/* half of 30 */
	{ "a share", { UP("0", "20"), UNDER("a", "0", "30")
	    "supports: [{goal: up, share: 50%}]\n" READ("10") },
	    "15 5 0 0 0.25 at-risk" },
	/* 12 shops of 10k */
	{ "a rate", { "goal: up\n" JUNE
	    "measure: {metric: sales, unit: EUR, from: 0, to: 200k}\n",
	    UNDER("a", "0", "12") "supports: [{goal: up, via: {per: 1 shops, "
	    "gives: 10k EUR}}]\n" READ("6") },
	    "120000 80000 0 0 0.3 on-track" },
	/* what c brings comes by a and by b, and is 10 once */
	{ "two ways up", { UP("0", "10"),
	    "goal: a\n" JUNE "supports: up\n", "goal: b\n" JUNE
	    "supports: up\n", UNDER("c", "0", "10") "supports: [a, b]\n"
	    READ("5") }, "10 0 0 0 0.5 on-track" },
	/* its own reading stands, whatever the one below has */
	{ "a reading of its own", { UP("0", "40") READ("20"),
	    UNDER("a", "0", "40") "supports: up\n" READ("0") },
	    "40 0 0 0 0.5 on-track" },
	/* (3 * 0.5 + 1 * 1) / 4 */
	{ "weights", { "goal: up\n" JUNE "rollup: weighted\n",
	    UNDER("a", "0", "40") "supports: [{goal: up, weight: 3}]\n"
	    READ("20"), UNDER("b", "0", "8")
	    "supports: [{goal: up, weight: 1}]\n" READ("8") },
	    "- - - - 0.625 on-track" },
	/* who is not known has no say: 0.5 */
	{ "one is not known", { "goal: up\n" JUNE "rollup: weighted\n",
	    UNDER("a", "0", "40") "supports: [{goal: up, weight: 3}]\n"
	    READ("20"), UNDER("b", "0", "8")
	    "supports: [{goal: up, weight: 1}]\n" },
	    "- - - - 0.5 on-track" },
	{ "the mean", { "goal: up\n" JUNE "rollup: average\n",
	    UNDER("a", "0", "40") "supports: [{goal: up, weight: 3}]\n"
	    READ("20"), UNDER("b", "0", "8") "supports: up\n" READ("8") },
	    "- - - - 0.75 on-track" },
	{ "the worst", { "goal: up\n" JUNE "rollup: worst\n",
	    UNDER("a", "0", "40") "supports: up\n" READ("30"),
	    UNDER("b", "0", "8") "supports: up\n" READ("4") },
	    "- - - - 0.5 on-track" },
	/* b is 4 of 100 and at risk: too light to decide */
	{ "a light one does not decide", { UP("0", "100"),
	    UNDER("a", "0", "96") "supports: up\n" READ("48"),
	    UNDER("b", "0", "4") "supports: up\n" READ("-2") },
	    "100 0 0 0 0.46 on-track" },
	{ "one of a twentieth does", { UP("0", "100"),
	    UNDER("a", "0", "95") "supports: up\n" READ("48"),
	    UNDER("b", "0", "5") "supports: up\n" READ("-2") },
	    "100 0 0 0 0.46 at-risk b" },
	/* a rate adds to nothing unless it says so */
	{ "percentages do not add up", { "goal: up\n" JUNE
	    "measure: {metric: share, unit: '%', from: 0, to: 40}\n",
	    "goal: a\n" JUNE "supports: up\n"
	    "measure: {metric: share, unit: '%', from: 0, to: 40}\n"
	    READ("20") }, "- - - - 0.5 on-track" },
};

static void
number(struct gf_buf *b, bool known, struct gf_num n)
{
	if (known)
		gf_num_print(b, n);
	else
		gf_buf_byte(b, '-');
	gf_buf_byte(b, ' ');
}

static void
sums(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct test_plan p;
		struct gf_graph graph;
		struct gf_rollup r;
		const struct gf_roll *roll;
		const struct gf_total *s;
		struct gf_buf b = { 0 };
		bool adds;

		test_plan_init(&p, "2026-06-12");
		for (size_t k = 0; k < 5 && rows[i].docs[k] != NULL; k++)
			test_plan_add(&p, rows[i].docs[k]);
		gf_plan_resolve(&p.plan);
		gf_graph_init(&graph, &p.plan, &p.arena);
		gf_rollup_init(&r, &graph, &p.arena);
		roll = gf_rollup_of(&r, p.plan.goals[0]);
		s = roll->sum;
		adds = s->ncarry > 0 && s->compared;
		number(&b, adds, gf_ratio_num(s->target));
		number(&b, adds, s->gap);
		number(&b, adds, s->over_assigned);
		number(&b, adds, s->unplanned);
		number(&b, roll->known, roll->progress);
		gf_buf_text(&b, gf_state_name((enum gf_state)roll->state));
		if (roll->state == GF_STATE_AT_RISK && roll->because != NULL &&
		    s->ncarry > 1) {
			gf_buf_byte(&b, ' ');
			gf_buf_str(&b, roll->because->id);
		}
		tap_text(t, gf_buf_view(&b), rows[i].want, rows[i].what);
		if (s->unplanned.m != 0)
			tap_int(t, s->unplanned_from, test_day("2026-04-01"),
			    "from the day after the last of them");
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

/* All goals of a ring lead where one of them leads, however long it is. */
static void
ring(struct tap *t)
{
	struct test_plan p;
	struct gf_graph graph;
	struct gf_cover_table table;
	struct gf_overlap o;
	int reached = 0;

	test_plan_init(&p, "2026-06-12");
	test_plan_add(&p, "person: ana\n");
	for (char c = 'a'; c <= 'f'; c++) {
		struct gf_buf b = { 0 };

		gf_buf_printf(&b, "goal: %c\nowner: ana\nsupports: [%c%s]\n",
		    c, c == 'f' ? 'a' : c + 1, c == 'f' ? ", top" : "");
		test_plan_add(&p, b.p);
		gf_buf_release(&b);
	}
	test_plan_add(&p, "goal: top\nlevel: company\n");
	gf_plan_resolve(&p.plan);
	gf_graph_init(&graph, &p.plan, &p.arena);
	gf_cover_init(&table, &graph, &p.arena);
	for (size_t i = 0; i < p.plan.ngoals; i++)
		reached += table.reaches[i];
	tap_int(t, reached, 7, "all lead to the company");
	gf_overlap_init(&o, &graph, &p.arena);
	reached = 0;
	for (size_t i = 0; o.n == 1 && i < o.rows[0].ngoals; i++)
		reached += o.rows[0].kinds[i] == GF_OVERLAP_HAVE_TO;
	tap_int(t, reached, 6, "and are for it");
	test_plan_release(&p);
}

/* Whether a goal takes so many hours a week, or no one knows how many (-1). */
static bool
takes(const struct gf_goal *g, const struct gf_num *capacity, int hours)
{
	struct gf_num h;

	return gf_effort_hours(g, capacity, &h) ?
	    gf_num_cmp(h, GF_NUM(hours)) == 0 : hours == -1;
}

/* An effort in hours, and as a share of what its owner says he has. */
static void
efforts(struct tap *t)
{
	static const struct {
		const char *goal;
		int known, assumed;	/* hours, -1: not known */
	} says[] = {
		{ "goal: a\nowner: ana\neffort: 6 h\n", 6, 6 },
		{ "goal: a\nowner: ana\neffort: 25%\n", 10, 10 },
		{ "goal: a\nowner: ben\neffort: 25%\n", -1, 8 },
		{ "goal: a\nowner: us\neffort: 25%\n", -1, 8 },
		{ "goal: a\nowner: ana\n", -1, -1 },
	};

	for (size_t i = 0; i < GF_LEN(says); i++) {
		struct test_plan p;
		const struct gf_goal *g;
		struct gf_num own, most = GF_NUM(32);
		bool own_known;

		test_plan_init(&p, "2026-06-12");
		test_plan_add(&p, "person: ana\ncapacity: 40 h\n");
		test_plan_add(&p, "person: ben\n");
		test_plan_add(&p, "team: us\nname: Us\n");
		test_plan_add(&p, says[i].goal);
		gf_plan_resolve(&p.plan);
		g = p.plan.goals[0];
		own_known = gf_effort_capacity(g->owner, &own);
		tap_ok(t, takes(g, own_known ? &own : NULL, says[i].known),
		    "%zu: hours that are said", i);
		tap_ok(t, takes(g, own_known ? &own : &most, says[i].assumed),
		    "%zu: hours of a capacity that is assumed", i);
		test_plan_release(&p);
	}
}

int
main(void)
{
	struct tap t = { 0 };

	sums(&t);
	ring(&t);
	efforts(&t);
	return tap_done(&t);
}
