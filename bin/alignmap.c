#include <stdlib.h>

#include "base/mem.h"
#include "cli/link.h"
#include "cli/rename.h"
#include "judge/align.h"
#include "out/map_tree.h"

static bool *
chosen_goals(const struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	bool *chosen = gf_alloc(plan->ngoals * sizeof(*chosen));

	for (size_t i = 0; i < plan->ngoals; i++)
		chosen[i] = plan->goals[i]->doc->given &&
		    gf_run_selects(run, plan->goals[i]);
	return chosen;
}

/* Status words of links are shown beside them. */
static void
judge_links(struct gf_run *run)
{
	struct gf_graph graph;

	gf_graph_init(&graph, run->plan, run->arena);
	gf_align_links(&graph);
}

static int
tree(struct gf_run *run)
{
	struct gf_outline o;
	bool *chosen = chosen_goals(run);

	judge_links(run);
	gf_outline_down(&o, run->plan, chosen);
	gf_run_report(run, &o);
	gf_outline_release(&o);
	free(chosen);
	return 0;
}

static int
path(struct gf_run *run)
{
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_outline o;

	if (g == NULL)
		return 2;
	judge_links(run);
	gf_outline_up(&o, run->plan, g);
	for (size_t i = 0; i < o.n; i++)
		if (o.rows[i].goal != NULL)
			gf_run_about(run, o.rows[i].goal->doc);
	gf_run_report(run, &o);
	gf_outline_release(&o);
	return 0;
}

static const struct gf_verb verbs[] = {
	{ .name = "tree", .about = "show the plan as a tree",
	    .operands = "[FILE|DIR|-]...", .formats = gf_tree_formats,
	    .nformats = GF_LEN(gf_tree_formats), .run = tree },
	{ .name = "check", .about = "judge links and coverage",
	    .operands = "[FILE|DIR|-]...", .checks = true, .whole = true,
	    .run = gf_run_check },
	{ .name = "path", .about = "show the line of sight of a goal, up to "
	    "the company", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .formats = gf_path_formats, .nformats = GF_LEN(gf_path_formats),
	    .run = path },
	{ .name = "link", .about = "let a goal serve another",
	    .operands = "CHILD PARENT [FILE|DIR|-]...", .ids = 2,
	    .changes = true, .whole = true, .run = gf_run_link },
	{ .name = "rename", .about = "give a goal, person, team or company "
	    "another id, everywhere", .operands = "OLD NEW [FILE|DIR|-]...",
	    .ids = 2, .changes = true, .whole = true, .everywhere = true,
	    .run = gf_run_rename },
};

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_align_checks, &gf_shared_checks
};

static const struct gf_prog prog = {
	.name = "alignmap",
	.about = "show who carries what, and where a link is missing",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks),
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
