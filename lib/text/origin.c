#include <string.h>

#include "base/sha256.h"
#include "text/origin.h"

#define FROM "--- # from "
#define FRESH "--- # new "
#define END "... # end "

static bool
plain_path_byte(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	    (c >= '0' && c <= '9') || (c != '\0' && strchr("._/+@-", c));
}

/* The letters of git's C escapes and what they stand for. */
static const char letters[] = "abtnvfr\"\\";
static const char meant[] = "\a\b\t\n\v\f\r\"\\";

void
gf_path_quote(struct gf_buf *b, struct gf_str path)
{
	const char *c;
	size_t i;

	for (i = 0; i < path.n && plain_path_byte(path.p[i]); i++)
		continue;
	if (i == path.n && path.n > 0) {
		gf_buf_str(b, path);
		return;
	}
	gf_buf_byte(b, '"');
	for (i = 0; i < path.n; i++) {
		unsigned char u = (unsigned char)path.p[i];

		c = u ? strchr(meant, (char)u) : NULL;
		if (c != NULL)
			gf_buf_printf(b, "\\%c", letters[c - meant]);
		else if (u < 0x20 || u >= 0x7f)
			gf_buf_printf(b, "\\%03o", (unsigned)u);
		else
			gf_buf_byte(b, (char)u);
	}
	gf_buf_byte(b, '"');
}

static bool
take(struct gf_str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	s->p++;
	s->n--;
	return true;
}

/* A whole number without leading zeros; the sum of four is one, too. */
static bool
take_number(struct gf_str *s, uint32_t *to)
{
	uint64_t v = 0;
	size_t i = 0;

	while (i < s->n && s->p[i] >= '0' && s->p[i] <= '9' && i < 10)
		v = v * 10 + (uint64_t)(s->p[i++] - '0');
	if (i == 0 || v > UINT32_MAX / 4 || (i > 1 && s->p[0] == '0'))
		return false;
	*to = (uint32_t)v;
	s->p += i;
	s->n -= i;
	return true;
}

/* One escape of a quoted path, behind its backslash; -1 if it is none. */
static int
take_escape(struct gf_str *s)
{
	const char *c;
	int v = 0;

	if (s->n == 0)
		return -1;
	c = s->p[0] ? strchr(letters, s->p[0]) : NULL;
	if (c != NULL) {
		s->p++;
		s->n--;
		return (unsigned char)meant[c - letters];
	}
	for (size_t i = 0; i < 3; i++, s->p++, s->n--) {
		if (s->n == 0 || s->p[0] < '0' || s->p[0] > '7')
			return -1;
		v = v * 8 + (s->p[0] - '0');
	}
	return v > 0 && v < 256 ? v : -1;
}

static bool
take_quoted(struct gf_str *s, struct gf_str *path, struct gf_arena *arena)
{
	char *to = gf_arena_alloc(arena, s->n + 1);
	int c;

	*path = (struct gf_str){ to, 0 };
	while (!take(s, '"')) {
		if (s->n == 0 || s->p[0] == '\0')
			return false;
		c = (unsigned char)s->p[0];
		s->p++;
		s->n--;
		if (c == '\\' && (c = take_escape(s)) < 0)
			return false;
		to[path->n++] = (char)c;
	}
	return path->n > 0;
}

static bool
take_path(struct gf_str *s, struct gf_str *path, struct gf_arena *arena)
{
	size_t i = 0;

	if (take(s, '"'))
		return take_quoted(s, path, arena);
	while (i < s->n && plain_path_byte(s->p[i]))
		i++;
	*path = (struct gf_str){ gf_arena_copy(arena, s->p, i), i };
	s->p += i;
	s->n -= i;
	return i > 0;
}

static bool
take_print(struct gf_str *s, char to[GF_PRINT_SIZE])
{
	if (s->n < 16)
		return false;
	for (size_t i = 0; i < 16; i++)
		if (s->p[i] == '\0' ||
		    strchr("0123456789abcdef", s->p[i]) == NULL)
			return false;
	memcpy(to, s->p, 16);
	to[16] = '\0';
	s->p += 16;
	s->n -= 16;
	return true;
}

static bool
take_extent(struct gf_str *s, struct gf_extent *x)
{
	x->breaks = 0;
	if (!take_number(s, &x->bytes))
		return false;
	if (!take(s, '/'))
		return true;
	x->breaks = x->bytes;
	return x->breaks > 0 && take_number(s, &x->bytes);
}

/* Whether a change begins where the one before it ended, or behind that. */
static bool
in_order(const struct gf_change *a, const struct gf_change *b)
{
	uint32_t line = a->line + a->out.breaks;
	uint32_t col = a->out.breaks ? 1 + a->out.bytes :
	    a->col + a->out.bytes;

	return b->line > line || (b->line == line && b->col >= col);
}

static bool
take_change(struct gf_str *s, struct gf_change *c)
{
	return take_number(s, &c->line) && take(s, ':') &&
	    take_number(s, &c->col) && take(s, '-') &&
	    take_extent(s, &c->out) && take(s, '+') &&
	    take_extent(s, &c->in) && c->line > 0 && c->col > 0;
}

static bool
take_changes(struct gf_origin *o, struct gf_str s, struct gf_arena *arena)
{
	struct gf_change first = { o->line, o->col, { 0, 0 }, { 0, 0 } };
	const struct gf_change *before = &first;
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == ' ';
	o->changes = gf_arena_alloc(arena, n * sizeof(*o->changes) + 1);
	while (s.n > 0) {
		struct gf_change *c = &o->changes[o->nchanges];

		if (!take(&s, ' ') || !take_change(&s, c) ||
		    !in_order(before, c))
			return false;
		before = c;
		o->nchanges++;
	}
	return true;
}

bool
gf_origin_parse(struct gf_origin *o, struct gf_str s, struct gf_arena *arena)
{
	*o = (struct gf_origin){ .line = 1, .col = 1 };
	o->fresh = gf_str_starts(s, FRESH);
	if (!o->fresh && !gf_str_starts(s, FROM))
		return false;
	s.n -= strlen(o->fresh ? FRESH : FROM);
	s.p += strlen(o->fresh ? FRESH : FROM);
	if (!take_path(&s, &o->path, arena))
		return false;
	if (o->fresh)
		return s.n == 0;
	if (!take(&s, ':') || !take_number(&s, &o->line) || o->line == 0)
		return false;
	if (take(&s, ':') && (!take_number(&s, &o->col) || o->col == 0))
		return false;
	if (!take(&s, ' ') || !take_print(&s, o->was))
		return false;
	if (!take(&s, '>'))
		return s.n == 0;
	return take_print(&s, o->now) && take_changes(o, s, arena);
}

static void
print_extent(struct gf_buf *b, struct gf_extent x)
{
	if (x.breaks > 0)
		gf_buf_printf(b, "%u/", (unsigned)x.breaks);
	gf_buf_printf(b, "%u", (unsigned)x.bytes);
}

void
gf_origin_print(struct gf_buf *b, const struct gf_origin *o)
{
	gf_buf_text(b, o->fresh ? FRESH : FROM);
	gf_path_quote(b, o->path);
	if (!o->fresh) {
		gf_buf_printf(b, ":%u", (unsigned)o->line);
		if (o->col > 1)
			gf_buf_printf(b, ":%u", (unsigned)o->col);
		gf_buf_printf(b, " %s", o->was);
		if (o->now[0] != '\0')
			gf_buf_printf(b, ">%s", o->now);
		for (size_t i = 0; i < o->nchanges; i++) {
			gf_buf_printf(b, " %u:%u-",
			    (unsigned)o->changes[i].line,
			    (unsigned)o->changes[i].col);
			print_extent(b, o->changes[i].out);
			gf_buf_byte(b, '+');
			print_extent(b, o->changes[i].in);
		}
	}
	gf_buf_byte(b, '\n');
}

bool
gf_origin_end(struct gf_str line, size_t *n)
{
	uint32_t v = 0;

	if (!gf_str_starts(line, END))
		return false;
	line.p += strlen(END);
	line.n -= strlen(END);
	if (!take_number(&line, &v) || line.n > 0)
		return false;
	*n = v;
	return true;
}
