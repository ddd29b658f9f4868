#include "out/cell.h"
#include "out/grid.h"
#include "out/map_sheet.h"
#include "out/portion_sheet.h"

enum { PERIOD, FROM, TO, VALUE, TOTAL, NOTE };

static const struct gf_column columns[] = {
	[PERIOD] = { .head = "period" },
	[FROM] = { .head = "from" },
	[TO] = { .head = "to" },
	[VALUE] = { .head = "value", .right = true },
	[TOTAL] = { .head = "stands at", .right = true },
	[NOTE] = { .head = "", .drop = 1 },
};

enum { STEP, ALL, WEEK, TODAY };

static const struct gf_column steps[] = {
	[STEP] = { .head = "step", .foreign = true },
	[ALL] = { .head = "in all", .right = true },
	[WEEK] = { .head = "next 7 days", .right = true },
	[TODAY] = { .head = "today", .right = true },
};

static const char *const keys[] = { "goal", "period", "from", "to", "value" };

#define KEYS GF_LEN(keys)

static void
fill_cells(struct gf_cell *c, const struct gf_portion *p, size_t i)
{
	c[0] = gf_cell_text(p->goal->id);
	c[1] = gf_cell_text(gf_str(p->parts[i].name));
	c[2] = gf_cell_day(p->parts[i].from);
	c[3] = gf_cell_day(p->parts[i].to);
	c[4] = gf_cell_num(true, p->parts[i].value);
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const bool private[KEYS] = { false, true, true, true, true };
	const struct gf_portion *p = model;
	bool hidden = gf_sheet_hides(look, p->goal);
	struct gf_cell cells[KEYS];

	for (size_t i = 0; i < p->n && !(hidden && i > 0); i++) {
		fill_cells(cells, p, i);
		gf_cell_jsonl(b, keys, cells, KEYS, hidden ? private : NULL);
	}
}

static void
write_csv(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_portion *p = model;
	struct gf_cell cells[KEYS];

	gf_cell_csv_head(b, keys, KEYS);
	for (size_t i = 0; i < p->n && !gf_sheet_hides(look, p->goal); i++) {
		fill_cells(cells, p, i);
		gf_cell_csv(b, cells, KEYS);
	}
}

static void
set_day(struct gf_grid *g, struct gf_buf *b, size_t column, gf_day day)
{
	gf_buf_clear(b);
	gf_day_print(b, day);
	gf_grid_set(g, column, gf_buf_view(b));
}

static void
set_num(struct gf_grid *g, struct gf_buf *b, size_t column, struct gf_num n)
{
	gf_buf_clear(b);
	gf_num_print(b, n);
	gf_grid_set(g, column, gf_buf_view(b));
}

static void
fill_parts(struct gf_grid *g, const struct gf_portion *p)
{
	struct gf_buf b = { 0 };

	gf_grid_init(g, columns, GF_LEN(columns));
	for (size_t i = 0; i < p->n; i++) {
		const struct gf_part *part = &p->parts[i];

		gf_grid_add(g);
		gf_grid_set(g, PERIOD, gf_str(part->name));
		set_day(g, &b, FROM, part->from);
		set_day(g, &b, TO, part->to);
		set_num(g, &b, VALUE, part->value);
		set_num(g, &b, TOTAL, part->total);
		if (part->over)
			gf_grid_set(g, NOTE, GF_STR("reached"));
	}
	gf_buf_release(&b);
}

static void
fill_steps(struct gf_grid *g, const struct gf_portion *p)
{
	struct gf_buf b = { 0 };

	gf_grid_init(g, steps, GF_LEN(steps));
	for (size_t i = 0; i < p->nsteps; i++) {
		const struct gf_activity *a = &p->steps[i];

		gf_grid_add(g);
		gf_grid_set(g, STEP, a->step);
		if (!a->known) {
			gf_grid_set(g, ALL, GF_STR("no rate"));
			continue;
		}
		set_num(g, &b, ALL, a->all);
		set_num(g, &b, WEEK, a->week);
		set_num(g, &b, TODAY, a->today);
	}
	gf_buf_release(&b);
}

/* What the numbers are, where that is not plain to see. */
static void
put_foot(struct gf_buf *b, const struct gf_portion *p)
{
	if (p->line)
		gf_buf_text(b, "\nthis does not add up: each value is where "
		    "the line stands on the last day\n");
	if (p->short_by.m != 0) {
		gf_buf_text(b, "\nso far ");
		gf_num_print(b, p->short_by);
		gf_buf_text(b, " less than planned (a minus is more)\n");
	}
}

/* For which results the steps are, and until when. */
static void
put_need(struct gf_buf *b, const struct gf_portion *p)
{
	gf_buf_text(b, "\nfor the ");
	gf_num_print(b, p->rest);
	gf_buf_text(b, " that are left");
	if (p->flight.m != 0) {
		gf_buf_text(b, ", without the ");
		gf_num_print(b, p->flight);
		gf_buf_text(b, " under way");
	}
	if (p->lead > 0) {
		gf_buf_printf(b, "; a first step comes %d working day%s before "
		    "its result, so until ", p->lead, p->lead == 1 ? "" : "s");
		gf_day_print(b, p->last);
	}
	gf_buf_text(b, "\n\n");
}

/* The parts, then the steps, each table as one of two kinds. */
static void
write_tables(struct gf_buf *b, const struct gf_portion *p,
    const struct gf_look *look, bool md)
{
	struct gf_grid g;

	if (gf_sheet_hides(look, p->goal)) {
		gf_sheet_hidden(b, 1);
		return;
	}
	for (int table = 0; table < (p->nsteps > 0 ? 2 : 1); table++) {
		if (table > 0) {
			put_need(b, p);
			fill_steps(&g, p);
		} else
			fill_parts(&g, p);
		if (md)
			gf_grid_md(b, &g);
		else
			gf_grid_text(b, &g, look, false);
		gf_grid_release(&g);
		if (table == 0)
			put_foot(b, p);
	}
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	write_tables(b, model, look, false);
}

static void
write_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	write_tables(b, model, look, true);
}

const struct gf_format gf_portion_formats[4] = {
	{ "text", "a line a part, then the steps of the funnel", write_text },
	{ "jsonl", "one JSON object a part", write_jsonl },
	{ "csv", "the same as a table for a spreadsheet", write_csv },
	{ "md", "tables of Markdown", write_md },
};
