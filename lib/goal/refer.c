#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "goal/refer.h"

/* Whose id a field holds. */
static enum gf_ref
whose_id(const struct gf_field *f)
{
	return f->type == GF_T_OWNER || f->type == GF_T_AIM ? GF_REF_PARTY :
	    f->ref == GF_REF_WATCH ? GF_REF_GOAL : (enum gf_ref)f->ref;
}

size_t
gf_ref_len(const struct gf_val *v)
{
	struct gf_str s = gf_val_text(v), rest = s;
	size_t n = 0;

	if (v->type == GF_T_AIM)
		return gf_str_cut(&rest, '/').n;
	/* a text that begins with an id: NAME OP QUANTITY */
	while (n < s.n && (v->type != GF_T_TEXT ||
	    strchr(" \t=!<>~", s.p[n]) == NULL))
		n++;
	return n;
}

/* What is looked for in a document. */
struct search {
	struct gf_refs *refs;	/* gets what names the id, or NULL */
	struct gf_str id;
	enum gf_ref whose;
	const struct gf_map *ids;	/* any of these is enough */
	bool found;
};

static void
look_at(struct search *s, const struct gf_val *v, enum gf_ref whose)
{
	struct gf_str text = gf_val_text(v);

	if (whose == GF_REF_NONE)
		return;
	text.n = gf_ref_len(v);
	if (s->refs == NULL) {
		s->found = s->found || gf_map_get(s->ids, text) != NULL;
		return;
	}
	if (whose != s->whose || !gf_str_eq(text, s->id))
		return;
	s->refs->v = gf_grow(s->refs->v, s->refs->n, &s->refs->cap,
	    sizeof(*s->refs->v));
	s->refs->v[s->refs->n++] = v;
}

static void
search(struct search *s, const struct gf_rec *r)
{
	for (size_t i = 0; r != NULL && i < r->n; i++) {
		const struct gf_val *v = &r->vals[i];
		const struct gf_val *items = v->list ? v->u.list.v : v;
		size_t n = v->list ? v->u.list.n : 1;
		enum gf_ref whose = whose_id(&r->table->fields[v->field]);

		/* as deep as the tables are, not as a document is */
		for (size_t k = 0; k < n; k++) {
			if (items[k].bad)
				continue;
			if (items[k].type == GF_T_REC && !items[k].list)
				search(s, items[k].u.rec);
			else
				look_at(s, &items[k], whose);
		}
	}
}

void
gf_refs_add(struct gf_refs *refs, const struct gf_rec *r, struct gf_str id,
    enum gf_ref whose)
{
	struct search s = { .refs = refs, .id = id, .whose = whose };

	search(&s, r);
}

bool
gf_refs_any(const struct gf_rec *r, const struct gf_map *ids)
{
	struct search s = { .ids = ids };

	search(&s, r);
	return s.found;
}

void
gf_refs_release(struct gf_refs *refs)
{
	free(refs->v);
	*refs = (struct gf_refs){ 0 };
}
