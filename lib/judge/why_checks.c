#include "judge/answer.h"
#include "judge/ladder.h"
#include "judge/same.h"
#include "judge/smart.h"

#define MOST_RUNGS 40		/* of a ladder are compared */

static size_t
rungs(const struct gf_case *c, const struct gf_val **v)
{
	size_t n = gf_goal_list(c->goal, GOAL_WHY, v);

	return n < MOST_RUNGS ? n : MOST_RUNGS;
}

static void
one_rung(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *v;

	if (rungs(c, &v) == 1 && !v[0].bad)
		gf_case_say(c, check, &v[0], "one rung is hardly ever the "
		    "reason");
}

/* The rung before number i that says the same, -1 if none does. */
static int
repeated(struct gf_case *c, const struct gf_val *v, size_t i)
{
	for (size_t k = 0; k < i && !v[i].bad; k++)
		if (!v[k].bad && gf_same(gf_val_text(&v[k]),
		    gf_val_text(&v[i]), c->scratch) != GF_SAME_NOT)
			return (int)k;
	return -1;
}

/* A rung that comes back behind others makes the ladder a circle. */
static void
repeats(struct gf_case *c, const struct gf_check *check, bool loop)
{
	const struct gf_val *v;
	size_t n = rungs(c, &v);

	for (size_t i = 1; i < n; i++) {
		int k = repeated(c, v, i);
		struct gf_finding *f;

		if (k < 0 || ((size_t)k + 1 < i) != loop)
			continue;
		f = gf_case_say(c, check, &v[i], loop ? "rung %zu comes back "
		    "to rung %d: each is the reason of the other" :
		    "rung %zu says what rung %d says", i + 1, k + 1);
		f->other = gf_goal_place(c->goal, &v[k]);
		f->other_said = GF_STR("the earlier rung");
	}
}

static void
rung_repeats(struct gf_case *c, const struct gf_check *check)
{
	repeats(c, check, false);
}

static void
loop(struct gf_case *c, const struct gf_check *check)
{
	repeats(c, check, true);
}

/* When the ladder was climbed: as changes say, else when the goal began. */
static gf_day
climbed(const struct gf_goal *g)
{
	const struct gf_val *v;
	size_t n = gf_goal_list(g, GOAL_CHANGES, &v);
	gf_day last = gf_goal_start(g);

	for (size_t i = 0; i < n; i++) {
		const struct gf_val *day = gf_rec_get(gf_val_rec(&v[i]),
		    CHANGE_DATE);

		if (day != NULL && gf_str_is(gf_rec_text(v[i].u.rec,
		    CHANGE_FIELD), "why") && day->u.span.last > last)
			last = day->u.span.last;
	}
	return last;
}

static void
old_ladder(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *why = gf_goal_get(c->goal, GOAL_WHY);
	gf_day last = climbed(c->goal);
	int64_t days = (int64_t)c->plan->today - last;

	if (why != NULL && last != GF_NO_DAY && gf_num_cmp(GF_NUM(days),
	    gf_case_threshold(c, GF_TH_LADDER_AGE)) > 0)
		gf_case_say(c, check, why, "nobody has climbed this for %lld "
		    "days", (long long)days);
}

/* The first step, NULL if there is none that fits. */
static const struct gf_rec *
step_of(const struct gf_case *c)
{
	return gf_goal_sub(c->goal, GOAL_FIRST_STEP);
}

/* What the step says, NULL where it is done or says nothing. */
static const struct gf_val *
action(const struct gf_case *c)
{
	const struct gf_rec *step = step_of(c);

	return step == NULL || gf_step_done(step) ? NULL : gf_rec_get(step,
	    STEP_DO);
}

static void
step_overdue(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_rec *step = step_of(c);
	const struct gf_val *by = gf_rec_get(step, STEP_BY);

	if (by != NULL && !gf_step_done(step) && by->u.span.last != GF_NO_DAY &&
	    by->u.span.last < c->plan->today)
		gf_case_say(c, check, by, "the step was due %lld days ago",
		    (long long)c->plan->today - by->u.span.last);
}

static bool
is_active(const struct gf_goal *g)
{
	return g->open && gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) ==
	    STATUS_ACTIVE;
}

/* Whether a goal that has begun has a ladder, and no step that is to be done. */
static bool
lacks_step(const struct gf_case *c)
{
	const struct gf_rec *step = step_of(c);

	return is_active(c->goal) && gf_goal_has(c->goal, GOAL_WHY) &&
	    gf_goal_start(c->goal) <= c->plan->today &&
	    (!gf_goal_has(c->goal, GOAL_FIRST_STEP) ||
	    (step != NULL && gf_step_done(step)));
}

static void
say_missing(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_rec *step = step_of(c);

	if (step != NULL)
		gf_case_say(c, check, gf_rec_get(step, STEP_DONE), "the step "
		    "is done: what is the next one?");
	else
		gf_case_miss(c, check, "first-step", "there is a why and no "
		    "first step toward it");
}

/* One step at a time is enough: who has one is not asked for another. */
static void
step_missing(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;
	struct gf_map busy = { 0 };

	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, plan->goals[i]);

		if (is_active(one.goal) && action(&one) != NULL)
			gf_map_put(&busy, gf_goal_owner(one.goal), one.goal);
	}
	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, plan->goals[i]);
		struct gf_str owner = gf_goal_owner(one.goal);

		if (one.goal->doc->given && lacks_step(&one) && (owner.n == 0 ||
		    gf_map_put(&busy, owner, one.goal) == NULL))
			say_missing(&one, check);
	}
	gf_map_release(&busy);
}

static void
several(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *what = action(c);

	if (what != NULL && !gf_actions_row(gf_val_text(what), c->scratch) &&
	    gf_actions_several(gf_val_text(what), c->scratch))
		gf_case_say(c, check, what, "the step is several actions");
}

static bool
waits(struct gf_str s, struct gf_arena *arena)
{
	static const char *const first[] = { "wait", "hope", "pray", "expect",
	    NULL };
	struct gf_words w = gf_words_read(s, arena);

	return w.n > 0 && gf_words_any(w.v[0], first);
}

static void
no_control(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *what = action(c), *items;
	size_t n = gf_rec_list(gf_goal_sub(c->goal, GOAL_CONTROL),
	    CONTROL_NONE, &items);

	if (what == NULL)
		return;
	if (waits(gf_val_text(what), c->scratch)) {
		gf_case_say(c, check, what, "the step waits for somebody "
		    "else");
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (!items[i].bad && gf_same(gf_val_text(&items[i]),
		    gf_val_text(what), c->scratch) != GF_SAME_NOT) {
			gf_case_say(c, check, what, "control.none says that "
			    "this is in nobody's hands");
			return;
		}
}

static void
no_date(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *what = action(c);

	if (what != NULL && gf_rec_raw(step_of(c), STEP_BY) == NULL)
		gf_case_say(c, check, what, "the step has no date");
}

static void
two_steps(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *what = action(c);
	const struct gf_goal *g = c->goal;

	if (what != NULL && gf_actions_row(gf_val_text(what), c->scratch))
		gf_case_say(c, check, what, "these are two steps, one after "
		    "the other");
	else if (what != NULL && gf_rec_raw(g->half, GOAL_FIRST_STEP) !=
	    NULL && gf_rec_raw(g->rec, GOAL_FIRST_STEP) != NULL)
		gf_case_say(c, check, what, "the private half has a first "
		    "step, too");
}

/* Whether a field of a shared document is for the coach alone. */
static bool
for_coach(const struct gf_rec *rec, const struct gf_val *v)
{
	const struct gf_field *f = &rec->table->fields[v->field];

	if (f->audience == GF_COACH)
		return true;
	if (rec->table != gf_kinds[GF_GOAL] || v->field != GOAL_OBSTACLES ||
	    v->bad || !v->list)
		return false;
	for (uint32_t i = 0; i < v->u.list.n; i++) {
		const struct gf_val *item = &v->u.list.v[i];

		if (!item->bad && item->type == GF_T_REC &&
		    gf_str_is(gf_rec_text(item->u.rec, OBSTACLE_SIDE),
		    "inner"))
			return true;
	}
	return false;
}

static void
shared_keys(struct gf_case *c, const struct gf_check *check,
    const struct gf_entry *e)
{
	struct gf_finding *f;

	for (unsigned i = 0; i < e->rec->n; i++) {
		const struct gf_val *v = &e->rec->vals[i];
		const char *key = e->rec->table->fields[v->field].key;

		if (!for_coach(e->rec, v))
			continue;
		f = gf_finding_add(c->out, check, (struct gf_place){ e->doc,
		    v->at }, "'%s' is for the coach, and this file is not "
		    "private", key);
		f->keypath = gf_str(key);
		return;
	}
}

static void
private_shared(struct gf_case *c, const struct gf_check *check)
{
	for (size_t i = 0; i < c->plan->nentries; i++) {
		const struct gf_entry *e = &c->plan->entries[i];

		if (e->rec != NULL && e->doc->given && !e->doc->private &&
		    e->config != NULL && e->config->nprivate > 0)
			shared_keys(c, check, e);
	}
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "Y01", .name = "one-rung", .level = GF_NOTE,
	    .letters = "",
	    .about = "a ladder of one rung",
	    .ask = "And when you have that, what does it give you?",
	    .why = "The first answer is mostly the next goal; the practice "
	    "asks on until nothing new comes",
	    .bad = "why: [A bonus in July]",
	    .good = "why: [A bonus in July, The deposit for the flat, My "
	    "mother lives with us]",
	    .fix = "whyladder climb goes on from the last rung" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = one_rung },
	{ .check = { .id = "Y02", .name = "rung-repeats",
	    .level = GF_NOTE, .letters = "",
	    .about = "a rung says what the one before it says",
	    .ask = "What is different between these two?",
	    .why = "The last answer that is different is the WHY; what "
	    "repeats it adds nothing",
	    .bad = "why: [More time with the twins, More time for the twins]",
	    .good = "why: [More time with the twins]",
	    .fix = "keep one of them" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = rung_repeats },
	{ .check = { .id = "Y03", .name = "loop", .level = GF_WARNING,
	    .letters = "",
	    .about = "a rung comes back to an earlier one",
	    .ask = "Which of the two would you keep if you could not have "
	    "both?",
	    .why = "A circle has no end that everything else is for",
	    .bad = "why: [Be free, Have money, Be free]",
	    .good = "why: [Have money, Be free]",
	    .fix = "the rung that everything comes back to is the WHY: put "
	    "it last, once" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = loop },
	{ .check = { .id = "Y04", .name = "old-ladder", .level = GF_NOTE,
	    .letters = "",
	    .about = "a ladder that was climbed half a year ago",
	    .ask = "Is that still what it is for?",
	    .why = "What people want changes with a child, a move, a "
	    "promotion; the file does not notice",
	    .bad = "a why of January, in September",
	    .good = "an entry in changes with field: why",
	    .fix = "whyladder climb --again, or set thresholds.ladder-age "
	    "higher" },
	    .on = GF_ON_ACTIVE, .goal = old_ladder },
	{ .check = { .id = "Y05", .name = "step-overdue",
	    .level = GF_WARNING, .letters = "",
	    .about = "the day of the first step is over",
	    .ask = "What kept you, and is it still the right step?",
	    .why = "A tiny step that is not taken was too large, or not "
	    "wanted",
	    .bad = "first-step: {do: Call Ed, by: 2026-04-30}",
	    .good = "first-step: {do: Find Ed's number, by: 2026-05-18}",
	    .fix = "whyladder step ID --done --learned TEXT, or make it "
	    "smaller" },
	    .on = GF_ON_ACTIVE, .goal = step_overdue },
	{ .check = { .id = "Y06", .name = "no-step", .level = GF_NOTE,
	    .letters = "",
	    .about = "a ladder and no step toward its top, nor another of the "
	    "same owner",
	    .ask = "What is the smallest thing you could do today?",
	    .why = "One small step today changes the view of the next",
	    .bad = "why: [My own team], and nothing to do",
	    .good = "first-step: {do: Ask Dora for lunch, by: 2026-05-18, "
	    "minutes: 5}",
	    .fix = "one step, a date, ten minutes" },
	    .plan = step_missing },
	{ .check = { .id = "Y07", .name = "step-of-several",
	    .level = GF_NOTE, .letters = "",
	    .about = "the first step is several actions",
	    .ask = "Which of them takes ten minutes?",
	    .why = "A step that has parts is a plan, and plans wait",
	    .bad = "do: Call Ed and write the offer",
	    .good = "do: Call Ed",
	    .fix = "keep the smallest, put the rest under later" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = several },
	{ .check = { .id = "Y08", .name = "step-of-others",
	    .level = GF_NOTE, .letters = "",
	    .about = "the first step is not in the owner's hands",
	    .ask = "What can you do while you wait?",
	    .why = "Only one's own attitude, actions and reactions are under "
	    "full control",
	    .bad = "do: Wait for the answer of the board",
	    .good = "do: Send the board the two figures",
	    .fix = "find the part that nobody can keep the owner from" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = no_control },
	{ .check = { .id = "Y09", .name = "step-undated",
	    .level = GF_WARNING, .letters = "",
	    .about = "the first step has no date",
	    .ask = "On which day do you do it?",
	    .why = "When and where decide whether a plan is acted on, more "
	    "than how much one wants it (Gollwitzer and Sheeran 2006)",
	    .bad = "first-step: {do: Call Ed}",
	    .good = "first-step: {do: Call Ed, by: 2026-05-18}",
	    .fix = "today or tomorrow, else it is too large" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = no_date },
	{ .check = { .id = "Y10", .name = "two-steps", .level = GF_NOTE,
	    .letters = "",
	    .about = "two steps where one is wanted",
	    .ask = "Which one comes first?",
	    .why = "After the first step the second often looks different",
	    .bad = "do: First draw the list, then call the names on it",
	    .good = "do: Draw the list, and under later: call the names on it",
	    .fix = "the second belongs under later" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = two_steps },
	{ .check = { .id = "Y11", .name = "private-text-shared",
	    .level = GF_WARNING, .letters = "",
	    .about = "a key for the coach stands in a file that others read",
	    .ask = "Who can read this file, and should they?",
	    .why = "A WHY takes trust; git keeps what it was given for good",
	    .bad = "why: in goals/ana.yaml, while coaching/ is private",
	    .good = "why: in coaching/ana.yaml",
	    .fix = "move the key to the document of the same id in a private "
	    "file; what was committed stays in the history" },
	    .plan = private_shared },
};
const struct gf_catalog gf_why_checks = { rows, GF_LEN(rows) };
