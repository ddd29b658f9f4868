#include <string.h>

#include "text/edit_op.h"
#include "text/quote.h"

/* A text with LF alone as its line end. */
static struct gf_str
with_lf(struct gf_arena *arena, struct gf_str s)
{
	char *to;
	size_t n = 0;

	if (s.n == 0 || memchr(s.p, '\r', s.n) == NULL)
		return s;
	to = gf_arena_alloc(arena, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\r' || i + 1 == s.n || s.p[i + 1] != '\n')
			to[n++] = s.p[i];
	return (struct gf_str){ to, n };
}

struct gf_new *
gf_new_text(struct gf_arena *arena, struct gf_str text)
{
	struct gf_new *v = gf_arena_alloc(arena, sizeof(*v));

	v->kind = GF_SCALAR;
	v->text = with_lf(arena, text);
	return v;
}

struct gf_new *
gf_new_bare(struct gf_arena *arena, struct gf_str text)
{
	struct gf_new *v = gf_new_text(arena, text);

	v->bare = true;
	return v;
}

struct gf_new *
gf_new_list(struct gf_arena *arena, enum gf_node_kind kind, bool flow)
{
	struct gf_new *v = gf_arena_alloc(arena, sizeof(*v));

	v->kind = kind;
	v->flow = flow;
	return v;
}

void
gf_new_add(struct gf_new *parent, struct gf_str key, struct gf_new *v)
{
	v->key = key;
	v->next = NULL;
	if (parent->last != NULL)
		parent->last->next = v;
	else
		parent->first = v;
	parent->last = v;
}

bool
gf_new_ok(const struct gf_new *v)
{
	if (!gf_text_ok(v->text) || !gf_text_ok(v->key))
		return false;
	for (const struct gf_new *c = v->first; c != NULL; c = c->next)
		if (!gf_new_ok(c))
			return false;
	return true;
}

size_t
gf_text_breaks(struct gf_str s)
{
	size_t n = 0;

	while (n < s.n && s.p[s.n - 1 - n] == '\n')
		n++;
	return n;
}

/*
 * A literal scalar finds its indentation at its first line of text, so that
 * may not begin with a blank; a tab or a line of blanks is not safe in any.
 */
bool
gf_literal_ok(struct gf_str s)
{
	struct gf_str line;
	bool first = true;

	if (gf_text_breaks(s) > 1 || gf_text_breaks(s) == s.n ||
	    !gf_text_printable(s))
		return false;
	s.n -= gf_text_breaks(s);
	while (s.n > 0) {
		line = gf_str_cut(&s, '\n');
		if (line.n == 0)
			continue;
		if (line.p[0] == '\t' || (first && line.p[0] == ' ') ||
		    gf_str_trim(line).n == 0)
			return false;
		first = false;
	}
	return true;
}

static void
put_literal(const struct gf_pen *pen, struct gf_str s, size_t col)
{
	size_t breaks = gf_text_breaks(s);

	gf_buf_text(pen->b, breaks == 0 ? "|-" : "|");
	s.n -= breaks;
	while (s.n > 0) {
		struct gf_str line = gf_str_cut(&s, '\n');

		gf_buf_text(pen->b, pen->nl);
		if (line.n > 0)
			gf_buf_fill(pen->b, ' ', col);
		gf_buf_str(pen->b, line);
	}
}

void
gf_pen_text(const struct gf_pen *pen, struct gf_str s, enum gf_style want,
    bool flow, bool bare)
{
	if (want == GF_PLAIN && !bare && !gf_plain_ok(s, flow))
		want = pen->habit.quote;
	gf_quote(pen->b, s, want, flow, bare);
}

void
gf_pen_key(const struct gf_pen *pen, struct gf_str key, bool flow)
{
	gf_pen_text(pen, key, pen->keys, flow, false);
	gf_buf_byte(pen->b, ':');
}

/* A scalar behind a blank; the lines of a literal one stand at col. */
static void
put_scalar(const struct gf_pen *pen, const struct gf_new *v, size_t col)
{
	if (v->text.n > 0 && memchr(v->text.p, '\n', v->text.n) != NULL &&
	    gf_literal_ok(v->text))
		put_literal(pen, v->text, col);
	else
		gf_pen_text(pen, v->text, v->bare ? GF_PLAIN : pen->quote,
		    false, v->bare);
}

/* Whether a text stands plain in JSON, too: a number or a word of it. */
static bool
is_json(struct gf_str s)
{
	size_t i = s.n > 1 && s.p[0] == '-', from = i, points = 0;

	for (; i < s.n; i++) {
		if (s.p[i] == '.' && i > from && i + 1 < s.n)
			points++;
		else if (s.p[i] < '0' || s.p[i] > '9')
			break;
	}
	return (s.n > from && i == s.n && points < 2) ||
	    gf_str_is(s, "true") || gf_str_is(s, "false");
}

void
gf_pen_flow(const struct gf_pen *pen, const struct gf_new *v, bool flow)
{
	if (v->kind == GF_SCALAR) {
		bool bare = v->bare && (pen->keys != GF_DOUBLE ||
		    is_json(v->text));

		gf_pen_text(pen, v->text, bare ? GF_PLAIN : v->bare ?
		    GF_DOUBLE : pen->quote, flow, bare);
		return;
	}
	gf_buf_byte(pen->b, v->kind == GF_SEQ ? '[' : '{');
	for (const struct gf_new *c = v->first; c != NULL; c = c->next) {
		if (v->kind == GF_MAP) {
			gf_pen_key(pen, c->key, true);
			gf_buf_byte(pen->b, ' ');
		}
		gf_pen_flow(pen, c, true);
		if (c->next != NULL)
			gf_buf_text(pen->b, ", ");
	}
	gf_buf_byte(pen->b, v->kind == GF_SEQ ? ']' : '}');
}

static void
put_line_start(const struct gf_pen *pen, size_t col)
{
	gf_buf_text(pen->b, pen->nl);
	gf_buf_fill(pen->b, ' ', col);
}

void
gf_pen_value(const struct gf_pen *pen, const struct gf_new *v, size_t col)
{
	size_t in = col + (v->kind == GF_SEQ ? pen->habit.dash :
	    pen->habit.step);

	/* to be filled in by hand */
	if (v->kind == GF_SCALAR && v->bare && v->text.n == 0)
		return;
	if (v->kind == GF_SCALAR || v->flow || v->first == NULL) {
		gf_buf_byte(pen->b, ' ');
		if (v->kind == GF_SCALAR)
			put_scalar(pen, v, col + pen->habit.step);
		else
			gf_pen_flow(pen, v, false);
		return;
	}
	for (const struct gf_new *c = v->first; c != NULL; c = c->next) {
		put_line_start(pen, in);
		if (v->kind == GF_SEQ) {
			gf_buf_byte(pen->b, '-');
			gf_pen_item(pen, c, in, pen->habit.gap, GF_AS_NEW);
		} else {
			gf_pen_key(pen, c->key, false);
			gf_pen_value(pen, c, in);
		}
	}
}

void
gf_pen_item(const struct gf_pen *pen, const struct gf_new *v, size_t col,
    size_t gap, enum gf_shape shape)
{
	bool flow = shape == GF_AS_FLOW || (shape == GF_AS_NEW && v->flow);
	size_t in = col + 1 + gap;

	gf_buf_fill(pen->b, ' ', gap);
	if (v->kind == GF_SCALAR) {
		put_scalar(pen, v, in);
		return;
	}
	if (flow || v->first == NULL) {
		gf_pen_flow(pen, v, false);
		return;
	}
	for (const struct gf_new *c = v->first; c != NULL; c = c->next) {
		if (c != v->first)
			put_line_start(pen, in);
		if (v->kind == GF_SEQ) {
			gf_buf_byte(pen->b, '-');
			gf_pen_item(pen, c, in, pen->habit.gap, GF_AS_NEW);
		} else {
			gf_pen_key(pen, c->key, false);
			gf_pen_value(pen, c, in);
		}
	}
}
