#include "judge/activity.h"

static struct gf_num
round_up(struct gf_ratio r)
{
	struct gf_num n;

	return gf_ratio_ceil(r, &n) ? n : GF_NUM(0);
}

/* The last day on which a first step may be taken. */
static void
find_last(struct gf_portion *out, const struct gf_facts *f,
    const struct gf_pace *p)
{
	const struct gf_val *lead = gf_goal_get(f->goal, GOAL_LEAD_TIME);
	const struct gf_work *w = &f->line.work;
	gf_day low = p->start - 1, high = p->due;

	if (lead != NULL)
		out->lead = (int)round_up(gf_ratio(gf_duration_hours(
		    gf_val_duration(lead)), GF_NUM(GF_HOURS_A_DAY))).m;
	while (low < high) {
		gf_day mid = high - (high - low) / 2;

		if (gf_work_count(w, mid + 1, p->due) >= out->lead)
			low = mid;
		else
			high = mid - 1;
	}
	out->last = low;
}

/* What is left, as much as the goal rises or falls. */
static struct gf_num
left_over(const struct gf_facts *f, const struct gf_pace *p)
{
	struct gf_num rest = f->span;

	if (p->measured)
		gf_num_sub(p->to, p->current, &rest);
	if ((f->span.m < 0) != (rest.m < 0))
		return GF_NUM(0);
	return gf_num_abs(rest);
}

/* What is left without what is under way. */
static struct gf_ratio
to_begin(struct gf_portion *out, const struct gf_goal *g)
{
	const struct gf_val *flight = gf_goal_get(g, GOAL_IN_FLIGHT);
	struct gf_num need = out->rest;

	out->flight = flight != NULL ? flight->u.num : GF_NUM(0);
	if (gf_num_cmp(out->flight, out->rest) > 0)
		out->flight = out->rest;
	gf_num_sub(out->rest, out->flight, &need);
	return gf_ratio_of(need);
}

/* So much of a whole as some days weigh among those that are left. */
static struct gf_ratio
part_of(const struct gf_portion *out, const struct gf_facts *f,
    struct gf_ratio all, gf_day last)
{
	const struct gf_work *w = &f->line.work;
	gf_day first = f->plan->today > f->line.start ? f->plan->today :
	    f->line.start;
	struct gf_num total = gf_work_weight(w, first, out->last);

	if (last >= out->last || total.m == 0)
		return all;
	return gf_ratio_mul(all, gf_ratio(gf_work_weight(w, first, last),
	    total));
}

void
gf_activity_read(struct gf_portion *out, const struct gf_facts *f,
    const struct gf_pace *p, struct gf_arena *arena)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(f->goal, GOAL_FUNNEL, &items);
	gf_day today = f->plan->today;
	struct gf_ratio need;
	bool known = true;

	out->nsteps = n;
	out->steps = gf_arena_alloc(arena, n * sizeof(*out->steps));
	find_last(out, f, p);
	out->rest = left_over(f, p);
	need = to_begin(out, f->goal);
	for (size_t i = n; i-- > 0; ) {
		struct gf_activity *a = &out->steps[i];
		const struct gf_rec *r = gf_val_rec(&items[i]);
		const struct gf_val *rate = gf_rec_get(r, FUNNEL_RATE);

		a->step = r ? gf_rec_text(r, FUNNEL_STEP) : GF_STR("");
		known = known && rate != NULL && rate->u.num.m > 0;
		a->known = known;
		if (!known)
			continue;
		need = gf_ratio_div(need, gf_ratio_of(rate->u.num));
		a->all = round_up(need);
		a->week = round_up(part_of(out, f, need, today + 6));
		a->today = round_up(part_of(out, f, need, today));
	}
}
