#include "out/finds.h"

bool
gf_find_line(const struct gf_report *r, struct gf_place place,
    struct gf_str *line)
{
	struct gf_str s = r->bytes(r->ctx, place.doc), rest;

	if (s.p == NULL || place.at.off > s.n || place.at.col > place.at.off)
		return false;
	rest = (struct gf_str){ s.p + place.at.off - place.at.col,
	    s.n - (place.at.off - place.at.col) };
	*line = gf_str_cut(&rest, '\n');
	if (gf_str_ends(*line, "\r"))
		line->n--;
	return line->n > 0 && place.at.col <= line->n;
}

/* How many of the first n bytes do not begin a character. */
static uint32_t
followers(struct gf_str line, uint32_t n)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < n && i < line.n; i++)
		count += ((unsigned char)line.p[i] & 0xc0) == 0x80;
	return count;
}

void
gf_find_spot(const struct gf_report *r, struct gf_place place,
    struct gf_spot *spot)
{
	struct gf_str line;
	struct gf_pos pos;
	uint32_t col = place.at.col, end = col + place.at.len;

	gf_buf_clear(&spot->path);
	spot->line = spot->col = spot->end = 1;
	spot->wide_col = spot->wide_end = 0;
	if (place.doc == NULL) {
		r->from_top(r->ctx, r->first, &spot->path);
		return;
	}
	pos = gf_doc_pos(place.doc, place.at.line, col);
	r->from_top(r->ctx, pos.path, &spot->path);
	spot->line = pos.line;
	spot->col = pos.col;
	spot->end = pos.col + place.at.len;
	if (!gf_find_line(r, place, &line))
		return;
	spot->wide_col = spot->col - followers(line, col);
	spot->wide_end = spot->end - followers(line, end);
}

void
gf_find_show(struct gf_buf *b, const struct gf_finding *f,
    const struct gf_look *look)
{
	gf_show(b, gf_find_said(f, look));
}

bool
gf_find_fails(const struct gf_report *r, const struct gf_finding *f)
{
	return f->quiet == GF_QUIET_NOT &&
	    (f->level > GF_NOTE || r->notes_fail);
}
