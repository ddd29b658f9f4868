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
	const struct gf_plan *plan = run->plan;
	bool ok = true;

	gf_run_about(run, NULL);
	for (size_t i = 0; ok && i < run->nids; i++) {
		const struct gf_goal *g = gf_run_goal(run, run->ids[i]);

		ok = g != NULL;
		if (ok)
			add(run, &all, g);
	}
	for (size_t i = 0; run->nids == 0 && i < plan->ngoals; i++) {
		const struct gf_goal *g = plan->goals[i];

		if (g->doc->given && g->open && gf_run_selects(run, g))
			add(run, &all, g);
	}
	if (ok)
		gf_run_report(run, &all);
	free(all.v);
	return ok ? 0 : 2;
}
