#include "cli/accept.h"
#include "cli/between.h"
#include "cli/link.h"
#include "cli/rename.h"
#include "cli/sight.h"
#include "out/drift_table.h"
#include "out/impact_table.h"
#include "out/map_formats.h"
#include "out/map_tree.h"
#include "out/overlap_table.h"

static const struct gf_verb verbs[] = {
	{ .name = "tree", .about = "show the plan as a tree",
	    .operands = "[FILE|DIR|-]...", .whole = true,
	    .formats = gf_tree_formats,
	    .nformats = GF_LEN(gf_tree_formats), .opts = gf_tree_opts,
	    .optsize = sizeof(struct gf_tree_opt), .run = gf_run_tree },
	{ .name = "check", .about = "judge links and coverage",
	    .operands = "[FILE|DIR|-]...", .checks = true, .whole = true,
	    .run = gf_run_check },
	{ .name = "map", .about = "draw or list the plan for another program",
	    .operands = "[FILE|DIR|-]...", .whole = true,
	    .formats = gf_map_formats,
	    .nformats = GF_LEN(gf_map_formats), .opts = gf_tree_opts,
	    .optsize = sizeof(struct gf_tree_opt), .run = gf_run_tree },
	{ .name = "path", .about = "show the line of sight of a goal, up to "
	    "the company", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .whole = true, .formats = gf_path_formats,
	    .nformats = GF_LEN(gf_path_formats),
	    .run = gf_run_path },
	{ .name = "impact", .about = "show what moves when a goal changes or "
	    "falls", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .whole = true, .formats = gf_impact_formats,
	    .nformats = GF_LEN(gf_impact_formats), .run = gf_run_impact },
	{ .name = "overlap", .about = "show what people want beside what the "
	    "company wants", .operands = "[PERSON ...] [FILE|DIR|-]...",
	    .ids = -1, .whole = true, .formats = gf_overlap_formats,
	    .nformats = GF_LEN(gf_overlap_formats), .run = gf_run_overlap },
	{ .name = "drift", .about = "show what became of the plan between two "
	    "revisions", .operands = "REV1 [REV2]", .ids = -1, .alone = true,
	    .formats = gf_drift_formats,
	    .nformats = GF_LEN(gf_drift_formats), .run = gf_run_drift },
	{ .name = "link", .about = "let a goal serve another",
	    .operands = "CHILD PARENT [FILE|DIR|-]...", .ids = 2,
	    .changes = true, .whole = true, .run = gf_run_link },
	{ .name = "accept", .about = "sign the links of a goal as the goals "
	    "above now read", .operands = "CHILD [PARENT ...] [FILE|DIR|-]...",
	    .ids = -1, .changes = true, .whole = true, .run = gf_run_accept },
	{ .name = "rename", .about = "give a goal, person, team or company "
	    "another id, everywhere", .operands = "OLD NEW [FILE|DIR|-]...",
	    .ids = 2, .changes = true, .whole = true, .everywhere = true,
	    .opts = gf_rename_opts, .optsize = sizeof(struct gf_rename_options),
	    .run = gf_run_rename },
};

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_align_checks, &gf_align_sums,
	&gf_shared_checks, &gf_shared_plan, &gf_shared_owner
};

static const struct gf_prog prog = {
	.name = "alignmap",
	.about = "show who carries what, and where a link is missing",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks), .rolls = true,
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
