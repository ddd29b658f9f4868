#include <string.h>

#include "base/mem.h"
#include "judge/pace.h"
#include "judge/smart.h"

/* A last step with its day is an end, though nobody called it one. */
static bool
last_step_dated(const struct gf_goal *g)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_MILESTONES);
	const struct gf_val *last;

	if (v == NULL || !v->list || v->u.list.n == 0)
		return false;
	last = &v->u.list.v[v->u.list.n - 1];
	return !last->bad && last->type == GF_T_REC && !last->list &&
	    gf_rec_get(last->u.rec, MILESTONE_BY) != NULL;
}

/* By Ascension, before the move: a time that nobody here knows. */
static bool
hints(const struct gf_title *t)
{
	for (int i = 1; i + 1 < t->tokens.n; i++)
		if ((gf_token_may(&t->tokens, i) & GF_W_BY) &&
		    t->tokens.v[i + 1].kind != GF_TOKEN_SIGN &&
		    !gf_str_ends(t->tokens.v[i + 1].text, "ing"))
			return true;
	return false;
}

static void
no_deadline(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t;
	struct gf_finding *f;
	bool hinted;

	if (gf_case_is(c, KIND_VISION) || gf_goal_has(c->goal, GOAL_DUE) ||
	    gf_goal_due(c->goal, NULL) != GF_NO_DAY)
		return;
	t = gf_case_title(c);
	/* soft words are T02's */
	if (t == NULL || gf_title_dated(t) || t->soft ||
	    last_step_dated(c->goal))
		return;
	hinted = t->time || hints(t);
	f = gf_case_miss(c, check, "due", hinted ?
	    "no due, and the title names no day on which it ends" :
	    "no due, and no word of time in the title");
	if (hinted || !gf_case_english(c))
		f->level = GF_WARNING;
}

/* Whether a due that is no date is one of the words that put off. */
static bool
soft_due(struct gf_case *c, struct gf_str text)
{
	static const struct gf_title_way way;
	struct gf_buf b = { 0 };
	const struct gf_title *t;
	bool soft;

	gf_buf_text(&b, "by ");
	gf_buf_str(&b, text);
	t = gf_title_read((struct gf_str){ gf_arena_copy(c->scratch, b.p, b.n),
	    b.n }, &way, c->scratch);
	gf_buf_release(&b);
	soft = t->soft;
	for (int i = 0; i < t->nmoments; i++)
		soft = soft || t->moments[i].vague;
	return soft;
}

static const struct gf_val *
raw_due(const struct gf_goal *g)
{
	const struct gf_val *v = gf_rec_raw(g->rec, GOAL_DUE);

	return v != NULL && v->bad && !v->list && v->text != NULL ? v : NULL;
}

static void
soft_time(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v = raw_due(c->goal);
	const struct gf_title *t;
	struct gf_str text;

	if (v != NULL) {
		text = gf_val_text(v);
		if (soft_due(c, text))
			gf_case_say(c, check, v, "'%.*s' is in nobody's "
			    "calendar", (int)text.n, text.p)->level = GF_ERROR;
		return;
	}
	if (gf_case_is(c, KIND_VISION) || gf_goal_has(c->goal, GOAL_DUE))
		return;
	t = gf_case_title(c);
	/* the soon-to-be museum on 1 June: another day is named */
	for (int i = 0; t != NULL && i < t->nmoments; i++)
		if (t->moments[i].role == GF_MOMENT_DEADLINE &&
		    !t->moments[i].relative && !t->moments[i].vague)
			return;
	if (t != NULL && t->soft)
		gf_case_at(c, gf_case_say(c, check,
		    gf_goal_get(c->goal, GOAL_TITLE),
		    "'%s' is in nobody's calendar",
		    gf_case_part(c, t->soft_off, t->soft_len)),
		    t->soft_off, t->soft_len);
}

struct hunt {
	struct gf_case *c;
	const struct gf_check *check;
};

/* 05/06/2026: two days to choose from. */
static bool
two_ways(struct gf_str s)
{
	unsigned part = 0, digits = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '/') {
			part++;
			digits = 0;
		} else if (s.p[i] < '0' || s.p[i] > '9' || ++digits > 4) {
			return false;
		}
	}
	return part == 2 && digits == 4;
}

static void
look(void *ctx, const struct gf_field *field, const struct gf_val *v)
{
	struct hunt *h = ctx;
	struct gf_str s = gf_val_text(v);
	static const struct gf_fiscal none;
	const char *why = NULL;
	struct gf_period span;
	gf_day day;

	if (field->type == GF_T_DAY)
		gf_day_parse(s, &day, &why);
	else if (field->type == GF_T_DATE)
		gf_period_parse(s, &none, &span, &why);
	else if (field->type == GF_T_RANGE)
		gf_range_parse(s, &none, &span, &why);
	else
		return;
	if (two_ways(s))
		why = "which is the day and which the month? write YYYY-MM-DD";
	if (why != NULL)
		gf_case_say(h->c, h->check, v, "'%.*s': %s", (int)s.n, s.p,
		    why);
}

static void
not_a_date(struct gf_case *c, const struct gf_check *check)
{
	struct hunt h = { c, check };
	const struct gf_title *t = gf_case_title(c);

	if (c->goal->rec != NULL && c->goal->rec->bad)
		gf_rec_each(c->goal->rec, 0, look, &h);
	if (c->goal->half != NULL && c->goal->half->bad)
		gf_rec_each(c->goal->half, 0, look, &h);
	for (int i = 0; t != NULL && i < t->nmoments; i++) {
		const struct gf_moment *m = &t->moments[i];

		if (!m->impossible && !m->ambiguous)
			continue;
		gf_case_at(c, gf_case_say(c, check,
		    gf_goal_get(c->goal, GOAL_TITLE),
		    "'%s' %s", gf_case_part(c, m->off, m->len),
		    m->impossible ? "is in no calendar" :
		    "may be one of two days"), m->off, m->len)->level = m->impossible ?
		    GF_ERROR : GF_NOTE;
		return;
	}
}

static void
ends_before_start(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *start = gf_goal_get(c->goal, GOAL_START);
	const struct gf_val *due = gf_goal_get(c->goal, GOAL_DUE);
	struct gf_finding *f;

	if (start == NULL || due == NULL ||
	    start->u.span.first == GF_NO_DAY ||
	    due->u.span.last == GF_NO_DAY ||
	    due->u.span.last >= start->u.span.first)
		return;
	f = gf_case_say(c, check, due, "the end %.*s lies before the start "
	    "%.*s", (int)due->ntext, due->text, (int)start->ntext,
	    start->text);
	f->other = gf_goal_place(c->goal, start);
	f->other_said = GF_STR("the start");
}

static void
overdue(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v = gf_goal_get(c->goal, GOAL_DUE);
	struct gf_num grace = gf_case_threshold(c, GF_TH_GRACE);
	struct gf_pace pace;
	int64_t late;

	if (v == NULL || v->u.span.last == GF_NO_DAY)
		return;
	late = (int64_t)c->plan->today - v->u.span.last;
	if (late <= 0 || gf_num_cmp(GF_NUM(late), grace) <= 0)
		return;
	gf_pace_of(c->plan, c->goal, c->scratch, &pace);
	if (pace.state == GF_STATE_ACHIEVED)
		return;
	gf_case_say(c, check, v, "this ended %lld days ago and is still open",
	    (long long)late);
}

static void
beyond_a_year(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v = gf_goal_get(c->goal, GOAL_DUE);
	gf_day start = gf_goal_start(c->goal);
	int64_t days;

	if (v == NULL || v->u.span.last == GF_NO_DAY ||
	    gf_case_is(c, KIND_VISION) ||
	    (c->goal->level != LEVEL_INDIVIDUAL &&
	    c->goal->level != LEVEL_TEAM))
		return;
	if (start == GF_NO_DAY)
		start = c->plan->today;
	days = (int64_t)v->u.span.last - start;
	if (gf_num_cmp(GF_NUM(days), gf_case_threshold(c,
	    GF_TH_HORIZON_YEAR)) > 0)
		gf_case_say(c, check, v, "this lies %lld days ahead",
		    (long long)days);
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "T01", .name = "no-deadline", .level = GF_ERROR,
	    .letters = "T",
	    .about = "no due, no end to inherit, and no deadline in the title",
	    .ask = "Until when do you give yourself?",
	    .why = "People predict badly when they will be done: 33.9 days "
	    "said, 55.5 needed in one study (Buehler and others 1994); "
	    "without a day nobody even finds out",
	    .bad = "title: Repair 6 buses",
	    .good = "title: Repair 6 buses by 14 August 2026",
	    .fix = "add due: 2026-05-30, once for many goals under defaults:, "
	    "or link to a goal that has one" },
	    .on = GF_ON_OPEN, .goal = no_deadline },
	{ .check = { .id = "T02", .name = "soft-time", .level = GF_WARNING,
	    .letters = "T",
	    .about = "soon, asap, by summer: a time that is in no calendar",
	    .ask = "On which page of the calendar do you write it?",
	    .why = "Requirement guides list such words as untestable: each "
	    "reader dates them differently, and the writer too",
	    .bad = "due: before too long",
	    .good = "due: 2026-10-16",
	    .fix = "write the date; inside due it is an error, and in the "
	    "title of a goal that has a due the word is let alone" },
	    .on = GF_ON_OPEN, .goal = soft_time },
	{ .check = { .id = "T03", .name = "not-a-date", .level = GF_ERROR,
	    .letters = "T",
	    .about = "a date that no calendar has, or not on that weekday",
	    .ask = "What does your calendar say instead?",
	    .why = "A program that guesses a day moves your deadline; none "
	    "here does",
	    .bad = "due: 2026-06-31",
	    .good = "due: 2026-06-30",
	    .fix = "write YYYY-MM-DD, or a period such as 2026-Q3; 05/06/2026 "
	    "in a title gets a note while language: does not tell which is "
	    "the month" },
	    .on = GF_ON_OPEN, .goal = not_a_date },
	{ .check = { .id = "T04", .name = "ends-before-start",
	    .level = GF_ERROR, .letters = "T",
	    .about = "due lies before start",
	    .ask = "Can it end before it begins?",
	    .why = "Plain arithmetic: no pace can be worked out backwards",
	    .bad = "start: 2026-09-07, due: 2026-08-03",
	    .good = "start: 2026-08-03, due: 2026-09-07",
	    .fix = "swap them, or mend the year; one day is enough for an "
	    "event" },
	    .on = GF_ON_OPEN, .goal = ends_before_start },
	{ .check = { .id = "T05", .name = "overdue", .level = GF_WARNING,
	    .letters = "T",
	    .about = "an open goal whose end has passed",
	    .ask = "Is it done, still going, or given up?",
	    .why = "A goal that nobody closes teaches that dates mean "
	    "nothing; the practice closes every cycle with what was learned",
	    .bad = "due: 2026-02-20, still open at Easter",
	    .good = "close: {date: 2026-02-24, verdict: partly, learned: ...}",
	    .fix = "close it, or move due and say why in changes; a week of "
	    "grace (thresholds.overdue-grace), and nothing while it is "
	    "paused" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = overdue },
	{ .check = { .id = "T06", .name = "beyond-a-year",
	    .level = GF_WARNING, .letters = "T",
	    .about = "a goal of a person or team that ends more than a year "
	    "after it starts",
	    .ask = "What could you show after the first year?",
	    .why = "Effort grows as the end comes near (Kivetz and others "
	    "2006); what lies beyond a year reads like a vision (the "
	    "practice's rule)",
	    .bad = "due: 2029",
	    .good = "a first stage with due: 2027-02-26",
	    .fix = "cut off the first stage, or say kind: vision" },
	    .on = GF_ON_OPEN, .goal = beyond_a_year },
};
const struct gf_catalog gf_smart_t = { rows, GF_LEN(rows) };
