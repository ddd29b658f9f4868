#include <string.h>

#include "judge/pace.h"
#include "judge/smart.h"

#define QUARTER 91	/* days */

/* Messages a second, cost per visit: what a machine or a price can leap. */
static bool
is_rate(struct gf_str metric)
{
	return gf_str_find(metric, " per ") < metric.n ||
	    gf_str_find(metric, " a ") < metric.n ||
	    gf_str_find(metric, "/") < metric.n;
}

static void
leap(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	gf_day start = gf_goal_start(g), due = gf_goal_due(g, NULL);
	const struct gf_val *items;
	struct gf_num from, to, gap, most, days;

	if (gf_goal_list(g, GOAL_PROGRESS, &items) > 0 || due == GF_NO_DAY ||
	    gf_map_get(&c->plan->logs, g->id) != NULL ||
	    gf_goal_list(g, GOAL_BEST, &items) > 0 ||
	    gf_goal_has(g, GOAL_OBSTACLES) || gf_goal_because(g, BECAUSE_A) ||
	    gf_case_is(c, KIND_VISION) || is_rate(gf_val_text(
	    gf_goal_measure(g, MEASURE_METRIC))) ||
	    !gf_measure_num(g, MEASURE_FROM, &from) ||
	    !gf_measure_num(g, MEASURE_TO, &to) || from.m <= 0)
		return;
	if (start == GF_NO_DAY)
		start = c->plan->today;
	days = GF_NUM((int64_t)due - start);
	if (gf_num_cmp(days, GF_NUM(QUARTER)) < 0)
		days = GF_NUM(QUARTER);
	/* the factor is for a quarter: three times as much in a third of a year more */
	if (!gf_num_sub(to, from, &gap) || !gf_num_mul(gf_case_threshold(c,
	    GF_TH_LEAP), days, &most) || !gf_num_mul(most, from, &most) ||
	    gf_num_ratio_cmp(to, GF_NUM(1), most, GF_NUM(QUARTER)) <= 0 ||
	    gf_num_cmp(gap, gf_case_threshold(c, GF_TH_LEAP_FLOOR)) < 0)
		return;
	gf_case_say(c, check, gf_goal_measure(g, MEASURE_TO),
	    "from %s to %s, and nothing says how", gf_case_num(c, from),
	    gf_case_num(c, to));
}

/* Days by the calendar; hours count as parts of one. */
static struct gf_num
calendar_days(struct gf_duration d)
{
	static const int64_t each[] = {
		[GF_DAYS] = 1, [GF_WEEKS] = 7, [GF_MONTHS] = 30,
		[GF_YEARS] = 365
	};
	struct gf_num days = GF_NUM(1);

	if (d.unit == GF_DAYS || d.unit == GF_WEEKS ||
	    d.unit == GF_MONTHS || d.unit == GF_YEARS)
		gf_num_mul(d.num, GF_NUM(each[d.unit]), &days);
	return days;
}

static void
no_runway(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *v = gf_goal_get(g, GOAL_LEAD_TIME);
	const struct gf_val *end = gf_goal_get(g, GOAL_DUE);
	struct gf_num cycle = gf_case_threshold(c, GF_TH_LEAD_TIME), need;
	gf_day start = gf_goal_start(g), due = gf_goal_due(g, NULL);

	if (v != NULL && !v->list)
		cycle = calendar_days(gf_val_duration(v));
	if (cycle.m <= 0 || due == GF_NO_DAY || end == NULL ||
	    gf_goal_has(g, GOAL_IN_FLIGHT) || gf_case_is(c, KIND_VISION) ||
	    gf_goal_because(g, BECAUSE_A))
		return;
	if (start == GF_NO_DAY || start < c->plan->today)
		start = c->plan->today;
	if (due < start || !gf_num_mul(cycle, gf_case_threshold(c,
	    GF_TH_RUNWAY), &need) ||
	    gf_num_cmp(GF_NUM((int64_t)due - start), need) >= 0)
		return;
	gf_case_say(c, check, end, "%lld days are left and one round takes "
	    "%s", (long long)due - start, gf_case_num(c, cycle));
}

/* What one person can do in a day. */
static const struct {
	const char *noun;
	int64_t most;
} daily[] = {
	{ "visit", 4 }, { "demo", 6 }, { "call", 80 }, { "interview", 5 },
};

/* The limit of a unit or of a metric that ends with its noun; 0 unknown. */
static struct gf_num
limit_of(const struct gf_case *c, struct gf_str word)
{
	const struct gf_config *config = c->goal->config;

	for (size_t i = 0; config != NULL && i < config->nunits; i++)
		if (gf_word_same(word, config->units[i].name))
			return config->units[i].most;
	for (size_t i = 0; i < GF_LEN(daily); i++)
		if (gf_word_same(word, gf_str(daily[i].noun)))
			return GF_NUM(daily[i].most);
	return GF_NUM(0);
}

static struct gf_str
last_word(struct gf_str s)
{
	struct gf_str w = s;

	while (s.n > 0)
		w = gf_str_cut(&s, ' ');
	return w;
}

/* Heads among which the work of a goal is divided, 0 if not known. */
static int64_t
heads(const struct gf_goal *g)
{
	const struct gf_val *items;

	if (g->level == LEVEL_INDIVIDUAL)
		return 1;
	if (g->owner == NULL || g->owner->kind != GF_TEAMDOC)
		return 0;
	return (int64_t)gf_rec_list(g->owner->rec, TEAM_MEMBERS, &items);
}

static void
day_arithmetic(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	gf_day start = gf_goal_start(g), due = gf_goal_due(g, NULL);
	struct gf_str unit = gf_goal_unit(g);
	struct gf_str metric = gf_val_text(gf_goal_measure(g, MEASURE_METRIC));
	struct gf_num to, from = GF_NUM(0), way, days, most, day;
	int64_t n = heads(g);

	if (n == 0 || due == GF_NO_DAY || gf_goal_holds(g) ||
	    !gf_measure_num(g, MEASURE_TO, &to) ||
	    gf_unit_kind(unit) == GF_UNIT_PERCENT)
		return;
	most = limit_of(c, unit);
	if (most.m == 0)
		most = limit_of(c, last_word(metric));
	gf_measure_num(g, MEASURE_FROM, &from);
	if (start == GF_NO_DAY)
		start = c->plan->today;
	days = gf_work_days(g, c->scratch, start, due);
	if (most.m == 0 || days.m <= 0 || due < start ||
	    !gf_num_sub(to, from, &way) ||
	    !gf_num_mul(days, GF_NUM(n), &days) ||
	    gf_num_ratio_cmp(way, days, most,
	    GF_NUM(1)) <= 0 || !gf_num_div(way, days, 1, &day))
		return;
	gf_case_say(c, check, gf_goal_measure(g, MEASURE_TO),
	    "%s a working day%s, and %s is much", gf_case_num(c, day),
	    n > 1 ? " and head" : "", gf_case_num(c, most));
}

/* Words that make a date in a `when` that of something awaited. */
static const char *const awaited_words[] = {
	"deliver", "delivered", "delivers", "delivery", "arrive", "arrives",
	"arrived", "decide", "decides", "decided", "decision", "open",
	"opens", "opened", "ship", "ships", "shipped", "released",
	"available", "ready", "starts", "installed", "until"
};

static bool
is_awaited(struct gf_str word)
{
	for (size_t w = 0; w < GF_LEN(awaited_words); w++)
		if (gf_str_is_fold(word, awaited_words[w]))
			return true;
	return false;
}

/* Whether any run of letters is one of them: most texts are not worth reading. */
static bool
may_await(struct gf_str text)
{
	struct gf_str word = { text.p, 0 };

	for (size_t i = 0; i <= text.n; i++) {
		char c = i < text.n ? (char)(text.p[i] | 0x20) : ' ';

		if (c >= 'a' && c <= 'z') {
			word.p = word.n++ > 0 ? word.p : text.p + i;
			continue;
		}
		/* the shortest has four letters */
		if (word.n > 3 && is_awaited(word))
			return true;
		word.n = 0;
	}
	return false;
}

static bool
awaited(const struct gf_title *t)
{
	for (int i = 0; i < t->tokens.n; i++)
		for (size_t w = 0; w < GF_LEN(awaited_words); w++)
			if (gf_token_is(&t->tokens, i, awaited_words[w]))
				return true;
	return false;
}

static bool
text_blocks(struct gf_case *c, const struct gf_check *check,
    const struct gf_val *v, gf_day due)
{
	struct gf_title_way way = { .words = c->words };
	const struct gf_title *t;
	struct gf_period span;
	unsigned month, day;
	int year;

	if (!may_await(gf_val_text(v)))
		return false;
	t = gf_title_read(gf_val_text(v), &way, c->scratch);
	gf_day_split(due, &year, &month, &day);
	for (int i = 0; i < t->nmoments && awaited(t); i++) {
		const struct gf_moment *m = &t->moments[i];

		if (!gf_moment_span(m, year, &c->goal->config->calendar.fiscal,
		    &span) || span.first <= due || (m->year == 0 &&
		    m->kind != GF_PERIOD_DAY && m->kind != GF_PERIOD_MONTH) ||
		    span.last < c->plan->today)
			continue;
		gf_case_say(c, check, v, "'%.*s' lies behind the end",
		    (int)m->len, t->text.p + m->off);
		return true;
	}
	return false;
}

static void
blocked(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	gf_day due = gf_goal_due(g, NULL);
	const struct gf_val *items, *v, *state;
	size_t n;

	if (due == GF_NO_DAY || gf_case_is(c, KIND_VISION))
		return;
	n = gf_goal_list(g, GOAL_ASKS, &items);
	for (size_t i = 0; i < n; i++) {
		if (items[i].bad || items[i].type != GF_T_REC)
			continue;
		v = gf_rec_get(items[i].u.rec, ASK_BY);
		state = gf_rec_get(items[i].u.rec, ASK_STATE);
		if (v == NULL || v->u.span.first == GF_NO_DAY ||
		    v->u.span.first <= due || (state != NULL &&
		    !gf_str_is(gf_val_text(state), "open")))
			continue;
		gf_case_say(c, check, v, "this comes %lld days behind the end",
		    (long long)v->u.span.first - due);
		return;
	}
	n = gf_goal_list(g, GOAL_OBSTACLES, &items);
	for (size_t i = 0; i < n; i++) {
		if (items[i].bad || items[i].list ||
		    items[i].type != GF_T_REC)
			continue;
		v = gf_rec_get(items[i].u.rec, OBSTACLE_WHEN);
		if (v != NULL && text_blocks(c, check, v, due))
			return;
	}
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "A02", .name = "pace-versus-best",
	    .level = GF_NOTE, .letters = "A",
	    .about = "the pace that is left to go is above the best ever seen",
	    .ask = "What will be different from your best month?",
	    .why = "Stretch goals tempt those who can least afford them, and "
	    "work with recent success and slack (Sitkin and others 2011); "
	    "ambition is never an error here",
	    .bad = "best: {value: 11, in: 2026-03}, and 25 a month to go",
	    .good = "the same, and because: {A: two more fitters from June}",
	    .fix = "say under because what is new (people, price, product), or "
	    "move to or due; above 1.0 of the best a note, above 1.5 a "
	    "warning (thresholds.pace-note, pace-warning)" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = gf_judge_best },
	{ .check = { .id = "A03", .name = "leap-without-history",
	    .level = GF_NOTE, .letters = "A",
	    .about = "three times as much in a quarter, and nothing that "
	    "shows how",
	    .ask = "What happened the last time that something tripled here?",
	    .why = "Own rule: a leap may be right, and then somebody knows "
	    "why; small numbers and a start from 0 are let alone",
	    .bad = "measure: {metric: stockists, from: 9, to: 80}, due in "
	    "three months",
	    .good = "the same, and because: {A: the chain takes us in all its "
	    "shops}",
	    .fix = "write because or the obstacles, or the best so far "
	    "(thresholds.leap, leap-floor)" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = leap },
	{ .check = { .id = "A04", .name = "no-runway", .level = GF_WARNING,
	    .letters = "A",
	    .about = "fewer days are left than one round of the work takes",
	    .ask = "Which of them are already under way?",
	    .why = "People needed 1.64 times as long as they had said (55.5 "
	    "days for 33.9, Buehler and others 1994), so a lead time is "
	    "taken 1.6 times",
	    .bad = "lead-time: 12 weeks, due in 7",
	    .good = "lead-time: 12 weeks, in-flight: 3",
	    .fix = "say under in-flight what has begun, or move due "
	    "(thresholds.runway, lead-time)" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = no_runway },
	{ .check = { .id = "A07", .name = "day-arithmetic",
	    .level = GF_WARNING, .letters = "A",
	    .about = "more a working day than one person can do",
	    .ask = "What would such a day look like, hour by hour?",
	    .why = "Plain arithmetic over the working days: 4 visits, 6 "
	    "demos, 80 calls, 5 interviews a day and head are taken for "
	    "much",
	    .bad = "level: individual, 300 visits in four weeks",
	    .good = "level: individual, 60 visits in four weeks",
	    .fix = "lower to, or take more hands; units: {visits: "
	    "{max-per-day: 8}} sets your own limit, and a unit without one "
	    "is let alone" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = day_arithmetic },
	{ .check = { .id = "A08", .name = "blocked-until",
	    .level = GF_WARNING, .letters = "A",
	    .about = "what the goal waits for comes after its end",
	    .ask = "Which of the two dates can move?",
	    .why = "Plain arithmetic between two dates of one document, "
	    "which nobody reads side by side",
	    .bad = "due: 2026-04-30, asks: [{of: ed, what: the mould, by: "
	    "2026-06-12}]",
	    .good = "due: 2026-07-31, and the same",
	    .fix = "move due, or ask for the part earlier; in the words of an "
	    "obstacle only dates of something awaited count (delivered, "
	    "decided, opens)" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = blocked },
};
const struct gf_catalog gf_smart_pace = { rows, GF_LEN(rows) };
