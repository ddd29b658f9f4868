/* fuzz/spans: every node of a tree is where its bytes are. */
#ifndef SPANS_H
#define SPANS_H

#include "model.h"

static inline struct gf_node *
next_node(struct gf_node *n)
{
	if (n->first != NULL)
		return n->first;
	while (n != NULL && n->next == NULL)
		n = n->parent;
	return n ? n->next : NULL;
}

/* Whether a node begins and ends with the bytes that its kind has. */
static inline bool
has_its_ends(const struct gf_tree *t, const struct gf_node *n)
{
	struct gf_str raw = gf_node_bytes(t, n);
	char a = raw.n ? raw.p[0] : '\0', z = raw.n ? raw.p[raw.n - 1] : '\0';

	if (n->kind == GF_ALIAS)
		return a == '*' && raw.n == n->value.n + 1;
	if (n->kind == GF_SEQ)
		return n->style == GF_BLOCK ? a == '-' : a == '[' && z == ']';
	if (n->kind == GF_MAP)
		return n->style == GF_BLOCK || (a == '{' && z == '}') ||
		    (n->parent != NULL && n->parent->kind == GF_SEQ &&
		    n->n == 2);
	switch (n->style) {
	case GF_SINGLE:
	case GF_DOUBLE:
		return raw.n > 1 && a == z &&
		    a == (n->style == GF_SINGLE ? '\'' : '"');
	case GF_LITERAL:
	case GF_FOLDED:
		return a == (n->style == GF_LITERAL ? '|' : '>') &&
		    (z == '\n' || n->end == t->src.n);
	default:
		return gf_str_trim(raw).n == raw.n &&
		    (memchr(raw.p, '\n', raw.n) != NULL ||
		    gf_str_eq(raw, n->value));
	}
}

/* Spans lie in their document, in order, inside what holds them. */
static inline void
check_spans(const struct gf_tree *t)
{
	struct gf_str all = { t->src.p, t->src.n };

	for (struct gf_node *n = t->root; n != NULL; n = next_node(n)) {
		if (n->props > n->start || n->start > n->end ||
		    n->end > t->src.n)
			broken("span out of order", all);
		if (n->prev != NULL && n->props < n->prev->end)
			broken("spans overlap", all);
		if (n->parent != NULL && (n->end > n->parent->end ||
		    (n->props < n->parent->start &&
		    n->parent->props == n->parent->start)))
			broken("span outside of its parent", all);
		if (!has_its_ends(t, n))
			broken("a node is not its bytes", all);
	}
}

#endif
