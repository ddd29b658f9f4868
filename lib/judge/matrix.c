#include <stdlib.h>
#include <string.h>

#include "judge/matrix.h"
#include "judge/pace_list.h"

/* What is needed while it is counted. */
struct count {
	struct gf_matrix *m;
	const struct gf_plan *plan;
	const bool *shown, *chosen;	/* by seq */
	const uint8_t *states;		/* by seq */
	uint32_t *row;			/* by seq: row + 1, 0: not counted */
	uint32_t *mark;			/* by seq: the last column that has it */
	bool *reached;			/* by seq: some column has it */
	const struct gf_goal **stack;
	struct gf_arena *arena;
};

static bool
is_column(const struct count *c, const struct gf_goal *g)
{
	return c->shown[g->seq] && g->level == LEVEL_COMPANY && g->open &&
	    (g->children != NULL ||
	    gf_goal_word(g, GOAL_KIND, -1) != KIND_VISION);
}

static bool
is_counted(const struct count *c, const struct gf_goal *g)
{
	return c->chosen[g->seq] && g->open && g->level != LEVEL_COMPANY &&
	    (g->owner_text.n > 0 || g->owner != NULL);
}

static const struct gf_party *
team_of(const struct gf_party *p)
{
	return p == NULL ? NULL : p->kind == GF_TEAMDOC ? p :
	    p->kind == GF_PERSON ? p->team : NULL;
}

static int
by_team(const void *va, const void *vb)
{
	const struct gf_matrix_row *a = va, *b = vb;
	int c;

	if ((a->team == NULL) != (b->team == NULL))
		return a->team == NULL ? 1 : -1;
	if (a->team != NULL && a->team != b->team) {
		c = gf_str_cmp(a->team->id, b->team->id);
		if (c != 0)
			return c;
	}
	if ((a->team == a->party) != (b->team == b->party))
		return a->team == a->party ? -1 : 1;
	return gf_str_cmp(a->id, b->id);
}

/* A row for whom it is, once. */
static void
add_row(struct count *c, struct gf_map *ids, struct gf_str id,
    const struct gf_party *party)
{
	struct gf_matrix_row *row = &c->m->rows[c->m->nrows];

	if (gf_map_get(ids, id) != NULL)
		return;
	*row = (struct gf_matrix_row){ .id = id, .party = party,
		.team = team_of(party) };
	gf_map_put(ids, id, row);
	c->m->nrows++;
}

static struct gf_str
owner_id(const struct gf_goal *g)
{
	return g->owner != NULL && g->owner->id.n > 0 &&
	    !g->owner_ambiguous ? g->owner->id : g->owner_text;
}

static void
list_rows(struct count *c)
{
	const struct gf_plan *plan = c->plan;
	size_t most = plan->ngoals + plan->nparties;
	struct gf_map ids = { 0 };
	bool all = true;

	c->m->rows = gf_arena_alloc(c->arena, (most + 1) *
	    sizeof(*c->m->rows));
	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_goal *g = plan->goals[i];

		all = all && (c->chosen[i] || !g->open || !g->doc->given ||
		    g->level == LEVEL_PERSONAL);
		if (is_counted(c, g))
			add_row(c, &ids, owner_id(g), g->owner_ambiguous ?
			    NULL : g->owner);
	}
	/* Who carries nothing is seen only where all that is carried is. */
	for (size_t i = 0; all && i < plan->nparties; i++)
		if (plan->parties[i]->doc->given &&
		    plan->parties[i]->kind == GF_PERSON &&
		    plan->parties[i]->id.n > 0)
			add_row(c, &ids, plan->parties[i]->id,
			    plan->parties[i]);
	gf_map_release(&ids);
	if (c->m->nrows > 1)
		qsort(c->m->rows, c->m->nrows, sizeof(*c->m->rows), by_team);
}

/* Rows moved when they were put in order. */
static void
number_goals(struct count *c)
{
	struct gf_map ids = { 0 };
	struct gf_matrix *m = c->m;

	for (size_t i = 0; i < m->nrows; i++)
		gf_map_put(&ids, m->rows[i].id, &m->rows[i]);
	for (size_t i = 0; i < c->plan->ngoals; i++) {
		const struct gf_goal *g = c->plan->goals[i];
		struct gf_matrix_row *row;

		if (!is_counted(c, g))
			continue;
		row = gf_map_get(&ids, owner_id(g));
		row->goals++;
		c->row[i] = (uint32_t)(row - m->rows) + 1;
	}
	gf_map_release(&ids);
}

static void
add(struct count *c, const struct gf_goal *g, size_t column)
{
	size_t row = c->row[g->seq] - 1;
	struct gf_matrix_cell *cell = &c->m->cells[row *
	    (c->m->ncolumns + 1) + column];
	uint8_t state = c->states[g->seq];

	if (cell->n++ == 0 || gf_state_urgency(state) <
	    gf_state_urgency(cell->state))
		cell->state = state;
}

/* Count all that lies below the goal of a column. */
static void
fill_column(struct count *c, size_t column)
{
	uint32_t mark = (uint32_t)column + 1;
	size_t n = 0;

	c->stack[n++] = c->m->columns[column];
	c->mark[c->stack[0]->seq] = mark;
	while (n > 0) {
		const struct gf_goal *g = c->stack[--n];

		c->reached[g->seq] = true;
		if (c->row[g->seq] > 0)
			add(c, g, column);
		for (const struct gf_link *l = g->children; l != NULL;
		    l = l->next_child) {
			if (c->mark[l->child->seq] == mark)
				continue;
			c->mark[l->child->seq] = mark;
			c->stack[n++] = l->child;
		}
	}
}

static void
list_columns(struct count *c)
{
	const struct gf_plan *plan = c->plan;
	struct gf_matrix *m = c->m;

	m->columns = gf_arena_alloc(c->arena, (plan->ngoals + 1) *
	    sizeof(struct gf_goal *));
	for (size_t i = 0; i < plan->ngoals; i++)
		if (is_column(c, plan->goals[i]))
			m->columns[m->ncolumns++] = plan->goals[i];
}

void
gf_matrix_init(struct gf_matrix *m, const struct gf_plan *plan,
    const bool *shown, const bool *chosen, const uint8_t *states,
    struct gf_arena *arena)
{
	size_t n = plan->ngoals + 1;
	struct gf_arena scratch = { 0 };
	struct count c = { .m = m, .plan = plan, .shown = shown,
		.chosen = chosen, .states = states, .arena = arena,
		.row = gf_arena_alloc(&scratch, n * sizeof(*c.row)),
		.mark = gf_arena_alloc(&scratch, n * sizeof(*c.mark)),
		.reached = gf_arena_alloc(&scratch, n * sizeof(*c.reached)),
		.stack = gf_arena_alloc(&scratch, n * sizeof(*c.stack)) };

	*m = (struct gf_matrix){ 0 };
	list_columns(&c);
	list_rows(&c);
	m->cells = gf_arena_alloc(arena, (m->nrows + 1) * (m->ncolumns + 1) *
	    sizeof(*m->cells));
	number_goals(&c);
	for (size_t i = 0; i < m->ncolumns; i++)
		fill_column(&c, i);
	for (size_t i = 0; i < plan->ngoals; i++)
		if (c.row[i] > 0 && !c.reached[i])
			add(&c, plan->goals[i], m->ncolumns);
	gf_arena_release(&scratch);
}
