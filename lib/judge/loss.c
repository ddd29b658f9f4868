#include <stdlib.h>

#include "base/mem.h"
#include "judge/loss.h"
#include "judge/pace.h"
#include "judge/ratio.h"

/* Hours of one of a unit of time, 0 if it is none that can be told. */
static struct gf_num
hours_of(struct gf_str unit, struct gf_arena *arena)
{
	struct gf_duration d;
	struct gf_buf b = { 0 };
	const char *why;
	bool ok;

	gf_buf_text(&b, "1 ");
	gf_buf_str(&b, unit);
	ok = unit.n > 0 && gf_duration_parse(gf_buf_view(&b), &d, arena, &why);
	gf_buf_release(&b);
	return ok ? gf_duration_hours(d) : GF_NUM(0);
}

/* What the goal still needs, also before its first reading. */
static bool
remaining(const struct gf_goal *g, const struct gf_pace *p,
    struct gf_num *rest)
{
	const struct gf_val *count = gf_goal_measure(g, MEASURE_COUNT);

	if (p->level || gf_goal_measure(g, MEASURE_TO) == NULL)
		return false;
	if (p->measured)
		return gf_num_sub(p->to, p->current, rest);
	return (gf_goal_measure(g, MEASURE_FROM) != NULL || (count != NULL &&
	    count->u.n == COUNT_SUM)) && gf_num_sub(p->to, p->from, rest);
}

/*
 * Time lost: itself where the goal is measured in time, else what each of those
 * days would have had to bring.
 */
static bool
time_cost(const struct gf_plan *plan, const struct gf_goal *g,
    const struct gf_val *cost, struct gf_arena *arena, struct gf_ratio *out)
{
	struct gf_num hours = gf_duration_hours(gf_val_duration(cost)), rest;
	struct gf_num unit = gf_unit_kind(gf_goal_unit(g)) == GF_UNIT_TIME ?
	    hours_of(gf_goal_unit(g), arena) : GF_NUM(0);
	struct gf_pace p;

	if (unit.m != 0) {
		*out = gf_ratio(gf_num_abs(hours), unit);
		return true;
	}
	gf_pace_of(plan, g, arena, &p);
	if (!p.dated || p.days_left <= 0 || !remaining(g, &p, &rest))
		return false;
	*out = gf_ratio_mul(gf_ratio(gf_num_abs(rest), GF_NUM(p.days_left)),
	    gf_ratio(gf_num_abs(hours), GF_NUM(GF_HOURS_A_DAY)));
	return true;
}

static bool
cost_of(const struct gf_plan *plan, const struct gf_goal *g,
    const struct gf_val *cost, struct gf_arena *arena, struct gf_ratio *out)
{
	if (cost->type == GF_T_DURATION)
		return time_cost(plan, g, cost, arena, out);
	if (!gf_unit_agree(gf_val_unit(cost), gf_goal_unit(g)))
		return false;
	*out = gf_ratio_of(gf_num_abs(cost->u.num));
	return true;
}

void
gf_loss_of(const struct gf_plan *plan, const struct gf_obstacle *o,
    struct gf_arena *arena, struct gf_loss *l)
{
	const struct gf_val *likelihood = gf_rec_get(o->rec,
	    OBSTACLE_LIKELIHOOD);
	const struct gf_val *cost = gf_rec_get(o->rec, OBSTACLE_COST);
	struct gf_ratio exact = GF_RATIO_ZERO;

	*l = (struct gf_loss){ .obstacle = *o, .unit = gf_goal_unit(o->goal) };
	l->likely = likelihood != NULL;
	if (l->likely)
		l->likelihood = likelihood->u.num;
	l->costed = cost != NULL && cost_of(plan, o->goal, cost, arena,
	    &exact);
	if (l->costed)
		l->cost = gf_ratio_num(exact);
	l->known = l->likely && l->costed && gf_obstacle_live(o);
	if (l->known)
		l->loss = gf_ratio_num(gf_ratio_mul(exact,
		    gf_ratio_of(l->likelihood)));
}

bool
gf_loss_open(const struct gf_plan *plan, const struct gf_goal *g,
    struct gf_arena *arena, struct gf_num *sum)
{
	bool any = false;

	*sum = GF_NUM(0);
	for (size_t i = 0; i < gf_obstacle_count(g); i++) {
		struct gf_obstacle o;
		struct gf_loss l;

		if (!gf_obstacle_read(&o, g, i) ||
		    o.state != GF_OBSTACLE_OPEN)
			continue;
		gf_loss_of(plan, &o, arena, &l);
		any |= l.known && gf_num_add(*sum, l.loss, sum);
	}
	return any;
}

static int
by_rank(const void *a, const void *b)
{
	const struct gf_loss *x = a, *y = b;
	int c;

	if (x->rank[0] != y->rank[0])
		return x->rank[0] < y->rank[0] ? -1 : 1;
	if (x->known != y->known)
		return x->known ? -1 : 1;
	if (x->known && x->rank[1] != y->rank[1])
		return x->rank[1] < y->rank[1] ? -1 : 1;
	c = x->known ? gf_num_cmp(y->loss, x->loss) : 0;
	if (c == 0 && x->obstacle.goal != y->obstacle.goal)
		c = x->obstacle.goal->seq < y->obstacle.goal->seq ? -1 : 1;
	return c != 0 ? c : (x->obstacle.number > y->obstacle.number) -
	    (x->obstacle.number < y->obstacle.number);
}

/* Number the groups, and in each the units, by their first obstacle. */
static void
number_sections(struct gf_losses *all)
{
	struct gf_map groups = { 0 }, units = { 0 };
	struct gf_arena arena = { 0 };
	struct gf_buf key = { 0 };

	for (size_t i = 0; i < all->n; i++) {
		struct gf_loss *l = &all->v[i], *first;
		struct gf_str text;

		first = gf_map_get(&groups, l->group);
		if (first == NULL)
			gf_map_put(&groups, l->group, first = l);
		l->rank[0] = (uint32_t)(first - all->v);
		gf_buf_clear(&key);
		gf_buf_printf(&key, "%u ", (unsigned)l->rank[0]);
		gf_buf_str(&key, gf_unit_canon(l->unit));
		text = (struct gf_str){ gf_arena_copy(&arena, key.p, key.n),
		    key.n };
		first = gf_map_get(&units, text);
		if (first == NULL)
			gf_map_put(&units, text, first = l);
		l->rank[1] = (uint32_t)(first - all->v);
	}
	gf_buf_release(&key);
	gf_arena_release(&arena);
	gf_map_release(&groups);
	gf_map_release(&units);
}

static void
fill_shares(struct gf_loss *v, size_t n)
{
	struct gf_num all = GF_NUM(0), sum = GF_NUM(0);

	for (size_t i = 0; i < n; i++)
		if (v[i].known && !gf_num_add(all, v[i].loss, &all))
			return;
	for (size_t i = 0; i < n && all.m > 0 && v[i].known; i++) {
		gf_num_add(sum, v[i].loss, &sum);
		v[i].share = gf_ratio_num(gf_ratio(sum, all));
		v[i].shared = true;
	}
}

void
gf_losses_rank(struct gf_losses *all)
{
	size_t end;

	number_sections(all);
	if (all->n > 0)
		qsort(all->v, all->n, sizeof(*all->v), by_rank);
	for (size_t i = 0; i < all->n; i = end) {
		for (end = i + 1; end < all->n &&
		    all->v[end].rank[1] == all->v[i].rank[1]; end++)
			;
		fill_shares(&all->v[i], end - i);
	}
}

void
gf_losses_release(struct gf_losses *all)
{
	free(all->v);
}
