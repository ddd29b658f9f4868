#include <stdlib.h>

#include "judge/activity.h"
#include "judge/facts.h"
#include "judge/portion.h"
#include "judge/rate.h"
#include "judge/span.h"

#define MOST_DAYS ((gf_day)100 * 366)

/* wide enough for any number of pieces times any sum of weights */
__extension__ typedef __int128 wide;

/* What is known while a goal is cut. */
struct cut {
	struct gf_facts f;
	struct gf_pace p;
	struct gf_work work;
	struct gf_calendar calendar;	/* with the weights that were asked for */
	struct gf_arena *arena;
	gf_day first, last;
	struct gf_num *weights;		/* of each day from first on */
	int64_t *pieces;		/* of the whole for each */
};

static wide
scaled(struct gf_num n, unsigned places)
{
	wide m = n.m;

	for (unsigned i = n.places; i < places; i++)
		m *= 10;
	return m;
}

/* Give one more to those with the largest rest, the first of equals. */
static void
hand_out(wide *rests, size_t n, wide left, int64_t *out)
{
	for (; left > 0; left--) {
		size_t best = 0;

		for (size_t i = 1; i < n; i++)
			if (rests[i] > rests[best])
				best = i;
		out[best]++;
		rests[best] = -1;
	}
}

void
gf_portion_share(int64_t whole, const struct gf_num *weights, size_t n,
    int64_t *out)
{
	wide *rests = gf_alloc(n * sizeof(*rests)), sum = 0, left;
	wide size = whole < 0 ? -(wide)whole : whole;
	unsigned places = 0;

	for (size_t i = 0; i < n; i++)
		if (weights[i].places > places)
			places = weights[i].places;
	for (size_t i = 0; i < n; i++)
		sum += scaled(weights[i], places);
	left = size;
	for (size_t i = 0; i < n; i++) {
		wide part = sum > 0 ? size * scaled(weights[i], places) :
		    size, by = sum > 0 ? sum : (wide)n;

		out[i] = (int64_t)(part / by);
		rests[i] = part % by;
		left -= out[i];
	}
	hand_out(rests, n, left, out);
	for (size_t i = 0; i < n && whole < 0; i++)
		out[i] = -out[i];
	free(rests);
}

static struct gf_num
weight_of(const struct cut *c, gf_day first, gf_day last)
{
	struct gf_num sum = GF_NUM(0);

	for (gf_day d = first; d <= last; d++)
		gf_num_add(sum, c->weights[d - c->first], &sum);
	return sum;
}

/* Share pieces among the days from first through last, level by level. */
static void
share_days(struct cut *c, enum gf_by by, gf_day first, gf_day last,
    int64_t whole)
{
	const struct gf_fiscal *fiscal = &c->calendar.fiscal;
	size_t n = 0, i = 0;
	struct gf_num *weights;
	int64_t *parts;

	for (gf_day d = first; d <= last; d = gf_span_last(by, d, fiscal) + 1)
		n++;
	weights = gf_alloc(n * sizeof(*weights));
	parts = gf_alloc(n * sizeof(*parts));
	for (gf_day d = first, end; d <= last; d = end + 1) {
		end = gf_span_last(by, d, fiscal);
		weights[i++] = weight_of(c, d, end < last ? end : last);
	}
	gf_portion_share(whole, weights, n, parts);
	i = 0;
	for (gf_day d = first, end; d <= last; d = end + 1, i++) {
		end = gf_span_last(by, d, fiscal);
		if (by == GF_BY_DAY)
			c->pieces[d - c->first] = parts[i];
		else
			share_days(c, (enum gf_by)(by + 1), d,
			    end < last ? end : last, parts[i]);
	}
	free(weights);
	free(parts);
}

static bool
refuse(const char **why, const char *said)
{
	*why = said;
	return false;
}

/* One of the last decimal place that is written. */
static struct gf_num
piece_of(const struct cut *c, const struct gf_portion_ask *ask)
{
	struct gf_num ends[] = { c->p.from, c->p.to, GF_NUM(0) };
	uint8_t places = 0;

	if (ask->piece.m > 0)
		return ask->piece;
	if (ask->shortfall != GF_SHORT_HOLD && c->p.measured)
		ends[2] = c->p.current;
	for (size_t i = 0; i < GF_LEN(ends); i++)
		if (ends[i].places > places)
			places = ends[i].places;
	return (struct gf_num){ 1, places };
}

/* How many pieces an amount is; false if it is no whole number of them. */
static bool
in_pieces(struct gf_num amount, struct gf_num piece, int64_t *n)
{
	struct gf_num q, back;

	if (!gf_num_div(amount, piece, 0, &q) ||
	    !gf_num_mul(q, piece, &back) || gf_num_cmp(back, amount) != 0)
		return false;
	*n = q.m;
	return true;
}

static struct gf_num
sum_of(const struct cut *c, gf_day first, gf_day last, struct gf_num piece)
{
	struct gf_num out = GF_NUM(0);
	int64_t n = 0;

	for (gf_day d = first; d <= last; d++)
		n += c->pieces[d - c->first];
	gf_num_mul(GF_NUM(n), piece, &out);
	return out;
}

/* Weigh every day, by the months that were asked for. */
static void
weigh(struct cut *c, const struct gf_portion_ask *ask)
{
	struct gf_num sum = GF_NUM(0);
	size_t n = (size_t)(c->last - c->first) + 1;

	c->work = c->f.line.work;
	c->calendar = *c->work.calendar;
	if (ask->weights != NULL) {
		memcpy(c->calendar.season, ask->weights,
		    sizeof(c->calendar.season));
		c->work.calendar = &c->calendar;
		c->work.seasonal = true;
		c->work.all = false;
	}
	c->weights = gf_arena_alloc(c->arena, n * sizeof(*c->weights));
	c->pieces = gf_arena_alloc(c->arena, n * sizeof(*c->pieces));
	for (size_t i = 0; i < n; i++) {
		gf_day d = c->first + (gf_day)i;

		c->weights[i] = gf_work_weight(&c->work, d, d);
		gf_num_add(sum, c->weights[i], &sum);
	}
	for (size_t i = 0; i < n && sum.m == 0; i++)
		c->weights[i] = GF_NUM(1);
}

/* The parts as they are printed, with nothing in them yet. */
static void
name_parts(struct cut *c, struct gf_portion *out, enum gf_by by)
{
	const struct gf_fiscal *fiscal = &c->calendar.fiscal;
	size_t n = 0;

	for (gf_day d = c->first; d <= c->last; d = gf_span_last(by, d,
	    fiscal) + 1)
		n++;
	out->parts = gf_arena_alloc(c->arena, n * sizeof(*out->parts));
	out->n = n;
	n = 0;
	for (gf_day d = c->first, end; d <= c->last; d = end + 1) {
		struct gf_part *part = &out->parts[n++];

		end = gf_span_last(by, d, fiscal);
		part->from = d;
		part->to = end < c->last ? end : c->last;
		gf_span_name(by, d, fiscal, part->name);
	}
}

/* What stood on a day; `from` while nothing was read. */
static struct gf_num
stood(const struct cut *c, gf_day day)
{
	struct gf_num v;

	return gf_facts_value(&c->f, &c->p, day, &v) ? v : c->p.from;
}

static void
add_up(const struct cut *c, struct gf_portion *out)
{
	struct gf_num at = c->p.from;

	for (size_t i = 0; i < out->n; i++) {
		gf_num_add(at, out->parts[i].value, &at);
		out->parts[i].total = at;
	}
}

/* The parts that are over hold what was reached; returns how many those are. */
static size_t
close_parts(const struct cut *c, struct gf_portion *out)
{
	struct gf_num before = c->p.from, planned = GF_NUM(0), now;
	size_t i = 0;

	for (; i < out->n && out->parts[i].to <= c->f.plan->today; i++) {
		struct gf_part *part = &out->parts[i];

		gf_num_add(planned, part->value, &planned);
		now = stood(c, part->to);
		gf_num_sub(now, before, &part->value);
		part->over = true;
		before = now;
	}
	gf_num_sub(before, c->p.from, &now);
	gf_num_sub(planned, now, &out->short_by);
	return i;
}

/* Put what is short into the parts that are left. */
static bool
make_up(struct cut *c, struct gf_portion *out,
    const struct gf_portion_ask *ask, const char **why)
{
	size_t over = close_parts(c, out);
	gf_day next = over > 0 ? out->parts[over - 1].to + 1 : c->first;
	struct gf_num left;
	int64_t pieces;

	if (over == out->n)
		return refuse(why, "is over: no part is left to make up in");
	if (ask->shortfall == GF_SHORT_NEXT)
		return gf_num_add(out->parts[over].value, out->short_by,
		    &out->parts[over].value);
	if (!gf_num_sub(c->p.to, stood(c, next - 1), &left) ||
	    !in_pieces(left, out->piece, &pieces))
		return refuse(why, "has left what is no whole number of "
		    "pieces");
	share_days(c, GF_BY_YEAR, next, c->last, pieces);
	for (size_t i = over; i < out->n; i++)
		out->parts[i].value = sum_of(c, out->parts[i].from,
		    out->parts[i].to, out->piece);
	return true;
}

static bool
cut_sum(struct cut *c, struct gf_portion *out,
    const struct gf_portion_ask *ask, const char **why)
{
	int64_t pieces;

	out->piece = piece_of(c, ask);
	if (!in_pieces(c->f.span, out->piece, &pieces))
		return refuse(why, "is no whole number of such pieces");
	share_days(c, GF_BY_YEAR, c->first, c->last, pieces);
	for (size_t i = 0; i < out->n; i++)
		out->parts[i].value = sum_of(c, out->parts[i].from,
		    out->parts[i].to, out->piece);
	if (ask->shortfall != GF_SHORT_HOLD && c->p.measured &&
	    !make_up(c, out, ask, why))
		return false;
	add_up(c, out);
	return true;
}

/* A level has its bound on every day, a rate what its line says. */
static void
read_line(const struct cut *c, struct gf_portion *out)
{
	out->line = true;
	for (size_t i = 0; i < out->n; i++) {
		struct gf_part *part = &out->parts[i];

		part->value = gf_ratio_along(c->p.from, c->f.span,
		    gf_line_at(&c->f.line, part->to));
		if (c->p.level)
			part->value = c->f.has_low ? c->f.low : c->f.high;
		part->total = part->value;
	}
}

bool
gf_portion_cut(struct gf_portion *out, const struct gf_plan *plan,
    const struct gf_goal *g, const struct gf_portion_ask *ask,
    struct gf_arena *arena, const char **why)
{
	struct cut c = { .arena = arena };

	*out = (struct gf_portion){ .goal = g };
	gf_facts_read(&c.f, plan, g, arena, &c.p);
	if (!c.p.dated)
		return refuse(why, "has no start or no due date to split "
		    "between");
	if (!c.p.aimed && !c.p.level)
		return refuse(why, "has no from and to, so there is nothing "
		    "to split");
	if (c.p.due - c.p.start > MOST_DAYS)
		return refuse(why, "takes more than 100 years, which is too "
		    "long to split");
	c.first = c.p.start;
	c.last = c.p.due;
	weigh(&c, ask);
	name_parts(&c, out, ask->by);
	if (c.p.level || gf_goal_is_rate(g)) {
		read_line(&c, out);
		return true;
	}
	gf_activity_read(out, &c.f, &c.p, arena);
	return cut_sum(&c, out, ask, why);
}
