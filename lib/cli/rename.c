#include <stdlib.h>

#include "base/mem.h"
#include "cli/held.h"
#include "cli/input.h"
#include "cli/item.h"
#include "cli/ratchet.h"
#include "cli/rename.h"
#include "goal/refer.h"

const struct gf_opt gf_rename_opts[] = {
	{ 0, "baseline", GF_OPT_TEXT, offsetof(struct gf_rename_options,
	    baseline), "FILE", "change the id in this file of check, too" },
	{ 0 }
};

/* What is renamed, and to what. */
struct renaming {
	struct gf_str old, new;
	enum gf_ref whose;
	size_t places, docs;
	const struct gf_doc *doc;	/* the one being changed */
};

/* The new text of a value that begins with the old id. */
static struct gf_str
renamed(const struct renaming *r, const struct gf_val *v,
    struct gf_arena *arena)
{
	struct gf_str s = gf_val_text(v), rest = s;
	size_t n = gf_ref_len(v);
	struct gf_buf b = { 0 };

	rest.p += n;
	rest.n -= n;
	gf_buf_str(&b, r->new);
	gf_buf_str(&b, rest);
	s = gf_buf_keep(&b, arena);
	gf_buf_release(&b);
	return s;
}

static int
by_place(const void *a, const void *b)
{
	const struct gf_val *x = *(const struct gf_val *const *)a;
	const struct gf_val *y = *(const struct gf_val *const *)b;

	return (x->at.off > y->at.off) - (x->at.off < y->at.off);
}

/* The next node in the order of the document, NULL at its end. */
static struct gf_node *
next_node(struct gf_node *node)
{
	if (node->first != NULL)
		return node->first;
	while (node != NULL && node->next == NULL)
		node = node->parent;
	return node ? node->next : NULL;
}

/* One scalar and how many of the values are read from it. */
struct source {
	struct gf_node *node;
	const struct gf_val *val;
	size_t values;
};

/* Note where a value is read from; false if that is no scalar. */
static bool
add_source(struct gf_map *seen, struct source *sources, size_t *n,
    struct gf_node *node, const struct gf_val *v)
{
	struct source *s;
	struct gf_str key;

	node = node ? gf_node_real(node) : NULL;
	if (node == NULL || node->kind != GF_SCALAR)
		return false;
	key = (struct gf_str){ (const char *)&node->start,
	    sizeof(node->start) };
	s = gf_map_get(seen, key);
	if (s == NULL) {
		s = &sources[(*n)++];
		*s = (struct source){ .node = node, .val = v };
		gf_map_put(seen, key, s);
	}
	s->values++;
	return true;
}

static bool
shared(struct gf_run *run, const struct renaming *r, const struct gf_val *v)
{
	gf_run_fail(run, "line %u of a document in '%.*s' shares the id by an "
	    "anchor; write it out there first", (unsigned)v->at.line + 1,
	    (int)r->doc->origin.path.n, r->doc->origin.path.p);
	return false;
}

static bool
rename_source(struct gf_run *run, struct renaming *r, struct gf_edits *edits,
    const struct source *s)
{
	struct gf_str text = renamed(r, s->val, run->arena);

	/* an alias that is no id must not change with one */
	if (gf_node_aliases(edits->tree, s->node) + 1 != s->values)
		return shared(run, r, s->val);
	r->places += s->values;
	if (gf_edit_set(edits, s->node, gf_new_text(run->arena, text)))
		return true;
	gf_run_fail(run, "cannot rename in '%.*s': %s",
	    (int)r->doc->origin.path.n, r->doc->origin.path.p, edits->why);
	return false;
}

/* The values in the order of the document meet its nodes in one walk. */
static bool
find_sources(struct gf_run *run, const struct renaming *r,
    const struct gf_tree *tree, const struct gf_refs *refs,
    struct source *sources, size_t *n)
{
	struct gf_node *node = tree->root;
	struct gf_map seen = { 0 };
	bool ok = true;

	*n = 0;
	qsort(refs->v, refs->n, sizeof(*refs->v), by_place);
	for (size_t i = 0; ok && i < refs->n; i++) {
		uint32_t off = refs->v[i]->at.off;

		while (node != NULL && (node->start < off ||
		    node->kind == GF_MAP || node->kind == GF_SEQ))
			node = next_node(node);
		ok = add_source(&seen, sources, n, node != NULL &&
		    node->start == off ? node : NULL, refs->v[i]) ||
		    shared(run, r, refs->v[i]);
	}
	gf_map_release(&seen);
	return ok;
}

static bool
rename_in(struct gf_run *run, struct renaming *r, const struct gf_refs *refs)
{
	struct gf_edits *edits = gf_run_edit(run, r->doc);
	struct source *sources;
	size_t n;
	bool ok;

	if (edits == NULL)
		return false;
	r->docs++;
	sources = gf_alloc(refs->n * sizeof(*sources));
	ok = find_sources(run, r, edits->tree, refs, sources, &n);
	for (size_t i = 0; ok && i < n; i++)
		ok = rename_source(run, r, edits, &sources[i]);
	free(sources);
	return ok;
}

static bool
rename_all(struct gf_run *run, struct renaming *r)
{
	struct gf_refs refs = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < run->plan->nentries; i++) {
		const struct gf_entry *e = &run->plan->entries[i];

		refs.n = 0;
		gf_refs_add(&refs, e->rec, r->old, r->whose);
		r->doc = e->doc;
		if (refs.n > 0)
			ok = rename_in(run, r, &refs);
	}
	gf_refs_release(&refs);
	return ok;
}

/* The goal itself remembers what it was called. */
static bool
remember(struct gf_run *run, const struct gf_goal *g, struct gf_str old)
{
	struct gf_edits *edits = gf_run_edit(run, g->doc);
	struct gf_node *was;
	bool ok;

	if (edits == NULL)
		return false;
	was = gf_node_get(edits->tree->root, "was");
	ok = was ? gf_edit_append(edits, was, gf_new_text(run->arena, old)) :
	    gf_edit_insert(edits, edits->tree->root, GF_STR("was"),
	    gf_new_text(run->arena, old), gf_goal_order);
	if (!ok)
		gf_run_fail(run, "cannot write 'was' into '%.*s': %s",
		    (int)old.n, old.p, edits->why);
	return ok;
}

static bool
was_renamed(const struct gf_goal *g, struct gf_str old)
{
	const struct gf_val *items;
	size_t n = g ? gf_goal_list(g, GOAL_WAS, &items) : 0;

	for (size_t i = 0; i < n; i++)
		if (gf_str_eq(gf_val_text(&items[i]), old))
			return true;
	return false;
}

static const struct gf_party *
party_of(const struct gf_plan *plan, struct gf_str id)
{
	return gf_map_get(&plan->party_ids, id);
}

/*
 * Whether the old id means one thing and the new one nothing yet; else says
 * why.
 */
static bool
may_rename(struct gf_run *run, struct renaming *r, const struct gf_goal *g,
    const struct gf_party *p)
{
	const char *old = run->ids[0].p, *new = run->ids[1].p;

	r->whose = g != NULL ? GF_REF_GOAL : GF_REF_PARTY;
	if (!gf_id_ok(r->new))
		gf_run_no_id(run, r->new);
	else if (g != NULL && p != NULL)
		gf_run_fail(run, "both a goal and a %s are called '%s'; "
		    "rename one of them in its file", gf_kind_name(p->kind),
		    old);
	else if ((g != NULL && g->same != NULL) ||
	    (p != NULL && p->same != NULL))
		gf_run_fail(run, "two documents are called '%s'; give one of "
		    "them another id in its file first", old);
	else if (g != NULL ? gf_plan_goal(run->plan, r->new) != NULL :
	    party_of(run->plan, r->new) != NULL)
		gf_run_fail(run, "'%s' exists already; choose another id",
		    new);
	else
		return true;
	return false;
}

/* The line of a document at which it stops being YAML. */
static struct gf_pos
broken_at(const struct gf_run *run, const struct gf_doc *doc)
{
	for (size_t i = 0; i < run->findings->n; i++) {
		const struct gf_finding *f = &run->findings->v[i];

		if (f->at.doc == doc)
			return gf_doc_pos(doc, f->at.at.line, 0);
	}
	return gf_doc_pos(doc, 0, 0);
}

/* Whether every document that may hold the id can be read; else says which. */
static bool
all_read(struct gf_run *run, struct gf_str id)
{
	struct gf_inputs *is = run->inputs;

	for (size_t i = 0; i < run->plan->nentries; i++) {
		const struct gf_doc *doc = run->plan->entries[i].doc;
		struct gf_str s = { 0 };
		struct gf_pos pos;

		if (doc->broken)
			s = gf_recall_bytes(&is->recall, doc, doc->seq <
			    is->nsums ? &is->sums[doc->seq] : NULL);
		if (!doc->broken || (s.n > 0 && gf_str_find(s, id.p) == s.n))
			continue;
		pos = broken_at(run, doc);
		gf_run_fail(run, "%.*s:%u is no YAML and may hold the id; "
		    "mend it first", (int)pos.path.n, pos.path.p,
		    (unsigned)pos.line);
		return false;
	}
	return true;
}

/*
 * Say so where other documents of the plan were not looked for: a filter may
 * have left them out.
 */
static void
warn_of_others(struct gf_run *run, const struct renaming *r)
{
	const struct gf_inputs *is = run->inputs;
	bool nameless = false;

	for (size_t i = 0; i < run->plan->nentries; i++) {
		const struct gf_doc *d = run->plan->entries[i].doc;

		nameless |= d->marked && gf_str_is(d->origin.path, "-");
	}
	if (run->common->no_context && is->n > 0)
		gf_run_say(run, "'%s' was renamed in what was given alone; "
		    "without --no-context it is renamed everywhere", r->old.p);
	else if (nameless && run->common->context == NULL)
		gf_run_say(run, "'%s' was renamed in this stream alone, which "
		    "says not which files it came from; give the files, or "
		    "--context DIR", r->old.p);
}

/* The entries of a baseline go with the id that they are kept by. */
static bool
rename_known(struct gf_run *run, const struct renaming *r)
{
	const char *file = ((const struct gf_rename_options *)run->opt)->baseline;
	struct gf_buf bytes = { 0 }, why = { 0 };
	struct gf_baseline b;
	size_t n, unknown = 0;
	bool ok;

	if (file == NULL || !(run->common->in_place || run->common->dry_run))
		return true;
	gf_baseline_init(&b, gf_str(file), run->arena);
	ok = gf_ratchet_read(&b, run, file, false);
	n = ok ? gf_baseline_rename(&b, run->plan, r->old, r->new, &unknown) :
	    0;
	gf_baseline_print(&bytes, &b);
	if (ok && n > 0 && run->common->in_place) {
		ok = gf_held_put(gf_str(file), gf_buf_view(&bytes), &why);
		if (!ok)
			gf_run_fail(run, "%.*s", (int)why.n - 1, why.p);
	}
	if (ok && n + unknown > 0)
		gf_run_say(run, "'%s': %zu entr%s of '%s'%s%s", file, n,
		    n == 1 ? "y" : "ies", r->new.p, unknown > 0 ?
		    "; --update-baseline of check takes in the rest" : "",
		    run->common->in_place ? "" : " to change");
	gf_buf_release(&bytes);
	gf_buf_release(&why);
	gf_baseline_release(&b);
	return ok;
}

int
gf_run_rename(struct gf_run *run)
{
	struct renaming r = { .old = run->ids[0], .new = run->ids[1] };
	const struct gf_goal *g = gf_plan_goal(run->plan, r.old);
	const struct gf_party *p = party_of(run->plan, r.old);

	if (g == NULL && p == NULL) {
		if (was_renamed(gf_plan_goal(run->plan, r.new), r.old)) {
			gf_run_say(run, "'%s' is called '%s' already",
			    r.old.p, r.new.p);
			return 0;
		}
		gf_run_goal(run, r.old);
		return 2;
	}
	if (!may_rename(run, &r, g, p) || (run->common->in_place &&
	    !all_read(run, r.old)) || !rename_all(run, &r) ||
	    (g != NULL && !remember(run, g, r.old)))
		return 2;
	if (!rename_known(run, &r))
		return 2;
	warn_of_others(run, &r);
	if (run->common->in_place)
		gf_run_say(run, "'%s' is now '%s', in %zu place%s of %zu "
		    "document%s", r.old.p, r.new.p, r.places,
		    r.places == 1 ? "" : "s", r.docs, r.docs == 1 ? "" : "s");
	return 0;
}
