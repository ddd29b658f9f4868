#include "base/sha256.h"
#include "out/map_formats.h"
#include "out/page_part.h"

#define NAMED 3		/* goals that a sentence names */

/* The bytes of the files, as numbers. */
static const unsigned char style[] = {
#include "out/page.css.inc"
};
static const unsigned char script[] = {
#include "out/page_chart.js.inc"
#include "out/page.js.inc"
};

/* What stands for some bytes in a content policy: their digest in base 64. */
static void
put_hash(struct gf_buf *b, const unsigned char *p, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkl"
	    "mnopqrstuvwxyz0123456789+/";
	unsigned char out[33] = { 0 };
	struct gf_sha256 sum;

	gf_sha256_init(&sum);
	gf_sha256_add(&sum, (const char *)p, n);
	gf_sha256_end(&sum, out);
	gf_buf_text(b, "'sha256-");
	/* six bits a digit, in 43 of them */
	for (size_t bit = 0; bit < 256; bit += 6) {
		unsigned two = (unsigned)out[bit / 8] << 8 | out[bit / 8 + 1];

		gf_buf_byte(b, digits[two >> (10 - bit % 8) & 63]);
	}
	gf_buf_text(b, "='");
}

/* The company that the plan is of, NULL if there is none, or several. */
static const struct gf_party *
company_of(const struct gf_plan *plan)
{
	const struct gf_party *found = NULL;

	for (size_t i = 0; i < plan->nparties; i++) {
		if (plan->parties[i]->kind != GF_COMPANYDOC)
			continue;
		if (found != NULL)
			return NULL;
		found = plan->parties[i];
	}
	return found;
}

static void
put_name(struct gf_page *page)
{
	const struct gf_party *c = company_of(page->o->plan);

	if (c == NULL)
		gf_buf_text(page->b, "All goals");
	else
		gf_xml(page->b, c->name.n > 0 ? c->name : c->id);
}

static void
put_head(struct gf_page *page)
{
	struct gf_buf *b = page->b;

	gf_buf_text(b, "<!doctype html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-"
	    "Policy\" content=\"default-src 'none'; style-src ");
	put_hash(b, style, sizeof(style));
	gf_buf_text(b, "; script-src ");
	put_hash(b, script, sizeof(script));
	gf_buf_text(b, "; base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light "
	    "dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
	    "<title>");
	put_name(page);
	gf_buf_text(b, ": the plan on ");
	gf_html_day(b, page->o->plan->today);
	gf_buf_text(b, "</title>\n<style>");
	gf_buf_add(b, (const char *)style, sizeof(style));
	gf_buf_text(b, "</style>\n</head>\n<body>\n");
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static bool
is_bare(const struct gf_matrix *m, size_t column)
{
	for (size_t i = 0; i < m->nrows; i++)
		if (gf_matrix_at(m, i, column)->n > 0)
			return false;
	return true;
}

/* Goals of the company that nobody has a goal for, the first ones by name. */
static void
put_bare(struct gf_page *page)
{
	const struct gf_matrix *m = &page->who;
	size_t n = 0;

	for (size_t k = 0; k < m->ncolumns; k++) {
		if (!is_bare(m, k) || n++ >= NAMED)
			continue;
		gf_buf_text(page->b, n == 1 ? " <strong>Nobody carries " :
		    ", ");
		gf_page_link(page, page->net.node_of[m->columns[k]->seq] - 1);
		gf_xml(page->b, m->columns[k]->id);
		gf_buf_text(page->b, "</a>");
	}
	if (n > NAMED)
		gf_buf_printf(page->b, " and %zu more", n - NAMED);
	if (n > 0)
		gf_buf_text(page->b, ".</strong>");
}

/* How many goals of the company there are, what serves them, what lacks. */
static void
put_lead(struct gf_page *page)
{
	const struct gf_matrix *m = &page->who;
	size_t goals = 0, owners = 0, none = 0;
	struct gf_buf *b = page->b;

	for (size_t i = 0; i < m->nrows; i++) {
		goals += m->rows[i].goals;
		owners += m->rows[i].goals > 0;
		none += gf_matrix_at(m, i, m->ncolumns)->n;
	}
	gf_buf_printf(b, "<p class=\"lead\">%zu open goal%s of the company. "
	    "Of %zu goal%s held by %zu owner%s, ", m->ncolumns,
	    plural(m->ncolumns), goals, plural(goals), owners,
	    plural(owners));
	if (none == 0 && goals > 0)
		gf_buf_printf(b, "all serve %s.", m->ncolumns == 1 ? "it" :
		    "them");
	else
		gf_buf_printf(b, "%zu serve%s %s and %zu serve%s none.",
		    goals - none, goals - none == 1 ? "s" : "",
		    m->ncolumns == 1 ? "it" : "them", none,
		    none == 1 ? "s" : "");
	put_bare(page);
	gf_buf_text(b, "</p>\n");
}

/* How the open goals stand, as a bar and in words. */
static void
put_counts(struct gf_page *page)
{
	static const enum gf_state order[] = {
		GF_STATE_MISSED, GF_STATE_AT_RISK, GF_STATE_BEHIND,
		GF_STATE_STALE, GF_STATE_UNKNOWN, GF_STATE_ON_TRACK,
		GF_STATE_ACHIEVED, GF_STATE_NOT_STARTED, GF_STATE_PAUSED,
		GF_STATE_DRAFT, GF_STATE_DROPPED
	};
	size_t all = 0, at = 0;
	struct gf_buf *b = page->b;

	_Static_assert(GF_LEN(order) == GF_STATES, "every status");
	for (size_t i = 0; i < GF_STATES; i++)
		all += page->counts[i];
	gf_buf_printf(b, "<svg class=\"all\" viewBox=\"0 0 %zu 1\" "
	    "preserveAspectRatio=\"none\" aria-hidden=\"true\">",
	    all > 0 ? all : 1);
	for (size_t i = 0; i < GF_STATES; i++) {
		size_t n = page->counts[order[i]];

		if (n > 0)
			gf_buf_printf(b, "<rect class=\"s-%s\" x=\"%zu\" "
			    "width=\"%zu\" height=\"1\"/>",
			    gf_state_name(order[i]), at, n);
		at += n;
	}
	gf_buf_text(b, "</svg>\n<ul class=\"states\">");
	for (size_t i = 0; i < GF_STATES; i++) {
		if (page->counts[order[i]] == 0)
			continue;
		gf_buf_printf(b, "<li data-state=\"%d\">", (int)order[i]);
		gf_html_state(b, order[i]);
		gf_buf_printf(b, " <span>%zu</span></li>",
		    page->counts[order[i]]);
	}
	gf_buf_text(b, "</ul>\n");
}

static void
put_top(struct gf_page *page)
{
	const struct gf_party *c = company_of(page->o->plan);
	struct gf_buf *b = page->b;

	gf_buf_text(b, "<header>\n<p class=\"kicker\">The plan on ");
	gf_html_day(b, page->o->plan->today);
	gf_buf_text(b, "</p>\n<h1>");
	put_name(page);
	gf_buf_text(b, "</h1>\n");
	if (c != NULL && gf_rec_text(c->rec, COMPANY_MISSION).n > 0) {
		gf_buf_text(b, "<p class=\"mission\">");
		gf_xml(b, gf_str_trim(gf_rec_text(c->rec, COMPANY_MISSION)));
		gf_buf_text(b, "</p>\n");
	}
	put_lead(page);
	put_counts(page);
	gf_buf_text(b, "</header>\n<div id=\"tools\" hidden></div>\n<main>\n");
}

static void
put_foot(struct gf_page *page)
{
	struct gf_buf *b = page->b, hidden = { 0 };

	gf_buf_text(b, "</main>\n<aside id=\"panel\" hidden></aside>\n"
	    "<footer>\n<p>A goal in grey is only on the way to those that were "
	    "asked for.</p>\n");
	gf_sheet_hidden(&hidden, page->net.nhidden);
	if (hidden.n > 0) {
		gf_buf_text(b, "<p>");
		gf_xml(b, gf_str_trim(gf_buf_view(&hidden)));
		gf_buf_text(b, "</p>\n");
	}
	gf_buf_text(b, "<p>Written by alignmap from goal files. Nothing on "
	    "this page leaves it: it loads nothing and sends nothing.</p>\n"
	    "</footer>\n");
	gf_buf_release(&hidden);
}

/* Work out what the parts show. */
static void
begin(struct gf_page *page)
{
	struct gf_arena scratch = { 0 };

	gf_sheet_init(&page->sheet, page->b, page->o, page->look);
	gf_net_init(&page->net, page->o, page->look);
	gf_net_matrix(&page->who, &page->net, page->o, &page->arena);
	gf_remarks_init(&page->remarks, page->o->rollup, page->look);
	page->paces = gf_arena_alloc(&page->arena, (page->net.nnodes + 1) *
	    sizeof(*page->paces));
	for (size_t i = 0; i < page->net.nnodes; i++) {
		struct gf_pace *p = &page->paces[i];

		if (page->net.nodes[i].goal == NULL)
			continue;
		gf_pace_of(page->o->plan, page->net.nodes[i].goal, &scratch,
		    p);
		p->rule = gf_arena_copy(&page->arena, p->rule,
		    strlen(p->rule));
		gf_arena_clear(&scratch);
		if (gf_page_counts(page, i))
			page->counts[page->net.nodes[i].state]++;
	}
	gf_arena_release(&scratch);
}

void
gf_map_html(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_look drawn = *look;
	struct gf_page page = { .o = model, .look = &drawn, .b = b };

	drawn.utf8 = true;
	drawn.width = 0;
	begin(&page);
	put_head(&page);
	put_top(&page);
	gf_buf_text(b, "<div class=\"top\">\n");
	gf_page_who(&page);
	gf_page_first(&page);
	gf_buf_text(b, "</div>\n");
	gf_page_rows(&page);
	put_foot(&page);
	gf_page_data(&page);
	gf_buf_text(b, "<script>");
	gf_buf_add(b, (const char *)script, sizeof(script));
	gf_buf_text(b, "</script>\n</body>\n</html>\n");
	gf_remarks_release(&page.remarks);
	gf_net_release(&page.net);
	gf_sheet_release(&page.sheet);
	gf_arena_release(&page.arena);
}
