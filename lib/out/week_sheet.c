#include "out/cell.h"
#include "out/grid.h"
#include "out/map_sheet.h"
#include "out/week_sheet.h"

enum column { PERSON, GOAL, BLOCK, EVERY, AT, WEEK, DONE };

static const struct gf_column columns[] = {
	[PERSON] = { .head = "person", .foreign = true },
	[GOAL] = { .head = "goal", .foreign = true },
	[BLOCK] = { .head = "block", .least = 16, .foreign = true },
	[EVERY] = { .head = "every", .drop = 2, .foreign = true },
	[AT] = { .head = "at", .drop = 3, .foreign = true },
	[WEEK] = { .head = "h a week", .right = true, .drop = 1 },
	[DONE] = { .head = "done" },
};

static const char *const keys[] = {
	"person", "goal", "block", "every", "at", "hours_per_week", "done",
	"of"
};

#define KEYS GF_LEN(keys)
#define HOUR 60

static struct gf_num
hours(struct gf_num minutes)
{
	struct gf_num h = GF_NUM(0);

	gf_num_div(minutes, GF_NUM(HOUR), 6, &h);
	return h;
}

/* Whether a block is not for this audience. */
static bool
is_hidden(const struct gf_look *look, const struct gf_goal *g)
{
	return g != NULL && gf_sheet_hides(look, g);
}

static void
add_row(struct gf_grid *g, const struct gf_week *w, const struct gf_block *k)
{
	struct gf_buf b = { 0 };

	gf_grid_add(g);
	gf_grid_set(g, PERSON, w->person->id);
	if (k->goal != NULL)
		gf_grid_set(g, GOAL, k->goal->id);
	gf_grid_set(g, BLOCK, gf_rec_text(k->rec, ROUTINE_DO));
	gf_grid_set(g, EVERY, gf_rec_text(k->rec, ROUTINE_EVERY));
	gf_grid_set(g, AT, gf_rec_text(k->rec, ROUTINE_AT));
	if (k->timed)
		gf_num_print(&b, gf_num_round(hours(k->minutes), 2));
	gf_grid_set(g, WEEK, gf_buf_view(&b));
	gf_buf_clear(&b);
	if (k->logged)
		gf_buf_printf(&b, "%u of %u", k->done, k->of);
	else
		gf_buf_text(&b, "not logged");
	gf_grid_set(g, DONE, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
put_capacity(struct gf_buf *b, const struct gf_week *w)
{
	gf_show(b, w->person->id);
	gf_buf_text(b, ": ");
	gf_num_print(b, gf_num_round(hours(w->taken), 2));
	if (w->capable) {
		gf_buf_text(b, " of ");
		gf_num_print(b, gf_num_round(hours(w->capacity), 2));
	}
	gf_buf_printf(b, " h a week in blocks%s\n", gf_week_over(w) ?
	    ", more than there is" : "");
}

/* A line of the square: the goals of one of its fields. */
static void
put_field(struct gf_buf *b, const struct gf_weeks *ws,
    const struct gf_look *look, enum gf_followed followed, bool behind)
{
	size_t n = 0;

	for (size_t i = 0; i < ws->n; i++)
		for (size_t k = 0; k < ws->v[i].nsquares; k++) {
			const struct gf_square *s = &ws->v[i].squares[k];

			if (!s->waits || s->followed != followed ||
			    s->behind != behind || is_hidden(look, s->goal))
				continue;
			if (n++ == 0)
				gf_buf_printf(b, "%s, %s%s: ",
				    gf_followed_name(followed), behind ?
				    "behind" : "not behind", !behind ? "" :
				    followed == GF_FOLLOWED ?
				    " (talk about the strategy)" :
				    followed == GF_FOLLOWED_NOT ?
				    " (talk about the routine)" : "");
			else
				gf_buf_text(b, ", ");
			gf_show(b, s->goal->id);
		}
	if (n > 0)
		gf_buf_byte(b, '\n');
}

static void
put_without(struct gf_buf *b, const struct gf_weeks *ws,
    const struct gf_look *look)
{
	size_t n = 0;

	for (size_t i = 0; i < ws->n; i++)
		for (size_t k = 0; k < ws->v[i].nsquares; k++) {
			const struct gf_square *s = &ws->v[i].squares[k];

			if (s->blocked || !s->waits ||
			    is_hidden(look, s->goal))
				continue;
			gf_buf_text(b, n++ == 0 ? "without a block: " : ", ");
			gf_show(b, s->goal->id);
		}
	if (n > 0)
		gf_buf_byte(b, '\n');
}

static void
put_rest(struct gf_buf *b, const struct gf_weeks *ws,
    const struct gf_look *look, size_t hidden)
{
	for (size_t i = 0; i < ws->n; i++)
		if (ws->v[i].nblocks > 0)
			put_capacity(b, &ws->v[i]);
	put_without(b, ws, look);
	for (int f = GF_FOLLOWED; f >= GF_FOLLOWED_UNKNOWN; f--)
		for (int behind = 1; behind >= 0; behind--)
			if (behind == 1 || f != GF_FOLLOWED_UNKNOWN)
				put_field(b, ws, look, (enum gf_followed)f,
				    behind == 1);
	gf_sheet_hidden(b, hidden);
}

static void
write_grid(struct gf_buf *b, const struct gf_weeks *ws,
    const struct gf_look *look, bool md)
{
	struct gf_grid g;
	size_t hidden = 0;

	gf_grid_init(&g, columns, GF_LEN(columns));
	for (size_t i = 0; i < ws->n; i++) {
		const struct gf_week *w = &ws->v[i];

		for (size_t k = 0; k < w->nblocks; k++)
			if (!is_hidden(look, w->blocks[k].goal))
				add_row(&g, w, &w->blocks[k]);
		for (size_t k = 0; k < w->nsquares; k++)
			hidden += is_hidden(look, w->squares[k].goal);
	}
	if (md)
		gf_grid_md(b, &g);
	else
		gf_grid_text(b, &g, look, false);
	if (g.nrows > 0)
		gf_buf_byte(b, '\n');
	put_rest(b, ws, look, hidden);
	gf_grid_release(&g);
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	write_grid(b, model, look, false);
}

static void
write_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	write_grid(b, model, look, true);
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const bool private[KEYS] = {
		false, false, true, true, true, true, true, true
	};
	const struct gf_weeks *ws = model;

	for (size_t i = 0; i < ws->n; i++)
		for (size_t k = 0; k < ws->v[i].nblocks; k++) {
			const struct gf_block *n = &ws->v[i].blocks[k];
			struct gf_cell c[KEYS];

			c[0] = gf_cell_text(ws->v[i].person->id);
			c[1] = gf_cell_text(n->goal ? n->goal->id :
			    GF_STR(""));
			c[2] = gf_cell_text(gf_rec_text(n->rec, ROUTINE_DO));
			c[3] = gf_cell_text(gf_rec_text(n->rec,
			    ROUTINE_EVERY));
			c[4] = gf_cell_text(gf_rec_text(n->rec, ROUTINE_AT));
			c[5] = gf_cell_num(n->timed, hours(n->minutes));
			c[6] = gf_cell_num(n->logged, GF_NUM(n->done));
			c[7] = gf_cell_num(n->logged, GF_NUM(n->of));
			gf_cell_jsonl(b, keys, c, KEYS, is_hidden(look,
			    n->goal) ? private : NULL);
		}
}

const struct gf_format gf_week_formats[3] = {
	{ "text", "a line a block, and what they make of the goals",
	    write_text },
	{ "jsonl", "one JSON object a block", write_jsonl },
	{ "md", "a table of Markdown", write_md },
};
