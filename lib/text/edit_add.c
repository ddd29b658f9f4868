#include "text/edit_op.h"

/* The last child of a collection that is of a kind, NULL if none is. */
static const struct gf_node *
sibling_of(const struct gf_node *coll, enum gf_node_kind kind)
{
	const struct gf_node *n = coll->last;

	while (n != NULL && n->kind != kind)
		n = n->prev;
	return n;
}

/* Blanks behind the last dash of a list that has something behind it. */
static size_t
gap_of(const struct gf_src *s, const struct gf_node *seq, size_t otherwise)
{
	for (const struct gf_node *n = seq->last; n != NULL; n = n->prev) {
		size_t dash = gf_entry_start(s, n);

		if (n->end > n->props && gf_line_end(s, dash) > n->props)
			return n->props - dash - 1;
	}
	return otherwise;
}

static void
add_item(struct gf_work *w, const struct gf_node *seq, const struct gf_new *v)
{
	const struct gf_src *s = w->src;
	size_t col = gf_line_col(s, seq->start), off;
	const struct gf_node *like = sibling_of(seq, v->kind);
	const struct gf_node *up = seq->parent;
	bool indented = up == NULL || up->kind != GF_MAP ||
	    gf_line_col(s, up->start) < col;
	enum gf_shape shape = GF_AS_NEW;
	struct gf_buf b = { 0 };
	struct gf_pen pen;

	off = gf_line_behind(s, seq->last->end, col, indented);
	pen = gf_work_pen(w, off, &b);
	gf_pen_near(&pen, s, v->kind == GF_SCALAR ? seq : like);
	if (like != NULL && v->kind != GF_SCALAR)
		shape = like->style == GF_FLOW ? GF_AS_FLOW : GF_AS_BLOCK;
	gf_buf_fill(&b, ' ', col);
	gf_buf_byte(&b, '-');
	gf_pen_item(&pen, v, col, gap_of(s, seq, pen.habit.gap), shape);
	gf_buf_text(&b, pen.nl);
	gf_work_lines(w, off, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
add_key(struct gf_work *w, const struct gf_node *map, const struct gf_add *a)
{
	const struct gf_src *s = w->src;
	size_t col = map ? gf_line_col(s, map->start) : 0, off = s->n;
	const struct gf_node *after = a->after;
	struct gf_buf b = { 0 };
	struct gf_pen pen;

	if (map != NULL) {
		after = after ? after : map->last;
		off = gf_line_behind(s, after->end, col, false);
	}
	pen = gf_work_pen(w, off, &b);
	gf_pen_near(&pen, s, map);
	gf_buf_fill(&b, ' ', col);
	gf_pen_key(&pen, a->key, false);
	gf_pen_value(&pen, a->value, col);
	gf_buf_text(&b, pen.nl);
	gf_work_lines(w, off, gf_buf_view(&b));
	gf_buf_release(&b);
}

bool
gf_work_add(struct gf_work *w, const struct gf_op *op)
{
	const struct gf_node *n = op->node;

	if (gf_op_grows(op))
		return gf_work_grow(w, op);
	if (n != NULL && n->style == GF_FLOW) {
		gf_work_add_flow(w, op);
		return true;
	}
	for (const struct gf_add *a = op->adds; a != NULL; a = a->next)
		if (n != NULL && n->kind == GF_SEQ)
			add_item(w, n, a->value);
		else
			add_key(w, n, a);
	return true;
}
