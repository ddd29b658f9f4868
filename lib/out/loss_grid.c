#include "base/utf8.h"
#include "out/fit.h"
#include "out/loss_table.h"
#include "out/map_sheet.h"

#define ROWS 5
#define COLS 4
#define WIDEST_CELL 18

/* Bounds in percent: of likelihood upwards, of the way of the goal. */
static const int8_t likely[ROWS] = { 80, 60, 40, 20, 0 };
static const int8_t costly[COLS] = { 0, 5, 10, 25 };
static const char *const row_names[ROWS] = {
	"80 % and more", "60 to 79 %", "40 to 59 %", "20 to 39 %",
	"under 20 %"
};
static const char *const col_names[COLS] = {
	"under 5 %", "5 to 9 %", "10 to 24 %", "25 % and more"
};

/* Numbers of the obstacles in each cell, in the order of the list. */
struct grid {
	struct gf_buf cells[ROWS][COLS];
	struct gf_buf foot;
	size_t width[COLS];
	size_t n, outside, hidden;
};

static unsigned
row_of(struct gf_num share)
{
	unsigned r = 0;

	while (r + 1 < ROWS && gf_num_cmp(share,
	    (struct gf_num){ likely[r], 2 }) < 0)
		r++;
	return r;
}

/* Where a cost stands, by its share of the way; false if that is not known. */
static bool
col_of(const struct gf_loss *l, unsigned *col)
{
	struct gf_num way;

	if (!gf_loss_way(l->obstacle.goal, &way))
		return false;
	*col = 0;
	while (*col + 1 < COLS && gf_num_ratio_cmp(l->cost, way,
	    (struct gf_num){ costly[*col + 1], 2 }, GF_NUM(1)) >= 0)
		++*col;
	return true;
}

static void
place(struct grid *g, const struct gf_loss *l, const struct gf_look *look)
{
	struct gf_buf *cell, name = { 0 };
	unsigned row, col;

	if (gf_loss_hides(look, l)) {
		g->hidden++;
		return;
	}
	if (!l->known || !col_of(l, &col)) {
		g->outside += gf_obstacle_live(&l->obstacle);
		return;
	}
	row = row_of(l->likelihood);
	cell = &g->cells[row][col];
	gf_buf_printf(cell, "%s%zu", cell->n > 0 ? " " : "", ++g->n);
	gf_loss_name(&name, l);
	gf_buf_printf(&g->foot, "%zu ", g->n);
	gf_fit(&g->foot, gf_buf_view(&name), SIZE_MAX, look);
	gf_buf_text(&g->foot, ": ");
	gf_fit(&g->foot, gf_rec_text(l->obstacle.rec, OBSTACLE_WHEN),
	    SIZE_MAX, look);
	gf_buf_byte(&g->foot, '\n');
	gf_buf_release(&name);
}

static void
put_grid(struct gf_buf *b, const struct grid *g, const struct gf_look *look)
{
	gf_buf_fill(b, ' ', 15);
	for (unsigned c = 0; c < COLS; c++) {
		gf_fit_pad(b, gf_str(col_names[c]), g->width[c], look);
		gf_buf_text(b, "  ");
	}
	gf_fit_end(b);
	for (unsigned r = 0; r < ROWS; r++) {
		gf_fit_pad(b, gf_str(row_names[r]), 15, look);
		for (unsigned c = 0; c < COLS; c++) {
			struct gf_str s = gf_buf_view(&g->cells[r][c]);

			gf_fit_pad(b, s.n > 0 ? s : look->utf8 ?
			    GF_STR("\xc2\xb7") : GF_STR("."), g->width[c],
			    look);
			gf_buf_text(b, "  ");
		}
		gf_fit_end(b);
	}
}

static void
measure(struct grid *g, const struct gf_look *look)
{
	size_t most = look->width > 15 ? (look->width - 15) / COLS - 2 :
	    look->width > 0 ? 0 : WIDEST_CELL;

	for (unsigned c = 0; c < COLS; c++) {
		g->width[c] = strlen(col_names[c]);
		for (unsigned r = 0; r < ROWS; r++)
			if (g->cells[r][c].n > g->width[c])
				g->width[c] = g->cells[r][c].n;
		if (g->width[c] > most)
			g->width[c] = most;
	}
}

void
gf_loss_grid(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_losses *all = model;
	struct grid g = { 0 };

	for (size_t i = 0; i < all->n; i++)
		place(&g, &all->v[i], look);
	measure(&g, look);
	gf_fit_lines(b, GF_STR("how likely (down) and what it costs of the way "
	    "of its goal (across)\n"), look->width);
	put_grid(b, &g, look);
	gf_buf_byte(b, '\n');
	gf_loss_remarks(&g.foot, g.outside, g.hidden);
	gf_fit_lines(b, gf_buf_view(&g.foot), look->width);
	gf_buf_release(&g.foot);
	for (unsigned r = 0; r < ROWS; r++)
		for (unsigned c = 0; c < COLS; c++)
			gf_buf_release(&g.cells[r][c]);
}
