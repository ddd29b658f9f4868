#include "base/mem.h"
#include "judge/effort.h"
#include "judge/overlap.h"

/* At most so many WHYs of companies are told apart. */
#define AIMS_MOST 64

static void
find_aims(struct gf_overlap *o, struct gf_arena *arena)
{
	o->aims = gf_arena_alloc(arena, AIMS_MOST * sizeof(*o->aims));
	for (size_t i = 0; i < o->plan->nparties; i++) {
		const struct gf_party *p = o->plan->parties[i];
		const struct gf_val *items;
		size_t n = p->kind == GF_COMPANYDOC ? gf_rec_list(p->rec,
		    COMPANY_WHY, &items) : 0;

		for (size_t k = 0; k < n && o->naims < AIMS_MOST; k++)
			if (!items[k].bad)
				o->aims[o->naims++] = (struct gf_aim){
				    .company = p, .item = &items[k],
				    .id = gf_rec_text(items[k].u.rec, AIM_ID) };
	}
}

const struct gf_aim *
gf_overlap_aim(const struct gf_overlap *o, struct gf_str serves)
{
	struct gf_str id = serves, whose = gf_str_cut(&id, '/');

	for (size_t i = 0; i < o->naims; i++)
		if (gf_str_eq(o->aims[i].id, id) &&
		    gf_str_eq(o->aims[i].company->id, whose))
			return &o->aims[i];
	return NULL;
}

/* Whether a goal serves a WHY of its owner, known or not. */
static bool
serves_own(const struct gf_goal *g, const struct gf_party *owner)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_SERVES, &items);

	for (size_t i = 0; i < n; i++) {
		struct gf_str aim = gf_val_text(&items[i]);

		if (gf_str_eq(gf_str_cut(&aim, '/'), owner->id))
			return true;
	}
	return g->level == LEVEL_PERSONAL;
}

/* Whether it serves a WHY of any person, and so of nobody's company. */
static bool
serves_person(const struct gf_overlap *o, const struct gf_goal *g)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_SERVES, &items);

	for (size_t i = 0; i < n; i++) {
		struct gf_str aim = gf_val_text(&items[i]);
		const struct gf_party *p = gf_map_get(&o->plan->party_ids,
		    gf_str_cut(&aim, '/'));

		if (p == NULL || p->kind == GF_PERSON)
			return true;
	}
	return false;
}

/* What of the company one goal serves, itself or further up. */
struct reach {
	uint64_t aims;		/* a bit a WHY */
	bool company;		/* a goal or WHY of the company */
	bool elsewhere;		/* a goal that may be there */
};

static void
merge(struct reach *r, const struct reach *other)
{
	r->aims |= other->aims;
	r->company |= other->company;
	r->elsewhere |= other->elsewhere;
}

/* What a goal serves itself, and what those above it do. */
static struct reach
reach_of(const struct gf_overlap *o, const struct gf_goal *g,
    const struct reach *all)
{
	struct reach r = { .company = g->level == LEVEL_COMPANY };
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_SERVES, &items);

	for (size_t k = 0; k < n; k++) {
		const struct gf_aim *a = gf_overlap_aim(o,
		    gf_val_text(&items[k]));

		if (a != NULL) {
			r.aims |= UINT64_C(1) << (a - o->aims);
			r.company = true;
		}
	}
	for (uint32_t k = 0; k < g->nlinks; k++) {
		if (g->links[k].parent != NULL)
			merge(&r, &all[g->links[k].parent->seq]);
		else
			r.elsewhere |= o->plan->allow_missing;
	}
	return r;
}

/* By seq; parents come first, and the goals of a ring lead to the same ones. */
static struct reach *
reach_up(const struct gf_overlap *o, const struct gf_graph *graph,
    struct gf_arena *arena)
{
	struct reach *all = gf_arena_alloc(arena, (graph->norder + 1) *
	    sizeof(*all));

	for (size_t first = 0, end; first < graph->norder; first = end) {
		struct reach r = { 0 }, one;

		end = gf_graph_part(graph, first);
		for (size_t i = first; i < end; i++) {
			one = reach_of(o, graph->order[i], all);
			merge(&r, &one);
		}
		for (size_t i = first; i < end; i++)
			all[graph->order[i]->seq] = r;
	}
	return all;
}

/*
 * Hours a week, false if they are not known: the sums are of what is said, so
 * no capacity is assumed (ARITHMETIC.md).
 */
static bool
hours_of(const struct gf_goal *g, struct gf_num *out)
{
	struct gf_num capacity;

	return gf_effort_hours(g, gf_effort_capacity(g->owner, &capacity) ?
	    &capacity : NULL, out);
}

static void
add_goal(struct gf_overlap_row *row, const struct gf_goal *g,
    const struct reach *r)
{
	bool up = r->company, own = serves_own(g, row->person);
	bool known = up || !r->elsewhere;
	struct gf_num hours;

	row->kinds[row->ngoals] = !known ? GF_OVERLAP_UNKNOWN :
	    up && own ? GF_OVERLAP_ALIGNED : up ? GF_OVERLAP_HAVE_TO :
	    own ? GF_OVERLAP_WANT_TO : GF_OVERLAP_DRIFT;
	row->goals[row->ngoals++] = g;
	row->meets |= own && r->aims != 0;
	row->has_why |= own;
	/* what is done for oneself takes nobody's working hours */
	if (g->level == LEVEL_PERSONAL)
		return;
	if (!known || !hours_of(g, &hours)) {
		row->nunknown++;
		return;
	}
	gf_num_add(row->hours, hours, &row->hours);
	if (!up)
		gf_num_add(row->unaligned, hours, &row->unaligned);
}

static bool
takes_part(const struct gf_goal *g)
{
	return g->open && g->owner != NULL && g->owner->kind == GF_PERSON &&
	    !g->owner_ambiguous && !gf_goal_half_alone(g);
}

/* A row for every person, with room for his goals. */
static void
make_rows(struct gf_overlap *o, struct gf_map *rows, struct gf_arena *arena)
{
	const struct gf_plan *plan = o->plan;

	o->rows = gf_arena_alloc(arena, (plan->nparties + 1) *
	    sizeof(*o->rows));
	for (size_t i = 0; i < plan->nparties; i++) {
		struct gf_overlap_row *row = &o->rows[o->n];
		const struct gf_val *items;

		if (plan->parties[i]->kind != GF_PERSON ||
		    gf_map_get(rows, plan->parties[i]->id) != NULL)
			continue;
		row->person = plan->parties[i];
		row->unaligned = row->hours = GF_NUM(0);
		row->has_why = gf_rec_list(row->person->rec, PERSON_WHY,
		    &items) + gf_rec_list(row->person->half, PERSON_WHY,
		    &items) > 0;
		gf_map_put(rows, row->person->id, row);
		o->n++;
	}
}

static void
fill_rows(struct gf_overlap *o, struct gf_map *rows, const struct reach *all,
    struct gf_arena *arena)
{
	const struct gf_plan *plan = o->plan;
	struct gf_overlap_row *row;

	for (size_t i = 0; i < plan->ngoals; i++)
		if (takes_part(plan->goals[i])) {
			row = gf_map_get(rows, plan->goals[i]->owner->id);
			row->ngoals++;
		}
	for (size_t i = 0; i < o->n; i++) {
		row = &o->rows[i];
		row->goals = gf_arena_alloc(arena, (row->ngoals + 1) *
		    sizeof(*row->goals));
		row->kinds = gf_arena_alloc(arena, row->ngoals + 1);
		row->ngoals = 0;
	}
	for (size_t i = 0; i < plan->ngoals; i++)
		if (takes_part(plan->goals[i]))
			add_goal(gf_map_get(rows, plan->goals[i]->owner->id),
			    plan->goals[i], &all[i]);
}

void
gf_overlap_init(struct gf_overlap *o, const struct gf_graph *graph,
    struct gf_arena *arena)
{
	const struct gf_plan *plan = graph->plan;
	struct gf_map rows = { 0 };
	size_t n = 0;
	const struct reach *all;

	*o = (struct gf_overlap){ .plan = plan };
	find_aims(o, arena);
	all = reach_up(o, graph, arena);
	make_rows(o, &rows, arena);
	fill_rows(o, &rows, all, arena);
	gf_map_release(&rows);
	for (size_t i = 0; i < plan->ngoals; i++)
		for (size_t k = 0; k < o->naims; k++)
			if (plan->goals[i]->open && all[i].aims >> k & 1 &&
			    serves_person(o, plan->goals[i]))
				o->aims[k].met = true;
	for (size_t i = 0; i < o->n; i++)
		if (o->rows[i].ngoals > 0)
			o->rows[n++] = o->rows[i];
	o->n = n;
}
