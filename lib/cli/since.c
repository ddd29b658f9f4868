#include <stddef.h>

#include "cli/revision.h"
#include "cli/since.h"

const struct gf_opt gf_since_opts[] = {
	{ 0, "since", GF_OPT_TEXT, offsetof(struct gf_since_options, since),
	    "REV", "find also what was moved since this revision of git" },
	{ .name = NULL },
};

int
gf_run_beside(struct gf_run *run, const char *rev, int (*verb)(struct gf_run *))
{
	struct gf_git git = { 0 };
	struct gf_revision before;
	struct gf_buf why = { 0 };
	int said = 2;

	if (gf_git_tree(&git, rev, run->inputs->conf.cwd, run->arena, &why)) {
		gf_revision_read(&before, run, &git, NULL);
		run->plan->before = &before.plan;
		said = verb(run);
		run->plan->before = NULL;
		gf_revision_release(&before);
	} else
		gf_run_fail(run, "%s", why.p);
	gf_git_release(&git);
	gf_buf_release(&why);
	return said;
}

int
gf_run_since(struct gf_run *run)
{
	const struct gf_since_options *o = run->opt;

	return o->since == NULL ? gf_run_check(run) : gf_run_beside(run,
	    o->since, gf_run_check);
}
