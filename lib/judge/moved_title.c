#include "judge/moved.h"
#include "judge/smart.h"
#include "judge/word.h"

#define ANY_YEAR 2026	/* where neither date has one */

/* The titles of a goal, as it was and as it is. */
struct titles {
	const struct gf_title *was, *now;
	const struct gf_fiscal *fiscal;
};

/* A figure of one role that can be read in one way only. */
static const struct gf_figure *
figure(const struct gf_title *t, enum gf_role role)
{
	const struct gf_figure *f = gf_title_figure(t, role);

	return f != NULL && !f->unsure ? f : NULL;
}

static bool
number_moved(const struct titles *t, enum gf_role role)
{
	const struct gf_figure *a = figure(t->was, role);
	const struct gf_figure *b = figure(t->now, role);

	return a != NULL && b != NULL && (gf_num_cmp(a->num, b->num) != 0 ||
	    gf_num_cmp(a->high, b->high) != 0);
}

/* Where a title wants to go: 1 up, -1 down, 0 nobody can tell. */
static int
heads(const struct gf_title *t, const struct gf_figure *to)
{
	const struct gf_figure *from = figure(t, GF_ROLE_BASELINE);

	if (from != NULL)
		return gf_num_cmp(to->num, from->num);
	if (to->side == GF_SIDE_MOST || (t->verb & GF_W_FALL) != 0)
		return -1;
	return to->side == GF_SIDE_LEAST || (t->verb & (GF_W_RISE |
	    GF_W_EVENT)) != 0;
}

/* Whether the target is nearer to where it began. */
static bool
is_easier(const struct titles *t)
{
	const struct gf_figure *a = figure(t->was, GF_ROLE_TARGET);
	const struct gf_figure *b = figure(t->now, GF_ROLE_TARGET);
	int way = heads(t->was, a), step = gf_num_cmp(b->num, a->num);

	return way != 0 && step != 0 && (step < 0) == (way > 0);
}

/* Whether the target counts something else, in another unit or another noun. */
static bool
noun_moved(const struct titles *t)
{
	const struct gf_figure *a = figure(t->was, GF_ROLE_TARGET);
	const struct gf_figure *b = figure(t->now, GF_ROLE_TARGET);

	if (a == NULL || b == NULL)
		return false;
	if (a->unit.n > 0 && b->unit.n > 0)
		return !gf_unit_agree(a->unit, b->unit);
	if (a->family != b->family)
		return true;
	return a->noun.n > 0 && b->noun.n > 0 &&
	    !gf_title_has(t->now, b->nouns, b->nnouns, a->noun) &&
	    !gf_title_has(t->was, a->nouns, a->nnouns, b->noun);
}

static const struct gf_moment *
deadline(const struct gf_title *t)
{
	for (int i = 0; i < t->nmoments; i++)
		if (t->moments[i].role == GF_MOMENT_DEADLINE)
			return &t->moments[i];
	return NULL;
}

/* The last day of a date; one without a year takes that of the other. */
static bool
last_day(const struct gf_moment *m, const struct gf_moment *other,
    const struct gf_fiscal *fiscal, gf_day *day)
{
	struct gf_period span;

	if (!gf_moment_span(m, other->year ? other->year : ANY_YEAR, fiscal,
	    &span))
		return false;
	*day = m->before ? span.first : span.last;
	return true;
}

static bool
day_moved(const struct titles *t)
{
	const struct gf_moment *a = deadline(t->was), *b = deadline(t->now);
	gf_day before, after;

	return a != NULL && b != NULL && last_day(a, b, t->fiscal, &before) &&
	    last_day(b, a, t->fiscal, &after) && before != after;
}

static const struct gf_title *
title_of(struct gf_case *c, struct gf_goal *g)
{
	struct gf_case one = gf_case_of(c, g);

	one.title = NULL;
	return gf_case_title(&one);
}

/* Whether a field is in neither of the two goals. */
static bool
lacks(const struct gf_moved *m, bool measure)
{
	if (measure)
		return gf_goal_measure(m->was, MEASURE_TO) == NULL &&
		    gf_goal_measure(m->now, MEASURE_TO) == NULL;
	return !gf_goal_has(m->was, GOAL_DUE) && !gf_goal_has(m->now, GOAL_DUE);
}

void
gf_moved_title(struct gf_moved *m, struct gf_case *c)
{
	static const struct gf_fiscal none;
	struct titles t = { .was = title_of(c,
		c->plan->before->goals[m->was->seq]),
		.now = title_of(c, c->plan->goals[m->now->seq]),
		.fiscal = m->now->config ? &m->now->config->calendar.fiscal :
		&none };
	const struct gf_moment *day;

	if (t.was == NULL || t.now == NULL || gf_str_eq(t.was->text,
	    t.now->text))
		return;
	if (m->due == GF_NO_DAY && (day = deadline(t.was)) != NULL)
		last_day(day, day, t.fiscal, &m->due);
	if (lacks(m, true) && number_moved(&t, GF_ROLE_TARGET))
		gf_moved_add(m, "target", "measure.to", 'M')->easier =
		    is_easier(&t);
	if (lacks(m, true) && number_moved(&t, GF_ROLE_BASELINE))
		gf_moved_add(m, "baseline", "measure.from", 'M');
	if (lacks(m, true) && noun_moved(&t))
		gf_moved_add(m, "measure", "measure.metric", 'M');
	if (lacks(m, false) && day_moved(&t))
		gf_moved_add(m, "date", "due", 'T');
}
