#include <string.h>

#include "goal/rec.h"
#include "goal/table.h"

struct gf_at
gf_rec_at(const struct gf_rec *r)
{
	struct gf_at at;

	/* The reader put it behind the last value. */
	memcpy(&at, &r->vals[r->n], sizeof(at));
	return at;
}

struct gf_str
gf_val_text(const struct gf_val *v)
{
	if (v != NULL && v->list)
		v = v->u.list.n > 0 ? &v->u.list.v[0] : NULL;
	return v != NULL ? (struct gf_str){ v->text, v->ntext } : GF_STR("");
}

struct gf_str
gf_rec_text(const struct gf_rec *r, unsigned field)
{
	return gf_val_text(gf_rec_get(r, field));
}

int
gf_rec_word(const struct gf_rec *r, unsigned field, int otherwise)
{
	const struct gf_val *v = gf_rec_get(r, field);

	return v != NULL && !v->list && v->type == GF_T_WORD ? v->u.n :
	    otherwise;
}

const struct gf_rec *
gf_rec_sub(const struct gf_rec *r, unsigned field)
{
	return gf_val_rec(gf_rec_get(r, field));
}

size_t
gf_rec_list(const struct gf_rec *r, unsigned field,
    const struct gf_val **items)
{
	const struct gf_val *v = gf_rec_get(r, field);

	*items = NULL;
	if (v == NULL || !v->list)
		return 0;
	*items = v->u.list.v;
	return v->u.list.n;
}

struct gf_str
gf_val_unit(const struct gf_val *v)
{
	struct gf_qty q;
	const char *why;
	char last;

	if (v == NULL || v->list || v->bad || v->type != GF_T_QTY ||
	    v->ntext == 0)
		return GF_STR("");
	/* Most quantities are bare digits: nothing to look for. */
	last = v->text[v->ntext - 1];
	if (last >= '0' && last <= '9' &&
	    !((unsigned char)v->text[0] & 0x80) && v->text[0] < ':' &&
	    v->text[0] > '$')
		return GF_STR("");
	return gf_qty_parse(gf_val_text(v), &q, NULL, &why) ? q.unit :
	    GF_STR("");
}

bool
gf_vals_cover(const struct gf_val *items, size_t n, gf_day day)
{
	for (size_t i = 0; i < n; i++)
		if (!items[i].bad && items[i].u.span.first != GF_NO_DAY &&
		    items[i].u.span.first <= day &&
		    day <= items[i].u.span.last)
			return true;
	return false;
}

struct gf_duration
gf_val_duration(const struct gf_val *v)
{
	return (struct gf_duration){ v->u.num, (enum gf_time_unit)v->unit };
}

bool
gf_rec_private(const struct gf_rec *r)
{
	for (unsigned i = 1; i < r->table->n; i++)
		if ((r->have >> i & 1) &&
		    r->table->fields[i].table != &gf_obstacle_table &&
		    r->table->fields[i].audience != GF_COACH)
			return false;
	return true;
}
