#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/change.h"
#include "cli/emit.h"
#include "cli/repair.h"

/* Whether what a finding offers is put in by this run. */
static bool
is_due(const struct gf_run *run, const struct gf_finding *f)
{
	const char *fix = run->common->fix;

	return f->fix != NULL && f->quiet == GF_QUIET_NOT &&
	    f->at.doc != NULL && f->at.doc->given && (f->fix->safe ||
	    (fix != NULL && strcmp(fix, "unsafe") == 0));
}

static int
by_place(const void *va, const void *vb)
{
	const struct gf_finding *a = *(const struct gf_finding *const *)va;
	const struct gf_finding *b = *(const struct gf_finding *const *)vb;

	if (a->at.doc->seq != b->at.doc->seq)
		return a->at.doc->seq < b->at.doc->seq ? -1 : 1;
	return (a->fix->at.off > b->fix->at.off) -
	    (a->fix->at.off < b->fix->at.off);
}

/* Plan the fixes of one document, of two that overlap the first. */
static size_t
mend(struct gf_run *run, struct gf_finding **v, size_t n)
{
	const struct gf_fix **fixes = gf_arena_alloc(run->arena,
	    n * sizeof(struct gf_fix *));
	size_t kept = 0, end = 0;

	for (size_t i = 0; i < n; i++) {
		const struct gf_fix *f = v[i]->fix;

		if (kept > 0 && f->at.off < end) {
			v[i]->fix = NULL;
			continue;
		}
		fixes[kept++] = f;
		end = f->at.off + f->at.len;
	}
	if (gf_change_mend(run, v[0]->at.doc, fixes, kept))
		return kept;
	for (size_t i = 0; i < n; i++)
		v[i]->fix = NULL;
	return 0;
}

/* What is fixed needs no more saying. */
static void
drop_fixed(struct gf_findings *fs)
{
	size_t kept = 0;

	for (size_t i = 0; i < fs->n; i++)
		if (fs->v[i].fix == NULL)
			fs->v[kept++] = fs->v[i];
	fs->n = kept;
}

/* Every finding with its fix, which the plan of a patch took away. */
static void
put_back(struct gf_findings *fs, struct gf_fix *const *fixes)
{
	for (size_t i = 0; i < fs->n; i++)
		fs->v[i].fix = fixes[i];
}

size_t
gf_repair(struct gf_run *run)
{
	struct gf_findings *fs = run->findings;
	struct gf_finding **v = gf_alloc(fs->n * sizeof(struct gf_finding *));
	struct gf_fix **was = gf_alloc(fs->n * sizeof(struct gf_fix *));
	size_t n = 0, end, done = 0;

	for (size_t i = 0; i < fs->n; i++)
		was[i] = fs->v[i].fix;
	for (size_t i = 0; i < fs->n; i++)
		if (is_due(run, &fs->v[i]))
			v[n++] = &fs->v[i];
		else
			fs->v[i].fix = NULL;
	if (n > 1)
		qsort(v, n, sizeof(struct gf_finding *), by_place);
	for (size_t i = 0; i < n; i = end) {
		for (end = i + 1; end < n &&
		    v[end]->at.doc == v[i]->at.doc; end++)
			continue;
		done += mend(run, v + i, end - i);
	}
	if (gf_repair_beside(run))
		put_back(fs, was);
	else
		drop_fixed(fs);
	free(was);
	free(v);
	if (done > 0 && gf_change_writes(run))
		gf_run_say(run, "%zu finding%s fixed", done,
		    done == 1 ? "" : "s");
	return done;
}

bool
gf_repair_beside(const struct gf_run *run)
{
	return run->verb->checks && run->verb->changes &&
	    run->common->fix == NULL && !run->common->ask &&
	    !gf_emit_wants(run, "diff");
}
