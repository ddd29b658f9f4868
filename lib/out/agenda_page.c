#include "base/mem.h"
#include "judge/agreed.h"
#include "judge/obstacle.h"
#include "out/agenda_page.h"
#include "out/map_sheet.h"
#include "out/meet_sheet.h"
#include "out/pace_sheet.h"
#include "out/promise_sheet.h"

void
gf_page_text(struct gf_page *p, struct gf_str s)
{
	struct gf_buf shown = { 0 };

	gf_show(&shown, gf_str_trim(s));
	for (size_t i = 0; i < shown.n; i++) {
		char c = shown.p[i];

		if (c == '*' || c == '_' || c == '`' || c == '[' || c == ']' ||
		    c == '<' || c == '>' || c == '#' || c == '|' || c == '~' ||
		    c == '\\' || c == '&')
			gf_buf_byte(p->b, '\\');
		gf_buf_byte(p->b, c);
	}
	gf_buf_release(&shown);
}

void
gf_page_head(struct gf_page *p, const char *head)
{
	gf_buf_printf(p->b, "\n## %s\n\n", head);
}

void
gf_page_ask(struct gf_page *p, const char *question)
{
	gf_buf_printf(p->b, "- %s\n", question);
}

bool
gf_page_coach(struct gf_page *p)
{
	if (p->look->audience == GF_COACH)
		return true;
	p->hidden++;
	return false;
}

void
gf_page_goal(struct gf_page *p, const struct gf_goal *g)
{
	gf_buf_text(p->b, "- **");
	gf_page_text(p, gf_goal_text(g, GOAL_TITLE));
	gf_buf_text(p->b, "** (");
	gf_page_text(p, g->id);
	gf_buf_text(p->b, ")");
}

void
gf_page_words(struct gf_page *p, const char *name, const struct gf_rec *rec,
    unsigned field)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(rec, field, &v);

	if (n == 0 || !gf_page_coach(p))
		return;
	for (size_t i = 0; i < n; i++) {
		gf_buf_printf(p->b, "- %s: ", name);
		gf_page_text(p, gf_val_text(&v[i]));
		gf_buf_byte(p->b, '\n');
	}
}

static struct gf_str
name_of(const struct gf_party *p)
{
	struct gf_str name = p->rec != NULL ? p->name : GF_STR("");

	return name.n > 0 ? name : p->id;
}

static void
put_title(struct gf_page *p)
{
	static const char *const kinds[] = {
		[GF_TALK_REVIEW] = "Review", [GF_TALK_CHECK_IN] = "1:1",
		[GF_TALK_RETROSPECTIVE] = "Retrospective"
	};
	const struct gf_agenda *a = p->a;
	const struct gf_rhythm *r = &a->rhythm;
	const struct gf_val *minutes = gf_rec_get(r->rule, ONE_MINUTES);
	int asked = minutes != NULL ? minutes->u.n : 0;

	gf_buf_printf(p->b, "# %s with ", kinds[a->kind]);
	gf_page_text(p, name_of(a->person->party));
	gf_buf_text(p->b, ", ");
	gf_meet_when(p->b, a->day, r->rule);
	gf_buf_text(p->b, "\n\n");
	if (a->kind == GF_TALK_REVIEW && asked < 60)
		asked = 60;
	gf_buf_printf(p->b, "%d minutes", asked > 0 ? asked : 30);
	if (r->coach_id.n > 0) {
		gf_buf_text(p->b, ", held by ");
		gf_page_text(p, r->coach != NULL ? name_of(r->coach) :
		    r->coach_id);
	}
	if (a->since != GF_NO_DAY && gf_page_coach(p)) {
		gf_buf_text(p->b, "; the last one was on ");
		gf_day_print(p->b, a->since);
	}
	gf_buf_text(p->b, ".\n");
}

/* Which goals serve an own WHY, and what of the company they meet. */
static void
put_meeting(struct gf_page *p, struct gf_str aim)
{
	const struct gf_agenda *a = p->a;
	size_t served = 0;

	for (size_t i = 0; i < a->plan->ngoals; i++) {
		const struct gf_goal *g = a->plan->goals[i];
		struct gf_met *met;
		size_t n;

		if (!g->open || !gf_agenda_serves(g, a->person->party->id,
		    aim))
			continue;
		served++;
		n = gf_agenda_meets(a->plan, g, &p->arena, &met);
		gf_buf_text(p->b, "  - ");
		gf_page_text(p, g->id);
		gf_buf_text(p->b, n > 0 ? " serves it and meets, for " :
		    " serves it, and meets no WHY of the company yet\n");
		for (size_t k = 0; k < n; k++) {
			gf_buf_text(p->b, k > 0 ? "; for " : "");
			gf_page_text(p, name_of(met[k].company));
			gf_buf_text(p->b, ": ");
			gf_page_text(p, gf_rec_text(met[k].aim, AIM_TEXT));
		}
		gf_buf_text(p->b, n > 0 ? "\n" : "");
	}
	if (served == 0)
		gf_buf_text(p->b, "  - no open goal serves it yet: which one "
		    "could?\n");
}

static void
put_why(struct gf_page *p)
{
	const struct gf_party *who = p->a->person->party;
	const struct gf_rec *rec = who->half != NULL && gf_rec_get(who->half,
	    PERSON_WHY) != NULL ? who->half : who->rec;
	const struct gf_val *v;
	size_t n = gf_rec_list(rec, PERSON_WHY, &v);

	gf_page_head(p, "Why");
	if (n > 0 && !gf_page_coach(p)) {
		gf_buf_text(p->b, "(kept private)\n");
		return;
	}
	if (n == 0)
		gf_page_ask(p, "No WHY is written down: what would reaching "
		    "these goals get you? And that?");
	for (size_t i = 0; i < n; i++) {
		if (v[i].bad)
			continue;
		gf_buf_text(p->b, "- ");
		gf_page_text(p, gf_rec_text(v[i].u.rec, AIM_TEXT));
		gf_buf_byte(p->b, '\n');
		put_meeting(p, gf_rec_text(v[i].u.rec, AIM_ID));
	}
}

/* "5 of 11 clinics, 45 %, 1 day behind: behind" */
static void
put_pace(struct gf_page *p, const struct gf_square *s)
{
	struct gf_sheet sheet = { .look = p->look };
	const struct gf_pace *pace = &s->pace;
	int days = pace->days_ahead;

	gf_buf_text(p->b, ": ");
	gf_sheet_measure(&sheet, s->goal, pace);
	if (sheet.text.n > 0) {
		gf_page_text(p, gf_buf_view(&sheet.text));
		gf_buf_text(p->b, ", ");
	}
	gf_sheet_release(&sheet);
	if (pace->known)
		gf_buf_printf(p->b, "%d %%, ", (int)gf_sheet_percent(
		    pace->progress));
	if (pace->measured && pace->dated && days != 0)
		gf_buf_printf(p->b, "%d day%s %s, ", days < 0 ? -days : days,
		    days == 1 || days == -1 ? "" : "s", days < 0 ? "behind" :
		    "ahead");
	for (const char *c = gf_state_name(pace->state); *c != '\0'; c++)
		gf_buf_byte(p->b, *c == '-' ? ' ' : *c);
	gf_buf_byte(p->b, '\n');
}

static void
put_changed(struct gf_page *p, const struct gf_goal *g)
{
	const struct gf_rec *c = gf_agreed_change(p->a->plan, g);
	struct gf_str field, from, to;

	if (c == NULL)
		return;
	field = gf_rec_text(c, CHANGE_FIELD);
	from = gf_rec_text(c, CHANGE_FROM);
	to = gf_rec_text(c, CHANGE_TO);
	gf_buf_text(p->b, "  - ");
	gf_page_text(p, field.n > 0 ? field : GF_STR("it"));
	gf_buf_text(p->b, " was changed");
	if (from.n > 0 && to.n > 0) {
		gf_buf_text(p->b, " from ");
		gf_page_text(p, from);
		gf_buf_text(p->b, " to ");
		gf_page_text(p, to);
	}
	gf_buf_text(p->b, " on ");
	gf_day_print(p->b, gf_rec_get(c, CHANGE_DATE)->u.span.first);
	gf_buf_text(p->b, ", after the yes of ");
	gf_day_print(p->b, gf_agreed_day(p->a->plan, g));
	gf_buf_text(p->b, ": do you still say yes to it?\n");
}

static void
put_goals(struct gf_page *p)
{
	const struct gf_agenda *a = p->a;

	gf_page_head(p, "The goals as agreed");
	for (size_t i = 0; i < a->week.nsquares; i++) {
		const struct gf_square *s = &a->week.squares[i];

		if (gf_sheet_hides(p->look, s->goal)) {
			p->hidden++;
			continue;
		}
		gf_page_goal(p, s->goal);
		put_pace(p, s);
		put_changed(p, s->goal);
	}
	if (a->week.nsquares == 0)
		gf_buf_text(p->b, "None is open.\n");
}

static void
put_side(struct gf_page *p, bool theirs)
{
	const struct gf_promises *ps = &p->a->promises;
	const struct gf_party *coach = p->a->rhythm.coach;
	size_t n = 0;

	gf_page_text(p, theirs ? name_of(p->a->person->party) : coach ?
	    name_of(coach) : GF_STR("The coach"));
	gf_buf_text(p->b, ": ");
	gf_promise_rate(p->b, theirs ? ps->theirs : ps->mine);
	gf_buf_text(p->b, ".\n\n");
	for (size_t i = 0; i < ps->n; i++) {
		const struct gf_promise *m = &ps->v[i];
		struct gf_str goal = gf_rec_text(m->rec, COMMITMENT_GOAL);

		if (m->theirs != theirs || m->state != GF_PROMISE_OPEN)
			continue;
		n++;
		gf_buf_printf(p->b, "- [ ] %u: ", (unsigned)m->number);
		gf_page_text(p, gf_rec_text(m->rec, COMMITMENT_WHAT));
		if (goal.n > 0) {
			gf_buf_text(p->b, " (");
			gf_page_text(p, goal);
			gf_buf_byte(p->b, ')');
		}
		gf_buf_text(p->b, ", by ");
		gf_promise_when(p->b, ps, m);
		gf_buf_byte(p->b, '\n');
	}
	if (n == 0)
		gf_buf_text(p->b, "- nothing is open\n");
}

static void
put_promises(struct gf_page *p)
{
	gf_page_head(p, "Promises");
	if (!gf_page_coach(p)) {
		gf_buf_text(p->b, "(kept private)\n");
		return;
	}
	put_side(p, true);
	gf_buf_byte(p->b, '\n');
	put_side(p, false);
}

/* Whether the moment of an obstacle has come. */
static bool
is_now(struct gf_page *p, const struct gf_obstacle *o)
{
	struct gf_watch w = gf_watch_of(&p->a->metrics, o);

	return gf_obstacle_live(o) && (w.state == GF_WATCH_TRUE ||
	    o->state == GF_OBSTACLE_HIT);
}

static void
put_obstacle(struct gf_page *p, const struct gf_obstacle *o)
{
	struct gf_str then = gf_rec_text(o->rec, OBSTACLE_THEN);

	gf_buf_text(p->b, "- ");
	gf_page_text(p, o->goal->id);
	gf_buf_text(p->b, ": when ");
	gf_page_text(p, gf_rec_text(o->rec, OBSTACLE_WHEN));
	gf_buf_text(p->b, "\n  - ");
	if (then.n == 0)
		gf_buf_text(p->b, "no answer yet: what will you do?");
	else {
		gf_buf_text(p->b, "then ");
		gf_page_text(p, then);
	}
	gf_buf_byte(p->b, '\n');
}

static void
put_obstacles(struct gf_page *p)
{
	const struct gf_week *w = &p->a->week;
	size_t now = 0, later = 0;

	gf_page_head(p, "What is in the way now");
	for (size_t i = 0; i < w->nsquares; i++) {
		size_t n = gf_obstacle_count(w->squares[i].goal);

		for (size_t k = 0; k < n; k++) {
			struct gf_obstacle o;

			if (!gf_obstacle_read(&o, w->squares[i].goal, k) ||
			    !gf_obstacle_live(&o) ||
			    gf_sheet_hides(p->look, o.goal) ||
			    (gf_obstacle_private(&o) && !gf_page_coach(p)))
				continue;
			if (is_now(p, &o))
				put_obstacle(p, &o);
			now += is_now(p, &o);
			later += !is_now(p, &o);
		}
	}
	if (later > 0)
		gf_buf_printf(p->b, "- %s%zu foreseen: has one of them come, "
		    "or something that nobody foresaw?\n", now > 0 ?
		    "and " : "", later);
	else if (now == 0)
		gf_page_ask(p, "Nothing is written down: what could get in "
		    "the way before we meet again?");
}

static void
put_step(struct gf_page *p, const struct gf_goal *g)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_FIRST_STEP), *by, *done;

	if (v == NULL || v->list || v->type != GF_T_REC ||
	    gf_sheet_hides(p->look, g))
		return;
	by = gf_rec_get(v->u.rec, STEP_BY);
	done = gf_rec_get(v->u.rec, STEP_DONE);
	gf_buf_text(p->b, "- ");
	gf_page_text(p, g->id);
	gf_buf_text(p->b, ": ");
	gf_page_text(p, gf_rec_text(v->u.rec, STEP_DO));
	if (by != NULL) {
		gf_buf_text(p->b, ", by ");
		gf_day_print(p->b, by->u.span.last);
	}
	gf_buf_text(p->b, done != NULL && !gf_str_is(gf_val_text(done), "no") ?
	    " (done: what did it show, and what is next?)\n" : by != NULL &&
	    by->u.span.last < p->a->plan->today ?
	    " (that day has passed: what would make it smaller?)\n" : "\n");
}

static void
put_steps(struct gf_page *p)
{
	const struct gf_week *w = &p->a->week;
	size_t before;

	gf_page_head(p, "The next small step");
	before = p->b->n;
	for (size_t i = 0; i < w->nsquares; i++)
		put_step(p, w->squares[i].goal);
	if (p->b->n == before)
		gf_page_ask(p, "None is written down: what can be done today "
		    "in ten minutes?");
}

static void
put_question(struct gf_page *p)
{
	const struct gf_agenda *a = p->a;

	gf_page_head(p, "One question");
	if (a->asked_for != NULL && !gf_sheet_hides(p->look,
	    a->asked_for->goal)) {
		gf_page_text(p, a->asked_for->goal->id);
		gf_buf_printf(p->b, " is behind, and its routine was %s.\n\n",
		    gf_followed_name(a->asked_for->followed));
	}
	gf_buf_printf(p->b, "> %s\n\nThen wait. (`%s`)\n", a->question->text,
	    a->question->id);
}

/* The person's own words, when there is a reason for them. */
static void
put_own_words(struct gf_page *p)
{
	const struct gf_party *who = p->a->person->party;
	const struct gf_rec *recs[] = { who->rec, who->half };

	if ((!p->a->missed && !p->a->reached) || !gf_page_coach(p))
		return;
	gf_page_head(p, "In their own words");
	for (size_t i = 0; i < GF_LEN(recs); i++) {
		if (p->a->missed) {
			gf_page_words(p, "after a miss", recs[i],
			    PERSON_WHEN_MISSED);
			gf_page_words(p, "to be held to it", recs[i],
			    PERSON_HELD_ACCOUNTABLE);
		}
		if (p->a->reached)
			gf_page_words(p, "something was reached; to be "
			    "thanked", recs[i], PERSON_ACKNOWLEDGED);
	}
}

static void
put_next(struct gf_page *p)
{
	gf_page_head(p, "Until we meet again");
	gf_buf_text(p->b, "- ");
	if (p->a->next != GF_NO_DAY) {
		gf_buf_text(p->b, "next: ");
		gf_meet_when(p->b, p->a->next, p->a->rhythm.rule);
		gf_buf_text(p->b, "\n");
	} else
		gf_buf_text(p->b, "when do we meet next?\n");
	gf_page_ask(p, "What will be done by then, by you and by me?");
}

static void
write_page(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_page p = { .b = b, .a = model, .look = look };

	put_title(&p);
	if (p.a->kind == GF_TALK_REVIEW)
		gf_page_alone(&p);
	put_why(&p);
	put_goals(&p);
	if (p.a->kind == GF_TALK_REVIEW)
		gf_page_review(&p);
	else if (p.a->kind == GF_TALK_RETROSPECTIVE)
		gf_page_retrospective(&p);
	put_promises(&p);
	put_obstacles(&p);
	put_steps(&p);
	put_own_words(&p);
	if (p.a->kind == GF_TALK_CHECK_IN)
		put_question(&p);
	put_next(&p);
	if (p.hidden > 0)
		gf_buf_text(b, "\n(kept private) what is for the coach; "
		    "--audience coach shows it\n");
	gf_arena_release(&p.arena);
}

const struct gf_format gf_agenda_formats[2] = {
	{ "text", "a page of Markdown", write_page },
	{ "md", "the same", write_page },
};
