#include "text/edit_op.h"

/* The edits, and whether the document's last line had no end. */
struct proof {
	struct gf_edits *e;
	bool cut;
};

static bool
moved(struct proof *p, const struct gf_node *old)
{
	return gf_edit_refuse(p->e, old, "the edit would change another "
	    "value, on line %u; make it by hand", gf_edit_line(p->e, old));
}

/* Whether what stands there now is the new content. */
static bool
is_new(const struct gf_node *now, const struct gf_new *v)
{
	const struct gf_new *c = v->first;

	if (now == NULL || now->kind != v->kind || now->tagged ||
	    now->anchor.n > 0)
		return false;
	if (now->kind == GF_SCALAR)
		return gf_str_eq(now->value, v->text);
	for (now = now->first; now != NULL && c != NULL; c = c->next) {
		if (now->key) {
			if (now->kind != GF_SCALAR ||
			    !gf_str_eq(now->value, c->key))
				return false;
			now = now->next;
		}
		if (!is_new(now, c))
			return false;
		now = now->next;
	}
	return now == NULL && c == NULL;
}

/* A literal at the end of a document gains the line end that was missing. */
static bool
same_text(const struct proof *p, const struct gf_node *old,
    const struct gf_node *now)
{
	struct gf_str v = now->value;

	if (gf_str_eq(old->value, v))
		return true;
	if (!p->cut || old->end != p->e->tree->src.n || v.n == 0 ||
	    v.p[v.n - 1] != '\n' ||
	    (old->style != GF_LITERAL && old->style != GF_FOLDED))
		return false;
	v.n--;
	return gf_str_eq(old->value, v);
}

static bool same(struct proof *, const struct gf_node *old,
    const struct gf_node *now);

/* A scalar that became one entry of a list or mapping. */
static bool
same_scalar(const struct gf_node *old, const struct gf_node *now)
{
	return now != NULL && now->kind == GF_SCALAR &&
	    gf_str_eq(old->value, now->value) &&
	    gf_str_eq(old->anchor, now->anchor) && old->tagged == now->tagged;
}

static bool same_children(struct proof *, const struct gf_op *,
    const struct gf_node *old, const struct gf_node *now);

/* A mapping that became the first entry of a list. */
static bool
same_map(struct proof *p, const struct gf_node *old,
    const struct gf_node *now)
{
	return now != NULL && now->kind == GF_MAP &&
	    gf_str_eq(old->anchor, now->anchor) &&
	    old->tagged == now->tagged && same_children(p, NULL, old, now);
}

static bool
is_pair(const struct gf_node *key, struct gf_str want)
{
	return key != NULL && key->kind == GF_SCALAR &&
	    gf_str_eq(key->value, want);
}

static bool
is_expanded(const struct gf_op *op, const struct gf_node *now)
{
	const struct gf_node *up = op->node->parent;

	if (up == NULL || up->kind == GF_MAP) {
		if (now->kind != GF_SEQ || now->n != 1)
			return false;
		now = now->first;
	}
	return now->kind == GF_MAP && now->n == 4 &&
	    is_pair(now->first, op->key) &&
	    same_scalar(op->node, now->first->next) &&
	    is_pair(now->first->next->next, op->key2) &&
	    is_new(now->last, op->second);
}

/* Walk over the additions of one place in the new collection. */
static bool
skip_adds(const struct gf_op *op, const struct gf_node *after,
    const struct gf_node **now)
{
	const struct gf_add *a = op ? op->adds : NULL;

	for (; a != NULL; a = a->next) {
		if (a->after != after)
			continue;
		if (op->kind == GF_MAP) {
			if (!is_pair(*now, a->key))
				return false;
			*now = (*now)->next;
		}
		if (!is_new(*now, a->value))
			return false;
		*now = (*now)->next;
	}
	return true;
}

/* A value or nothing that became a collection by what was added. */
static bool
is_grown(struct proof *p, const struct gf_op *op, const struct gf_node *now)
{
	const struct gf_node *at;

	if (now == NULL || now->kind != op->kind)
		return false;
	at = now->first;
	if (op->node != NULL && !gf_node_void(op->node)) {
		if (!(op->node->kind == GF_SCALAR ?
		    same_scalar(op->node, at) : same_map(p, op->node, at)))
			return false;
		at = at->next;
	}
	return skip_adds(op, NULL, &at) && at == NULL;
}

/* Whether anything was added but at the end. */
static bool
adds_between(const struct gf_op *op)
{
	const struct gf_add *a = op ? op->adds : NULL;

	while (a != NULL && a->after == NULL)
		a = a->next;
	return a != NULL;
}

static bool
same_children(struct proof *p, const struct gf_op *op,
    const struct gf_node *old, const struct gf_node *now)
{
	const struct gf_node *at = now->first, *o = old->first;
	const struct gf_op *child;
	bool between = adds_between(op);

	while (o != NULL) {
		child = gf_op_find(p->e, o);
		if (child != NULL && child->gone) {
			if (old->kind == GF_MAP)
				o = o->next;
		} else {
			if (at == NULL || !same(p, o, at))
				return at == NULL ? moved(p, o) : false;
			at = at->next;
		}
		if (between && !o->key && !skip_adds(op, o, &at))
			return moved(p, o);
		o = o->next;
	}
	return (skip_adds(op, NULL, &at) && at == NULL) || moved(p, old);
}

static bool
same(struct proof *p, const struct gf_node *old, const struct gf_node *now)
{
	const struct gf_op *op = gf_op_find(p->e, old);

	if (op != NULL && op->second != NULL)
		return is_expanded(op, now) || moved(p, old);
	if (op != NULL && gf_op_grows(op))
		return is_grown(p, op, now) || moved(p, old);
	if (!gf_str_eq(old->anchor, now->anchor) || old->tagged != now->tagged)
		return moved(p, old);
	if (op != NULL && op->set != NULL && op->set->kind == GF_SCALAR)
		return (now->kind == GF_SCALAR && gf_str_eq(now->value,
		    op->set->text)) || moved(p, old);
	if (op != NULL && op->set != NULL) {
		struct gf_node bare = *now;

		bare.anchor.n = 0;
		bare.tagged = false;
		return is_new(&bare, op->set) || moved(p, old);
	}
	if (old->kind != now->kind)
		return moved(p, old);
	if (old->kind == GF_SCALAR || old->kind == GF_ALIAS)
		return same_text(p, old, now) || moved(p, old);
	return same_children(p, op, old, now);
}

bool
gf_edit_prove(struct gf_edits *e, const struct gf_tree *now)
{
	const struct gf_src *s = &e->tree->src;
	struct proof p = { e, s->n > 0 && s->p[s->n - 1] != '\n' };
	const struct gf_op *op = gf_op_find(e, NULL);

	if (e->tree->root == NULL)
		return op == NULL ? now->root == NULL :
		    is_grown(&p, op, now->root) || moved(&p, NULL);
	return now->root == NULL ? moved(&p, e->tree->root) :
	    same(&p, e->tree->root, now->root);
}
