#include <stdarg.h>
#include <stdio.h>

#include "base/buf.h"
#include "text/edit.h"
#include "text/textline.h"
#include "text/waiver.h"

static const char *const programs[] = {
	"smartcheck", "alignmap", "whyladder", "obstacles", "cadence"
};

/*
 * The reading of the comments of a document, from its start to its end: what
 * was found for one is where the search for the next goes on.
 */
struct reading {
	const struct gf_tree *tree;
	struct gf_arena *arena;
	struct gf_waiver w;		/* the one at work */
	const struct gf_node *node;	/* the next that may hold a # */
	const struct gf_node *text;	/* the last scalar before it */
	const struct gf_node *entry;	/* the last that was looked at */
	struct gf_at entry_at;		/* where it begins */
	size_t below;			/* the line that the last one spoke of */
};

GF_PRINTF(2, 3) static void
wrong(struct reading *r, const char *fmt, ...)
{
	char text[200];
	va_list ap;
	int n;

	if (r->w.wrong.n > 0)
		return;
	va_start(ap, fmt);
	n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n < 0 || (size_t)n >= sizeof(text))
		n = (int)sizeof(text) - 1;
	r->w.wrong = (struct gf_str){ gf_arena_copy(r->arena, text,
	    (size_t)n), (size_t)n };
}

static struct gf_str
kept(const struct reading *r, struct gf_str s)
{
	return (struct gf_str){ gf_arena_copy(r->arena, s.p, s.n), s.n };
}

/* Take what stands before a word between blanks; false if it is not there. */
static bool
cut_at(struct gf_str *head, struct gf_str *tail, const char *word)
{
	size_t n = strlen(word), at = 0;

	for (; at + n <= head->n; at++) {
		bool ends = at + n == head->n ||
		    gf_textline_blank(head->p[at + n]);

		if (ends && memcmp(head->p + at, word, n) == 0 && (at == 0 ||
		    gf_textline_blank(head->p[at - 1])))
			break;
	}
	if (at + n > head->n)
		return false;
	*tail = gf_str_trim((struct gf_str){ head->p + at + n,
	    head->n - at - n });
	*head = gf_str_trim((struct gf_str){ head->p, at });
	return true;
}

static void
read_ids(struct reading *r, struct gf_str s)
{
	struct gf_waiver *w = &r->w;
	size_t most = 1;

	for (size_t i = 0; i < s.n; i++)
		most += s.p[i] == ',';
	w->ids = gf_arena_alloc(r->arena, most * sizeof(*w->ids));
	while (s.n > 0) {
		struct gf_str id = gf_str_trim(gf_str_cut(&s, ','));

		if (id.n == 0)
			continue;
		w->ids[w->nids++] = (struct gf_waived){ .id = kept(r, id),
		    .at = gf_src_at(&r->tree->src,
		    (size_t)(id.p - r->tree->src.p), id.n) };
	}
	if (w->nids == 0)
		wrong(r, "the suppression names no check: write "
		    "'ok M01 -- why'");
}

/* Everything behind `ok`. */
static void
read_terms(struct reading *r, struct gf_str s)
{
	struct gf_waiver *w = &r->w;
	struct gf_str reason = { "", 0 }, until = { "", 0 };
	const char *why;

	if (!cut_at(&s, &reason, "--") || reason.n == 0)
		wrong(r, "the suppression gives no reason: add ' -- ' and why");
	w->reason = kept(r, reason);
	if (cut_at(&s, &until, "until") &&
	    !gf_day_parse(until, &w->until, &why))
		wrong(r, "'until %.*s' is no day: %s", (int)until.n, until.p,
		    why);
	read_ids(r, s);
}

/* Whether a comment is a suppression, or would be but for its first word. */
static bool
is_waiver(struct reading *r, struct gf_str *text)
{
	struct gf_str rest = *text, word = gf_str_trim(gf_str_cut(&rest, ':'));
	struct gf_str ok = { "", 0 };
	const char *near;

	if (word.n == text->n || !cut_at(&rest, &ok, "ok") || rest.n > 0)
		return false;
	*text = ok;
	for (size_t i = 0; i < GF_LEN(programs); i++)
		if (gf_str_is(word, programs[i]))
			return true;
	near = gf_str_nearest(word, programs, GF_LEN(programs));
	if (near != NULL)
		wrong(r, "no program '%.*s': did you mean '%s'?",
		    (int)word.n, word.p, near);
	return near != NULL;
}

static const struct gf_node *
next_node(const struct gf_node *n)
{
	if (n->first != NULL)
		return n->first;
	while (n != NULL && n->next == NULL)
		n = n->parent;
	return n != NULL ? n->next : NULL;
}

/* Whether a byte is part of a text, where # is no comment. */
static bool
in_text(struct reading *r, size_t off)
{
	const struct gf_node *n;
	bool head;

	for (; r->node != NULL && r->node->start <= off;
	    r->node = next_node(r->node))
		if (r->node->kind == GF_SCALAR)
			r->text = r->node;
	n = r->text;
	if (n == NULL || off >= n->end)
		return false;
	head = n->style == GF_LITERAL || n->style == GF_FOLDED;
	return !head || gf_src_at(&r->tree->src, off, 0).line != n->line;
}

/* The outermost key or item that begins on a line, NULL if none does. */
static const struct gf_node *
entry_on(struct reading *r, size_t line)
{
	const struct gf_src *src = &r->tree->src;
	const struct gf_node *n = r->entry;

	while (n != NULL && (n->parent == NULL || r->entry_at.line < line)) {
		n = r->entry = next_node(n);
		if (n != NULL && (n->parent->kind == GF_SEQ || n->key))
			r->entry_at = gf_src_at(src, gf_entry_start(src, n),
			    0);
	}
	return n != NULL && r->entry_at.line == line ? n : NULL;
}

/* The line that a comment on a line of its own speaks of. */
static size_t
line_below(struct reading *r, size_t line)
{
	const struct gf_src *src = &r->tree->src;
	struct gf_str s;

	if (line < r->below)
		return r->below;
	do {
		line++;
		s = line < src->nlines ? gf_str_trim(gf_src_line(src, line)) :
		    (struct gf_str){ "", 0 };
	} while (s.n > 0 && s.p[0] == '#');
	r->below = line;
	return line;
}

static void
cover(struct reading *r, bool alone)
{
	size_t line = alone ? line_below(r, r->w.at.line) : r->w.at.line;
	const struct gf_node *n = entry_on(r, line);

	r->w.from = 1;
	if (n == NULL)
		return;
	if (n->parent == r->tree->root && n->prev == NULL && n->key) {
		r->w.from = 0;
		r->w.to = UINT32_MAX;
		return;
	}
	r->w.from = r->entry_at.off;
	r->w.to = (uint32_t)gf_entry_end(n);
}

/* All that leaves with the comment: its line, or the blanks before it. */
static struct gf_at
whole_line(const struct gf_src *src, struct gf_at at, bool alone)
{
	size_t from = at.off, to = at.off + at.len;
	struct gf_at line;

	while (from > 0 && gf_textline_blank(src->p[from - 1]))
		from--;
	while (to < src->n && src->p[to] != '\n' && src->p[to] != '\r')
		to++;
	if (alone) {
		while (to < src->n && src->p[to] != '\n')
			to++;
		to += to < src->n;
	}
	line = gf_src_at(src, from, 0);
	line.len = (uint32_t)(to - from);
	return line;
}

/* The suppression that begins at a #, NULL if it is none. */
static struct gf_waiver *
read_one(struct reading *r, size_t off)
{
	const struct gf_src *src = &r->tree->src;
	struct gf_str rest = { src->p + off + 1, src->n - off - 1 };
	struct gf_str text = gf_str_trim(gf_str_cut(&rest, '\n'));
	struct gf_waiver *w;
	size_t start;
	bool alone;

	r->w = (struct gf_waiver){ .until = GF_NO_DAY };
	if (gf_str_find(text, "ok") == text.n ||
	    (off > 0 && !gf_textline_blank(src->p[off - 1]) &&
	    src->p[off - 1] != '\n') || in_text(r, off))
		return NULL;
	r->w.at = gf_src_at(src, off, text.n > 0 ?
	    (size_t)(text.p + text.n - src->p) - off : 1);
	if (!is_waiver(r, &text))
		return NULL;
	start = off - r->w.at.col;
	alone = gf_str_trim((struct gf_str){ src->p + start, r->w.at.col }).n == 0;
	read_terms(r, text);
	cover(r, alone);
	r->w.line = whole_line(src, r->w.at, alone);
	w = gf_arena_alloc(r->arena, sizeof(*w));
	*w = r->w;
	return w;
}

struct gf_waiver *
gf_waivers_read(const struct gf_tree *t, struct gf_arena *arena)
{
	struct reading r = { .tree = t, .arena = arena, .node = t->root,
	    .entry = t->root };
	struct gf_waiver *first = NULL, **last = &first;
	const char *p = t->src.p, *end = t->src.p + t->src.n;

	while (p < end && (p = memchr(p, '#', (size_t)(end - p))) != NULL) {
		*last = read_one(&r, (size_t)(p - t->src.p));
		if (*last != NULL)
			last = &(*last)->next;
		p++;
	}
	return first;
}

bool
gf_waiver_covers(const struct gf_waiver *w, uint32_t off)
{
	return w->from <= off && off <= w->to;
}
