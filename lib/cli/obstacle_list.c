#include "base/mem.h"
#include "cli/obstacles.h"
#include "out/loss_table.h"

#define O(field) offsetof(struct gf_list_opt, field)

const struct gf_opt gf_list_opts[] = {
	{ 0, "due", GF_OPT_FLAG, O(due), NULL,
	    "only obstacles whose watch is true today; exit 1 if there is "
	    "one" },
	{ 0, "by", GF_OPT_WORD, O(by), "owner|team|status",
	    "list them under their owner, team or status" },
	{ 0, "grid", GF_OPT_FLAG, O(grid), NULL,
	    "show likelihood against cost" },
	{ 0 }
};

enum by { BY_NOTHING, BY_OWNER, BY_TEAM, BY_STATUS };

static enum by
group_by(const char *word)
{
	static const char *const names[] = {
		[BY_NOTHING] = "", [BY_OWNER] = "owner", [BY_TEAM] = "team",
		[BY_STATUS] = "status"
	};

	return (enum by)gf_str_among(gf_str(word), names, GF_LEN(names));
}

static struct gf_str
group_of(const struct gf_plan *plan, const struct gf_loss *l, enum by by)
{
	struct gf_str owner = gf_obstacle_owner(&l->obstacle);
	const struct gf_party *p;

	switch (by) {
	case BY_OWNER:
		/* both spellings of an owner are one */
		p = owner.n > 0 ? gf_plan_party(plan, owner, NULL) : NULL;
		return p != NULL ? p->id : owner;
	case BY_TEAM:
		return gf_obstacle_team(plan, &l->obstacle);
	case BY_STATUS:
		return gf_str(gf_loss_state(l));
	default:
		return GF_STR("");
	}
}

/* All obstacles of a goal that are asked for. */
static void
add_goal(struct gf_run *run, struct gf_losses *all, const struct gf_goal *g,
    const struct gf_metrics *metrics, enum by by)
{
	const struct gf_list_opt *opt = run->opt;
	size_t before = all->n;

	for (size_t i = 0; i < gf_obstacle_count(g); i++) {
		struct gf_arena scratch = { 0 };
		struct gf_obstacle o;
		struct gf_loss l;

		if (!gf_obstacle_read(&o, g, i))
			continue;
		gf_loss_of(run->plan, &o, &scratch, &l);
		l.watch = gf_watch_of(metrics, &o);
		l.group = group_of(run->plan, &l, by);
		gf_arena_release(&scratch);
		if (opt->due && (l.watch.state != GF_WATCH_TRUE ||
		    !gf_obstacle_live(&o) || gf_goal_word(g, GOAL_STATUS,
		    STATUS_ACTIVE) == STATUS_PAUSED))
			continue;
		all->v = gf_grow(all->v, all->n, &all->cap, sizeof(*all->v));
		all->v[all->n++] = l;
	}
	if (all->n > before)
		gf_run_about(run, g->doc);
}

/* The goals that were named, else all that were given. */
static bool
gather(struct gf_run *run, struct gf_losses *all, enum by by)
{
	const struct gf_goal **goals;
	struct gf_metrics metrics;
	size_t n;

	gf_run_about(run, NULL);
	if (!gf_run_goals(run, &goals, &n))
		return false;
	gf_metrics_init(&metrics, run->plan, run->arena);
	for (size_t i = 0; i < n; i++)
		add_goal(run, all, goals[i], &metrics, by);
	gf_metrics_release(&metrics);
	return true;
}

static void
report(struct gf_run *run, const struct gf_losses *all)
{
	const struct gf_list_opt *opt = run->opt;

	if (all->n == 0 && (run->look.terminal || run->common->format.n == 0))
		gf_run_say(run, opt->due ? "no watch is true today" :
		    "no obstacle is named; 'obstacles add' names one");
	if (!opt->grid)
		gf_run_report(run, all);
	else if (all->n > 0)
		gf_loss_grid(run->out, all, &run->look);
}

int
gf_run_list(struct gf_run *run)
{
	const struct gf_list_opt *opt = run->opt;
	struct gf_losses all = { .plan = run->plan, .by = opt->by };
	int said = 2;

	if (opt->grid && run->common->format.n > 0) {
		gf_run_fail(run, "--grid is drawn for people: leave -f out");
		return 2;
	}
	if (gather(run, &all, group_by(opt->by))) {
		gf_losses_rank(&all);
		report(run, &all);
		said = opt->due && all.n > 0;
	}
	gf_losses_release(&all);
	return said;
}
