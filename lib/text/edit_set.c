#include <string.h>

#include "text/edit_op.h"
#include "text/quote.h"

static bool
is_empty(const struct gf_node *n)
{
	return n->style == GF_PLAIN && n->start == n->end;
}

static bool
is_block(const struct gf_node *n)
{
	return n->style == GF_LITERAL || n->style == GF_FOLDED;
}

/* What stands between a key or dash and a value put in where none was. */
static void
put_gap(struct gf_buf *b, const struct gf_src *s, const struct gf_node *n)
{
	const struct gf_node *up = n->parent;

	if (up != NULL && up->kind == GF_MAP && !n->key &&
	    n->props == n->start && n->start == n->prev->end)
		gf_buf_byte(b, ':');
	if (n->start > 0 && s->p[n->start - 1] != ' ' &&
	    s->p[n->start - 1] != '\n')
		gf_buf_byte(b, ' ');
}

/*
 * A key behind `?` may have no value at all, and so no ':' to put one behind.
 */
static bool
has_slot(struct gf_work *w, const struct gf_node *n)
{
	const struct gf_src *s = w->src;
	const struct gf_node *up = n->parent;
	size_t at;

	if (up == NULL || up->kind != GF_MAP || n->key || !is_empty(n) ||
	    up->style == GF_FLOW)
		return true;
	at = gf_line_token(s, n->prev->end, n->props);
	return (at < n->props && s->p[at] == ':') ||
	    gf_edit_refuse(w->e, n, "the key has no ':' behind it; write it "
	    "without '?' first");
}

bool
gf_work_set(struct gf_work *w, struct gf_node *n, const struct gf_new *v)
{
	struct gf_buf b = { 0 };
	struct gf_pen pen = gf_work_pen(w, n->start, &b);
	enum gf_style want = n->style;

	if (v->kind != GF_SCALAR)
		return gf_work_fill(w, n, v, GF_AS_NEW);
	if (!has_slot(w, n))
		return false;
	if (is_block(n))
		return gf_work_block(w, n, v);
	if (is_empty(n)) {
		put_gap(&b, w->src, n);
		gf_pen_near(&pen, w->src, n->parent);
		want = v->bare ? GF_PLAIN : pen.quote;
	}
	gf_pen_text(&pen, v->text, want, gf_node_in_flow(n), v->bare);
	gf_work_put(w, n->start, n->end - n->start, gf_buf_view(&b));
	gf_buf_release(&b);
	return true;
}

/* A collection on the line of its key or dash. */
static void
fill_flow(struct gf_work *w, const struct gf_node *n, const struct gf_new *v)
{
	struct gf_buf b = { 0 };
	struct gf_pen pen = gf_work_pen(w, n->start, &b);

	if (is_empty(n))
		put_gap(&b, w->src, n);
	gf_pen_flow(&pen, v, gf_node_in_flow(n));
	gf_work_put(w, n->start, n->end - n->start, gf_buf_view(&b));
	gf_buf_release(&b);
}

/* A collection on lines below its key. */
static void
fill_below_key(struct gf_work *w, const struct gf_node *n,
    const struct gf_new *v)
{
	const struct gf_src *s = w->src;
	size_t off = gf_line_next(s, n->end);
	struct gf_buf b = { 0 };
	struct gf_pen pen = gf_work_pen(w, off, &b);
	size_t skip = strlen(pen.nl);

	gf_pen_near(&pen, s, n->parent);
	pen.quote = GF_PLAIN;
	gf_pen_value(&pen, v, gf_line_col(s, n->parent->start));
	gf_buf_text(&b, pen.nl);
	gf_work_lines(w, off, (struct gf_str){ b.p + skip, b.n - skip });
	gf_buf_release(&b);
}

/* A collection behind its dash, or below it when a comment stands there. */
static void
fill_behind_dash(struct gf_work *w, const struct gf_node *n,
    const struct gf_new *v, size_t slot)
{
	const struct gf_src *s = w->src;
	size_t end = gf_line_end(s, n->end), col;
	struct gf_buf b = { 0 };
	struct gf_pen pen = gf_work_pen(w, slot, &b);

	col = gf_line_col(s, n->parent->start);
	if (gf_line_skip(s, n->end) == end && n->props == n->start) {
		gf_pen_item(&pen, v, col, pen.habit.gap, GF_AS_BLOCK);
		if (end == s->n)
			gf_buf_text(&b, pen.nl);
		gf_work_put(w, slot, end - slot, gf_buf_view(&b));
	} else {
		gf_buf_fill(&b, ' ', col + 1);
		gf_pen_item(&pen, v, col, pen.habit.gap, GF_AS_BLOCK);
		gf_buf_text(&b, pen.nl);
		gf_work_put(w, slot, n->end - slot, GF_STR(""));
		gf_work_lines(w, gf_line_next(s, n->end), gf_buf_view(&b));
	}
	gf_buf_release(&b);
}

bool
gf_work_fill(struct gf_work *w, struct gf_node *n, const struct gf_new *v,
    enum gf_shape shape)
{
	size_t slot = gf_value_slot(w->src, n);

	if (!has_slot(w, n))
		return false;
	if (is_block(n))
		return gf_edit_refuse(w->e, n, "a text in several lines "
		    "cannot become a list; write it as a list first");
	if (shape == GF_AS_FLOW || v->flow || v->first == NULL ||
	    n->parent == NULL || gf_node_in_flow(n) ||
	    gf_line_start(w->src, slot) != gf_line_start(w->src, n->start)) {
		fill_flow(w, n, v);
	} else if (n->parent->kind == GF_SEQ) {
		fill_behind_dash(w, n, v, slot);
	} else {
		gf_work_put(w, slot, n->end - slot, GF_STR(""));
		fill_below_key(w, n, v);
	}
	return true;
}

/* The bytes of a scalar, requoted if they cannot stand in flow style. */
static bool
put_old(struct gf_work *w, struct gf_buf *b, const struct gf_node *n)
{
	struct gf_pen pen = gf_work_pen(w, n->start, b);

	if (is_block(n))
		return gf_edit_refuse(w->e, n, "a text in several lines "
		    "cannot stand in '[ ]' or '{ }'; shorten it first");
	if (n->style == GF_PLAIN)
		gf_pen_text(&pen, n->value, GF_PLAIN, true, true);
	else
		gf_buf_str(b, gf_node_bytes(w->e->tree, n));
	return true;
}

/* Put text before and behind a value, its own bytes kept if they may be. */
static bool
wrap(struct gf_work *w, const struct gf_node *n, struct gf_str before,
    struct gf_str behind)
{
	struct gf_buf old = { 0 };
	bool ok = n->kind != GF_SCALAR || put_old(w, &old, n);

	if (ok) {
		gf_work_put(w, n->props, 0, before);
		if (n->kind == GF_SCALAR && !gf_str_eq(gf_buf_view(&old),
		    gf_node_bytes(w->e->tree, n)))
			gf_work_put(w, n->start, n->end - n->start,
			    gf_buf_view(&old));
		gf_work_put(w, n->end, 0, behind);
	}
	gf_buf_release(&old);
	return ok;
}

bool
gf_work_expand(struct gf_work *w, const struct gf_op *op)
{
	const struct gf_node *n = op->node;
	bool list = n->parent == NULL || n->parent->kind == GF_MAP, ok;
	struct gf_buf before = { 0 }, behind = { 0 };
	struct gf_pen pen = gf_work_pen(w, n->start, &before);

	gf_buf_text(&before, list ? "[{" : "{");
	gf_pen_key(&pen, op->key, true);
	gf_buf_byte(&before, ' ');
	pen.b = &behind;
	gf_buf_text(&behind, ", ");
	gf_pen_key(&pen, op->key2, true);
	gf_buf_byte(&behind, ' ');
	gf_pen_flow(&pen, op->second, true);
	gf_buf_text(&behind, list ? "}]" : "}");
	ok = wrap(w, n, gf_buf_view(&before), gf_buf_view(&behind));
	gf_buf_release(&before);
	gf_buf_release(&behind);
	return ok;
}

/* The additions as one new collection. */
static struct gf_new *
gather(struct gf_work *w, const struct gf_op *op)
{
	struct gf_new *all = gf_new_list(w->e->arena, op->kind, false), *c;

	for (const struct gf_add *a = op->adds; a != NULL; a = a->next) {
		c = gf_arena_alloc(w->e->arena, sizeof(*c));
		*c = *a->value;
		gf_new_add(all, a->key, c);
	}
	return all;
}

bool
gf_work_grow(struct gf_work *w, const struct gf_op *op)
{
	const struct gf_new *all = gather(w, op);
	struct gf_buf b = { 0 };
	struct gf_pen pen = gf_work_pen(w, op->node->start, &b);
	bool ok;

	if (gf_node_void(op->node))
		return gf_work_fill(w, op->node, all,
		    is_empty(op->node) ? GF_AS_NEW : GF_AS_FLOW);
	for (const struct gf_new *c = all->first; c != NULL; c = c->next) {
		gf_buf_text(&b, ", ");
		gf_pen_flow(&pen, c, true);
	}
	gf_buf_byte(&b, ']');
	ok = wrap(w, op->node, GF_STR("["), gf_buf_view(&b));
	gf_buf_release(&b);
	return ok;
}
