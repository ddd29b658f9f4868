#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "goal/plan.h"
#include "goal/plan_log.h"

/* So far upwards a due date is looked for, and among so many parents. */
#define UPWARDS 64

bool
gf_goal_has(const struct gf_goal *g, unsigned field)
{
	return gf_rec_raw(g->rec, field) != NULL ||
	    gf_rec_raw(g->half, field) != NULL ||
	    gf_rec_raw(g->defaults, field) != NULL;
}

/* A value that does not fit its field hides the one it stands before. */
static inline const struct gf_val *
get(const struct gf_goal *g, unsigned field)
{
	const struct gf_val *v;

	if (g->obstacles != NULL && field == GOAL_OBSTACLES)
		return g->obstacles;
	v = gf_rec_raw(g->rec, field);
	if (v == NULL)
		v = gf_rec_raw(g->half, field);
	if (v == NULL)
		v = gf_rec_raw(g->defaults, field);
	return v != NULL && !v->bad ? v : NULL;
}

const struct gf_val *
gf_goal_get(const struct gf_goal *g, unsigned field)
{
	return get(g, field);
}

void
gf_goal_set(struct gf_goal *g, const struct gf_rec *rec)
{
	g->rec = rec;
	g->measure = gf_rec_sub(rec, GOAL_MEASURE);
}

/* This is asked a hundred times a goal. */
const struct gf_val *
gf_goal_measure(const struct gf_goal *g, unsigned field)
{
	const struct gf_val *v = gf_rec_raw(g->measure, field);

	if (v == NULL && g->half != NULL)
		v = gf_rec_raw(gf_rec_sub(g->half, GOAL_MEASURE), field);
	if (v == NULL && g->defaults != NULL)
		v = gf_rec_raw(gf_rec_sub(g->defaults, GOAL_MEASURE), field);
	return v != NULL && !v->bad ? v : NULL;
}

struct gf_str
gf_goal_text(const struct gf_goal *g, unsigned field)
{
	return gf_val_text(get(g, field));
}

int
gf_goal_word(const struct gf_goal *g, unsigned field, int otherwise)
{
	const struct gf_val *v = get(g, field);

	return v != NULL && !v->list && v->type == GF_T_WORD ? v->u.n :
	    otherwise;
}

const struct gf_rec *
gf_goal_sub(const struct gf_goal *g, unsigned field)
{
	return gf_val_rec(get(g, field));
}

size_t
gf_goal_list(const struct gf_goal *g, unsigned field,
    const struct gf_val **items)
{
	const struct gf_val *v = get(g, field);

	*items = NULL;
	if (v == NULL || !v->list)
		return 0;
	*items = v->u.list.v;
	return v->u.list.n;
}

bool
gf_goal_holds(const struct gf_goal *g)
{
	return gf_goal_measure(g, MEASURE_TO) == NULL &&
	    (gf_goal_measure(g, MEASURE_AT_LEAST) != NULL ||
	    gf_goal_measure(g, MEASURE_AT_MOST) != NULL);
}

gf_day
gf_goal_start(const struct gf_goal *g)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_START);

	return v != NULL ? v->u.span.first : GF_NO_DAY;
}

gf_day
gf_goal_due(const struct gf_goal *g, bool *from_parent)
{
	const struct gf_val *v;

	if (from_parent != NULL)
		*from_parent = false;
	if (gf_goal_has(g, GOAL_DUE)) {
		v = gf_goal_get(g, GOAL_DUE);
		return v != NULL ? v->u.span.last : GF_NO_DAY;
	}
	for (size_t deep = 0; g != NULL && deep < UPWARDS; deep++) {
		const struct gf_goal *up = NULL;

		for (size_t i = 0; i < g->nlinks && i < UPWARDS; i++) {
			const struct gf_goal *parent = g->links[i].parent;

			if (parent == NULL)
				continue;
			v = gf_goal_get(parent, GOAL_DUE);
			if (v != NULL && from_parent != NULL)
				*from_parent = true;
			if (v != NULL)
				return v->u.span.last;
			if (up == NULL && !gf_goal_has(parent, GOAL_DUE))
				up = parent;
		}
		g = up;
	}
	return GF_NO_DAY;
}

struct gf_str
gf_goal_owner(const struct gf_goal *g)
{
	return g->owner != NULL ? g->owner->id : g->owner_text;
}

struct gf_str
gf_goal_unit(const struct gf_goal *g)
{
	static const unsigned beside[] = {
		MEASURE_TO, MEASURE_FROM, MEASURE_AT_LEAST, MEASURE_AT_MOST
	};
	struct gf_str unit = gf_val_text(gf_goal_measure(g, MEASURE_UNIT));

	for (size_t i = 0; unit.n == 0 && i < GF_LEN(beside); i++)
		unit = gf_val_unit(gf_goal_measure(g, beside[i]));
	return unit;
}

/* Append a reading; false if day or value are not known. */
static bool
take_reading(struct gf_reading *to, const struct gf_doc *doc,
    const struct gf_rec *rec, unsigned date, unsigned value,
    unsigned corrects)
{
	const struct gf_val *day = gf_rec_get(rec, date);
	const struct gf_val *v = gf_rec_get(rec, value);
	const struct gf_val *yes = gf_rec_get(rec, corrects);

	if (day == NULL || v == NULL)
		return false;
	*to = (struct gf_reading){ .day = day->u.span.first,
	    .value = v->u.num, .corrects = yes != NULL && yes->u.n != 0,
	    .doc = doc, .at = v->at };
	return true;
}

static int
by_day(const void *va, const void *vb)
{
	const struct gf_reading *a = va, *b = vb;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	if (a->doc->seq != b->doc->seq)
		return a->doc->seq < b->doc->seq ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

/* Most people write them down in that order. */
static bool
in_order(const struct gf_reading *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (by_day(&v[i - 1], &v[i]) > 0)
			return false;
	return true;
}

/* Take out what a later reading of the same day corrects. */
static size_t
apply_corrections(struct gf_reading *v, size_t n)
{
	size_t k = 0, first = 0;

	for (size_t i = 0; i < n; i++) {
		if (k == 0 || v[k - 1].day != v[i].day)
			first = k;
		if (v[i].corrects)
			k = first;
		v[k++] = v[i];
	}
	return k;
}

size_t
gf_goal_readings(const struct gf_plan *p, const struct gf_goal *g,
    struct gf_arena *arena, struct gf_reading **out)
{
	const struct gf_val *items;
	size_t n = gf_rec_list(g->rec, GOAL_PROGRESS, &items), m = 0, k = 0;
	const struct gf_log_reading *logs, *l;
	struct gf_reading *v;

	logs = p->logs.n && g->id.n ? gf_map_get(&p->logs, g->id) : NULL;
	for (l = logs; l != NULL; l = l->next)
		m++;
	*out = NULL;
	if (n + m == 0)
		return 0;
	v = *out = gf_arena_alloc(arena, (n + m) * sizeof(*v));
	for (size_t i = 0; i < n; i++) {
		if (!items[i].bad && take_reading(&v[k], g->doc,
		    items[i].u.rec, PROGRESS_DATE, PROGRESS_VALUE,
		    PROGRESS_CORRECTS))
			v[k++].order = (uint32_t)i;
	}
	for (l = logs; l != NULL; l = l->next, m--)
		if (take_reading(&v[k], l->doc, l->rec, READING_DATE,
		    READING_VALUE, READING_CORRECTS))
			v[k++].order = (uint32_t)(n + m);
	if (!in_order(v, k))
		qsort(v, k, sizeof(*v), by_day);
	k = apply_corrections(v, k);
	for (size_t i = 0; i < k; i++)
		v[i].order = (uint32_t)i;
	return k;
}

/* Whether a value lies anywhere in a mapping. */
static bool
holds(const struct gf_rec *r, const struct gf_val *v)
{
	const struct gf_val *w, *items;
	size_t n;

	for (size_t i = 0; r != NULL && i < r->n; i++) {
		w = &r->vals[i];
		if (w == v)
			return true;
		items = w->list ? w->u.list.v : w;
		n = w->list ? w->u.list.n : 1;
		for (size_t k = 0; k < n; k++) {
			if (&items[k] == v)
				return true;
			if (items[k].type == GF_T_REC && !items[k].bad &&
			    !items[k].list && holds(items[k].u.rec, v))
				return true;
		}
	}
	return false;
}

/* Whether a value is one of the obstacles that came from the private half. */
static bool
joined_half(const struct gf_goal *g, const struct gf_val *v)
{
	const struct gf_val *own;
	size_t n;

	if (g->obstacles == NULL || v < g->obstacles->u.list.v ||
	    v >= g->obstacles->u.list.v + g->obstacles->u.list.n)
		return false;
	n = gf_rec_list(g->rec, GOAL_OBSTACLES, &own);
	return (size_t)(v - g->obstacles->u.list.v) >= n;
}

bool
gf_goal_half_alone(const struct gf_goal *g)
{
	return g->doc->private && gf_rec_private(g->rec);
}

struct gf_place
gf_goal_head(const struct gf_goal *g)
{
	return (struct gf_place){ g->doc, gf_rec_at(g->rec) };
}

struct gf_place
gf_goal_inherited(const struct gf_goal *g, const struct gf_val *v)
{
	if (v == NULL || g->defaults == NULL || !holds(g->defaults, v))
		return (struct gf_place){ NULL, { 0 } };
	return (struct gf_place){ g->defaults_doc, v->at };
}

struct gf_place
gf_goal_place(const struct gf_goal *g, const struct gf_val *v)
{
	if (v == NULL || gf_goal_inherited(g, v).doc != NULL)
		return gf_goal_head(g);
	if (g->half != NULL && (joined_half(g, v) || holds(g->half, v)))
		return (struct gf_place){ g->half_doc, v->at };
	return (struct gf_place){ g->doc, v->at };
}

/* Append a value in a form that does not depend on how it was written. */
static void
add_meaning(struct gf_buf *b, const struct gf_val *v)
{
	size_t before;

	if (v == NULL) {
		gf_buf_text(b, "0:");
		return;
	}
	before = b->n;
	if (v->type == GF_T_QTY && !v->list) {
		gf_num_print(b, v->u.num);
		gf_buf_byte(b, ' ');
		gf_buf_str(b, gf_unit_canon(gf_val_unit(v)));
	} else {
		gf_buf_str(b, gf_val_text(v));
	}
	gf_buf_printf(b, "%zu:", b->n - before);
}

static void
add_day(struct gf_buf *b, const struct gf_val *v, gf_day day)
{
	if (v == NULL || day == GF_NO_DAY)
		add_meaning(b, v);
	else
		gf_day_print(b, day);
}

/* Four digits of the fingerprint of what was gathered, which is let go. */
static void
add_print(struct gf_buf *b, char *out)
{
	char print[GF_PRINT_SIZE];

	gf_fingerprint(gf_buf_view(b), print);
	memcpy(out, print, GF_MEANING_DIGITS);
	gf_buf_clear(b);
}

void
gf_goal_meaning(const struct gf_goal *g, char out[GF_PRINT_SIZE])
{
	struct gf_buf b = { 0 };
	const struct gf_val *start = gf_goal_get(g, GOAL_START);
	const struct gf_val *due = gf_goal_get(g, GOAL_DUE);
	const struct gf_val *scale = gf_goal_measure(g, MEASURE_SCALE);

	add_meaning(&b, gf_goal_get(g, GOAL_TITLE));
	add_print(&b, out);
	for (unsigned i = MEASURE_METRIC; i <= MEASURE_SOURCE; i++)
		if (i != MEASURE_SCALE)
			add_meaning(&b, gf_goal_measure(g, i));
	if (scale != NULL) {
		add_meaning(&b, gf_rec_get(scale->u.rec, SCALE_MIN));
		add_meaning(&b, gf_rec_get(scale->u.rec, SCALE_MAX));
	}
	add_print(&b, out + GF_MEANING_DIGITS);
	add_day(&b, start, start ? start->u.span.first : GF_NO_DAY);
	add_day(&b, due, due ? due->u.span.last : GF_NO_DAY);
	add_print(&b, out + 2 * GF_MEANING_DIGITS);
	gf_buf_printf(&b, "%d", gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE));
	add_print(&b, out + 3 * GF_MEANING_DIGITS);
	out[16] = '\0';
	gf_buf_release(&b);
}
