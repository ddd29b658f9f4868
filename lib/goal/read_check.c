#include <string.h>

#include "goal/read.h"
#include "goal/table.h"

static void
check_required(struct gf_read *r, const struct gf_frame *up,
    const struct gf_rec *rec, uint64_t meant, struct gf_at at)
{
	const struct gf_table *t = rec->table;
	bool top = up == NULL || (r->defaults && up->up == NULL);

	/* Defaults and a private half add to a document that has them. */
	if (top && (r->defaults || (r->doc->private && gf_rec_private(rec))))
		return;
	for (unsigned i = 0; i < t->n; i++) {
		const struct gf_field *f = &t->fields[i];
		struct gf_frame frame;

		if (!f->required || (rec->have | meant) >> i & 1)
			continue;
		frame = (struct gf_frame){ up, gf_str(f->key), NULL };
		gf_read_say(r, &frame, GF_F03, at, "%s has no '%s': %s",
		    t->name, f->key, f->about);
	}
}

/* Keys that cannot hold together. */
static void
check_pairs(struct gf_read *r, const struct gf_frame *up,
    const struct gf_rec *rec)
{
	const struct gf_val *v;
	struct gf_frame f = { up, GF_STR("status"), NULL };

	if (rec->table == &gf_guard_table && gf_rec_raw(rec, GUARD_GOAL) &&
	    gf_rec_raw(rec, GUARD_METRIC))
		gf_read_say(r, up, GF_F05, gf_rec_raw(rec, GUARD_METRIC)->at,
		    "a guard looks at a goal or at a metric, not at both");
	if (rec->table == &gf_measure_table && gf_rec_raw(rec, MEASURE_TO) &&
	    (gf_rec_raw(rec, MEASURE_AT_LEAST) ||
	    gf_rec_raw(rec, MEASURE_AT_MOST)))
		gf_read_say(r, up, GF_F05, gf_rec_raw(rec, MEASURE_TO)->at,
		    "to is a way to go, at-least and at-most a level to hold: "
		    "keep one of the two");
	if (rec->table != &gf_goal_table || !gf_rec_raw(rec, GOAL_CLOSE))
		return;
	v = gf_rec_get(rec, GOAL_STATUS);
	if (v != NULL && v->u.n < STATUS_DONE)
		gf_read_say(r, &f, GF_F05, v->at, "the goal is closed, but "
		    "its status says %.*s: done or dropped", (int)v->ntext,
		    v->text);
}

/* A value whose own unit is another than the one it should have. */
static void
check_unit(struct gf_read *r, const struct gf_frame *up, const char *key,
    const struct gf_val *v, struct gf_str unit)
{
	struct gf_frame f = { up, gf_str(key), NULL };
	struct gf_str own = gf_val_unit(v);

	if (own.n > 0 && !gf_unit_agree(own, unit))
		gf_read_say(r, &f, GF_F02, v->at, "%s: '%.*s' is in %.*s, but "
		    "the unit of the measure is %.*s; nothing is converted",
		    key, (int)v->ntext, v->text, (int)own.n, own.p,
		    (int)unit.n, unit.p);
}

/* The unit of a measure: said, or beside its first value. */
static struct gf_str
unit_of(const struct gf_rec *measure)
{
	struct gf_str unit = gf_rec_text(measure, MEASURE_UNIT);

	for (unsigned i = MEASURE_FROM; unit.n == 0 && i <= MEASURE_AT_MOST;
	    i++)
		unit = gf_val_unit(gf_rec_get(measure, i));
	return unit;
}

static void
check_measure(struct gf_read *r, const struct gf_frame *up,
    const struct gf_rec *measure)
{
	struct gf_str unit = unit_of(measure);

	for (unsigned i = MEASURE_FROM; unit.n > 0 && i <= MEASURE_AT_MOST; i++)
		check_unit(r, up, measure->table->fields[i].key,
		    gf_rec_get(measure, i), unit);
}

/* Items that hold an amount in the unit of the goal's own measure. */
static void
check_amounts(struct gf_read *r, const struct gf_rec *goal, unsigned field,
    unsigned name, unsigned value)
{
	struct gf_str unit = unit_of(gf_rec_sub(goal, GOAL_MEASURE));
	const struct gf_field *f = &goal->table->fields[field];
	const struct gf_val *v;
	size_t n = unit.n > 0 ? gf_rec_list(goal, field, &v) : 0;

	for (size_t i = 0; i < n; i++) {
		struct gf_buf path = { 0 };
		struct gf_str id;

		if (v[i].bad || gf_val_unit(gf_rec_get(v[i].u.rec,
		    value)).n == 0)
			continue;
		id = gf_rec_text(v[i].u.rec, name);
		gf_buf_printf(&path, "%s[%.*s]", f->key, (int)id.n, id.p);
		check_unit(r, &(struct gf_frame){ NULL, gf_buf_view(&path),
		    NULL }, f->table->fields[value].key,
		    gf_rec_get(v[i].u.rec, value), unit);
		gf_buf_release(&path);
	}
}

void
gf_read_check(struct gf_read *r, const struct gf_frame *up,
    const struct gf_rec *rec, uint64_t meant, struct gf_at at)
{
	check_required(r, up, rec, meant, at);
	check_pairs(r, up, rec);
	if (rec->table == &gf_measure_table)
		check_measure(r, up, rec);
	if (rec->table != &gf_goal_table || up != NULL)
		return;
	check_amounts(r, rec, GOAL_MILESTONES, MILESTONE_BY, MILESTONE_VALUE);
	check_amounts(r, rec, GOAL_BEST, BEST_VALUE, BEST_VALUE);
	check_amounts(r, rec, GOAL_PROGRESS, PROGRESS_DATE, PROGRESS_VALUE);
}
