#include <string.h>

#include "base/mem.h"
#include "judge/align.h"
#include "judge/judge.h"
#include "judge/usage.h"

static bool
collective(struct gf_str owner)
{
	static const char *const words[] = {
		"team", "the team", "our team", "all", "we", "us", "everyone",
		"everybody", "anyone", "whole team", "the whole team", "staff",
		"all of us", "group", "nobody"
	};

	for (size_t i = 0; i < GF_LEN(words); i++)
		if (gf_str_is_fold(owner, words[i]))
			return true;
	return false;
}

/* Whether a text names somebody by a document of his own. */
static bool
known(const struct gf_case *c, struct gf_str who)
{
	return gf_plan_party(c->plan, gf_str_trim(who), NULL) != NULL;
}

/*
 * Tom and Jo; but R&D, and a name that a document has as a whole, are one.
 * "Ruiz, Ana" is one too, unless a document knows one of the two.
 */
static bool
two_names(const struct gf_case *c, struct gf_str who)
{
	static const char *const joints[] = { " and ", " & ", "/", "," };

	if (known(c, who))
		return false;
	for (size_t i = 0; i < GF_LEN(joints); i++) {
		size_t at = gf_str_find(who, joints[i]);
		size_t n = strlen(joints[i]);
		struct gf_str a = { who.p, at }, b;

		if (at >= who.n || at == 0 || at + n >= who.n)
			continue;
		b = gf_str_trim((struct gf_str){ who.p + at + n,
		    who.n - at - n });
		a = gf_str_trim(a);
		if (joints[i][0] == ',' && !known(c, a) && !known(c, b) &&
		    (gf_str_find(a, " ") == a.n || gf_str_find(b, " ") == b.n))
			continue;
		return a.n > 0 && b.n > 0;
	}
	return false;
}

static void
no_owner(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_goal *g = c->goal;
	const struct gf_val *v = gf_goal_get(g, GOAL_OWNER);
	struct gf_str who = g->owner_text;

	if (g->owner_many || (g->owner == NULL && two_names(c, who))) {
		gf_case_say(c, check, v, "a goal has one owner; name the one "
		    "who answers for it");
		return;
	}
	if (g->level != LEVEL_INDIVIDUAL)
		return;
	if (!gf_goal_has(g, GOAL_OWNER)) {
		if (gf_usage_asks(c->usage, g, GF_USE_OWNER))
			gf_case_miss(c, check, "owner",
			    "nobody owns this goal");
	} else if (collective(who) || (g->owner != NULL &&
	    g->owner->kind != GF_PERSON)) {
		gf_case_say(c, check, v, "'%.*s' is no one person",
		    (int)who.n, who.p);
	}
}

static void
dangling(struct gf_case *c, const struct gf_check *check)
{
	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = &c->goal->links[i];
		const struct gf_goal *now;
		struct gf_str near;

		if (l->parent != NULL)
			continue;
		now = gf_plan_former(c->plan, l->id);
		if (now != NULL) {
			gf_case_say(c, check, gf_link_val(l), "'%.*s' was "
			    "renamed to '%.*s'", (int)l->id.n, l->id.p,
			    (int)now->id.n, now->id.p);
			continue;
		}
		near = gf_plan_nearest(c->plan, l->id);
		if (near.n > 0)
			gf_case_say(c, check, gf_link_val(l), "no goal '%.*s': "
			    "did you mean '%.*s'?", (int)l->id.n, l->id.p,
			    (int)near.n, near.p);
		else
			gf_case_say(c, check, gf_link_val(l), "no goal '%.*s'",
			    (int)l->id.n, l->id.p);
	}
}

/* The link of a way's first goal to its second. */
static const struct gf_link *
step(struct gf_goal *const *way)
{
	for (uint32_t i = 0; i < way[0]->nlinks; i++)
		if (way[0]->links[i].parent == way[1])
			return &way[0]->links[i];
	return NULL;
}

/* One finding a ring, at the first of its goals that is judged. */
static void
cycle(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;
	struct gf_graph graph;
	struct gf_goal **way;
	struct gf_buf said = { 0 };
	bool *told;
	size_t n;

	gf_graph_init(&graph, plan, c->scratch);
	if (graph.nrings == 0)
		return;
	told = gf_arena_alloc(c->scratch, graph.nrings + 1);
	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, plan->goals[i]);
		uint32_t ring = graph.ring[one.goal->seq];
		const struct gf_link *l;

		if (ring == 0 || told[ring] || !one.goal->doc->given)
			continue;
		n = gf_graph_way_back(&graph, one.goal, c->scratch, &way);
		l = n > 1 ? step(way) : NULL;
		if (l == NULL)
			continue;
		told[ring] = true;
		gf_buf_clear(&said);
		gf_graph_print(&said, way, n);
		if (n == 2)
			gf_case_say(&one, check, gf_link_val(l),
			    "the goal supports itself");
		else
			gf_case_say(&one, check, gf_link_val(l),
			    "these goals support each other in a circle: %s",
			    said.p);
	}
	gf_buf_release(&said);
}

static void
upside_down(struct gf_case *c, const struct gf_check *check)
{
	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = &c->goal->links[i];
		struct gf_finding *f;

		if (!gf_link_inverted(l) || l->parent->level == LEVEL_PERSONAL)
			continue;
		f = gf_case_say(c, check, gf_link_val(l), "a goal of a higher "
		    "level supports '%.*s'", (int)l->id.n, l->id.p);
		f->other = gf_goal_head(l->parent);
		f->other_said = GF_STR("the goal of the lower level");
		f->other_goal = l->parent->id;
	}
}

static void
later_than_parent(struct gf_case *c, const struct gf_check *check)
{
	struct gf_buf due = { 0 };

	for (uint32_t i = 0; i < c->goal->nlinks; i++) {
		const struct gf_link *l = &c->goal->links[i];
		struct gf_finding *f;

		if (!gf_link_late(l))
			continue;
		gf_buf_clear(&due);
		gf_day_print(&due, gf_goal_due(l->parent, NULL));
		f = gf_case_say(c, check, gf_goal_get(c->goal, GOAL_DUE),
		    "this goal ends after '%.*s', which it serves and which "
		    "ends on %s", (int)l->id.n, l->id.p, due.p);
		f->other = gf_goal_place(l->parent,
		    gf_goal_get(l->parent, GOAL_DUE));
		f->other_said = GF_STR("the end of the goal it serves");
		f->other_goal = l->parent->id;
	}
	gf_buf_release(&due);
}

static bool
same_origin(const struct gf_doc *a, const struct gf_doc *b)
{
	return a == b || (gf_str_eq(a->origin.path, b->origin.path) &&
	    a->origin.line == b->origin.line &&
	    a->origin.col == b->origin.col);
}

/*
 * A copy: the same title and owner, so no second goal is hidden behind the id.
 */
static bool
copy(const struct gf_goal *a, const struct gf_goal *b)
{
	return gf_str_eq(gf_goal_text(a, GOAL_TITLE),
	    gf_goal_text(b, GOAL_TITLE)) &&
	    gf_str_eq(a->owner_text, b->owner_text);
}

/* Where a document first came from, as the key of a map. */
static struct gf_str
origin_key(const struct gf_doc *doc, struct gf_arena *arena)
{
	struct gf_buf b = { 0 };
	struct gf_str key;

	gf_buf_printf(&b, "%lu:%lu:", (unsigned long)doc->origin.line,
	    (unsigned long)doc->origin.col);
	gf_buf_str(&b, doc->origin.path);
	key = (struct gf_str){ gf_arena_copy(arena, b.p, b.n), b.n };
	gf_buf_release(&b);
	return key;
}

/*
 * All goals of an id in the order of the plan, each origin once: the first and
 * those behind it; returns how many.
 */
static size_t
all_of(const struct gf_case *c, struct gf_goal *first, struct gf_goal *second,
    struct gf_goal ***out)
{
	size_t n = 2, k = 1;
	struct gf_goal **v, **rest;
	struct gf_map seen = { 0 };

	for (const struct gf_goal *g = first->same; g != NULL; g = g->same)
		n++;
	*out = v = gf_arena_alloc(c->scratch, n * sizeof(*v));
	rest = v + n;
	/* the list behind the first runs backwards */
	for (struct gf_goal *g = first->same; g != NULL; g = g->same)
		if (g != second)
			*--rest = g;
	*--rest = second;
	v[0] = first;
	gf_map_put(&seen, origin_key(first->doc, c->scratch), first);
	for (; rest < v + n; rest++)
		if (gf_map_put(&seen, origin_key((*rest)->doc, c->scratch),
		    *rest) == NULL)
			v[k++] = *rest;
	gf_map_release(&seen);
	return k;
}

/*
 * Told at the first of the later ones, unless that is only looked up; the
 * others are named beside it.
 */
static void
twice(struct gf_case *c, const struct gf_check *check,
    struct gf_goal *const *v, size_t n)
{
	struct gf_finding *f;
	struct gf_related *more;
	bool same = true;
	size_t at = 1;

	while (at < n && !v[at]->doc->given)
		at++;
	at = at < n ? at : 0;
	if (n < 2 || !v[at]->doc->given)
		return;
	c->goal = v[at];
	f = gf_case_miss(c, check, "goal", "'%.*s' is the id of %s goals",
	    (int)v[0]->id.n, v[0]->id.p, n == 2 ? "two" : n == 3 ? "three" :
	    "many");
	f->more = more = gf_arena_alloc(c->out->arena, n * sizeof(*more));
	for (size_t i = 0; i < n; i++) {
		struct gf_str said = i == 0 ? GF_STR("first defined here") :
		    GF_STR("also defined here");

		same = same && copy(v[i], v[0]);
		if (i == at)
			continue;
		if (f->other.doc != NULL) {
			more[f->nmore++] = (struct gf_related){
			    gf_goal_head(v[i]), said };
			continue;
		}
		f->other = gf_goal_head(v[i]);
		f->other_said = said;
	}
	if (same)
		f->level = GF_NOTE;
}

static void
party_twice(struct gf_case *c, const struct gf_check *check,
    const struct gf_party *first, const struct gf_party *p)
{
	struct gf_finding *f;

	if (same_origin(p->doc, first->doc) || !p->doc->given)
		return;
	f = gf_finding_add(c->out, check, (struct gf_place){ p->doc,
	    gf_rec_at(p->rec) }, "'%.*s' is the id of two documents",
	    (int)p->id.n, p->id.p);
	f->goal = p->id;
	f->other = (struct gf_place){ first->doc, gf_rec_at(first->rec) };
	f->other_said = GF_STR("first defined here");
}

static void
same_id(struct gf_case *c, const struct gf_check *check)
{
	const struct gf_plan *plan = c->plan;

	for (size_t i = 0; i < plan->ngoals; i++) {
		struct gf_case one = gf_case_of(c, plan->goals[i]);
		struct gf_goal *first = gf_plan_goal(plan, one.goal->id);
		struct gf_goal **all;
		size_t n;

		/* the second is the last of the list behind the first */
		if (one.goal->id.n == 0 || first == NULL ||
		    first == one.goal || one.goal->same != NULL)
			continue;
		n = all_of(c, first, one.goal, &all);
		twice(&one, check, all, n);
	}
	for (size_t i = 0; i < plan->nparties; i++) {
		const struct gf_party *p = plan->parties[i];
		const struct gf_party *first =
		    gf_map_get(&plan->party_ids, p->id);

		if (p->id.n > 0 && first != NULL && first != p)
			party_twice(c, check, first, p);
	}
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "S11", .name = "no-owner", .level = GF_WARNING,
	    .letters = "",
	    .about = "a goal of one person has no owner, or not one person",
	    .ask = "Whom do we call when it goes wrong?",
	    .why = "Accountability is of one person; where two or all own a "
	    "goal, each waits for the others (from the practice, no study)",
	    .bad = "owner: all",
	    .good = "owner: Lena Sand",
	    .fix = "name one person; a goal of a team carries the team as its "
	    "owner and level: team" },
	    .on = GF_ON_OPEN, .goal = no_owner },
	{ .check = { .id = "R02", .name = "dangling-link", .level = GF_ERROR,
	    .letters = "R",
	    .about = "supports names a goal that is not there",
	    .ask = "What is the goal called that you had in mind?",
	    .why = "A link to nothing aligns nothing, and no sum above it is "
	    "right",
	    .bad = "supports: [brekdowns]",
	    .good = "supports: [breakdowns]",
	    .fix = "mend the id, or run with --allow-missing while the other "
	    "goal lives elsewhere" },
	    .on = GF_ON_ALL, .goal = dangling },
	{ .check = { .id = "R03", .name = "self-or-cycle", .level = GF_ERROR,
	    .letters = "R",
	    .about = "a goal serves itself, directly or over others",
	    .ask = "Which of these would you start with?",
	    .why = "In a circle every goal waits for another one, and no sum "
	    "or status above it can be worked out",
	    .bad = "a supports b, b supports a", .good = "a supports b",
	    .fix = "take out the link that points downwards" },
	    .on = GF_ON_ALL, .plan = cycle },
	{ .check = { .id = "R04", .name = "upside-down", .level = GF_WARNING,
	    .letters = "R",
	    .about = "a goal serves one of a lower level",
	    .ask = "Which of the two is the larger one?",
	    .why = "Company, team, person: the smaller goal is a part of the "
	    "larger one; the other way round the sums turn over too",
	    .bad = "the depot's target supports one driver's licence",
	    .good = "the licence supports the depot's target",
	    .fix = "turn the link round, or mend the level; the order is "
	    "levels: in the configuration" },
	    .on = GF_ON_OPEN, .goal = upside_down },
	{ .check = { .id = "X09", .name = "later-than-parent",
	    .level = GF_WARNING, .letters = "T",
	    .about = "a goal ends after the one that it serves",
	    .ask = "Who still needs it by then?",
	    .why = "A contribution that arrives after the end counts for the "
	    "next goal, not for this one",
	    .bad = "due: 2028-01-31 under a goal that ends in 2027",
	    .good = "due: 2027-10-29",
	    .fix = "move one of the two dates, or link it to a later goal; "
	    "visions have no end" },
	    .on = GF_ON_OPEN, .goal = later_than_parent },
	{ .check = { .id = "X13", .name = "same-id", .level = GF_ERROR,
	    .letters = "",
	    .about = "two documents have one id",
	    .ask = "Are these one goal or two?",
	    .why = "Links and readings go to an id; with two of them nobody "
	    "knows which one is meant",
	    .bad = "goal: roof, twice",
	    .good = "goal: roof-2",
	    .fix = "write another id into the newer one's file by hand, "
	    "rename cannot tell which is meant; a file that comes twice in "
	    "a pipe is one" },
	    .on = GF_ON_ALL, .plan = same_id },
};
const struct gf_catalog gf_shared_checks = { rows, GF_LEN(rows) };
