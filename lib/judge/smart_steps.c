#include "judge/smart.h"

/* What the milestones of a goal are measured against. */
struct way {
	struct gf_case *c;
	const struct gf_check *check;
	bool known;		/* from and to are */
	struct gf_num from, to;
	int up;			/* 1 a rise, -1 a fall, 0 unknown */
	gf_day due;
};

static const struct gf_val *
field(const struct gf_val *item, unsigned which, enum gf_type type)
{
	const struct gf_val *v;

	if (item->bad || item->list || item->type != GF_T_REC)
		return NULL;
	v = gf_rec_get(item->u.rec, which);
	return v != NULL && !v->list && v->type == type ? v : NULL;
}

/* A value in another unit than the goal's is no step of it. */
static const struct gf_val *
value(const struct way *w, const struct gf_val *item)
{
	const struct gf_val *v = field(item, MILESTONE_VALUE, GF_T_QTY);

	return v != NULL && gf_unit_agree(gf_val_unit(v),
	    gf_goal_unit(w->c->goal)) ? v : NULL;
}

static bool
wrong_value(struct way *w, const struct gf_val *v, const struct gf_val *last,
    const struct gf_val *by, bool at_end)
{
	if (v == NULL || w->up == 0)
		return false;
	if (last != NULL && gf_num_cmp(v->u.num, last->u.num) * w->up < 0) {
		gf_case_say(w->c, w->check, v, "%s follows %s: the goal goes "
		    "the other way", gf_case_num(w->c, v->u.num),
		    gf_case_num(w->c, last->u.num));
		return true;
	}
	if (gf_num_cmp(v->u.num, w->to) * w->up > 0) {
		gf_case_say(w->c, w->check, v, "%s lies beyond measure.to, "
		    "which is %s", gf_case_num(w->c, v->u.num),
		    gf_case_num(w->c, w->to));
		return true;
	}
	/* steps may end before the goal does; one on its last day may not */
	if (!at_end || by == NULL || by->u.span.last != w->due ||
	    gf_num_cmp(v->u.num, w->to) == 0)
		return false;
	gf_case_say(w->c, w->check, v, "the last step is %s, measure.to is %s",
	    gf_case_num(w->c, v->u.num), gf_case_num(w->c, w->to));
	return true;
}

static bool
wrong_day(struct way *w, const struct gf_val *by, const struct gf_val *last)
{
	if (by == NULL || by->u.span.last == GF_NO_DAY)
		return false;
	if (last != NULL && last->u.span.last != GF_NO_DAY &&
	    by->u.span.last < last->u.span.last) {
		gf_case_say(w->c, w->check, by, "%.*s stands behind %.*s",
		    (int)by->ntext, by->text, (int)last->ntext, last->text);
		return true;
	}
	if (w->due != GF_NO_DAY && by->u.span.first > w->due) {
		gf_case_say(w->c, w->check, by, "%.*s lies after the end of "
		    "the goal", (int)by->ntext, by->text);
		return true;
	}
	return false;
}

static void
milestones(struct way *w)
{
	const struct gf_val *items, *last_by = NULL, *last_value = NULL;
	size_t n = gf_goal_list(w->c->goal, GOAL_MILESTONES, &items);

	for (size_t i = 0; i < n; i++) {
		const struct gf_val *by = field(&items[i], MILESTONE_BY,
		    GF_T_DATE);
		const struct gf_val *v = value(w, &items[i]);

		/* one slip explains what follows from it */
		if (wrong_day(w, by, last_by) ||
		    wrong_value(w, v, last_value, by, i + 1 == n))
			return;
		if (by != NULL)
			last_by = by;
		if (v != NULL)
			last_value = v;
	}
}

static bool
same_reading(const struct gf_val *a, const struct gf_val *b)
{
	const struct gf_val *da = field(a, PROGRESS_DATE, GF_T_DAY);
	const struct gf_val *db = field(b, PROGRESS_DATE, GF_T_DAY);
	const struct gf_val *va = field(a, PROGRESS_VALUE, GF_T_QTY);
	const struct gf_val *vb = field(b, PROGRESS_VALUE, GF_T_QTY);

	return da != NULL && db != NULL && va != NULL && vb != NULL &&
	    da->u.span.first == db->u.span.first &&
	    gf_num_cmp(va->u.num, vb->u.num) == 0;
}

static void
readings(struct way *w)
{
	const struct gf_val *items, *day, *count;
	size_t n = gf_goal_list(w->c->goal, GOAL_PROGRESS, &items);
	bool summed;

	count = gf_goal_measure(w->c->goal, MEASURE_COUNT);
	summed = count != NULL && count->u.n == COUNT_SUM;
	for (size_t i = 0; i < n; i++) {
		day = field(&items[i], PROGRESS_DATE, GF_T_DAY);
		if (day != NULL && day->u.span.first > w->c->plan->today)
			gf_case_say(w->c, w->check, day, "a reading of %.*s, "
			    "a day to come", (int)day->ntext,
			    day->text)->level = GF_WARNING;
		else if (i > 0 && !summed && same_reading(&items[i - 1],
		    &items[i]))
			gf_case_say(w->c, w->check, day,
			    "the same reading twice")->level = GF_NOTE;
	}
}

/* Readings of log documents; the others are told where they stand. */
static void
logged(struct way *w)
{
	const struct gf_plan *plan = w->c->plan;
	const struct gf_goal *g = w->c->goal;
	struct gf_reading *r;
	struct gf_finding *f;
	size_t n;

	if (gf_map_get(&plan->logs, g->id) == NULL)
		return;
	n = gf_goal_readings(plan, g, w->c->scratch, &r);
	for (size_t i = 0; i < n; i++) {
		if (r[i].day <= plan->today || r[i].doc == g->doc ||
		    r[i].doc == g->half_doc)
			continue;
		f = gf_finding_add(w->c->out, w->check, (struct gf_place){
		    r[i].doc, r[i].at }, "a reading of '%.*s' on a day to come",
		    (int)g->id.n, g->id.p);
		f->level = GF_WARNING;
	}
}

void
gf_judge_milestones(struct gf_case *c, const struct gf_check *check)
{
	struct way w = { .c = c, .check = check };
	bool lent;

	w.due = gf_goal_due(c->goal, &lent);
	if (lent)
		w.due = GF_NO_DAY;
	w.known = !gf_goal_holds(c->goal) &&
	    gf_measure_num(c->goal, MEASURE_TO, &w.to);
	if (w.known && !gf_measure_num(c->goal, MEASURE_FROM, &w.from))
		w.from = GF_NUM(0);
	if (w.known)
		w.up = gf_num_cmp(w.to, w.from);
	milestones(&w);
	readings(&w);
	logged(&w);
}
