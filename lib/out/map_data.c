#include <stdlib.h>

#include "base/mem.h"
#include "judge/align.h"
#include "judge/matrix.h"
#include "out/cell.h"
#include "out/map_formats.h"
#include "out/map_net.h"
#include "out/map_tree.h"

/* Who carries what, of what an audience sees. */
static void
count(struct gf_matrix *m, const struct gf_outline *o,
    const struct gf_look *look, struct gf_arena *arena)
{
	struct gf_net net;

	gf_net_init(&net, o, look);
	gf_net_matrix(m, &net, o, arena);
	gf_net_release(&net);
}

static const char *
kind_of(const struct gf_matrix_row *row)
{
	return row->party == NULL ? "" : gf_kind_name(row->party->kind);
}

static struct gf_cell
count_cell(uint32_t n)
{
	return gf_cell_num(n > 0, GF_NUM(n));
}

void
gf_map_csv(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_arena arena = { 0 };
	struct gf_matrix m;
	struct gf_cell *cells;
	size_t n;

	count(&m, model, look, &arena);
	n = m.ncolumns + 5;
	cells = gf_arena_alloc(&arena, n * sizeof(*cells));
	cells[0] = gf_cell_text(GF_STR("owner"));
	cells[1] = gf_cell_text(GF_STR("kind"));
	cells[2] = gf_cell_text(GF_STR("team"));
	for (size_t k = 0; k < m.ncolumns; k++)
		cells[3 + k] = gf_cell_text(m.columns[k]->id);
	cells[n - 2] = gf_cell_text(GF_STR("(none of these)"));
	cells[n - 1] = gf_cell_text(GF_STR("(all)"));
	gf_cell_csv(b, cells, n);
	for (size_t i = 0; i < m.nrows; i++) {
		const struct gf_matrix_row *row = &m.rows[i];

		cells[0] = gf_cell_text(row->id);
		cells[1] = gf_cell_text(gf_str(kind_of(row)));
		cells[2] = gf_cell_text(row->team != NULL ? row->team->id :
		    GF_STR(""));
		for (size_t k = 0; k <= m.ncolumns; k++)
			cells[3 + k] = count_cell(gf_matrix_at(&m, i, k)->n);
		cells[n - 1] = gf_cell_num(true, GF_NUM(row->goals));
		gf_cell_csv(b, cells, n);
	}
	gf_arena_release(&arena);
}

/* The lines of jsonl as the items of an array. */
static void
put_goals(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_buf lines = { 0 };
	struct gf_str rest;

	gf_map_jsonl(&lines, model, look);
	rest = gf_buf_view(&lines);
	while (rest.n > 0) {
		gf_buf_text(b, "\n  ");
		gf_buf_str(b, gf_str_cut(&rest, '\n'));
		if (rest.n > 0)
			gf_buf_byte(b, ',');
	}
	gf_buf_release(&lines);
}

static void
put_links(struct gf_buf *b, const struct gf_outline *o,
    const struct gf_look *look)
{
	struct gf_net net;

	gf_net_init(&net, o, look);
	for (size_t i = 0; i < net.nedges; i++) {
		const struct gf_net_edge *e = &net.edges[i];

		gf_buf_text(b, i > 0 ? ",\n  {\"child\":" : "\n  {\"child\":");
		gf_json(b, net.nodes[e->from].id);
		gf_buf_text(b, ",\"parent\":");
		gf_json(b, net.nodes[e->to].id);
		gf_buf_printf(b, ",\"status\":\"%s\"}",
		    gf_link_name(e->link->status));
	}
	gf_net_release(&net);
}

/* Of one owner: under each goal of the company how many of his serve it. */
static void
put_owner(struct gf_buf *b, const struct gf_matrix *m, size_t row)
{
	const struct gf_matrix_row *r = &m->rows[row];
	const char *before = "{";

	gf_buf_text(b, "{\"owner\":");
	gf_json(b, r->id);
	gf_buf_printf(b, ",\"kind\":%s%s%s,\"team\":", r->party ? "\"" : "",
	    r->party ? kind_of(r) : "null", r->party ? "\"" : "");
	if (r->team != NULL)
		gf_json(b, r->team->id);
	else
		gf_buf_text(b, "null");
	gf_buf_printf(b, ",\"goals\":%u,\"carries\":", (unsigned)r->goals);
	for (size_t k = 0; k < m->ncolumns; k++) {
		if (gf_matrix_at(m, row, k)->n == 0)
			continue;
		gf_buf_text(b, before);
		gf_json(b, m->columns[k]->id);
		gf_buf_printf(b, ":%u", (unsigned)gf_matrix_at(m, row, k)->n);
		before = ",";
	}
	gf_buf_printf(b, "%s,\"none\":%u}", *before == '{' ? "{}" : "}",
	    (unsigned)gf_matrix_at(m, row, m->ncolumns)->n);
}

void
gf_map_json(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_outline *o = model;
	struct gf_arena arena = { 0 };
	struct gf_matrix m;

	gf_buf_text(b, "{\"today\":\"");
	gf_day_print(b, o->plan->today);
	gf_buf_text(b, "\",\n \"goals\":[");
	put_goals(b, model, look);
	gf_buf_text(b, "],\n \"links\":[");
	put_links(b, o, look);
	gf_buf_text(b, "],\n \"owners\":[");
	count(&m, o, look, &arena);
	for (size_t i = 0; i < m.nrows; i++) {
		gf_buf_text(b, i > 0 ? ",\n  " : "\n  ");
		put_owner(b, &m, i);
	}
	gf_buf_text(b, "]}\n");
	gf_arena_release(&arena);
}
