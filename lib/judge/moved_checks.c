#include <stdlib.h>

#include "base/mem.h"
#include "judge/moved.h"
#include "judge/smart.h"

/* What the goal on trial was before, NULL where nobody asks or it is new. */
static const struct gf_goal *
before(const struct gf_case *c)
{
	return c->plan->before != NULL && !gf_goal_half_alone(c->goal) ?
	    gf_moved_was(c->plan->before, c->goal) : NULL;
}

/* A draft is nobody's promise yet. */
static bool
was_draft(const struct gf_goal *g)
{
	return gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) == STATUS_DRAFT;
}

/* The text of a value as it was written, for a message. */
static struct gf_str
shown(const struct gf_val *v)
{
	struct gf_str s = gf_val_text(v);

	return s.n > 0 ? s : GF_STR("nothing");
}

static void
closed_changed(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *was = before(c);
	char a[GF_PRINT_SIZE], b[GF_PRINT_SIZE];

	if (was == NULL || was->open)
		return;
	gf_goal_meaning(was, a);
	gf_goal_meaning(c->goal, b);
	if (!gf_str_eq(gf_str(a), gf_str(b)) ||
	    !gf_moved_same(gf_goal_get(was, GOAL_CLOSE),
	    gf_goal_get(c->goal, GOAL_CLOSE)) ||
	    !gf_moved_same(gf_goal_get(was, GOAL_PROGRESS),
	    gf_goal_get(c->goal, GOAL_PROGRESS)))
		gf_case_miss(c, check, "close", "it was closed, and has been "
		    "changed since");
}

/* What of a goal that was open and meant has moved; false if there is none. */
static bool
moved(struct gf_case *c, struct gf_moved *m)
{
	const struct gf_goal *was = before(c);

	if (was == NULL || was_draft(was) || !was->open)
		return false;
	gf_moved_of(m, was, c->goal);
	gf_moved_title(m, c);
	return true;
}

static struct gf_finding *
say_moved(struct gf_case *c, const struct gf_check *check,
    const struct gf_moved_key *k)
{
	struct gf_str from = shown(k->was), to = shown(k->now);

	if (k->stated != NULL)
		return gf_case_say(c, check, k->now, "the title states "
		    "another %s than before, and changes does not say so",
		    k->stated);
	if (k->now != NULL)
		return gf_case_say(c, check, k->now, "%s was %.*s and is "
		    "%.*s, and changes does not say so", k->keypath,
		    (int)from.n, from.p, (int)to.n, to.p);
	return gf_case_miss(c, check, k->keypath, "%s was %.*s and is gone, "
	    "and changes does not say so", k->keypath, (int)from.n, from.p);
}

static void
goalpost(struct gf_case *c, const struct gf_check *check)
{
	struct gf_moved m;

	if (!moved(c, &m))
		return;
	for (size_t i = 0; i < m.n; i++)
		if (m.keys[i].post && !m.keys[i].told)
			say_moved(c, check, &m.keys[i])->letters =
			    m.keys[i].letter == 'T' ? "T" : "M";
}

/* Whether two changes cannot be told apart: no entry, or one day. */
static bool
at_once(const struct gf_moved_key *a, const struct gf_moved_key *b)
{
	return a->letter != b->letter && (!a->told || !b->told ||
	    a->day == b->day);
}

static void
two_letters(struct gf_case *c, const struct gf_check *check)
{
	struct gf_moved m;

	if (!moved(c, &m))
		return;
	for (size_t i = 0; i < m.n; i++)
		for (size_t k = i + 1; k < m.n; k++) {
			if (!at_once(&m.keys[i], &m.keys[k]))
				continue;
			gf_case_miss(c, check, "changes", "%s (%c) and %s "
			    "(%c) were changed at once",
			    m.keys[i].keypath, m.keys[i].letter,
			    m.keys[k].keypath, m.keys[k].letter);
			return;
		}
}

/* Whether a target became easier: nearer to where it began, or a wider band. */
static bool
is_easier(const struct gf_goal *was, const struct gf_moved_key *k)
{
	int way = gf_goal_direction(was), step;

	if (k->was == NULL || k->now == NULL || k->was->type != GF_T_QTY ||
	    k->now->type != GF_T_QTY)
		return false;
	step = gf_num_cmp(k->now->u.num, k->was->u.num);
	if (gf_str_is(gf_str(k->keypath), "measure.at-least"))
		return step < 0;
	if (gf_str_is(gf_str(k->keypath), "measure.at-most"))
		return step > 0;
	return gf_str_is(gf_str(k->keypath), "measure.to") && way != 0 &&
	    (step < 0) == (way > 0) && step != 0;
}

static void
late_lowering(struct gf_case *c, const struct gf_check *check)
{
	struct gf_num days = gf_case_threshold(c, GF_TH_LATE_LOWERING);
	struct gf_moved m;

	if (!moved(c, &m) || m.due == GF_NO_DAY)
		return;
	for (size_t i = 0; i < m.n; i++) {
		const struct gf_moved_key *k = &m.keys[i];
		gf_day day = k->day != GF_NO_DAY ? k->day : c->plan->today;

		if ((k->easier || is_easier(m.was, k)) && gf_num_cmp(GF_NUM(
		    m.due - day), days) < 0)
			gf_case_say(c, check, k->now, "%s was made easier "
			    "when %d day%s were left", k->keypath,
			    m.due > day ? (int)(m.due - day) : 0,
			    m.due - day == 1 ? "" : "s")->letters = "M";
	}
}

/* A reading as it stands in some document. */
struct seen {
	const struct gf_goal *goal;	/* of now */
	gf_day day;
	struct gf_num value;
};

struct seens {
	struct seen *v;
	size_t n, cap;
};

static void
see(struct seens *s, const struct gf_goal *g, const struct gf_rec *rec,
    unsigned date, unsigned value)
{
	const struct gf_val *day = gf_rec_get(rec, date);
	const struct gf_val *v = gf_rec_get(rec, value);

	if (g == NULL || day == NULL || v == NULL)
		return;
	s->v = gf_grow(s->v, s->n, &s->cap, sizeof(*s->v));
	s->v[s->n++] = (struct seen){ g, day->u.span.first, v->u.num };
}

static int
by_reading(const void *va, const void *vb)
{
	const struct seen *a = va, *b = vb;

	if (a->goal->seq != b->goal->seq)
		return a->goal->seq < b->goal->seq ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return gf_num_cmp(a->value, b->value);
}

/* All readings of a plan, those of before by the goals of now. */
static void
gather(struct seens *s, const struct gf_plan *plan, const struct gf_plan *now)
{
	const struct gf_val *items;
	size_t n;

	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];
		struct gf_goal *g;

		if (e->rec == NULL)
			continue;
		if (e->goal != NULL) {
			g = gf_moved_now(now, e->goal);
			n = gf_rec_list(e->rec, GOAL_PROGRESS, &items);
			for (size_t k = 0; k < n; k++)
				if (!items[k].bad)
					see(s, g, items[k].u.rec,
					    PROGRESS_DATE, PROGRESS_VALUE);
		}
		n = e->kind == GF_LOG ? gf_rec_list(e->rec, LOG_READINGS,
		    &items) : 0;
		for (size_t k = 0; k < n; k++) {
			struct gf_str id = items[k].bad ? GF_STR("") :
			    gf_rec_text(items[k].u.rec, READING_GOAL);

			g = id.n > 0 ? gf_plan_goal(now, id) : NULL;
			if (g == NULL && id.n > 0)
				g = gf_plan_former(now, id);
			if (g != NULL)
				see(s, g, items[k].u.rec, READING_DATE,
				    READING_VALUE);
		}
	}
	if (s->n > 1)
		qsort(s->v, s->n, sizeof(*s->v), by_reading);
}

static void
say_rewritten(struct gf_case *c, const struct gf_check *check,
    const struct seen *was)
{
	struct gf_case one = gf_case_of(c, c->plan->goals[was->goal->seq]);
	struct gf_buf b = { 0 };

	if (!was->goal->doc->given)
		return;
	gf_num_print(&b, was->value);
	gf_buf_text(&b, " of ");
	gf_day_print(&b, was->day);
	gf_case_miss(&one, check, "progress", "the reading %s is not there any "
	    "more", b.p);
	gf_buf_release(&b);
}

static void
reading_rewritten(struct gf_case *c, const struct gf_check *check)
{
	struct seens was = { 0 }, now = { 0 };
	size_t k = 0;

	if (c->plan->before == NULL)
		return;
	gather(&was, c->plan->before, c->plan);
	gather(&now, c->plan, c->plan);
	for (size_t i = 0; i < was.n; i++) {
		while (k < now.n && by_reading(&now.v[k], &was.v[i]) < 0)
			k++;
		if (k < now.n && by_reading(&now.v[k], &was.v[i]) == 0)
			k++;
		else
			say_rewritten(c, check, &was.v[i]);
	}
	free(was.v);
	free(now.v);
}

static void
vanished(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *old = c->plan->before;

	for (size_t i = 0; old != NULL && i < old->ngoals; i++) {
		const struct gf_goal *g = old->goals[i];
		struct gf_finding *f;

		if (!g->open || was_draft(g) || g->id.n == 0 ||
		    gf_moved_now(c->plan, g) != NULL)
			continue;
		f = gf_finding_add(c->out, check, (struct gf_place){ NULL,
		    { 0 } }, "the open goal '%.*s' of %.*s is not there any "
		    "more", (int)g->id.n, g->id.p,
		    (int)g->doc->origin.path.n, g->doc->origin.path.p);
		f->goal = g->id;
	}
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "C07", .name = "closed-goal-changed",
	    .level = GF_ERROR, .letters = "",
	    .about = "a closed goal is not as it was closed",
	    .ask = "What is it that the close did not say?",
	    .why = "What was learned was learned about the goal as it stood",
	    .bad = "measure.to from 30 to 24, a week after the close",
	    .good = "a new goal that continues it",
	    .fix = "put it back as it was; only with --since" },
	    .on = GF_ON_ALL, .goal = closed_changed },
	{ .check = { .id = "C08", .name = "moved-goalpost",
	    .level = GF_ERROR, .letters = "",
	    .about = "target, date, baseline or measure changed without a "
	    "word",
	    .ask = "What was learned that changes it, and who agreed?",
	    .why = "A reroute leaves the goal and says what changes; a "
	    "goalpost that moves by itself makes every score worthless",
	    .bad = "measure: {to: 24} where 30 stood",
	    .good = "changes: [{date: 2026-05-15, letter: M, field: "
	    "measure.to, from: 30, to: 24, because: two clinics merged}]",
	    .fix = "smartcheck reroute writes the entry; only with --since" },
	    .on = GF_ON_ALL, .goal = goalpost },
	{ .check = { .id = "C09", .name = "two-letters-at-once",
	    .level = GF_ERROR, .letters = "",
	    .about = "a goal was changed in two of the five letters at once",
	    .ask = "Which of the two was the cause?",
	    .why = "Who changes two things at once never learns which one "
	    "helped",
	    .bad = "a later due and a smaller target in one entry",
	    .good = "one of them; the other one, if need be, on another day",
	    .fix = "take one of them back; only with --since" },
	    .on = GF_ON_ALL, .goal = two_letters },
	{ .check = { .id = "C10", .name = "late-lowering",
	    .level = GF_ERROR, .letters = "",
	    .about = "a target got easier in its last seven days",
	    .ask = "What would the old target have taught you?",
	    .why = "In the last week the result is known: what changes is "
	    "the score",
	    .bad = "to: 24 instead of 30, three days before due",
	    .good = "close: {verdict: partly, learned: ...}",
	    .fix = "put it back and close the goal; only with --since" },
	    .on = GF_ON_ALL, .goal = late_lowering },
	{ .check = { .id = "C11", .name = "reading-rewritten",
	    .level = GF_ERROR, .letters = "",
	    .about = "a reading was changed or taken out",
	    .ask = "What was wrong with it?",
	    .why = "Readings are appended; the history of a goal is what it "
	    "can be learned from",
	    .bad = "{date: 2026-05-08, value: 7} where value was 5",
	    .good = "{date: 2026-05-08, value: 7, corrects: yes} behind it",
	    .fix = "put it back, then cadence log --corrects; only with "
	    "--since" },
	    .plan = reading_rewritten },
	{ .check = { .id = "C12", .name = "goal-vanished",
	    .level = GF_WARNING, .letters = "",
	    .about = "an open goal is gone and was not renamed",
	    .ask = "Was it dropped, and who knows?",
	    .why = "A goal that goes without a word teaches that goals are "
	    "optional",
	    .bad = "goal: ana-q2 deleted from the file",
	    .good = "close: {verdict: dropped, learned: ...}, or was: ana-q2",
	    .fix = "cadence close it, or alignmap rename it; only with "
	    "--since" },
	    .plan = vanished },
};
const struct gf_catalog gf_moved_checks = { rows, GF_LEN(rows) };
