#include <stdlib.h>

#include "base/utf8.h"
#include "out/fit.h"
#include "out/grid.h"
#include "out/map_sheet.h"
#include "out/xml.h"

#define MOST_COLUMNS 16
#define GAP 2
#define LEAST 4			/* columns that are worth showing */

void
gf_grid_init(struct gf_grid *g, const struct gf_column *columns, size_t n)
{
	*g = (struct gf_grid){ .columns = columns, .ncolumns = n <
	    MOST_COLUMNS ? n : MOST_COLUMNS, .coloured = SIZE_MAX };
}

void
gf_grid_add(struct gf_grid *g)
{
	if (g->nrows == g->cap) {
		g->cap = g->cap > 0 ? g->cap * 2 : 64;
		g->cells = gf_resize(g->cells, g->cap * g->ncolumns,
		    sizeof(*g->cells));
		g->colours = gf_resize(g->colours, g->cap,
		    sizeof(*g->colours));
	}
	for (size_t i = 0; i < g->ncolumns; i++)
		g->cells[g->nrows * g->ncolumns + i] = GF_STR("");
	g->colours[g->nrows++] = NULL;
}

void
gf_grid_set(struct gf_grid *g, size_t column, struct gf_str s)
{
	g->cells[(g->nrows - 1) * g->ncolumns + column] = (struct gf_str){
	    gf_arena_copy(&g->arena, s.p, s.n), s.n };
}

/* What is worked out before a table is drawn. */
struct widths {
	size_t of[MOST_COLUMNS];	/* 0: not shown */
	struct gf_sheet sheet;		/* shows the texts */
};

/* The columns of a line; narrow: with what may be cut as short as can be. */
static size_t
total(const struct widths *w, const struct gf_grid *g, bool narrow)
{
	size_t sum = 0;

	for (size_t i = 0; i < g->ncolumns; i++) {
		size_t least = g->columns[i].least, n = w->of[i];

		sum += (narrow && least > 0 && n > least ? least : n) +
		    (n > 0 ? GAP : 0);
	}
	return sum > GAP ? sum - GAP : 0;
}

/* Take one column from the widest that may be cut; false if there is none. */
static bool
cut_widest(struct widths *w, const struct gf_grid *g, bool any)
{
	size_t widest = g->ncolumns;

	for (size_t i = 0; i < g->ncolumns; i++) {
		size_t least = any ? LEAST : g->columns[i].least;

		if (w->of[i] > least && least > 0 && (widest == g->ncolumns ||
		    w->of[i] > w->of[widest]))
			widest = i;
	}
	if (widest < g->ncolumns)
		w->of[widest]--;
	return widest < g->ncolumns;
}

/* Leave out columns until the rest fits. */
static void
leave_out(struct widths *w, const struct gf_grid *g, size_t width)
{
	while (total(w, g, true) > width) {
		size_t worst = g->ncolumns;

		for (size_t i = 0; i < g->ncolumns; i++)
			if (w->of[i] > 0 && g->columns[i].drop > 0 &&
			    (worst == g->ncolumns || g->columns[i].drop >
			    g->columns[worst].drop))
				worst = i;
		if (worst == g->ncolumns)
			break;
		w->of[worst] = 0;
	}
}

/* Take back in what was left out before something wider, if there is room. */
static void
take_back(struct widths *w, const struct gf_grid *g, const size_t *full,
    size_t width)
{
	for (unsigned drop = 1; drop <= MOST_COLUMNS; drop++)
		for (size_t i = 0; i < g->ncolumns; i++) {
			if (w->of[i] > 0 || full[i] == 0 ||
			    g->columns[i].drop != drop)
				continue;
			w->of[i] = full[i];
			if (total(w, g, false) > width)
				w->of[i] = 0;
		}
}

/*
 * Leave out columns until the rest fits; then what may be cut is, else the
 * last one, else the widest.
 */
static void
fit(struct widths *w, const struct gf_grid *g, size_t width)
{
	size_t last = g->ncolumns, all, full[MOST_COLUMNS];

	memcpy(full, w->of, sizeof(full));
	leave_out(w, g, width);
	take_back(w, g, full, width);
	while (total(w, g, false) > width && cut_widest(w, g, false))
		;
	while (last > 0 && w->of[last - 1] == 0)
		last--;
	all = total(w, g, false);
	if (last > 0 && all > width && w->of[last - 1] > all - width + LEAST)
		w->of[last - 1] -= all - width;
	while (total(w, g, false) > width && cut_widest(w, g, true))
		;
}

static void
measure(struct widths *w, const struct gf_grid *g)
{
	for (size_t i = 0; i < g->ncolumns; i++) {
		for (size_t k = 0; k < g->nrows; k++) {
			struct gf_str s = g->cells[k * g->ncolumns + i];
			size_t n = gf_utf8_width(gf_sheet_shown(&w->sheet,
			    s));

			if (w->of[i] < n)
				w->of[i] = n;
		}
		/* a column without a word is none */
		if (w->of[i] > 0 && w->of[i] < strlen(g->columns[i].head))
			w->of[i] = strlen(g->columns[i].head);
	}
}

static void
put_cell(struct gf_buf *b, struct gf_str s, size_t width, bool right,
    bool utf8)
{
	size_t n = gf_utf8_width(s);

	if (right && n < width)
		gf_buf_fill(b, ' ', width - n);
	n = gf_fit_text(b, s, width, utf8);
	if (!right)
		gf_buf_fill(b, ' ', width - n);
}

/* One line; colour NULL: none. */
static void
put_line(struct gf_buf *b, const struct gf_grid *g, struct widths *w,
    const struct gf_str *cells, const char *colour)
{
	bool first = true;

	for (size_t i = 0; i < g->ncolumns; i++) {
		bool dyed = colour != NULL && (cells == NULL ||
		    g->coloured == i);

		if (w->of[i] == 0)
			continue;
		gf_buf_fill(b, ' ', first ? 0 : GAP);
		first = false;
		if (dyed)
			gf_buf_text(b, colour);
		put_cell(b, cells ? gf_sheet_shown(&w->sheet, cells[i]) :
		    gf_str(g->columns[i].head), w->of[i],
		    g->columns[i].right, w->sheet.look->utf8);
		if (dyed)
			gf_buf_text(b, "\033[0m");
	}
	gf_fit_end(b);
}

void
gf_grid_text(struct gf_buf *b, const struct gf_grid *g,
    const struct gf_look *look, bool wide)
{
	struct widths w = { .sheet = { .look = look } };

	if (g->nrows == 0)
		return;
	measure(&w, g);
	if (look->width > 0 && !wide)
		fit(&w, g, look->width);
	put_line(b, g, &w, NULL, look->colour ? "\033[2m" : NULL);
	for (size_t i = 0; i < g->nrows; i++)
		put_line(b, g, &w, g->cells + i * g->ncolumns, look->colour ?
		    g->colours[i] : NULL);
	gf_sheet_release(&w.sheet);
}

/* In a code span, with a fence that the text does not hold. */
void
gf_grid_code(struct gf_buf *b, struct gf_str s, bool cell)
{
	struct gf_buf shown = { 0 };
	size_t run = 0, fence = 0;

	gf_show(&shown, s);
	for (size_t i = 0; i < shown.n; i++) {
		run = shown.p[i] == '`' ? run + 1 : 0;
		fence = run > fence ? run : fence;
	}
	gf_buf_fill(b, '`', fence + 1);
	if (fence > 0)
		gf_buf_byte(b, ' ');
	for (size_t i = 0; i < shown.n; i++) {
		if (cell && shown.p[i] == '|')
			gf_buf_byte(b, '\\');
		gf_buf_byte(b, shown.p[i]);
	}
	if (fence > 0)
		gf_buf_byte(b, ' ');
	gf_buf_fill(b, '`', fence + 1);
	gf_buf_release(&shown);
}

/* Whether a column has a name, or anything in it. */
static bool
says(const struct gf_grid *g, size_t column)
{
	bool any = g->columns[column].head[0] != '\0';

	for (size_t k = 0; k < g->nrows && !any; k++)
		any = g->cells[k * g->ncolumns + column].n > 0;
	return any;
}

static void
put_md_row(struct gf_buf *b, const struct gf_grid *g,
    const struct gf_str *cells, const bool *shown)
{
	for (size_t i = 0; i < g->ncolumns; i++) {
		if (!shown[i])
			continue;
		gf_buf_text(b, "| ");
		if (g->columns[i].foreign && cells[i].n > 0)
			gf_grid_code(b, cells[i], true);
		else
			gf_buf_str(b, cells[i]);
		gf_buf_byte(b, ' ');
	}
	gf_buf_text(b, "|\n");
}

void
gf_grid_md(struct gf_buf *b, const struct gf_grid *g)
{
	bool shown[MOST_COLUMNS];

	for (size_t i = 0; i < g->ncolumns; i++) {
		shown[i] = says(g, i);
		if (shown[i])
			gf_buf_printf(b, "| %s ", g->columns[i].head);
	}
	gf_buf_text(b, "|\n");
	for (size_t i = 0; i < g->ncolumns; i++)
		if (shown[i])
			gf_buf_text(b, g->columns[i].right ? "| ---: " :
			    "| --- ");
	gf_buf_text(b, "|\n");
	for (size_t k = 0; k < g->nrows; k++)
		put_md_row(b, g, g->cells + k * g->ncolumns, shown);
}

void
gf_grid_html(struct gf_buf *b, const struct gf_grid *g)
{
	gf_buf_text(b, "<table>\n<tr>");
	for (size_t i = 0; i < g->ncolumns; i++)
		gf_buf_printf(b, "<th%s>%s</th>", g->columns[i].right ?
		    " class=\"r\"" : "", g->columns[i].head);
	gf_buf_text(b, "</tr>\n");
	for (size_t k = 0; k < g->nrows * g->ncolumns; k++) {
		size_t i = k % g->ncolumns;

		gf_buf_printf(b, "%s<td%s>", i == 0 ? "<tr>" : "",
		    g->columns[i].right ? " class=\"r\"" : "");
		gf_xml(b, g->cells[k]);
		gf_buf_text(b, i + 1 == g->ncolumns ? "</td></tr>\n" :
		    "</td>");
	}
	gf_buf_text(b, "</table>\n");
}

void
gf_grid_release(struct gf_grid *g)
{
	free(g->cells);
	free(g->colours);
	gf_arena_release(&g->arena);
}
