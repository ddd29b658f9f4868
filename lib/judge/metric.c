#include "base/mem.h"
#include "goal/plan_fold.h"
#include "judge/metric.h"

/* Who measures one thing. */
struct meters {
	const struct gf_goal *goal;
	size_t n;
};

/* A metric, behind its owner if one is given, as the key of the map. */
static struct gf_str
key_of(struct gf_buf *b, struct gf_str metric, const struct gf_goal *g)
{
	struct gf_str owner = g == NULL ? GF_STR("") : gf_goal_owner(g);
	size_t n;

	gf_buf_clear(b);
	gf_buf_printf(b, "%c%zu:", g == NULL ? 'a' : g->owner ? 'p' : 't',
	    owner.n);
	gf_buf_str(b, owner);
	n = b->n;
	gf_buf_str(b, metric);
	b->n = n + gf_name_fold(metric, b->p + n, metric.n).n;
	return gf_buf_view(b);
}

static void
hold(struct gf_metrics *m, struct gf_str key, const struct gf_goal *g)
{
	struct meters *one = gf_map_get(&m->map, key);

	if (one == NULL) {
		one = gf_arena_alloc(m->arena, sizeof(*one));
		gf_map_put(&m->map, (struct gf_str){ gf_arena_copy(m->arena,
		    key.p, key.n), key.n }, one);
	}
	one->goal = g;
	one->n++;
}

void
gf_metrics_init(struct gf_metrics *m, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	struct gf_buf b = { 0 };

	*m = (struct gf_metrics){ .plan = plan, .arena = arena };
	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_goal *g = plan->goals[i];
		const struct gf_val *metric = gf_goal_measure(g,
		    MEASURE_METRIC);

		if (metric == NULL)
			continue;
		hold(m, key_of(&b, gf_val_text(metric), NULL), g);
		if (g->owner != NULL || g->owner_text.n > 0)
			hold(m, key_of(&b, gf_val_text(metric), g), g);
	}
	gf_buf_release(&b);
}

void
gf_metrics_release(struct gf_metrics *m)
{
	gf_map_release(&m->map);
}

const struct gf_goal *
gf_metrics_find(const struct gf_metrics *m, const struct gf_goal *asking,
    struct gf_str name, const char **wrong)
{
	const struct gf_goal *g = gf_plan_goal(m->plan, name);
	const struct meters *any, *own = NULL;
	struct gf_buf b = { 0 };

	if (g != NULL)
		return g;
	any = gf_map_get(&m->map, key_of(&b, name, NULL));
	if (asking->owner != NULL || asking->owner_text.n > 0)
		own = gf_map_get(&m->map, key_of(&b, name, asking));
	gf_buf_release(&b);
	if (own == NULL)
		own = any;
	if (own != NULL && own->n == 1)
		return own->goal;
	*wrong = any == NULL ? "is no goal, and no goal measures it" :
	    "is what several goals measure; write the id of one";
	return NULL;
}
