#include <string.h>

#include "text/undo.h"

/* What an escape of one letter stands for, NUL if it is not simple. */
static char
escaped(char c)
{
	static const char from[] = "\"\\/nt", to[] = "\"\\/\n\t";
	const char *at = c ? strchr(from, c) : NULL;

	return at ? to[at - from] : '\0';
}

bool
gf_undo_quotes(struct gf_str raw, char quote, struct gf_arena *arena,
    struct gf_str *text)
{
	char mark = quote == '"' ? '\\' : '\'', c;
	char *to;
	size_t n = 0;

	*text = raw;
	if (raw.n == 0 || memchr(raw.p, mark, raw.n) == NULL)
		return true;
	to = gf_arena_alloc(arena, raw.n);
	for (size_t i = 0; i < raw.n; i++) {
		c = raw.p[i];
		if (c == mark) {
			c = raw.p[++i];
			if (mark == '\\' && (c = escaped(c)) == '\0')
				return false;
		}
		to[n++] = c;
	}
	*text = (struct gf_str){ to, n };
	return true;
}

/* How many blanks a line begins with. */
static size_t
indent_of(struct gf_str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == ' ')
		n++;
	return n;
}

/* Append what stands between two lines of text with so many empty ones. */
static size_t
join(char *to, size_t n, size_t empty, bool folded)
{
	if (folded && empty == 0) {
		to[n++] = ' ';
		return n;
	}
	for (empty += !folded; empty > 0; empty--)
		to[n++] = '\n';
	return n;
}

size_t
gf_undo_block(const struct gf_src *s, size_t line, size_t col, bool folded,
    bool strip, struct gf_arena *arena, struct gf_str *text)
{
	size_t indent, n = 0, empty = 0, last = line, at;
	struct gf_str l = gf_src_line(s, line);
	char *to;

	indent = indent_of(l);
	if (line >= s->nlines || indent == l.n || indent <= col)
		return 0;
	to = gf_arena_alloc(arena, s->n - s->lines[line] + 1);
	for (; line < s->nlines; line++) {
		l = gf_src_line(s, line);
		at = indent_of(l);
		if (at == l.n && at <= indent) {
			empty++;
			continue;
		}
		if (at < indent)
			break;
		if (at == l.n || (folded && at > indent))
			return 0;
		if (n > 0)
			n = join(to, n, empty, folded);
		memcpy(to + n, l.p + indent, l.n - indent);
		n += l.n - indent;
		empty = 0;
		last = line;
	}
	if (!strip && last + 1 < s->nlines)
		to[n++] = '\n';
	*text = (struct gf_str){ to, n };
	return last + 1;
}
