#include "out/page_part.h"

#define MANY 500	/* goals that a browser need not draw before they are seen */

/* Where a list is while it is written. */
struct nest {
	uint32_t depth;		/* of the item that is open */
	bool open;
};

/* Of a thousand, what a drawn bar can show. */
static int
clamped(struct gf_num ratio)
{
	int32_t percent = gf_sheet_percent(ratio);

	return percent < 0 ? 0 : percent > 100 ? 100 : percent;
}

/* How far it is, and a mark for how far it was expected to be then. */
static void
put_bar(struct gf_page *page, size_t node)
{
	const struct gf_net_node *n = &page->net.nodes[node];
	const struct gf_roll *roll = gf_rollup_of(page->o->rollup, n->goal);
	const struct gf_pace *p = &page->paces[node];
	int far;

	if (!roll->known || roll->level)
		return;
	far = clamped(roll->progress);
	gf_buf_printf(page->b, "<svg class=\"bar s-%s\" viewBox=\"0 0 100 6\" "
	    "preserveAspectRatio=\"none\" aria-hidden=\"true\">",
	    gf_state_name((enum gf_state)n->state));
	if (far > 0)
		gf_buf_printf(page->b, "<path class=\"far\" d=\"M0 3h%d\"/>",
		    far);
	if (p->measured && p->dated && p->aimed && !roll->rolled &&
	    !roll->weighed)
		gf_buf_printf(page->b, "<path class=\"due\" d=\"M%d 0v6\"/>",
		    clamped(p->expected));
	gf_buf_text(page->b, "</svg>");
}

/* Status, progress, measure, owner and last day, in one line. */
static void
put_facts(struct gf_page *page, size_t node)
{
	const struct gf_net_node *n = &page->net.nodes[node];
	struct gf_str owner = gf_sheet_owner(n->goal);
	struct gf_buf *b = page->b;
	bool inherited;
	gf_day due = gf_goal_due(n->goal, &inherited);

	gf_buf_text(b, "<span class=\"m\">");
	gf_html_state(b, (enum gf_state)n->state);
	if (n->known && !gf_goal_holds(n->goal))
		gf_buf_printf(b, " <span class=\"p\">%d&nbsp;%%</span>",
		    (int)n->percent);
	if (n->n > 0) {
		gf_buf_text(b, " <span class=\"q\">");
		gf_xml(b, (struct gf_str){ page->net.text.p + n->at, n->n });
		gf_buf_text(b, "</span>");
	}
	if (owner.n > 0) {
		gf_buf_text(b, " <i>");
		gf_page_name(page, b, n->goal->owner_ambiguous ? NULL :
		    n->goal->owner, owner);
		gf_buf_text(b, "</i>");
	}
	if (due != GF_NO_DAY && !inherited) {
		gf_buf_text(b, " <time datetime=\"");
		gf_day_print(b, due);
		gf_buf_text(b, "\">by ");
		gf_html_day(b, due);
		gf_buf_text(b, "</time>");
	}
	gf_buf_text(b, "</span>");
}

/* Whether nobody carries a goal of the company that is there to be carried. */
static bool
is_bare(const struct gf_goal *g)
{
	return g->level == LEVEL_COMPANY && g->open && g->children == NULL &&
	    gf_goal_word(g, GOAL_KIND, -1) != KIND_VISION;
}

/* Where more is to be carried than is. */
static void
put_thin(struct gf_page *page, size_t node)
{
	struct gf_buf *b = page->b, gap = { 0 };

	if (is_bare(page->net.nodes[node].goal))
		gf_buf_text(b, "<span class=\"bare\">nobody carries this"
		    "</span>");
	if (gf_page_gap(page, &gap, node)) {
		gf_buf_text(b, "<span class=\"gap\">");
		gf_buf_str(b, gf_buf_view(&gap));
		gf_buf_text(b, " covered by nobody</span>");
	}
	gf_buf_release(&gap);
}

static void
put_title(struct gf_buf *b, const struct gf_net_node *n)
{
	struct gf_str title = gf_goal_text(n->goal, GOAL_TITLE);

	gf_xml(b, title.n > 0 ? title : n->id);
}

/* One goal; the item stays open for those that serve it. */
static void
put_goal(struct gf_page *page, size_t node)
{
	const struct gf_net_node *n = &page->net.nodes[node];
	struct gf_buf *b = page->b;

	gf_buf_printf(b, "<li id=\"g%zu\" class=\"n%s\"><div class=\"c s-%s"
	    "\">", node + 1, n->aside ? " aside" : "",
	    gf_state_name((enum gf_state)n->state));
	gf_buf_printf(b, "<a class=\"t\" href=\"#g%zu\">", node + 1);
	put_title(b, n);
	gf_buf_text(b, "</a>");
	put_bar(page, node);
	put_facts(page, node);
	put_thin(page, node);
	gf_page_more(page, node);
	gf_buf_text(b, "</div>");
}

/* A goal that stands in full elsewhere. */
static void
put_again(struct gf_page *page, size_t node, bool ring)
{
	const struct gf_net_node *n = &page->net.nodes[node];

	gf_buf_text(page->b, "<li class=\"n again\"><div class=\"c\">");
	gf_page_link(page, node);
	put_title(page->b, n);
	gf_buf_printf(page->b, "</a><span class=\"m\">%s</span></div>",
	    ring ? "closes a ring" : "stands in full elsewhere");
}

/* Close and open lists until an item of this depth may come. */
static void
step(struct gf_page *page, struct nest *at, uint32_t depth)
{
	if (at->open && depth > at->depth) {
		gf_buf_text(page->b, "\n<ul>");
		return;
	}
	if (at->open)
		gf_buf_text(page->b, "</li>");
	for (; at->depth > depth; at->depth--)
		gf_buf_text(page->b, "</ul></li>");
	gf_buf_byte(page->b, '\n');
}

static void
put_row(struct gf_page *page, struct nest *at, size_t row)
{
	const struct gf_outline_row *r = &page->o->rows[row];
	uint32_t depth = page->sheet.cells[row].depth;
	size_t node;

	if (depth > GF_PAGE_DEEPEST)
		depth = GF_PAGE_DEEPEST;
	step(page, at, depth);
	node = page->net.node_of[r->goal->seq] - 1;
	if (r->again)
		put_again(page, node, r->ring);
	else
		put_goal(page, node);
	*at = (struct nest){ depth, true };
}

/* How to read a goal of the list. */
static void
put_key(struct gf_page *page)
{
	const struct gf_config *config = page->o->rows[0].goal->config;
	struct gf_buf *b = page->b;

	gf_buf_text(b, "<p class=\"note key\"><svg class=\"bar s-behind\" "
	    "viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" "
	    "aria-hidden=\"true\"><path class=\"far\" d=\"M0 3h40\"/><path "
	    "class=\"due\" d=\"M50 0v6\"/></svg> the line is the way gone, "
	    "the tick how far it was expected on the day of the newest "
	    "reading. ");
	gf_buf_printf(b, "<b class=\"st s-on-track\">on track</b> from "
	    "%d&nbsp;%% of that on, <b class=\"st s-behind\">behind</b> from "
	    "%d&nbsp;%%, <b class=\"st s-at-risk\">at risk</b> below. "
	    "&Sigma; is what the goals to the right add up to, <span "
	    "class=\"gap\">what they leave open</span>.</p>\n",
	    (int)gf_sheet_percent(config->thresholds[GF_TH_ON_TRACK]),
	    (int)gf_sheet_percent(config->thresholds[GF_TH_BEHIND]));
}

static void
put_list(struct gf_page *page, size_t first, size_t end)
{
	struct nest at = { 0, false };

	gf_buf_printf(page->b, "<ul class=\"map%s\">",
	    page->net.nnodes > MANY ? " many" : "");
	for (size_t i = first; i < end; i++)
		if (page->o->rows[i].goal != NULL &&
		    !page->sheet.cells[i].hidden)
			put_row(page, &at, i);
	step(page, &at, 0);
	gf_buf_text(page->b, "</ul>\n</div>\n");
}

/* The first row behind what hangs under goals of the company. */
static size_t
end_of_company(const struct gf_page *page)
{
	const struct gf_outline *o = page->o;
	size_t end = o->n;

	while (end > 0 && (o->rows[end - 1].depth > 0 ||
	    o->rows[end - 1].goal->level != LEVEL_COMPANY))
		end--;
	if (end == 0)
		return 0;
	while (end < o->n && o->rows[end].depth > 0)
		end++;
	return end;
}

/* Whether a row from there on is to be shown. */
static bool
shows_any(const struct gf_page *page, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (page->o->rows[i].goal != NULL &&
		    !page->sheet.cells[i].hidden)
			return true;
	return false;
}

void
gf_page_rows(struct gf_page *page)
{
	size_t end = end_of_company(page);

	gf_buf_text(page->b, "<section id=\"map\">\n");
	if (shows_any(page, 0, end)) {
		gf_buf_text(page->b, "<div>\n<h2>From the company to each "
		    "person</h2>\n");
		put_key(page);
		put_list(page, 0, end);
	}
	if (shows_any(page, end, page->o->n)) {
		gf_buf_text(page->b, "<div>\n<h2>Serving no goal of the "
		    "company</h2>\n");
		put_list(page, end, page->o->n);
	}
	gf_buf_text(page->b, "</section>\n");
}
