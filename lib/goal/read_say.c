#include <stdarg.h>

#include "goal/read.h"
#include "text/quote.h"

struct gf_at
gf_read_at(const struct gf_read *r, const struct gf_node *n)
{
	return gf_node_at(r->tree, r->alias ? r->alias : n);
}

static void
add_path(struct gf_buf *b, const struct gf_frame *f)
{
	const struct gf_node *n, *id;

	if (f == NULL)
		return;
	add_path(b, f->up);
	if (f->item == NULL) {
		if (b->n > 0)
			gf_buf_byte(b, '.');
		gf_buf_str(b, f->key);
		return;
	}
	n = f->item;
	while (n->kind == GF_ALIAS)
		n = n->target;
	id = gf_node_get(n, "id");
	if (id == NULL && n->kind == GF_MAP && n->first != NULL)
		id = n->first->next;
	if (id == NULL)
		id = n;
	gf_buf_byte(b, '[');
	if (id->kind == GF_SCALAR)
		gf_buf_str(b, id->value);
	gf_buf_byte(b, ']');
}

struct gf_finding *
gf_read_say(struct gf_read *r, const struct gf_frame *f,
    enum gf_format_check check, struct gf_at at, const char *fmt, ...)
{
	struct gf_findings *fs = r->reader->findings;
	struct gf_buf path = { 0 };
	struct gf_finding *said;
	va_list ap;

	if (fs == NULL)
		return NULL;
	va_start(ap, fmt);
	said = gf_finding_addv(fs, &gf_format_rows[check],
	    (struct gf_place){ r->doc, at }, fmt, ap);
	va_end(ap);
	add_path(&path, f);
	said->keypath.p = gf_arena_copy(fs->arena, path.p, path.n);
	said->keypath.n = path.n;
	gf_buf_release(&path);
	said->goal.p = gf_arena_copy(fs->arena, r->id.p, r->id.n);
	said->goal.n = r->id.n;
	return said;
}

void
gf_read_mend(struct gf_read *r, struct gf_finding *f, bool safe,
    struct gf_at at, struct gf_str text)
{
	struct gf_fix *fix;

	/* What stands behind an alias is mended where it is written. */
	if (f == NULL || r->alias != NULL)
		return;
	fix = gf_arena_alloc(r->reader->findings->arena, sizeof(*fix));
	fix->safe = safe;
	fix->at = at;
	fix->text.p = gf_arena_copy(r->reader->findings->arena, text.p, text.n);
	fix->text.n = text.n;
	f->fix = fix;
}

struct gf_str
gf_read_quoted(struct gf_read *r, struct gf_str s)
{
	struct gf_buf b = { 0 };
	struct gf_str out;

	if (r->reader->findings == NULL)
		return GF_STR("");
	gf_quote(&b, s, GF_DOUBLE, true, false);
	out.p = gf_arena_copy(r->reader->findings->arena, b.p, b.n);
	out.n = b.n;
	gf_buf_release(&b);
	return out;
}
