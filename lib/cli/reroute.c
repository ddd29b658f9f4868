#include <string.h>

#include "cli/change.h"
#include "cli/detour.h"
#include "cli/reroute.h"
#include "goal/table.h"
#include "judge/retitle.h"
#include "judge/route.h"
#include "judge/smart.h"

#define O(field) offsetof(struct gf_reroute, field)

const struct gf_opt gf_reroute_opts[] = {
	{ 0, "letter", GF_OPT_TEXTS, O(letter), "S|M|A|R|T",
	    "change what this letter owns; without it only show the ways" },
	{ 0, "to", GF_OPT_TEXT, O(to), "VALUE", "what it says from now on" },
	{ 0, "because", GF_OPT_TEXT, O(because), "TEXT",
	    "why; it stands in changes" },
	{ 0, "field", GF_OPT_TEXT, O(field), "KEY",
	    "another key of the letter than title, measure.to, effort, owner "
	    "or due" },
	{ 0, "title", GF_OPT_TEXT, O(title), "TEXT",
	    "the title that goes with it, where the old one names what "
	    "changes" },
	{ 0 }
};

/* Which keys a letter may change, the first when no --field says it. */
static const struct {
	char letter;
	const char *field;
} fields[] = {
	{ 'S', "title" }, { 'S', "measure.metric" }, { 'M', "measure.to" },
	{ 'M', "measure.at-least" }, { 'M', "measure.at-most" },
	{ 'A', "effort" }, { 'A', "pace" }, { 'R', "owner" },
	{ 'R', "supports.share" }, { 'T', "due" },
};

static bool
refuse_field(struct gf_detour *d)
{
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < GF_LEN(fields); i++)
		if (fields[i].letter == d->letter)
			gf_buf_printf(&b, "%s%s", b.n > 0 ? ", " : "",
			    fields[i].field);
	gf_run_fail(d->run, "%c does not change '%s': it changes %s",
	    d->letter, d->opt->field, b.p);
	gf_buf_release(&b);
	return false;
}

static bool
is_pace_word(const char *to)
{
	const char *const *words = gf_goal_table.fields[GOAL_PACE].words;

	for (; *words != NULL; words++)
		if (strcmp(*words, to) == 0)
			return true;
	return false;
}

static bool
is_share(struct gf_str to)
{
	return gf_str_ends(to, "%") || gf_str_starts(to, "0.");
}

/* The key that is meant without --field: what the value and the goal say. */
static const char *
usual_field(const struct gf_detour *d)
{
	const char *to = d->opt->to;

	switch (d->letter) {
	case 'S':
		return "title";
	case 'M':
		if (gf_goal_measure(d->goal, MEASURE_TO) != NULL ||
		    !gf_goal_holds(d->goal))
			return "measure.to";
		return gf_goal_measure(d->goal, MEASURE_AT_LEAST) != NULL ?
		    "measure.at-least" : "measure.at-most";
	case 'A':
		return is_pace_word(to) ? "pace" : "effort";
	case 'R':
		return is_share(gf_str(to)) ? "supports.share" : "owner";
	default:
		return "due";
	}
}

static bool
choose_field(struct gf_detour *d)
{
	d->field = usual_field(d);
	if (d->opt->field == NULL)
		return true;
	for (size_t i = 0; i < GF_LEN(fields); i++) {
		const char *dot = strrchr(fields[i].field, '.');

		if (fields[i].letter != d->letter || (strcmp(fields[i].field,
		    d->opt->field) != 0 && (dot == NULL ||
		    strcmp(dot + 1, d->opt->field) != 0)))
			continue;
		d->field = fields[i].field;
		return true;
	}
	return refuse_field(d);
}

/* The one letter that is meant; false, and it was said, if it is not one. */
static bool
choose_letter(struct gf_detour *d)
{
	const struct gf_texts *t = &d->opt->letter;
	const char *at = t->n > 0 && strlen(t->v[0]) == 1 ?
	    strchr("SMARTsmart", t->v[0][0]) : NULL;

	if (t->n == 0) {
		gf_run_fail(d->run, "which letter changes? --letter S, M, A, "
		    "R or T");
		return false;
	}
	if (t->n > 1 || strlen(t->v[0]) > 1) {
		gf_run_fail(d->run, "one letter at a time: what else changes "
		    "is a way of its own, with its own reason");
		return false;
	}
	if (at == NULL) {
		gf_run_fail(d->run, "'%s' is no letter: it is one of S, M, A, "
		    "R and T", t->v[0]);
		return false;
	}
	d->letter = "SMARTSMART"[at - "SMARTsmart"];
	return true;
}

static bool
options_ok(struct gf_detour *d)
{
	const char *why = NULL;

	if (!choose_letter(d))
		return false;
	if (d->opt->to == NULL || d->opt->to[0] == '\0')
		why = "what does it say from now on? --to VALUE";
	else if (d->opt->because == NULL || d->opt->because[0] == '\0')
		why = "why? --because TEXT";
	else if (d->opt->title != NULL && d->letter == 'S' &&
	    choose_field(d) && strcmp(d->field, "title") == 0)
		why = "--to is the title already: leave --title out";
	else if (!d->goal->open)
		why = "the goal is closed: a new one goes on from it";
	if (why != NULL)
		gf_run_fail(d->run, "%s", why);
	return why == NULL && choose_field(d);
}

static bool
wrong_value(struct gf_detour *d, const char *why)
{
	/* most reasons begin with the value that they are about */
	if (why[0] == '\'')
		gf_run_fail(d->run, "%s: %s", d->field, why);
	else
		gf_run_fail(d->run, "%s: '%.*s': %s", d->field, (int)d->to.n,
		    d->to.p, why);
	return false;
}

static unsigned
measure_field(const char *field)
{
	return strcmp(field, "measure.to") == 0 ? MEASURE_TO :
	    strcmp(field, "measure.at-least") == 0 ? MEASURE_AT_LEAST :
	    MEASURE_AT_MOST;
}

/* A number without its unit takes that of the old one. */
static struct gf_str
with_unit(struct gf_detour *d, struct gf_str old, struct gf_str unit)
{
	struct gf_buf b = { 0 };
	struct gf_str out;

	if (unit.n == 0)
		return d->to;
	if (gf_str_starts(old, "$") || (old.n > unit.n &&
	    memcmp(old.p, unit.p, unit.n) == 0)) {
		gf_buf_str(&b, unit);
		gf_buf_str(&b, d->to);
	} else {
		gf_buf_str(&b, d->to);
		if (memchr(old.p, ' ', old.n) != NULL)
			gf_buf_byte(&b, ' ');
		gf_buf_str(&b, unit);
	}
	out = gf_buf_keep(&b, d->run->arena);
	gf_buf_release(&b);
	return out;
}

static bool
follow(struct gf_detour *d, enum gf_retitle said, struct gf_str title,
    struct gf_str old)
{
	if (d->opt->title != NULL) {
		d->title = gf_str(d->opt->title);
		return true;
	}
	if (said == GF_RETITLE_DONE)
		d->title = title;
	if (said == GF_RETITLE_UNSURE || (d->title_alone &&
	    said != GF_RETITLE_DONE)) {
		gf_run_fail(d->run, "nobody can tell which words of the title "
		    "name '%.*s': give the new one with --title TEXT",
		    (int)old.n, old.p);
		return false;
	}
	return true;
}

/* M: the target, in the measure or, where there is none, in the title. */
static bool
plan_number(struct gf_detour *d)
{
	const struct gf_val *v = gf_goal_measure(d->goal,
	    measure_field(d->field));
	struct gf_num old = { 0 };
	struct gf_str title = { "", 0 };
	struct gf_qty q, was;
	const char *why;
	bool known;

	if (!gf_qty_parse(d->to, &q, d->run->arena, &why))
		return wrong_value(d, why);
	d->title_alone = v == NULL && !gf_measure_there(d->goal);
	known = v != NULL;
	if (known) {
		d->from = gf_val_text(v);
		old = v->u.num;
		if (q.unit.n == 0 && gf_qty_parse(d->from, &was,
		    d->run->arena, &why))
			d->to = with_unit(d, d->from, was.unit);
	} else if (d->title_alone) {
		known = gf_title_target(d->goal, d->run->arena, &old,
		    &d->from);
	}
	if (d->title_alone && !known && d->opt->title == NULL) {
		gf_run_fail(d->run, "the goal has no measure, and its title "
		    "no target that can be told: give the new title with "
		    "--title TEXT");
		return false;
	}
	if (!known)
		return follow(d, GF_RETITLE_NOT, title, d->from);
	return follow(d, gf_retitle_number(d->goal, old, q.num,
	    d->run->arena, &title), title, d->from);
}

/* T: the day, in due or, where there is none, in the title. */
static bool
plan_date(struct gf_detour *d)
{
	static const struct gf_fiscal none;
	const struct gf_val *v = gf_goal_get(d->goal, GOAL_DUE);
	struct gf_str title = { "", 0 };
	gf_day old = GF_NO_DAY;
	struct gf_period now;
	const char *why;

	if (!gf_period_parse(d->to, d->goal->config ?
	    &d->goal->config->calendar.fiscal : &none, &now, &why))
		return wrong_value(d, why);
	if (v != NULL) {
		d->from = gf_val_text(v);
		old = v->u.span.last;
	} else {
		d->title_alone = gf_title_end(d->goal, d->run->plan->today,
		    d->run->arena, &old, &d->from);
	}
	if (old == GF_NO_DAY)
		return follow(d, GF_RETITLE_NOT, title, d->from);
	return follow(d, gf_retitle_date(d->goal, old, &now, d->run->arena,
	    &title), title, d->from);
}

/* A: how it is paced, or what is given to it. */
static bool
plan_effort(struct gf_detour *d)
{
	const struct gf_val *v;
	struct gf_duration duration;
	struct gf_num share;
	const char *why;

	if (strcmp(d->field, "pace") == 0) {
		v = gf_goal_get(d->goal, GOAL_PACE);
		if (!is_pace_word(d->opt->to))
			return wrong_value(d, "it is linear, workdays, "
			    "last-third or steps");
		if (v != NULL && v->list)
			return wrong_value(d, "the goal lists points; change "
			    "them in its file");
	} else {
		v = gf_goal_get(d->goal, GOAL_EFFORT);
		if (!gf_duration_parse(d->to, &duration, d->run->arena,
		    &why) && !gf_share_parse(d->to, &share, d->run->arena,
		    &why))
			return wrong_value(d, why);
	}
	if (v != NULL)
		d->from = gf_val_text(v);
	return follow(d, GF_RETITLE_NOT, d->title, d->from);
}

static bool
plan_owner(struct gf_detour *d)
{
	d->from = d->goal->owner_text;
	return follow(d, GF_RETITLE_NOT, d->title, d->from);
}

/* R: how much of the result goes to the one goal that it serves. */
static bool
plan_share(struct gf_detour *d)
{
	const struct gf_link *link = d->goal->links;
	struct gf_num share;
	const char *why;
	struct gf_buf b = { 0 };

	if (!gf_share_parse(d->to, &share, d->run->arena, &why))
		return wrong_value(d, why);
	if (d->goal->nlinks != 1 || gf_rec_get(d->goal->rec,
	    GOAL_SUPPORTS) == NULL)
		return wrong_value(d, "only a goal that serves one other has "
		    "one share; change it in its file");
	if (link->rec != NULL && gf_rec_get(link->rec, SUPPORT_SHARE) != NULL)
		d->from = gf_rec_text(link->rec, SUPPORT_SHARE);
	gf_buf_printf(&b, "supports[%.*s].share", (int)link->id.n,
	    link->id.p);
	d->field = gf_buf_keep(&b, d->run->arena).p;
	gf_buf_release(&b);
	return follow(d, GF_RETITLE_NOT, d->title, d->from);
}

static bool
plan_words(struct gf_detour *d)
{
	const struct gf_val *v = strcmp(d->field, "title") == 0 ?
	    gf_goal_get(d->goal, GOAL_TITLE) :
	    gf_goal_measure(d->goal, MEASURE_METRIC);

	if (v != NULL)
		d->from = gf_val_text(v);
	return follow(d, GF_RETITLE_NOT, d->title, d->from);
}

static bool
plan(struct gf_detour *d)
{
	switch (d->letter) {
	case 'S':
		return plan_words(d);
	case 'M':
		return plan_number(d);
	case 'A':
		return plan_effort(d);
	case 'R':
		return strcmp(d->field, "owner") == 0 ? plan_owner(d) :
		    plan_share(d);
	default:
		return plan_date(d);
	}
}

static int
detour(struct gf_run *run, const struct gf_goal *g)
{
	struct gf_detour d = { .run = run, .goal = g, .opt = run->opt,
	    .from = { "", 0 }, .title = { "", 0 } };

	if (!options_ok(&d))
		return 2;
	d.to = gf_str_trim(gf_str(d.opt->to));
	if (!plan(&d))
		return 2;
	if (gf_str_eq(d.from, d.to)) {
		gf_run_say(run, "%s of '%.*s' is '%.*s' already", d.field,
		    (int)g->id.n, g->id.p, (int)d.to.n, d.to.p);
		return 0;
	}
	if (!gf_detour_write(&d))
		return 2;
	if (gf_change_writes(run))
		gf_run_say(run, "'%.*s' goes on by another way: %s %.*s%s%.*s",
		    (int)g->id.n, g->id.p, d.field, (int)d.from.n, d.from.p,
		    d.from.n > 0 ? " -> " : "", (int)d.to.n, d.to.p);
	return 0;
}

int
gf_run_reroute(struct gf_run *run)
{
	const struct gf_reroute *o = run->opt;
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_routes routes;

	if (g == NULL)
		return 2;
	if (o->letter.n > 0 || o->to != NULL || o->because != NULL ||
	    o->field != NULL || o->title != NULL)
		return detour(run, g);
	gf_routes_of(&routes, run->plan, g, run->arena);
	gf_run_about(run, g->doc);
	gf_run_report(run, &routes);
	run->changes->idle = true;
	return 0;
}
