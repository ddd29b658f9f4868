#include <stdarg.h>
#include <stdlib.h>

#include "base/mem.h"
#include "judge/agreed.h"
#include "judge/keypath.h"
#include "judge/promise.h"
#include "judge/routine.h"
#include "judge/smart.h"

#define POINTS 10

/* Meetings are asked about only where somebody writes them down. */
static bool
meets(const struct gf_plan *plan)
{
	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];

		if (e->kind == GF_SESSION || (e->kind == GF_PERSON &&
		    gf_rec_get(e->rec, PERSON_ONE_ON_ONE) != NULL))
			return true;
	}
	return false;
}

/* A person who is here, in a document that is judged. */
static bool
is_here(const struct gf_plan *plan, const struct gf_entry *e)
{
	const struct gf_val *until;

	if (e->kind != GF_PERSON || e->party == NULL || e->rec == NULL ||
	    (e->doc->private && gf_rec_private(e->rec)))
		return false;
	until = gf_rec_get(e->rec, PERSON_UNTIL);
	return until == NULL || until->u.span.last >= plan->today;
}

/* A finding about a person, at a key or where the document begins. */
GF_PRINTF(5, 6) static void
say(struct gf_case *c, const struct gf_check *check, const struct gf_entry *e,
    unsigned field, const char *fmt, ...)
{
	const struct gf_val *v = gf_rec_get(e->rec, field);
	struct gf_finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = gf_finding_addv(c->out, check, (struct gf_place){ e->doc,
	    v != NULL ? v->at : gf_rec_at(e->rec) }, fmt, ap);
	va_end(ap);
	f->goal = e->party->id;
	f->keypath = gf_str(gf_kinds[GF_PERSON]->fields[field].key);
}

/* An overdue promise, where it stands in its session. */
static void
say_overdue(struct gf_case *c, const struct gf_check *check,
    const struct gf_promise *p)
{
	struct gf_str what = gf_rec_text(p->rec, COMMITMENT_WHAT);
	const struct gf_val *list, *v;
	struct gf_buf b = { 0 };
	struct gf_finding *f;

	gf_rec_list(p->session->rec, SESSION_COMMITMENTS, &list);
	v = &list[p->item];
	gf_day_print(&b, p->due);
	f = gf_finding_add(c->out, check, (struct gf_place){ p->session->doc,
	    v->at }, "'%.*s' promised '%.*s' until %s, and nobody says what "
	    "became of it", (int)p->who.n, p->who.p, (int)what.n, what.p, b.p);
	gf_buf_clear(&b);
	gf_keypath(&b, p->session->rec, v);
	f->keypath = (struct gf_str){ gf_arena_copy(c->out->arena, b.p, b.n),
	    b.n };
	f->goal = p->session->with;
	gf_buf_release(&b);
}

static void
promise_overdue(struct gf_case *c, const struct gf_check *check)
{
	struct gf_arena arena = { 0 };
	struct gf_meets m;

	gf_meets_init(&m, c->plan, &arena);
	for (size_t i = 0; i < c->plan->nentries; i++) {
		const struct gf_entry *e = &c->plan->entries[i];
		struct gf_rhythm r;
		struct gf_promises ps;

		if (!is_here(c->plan, e))
			continue;
		gf_rhythm_of(&r, &m, e, c->plan->today, false);
		gf_promises_of(&ps, &m, &r, &arena);
		for (size_t k = 0; k < ps.n; k++)
			if (gf_promise_overdue(&ps, &ps.v[k]) &&
			    ps.v[k].session->doc->given)
				say_overdue(c, check, &ps.v[k]);
	}
	gf_arena_release(&arena);
}

/* The last slot whose day has passed, NULL if there is none. */
static const struct gf_slot *
last_slot(const struct gf_rhythm *r, gf_day today)
{
	const struct gf_slot *last = NULL;

	for (size_t i = 0; i < r->n; i++)
		if (r->slots[i].state != GF_SLOT_SKIPPED &&
		    r->slots[i].day < today && (last == NULL ||
		    r->slots[i].day > last->day))
			last = &r->slots[i];
	return last;
}

static void
missed(struct gf_case *c, const struct gf_check *check,
    const struct gf_entry *e, const struct gf_rhythm *r)
{
	const struct gf_slot *s = last_slot(r, c->plan->today);
	struct gf_buf b = { 0 };

	if (s == NULL || s->state != GF_SLOT_MISSED)
		return;
	gf_day_print(&b, s->day);
	say(c, check, e, PERSON_ONE_ON_ONE, "no session says that the meeting "
	    "of %s took place", b.p);
	gf_buf_release(&b);
}

static void
not_set(struct gf_case *c, const struct gf_check *check,
    const struct gf_entry *e, const struct gf_rhythm *r)
{
	if (r->next == GF_NO_DAY && r->coach_id.n > 0)
		say(c, check, e, PERSON_ONE_ON_ONE, "'%.*s' has a coach, and "
		    "nobody says when they meet next", (int)e->party->id.n,
		    e->party->id.p);
}

/* Look at the meetings of everybody who is here. */
static void
each_rhythm(struct gf_case *c, const struct gf_check *check,
    void (*look)(struct gf_case *, const struct gf_check *,
    const struct gf_entry *, const struct gf_rhythm *))
{
	struct gf_arena arena = { 0 };
	struct gf_meets m;

	if (!meets(c->plan))
		return;
	gf_meets_init(&m, c->plan, &arena);
	for (size_t i = 0; i < c->plan->nentries; i++) {
		const struct gf_entry *e = &c->plan->entries[i];
		struct gf_rhythm r;

		if (!e->doc->given || !is_here(c->plan, e))
			continue;
		gf_rhythm_of(&r, &m, e, c->plan->today, false);
		look(c, check, e, &r);
	}
	gf_arena_release(&arena);
}

static void
meeting_missed(struct gf_case *c, const struct gf_check *check)
{
	each_rhythm(c, check, missed);
}

static void
next_not_set(struct gf_case *c, const struct gf_check *check)
{
	each_rhythm(c, check, not_set);
}

/* Hours of minutes, as a text in the arena of the findings. */
static const char *
hours(struct gf_case *c, struct gf_num minutes)
{
	struct gf_buf b = { 0 };
	const char *text;

	gf_num_div(minutes, GF_NUM(60), 2, &minutes);
	gf_num_print(&b, minutes);
	text = gf_arena_copy(c->out->arena, b.p, b.n);
	gf_buf_release(&b);
	return text;
}

static void
over_capacity(struct gf_case *c, const struct gf_check *check,
    const struct gf_entry *e, const struct gf_week *w)
{
	if (e->doc->given && gf_week_over(w))
		say(c, check, e, PERSON_CAPACITY, "the blocks of '%.*s' take "
		    "%s h a week, and there are %s", (int)e->party->id.n,
		    e->party->id.p, hours(c, w->taken),
		    hours(c, w->capacity));
}

/* Only who carries a goal by a block is asked about the others. */
static void
without_block(struct gf_case *c, const struct gf_check *check,
    const struct gf_entry *e, const struct gf_week *w)
{
	bool uses = false;

	(void)e;
	for (size_t i = 0; i < w->nsquares; i++)
		uses |= w->squares[i].blocked;
	for (size_t i = 0; uses && i < w->nsquares; i++) {
		struct gf_square *s = &w->squares[i];
		struct gf_case one;

		if (s->blocked || !s->waits || !s->goal->doc->given)
			continue;
		one = gf_case_of(c, c->plan->goals[s->goal->seq]);
		gf_case_miss(&one, check, "routine", "no block in the week "
		    "carries it, as others of '%.*s' have",
		    (int)w->person->id.n, w->person->id.p);
	}
}

/* Whether a person or a goal of his has a block: pace takes time. */
static bool
has_blocks(const struct gf_owned *owned, const struct gf_entry *e)
{
	const struct gf_goal *const *goals;
	const struct gf_val *items;
	size_t n;

	if (gf_rec_list(e->rec, PERSON_ROUTINE, &items) > 0)
		return true;
	goals = gf_owned_by(owned, e->party, &n);
	for (size_t i = 0; i < n; i++)
		if (gf_goal_list(goals[i], GOAL_ROUTINE, &items) > 0)
			return true;
	return false;
}

static void
each_week(struct gf_case *c, const struct gf_check *check,
    void (*look)(struct gf_case *, const struct gf_check *,
    const struct gf_entry *, const struct gf_week *))
{
	struct gf_arena arena = { 0 }, week = { 0 };
	struct gf_owned owned;

	gf_owned_init(&owned, c->plan, &arena);
	for (size_t i = 0; i < c->plan->nentries; i++) {
		const struct gf_entry *e = &c->plan->entries[i];
		struct gf_week w;

		if (!is_here(c->plan, e) || !has_blocks(&owned, e))
			continue;
		gf_week_of(&w, c->plan, &owned, e, &week);
		look(c, check, e, &w);
		gf_arena_clear(&week);
	}
	gf_arena_release(&week);
	gf_arena_release(&arena);
}

static void
routine_over(struct gf_case *c, const struct gf_check *check)
{
	each_week(c, check, over_capacity);
}

static void
goal_without_block(struct gf_case *c, const struct gf_check *check)
{
	each_week(c, check, without_block);
}

static void
confidence_apart(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v = gf_goal_get(c->goal, GOAL_CONFIDENCE);
	struct gf_num pace, apart, bar;
	struct gf_pace p;

	if (v == NULL || v->list)
		return;
	gf_pace_of(c->plan, c->goal, c->scratch, &p);
	if (!p.measured || !p.dated || p.expected.m <= 0 ||
	    p.state == GF_STATE_ACHIEVED)
		return;
	pace = gf_num_cmp(p.ratio, GF_NUM(1)) > 0 ? GF_NUM(1) : p.ratio.m < 0 ?
	    GF_NUM(0) : p.ratio;
	bar = gf_case_threshold(c, GF_TH_CONFIDENCE_APART);
	if (!gf_num_mul(pace, GF_NUM(POINTS), &pace) ||
	    !gf_num_sub(v->u.num, pace, &apart))
		return;
	if (gf_num_cmp(gf_num_abs(apart), bar) < 0)
		return;
	gf_case_say(c, check, v, gf_num_cmp(v->u.num, pace) > 0 ?
	    "the owner is surer than the pace is good" :
	    "the pace is better than the owner is sure");
}

static void
no_coach(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;
	struct gf_arena arena = { 0 };
	struct gf_owned owned;
	bool used = false;
	size_t n;

	gf_owned_init(&owned, plan, &arena);
	for (size_t i = 0; i < plan->nentries; i++)
		used |= plan->entries[i].kind == GF_PERSON && gf_rec_text(
		    plan->entries[i].rec, PERSON_COACH).n > 0;
	for (size_t i = 0; used && i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];

		if (!e->doc->given || !is_here(plan, e) ||
		    e->party->doc != e->doc ||
		    gf_rec_raw(e->rec, PERSON_COACH) != NULL)
			continue;
		gf_owned_by(&owned, e->party, &n);
		if (n > 0)
			say(c, check, e, PERSON_COACH, "'%.*s' has open goals "
			    "and no coach", (int)e->party->id.n,
			    e->party->id.p);
	}
	gf_arena_release(&arena);
}

static void
changed_since_yes(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_rec *change = gf_agreed_change(c->plan, c->goal);
	struct gf_str field;

	if (change == NULL)
		return;
	field = gf_rec_text(change, CHANGE_FIELD);
	gf_case_say(c, check, gf_goal_get(c->goal, GOAL_AGREED), "%.*s was "
	    "changed after the owner said yes", field.n > 0 ? (int)field.n : 2,
	    field.n > 0 ? field.p : "it");
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "C01", .name = "promise-overdue",
	    .level = GF_WARNING, .letters = "",
	    .about = "the day of a promise has passed and it is open",
	    .ask = "Was it kept? If not, what happens to it now?",
	    .why = "A promise that nobody asks for teaches that promises are "
	    "not meant",
	    .bad = "{what: call Ed, by: 2026-04-30}, in May",
	    .good = "{what: call Ed, by: 2026-04-30, state: kept}",
	    .fix = "cadence promise PERSON/N --kept, --missed or --dropped" },
	    .plan = promise_overdue },
	{ .check = { .id = "C02", .name = "meeting-missed",
	    .level = GF_WARNING, .letters = "",
	    .about = "the last meeting of a person did not take place",
	    .ask = "When do you make up for it?",
	    .why = "Coaching works by being regular; the first meeting that "
	    "falls out takes the next with it",
	    .bad = "one-on-one every Friday, and no session of this week",
	    .good = "sessions/ana/2026-05-15.yaml",
	    .fix = "cadence agenda PERSON --start -i when you meet" },
	    .plan = meeting_missed },
	{ .check = { .id = "C03", .name = "next-not-set", .level = GF_NOTE,
	    .letters = "",
	    .about = "somebody has a coach and no next meeting",
	    .ask = "When do you meet next?",
	    .why = "What has no day gives way to what has one",
	    .bad = "coach: dora, and neither one-on-one nor next",
	    .good = "one-on-one: {every: week, weekday: fri, since: "
	    "2026-05-01}",
	    .fix = "give the person a one-on-one, or the session a next" },
	    .plan = next_not_set },
	{ .check = { .id = "C04", .name = "routine-above-capacity",
	    .level = GF_WARNING, .letters = "",
	    .about = "the blocks of a week take more than there is",
	    .ask = "Which block goes, so that the others are kept?",
	    .why = "A routine that does not fit is not followed, and then "
	    "nobody learns whether it works",
	    .bad = "capacity: 20 h and blocks of 25 h",
	    .good = "blocks that leave room for the unforeseen",
	    .fix = "make a block shorter or rarer, or take one out" },
	    .plan = routine_over },
	{ .check = { .id = "C05", .name = "goal-without-block",
	    .level = GF_NOTE, .letters = "",
	    .about = "a goal has no block in the week of its owner",
	    .ask = "Which hour of the week belongs to it?",
	    .why = "A goal becomes a by-product of the day when the day has "
	    "a place for it",
	    .bad = "routine: [] beside another goal that has a block",
	    .good = "routine: [{do: calls, every: workday, minutes: 30}]",
	    .fix = "add a block to the goal, or pause the goal" },
	    .plan = goal_without_block },
	{ .check = { .id = "C06", .name = "confidence-apart",
	    .level = GF_NOTE, .letters = "",
	    .about = "what the owner believes is far from the pace",
	    .ask = "What do you know that the numbers do not?",
	    .why = "Where the two part, one of them knows something",
	    .bad = "confidence: 9 at a third of the pace",
	    .good = "confidence: 4, with the reason in confidence-log",
	    .fix = "talk about it; then cadence log --confidence" },
	    .on = GF_ON_ACTIVE, .goal = confidence_apart },
	{ .check = { .id = "C13", .name = "no-coach", .level = GF_NOTE,
	    .letters = "",
	    .about = "somebody has goals and no coach",
	    .ask = "Who asks this person how it goes?",
	    .why = "No or poor coaching is the first of the five causes why "
	    "goals fail",
	    .bad = "person: ana, with goals and without coach",
	    .good = "coach: dora",
	    .fix = "name a coach" },
	    .plan = no_coach },
	{ .check = { .id = "C14", .name = "changed-since-yes",
	    .level = GF_NOTE, .letters = "",
	    .about = "target, date or owner changed after the owner's yes",
	    .ask = "Do you still say yes to it?",
	    .why = "A yes holds for the goal that it was given to",
	    .bad = "agreed in March, the target raised in April",
	    .good = "a second entry in agreed",
	    .fix = "ask again, and write the answer under agreed" },
	    .on = GF_ON_OPEN, .goal = changed_since_yes },
};
const struct gf_catalog gf_meet_checks = { rows, GF_LEN(rows) };
