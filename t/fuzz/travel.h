/* fuzz/travel: a document on its way through a pipe, each byte followed to
 * where it stood in the file. */
#ifndef TRAVEL_H
#define TRAVEL_H

#include "base/sha256.h"
#include "model.h"
#include "text/origin.h"

#define LINE0 7		/* where the document begins in its file */
#define COL0 5

/* The document on its way through a pipe, and where each byte came from. */
struct travel {
	struct gf_arena *arena;
	struct gf_origin origin;
	struct gf_str first;	/* as it stands in the file */
	uint32_t *from;		/* byte of first; UINT32_MAX: put in */
};

static inline void
travel_begin(struct travel *t, struct gf_str bytes, struct gf_arena *a)
{
	*t = (struct travel){ .arena = a, .first = bytes };
	t->origin.path = GF_STR("a b.yaml");
	t->origin.line = LINE0;
	t->origin.col = COL0;
	gf_fingerprint(bytes, t->origin.was);
	t->from = gf_arena_alloc(a, (bytes.n + 1) * sizeof(*t->from));
	for (size_t i = 0; i <= bytes.n; i++)
		t->from[i] = (uint32_t)i;
}

/* Every byte that came from the file is where it was there; what was put in is
 * at the place where it was. */
static inline void
check_places(const struct travel *t, struct gf_str now)
{
	uint32_t line = 0, col = 0, got_line, got_col, want_line, want_col;
	uint32_t low_line = LINE0, low_col = COL0, kept = UINT32_MAX;
	size_t from = 0;

	want_line = LINE0;
	want_col = COL0;
	for (size_t i = 0; i <= now.n; i++) {
		gf_origin_place(&t->origin, line, col, &got_line, &got_col);
		if (t->from[i] != UINT32_MAX) {
			kept = t->from[i];
			for (; from < kept; from++) {
				want_col++;
				if (t->first.p[from] == '\n') {
					want_line++;
					want_col = 1;
				}
			}
			if (got_line != want_line || got_col != want_col)
				broken("a position is not true", now);
			low_line = want_line;
			low_col = want_col;
		} else if (got_line < low_line ||
		    (got_line == low_line && got_col < low_col)) {
			broken("put-in text stands before its place", now);
		}
		col++;
		if (i < now.n && now.p[i] == '\n') {
			line++;
			col = 0;
		}
	}
}

static inline void
travel_on(struct travel *t, const struct gf_src *old, struct gf_str now,
    const struct gf_splice *s, size_t n)
{
	uint32_t *from = gf_arena_alloc(t->arena,
	    (now.n + 1) * sizeof(*from));
	struct gf_origin again;
	struct gf_buf b = { 0 };
	size_t at = 0, to = 0;

	for (size_t i = 0; i <= n; i++) {
		size_t end = i < n ? s[i].off : old->n + 1;

		while (at < end)
			from[to++] = t->from[at++];
		if (i == n)
			break;
		for (size_t k = 0; k < s[i].text.n; k++)
			from[to++] = UINT32_MAX;
		at += s[i].len;
	}
	t->from = from;
	gf_origin_edit(&t->origin, old, now, s, n, t->arena);
	if (t->origin.nchanges == 0)
		for (size_t i = 0; i <= now.n; i++)
			from[i] = (uint32_t)i;
	gf_origin_print(&b, &t->origin);
	if (b.n == 0 || !gf_origin_parse(&again, (struct gf_str){ b.p,
	    b.n - 1 }, t->arena))
		broken("a marker cannot be read", gf_buf_view(&b));
	gf_buf_clear(&b);
	gf_origin_print(&b, &again);
	t->origin = again;
	gf_buf_release(&b);
	check_places(t, now);
}

#endif
