#include <stdarg.h>
#include <stdio.h>

#include "cli/ask.h"
#include "cli/log.h"

/* Say what is wrong with a reading, with its line if it has one. */
GF_PRINTF(3, 4) static bool
refuse(struct gf_logging *s, const struct gf_entrant *e, const char *fmt, ...)
{
	struct gf_buf b = { 0 };
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (e->line > 0 && ++s->faults > GF_LOG_FAULTS)
		return false;
	if (e->line > 0)
		gf_buf_printf(&b, "line %u: ", e->line);
	gf_run_fail(s->run, "%s%s", b.n > 0 ? b.p : "", text);
	gf_buf_release(&b);
	return false;
}

static bool
find_goal(struct gf_logging *s, const struct gf_entrant *e, struct gf_logged *r)
{
	struct gf_str near;

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
	near = gf_plan_nearest(s->run->plan, e->goal);
	return refuse(s, e, "no goal '%.*s'%s%.*s%s", (int)e->goal.n,
	    e->goal.p, near.n > 0 ? ": did you mean '" : "", (int)near.n,
	    near.p, near.n > 0 ? "'?" : "");
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

/* The newest reading until a day, NULL if there is none. */
static const struct gf_reading *
newest(struct gf_logging *s, const struct gf_logged *r)
{
	struct gf_reading *v;
	size_t n = gf_goal_readings(s->run->plan, r->goal, &s->scratch, &v);

	while (n > 0 && v[n - 1].day > r->day)
		n--;
	return n > 0 ? &v[n - 1] : NULL;
}

/* `+2` on top of what stands there. */
static bool
add_up(struct gf_logging *s, const struct gf_entrant *e, struct gf_logged *r)
{
	const struct gf_val *from = gf_goal_measure(r->goal, MEASURE_FROM);
	const struct gf_reading *last = newest(s, r);
	struct gf_buf b = { 0 };

	if (last == NULL && from == NULL)
		return refuse(s, e, "'%.*s' has no reading to add to: give "
		    "the value itself", (int)r->goal->id.n, r->goal->id.p);
	if (!gf_num_add(last ? last->value : from->u.num, r->value.num,
	    &r->value.num))
		return refuse(s, e, "the sum is too large");
	gf_num_print(&b, r->value.num);
	gf_buf_str(&b, r->value.unit);
	r->text = (struct gf_str){ gf_arena_copy(s->run->arena, b.p, b.n),
	    b.n };
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

/* Ask whether a reading that is odd is right. */
static bool
insist(struct gf_logging *s, const struct gf_logged *r, const char *where)
{
	struct gf_buf about = { 0 }, question = { 0 };
	int sure;

	gf_buf_printf(&about, "the %.*s of '%.*s'", (int)r->text.n, r->text.p,
	    (int)r->goal->id.n, r->goal->id.p);
	gf_buf_printf(&question, "%s: is %.*s right?", where, (int)r->text.n,
	    r->text.p);
	sure = gf_ask_sure(s->run, about.p, question.p, "--corrects takes the "
	    "place of what was read that day");
	s->refused = sure == 0;
	gf_buf_release(&about);
	gf_buf_release(&question);
	return sure > 0;
}

bool
gf_log_meant(struct gf_logging *s, const struct gf_entrant *e,
    const struct gf_logged *r)
{
	const struct gf_reading *last = sums(r->goal) ? NULL : newest(s, r);
	int way = heads(r->goal), step;
	const char *where;

	if (r->corrects || way == 0 || (last == NULL && !sums(r->goal)))
		return true;
	step = gf_num_cmp(r->value.num, last ? last->value : GF_NUM(0));
	if (step == 0 || (step > 0) == (way > 0))
		return true;
	where = course(s, r, last);
	if (e->line == 0)
		return insist(s, r, where);
	return refuse(s, e, "%s: is %.*s right? --corrects takes the place of "
	    "what was read that day", where, (int)r->text.n, r->text.p);
}

bool
gf_log_open(struct gf_logging *s, const struct gf_entrant *e,
    const struct gf_logged *r)
{
	const struct gf_reading *last = newest(s, r);
	const char *why = gf_run_closed(s->run, r->goal);

	if (why == NULL || (r->corrects && last != NULL &&
	    last->day == r->day))
		return true;
	return refuse(s, e, "%s; --on DATE --corrects puts right what was "
	    "read before", why);
}

bool
gf_log_there(struct gf_logging *s, const struct gf_logged *r)
{
	const struct gf_reading *last = sums(r->goal) ? NULL : newest(s, r);

	return last != NULL && last->day == r->day &&
	    gf_num_cmp(last->value, r->value.num) == 0;
}

bool
gf_log_read(struct gf_logging *s, const struct gf_entrant *e,
    struct gf_logged *r)
{
	*r = (struct gf_logged){ .note = e->note, .corrects = e->corrects };
	return find_goal(s, e, r) && find_day(s, e, r) && find_value(s, e, r);
}
