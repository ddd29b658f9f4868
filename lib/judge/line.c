#include "base/mem.h"
#include "judge/line.h"


/* Put a point behind all that are not later: lists may come unsorted. */
static void
put(struct gf_line *l, gf_day day, struct gf_ratio share)
{
	size_t i = l->npoints++;

	for (; i > 0 && l->points[i - 1].day > day; i--)
		l->points[i] = l->points[i - 1];
	l->points[i] = (struct gf_point){ day, share };
}

/* The points that a list of {by, value} holds between the ends of the line. */
static void
read_points(struct gf_line *l, const struct gf_val *items, size_t n,
    unsigned by, unsigned value, struct gf_num from, struct gf_num span)
{
	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = gf_val_rec(&items[i]);
		const struct gf_val *day = gf_rec_get(r, by);
		const struct gf_val *v = gf_rec_get(r, value);
		struct gf_num gone;

		if (day == NULL || v == NULL || day->u.span.last == GF_NO_DAY ||
		    day->u.span.last < l->start - 1 ||
		    day->u.span.last > l->due ||
		    !gf_num_sub(v->u.num, from, &gone))
			continue;
		put(l, day->u.span.last, gf_ratio(gone, span));
	}
}

static void
place_points(struct gf_line *l, const struct gf_goal *g, struct gf_num from,
    struct gf_num span, struct gf_arena *arena)
{
	const struct gf_val *items;
	size_t n = l->listed ? gf_goal_list(g, GOAL_PACE, &items) :
	    gf_goal_list(g, GOAL_MILESTONES, &items);

	l->points = gf_arena_alloc(arena, (n + 2) * sizeof(*l->points));
	if (!l->listed) {
		read_points(l, items, n, MILESTONE_BY, MILESTONE_VALUE, from,
		    span);
		return;
	}
	read_points(l, items, n, POINT_BY, POINT_VALUE, from, span);
	if (l->npoints == 0 || l->points[0].day > l->start - 1)
		put(l, l->start - 1, GF_RATIO_ZERO);
	if (l->points[l->npoints - 1].day < l->due)
		put(l, l->due, GF_RATIO_ONE);
}

void
gf_line_init(struct gf_line *l, const struct gf_goal *g, gf_day start,
    gf_day due, struct gf_num from, struct gf_num span,
    struct gf_arena *arena)
{
	const struct gf_val *pace = gf_goal_get(g, GOAL_PACE);

	*l = (struct gf_line){ .start = start, .due = due,
		.shape = PACE_WORKDAYS, .anchor = GF_NO_DAY };
	if (pace != NULL && pace->list)
		l->listed = span.m != 0;
	else
		l->shape = (enum gf_pace_word)gf_goal_word(g, GOAL_PACE,
		    PACE_WORKDAYS);
	if (l->shape == PACE_STEPS && span.m == 0)
		l->shape = PACE_WORKDAYS;
	gf_work_init(&l->work, g, start, due, l->shape == PACE_LINEAR, arena);
	l->total = gf_work_weight(&l->work, start, due);
	if (l->listed || l->shape == PACE_STEPS)
		place_points(l, g, from, span, arena);
}

static struct gf_ratio
last_third(struct gf_ratio x)
{
	static const struct gf_ratio kink = { { 2, 0 }, { 3, 0 } };

	if (gf_ratio_cmp(x, kink) <= 0)
		return gf_ratio_mul(x, gf_ratio(GF_NUM(9), GF_NUM(10)));
	return gf_ratio_sub(gf_ratio_mul(x, gf_ratio(GF_NUM(6), GF_NUM(5))),
	    gf_ratio(GF_NUM(1), GF_NUM(5)));
}

/* Number of the last point that is not after a day, npoints if none is. */
static size_t
last_point(const struct gf_line *l, gf_day d)
{
	size_t low = 0, high = l->npoints;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (l->points[mid].day > d)
			high = mid;
		else
			low = mid + 1;
	}
	return low > 0 ? low - 1 : l->npoints;
}

/* Straight between two points along the weight of the days. */
static struct gf_ratio
between(const struct gf_line *l, gf_day d)
{
	size_t i = last_point(l, d);
	const struct gf_point *a = &l->points[i], *b = a + 1;
	struct gf_num part, all;
	struct gf_ratio step;

	if (i == l->npoints)
		return l->points[0].share;
	if (i + 1 == l->npoints)
		return a->share;
	part = gf_work_weight(&l->work, a->day + 1, d);
	all = gf_work_weight(&l->work, a->day + 1, b->day);
	if (all.m == 0) {
		part = GF_NUM(d - a->day);
		all = GF_NUM(b->day - a->day);
	}
	step = gf_ratio_mul(gf_ratio_sub(b->share, a->share),
	    gf_ratio(part, all));
	return gf_ratio_add(a->share, step);
}

/* The share on a day as if nothing had ever changed. */
static struct gf_ratio
shape(const struct gf_line *l, gf_day d)
{
	struct gf_ratio x;
	size_t i;

	if (l->listed)
		return between(l, d < l->start ? l->start - 1 :
		    d > l->due ? l->due : d);
	if (d < l->start)
		return GF_RATIO_ZERO;
	if (d >= l->due)
		return GF_RATIO_ONE;
	if (l->shape == PACE_STEPS) {
		i = last_point(l, d);
		return i < l->npoints ? l->points[i].share : GF_RATIO_ZERO;
	}
	x = gf_ratio(gf_work_weight(&l->work, l->start, d), l->total);
	return l->shape == PACE_LAST_THIRD ? last_third(x) : x;
}

void
gf_line_anchor(struct gf_line *l, gf_day day, struct gf_ratio share)
{
	l->before = shape(l, day);
	l->held = share;
	l->anchor = day;
}

struct gf_ratio
gf_line_at(const struct gf_line *l, gf_day d)
{
	struct gf_ratio left, gone;

	if (l->anchor == GF_NO_DAY)
		return shape(l, d);
	if (d <= l->anchor)
		return l->held;
	if (d >= l->due)
		return GF_RATIO_ONE;
	left = gf_ratio_sub(GF_RATIO_ONE, l->before);
	if (left.n.m == 0)
		return l->held;
	gone = gf_ratio_div(gf_ratio_sub(shape(l, d), l->before), left);
	return gf_ratio_add(l->held,
	    gf_ratio_mul(gf_ratio_sub(GF_RATIO_ONE, l->held), gone));
}

/*
 * The last day from a to before b with no more than a share; a is one, b not.
 */
static gf_day
halve(const struct gf_line *l, gf_day a, gf_day b, struct gf_ratio share)
{
	while (b - a > 1) {
		gf_day mid = a + (b - a) / 2;

		if (gf_ratio_cmp(gf_line_at(l, mid), share) <= 0)
			a = mid;
		else
			b = mid;
	}
	return a;
}

gf_day
gf_line_reach(const struct gf_line *l, struct gf_ratio share)
{
	gf_day end = l->due, begin;

	for (size_t i = l->npoints;; i--) {
		if (gf_ratio_cmp(gf_line_at(l, end), share) <= 0)
			return end;
		begin = i > 0 ? l->points[i - 1].day : l->start - 1;
		if (l->anchor != GF_NO_DAY && begin < l->anchor)
			begin = l->anchor;
		if (begin < end &&
		    gf_ratio_cmp(gf_line_at(l, begin), share) <= 0)
			return halve(l, begin, end, share);
		if (i == 0 || begin == l->anchor)
			return l->start - 1;
		end = begin;
	}
}
