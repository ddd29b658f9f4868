#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "text/src.h"

#define EVERY 64
#define ONES UINT64_C(0x0101010101010101)
#define HIGHS UINT64_C(0x8080808080808080)

bool
gf_fault_set(struct gf_fault *f, struct gf_at at, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(f->said, sizeof(f->said), fmt, ap);
	va_end(ap);
	f->at = at;
	f->other = (struct gf_at){ 0 };
	f->limit = false;
	f->quotable = (struct gf_str){ "", 0 };
	return false;
}

/* Whether all of eight bytes are printable ASCII. */
static bool
harmless(const char *p)
{
	uint64_t w, del;

	memcpy(&w, p, sizeof(w));
	del = w ^ (ONES * 0x7f);
	return ((w | (w - ONES * 0x20) | (del - ONES)) & HIGHS) == 0;
}

static void
add_line(struct gf_src *s, size_t *cap, struct gf_arena *a, size_t off)
{
	uint32_t *more;

	if (s->nlines == *cap) {
		*cap *= 2;
		more = gf_arena_alloc(a, *cap * sizeof(*more));
		memcpy(more, s->lines, s->nlines * sizeof(*more));
		s->lines = more;
	}
	s->lines[s->nlines++] = (uint32_t)off;
}

/* What must not stand in a document, NULL if a code point may. */
static const char *
forbidden(uint32_t cp)
{
	if (cp == 0x85 || cp == 0x2028 || cp == 0x2029)
		return "a line end that is none in YAML 1.2 (NEL, LS or PS)";
	if (cp == 0xfeff)
		return "a byte order mark after the first byte";
	if (cp < 0x20 || cp == 0x7f || (cp >= 0x80 && cp < 0xa0))
		return "a control character";
	if (cp == 0xfffe || cp == 0xffff)
		return "a code point that is no character";
	return NULL;
}

/* Look at one byte that is not plain ASCII; its length, 0 if it is a fault. */
static size_t
odd_byte(struct gf_src *s, size_t i, struct gf_fault *fault)
{
	uint32_t cp = 0;
	size_t len = gf_utf8_next(s->p + i, s->n - i, &cp);
	const char *what;

	if (len == 0) {
		gf_fault_set(fault, gf_src_at(s, i, 1),
		    "byte 0x%02x is not UTF-8; save the file as UTF-8",
		    (unsigned char)s->p[i]);
		return 0;
	}
	if (cp == '\t' || (cp == '\r' && i + 1 < s->n && s->p[i + 1] == '\n'))
		return 1;
	if (cp == '\r') {
		gf_fault_set(fault, gf_src_at(s, i, 1),
		    "a carriage return that ends no line; use LF or CRLF");
		return 0;
	}
	what = forbidden(cp);
	if (what != NULL) {
		gf_fault_set(fault, gf_src_at(s, i, len),
		    "%s (U+%04X); remove it, or write it as an escape in "
		    "double quotes", what, (unsigned)cp);
		return 0;
	}
	return len;
}

/*
 * Whether all bytes are printable ASCII, eight a step; the last eight are looked
 * at whole, however many of them were seen before.
 */
static bool
all_harmless(const char *p, size_t n)
{
	size_t i = 0;

	for (; i + 8 <= n; i += 8)
		if (!harmless(p + i))
			return false;
	if (i == n)
		return true;
	if (n >= 8)
		return harmless(p + n - 8);
	while (i < n && p[i] >= 0x20 && p[i] < 0x7f)
		i++;
	return i == n;
}

/* Look at every byte of a line by itself; false at the first fault. */
static bool
scan_line(struct gf_src *s, size_t i, size_t end, size_t *wide,
    struct gf_fault *fault)
{
	size_t len;

	for (; i < end; i += len) {
		len = 1;
		if (s->p[i] >= 0x20 && s->p[i] < 0x7f)
			continue;
		len = odd_byte(s, i, fault);
		if (len == 0)
			return false;
		*wide += len - 1;
	}
	return true;
}

/* Walk over all bytes; false at the first that may not stand there. */
static bool
scan(struct gf_src *s, struct gf_arena *a, struct gf_fault *fault)
{
	size_t cap = s->n / 24 + 8, i = 0, end, wide = 0;
	const char *nl;

	s->lines = gf_arena_alloc(a, cap * sizeof(*s->lines));
	s->lines[s->nlines++] = 0;
	while (i < s->n) {
		nl = memchr(s->p + i, '\n', s->n - i);
		end = nl != NULL ? (size_t)(nl - s->p) : s->n;
		if (!all_harmless(s->p + i, end - i) &&
		    !scan_line(s, i, end, &wide, fault))
			return false;
		if (nl != NULL)
			add_line(s, &cap, a, end + 1);
		i = end + 1;
	}
	s->points = s->n - wide;
	return true;
}

/* Remember where every 64th code point begins. */
static void
index_points(struct gf_src *s, struct gf_arena *a)
{
	size_t n = 0;

	s->chars = gf_arena_alloc(a, (s->points / EVERY + 1) * sizeof(*s->chars));
	for (size_t i = 0; i < s->n; i++) {
		if (((unsigned char)s->p[i] & 0xc0) == 0x80)
			continue;
		if (n % EVERY == 0)
			s->chars[s->nchars++] = (uint32_t)i;
		n++;
	}
}

bool
gf_src_init(struct gf_src *s, struct gf_str bytes,
    const struct gf_limits *limits, struct gf_arena *a, struct gf_fault *fault)
{
	*s = (struct gf_src){ .p = bytes.p, .n = bytes.n };
	if (bytes.n > limits->v[GF_LIMIT_SIZE]) {
		gf_fault_set(fault, (struct gf_at){ 0 }, "more than %zu bytes "
		    "in one document; split it, or raise it with --limit "
		    "size=N", limits->v[GF_LIMIT_SIZE]);
		fault->limit = true;
		return false;
	}
	if (!scan(s, a, fault))
		return false;
	if (s->points != s->n)
		index_points(s, a);
	return true;
}

size_t
gf_src_byte(const struct gf_src *s, size_t point)
{
	size_t i, left;

	if (s->chars == NULL)
		return point < s->n ? point : s->n;
	if (point / EVERY >= s->nchars)
		return s->n;
	i = s->chars[point / EVERY];
	for (left = point % EVERY; left > 0 && i < s->n; left--)
		do
			i++;
		while (i < s->n && ((unsigned char)s->p[i] & 0xc0) == 0x80);
	return i;
}

/* The number of the line that holds a byte. */
static size_t
line_of(const struct gf_src *s, size_t off)
{
	size_t low = 0, high = s->nlines;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (s->lines[mid] <= off)
			low = mid;
		else
			high = mid;
	}
	return low;
}

struct gf_at
gf_src_at(const struct gf_src *s, size_t off, size_t n)
{
	return gf_src_on(s, line_of(s, off), off, n);
}

struct gf_at
gf_src_on(const struct gf_src *s, size_t line, size_t off, size_t n)
{
	size_t end = line + 1 < s->nlines ? s->lines[line + 1] : s->n;

	if (off + n >= end) {
		while (end > off && (s->p[end - 1] == '\n' ||
		    s->p[end - 1] == '\r'))
			end--;
		if (off + n > end)
			n = end - off;
	}
	return (struct gf_at){ (uint32_t)off, (uint32_t)n, (uint32_t)line,
	    (uint32_t)(off - s->lines[line]) };
}

struct gf_str
gf_src_line(const struct gf_src *s, size_t line)
{
	size_t start, end;

	if (line >= s->nlines)
		return (struct gf_str){ s->p + s->n, 0 };
	start = s->lines[line];
	end = line + 1 < s->nlines ? s->lines[line + 1] : s->n;
	while (end > start && (s->p[end - 1] == '\n' || s->p[end - 1] == '\r'))
		end--;
	return (struct gf_str){ s->p + start, end - start };
}
