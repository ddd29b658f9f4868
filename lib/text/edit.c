#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/edit_op.h"
#include "text/quote.h"

void
gf_edit_init(struct gf_edits *e, const struct gf_tree *tree,
    struct gf_arena *arena)
{
	*e = (struct gf_edits){ .tree = tree, .arena = arena };
}

void
gf_edit_release(struct gf_edits *e)
{
	gf_map_release(&e->ops);
}

bool
gf_edit_refuse(struct gf_edits *e, const struct gf_node *n, const char *fmt,
    ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(e->why, sizeof(e->why), fmt, ap);
	va_end(ap);
	e->why_line = n ? n->line : 0;
	return false;
}

unsigned
gf_edit_line(const struct gf_edits *e, const struct gf_node *n)
{
	uint32_t line = n ? n->line : 0;

	return e->line_of ? e->line_of(e->place, line) : line + 1;
}

/* The address of a node is its name in the map. */
static struct gf_str
name_of(struct gf_node *const *n)
{
	return (struct gf_str){ (const char *)n, sizeof(*n) };
}

struct gf_op *
gf_op_find(const struct gf_edits *e, const struct gf_node *n)
{
	struct gf_node *name;

	memcpy(&name, &n, sizeof(name));
	return gf_map_get(&e->ops, name_of(&name));
}

static struct gf_op *
op_of(struct gf_edits *e, struct gf_node *n)
{
	struct gf_op *op = gf_op_find(e, n);

	if (op != NULL)
		return op;
	op = gf_arena_alloc(e->arena, sizeof(*op));
	op->node = n;
	gf_map_put(&e->ops, name_of(&op->node), op);
	if (e->last != NULL)
		e->last->next = op;
	else
		e->first = op;
	e->last = op;
	return op;
}

/* What no edit of a node may be about. */
static bool
editable(struct gf_edits *e, const struct gf_node *n, const struct gf_new *v)
{
	const struct gf_op *op = gf_op_find(e, n);

	if (n != NULL && n->kind == GF_ALIAS)
		return gf_edit_refuse(e, n, "the value is an alias of line "
		    "%u; change it there, or write the value out here",
		    gf_edit_line(e, n->target));
	if (op != NULL && (op->set != NULL || op->second != NULL))
		return gf_edit_refuse(e, n, "two edits change one value; "
		    "make them one after the other");
	if (v != NULL && !gf_new_ok(v))
		return gf_edit_refuse(e, n, "the new text is not UTF-8, or "
		    "holds a NUL character");
	return true;
}

bool
gf_edit_set(struct gf_edits *e, struct gf_node *n, const struct gf_new *v)
{
	struct gf_op *op;

	if (!editable(e, n, v))
		return false;
	if (n->kind != GF_SCALAR)
		return gf_edit_refuse(e, n, "the value is a %s, not one text; "
		    "change what stands in it",
		    n->kind == GF_MAP ? "mapping" : "list");
	if (n->key && v->kind != GF_SCALAR)
		return gf_edit_refuse(e, n, "a key is one text, not a list "
		    "or a mapping");
	/* Escapes can spell CRLF, which new content never has. */
	if (v->kind == GF_SCALAR && gf_str_eq(v->text,
	    gf_new_text(e->arena, n->value)->text))
		return true;
	op = op_of(e, n);
	if (op->adds != NULL)
		return gf_edit_refuse(e, n, "two edits change one value; "
		    "make them one after the other");
	op->set = v;
	if (!gf_edit_possible(e, op))
		op->set = NULL;
	return op->set != NULL;
}

/* Put an addition behind those of the same place that stand before it. */
static void
link_add(struct gf_op *op, struct gf_add *add,
    int (*order)(struct gf_str a, struct gf_str b))
{
	struct gf_add **at = order == NULL && op->adds != NULL ?
	    &op->last->next : &op->adds;

	while (*at != NULL && !(order != NULL && (*at)->after == add->after &&
	    order((*at)->key, add->key) > 0))
		at = &(*at)->next;
	if (*at == NULL)
		op->last = add;
	add->next = *at;
	*at = add;
}

/* Whether a node can be added to is asked once: it is the same for all. */
static bool
take_add(struct gf_edits *e, struct gf_op *op, struct gf_add *add,
    int (*order)(struct gf_str a, struct gf_str b))
{
	bool first = op->adds == NULL;

	link_add(op, add, order);
	if (first && !gf_edit_possible(e, op))
		op->adds = NULL;
	return op->adds != NULL;
}

/* The last node of the entry behind which a new key goes. */
static struct gf_node *
place_of(const struct gf_node *map, struct gf_str key,
    int (*order)(struct gf_str a, struct gf_str b))
{
	struct gf_node *after = NULL;

	for (struct gf_node *k = map->first; k != NULL; k = k->next->next)
		if (order != NULL && k->kind == GF_SCALAR &&
		    order(k->value, key) < 0)
			after = k->next;
	return after != map->last ? after : NULL;
}

static bool
has_key(struct gf_edits *e, const struct gf_node *map, struct gf_str key)
{
	const struct gf_op *op = gf_op_find(e, map);
	const struct gf_add *a = op ? op->adds : NULL;

	for (; a != NULL; a = a->next)
		if (gf_str_eq(a->key, key))
			return true;
	if (map == NULL || map->kind != GF_MAP)
		return false;
	for (struct gf_node *k = map->first; k != NULL; k = k->next->next)
		if (k->kind == GF_SCALAR && gf_str_eq(k->value, key))
			return true;
	return false;
}

bool
gf_edit_insert(struct gf_edits *e, struct gf_node *map, struct gf_str key,
    const struct gf_new *v, int (*order)(struct gf_str a, struct gf_str b))
{
	struct gf_add *add;
	struct gf_op *op;

	if (!editable(e, map, v))
		return false;
	if (map == NULL && e->tree->root != NULL)
		return gf_edit_refuse(e, e->tree->root,
		    "the document is not empty");
	if (map != NULL && map->kind != GF_MAP &&
	    (map->key || !gf_node_void(map)))
		return gf_edit_refuse(e, map, "'%.*s' has no place here: the "
		    "value is no mapping", (int)(key.n > 60 ? 60 : key.n),
		    key.p);
	op = op_of(e, map);
	if (!gf_text_ok(key) || has_key(e, map, key) ||
	    (op->adds != NULL && op->kind != GF_MAP))
		return gf_edit_refuse(e, map, "key '%.*s' is there already",
		    (int)(key.n > 60 ? 60 : key.n), key.p);
	add = gf_arena_alloc(e->arena, sizeof(*add));
	add->key = key;
	add->value = v;
	if (map != NULL && map->kind == GF_MAP)
		add->after = place_of(map, key, order);
	op->kind = GF_MAP;
	return take_add(e, op, add, order);
}

bool
gf_edit_put(struct gf_edits *e, struct gf_node *map, const char *key,
    const struct gf_new *v, int (*order)(struct gf_str, struct gf_str))
{
	struct gf_node *node = gf_node_get(map, key);

	return node != NULL ? gf_edit_set(e, node, v) :
	    gf_edit_insert(e, map, gf_str(key), v, order);
}

bool
gf_edit_append(struct gf_edits *e, struct gf_node *seq, const struct gf_new *v)
{
	struct gf_add *add;
	struct gf_op *op;

	if (!editable(e, seq, v))
		return false;
	op = op_of(e, seq);
	if (seq->key || (op->adds != NULL && op->kind != GF_SEQ) ||
	    (seq->kind == GF_MAP && (seq->style != GF_FLOW ||
	    seq->parent == NULL)))
		return gf_edit_refuse(e, seq, "the value is a mapping, not a "
		    "list; write it as a list first");
	add = gf_arena_alloc(e->arena, sizeof(*add));
	add->value = v;
	op->kind = GF_SEQ;
	return take_add(e, op, add, NULL);
}

bool
gf_edit_expand(struct gf_edits *e, struct gf_node *item, struct gf_str key,
    struct gf_str key2, const struct gf_new *v)
{
	struct gf_op *op;

	if (!editable(e, item, v))
		return false;
	op = op_of(e, item);
	if (item->kind != GF_SCALAR || item->key || op->adds != NULL ||
	    gf_node_void(item))
		return gf_edit_refuse(e, item, "this is not one text, so it "
		    "cannot become '%.*s' of a mapping", (int)key.n, key.p);
	op->key = key;
	op->key2 = key2;
	op->second = v;
	if (!gf_edit_possible(e, op))
		op->second = NULL;
	return op->second != NULL;
}

static bool
holds(const struct gf_node *up, const struct gf_node *n)
{
	while (n != NULL && n != up)
		n = n->parent;
	return n != NULL;
}

/* The node behind n in the order of the document. */
static struct gf_node *
following(struct gf_node *n)
{
	if (n->first != NULL)
		return n->first;
	while (n != NULL && n->next == NULL)
		n = n->parent;
	return n ? n->next : NULL;
}

/* An alias elsewhere whose anchor would leave with one of these nodes. */
static const struct gf_node *
left_without(struct gf_edits *e, const struct gf_node *a,
    const struct gf_node *b)
{
	for (struct gf_node *n = e->tree->root; n != NULL; n = following(n))
		if (n->kind == GF_ALIAS && !holds(a, n) && !holds(b, n) &&
		    (holds(a, n->target) || holds(b, n->target)))
			return n;
	return NULL;
}

bool
gf_edit_remove(struct gf_edits *e, struct gf_node *n)
{
	const struct gf_node *used;
	struct gf_op *op;

	if (n->parent == NULL)
		return gf_edit_refuse(e, n, "this is the whole document; "
		    "remove the document itself");
	if (n->parent->kind == GF_MAP && !n->key)
		n = n->prev;
	used = left_without(e, n, n->key ? n->next : n);
	if (used != NULL)
		return gf_edit_refuse(e, n, "anchor '%.*s' is used on line "
		    "%u; write the value out there first", (int)used->value.n,
		    used->value.p, gf_edit_line(e, used));
	op = op_of(e, n);
	if (op->gone)
		return true;
	op->gone = true;
	op_of(e, n->parent)->ngone++;
	return true;
}
