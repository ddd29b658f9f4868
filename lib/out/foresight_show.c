#include "out/cell.h"
#include "out/fit.h"
#include "out/foresight_show.h"
#include "out/grid.h"
#include "out/map_sheet.h"

enum column { WHOSE, ALIKE, WORKED, WHEN, THEN, FROM, COLUMNS };

static const struct gf_column columns[COLUMNS] = {
	[WHOSE] = { .head = "", .drop = 3 },
	[ALIKE] = { .head = "alike", .right = true, .drop = 4 },
	[WORKED] = { .head = "worked", .right = true },
	[WHEN] = { .head = "when", .least = 16, .foreign = true },
	[THEN] = { .head = "then", .least = 16, .foreign = true },
	[FROM] = { .head = "from", .drop = 5, .foreign = true },
};

bool
gf_advice_hides(const struct gf_look *look, const struct gf_advice *a)
{
	return look->audience > GF_COACH && gf_obstacle_private(&a->obstacle);
}

static void
set(struct gf_grid *g, enum column c, const struct gf_buf *b)
{
	gf_grid_set(g, c, gf_buf_view(b));
}

static void
add_row(struct gf_grid *g, const struct gf_advice *a)
{
	struct gf_buf b = { 0 };

	gf_grid_add(g);
	gf_grid_set(g, WHOSE, a->own ? GF_STR("own") : GF_STR(""));
	gf_buf_printf(&b, "%u %%", a->alike);
	set(g, ALIKE, &b);
	gf_buf_clear(&b);
	gf_buf_printf(&b, "%u of %u", a->record.used_worked, a->record.used);
	set(g, WORKED, &b);
	gf_grid_set(g, WHEN, gf_rec_text(a->obstacle.rec, OBSTACLE_WHEN));
	gf_grid_set(g, THEN, gf_rec_text(a->obstacle.rec, OBSTACLE_THEN));
	gf_buf_clear(&b);
	gf_buf_str(&b, a->obstacle.goal->id);
	gf_buf_byte(&b, '/');
	gf_obstacle_name(&b, &a->obstacle);
	set(g, FROM, &b);
	gf_buf_release(&b);
}

static void
advice_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_advices *all = model;
	struct gf_grid g;
	size_t hidden = 0;

	gf_grid_init(&g, columns, COLUMNS);
	for (size_t i = 0; i < all->n; i++) {
		if (gf_advice_hides(look, &all->v[i]))
			hidden++;
		else
			add_row(&g, &all->v[i]);
	}
	gf_grid_text(b, &g, look, false);
	if (hidden > 0)
		gf_buf_printf(b, "(kept private) %zu plan%s; --audience coach "
		    "shows %s\n", hidden, hidden == 1 ? "" : "s",
		    hidden == 1 ? "it" : "them");
	gf_grid_release(&g);
}

static void
advice_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const char *const keys[] = { "goal", "obstacle", "when",
	    "then", "used", "worked", "alike", "own", "path", "line" };
	static const bool private[GF_LEN(keys)] = { false, true, true, true,
	    true, true, true, true };
	const struct gf_advices *all = model;

	for (size_t i = 0; i < all->n; i++) {
		const struct gf_advice *a = &all->v[i];
		const struct gf_obstacle *o = &a->obstacle;
		struct gf_place at = gf_goal_place(o->goal, o->val);
		struct gf_pos pos = gf_doc_pos(at.doc, at.at.line, at.at.col);
		struct gf_buf name = { 0 };

		gf_obstacle_name(&name, o);
		gf_cell_jsonl(b, keys, (struct gf_cell[]){
		    gf_cell_text(o->goal->id),
		    gf_cell_text(gf_buf_view(&name)),
		    gf_cell_text(gf_rec_text(o->rec, OBSTACLE_WHEN)),
		    gf_cell_text(gf_rec_text(o->rec, OBSTACLE_THEN)),
		    gf_cell_num(true, GF_NUM(a->record.used)),
		    gf_cell_num(true, GF_NUM(a->record.used_worked)),
		    gf_cell_num(true, (struct gf_num){ a->alike, 2 }),
		    gf_cell_yesno(true, a->own), gf_cell_text(pos.path),
		    gf_cell_num(true, GF_NUM(pos.line)) }, GF_LEN(keys),
		    gf_advice_hides(look, a) ? private : NULL);
		gf_buf_release(&name);
	}
}

const struct gf_format gf_advice_formats[2] = {
	{ "text", "a table, the owner's own plans first", advice_text },
	{ "jsonl", "one JSON object a plan", advice_jsonl },
};

/* "used          2 of 5 hits". */
static void
put_part(struct gf_buf *b, const char *name, unsigned part, unsigned all,
    const char *of)
{
	gf_buf_printf(b, "%-19s%u of %u %s", name, part, all, of);
	if (all > 0)
		gf_buf_printf(b, ", %d %%", (int)gf_sheet_percent((
		    struct gf_num){ part * INT64_C(1000000) / all, 6 }));
	gf_buf_byte(b, '\n');
}

static void
put_share(struct gf_buf *b, struct gf_num share)
{
	gf_buf_printf(b, "%d %%", (int)gf_sheet_percent(share));
}

static void
foresight_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const char *const rows[GF_FORESIGHT_ROWS] = {
		"under 20 %", "20 to 39 %", "40 to 59 %", "60 to 79 %",
		"80 % and more"
	};
	const struct gf_foresight *f = model;
	struct gf_buf said = { 0 };

	put_part(&said, "happened", f->happened, f->obstacles, "obstacles");
	put_part(&said, "foreseen", f->foreseen, f->happened, "that happened");
	put_part(&said, "plan used", f->record.used, f->record.hits, "hits");
	put_part(&said, "plan worked", f->record.used_worked, f->record.used,
	    "uses");
	put_part(&said, "else worked", f->record.other_worked,
	    f->record.other, "other answers");
	gf_buf_text(&said, "days to an answer  ");
	if (f->answered > 0)
		gf_num_print(&said, gf_num_round(f->days, 1));
	gf_buf_printf(&said, "%s(n %u)\n", f->answered > 0 ? " " : "",
	    f->answered);
	gf_buf_text(&said, "likelihood         ");
	if (f->n > 0) {
		gf_buf_text(&said, "stated ");
		put_share(&said, f->stated_mean);
		gf_buf_text(&said, ", observed ");
		put_share(&said, f->observed);
		gf_buf_text(&said, ", Brier score ");
		gf_num_print(&said, gf_num_round(f->brier, 3));
		gf_buf_byte(&said, ' ');
	}
	gf_buf_printf(&said, "(n %u)\n", f->n);
	for (unsigned i = 0; i < GF_FORESIGHT_ROWS; i++)
		if (f->stated[i] > 0)
			gf_buf_printf(&said, "  %-17s%u of %u happened\n",
			    rows[i], f->came[i], f->stated[i]);
	if (look->width > 0 && look->width < 60)
		gf_fit_lines(b, gf_buf_view(&said), look->width);
	else
		gf_buf_str(b, gf_buf_view(&said));
	gf_buf_release(&said);
}

static void
foresight_jsonl(struct gf_buf *b, const void *model,
    const struct gf_look *look)
{
	static const char *const keys[] = { "obstacles", "happened",
	    "foreseen", "hits", "used", "used_worked", "other",
	    "other_worked", "answered", "days", "n", "stated", "observed",
	    "brier" };
	const struct gf_foresight *f = model;

	(void)look;
	gf_cell_jsonl(b, keys, (struct gf_cell[]){
	    gf_cell_num(true, GF_NUM(f->obstacles)),
	    gf_cell_num(true, GF_NUM(f->happened)),
	    gf_cell_num(true, GF_NUM(f->foreseen)),
	    gf_cell_num(true, GF_NUM(f->record.hits)),
	    gf_cell_num(true, GF_NUM(f->record.used)),
	    gf_cell_num(true, GF_NUM(f->record.used_worked)),
	    gf_cell_num(true, GF_NUM(f->record.other)),
	    gf_cell_num(true, GF_NUM(f->record.other_worked)),
	    gf_cell_num(true, GF_NUM(f->answered)),
	    gf_cell_num(f->answered > 0, f->days),
	    gf_cell_num(true, GF_NUM(f->n)),
	    gf_cell_num(f->n > 0, f->stated_mean),
	    gf_cell_num(f->n > 0, f->observed),
	    gf_cell_num(f->n > 0, f->brier) }, GF_LEN(keys), NULL);
}

const struct gf_format gf_foresight_formats[2] = {
	{ "text", "counts and shares, with n", foresight_text },
	{ "jsonl", "one JSON object", foresight_jsonl },
};
