/*
 * Checks whose numbers are worked out by hand. 1 June 2026 is a Monday; March
 * 2026 has 26 days from Monday to Saturday.
 */
#include "judge/pace.h"
#include "judge/smart.h"
#include "plan.h"
#include "tap.h"

/* What one check says of a goal; empty: nothing. */
static struct gf_str
said(struct test_plan *p, const struct gf_catalog *catalog, const char *id,
    const char *goal)
{
	struct gf_findings out = { 0 };
	struct gf_case c = { .plan = &p->plan, .scratch = &p->arena,
		.out = &out };
	struct gf_str text = GF_STR("");

	gf_findings_init(&out, &p->arena);
	test_plan_add(p, goal);
	gf_plan_resolve(&p->plan);
	c.goal = p->plan.goals[0];
	for (size_t i = 0; i < catalog->n; i++)
		if (strcmp(catalog->rows[i].check.id, id) == 0)
			catalog->rows[i].goal(&c, &catalog->rows[i].check);
	if (out.n > 0)
		text = out.v[0].said;
	gf_findings_release(&out);
	return text;
}

#define JUNE "goal: g\nstart: 2026-06-01\ndue: 2026-06-27\n" \
	"measure: {metric: visits, from: 0, to: 24}\n" \
	"best: [{value: 26, in: 2026-03}]\n"

/* One a day was the best; a week has six days, 12 of them are left. */
static void
against_best(struct tap *t)
{
	static const struct {
		const char *value, *want;
	} rows[] = {
		{ "12", "" },
		/* 13 / 12 * 6 */
		{ "11", "this needs 6.5 a week, the best so far was 6" },
	};

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct test_plan p;
		struct gf_buf b = { 0 };

		test_plan_init(&p, "2026-06-13");
		p.config.calendar.workdays = 0x3f;
		gf_buf_printf(&b, JUNE "progress: [{date: 2026-06-13, value: "
		    "%s}]\n", rows[i].value);
		tap_text(t, said(&p, &gf_smart_pace, "A02", b.p), rows[i].want,
		    "a week of six days");
		gf_buf_release(&b);
		test_plan_release(&p);
	}
}

/*
 * From 2 to 29 May 20 days brought 10 + 10, from 16 May to 12 June 10 + 1; 30
 * are left for 10 days.
 */
static void
best_stretch(struct tap *t)
{
	struct test_plan p;

	test_plan_init(&p, "2026-06-12");
	tap_text(t, said(&p, &gf_smart_pace, "A02", "goal: g\n"
	    "start: 2026-05-01\ndue: 2026-06-26\n"
	    "measure: {metric: visits, to: 56, count: sum}\n"
	    "progress:\n- {date: 2026-05-01, value: 5}\n"
	    "- {date: 2026-05-15, value: 10}\n"
	    "- {date: 2026-05-29, value: 10}\n"
	    "- {date: 2026-06-12, value: 1}\n"),
	    "this needs 15 a week, the best so far was 5",
	    "sums of four weeks");
	test_plan_release(&p);
}

/* The noun is the fifth word behind the number. */
static void
far_noun(struct tap *t)
{
	for (int near = 2; near <= 9; near += 7) {
		struct test_plan p;

		test_plan_init(&p, "2026-06-12");
		p.config.thresholds[GF_TH_UNIT_NEAR] = GF_NUM(near);
		tap_text(t, said(&p, &gf_smart_m, "M03", "goal: g\n"
		    "title: Get to 90 with or without paid help\n"),
		    near == 2 ? "'90' of what?" : "", "unit-near is read");
		test_plan_release(&p);
	}
}

/* Of 12 things 2 are 0.83 of 2.4, which is judged once 20 are many. */
static void
few(struct tap *t)
{
	struct test_plan p;
	struct gf_pace pace;

	test_plan_init(&p, "2026-06-04");
	p.config.thresholds[GF_TH_NOISE_UNITS] = GF_NUM(20);
	test_plan_add(&p, "goal: g\nstart: 2026-06-01\ndue: 2026-06-26\n"
	    "measure: {unit: clinics, from: 0, to: 12}\n"
	    "progress: [{date: 2026-06-04, value: 2}]\n");
	gf_plan_resolve(&p.plan);
	gf_pace_of(&p.plan, p.plan.goals[0], &p.arena, &pace);
	tap_ok(t, pace.state == GF_STATE_BEHIND, "noise-units is read");
	test_plan_release(&p);
}

int
main(void)
{
	struct tap t = { 0 };

	against_best(&t);
	best_stretch(&t);
	far_noun(&t);
	few(&t);
	return tap_done(&t);
}
