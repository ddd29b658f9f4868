#include <string.h>

#include "goal/read.h"
#include "goal/table.h"

#define HAVE ((UINT64_C(1) << 56) - 1)

/* The values of one mapping before they are packed. */
struct work {
	const struct gf_table *table;
	uint64_t have;
	uint64_t meant;		/* fields that an unknown key may be */
	struct gf_val vals[56];
};

static bool read_field(struct gf_read *, const struct gf_frame *,
    const struct gf_field *, struct gf_node *, struct gf_val *);

bool
gf_read_empty(const struct gf_node *n)
{
	if (n == NULL || n->kind != GF_SCALAR)
		return n == NULL || n->n == 0;
	if (n->value.n == 0)
		return true;
	return n->style == GF_PLAIN && n->value.n <= 4 &&
	    (gf_str_is(n->value, "~") || gf_str_is(n->value, "null") ||
	    gf_str_is(n->value, "Null") || gf_str_is(n->value, "NULL"));
}

static void
unknown_key(struct gf_read *r, const struct gf_frame *up, struct work *w,
    const struct gf_node *key)
{
	const struct gf_table *t = w->table;
	struct gf_frame f = { up, key->value, NULL };
	const char *names[56], *near = NULL;
	struct gf_finding *said;

	if (r->reader->findings == NULL || gf_read_split_key(r, up, key))
		return;
	for (size_t i = 0; i < t->n; i++) {
		names[i] = t->fields[i].key;
		if (gf_str_eq_fold(key->value, gf_str(names[i])))
			near = names[i];
	}
	if (near == NULL)
		near = gf_str_nearest(key->value, names, t->n);
	if (near == NULL) {
		gf_read_say(r, &f, GF_F01, gf_read_at(r, key), "unknown key "
		    "'%.*s' in %s; a key of your own begins with x-",
		    (int)key->value.n, key->value.p, t->name);
		return;
	}
	w->meant |= UINT64_C(1) << gf_field_find(t, gf_str(near));
	said = gf_read_say(r, &f, GF_F01, gf_read_at(r, key),
	    "unknown key '%.*s' in %s: did you mean '%s'?",
	    (int)key->value.n, key->value.p, t->name, near);
	gf_read_mend(r, said, gf_str_alone(key->value, near, names, t->n) &&
	    gf_node_get(key->parent, near) == NULL, gf_read_at(r, key),
	    gf_str(near));
}

#define MERGE (-2)

/* Read one pair into its place; returns the number of its field, MERGE or -1. */
static int
read_pair(struct gf_read *r, const struct gf_frame *up, struct work *w,
    struct gf_node *key, unsigned from)
{
	const struct gf_node *name = gf_node_real(key);
	struct gf_frame f = { up, name->value, NULL };
	const struct gf_field *field;
	int i;

	if (name->kind != GF_SCALAR) {
		gf_read_say(r, up, GF_F01, gf_read_at(r, key),
		    "a key of %s is one word", w->table->name);
		return -1;
	}
	i = gf_field_find_from(w->table, name->value, from);
	if (i < 0) {
		if (gf_str_is(name->value, "<<"))
			return MERGE;
		if (!gf_str_starts(name->value, "x-"))
			unknown_key(r, up, w, name);
		return -1;
	}
	if (w->have >> i & 1)
		return i;
	field = &w->table->fields[i];
	if (field->no_default && r->defaults) {
		gf_read_say(r, &f, GF_F01, gf_read_at(r, key), "'%s' belongs "
		    "into each goal; it cannot stand in defaults", field->key);
		return i;
	}
	if (read_field(r, &f, field, key->next, &w->vals[i])) {
		w->vals[i].field = (uint8_t)i;
		w->have |= UINT64_C(1) << i;
	}
	return i;
}

static void read_pairs(struct gf_read *, const struct gf_frame *,
    struct work *, struct gf_node *map);

/* Take from a base what the mapping does not say itself. */
static void
read_base(struct gf_read *r, const struct gf_frame *up, struct work *w,
    struct gf_node *base)
{
	const struct gf_node *alias = r->alias;
	struct gf_node *real = gf_node_real(base);

	if (r->alias == NULL && base->kind == GF_ALIAS)
		r->alias = base;
	if (real->kind == GF_MAP)
		read_pairs(r, up, w, real);
	else
		gf_read_say(r, up, GF_F02, gf_read_at(r, base), "<< takes a "
		    "mapping from somewhere else, such as *base, or a list "
		    "of them");
	r->alias = alias;
}

static void
read_pairs(struct gf_read *r, const struct gf_frame *up, struct work *w,
    struct gf_node *map)
{
	unsigned from = 0;
	bool merges = false;
	struct gf_node *real;
	int i;

	for (struct gf_node *k = map->first; k != NULL; k = k->next->next) {
		i = read_pair(r, up, w, k, from);
		if (i >= 0)
			from = (unsigned)i + 1;
		merges = merges || i == MERGE;
	}
	/* A key that is an alias of "<<" merges nothing. */
	if (!merges || !gf_node_merges(map))
		return;
	real = gf_node_real(gf_node_get(map, "<<"));
	if (real->kind != GF_SEQ)
		read_base(r, up, w, gf_node_get(map, "<<"));
	else
		for (struct gf_node *b = real->first; b != NULL; b = b->next)
			read_base(r, up, w, b);
}

/* Make room for n values; a document's own place stands behind them. */
static struct gf_rec *
new_rec(struct gf_read *r, const struct gf_table *t, unsigned n,
    const struct gf_at *at)
{
	size_t size = sizeof(struct gf_rec) + n * sizeof(struct gf_val);
	struct gf_rec *rec = gf_arena_alloc(r->reader->arena, size +
	    (at != NULL ? sizeof(*at) : 0));

	rec->table = t;
	rec->n = n & 0x7f;
	if (at != NULL)
		memcpy(&rec->vals[n], at, sizeof(*at));
	return rec;
}

static struct gf_rec *
read_map(struct gf_read *r, const struct gf_frame *up, struct gf_node *map,
    const struct gf_table *t)
{
	struct gf_at at = gf_read_at(r, map->first ? map->first : map);
	struct gf_rec *rec;
	GF_NOT_CLEARED struct work w;
	unsigned n;

	w.table = t;
	w.have = 0;
	w.meant = 0;
	read_pairs(r, up, &w, map);
	n = gf_rec_bits(w.have);
	rec = new_rec(r, t, n, up == NULL ? &at : NULL);
	rec->have = w.have & HAVE;
	rec->bad = r->bad;
	n = 0;
	for (size_t i = 0; i < t->n; i++)
		if (w.have >> i & 1)
			rec->vals[n++] = w.vals[i];
	if (r->reader->findings != NULL)
		gf_read_check(r, up, rec, w.meant, at);
	return rec;
}

/* A scalar in place of a mapping: one field of it. */
static struct gf_rec *
read_short(struct gf_read *r, const struct gf_frame *up,
    const struct gf_field *f, const struct gf_node *real)
{
	struct gf_rec *rec = new_rec(r, f->table, 1, NULL);

	if (!gf_read_scalar(r, up, &f->table->fields[f->short_field], real,
	    rec->vals)) {
		rec->n = 0;
		return rec;
	}
	rec->vals->field = f->short_field;
	rec->have = (UINT64_C(1) << f->short_field) & HAVE;
	return rec;
}

/* Free keys: a list of key, value, key, value. */
static void
read_free(struct gf_read *r, const struct gf_frame *up, struct gf_node *map,
    struct gf_val *v)
{
	static const struct gf_field text = { .key = "", .type = GF_T_TEXT };
	struct gf_val *items = gf_arena_alloc(r->reader->arena,
	    map->n * sizeof(*items));

	v->list = true;
	v->u.list.v = items;
	v->u.list.n = map->n;
	for (struct gf_node *k = map->first; k != NULL; k = k->next) {
		struct gf_node *real = gf_node_real(k);
		struct gf_frame f = { up, k->key ? real->value :
		    gf_node_real(k->prev)->value, NULL };

		items->type = GF_T_TEXT;
		items->at = gf_read_at(r, k);
		if (real->kind == GF_SCALAR)
			gf_read_scalar(r, &f, &text, real, items);
		else if (real->kind == GF_MAP && !k->key)
			read_free(r, &f, real, items);
		else
			gf_read_misfit(r, &f, &text, real);
		items++;
	}
}

/* Read a value of the field's type; false if it is empty or none was made. */
static bool
read_one(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, struct gf_node *real, struct gf_val *v)
{
	v->type = field->type;
	if (field->type == GF_T_REC && real->kind == GF_MAP) {
		v->u.rec = read_map(r, f, real, field->table);
		return true;
	}
	if (field->type == GF_T_REC && real->kind == GF_SCALAR &&
	    field->short_first) {
		v->u.rec = read_short(r, f, field, real);
		v->text = v->u.rec->vals->text;
		v->ntext = v->u.rec->vals->ntext;
		return true;
	}
	if (field->type == GF_T_REC && real->kind == GF_SCALAR &&
	    field->table->text_or_map) {
		v->type = GF_T_TEXT;
		return gf_read_scalar(r, f, field, real, v);
	}
	if (field->type == GF_T_MAP && real->kind == GF_MAP) {
		read_free(r, f, real, v);
		return true;
	}
	if (field->type != GF_T_REC && field->type != GF_T_MAP &&
	    field->type != GF_T_TEXTS && real->kind == GF_SCALAR)
		return gf_read_scalar(r, f, field, real, v);
	gf_read_misfit(r, f, field, real);
	v->bad = r->bad = true;
	return true;
}

/* Read an item of a list. */
static bool
read_item(struct gf_read *r, const struct gf_frame *up,
    const struct gf_field *field, struct gf_node *node, struct gf_val *v)
{
	struct gf_frame f = { up, { "", 0 }, node };
	const struct gf_node *alias = r->alias;
	struct gf_node *real = gf_node_real(node);
	bool there;

	if (gf_read_empty(real))
		return false;
	if (alias == NULL && node->kind == GF_ALIAS)
		r->alias = node;
	memset(v, 0, sizeof(*v));
	v->at = gf_read_at(r, node);
	there = read_one(r, &f, field, real, v);
	r->alias = alias;
	return there;
}

static void
read_list(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, struct gf_node *seq, struct gf_val *v)
{
	struct gf_val *items = gf_arena_alloc(r->reader->arena,
	    seq->n * sizeof(*items));

	v->list = true;
	v->type = field->type;
	v->u.list.v = items;
	v->u.list.n = 0;
	for (struct gf_node *n = seq->first; n != NULL; n = n->next) {
		gf_read_split_item(r, f, n);
		v->u.list.n += read_item(r, f, field, n,
		    &items[v->u.list.n]);
	}
}

/* A list of lists of texts. */
static void
read_texts(struct gf_read *r, const struct gf_frame *f, struct gf_node *seq,
    struct gf_val *v)
{
	static const struct gf_field text = { .key = "", .type = GF_T_TEXT };
	struct gf_val *items = gf_arena_alloc(r->reader->arena,
	    seq->n * sizeof(*items));
	struct gf_node *real;

	v->list = true;
	v->type = GF_T_TEXTS;
	v->u.list.v = items;
	v->u.list.n = seq->n;
	for (struct gf_node *n = seq->first; n != NULL; n = n->next, items++) {
		struct gf_frame frame = { f, { "", 0 }, n };

		real = gf_node_real(n);
		items->at = gf_read_at(r, n);
		if (real->kind == GF_SEQ) {
			read_list(r, &frame, &text, real, items);
		} else {
			items->bad = r->bad = true;
			gf_read_misfit(r, &frame, &text, real);
		}
	}
}

/* A range of numbers where one is wanted is for the checks to talk about. */
static bool
is_choice(const struct gf_field *field, const struct gf_node *real)
{
	return (field->type == GF_T_OWNER || field == gf_measure_table.fields +
	    MEASURE_TO) && real->kind == GF_SEQ && real->n > 1;
}

static bool
read_forms(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, struct gf_node *node, struct gf_node *real,
    struct gf_val *v)
{
	if (field->form == GF_ONE) {
		if (is_choice(field, real)) {
			read_list(r, f, field, real, v);
			v->bad = field->type != GF_T_OWNER;
			r->bad = r->bad || v->bad;
			return v->u.list.n > 0;
		}
		if (field->type == GF_T_OWNER && real->kind == GF_SEQ)
			real = gf_node_real(real->first);
		return read_one(r, f, field, real, v);
	}
	if (field->type == GF_T_TEXTS && real->kind == GF_SEQ) {
		read_texts(r, f, real, v);
		return true;
	}
	if (real->kind == GF_SEQ) {
		read_list(r, f, field, real, v);
		return v->u.list.n > 0;
	}
	if (field->form != GF_MANY && real->kind == GF_SCALAR &&
	    gf_read_word_form(r, f, field, real, v))
		return true;
	v->list = true;
	v->type = field->type;
	v->u.list.v = gf_arena_alloc(r->reader->arena, sizeof(*v));
	v->u.list.n = read_item(r, f, field, node, v->u.list.v);
	return v->u.list.n > 0;
}

static bool
read_field(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, struct gf_node *node, struct gf_val *v)
{
	struct gf_node *real = gf_node_real(node);
	const struct gf_node *alias = r->alias;
	bool there;

	if (gf_read_empty(real)) {
		if (field->type == GF_T_TEXT && real->kind == GF_SCALAR)
			gf_read_eaten(r, f, real);
		return false;
	}
	if (alias == NULL && node->kind == GF_ALIAS)
		r->alias = node;
	memset(v, 0, sizeof(*v));
	v->at = gf_read_at(r, node);
	there = read_forms(r, f, field, node, real, v);
	r->alias = alias;
	return there;
}

struct gf_rec *
gf_rec_read(const struct gf_reader *reader, const struct gf_doc *doc,
    const struct gf_tree *tree, struct gf_node *map, const struct gf_table *t)
{
	struct gf_read r = {
		.reader = reader, .doc = doc, .tree = tree,
		.anchor_budget = gf_limit_rows[GF_LIMIT_WALK].value,
		.defaults = t == gf_kinds[GF_DEFAULTS],
	};
	const struct gf_node *id = gf_node_get(map, t->fields[0].key);

	if (id != NULL && id->kind == GF_SCALAR)
		r.id = id->value;
	return read_map(&r, NULL, map, t);
}
