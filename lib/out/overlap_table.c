#include "base/mem.h"
#include "out/grid.h"
#include "out/map_sheet.h"
#include "out/overlap_table.h"

static const char *const keys[GF_OVERLAP_KINDS] = {
	[GF_OVERLAP_ALIGNED] = "aligned", [GF_OVERLAP_HAVE_TO] = "have_to",
	[GF_OVERLAP_WANT_TO] = "want_to", [GF_OVERLAP_DRIFT] = "drift",
	[GF_OVERLAP_UNKNOWN] = "unknown",
};

enum { COL_PERSON, COL_ALIGNED, COL_HAVE, COL_WANT, COL_DRIFT, COL_UNALIGNED,
    COL_UNKNOWN, COLS };

static const struct gf_column columns[COLS] = {
	[COL_PERSON] = { .head = "person", .least = 8, .foreign = true },
	[COL_ALIGNED] = { .head = "aligned", .right = true },
	[COL_HAVE] = { .head = "have to", .right = true },
	[COL_WANT] = { .head = "want to", .right = true },
	[COL_DRIFT] = { .head = "drift", .right = true },
	[COL_UNALIGNED] = { .head = "unaligned", .drop = 1 },
	[COL_UNKNOWN] = { .head = "unknown", .drop = 2 },
};

static bool
is_shown(const struct gf_overlap_view *v, size_t i)
{
	return v->chosen == NULL || v->chosen[i];
}

/* How many goals of a kind a row has that may be seen. */
static size_t
count(const struct gf_overlap_row *row, unsigned kind,
    const struct gf_look *look)
{
	size_t n = 0;

	for (size_t i = 0; i < row->ngoals; i++)
		n += row->kinds[i] == kind &&
		    !gf_sheet_hides(look, row->goals[i]);
	return n;
}

static size_t
count_hidden(const struct gf_overlap_row *row, const struct gf_look *look)
{
	size_t n = 0;

	for (size_t i = 0; i < row->ngoals; i++)
		n += gf_sheet_hides(look, row->goals[i]);
	return n;
}

/* "3 of 54 h (6 %)". */
static void
put_hours(struct gf_buf *b, struct gf_num part, struct gf_num all)
{
	gf_num_print(b, gf_num_round(part, 1));
	gf_buf_text(b, " of ");
	gf_num_print(b, gf_num_round(all, 1));
	gf_buf_text(b, " h");
	if (all.m > 0)
		gf_buf_printf(b, " (%d %%)", (int)gf_sheet_percent(
		    gf_ratio_num(gf_ratio(part, all))));
}

static void
add_row(struct gf_grid *g, const struct gf_overlap_row *row,
    const struct gf_look *look)
{
	struct gf_buf b = { 0 };

	gf_grid_add(g);
	gf_grid_set(g, COL_PERSON, row->person->id);
	for (unsigned k = 0; k < GF_OVERLAP_UNKNOWN; k++) {
		gf_buf_clear(&b);
		gf_buf_printf(&b, "%zu", count(row, k, look));
		gf_grid_set(g, COL_ALIGNED + k, gf_buf_view(&b));
	}
	gf_buf_clear(&b);
	if (row->hours.m > 0)
		put_hours(&b, row->unaligned, row->hours);
	gf_grid_set(g, COL_UNALIGNED, gf_buf_view(&b));
	gf_buf_clear(&b);
	if (row->nunknown > 0)
		gf_buf_printf(&b, "%zu goal%s", row->nunknown,
		    row->nunknown == 1 ? "" : "s");
	gf_grid_set(g, COL_UNKNOWN, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
put_text(struct gf_buf *b, struct gf_str s, const struct gf_look *look)
{
	if (look->utf8)
		gf_show(b, s);
	else
		gf_show_ascii(b, s);
}

/* The goals of one kind by name, a line a person. */
static void
put_goals(struct gf_buf *b, const struct gf_overlap_view *v, unsigned kind,
    const char *head, const struct gf_look *look)
{
	bool any = false;
	gf_day until;

	for (size_t i = 0; i < v->overlap->n; i++) {
		const struct gf_overlap_row *row = &v->overlap->rows[i];

		if (!is_shown(v, i) || count(row, kind, look) == 0)
			continue;
		if (!any)
			gf_buf_printf(b, "\n%s:\n", head);
		any = true;
		gf_buf_text(b, "  ");
		put_text(b, row->person->id, look);
		gf_buf_byte(b, ':');
		for (size_t k = 0; k < row->ngoals; k++) {
			if (row->kinds[k] != kind ||
			    gf_sheet_hides(look, row->goals[k]))
				continue;
			gf_buf_byte(b, ' ');
			put_text(b, row->goals[k]->id, look);
			if (gf_goal_unaligned(v->overlap->plan, row->goals[k],
			    &until))
				gf_buf_text(b, " (on purpose)");
		}
		gf_buf_byte(b, '\n');
	}
}

/* WHYs of the company that no goal shares with somebody's own. */
static void
put_aims(struct gf_buf *b, const struct gf_overlap *o,
    const struct gf_look *look)
{
	bool any = false;

	for (size_t i = 0; i < o->naims; i++) {
		const struct gf_aim *a = &o->aims[i];

		if (a->met)
			continue;
		if (!any)
			gf_buf_text(b, "\nWHYs of the company that nobody's "
			    "WHY meets:\n");
		any = true;
		gf_buf_text(b, "  ");
		put_text(b, a->company->id, look);
		gf_buf_byte(b, '/');
		put_text(b, a->id, look);
		gf_buf_text(b, ": ");
		put_text(b, gf_rec_text(a->item->u.rec, AIM_TEXT), look);
		gf_buf_byte(b, '\n');
	}
}

static void
put_foot(struct gf_buf *b, const struct gf_overlap_view *v,
    const struct gf_look *look)
{
	struct gf_num part = GF_NUM(0), all = GF_NUM(0);
	size_t unknown = 0, hidden = 0;

	for (size_t i = 0; i < v->overlap->n; i++) {
		const struct gf_overlap_row *row = &v->overlap->rows[i];

		if (!is_shown(v, i))
			continue;
		gf_num_add(part, row->unaligned, &part);
		gf_num_add(all, row->hours, &all);
		unknown += row->nunknown;
		hidden += count_hidden(row, look);
	}
	gf_buf_text(b, "\nunaligned work a week: ");
	put_hours(b, part, all);
	if (unknown > 0)
		gf_buf_printf(b, ", and of %zu goal%s it is unknown", unknown,
		    unknown == 1 ? "" : "s");
	gf_buf_byte(b, '\n');
	gf_sheet_hidden(b, hidden);
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_overlap_view *v = model;
	struct gf_grid g;

	gf_grid_init(&g, columns, COLS);
	for (size_t i = 0; i < v->overlap->n; i++)
		if (is_shown(v, i))
			add_row(&g, &v->overlap->rows[i], look);
	if (g.nrows > 0) {
		gf_grid_text(b, &g, look, false);
		put_goals(b, v, GF_OVERLAP_DRIFT,
		    "serves neither the company nor a WHY of one's own", look);
		put_goals(b, v, GF_OVERLAP_WANT_TO,
		    "serves a WHY of one's own alone", look);
		put_goals(b, v, GF_OVERLAP_UNKNOWN, "not known: serves a goal "
		    "that is not among these", look);
		put_aims(b, v->overlap, look);
		put_foot(b, v, look);
	}
	gf_grid_release(&g);
}

static void
write_ids(struct gf_buf *b, const struct gf_overlap_row *row, unsigned kind,
    const struct gf_look *look)
{
	const char *before = "";

	gf_buf_printf(b, ",\"%s\":[", keys[kind]);
	for (size_t i = 0; i < row->ngoals; i++) {
		if (row->kinds[i] != kind ||
		    gf_sheet_hides(look, row->goals[i]))
			continue;
		gf_buf_text(b, before);
		gf_json(b, row->goals[i]->id);
		before = ",";
	}
	gf_buf_byte(b, ']');
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_overlap_view *v = model;

	for (size_t i = 0; i < v->overlap->n; i++) {
		if (!is_shown(v, i))
			continue;
		gf_buf_text(b, "{\"person\":");
		gf_json(b, v->overlap->rows[i].person->id);
		for (unsigned k = 0; k < GF_OVERLAP_KINDS; k++)
			if (k != GF_OVERLAP_UNKNOWN ||
			    count(&v->overlap->rows[i], k, look) > 0)
				write_ids(b, &v->overlap->rows[i], k, look);
		gf_buf_text(b, "}\n");
	}
}

const struct gf_format gf_overlap_formats[2] = {
	{ "text", "a line a person", write_text },
	{ "jsonl", "one JSON object a person", write_jsonl },
};
