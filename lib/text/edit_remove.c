#include "text/edit_op.h"

/* Entries of a collection that stand together and leave it. */
struct run {
	struct gf_work *w;
	const struct gf_src *s;
	const struct gf_node *coll;
	struct gf_node *from, *to;	/* first and last entry */
	struct gf_node *before, *behind;	/* the entries beside */
};

static void
cut(struct run *r, size_t from, size_t to)
{
	if (to > from)
		gf_work_put(r->w, from, to - from, GF_STR(""));
}

/* The end of a value's line with its comment, and not the line end. */
static size_t
line_with_comment(const struct gf_src *s, size_t end)
{
	if (end > 0 && s->p[end - 1] == '\n')
		end--;
	while (end > 0 && s->p[end - 1] == '\r')
		end--;
	return gf_line_end(s, end);
}

/* The first entry stands behind a dash; what follows moves there. */
static void
cut_compact(struct run *r, size_t start)
{
	const struct gf_src *s = r->s;
	size_t next = gf_entry_start(s, r->behind), at;
	size_t end = line_with_comment(s, gf_entry_end(r->to));

	at = gf_line_token(s, end, next);
	if (at == next && gf_line_start(s, next) == gf_line_next(s, end)) {
		cut(r, start, next);
		return;
	}
	while (start > 0 && s->p[start - 1] == ' ')
		start--;
	cut(r, start, end);
}

static void
cut_lines(struct run *r)
{
	const struct gf_src *s = r->s;
	size_t col = gf_line_col(s, r->coll->start), start;
	const struct gf_node *n;

	start = gf_entry_start(s, r->from);
	if (!gf_line_leads(s, start) && r->behind != NULL) {
		cut_compact(r, start);
		return;
	}
	for (n = r->from; n != r->behind; n = gf_entry_next(n)) {
		start = gf_line_start(s, gf_entry_start(s, n));
		cut(r, gf_line_above(s, start, col),
		    gf_line_behind(s, gf_entry_end(n), col, false));
	}
}

/* The comma behind an entry, or where there is none the end of the document. */
static size_t
comma_behind(const struct gf_src *s, const struct gf_node *entry, size_t close)
{
	size_t at = gf_line_token(s, gf_entry_end(entry), close);

	return at < close && s->p[at] == ',' ? at : s->n;
}

static void
cut_flow_lines(struct run *r, size_t comma, size_t close)
{
	const struct gf_src *s = r->s;
	size_t start = gf_line_start(s, r->from->props), before;
	size_t end = comma < s->n ? comma : gf_entry_end(r->to);

	start = gf_line_above(s, start, gf_line_col(s, r->from->props));
	cut(r, start, gf_line_next(s, end));
	if (r->behind != NULL || comma < s->n)
		return;
	before = comma_behind(s, r->before, close);
	cut(r, before, before + 1);
}

static void
cut_flow(struct run *r)
{
	const struct gf_src *s = r->s;
	size_t close = r->coll->end - 1, from = r->from->props;
	size_t comma = comma_behind(s, r->to, close), before;
	size_t end = gf_entry_end(r->to);
	size_t rest = comma < s->n ? comma + 1 : end;

	if (gf_line_leads(s, from) && gf_line_rests(s, rest) &&
	    gf_line_next(s, rest) <= close) {
		cut_flow_lines(r, comma, close);
	} else if (r->behind != NULL) {
		cut(r, from, r->behind->props);
	} else if (gf_line_leads(s, from)) {
		before = comma_behind(s, r->before, close);
		cut(r, comma < s->n ? comma : before,
		    (comma < s->n ? comma : before) + 1);
		cut(r, from, end);
	} else {
		cut(r, gf_entry_end(r->before), end);
	}
}

/* All entries leave a collection in block style. */
static void
empty_block(struct run *r)
{
	const struct gf_src *s = r->s;
	const struct gf_node *c = r->coll;
	struct gf_str none = c->kind == GF_MAP ? GF_STR("{}") : GF_STR("[]");
	size_t start = gf_entry_start(s, r->from), slot;
	size_t end = line_with_comment(s, c->end);
	struct gf_buf b = { 0 };

	if (c->parent == NULL || !gf_line_leads(s, start)) {
		if (c->parent == NULL)
			start = gf_line_above(s, start, 0);
		gf_work_put(r->w, start, end - start, none);
		return;
	}
	slot = gf_value_slot(s, c);
	gf_buf_byte(&b, ' ');
	gf_buf_str(&b, none);
	gf_work_put(r->w, slot, 0, gf_buf_view(&b));
	gf_buf_release(&b);
	cut_lines(r);
}

static bool
leaves(const struct gf_edits *e, const struct gf_node *n)
{
	const struct gf_op *op = gf_op_find(e, n);

	return op != NULL && op->gone;
}

static void
cut_run(struct run *r)
{
	bool flow = r->coll->style == GF_FLOW;
	bool all = r->before == NULL && r->behind == NULL;

	if (all && flow)
		cut(r, r->coll->start + 1, r->coll->end - 1);
	else if (all && gf_op_find(r->w->e, r->coll)->adds == NULL)
		empty_block(r);
	else if (flow)
		cut_flow(r);
	else
		cut_lines(r);
}

void
gf_work_remove(struct gf_work *w, const struct gf_op *op)
{
	struct run r = { .w = w, .s = w->src, .coll = op->node };
	struct gf_node *n;

	for (n = op->node->first; n != NULL; n = gf_entry_next(n)) {
		if (!leaves(w->e, n)) {
			r.before = n;
			continue;
		}
		r.from = r.to = n;
		while (gf_entry_next(r.to) != NULL &&
		    leaves(w->e, gf_entry_next(r.to)))
			r.to = gf_entry_next(r.to);
		r.behind = gf_entry_next(r.to);
		cut_run(&r);
		n = r.to;
	}
}
