/* Rings, and a chain of 200,000 goals on a small stack. */
#include <pthread.h>

#include "base/mem.h"
#include "judge/graph.h"
#include "tap.h"

#define CHAIN 200000

/* A plan of n goals without links; room for so many links each. */
static void
make(struct gf_plan *plan, size_t n, uint32_t links, struct gf_arena *a)
{
	*plan = (struct gf_plan){ .arena = a, .ngoals = n };
	plan->goals = gf_arena_alloc(a, n * sizeof(*plan->goals));
	for (size_t i = 0; i < n; i++) {
		struct gf_goal *g = gf_arena_alloc(a, sizeof(*g));

		g->seq = (uint32_t)i;
		g->id = (struct gf_str){ gf_arena_copy(a,
		    (char[]){ (char)('a' + i % 26) }, 1), 1 };
		g->links = gf_arena_alloc(a, links * sizeof(*g->links));
		plan->goals[i] = g;
	}
}

static void
join(struct gf_plan *plan, size_t child, size_t parent)
{
	struct gf_goal *g = plan->goals[child];

	g->links[g->nlinks++] = (struct gf_link){ .child = g,
		.parent = plan->goals[parent] };
}

static void
way(struct tap *t, struct gf_graph *graph, size_t of, const char *want,
    struct gf_arena *a)
{
	struct gf_goal **goals = NULL;
	struct gf_buf b = { 0 };
	size_t n = gf_graph_way_back(graph, graph->plan->goals[of], a, &goals);

	gf_graph_print(&b, goals, n);
	tap_text(t, gf_buf_view(&b), want, "a way back");
	gf_buf_release(&b);
}

/*
 * a -> b -> c -> a and c -> d -> c: c is in two cycles; e -> a leads into
 * them, d -> f out of them; g serves itself; h only an unknown goal.
 */
static void
rings(struct tap *t, struct gf_arena *a)
{
	struct gf_plan plan;
	struct gf_graph g;

	make(&plan, 9, 3, a);
	join(&plan, 0, 1);
	join(&plan, 1, 2);
	join(&plan, 2, 0);
	join(&plan, 2, 3);
	join(&plan, 3, 2);
	join(&plan, 4, 0);
	join(&plan, 3, 5);
	join(&plan, 6, 6);
	plan.goals[7]->nlinks = 1;
	gf_graph_init(&g, &plan, a);
	tap_int(t, g.nrings, 2, "two rings");
	tap_ok(t, g.ring[0] != 0 && g.ring[0] == g.ring[1] &&
	    g.ring[1] == g.ring[2] && g.ring[2] == g.ring[3],
	    "both cycles of a child are one ring");
	tap_int(t, g.ring[4], 0, "what leads into a ring is not in it");
	tap_int(t, g.ring[5], 0, "nor what it leads to");
	tap_ok(t, g.ring[6] != 0 && g.ring[6] != g.ring[0], "itself");
	tap_int(t, g.ring[7], 0, "an unknown goal makes no ring");
	way(t, &g, 0, "a -> b -> c -> a", a);
	way(t, &g, 2, "c -> d -> c", a);
	way(t, &g, 3, "d -> c -> d", a);
	way(t, &g, 6, "g -> g", a);
	way(t, &g, 4, "", a);
}

/* Two parents that meet again are no ring. */
static void
diamond(struct tap *t, struct gf_arena *a)
{
	struct gf_plan plan;
	struct gf_graph g;

	make(&plan, 4, 2, a);
	join(&plan, 0, 1);
	join(&plan, 0, 2);
	join(&plan, 1, 3);
	join(&plan, 2, 3);
	gf_graph_init(&g, &plan, a);
	tap_int(t, g.nrings, 0, "a diamond is no ring");
}

static void *
chain(void *arg)
{
	struct tap *t = arg;
	struct gf_arena a = { 0 };
	struct gf_plan plan;
	struct gf_graph g;
	struct gf_goal **goals;

	make(&plan, CHAIN, 1, &a);
	for (size_t i = 0; i + 1 < CHAIN; i++)
		join(&plan, i, i + 1);
	gf_graph_init(&g, &plan, &a);
	tap_int(t, g.nrings, 0, "200,000 goals in one chain");
	join(&plan, CHAIN - 1, 0);
	gf_graph_init(&g, &plan, &a);
	tap_int(t, g.nrings, 1, "200,000 goals in one ring");
	tap_int(t, (long long)gf_graph_way_back(&g, plan.goals[7], &a, &goals),
	    CHAIN + 1, "printed whole");
	gf_arena_release(&a);
	return NULL;
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_arena a = { 0 };
	pthread_attr_t attr;
	pthread_t thread;

	rings(&t, &a);
	diamond(&t, &a);
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, 256 * 1024);
	tap_ok(&t, pthread_create(&thread, &attr, chain, &t) == 0 &&
	    pthread_join(thread, NULL) == 0, "a stack of 256 KiB is enough");
	gf_arena_release(&a);
	return tap_done(&t);
}
