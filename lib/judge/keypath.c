#include <string.h>

#include "judge/keypath.h"

static bool
is_id(const struct gf_rec *rec, const struct gf_val *v)
{
	return strcmp(rec->table->fields[v->field].key, "id") == 0;
}

struct gf_str
gf_item_name(const struct gf_val *item)
{
	const struct gf_rec *rec = item->u.rec;
	const struct gf_val *first = NULL;

	if (item->text != NULL)
		return gf_val_text(item);
	if (item->bad || item->list || item->type != GF_T_REC || rec == NULL)
		return (struct gf_str){ "", 0 };
	for (unsigned i = 0; i < rec->n; i++) {
		const struct gf_val *v = &rec->vals[i];

		if (v->text != NULL && (first == NULL || is_id(rec, v)))
			first = v;
	}
	return first ? gf_val_text(first) : (struct gf_str){ "", 0 };
}

static bool walk_rec(struct gf_buf *, const struct gf_rec *,
    const struct gf_val *);

/*
 * The only item of a list that can hold a value: the last that does not begin
 * behind it. Items stand in the order of the document; where all stand at one
 * place (an alias) any can.
 */
static uint32_t
candidate(const struct gf_val *list, const struct gf_val *val, uint32_t *end)
{
	const struct gf_val *items = list->u.list.v;
	uint32_t low = 0, high = list->u.list.n;

	*end = high;
	if (high < 2 || items[0].at.off == items[high - 1].at.off)
		return 0;
	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (items[mid].at.off <= val->at.off)
			low = mid + 1;
		else
			high = mid;
	}
	*end = low;
	return low > 0 ? low - 1 : 0;
}

/*
 * Append the way from a value to the one that is looked for, which may be
 * itself.
 */
static bool
walk(struct gf_buf *b, const struct gf_val *at, const struct gf_val *val)
{
	size_t n = b->n;
	uint32_t i, end = 0;

	if (at == val)
		return true;
	if (at->bad)
		return false;
	for (i = at->list ? candidate(at, val, &end) : 0; i < end; i++) {
		const struct gf_val *item = &at->u.list.v[i];

		gf_buf_byte(b, '[');
		gf_buf_str(b, gf_item_name(item));
		gf_buf_byte(b, ']');
		if (walk(b, item, val))
			return true;
		b->n = n;
	}
	if (at->list || at->type != GF_T_REC || at->u.rec == NULL)
		return false;
	gf_buf_byte(b, '.');
	if (walk_rec(b, at->u.rec, val))
		return true;
	b->n = n;
	return false;
}

static bool
walk_rec(struct gf_buf *b, const struct gf_rec *rec, const struct gf_val *val)
{
	size_t n = b->n;

	for (unsigned i = 0; i < rec->n; i++) {
		gf_buf_text(b, rec->table->fields[rec->vals[i].field].key);
		if (walk(b, &rec->vals[i], val))
			return true;
		b->n = n;
	}
	return false;
}

bool
gf_keypath(struct gf_buf *b, const struct gf_rec *rec,
    const struct gf_val *val)
{
	return rec != NULL && walk_rec(b, rec, val);
}

/* Take the next key and, behind it, the name of an item. */
static struct gf_str
next_key(struct gf_str *path, struct gf_str *item)
{
	struct gf_str key = *path;
	size_t i = 0, end;

	while (i < path->n && path->p[i] != '.' && path->p[i] != '[')
		i++;
	key.n = i;
	*item = (struct gf_str){ "", 0 };
	if (i < path->n && path->p[i] == '[') {
		/* a name may itself hold brackets and points */
		for (end = i + 1; end < path->n; end++)
			if (path->p[end] == ']' && (end + 1 == path->n ||
			    path->p[end + 1] == '.'))
				break;
		*item = (struct gf_str){ path->p + i + 1, end - i - 1 };
		i = end < path->n ? end + 1 : end;
	}
	if (i < path->n)
		i++;
	*path = (struct gf_str){ path->p + i, path->n - i };
	return key;
}

/* Whether an item may be an inner obstacle for all that can be read of it. */
static bool
may_be_inner(const struct gf_val *item)
{
	return item->bad || (item->type == GF_T_REC &&
	    gf_rec_raw(item->u.rec, OBSTACLE_SIDE) != NULL &&
	    !gf_str_is(gf_rec_text(item->u.rec, OBSTACLE_SIDE), "outer"));
}

/*
 * Inner obstacles are for the coach alone; one that cannot be told from those
 * that may be inner counts as one.
 */
static bool
inner(const struct gf_goal *g, struct gf_str name)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_OBSTACLES, &items);
	bool any = false;

	if (name.n == 0)
		return false;
	for (size_t i = 0; i < n; i++) {
		any |= may_be_inner(&items[i]);
		if (!gf_str_eq(gf_item_name(&items[i]), name))
			continue;
		return items[i].type == GF_T_REC && !items[i].bad &&
		    gf_str_is(gf_rec_text(items[i].u.rec, OBSTACLE_SIDE),
		    "inner");
	}
	return any;
}

enum gf_audience
gf_keypath_audience(struct gf_str path, const struct gf_entry *entry)
{
	const struct gf_table *table;
	enum gf_audience widest = GF_COMPANY;
	struct gf_str key, item;
	int field;

	if (entry->doc->private ||
	    (entry->goal != NULL && entry->goal->level == LEVEL_PERSONAL))
		return GF_COACH;
	table = entry->kind < GF_FOREIGN ? gf_kinds[entry->kind] : NULL;
	while (path.n > 0 && table != NULL) {
		key = next_key(&path, &item);
		field = gf_field_find(table, key);
		if (field < 0)
			break;
		if (table->fields[field].audience < widest)
			widest = table->fields[field].audience;
		if (entry->goal != NULL && table == gf_kinds[GF_GOAL] &&
		    field == GOAL_OBSTACLES && inner(entry->goal, item))
			return GF_COACH;
		table = table->fields[field].table;
	}
	return widest;
}
