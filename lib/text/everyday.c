#include <string.h>

#include "text/build.h"
#include "text/everyday.h"
#include "text/undo.h"

/* Deeper documents are left to libyaml, whatever the user's limit is. */
#define DEPTH 60
#define NO_COL SIZE_MAX			/* there is no further line */

struct reader {
	struct gf_build build;
	const char *p;			/* the document */
	size_t line;			/* on which the cursor stands */
	size_t at, end;			/* the cursor, and where its line ends */
	size_t col;			/* of the first byte not yet read */
};

/* What a byte may be, told by one look: these are asked of every byte. */
#define WORD 1		/* of a word */
#define KEY 2		/* of a key behind its first byte */
#define ODD 4		/* no plain text begins with it */
#define FLOW 8		/* ends a plain text in a flow collection */
#define MARK 16		/* may end a plain text, or be out of place in flow */
#define W (WORD | KEY)
static const uint8_t kinds[256] = {
	['0'] = W, W, W, W, W, W, W, W, W, W,
	['A'] = W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W,
	['a'] = W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W,
	['_'] = W, ['-'] = KEY, ['.'] = KEY, ['&'] = ODD, ['*'] = ODD,
	['!'] = ODD, ['|'] = ODD, ['>'] = ODD, ['\''] = ODD, ['"'] = ODD,
	['%'] = ODD, ['@'] = ODD, ['`'] = ODD, [','] = ODD | FLOW,
	['['] = ODD | FLOW, [']'] = ODD | FLOW, ['{'] = ODD | FLOW,
	['}'] = ODD | FLOW, [':'] = ODD | MARK, ['#'] = ODD | MARK,
	['?'] = ODD | MARK
};
#undef W

static bool block(struct reader *);
static bool flow(struct reader *);

static struct gf_mark
mark(const struct reader *r)
{
	return (struct gf_mark){ r->at, r->line };
}

static bool
add(struct reader *r, struct gf_mark from, size_t to, enum gf_style style,
    size_t text, size_t n)
{
	return gf_build_scalar(&r->build, from, to, style,
	    (struct gf_str){ r->p + text, n }, (struct gf_props){ 0 });
}

static bool
open(struct reader *r, enum gf_node_kind kind, bool in_flow)
{
	return r->build.depth < DEPTH && gf_build_open(&r->build, mark(r),
	    kind, in_flow, (struct gf_props){ 0 });
}

static void
skip_blanks(struct reader *r)
{
	while (r->at < r->end && r->p[r->at] == ' ')
		r->at++;
}

/* Stand on the first byte of a line. */
static void
stand(struct reader *r, size_t line)
{
	const struct gf_src *s = &r->build.tree->src;

	r->line = line;
	r->at = s->lines[line];
	r->end = line + 1 < s->nlines ? s->lines[line + 1] - 1 : s->n;
	if (r->end > r->at && r->p[r->end - 1] == '\r')
		r->end--;
}

/* Go to the first line from this one on that is not blank or a comment. */
static void
seek(struct reader *r, size_t line)
{
	const struct gf_src *s = &r->build.tree->src;

	for (; line < s->nlines; line++) {
		stand(r, line);
		skip_blanks(r);
		if (r->at < r->end && r->p[r->at] != '#') {
			r->col = r->at - s->lines[line];
			return;
		}
	}
	r->col = NO_COL;
}

/* Whether nothing but blanks and a comment is left of the line. */
static bool
rest_empty(struct reader *r)
{
	size_t from = r->at;

	skip_blanks(r);
	return r->at == r->end || (r->p[r->at] == '#' && r->at > from);
}

static bool
inside(const struct reader *r, size_t col)
{
	return r->col != NO_COL && r->col > col;
}

static bool
blank_at(const struct reader *r, size_t at)
{
	return at >= r->end || r->p[at] == ' ';
}

static bool
on_dash(const struct reader *r)
{
	return r->col != NO_COL && r->p[r->at] == '-' &&
	    blank_at(r, r->at + 1);
}

/* What the byte at a place may be. */
static unsigned
kind(const struct reader *r, size_t at)
{
	return kinds[(unsigned char)r->p[at]];
}

/* How long the key at the cursor is, 0 if there is none that we know. */
static size_t
key_len(const struct reader *r)
{
	size_t i = r->at;

	if (i >= r->end || !(kind(r, i) & WORD))
		return 0;
	while (i < r->end && (kind(r, i) & KEY))
		i++;
	return i < r->end && r->p[i] == ':' && blank_at(r, i + 1) &&
	    i - r->at < 1000 ? i - r->at : 0;
}

/* Read a key of n bytes and the ':' behind it. */
static bool
key(struct reader *r, size_t n)
{
	struct gf_mark from = mark(r);

	r->at += n + 1;
	return add(r, from, r->at - 1, GF_PLAIN, r->at - n - 1, n);
}

/* Where the quote that ends a text stands, NULL if not on this line. */
static const char *
closing(const struct reader *r, size_t from, char q)
{
	for (size_t i = from; i < r->end; i++) {
		if (r->p[i] == '\\' && q == '"')
			i++;
		else if (r->p[i] == q && q == '\'' && i + 1 < r->end &&
		    r->p[i + 1] == q)
			i++;
		else if (r->p[i] == q)
			return r->p + i;
	}
	return NULL;
}

/* A text in quotes on one line. */
static bool
quoted(struct reader *r)
{
	char q = r->p[r->at];
	struct gf_mark from = mark(r);
	const char *close = closing(r, from.point + 1, q);
	struct gf_str text = { r->p + from.point + 1, 0 };

	if (close == NULL)
		return false;
	text.n = (size_t)(close - text.p);
	r->at = from.point + text.n + 2;
	return gf_undo_quotes(text, q, r->build.arena, &text) &&
	    gf_build_scalar(&r->build, from, r->at,
	    q == '"' ? GF_DOUBLE : GF_SINGLE, text, (struct gf_props){ 0 });
}

/* Whether a plain text may begin here. */
static bool
may_begin(const struct reader *r)
{
	if (r->p[r->at] == '-')
		return !blank_at(r, r->at + 1);
	return !(kind(r, r->at) & ODD);
}

/* Add what lies between the cursor and a byte, without blanks at its end. */
static bool
plain_to(struct reader *r, size_t to)
{
	struct gf_mark from = mark(r);

	r->at = to;
	while (to > from.point && r->p[to - 1] == ' ')
		to--;
	return to > from.point && add(r, from, to, GF_PLAIN, from.point,
	    to - from.point);
}

static bool
plain(struct reader *r)
{
	size_t i;

	if (!may_begin(r))
		return false;
	for (i = r->at; i < r->end; i++) {
		if (!(kind(r, i) & MARK))
			continue;
		if (r->p[i] == ':' && blank_at(r, i + 1))
			return false;
		if (r->p[i] == '#' && r->p[i - 1] == ' ')
			break;
	}
	return plain_to(r, i < r->end ? i - 1 : i);
}

static bool
flow_plain(struct reader *r)
{
	size_t i = r->at;

	if (r->p[i] == '-' && (i + 1 >= r->end || !(kind(r, i + 1) & WORD)))
		return false;
	if (!may_begin(r))
		return false;
	while (i < r->end && !(kind(r, i) & (FLOW | MARK)))
		i++;
	return (i == r->end || !(kind(r, i) & MARK)) && plain_to(r, i);
}

static bool
flow_value(struct reader *r)
{
	if (r->at >= r->end)
		return false;
	switch (r->p[r->at]) {
	case '"':
	case '\'':
		return quoted(r);
	case '[':
	case '{':
		return flow(r);
	default:
		return flow_plain(r);
	}
}

static bool
flow_item(struct reader *r, bool map)
{
	size_t n;

	if (map) {
		n = key_len(r);
		if (n == 0 || !key(r, n))
			return false;
		skip_blanks(r);
	}
	return flow_value(r);
}

static bool
flow(struct reader *r)
{
	bool map = r->p[r->at] == '{';
	char close = map ? '}' : ']';

	if (!open(r, map ? GF_MAP : GF_SEQ, true))
		return false;
	r->at++;
	skip_blanks(r);
	if (r->at < r->end && r->p[r->at] == close) {
		r->at++;
		return gf_build_close(&r->build, r->at);
	}
	for (;;) {
		if (!flow_item(r, map))
			return false;
		skip_blanks(r);
		if (r->at >= r->end)
			return false;
		if (r->p[r->at] == close)
			break;
		if (r->p[r->at++] != ',')
			return false;
		skip_blanks(r);
	}
	r->at++;
	return gf_build_close(&r->build, r->at);
}

/* A literal or folded text of a collection at a column, and its lines. */
static bool
lines(struct reader *r, size_t col)
{
	const struct gf_src *s = &r->build.tree->src;
	bool folded = r->p[r->at] == '>', strip;
	struct gf_mark from = mark(r);
	struct gf_str text;
	size_t next;

	r->at++;
	strip = r->at < r->end && r->p[r->at] == '-';
	r->at += strip;
	if (!rest_empty(r))
		return false;
	next = gf_undo_block(s, r->line + 1, col, folded, strip,
	    r->build.arena, &text);
	if (next == 0 || !gf_build_scalar(&r->build, from,
	    next < s->nlines ? s->lines[next] : s->n,
	    folded ? GF_FOLDED : GF_LITERAL, text, (struct gf_props){ 0 }))
		return false;
	seek(r, next);
	return !inside(r, col);
}

/* The value at the cursor of a collection at a column, and the line's end. */
static bool
value_here(struct reader *r, size_t col)
{
	bool ok;

	switch (r->p[r->at]) {
	case '"':
	case '\'':
		ok = quoted(r);
		break;
	case '[':
	case '{':
		ok = flow(r);
		break;
	case '|':
	case '>':
		return lines(r, col);
	default:
		ok = plain(r);
	}
	if (!ok || !rest_empty(r))
		return false;
	seek(r, r->line + 1);
	return !inside(r, col);
}

/* The value behind a key of a mapping at a column. */
static bool
value(struct reader *r, size_t col)
{
	struct gf_mark from = mark(r);

	if (!rest_empty(r))
		return value_here(r, col);
	seek(r, r->line + 1);
	if (inside(r, col) || (r->col == col && on_dash(r)))
		return block(r);
	return add(r, from, from.point, GF_PLAIN, from.point, 0);
}

static bool
mapping(struct reader *r)
{
	size_t col = r->col, n;

	if (!open(r, GF_MAP, false))
		return false;
	do {
		n = key_len(r);
		if (n == 0 || !key(r, n) || !value(r, col))
			return false;
	} while (r->col == col);
	return !inside(r, col) && gf_build_close(&r->build, 0);
}

/* What stands behind the '-' of a sequence at a column. */
static bool
item(struct reader *r, size_t col)
{
	struct gf_mark from;

	r->at++;
	from = mark(r);
	if (rest_empty(r)) {
		seek(r, r->line + 1);
		return inside(r, col) ? block(r) :
		    add(r, from, from.point, GF_PLAIN, from.point, 0);
	}
	r->col = r->at - r->build.tree->src.lines[r->line];
	if (on_dash(r) || key_len(r) > 0)
		return block(r);
	return value_here(r, col);
}

static bool
sequence(struct reader *r)
{
	size_t col = r->col;

	if (!open(r, GF_SEQ, false))
		return false;
	do {
		if (!item(r, col))
			return false;
	} while (r->col == col && on_dash(r));
	return !inside(r, col) && gf_build_close(&r->build, 0);
}

/* The collection whose first line the cursor stands on. */
static bool
block(struct reader *r)
{
	return on_dash(r) ? sequence(r) : mapping(r);
}

bool
gf_everyday_read(struct gf_tree *tree, const struct gf_limits *limits,
    struct gf_arena *arena)
{
	struct gf_fault unsaid = { 0 };
	struct reader r = {
		.build = { .tree = tree, .limits = limits, .arena = arena,
		.fault = &unsaid, .bytes = true }, .p = tree->src.p
	};
	bool ok;

	if (memchr(r.p, '\t', tree->src.n) != NULL)
		return false;
	seek(&r, 0);
	ok = r.col != NO_COL && block(&r) && r.col == NO_COL;
	if (!ok) {
		tree->root = NULL;
		tree->nnodes = 0;
	}
	return ok;
}
