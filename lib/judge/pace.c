#include "base/mem.h"
#include "judge/forecast.h"

static const char *const states[] = {
	[GF_STATE_DRAFT] = "draft", [GF_STATE_PAUSED] = "paused",
	[GF_STATE_DROPPED] = "dropped", [GF_STATE_NOT_STARTED] = "not-started",
	[GF_STATE_ACHIEVED] = "achieved", [GF_STATE_MISSED] = "missed",
	[GF_STATE_ON_TRACK] = "on-track", [GF_STATE_BEHIND] = "behind",
	[GF_STATE_AT_RISK] = "at-risk", [GF_STATE_STALE] = "stale",
	[GF_STATE_UNKNOWN] = "unknown",
};

_Static_assert(GF_LEN(states) == GF_STATES, "a word for every state");

const char *
gf_state_name(enum gf_state s)
{
	return states[s];
}

/* Always true, so that a rule can say that it held. */
static bool
verdict(struct gf_pace *p, enum gf_state state, const char *rule)
{
	p->state = state;
	p->rule = rule;
	return true;
}

static bool
all_gone(const struct gf_facts *f, const struct gf_pace *p)
{
	return p->known &&
	    gf_ratio_cmp(f->progress, GF_RATIO_ONE) >= 0;
}

static bool
rests(const struct gf_goal *g, gf_day day)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_PAUSED, &items);

	return gf_vals_cover(items, n, day);
}

static bool
closed(const struct gf_facts *f, struct gf_pace *p)
{
	if (gf_rec_word(gf_goal_sub(f->goal, GOAL_CLOSE), CLOSE_VERDICT, -1) ==
	    VERDICT_ACHIEVED)
		return verdict(p, GF_STATE_ACHIEVED,
		    "closed, and its verdict says so");
	if (all_gone(f, p))
		return verdict(p, GF_STATE_ACHIEVED,
		    "closed with the target reached");
	return verdict(p, GF_STATE_MISSED, "closed short of the target");
}

/* Rules 1 and 2: what is written decides. */
static bool
stored(const struct gf_facts *f, struct gf_pace *p)
{
	const struct gf_goal *g = f->goal;
	int word = gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE);

	if (word == STATUS_DRAFT)
		return verdict(p, GF_STATE_DRAFT, "its status says so");
	if (word == STATUS_PAUSED)
		return verdict(p, GF_STATE_PAUSED, "its status says so");
	if (word == STATUS_DROPPED)
		return verdict(p, GF_STATE_DROPPED, "its status says so");
	if (gf_goal_get(g, GOAL_CLOSE) != NULL || word == STATUS_DONE)
		return closed(f, p);
	if (!rests(g, f->plan->today))
		return false;
	return verdict(p, GF_STATE_PAUSED, "it rests today");
}

/* Working days after one day through another. */
static int
workdays_between(const struct gf_facts *f, gf_day after, gf_day through)
{
	struct gf_work w;

	gf_work_init(&w, f->goal, after + 1, through, false, f->arena);
	return w.all ? 0 : gf_work_count(&w, after + 1, through);
}

/* Whether more than two rhythms of readings have passed since a day. */
static bool
overdue(const struct gf_facts *f, gf_day since)
{
	const struct gf_val *v = gf_goal_measure(f->goal, MEASURE_EVERY);
	gf_day today = f->plan->today;

	if (v == NULL)
		return gf_num_cmp(GF_NUM(today - since),
		    gf_facts_threshold(f, GF_TH_STALE)) > 0;
	if (v->u.every.kind == GF_EVERY_WORKDAY)
		return workdays_between(f, since, today) > 2 * v->u.every.n;
	return today - since > 2 * (gf_day)gf_every_days(v->u.every);
}

/* Rules 6 and 7: silence makes a goal stale, never worse. */
static bool
silent(const struct gf_facts *f, struct gf_pace *p)
{
	if (f->n == 0) {
		if (p->start != GF_NO_DAY && overdue(f, p->start))
			return verdict(p, GF_STATE_STALE,
			    "no reading since it started");
		return verdict(p, GF_STATE_UNKNOWN, "no reading yet");
	}
	return overdue(f, p->as_of) && verdict(p, GF_STATE_STALE,
	    "the newest reading is older than two of its intervals");
}

/* Whether from, to and readings are whole numbers of things, and many. */
static bool
things(const struct gf_facts *f, const struct gf_pace *p)
{
	struct gf_str unit = gf_goal_unit(f->goal);
	enum gf_unit_kind kind = gf_unit_kind(unit);

	if ((kind != GF_UNIT_FREE && kind != GF_UNIT_COUNT) ||
	    !gf_num_whole(p->from) || !gf_num_whole(p->to) ||
	    gf_num_cmp(gf_num_abs(f->span),
	    gf_facts_threshold(f, GF_TH_NOISE_UNITS)) < 0)
		return false;
	for (size_t i = 0; i < f->n; i++)
		if (!gf_num_whole(f->readings[i].value))
			return false;
	return true;
}

static struct gf_ratio
share(const struct gf_facts *f, enum gf_threshold t)
{
	return gf_ratio_of(gf_facts_threshold(f, t));
}

/* Rule 8: too early, or too near the line, to say anything. */
static bool
noise(const struct gf_facts *f, const struct gf_pace *p,
    struct gf_ratio expected)
{
	const struct gf_line *l = &f->line;
	struct gf_ratio apart = gf_ratio_sub(f->progress, expected);
	struct gf_ratio early = gf_ratio(gf_work_weight(&l->work, p->start,
	    p->as_of < p->due ? p->as_of : p->due), l->total);

	if (gf_ratio_cmp(early, share(f, GF_TH_NOISE_TIME)) <= 0)
		return true;
	apart = gf_ratio_abs(apart);
	if (gf_ratio_cmp(apart, share(f, GF_TH_NOISE_SPAN)) < 0)
		return true;
	return things(f, p) && gf_ratio_cmp(apart,
	    gf_ratio(GF_NUM(1), gf_num_abs(f->span))) < 0;
}

/* Whether progress is at least a share of what was expected. */
static bool
reaches(const struct gf_facts *f, struct gf_ratio expected, enum gf_threshold t)
{
	if (expected.n.m > 0)
		expected = gf_ratio_mul(expected, share(f, t));
	return gf_ratio_cmp(f->progress, expected) >= 0;
}

/* Rules 8 and 9, and what stands in their place for a level. */
static void
compare(const struct gf_facts *f, struct gf_pace *p)
{
	struct gf_ratio expected;

	if (p->level) {
		if (gf_facts_inside(f, f->readings[f->n - 1].value))
			verdict(p, GF_STATE_ON_TRACK,
			    "the newest reading is inside its bounds");
		else
			verdict(p, GF_STATE_AT_RISK,
			    "the newest reading is outside its bounds");
		return;
	}
	if (!p->known || !p->dated) {
		verdict(p, GF_STATE_UNKNOWN, !p->known ?
		    "no target to compare with" :
		    "no start or no due date to compare with");
		return;
	}
	expected = gf_line_at(&f->line, p->as_of);
	if (noise(f, p, expected))
		verdict(p, GF_STATE_ON_TRACK,
		    "too early or too near the line to tell");
	else if (reaches(f, expected, GF_TH_ON_TRACK))
		verdict(p, GF_STATE_ON_TRACK, "what was expected is there");
	else if (reaches(f, expected, GF_TH_BEHIND))
		verdict(p, GF_STATE_BEHIND, "short of what was expected");
	else
		verdict(p, GF_STATE_AT_RISK, "far short of what was expected");
}

static void
judge(const struct gf_facts *f, struct gf_pace *p)
{
	gf_day today = f->plan->today;
	bool over = p->due != GF_NO_DAY && today > p->due;

	if (stored(f, p))
		return;
	if (p->start != GF_NO_DAY && today < p->start)
		verdict(p, GF_STATE_NOT_STARTED, "its first day is to come");
	else if (all_gone(f, p) && (!p->level || over))
		verdict(p, GF_STATE_ACHIEVED, "the target is reached");
	else if (over)
		verdict(p, GF_STATE_MISSED,
		    "past its due date short of the target");
	else if (!silent(f, p))
		compare(f, p);
}

void
gf_pace_state(const struct gf_plan *plan, const struct gf_goal *g,
    struct gf_arena *arena, struct gf_pace *p)
{
	struct gf_facts f;

	gf_facts_read(&f, plan, g, arena, p);
	judge(&f, p);
}

/* Days ahead count from the reading, days left from today. */
static void
count_days(const struct gf_facts *f, struct gf_pace *p)
{
	const struct gf_work *w = &f->line.work;
	gf_day reach;

	p->days_left = gf_work_count(w, f->plan->today + 1 > p->start ?
	    f->plan->today + 1 : p->start, p->due);
	if (!p->measured)
		return;
	reach = gf_line_reach(&f->line, f->progress);
	p->days_ahead = reach >= p->as_of ?
	    gf_work_count(w, p->as_of + 1, reach) :
	    -gf_work_count(w, reach + 1, p->as_of);
}

/* What each day that is left must bring. */
static void
count_need(const struct gf_facts *f, struct gf_pace *p)
{
	unsigned week = f->line.work.every_day ? 7 :
	    gf_rec_bits(f->goal->config->calendar.workdays);
	struct gf_num left = GF_NUM(p->days_left), rest;

	if (p->days_left == 0 || !p->measured ||
	    !gf_num_sub(p->to, p->current, &rest))
		return;
	p->per_day = gf_ratio_num(gf_ratio(rest, left));
	p->per_week = gf_ratio_num(gf_ratio_mul(gf_ratio(rest, left),
	    gf_ratio_of(GF_NUM(week))));
}

/* The last rule says its numbers: a verdict without them is noise. */
static const char *
numbers(const struct gf_facts *f, const struct gf_pace *p)
{
	struct gf_buf b = { 0 };
	const char *said;

	gf_num_print(&b, gf_num_round(p->ratio, 2));
	gf_buf_text(&b, " of what was expected: on-track from ");
	gf_num_print(&b, gf_facts_threshold(f, GF_TH_ON_TRACK));
	gf_buf_text(&b, ", behind from ");
	gf_num_print(&b, gf_facts_threshold(f, GF_TH_BEHIND));
	said = gf_arena_copy(f->arena, b.p, b.n);
	gf_buf_release(&b);
	return said;
}

void
gf_pace_of(const struct gf_plan *plan, const struct gf_goal *g,
    struct gf_arena *arena, struct gf_pace *p)
{
	struct gf_facts f;
	struct gf_ratio expected;

	gf_facts_read(&f, plan, g, arena, p);
	judge(&f, p);
	if (!p->dated)
		return;
	expected = gf_line_at(&f.line, plan->today);
	p->expected_today = gf_ratio_num(expected);
	if (p->aimed)
		p->stand = gf_ratio_along(p->from, f.span, expected);
	count_days(&f, p);
	count_need(&f, p);
	gf_forecast(&f, p);
	if (!p->measured)
		return;
	expected = gf_line_at(&f.line, p->as_of);
	p->expected = gf_ratio_num(expected);
	if (expected.n.m != 0)
		p->ratio = gf_ratio_num(gf_ratio_div(f.progress, expected));
	if (p->state == GF_STATE_BEHIND || p->state == GF_STATE_AT_RISK ||
	    (p->state == GF_STATE_ON_TRACK && expected.n.m > 0 &&
	    !noise(&f, p, expected)))
		p->rule = numbers(&f, p);
}

struct gf_num
gf_work_days(const struct gf_goal *g, struct gf_arena *arena, gf_day first,
    gf_day last)
{
	struct gf_work w;

	if (last < first)
		return GF_NUM(0);
	gf_work_init(&w, g, first, last, false, arena);
	return w.all ? GF_NUM(0) : gf_num_round(gf_work_weight(&w, first,
	    last), 6);
}

bool
gf_expected(const struct gf_plan *plan, const struct gf_goal *g,
    struct gf_arena *arena, gf_day day, struct gf_num *out)
{
	struct gf_facts f;
	struct gf_pace p;

	gf_facts_read(&f, plan, g, arena, &p);
	if (p.dated)
		*out = gf_ratio_num(gf_line_at(&f.line, day));
	return p.dated;
}
