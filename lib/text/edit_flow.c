#include "text/edit_op.h"

/*
 * A list or mapping in flow style and what is added behind one of its entries.
 */
struct flow {
	struct gf_work *w;
	const struct gf_node *coll;
	const struct gf_add *first;	/* the first addition of this place */
	const struct gf_node *after;	/* last node of the entry, NULL: none */
	struct gf_pen pen;
};

static void
put_entry(struct flow *f, const struct gf_add *a)
{
	if (f->coll->kind == GF_MAP) {
		gf_pen_key(&f->pen, a->key, true);
		if (!f->pen.tight)
			gf_buf_byte(f->pen.b, ' ');
	}
	gf_pen_flow(&f->pen, a->value, true);
}

/*
 * All entries of this place: what stands before each, between and behind all.
 */
static void
put_entries(struct flow *f, const char *before, size_t col,
    const char *between, const char *behind)
{
	struct gf_buf *b = f->pen.b;
	bool more = false;

	for (const struct gf_add *a = f->first; a != NULL; a = a->next) {
		if (a->after != f->first->after)
			continue;
		if (more)
			gf_buf_text(b, between);
		gf_buf_text(b, before);
		gf_buf_fill(b, ' ', col);
		put_entry(f, a);
		more = true;
	}
	gf_buf_text(b, behind);
}

static void
put_at(struct flow *f, size_t off)
{
	gf_work_put(f->w, off, 0, gf_buf_view(f->pen.b));
	gf_buf_clear(f->pen.b);
}

/* What stands between comma and entry: a blank unless the entries have none. */
static const char *
blank_of(const struct flow *f)
{
	const struct gf_node *n = f->coll->first;

	n = n ? gf_entry_next(n) : NULL;
	return n != NULL && n->props > 0 &&
	    f->w->src->p[n->props - 1] == ',' ? "" : " ";
}

/* Between brackets with nothing in them. */
static void
add_first(struct flow *f)
{
	const struct gf_src *s = f->w->src;
	size_t open = f->coll->start + 1;
	bool wide = gf_line_skip(s, open) + 1 == f->coll->end &&
	    f->coll->end > open + 1;

	put_entries(f, "", 0, ", ", "");
	if (wide) {
		struct gf_buf b = { 0 };

		gf_buf_byte(&b, ' ');
		gf_buf_str(&b, gf_buf_view(f->pen.b));
		gf_work_put(f->w, open, 0, gf_buf_view(&b));
		gf_buf_release(&b);
		gf_buf_clear(f->pen.b);
		return;
	}
	put_at(f, open);
}

/* Behind an entry on its own line, on lines of their own. */
static void
add_lines(struct flow *f, size_t col, size_t comma)
{
	const struct gf_src *s = f->w->src;
	bool has = comma < s->n;
	size_t from = has ? comma + 1 : f->after->end;
	struct gf_buf nl = { 0 };

	gf_buf_byte(&nl, ',');
	gf_buf_text(&nl, f->pen.nl);
	if (!has)
		gf_work_put(f->w, f->after->end, 0, GF_STR(","));
	if (gf_line_rests(s, from) && gf_line_next(s, from) < f->coll->end) {
		put_entries(f, "", col, nl.p, has ? nl.p : f->pen.nl);
		put_at(f, gf_line_next(s, from));
	} else if (has) {
		put_entries(f, blank_of(f), 0, ",", ",");
		put_at(f, from);
	} else {
		put_entries(f, f->pen.nl, col, ",", "");
		put_at(f, from);
	}
	gf_buf_release(&nl);
}

static void
add_behind(struct flow *f)
{
	const struct gf_src *s = f->w->src;
	const struct gf_node *head = f->coll->kind == GF_MAP ?
	    f->after->prev : f->after;
	size_t close = f->coll->end - 1, comma, behind;
	size_t end = f->after->end;
	bool last = f->after->next == NULL, leads;

	comma = gf_line_token(s, end, close);
	if (comma == close || s->p[comma] != ',')
		comma = s->n;
	behind = comma < s->n ? comma + 1 : end;
	leads = gf_line_leads(s, head->props);
	if (leads || (gf_line_rests(s, behind) && s->p[gf_line_skip(s,
	    behind)] == '#')) {
		add_lines(f, gf_line_col(s, leads ? head->props :
		    f->coll->first->props), comma);
	} else if (last && comma < s->n) {
		put_entries(f, blank_of(f), 0, ",", ",");
		put_at(f, behind);
	} else {
		struct gf_buf sep = { 0 };

		gf_buf_byte(&sep, ',');
		gf_buf_text(&sep, blank_of(f));
		put_entries(f, sep.p, 0, "", "");
		put_at(f, end);
		gf_buf_release(&sep);
	}
}

/* The last mapping of a list: what a new one looks like. */
static const struct gf_node *
last_map(const struct gf_node *coll)
{
	const struct gf_node *n = coll->kind == GF_SEQ ? coll->last : NULL;

	while (n != NULL && n->kind != GF_MAP)
		n = n->prev;
	return n;
}

void
gf_work_add_flow(struct gf_work *w, const struct gf_op *op)
{
	struct gf_buf b = { 0 };
	struct flow f = { .w = w, .coll = op->node };
	const struct gf_add *before;

	for (f.first = op->adds; f.first != NULL; f.first = f.first->next) {
		for (before = op->adds; before->after != f.first->after; )
			before = before->next;
		if (before != f.first)
			continue;
		f.after = f.first->after ? f.first->after : f.coll->last;
		f.pen = gf_work_pen(w, gf_line_next(w->src, f.after ?
		    f.after->end : f.coll->start), &b);
		gf_pen_near(&f.pen, w->src, f.coll);
		if (f.first->value->kind == GF_MAP)
			gf_pen_near(&f.pen, w->src, last_map(f.coll));
		if (f.after == NULL)
			add_first(&f);
		else
			add_behind(&f);
	}
	gf_buf_release(&b);
}
