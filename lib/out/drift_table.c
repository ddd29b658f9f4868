#include "base/mem.h"
#include "out/cell.h"
#include "out/drift_table.h"
#include "out/map_sheet.h"

static void
put_text(struct gf_buf *b, struct gf_str s, const struct gf_look *look)
{
	if (look->utf8)
		gf_show(b, s);
	else
		gf_show_ascii(b, s);
}

static void
put_value(struct gf_buf *b, struct gf_str s, const struct gf_look *look)
{
	if (s.n > 0)
		put_text(b, s, look);
	else
		gf_buf_text(b, "nothing");
}

/* What happened to one goal, behind its id. */
static void
put_change(struct gf_buf *b, const struct gf_drift_row *row,
    const struct gf_look *look)
{
	switch (row->kind) {
	case GF_DRIFT_GAINED:
		put_text(b, row->to, look);
		break;
	case GF_DRIFT_LOST:
		put_text(b, row->from, look);
		break;
	case GF_DRIFT_UNCOVERED:
		put_text(b, row->to, look);
		break;
	default:
		gf_buf_text(b, row->field);
		gf_buf_byte(b, ' ');
		put_value(b, row->from, look);
		gf_buf_text(b, look->utf8 ? " \xe2\x86\x92 " : " -> ");
		put_value(b, row->to, look);
	}
}

static const char *
colour_of(enum gf_drift_kind kind)
{
	switch (kind) {
	case GF_DRIFT_GAINED:
		return "\033[32m";
	case GF_DRIFT_LOST:
	case GF_DRIFT_UNCOVERED:
		return "\033[31m";
	default:
		return "\033[33m";
	}
}

static void
put_row(struct gf_buf *b, const struct gf_drift_row *row,
    const struct gf_look *look)
{
	const char *word = gf_drift_name(row->kind);

	if (look->colour)
		gf_buf_text(b, colour_of(row->kind));
	gf_buf_printf(b, "%-10s", word);
	if (look->colour)
		gf_buf_text(b, "\033[0m");
	gf_buf_text(b, "  ");
	put_text(b, row->goal->id, look);
	gf_buf_text(b, ": ");
	put_change(b, row, look);
	gf_buf_byte(b, '\n');
}

/* "1 gained, 2 retargeted", or that nothing changed. */
static void
put_counts(struct gf_buf *b, const struct gf_drift_view *v)
{
	const char *before = " ";

	gf_buf_printf(b, "from %s to %s:", v->before, v->now);
	for (unsigned i = 0; i < GF_DRIFT_KINDS; i++) {
		if (v->drift->counts[i] == 0)
			continue;
		gf_buf_printf(b, "%s%zu %s", before, v->drift->counts[i],
		    i == GF_DRIFT_GAP ? "with another gap" :
		    gf_drift_name((enum gf_drift_kind)i));
		before = ", ";
	}
	gf_buf_text(b, v->drift->n > 0 ? "\n" : " nothing changed\n");
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_drift_view *v = model;
	size_t hidden = 0;

	put_counts(b, v);
	for (size_t i = 0; i < v->drift->n; i++) {
		const struct gf_drift_row *row = &v->drift->rows[i];

		if (gf_sheet_hides(look, row->goal))
			hidden += i == 0 || row[-1].goal != row->goal;
		else
			put_row(b, row, look);
	}
	gf_sheet_hidden(b, hidden);
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const char *const keys[] = { "goal", "change", "field", "from",
		"to", "path", "line" };
	const struct gf_drift_view *v = model;

	for (size_t i = 0; i < v->drift->n; i++) {
		const struct gf_drift_row *row = &v->drift->rows[i];
		struct gf_place head = gf_goal_head(row->goal);
		struct gf_pos pos = gf_doc_pos(head.doc, head.at.line,
		    head.at.col);
		struct gf_cell cells[GF_LEN(keys)] = {
			gf_cell_text(row->goal->id),
			gf_cell_text(gf_str(gf_drift_name(row->kind))),
			gf_cell_text(gf_str(row->field)),
			gf_cell_text(row->from), gf_cell_text(row->to),
			gf_cell_text(pos.path),
			gf_cell_num(true, GF_NUM(pos.line)),
		};

		if (!gf_sheet_hides(look, row->goal))
			gf_cell_jsonl(b, keys, cells, GF_LEN(keys), NULL);
	}
}

const struct gf_format gf_drift_formats[2] = {
	{ "text", "a line a change", write_text },
	{ "jsonl", "one JSON object a change", write_jsonl },
};
