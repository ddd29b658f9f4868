#include <string.h>

#include "text/edit_op.h"
#include "text/quote.h"

/* A line of a text, or a paragraph of a folded one, and where it stands. */
struct seg {
	struct gf_str text;
	size_t from, to;
};

struct segs {
	struct seg *v;
	size_t n;
};

/* A literal or folded scalar that gets a new text. */
struct block {
	struct gf_work *w;
	const struct gf_src *s;
	const struct gf_node *n;
	size_t mark;		/* bytes of `|2-` */
	size_t head;		/* where its first line of text starts */
	size_t core;		/* where trailing blank lines start */
	size_t indent;
	char chomp;		/* '+', '-' or 0 */
	bool counted;		/* it says its indentation */
	bool cut;		/* its last line has no line end */
	struct segs old, new;
};

static struct gf_str
without_breaks(struct gf_str s)
{
	s.n -= gf_text_breaks(s);
	return s;
}

static struct segs
split(struct gf_arena *arena, struct gf_str s)
{
	struct segs out = { NULL, 1 };

	s = without_breaks(s);
	for (size_t i = 0; i < s.n; i++)
		out.n += s.p[i] == '\n';
	out.v = gf_arena_alloc(arena, out.n * sizeof(*out.v));
	for (size_t i = 0; i < out.n; i++)
		out.v[i].text = gf_str_cut(&s, '\n');
	return out;
}

static bool
is_blank_line(const struct gf_src *s, size_t at)
{
	return gf_line_skip(s, at) == gf_line_end(s, at);
}

/*
 * Give each line of the old text its line of the document; false if they differ
 * in number.
 */
static bool
place_lines(struct block *b)
{
	size_t at = b->head, i;

	for (i = 0; i < b->old.n && at < b->n->end; i++) {
		b->old.v[i].from = at;
		at = gf_line_next(b->s, at);
		b->old.v[i].to = at;
	}
	b->core = at;
	return i == b->old.n && (b->chomp == '+' || at == b->n->end);
}

/*
 * The same for the paragraphs of a folded text; false where lines are indented
 * further.
 */
static bool
place_paragraphs(struct block *b)
{
	size_t i = 0, at = b->head;

	b->core = b->head;
	while (at < b->n->end) {
		if (is_blank_line(b->s, at)) {
			at = gf_line_next(b->s, at);
			continue;
		}
		while (i < b->old.n && b->old.v[i].text.n == 0)
			i++;
		if (i == b->old.n)
			return false;
		b->old.v[i].from = at;
		for (; at < b->n->end && !is_blank_line(b->s, at);
		    at = gf_line_next(b->s, at))
			if (gf_line_skip(b->s, at) - at != b->indent)
				return false;
		b->old.v[i++].to = b->core = at;
	}
	return i == b->old.n;
}

/* The column of the text; of one without a line that of a new one. */
static size_t
indent_of(const struct block *b, size_t digit)
{
	const struct gf_node *up = b->n->parent;
	size_t base = up ? gf_line_col(b->s, up->start) : 0, at = b->head;

	if (b->counted)
		return base + digit;
	while (at < b->n->end && is_blank_line(b->s, at))
		at = gf_line_next(b->s, at);
	return at < b->n->end ? gf_line_skip(b->s, at) - at :
	    base + gf_edit_habit(b->w->e).step;
}

static void
read_block(struct block *b)
{
	size_t at = b->n->start + 1, digit = 0;
	char c;

	for (; at < b->s->n; at++) {
		c = b->s->p[at];
		if (c == '+' || c == '-') {
			b->chomp = c;
		} else if (c >= '1' && c <= '9') {
			b->counted = true;
			digit = (size_t)(c - '0');
		} else {
			break;
		}
	}
	b->mark = at - b->n->start;
	b->head = gf_line_next(b->s, at);
	b->cut = b->n->end == b->s->n && b->s->p[b->s->n - 1] != '\n';
	b->indent = indent_of(b, digit);
	if (!(b->n->style == GF_LITERAL ? place_lines(b) :
	    place_paragraphs(b))) {
		b->old.n = 0;
		b->core = b->n->end;
	}
}

/*
 * Whether the text can stand in this scalar with the header that it has,
 * chomping apart.
 */
static bool
fits(const struct block *b, struct gf_str text)
{
	bool first = true, folded = b->n->style == GF_FOLDED;

	if (b->indent == 0 || without_breaks(text).n == 0 ||
	    !gf_text_printable(text) ||
	    (gf_text_breaks(text) > 1 && b->chomp != '+'))
		return false;
	for (size_t i = 0; i < b->new.n; i++) {
		struct gf_str line = b->new.v[i].text;

		if (line.n == 0)
			continue;
		if (line.p[0] == '\t' || gf_str_trim(line).n == 0 ||
		    (line.p[0] == ' ' && (folded || (first && !b->counted))))
			return false;
		if (folded && gf_str_trim(line).n != line.n)
			return false;
		first = false;
	}
	return true;
}

/* How many lines at the beginning and at the end stay. */
static void
common(const struct block *b, size_t *front, size_t *back)
{
	size_t most = b->old.n < b->new.n ? b->old.n : b->new.n, p = 0, s = 0;
	bool folded = b->n->style == GF_FOLDED;

	while (p < most && gf_str_eq(b->old.v[p].text, b->new.v[p].text))
		p++;
	while (s < most - p && gf_str_eq(b->old.v[b->old.n - 1 - s].text,
	    b->new.v[b->new.n - 1 - s].text))
		s++;
	while (folded && p > 0 && b->new.v[p - 1].text.n == 0)
		p--;
	while (folded && s > 0 && b->new.v[b->new.n - s].text.n == 0)
		s--;
	*front = p;
	*back = s;
}

static void
put_line(struct gf_buf *out, const struct block *b, struct gf_str line,
    const char *nl)
{
	if (line.n > 0)
		gf_buf_fill(out, ' ', b->indent);
	gf_buf_str(out, line);
	gf_buf_text(out, nl);
}

static void
put_middle(struct gf_buf *out, const struct block *b, size_t front,
    size_t back, const char *nl)
{
	bool folded = b->n->style == GF_FOLDED;

	for (size_t i = front; i < b->new.n - back; i++) {
		if (folded && i > 0)
			gf_buf_text(out, nl);
		if (!folded || b->new.v[i].text.n > 0)
			put_line(out, b, b->new.v[i].text, nl);
	}
	if (folded && back > 0 && back < b->new.n)
		gf_buf_text(out, nl);
}

/* Replace the lines that differ. */
static void
put_lines(const struct block *b, bool ended)
{
	size_t front, back, from, to, n;
	struct gf_buf text = { 0 };
	const char *nl = gf_line_ending(b->s, b->head);

	common(b, &front, &back);
	from = front > 0 ? b->old.v[front - 1].to : b->head;
	to = back > 0 ? b->old.v[b->old.n - back].from : b->core;
	if (b->cut && from == b->s->n && front < b->new.n)
		gf_buf_text(&text, nl);
	put_middle(&text, b, front, back, nl);
	n = strlen(nl);
	if (b->cut && !ended && to == b->s->n && text.n >= n &&
	    front < b->new.n)
		text.n -= n;
	gf_work_put(b->w, from, to - from, gf_buf_view(&text));
	if (b->cut && ended && (to < b->s->n || front == b->new.n))
		gf_work_put(b->w, b->s->n, 0, gf_str(nl));
	gf_buf_release(&text);
}

/* The blank lines at the end are text only behind `+`. */
static void
put_trail(const struct block *b, size_t breaks)
{
	struct gf_buf text = { 0 };
	const char *nl = gf_line_ending(b->s, b->head);

	if (b->chomp != '+' || breaks == gf_text_breaks(b->n->value))
		return;
	for (; breaks > 1; breaks--)
		gf_buf_text(&text, nl);
	gf_work_put(b->w, b->core, b->n->end - b->core, gf_buf_view(&text));
	gf_buf_release(&text);
}

/* Say in the header how the text ends. */
static void
put_chomp(const struct block *b, size_t breaks)
{
	size_t at = b->n->start + 1;

	if ((breaks == 0) == (b->chomp == '-'))
		return;
	while (b->s->p[at] >= '1' && b->s->p[at] <= '9')
		at++;
	gf_work_put(b->w, at, b->chomp ? 1 : 0,
	    breaks == 0 ? GF_STR("-") : GF_STR(""));
}

/* In quotes, on the line of the header. */
static void
put_quoted(const struct block *b, struct gf_str text)
{
	size_t from = b->cut ? gf_line_end(b->s, b->n->start) : b->head;
	struct gf_buf out = { 0 };

	gf_quote(&out, text, GF_DOUBLE, false, false);
	gf_work_put(b->w, b->n->start, b->mark, gf_buf_view(&out));
	if (from < b->n->end)
		gf_work_put(b->w, from, b->n->end - from, GF_STR(""));
	gf_buf_release(&out);
}

bool
gf_work_block(struct gf_work *w, struct gf_node *n, const struct gf_new *v)
{
	struct block b = { .w = w, .s = w->src, .n = n };
	size_t breaks = gf_text_breaks(v->text);
	bool same;

	b.old = split(w->e->arena, n->value);
	b.new = split(w->e->arena, v->text);
	read_block(&b);
	if (!fits(&b, v->text)) {
		put_quoted(&b, v->text);
		return true;
	}
	same = b.cut && breaks == gf_text_breaks(n->value);
	if (!same)
		put_chomp(&b, breaks);
	put_lines(&b, !same && breaks > 0);
	put_trail(&b, breaks);
	return true;
}
