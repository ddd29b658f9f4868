#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "out/map_net.h"

static struct gf_net_node *
add_node(struct gf_net *net, const struct gf_goal *g, struct gf_str id)
{
	struct gf_net_node *node;

	net->nodes = gf_grow(net->nodes, net->nnodes, &net->capnodes,
	    sizeof(*net->nodes));
	node = &net->nodes[net->nnodes++];
	*node = (struct gf_net_node){ .goal = g, .id = id };
	return node;
}

static void
add_goal(struct gf_net *net, const struct gf_outline *o,
    const struct gf_outline_row *row, struct gf_sheet *sheet)
{
	bool wrong;
	struct gf_net_node *node = add_node(net, row->goal, gf_sheet_id(row,
	    &wrong));
	const struct gf_roll *roll = gf_rollup_of(o->rollup, row->goal);

	node->aside = !row->chosen;
	node->state = roll->state;
	node->known = roll->known;
	node->percent = roll->known ? gf_sheet_percent(roll->progress) : 0;
	node->at = sheet->text.n;
	if (roll->rolled)
		gf_buf_text(&sheet->text, "\xce\xa3 ");
	gf_sheet_stand(sheet, row->goal, roll->counted, roll->actual);
	node->n = sheet->text.n - node->at;
	net->node_of[row->goal->seq] = (uint32_t)net->nnodes;
}

static void
list_nodes(struct gf_net *net, const struct gf_outline *o,
    const struct gf_look *look)
{
	struct gf_look plain = *look;
	struct gf_sheet sheet = { .look = &plain };

	plain.utf8 = true;
	for (size_t i = 0; i < o->n; i++) {
		const struct gf_outline_row *row = &o->rows[i];

		if (row->goal == NULL || row->again)
			continue;
		if (gf_sheet_hides(look, row->goal))
			net->nhidden++;
		else
			add_goal(net, o, row, &sheet);
	}
	net->text = sheet.text;
	gf_buf_release(&sheet.word);
}

static void
add_edge(struct gf_net *net, size_t from, size_t to, const struct gf_link *l)
{
	net->edges = gf_grow(net->edges, net->nedges, &net->capedges,
	    sizeof(*net->edges));
	net->edges[net->nedges++] = (struct gf_net_edge){ (uint32_t)from,
		(uint32_t)to, l };
}

/* Whether a link says again what one before it said. */
static bool
is_repeated(const struct gf_goal *g, const struct gf_link *l)
{
	for (const struct gf_link *k = g->links; k < l; k++)
		if (l->parent != NULL ? k->parent == l->parent :
		    gf_str_eq(k->id, l->id))
			return true;
	return false;
}

static size_t
missing_node(struct gf_net *net, struct gf_map *ids, struct gf_str id)
{
	uintptr_t at = (uintptr_t)gf_map_get(ids, id);

	if (at == 0) {
		add_node(net, NULL, id);
		at = net->nnodes;
		gf_map_put(ids, id, (void *)at);
	}
	return at - 1;
}

static void
list_edges(struct gf_net *net)
{
	size_t n = net->nnodes;
	struct gf_map ids = { 0 };

	for (size_t i = 0; i < n; i++) {
		const struct gf_goal *g = net->nodes[i].goal;

		for (uint32_t k = 0; k < g->nlinks; k++) {
			const struct gf_link *l = &g->links[k];

			if (is_repeated(g, l))
				continue;
			if (l->parent == NULL)
				add_edge(net, i, missing_node(net, &ids,
				    l->id), l);
			else if (net->node_of[l->parent->seq] > 0)
				add_edge(net, i,
				    net->node_of[l->parent->seq] - 1, l);
		}
	}
	gf_map_release(&ids);
}

void
gf_net_init(struct gf_net *net, const struct gf_outline *o,
    const struct gf_look *look)
{
	*net = (struct gf_net){ .elsewhere = o->plan->allow_missing,
		.node_of = gf_alloc((o->plan->ngoals + 1) *
	    sizeof(*net->node_of)) };
	list_nodes(net, o, look);
	list_edges(net);
}

void
gf_net_release(struct gf_net *net)
{
	free(net->nodes);
	free(net->edges);
	free(net->node_of);
	gf_buf_release(&net->text);
}

void
gf_net_state(struct gf_buf *b, enum gf_state state)
{
	for (const char *s = gf_state_name(state); *s != '\0'; s++)
		gf_buf_byte(b, *s == '-' ? ' ' : *s);
}

void
gf_net_about(struct gf_buf *b, const struct gf_net *net,
    const struct gf_net_node *node)
{
	static const char dot[] = " \xc2\xb7 ";
	struct gf_str owner;

	gf_buf_str(b, node->id);
	if (node->goal == NULL) {
		gf_buf_text(b, net->elsewhere ? "\nnot among these goals" :
		    "\nno goal has this id");
		return;
	}
	owner = gf_sheet_owner(node->goal);
	if (owner.n > 0) {
		gf_buf_text(b, dot);
		gf_buf_str(b, owner);
	}
	gf_buf_byte(b, '\n');
	gf_buf_add(b, net->text.p + node->at, node->n);
	if (node->n > 0)
		gf_buf_text(b, dot);
	if (node->known)
		gf_buf_printf(b, "%d %%%s", (int)node->percent, dot);
	gf_net_state(b, node->state);
}

void
gf_net_matrix(struct gf_matrix *m, const struct gf_net *net,
    const struct gf_outline *o, struct gf_arena *arena)
{
	size_t n = o->plan->ngoals + 1;
	bool *shown = gf_arena_alloc(arena, n * sizeof(*shown));
	bool *chosen = gf_arena_alloc(arena, n * sizeof(*chosen));
	uint8_t *states = gf_arena_alloc(arena, n);

	for (size_t i = 0; i < net->nnodes; i++) {
		const struct gf_net_node *node = &net->nodes[i];

		if (node->goal == NULL)
			continue;
		shown[node->goal->seq] = true;
		chosen[node->goal->seq] = !node->aside;
		states[node->goal->seq] = node->state;
	}
	gf_matrix_init(m, o->plan, shown, chosen, states, arena);
}
