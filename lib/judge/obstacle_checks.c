#include "judge/align.h"
#include "judge/answer.h"
#include "judge/obstacle.h"
#include "judge/same.h"
#include "judge/smart.h"

/* Call for every obstacle of the goal on trial that may still come. */
static void
each(struct gf_case *c, const struct gf_check *check,
    void (*judge)(struct gf_case *, const struct gf_check *,
    const struct gf_obstacle *))
{
	struct gf_obstacle o;

	for (size_t i = 0; i < gf_obstacle_count(c->goal); i++)
		if (gf_obstacle_read(&o, c->goal, i) && gf_obstacle_live(&o))
			judge(c, check, &o);
}

static void
judge_if(struct gf_case *c, const struct gf_check *check,
    const struct gf_obstacle *o)
{
	const struct gf_val *when = gf_rec_get(o->rec, OBSTACLE_WHEN);
	struct gf_words w = gf_words_read(gf_val_text(when), c->scratch);

	if (w.n > 1 && (gf_str_is(w.v[0], "if") ||
	    gf_str_starts(w.text, "in case ")))
		gf_case_say(c, check, when, "the cue begins with '%.*s': it "
		    "will come, the plan is for when", (int)w.v[0].n,
		    w.v[0].p);
}

static void
if_for_when(struct gf_case *c, const struct gf_check *check)
{
	each(c, check, judge_if);
}

static void
judge_several(struct gf_case *c, const struct gf_check *check,
    const struct gf_obstacle *o)
{
	const struct gf_val *then = gf_rec_get(o->rec, OBSTACLE_THEN);

	if (then != NULL && (gf_actions_several(gf_val_text(then),
	    c->scratch) || gf_actions_row(gf_val_text(then), c->scratch)))
		gf_case_say(c, check, then, "the plan is several actions: "
		    "which one comes first?");
}

static void
several(struct gf_case *c, const struct gf_check *check)
{
	each(c, check, judge_several);
}

static void
judge_control(struct gf_case *c, const struct gf_check *check,
    const struct gf_obstacle *o)
{
	const struct gf_val *then = gf_rec_get(o->rec, OBSTACLE_THEN);
	const struct gf_val *control = gf_rec_get(o->rec, OBSTACLE_CONTROL);

	if (control != NULL && then != NULL &&
	    gf_str_is(gf_val_text(control), "none"))
		gf_case_say(c, check, control, "nobody here controls this: "
		    "is the answer to it in the hands of its owner?");
}

static void
no_control(struct gf_case *c, const struct gf_check *check)
{
	each(c, check, judge_control);
}

static void
only_outer(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_val *first = NULL;
	struct gf_obstacle o;

	for (size_t i = 0; i < gf_obstacle_count(c->goal); i++) {
		if (!gf_obstacle_read(&o, c->goal, i))
			return;
		if (!gf_str_is(gf_rec_text(o.rec, OBSTACLE_SIDE), "outer"))
			return;
		if (first == NULL)
			first = o.val;
	}
	if (first != NULL)
		gf_case_say(c, check, first, "all obstacles named here come "
		    "from outside");
}

static void
judge_cost(struct gf_case *c, const struct gf_check *check,
    const struct gf_obstacle *o)
{
	const struct gf_val *likelihood = gf_rec_get(o->rec,
	    OBSTACLE_LIKELIHOOD);

	if (likelihood != NULL && gf_rec_raw(o->rec, OBSTACLE_COST) == NULL)
		gf_case_say(c, check, likelihood, "how likely is said, and "
		    "not what it would cost");
}

static void
no_cost(struct gf_case *c, const struct gf_check *check)
{
	each(c, check, judge_cost);
}

/* The last day on which an obstacle was looked at, as far as is written. */
static gf_day
touched(const struct gf_obstacle *o)
{
	const struct gf_val *hits;
	size_t n = gf_rec_list(o->rec, OBSTACLE_HITS, &hits);
	gf_day last = gf_goal_start(o->goal);

	for (size_t i = 0; i < n; i++) {
		const struct gf_val *day = gf_rec_get(gf_val_rec(&hits[i]),
		    HIT_DATE);

		if (day != NULL && day->u.span.last > last)
			last = day->u.span.last;
	}
	return last;
}

/* One date that is over says as much of all of them: it is said once. */
static void
untouched(struct gf_case *c, const struct gf_check *check)
{
	struct gf_num most = gf_case_threshold(c, GF_TH_OBSTACLE_AGE);
	const struct gf_val *first = NULL;
	struct gf_obstacle o;
	int64_t least = INT64_MAX;
	unsigned n = 0;

	for (size_t i = 0; i < gf_obstacle_count(c->goal); i++) {
		int64_t days;

		if (!gf_obstacle_read(&o, c->goal, i) ||
		    !gf_obstacle_live(&o) || touched(&o) == GF_NO_DAY)
			continue;
		days = (int64_t)c->plan->today - touched(&o);
		if (gf_num_cmp(GF_NUM(days), most) <= 0)
			continue;
		first = first ? first : o.val;
		least = days < least ? days : least;
		n++;
	}
	if (first != NULL)
		gf_case_say(c, check, first, "nobody has touched %s for "
		    "%lld days", n == 1 ? "this" : "these obstacles",
		    (long long)least);
}

static void
judge_owner(struct gf_case *c, const struct gf_check *check,
    const struct gf_obstacle *o)
{
	const struct gf_val *owner = gf_rec_get(o->rec, OBSTACLE_OWNER);
	const struct gf_party *p = owner != NULL ? gf_plan_party(c->plan,
	    gf_val_text(owner), NULL) : NULL;

	if (p != NULL && gf_party_left(c->plan, p))
		gf_case_say(c, check, owner, "'%.*s' looks after it and has "
		    "left", (int)owner->ntext, owner->text);
}

static void
owner_gone(struct gf_case *c, const struct gf_check *check)
{
	each(c, check, judge_owner);
}

/* Whether somebody did something about a hit. */
static bool
answered(const struct gf_val *hit)
{
	struct gf_str plan = hit->bad ? GF_STR("used") :
	    gf_rec_text(hit->u.rec, HIT_PLAN);

	return gf_str_is(plan, "used") || gf_str_is(plan, "other");
}

static void
judge_hit(struct gf_case *c, const struct gf_check *check,
    const struct gf_obstacle *o)
{
	const struct gf_val *hits;
	size_t n = gf_rec_list(o->rec, OBSTACLE_HITS, &hits);

	if (n > 0 && !answered(&hits[n - 1]))
		gf_case_say(c, check, &hits[n - 1], "it has happened, and "
		    "nothing says what was done");
	else if (n == 0 && o->state == GF_OBSTACLE_HIT)
		gf_case_say(c, check, gf_rec_get(o->rec, OBSTACLE_STATUS),
		    "it has happened, and no hit says what was done");
}

static void
no_answer(struct gf_case *c, const struct gf_check *check)
{
	each(c, check, judge_hit);
}

/* Names of metrics are looked up in one table for the whole plan. */
static void
watches(struct gf_case *c, const struct gf_check *check, bool broken)
{
	struct gf_metrics m;

	gf_metrics_init(&m, c->plan, c->scratch);
	for (size_t i = 0; i < c->plan->ngoals; i++) {
		struct gf_goal *g = c->plan->goals[i];
		struct gf_case one = gf_case_of(c, g);

		for (size_t k = 0; g->doc->given && g->open &&
		    gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) !=
		    STATUS_PAUSED && k < gf_obstacle_count(g); k++) {
			struct gf_obstacle o;
			struct gf_watch w;

			if (!gf_obstacle_read(&o, g, k) ||
			    !gf_obstacle_live(&o))
				continue;
			w = gf_watch_of(&m, &o);
			if (broken && w.state == GF_WATCH_BROKEN)
				gf_case_say(&one, check, gf_rec_get(o.rec,
				    OBSTACLE_WATCH), "%s", w.why);
			else if (!broken && w.state == GF_WATCH_TRUE)
				gf_case_say(&one, check, gf_rec_get(o.rec,
				    OBSTACLE_WATCH), "this is so since the "
				    "reading of '%.*s': %s",
				    (int)w.goal->id.n, w.goal->id.p,
				    gf_case_num(&one, w.value));
		}
	}
	gf_metrics_release(&m);
}

static void
watch_true(struct gf_case *c, const struct gf_check *check)
{
	watches(c, check, false);
}

static void
watch_broken(struct gf_case *c, const struct gf_check *check)
{
	watches(c, check, true);
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "O01", .name = "if-for-when", .level = GF_NOTE,
	    .letters = "",
	    .about = "a cue says if where when is meant",
	    .ask = "It comes on a Tuesday: how do you notice?",
	    .why = "A plan that waits for a cue one can see is started "
	    "without a decision; an if is weighed first (Gollwitzer and "
	    "Sheeran 2006)",
	    .bad = "when: if the demo might not work",
	    .good = "when: the demo shows an error",
	    .fix = "say what is seen or heard when it happens" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = if_for_when },
	{ .check = { .id = "O02", .name = "several-actions",
	    .level = GF_NOTE, .letters = "",
	    .about = "the plan for an obstacle is several actions",
	    .ask = "Which of these do you do before you have thought?",
	    .why = "One cue starts one action; the second is a decision "
	    "again",
	    .bad = "then: call the owner and write a new offer",
	    .good = "then: call the owner",
	    .fix = "keep the first; the rest belongs in a second obstacle or "
	    "under later" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = several },
	{ .check = { .id = "O03", .name = "beyond-control",
	    .level = GF_NOTE, .letters = "",
	    .about = "an obstacle that its owner does not control at all",
	    .ask = "Which part of the answer is yours alone?",
	    .why = "Attitude, actions and reactions are always one's own, "
	    "whatever happens is not",
	    .bad = "control: none, then: the board decides again",
	    .good = "control: none, then: I show the board the two figures",
	    .fix = "let then be something that the owner does; an obstacle "
	    "may be out of control, its answer may not" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = no_control },
	{ .check = { .id = "O04", .name = "only-outer", .level = GF_NOTE,
	    .letters = "",
	    .about = "all obstacles of a goal come from outside",
	    .ask = "And which habit or mood of yours could get in the way?",
	    .why = "People who name only what others do leave out what they "
	    "can change soonest",
	    .bad = "obstacles that all say side: outer",
	    .good = "one more with side: inner",
	    .fix = "ask for one habit; inner ones are shown to the coach "
	    "alone" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = only_outer },
	{ .check = { .id = "O05", .name = "no-cost", .level = GF_NOTE,
	    .letters = "",
	    .about = "an obstacle says how likely it is and not what it costs",
	    .ask = "When it happens, how much of the goal is gone?",
	    .why = "What is likely and cheap can wait; only the product of "
	    "both ranks",
	    .bad = "likelihood: 40%",
	    .good = "likelihood: 40%, cost: 2 clinics",
	    .fix = "write the cost in the unit of the goal, or in days" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = no_cost },
	{ .check = { .id = "O06", .name = "untouched", .level = GF_NOTE,
	    .letters = "",
	    .about = "nobody has touched an obstacle for two months",
	    .ask = "Can it still happen, and would you still do that?",
	    .why = "Plans are remembered for weeks, and obstacles pass",
	    .bad = "an obstacle of the first day, in the third month",
	    .good = "status: passed, or a hit with its date",
	    .fix = "say that it has passed or is retired, or set "
	    "thresholds.obstacle-age higher" },
	    .on = GF_ON_ACTIVE, .goal = untouched },
	{ .check = { .id = "O07", .name = "owner-gone",
	    .level = GF_WARNING, .letters = "",
	    .about = "who looks after an obstacle has left",
	    .ask = "Who looks after it now?",
	    .why = "A watch that nobody keeps is none",
	    .bad = "owner: johan, who left in April",
	    .good = "owner: kenji",
	    .fix = "name somebody who is there, or nobody: then it is the "
	    "owner of the goal" },
	    .on = GF_ON_OPEN, .goal = owner_gone },
	{ .check = { .id = "O08", .name = "hit-without-answer",
	    .level = GF_WARNING, .letters = "",
	    .about = "an obstacle has happened and nothing says what was done",
	    .ask = "What did you do, and did it help?",
	    .why = "Obstacles that nobody foresaw are dealt with in the next "
	    "talk; what worked is the only thing others can learn from",
	    .bad = "hits: [{date: 2026-05-04, plan: not}]",
	    .good = "hits: [{date: 2026-05-04, plan: other, worked: yes}]",
	    .fix = "obstacles hit GOAL/OBSTACLE --plan used --worked yes" },
	    .on = GF_ON_OPEN, .goal = no_answer },
	{ .check = { .id = "O09", .name = "watch-true",
	    .level = GF_WARNING, .letters = "",
	    .about = "what an obstacle watches for is so today",
	    .ask = "It is there: do you do what you planned?",
	    .why = "The cue is in the readings before anybody says it",
	    .bad = "watch: ana-calls < 20, and the newest reading is 12",
	    .good = "a hit that says what was done",
	    .fix = "act, then write a hit; or mark it passed" },
	    .plan = watch_true },
	{ .check = { .id = "O10", .name = "watch-unreadable",
	    .level = GF_WARNING, .letters = "",
	    .about = "a watch that cannot be read",
	    .ask = "Which reading would show it?",
	    .why = "A watch that is not understood never speaks",
	    .bad = "watch: calls too low",
	    .good = "watch: ana-calls < 20",
	    .fix = "NAME OP QUANTITY; NAME is the id of a goal, or what "
	    "exactly one goal measures" },
	    .plan = watch_broken },
};
const struct gf_catalog gf_obstacle_checks = { rows, GF_LEN(rows) };
