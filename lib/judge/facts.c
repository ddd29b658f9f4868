#include "base/mem.h"
#include "judge/facts.h"

struct gf_num
gf_facts_threshold(const struct gf_facts *f, enum gf_threshold t)
{
	return f->goal->config->thresholds[t];
}

static gf_day
last_day(const struct gf_plan *plan, const struct gf_goal *g)
{
	const struct gf_val *day = gf_rec_get(gf_goal_sub(g, GOAL_CLOSE),
	    CLOSE_DATE);

	return day != NULL && day->u.span.last < plan->today ?
	    day->u.span.last : plan->today;
}

static void
read_readings(struct gf_facts *f)
{
	const struct gf_goal *g = f->goal;
	const struct gf_val *count = gf_goal_measure(g, MEASURE_COUNT);

	f->last = last_day(f->plan, g);
	f->sum = count != NULL && count->u.n == COUNT_SUM;
	f->n = gf_goal_readings(f->plan, g, f->arena, &f->readings);
	while (f->n > 0 && f->readings[f->n - 1].day > f->last)
		f->n--;
}

bool
gf_facts_value(const struct gf_facts *f, const struct gf_pace *p, gf_day day,
    struct gf_num *out)
{
	bool any = false;

	*out = p->from;
	for (size_t i = 0; i < f->n && f->readings[i].day <= day; i++) {
		const struct gf_reading *r = &f->readings[i];

		if (!f->sum)
			*out = r->value;
		else if (p->dated && r->day < p->start)
			continue;
		else if (!gf_num_add(*out, r->value, out))
			return false;
		any = true;
	}
	return any;
}

static void
read_band(struct gf_facts *f)
{
	const struct gf_val *low = gf_goal_measure(f->goal, MEASURE_AT_LEAST);
	const struct gf_val *high = gf_goal_measure(f->goal, MEASURE_AT_MOST);

	f->has_low = low != NULL;
	f->has_high = high != NULL;
	if (low != NULL)
		f->low = low->u.num;
	if (high != NULL)
		f->high = high->u.num;
}

/* A level that is only named (from = to) has room for noise on both sides. */
static void
band_around(struct gf_facts *f, struct gf_num level)
{
	struct gf_num room;

	if (!gf_num_mul(level, gf_facts_threshold(f, GF_TH_NOISE_SPAN), &room))
		room = GF_NUM(0);
	room = gf_num_abs(room);
	f->has_low = gf_num_sub(level, room, &f->low);
	f->has_high = gf_num_add(level, room, &f->high);
}

bool
gf_facts_inside(const struct gf_facts *f, struct gf_num v)
{
	return (!f->has_low || gf_num_cmp(v, f->low) >= 0) &&
	    (!f->has_high || gf_num_cmp(v, f->high) <= 0);
}

static void
level_progress(struct gf_facts *f, struct gf_pace *p)
{
	int64_t in = 0;

	for (size_t i = 0; i < f->n; i++)
		in += gf_facts_inside(f, f->readings[i].value);
	p->known = f->n > 0;
	if (p->known)
		f->progress = gf_ratio(GF_NUM(in), GF_NUM((int64_t)f->n));
}

static void
read_measure(struct gf_facts *f, struct gf_pace *p)
{
	const struct gf_val *from = gf_goal_measure(f->goal, MEASURE_FROM);
	const struct gf_val *to = gf_goal_measure(f->goal, MEASURE_TO);
	bool has_from = from != NULL || f->sum;

	if (from != NULL)
		p->from = from->u.num;
	else if (!f->sum && f->n > 0) {
		p->from = f->readings[0].value;
		p->from_first = has_from = true;
	}
	p->begun = has_from;
	p->as_of = f->n > 0 ? f->readings[f->n - 1].day : GF_NO_DAY;
	if (f->n > 0 && !gf_facts_value(f, p, f->last, &p->current))
		p->current = p->from;
	if (gf_goal_holds(f->goal)) {
		p->level = true;
		read_band(f);
	} else if (to != NULL) {
		p->to = to->u.num;
		p->level = has_from && gf_num_cmp(p->from, p->to) == 0;
		if (p->level)
			band_around(f, p->to);
		else if (has_from)
			gf_num_sub(p->to, p->from, &f->span);
	}
	if (p->level) {
		level_progress(f, p);
		return;
	}
	p->aimed = f->span.m != 0;
	p->measured = p->known = f->n > 0 && p->aimed;
	if (p->measured) {
		struct gf_num gone = GF_NUM(0);

		gf_num_sub(p->current, p->from, &gone);
		f->progress = gf_ratio(gone, f->span);
	}
}

/* A due period begins a goal that says no other start. */
static void
read_dates(const struct gf_goal *g, struct gf_pace *p)
{
	const struct gf_val *due = gf_goal_get(g, GOAL_DUE);

	p->due = gf_goal_due(g, &p->due_from_parent);
	p->start = gf_goal_start(g);
	if (p->start == GF_NO_DAY && due != NULL &&
	    due->u.span.kind != GF_PERIOD_DAY)
		p->start = due->u.span.first;
	p->dated = p->start != GF_NO_DAY && p->due != GF_NO_DAY &&
	    p->start <= p->due;
}

/* Whether an entry of changes moved the line. */
static bool
moves_line(const struct gf_rec *r)
{
	static const char *const fields[] = { "measure", "measure.to",
		"measure.from", "due", "start", "pace", "milestones" };
	struct gf_str field = gf_rec_text(r, CHANGE_FIELD);
	struct gf_str letter = gf_rec_text(r, CHANGE_LETTER);

	if (field.n == 0)
		return gf_str_is(letter, "M") || gf_str_is(letter, "T");
	for (size_t i = 0; i < GF_LEN(fields); i++)
		if (gf_str_is(field, fields[i]))
			return true;
	return false;
}

/* The day of the last change inside the line, GF_NO_DAY if there is none. */
static gf_day
last_change(const struct gf_facts *f, const struct gf_pace *p)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(f->goal, GOAL_CHANGES, &items);
	gf_day last = GF_NO_DAY;

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = gf_val_rec(&items[i]);
		const struct gf_val *day = gf_rec_get(r, CHANGE_DATE);

		if (day != NULL && day->u.span.last >= p->start &&
		    day->u.span.last < p->due && day->u.span.last <= f->last &&
		    day->u.span.last > last && moves_line(r))
			last = day->u.span.last;
	}
	return last;
}

static void
draw_line(struct gf_facts *f, const struct gf_pace *p)
{
	struct gf_num value, gone = GF_NUM(0);
	gf_day change = last_change(f, p);

	gf_line_init(&f->line, f->goal, p->start, p->due, p->from, f->span,
	    f->arena);
	if (change == GF_NO_DAY || f->span.m == 0)
		return;
	if (gf_facts_value(f, p, change, &value))
		gf_num_sub(value, p->from, &gone);
	gf_line_anchor(&f->line, change, gf_ratio(gone, f->span));
}

void
gf_facts_read(struct gf_facts *f, const struct gf_plan *plan,
    const struct gf_goal *g, struct gf_arena *arena, struct gf_pace *p)
{
	*f = (struct gf_facts){ .plan = plan, .goal = g, .arena = arena };
	*p = (struct gf_pace){ .as_of = GF_NO_DAY,
	    .arrival = GF_NO_DAY };
	read_readings(f);
	read_dates(g, p);
	read_measure(f, p);
	if (p->known)
		p->progress = gf_ratio_num(f->progress);
	if (p->dated)
		draw_line(f, p);
}
