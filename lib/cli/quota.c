#include <stddef.h>

#include "cli/item.h"
#include "cli/quota.h"
#include "cli/run.h"
#include "judge/portion.h"

#define O(field) offsetof(struct gf_split_options, field)

const struct gf_opt gf_split_opts[] = {
	{ 0, "by", GF_OPT_WORD, O(by), "year|quarter|month|week|day",
	    "how long a part is" },
	{ 0, "weights", GF_OPT_TEXT, O(weights), "MONTH=N,...",
	    "what months weigh beside 1, instead of calendar.season" },
	{ 0, "shortfall", GF_OPT_WORD, O(shortfall), "spread|next|hold",
	    "where what is short goes: over all that is left, into the next "
	    "part, nowhere" },
	{ 0, "piece", GF_OPT_TEXT, O(piece), "Q", "the smallest part; without "
	    "it 1 of the last place written" },
	{ .name = NULL },
};

static const char *const spans[] = {
	[GF_BY_YEAR] = "year", [GF_BY_QUARTER] = "quarter",
	[GF_BY_MONTH] = "month", [GF_BY_WEEK] = "week", [GF_BY_DAY] = "day"
};
static const char *const ways[] = {
	[GF_SHORT_HOLD] = "hold", [GF_SHORT_SPREAD] = "spread",
	[GF_SHORT_NEXT] = "next"
};
static const char *const months[] = {
	"jan", "feb", "mar", "apr", "may", "jun",
	"jul", "aug", "sep", "oct", "nov", "dec"
};

static bool
read_weights(struct gf_run *run, const char *text, struct gf_num *to)
{
	struct gf_str rest = gf_str(text);

	for (size_t i = 0; i < 12; i++)
		to[i] = GF_NUM(1);
	while (rest.n > 0) {
		struct gf_str value = gf_str_cut(&rest, ',');
		struct gf_str name = gf_str_cut(&value, '=');
		const char *why = NULL;
		size_t i = gf_str_among(name, months, GF_LEN(months));

		if (i == GF_LEN(months)) {
			gf_run_fail(run, "--weights: '%.*s' is no month%s",
			    (int)name.n, name.p, gf_run_meant(run,
			    gf_str_nearest(name, months, i),
			    "; write it such as jan"));
			return false;
		}
		if (!gf_share_parse(value, &to[i], run->arena, &why) ||
		    to[i].m < 0) {
			gf_run_fail(run, "--weights: %.*s=%.*s is no weight "
			    "such as %.*s=1.5", (int)name.n, name.p,
			    (int)value.n, value.p, (int)name.n, name.p);
			return false;
		}
	}
	return true;
}

/* The smallest part, written as quantities are in files. */
static bool
read_piece(struct gf_run *run, const struct gf_goal *g, const char *text,
    struct gf_num *to)
{
	struct gf_str unit = gf_goal_unit(g);
	const char *why = NULL;
	struct gf_qty q;

	if (!gf_qty_parse(gf_str(text), &q, run->arena, &why) || q.num.m <= 0)
		gf_run_fail(run, "--piece takes a number above 0, not '%s'",
		    text);
	else if (!gf_unit_agree(q.unit, unit))
		gf_run_fail(run, "--piece: '%s' is not in %.*s, the unit of "
		    "'%.*s'", text, (int)unit.n, unit.p, (int)g->id.n,
		    g->id.p);
	else
		*to = q.num;
	return to->m > 0;
}

static bool
read_options(struct gf_run *run, const struct gf_goal *g,
    struct gf_portion_ask *ask, struct gf_num *weights)
{
	const struct gf_split_options *o = run->opt;

	if (o->piece != NULL && !read_piece(run, g, o->piece, &ask->piece))
		return false;
	if (o->weights != NULL && !read_weights(run, o->weights, weights))
		return false;
	ask->by = o->by == NULL ? GF_BY_MONTH : (enum gf_by)gf_str_among(
	    gf_str(o->by), spans, GF_LEN(spans));
	ask->shortfall = o->shortfall == NULL ? GF_SHORT_HOLD :
	    (enum gf_short)gf_str_among(gf_str(o->shortfall), ways,
	    GF_LEN(ways));
	ask->weights = o->weights ? weights : NULL;
	return true;
}

/* The number of the milestone of a day, n if there is none. */
static size_t
find_milestone(const struct gf_val *items, size_t n, gf_day day)
{
	size_t i = 0;

	for (; i < n; i++) {
		const struct gf_val *by = items[i].bad ? NULL :
		    gf_rec_get(items[i].u.rec, MILESTONE_BY);

		if (by != NULL && by->u.span.last == day)
			break;
	}
	return i;
}

/* Change the value of a milestone that is there. */
static bool
set_milestone(struct gf_run *run, struct gf_edits *edits, size_t i,
    const struct gf_part *part)
{
	struct gf_node *list = gf_node_get(edits->tree->root, "milestones");
	struct gf_node *item = list ? gf_node_item(gf_node_real(list), i) :
	    NULL;
	struct gf_node *value = item ? gf_node_get(gf_node_real(item),
	    "value") : NULL;

	if (value != NULL && gf_edit_set(edits, value, gf_item_num(run,
	    part->total)))
		return true;
	gf_run_fail(run, "cannot change the milestone of %s: write it as a "
	    "list of {by, value} first", part->name);
	return false;
}

static bool
add_milestone(struct gf_run *run, struct gf_edits *edits,
    const struct gf_part *part, struct gf_new **fresh)
{
	struct gf_new *item = gf_new_list(run->arena, GF_MAP, true);

	gf_new_add(item, GF_STR("by"), gf_item_day(run, part->to));
	gf_new_add(item, GF_STR("value"), gf_item_num(run, part->total));
	return gf_item_append(run, edits, "milestones", item, gf_goal_order,
	    fresh);
}

/* Whether no part comes in behind a milestone that is later than it. */
static bool
keeps_order(struct gf_run *run, const struct gf_portion *p,
    const struct gf_val *items, size_t n)
{
	gf_day last = 0;

	for (size_t i = 0; i < n; i++) {
		const struct gf_val *by = items[i].bad ? NULL :
		    gf_rec_get(items[i].u.rec, MILESTONE_BY);

		if (by != NULL && (last == 0 || by->u.span.last > last))
			last = by->u.span.last;
	}
	for (size_t i = 0; last != 0 && i < p->n; i++) {
		if (p->parts[i].to >= last ||
		    find_milestone(items, n, p->parts[i].to) < n)
			continue;
		gf_run_fail(run, "'%.*s' has a later milestone than the end of "
		    "%s; take the milestones out that this is to replace",
		    (int)p->goal->id.n, p->goal->id.p, p->parts[i].name);
		return false;
	}
	return true;
}

/* How much was short, and what became of it. */
static bool
record(struct gf_run *run, struct gf_edits *edits,
    const struct gf_portion *p, enum gf_short way)
{
	struct gf_item_change change = { .field = GF_STR("milestones"),
	    .letter = gf_kinds[GF_GOAL]->fields[GOAL_MILESTONES].letter };
	struct gf_new *fresh = NULL;
	struct gf_buf b = { 0 };
	bool ok;

	gf_num_print(&b, p->short_by);
	gf_buf_printf(&b, " short, %s", way == GF_SHORT_SPREAD ?
	    "spread over what is left" : "put into the next part");
	change.because = gf_buf_keep(&b, run->arena);
	ok = gf_item_append(run, edits, "changes", gf_item_change(run,
	    &change), gf_goal_order, &fresh);
	gf_buf_release(&b);
	return ok;
}

/* Write what is not there yet; the parts that are over stay as they were. */
static bool
write_milestones(struct gf_run *run, const struct gf_portion *p,
    enum gf_short way)
{
	struct gf_edits *edits = gf_run_edit(run, p->goal->doc);
	const struct gf_val *items, *v;
	size_t n = gf_rec_list(p->goal->rec, GOAL_MILESTONES, &items);
	size_t written = 0;
	struct gf_new *fresh = NULL;

	if (!keeps_order(run, p, items, n))
		return false;
	for (size_t i = 0; edits != NULL && i < p->n; i++) {
		const struct gf_part *part = &p->parts[i];
		size_t k = find_milestone(items, n, part->to);

		v = k < n ? gf_rec_get(items[k].u.rec, MILESTONE_VALUE) : NULL;
		if (part->over || (v != NULL && gf_num_cmp(v->u.num,
		    part->total) == 0))
			continue;
		if (written == 0 && !gf_run_open(run, p->goal))
			return false;
		if (k < n ? !set_milestone(run, edits, k, part) :
		    !add_milestone(run, edits, part, &fresh))
			return false;
		written++;
	}
	if (edits == NULL || (written > 0 && way != GF_SHORT_HOLD &&
	    p->short_by.m != 0 && !record(run, edits, p, way)))
		return false;
	if (written == 0)
		gf_run_say(run, "its milestones are there already");
	else if (run->common->in_place)
		gf_run_say(run, "%.*s has %zu milestone%s more or changed",
		    (int)p->goal->id.n, p->goal->id.p, written,
		    written == 1 ? "" : "s");
	return true;
}

int
gf_run_split(struct gf_run *run)
{
	const struct gf_goal *g = gf_run_goal(run, run->ids[0]);
	struct gf_portion_ask ask = { .piece = GF_NUM(0) };
	struct gf_num weights[12];
	struct gf_portion p;
	const char *why;

	if (g == NULL || !read_options(run, g, &ask, weights))
		return 2;
	if (!gf_portion_cut(&p, run->plan, g, &ask, run->arena, &why)) {
		gf_run_fail(run, "'%.*s' %s", (int)g->id.n, g->id.p, why);
		return 2;
	}
	gf_run_about(run, g->doc);
	if (!gf_run_writes(run)) {
		gf_run_report(run, &p);
		return 0;
	}
	if (!p.line)
		return write_milestones(run, &p, ask.shortfall) ? 0 : 2;
	gf_run_fail(run, "'%.*s' does not add up, so it has no parts to "
	    "write", (int)g->id.n, g->id.p);
	return 2;
}
