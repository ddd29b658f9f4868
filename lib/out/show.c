#include "base/utf8.h"
#include "out/show.h"

/*
 * Marks that turn or hide text; the two joiners stay, real scripts need them.
 */
static bool
is_mark(uint32_t cp)
{
	return (cp >= 0x202a && cp <= 0x202e) ||
	    (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200e || cp == 0x200f ||
	    cp == 0x061c || cp == 0x200b || cp == 0x2060 || cp == 0xfeff ||
	    cp == 0x2028 || cp == 0x2029;
}

static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0);
}

/* Bytes that may not stand in the output as they are. */
static void
show_bytes(struct gf_buf *b, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		gf_buf_printf(b, "\\x%02x", (unsigned)(unsigned char)p[i]);
}

/* What a build server takes for a command anywhere in a line. */
static bool
is_command(const char *p, size_t n)
{
	struct gf_str s = { p, n };

	return gf_str_starts(s, "##[") || gf_str_starts(s, "##vso[");
}

static void
show(struct gf_buf *b, struct gf_str s, bool utf8)
{
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (n == 0) {
			n = 1;
			show_bytes(b, s.p + i, 1);
		} else if (is_command(s.p + i, s.n - i))
			show_bytes(b, s.p + i, n);
		else if (cp == '\r' && i + 1 < s.n && s.p[i + 1] == '\n')
			continue;
		else if (cp == '\n' || cp == '\t')
			gf_buf_byte(b, ' ');
		else if (is_control(cp))
			show_bytes(b, s.p + i, n);
		else if (is_mark(cp) || (!utf8 && cp >= 0x80))
			gf_buf_printf(b, "<U+%04X>", (unsigned)cp);
		else
			gf_buf_add(b, s.p + i, n);
	}
}

void
gf_show(struct gf_buf *b, struct gf_str s)
{
	show(b, s, true);
}

void
gf_show_ascii(struct gf_buf *b, struct gf_str s)
{
	show(b, s, false);
}

/* Whether a path can stand in a line as it is. */
static bool
is_tame(struct gf_str s)
{
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (n == 0 || is_control(cp) || is_mark(cp) || cp == '"' ||
		    cp == '\\')
			return false;
	}
	return true;
}

static void
quote_byte(struct gf_buf *b, unsigned char c)
{
	static const char letters[] = "abtnvfr";

	if (c == '"' || c == '\\')
		gf_buf_printf(b, "\\%c", c);
	else if (c >= '\a' && c <= '\r')
		gf_buf_printf(b, "\\%c", letters[c - '\a']);
	else if (c < 0x20 || c >= 0x7f)
		gf_buf_printf(b, "\\%03o", (unsigned)c);
	else
		gf_buf_byte(b, (char)c);
}

void
gf_show_path(struct gf_buf *b, struct gf_str s)
{
	if (!is_tame(s)) {
		gf_buf_byte(b, '"');
		for (size_t i = 0; i < s.n; i++)
			if (is_command(s.p + i, s.n - i))
				gf_buf_text(b, "\\043");
			else
				quote_byte(b, (unsigned char)s.p[i]);
		gf_buf_byte(b, '"');
		return;
	}
	if (gf_str_starts(s, "::")) {
		show_bytes(b, s.p, 1);
		s = (struct gf_str){ s.p + 1, s.n - 1 };
	}
	gf_show(b, s);
}

/* How many bytes stand in JSON as they are. */
static size_t
json_plain(struct gf_str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] >= ' ' && s.p[i] < 0x7f && s.p[i] != '"' &&
	    s.p[i] != '\\' && s.p[i] != '<' && s.p[i] != '#')
		i++;
	return i;
}

static void
json_unit(struct gf_buf *b, uint32_t unit)
{
	gf_buf_printf(b, "\\u%04x", (unsigned)unit);
}

void
gf_json(struct gf_buf *b, struct gf_str s)
{
	size_t n = json_plain(s);
	uint32_t cp;

	gf_buf_byte(b, '"');
	gf_buf_add(b, s.p, n);
	for (size_t i = n; i < s.n; i += n) {
		n = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (n == 0) {
			n = 1;
			gf_buf_text(b, "\xef\xbf\xbd");
		} else if (is_command(s.p + i, s.n - i))
			json_unit(b, cp);
		else if (cp == '"' || cp == '\\') {
			gf_buf_byte(b, '\\');
			gf_buf_byte(b, (char)cp);
		} else if (cp == '\n')
			gf_buf_text(b, "\\n");
		else if (cp == '\t')
			gf_buf_text(b, "\\t");
		else if (is_control(cp) || is_mark(cp) || cp == '<' ||
		    (cp | 1) == 0xffff)
			json_unit(b, cp);
		else
			gf_buf_add(b, s.p + i, n);
	}
	gf_buf_byte(b, '"');
}
