#include "base/mem.h"
#include "judge/meet.h"

#define DAYS 7
/* So many slots are looked at, however long ago the first was. */
#define MOST 40000
/* So long both may be away before nobody asks for the next slot. */
#define PATIENCE 500

/* What the days of two people are made of. */
struct beat {
	struct gf_rhythm *r;
	const struct gf_calendar *calendar;
	struct gf_every every;
	gf_day anchor;
	int weekday;		/* -1: any */
	gf_day today;
	struct gf_arena *arena;
	size_t cap;
};

static gf_day
first_on(gf_day day, int weekday)
{
	if (weekday < 0)
		return day;
	return day + (gf_day)((unsigned)(weekday + DAYS) -
	    gf_day_weekday(day)) % DAYS;
}

/* Which weekday of the month, so many months behind the anchor's. */
static gf_day
nth(const struct beat *b, int months)
{
	int year;
	unsigned month, day;
	gf_day first;

	gf_day_split(b->anchor, &year, &month, &day);
	first = gf_day_add_months(gf_day_of(year, month, 1), months);
	return first_on(first, b->every.weekday) + DAYS * (b->every.n - 1);
}

/* The day of a number before anybody is away. */
static gf_day
nominal(const struct beat *b, uint32_t k)
{
	int n = b->every.n > 0 ? b->every.n : 1, times = n * (int)k;

	switch (b->every.kind) {
	case GF_EVERY_WEEK:
		return first_on(b->anchor, b->weekday) + DAYS * times;
	case GF_EVERY_MONTH:
		return first_on(gf_day_add_months(b->anchor, times),
		    b->weekday);
	case GF_EVERY_NTH:
		return nth(b, (int)k + (nth(b, 0) < b->anchor));
	default:
		return b->anchor + times;
	}
}

static bool
is_here(const struct gf_party *p, gf_day d)
{
	const struct gf_val *away, *from, *until;
	size_t n;

	if (p == NULL || p->kind != GF_PERSON)
		return true;
	from = gf_rec_get(p->rec, PERSON_FROM);
	until = gf_rec_get(p->rec, PERSON_UNTIL);
	if ((from != NULL && d < from->u.span.first) ||
	    (until != NULL && d > until->u.span.last))
		return false;
	n = gf_rec_list(p->rec, PERSON_AWAY, &away);
	return !gf_vals_cover(away, n, d);
}

/* The first day on which both work, before the next slot. */
static gf_day
moved(const struct beat *b, gf_day first, gf_day end)
{
	for (gf_day d = first; d < end; d++)
		if (gf_calendar_works(b->calendar, d) &&
		    is_here(b->r->person, d) && is_here(b->r->coach, d))
			return d;
	return GF_NO_DAY;
}

static void
put(struct beat *b, struct gf_slot s)
{
	struct gf_rhythm *r = b->r;
	struct gf_slot *more;

	if (r->n == b->cap) {
		b->cap = b->cap ? 2 * b->cap : 16;
		more = gf_arena_alloc(b->arena, b->cap * sizeof(*more));
		for (size_t i = 0; i < r->n; i++)
			more[i] = r->slots[i];
		r->slots = more;
	}
	r->slots[r->n++] = s;
}

/*
 * Slots from a number on until two lie behind a day and may be met, since the
 * first may be kept before its day; k is what the first is called.
 */
static void
lay(struct beat *b, uint32_t from, uint32_t k, gf_day end)
{
	gf_day day = nominal(b, from), next, at;
	unsigned left = PATIENCE, behind = 0;

	for (uint32_t i = from; i < MOST && left > 0; i++, k++, day = next) {
		next = nominal(b, i + 1);
		at = moved(b, day, next);
		put(b, (struct gf_slot){ .day = at != GF_NO_DAY ? at : day,
		    .k = k, .state = at == GF_NO_DAY ? GF_SLOT_SKIPPED :
		    at < b->today ? GF_SLOT_MISSED : GF_SLOT_AHEAD });
		behind += at != GF_NO_DAY && at > end;
		if (next <= day || behind == 2)
			return;
		left -= day > end;
	}
}

/* A conversation keeps the slot that is nearest, of two the earlier. */
static struct gf_slot *
nearest(const struct gf_rhythm *r, size_t from, gf_day day)
{
	struct gf_slot *best = NULL;

	for (size_t i = from; i < r->n; i++) {
		struct gf_slot *s = &r->slots[i];
		gf_day apart = s->day < day ? day - s->day : s->day - day;

		if (s->state != GF_SLOT_SKIPPED && (best == NULL || apart <
		    (best->day < day ? day - best->day : best->day - day)))
			best = s;
	}
	return best;
}

static void
keep(const struct gf_rhythm *r, size_t from, gf_day day)
{
	struct gf_slot *s = nearest(r, from, day);

	if (s != NULL)
		s->state = GF_SLOT_KEPT;
}

/* From one conversation to the next, and what was let pass on the way. */
static void
chain(struct beat *b, gf_day through)
{
	struct gf_rhythm *r = b->r;
	bool since = b->anchor != GF_NO_DAY;

	for (size_t i = 0; i < r->nsessions; i++) {
		gf_day day = r->sessions[i].day;
		size_t first = r->n;

		if (since && day > b->anchor) {
			lay(b, i > 0, (uint32_t)i, day);
			keep(r, first, day);
			while (r->n > first && r->slots[r->n - 1].state !=
			    GF_SLOT_KEPT)
				r->n--;
		}
		b->anchor = day;
		since = true;
	}
	if (since)
		lay(b, r->nsessions > 0, (uint32_t)r->nsessions, through);
}

/* The last conversation said when the next one is. */
static void
agree(struct beat *b, gf_day through)
{
	struct gf_rhythm *r = b->r;
	const struct gf_val *v = r->nsessions > 0 ? gf_rec_get(
	    r->sessions[r->nsessions - 1].rec, SESSION_NEXT) : NULL;
	gf_day next = v != NULL ? v->u.span.first : GF_NO_DAY;
	struct gf_slot *taken = NULL;

	if (next == GF_NO_DAY || next <= r->last)
		return;
	for (size_t i = 0; i < r->n; i++) {
		struct gf_slot *s = &r->slots[i];

		if (s->state == GF_SLOT_KEPT || s->day <= r->last)
			continue;
		if (taken == NULL)
			taken = s;
		else if (s->day <= next)
			s->state = GF_SLOT_SKIPPED;
	}
	r->agreed = true;
	if (taken == NULL) {
		put(b, (struct gf_slot){ .k = (uint32_t)r->nsessions });
		taken = &r->slots[r->n - 1];
	}
	taken->day = next;
	taken->state = next < b->today ? GF_SLOT_MISSED : GF_SLOT_AHEAD;
	if (gf_rec_word(r->rule, ONE_RULE, 0) == 1) {
		r->n = (size_t)(taken - r->slots) + 1;
		b->anchor = next;
		lay(b, 1, taken->k + 1, through);
	}
}

static bool
begin(struct beat *b, const struct gf_rhythm *r, const struct gf_entry *e)
{
	const struct gf_val *every = gf_rec_get(r->rule, ONE_EVERY);
	const struct gf_val *since = gf_rec_get(r->rule, ONE_SINCE);
	const struct gf_val *from = gf_rec_get(e->rec, PERSON_FROM);
	int day = gf_rec_word(r->rule, ONE_WEEKDAY, -1);

	b->weekday = day < 0 ? -1 : day % DAYS;
	b->anchor = since != NULL ? since->u.span.first : from != NULL &&
	    r->nsessions == 0 ? from->u.span.first : GF_NO_DAY;
	if (every == NULL)
		return false;
	b->every = every->u.every;
	return true;
}

static void
lay_all(struct beat *b, gf_day through)
{
	struct gf_rhythm *r = b->r;

	if (gf_rec_word(r->rule, ONE_RULE, 0) == 1) {
		chain(b, through);
		return;
	}
	if (b->anchor == GF_NO_DAY && r->nsessions > 0)
		b->anchor = r->sessions[0].day;
	if (b->anchor == GF_NO_DAY)
		return;
	lay(b, 0, 0, through);
	for (size_t i = 0; i < r->nsessions; i++)
		keep(r, 0, r->sessions[i].day);
}

gf_day
gf_rhythm_after(const struct gf_rhythm *r, gf_day day)
{
	gf_day first = GF_NO_DAY;

	for (size_t i = 0; i < r->n; i++)
		if (r->slots[i].state == GF_SLOT_AHEAD &&
		    r->slots[i].day > day && (first == GF_NO_DAY ||
		    r->slots[i].day < first))
			first = r->slots[i].day;
	return first;
}

void
gf_rhythm_of(struct gf_rhythm *r, const struct gf_meets *m,
    const struct gf_entry *e, gf_day through, bool blind)
{
	struct beat b = { .r = r, .calendar = &e->config->calendar,
	    .today = m->plan->today, .arena = m->arena };
	gf_day last = through > b.today ? through : b.today;

	*r = (struct gf_rhythm){ .person = e->party, .last = GF_NO_DAY,
	    .rule = gf_rec_sub(e->rec, PERSON_ONE_ON_ONE),
	    .coach_id = gf_rec_text(e->rec, PERSON_COACH) };
	if (r->coach_id.n > 0)
		r->coach = gf_plan_party(m->plan, r->coach_id, NULL);
	if (!blind)
		r->sessions = gf_meets_with(m, e->party->id, &r->nsessions);
	while (r->nsessions > 0 && r->sessions[r->nsessions - 1].day > b.today)
		r->nsessions--;
	if (r->nsessions > 0)
		r->last = r->sessions[r->nsessions - 1].day;
	if (begin(&b, r, e))
		lay_all(&b, last);
	agree(&b, last);
	for (size_t i = 0; i < r->n; i++)
		r->missed += r->slots[i].state == GF_SLOT_MISSED;
	r->next = gf_rhythm_after(r, b.today - 1);
}
