#include <stddef.h>

#include "cli/item.h"
#include "cli/person.h"
#include "cli/settle.h"
#include "judge/promise.h"

#define O(field) offsetof(struct gf_promise_options, field)

const struct gf_opt gf_promise_opts[] = {
	{ 0, "by", GF_OPT_TEXT, O(by), "DATE", "until when the new promise is "
	    "to be kept" },
	{ 0, "goal", GF_OPT_TEXT, O(goal), "ID", "the goal that it is for" },
	{ 0, "coach", GF_OPT_FLAG, O(coach), NULL, "the coach promises it, "
	    "not the person" },
	{ 0, "kept", GF_OPT_FLAG, O(kept), NULL, "it was kept" },
	{ 0, "missed", GF_OPT_FLAG, O(missed), NULL, "it was not kept" },
	{ 0, "dropped", GF_OPT_FLAG, O(dropped), NULL, "both let it go" },
	{ 0, "moved", GF_OPT_TEXT, O(moved), "DATE", "it is given anew until "
	    "this day; only before it is due" },
	{ .name = NULL },
};

int
gf_promise_ids(const void *options)
{
	const struct gf_promise_options *o = options;

	return o->by != NULL || o->goal != NULL || o->coach ? 2 : 1;
}

/* What the verb works on. */
struct settling {
	struct gf_run *run;
	const struct gf_promise_options *o;
	const struct gf_entry *person;
	struct gf_meets meets;
	struct gf_rhythm rhythm;
	struct gf_promises all;
};

/* The number behind PERSON/, 0 if there is none; false if it is no number. */
static bool
read_number(struct gf_run *run, struct gf_str *person, uint32_t *number)
{
	struct gf_str rest = run->ids[0], name = gf_str_cut(&rest, '/');
	bool any = name.n < run->ids[0].n;

	*person = name;
	*number = 0;
	for (size_t i = 0; i < rest.n && i < 9; i++) {
		if (rest.p[i] < '0' || rest.p[i] > '9') {
			*number = 0;
			break;
		}
		*number = *number * 10 + (uint32_t)(rest.p[i] - '0');
	}
	if (!any || (*number > 0 && rest.n < 9))
		return true;
	gf_run_fail(run, "'%.*s' is no promise: write PERSON/NUMBER, as '%s "
	    "promise PERSON' numbers them", (int)run->ids[0].n, run->ids[0].p,
	    run->prog->name);
	return false;
}

static bool
find(struct settling *s, struct gf_str person)
{
	struct gf_run *run = s->run;

	s->person = gf_run_person(run, person);
	if (s->person == NULL)
		return false;
	gf_meets_init(&s->meets, run->plan, run->arena);
	gf_rhythm_of(&s->rhythm, &s->meets, s->person, run->plan->today,
	    false);
	gf_promises_of(&s->all, &s->meets, &s->rhythm, run->arena);
	return true;
}

static int
order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(gf_kinds[GF_SESSION]->fields[
	    SESSION_COMMITMENTS].table, a, b);
}

static int
session_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(gf_kinds[GF_SESSION], a, b);
}

/* Put a new promise into the newest conversation with the person. */
static bool
add(struct settling *s, struct gf_str who, struct gf_str what,
    struct gf_str goal, struct gf_new *by)
{
	struct gf_run *run = s->run;
	struct gf_new *item = gf_new_list(run->arena, GF_MAP, true);
	struct gf_new *fresh = NULL;
	struct gf_edits *edits;
	const struct gf_session *v;
	size_t n;

	v = gf_meets_with(&s->meets, s->person->party->id, &n);
	if (n == 0) {
		gf_run_fail(run, "no session with '%.*s' yet: begin one with "
		    "'%s agenda %.*s --start -i'", (int)s->person->party->id.n,
		    s->person->party->id.p, run->prog->name,
		    (int)s->person->party->id.n, s->person->party->id.p);
		return false;
	}
	gf_new_add(item, GF_STR("who"), gf_new_text(run->arena, who));
	gf_new_add(item, GF_STR("what"), gf_new_text(run->arena, what));
	if (goal.n > 0)
		gf_new_add(item, GF_STR("goal"), gf_new_text(run->arena,
		    goal));
	gf_new_add(item, GF_STR("by"), by);
	edits = gf_run_edit(run, v[n - 1].doc);
	return edits != NULL && gf_item_append(run, edits, "commitments",
	    item, session_order, &fresh);
}

/* Who promises: the person, or with --coach the other side of the table. */
static bool
find_side(struct settling *s, struct gf_str *who)
{
	const struct gf_rhythm *r = &s->rhythm;
	struct gf_str person = s->person->party->id;

	*who = !s->o->coach ? person : r->coach != NULL ? r->coach->id :
	    r->coach_id;
	if (who->n == 0)
		gf_run_fail(s->run, "'%.*s' has no coach: write `coach: ID` "
		    "into its document", (int)person.n, person.p);
	return who->n > 0;
}

/* Whether the same was promised already and is open. */
static const struct gf_promise *
same(const struct settling *s, struct gf_str who, struct gf_str what,
    gf_day due)
{
	for (size_t i = 0; i < s->all.n; i++) {
		const struct gf_promise *p = &s->all.v[i];

		if (p->state == GF_PROMISE_OPEN && p->due == due &&
		    gf_str_eq(p->who, who) && gf_str_eq(gf_rec_text(p->rec,
		    COMMITMENT_WHAT), what))
			return p;
	}
	return NULL;
}

static bool
read_date(struct settling *s, const char *word, gf_day *day)
{
	struct gf_period span;
	const char *why;

	if (gf_period_parse(gf_str(word), &s->person->config->calendar.fiscal,
	    &span, &why) && span.last != GF_NO_DAY) {
		*day = span.last;
		return true;
	}
	gf_run_fail(s->run, "'%s' is no date: write one such as 2026-05-22",
	    word);
	return false;
}

static int
promise(struct settling *s)
{
	struct gf_run *run = s->run;
	struct gf_str what = gf_str_trim(run->ids[1]);
	struct gf_str goal = gf_str(s->o->goal);
	const struct gf_goal *g = NULL;
	const struct gf_promise *old;
	struct gf_str who;
	gf_day due;

	if (!read_date(s, s->o->by, &due))
		return 2;
	if (due < run->plan->today) {
		gf_run_fail(run, "'%s' is past: a new promise is for today or "
		    "later", s->o->by);
		return 2;
	}
	if (what.n == 0) {
		gf_run_fail(run, "a promise without words: say what will be "
		    "done");
		return 2;
	}
	if (goal.n > 0 && (g = gf_run_goal(run, goal)) == NULL)
		return 2;
	if (!find_side(s, &who))
		return 2;
	old = same(s, who, what, due);
	if (old != NULL) {
		gf_run_say(run, "%.*s/%u says so already",
		    (int)s->person->party->id.n, s->person->party->id.p,
		    (unsigned)old->number);
		return 0;
	}
	if ((g != NULL && !gf_run_open(run, g)) ||
	    !add(s, who, what, goal, gf_new_bare(run->arena,
	    gf_str(s->o->by))))
		return 2;
	if (run->common->in_place)
		gf_run_say(run, "%.*s/%zu open until %s%s%.*s: %.*s",
		    (int)s->person->party->id.n, s->person->party->id.p,
		    s->all.n + 1, s->o->by, s->o->coach ? ", by " : "",
		    s->o->coach ? (int)who.n : 0, who.p, (int)what.n, what.p);
	return 0;
}

static bool
set_key(struct settling *s, struct gf_edits *edits, struct gf_node *item,
    const char *key, struct gf_new *new)
{
	if (gf_edit_put(edits, item, key, new, order))
		return true;
	gf_run_fail(s->run, "cannot write %s of the promise: %s", key,
	    edits->why);
	return false;
}

/* The mapping of a promise in its document. */
static struct gf_node *
item_of(struct settling *s, struct gf_edits *edits, const struct gf_promise *p)
{
	struct gf_node *list = gf_node_get(edits->tree->root, "commitments");
	struct gf_node *item;

	list = list != NULL ? gf_node_real(list) : NULL;
	item = list != NULL && list->kind == GF_SEQ ? gf_node_item(list,
	    p->item) : list;
	if (item != NULL && item->kind == GF_MAP &&
	    gf_node_aliases(edits->tree, item) == 0)
		return item;
	gf_run_fail(s->run, "the promise is shared with another one by an "
	    "anchor; write it out there first");
	return NULL;
}

static bool
write_state(struct settling *s, const struct gf_promise *p,
    enum gf_promise_state state)
{
	struct gf_run *run = s->run;
	struct gf_edits *edits = gf_run_edit(run, p->session->doc);
	struct gf_node *item = edits ? item_of(s, edits, p) : NULL;

	return item != NULL && set_key(s, edits, item, "state",
	    gf_new_bare(run->arena, gf_str(gf_promise_state_name(state)))) &&
	    set_key(s, edits, item, "date", gf_item_day(run,
	    run->plan->today));
}

/* A promise is moved while it can still be kept, and is given anew. */
static bool
move(struct settling *s, const struct gf_promise *p)
{
	struct gf_run *run = s->run;
	gf_day day;

	if (!read_date(s, s->o->moved, &day))
		return false;
	if (p->due != GF_NO_DAY && run->plan->today >= p->due) {
		gf_run_fail(run, "'%.*s' was due %s: it can be kept, missed "
		    "or dropped, but only before that day moved",
		    (int)run->ids[0].n, run->ids[0].p,
		    p->due == run->plan->today ? "today" : "before today");
		return false;
	}
	if (day <= run->plan->today || day == p->due) {
		gf_run_fail(run, "'%s' is no later day to move it to",
		    s->o->moved);
		return false;
	}
	return write_state(s, p, GF_PROMISE_MOVED) &&
	    add(s, p->who, gf_rec_text(p->rec, COMMITMENT_WHAT),
	    gf_rec_text(p->rec, COMMITMENT_GOAL), gf_new_bare(run->arena,
	    gf_str(s->o->moved)));
}

/* What the options say became of it; OPEN if nothing, false if two things. */
static bool
wanted(struct settling *s, enum gf_promise_state *state)
{
	const struct gf_promise_options *o = s->o;

	*state = o->kept ? GF_PROMISE_KEPT : o->missed ? GF_PROMISE_MISSED :
	    o->dropped ? GF_PROMISE_DROPPED : o->moved ? GF_PROMISE_MOVED :
	    GF_PROMISE_OPEN;
	if (o->kept + o->missed + o->dropped + (o->moved != NULL) > 1)
		gf_run_fail(s->run, "a promise is kept, missed, dropped or "
		    "moved: say one of them");
	else if (*state != GF_PROMISE_OPEN && (o->by || o->goal ||
	    o->coach))
		gf_run_fail(s->run, "--by, --goal and --coach are for a new "
		    "promise");
	else if (*state == GF_PROMISE_OPEN && (o->goal || o->coach) && !o->by)
		gf_run_fail(s->run, "a new promise wants --by DATE");
	else
		return true;
	return false;
}

static int
settle(struct settling *s, uint32_t number, enum gf_promise_state state)
{
	struct gf_run *run = s->run;
	const struct gf_promise *p;
	struct gf_str what;

	if (number > s->all.n) {
		gf_run_fail(run, "no promise '%.*s': there are %zu",
		    (int)run->ids[0].n, run->ids[0].p, s->all.n);
		return 2;
	}
	p = &s->all.v[number - 1];
	what = gf_rec_text(p->rec, COMMITMENT_WHAT);
	if (p->state != GF_PROMISE_OPEN) {
		gf_run_say(run, "'%.*s' is %s already", (int)run->ids[0].n,
		    run->ids[0].p, gf_promise_state_name(p->state));
		return p->state == state ? 0 : 2;
	}
	if (!(state == GF_PROMISE_MOVED ? move(s, p) :
	    write_state(s, p, state)))
		return 2;
	if (!run->common->in_place)
		return 0;
	if (s->o->moved != NULL)
		gf_run_say(run, "%.*s moved to %s, as %.*s/%zu: %.*s",
		    (int)run->ids[0].n, run->ids[0].p, s->o->moved,
		    (int)s->person->party->id.n, s->person->party->id.p,
		    s->all.n + 1, (int)what.n, what.p);
	else
		gf_run_say(run, "%.*s %s: %.*s", (int)run->ids[0].n,
		    run->ids[0].p, gf_promise_state_name(state), (int)what.n,
		    what.p);
	return 0;
}

int
gf_run_promise(struct gf_run *run)
{
	struct settling s = { .run = run, .o = run->opt };
	enum gf_promise_state state;
	struct gf_str person;
	uint32_t number;

	if (!wanted(&s, &state) || !read_number(run, &person, &number) ||
	    !find(&s, person))
		return 2;
	if (state != GF_PROMISE_OPEN && number == 0) {
		gf_run_fail(run, "which promise? write '%.*s/NUMBER', as '%s "
		    "promise %.*s' numbers them", (int)person.n, person.p,
		    run->prog->name, (int)person.n, person.p);
		return 2;
	}
	if (state != GF_PROMISE_OPEN)
		return settle(&s, number, state);
	if (s.o->by != NULL)
		return promise(&s);
	run->only_shows = true;
	for (size_t i = 0; i < s.all.n; i++)
		gf_run_about(run, s.all.v[i].session->doc);
	gf_run_report(run, &s.all);
	return 0;
}
