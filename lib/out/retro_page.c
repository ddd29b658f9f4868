#include "out/grid.h"
#include "out/map_sheet.h"
#include "out/pace_sheet.h"
#include "out/retro_page.h"
#include "out/xml.h"

#define FEWEST 5	/* promises below which a rate says nothing */

enum column { GOAL, OWNER, SCORE, VERDICT, REACHED, LATE, NEXT };

static const struct gf_column columns[] = {
	[GOAL] = { .head = "goal", .foreign = true },
	[OWNER] = { .head = "owner", .drop = 3, .foreign = true },
	[SCORE] = { .head = "score", .right = true },
	[VERDICT] = { .head = "verdict" },
	[REACHED] = { .head = "reached", .drop = 2, .foreign = true },
	[LATE] = { .head = "last third", .right = true, .drop = 1 },
	[NEXT] = { .head = "goes on in", .drop = 4, .foreign = true },
};

enum kind { TEXT, MD, HTML };

/* A page, in one of its three forms. */
struct page {
	struct gf_buf *b;
	const struct gf_retro *r;
	const struct gf_look *look;
	enum kind kind;
	size_t hidden;
};

static const char html_head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
    "'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
    "content=\"width=device-width\">\n<title>Looking back</title>\n<style>"
    ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;"
    "max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:"
    "collapse}th,td{text-align:left;padding:.2em .8em .2em 0;border-bottom:"
    "1px solid #8884}.r{text-align:right}</style>\n</head>\n<body>\n";

static void
put_head(struct page *p, const char *text)
{
	gf_buf_printf(p->b, p->kind == TEXT ? "\n%s\n" : p->kind == MD ?
	    "\n## %s\n\n" : "<h2>%s</h2>\n", text);
}

/* A line that holds nothing of somebody's file. */
static void
put_line(struct page *p, struct gf_str s)
{
	static const char *const before[] = { "  ", "- ", "<p>" };
	static const char *const behind[] = { "\n", "\n", "</p>\n" };

	gf_buf_text(p->b, before[p->kind]);
	gf_buf_str(p->b, s);
	gf_buf_text(p->b, behind[p->kind]);
}

/* A line that belongs to a goal. */
static void
put_said(struct page *p, struct gf_str id, struct gf_str text)
{
	struct gf_sheet sheet = { .look = p->look };

	if (p->kind == HTML) {
		gf_buf_text(p->b, "<p><b>");
		gf_xml(p->b, id);
		gf_buf_text(p->b, "</b>: ");
		gf_xml(p->b, text);
		gf_buf_text(p->b, "</p>\n");
	} else if (p->kind == MD) {
		gf_buf_text(p->b, "- ");
		gf_grid_code(p->b, id, false);
		gf_buf_text(p->b, ": ");
		gf_grid_code(p->b, text, false);
		gf_buf_byte(p->b, '\n');
	} else {
		gf_buf_text(p->b, "  ");
		gf_buf_str(p->b, gf_sheet_shown(&sheet, id));
		gf_buf_text(p->b, ": ");
		gf_buf_str(p->b, gf_sheet_shown(&sheet, text));
		gf_buf_byte(p->b, '\n');
	}
	gf_sheet_release(&sheet);
}

/* The ids of the goals that go on from one. */
static void
put_next(struct gf_buf *b, const struct gf_goal *g)
{
	const struct gf_val *close = gf_goal_get(g, GOAL_CLOSE), *items;
	size_t n = close != NULL && !close->list ? gf_rec_list(close->u.rec,
	    CLOSE_CONTINUES, &items) : 0;

	for (size_t i = 0; i < n; i++) {
		gf_buf_text(b, i > 0 ? ", " : "");
		gf_buf_str(b, gf_val_text(&items[i]));
	}
}

static void
put_percent(struct gf_buf *b, struct gf_num share)
{
	gf_buf_printf(b, "%d %%", (int)gf_sheet_percent(share));
}

static const char *
verdict(const struct gf_retro_row *row)
{
	static const char *const words[] = {
		[VERDICT_ACHIEVED] = "achieved", [VERDICT_PARTLY] = "partly",
		[VERDICT_MISSED] = "missed", [VERDICT_DROPPED] = "dropped",
	};

	return row->verdict >= 0 ? words[row->verdict] :
	    row->goal->open ? "still open" : "closed";
}

static void
fill_row(struct gf_grid *g, const struct gf_retro_row *row,
    struct gf_sheet *sheet)
{
	struct gf_buf b = { 0 };

	gf_grid_add(g);
	gf_grid_set(g, GOAL, row->goal->id);
	gf_grid_set(g, OWNER, gf_sheet_owner(row->goal));
	if (row->scored) {
		gf_num_print(&b, row->score);
		gf_grid_set(g, SCORE, gf_buf_view(&b));
	}
	gf_grid_set(g, VERDICT, gf_str(verdict(row)));
	gf_buf_clear(&sheet->text);
	gf_sheet_measure(sheet, row->goal, &row->pace);
	gf_grid_set(g, REACHED, gf_buf_view(&sheet->text));
	gf_buf_clear(&b);
	if (row->grew)
		put_percent(&b, row->late);
	gf_grid_set(g, LATE, gf_buf_view(&b));
	gf_buf_clear(&b);
	put_next(&b, row->goal);
	gf_grid_set(g, NEXT, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
put_table(struct page *p)
{
	struct gf_sheet sheet = { .look = p->look };
	struct gf_grid g;

	gf_grid_init(&g, columns, GF_LEN(columns));
	for (size_t i = 0; i < p->r->n; i++) {
		if (gf_sheet_hides(p->look, p->r->rows[i].goal))
			p->hidden++;
		else
			fill_row(&g, &p->r->rows[i], &sheet);
	}
	if (p->kind == TEXT)
		gf_grid_text(p->b, &g, p->look, false);
	else if (p->kind == MD)
		gf_grid_md(p->b, &g);
	else
		gf_grid_html(p->b, &g);
	gf_grid_release(&g);
	gf_sheet_release(&sheet);
}

/* Scores: how many, and their mean. */
static void
put_scores(struct page *p)
{
	struct gf_num sum = GF_NUM(0), mean = GF_NUM(0);
	struct gf_buf b = { 0 };
	int64_t n = 0, shown = 0, open = 0;

	for (size_t i = 0; i < p->r->n; i++) {
		const struct gf_retro_row *row = &p->r->rows[i];

		if (gf_sheet_hides(p->look, row->goal))
			continue;
		shown++;
		open += row->goal->open;
		n += row->scored;
		if (row->scored)
			gf_num_add(sum, row->score, &sum);
	}
	gf_buf_printf(&b, "%lld goal%s", (long long)shown,
	    shown == 1 ? "" : "s");
	if (open > 0)
		gf_buf_printf(&b, ", %lld still open", (long long)open);
	gf_buf_printf(&b, "; %lld with a score", (long long)n);
	if (n > 0 && gf_num_div(sum, GF_NUM(n), 2, &mean)) {
		gf_buf_text(&b, ", the mean is ");
		gf_num_print(&b, mean);
	}
	put_line(p, gf_buf_view(&b));
	gf_buf_release(&b);
}

/* How much of all results came late, each goal counting alike. */
static void
put_late(struct page *p)
{
	struct gf_num sum = GF_NUM(0), mean;
	struct gf_buf b = { 0 };
	int64_t n = 0;

	for (size_t i = 0; i < p->r->n; i++) {
		const struct gf_retro_row *row = &p->r->rows[i];

		if (!row->grew || gf_sheet_hides(p->look, row->goal) ||
		    !gf_num_add(sum, row->late, &sum))
			continue;
		n++;
	}
	if (n == 0 || !gf_num_div(sum, GF_NUM(n), 6, &mean))
		return;
	put_percent(&b, mean);
	gf_buf_printf(&b, " of the results came in the last third of the "
	    "time (mean of %lld goal%s)", (long long)n, n == 1 ? "" : "s");
	put_line(p, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
put_foresight(struct page *p)
{
	const struct gf_foresight *f = &p->r->foresight[p->look->audience ==
	    GF_COACH ? GF_RETRO_COACH : GF_RETRO_COMPANY];
	struct gf_buf b = { 0 };

	if (f->obstacles == 0)
		return;
	gf_buf_printf(&b, "%u of %u obstacles came, %u of them foreseen",
	    f->happened, f->obstacles, f->foreseen);
	if (f->record.hits > 0)
		gf_buf_printf(&b, "; the plan was used in %u of %u cases and "
		    "worked in %u", f->record.used, f->record.hits,
		    f->record.used_worked);
	put_line(p, gf_buf_view(&b));
	gf_buf_release(&b);
}

/* What was promised in conversations is for the coach. */
static void
put_promises(struct page *p)
{
	const struct gf_kept *k = &p->r->kept;
	struct gf_buf b = { 0 };

	if (k->all == 0)
		return;
	if (p->look->audience != GF_COACH)
		gf_buf_text(&b, "(kept private) promises; --audience coach "
		    "shows them");
	else if (k->all < FEWEST)
		gf_buf_printf(&b, "fewer than %d promises were settled",
		    FEWEST);
	else
		gf_buf_printf(&b, "%zu of %zu promises were kept", k->kept,
		    k->all);
	put_line(p, gf_buf_view(&b));
	gf_buf_release(&b);
}

static void
put_learned(struct page *p)
{
	bool any = false;

	for (size_t i = 0; i < p->r->n; i++) {
		const struct gf_retro_row *row = &p->r->rows[i];

		if (row->learned.n == 0 || gf_sheet_hides(p->look, row->goal))
			continue;
		if (!any)
			put_head(p, "What was learned");
		any = true;
		put_said(p, row->goal->id, row->learned);
	}
}

/* What goes on, and in which goals. */
static void
put_carried(struct page *p)
{
	bool any = false;

	for (size_t i = 0; i < p->r->n; i++) {
		const struct gf_retro_row *row = &p->r->rows[i];
		struct gf_buf b = { 0 };

		put_next(&b, row->goal);
		if (b.n > 0 && !gf_sheet_hides(p->look, row->goal)) {
			if (!any)
				put_head(p, "Carried over");
			any = true;
			put_said(p, row->goal->id, gf_buf_view(&b));
		}
		gf_buf_release(&b);
	}
}

static void
put_title(struct page *p)
{
	struct gf_buf b = { 0 };

	gf_buf_text(&b, "Looking back on ");
	gf_xml(&b, p->r->name);
	gf_buf_text(&b, ", ");
	gf_day_print(&b, p->r->from);
	gf_buf_text(&b, " to ");
	gf_day_print(&b, p->r->to);
	gf_buf_printf(p->b, p->kind == TEXT ? "%s\n\n" : p->kind == MD ?
	    "# %s\n\n" : "<h1>%s</h1>\n", b.p);
	gf_buf_release(&b);
}

static void
write_page(struct gf_buf *b, const void *model, const struct gf_look *look,
    enum kind kind)
{
	struct page p = { .b = b, .r = model, .look = look, .kind = kind };
	struct gf_buf hidden = { 0 };

	if (kind == HTML)
		gf_buf_text(b, html_head);
	put_title(&p);
	put_table(&p);
	put_head(&p, "In numbers");
	put_scores(&p);
	put_late(&p);
	put_foresight(&p);
	put_promises(&p);
	gf_sheet_hidden(&hidden, p.hidden);
	if (hidden.n > 0)
		put_line(&p, gf_str_trim(gf_buf_view(&hidden)));
	put_learned(&p);
	put_carried(&p);
	if (kind == HTML)
		gf_buf_text(b, "</body>\n</html>\n");
	gf_buf_release(&hidden);
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	write_page(b, model, look, TEXT);
}

static void
write_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_look drawn = *look;

	drawn.utf8 = true;
	write_page(b, model, &drawn, MD);
}

static void
write_html(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_look drawn = *look;

	drawn.utf8 = true;
	write_page(b, model, &drawn, HTML);
}

const struct gf_format gf_retro_formats[3] = {
	{ "text", "one page", write_text },
	{ "md", "the same as Markdown", write_md },
	{ "html", "the same as a page for a browser", write_html },
};
