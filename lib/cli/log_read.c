#include "cli/ask.h"
#include "cli/log.h"

/* Say what is wrong with a reading, with its line if it has one. */
GF_PRINTF(3, 4) static bool
refuse(struct gf_logging *s, const struct gf_entrant *e, const char *fmt, ...)
{
	va_list ap;

	if (e->line > 0 && ++s->faults > GF_LOG_FAULTS)
		return false;
	va_start(ap, fmt);
	gf_run_fail_at(s->run, e->line, fmt, ap);
	va_end(ap);
	return false;
}

static bool
find_goal(struct gf_logging *s, const struct gf_entrant *e, struct gf_logged *r)
{
	if (e->line == 0) {
		r->goal = gf_run_goal(s->run, e->goal);
		return r->goal != NULL;
	}
	r->goal = gf_plan_goal(s->run->plan, e->goal);
	if (r->goal != NULL && r->goal->same == NULL)
		return true;
	if (r->goal != NULL)
		return refuse(s, e, "several goals have the id '%.*s'",
		    (int)e->goal.n, e->goal.p);
	return refuse(s, e, "no goal '%.*s'%s", (int)e->goal.n, e->goal.p,
	    gf_run_near(s->run, e->goal));
}

static bool
find_day(struct gf_logging *s, const struct gf_entrant *e, struct gf_logged *r)
{
	const char *why;

	r->day = s->run->plan->today;
	if (e->date.n == 0)
		return true;
	if (!gf_day_parse(e->date, &r->day, &why))
		return refuse(s, e, "'%.*s' is no date: %s", (int)e->date.n,
		    e->date.p, why);
	if (r->day > s->run->plan->today)
		return refuse(s, e, "'%.*s' is still to come: a reading is of "
		    "today or before", (int)e->date.n, e->date.p);
	return true;
}

static bool
sums(const struct gf_goal *g)
{
	const struct gf_val *count = gf_goal_measure(g, MEASURE_COUNT);

	return count != NULL && count->u.n == COUNT_SUM;
}

/* A goal with its readings, and how it stood before anything was written. */
static void
meet(struct gf_logging *s, struct gf_logged *r)
{
	struct gf_logged_goal *g = s->goals;

	while (g < s->goals + s->ngoals && g->goal != r->goal)
		g++;
	r->of = g;
	if (g < s->goals + s->ngoals)
		return;
	s->ngoals++;
	g->goal = r->goal;
	gf_pace_of(s->run->plan, r->goal, s->run->arena, &g->before);
	g->n = gf_goal_readings(s->run->plan, r->goal, s->run->arena, &g->v);
}

/* How many readings lie on a day or before it. */
static size_t
until(const struct gf_reading *v, size_t n, gf_day day)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = low + (n - low) / 2;

		if (v[mid].day <= day)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

/*
 * The newest reading until a day, NULL if there is none: of one day the last
 * document's, in it the last.
 */
static const struct gf_reading *
newest(const struct gf_logged *r)
{
	const struct gf_logged_goal *g = r->of;
	size_t n = until(g->v, g->n, r->day);
	size_t m = until(g->more, g->nmore, r->day);
	const struct gf_reading *old = n > 0 ? &g->v[n - 1] : NULL;
	const struct gf_reading *new = m > 0 ? &g->more[m - 1] : NULL;

	if (old == NULL || new == NULL)
		return old != NULL ? old : new;
	return new->day > old->day || (new->day == old->day &&
	    new->doc->seq >= old->doc->seq) ? new : old;
}

void
gf_log_keep(struct gf_logging *s, const struct gf_logged *r)
{
	struct gf_logged_goal *g = r->of;
	size_t at = until(g->more, g->nmore, r->day);

	g->more = gf_grow(g->more, g->nmore, &g->capmore, sizeof(*g->more));
	memmove(&g->more[at + 1], &g->more[at], (g->nmore - at) *
	    sizeof(*g->more));
	g->more[at] = (struct gf_reading){ .day = r->day,
	    .value = r->value.num, .corrects = r->corrects, .doc = r->into };
	g->nmore++;
	gf_plan_try(s->run->plan, r->goal, r->into, r->day, r->value.num,
	    r->corrects);
}

/* `+2` on top of what stands there. */
static bool
add_up(struct gf_logging *s, const struct gf_entrant *e, struct gf_logged *r)
{
	const struct gf_val *from = gf_goal_measure(r->goal, MEASURE_FROM);
	const struct gf_reading *last = newest(r);
	struct gf_buf b = { 0 };

	if (last == NULL && from == NULL)
		return refuse(s, e, "'%.*s' has no reading to add to: give "
		    "the value itself", (int)r->goal->id.n, r->goal->id.p);
	if (!gf_num_add(last ? last->value : from->u.num, r->value.num,
	    &r->value.num))
		return refuse(s, e, "the sum is too large");
	gf_num_print(&b, r->value.num);
	gf_buf_str(&b, r->value.unit);
	r->text = gf_buf_keep(&b, s->run->arena);
	gf_buf_release(&b);
	return true;
}

static bool
find_value(struct gf_logging *s, const struct gf_entrant *e, struct gf_logged *r)
{
	struct gf_str unit = gf_goal_unit(r->goal);
	bool more = e->value.n > 0 && e->value.p[0] == '+';
	const char *why;

	r->text = e->value;
	if (more) {
		r->text.p++;
		r->text.n--;
	}
	if (!gf_qty_parse(r->text, &r->value, s->run->arena, &why))
		return refuse(s, e, "%s", why);
	if (!gf_unit_agree(r->value.unit, unit))
		return refuse(s, e, "'%.*s' is not in %.*s, the unit of "
		    "'%.*s'", (int)e->value.n, e->value.p, (int)unit.n, unit.p,
		    (int)r->goal->id.n, r->goal->id.p);
	return !more || sums(r->goal) || add_up(s, e, r);
}

/* Where a goal goes: 1 up, -1 down, 0 nowhere. */
static int
heads(const struct gf_goal *g)
{
	const struct gf_val *from = gf_goal_measure(g, MEASURE_FROM);
	const struct gf_val *to = gf_goal_measure(g, MEASURE_TO);

	if (to == NULL || (from == NULL && !sums(g)))
		return 0;
	return gf_num_cmp(to->u.num, from ? from->u.num : GF_NUM(0));
}

/* Say in words from what to what; "goes up and stood at 5 on 2026-05-08". */
static const char *
course(struct gf_logging *s, const struct gf_logged *r,
    const struct gf_reading *last)
{
	struct gf_buf b = { 0 };
	const char *said;

	gf_buf_printf(&b, "'%.*s' goes %s", (int)r->goal->id.n, r->goal->id.p,
	    heads(r->goal) > 0 ? "up" : "down");
	if (last != NULL) {
		gf_buf_text(&b, " and stood at ");
		gf_num_print(&b, last->value);
		gf_buf_text(&b, " on ");
		gf_day_print(&b, last->day);
	}
	said = gf_arena_copy(s->run->arena, b.p, b.n);
	gf_buf_release(&b);
	return said;
}

/* Ask whether a reading that is odd is right; an import cannot be asked. */
static bool
insist(struct gf_logging *s, const struct gf_entrant *e,
    const struct gf_logged *r, const char *where, const char *way)
{
	struct gf_buf about = { 0 }, question = { 0 };
	int sure;

	gf_buf_printf(&about, "the %.*s of '%.*s'", (int)r->text.n, r->text.p,
	    (int)r->goal->id.n, r->goal->id.p);
	gf_buf_printf(&question, "%s: is %.*s right?", where, (int)r->text.n,
	    r->text.p);
	if (e->line > 0) {
		refuse(s, e, "%s %s", question.p, way);
		sure = -1;
	} else {
		sure = gf_ask_sure(s->run, about.p, question.p, way);
		s->refused = sure == 0;
	}
	gf_buf_release(&about);
	gf_buf_release(&question);
	return sure > 0;
}

/* A day before the goal began is often a slip; a sum does not count it. */
static bool
is_in_time(struct gf_logging *s, const struct gf_entrant *e,
    const struct gf_logged *r)
{
	gf_day start = gf_goal_start(r->goal);
	struct gf_buf b = { 0 };
	bool ok;

	if (start == GF_NO_DAY || r->day >= start)
		return true;
	gf_buf_printf(&b, "'%.*s' begins on ", (int)r->goal->id.n,
	    r->goal->id.p);
	gf_day_print(&b, start);
	if (sums(r->goal))
		ok = refuse(s, e, "%s: what was read before is not added up; "
		    "give a day from then on", b.p);
	else
		ok = insist(s, e, r, b.p, "give a day from then on, or mend "
		    "its start");
	gf_buf_release(&b);
	return ok;
}

bool
gf_log_meant(struct gf_logging *s, const struct gf_entrant *e,
    const struct gf_logged *r)
{
	const struct gf_reading *last = sums(r->goal) ? NULL : newest(r);
	int way = heads(r->goal), step;

	if (!r->corrects && !is_in_time(s, e, r))
		return false;
	if (r->corrects || way == 0 || (last == NULL && !sums(r->goal)))
		return true;
	step = gf_num_cmp(r->value.num, last ? last->value : GF_NUM(0));
	if (step == 0 || (step > 0) == (way > 0))
		return true;
	return insist(s, e, r, course(s, r, last), "--corrects takes the "
	    "place of what was read that day");
}

bool
gf_log_open(struct gf_logging *s, const struct gf_entrant *e,
    const struct gf_logged *r)
{
	const struct gf_reading *last = newest(r);
	const char *why = gf_run_closed(s->run, r->goal);

	if (why == NULL || (r->corrects && last != NULL &&
	    last->day == r->day))
		return true;
	return refuse(s, e, "%s; --on DATE --corrects puts right what was "
	    "read before", why);
}

bool
gf_log_there(const struct gf_logged *r)
{
	const struct gf_reading *last = sums(r->goal) ? NULL : newest(r);

	return last != NULL && last->day == r->day &&
	    gf_num_cmp(last->value, r->value.num) == 0;
}

bool
gf_log_read(struct gf_logging *s, const struct gf_entrant *e,
    struct gf_logged *r)
{
	*r = (struct gf_logged){ .note = e->note, .corrects = e->corrects };
	if (!find_goal(s, e, r))
		return false;
	meet(s, r);
	return find_day(s, e, r) && find_value(s, e, r);
}
