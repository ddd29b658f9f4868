#include <stdlib.h>

#include "base/mem.h"
#include "cli/person.h"
#include "cli/run.h"
#include "cli/sight.h"
#include "judge/align.h"
#include "judge/outline.h"
#include "out/impact_table.h"
#include "out/overlap_table.h"

#define NAMES_MOST 64
#define T(field) offsetof(struct gf_tree_opt, field)

const struct gf_opt gf_tree_opts[] = {
	{ 0, "depth", GF_OPT_NUMBER, T(depth), "N",
	    "show so many levels of the tree" },
	{ 0, "under", GF_OPT_TEXT, T(under), "ID",
	    "only this goal and what is below it" },
	{ 0, "level", GF_OPT_TEXT, T(level), "LEVEL",
	    "only goals of this level" },
	{ 0, "owner", GF_OPT_TEXT, T(owner), "WHO",
	    "only goals of this owner, by id or name" },
	{ 0 }
};

/* What of the plan is to be shown. */
struct choice {
	const char *level;		/* NULL: any */
	const struct gf_party *party;	/* NULL: by the word, if there is one */
	struct gf_str owner;
};

/*
 * Judge the links of the plan and roll its goals up; the run's arena owns the
 * result.
 */
static const struct gf_rollup *
roll_up(struct gf_run *run)
{
	struct gf_rollup *rollup = gf_arena_alloc(run->arena, sizeof(*rollup));
	struct gf_graph *graph = gf_arena_alloc(run->arena, sizeof(*graph));

	gf_graph_init(graph, run->plan, run->arena);
	gf_align_links(graph);
	gf_rollup_init(rollup, graph, run->arena);
	if (rollup->nlost > 0)
		gf_run_say(run, "the sums of %zu goal%s are not known: more "
		    "ways meet in them than are followed", rollup->nlost,
		    rollup->nlost == 1 ? "" : "s");
	return rollup;
}

/* Whether a configuration has a level; its words are added to names. */
static bool
has_level(const struct gf_config *c, const char *word, const char **names,
    size_t *n)
{
	const char *name;

	*n = 0;
	for (int i = 0; (name = gf_config_level(c, i)) != NULL; i++) {
		if (strcmp(name, word) == 0)
			return true;
		if (*n < NAMES_MOST)
			names[(*n)++] = name;
	}
	return false;
}

/* Whether any goal could be of a level; says so if not. */
static bool
is_level(struct gf_run *run, const char *word)
{
	const char *names[NAMES_MOST];
	const struct gf_config *last = run->config;
	size_t n;

	if (has_level(last, word, names, &n))
		return true;
	for (size_t i = 0; i < run->plan->ngoals; i++) {
		const struct gf_config *c = run->plan->goals[i]->config;

		if (c != last && has_level(c, word, names, &n))
			return true;
		last = c;
	}
	gf_run_fail(run, "no level '%s'%s", word, gf_run_meant(run,
	    gf_str_nearest(gf_str(word), names, n),
	    "; see levels in --show-config"));
	return false;
}

static bool
read_choice(struct gf_run *run, struct choice *c)
{
	const struct gf_tree_opt *opt = run->opt;

	*c = (struct choice){ .level = opt->level };
	if (opt->owner != NULL) {
		c->owner = gf_str(opt->owner);
		c->party = gf_plan_party(run->plan, c->owner, NULL);
	}
	return c->level == NULL || is_level(run, c->level);
}

static bool
is_chosen(const struct gf_run *run, const struct choice *c,
    const struct gf_goal *g)
{
	const char *level = gf_config_level(g->config, g->level);

	if (!g->doc->given || !gf_run_selects(run, g) || (c->level != NULL &&
	    (level == NULL || strcmp(level, c->level) != 0)))
		return false;
	if (c->owner.n == 0)
		return true;
	return c->party != NULL ? g->owner == c->party :
	    gf_str_eq_fold(g->owner_text, c->owner);
}

/* Say so when the options leave nothing. */
static void
tell_empty(struct gf_run *run, size_t n)
{
	const struct gf_tree_opt *opt = run->opt;

	if (n == 0 && (opt->level != NULL || opt->owner != NULL))
		gf_run_say(run, "no goal is of this %s", opt->owner == NULL ?
		    "level" : opt->level == NULL ? "owner" :
		    "level and owner");
}

/* The report is about the rows that the options ask for, if they do. */
static void
tell_about(struct gf_run *run, const struct gf_outline *o)
{
	const struct gf_tree_opt *opt = run->opt;

	if (opt->under == NULL && opt->level == NULL && opt->owner == NULL &&
	    opt->depth == 0)
		return;
	run->narrowed = true;
	for (size_t i = 0; i < o->n; i++)
		if (o->rows[i].goal != NULL && o->rows[i].chosen)
			gf_run_about(run, o->rows[i].goal->doc);
}

int
gf_run_tree(struct gf_run *run)
{
	const struct gf_tree_opt *opt = run->opt;
	const struct gf_plan *plan = run->plan;
	const struct gf_goal *under = NULL;
	struct choice c;
	struct gf_outline o;
	bool *chosen;
	size_t n = 0;

	if (opt->under != NULL)
		under = gf_run_goal(run, gf_str(opt->under));
	if ((opt->under != NULL && under == NULL) || !read_choice(run, &c))
		return 2;
	chosen = gf_alloc(plan->ngoals * sizeof(*chosen));
	for (size_t i = 0; i < plan->ngoals; i++) {
		chosen[i] = is_chosen(run, &c, plan->goals[i]);
		n += chosen[i];
	}
	tell_empty(run, n);
	if (under != NULL)
		gf_outline_under(&o, plan, chosen, under);
	else
		gf_outline_down(&o, plan, chosen);
	if (opt->depth > 0)
		gf_outline_cut(&o, opt->depth);
	o.rollup = roll_up(run);
	tell_about(run, &o);
	gf_run_report(run, &o);
	gf_outline_release(&o);
	free(chosen);
	return 0;
}

int
gf_run_path(struct gf_run *run)
{
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_outline o;

	if (g == NULL)
		return 2;
	gf_outline_up(&o, run->plan, g);
	o.rollup = roll_up(run);
	for (size_t i = 0; i < o.n; i++)
		if (o.rows[i].goal != NULL)
			gf_run_about(run, o.rows[i].goal->doc);
	gf_run_report(run, &o);
	gf_outline_release(&o);
	return 0;
}

/* The rows of the persons in the ids, or whose documents were given. */
static bool
choose_persons(struct gf_run *run, const struct gf_overlap *o, bool *chosen)
{
	for (size_t i = 0; i < run->nids; i++) {
		const struct gf_entry *e = gf_run_person(run, run->ids[i]);

		if (e == NULL)
			return false;
		for (size_t k = 0; k < o->n; k++)
			chosen[k] |= o->rows[k].person == e->party;
	}
	for (size_t k = 0; run->nids == 0 && k < o->n; k++)
		for (size_t i = 0; i < o->rows[k].ngoals; i++)
			chosen[k] |= o->rows[k].goals[i]->doc->given &&
			    gf_run_selects(run, o->rows[k].goals[i]);
	return true;
}

int
gf_run_overlap(struct gf_run *run)
{
	struct gf_overlap_view v;
	struct gf_overlap o;
	struct gf_graph graph;
	bool *chosen, any = false;

	gf_graph_init(&graph, run->plan, run->arena);
	gf_overlap_init(&o, &graph, run->arena);
	chosen = gf_arena_alloc(run->arena, o.n + 1);
	if (!choose_persons(run, &o, chosen))
		return 2;
	v = (struct gf_overlap_view){ &o, chosen };
	for (size_t k = 0; k < o.n; k++) {
		any |= chosen[k];
		for (size_t i = 0; chosen[k] && i < o.rows[k].ngoals; i++)
			gf_run_about(run, o.rows[k].goals[i]->doc);
	}
	if (!any)
		gf_run_say(run, "no person here owns an open goal");
	gf_run_report(run, &v);
	return 0;
}

int
gf_run_impact(struct gf_run *run)
{
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_impact m;

	if (g == NULL)
		return 2;
	gf_impact_init(&m, roll_up(run), g, run->arena);
	gf_run_about(run, g->doc);
	for (size_t i = 0; i < m.n; i++)
		gf_run_about(run, m.rows[i].goal->doc);
	gf_run_report(run, &m);
	return 0;
}
