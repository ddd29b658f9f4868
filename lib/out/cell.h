/* out/cell.h: rows of exact values, for programs that read them. */
#ifndef GF_CELL_H
#define GF_CELL_H

#include "base/date.h"
#include "base/num.h"
#include "out/show.h"

enum gf_cell_kind {
	GF_CELL_NONE, GF_CELL_TEXT, GF_CELL_NUM, GF_CELL_DAY, GF_CELL_YESNO
};

/* One value; NONE is unknown. */
struct gf_cell {
	enum gf_cell_kind kind;
	struct gf_str text;
	struct gf_num num;
	gf_day day;
	bool yes;
};

/* A text, unknown if it is empty. */
struct gf_cell gf_cell_text(struct gf_str);
/* A number, unknown if it is not known. */
struct gf_cell gf_cell_num(bool known, struct gf_num);
/* A day, unknown if it is GF_NO_DAY. */
struct gf_cell gf_cell_day(gf_day);
/* Yes or no, unknown if it is not known. */
struct gf_cell gf_cell_yesno(bool known, bool yes);
/*
 * Append a JSON object and a line end; the keys that are kept private stand in
 * "private" (NULL: none is).
 */
void gf_cell_jsonl(struct gf_buf *, const char *const *keys,
    const struct gf_cell *, size_t n, const bool *private);
/* Append the line of CSV (RFC 4180) that names the columns. */
void gf_cell_csv_head(struct gf_buf *, const char *const *keys, size_t n);
/* Append a line of CSV; a text that a spreadsheet would run gets a quote. */
void gf_cell_csv(struct gf_buf *, const struct gf_cell *, size_t n);

#endif
