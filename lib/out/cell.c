#include "out/cell.h"

struct gf_cell
gf_cell_text(struct gf_str s)
{
	return (struct gf_cell){ .kind = s.n > 0 ? GF_CELL_TEXT :
	    GF_CELL_NONE, .text = s };
}

struct gf_cell
gf_cell_num(bool known, struct gf_num n)
{
	return (struct gf_cell){ .kind = known ? GF_CELL_NUM : GF_CELL_NONE,
	    .num = n };
}

struct gf_cell
gf_cell_day(gf_day day)
{
	return (struct gf_cell){ .kind = day != GF_NO_DAY ? GF_CELL_DAY :
	    GF_CELL_NONE, .day = day };
}

struct gf_cell
gf_cell_yesno(bool known, bool yes)
{
	return (struct gf_cell){ .kind = known ? GF_CELL_YESNO : GF_CELL_NONE,
	    .yes = yes };
}

static void
put_json(struct gf_buf *b, const struct gf_cell *c)
{
	if (c->kind == GF_CELL_TEXT)
		gf_json(b, c->text);
	else if (c->kind == GF_CELL_NUM)
		gf_num_print(b, c->num);
	else if (c->kind == GF_CELL_NONE)
		gf_buf_text(b, "null");
	else if (c->kind == GF_CELL_YESNO)
		gf_buf_text(b, c->yes ? "true" : "false");
	else {
		gf_buf_byte(b, '"');
		gf_day_print(b, c->day);
		gf_buf_byte(b, '"');
	}
}

static void
put_key(struct gf_buf *b, char before, const char *key)
{
	char text[40] = { before, '"' };
	size_t n = strlen(key);

	if (n > sizeof(text) - 3)
		n = sizeof(text) - 3;
	memcpy(text + 2, key, n);
	text[n + 2] = '"';
	gf_buf_add(b, text, n + 3);
}

void
gf_cell_jsonl(struct gf_buf *b, const char *const *keys,
    const struct gf_cell *cells, size_t n, const bool *private)
{
	static const struct gf_cell none = { .kind = GF_CELL_NONE };
	char before = '[';

	for (size_t i = 0; i < n; i++) {
		put_key(b, i > 0 ? ',' : '{', keys[i]);
		gf_buf_byte(b, ':');
		put_json(b, private && private[i] ? &none : &cells[i]);
	}
	if (private != NULL)
		gf_buf_text(b, ",\"private\":");
	for (size_t i = 0; private != NULL && i < n; i++)
		if (private[i]) {
			put_key(b, before, keys[i]);
			before = ',';
		}
	gf_buf_text(b, private ? "]}\n" : "}\n");
}

/* A text in quotes where it has to be. */
static void
put_csv(struct gf_buf *b, struct gf_str s)
{
	bool runs = s.n > 0 && memchr("=+-@\t\r", s.p[0], 6) != NULL;
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++)
		quoted |= memchr("\",\r\n", s.p[i], 4) != NULL;
	if (quoted)
		gf_buf_byte(b, '"');
	if (runs)
		gf_buf_byte(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			gf_buf_byte(b, '"');
		gf_buf_byte(b, s.p[i]);
	}
	if (quoted)
		gf_buf_byte(b, '"');
}

void
gf_cell_csv_head(struct gf_buf *b, const char *const *keys, size_t n)
{
	for (size_t i = 0; i < n; i++)
		gf_buf_printf(b, "%s%s", i > 0 ? "," : "", keys[i]);
	gf_buf_text(b, "\r\n");
}

void
gf_cell_csv(struct gf_buf *b, const struct gf_cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct gf_buf shown = { 0 };

		if (i > 0)
			gf_buf_byte(b, ',');
		if (cells[i].kind == GF_CELL_NUM)
			gf_num_print(b, cells[i].num);
		else if (cells[i].kind == GF_CELL_DAY)
			gf_day_print(b, cells[i].day);
		else if (cells[i].kind == GF_CELL_YESNO)
			gf_buf_text(b, cells[i].yes ? "true" : "false");
		else if (cells[i].kind == GF_CELL_TEXT) {
			gf_show(&shown, cells[i].text);
			put_csv(b, gf_buf_view(&shown));
		}
		gf_buf_release(&shown);
	}
	gf_buf_text(b, "\r\n");
}
