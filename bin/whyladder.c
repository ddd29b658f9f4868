#include "cli/main.h"

static const struct gf_verb verbs[] = {
	{ .name = "check", .about = "judge ladders and first steps",
	    .operands = "[FILE|DIR|-]...", .checks = true,
	    .run = gf_run_check },
};

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_why_checks
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
