#include "base/mem.h"
#include "out/grid.h"
#include "out/impact_table.h"
#include "out/map_sheet.h"

enum { COL_GOAL, COL_OWNER, COL_DISTANCE, COL_WHAT, COL_VIA, COLS };

static const struct gf_column columns[COLS] = {
	[COL_GOAL] = { .head = "goal", .least = 12, .foreign = true },
	[COL_OWNER] = { .head = "owner", .least = 6, .drop = 2,
	    .foreign = true },
	[COL_DISTANCE] = { .head = "distance", .right = true },
	[COL_WHAT] = { .head = "what moves", .least = 12, .foreign = true },
	[COL_VIA] = { .head = "via", .least = 8, .drop = 1, .foreign = true },
};

/* So many goals of a way are named at most. */
#define VIA_MOST 32

/*
 * The goals between two, of a long way those next to the touched one; returns
 * how many there are in way.
 */
static size_t
way_to(const struct gf_impact *m, const struct gf_impact_row *row,
    const struct gf_goal **way)
{
	size_t n = row->distance - 1, k;

	if (n > VIA_MOST)
		n = VIA_MOST;
	k = n;
	for (size_t i = row->before; k > 0; i = m->rows[i].before)
		way[--k] = m->rows[i].goal;
	return n;
}

/* "110k on the way to 320k EUR", or what else moves. */
static void
put_what(struct gf_buf *b, const struct gf_impact_row *row)
{
	const struct gf_val *to = gf_goal_measure(row->goal, MEASURE_TO);
	struct gf_str unit = gf_goal_unit(row->goal);

	if (row->side == GF_IMPACT_BELOW) {
		gf_buf_text(b, row->keeps ? "part of what it is for" :
		    "what it is for");
	} else if (row->side == GF_IMPACT_GUARD) {
		gf_buf_text(b, "its guard");
	} else if (!row->adds || to == NULL) {
		gf_buf_text(b, row->adds ? "its sum" : "its support");
	} else {
		gf_sheet_number(b, gf_ratio_num(row->amount));
		gf_buf_text(b, " on the way to ");
		gf_sheet_number(b, to->u.num);
		if (unit.n > 0) {
			gf_buf_byte(b, ' ');
			gf_buf_str(b, unit);
		}
	}
}

static void
add_row(struct gf_grid *g, const struct gf_impact *m,
    const struct gf_impact_row *row, const struct gf_look *look)
{
	const struct gf_goal *way[VIA_MOST];
	size_t n = way_to(m, row, way);
	struct gf_buf b = { 0 };

	gf_grid_add(g);
	gf_grid_set(g, COL_GOAL, row->goal->id);
	gf_grid_set(g, COL_OWNER, gf_sheet_owner(row->goal));
	gf_buf_printf(&b, "%u", (unsigned)row->distance);
	gf_grid_set(g, COL_DISTANCE, gf_buf_view(&b));
	gf_buf_clear(&b);
	put_what(&b, row);
	gf_grid_set(g, COL_WHAT, gf_buf_view(&b));
	gf_buf_clear(&b);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			gf_buf_text(&b, ", ");
		gf_buf_str(&b, gf_sheet_hides(look, way[i]) ?
		    GF_STR("(kept private)") : way[i]->id);
	}
	gf_grid_set(g, COL_VIA, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_impact *m = model;
	struct gf_grid g;
	size_t hidden = 0;

	gf_grid_init(&g, columns, COLS);
	for (size_t i = 0; i < m->n; i++) {
		if (gf_sheet_hides(look, m->rows[i].goal))
			hidden++;
		else
			add_row(&g, m, &m->rows[i], look);
	}
	if (g.nrows > 0)
		gf_grid_text(b, &g, look, false);
	else
		gf_buf_text(b, "no other goal is touched\n");
	gf_sheet_hidden(b, hidden);
	gf_grid_release(&g);
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_impact *m = model;

	for (size_t i = 0; i < m->n; i++) {
		const struct gf_goal *way[VIA_MOST];
		const char *before = "";
		size_t n = way_to(m, &m->rows[i], way);

		if (gf_sheet_hides(look, m->rows[i].goal))
			continue;
		gf_buf_text(b, "{\"goal\":");
		gf_json(b, m->rows[i].goal->id);
		gf_buf_printf(b, ",\"distance\":%u,\"via\":[",
		    (unsigned)m->rows[i].distance);
		for (size_t k = 0; k < n; k++) {
			if (gf_sheet_hides(look, way[k]))
				continue;
			gf_buf_text(b, before);
			gf_json(b, way[k]->id);
			before = ",";
		}
		gf_buf_text(b, "]}\n");
	}
}

const struct gf_format gf_impact_formats[2] = {
	{ "text", "a line a goal that is touched", write_text },
	{ "jsonl", "one JSON object a goal that is touched", write_jsonl },
};
