#include "judge/pace.h"
#include "judge/smart.h"
#include "judge/usage.h"

/* Every Sunday, daily, 3 a week: something that comes again. */
static bool
again(const struct gf_title *t)
{
	const struct gf_tokens *k = &t->tokens;

	for (int i = 0; i < t->nfigures; i++)
		if (t->figures[i].role == GF_ROLE_RATE)
			return true;
	for (int i = 0; i < k->n; i++) {
		uint64_t next = gf_token_may(k, i + 1);

		if (k->v[i].masked)
			continue;
		if ((gf_token_is(k, i, "every") || gf_token_is(k, i, "each")) &&
		    (next & (GF_W_TIME | GF_W_WEEKDAY | GF_W_MONTH)) &&
		    !gf_token_at(k, i + 1)->plural)
			return true;
		if ((k->v[i].is & GF_W_OFTEN) &&
		    !gf_token_at(k, i + 1)->capital)
			return true;
		if ((gf_token_is(k, i, "twice") || gf_token_is(k, i, "once")) &&
		    (next & GF_W_TAIL))
			return true;
	}
	return false;
}

static void
no_end(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t;

	if (gf_case_is(c, KIND_VISION) || gf_goal_has(c->goal, GOAL_DUE) ||
	    gf_goal_due(c->goal, NULL) != GF_NO_DAY || !gf_case_english(c))
		return;
	t = gf_case_title(c);
	if (t != NULL && !gf_title_dated(t) && again(t))
		gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
		    "a rhythm, and no day on which one looks back");
}

/* The last day of this or the next period, as seen from today. */
static gf_day
resolved(const struct gf_title *t, const struct gf_moment *m,
    bool fiscal, gf_day today)
{
	const struct gf_tokens *k = &t->tokens;
	bool next = false, this = false;
	unsigned month, day;
	int year, months;
	gf_day end;

	for (int i = m->first - 1; i < m->end; i++) {
		next = next || gf_token_is(k, i, "next") ||
		    gf_token_is(k, i, "coming");
		this = this || gf_token_is(k, i, "this") ||
		    gf_token_is(k, i, "current");
	}
	if (!next && !this)
		return GF_NO_DAY;
	gf_day_split(today, &year, &month, &day);
	for (int i = m->first; i < m->end; i++) {
		if (gf_token_is(k, i, "quarter") && !fiscal)
			months = ((int)month - 1) / 3 * 3 + (next ? 6 : 3);
		else if (gf_token_is(k, i, "month"))
			months = (int)month + (next ? 1 : 0);
		else if (gf_token_is(k, i, "year"))
			months = next ? 24 : 12;
		else
			continue;
		end = gf_day_add_months(gf_day_of(year, 1, 1), months);
		return end != GF_NO_DAY ? end - 1 : GF_NO_DAY;
	}
	return GF_NO_DAY;
}

static void
relative(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_title *t;
	struct gf_buf day = { 0 };
	gf_day end;

	if (gf_case_is(c, KIND_VISION) || gf_goal_has(c->goal, GOAL_DUE))
		return;
	t = gf_case_title(c);
	if (t != NULL && gf_title_dated(t))
		return;
	for (int i = 0; t != NULL && i < t->nmoments; i++) {
		const struct gf_moment *m = &t->moments[i];

		if (!m->relative || m->vague || m->feast || m->close ||
		    m->role == GF_MOMENT_THING || m->role == GF_MOMENT_START)
			continue;
		end = resolved(t, m, c->goal->config != NULL &&
		    c->goal->config->calendar.fiscal.month != 0,
		    c->plan->today);
		if (end != GF_NO_DAY) {
			gf_buf_text(&day, "; as of today it ends on ");
			gf_day_print(&day, end);
		}
		gf_case_say(c, check, gf_goal_get(c->goal, GOAL_TITLE),
		    "'%s' means another day to whoever reads it later%s",
		    gf_case_part(c, m->off, m->len), day.n ? day.p : "");
		gf_buf_release(&day);
		return;
	}
}

static void
no_checkpoint(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *items;
	gf_day start = gf_goal_start(g), due = gf_goal_due(g, NULL);

	if (due == GF_NO_DAY || gf_case_is(c, KIND_VISION) ||
	    gf_goal_list(g, GOAL_MILESTONES, &items) > 0 ||
	    gf_measure_given(g, MEASURE_EVERY) ||
	    !gf_usage_asks(c->usage, g, GF_USE_CHECKPOINT))
		return;
	if (start == GF_NO_DAY)
		start = c->plan->today;
	if (gf_num_cmp(GF_NUM((int64_t)due - start), gf_case_threshold(c,
	    GF_TH_HORIZON_CHECKPOINT)) > 0)
		gf_case_miss(c, check, "milestones",
		    "%lld days, and no day on which one looks halfway",
		    (long long)due - start);
}

/* Whether one of the goal's own readings is as young as any goal wants it. */
static bool
fresh(const struct gf_case *c)
{
	const struct gf_val *items, *day;
	size_t n = gf_goal_list(c->goal, GOAL_PROGRESS, &items);
	struct gf_num stale = gf_case_threshold(c, GF_TH_STALE);

	if (gf_goal_measure(c->goal, MEASURE_EVERY) != NULL)
		return false;
	for (size_t i = n; i-- > 0; ) {
		day = gf_rec_get(gf_val_rec(&items[i]), PROGRESS_DATE);
		if (day != NULL && gf_num_cmp(GF_NUM((int64_t)c->plan->today -
		    day->u.span.first), stale) <= 0)
			return true;
	}
	return false;
}

static void
silent(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *items;
	struct gf_pace pace;

	if (gf_case_is(c, KIND_VISION) || fresh(c) ||
	    !gf_usage_asks(c->usage, c->goal, GF_USE_READING))
		return;
	gf_pace_state(c->plan, c->goal, c->scratch, &pace);
	/*
	 * one who never looked is asked once, by the note at the end, and an
	 * event has nothing to be read before it is there
	 */
	if (pace.state != GF_STATE_STALE || (pace.as_of == GF_NO_DAY &&
	    (gf_goal_measure(c->goal, MEASURE_EVERY) == NULL ||
	    !gf_measure_there(c->goal))))
		return;
	if (pace.as_of == GF_NO_DAY)
		gf_case_miss(c, check, "progress", "begun, and no reading yet");
	else if (gf_goal_list(c->goal, GOAL_PROGRESS, &items) > 0)
		gf_case_say(c, check, gf_goal_get(c->goal, GOAL_PROGRESS),
		    "the newest reading is %lld days old",
		    (long long)c->plan->today - pace.as_of);
	else
		gf_case_miss(c, check, "progress",
		    "the newest reading is %lld days old",
		    (long long)c->plan->today - pace.as_of);
}

static bool
has_step(const struct gf_goal *g)
{
	const struct gf_party *p = g->owner;

	return gf_goal_get(g, GOAL_FIRST_STEP) != NULL || (p != NULL &&
	    p->kind == GF_PERSON && (gf_rec_raw(p->rec,
	    PERSON_HELD_ACCOUNTABLE) != NULL || gf_rec_raw(p->half,
	    PERSON_HELD_ACCOUNTABLE) != NULL));
}

/* Once a run: the first goal of a person that nobody has begun. */
static void
no_first_step(struct gf_case *c, const struct gf_check *check)
{
	for (size_t i = 0; i < c->plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, c->plan->goals[i]);
		const struct gf_goal *g = one.goal;

		if (!g->open || !g->doc->given ||
		    g->level != LEVEL_INDIVIDUAL || g->owner == NULL ||
		    gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) !=
		    STATUS_ACTIVE || has_step(g) ||
		    !gf_usage_asks(c->usage, g, GF_USE_STEP))
			continue;
		gf_case_miss(&one, check, "first-step", "no first step, and "
		    "nothing says how '%.*s' wants to be asked about it",
		    (int)g->owner->id.n, g->owner->id.p);
		return;
	}
}

/* The row that whyladder has, too. */
enum { W06 = 4 };

static const struct gf_judgement rows[] = {
	{ .check = { .id = "T07", .name = "rhythm-without-end",
	    .level = GF_WARNING, .letters = "T",
	    .about = "daily, 3 a week: something that goes on, and no end",
	    .ask = "Until when, and what do you do with what you learned?",
	    .why = "A rhythm is a good routine and no goal: without an end "
	    "nobody ever asks whether it helped (coaches who accept a "
	    "rhythm alone switch this off, as in Gupta and others 2020)",
	    .bad = "title: Swim twice a week",
	    .good = "title: Swim twice a week until 26 June",
	    .fix = "add due, or put it under routine of the goal that it "
	    "serves" },
	    .on = GF_ON_OPEN, .goal = no_end },
	{ .check = { .id = "T08", .name = "relative-time", .level = GF_NOTE,
	    .letters = "T",
	    .about = "this month, next quarter, in 90 days, and no due",
	    .ask = "Which day is that, written out?",
	    .why = "A file outlives its quarter: read in autumn, \"next "
	    "month\" is another month",
	    .bad = "title: Oil all the doors next month",
	    .good = "title: Oil all the doors by 30 June 2026",
	    .fix = "write due; the message offers the day that it means "
	    "today" },
	    .on = GF_ON_OPEN, .goal = relative },
	{ .check = { .id = "T09", .name = "no-checkpoint", .level = GF_NOTE,
	    .letters = "",
	    .about = "more than six weeks, and neither a milestone nor a "
	    "rhythm of readings",
	    .ask = "What should be true halfway?",
	    .why = "Being prompted to look helps: attainment d .40 over 138 "
	    "studies (Harkin and others 2016); effort grows as an end comes "
	    "near (Kivetz and others 2006)",
	    .bad = "due: 2026-12-31, and nothing in between",
	    .good = "milestones: [{by: 2026-09-30, value: 12}]",
	    .fix = "add a milestone, or measure.every; asked only where "
	    "other goals of the plan have one "
	    "(thresholds.checkpoint-horizon)" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = no_checkpoint },
	{ .check = { .id = "W05", .name = "silent-goal",
	    .level = GF_WARNING, .letters = "",
	    .about = "an open goal that has begun, and no reading for two "
	    "weeks or two of its intervals",
	    .ask = "Is there no result, or did nobody look?",
	    .why = "Looking often changes what people do: d 1.98 on how often "
	    "they look, .40 on what they reach (Harkin and others 2016); one "
	    "weak study has 76 against 43 in 100 goals with a weekly report "
	    "(Matthews 2015)",
	    .bad = "progress: the last entry is of March",
	    .good = "progress: [{date: 2026-05-11, value: 6}]",
	    .fix = "add a reading, also one that has not moved; measure.every "
	    "sets the rhythm, and status: paused ends the question" },
	    .on = GF_ON_ACTIVE, .goal = silent },
	[W06] = { .check = { .id = "W06", .name = "no-first-step",
	    .level = GF_NOTE, .letters = "",
	    .about = "neither a first step nor a wish how to be held to it; "
	    "said once a run",
	    .ask = "What small thing can you do today, and how shall I ask "
	    "about it?",
	    .why = "Commitment carries a hard goal (Klein and others 1999: "
	    "83 samples); a step that is small and dated is where it shows",
	    .bad = "a goal of Mia's without first-step",
	    .good = "first-step: {do: ring the parish office, by: "
	    "2026-05-18}",
	    .fix = "add first-step, or held-accountable to the person; asked "
	    "only where other goals of the plan have a step" },
	    .on = GF_ON_ACTIVE, .plan = no_first_step },
};
const struct gf_catalog gf_smart_rhythm = { rows, GF_LEN(rows) };
const struct gf_catalog gf_why_step = { rows + W06, 1 };
