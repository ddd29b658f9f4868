#include "base/mem.h"
#include "judge/forecast.h"

/* Later than this nobody plans. */
#define FARTHEST ((gf_day)10 * 366)

/* What stood at the end of a day, and how many working days had passed. */
struct mark {
	gf_day day;
	int worked;
	struct gf_num value;
};

struct marks {
	struct mark *v;
	size_t n;
};

/* What was gained in some working days. */
struct window {
	struct gf_num gain;
	int days;
};

static int
worked_between(const struct gf_facts *f, gf_day after, gf_day through)
{
	const struct gf_work *w = &f->line.work;

	return gf_work_count(w, after < f->line.start ? f->line.start :
	    after + 1, through < f->line.due ? through : f->line.due);
}

static void
put(struct marks *m, gf_day day, int worked, struct gf_num value)
{
	if (m->n == 0 || m->v[m->n - 1].day != day)
		m->n++;
	m->v[m->n - 1] = (struct mark){ day, worked, value };
}

/*
 * The state of the goal at the end of each day with a reading; it begins on the
 * day before start, with the newest reading until then or with `from`.
 */
static void
read_marks(const struct gf_facts *f, const struct gf_pace *p,
    struct marks *m)
{
	gf_day before = p->start - 1;
	struct gf_num sum = p->from;

	m->v = gf_arena_alloc(f->arena, (f->n + 1) * sizeof(*m->v));
	m->n = 0;
	if (!p->from_first)
		put(m, before, 0, p->from);
	for (size_t i = 0; i < f->n; i++) {
		const struct gf_reading *r = &f->readings[i];
		gf_day day = r->day > before ? r->day : before;

		if (f->sum && (r->day < p->start ||
		    !gf_num_add(sum, r->value, &sum)))
			continue;
		put(m, day, m->n == 0 ? worked_between(f, before, day) :
		    m->v[m->n - 1].worked + worked_between(f,
		    m->v[m->n - 1].day, day), f->sum ? sum : r->value);
	}
}

/*
 * What was gained up to a mark since the newest one that is so many working
 * days older; sums are known on every day between readings, other values only
 * on those of readings. from is moved on to where it begins.
 */
static bool
look_back(const struct gf_facts *f, const struct marks *m, size_t end,
    int days, size_t *from, struct window *w)
{
	int begin = m->v[end].worked - days;

	while (*from + 1 < end && m->v[*from + 1].worked <= begin)
		++*from;
	w->days = f->sum ? days : m->v[end].worked - m->v[*from].worked;
	return m->v[*from].worked <= begin &&
	    gf_num_sub(m->v[end].value, m->v[*from].value, &w->gain);
}

static struct gf_ratio
rate(struct window w)
{
	return gf_ratio(w.gain, GF_NUM(w.days));
}

static struct gf_num
reached(const struct gf_pace *p, struct window w, int left)
{
	struct gf_ratio r = gf_ratio_mul(rate(w), gf_ratio_of(GF_NUM(left)));

	return gf_ratio_num(gf_ratio_add(gf_ratio_of(p->current), r));
}

gf_day
gf_arrival(const struct gf_facts *f, const struct gf_pace *p,
    struct gf_ratio rate)
{
	const struct gf_work *w = &f->line.work;
	gf_day after = p->as_of < p->start ? p->start - 1 : p->as_of;
	gf_day later = (after > p->due ? after : p->due) + 1;
	int64_t left = worked_between(f, p->as_of, p->due);
	struct gf_num rest, days;
	struct gf_work beyond;

	if (!gf_num_sub(p->to, p->current, &rest) || rate.n.m == 0 ||
	    (rest.m < 0) != (rate.n.m < 0) || !gf_ratio_ceil(gf_ratio_div(
	    gf_ratio_of(rest), rate), &days) || days.m > FARTHEST)
		return GF_NO_DAY;
	if (days.m <= left)
		return gf_work_reach(w, after + 1, p->due, days.m);
	gf_work_init(&beyond, f->goal, later, later + FARTHEST, w->every_day,
	    f->arena);
	if (beyond.all || gf_work_count(&beyond, later, later + FARTHEST) <
	    days.m - left)
		return GF_NO_DAY;
	return gf_work_reach(&beyond, later, later + FARTHEST, days.m - left);
}

/* The first day from which on no reading was short of the target. */
static gf_day
arrived(const struct gf_pace *p, const struct marks *m)
{
	bool falls = gf_num_cmp(p->to, p->from) < 0;
	size_t i = m->n;

	for (; i > 0; i--) {
		int c = gf_num_cmp(m->v[i - 1].value, p->to);

		if (falls ? c > 0 : c < 0)
			break;
	}
	return i < m->n ? m->v[i].day : GF_NO_DAY;
}

/* Whether one window is worse than another for a goal that rises or falls. */
static bool
worse(const struct gf_facts *f, struct window a, struct window b)
{
	int c = gf_ratio_cmp(rate(a), rate(b));

	return f->span.m < 0 ? c > 0 : c < 0;
}

static void
extremes(const struct gf_facts *f, const struct marks *m, int days,
    struct window *worst, struct window *best)
{
	size_t from = 0;
	struct window w;

	for (size_t i = 1; i < m->n; i++) {
		if (m->v[i].worked - m->v[0].worked < days ||
		    !look_back(f, m, i, days, &from, &w))
			continue;
		if (worse(f, w, *worst))
			*worst = w;
		if (worse(f, *best, w))
			*best = w;
	}
}

/* Whether there is something to go by, and a day left to go to. */
static bool
goes_on(const struct gf_facts *f, const struct gf_pace *p)
{
	return p->as_of < p->due && gf_num_cmp(GF_NUM((int64_t)f->n),
	    gf_facts_threshold(f, GF_TH_FORECAST_READINGS)) >= 0;
}

static bool
is_there(const struct gf_facts *f)
{
	return gf_ratio_cmp(f->progress, GF_RATIO_ONE) >= 0;
}

void
gf_forecast(const struct gf_facts *f, struct gf_pace *p)
{
	struct gf_num longest = gf_facts_threshold(f, GF_TH_FORECAST_WINDOW);
	struct window late, worst, best;
	struct marks m;
	size_t from = 0;
	int left, days;

	if (!p->dated || !p->measured)
		return;
	read_marks(f, p, &m);
	if (m.n > 0 && is_there(f))
		p->arrival = arrived(p, &m);
	if (m.n == 0 || !goes_on(f, p))
		return;
	days = m.v[m.n - 1].worked - m.v[0].worked;
	if (gf_num_cmp(GF_NUM(days), longest) > 0)
		days = (int)gf_num_round(longest, 0).m;
	if (days < 1 || !look_back(f, &m, m.n - 1, days, &from, &late))
		return;
	worst = best = late;
	extremes(f, &m, days, &worst, &best);
	left = worked_between(f, p->as_of, p->due);
	p->forecasted = true;
	p->forecast = reached(p, late, left);
	p->low = reached(p, worst, left);
	p->high = reached(p, best, left);
	if (p->arrival == GF_NO_DAY)
		p->arrival = gf_arrival(f, p, rate(late));
}
