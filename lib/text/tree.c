#include "text/everyday.h"
#include "text/tree.h"
#include "text/yaml.h"

bool
gf_tree_parse(struct gf_tree *t, struct gf_str bytes,
    const struct gf_limits *limits, struct gf_arena *arena,
    struct gf_fault *fault)
{
	*t = (struct gf_tree){ 0 };
	*fault = (struct gf_fault){ 0 };
	return gf_src_init(&t->src, bytes, limits, arena, fault) &&
	    gf_yaml_read(t, limits, arena, fault);
}

bool
gf_tree_read(struct gf_tree *t, struct gf_str bytes,
    const struct gf_limits *limits, struct gf_arena *arena,
    struct gf_fault *fault)
{
	*t = (struct gf_tree){ 0 };
	*fault = (struct gf_fault){ 0 };
	return gf_src_init(&t->src, bytes, limits, arena, fault) &&
	    (gf_everyday_read(t, limits, arena) ||
	    gf_yaml_read(t, limits, arena, fault));
}

struct gf_node *
gf_node_real(struct gf_node *n)
{
	while (n != NULL && n->kind == GF_ALIAS)
		n = n->target;
	return n;
}

struct gf_node *
gf_node_get(const struct gf_node *map, const char *key)
{
	if (map == NULL || map->kind != GF_MAP)
		return NULL;
	for (struct gf_node *k = map->first; k != NULL; k = k->next->next)
		if (k->kind == GF_SCALAR && gf_str_is(k->value, key))
			return k->next;
	return NULL;
}

struct gf_node *
gf_node_item(const struct gf_node *seq, size_t i)
{
	struct gf_node *n;

	if (seq == NULL || seq->kind != GF_SEQ)
		return NULL;
	for (n = seq->first; n != NULL && i > 0; i--)
		n = n->next;
	return n;
}

struct gf_at
gf_node_at(const struct gf_tree *t, const struct gf_node *n)
{
	struct gf_at at = {
		n->start, n->end - n->start, n->line,
		n->start - t->src.lines[n->line]
	};

	if (n->line + 1 < t->src.nlines &&
	    n->end >= t->src.lines[n->line + 1])
		return gf_src_on(&t->src, n->line, n->start, at.len);
	return at;
}

struct gf_str
gf_node_bytes(const struct gf_tree *t, const struct gf_node *n)
{
	return (struct gf_str){ t->src.p + n->start, n->end - n->start };
}

/* The node that follows in the order of the document, NULL behind the last. */
static const struct gf_node *
follower(const struct gf_node *n)
{
	if (n->first != NULL)
		return n->first;
	while (n != NULL && n->next == NULL)
		n = n->parent;
	return n != NULL ? n->next : NULL;
}

static bool
holds(const struct gf_node *up, const struct gf_node *n)
{
	while (n != NULL && n != up)
		n = n->parent;
	return n != NULL;
}

size_t
gf_node_aliases(const struct gf_tree *t, const struct gf_node *n)
{
	const struct gf_node *up = n;
	size_t count = 0;

	while (up != NULL && up->anchor.n == 0)
		up = up->parent;
	if (up == NULL)
		return 0;
	for (const struct gf_node *k = t->root; k != NULL; k = follower(k))
		count += k->kind == GF_ALIAS && holds(k->target, n);
	return count;
}

bool
gf_node_merges(const struct gf_node *map)
{
	return gf_node_get(map, "<<") != NULL;
}
