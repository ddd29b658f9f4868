#include "base/mem.h"
#include "judge/burn.h"
#include "judge/facts.h"

#define MOST_POINTS 400

static void
add(struct gf_marks *m, gf_day day, struct gf_num value, struct gf_str what)
{
	m->v[m->n++] = (struct gf_mark){ day, value, what };
}

static void
read_readings(struct gf_burn *b, const struct gf_facts *f)
{
	const struct gf_pace *p = &b->pace;
	struct gf_num sum = p->from;

	b->readings.v = gf_arena_alloc(f->arena, f->n * sizeof(*b->readings.v));
	for (size_t i = 0; i < f->n; i++) {
		const struct gf_reading *r = &f->readings[i];

		if (f->sum && ((p->dated && r->day < p->start) ||
		    !gf_num_add(sum, r->value, &sum)))
			continue;
		add(&b->readings, r->day, f->sum ? sum : r->value,
		    GF_STR(""));
	}
}

/* A line day by day, or as often as can be seen; until is its last day. */
static void
trace(struct gf_marks *m, const struct gf_line *l, struct gf_num from,
    struct gf_num span, gf_day until, struct gf_arena *arena)
{
	gf_day step = (until - l->start) / MOST_POINTS + 1;

	m->v = gf_arena_alloc(arena, (MOST_POINTS + 3) * sizeof(*m->v));
	for (gf_day d = l->start - 1;; d += step) {
		if (d > until)
			d = until;
		add(m, d, gf_ratio_along(from, span, gf_line_at(l, d)),
		    GF_STR(""));
		if (d >= until)
			return;
	}
}

/* The entry of changes that moved the line last. */
static const struct gf_rec *
last_change(const struct gf_facts *f)
{
	const struct gf_val *items, *day;
	size_t n = gf_goal_list(f->goal, GOAL_CHANGES, &items);
	const struct gf_rec *found = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = gf_val_rec(&items[i]);
		struct gf_str field = gf_rec_text(r, CHANGE_FIELD);

		day = gf_rec_get(r, CHANGE_DATE);
		if (day != NULL && day->u.span.last == f->line.anchor &&
		    (found == NULL || gf_str_is(field, "measure.to") ||
		    gf_str_is(field, "due")))
			found = r;
	}
	return found;
}

/* The line as it was before the last change, where that is written. */
static void
read_old(struct gf_burn *b, const struct gf_facts *f)
{
	const struct gf_pace *p = &b->pace;
	const struct gf_rec *r = last_change(f);
	struct gf_str field = gf_rec_text(r, CHANGE_FIELD);
	struct gf_str was = gf_rec_text(r, CHANGE_FROM);
	struct gf_num span = f->span;
	struct gf_period due = { p->due, p->due, GF_PERIOD_DAY };
	struct gf_qty to;
	struct gf_line l;
	const char *why;

	if (gf_str_is(field, "measure.to") && gf_qty_parse(was, &to, f->arena,
	    &why))
		gf_num_sub(to.num, p->from, &span);
	if (gf_str_is(field, "due") && (!gf_period_parse(was,
	    &f->goal->config->calendar.fiscal, &due, &why) ||
	    due.last == GF_NO_DAY || due.last < p->start))
		due.last = p->due;
	gf_line_init(&l, f->goal, p->start, due.last, p->from, span, f->arena);
	trace(&b->old, &l, p->from, span, due.last, f->arena);
}

static void
read_milestones(struct gf_burn *b, const struct gf_facts *f)
{
	const struct gf_val *items, *day, *v;
	size_t n = gf_goal_list(f->goal, GOAL_MILESTONES, &items);

	b->milestones.v = gf_arena_alloc(f->arena, n *
	    sizeof(*b->milestones.v));
	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = gf_val_rec(&items[i]);

		day = gf_rec_get(r, MILESTONE_BY);
		v = gf_rec_get(r, MILESTONE_VALUE);
		if (day != NULL && v != NULL && day->u.span.last != GF_NO_DAY)
			add(&b->milestones, day->u.span.last, v->u.num,
			    gf_rec_text(r, MILESTONE_WHAT));
	}
}

void
gf_burn_of(struct gf_burn *b, const struct gf_plan *plan,
    const struct gf_goal *g, struct gf_arena *arena)
{
	struct gf_facts f;

	*b = (struct gf_burn){ .goal = g, .today = plan->today };
	gf_facts_read(&f, plan, g, arena, &b->pace);
	gf_pace_of(plan, g, arena, &b->pace);
	read_readings(b, &f);
	read_milestones(b, &f);
	b->has_low = b->pace.level && f.has_low;
	b->has_high = b->pace.level && f.has_high;
	b->low = f.low;
	b->high = f.high;
	if (!b->pace.dated || !b->pace.aimed)
		return;
	trace(&b->line, &f.line, b->pace.from, f.span, b->pace.due, arena);
	if (f.line.anchor == GF_NO_DAY)
		return;
	/* what was expected before the change is the old line's */
	while (b->line.n > 0 && b->line.v[0].day < f.line.anchor) {
		b->line.v++;
		b->line.n--;
	}
	read_old(b, &f);
}
