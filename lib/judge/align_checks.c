#include <limits.h>

#include "base/mem.h"
#include "judge/align.h"
#include "judge/judge.h"
#include "judge/usage.h"

/* Add the other goal to a finding about a link. */
static void
point_up(struct gf_finding *f, const struct gf_link *l, const char *said)
{
	f->other = gf_goal_head(l->parent);
	f->other_said = gf_str(said);
	f->other_goal = l->parent->id;
}

static void
outdated(struct gf_case *c, const struct gf_check *check)
{
	struct gf_buf what = { 0 };

	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = &c->goal->links[i];
		char now[GF_PRINT_SIZE];

		if (!gf_link_outdated(l, now))
			continue;
		gf_buf_clear(&what);
		gf_link_changes(l, &what);
		point_up(gf_case_say(c, check, gf_link_val(l),
		    "'%.*s' has changed since this link was accepted: %s",
		    (int)l->id.n, l->id.p, what.p), l,
		    "the goal that changed");
	}
	gf_buf_release(&what);
}

static void
twice(struct gf_case *c, const struct gf_check *check)
{
	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = gf_link_again(&c->goal->links[i]);
		struct gf_finding *f;

		if (l == NULL)
			continue;
		f = gf_case_say(c, check, gf_link_val(l), "'%.*s' is named "
		    "twice", (int)l->id.n, l->id.p);
		f->other = gf_goal_place(c->goal,
		    gf_link_val(&c->goal->links[i]));
		f->other_said = GF_STR("first named here");
		f->other_goal = l->parent->id;
	}
}

static void
ambiguous(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;

	if (!g->owner_ambiguous)
		return;
	gf_case_say(c, check, gf_goal_get(g, GOAL_OWNER),
	    "two documents have the name '%.*s'; write the id, such as "
	    "'%.*s'", (int)g->owner_text.n, g->owner_text.p,
	    (int)g->owner->id.n, g->owner->id.p);
}

static void
to_closed(struct gf_case *c, const struct gf_check *check)
{
	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = &c->goal->links[i];

		if (l->parent != NULL && !l->parent->open)
			point_up(gf_case_say(c, check, gf_link_val(l),
			    "'%.*s' is closed and this goal is open",
			    (int)l->id.n, l->id.p), l, "the closed goal");
	}
}

static void
to_paused(struct gf_case *c, const struct gf_check *check)
{
	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = &c->goal->links[i];

		if (l->parent != NULL && l->parent->open &&
		    gf_goal_word(l->parent, GOAL_STATUS, -1) == STATUS_PAUSED)
			point_up(gf_case_say(c, check, gf_link_val(l),
			    "'%.*s' is paused and this goal is not",
			    (int)l->id.n, l->id.p), l, "the paused goal");
	}
}

static void
units_differ(struct gf_case *c, const struct gf_check *check)
{
	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = &c->goal->links[i];
		struct gf_str mine, theirs;

		if (!gf_link_unit_differs(l))
			continue;
		mine = gf_goal_unit(c->goal);
		theirs = gf_goal_unit(l->parent);
		point_up(gf_case_say(c, check, gf_link_val(l),
		    "this goal counts '%.*s' and '%.*s' counts '%.*s'; %s "
		    "via: {per, gives}", (int)mine.n, mine.p, (int)l->id.n,
		    l->id.p, (int)theirs.n, theirs.p, gf_rec_get(l->rec,
		    SUPPORT_VIA) ? "let both units stand in" : "add"), l,
		    "counted here");
	}
}

static void
needs(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;
	const struct gf_val *items;
	uint64_t *deep = NULL;
	struct gf_graph graph;

	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, plan->goals[i]);
		size_t n = gf_goal_list(one.goal, GOAL_NEEDS, &items);

		if (n == 0 || !one.goal->open || !one.goal->doc->given)
			continue;
		if (deep == NULL) {
			gf_graph_init(&graph, plan, c->scratch);
			deep = gf_carried_deep(&graph, c->scratch);
		}
		for (size_t k = 0; k < n; k++) {
			struct gf_str word = gf_val_text(&items[k]);
			uint64_t bit = items[k].bad ? 0 :
			    GF_LEVEL_BIT(items[k].u.n);

			if ((deep[i] & bit) == bit)
				continue;
			/* the same word a second time says nothing new */
			deep[i] |= bit;
			gf_case_say(&one, check, &items[k],
			    "no goal of level '%.*s' serves this one",
			    (int)word.n, word.p);
		}
	}
}

static void
uncovered(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;

	if (g->level != LEVEL_COMPANY || c->plan->ngoals < 2)
		return;
	for (const struct gf_link *l = g->children; l; l = l->next_child)
		if (l->child != g && gf_goal_word(l->child, GOAL_STATUS, -1) !=
		    STATUS_DROPPED)
			return;
	gf_case_miss(c, check, "", "no goal serves this one");
}

static bool
serves_somebody(const struct gf_goal *g)
{
	const struct gf_val *items;

	return gf_goal_has(g, GOAL_SUPPORTS) ||
	    gf_goal_list(g, GOAL_SERVES, &items) > 0;
}

/* How high the highest goal of the plan stands, INT_MAX if none says. */
static int
highest(const struct gf_plan *plan)
{
	int top = INT_MAX;

	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_goal *g = plan->goals[i];
		int rank = gf_config_rank(g->config, g->level);

		if (rank >= 0 && rank < top)
			top = rank;
	}
	return top;
}

/* Whether a goal stands where one above it could be served. */
static bool
is_below(const struct gf_goal *g, int top)
{
	if (g->level == LEVEL_PERSONAL)
		return false;
	return g->level < 0 ? g->children == NULL :
	    gf_config_rank(g->config, g->level) > top;
}

static void
orphan(struct gf_case *c, const struct gf_check *check)
{
	struct gf_buf day = { 0 };
	gf_day until;

	if (serves_somebody(c->goal) || gf_goal_unaligned(c->plan, c->goal, &until) ||
	    !gf_usage_asks(c->usage, c->goal, GF_USE_LINK))
		return;
	if (until == GF_NO_DAY) {
		gf_case_miss(c, check, "", "this goal serves no other");
		return;
	}
	gf_day_print(&day, until);
	gf_case_say(c, check, gf_goal_get(c->goal, GOAL_UNALIGNED),
	    "this goal serves no other, and the reason for that ended on %s",
	    day.p);
	gf_buf_release(&day);
}

static void
orphans(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;
	int top = highest(plan);

	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, plan->goals[i]);

		if (one.goal->open && one.goal->doc->given &&
		    is_below(one.goal, top))
			orphan(&one, check);
	}
}

/* Whether a person will come later. */
static bool
is_to_come(const struct gf_plan *plan, const struct gf_party *p)
{
	const struct gf_val *from = gf_rec_get(p->rec, PERSON_FROM);

	return from != NULL && from->u.span.first > plan->today;
}

static void
without_goal(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;
	struct gf_map busy = { 0 };

	for (size_t i = 0; i < plan->ngoals; i++)
		if (plan->goals[i]->open && plan->goals[i]->owner != NULL)
			gf_map_put(&busy, plan->goals[i]->owner->id,
			    plan->goals[i]);
	for (size_t i = 0; plan->ngoals > 0 && i < plan->nparties; i++) {
		const struct gf_party *p = plan->parties[i];
		struct gf_finding *f;

		if (!p->doc->given || p->kind != GF_PERSON || p->id.n == 0 ||
		    gf_map_get(&busy, p->id) != NULL || gf_party_left(plan, p) ||
		    is_to_come(plan, p))
			continue;
		f = gf_finding_add(c->out, check, (struct gf_place){ p->doc,
		    gf_rec_at(p->rec) }, "'%.*s' owns no open goal", (int)p->id.n,
		    p->id.p);
		f->goal = p->id;
	}
	gf_map_release(&busy);
}

static void
no_company(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;
	struct gf_goal *first = NULL;

	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_goal *g = plan->goals[i];

		if (g->level == LEVEL_COMPANY)
			return;
		if (first == NULL && g->doc->given && g->open &&
		    !gf_goal_half_alone(g))
			first = g;
	}
	if (first != NULL) {
		struct gf_case one = gf_case_of(c, first);

		gf_case_miss(&one, check, "", "no goal of this plan is a "
		    "goal of the company");
	}
}

static void
gone(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *until;
	struct gf_buf day = { 0 };
	struct gf_finding *f;

	if (g->owner == NULL || g->owner_ambiguous ||
	    !gf_party_left(c->plan, g->owner))
		return;
	until = gf_rec_get(g->owner->rec, PERSON_UNTIL);
	gf_day_print(&day, until->u.span.last);
	f = gf_case_say(c, check, gf_goal_get(g, GOAL_OWNER),
	    "'%.*s' left on %s and the goal is open", (int)g->owner->id.n,
	    g->owner->id.p, day.p);
	f->other = (struct gf_place){ g->owner->doc, until->at };
	f->other_said = GF_STR("the last day");
	gf_buf_release(&day);
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "L01", .name = "outdated-link",
	    .level = GF_WARNING, .letters = "R",
	    .about = "the goal that is served has changed since the link was "
	    "accepted",
	    .ask = "Does your goal still serve it as it reads now?",
	    .why = "A link is a promise about two goals; when one of them "
	    "changes nobody tells the other",
	    .bad = "supports: [{goal: north, seen: 1f2e3d4c5b6a7988}] after "
	    "north moved", .good = "the same with north's fingerprint of today",
	    .fix = "read the other goal, then sign the link again: alignmap "
	    "accept ID" },
	    .on = GF_ON_OPEN, .goal = outdated },
	{ .check = { .id = "L02", .name = "link-twice", .level = GF_WARNING,
	    .letters = "R", .about = "one goal is named twice in supports",
	    .ask = "Was another goal meant?",
	    .why = "Shares that are counted twice make sums that nobody can "
	    "explain",
	    .bad = "supports: [north, north]", .good = "supports: [north]",
	    .fix = "take one of them out" },
	    .on = GF_ON_OPEN, .goal = twice },
	{ .check = { .id = "L03", .name = "ambiguous-name",
	    .level = GF_ERROR, .letters = "R",
	    .about = "the owner's name fits two documents",
	    .ask = "Which of the two is it?",
	    .why = "A goal of one of two people is a goal of neither",
	    .bad = "owner: Jo Berg, where two people have that name",
	    .good = "owner: jo-berg-2", .fix = "write the id of the person" },
	    .on = GF_ON_OPEN, .goal = ambiguous },
	{ .check = { .id = "L04", .name = "closed-parent",
	    .level = GF_WARNING, .letters = "R",
	    .about = "an open goal serves one that is closed",
	    .ask = "What is this goal for, now that the other is over?",
	    .why = "Work goes on for months for an end that has been reached "
	    "or given up",
	    .bad = "supports: [spring-fair], closed in March",
	    .good = "supports: [autumn-fair]",
	    .fix = "link it to a goal that is open, or close it too" },
	    .on = GF_ON_OPEN, .goal = to_closed },
	{ .check = { .id = "L05", .name = "paused-parent",
	    .level = GF_NOTE, .letters = "R",
	    .about = "a goal goes on that serves one which is paused",
	    .ask = "Should this one rest as well?",
	    .why = "What is paused above is seldom needed below",
	    .bad = "an active goal under a paused one",
	    .good = "both paused, or the link to another goal",
	    .fix = "pause it, or say whom else it serves" },
	    .on = GF_ON_DRAFT | GF_ON_ACTIVE, .goal = to_paused },
	{ .check = { .id = "L06", .name = "unit-mismatch",
	    .level = GF_WARNING, .letters = "R",
	    .about = "a link is to add up, but the units differ and no rate "
	    "says how",
	    .ask = "How much of that does one of these bring?",
	    .why = "Clinics do not add up to euros; with a rate they do",
	    .bad = "12 clinics contribute to 1.2M EUR",
	    .good = "via: {per: 1 clinic, gives: 10k EUR}",
	    .fix = "add via, or write how: supports" },
	    .on = GF_ON_OPEN, .goal = units_differ },
	{ .check = { .id = "L07", .name = "needs-not-met",
	    .level = GF_WARNING, .letters = "",
	    .about = "a level that must carry this goal has no goal for it",
	    .ask = "Who of that level would take it up?",
	    .why = "A goal that stops halfway down is carried by nobody's week",
	    .bad = "needs: [team], and no team's goal serves it",
	    .good = "a team's goal with supports: [it]",
	    .fix = "let a goal of that level serve it, or take the level out "
	    "of needs" },
	    .on = GF_ON_OPEN, .plan = needs },
	{ .check = { .id = "L08", .name = "nobody-carries-it",
	    .level = GF_WARNING, .letters = "",
	    .about = "no goal serves this goal of the company",
	    .ask = "Whose goal makes this one come true?",
	    .why = "What the company wants happens in goals of teams and "
	    "people, or not at all",
	    .bad = "a goal of the company that stands alone",
	    .good = "a team's goal with supports: [it]",
	    .fix = "link the goals that carry it, or drop it" },
	    .on = GF_ON_OPEN, .goal = uncovered },
	{ .check = { .id = "L09", .name = "serves-nobody",
	    .level = GF_WARNING, .letters = "R",
	    .about = "a goal serves no other goal and nobody's WHY",
	    .ask = "What gets better for somebody else when this is reached?",
	    .why = "Effort that nobody above asked for is the first to be cut "
	    "and the last to be thanked",
	    .bad = "an individual goal without supports",
	    .good = "supports: [support-mood], or unaligned: {because: a bet "
	    "of our own, until: 2026-12-31}",
	    .fix = "link it, or say in unaligned why the gap is meant" },
	    .on = GF_ON_OPEN, .plan = orphans },
	{ .check = { .id = "L10", .name = "owner-without-goal",
	    .level = GF_NOTE, .letters = "",
	    .about = "a person of the plan owns no open goal",
	    .ask = "What would this person like to reach?",
	    .why = "Coaching needs a goal that is one's own",
	    .bad = "person: mara, and no goal of hers",
	    .good = "one goal with owner: mara",
	    .fix = "agree on a goal, or say with until that the person left" },
	    .on = GF_ON_ALL, .plan = without_goal },
	{ .check = { .id = "L17", .name = "no-company-goal",
	    .level = GF_NOTE, .letters = "",
	    .about = "the plan holds no goal of the company",
	    .ask = "What does the whole house want this year?",
	    .why = "Without a top there is nothing to be in line with",
	    .bad = "goals of teams and people only",
	    .good = "one goal with level: company",
	    .fix = "write down what the company wants, or look it up with "
	    "roots in .goalfile.yaml" },
	    .on = GF_ON_ALL, .plan = no_company },
	{ .check = { .id = "L18", .name = "owner-left",
	    .level = GF_WARNING, .letters = "",
	    .about = "an open goal belongs to somebody who has left",
	    .ask = "Who takes it over, or does it end here?",
	    .why = "Nobody reads the goals of those who are gone",
	    .bad = "owner: johan, who left in April",
	    .good = "owner: ana, or status: dropped",
	    .fix = "give it to somebody who is there, or close it" },
	    .on = GF_ON_OPEN, .goal = gone },
};

const struct gf_catalog gf_align_checks = { rows, GF_LEN(rows) };
