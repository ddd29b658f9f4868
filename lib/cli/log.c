#include <stddef.h>
#include <stdlib.h>

#include "cli/ask.h"
#include "cli/env.h"
#include "cli/input.h"
#include "cli/item.h"
#include "cli/key.h"
#include "cli/log.h"

#define O(field) offsetof(struct gf_log_options, field)

const struct gf_opt gf_log_opts[] = {
	{ 0, "on", GF_OPT_TEXT, O(on), "DATE", "the day of the reading; "
	    "without it today" },
	{ 0, "note", GF_OPT_TEXT, O(note), "TEXT", "what is to be said of it" },
	{ 0, "corrects", GF_OPT_FLAG, O(corrects), NULL, "it takes the place "
	    "of what was read on its day" },
	{ 0, "log", GF_OPT_TEXT, O(log), "LOG", "write into this log, not into "
	    "the goal" },
	{ 0, "confidence", GF_OPT_TEXT, O(confidence), "N", "how sure the "
	    "owner is now, 0 to 10" },
	{ 0, "because", GF_OPT_TEXT, O(because), "TEXT", "why the owner is so "
	    "sure, or not" },
	{ .name = NULL },
};

static int
log_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(gf_kinds[GF_LOG], a, b);
}

static bool
write_reading(struct gf_logging *s, const struct gf_logged *r)
{
	struct gf_run *run = s->run;
	struct gf_edits *edits = gf_run_edit(run, r->into);
	struct gf_new *item = gf_new_list(run->arena, GF_MAP, true);

	if (edits == NULL)
		return false;
	if (s->log != NULL)
		gf_new_add(item, GF_STR("goal"), gf_new_text(run->arena,
		    r->goal->id));
	gf_new_add(item, GF_STR("date"), gf_item_day(run, r->day));
	gf_new_add(item, GF_STR("value"), gf_item_value(run, r->text));
	if (r->note.n > 0)
		gf_new_add(item, GF_STR("note"), gf_new_text(run->arena,
		    r->note));
	if (r->corrects)
		gf_new_add(item, GF_STR("corrects"), gf_new_bare(run->arena,
		    GF_STR("yes")));
	return gf_item_append(run, edits, s->log ? "readings" : "progress",
	    item, s->log ? log_order : gf_goal_order, s->log ? &s->fresh :
	    &r->of->fresh);
}

static bool
take(struct gf_logging *s, const struct gf_entrant *e)
{
	struct gf_logged r;

	if (!gf_log_read(s, e, &r))
		return false;
	if (gf_log_there(&r)) {
		s->there++;
		return true;
	}
	if (!gf_log_open(s, e, &r) || !gf_log_meant(s, e, &r))
		return false;
	r.into = s->log ? s->log->doc : r.goal->doc;
	if (!write_reading(s, &r))
		return false;
	s->written++;
	gf_log_keep(s, &r);
	return true;
}

/* "ana-q3 1 -> 4 of 12, 2 days ahead" */
static void
say_now(struct gf_logging *s, size_t i)
{
	const struct gf_goal *g = s->goals[i].goal;
	const struct gf_pace *old = &s->goals[i].before;
	struct gf_pace p;
	struct gf_buf b = { 0 };

	gf_pace_of(s->run->plan, g, s->run->arena, &p);
	gf_buf_str(&b, g->id);
	gf_buf_byte(&b, ' ');
	if (old->as_of != GF_NO_DAY) {
		gf_num_print(&b, old->current);
		gf_buf_text(&b, gf_env_utf8() ? " \xe2\x86\x92 " : " -> ");
	}
	if (p.as_of != GF_NO_DAY)
		gf_num_print(&b, p.current);
	if (p.aimed) {
		gf_buf_text(&b, " of ");
		gf_num_print(&b, p.to);
	}
	if (p.measured && p.dated && p.days_ahead == 0)
		gf_buf_text(&b, ", on its line");
	else if (p.measured && p.dated)
		gf_buf_printf(&b, ", %d day%s %s", abs(p.days_ahead),
		    abs(p.days_ahead) == 1 ? "" : "s",
		    p.days_ahead > 0 ? "ahead" : "behind");
	else
		gf_buf_printf(&b, ", %s", p.rule);
	gf_run_say(s->run, "%s", b.p);
	gf_buf_release(&b);
}

static void
say_all(struct gf_logging *s)
{
	if (s->written == 0 && s->there > 0)
		gf_run_say(s->run, "%s there already", s->there == 1 ?
		    "it is" : "all of it is");
	else if (s->there > 0)
		gf_run_say(s->run, "%zu of %zu readings are there already",
		    s->there, s->there + s->written);
	for (size_t i = 0; s->run->common->in_place && s->written > 0 &&
	    i < s->ngoals; i++)
		say_now(s, i);
}

static bool
find_log(struct gf_logging *s)
{
	const struct gf_plan *plan = s->run->plan;

	if (s->o->log == NULL)
		return true;
	for (size_t i = 0; i < plan->nentries && s->log == NULL; i++)
		if (plan->entries[i].kind == GF_LOG &&
		    plan->entries[i].rec != NULL && gf_str_is(gf_rec_text(
		    plan->entries[i].rec, LOG_LOG), s->o->log))
			s->log = &plan->entries[i];
	if (s->log == NULL)
		gf_run_fail(s->run, "no log '%s': begin one with a document "
		    "'log: %s' in a file of its own", s->o->log, s->o->log);
	return s->log != NULL;
}

/* Whether the owner said so today already. */
static bool
is_said(const struct gf_logging *s, gf_day day)
{
	const struct gf_val *items, *v;
	size_t n = gf_goal_list(s->goals[0].goal, GOAL_CONFIDENCE_LOG, &items);
	const struct gf_rec *r = n > 0 && !items[n - 1].bad ?
	    items[n - 1].u.rec : NULL;

	if (r == NULL)
		return false;
	v = gf_rec_get(r, CONFIDENCE_DATE);
	return v != NULL && v->u.span.first == day && gf_str_is(gf_rec_text(r,
	    CONFIDENCE_VALUE), s->o->confidence) && gf_str_eq(gf_rec_text(r,
	    CONFIDENCE_BECAUSE), gf_str(s->o->because));
}

/* Whether anybody wrote such a key where all can read it. */
static bool
is_usual(const struct gf_plan *plan)
{
	static const unsigned keys[] = {
		GOAL_CONFIDENCE, GOAL_CONFIDENCE_LOG, GOAL_WHY, GOAL_MEANING,
		GOAL_CONSEQUENCE, GOAL_CONTROL
	};

	for (size_t i = 0; i < plan->ngoals; i++)
		for (size_t k = 0; k < GF_LEN(keys); k++)
			if (gf_rec_raw(plan->goals[i]->rec, keys[k]) != NULL)
				return true;
	return false;
}

/* The owner's own word is for the coach, so it goes where that is kept. */
static bool
write_confidence(struct gf_logging *s, gf_day day)
{
	struct gf_run *run = s->run;
	struct gf_new *item = gf_new_list(run->arena, GF_MAP, true);
	struct gf_new *list = gf_new_list(run->arena, GF_SEQ, false);
	struct gf_str n = gf_str(s->o->confidence);
	struct gf_key_doc half;

	if (is_said(s, day))
		return true;
	if (!gf_run_open(run, s->goals[0].goal) ||
	    !gf_key_half(run, s->goals[0].goal, &half))
		return false;
	if (gf_key_shared(&half) && !is_usual(run->plan))
		gf_run_say(run, "what is for the coach goes into '%s', for "
		    "all who can read that; `private` in .goalfile.yaml keeps "
		    "it apart, see goalfile(7)", gf_input_name(run,
		    half.doc->origin.path));
	gf_new_add(item, GF_STR("date"), gf_item_day(run, day));
	gf_new_add(item, GF_STR("value"), gf_new_bare(run->arena, n));
	if (s->o->because != NULL)
		gf_new_add(item, GF_STR("because"), gf_new_text(run->arena,
		    gf_str(s->o->because)));
	gf_new_add(list, GF_STR(""), item);
	if (!gf_key_put(&half, "confidence", gf_new_bare(run->arena, n)) ||
	    !gf_key_append(&half, GOAL_CONFIDENCE_LOG, list))
		return false;
	gf_key_done(&half);
	return true;
}

static bool
options_fit(struct gf_logging *s)
{
	const struct gf_log_options *o = s->o;
	struct gf_num n;
	const char *why;

	if (o->because != NULL && o->confidence == NULL)
		gf_run_fail(s->run, "--because tells why of --confidence");
	else if (s->run->import && (o->confidence || o->on || o->note))
		gf_run_fail(s->run, "--on, --note and --confidence are for "
		    "one reading; an import has columns");
	else if (o->confidence != NULL && (!gf_num_parse(gf_str(
	    o->confidence), &n, &why) || !gf_num_whole(n) || n.m < 0 ||
	    n.m > 10))
		gf_run_fail(s->run, "--confidence is a whole number from 0 "
		    "to 10, not '%s'", o->confidence);
	else
		return true;
	return false;
}

/* All that is to be written; false if one of them cannot be. */
static bool
gather(struct gf_logging *s, struct gf_entrant **list, size_t *n)
{
	struct gf_run *run = s->run;
	struct gf_entrant *one;

	if (run->import)
		return gf_heard_load(run, "-", "the readings") &&
		    gf_log_import(run, gf_buf_view(&run->heard->given), list,
		    n);
	one = gf_arena_alloc(run->arena, sizeof(*one));
	*one = (struct gf_entrant){ .goal = run->ids[0],
		.value = run->ids[1], .date = gf_str(s->o->on),
		.note = gf_str(s->o->note) };
	*list = one;
	*n = 1;
	return true;
}

int
gf_run_log(struct gf_run *run)
{
	struct gf_logging s = { .run = run, .o = run->opt };
	struct gf_entrant *list;
	size_t n;
	bool ok = options_fit(&s) && find_log(&s) && gather(&s, &list, &n);

	if (!ok)
		return 2;
	s.goals = gf_alloc(n * sizeof(*s.goals));
	for (size_t i = 0; i < n; i++) {
		list[i].corrects |= s.o->corrects;
		ok = take(&s, &list[i]) && ok;
	}
	if (s.faults > GF_LOG_FAULTS)
		gf_run_fail(run, "and %zu more", s.faults - GF_LOG_FAULTS);
	if (ok && s.o->confidence != NULL)
		ok = write_confidence(&s, run->plan->today);
	if (ok)
		say_all(&s);
	for (size_t i = 0; i < s.ngoals; i++)
		free(s.goals[i].more);
	free(s.goals);
	return ok ? 0 : s.refused && run->status < 2 ? 1 : 2;
}
