#include "base/mem.h"
#include "judge/promise.h"

static const char *const states[] = {
	[GF_PROMISE_KEPT] = "kept", [GF_PROMISE_MISSED] = "missed",
	[GF_PROMISE_MOVED] = "moved", [GF_PROMISE_DROPPED] = "dropped",
	[GF_PROMISE_OPEN] = "open",
};

const char *
gf_promise_state_name(enum gf_promise_state s)
{
	return states[s];
}

/* The day of the meeting that followed or will follow a conversation. */
static gf_day
meeting_after(const struct gf_rhythm *r, const struct gf_session *s,
    const struct gf_session *last)
{
	const struct gf_val *next = gf_rec_get(s->rec, SESSION_NEXT);
	gf_day first = GF_NO_DAY;

	if (next != NULL)
		return next->u.span.first;
	for (const struct gf_session *t = s + 1; t <= last; t++)
		if (t->day > s->day)
			return t->day;
	for (size_t i = 0; i < r->n; i++)
		if (r->slots[i].state != GF_SLOT_SKIPPED &&
		    r->slots[i].day > s->day && (first == GF_NO_DAY ||
		    r->slots[i].day < first))
			first = r->slots[i].day;
	return first;
}

static struct gf_str
who(const struct gf_plan *plan, const struct gf_rec *rec,
    const struct gf_session *s)
{
	struct gf_str text = gf_rec_text(rec, COMMITMENT_WHO);
	const struct gf_party *p = text.n > 0 ? gf_plan_party(plan, text,
	    NULL) : NULL;

	return text.n == 0 ? s->with : p != NULL ? p->id : text;
}

static void
count(struct gf_promises *ps, const struct gf_promise *p)
{
	struct gf_kept *k = p->theirs ? &ps->theirs : &ps->mine;

	k->kept += p->state == GF_PROMISE_KEPT;
	k->all += p->state == GF_PROMISE_KEPT ||
	    p->state == GF_PROMISE_MISSED;
}

static struct gf_promise
read_one(const struct gf_plan *plan, const struct gf_rhythm *r,
    const struct gf_session *s, const struct gf_session *last,
    const struct gf_rec *rec)
{
	const struct gf_val *by = gf_rec_get(rec, COMMITMENT_BY);
	struct gf_promise p = { .session = s, .rec = rec, .due = GF_NO_DAY,
		.at_meeting = by == NULL };

	p.state = (enum gf_promise_state)gf_rec_word(rec, COMMITMENT_STATE,
	    GF_PROMISE_OPEN);
	p.who = who(plan, rec, s);
	p.theirs = gf_str_eq(p.who, s->with);
	p.due = by != NULL ? by->u.span.last : meeting_after(r, s, last);
	return p;
}

void
gf_promises_of(struct gf_promises *ps, const struct gf_meets *m,
    const struct gf_rhythm *r, struct gf_arena *arena)
{
	const struct gf_session *s;
	const struct gf_val *items;
	size_t n, most = 0;

	*ps = (struct gf_promises){ .rhythm = r, .today = m->plan->today };
	s = gf_meets_with(m, r->person->id, &n);
	for (size_t i = 0; i < n; i++)
		most += gf_rec_list(s[i].rec, SESSION_COMMITMENTS, &items);
	ps->v = gf_arena_alloc(arena, most * sizeof(*ps->v));
	for (size_t i = 0; i < n; i++) {
		size_t k = gf_rec_list(s[i].rec, SESSION_COMMITMENTS, &items);

		for (size_t j = 0; j < k; j++) {
			struct gf_promise *p = &ps->v[ps->n];

			if (items[j].bad)
				continue;
			*p = read_one(m->plan, r, &s[i], &s[n - 1],
			    items[j].u.rec);
			p->item = (uint32_t)j;
			p->number = (uint32_t)++ps->n;
			count(ps, p);
		}
	}
}

bool
gf_promise_overdue(const struct gf_promises *ps, const struct gf_promise *p)
{
	return p->state == GF_PROMISE_OPEN && p->due != GF_NO_DAY &&
	    p->due < ps->today;
}
