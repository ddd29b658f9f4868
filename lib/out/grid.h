/* out/grid.h: a table of texts, for a terminal or as Markdown. */
#ifndef GF_GRID_H
#define GF_GRID_H

#include "base/mem.h"
#include "out/format.h"

struct gf_column {
	const char *head;
	bool right;		/* numbers stand on the right */
	/* what a narrow terminal does without: the highest first, 0 never */
	uint8_t drop;
	uint8_t least;		/* it may be cut to so many columns, 0: last */
	bool foreign;		/* holds texts from somebody's file */
};

struct gf_grid {
	const struct gf_column *columns;
	size_t ncolumns;
	struct gf_str *cells;	/* row by row */
	const char **colours;	/* of a row, NULL: none */
	size_t nrows, cap;
	size_t coloured;	/* the column that has the row's colour */
	struct gf_arena arena;
};

/* Begin a table; the caller releases it. */
void gf_grid_init(struct gf_grid *, const struct gf_column *, size_t n);
/* Add a row of empty cells. */
void gf_grid_add(struct gf_grid *);
/* Set a cell of the last row; the text is copied. */
void gf_grid_set(struct gf_grid *, size_t column, struct gf_str);
/* Append as lines of columns that fit the terminal; wide: whatever it takes. */
void gf_grid_text(struct gf_buf *, const struct gf_grid *,
    const struct gf_look *, bool wide);
/* Append as a table of Markdown. */
void gf_grid_md(struct gf_buf *, const struct gf_grid *);
/* Append as a table of HTML. */
void gf_grid_html(struct gf_buf *, const struct gf_grid *);
/*
 * Append a text of somebody's file for Markdown, as code on one line; a cell of
 * a table has no bar.
 */
void gf_grid_code(struct gf_buf *, struct gf_str, bool cell);
/* Give the memory back. */
void gf_grid_release(struct gf_grid *);

#endif
