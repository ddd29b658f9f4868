/*
 * What obstacles cost and teach, by hand. From 1 to 26 June 2026 there are 20
 * working days; 20 of 40 are left for 10 of them, which is 2 a day.
 */
#include "judge/foresight.h"
#include "judge/loss.h"
#include "plan.h"
#include "tap.h"

#define GOAL "goal: g\nstart: 2026-06-01\ndue: 2026-06-26\n" \
	"measure: {metric: shops, unit: shops, from: 0, to: 40}\n" \
	"progress: [{date: 2026-06-12, value: 20}]\n"

static void
text_of(struct gf_buf *b, struct gf_num n)
{
	gf_num_print(b, n);
	gf_buf_byte(b, ' ');
}

/* Likelihood, cost, loss and the share up to here, the dearest first. */
static void
losses(struct tap *t)
{
	struct test_plan p;
	struct gf_losses all = { 0 };
	struct gf_buf b = { 0 };
	struct gf_obstacle o;
	struct gf_num sum;

	test_plan_init(&p, "2026-06-12");
	/* 3 of 2 a day; 8 h are a day; level 3 is one half */
	test_plan_add(&p, GOAL "obstacles:\n"
	    "- {when: a, then: x, likelihood: 50%, cost: 2 shops}\n"
	    "- {when: b, then: x, likelihood: 3, cost: 3 days}\n"
	    "- {when: c, then: x, likelihood: 0.25, cost: 8 h}\n"
	    "- {when: d, then: x, likelihood: 90%, cost: 9 shops, "
	    "status: passed}\n"
	    "- {when: e, then: x, likelihood: 90%, cost: 9 EUR}\n");
	gf_plan_resolve(&p.plan);
	for (size_t i = 0; i < 5; i++) {
		all.v = gf_grow(all.v, all.n, &all.cap, sizeof(*all.v));
		tap_ok(t, gf_obstacle_read(&o, p.plan.goals[0], i), "read");
		gf_loss_of(&p.plan, &o, &p.arena, &all.v[all.n]);
		all.v[all.n++].group = GF_STR("");
	}
	gf_losses_rank(&all);
	for (size_t i = 0; i < all.n && all.v[i].known; i++) {
		text_of(&b, all.v[i].likelihood);
		text_of(&b, all.v[i].cost);
		text_of(&b, all.v[i].loss);
		text_of(&b, gf_num_round(all.v[i].share, 3));
		gf_buf_byte(&b, ';');
	}
	/* 3, 1 and 0.5 of 4.5 */
	tap_text(t, gf_buf_view(&b), "0.5 6 3 0.667 ;0.5 2 1 0.889 ;"
	    "0.25 2 0.5 1 ;", "likelihood times cost");
	tap_ok(t, gf_loss_open(&p.plan, p.plan.goals[0], &p.arena, &sum) &&
	    gf_num_cmp(sum, (struct gf_num){ 45, 1 }) == 0,
	    "three open ones cost 4.5");
	gf_losses_release(&all);
	gf_buf_release(&b);
	test_plan_release(&p);
}

/*
 * 0.8 came and 0.2 did not: twice 0.04. The hit of the 1st was answered on the
 * 4th, and so was that of the 4th: 3 and 0 days.
 */
static void
foresight(struct tap *t)
{
	struct test_plan p;
	struct gf_foresight f = { 0 };
	struct gf_obstacle o;
	struct gf_buf b = { 0 };

	test_plan_init(&p, "2026-06-12");
	test_plan_add(&p, GOAL "obstacles:\n"
	    "- {when: a, then: x, likelihood: 80%, status: passed, hits: ["
	    "{date: 2026-06-01, plan: not}, {date: 2026-06-04, plan: used, "
	    "worked: yes}]}\n"
	    "- {when: b, then: x, likelihood: 20%, status: passed}\n"
	    "- {when: c, then: x, likelihood: 50%}\n"
	    "- {when: d, then: x, foreseen: no, hits: ["
	    "{date: 2026-06-05, plan: other, worked: no}]}\n");
	gf_plan_resolve(&p.plan);
	for (size_t i = 0; i < 4; i++)
		if (gf_obstacle_read(&o, p.plan.goals[0], i))
			gf_foresight_add(&f, &o);
	gf_foresight_end(&f);
	tap_int(t, (int)f.n, 2, "closed ones with a likelihood");
	text_of(&b, f.stated_mean);
	text_of(&b, f.observed);
	text_of(&b, f.brier);
	/* 3, 0 and 0 days */
	text_of(&b, f.days);
	tap_text(t, gf_buf_view(&b), "0.5 0.5 0.04 1 ", "stated, observed, "
	    "Brier, days to an answer");
	tap_ok(t, f.happened == 2 && f.foreseen == 1, "one was foreseen");
	tap_ok(t, f.record.hits == 3 && f.record.used == 1 &&
	    f.record.used_worked == 1 && f.record.other == 1 &&
	    f.record.other_worked == 0, "a plan used, and what worked");
	gf_buf_release(&b);
	test_plan_release(&p);
}

int
main(void)
{
	struct tap t = { 0 };

	losses(&t);
	foresight(&t);
	return tap_done(&t);
}
