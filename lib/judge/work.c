#include <stdlib.h>

#include "base/mem.h"
#include "judge/work.h"

#define ALL_WEEK 0x7f

static int
by_first(const void *a, const void *b)
{
	const struct gf_period *x = a, *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

static bool
meets(const struct gf_period *p, gf_day first, gf_day last)
{
	return p != NULL && p->first != GF_NO_DAY && p->last != GF_NO_DAY &&
	    p->first <= last && p->last >= first;
}

/* Every list of days off, one after the other: the i-th of them all. */
struct lists {
	const struct gf_period *holidays;
	size_t nholidays;
	const struct gf_val *away, *paused;
	size_t naway, npaused;
};

/* The range itself, NULL if it did not fit its field. */
static const struct gf_period *
item(const struct lists *l, size_t i)
{
	const struct gf_val *v;

	if (i < l->nholidays)
		return &l->holidays[i];
	i -= l->nholidays;
	v = i < l->naway ? &l->away[i] : &l->paused[i - l->naway];
	return v->bad ? NULL : &v->u.span;
}

static void
gather(struct gf_work *w, const struct lists *l, gf_day first, gf_day last,
    struct gf_arena *arena)
{
	size_t all = l->nholidays + l->naway + l->npaused, n = 0;

	w->noff = 0;
	for (size_t i = 0; i < all; i++)
		n += meets(item(l, i), first, last);
	if (n == 0)
		return;
	w->off = gf_arena_alloc(arena, n * sizeof(*w->off));
	for (size_t i = 0; i < all; i++)
		if (meets(item(l, i), first, last))
			w->off[w->noff++] = *item(l, i);
	if (n > 1)
		qsort(w->off, n, sizeof(*w->off), by_first);
}

static bool
is_seasonal(const struct gf_calendar *c)
{
	for (size_t i = 0; i < GF_LEN(c->season); i++)
		if (gf_num_cmp(c->season[i], GF_NUM(1)) != 0)
			return true;
	return false;
}

void
gf_work_init(struct gf_work *w, const struct gf_goal *g, gf_day first,
    gf_day last, bool every_day, struct gf_arena *arena)
{
	const struct gf_party *owner = g->owner;
	struct lists l = { 0 };

	*w = (struct gf_work){ .calendar = &g->config->calendar,
		.every_day = every_day };
	l.npaused = gf_goal_list(g, GOAL_PAUSED, &l.paused);
	if (!every_day) {
		l.holidays = w->calendar->holidays;
		l.nholidays = w->calendar->nholidays;
		w->seasonal = is_seasonal(w->calendar);
	}
	if (!every_day && owner != NULL && owner->kind == GF_PERSON) {
		l.naway = gf_rec_list(owner->rec, PERSON_AWAY, &l.away);
		w->nramp = gf_rec_list(owner->rec, PERSON_RAMP, &w->ramp);
	}
	gather(w, &l, first, last, arena);
	w->all = gf_work_weight(w, first, last).m == 0;
}

/* Days of a week whose bit is set, from first through last. */
static int
weekdays(uint8_t set, gf_day first, gf_day last)
{
	int n = last - first + 1, count, rest;
	unsigned day = gf_day_weekday(first);

	if (set == ALL_WEEK)
		return n;
	count = (int)gf_rec_bits(set) * (n / 7);
	for (rest = n % 7; rest > 0; rest--, day = (day + 1) % 7)
		count += set >> day & 1;
	return count;
}

/* The factor of the owner's ramp on a day; *next is where another begins. */
static struct gf_num
ramp(const struct gf_work *w, gf_day d, gf_day *next)
{
	for (size_t i = 0; i < w->nramp; i++) {
		const struct gf_rec *r = w->ramp[i].u.rec;
		const struct gf_val *until, *factor;

		if (w->ramp[i].bad || r == NULL)
			continue;
		until = gf_rec_get(r, RAMP_UNTIL);
		factor = gf_rec_get(r, RAMP_FACTOR);
		if (until == NULL || factor == NULL ||
		    until->u.span.last == GF_NO_DAY || until->u.span.last < d)
			continue;
		if (until->u.span.last < *next)
			*next = until->u.span.last + 1;
		return factor->u.num;
	}
	return GF_NUM(1);
}

static struct gf_num
season(const struct gf_work *w, gf_day d, gf_day *next)
{
	int year;
	unsigned month, day;
	gf_day end;

	gf_day_split(d, &year, &month, &day);
	end = d + (gf_day)(gf_month_days(year, month) - day) + 1;
	if (end < *next)
		*next = end;
	return w->calendar->season[month - 1];
}

/* The days from d on that weigh alike: how many, up to which, how much. */
static int
alike(const struct gf_work *w, gf_day *d, gf_day last, size_t *off,
    struct gf_num *weight)
{
	gf_day first = *d, next = last + 1;
	struct gf_num factor;

	*weight = GF_NUM(1);
	while (*off < w->noff && w->off[*off].last < first)
		++*off;
	if (*off < w->noff && w->off[*off].first <= first) {
		*d = w->off[*off].last < last ? w->off[*off].last + 1 : next;
		return 0;
	}
	if (*off < w->noff && w->off[*off].first < next)
		next = w->off[*off].first;
	if (w->nramp > 0)
		*weight = ramp(w, first, &next);
	if (w->seasonal) {
		factor = season(w, first, &next);
		if (!gf_num_mul(*weight, factor, weight))
			*weight = GF_NUM(1);
	}
	*d = next;
	if (weight->m == 0)
		return 0;
	return weekdays(w->every_day ? ALL_WEEK : w->calendar->workdays, first,
	    next - 1);
}

struct gf_num
gf_work_weight(const struct gf_work *w, gf_day first, gf_day last)
{
	struct gf_num sum = GF_NUM(0), weight, part;
	size_t off = 0;

	if (w->all)
		return GF_NUM(last < first ? 0 : last - first + 1);
	for (gf_day d = first; d <= last; ) {
		int n = alike(w, &d, last, &off, &weight);

		if (gf_num_mul(weight, GF_NUM(n), &part))
			gf_num_add(sum, part, &sum);
	}
	return sum;
}

int
gf_work_count(const struct gf_work *w, gf_day first, gf_day last)
{
	struct gf_num weight;
	size_t off = 0;
	int n = 0;

	if (w->all)
		return last < first ? 0 : last - first + 1;
	for (gf_day d = first; d <= last; )
		n += alike(w, &d, last, &off, &weight);
	return n;
}

gf_day
gf_work_reach(const struct gf_work *w, gf_day first, gf_day last, int64_t days)
{
	gf_day low = first, high = last;

	while (low < high) {
		gf_day mid = low + (high - low) / 2;

		if (gf_work_count(w, first, mid) >= days)
			high = mid;
		else
			low = mid + 1;
	}
	return low;
}
