#include <stdio.h>

#include "text/mend.h"

/* Fixes on their way to be proved. */
struct proof {
	const struct gf_fix *const *fixes;
	size_t n;
};

/* The fix that replaces a node, NULL if it stays. */
static const struct gf_fix *
replaces(const struct proof *p, const struct gf_node *n)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct gf_at *at = &p->fixes[i]->at;

		if (at->off <= n->start && n->end <= at->off + at->len)
			return p->fixes[i];
	}
	return NULL;
}

static bool same(const struct proof *, const struct gf_node *,
    const struct gf_node *);

/* What one fix replaces is one text afterwards, be it several nodes before. */
static bool
same_children(const struct proof *p, const struct gf_node *a,
    const struct gf_node *b)
{
	const struct gf_node *x = a->first, *y = b->first;

	while (x != NULL && y != NULL && same(p, x, y)) {
		const struct gf_fix *fix = replaces(p, x);

		do
			x = x->next;
		while (x != NULL && fix != NULL && replaces(p, x) == fix);
		y = y->next;
	}
	return x == NULL && y == NULL;
}

static bool
same(const struct proof *p, const struct gf_node *a, const struct gf_node *b)
{
	if (replaces(p, a) != NULL)
		return b->kind == GF_SCALAR;
	if (a->kind != b->kind)
		return false;
	if (a->kind == GF_MAP || a->kind == GF_SEQ)
		return same_children(p, a, b);
	return gf_str_eq(a->value, b->value);
}

static bool
refuse(char why[200], const char *said)
{
	snprintf(why, 200, "%s", said);
	return false;
}

bool
gf_mend(const struct gf_tree *was, struct gf_str bytes,
    const struct gf_fix *const *fixes, size_t n, const struct gf_limits *limits,
    struct gf_arena *arena, struct gf_buf *out, struct gf_splice **splices,
    char why[200])
{
	const struct proof p = { fixes, n };
	struct gf_fault fault;
	struct gf_tree now;
	struct gf_str whole;
	size_t at = 0;

	*splices = gf_arena_alloc(arena, n * sizeof(**splices) + 1);
	for (size_t i = 0; i < n; i++) {
		const struct gf_fix *f = fixes[i];

		if (f->at.off < at || f->at.off + f->at.len > bytes.n)
			return refuse(why, "two fixes overlap");
		gf_buf_add(out, bytes.p + at, f->at.off - at);
		gf_buf_str(out, f->text);
		at = f->at.off + f->at.len;
		(*splices)[i] = (struct gf_splice){ f->at.off, f->at.len,
		    f->text };
	}
	gf_buf_add(out, bytes.p + at, bytes.n - at);
	whole = (struct gf_str){ gf_arena_copy(arena, out->p, out->n),
	    out->n };
	if (!gf_tree_parse(&now, whole, limits, arena, &fault))
		return refuse(why, fault.said);
	if (was != NULL && (now.root == NULL || !same(&p, was->root,
	    now.root)))
		return refuse(why, "something beside the fix would change");
	return true;
}
