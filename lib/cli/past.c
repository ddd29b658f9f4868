#include <stdlib.h>

#include "cli/blobs.h"
#include "cli/past.h"
#include "cli/revision.h"
#include "goal/refer.h"
#include "text/split.h"
#include "text/waiver.h"

/* The revision to compare with, in the buffer; false: there is none. */
static bool
before(const struct gf_common *c, struct gf_buf *oid)
{
	struct gf_buf b = { 0 };
	bool ok;

	gf_buf_printf(&b, "%s", c->rev ? c->rev : "HEAD");
	if (c->new_since == NULL) {
		if (c->rev != NULL)
			gf_buf_text(&b, "^");
		ok = gf_git_oid(b.p, oid);
	} else {
		struct gf_buf base = { 0 };
		struct gf_buf tip = { 0 };
		const char *words[] = { "merge-base", NULL, NULL, NULL };

		ok = gf_git_oid(c->new_since, &base) && gf_git_oid(b.p, &tip);
		words[1] = base.p;
		words[2] = tip.p;
		ok = ok && gf_git_ask(words, false, oid) && oid->n >
		    GF_OID_LEAST;
		if (ok)
			oid->p[--oid->n] = '\0';
		gf_buf_release(&base);
		gf_buf_release(&tip);
	}
	gf_buf_release(&b);
	return ok;
}

struct gf_str
gf_past_waiver(struct gf_buf *b, struct gf_str bytes, struct gf_str id,
    const struct gf_waiver *w)
{
	gf_buf_clear(b);
	gf_buf_str(b, id);
	gf_buf_byte(b, '\n');
	gf_buf_add(b, bytes.p + w->at.off, w->at.len);
	return gf_buf_view(b);
}

/* Keep what is asked of a document that stood there before. */
static void
keep_doc(struct gf_past *p, struct gf_str bytes)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_fault fault;
	struct gf_tree tree;
	struct gf_str id = { "", 0 }, key;
	struct gf_buf b = { 0 };

	gf_map_put(&p->docs, bytes, p);
	if (!gf_tree_parse(&tree, bytes, &limits, p->arena, &fault) ||
	    tree.root == NULL || tree.root->kind != GF_MAP)
		return;
	if (tree.root->first != NULL && tree.root->first->next != NULL &&
	    tree.root->first->next->kind == GF_SCALAR)
		id = tree.root->first->next->value;
	if (id.n > 0) {
		p->ids = gf_grow(p->ids, p->nids, &p->capids,
		    sizeof(*p->ids));
		p->ids[p->nids++] = id;
	}
	for (const struct gf_waiver *w = gf_waivers_read(&tree, p->arena);
	    w != NULL; w = w->next) {
		key = gf_past_waiver(&b, bytes, id, w);
		gf_map_put(&p->waivers, gf_str_keep(key, p->arena), p);
	}
	gf_buf_release(&b);
}

static void
keep_file(struct gf_past *p, const struct gf_blob *blob)
{
	size_t most = gf_limits_default().v[GF_LIMIT_SIZE] * 16;
	struct gf_buf b = { 0 };
	struct gf_splitter split = { 0 };
	struct gf_piece piece;
	struct gf_str all;

	if (gf_git_read(&p->git, blob, most, &b)) {
		all = gf_buf_keep(&b, p->arena);
		while (gf_split_next(&split, all, true, &piece) == 1)
			keep_doc(p, piece.bytes);
	}
	gf_buf_release(&b);
}

/* Read the files that are not the same now. */
static void
keep_files(struct gf_past *p, const struct gf_git *now)
{
	const struct gf_blob *same;

	for (size_t i = 0; i < p->git.n; i++) {
		const struct gf_blob *blob = &p->git.v[i];

		if (!gf_walk_yaml(blob->path) || !blob->plain)
			continue;
		same = now ? gf_git_find(now, blob->path) : NULL;
		if (same == NULL || !gf_str_eq(same->oid, blob->oid))
			keep_file(p, blob);
	}
}

/* A file of --config that was not there yet configured nothing. */
static void
configure(struct gf_past *p, struct gf_run *run)
{
	struct gf_buf b = { 0 };

	gf_conf_init(&p->conf, run);
	p->conf.git = &p->git;
	if (run->common->config != NULL && gf_blobs_path(run, &p->git,
	    gf_str(run->common->config), &b) &&
	    gf_git_find(&p->git, gf_buf_view(&b)) == NULL)
		p->conf.fixed = &p->conf.built_in;
	gf_buf_release(&b);
}

bool
gf_past_open(struct gf_run *run)
{
	const struct gf_common *c = run->common;
	struct gf_inputs *is = run->inputs;
	struct gf_buf oid = { 0 }, why = { 0 };
	struct gf_past *p;
	bool ok = true;

	if (!run->verb->checks || (is->git == NULL && c->new_since == NULL))
		return true;
	p = gf_arena_alloc(run->arena, sizeof(*p));
	p->arena = run->arena;
	p->since = c->new_since != NULL;
	p->none = !before(c, &oid);
	if (!p->none)
		ok = gf_git_tree(&p->git, oid.p, is->conf.cwd, run->arena,
		    &why);
	if (p->none && p->since)
		gf_buf_printf(&why, "'%s' and what is judged have no commit "
		    "in common here; in a shallow clone fetch more (in a "
		    "job: fetch-depth: 0)", c->new_since);
	if (why.n > 0)
		gf_run_fail(run, "%s", why.p);
	else if (ok)
		keep_files(p, is->git);
	configure(p, run);
	is->past = p;
	ok = why.n == 0;
	gf_buf_release(&oid);
	gf_buf_release(&why);
	return ok;
}

bool
gf_past_brings(const struct gf_run *run, struct gf_str path,
    struct gf_str bytes)
{
	const struct gf_past *p = run->inputs->past;
	const struct gf_blob *blob, *was;

	if (p == NULL || !run->common->staged)
		return true;
	blob = gf_blobs_find(run, path);
	was = blob ? gf_git_find(&p->git, blob->path) : NULL;
	return !(was != NULL && gf_str_eq(was->oid, blob->oid)) &&
	    gf_map_get(&p->docs, bytes) == NULL;
}

/* The id of a document, empty if it has none. */
static struct gf_str
id_of(const struct gf_entry *e)
{
	return e->goal ? e->goal->id : e->party ? e->party->id :
	    (struct gf_str){ "", 0 };
}

/* The ids of documents that are new, changed or gone. */
static void
gather_ids(struct gf_past *p, const struct gf_plan *plan, struct gf_map *ids)
{
	struct gf_map same = { 0 };

	for (size_t i = 0; i < plan->nentries; i++) {
		struct gf_str id = id_of(&plan->entries[i]);

		if (id.n > 0)
			gf_map_put(plan->entries[i].doc->given ? ids : &same,
			    id, p);
	}
	for (size_t i = 0; i < p->nids; i++)
		if (gf_map_get(&same, p->ids[i]) == NULL)
			gf_map_put(ids, p->ids[i], p);
	gf_map_release(&same);
}

void
gf_past_refer(struct gf_run *run)
{
	struct gf_past *p = run->inputs->past;
	const struct gf_plan *plan = run->plan;
	struct gf_map ids = { 0 };
	bool *too;

	if (p == NULL || !run->common->staged)
		return;
	gather_ids(p, plan, &ids);
	too = gf_alloc(plan->nentries * sizeof(*too));
	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];

		too[i] = !e->doc->given && e->rec != NULL &&
		    (gf_refs_any(e->rec, &ids) || (e->goal != NULL &&
		    e->goal->defaults_doc != NULL &&
		    e->goal->defaults_doc->given));
	}
	for (size_t i = 0; i < plan->nentries; i++)
		if (too[i])
			plan->entries[i].doc->given = true;
	gf_map_release(&ids);
	free(too);
}

static void
count_all(struct gf_past *p, const struct gf_findings *fs)
{
	for (size_t i = 0; i < fs->n; i++) {
		const struct gf_finding *f = &fs->v[i];
		char print[GF_PRINT_SIZE];
		size_t *n;

		if (f->quiet != GF_QUIET_NOT)
			continue;
		gf_finding_fingerprint(f, f->kind, print);
		n = gf_map_get(&p->counts, gf_str(print));
		if (n == NULL) {
			n = gf_arena_alloc(p->arena, sizeof(*n));
			gf_map_put(&p->counts, (struct gf_str){
			    gf_arena_copy(p->arena, print, sizeof(print) - 1),
			    sizeof(print) - 1 }, n);
		}
		++*n;
	}
}

/* Hold back what was found before as often. */
static void
hold(void *past, const struct gf_trial *trial, struct gf_findings *fs)
{
	struct gf_past *p = past;

	for (size_t i = 0; i < fs->n; i++) {
		struct gf_finding *f = &fs->v[i];
		char print[GF_PRINT_SIZE];
		size_t *n;

		gf_finding_fingerprint(f, f->kind, print);
		n = f->quiet == GF_QUIET_NOT ? gf_map_get(&p->counts,
		    gf_str(print)) : NULL;
		if (n == NULL || *n == 0)
			continue;
		--*n;
		f->quiet = GF_QUIET_BASELINE;
		f->because = GF_STR("was there before");
	}
	if (p->next != NULL)
		p->next(p->next_holder, trial, fs);
}

/* Read and judge the plan as it was, by what is configured now. */
static void
judge_then(struct gf_run *run, struct gf_past *p, struct gf_sentence s)
{
	struct gf_revision then;

	gf_revision_read(&then, run, &p->git, &run->inputs->conf);
	s.all = true;
	gf_run_judge(run, &then.plan, &s, &then.findings);
	count_all(p, &then.findings);
	gf_revision_release(&then);
}

void
gf_past_judge(struct gf_run *run, struct gf_sentence *s)
{
	struct gf_past *p = run->inputs->past;

	if (p == NULL || !p->since)
		return;
	p->next = s->hold;
	p->next_holder = s->holder;
	s->hold = NULL;
	judge_then(run, p, *s);
	s->hold = hold;
	s->holder = p;
}

void
gf_past_release(struct gf_past *p)
{
	if (p == NULL)
		return;
	gf_conf_release(&p->conf);
	gf_git_release(&p->git);
	gf_map_release(&p->docs);
	gf_map_release(&p->waivers);
	gf_map_release(&p->counts);
	free(p->ids);
}
