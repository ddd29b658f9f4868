#include "text/build.h"
#include "text/edit_op.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
ends(char c)
{
	return c == '\n' || c == '\r';
}

size_t
gf_line_start(const struct gf_src *s, size_t off)
{
	return s->lines[gf_src_at(s, off, 0).line];
}

size_t
gf_line_end(const struct gf_src *s, size_t off)
{
	while (off < s->n && !ends(s->p[off]))
		off++;
	return off;
}

size_t
gf_line_next(const struct gf_src *s, size_t off)
{
	size_t line = gf_src_at(s, off, 0).line + 1;

	return line < s->nlines ? s->lines[line] : s->n;
}

size_t
gf_line_col(const struct gf_src *s, size_t off)
{
	return off - gf_line_start(s, off);
}

size_t
gf_line_skip(const struct gf_src *s, size_t off)
{
	while (off < s->n && blank(s->p[off]))
		off++;
	return off;
}

bool
gf_line_leads(const struct gf_src *s, size_t off)
{
	return gf_line_skip(s, gf_line_start(s, off)) >= off;
}

bool
gf_line_rests(const struct gf_src *s, size_t off)
{
	off = gf_line_skip(s, off);
	return off == s->n || ends(s->p[off]) || s->p[off] == '#';
}

const char *
gf_line_ending(const struct gf_src *s, size_t off)
{
	size_t i = gf_line_start(s, off);

	if (i == 0) {
		i = gf_line_next(s, off);
		if (i == 0 || s->p[i - 1] != '\n')
			return "\n";
	}
	return i > 1 && s->p[i - 2] == '\r' ? "\r\n" : "\n";
}

size_t
gf_line_token(const struct gf_src *s, size_t off, size_t to)
{
	while (off < to) {
		if (s->p[off] == '#')
			off = gf_line_end(s, off);
		else if (blank(s->p[off]) || ends(s->p[off]))
			off++;
		else
			break;
	}
	return off < to ? off : to;
}

size_t
gf_line_behind(const struct gf_src *s, size_t end, size_t col, bool same)
{
	size_t off = end, at, text;
	bool direct = true;

	if (off == 0 || s->p[off - 1] != '\n')
		off = gf_line_next(s, off);
	for (at = off; at < s->n; at = gf_line_next(s, at)) {
		text = gf_line_skip(s, at);
		if (text == s->n || ends(s->p[text])) {
			direct = false;
			continue;
		}
		if (s->p[text] != '#' || text - at < col ||
		    (text - at == col && !(same && direct)))
			break;
		off = gf_line_next(s, at);
	}
	return off;
}

size_t
gf_line_above(const struct gf_src *s, size_t start, size_t col)
{
	size_t up, text;

	while (start > 0) {
		up = gf_line_start(s, start - 1);
		text = gf_line_skip(s, up);
		if (s->p[text] != '#' || text - up != col)
			break;
		start = up;
	}
	return start;
}

/* The mark of an entry: a '-' or '?' at the column of its collection. */
static size_t
mark_before(const struct gf_src *s, size_t off, size_t least, size_t col,
    char mark)
{
	size_t line = gf_line_start(s, off), at;

	for (;;) {
		at = line + col;
		if (at >= least && at < off && s->p[at] == mark &&
		    gf_line_leads(s, at) && gf_line_end(s, line) >= at)
			return at;
		if (line <= least)
			return off;
		line = gf_line_start(s, line - 1);
	}
}

size_t
gf_entry_start(const struct gf_src *s, const struct gf_node *n)
{
	const struct gf_node *up = n->parent;
	size_t least;

	if (up == NULL || up->style == GF_FLOW)
		return n->props;
	if (n->prev == NULL)
		return up->start < n->props ? up->start : n->props;
	least = n->prev->end;
	return mark_before(s, n->props, least, gf_line_col(s, up->start),
	    up->kind == GF_SEQ ? '-' : '?');
}

struct gf_node *
gf_entry_next(const struct gf_node *n)
{
	if (n->parent != NULL && n->parent->kind == GF_MAP)
		return n->next->next;
	return n->next;
}

size_t
gf_entry_end(const struct gf_node *n)
{
	return n->parent != NULL && n->parent->kind == GF_MAP && n->key ?
	    n->next->end : n->end;
}

/* Behind the anchor and the tag of a node. */
static size_t
behind_props(const struct gf_src *s, const struct gf_node *n)
{
	size_t at = n->props, last = at;

	while (at < s->n && (s->p[at] == '&' || s->p[at] == '!')) {
		last = gf_prop_end(s, at, s->n);
		at = gf_line_skip(s, last);
	}
	return last;
}

size_t
gf_value_slot(const struct gf_src *s, const struct gf_node *n)
{
	const struct gf_node *up = n->parent;
	size_t at;

	if (n->props < n->start && (n->anchor.n > 0 || n->tagged))
		return behind_props(s, n);
	if (up == NULL)
		return n->start;
	if (up->kind == GF_SEQ || n->key) {
		at = gf_entry_start(s, n);
		return up->style == GF_FLOW || at == n->props ? n->start :
		    at + 1;
	}
	at = gf_line_token(s, n->prev->end, n->start);
	return at < n->start && s->p[at] == ':' ? at + 1 : n->start;
}

bool
gf_node_in_flow(const struct gf_node *n)
{
	return n->parent != NULL && n->parent->style == GF_FLOW;
}

uint32_t
gf_node_depth(const struct gf_node *n)
{
	uint32_t depth = 0;

	for (; n != NULL; n = n->parent)
		depth++;
	return depth;
}

bool
gf_node_void(const struct gf_node *n)
{
	return n->kind == GF_SCALAR && n->style == GF_PLAIN &&
	    (n->value.n == 0 || gf_str_is(n->value, "~") ||
	    gf_str_is(n->value, "null") || gf_str_is(n->value, "Null") ||
	    gf_str_is(n->value, "NULL"));
}
