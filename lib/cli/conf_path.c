#include "cli/conf.h"

void
gf_conf_absolute(const struct gf_conf *c, struct gf_str path,
    struct gf_buf *b)
{
	size_t base = b->n;
	struct gf_str part;

	if (!gf_str_starts(path, "/") && c->cwd.n > 1)
		gf_buf_str(b, c->cwd);
	while (path.n > 0) {
		part = gf_str_cut(&path, '/');
		if (part.n == 0 || gf_str_is(part, "."))
			continue;
		if (!gf_str_is(part, "..")) {
			gf_buf_byte(b, '/');
			gf_buf_str(b, part);
			continue;
		}
		while (b->n > base && b->p[--b->n] != '/')
			continue;
		gf_buf_fill(b, ' ', 0);
	}
	if (b->n == base)
		gf_buf_byte(b, '/');
}

/* How far two absolute paths are the same, in whole parts. */
static size_t
shared(struct gf_str a, struct gf_str b)
{
	size_t same = 0, i = 0;

	for (; i < a.n && i < b.n && a.p[i] == b.p[i]; i++)
		if (a.p[i] == '/')
			same = i;
	if ((i == a.n && (i == b.n || b.p[i] == '/')) ||
	    (i == b.n && i < a.n && a.p[i] == '/'))
		same = i;
	return same;
}

void
gf_conf_relative(const struct gf_conf *c, struct gf_str path,
    struct gf_buf *b)
{
	size_t at = c->cwd.n > 1 ? shared(c->cwd, path) : 0, start = b->n;

	for (size_t i = at; i < c->cwd.n && c->cwd.n > 1; i++)
		if (c->cwd.p[i] == '/')
			gf_buf_text(b, "../");
	if (at < path.n)
		gf_buf_add(b, path.p + at + 1, path.n - at - 1);
	else if (b->n > start)
		b->p[--b->n] = '\0';
	if (b->n == start)
		gf_buf_byte(b, '.');
}
