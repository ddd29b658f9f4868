#include <sys/stat.h>

#include <string.h>
#include <unistd.h>

#include "base/sha256.h"
#include "cli/file.h"
#include "cli/recall.h"

#define MOST_AGAIN ((off_t)64 * 1024 * 1024)

void
gf_recall_release(struct gf_recall *r)
{
	gf_buf_release(&r->doc);
	gf_buf_release(&r->file);
	*r = (struct gf_recall){ 0 };
}

/* Read n bytes of a file from an offset on; false if they are not there. */
static bool
read_at(const char *path, uint64_t off, size_t n, struct gf_buf *to)
{
	uint64_t size;
	int fd = gf_file_open(path, &size);
	char chunk[16384];
	ptrdiff_t got = 1;

	if (fd < 0)
		return false;
	gf_buf_clear(to);
	if (off <= size && lseek(fd, (off_t)off, SEEK_SET) >= 0)
		while (to->n < n && got > 0) {
			size_t want = n - to->n;

			got = gf_file_next(fd, chunk, want < sizeof(chunk) ?
			    want : sizeof(chunk));
			if (got > 0)
				gf_buf_add(to, chunk, (size_t)got);
		}
	close(fd);
	return to->n == n;
}

/* Whether a line of a file begins as those do that stand between documents. */
static bool
is_odd(struct gf_str s)
{
	if (gf_str_starts(s, "\xef\xbb\xbf"))
		s = (struct gf_str){ s.p + 3, s.n - 3 };
	while (s.n > 0) {
		if (s.p[0] == '%' || gf_str_starts(s, "..."))
			return true;
		gf_str_cut(&s, '\n');
	}
	return false;
}

/* Whether a file is none that it would cost much to read once more. */
static bool
is_small(struct gf_str path)
{
	struct stat st;

	return !gf_str_is(path, "-") && stat(path.p, &st) == 0 &&
	    st.st_size <= MOST_AGAIN;
}

/* Have a file whole at hand. */
static bool
hold(struct gf_recall *r, struct gf_str path)
{
	if (r->path.p != NULL && gf_str_eq(path, r->path))
		return r->held;
	r->path = path;
	r->split = (struct gf_splitter){ 0 };
	r->piece = (struct gf_piece){ 0 };
	gf_buf_clear(&r->file);
	r->held = gf_file_read(path.p, SIZE_MAX / 8, &r->file);
	r->odd = r->held && is_odd(gf_buf_view(&r->file));
	return r->held;
}

/* Go to a line of the file held; documents are mostly asked for in order. */
static bool
go_to(struct gf_recall *r, uint32_t line)
{
	if (r->piece.line + 1 > line)
		r->split = (struct gf_splitter){ 0 };
	else if (r->piece.bytes.p != NULL && r->piece.line + 1 == line)
		return true;
	while (gf_split_next(&r->split, gf_buf_view(&r->file), true,
	    &r->piece) == 1)
		if (r->piece.line + 1 >= line)
			return r->piece.line + 1 == line;
	r->split = (struct gf_splitter){ 0 };
	r->piece = (struct gf_piece){ 0 };
	return false;
}

/*
 * Find in its file a document that came with a marker, if its fingerprint still
 * fits.
 */
static bool
find(struct gf_recall *r, const struct gf_origin *o)
{
	char print[GF_PRINT_SIZE];

	if (o->fresh || !is_small(o->path) || !hold(r, o->path) ||
	    !go_to(r, o->line) || r->piece.col + 1 != o->col)
		return false;
	gf_fingerprint(r->piece.bytes, print);
	return strcmp(print, o->was) == 0;
}

struct gf_str
gf_recall_bytes(struct gf_recall *r, const struct gf_doc *doc,
    const struct gf_sum *sum)
{
	struct gf_str none = { 0 };

	if (doc->bytes.p != NULL)
		return doc->bytes;
	if (r->last == doc)
		return gf_buf_view(&r->doc);
	if (doc->marked)
		return doc->origin.now[0] == '\0' && !doc->moved &&
		    find(r, &doc->origin) ? r->piece.bytes : none;
	r->last = NULL;
	if (doc->off == GF_NO_OFF || sum == NULL ||
	    !read_at(doc->origin.path.p, doc->off, sum->n, &r->doc) ||
	    gf_str_hash(gf_buf_view(&r->doc)) != sum->hash)
		return none;
	r->last = doc;
	return gf_buf_view(&r->doc);
}

bool
gf_recall_ok(struct gf_recall *r, struct gf_doc *doc, struct gf_fault *fault)
{
	const struct gf_origin *o = &doc->origin;

	if (o->fresh || !hold(r, o->path) || (!r->odd && o->nchanges == 0) ||
	    !find(r, o))
		return true;
	doc->moved = !gf_origin_fits(o, r->piece.bytes, true);
	return gf_piece_ok(&r->piece, fault);
}

/*
 * The byte of a place (from 1) in a file, GF_NO_OFF if it has no such line. No
 * column counts a byte order mark.
 */
static uint64_t
byte_of(struct gf_str s, uint32_t line, uint32_t col)
{
	const char *p = s.p, *end = s.p + s.n;

	if (line == 1 && gf_str_starts(s, "\xef\xbb\xbf"))
		p += 3;
	for (uint32_t i = 1; i < line; i++) {
		p = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
		if (p == NULL)
			return GF_NO_OFF;
		p++;
	}
	return (uint64_t)(p - s.p) + col - 1;
}

/* Line and column (from 0) of an offset. */
static void
place_of(struct gf_str s, uint32_t off, uint32_t *line, uint32_t *col)
{
	uint32_t start = 0;

	*line = 0;
	for (uint32_t i = 0; i < off && i < s.n; i++)
		if (s.p[i] == '\n') {
			++*line;
			start = i + 1;
		}
	*col = off - start;
}

uint64_t
gf_recall_byte(struct gf_recall *r, const struct gf_doc *doc, uint32_t off)
{
	uint32_t line, col, file_line, file_col;

	if (doc->moved)
		return GF_NO_OFF;
	if (doc->off != GF_NO_OFF)
		return doc->off + off;
	if (!find(r, &doc->origin))
		return GF_NO_OFF;
	if (doc->origin.now[0] == '\0')
		return r->piece.off + off;
	if (doc->bytes.p == NULL)
		return GF_NO_OFF;
	place_of(doc->bytes, off, &line, &col);
	gf_origin_place(&doc->origin, line, col, &file_line, &file_col);
	return byte_of(gf_buf_view(&r->file), file_line, file_col);
}
