#include "cli/whys.h"
#include "out/ladder_show.h"

static const struct gf_verb verbs[] = {
	{ .name = "show", .about = "show ladders, up to the aims that they "
	    "meet", .operands = "[ID]... [FILE|DIR|-]...", .ids = -1,
	    .whole = true, .formats = gf_ladder_formats,
	    .nformats = GF_LEN(gf_ladder_formats), .run = gf_run_show },
	{ .name = "check", .about = "judge ladders and first steps",
	    .operands = "[FILE|DIR|-]...", .checks = true, .whole = true,
	    .run = gf_run_check },
	{ .name = "climb", .about = "ask what a goal is for, and for the "
	    "first step", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .changes = true, .asks = true, .whole = true,
	    .opts = gf_climb_opts, .optsize = sizeof(struct gf_climb_opt),
	    .run = gf_run_climb },
	{ .name = "step", .about = "show the first step, or close it and ask "
	    "for the next", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .changes = true, .asks = true, .whole = true,
	    .opts = gf_step_opts, .optsize = sizeof(struct gf_step_opt),
	    .run = gf_run_step },
};

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_why_checks, &gf_why_r, &gf_why_w,
	&gf_why_step
};

static const struct gf_prog prog = {
	.name = "whyladder",
	.about = "ask what a goal is for, until the answer stays the same",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks),
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
