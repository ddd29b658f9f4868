#include "base/mem.h"
#include "judge/agenda.h"
#include "judge/outline.h"

const struct gf_rec *
gf_agenda_closed(const struct gf_goal *g, gf_day since)
{
	const struct gf_rec *close = gf_goal_sub(g, GOAL_CLOSE);
	const struct gf_val *day = gf_rec_get(close, CLOSE_DATE);

	return since == GF_NO_DAY || (day != NULL &&
	    day->u.span.last >= since) ? close : NULL;
}

/* The last conversation before this one. */
static gf_day
last_before(const struct gf_rhythm *r, gf_day day)
{
	for (size_t i = r->nsessions; i-- > 0; )
		if (r->sessions[i].day < day)
			return r->sessions[i].day;
	return GF_NO_DAY;
}

static bool
is_since(const struct gf_agenda *a, const struct gf_promise *p)
{
	const struct gf_val *day = gf_rec_get(p->rec, COMMITMENT_DATE);

	return a->since == GF_NO_DAY || (day != NULL ?
	    day->u.span.first >= a->since : p->session->day >= a->since);
}

/* What was missed and what was reached, of promises and goals. */
static void
weigh(struct gf_agenda *a)
{
	for (size_t i = 0; i < a->promises.n; i++) {
		const struct gf_promise *p = &a->promises.v[i];

		if (!p->theirs)
			continue;
		a->missed |= gf_promise_overdue(&a->promises, p) ||
		    (p->state == GF_PROMISE_MISSED && is_since(a, p));
		a->reached |= p->state == GF_PROMISE_KEPT && is_since(a, p);
	}
	for (size_t i = 0; i < a->week.nsquares; i++) {
		enum gf_state s = a->week.squares[i].pace.state;

		a->missed |= s == GF_STATE_MISSED;
		a->reached |= s == GF_STATE_ACHIEVED;
	}
	for (size_t i = 0; i < a->plan->ngoals; i++) {
		const struct gf_goal *g = a->plan->goals[i];
		const struct gf_rec *close = g->owner == a->person->party &&
		    !g->open ? gf_agenda_closed(g, a->since) : NULL;
		int verdict = close != NULL ? gf_rec_word(close,
		    CLOSE_VERDICT, -1) : -1;

		a->missed |= verdict == VERDICT_MISSED;
		a->reached |= verdict == VERDICT_ACHIEVED;
	}
}

/* Routine and pace pick the question; the goal that is most urgent decides. */
static void
pick(struct gf_agenda *a)
{
	enum gf_question_pool pool = GF_ASK_ANYTHING;

	for (size_t i = 0; i < a->week.nsquares; i++) {
		const struct gf_square *s = &a->week.squares[i];

		if (!s->behind || s->followed == GF_FOLLOWED_UNKNOWN)
			continue;
		a->asked_for = s;
		pool = s->followed == GF_FOLLOWED ? GF_ASK_STRATEGY :
		    GF_ASK_ROUTINE;
		break;
	}
	a->question = gf_question_next(pool, a->rhythm.sessions,
	    a->rhythm.nsessions);
}

void
gf_agenda_of(struct gf_agenda *a, const struct gf_plan *plan,
    const struct gf_entry *person, enum gf_talk kind, gf_day day,
    bool blind, struct gf_arena *arena)
{
	struct gf_owned owned;

	*a = (struct gf_agenda){ .plan = plan, .person = person,
	    .kind = kind, .day = day };
	gf_meets_init(&a->meets, plan, arena);
	gf_rhythm_of(&a->rhythm, &a->meets, person, plan->today, blind);
	if (day == GF_NO_DAY)
		a->day = a->rhythm.next != GF_NO_DAY ? a->rhythm.next :
		    plan->today;
	gf_rhythm_of(&a->rhythm, &a->meets, person, a->day, blind);
	a->next = gf_rhythm_after(&a->rhythm, a->day);
	a->since = last_before(&a->rhythm, a->day);
	gf_promises_of(&a->promises, &a->meets, &a->rhythm, arena);
	gf_owned_init(&owned, plan, arena);
	gf_week_of(&a->week, plan, &owned, person, arena);
	gf_metrics_init(&a->metrics, plan, arena);
	weigh(a);
	pick(a);
}

void
gf_agenda_release(struct gf_agenda *a)
{
	gf_metrics_release(&a->metrics);
}

bool
gf_agenda_serves(const struct gf_goal *g, struct gf_str person,
    struct gf_str aim)
{
	const struct gf_val *v;
	size_t n = gf_goal_list(g, GOAL_SERVES, &v);

	for (size_t i = 0; i < n; i++) {
		struct gf_str rest = gf_val_text(&v[i]);
		struct gf_str whose = gf_str_cut(&rest, '/');

		if (gf_str_eq(whose, person) && gf_str_eq(rest, aim))
			return true;
	}
	return false;
}

/* The aim of a company that a value of serves names, NULL if it is none. */
static const struct gf_rec *
aim_of(const struct gf_plan *plan, struct gf_str serves,
    const struct gf_party **company)
{
	struct gf_str whose = gf_str_cut(&serves, '/');
	const struct gf_party *p = gf_plan_party(plan, whose, NULL);
	const struct gf_val *why;
	size_t n = p != NULL && p->kind == GF_COMPANYDOC ? gf_rec_list(p->rec,
	    COMPANY_WHY, &why) : 0;

	*company = p;
	for (size_t i = 0; i < n; i++)
		if (!why[i].bad && gf_str_eq(gf_rec_text(why[i].u.rec, AIM_ID),
		    serves))
			return why[i].u.rec;
	return NULL;
}

static bool
is_listed(const struct gf_met *v, size_t n, const struct gf_rec *aim)
{
	for (size_t i = 0; i < n; i++)
		if (v[i].aim == aim)
			return true;
	return false;
}

size_t
gf_agenda_meets(const struct gf_plan *plan, const struct gf_goal *g,
    struct gf_arena *arena, struct gf_met **out)
{
	struct gf_outline o;
	const struct gf_val *v;
	size_t n = 0, most = 0;

	gf_outline_up(&o, plan, g);
	for (size_t i = 0; i < o.n; i++)
		if (o.rows[i].goal != NULL)
			most += gf_goal_list(o.rows[i].goal, GOAL_SERVES, &v);
	*out = gf_arena_alloc(arena, most * sizeof(**out));
	for (size_t i = 0; i < o.n; i++) {
		size_t k = o.rows[i].goal == NULL ? 0 : gf_goal_list(
		    o.rows[i].goal, GOAL_SERVES, &v);

		for (size_t j = 0; j < k; j++) {
			const struct gf_party *company;
			const struct gf_rec *aim = aim_of(plan,
			    gf_val_text(&v[j]), &company);

			if (aim != NULL && !is_listed(*out, n, aim))
				(*out)[n++] = (struct gf_met){ company, aim };
		}
	}
	gf_outline_release(&o);
	return n;
}
