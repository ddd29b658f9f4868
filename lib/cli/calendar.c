#include <stddef.h>

#include "base/mem.h"
#include "cli/calendar.h"
#include "cli/person.h"
#include "cli/zone.h"
#include "goal/check.h"
#include "judge/meet.h"
#include "judge/owned.h"
#include "out/ics.h"
#include "out/map_sheet.h"

#define WEEKS 26
#define MOST_WEEKS 520
#define WEEK 7
#define MOST_TITLES 10		/* in one invitation */

const struct gf_opt gf_ics_opts[] = {
	{ 0, "weeks", GF_OPT_NUMBER, offsetof(struct gf_ics_options, weeks),
	    "N", "so many weeks of meetings; without it 26" },
	{ .name = NULL },
};

/* A calendar while it is filled. */
struct filling {
	struct gf_run *run;
	struct gf_ics ics;
	struct gf_meets meets;
	struct gf_owned owned;
	gf_day through;
	bool blind;		/* what was agreed in a session is not told */
	size_t hidden, moved;
};

/* Take what a buffer holds, and its memory. */
static struct gf_str
text(struct filling *f, struct gf_buf *b)
{
	struct gf_str s = gf_buf_keep(b, f->run->arena);

	gf_buf_release(b);
	return s;
}

static void
put(struct filling *f, struct gf_ics_event e)
{
	struct gf_ics *c = &f->ics;
	struct gf_ics_event *more;

	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 64;
		more = gf_arena_alloc(f->run->arena, c->cap * sizeof(*more));
		for (size_t i = 0; i < c->n; i++)
			more[i] = c->v[i];
		c->v = more;
	}
	c->v[c->n++] = e;
}

static struct gf_str
name_of(const struct gf_party *p)
{
	return p->name.n > 0 ? p->name : p->id;
}

/* What a meeting is for, in words that anybody may read. */
static struct gf_str
purpose(struct filling *f, const struct gf_party *person)
{
	struct gf_buf b = { 0 };
	size_t n = 0, ngoals;
	const struct gf_goal *const *goals = gf_owned_by(&f->owned, person,
	    &ngoals);

	gf_buf_text(&b, "Where the goals stand, what they are for, what both "
	    "promised, what is in the way, and the next small step.");
	for (size_t i = 0; i < ngoals; i++) {
		if (goals[i]->level == LEVEL_PERSONAL || n++ >= MOST_TITLES)
			continue;
		gf_buf_text(&b, n > 1 ? "; " : " Goals: ");
		gf_buf_str(&b, gf_str_trim(gf_goal_text(goals[i],
		    GOAL_TITLE)));
	}
	if (n > MOST_TITLES)
		gf_buf_printf(&b, "; and %zu more", n - MOST_TITLES);
	return text(f, &b);
}

/* Put in when a meeting starts; false if its zone cannot be worked out. */
static bool
set_time(const struct gf_rhythm *r, struct gf_ics_event *e)
{
	const struct gf_val *at = gf_rec_get(r->rule, ONE_AT);
	const struct gf_val *minutes = gf_rec_get(r->rule, ONE_MINUTES);
	struct gf_str zone = gf_rec_text(r->rule, ONE_ZONE);

	e->at = at != NULL ? at->u.n : -1;
	e->minutes = minutes != NULL ? minutes->u.n : 0;
	e->utc = at != NULL && zone.n > 0;
	return !e->utc || gf_zone_utc(zone, &e->day, &e->at);
}

/* A zone that nobody knows is a finding. */
static bool
zone_ok(struct filling *f, const struct gf_rhythm *r)
{
	const struct gf_val *zone = gf_rec_get(r->rule, ONE_ZONE);
	struct gf_str name = gf_val_text(zone);

	if (zone == NULL || name.n == 0 || gf_zone_known(name))
		return true;
	gf_finding_add(f->run->findings, &gf_format_rows[GF_F02],
	    (struct gf_place){ r->person->doc, zone->at }, "zone: '%.*s' is "
	    "not in the zone database of this machine: write one such as "
	    "Europe/Berlin", (int)name.n, name.p)->goal = r->person->id;
	return false;
}

static void
add_meetings(struct filling *f, const struct gf_entry *e)
{
	const struct gf_party *p = e->party;
	struct gf_rhythm r, seen;
	struct gf_str why;

	gf_rhythm_of(&r, &f->meets, e, f->through, f->blind);
	if (f->blind) {
		gf_rhythm_of(&seen, &f->meets, e, f->through, false);
		f->moved += seen.agreed && seen.next != r.next;
	}
	if (r.n == 0 || !zone_ok(f, &r))
		return;
	why = purpose(f, p);
	for (size_t i = 0; i < r.n; i++) {
		const struct gf_slot *s = &r.slots[i];
		struct gf_ics_event ev = { .day = s->day, .purpose = why,
		    .cancelled = s->state == GF_SLOT_SKIPPED };
		struct gf_buf b = { 0 }, uid = { 0 };

		if (s->day < f->run->plan->today || s->day > f->through ||
		    s->state == GF_SLOT_KEPT || !set_time(&r, &ev))
			continue;
		gf_buf_text(&b, "1:1 ");
		gf_buf_str(&b, name_of(p));
		if (r.coach != NULL) {
			gf_buf_text(&b, " and ");
			gf_buf_str(&b, name_of(r.coach));
		}
		ev.summary = text(f, &b);
		gf_buf_printf(&uid, "meeting.%.*s.%u", (int)p->id.n, p->id.p,
		    (unsigned)s->k);
		ev.uid = text(f, &uid);
		put(f, ev);
	}
}

/* An event of a whole day: PREFIX.ID[.N], "what: title". */
static void
add_day(struct filling *f, const struct gf_goal *g, const char *prefix,
    size_t number, gf_day day, struct gf_str summary, struct gf_str why)
{
	struct gf_ics_event e = { .day = day, .at = -1, .purpose = why };
	struct gf_buf uid = { 0 }, b = { 0 };

	gf_buf_printf(&uid, "%s.%.*s", prefix, (int)g->id.n, g->id.p);
	if (number > 0)
		gf_buf_printf(&uid, ".%zu", number);
	gf_buf_printf(&b, "%s: ", prefix);
	gf_buf_str(&b, gf_str_trim(summary));
	e.uid = text(f, &uid);
	e.summary = text(f, &b);
	put(f, e);
}

static void
add_milestones(struct filling *f, const struct gf_goal *g)
{
	const struct gf_val *v;
	size_t n = gf_goal_list(g, GOAL_MILESTONES, &v);

	for (size_t i = 0; i < n; i++) {
		const struct gf_val *by;
		struct gf_str value, what;
		struct gf_buf b = { 0 };

		if (v[i].bad)
			continue;
		by = gf_rec_get(v[i].u.rec, MILESTONE_BY);
		value = gf_rec_text(v[i].u.rec, MILESTONE_VALUE);
		what = gf_rec_text(v[i].u.rec, MILESTONE_WHAT);
		if (by == NULL || by->u.span.last == GF_NO_DAY)
			continue;
		gf_buf_str(&b, what.n > 0 ? what : value);
		if (what.n > 0 && value.n > 0) {
			gf_buf_text(&b, " (");
			gf_buf_str(&b, value);
			gf_buf_byte(&b, ')');
		}
		add_day(f, g, "milestone", i + 1, by->u.span.last,
		    text(f, &b), gf_goal_text(g, GOAL_TITLE));
	}
}

static void
add_goal(struct filling *f, const struct gf_goal *g)
{
	const struct gf_val *step = gf_goal_get(g, GOAL_FIRST_STEP), *by;
	gf_day due = gf_goal_due(g, NULL);
	struct gf_str title = gf_goal_text(g, GOAL_TITLE);

	if (!g->open || gf_goal_half_alone(g) || g->id.n == 0)
		return;
	if (gf_sheet_hides(&f->run->look, g)) {
		f->hidden++;
		return;
	}
	if (due != GF_NO_DAY)
		add_day(f, g, "due", 0, due, title, GF_STR(""));
	add_milestones(f, g);
	if (step == NULL || step->list || step->type != GF_T_REC)
		return;
	by = gf_rec_get(step->u.rec, STEP_BY);
	if (by != NULL && by->u.span.last != GF_NO_DAY &&
	    gf_rec_get(step->u.rec, STEP_DONE) == NULL)
		add_day(f, g, "step", 0, by->u.span.last, gf_rec_text(
		    step->u.rec, STEP_DO), title);
}

static void
add_person(struct filling *f, const struct gf_entry *e)
{
	const struct gf_plan *plan = f->run->plan;

	gf_run_about(f->run, e->doc);
	add_meetings(f, e);
	for (size_t i = 0; i < plan->ngoals; i++)
		if (plan->goals[i]->owner == e->party &&
		    gf_run_selects(f->run, plan->goals[i]))
			add_goal(f, plan->goals[i]);
}

static void
add_all(struct filling *f)
{
	const struct gf_plan *plan = f->run->plan;

	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];

		if (!e->doc->given)
			continue;
		if (e->kind == GF_PERSON && e->party != NULL)
			add_meetings(f, e);
		else if (e->goal != NULL && gf_run_selects(f->run, e->goal))
			add_goal(f, e->goal);
	}
}

int
gf_run_ics(struct gf_run *run)
{
	const struct gf_ics_options *o = run->opt;
	struct filling f = { .run = run, .ics.today = run->plan->today,
	    .blind = run->look.audience > GF_COACH };
	unsigned weeks = o->weeks > 0 ? o->weeks : WEEKS;

	if (weeks > MOST_WEEKS) {
		gf_run_fail(run, "option '--weeks' takes at most %d, not %u",
		    MOST_WEEKS, weeks);
		return 2;
	}
	f.through = run->plan->today + (gf_day)(weeks * WEEK);
	gf_meets_init(&f.meets, run->plan, run->arena);
	gf_owned_init(&f.owned, run->plan, run->arena);
	for (size_t i = 0; i < run->nids; i++) {
		const struct gf_entry *e = gf_run_person(run, run->ids[i]);

		if (e == NULL)
			return 2;
		add_person(&f, e);
	}
	if (run->nids == 0)
		add_all(&f);
	if (f.hidden + f.moved > 0)
		gf_run_say(run, "kept private: %zu goal%s, and %zu meeting%s "
		    "that a session moved; --audience coach shows them",
		    f.hidden, f.hidden == 1 ? "" : "s", f.moved,
		    f.moved == 1 ? "" : "s");
	gf_run_report(run, &f.ics);
	return 0;
}
