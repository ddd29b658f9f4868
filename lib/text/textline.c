#include <string.h>

#include "text/textline.h"

bool
gf_textline_blank(char c)
{
	return c == ' ' || c == '\t';
}

size_t
gf_textline_skip(struct gf_str s, size_t i)
{
	while (i < s.n && gf_textline_blank(s.p[i]))
		i++;
	return i;
}

size_t
gf_textline_quote_end(struct gf_str s, size_t i)
{
	char q = s.p[i];

	for (i++; i < s.n; i++) {
		if (q == '"' && s.p[i] == '\\')
			i++;
		else if (s.p[i] == q && q == '\'' && i + 1 < s.n &&
		    s.p[i + 1] == q)
			i++;
		else if (s.p[i] == q)
			return i + 1;
	}
	return 0;
}

size_t
gf_textline_key_end(struct gf_str s, size_t i)
{
	size_t end;

	if (i < s.n && (s.p[i] == '"' || s.p[i] == '\'')) {
		end = gf_textline_quote_end(s, i);
		end = end ? gf_textline_skip(s, end) : s.n;
		return end < s.n && s.p[end] == ':' ? end : s.n;
	}
	for (; i < s.n; i++) {
		if (s.p[i] == ':' && (i + 1 == s.n ||
		    gf_textline_blank(s.p[i + 1])))
			return i;
		if (s.p[i] == '#' && (i == 0 || gf_textline_blank(s.p[i - 1])))
			break;
	}
	return s.n;
}

static struct gf_str
without_comment(struct gf_str s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if (gf_textline_blank(s.p[i]) && s.p[i + 1] == '#')
			s.n = i;
	return gf_str_trim(s);
}

struct gf_textline
gf_textline_read(const struct gf_src *src, size_t no)
{
	struct gf_textline l = { src, no, .all = gf_src_line(src, no) };
	size_t i = 0, colon;

	while (i < l.all.n && l.all.p[i] == ' ')
		i++;
	l.indent = i;
	while (i + 1 < l.all.n && l.all.p[i] == '-' &&
	    gf_textline_blank(l.all.p[i + 1])) {
		l.item = true;
		i = gf_textline_skip(l.all, i + 1);
	}
	colon = gf_textline_key_end(l.all, i);
	if (colon < l.all.n) {
		l.key = gf_str_trim((struct gf_str){ l.all.p + i, colon - i });
		i = gf_textline_skip(l.all, colon + 1);
	}
	l.value = without_comment((struct gf_str){ l.all.p + i, l.all.n - i });
	return l;
}

bool
gf_textline_empty(const struct gf_textline *l)
{
	size_t i = gf_textline_skip(l->all, 0);

	return i == l->all.n || l->all.p[i] == '#';
}

void
gf_textline_quote(char *to, size_t size, struct gf_str s)
{
	bool single = memchr(s.p, '\'', s.n) == NULL &&
	    (memchr(s.p, '"', s.n) != NULL || memchr(s.p, '\\', s.n) != NULL);
	char q = single ? '\'' : '"';
	size_t n = 0;

	to[n++] = q;
	for (size_t i = 0; i < s.n; i++) {
		if (n + 9 > size) {
			while (n > 1 &&
			    ((unsigned char)to[n - 1] & 0xc0) == 0x80)
				n--;
			memcpy(to + n - 1, "...", 3);
			n += 2;
			break;
		}
		if (!single && (s.p[i] == '"' || s.p[i] == '\\'))
			to[n++] = '\\';
		to[n++] = s.p[i];
	}
	to[n++] = q;
	to[n] = '\0';
}

size_t
gf_textline_bracket_end(struct gf_str v)
{
	size_t depth = 0;

	for (size_t i = 0; i < v.n; i++) {
		if (v.p[i] == '[' || v.p[i] == '{')
			depth++;
		else if ((v.p[i] == ']' || v.p[i] == '}') && --depth == 0)
			return i + 1;
	}
	return 0;
}

bool
gf_textline_in_brackets(struct gf_str s, size_t col)
{
	size_t depth = 0;

	for (size_t i = 0; i < col && i < s.n; i++) {
		if (s.p[i] == '[' || s.p[i] == '{')
			depth++;
		else if (depth > 0 && (s.p[i] == ']' || s.p[i] == '}'))
			depth--;
	}
	return depth > 0;
}

struct gf_str
gf_textline_item(struct gf_str s, size_t col)
{
	size_t from = col, to = col;

	while (from > 0 && memchr("[{,", s.p[from - 1], 3) == NULL &&
	    !(s.p[from - 1] == ':' && from < col &&
	    gf_textline_blank(s.p[from])))
		from--;
	while (to < s.n && memchr(",]}", s.p[to], 3) == NULL)
		to++;
	return gf_str_trim((struct gf_str){ s.p + from, to - from });
}
