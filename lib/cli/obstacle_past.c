#include <stdlib.h>

#include "cli/obstacles.h"
#include "judge/foresight.h"

int
gf_run_suggest(struct gf_run *run)
{
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_advices all;

	if (g == NULL)
		return 2;
	gf_advise(run->plan, g, GF_STR(""), &all);
	gf_run_about(run, NULL);
	for (size_t i = 0; i < all.n; i++)
		gf_run_about(run, all.v[i].obstacle.goal->doc);
	if (all.n == 0)
		gf_run_say(run, "no plan has worked yet against anything like "
		    "it; 'obstacles hit' writes down what worked");
	gf_run_report(run, &all);
	free(all.v);
	return 0;
}

int
gf_run_lookback(struct gf_run *run)
{
	struct gf_foresight f = { 0 };
	struct gf_obstacle o;

	for (size_t i = 0; i < run->plan->ngoals; i++) {
		const struct gf_goal *g = run->plan->goals[i];

		for (size_t k = 0; g->doc->given && gf_run_selects(run, g) &&
		    k < gf_obstacle_count(g); k++)
			if (gf_obstacle_read(&o, g, k))
				gf_foresight_add(&f, &o);
	}
	gf_foresight_end(&f);
	gf_run_report(run, &f);
	return 0;
}
