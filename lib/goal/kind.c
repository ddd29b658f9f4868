#include <string.h>

#include "goal/read.h"
#include "goal/table.h"

/* Whether a value could be what stands behind a kind's first key. */
static bool
plausible(enum gf_kind kind, const struct gf_node *v)
{
	gf_day day;
	const char *why;

	if (kind == GF_DEFAULTS)
		return v->kind == GF_MAP;
	if (v->kind != GF_SCALAR)
		return false;
	return kind == GF_SESSION ? gf_day_parse(v->value, &day, &why) :
	    gf_id_ok(v->value);
}

/* The kind whose name a key misses by one slip, GF_FOREIGN if none. */
static enum gf_kind
nearly(struct gf_str key)
{
	for (unsigned k = 0; k < GF_FOREIGN; k++) {
		struct gf_str name = gf_str(gf_kind_name((enum gf_kind)k));

		if (gf_str_eq_fold(key, name) ||
		    gf_str_distance(key, name, 1) <= 1)
			return (enum gf_kind)k;
	}
	return GF_FOREIGN;
}

/* `goal:ana`, which YAML reads as one word. */
static void
check_blank(struct gf_read *r, const struct gf_node *root)
{
	struct gf_str rest = root->value, name = gf_str_cut(&rest, ':');
	enum gf_kind kind = gf_kind_of(name);

	if (kind == GF_FOREIGN || rest.n == 0 ||
	    root->value.n == name.n || root->style != GF_PLAIN)
		return;
	gf_read_say(r, NULL, GF_F04, gf_read_at(r, root), "not judged: a "
	    "blank is missing behind '%s:'", gf_kind_name(kind));
}

/* A formatter sorted the keys: the first key is somewhere below. */
static enum gf_kind
find_below(struct gf_read *r, const struct gf_node *root)
{
	static const enum gf_kind sorted[] = { GF_GOAL, GF_PERSON, GF_SESSION };

	for (size_t i = 0; i < GF_LEN(sorted); i++) {
		const char *name = gf_kind_name(sorted[i]);
		const struct gf_node *v = gf_node_get(root, name);

		if (v == NULL)
			continue;
		if (v->kind == GF_SCALAR)
			r->id = v->value;
		gf_read_say(r, NULL, GF_F04, gf_read_at(r, v->prev),
		    "'%s' should be the first key: it says what the document "
		    "is", name);
		return sorted[i];
	}
	return GF_FOREIGN;
}

enum gf_kind
gf_doc_kind(const struct gf_reader *reader, const struct gf_doc *doc,
    const struct gf_tree *tree)
{
	struct gf_read r = { .reader = reader, .doc = doc, .tree = tree };
	struct gf_node *root = tree->root, *first;
	enum gf_kind kind;
	struct gf_finding *said;

	if (root == NULL)
		return GF_FOREIGN;
	if (root->kind == GF_SCALAR)
		check_blank(&r, root);
	if (root->kind != GF_MAP || root->first == NULL)
		return GF_FOREIGN;
	first = root->first;
	kind = first->kind == GF_SCALAR ? gf_kind_of(first->value) :
	    GF_FOREIGN;
	if (kind != GF_FOREIGN)
		return kind;
	kind = find_below(&r, root);
	if (kind != GF_FOREIGN || first->kind != GF_SCALAR)
		return kind;
	kind = nearly(first->value);
	if (kind != GF_FOREIGN && plausible(kind, first->next)) {
		said = gf_read_say(&r, NULL, GF_F04, gf_read_at(&r, first),
		    "not judged: did you mean '%s:'?", gf_kind_name(kind));
		gf_read_mend(&r, said, false, gf_read_at(&r, first),
		    gf_str(gf_kind_name(kind)));
	}
	return GF_FOREIGN;
}
