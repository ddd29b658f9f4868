#include <string.h>

#include "text/split.h"

/* A line of the buffer: where it begins, ends (behind its LF), and whether it is whole. */
struct line {
	size_t start, end;
	bool whole;
};

static struct line
line_at(struct gf_str buf, size_t at, bool last)
{
	const char *nl = at < buf.n ?
	    memchr(buf.p + at, '\n', buf.n - at) : NULL;
	size_t end = nl ? (size_t)(nl - buf.p) + 1 : buf.n;

	return (struct line){ at, end, nl != NULL || last };
}

/* Whether a line is `---` or `...`, then a blank or its end; 0 if not. */
static char
marker(struct gf_str buf, struct line l)
{
	const char *p = buf.p + l.start;
	size_t n = l.end - l.start;

	if (n < 3 || (p[0] != '-' && p[0] != '.') || p[1] != p[0] ||
	    p[2] != p[0])
		return 0;
	if (n > 3 && p[3] != ' ' && p[3] != '\t' && p[3] != '\n' &&
	    p[3] != '\r')
		return 0;
	return p[0];
}

/* Whether a line holds nothing but blanks, a comment or a directive. */
static bool
idle(struct gf_str buf, struct line l)
{
	size_t i = l.start;

	if (i < l.end && buf.p[i] == '%')
		return true;
	while (i < l.end && (buf.p[i] == ' ' || buf.p[i] == '\t' ||
	    buf.p[i] == '\r' || buf.p[i] == '\n'))
		i++;
	return i == l.end || buf.p[i] == '#';
}

static struct gf_str
slice(struct gf_str buf, size_t from, size_t to)
{
	while (to > from && (buf.p[to - 1] == '\n' || buf.p[to - 1] == '\r'))
		to--;
	return (struct gf_str){ buf.p + from, to - from };
}

/*
 * Where the document begins behind its `---` line: on it, or below. What would
 * be a marker on a line of its own keeps the blank before it.
 */
static size_t
content_start(struct gf_str buf, struct line l)
{
	size_t i = l.start + 3;

	while (i < l.end && (buf.p[i] == ' ' || buf.p[i] == '\t'))
		i++;
	if (i == l.end || buf.p[i] == '\n' || buf.p[i] == '\r' ||
	    buf.p[i] == '#')
		return l.end;
	return marker(buf, (struct line){ i, l.end, true }) ? i - 1 : i;
}

/*
 * Walk over what belongs to the file until a document begins: 1 and the line
 * that begins it, 0 at the end of the input, -1 for more bytes.
 */
static int
skip_ahead(struct gf_str buf, size_t at, bool last, struct line *l,
    size_t *lines, bool *ended)
{
	for (*lines = 0; at < buf.n; at = l->end, ++*lines) {
		*l = line_at(buf, at, last);
		if (!l->whole)
			return -1;
		if (marker(buf, *l) == '.')
			*ended = true;
		else if (marker(buf, *l) == '-' || !idle(buf, *l))
			return 1;
	}
	return last ? 0 : -1;
}

/* Find the line that ends a document; counts the lines on the way. */
static int
find_end(struct gf_str buf, size_t at, bool last, struct line *l,
    size_t *lines)
{
	for (*lines = 0; at < buf.n; at = l->end, ++*lines) {
		*l = line_at(buf, at, last);
		if (!l->whole)
			return -1;
		if (marker(buf, *l) != 0)
			return 1;
	}
	*l = (struct line){ buf.n, buf.n, true };
	return last ? 1 : -1;
}

/* Fill the piece from where its document begins and move behind it. */
static int
take(struct gf_splitter *s, struct gf_str buf, bool last, size_t begin,
    size_t line, struct gf_piece *piece)
{
	size_t from = begin, lines;
	struct line l;

	if (piece->col > 0) {
		l = line_at(buf, begin, last);
		from = l.end;
	}
	if (find_end(buf, from, last, &l, &lines) < 0)
		return -1;
	piece->bytes = (struct gf_str){ buf.p + begin, l.start - begin };
	piece->off = s->off + begin;
	piece->line = line;
	s->line = line + lines + (from != begin);
	s->at = l.start;
	s->ended = false;
	s->any = true;
	if (l.start < buf.n && marker(buf, l) == '.') {
		piece->ender = slice(buf, l.start, l.end);
		s->at = l.end;
		s->line++;
		s->ended = true;
	}
	return 1;
}

/* A file of nothing but blanks and comments is one document all the same. */
static int
take_rest(struct gf_splitter *s, struct gf_str buf, struct gf_piece *piece)
{
	size_t at = s->at;

	s->at = buf.n;
	if (s->any || s->ended || at == buf.n)
		return 0;
	s->any = true;
	piece->bytes = (struct gf_str){ buf.p + at, buf.n - at };
	piece->off = s->off + at;
	return 1;
}

int
gf_split_next(struct gf_splitter *s, struct gf_str buf, bool last,
    struct gf_piece *piece)
{
	size_t lines, begin;
	struct line l;
	bool ended = s->ended;
	int r;

	if (!s->begun) {
		if (buf.n < 3 && !last)
			return -1;
		if (buf.n >= 3 && memcmp(buf.p, "\xef\xbb\xbf", 3) == 0)
			s->at = 3;
		s->begun = true;
	}
	*piece = (struct gf_piece){ 0 };
	r = skip_ahead(buf, s->at, last, &l, &lines, &ended);
	if (r < 0)
		return r;
	if (r == 0) {
		s->ended = ended;
		return take_rest(s, buf, piece);
	}
	if (marker(buf, l) == 0) {
		piece->stray = ended;
		return take(s, buf, last, s->at, s->line, piece);
	}
	piece->ahead = slice(buf, s->at, l.start);
	piece->ahead_off = s->off + s->at;
	piece->ahead_line = s->line;
	piece->opener = slice(buf, l.start, l.end);
	begin = content_start(buf, l);
	if (begin < l.end)
		piece->col = begin - l.start;
	return take(s, buf, last, begin, s->line + lines + (begin == l.end),
	    piece);
}

size_t
gf_split_shift(struct gf_splitter *s)
{
	size_t n = s->at;

	s->off += n;
	s->at = 0;
	return n;
}

/* Where in its file a line of what stands ahead begins. */
static struct gf_at
ahead_at(const struct gf_piece *piece, struct gf_str line, size_t nth)
{
	return (struct gf_at){
		(uint32_t)(piece->ahead_off +
		    (size_t)(line.p - piece->ahead.p)),
		(uint32_t)line.n, (uint32_t)(piece->ahead_line + nth), 0
	};
}

bool
gf_piece_ok(const struct gf_piece *piece, struct gf_fault *fault)
{
	struct gf_str rest = piece->ahead, line;
	bool version = false;

	if (piece->stray)
		return gf_fault_set(fault, (struct gf_at){
		    (uint32_t)piece->off, 1, (uint32_t)piece->line, 0 },
		    "text after a line '...' needs a line '---' before it");
	for (size_t n = 0; rest.n > 0; n++) {
		line = gf_str_cut(&rest, '\n');
		if (line.n == 0 || line.p[0] != '%')
			continue;
		line = gf_str_trim(line);
		if (!version && (gf_str_is(line, "%YAML 1.1") ||
		    gf_str_is(line, "%YAML 1.2"))) {
			version = true;
			continue;
		}
		return gf_fault_set(fault, ahead_at(piece, line, n),
		    "only one directive, %%YAML 1.1 or %%YAML 1.2, is read "
		    "here; remove this line");
	}
	return true;
}
