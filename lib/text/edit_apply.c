#include <stdlib.h>

#include "text/edit_op.h"

static int
order_patches(const void *x, const void *y)
{
	const struct gf_patch *a = x, *b = y;

	if (a->s.off != b->s.off)
		return a->s.off < b->s.off ? -1 : 1;
	if (a->lines != b->lines && a->s.len == 0 && b->s.len == 0)
		return a->lines ? 1 : -1;
	if ((a->s.len == 0) != (b->s.len == 0))
		return a->s.len == 0 ? -1 : 1;
	if (a->depth != b->depth)
		return a->depth > b->depth ? -1 : 1;
	return a->seq < b->seq ? -1 : a->seq > b->seq;
}

static void
add_patch(struct gf_work *w, size_t off, size_t len, struct gf_str text,
    bool lines)
{
	struct gf_patch *p;

	if (len == 0 && text.n == 0)
		return;
	w->v = gf_grow(w->v, w->n, &w->cap, sizeof(*w->v));
	p = &w->v[w->n];
	*p = (struct gf_patch){
		.s = { (uint32_t)off, (uint32_t)len, { NULL, text.n } },
		.depth = w->depth, .seq = (uint32_t)w->n, .lines = lines
	};
	p->s.text.p = gf_arena_copy(w->e->arena, text.p, text.n);
	w->n++;
}

void
gf_work_put(struct gf_work *w, size_t off, size_t len, struct gf_str text)
{
	add_patch(w, off, len, text, false);
}

void
gf_work_lines(struct gf_work *w, size_t off, struct gf_str text)
{
	add_patch(w, off, 0, text, true);
}

struct gf_pen
gf_work_pen(struct gf_work *w, size_t off, struct gf_buf *b)
{
	return (struct gf_pen){
		.b = b, .nl = gf_line_ending(w->src, off),
		.habit = gf_edit_habit(w->e), .quote = GF_PLAIN
	};
}

static bool
render(struct gf_work *w, const struct gf_op *op)
{
	w->depth = gf_node_depth(op->node);
	if (op->set != NULL && !gf_work_set(w, op->node, op->set))
		return false;
	if (op->second != NULL && !gf_work_expand(w, op))
		return false;
	if (op->adds != NULL && !gf_work_add(w, op))
		return false;
	if (op->ngone > 0)
		gf_work_remove(w, op);
	return true;
}

bool
gf_op_grows(const struct gf_op *op)
{
	return op->node != NULL && op->adds != NULL &&
	    (op->node->kind == GF_SCALAR ||
	    (op->node->kind == GF_MAP && op->kind == GF_SEQ));
}

bool
gf_edit_possible(struct gf_edits *e, const struct gf_op *op)
{
	struct gf_work w = { .e = e, .src = &e->tree->src };
	bool ok = render(&w, op);

	free(w.v);
	return ok;
}

/* Whether lines put in at the end first need an end of the line above. */
static bool
unended(const struct gf_src *s, const struct gf_patch *p,
    const struct gf_splice *last)
{
	if (!p->lines || p->s.off != s->n || s->n == 0 ||
	    s->p[s->n - 1] == '\n')
		return false;
	if (last == NULL || (size_t)last->off + last->len != s->n)
		return true;
	if (last->text.n > 0)
		return last->text.p[last->text.n - 1] != '\n';
	return gf_line_start(s, last->off) != last->off;
}

/* Let the arena own the text of a splice that nothing more is added to. */
static void
finish(struct gf_work *w, struct gf_splice *last, struct gf_buf *text)
{
	if (last != NULL)
		last->text.p = gf_arena_copy(w->e->arena, text->p, text->n);
	gf_buf_clear(text);
}

/*
 * Add a patch to a splice that it touches, or to a new one behind it; text is
 * that of the last one.
 */
static struct gf_splice *
join(struct gf_work *w, struct gf_splice *last, struct gf_splice *next,
    const struct gf_patch *p, struct gf_buf *text)
{
	const char *nl = unended(w->src, p, last) ?
	    gf_line_ending(w->src, w->src->n) : "";

	if (last == NULL || (size_t)last->off + last->len != p->s.off) {
		finish(w, last, text);
		last = next;
		last->off = p->s.off;
	}
	last->len += p->s.len;
	gf_buf_text(text, nl);
	gf_buf_str(text, p->s.text);
	last->text = gf_buf_view(text);
	return last;
}

/* Put all patches in order and join those that touch; false if two overlap. */
static bool
settle(struct gf_work *w, struct gf_splice **splices, size_t *n)
{
	struct gf_splice *last = NULL;
	struct gf_buf text = { 0 };
	bool apart = true;

	*splices = gf_arena_alloc(w->e->arena, w->n * sizeof(*last) + 1);
	*n = 0;
	if (w->n > 1)
		qsort(w->v, w->n, sizeof(*w->v), order_patches);
	for (size_t i = 0; i < w->n; i++) {
		apart = last == NULL ||
		    w->v[i].s.off >= (size_t)last->off + last->len;
		if (!apart)
			break;
		last = join(w, last, &(*splices)[*n], &w->v[i], &text);
		*n = (size_t)(last - *splices) + 1;
	}
	finish(w, last, &text);
	gf_buf_release(&text);
	return apart || gf_edit_refuse(w->e, NULL, "two edits change the same "
	    "bytes; make them one after the other");
}

static void
splice(struct gf_buf *out, const struct gf_src *s,
    const struct gf_splice *v, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		gf_buf_add(out, s->p + at, v[i].off - at);
		gf_buf_str(out, v[i].text);
		at = (size_t)v[i].off + v[i].len;
	}
	gf_buf_add(out, s->p + at, s->n - at);
}

/* Parse what came out and hold it against what was to come out. */
static bool
proven(struct gf_edits *e, struct gf_str bytes, const struct gf_limits *limits)
{
	struct gf_arena arena = { 0 };
	struct gf_fault fault;
	struct gf_tree now;
	bool ok;

	if (gf_tree_parse(&now, bytes, limits, &arena, &fault))
		ok = gf_edit_prove(e, &now);
	else
		ok = gf_edit_refuse(e, NULL, "the edit would leave: %.150s",
		    fault.said);
	gf_arena_release(&arena);
	return ok;
}

bool
gf_edit_apply(struct gf_edits *e, const struct gf_limits *limits,
    struct gf_buf *out, struct gf_splice **splices, size_t *nsplices)
{
	struct gf_work w = { .e = e, .src = &e->tree->src };
	struct gf_buf bytes = { 0 };
	bool ok = true;

	for (const struct gf_op *op = e->first; ok && op != NULL;
	    op = op->next)
		ok = render(&w, op);
	ok = ok && settle(&w, splices, nsplices);
	free(w.v);
	if (!ok)
		return false;
	splice(&bytes, &e->tree->src, *splices, *nsplices);
	ok = *nsplices == 0 || proven(e, gf_buf_view(&bytes), limits);
	if (ok)
		gf_buf_str(out, gf_buf_view(&bytes));
	gf_buf_release(&bytes);
	return ok;
}
