#include "base/mem.h"
#include "cli/item.h"
#include "cli/whys.h"
#include "goal/value.h"
#include "judge/answer.h"
#include "judge/ladder.h"
#include "out/ladder_show.h"

#define O(field) offsetof(struct gf_step_opt, field)
#define MOST_TRIES 3

const struct gf_opt gf_step_opts[] = {
	{ 0, "done", GF_OPT_FLAG, O(done), NULL,
	    "the step is done: close it and ask for the next one" },
	{ 0, "learned", GF_OPT_TEXT, O(learned), "TEXT",
	    "what the step has shown" },
	{ 0 }
};

/* Read a day as people say it: a date, today, tomorrow, a weekday. */
static bool
read_day(struct gf_str s, gf_day today, gf_day *day)
{
	static const char *const names[] = { "monday", "tuesday", "wednesday",
	    "thursday", "friday", "saturday", "sunday" };
	const char *why;

	if (gf_day_parse(s, day, &why))
		return true;
	*day = today;
	if (gf_str_eq_fold(s, GF_STR("today")))
		return true;
	if (gf_str_eq_fold(s, GF_STR("tomorrow"))) {
		*day = today + 1;
		return true;
	}
	for (unsigned i = 0; i < GF_LEN(names); i++) {
		struct gf_str brief = { names[i], 3 };

		if (!gf_str_eq_fold(s, gf_str(names[i])) &&
		    !gf_str_eq_fold(s, brief))
			continue;
		*day = today + 1 + (gf_day)((i + 7 -
		    gf_day_weekday(today + 1)) % 7);
		return true;
	}
	return false;
}

/* Ask until the answer is understood; what was given must be at once. */
static bool
ask_day(struct gf_ask *a, struct gf_step *step)
{
	struct gf_str s;

	step->by = GF_NO_DAY;
	for (unsigned i = 0; i < MOST_TRIES; i++) {
		if (!gf_ask_line(a, &s, i == 0 ? "Until which day? (today, "
		    "tomorrow, a weekday or YYYY-MM-DD)" : "That is no day; "
		    "such as today, friday or 2026-05-18:") || s.n == 0 ||
		    read_day(s, a->run->plan->today, &step->by))
			return true;
		if (a->tty < 0) {
			gf_run_fail(a->run, "the day of the step, '%.*s', is "
			    "none: write YYYY-MM-DD, today, tomorrow or a "
			    "weekday", (int)s.n, s.p);
			return false;
		}
	}
	return true;
}

static bool
ask_minutes(struct gf_ask *a, struct gf_step *step)
{
	const char *why;
	struct gf_str s;

	step->minutes = -1;
	for (unsigned i = 0; i < MOST_TRIES; i++) {
		if (!gf_ask_line(a, &s, i == 0 ? "How many minutes does it "
		    "take?" : "A number of minutes, such as 10:") ||
		    s.n == 0 || gf_minutes_parse(s, &step->minutes,
		    a->run->arena, &why))
			return true;
		if (a->tty < 0) {
			gf_run_fail(a->run, "the minutes of the step: %s",
			    why);
			return false;
		}
	}
	return true;
}

/* What else comes to mind waits; a step of several is asked again. */
static void
park(struct gf_step *step, struct gf_str s)
{
	if (s.n > 0 && step->nlater < GF_LEN(step->later))
		step->later[step->nlater++] = s;
}

static void
ask_what(struct gf_ask *a, struct gf_step *step)
{
	struct gf_str once;

	gf_ask_line(a, &step->what, "What is the first tiny step, so small "
	    "that it could be done today?");
	if (a->tty < 0 || step->what.n == 0 ||
	    (!gf_actions_several(step->what, a->run->arena) &&
	    !gf_actions_row(step->what, a->run->arena)))
		return;
	if (!gf_ask_line(a, &once, "That is more than one: which of it comes "
	    "first? (empty: it is one)") || once.n == 0)
		return;
	park(step, step->what);
	step->what = once;
}

bool
gf_step_ask(struct gf_ask *a, struct gf_step *step)
{
	struct gf_str more;

	*step = (struct gf_step){ .by = GF_NO_DAY, .minutes = -1 };
	ask_what(a, step);
	if (step->what.n == 0)
		return true;
	if (!ask_day(a, step) || !ask_minutes(a, step))
		return false;
	while (step->nlater < GF_LEN(step->later) && gf_ask_line(a, &more,
	    "Anything else waits under 'later'; what? (empty: nothing)") &&
	    more.n > 0)
		park(step, more);
	return true;
}

struct gf_new *
gf_step_new(struct gf_run *run, const struct gf_step *step)
{
	struct gf_new *map = gf_new_list(run->arena, GF_MAP, true);

	gf_new_add(map, GF_STR("do"), gf_new_text(run->arena, step->what));
	if (step->by != GF_NO_DAY)
		gf_new_add(map, GF_STR("by"), gf_item_day(run, step->by));
	if (step->minutes >= 0)
		gf_new_add(map, GF_STR("minutes"), gf_item_num(run,
		    GF_NUM(step->minutes)));
	return map;
}

bool
gf_step_park(struct gf_key_doc *own, const struct gf_step *step)
{
	struct gf_new *list = gf_new_list(own->run->arena, GF_SEQ, false);

	for (size_t i = 0; i < step->nlater; i++)
		gf_new_add(list, GF_STR(""), gf_new_text(own->run->arena,
		    step->later[i]));
	return gf_key_append(own, GOAL_LATER, list);
}

/* What stands under first-step, NULL if nothing does. */
static const struct gf_rec *
standing(const struct gf_goal *g)
{
	return gf_rec_sub(g->rec, GOAL_FIRST_STEP);
}

/* Write into the step that it is done, and what it has shown. */
static bool
close_step(struct gf_run *run, const struct gf_goal *g, const char *learned)
{
	struct gf_edits *e = gf_run_edit(run, g->doc);
	struct gf_node *step = e != NULL ? gf_node_get(e->tree->root,
	    "first-step") : NULL;

	if (step == NULL)
		return false;
	step = gf_node_real(step);
	if (gf_edit_put(e, step, "done", gf_item_day(run, run->plan->today),
	    NULL) && (learned == NULL || gf_edit_put(e, step, "learned",
	    gf_new_text(run->arena, gf_str(learned)), NULL)))
		return true;
	gf_run_fail(run, "cannot close the step of '%.*s': %s", (int)g->id.n,
	    g->id.p, e->why);
	return false;
}

/* A step that is done makes room for the next; what it was goes to changes. */
static bool
keep_old(struct gf_key_doc *own, const struct gf_rec *old,
    const char *learned)
{
	const struct gf_item_change change = { .field = GF_STR("first-step"),
	    .from = gf_rec_text(old, STEP_DO), .because = learned ?
	    gf_str(learned) : gf_rec_text(old, STEP_LEARNED) };
	struct gf_new *list = gf_new_list(own->run->arena, GF_SEQ, false);

	gf_new_add(list, GF_STR(""), gf_item_change(own->run, &change));
	return gf_key_append(own, GOAL_CHANGES, list);
}

/* Put the next step in the place of the old one, value by value. */
static bool
replace_step(struct gf_key_doc *own, const struct gf_step *step)
{
	struct gf_edits *e = gf_run_edit(own->run, own->doc);
	struct gf_node *map = e != NULL ? gf_node_get(e->tree->root,
	    "first-step") : NULL;
	struct gf_new *new = gf_step_new(own->run, step);
	static const char *const keys[] = { "do", "by", "minutes", "done",
	    "learned" };
	bool ok = map != NULL;

	for (size_t i = 0; ok && i < GF_LEN(keys); i++) {
		struct gf_node *node = gf_node_get(gf_node_real(map),
		    keys[i]);
		const struct gf_new *v = new->first;

		while (v != NULL && !gf_str_is(v->key, keys[i]))
			v = v->next;
		if (v == NULL && node != NULL)
			ok = gf_edit_remove(e, node);
		else if (v != NULL)
			ok = gf_edit_put(e, gf_node_real(map), keys[i],
			    v->bare ? gf_new_bare(own->run->arena, v->text) :
			    gf_new_text(own->run->arena, v->text), NULL);
	}
	if (!ok && e != NULL)
		gf_run_fail(own->run, "cannot write the next step of '%.*s': "
		    "%s", (int)own->goal->id.n, own->goal->id.p, e->why);
	return ok;
}

/* Ask for the next step after one that is done; 0, 1 or 2. */
static int
ask_next(struct gf_run *run, const struct gf_goal *g,
    const struct gf_rec *old, const char *learned)
{
	struct gf_key_doc own = gf_key_own(run, g);
	struct gf_step next;
	struct gf_ask ask;
	int said = 2;

	if (!gf_ask_open(&ask, run, "the next step"))
		return 2;
	gf_ask_say(&ask, "Done: %.*s", (int)gf_rec_text(old, STEP_DO).n,
	    gf_rec_text(old, STEP_DO).p);
	if (gf_step_ask(&ask, &next)) {
		bool ok = next.what.n > 0 ? keep_old(&own, old, learned) &&
		    replace_step(&own, &next) : close_step(run, g, learned);

		if (ok && gf_step_park(&own, &next))
			said = gf_ask_settle(&ask);
	}
	gf_ask_close(&ask);
	if (said == 0 && run->common->in_place)
		gf_run_say(run, next.what.n > 0 ? "'%.*s' has its next step" :
		    "the step of '%.*s' is done", (int)g->id.n, g->id.p);
	return said;
}

/* Whether the person can be asked, so that a script is not. */
static bool
can_ask(const struct gf_run *run)
{
	return run->common->answers != NULL || (!run->common->no_input &&
	    run->look.terminal);
}

static void
show(struct gf_run *run, const struct gf_goal *g)
{
	struct gf_ladder l = { .goal = g, .step = standing(g) };

	gf_ladder_draw(run->out, &l, &run->look);
}

int
gf_run_step(struct gf_run *run)
{
	const struct gf_step_opt *opt = run->opt;
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	const struct gf_rec *old = g != NULL ? standing(g) : NULL;

	if (g == NULL)
		return 2;
	if (old == NULL || gf_rec_text(old, STEP_DO).n == 0) {
		gf_run_fail(run, "'%.*s' has no first step; 'whyladder climb' "
		    "asks for one", (int)g->id.n, g->id.p);
		return 2;
	}
	if (opt->learned != NULL && !opt->done) {
		gf_run_fail(run, "--learned goes with --done");
		return 2;
	}
	if (!opt->done) {
		show(run, g);
		run->only_shows = true;
		return 0;
	}
	if (!gf_run_open(run, g))
		return 2;
	if (can_ask(run))
		return ask_next(run, g, old, opt->learned);
	if (!close_step(run, g, opt->learned))
		return 2;
	if (run->common->in_place)
		gf_run_say(run, "the step of '%.*s' is done; 'whyladder step "
		    "--done' on a terminal asks for the next one",
		    (int)g->id.n, g->id.p);
	return 0;
}
