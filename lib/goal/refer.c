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

static void
add(struct gf_refs *refs, const struct gf_val *v, struct gf_str id)
{
	struct gf_str s = gf_val_text(v);

	s.n = gf_ref_len(v);
	if (!gf_str_eq(s, id))
		return;
	refs->v = gf_grow(refs->v, refs->n, &refs->cap, sizeof(*refs->v));
	refs->v[refs->n++] = v;
}

void
gf_refs_add(struct gf_refs *refs, const struct gf_rec *r, struct gf_str id,
    enum gf_ref whose)
{
	for (size_t i = 0; r != NULL && i < r->n; i++) {
		const struct gf_val *v = &r->vals[i];
		const struct gf_val *items = v->list ? v->u.list.v : v;
		size_t n = v->list ? v->u.list.n : 1;
		bool names = whose_id(&r->table->fields[v->field]) == whose;

		/* as deep as the tables are, not as a document is */
		for (size_t k = 0; k < n; k++) {
			if (items[k].bad)
				continue;
			if (items[k].type == GF_T_REC && !items[k].list)
				gf_refs_add(refs, items[k].u.rec, id, whose);
			else if (names)
				add(refs, &items[k], id);
		}
	}
}

void
gf_refs_release(struct gf_refs *refs)
{
	free(refs->v);
	*refs = (struct gf_refs){ 0 };
}
