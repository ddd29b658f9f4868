#include <stdlib.h>

#include "base/mem.h"
#include "cli/change.h"
#include "cli/input.h"
#include "cli/rehearse.h"
#include "out/baseline.h"
#include "text/waiver.h"

/* A document as it was, while the edited one stands in its place. */
struct role {
	struct gf_entry *entry;
	const struct gf_rec *rec;
	struct gf_waiver *waivers;
};

/* Judge the plan as it is, everything, by what was known before. */
static void
judge(struct gf_run *run, struct gf_baseline *known, struct gf_findings *fs)
{
	struct gf_sentence s = { .levels = run->inputs->levels,
	    .nlevels = run->inputs->nlevels, .all = true, .threads = 1,
	    .allow_missing = run->common->allow_missing,
	    .ask_all = known->update, .hold = gf_baseline_hold,
	    .holder = known };

	gf_run_judge(run, run->plan, &s, fs);
}

static struct gf_entry *
entry_of(const struct gf_plan *plan, const struct gf_doc *doc)
{
	for (size_t i = 0; i < plan->nentries; i++)
		if (plan->entries[i].doc == doc)
			return &plan->entries[i];
	return NULL;
}

/* Let the edited document stand in the plan; false if it cannot be read. */
static bool
put_on(struct gf_run *run, size_t i, struct role *role, struct gf_findings *fs)
{
	const struct gf_doc *doc;
	struct gf_str bytes;
	struct gf_reader reader;
	struct gf_fault fault;
	struct gf_tree tree;

	if (!gf_change_preview(run, i, &doc, &bytes) ||
	    (role->entry = entry_of(run->plan, doc)) == NULL ||
	    !gf_tree_parse(&tree, bytes, &run->common->limits, run->arena,
	    &fault))
		return false;
	reader = gf_reader_of(role->entry->config, run->arena, fs);
	role->rec = role->entry->rec;
	role->waivers = doc->waivers;
	role->entry->rec = gf_rec_read(&reader, doc, &tree,
	    gf_node_real(tree.root), gf_kinds[role->entry->kind]);
	role->entry->doc->waivers = gf_waivers_read(&tree, run->arena);
	if (role->entry->goal != NULL)
		gf_goal_set(role->entry->goal, role->entry->rec);
	return true;
}

static void
take_off(struct role *role)
{
	if (role->entry == NULL || role->rec == NULL)
		return;
	role->entry->rec = role->rec;
	role->entry->doc->waivers = role->waivers;
	if (role->entry->goal != NULL)
		gf_goal_set(role->entry->goal, role->rec);
}

static bool
is_edited(const struct role *roles, size_t n, const struct gf_doc *doc)
{
	for (size_t i = 0; i < n; i++)
		if (roles[i].entry != NULL && roles[i].entry->doc == doc)
			return true;
	return false;
}

/* The first finding that nobody knew, NULL if there is none. */
static const struct gf_finding *
fresh(const struct gf_findings *fs, const struct gf_baseline *known)
{
	for (size_t i = 0; i < fs->n; i++)
		if (fs->v[i].quiet == GF_QUIET_NOT &&
		    fs->v[i].at.doc != NULL &&
		    fs->v[i].at.doc != &known->doc)
			return &fs->v[i];
	return NULL;
}

/* What the reader said of the documents that are not edited. */
static void
repeat(const struct gf_run *run, const struct role *roles, size_t n,
    struct gf_findings *fs)
{
	for (size_t i = 0; i < run->findings->n; i++)
		if (!is_edited(roles, n, run->findings->v[i].at.doc))
			gf_findings_push(fs, &run->findings->v[i]);
}

bool
gf_rehearse(struct gf_run *run, const char *what_to_do)
{
	size_t n = run->changes->nedited;
	struct role *roles = gf_alloc(n * sizeof(*roles));
	struct gf_findings before, after;
	const struct gf_finding *f = NULL;
	struct gf_baseline known;
	bool ok = true;

	gf_findings_init(&before, run->arena);
	gf_findings_init(&after, run->arena);
	gf_baseline_init(&known, GF_STR("before"), run->arena);
	known.update = true;
	repeat(run, roles, 0, &before);
	judge(run, &known, &before);
	known.update = false;
	for (size_t i = 0; i < known.n; i++)
		known.v[i].found = 0;
	for (size_t i = 0; ok && i < n; i++)
		ok = put_on(run, i, &roles[i], &after);
	repeat(run, roles, n, &after);
	gf_plan_resolve(run->plan);
	if (ok) {
		judge(run, &known, &after);
		f = fresh(&after, &known);
	}
	if (f != NULL)
		gf_run_fail(run, "this would bring up %s: %.*s; %s",
		    f->check->id, (int)f->said.n, f->said.p, what_to_do);
	for (size_t i = 0; i < n; i++)
		take_off(&roles[i]);
	gf_plan_resolve(run->plan);
	gf_baseline_release(&known);
	gf_findings_release(&before);
	gf_findings_release(&after);
	free(roles);
	return ok && f == NULL;
}
