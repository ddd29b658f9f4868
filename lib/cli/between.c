#include "base/mem.h"
#include "cli/between.h"
#include "cli/revision.h"
#include "judge/align.h"
#include "out/drift_table.h"

/* One of the two states that are compared. */
struct state {
	struct gf_git git;
	struct gf_revision revision;
	struct gf_graph graph;
	struct gf_rollup rollup;
	const char *name;
};

/* A plan of which a part cannot be read is compared without that part. */
static void
tell_broken(struct gf_run *run, const struct state *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->revision.plan.nentries; i++)
		n += s->revision.plan.entries[i].doc->broken;
	if (n > 0)
		gf_run_fail(run, "%zu document%s of %s cannot be read", n,
		    n == 1 ? "" : "s", s->name);
}

/* Read and roll up one state; word NULL: the files here. */
static bool
read_state(struct gf_run *run, const char *word, struct state *s)
{
	struct gf_git *git = word != NULL || run->common->staged ? &s->git :
	    NULL;
	struct gf_str cwd = run->inputs->conf.cwd;
	struct gf_buf why = { 0 }, name = { 0 };
	bool ok = true;

	if (word != NULL)
		ok = gf_git_tree(git, word, cwd, run->arena, &why);
	else if (git != NULL)
		ok = gf_git_index(git, cwd, run->arena, &why);
	if (!ok) {
		gf_run_fail(run, "%s", why.p);
		gf_buf_release(&why);
		return false;
	}
	if (word != NULL)
		gf_show(&name, gf_str(word));
	else
		gf_buf_text(&name, git ? "the index" : "the files here");
	s->name = gf_arena_copy(run->arena, name.p, name.n);
	gf_revision_read(&s->revision, run, git, NULL);
	tell_broken(run, s);
	gf_graph_init(&s->graph, &s->revision.plan, run->arena);
	gf_align_links(&s->graph);
	gf_rollup_init(&s->rollup, &s->graph, run->arena);
	gf_buf_release(&name);
	return true;
}

static void
release_state(struct state *s)
{
	gf_revision_release(&s->revision);
	gf_git_release(&s->git);
}

/* The words are revisions, whatever they look like. */
static bool
are_revisions(struct gf_run *run)
{
	if (run->nids == 1 || (run->nids == 2 && !run->common->staged))
		return true;
	gf_run_fail(run, run->nids == 0 ? "'drift' wants a revision to begin "
	    "with, such as HEAD~1" : "'drift' compares two states: give one "
	    "revision, or two");
	return false;
}

int
gf_run_drift(struct gf_run *run)
{
	struct state before = { .name = "" }, now = { .name = "" };
	struct gf_drift d = { .n = 0 };
	struct gf_drift_view view;
	int said = 2;

	if (!are_revisions(run))
		return 2;
	if (read_state(run, run->ids[0].p, &before) &&
	    read_state(run, run->nids > 1 ? run->ids[1].p : NULL, &now)) {
		gf_drift_init(&d, &before.rollup, &now.rollup, run->arena);
		view = (struct gf_drift_view){ &d, before.name, now.name };
		gf_run_report(run, &view);
		said = d.counts[GF_DRIFT_UNCOVERED] > 0;
	}
	gf_drift_release(&d);
	release_state(&before);
	release_state(&now);
	return said;
}
