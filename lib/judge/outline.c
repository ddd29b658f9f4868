#include <stdlib.h>

#include "base/mem.h"
#include "judge/outline.h"

enum seen { NEW, ON_THE_WAY, DONE };

/* A goal whose neighbours are being listed. */
struct frame {
	const struct gf_goal *goal;
	/* the neighbour to list next, NULL: none */
	const struct gf_link *next;
};

/* One walk, down to children or up to parents. */
struct walk {
	struct gf_outline *out;
	const bool *shown, *chosen;	/* by seq; NULL: all */
	uint8_t *seen;			/* by seq, enum seen */
	struct frame *stack;
	size_t n, cap;
	bool up;
};

static bool
is_shown(const struct walk *w, const struct gf_link *l)
{
	return w->up || w->shown[l->child->seq];
}

/* This link or the first after it that is listed, each neighbour once. */
static const struct gf_link *
listed(const struct walk *w, const struct frame *f, const struct gf_link *l)
{
	if (w->up)
		return l < f->goal->links + f->goal->nlinks ? l : NULL;
	while (l != NULL && !is_shown(w, l))
		l = l->next_child;
	return l;
}

static const struct gf_link *
following(const struct walk *w, const struct frame *f, const struct gf_link *l)
{
	const struct gf_link *next;

	if (w->up)
		return listed(w, f, l + 1);
	next = l->next_child;
	while (next != NULL && next->child == l->child)
		next = next->next_child;
	return listed(w, f, next);
}

static void
add_row(struct walk *w, const struct gf_goal *g, const struct gf_link *l)
{
	struct gf_outline *o = w->out;
	struct gf_outline_row *row;

	o->rows = gf_grow(o->rows, o->n, &o->cap, sizeof(*o->rows));
	row = &o->rows[o->n++];
	*row = (struct gf_outline_row){ .goal = g, .link = l,
		.depth = (uint32_t)w->n };
	if (g == NULL)
		return;
	row->again = w->seen[g->seq] != NEW;
	row->ring = w->seen[g->seq] == ON_THE_WAY;
	row->chosen = w->chosen == NULL || w->chosen[g->seq];
}

static void
enter(struct walk *w, const struct gf_goal *g)
{
	struct frame *f;

	w->stack = gf_grow(w->stack, w->n, &w->cap, sizeof(*w->stack));
	f = &w->stack[w->n++];
	f->goal = g;
	f->next = listed(w, f, w->up ? g->links : g->children);
	w->seen[g->seq] = ON_THE_WAY;
}

static void
list_from(struct walk *w, const struct gf_goal *top)
{
	add_row(w, top, NULL);
	if (w->seen[top->seq] != NEW)
		return;
	enter(w, top);
	while (w->n > 0) {
		struct frame *f = &w->stack[w->n - 1];
		const struct gf_link *l = f->next;
		const struct gf_goal *g;

		if (l == NULL) {
			w->seen[f->goal->seq] = DONE;
			w->n--;
			continue;
		}
		f->next = following(w, f, l);
		g = w->up ? l->parent : l->child;
		add_row(w, g, l);
		if (g != NULL && w->seen[g->seq] == NEW)
			enter(w, g);
	}
}

/* Mark a goal and all above it. */
static void
show_way(struct walk *w, bool *shown, const struct gf_goal *g)
{
	size_t first = w->n;

	if (shown[g->seq])
		return;
	shown[g->seq] = true;
	enter(w, g);
	while (w->n > first) {
		struct frame *f = &w->stack[w->n - 1];
		const struct gf_link *l = f->next;

		if (l == NULL) {
			w->n--;
			continue;
		}
		f->next = following(w, f, l);
		if (l->parent != NULL && !shown[l->parent->seq]) {
			shown[l->parent->seq] = true;
			enter(w, l->parent);
		}
	}
}

static bool
serves_none(const struct gf_goal *g)
{
	for (uint32_t i = 0; i < g->nlinks; i++)
		if (g->links[i].parent != NULL && g->links[i].parent != g)
			return false;
	return true;
}

static void
list_tops(struct walk *w, bool company)
{
	const struct gf_plan *plan = w->out->plan;

	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_goal *g = plan->goals[i];

		if (w->shown[i] && serves_none(g) &&
		    (g->level == LEVEL_COMPANY) == company)
			list_from(w, g);
	}
}

/* From the tops of the plan, or from one goal. */
static void
list_down(struct gf_outline *o, const struct gf_plan *plan,
    const bool *chosen, const struct gf_goal *from)
{
	bool *shown = gf_alloc(plan->ngoals * sizeof(*shown));
	struct walk w = { .out = o, .chosen = chosen, .shown = shown,
		.seen = gf_alloc(plan->ngoals), .up = true };

	*o = (struct gf_outline){ .plan = plan };
	for (size_t i = 0; i < plan->ngoals; i++)
		if (chosen[i])
			show_way(&w, shown, plan->goals[i]);
	for (size_t i = 0; i < plan->ngoals; i++)
		w.seen[i] = NEW;
	w.up = false;
	if (from != NULL) {
		list_from(&w, from);
	} else {
		list_tops(&w, true);
		list_tops(&w, false);
	}
	/* what is left hangs in rings that nothing above leads to */
	for (size_t i = 0; from == NULL && i < plan->ngoals; i++)
		if (shown[i] && w.seen[i] == NEW)
			list_from(&w, plan->goals[i]);
	free(w.stack);
	free(w.seen);
	free(shown);
}

void
gf_outline_down(struct gf_outline *o, const struct gf_plan *plan,
    const bool *chosen)
{
	list_down(o, plan, chosen, NULL);
}

void
gf_outline_under(struct gf_outline *o, const struct gf_plan *plan,
    const bool *chosen, const struct gf_goal *from)
{
	list_down(o, plan, chosen, from);
}

void
gf_outline_cut(struct gf_outline *o, uint32_t depth)
{
	size_t n = 0;

	for (size_t i = 0; i < o->n; i++)
		if (o->rows[i].depth < depth)
			o->rows[n++] = o->rows[i];
	o->n = n;
}

void
gf_outline_up(struct gf_outline *o, const struct gf_plan *plan,
    const struct gf_goal *g)
{
	struct walk w = { .out = o, .seen = gf_alloc(plan->ngoals),
		.up = true };

	*o = (struct gf_outline){ .plan = plan, .up = true };
	list_from(&w, g);
	free(w.stack);
	free(w.seen);
}

void
gf_outline_release(struct gf_outline *o)
{
	free(o->rows);
	*o = (struct gf_outline){ 0 };
}
