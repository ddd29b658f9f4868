#include "judge/moved.h"

/* A key that is compared. */
struct key {
	const char *path;
	char letter;
	bool post, of_measure;
	uint8_t field;
};

static const struct key keys[] = {
	{ "measure.metric", 'M', true, true, MEASURE_METRIC },
	{ "measure.unit", 'M', true, true, MEASURE_UNIT },
	{ "measure.from", 'M', true, true, MEASURE_FROM },
	{ "measure.to", 'M', true, true, MEASURE_TO },
	{ "measure.at-least", 'M', true, true, MEASURE_AT_LEAST },
	{ "measure.at-most", 'M', true, true, MEASURE_AT_MOST },
	{ "measure.count", 'M', true, true, MEASURE_COUNT },
	{ "due", 'T', true, false, GOAL_DUE },
	{ "start", 'T', false, false, GOAL_START },
	{ "pace", 'T', false, false, GOAL_PACE },
	{ "effort", 'A', false, false, GOAL_EFFORT },
	{ "owner", 'R', false, false, GOAL_OWNER },
	{ "strategy", 'S', false, false, GOAL_STRATEGY },
	{ "segment", 'S', false, false, GOAL_SEGMENT },
};

_Static_assert(GF_LEN(keys) + 4 <= GF_MOVED_MOST, "room for every key");

const struct gf_goal *
gf_moved_was(const struct gf_plan *before, const struct gf_goal *now)
{
	const struct gf_goal *g = gf_plan_goal(before, now->id), *first = g;
	const struct gf_val *ids;
	size_t n = gf_goal_list(now, GOAL_WAS, &ids);

	for (size_t i = n; g == NULL && i-- > 0; )
		g = gf_plan_goal(before, gf_val_text(&ids[i]));
	/* of several with one id it was the one of its own file */
	for (; first != NULL; first = first->same)
		if (gf_str_eq(first->doc->origin.path, now->doc->origin.path))
			return first;
	return g;
}

struct gf_goal *
gf_moved_now(const struct gf_plan *now, const struct gf_goal *was)
{
	struct gf_goal *g = gf_plan_goal(now, was->id);

	return g != NULL ? g : gf_plan_former(now, was->id);
}

static bool same_rec(const struct gf_rec *, const struct gf_rec *);

/* Whether two single values mean the same. */
static bool
same_one(const struct gf_val *a, const struct gf_val *b)
{
	if (a->type != b->type || a->bad || b->bad)
		return gf_str_eq(gf_str_trim(gf_val_text(a)),
		    gf_str_trim(gf_val_text(b)));
	switch (a->type) {
	case GF_T_QTY:
		return gf_num_cmp(a->u.num, b->u.num) == 0 &&
		    gf_str_eq(gf_unit_canon(gf_val_unit(a)),
		    gf_unit_canon(gf_val_unit(b)));
	case GF_T_NUMBER:
	case GF_T_SHARE:
	case GF_T_LIKELIHOOD:
		return gf_num_cmp(a->u.num, b->u.num) == 0;
	case GF_T_DURATION:
		return gf_num_cmp(gf_duration_hours(gf_val_duration(a)),
		    gf_duration_hours(gf_val_duration(b))) == 0;
	case GF_T_DAY:
	case GF_T_DATE:
	case GF_T_RANGE:
		return a->u.span.last == b->u.span.last;
	case GF_T_WORD:
	case GF_T_YESNO:
	case GF_T_TIME:
	case GF_T_MINUTES:
		return a->u.n == b->u.n;
	case GF_T_REC:
		return same_rec(a->u.rec, b->u.rec);
	default:
		return gf_str_eq(gf_str_trim(gf_val_text(a)),
		    gf_str_trim(gf_val_text(b)));
	}
}

bool
gf_moved_same(const struct gf_val *a, const struct gf_val *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (!a->list && !b->list)
		return same_one(a, b);
	if (!a->list || !b->list || a->u.list.n != b->u.list.n)
		return false;
	for (uint32_t i = 0; i < a->u.list.n; i++)
		if (!gf_moved_same(&a->u.list.v[i], &b->u.list.v[i]))
			return false;
	return true;
}

static bool
same_rec(const struct gf_rec *a, const struct gf_rec *b)
{
	if (a == NULL || b == NULL || a->table != b->table)
		return a == b;
	for (unsigned i = 0; i < a->table->n; i++)
		if (!gf_moved_same(gf_rec_raw(a, i), gf_rec_raw(b, i)))
			return false;
	return true;
}

/* A level's `from` and `to` take their unit from beside, so both are asked. */
static bool
differs(const struct key *k, const struct gf_goal *was,
    const struct gf_goal *now, const struct gf_val *a, const struct gf_val *b)
{
	if (k->of_measure && k->field == MEASURE_UNIT)
		return !gf_str_eq(gf_unit_canon(gf_goal_unit(was)),
		    gf_unit_canon(gf_goal_unit(now)));
	if (k->field == GOAL_OWNER && !k->of_measure)
		return !gf_str_eq(gf_goal_owner(was), gf_goal_owner(now));
	if (a != NULL && b != NULL && a->type == GF_T_QTY && !a->bad &&
	    !b->bad && b->type == GF_T_QTY)
		return gf_num_cmp(a->u.num, b->u.num) != 0;
	return !gf_moved_same(a, b);
}

/* The text of a field that names a key, whole or by its last part. */
static bool
names(struct gf_str field, const char *path, char letter, struct gf_str by)
{
	struct gf_str rest = gf_str(path), head = gf_str_cut(&rest, '.');

	if (field.n > 0)
		return gf_str_is(field, path) || gf_str_eq(field, head) ||
		    (rest.n > 0 && gf_str_eq(field, rest));
	return by.n == 1 && (by.p[0] | 0x20) == (letter | 0x20);
}

static bool
is_new(const struct gf_rec *entry, const struct gf_goal *was)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(was, GOAL_CHANGES, &items);

	for (size_t i = 0; i < n; i++)
		if (!items[i].bad && same_rec(items[i].u.rec, entry))
			return false;
	return true;
}

/* Whether what an entry says of the new value is what stands there. */
static bool
agrees(const struct gf_rec *entry, const struct gf_val *now)
{
	struct gf_str to = gf_rec_text(entry, CHANGE_TO);
	const struct gf_fiscal none = { 0 };
	struct gf_arena arena = { 0 };
	struct gf_period span;
	struct gf_qty q;
	const char *why;
	bool ok = true;

	if (to.n == 0 || now == NULL || now->list || now->bad)
		return true;
	if (now->type == GF_T_QTY)
		ok = !gf_qty_parse(to, &q, &arena, &why) ||
		    gf_num_cmp(q.num, now->u.num) == 0;
	else if (now->type == GF_T_DATE)
		ok = !gf_period_parse(to, &none, &span, &why) ||
		    span.last == GF_NO_DAY || span.last == now->u.span.last;
	gf_arena_release(&arena);
	return ok;
}

/* Find the last new entry in changes that is about a key. */
static void
explain(struct gf_moved_key *k, const struct gf_moved *m)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(m->now, GOAL_CHANGES, &items);

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = items[i].u.rec;
		const struct gf_val *day;

		if (items[i].bad || !names(gf_rec_text(r, CHANGE_FIELD),
		    k->keypath, k->letter, gf_rec_text(r, CHANGE_LETTER)) ||
		    !is_new(r, m->was))
			continue;
		day = gf_rec_get(r, CHANGE_DATE);
		k->told = agrees(r, k->now);
		k->day = day != NULL ? day->u.span.first : GF_NO_DAY;
	}
}

void
gf_moved_of(struct gf_moved *m, const struct gf_goal *was,
    const struct gf_goal *now)
{
	*m = (struct gf_moved){ .was = was, .now = now,
	    .due = gf_goal_due(was, NULL) };
	for (size_t i = 0; i < GF_LEN(keys); i++) {
		const struct key *k = &keys[i];
		const struct gf_val *a = k->of_measure ? gf_goal_measure(was,
		    k->field) : gf_goal_get(was, k->field);
		const struct gf_val *b = k->of_measure ? gf_goal_measure(now,
		    k->field) : gf_goal_get(now, k->field);

		if (!differs(k, was, now, a, b))
			continue;
		m->keys[m->n] = (struct gf_moved_key){ .keypath = k->path,
		    .letter = k->letter, .post = k->post, .was = a, .now = b,
		    .day = GF_NO_DAY };
		explain(&m->keys[m->n++], m);
	}
}

struct gf_moved_key *
gf_moved_add(struct gf_moved *m, const char *stated, const char *keypath,
    char letter)
{
	struct gf_moved_key *k = &m->keys[m->n++];

	*k = (struct gf_moved_key){ .keypath = keypath, .letter = letter,
	    .day = GF_NO_DAY };
	explain(k, m);
	k->keypath = "title";
	if (!k->told)
		explain(k, m);
	k->stated = stated;
	k->post = true;
	k->was = gf_goal_get(m->was, GOAL_TITLE);
	k->now = gf_goal_get(m->now, GOAL_TITLE);
	return k;
}
