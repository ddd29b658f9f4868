#include "cli/obstacles.h"
#include "out/foresight_show.h"
#include "out/loss_table.h"

static const struct gf_verb verbs[] = {
	{ .name = "list", .about = "list obstacles, the largest expected "
	    "loss first", .operands = "[ID]... [FILE|DIR|-]...", .ids = -1,
	    .whole = true, .opts = gf_list_opts,
	    .optsize = sizeof(struct gf_list_opt),
	    .formats = gf_loss_formats, .nformats = GF_LEN(gf_loss_formats),
	    .run = gf_run_list },
	{ .name = "check", .about = "judge obstacles and their plans",
	    .operands = "[FILE|DIR|-]...", .checks = true, .whole = true,
	    .run = gf_run_check },
	{ .name = "add", .about = "write a new obstacle into a goal",
	    .operands = "ID [FILE|DIR|-]...", .ids = 1, .changes = true,
	    .asks = true, .whole = true, .opts = gf_add_opts,
	    .optsize = sizeof(struct gf_add_opt), .run = gf_run_add },
	{ .name = "hit", .about = "write down that an obstacle has happened",
	    .operands = "ID[/OBSTACLE] [FILE|DIR|-]...", .ids = 1,
	    .changes = true, .whole = true, .opts = gf_hit_opts,
	    .optsize = sizeof(struct gf_hit_opt), .run = gf_run_hit },
	{ .name = "suggest", .about = "show plans that worked before for "
	    "goals and obstacles like these", .operands =
	    "ID [FILE|DIR|-]...", .ids = 1, .whole = true,
	    .formats = gf_advice_formats,
	    .nformats = GF_LEN(gf_advice_formats), .run = gf_run_suggest },
	{ .name = "lookback", .about = "show how well was foreseen",
	    .operands = "[FILE|DIR|-]...", .formats = gf_foresight_formats,
	    .nformats = GF_LEN(gf_foresight_formats),
	    .run = gf_run_lookback },
};

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_obstacle_checks, &gf_obstacle_w,
	&gf_obstacle_then
};

static const struct gf_prog prog = {
	.name = "obstacles",
	.about = "say what may get in the way, and what is done then",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks),
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
