#include "cli/revision.h"

/* The roots of the configuration, else all that git has, else all below. */
static void
find_files(struct gf_run *run)
{
	if (!gf_input_roots(run, run->config, true) &&
	    !gf_input_repository(run, GF_STR("."), true))
		gf_input_walk(run, GF_STR("."), true);
}

void
gf_revision_read(struct gf_revision *r, struct gf_run *run,
    struct gf_git *git, struct gf_conf *conf)
{
	*r = (struct gf_revision){ .run = *run, .common = *run->common,
		.conf = conf };
	/* nobody is told what is wrong with files that are not judged */
	r->common.quiet = r->common.in_place = true;
	r->common.verbose = false;
	r->run.common = &r->common;
	r->run.inputs = &r->inputs;
	r->run.plan = &r->plan;
	r->run.findings = &r->findings;
	r->run.err = &r->err;
	gf_plan_init(&r->plan, run->arena, run->plan->today);
	r->plan.allow_missing = run->plan->allow_missing;
	gf_findings_init(&r->findings, run->arena);
	if (conf != NULL) {
		r->inputs.conf = *conf;
	} else {
		gf_conf_init(&r->inputs.conf, &r->run);
		r->inputs.conf.git = git;
		r->run.config = gf_conf_for(&r->inputs.conf, GF_STR(""));
	}
	r->inputs.git = git;
	r->inputs.keep = true;
	find_files(&r->run);
	gf_input_read(&r->run, 0);
	gf_plan_resolve(&r->plan);
}

void
gf_revision_release(struct gf_revision *r)
{
	if (r->conf != NULL) {
		*r->conf = r->inputs.conf;
		r->inputs.conf = (struct gf_conf){ 0 };
	}
	r->inputs.git = NULL;
	gf_input_release(&r->inputs);
	gf_findings_release(&r->findings);
	gf_plan_release(&r->plan);
	gf_buf_release(&r->err);
}
