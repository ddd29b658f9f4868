#include <stdlib.h>
#include <string.h>

#include "cli/main.h"
#include "goal/refer.h"
#include "judge/align.h"
#include "out/map_tree.h"

static bool *
chosen_goals(const struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	bool *chosen = gf_alloc(plan->ngoals * sizeof(*chosen));

	for (size_t i = 0; i < plan->ngoals; i++)
		chosen[i] = plan->goals[i]->doc->given &&
		    gf_run_selects(run, plan->goals[i]);
	return chosen;
}

/* Status words of links are shown beside them. */
static void
judge_links(struct gf_run *run)
{
	struct gf_graph graph;

	gf_graph_init(&graph, run->plan, run->arena);
	gf_align_links(&graph);
}

static int
tree(struct gf_run *run)
{
	struct gf_outline o;
	bool *chosen = chosen_goals(run);

	judge_links(run);
	gf_outline_down(&o, run->plan, chosen);
	gf_run_report(run, &o);
	gf_outline_release(&o);
	free(chosen);
	return 0;
}

static int
path(struct gf_run *run)
{
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_outline o;

	if (g == NULL)
		return 2;
	judge_links(run);
	gf_outline_up(&o, run->plan, g);
	for (size_t i = 0; i < o.n; i++)
		if (o.rows[i].goal != NULL)
			gf_run_about(run, o.rows[i].goal->doc);
	gf_run_report(run, &o);
	gf_outline_release(&o);
	return 0;
}

static int
goal_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(gf_kinds[GF_GOAL], a, b);
}

/* A way from one goal up to another, with the new link it would be a ring. */
static bool
closes_ring(struct gf_run *run, const struct gf_goal *child,
    const struct gf_goal *parent)
{
	struct gf_outline o;
	struct gf_buf way = { 0 };
	uint32_t depth = UINT32_MAX;
	bool found = false;

	gf_outline_up(&o, run->plan, parent);
	for (size_t i = o.n; i-- > 0; ) {
		const struct gf_outline_row *row = &o.rows[i];

		found |= row->goal == child;
		if (!found || row->depth >= depth)
			continue;
		depth = row->depth;
		if (way.n == 0) {
			gf_buf_str(&way, child->id);
			continue;
		}
		gf_buf_text(&way, " <- ");
		gf_buf_str(&way, row->goal->id);
	}
	if (found)
		gf_run_fail(run, "'%.*s' would close a ring: %s <- %.*s",
		    (int)parent->id.n, parent->id.p, way.p,
		    (int)child->id.n, child->id.p);
	gf_buf_release(&way);
	gf_outline_release(&o);
	return found;
}

static bool
is_linked(const struct gf_goal *child, const struct gf_goal *parent)
{
	for (uint32_t i = 0; i < child->nlinks; i++)
		if (child->links[i].parent == parent)
			return true;
	return false;
}

/* An own list hides that of defaults, so it begins with what was inherited. */
static bool
insert_supports(struct gf_run *run, struct gf_edits *edits,
    const struct gf_goal *child, struct gf_str parent)
{
	struct gf_new *new = gf_new_bare(run->arena, parent);
	struct gf_new *list;

	if (child->nlinks > 0) {
		list = gf_new_list(run->arena, GF_SEQ, true);
		for (uint32_t i = 0; i < child->nlinks; i++) {
			if (child->links[i].rec != NULL) {
				gf_run_fail(run, "'%.*s' inherits links with "
				    "rates or shares; write supports into "
				    "the goal itself first",
				    (int)child->id.n, child->id.p);
				return false;
			}
			gf_new_add(list, GF_STR(""), gf_new_bare(run->arena,
			    child->links[i].id));
		}
		gf_new_add(list, GF_STR(""), new);
		new = list;
	}
	return gf_edit_insert(edits, edits->tree->root, GF_STR("supports"),
	    new, goal_order);
}

static bool
add_link(struct gf_run *run, const struct gf_goal *child,
    struct gf_str parent)
{
	struct gf_edits *edits = gf_run_edit(run, child->doc);
	struct gf_node *supports;

	if (edits == NULL)
		return false;
	supports = gf_node_get(edits->tree->root, "supports");
	if (supports != NULL && gf_node_real(supports)->kind == GF_MAP) {
		gf_run_fail(run, "'%.*s' has one mapping in supports; write it "
		    "as a list, then link again", (int)child->id.n,
		    child->id.p);
		return false;
	}
	if (supports == NULL ? insert_supports(run, edits, child, parent) :
	    gf_edit_append(edits, supports, gf_new_bare(run->arena, parent)))
		return true;
	/* not allowed to inherit was said already */
	if (edits->why[0] != '\0')
		gf_run_fail(run, "cannot link '%.*s': %s", (int)child->id.n,
		    child->id.p, edits->why);
	return false;
}

static int
link_goals(struct gf_run *run)
{
	struct gf_goal *child = gf_run_goal(run, run->ids[0]);
	struct gf_goal *parent = child ? gf_run_goal(run, run->ids[1]) : NULL;

	if (child == NULL || parent == NULL)
		return 2;
	if (is_linked(child, parent)) {
		gf_run_say(run, "'%.*s' serves '%.*s' already",
		    (int)child->id.n, child->id.p, (int)parent->id.n,
		    parent->id.p);
		return 0;
	}
	if (closes_ring(run, child, parent) ||
	    !add_link(run, child, parent->id))
		return 2;
	if (run->common->in_place)
		gf_run_say(run, "'%.*s' now serves '%.*s'",
		    (int)child->id.n, child->id.p, (int)parent->id.n,
		    parent->id.p);
	return 0;
}

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
	s = (struct gf_str){ gf_arena_copy(arena, b.p, b.n), b.n };
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

/* How many aliases take the value of a scalar. */
static size_t
count_aliases(const struct gf_tree *tree, const struct gf_node *scalar)
{
	size_t n = 0;

	if (scalar->anchor.n > 0)
		for (struct gf_node *k = tree->root; k; k = next_node(k))
			n += k->kind == GF_ALIAS && k->target == scalar;
	return n;
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
	if (count_aliases(edits->tree, s->node) + 1 != s->values)
		return shared(run, r, s->val);
	r->places += s->values;
	if (gf_edit_set(edits, s->node, s->val->type == GF_T_TEXT ?
	    gf_new_text(run->arena, text) : gf_new_bare(run->arena, text)))
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
	ok = was ? gf_edit_append(edits, was, gf_new_bare(run->arena, old)) :
	    gf_edit_insert(edits, edits->tree->root, GF_STR("was"),
	    gf_new_bare(run->arena, old), goal_order);
	if (!ok)
		gf_run_fail(run, "cannot write was: into '%.*s': %s",
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
		gf_run_fail(run, "'%s' cannot be an id: a-z, 0-9 and . _ - "
		    "after the first", new);
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

static int
rename_id(struct gf_run *run)
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
	if (!may_rename(run, &r, g, p) || !rename_all(run, &r) ||
	    (g != NULL && !remember(run, g, r.old)))
		return 2;
	if (run->common->in_place)
		gf_run_say(run, "'%s' is now '%s', in %zu place%s of %zu "
		    "document%s", r.old.p, r.new.p, r.places,
		    r.places == 1 ? "" : "s", r.docs, r.docs == 1 ? "" : "s");
	return 0;
}

static const struct gf_verb verbs[] = {
	{ .name = "tree", .about = "show the plan as a tree",
	    .operands = "[FILE|DIR|-]...", .formats = gf_tree_formats,
	    .nformats = GF_LEN(gf_tree_formats), .run = tree },
	{ .name = "check", .about = "judge links and coverage",
	    .operands = "[FILE|DIR|-]...", .checks = true, .whole = true,
	    .run = gf_run_check },
	{ .name = "path", .about = "show the line of sight of a goal, up to "
	    "the company", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .formats = gf_path_formats, .nformats = GF_LEN(gf_path_formats),
	    .run = path },
	{ .name = "link", .about = "let a goal serve another",
	    .operands = "CHILD PARENT [FILE|DIR|-]...", .ids = 2,
	    .changes = true, .whole = true, .run = link_goals },
	{ .name = "rename", .about = "give a goal, person, team or company "
	    "another id, everywhere", .operands = "OLD NEW [FILE|DIR|-]...",
	    .ids = 2, .changes = true, .whole = true, .run = rename_id },
};

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_align_checks, &gf_shared_checks
};

static const struct gf_prog prog = {
	.name = "alignmap",
	.about = "show who carries what, and where a link is missing",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks),
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
