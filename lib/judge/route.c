#include "judge/forecast.h"
#include "judge/route.h"

#define WEEK 5			/* working days */

/*
 * What is gained on a working day: of late where there are readings enough for
 * a forecast, else on the average since the start.
 */
static bool
rate_of(struct gf_routes *r, const struct gf_facts *f, int left,
    struct gf_ratio *rate)
{
	const struct gf_pace *p = &r->pace;
	int worked = gf_work_count(&f->line.work, p->start, p->as_of);
	struct gf_num gain;

	r->readings = f->n;
	r->of_late = p->forecasted && left > 0;
	if (r->of_late) {
		if (!gf_num_sub(p->forecast, p->current, &gain))
			return false;
		*rate = gf_ratio(gain, GF_NUM(left));
		return true;
	}
	if (worked < 1 || f->n == 0 || (f->n == 1 && p->from_first) ||
	    !gf_num_sub(p->current, p->from, &gain))
		return false;
	*rate = gf_ratio(gain, GF_NUM(worked));
	return true;
}

/* Towards the start: nobody reaches more than he reaches. */
static struct gf_num
cautious(const struct gf_pace *p, struct gf_num n)
{
	bool falls = gf_num_cmp(p->to, p->from) < 0;
	struct gf_num less;
	int c;

	if (!gf_num_whole(p->from) || !gf_num_whole(p->to) ||
	    !gf_num_whole(p->current)) {
		return gf_num_round(n, 2);
	}
	less = gf_num_round(n, 0);
	c = gf_num_cmp(less, n);
	if (!falls && c > 0)
		gf_num_sub(less, GF_NUM(1), &less);
	if (falls && c < 0)
		gf_num_add(less, GF_NUM(1), &less);
	return less;
}

/* The stated effort so many times, in its own unit. */
static struct gf_str
effort(const struct gf_goal *g, struct gf_ratio times, struct gf_arena *arena)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_EFFORT);
	struct gf_str text = gf_val_text(v), tail = text, out;
	bool percent = gf_str_ends(text, "%");
	struct gf_buf b = { 0 };
	struct gf_num n;

	if (v == NULL)
		return (struct gf_str){ "", 0 };
	n = v->u.num;
	if (percent && !gf_num_mul(n, GF_NUM(100), &n))
		return (struct gf_str){ "", 0 };
	while (tail.n > 0 && ((tail.p[0] >= '0' && tail.p[0] <= '9') ||
	    tail.p[0] == '.')) {
		tail.p++;
		tail.n--;
	}
	n = gf_num_round(gf_ratio_num(gf_ratio_mul(gf_ratio_of(n), times)),
	    percent || tail.n > 0 ? 0 : 2);
	gf_num_print(&b, n);
	gf_buf_str(&b, tail);
	out = (struct gf_str){ gf_arena_copy(arena, b.p, b.n), b.n };
	gf_buf_release(&b);
	return out;
}

static void
compare(struct gf_routes *r, struct gf_ratio rate, struct gf_arena *arena)
{
	const struct gf_pace *p = &r->pace;
	struct gf_num span, percent;
	struct gf_ratio times;

	r->enough = gf_num_cmp(p->to, p->from) < 0 ?
	    gf_num_cmp(r->reach, p->to) <= 0 :
	    gf_num_cmp(r->reach, p->to) >= 0;
	if (r->enough)
		return;
	if (gf_num_sub(p->to, r->reach, &r->rest) &&
	    gf_num_sub(p->to, p->from, &span) && span.m != 0 &&
	    gf_num_mul(r->rest, GF_NUM(100), &percent))
		r->share = gf_num_round(gf_ratio_num(gf_ratio(percent, span)),
		    0);
	r->rest = gf_num_abs(r->rest);
	if (p->days_left < 1 || rate.n.m == 0 || p->per_day.m == 0 ||
	    (rate.n.m < 0) != (p->per_day.m < 0))
		return;
	times = gf_ratio_div(gf_ratio_of(p->per_day), rate);
	r->times = gf_num_round(gf_ratio_num(times), 2);
	r->speeds = true;
	r->effort = effort(r->goal, times, arena);
}

void
gf_routes_of(struct gf_routes *r, const struct gf_plan *plan,
    const struct gf_goal *g, struct gf_arena *arena)
{
	struct gf_pace part;
	struct gf_facts f;
	struct gf_ratio rate;
	int left;

	*r = (struct gf_routes){ .goal = g, .unit = gf_goal_unit(g),
	    .arrival = GF_NO_DAY, .effort = { "", 0 } };
	gf_pace_of(plan, g, arena, &r->pace);
	gf_facts_read(&f, plan, g, arena, &part);
	if (!g->open || !r->pace.measured || !r->pace.dated ||
	    !r->pace.aimed || r->pace.level || r->pace.as_of < r->pace.start)
		return;
	left = gf_work_count(&f.line.work, r->pace.as_of + 1, r->pace.due);
	r->rated = rate_of(r, &f, left, &rate);
	if (!r->rated)
		return;
	r->a_week = gf_num_round(gf_ratio_num(gf_ratio_mul(rate,
	    gf_ratio_of(GF_NUM(WEEK)))), 2);
	r->reaches = r->pace.as_of < r->pace.due;
	r->reach = cautious(&r->pace, gf_ratio_along(r->pace.current,
	    GF_NUM(left), rate));
	r->arrival = r->pace.arrival != GF_NO_DAY ? r->pace.arrival :
	    gf_arrival(&f, &r->pace, rate);
	compare(r, rate, arena);
}
