#include <string.h>

#include "base/mem.h"
#include "judge/graph.h"

/*
 * Strongly connected parts by Tarjan's walk (1972), with a stack of its own
 * in place of recursion: a chain may be as long as the plan.
 */
struct walk {
	/* by seq: order of the first visit, 0 unvisited */
	uint32_t *number;
	uint32_t *low;		/* least number that can be reached back */
	uint32_t *link;		/* by seq: next link to look at */
	struct gf_goal **path;	/* the way from where the walk began */
	size_t npath;
	struct gf_goal **open;	/* visited, part not yet known */
	size_t nopen;
	uint32_t visited;
};

static void
enter(struct walk *w, struct gf_goal *g)
{
	w->number[g->seq] = w->low[g->seq] = ++w->visited;
	w->path[w->npath++] = g;
	w->open[w->nopen++] = g;
}

static bool
supports_itself(const struct gf_goal *g)
{
	for (uint32_t i = 0; i < g->nlinks; i++)
		if (g->links[i].parent == g)
			return true;
	return false;
}

/* A part is whole: a ring if it has two goals, or one that serves itself. */
static void
leave(struct walk *w, struct gf_graph *graph, const struct gf_goal *g)
{
	size_t i = w->nopen;
	bool ring;

	while (w->open[i - 1] != g)
		i--;
	i--;
	ring = w->nopen - i > 1 || supports_itself(g);
	graph->nrings += ring;
	for (size_t k = i; k < w->nopen; k++) {
		graph->ring[w->open[k]->seq] = ring ? graph->nrings : 0;
		graph->order[graph->norder++] = w->open[k];
		/* finished: no later goal may count it as a way back */
		w->number[w->open[k]->seq] = UINT32_MAX;
	}
	w->nopen = i;
}

static void
lower(struct walk *w, const struct gf_goal *g, uint32_t to)
{
	if (w->low[g->seq] > to)
		w->low[g->seq] = to;
}

static void
explore(struct walk *w, struct gf_graph *graph, struct gf_goal *from)
{
	enter(w, from);
	while (w->npath > 0) {
		struct gf_goal *g = w->path[w->npath - 1], *to = NULL;

		while (to == NULL && w->link[g->seq] < g->nlinks)
			to = g->links[w->link[g->seq]++].parent;
		if (to != NULL) {
			if (w->number[to->seq] == 0)
				enter(w, to);
			else
				lower(w, g, w->number[to->seq]);
			continue;
		}
		w->npath--;
		if (w->npath > 0)
			lower(w, w->path[w->npath - 1], w->low[g->seq]);
		if (w->low[g->seq] == w->number[g->seq])
			leave(w, graph, g);
	}
}

void
gf_graph_init(struct gf_graph *graph, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	size_t n = plan->ngoals + 1;
	struct gf_arena scratch = { 0 };
	struct walk w = {
		.number = gf_arena_alloc(&scratch, n * sizeof(*w.number)),
		.low = gf_arena_alloc(&scratch, n * sizeof(*w.low)),
		.link = gf_arena_alloc(&scratch, n * sizeof(*w.link)),
		.path = gf_arena_alloc(&scratch, n * sizeof(*w.path)),
		.open = gf_arena_alloc(&scratch, n * sizeof(*w.open)),
	};

	*graph = (struct gf_graph){ .plan = plan };
	graph->ring = gf_arena_alloc(arena, n * sizeof(*graph->ring));
	graph->order = gf_arena_alloc(arena, n * sizeof(*graph->order));
	graph->from = gf_arena_alloc(arena, n * sizeof(*graph->from));
	graph->queue = gf_arena_alloc(arena, n * sizeof(*graph->queue));
	for (size_t i = 0; i < plan->ngoals; i++)
		if (w.number[i] == 0)
			explore(&w, graph, plan->goals[i]);
	gf_arena_release(&scratch);
}

/* Follow the trail of a search back from its end to its beginning. */
static size_t
retrace(struct gf_goal *const *from, const struct gf_goal *start,
    struct gf_goal *end, struct gf_arena *arena, struct gf_goal ***way)
{
	size_t n = 2;

	for (const struct gf_goal *g = end; g != start; g = from[g->seq])
		n++;
	*way = gf_arena_alloc(arena, n * sizeof(**way));
	for (size_t i = n - 1; i > 0; i--) {
		(*way)[i - 1] = end;
		end = from[end->seq];
	}
	(*way)[n - 1] = (*way)[0];
	return n;
}

size_t
gf_graph_way_back(struct gf_graph *graph, const struct gf_goal *start,
    struct gf_arena *arena, struct gf_goal ***way)
{
	uint32_t ring = graph->ring[start->seq];
	size_t head = 0, tail = 0, found = 0;

	if (ring == 0)
		return 0;
	graph->queue[tail++] = graph->plan->goals[start->seq];
	while (found == 0) {
		struct gf_goal *g = graph->queue[head++];

		for (uint32_t i = 0; i < g->nlinks && found == 0; i++) {
			struct gf_goal *to = g->links[i].parent;

			if (to == start)
				found = retrace(graph->from, start, g, arena,
				    way);
			else if (to != NULL && graph->ring[to->seq] == ring &&
			    graph->from[to->seq] == NULL) {
				graph->from[to->seq] = g;
				graph->queue[tail++] = to;
			}
		}
	}
	while (tail > 0)
		graph->from[graph->queue[--tail]->seq] = NULL;
	return found;
}

void
gf_graph_print(struct gf_buf *b, struct gf_goal *const *way, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			gf_buf_text(b, " -> ");
		gf_buf_str(b, way[i]->id);
	}
}
