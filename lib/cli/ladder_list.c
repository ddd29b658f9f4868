#include <stdlib.h>

#include "base/mem.h"
#include "cli/whys.h"
#include "out/ladder_show.h"

static void
add(struct gf_run *run, struct gf_ladders *all, const struct gf_goal *g)
{
	all->v = gf_grow(all->v, all->n, &all->cap, sizeof(*all->v));
	gf_ladder_read(&all->v[all->n++], run->plan, g, run->arena);
	gf_run_about(run, g->doc);
	if (g->half_doc != NULL)
		gf_run_about(run, g->half_doc);
}

int
gf_run_show(struct gf_run *run)
{
	struct gf_ladders all = { .named = run->nids > 0 };
	const struct gf_goal **goals;
	size_t n;

	gf_run_about(run, NULL);
	if (!gf_run_goals(run, &goals, &n))
		return 2;
	for (size_t i = 0; i < n; i++)
		add(run, &all, goals[i]);
	gf_run_report(run, &all);
	free(all.v);
	return 0;
}
