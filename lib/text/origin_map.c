#include <string.h>

#include "base/sha256.h"
#include "text/origin.h"

/* A place: in a file from 1, in a document from 0. */
struct place {
	uint32_t line, col;
};

static bool
before(struct place a, struct place b)
{
	return a.line < b.line || (a.line == b.line && a.col < b.col);
}

static struct place
advance(struct place p, struct gf_extent x)
{
	if (x.breaks == 0)
		return (struct place){ p.line, p.col + x.bytes };
	return (struct place){ p.line + x.breaks, x.bytes };
}

static struct gf_extent
extent(struct place from, struct place to)
{
	if (from.line == to.line)
		return (struct gf_extent){ 0, to.col - from.col };
	return (struct gf_extent){ to.line - from.line, to.col };
}

/* A place of the file as one of the unedited document, from 0. */
static struct place
inner(const struct gf_origin *o, uint32_t line, uint32_t col)
{
	struct place p = { line - o->line, col - 1 };

	if (p.line == 0)
		p.col -= o->col - 1;
	return p;
}

/* And back. */
static void
outer(const struct gf_origin *o, struct place p, uint32_t *line, uint32_t *col)
{
	*line = o->line + p.line;
	*col = p.col + 1 + (p.line == 0 ? o->col - 1 : 0);
}

/*
 * Where the place p of one text is in the other, if both run alike from a and b
 * on.
 */
static struct place
shift(struct place p, struct place a, struct place b)
{
	return advance(b, extent(a, p));
}

/* The state of a walk along the changes: the ends of the last one. */
struct walk {
	struct place old, now;
};

/* Where a change begins in the unedited and in the edited document. */
static struct walk
change_start(const struct gf_origin *o, const struct walk *w,
    const struct gf_change *c)
{
	struct place s = inner(o, c->line, c->col);

	return (struct walk){ s, shift(s, w->old, w->now) };
}

static struct walk
change_end(struct walk s, const struct gf_change *c)
{
	return (struct walk){ advance(s.old, c->out), advance(s.now, c->in) };
}

void
gf_origin_place(const struct gf_origin *o, uint32_t line, uint32_t col,
    uint32_t *file_line, uint32_t *file_col)
{
	struct place p = { line, col };
	struct walk w = { { 0, 0 }, { 0, 0 } }, s;

	for (size_t i = 0; i < o->nchanges; i++) {
		s = change_start(o, &w, &o->changes[i]);
		if (before(p, s.now))
			break;
		w = change_end(s, &o->changes[i]);
		if (before(p, w.now)) {
			outer(o, s.old, file_line, file_col);
			return;
		}
	}
	outer(o, shift(p, w.now, w.old), file_line, file_col);
}

/* Move on to the start of a line (from 0); false if there is no such line. */
static bool
find_line(struct gf_str *rest, uint32_t *at, uint32_t line)
{
	while (*at < line) {
		const char *end = rest->n > 0 ?
		    memchr(rest->p, '\n', rest->n) : NULL;

		if (end == NULL)
			return false;
		rest->n -= (size_t)(end + 1 - rest->p);
		rest->p = end + 1;
		++*at;
	}
	return *at == line;
}

bool
gf_origin_fits(const struct gf_origin *o, struct gf_str bytes, bool file)
{
	struct walk w = { { 0, 0 }, { 0, 0 } }, s;
	struct place p;
	struct gf_str rest = bytes, line;
	uint32_t at = 0;

	for (size_t i = 0; i < 2 * o->nchanges; i++) {
		s = change_start(o, &w, &o->changes[i / 2]);
		if (i % 2 == 1)
			s = w = change_end(s, &o->changes[i / 2]);
		p = file ? s.old : s.now;
		if (!find_line(&rest, &at, p.line))
			return false;
		line = rest;
		if (gf_str_cut(&line, '\n').n < p.col)
			return false;
	}
	return true;
}

/* One part of the edited document that is not as in the file. */
struct part {
	size_t from, to;	/* bytes of the document before this edit */
	struct place start, end;	/* unedited, from 0 */
	size_t left, right;	/* bytes of the document after it */
};

struct parts {
	struct part *v;
	size_t n;
};

static size_t
offset(const struct gf_src *s, struct place p)
{
	size_t off;

	if (p.line >= s->nlines)
		return s->n;
	off = (size_t)s->lines[p.line] + p.col;
	return off < s->n ? off : s->n;
}

/* The parts that earlier edits made. */
static struct parts
parts_before(const struct gf_origin *o, const struct gf_src *old,
    struct gf_arena *arena)
{
	struct parts ps = {
		gf_arena_alloc(arena, o->nchanges * sizeof(*ps.v) + 1), 0
	};
	struct walk w = { { 0, 0 }, { 0, 0 } }, s;

	for (size_t i = 0; i < o->nchanges; i++) {
		struct part *p = &ps.v[ps.n++];

		s = change_start(o, &w, &o->changes[i]);
		w = change_end(s, &o->changes[i]);
		p->from = offset(old, s.now);
		p->to = offset(old, w.now);
		p->start = s.old;
		p->end = w.old;
	}
	return ps;
}

static struct place
kept_place(const struct gf_origin *o, const struct gf_src *old, size_t off)
{
	struct gf_at at = gf_src_at(old, off, 0);
	uint32_t line, col;

	gf_origin_place(o, at.line, at.col, &line, &col);
	return inner(o, line, col);
}

static struct part
part_of_splice(const struct gf_origin *o, const struct gf_src *old,
    const struct gf_splice *s)
{
	return (struct part){
		.from = s->off, .to = (size_t)s->off + s->len,
		.start = kept_place(o, old, s->off),
		.end = kept_place(o, old, (size_t)s->off + s->len)
	};
}

/* Make one part of two that touch; the first begins no later. */
static void
join(struct part *to, const struct part *p, bool older)
{
	if (p->to > to->to || (p->to == to->to && older)) {
		to->end = p->end;
		to->to = p->to;
	}
}

/* Take both lists together in ascending order, parts that touch as one. */
static struct parts
merge(const struct parts *older, const struct parts *newer,
    struct gf_arena *arena)
{
	struct parts out = {
		gf_arena_alloc(arena,
		    (older->n + newer->n) * sizeof(*out.v) + 1), 0
	};
	size_t i = 0, j = 0;

	while (i < older->n || j < newer->n) {
		bool old = j == newer->n || (i < older->n &&
		    older->v[i].from <= newer->v[j].from);
		const struct part *p = old ? &older->v[i++] : &newer->v[j++];

		if (out.n > 0 && p->from <= out.v[out.n - 1].to)
			join(&out.v[out.n - 1], p, old);
		else
			out.v[out.n++] = *p;
	}
	return out;
}

/* Where each part lies after the edit. */
static void
settle(struct parts *ps, const struct gf_splice *s, size_t n)
{
	size_t i = 0, added = 0, gone = 0;

	for (size_t k = 0; k < ps->n; k++) {
		struct part *p = &ps->v[k];

		p->left = p->from + added - gone;
		for (; i < n && (size_t)s[i].off + s[i].len <= p->to; i++) {
			added += s[i].text.n;
			gone += s[i].len;
		}
		p->right = p->to + added - gone;
	}
}

static struct gf_extent
measure(struct gf_str bytes, size_t left, size_t right)
{
	struct gf_extent x = { 0, 0 };

	if (right > bytes.n)
		right = bytes.n;
	for (size_t i = left; i < right; i++) {
		x.bytes++;
		if (bytes.p[i] == '\n') {
			x.breaks++;
			x.bytes = 0;
		}
	}
	return x;
}

void
gf_origin_edit(struct gf_origin *o, const struct gf_src *old,
    struct gf_str bytes, const struct gf_splice *splices, size_t n,
    struct gf_arena *arena)
{
	struct parts older, newer, all;

	if (o->fresh || n == 0)
		return;
	older = parts_before(o, old, arena);
	newer.v = gf_arena_alloc(arena, n * sizeof(*newer.v));
	for (newer.n = 0; newer.n < n; newer.n++)
		newer.v[newer.n] = part_of_splice(o, old, &splices[newer.n]);
	all = merge(&older, &newer, arena);
	settle(&all, splices, n);
	o->changes = gf_arena_alloc(arena, all.n * sizeof(*o->changes));
	o->nchanges = all.n;
	for (size_t i = 0; i < all.n; i++) {
		const struct part *p = &all.v[i];
		struct gf_change *c = &o->changes[i];

		outer(o, p->start, &c->line, &c->col);
		c->out = extent(p->start, p->end);
		c->in = measure(bytes, p->left, p->right);
	}
	gf_fingerprint(bytes, o->now);
	if (strcmp(o->now, o->was) == 0) {
		o->now[0] = '\0';
		o->nchanges = 0;
	}
}
