#include <stdlib.h>

#include "base/mem.h"
#include "judge/pace_list.h"
#include "out/page_part.h"

#define FIRST 10	/* goals that are listed first */
#define THIN 6		/* of those that are not covered */

static bool
is_loud(enum gf_state s)
{
	return s == GF_STATE_MISSED || s == GF_STATE_AT_RISK ||
	    s == GF_STATE_BEHIND;
}

/* How many owners have a goal in a column. */
static size_t
owners_in(const struct gf_matrix *m, size_t column)
{
	size_t n = 0;

	for (size_t i = 0; i < m->nrows; i++)
		n += gf_matrix_at(m, i, column)->n > 0;
	return n;
}

static void
put_head(struct gf_page *page)
{
	const struct gf_matrix *m = &page->who;
	struct gf_buf *b = page->b;

	gf_buf_text(b, "<thead><tr><th scope=\"col\">Owner</th>");
	for (size_t k = 0; k < m->ncolumns; k++) {
		const struct gf_goal *g = m->columns[k];
		size_t node = page->net.node_of[g->seq] - 1;

		gf_buf_text(b, "<th scope=\"col\" title=\"");
		gf_xml(b, gf_goal_text(g, GOAL_TITLE));
		gf_buf_text(b, "\">");
		gf_page_link(page, node);
		gf_xml(b, g->id);
		gf_buf_text(b, "</a>");
		gf_html_state(b, (enum gf_state)page->net.nodes[node].state);
		gf_buf_text(b, "</th>");
	}
	gf_buf_text(b, "<th scope=\"col\" class=\"none\">none of these</th>"
	    "</tr></thead>\n");
}

static void
put_cell(struct gf_buf *b, const struct gf_matrix_cell *c)
{
	enum gf_state state = (enum gf_state)c->state;

	if (c->n == 0) {
		gf_buf_text(b, "<td></td>");
		return;
	}
	gf_buf_printf(b, "<td><b class=\"k%s s-%s\" title=\"",
	    is_loud(state) ? " st" : "", gf_state_name(state));
	gf_buf_printf(b, "%u goal%s, ", (unsigned)c->n, c->n == 1 ? "" : "s");
	gf_net_state(b, state);
	gf_buf_printf(b, "%s\">%u</b></td>", c->n == 1 ? "" : " at worst",
	    (unsigned)c->n);
}

static void
put_owner(struct gf_page *page, size_t row)
{
	const struct gf_matrix_row *r = &page->who.rows[row];
	bool team = r->party != NULL && r->party == r->team;
	struct gf_buf *b = page->b;

	gf_buf_printf(b, "<tr%s><th scope=\"row\" data-owner=\"", team ?
	    " class=\"team\"" : "");
	gf_xml(b, r->id);
	gf_buf_text(b, "\">");
	gf_page_name(page, b, r->party, r->id);
	if (r->goals == 0)
		gf_buf_text(b, " <small>carries no goal</small>");
	gf_buf_text(b, "</th>");
	for (size_t k = 0; k <= page->who.ncolumns; k++)
		put_cell(b, gf_matrix_at(&page->who, row, k));
	gf_buf_text(b, "</tr>\n");
}

static void
put_teamless(struct gf_page *page)
{
	gf_buf_text(page->b, "<tr class=\"team\"><th scope=\"row\">In no "
	    "team</th>");
	for (size_t k = 0; k <= page->who.ncolumns; k++)
		gf_buf_text(page->b, "<td></td>");
	gf_buf_text(page->b, "</tr>\n");
}

static void
put_foot(struct gf_page *page)
{
	struct gf_buf *b = page->b;

	gf_buf_text(b, "<tfoot><tr><th scope=\"row\">Carried by</th>");
	for (size_t k = 0; k <= page->who.ncolumns; k++) {
		size_t n = owners_in(&page->who, k);

		if (n == 0 && k < page->who.ncolumns)
			gf_buf_text(b, "<td class=\"thin\">nobody</td>");
		else
			gf_buf_printf(b, "<td>%zu</td>", n);
	}
	gf_buf_text(b, "</tr></tfoot>\n");
}

void
gf_page_who(struct gf_page *page)
{
	if (page->who.nrows == 0)
		return;
	gf_buf_printf(page->b, "<section id=\"who\">\n<h2>Who carries what"
	    "</h2>\n<p class=\"note\">Open goals that serve each goal of the "
	    "company, at any depth. A mark says that one of them is behind, "
	    "at risk or missed.</p>\n<div class=\"wide%s\"><table>\n",
	    page->who.nrows > 40 ? " long" : "");
	put_head(page);
	gf_buf_text(page->b, "<tbody>\n");
	for (size_t i = 0; i < page->who.nrows; i++) {
		if (i > 0 && page->who.rows[i].team == NULL &&
		    page->who.rows[i - 1].team != NULL)
			put_teamless(page);
		put_owner(page, i);
	}
	gf_buf_text(page->b, "</tbody>\n");
	put_foot(page);
	gf_buf_text(page->b, "</table></div>\n</section>\n");
}

/* A goal that wants to be talked about. */
struct loud {
	size_t node;
	unsigned urgency;
	int ahead;
};

static int
by_urgency(const void *va, const void *vb)
{
	const struct loud *a = va, *b = vb;

	if (a->urgency != b->urgency)
		return a->urgency < b->urgency ? -1 : 1;
	if (a->ahead != b->ahead)
		return a->ahead < b->ahead ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static size_t
list_loud(struct gf_page *page, struct loud *list)
{
	size_t n = 0;

	for (size_t i = 0; i < page->net.nnodes; i++) {
		const struct gf_net_node *node = &page->net.nodes[i];

		if (gf_page_counts(page, i) &&
		    is_loud((enum gf_state)node->state))
			list[n++] = (struct loud){ i, gf_state_urgency(
			    (enum gf_state)node->state),
			    page->paces[i].days_ahead };
	}
	if (n > 1)
		qsort(list, n, sizeof(*list), by_urgency);
	return n;
}

static void
put_loud(struct gf_page *page, const struct loud *l)
{
	const struct gf_net_node *node = &page->net.nodes[l->node];
	const struct gf_roll *roll = gf_rollup_of(page->o->rollup, node->goal);
	struct gf_buf *b = page->b;

	gf_buf_text(b, "<li>");
	gf_html_state(b, (enum gf_state)node->state);
	gf_buf_byte(b, ' ');
	gf_page_link(page, l->node);
	gf_xml(b, gf_goal_text(node->goal, GOAL_TITLE));
	gf_buf_text(b, "</a> <span class=\"m\">");
	gf_page_name(page, b, node->goal->owner_ambiguous ? NULL :
	    node->goal->owner, gf_sheet_owner(node->goal));
	if (page->paces[l->node].measured && page->paces[l->node].dated &&
	    l->ahead < 0)
		gf_buf_printf(b, ", %d working day%s behind its line",
		    -l->ahead, l->ahead == -1 ? "" : "s");
	if (roll->because != NULL &&
	    !gf_sheet_hides(page->look, roll->because)) {
		gf_buf_text(b, ", because of ");
		gf_xml(b, roll->because->id);
	}
	gf_buf_text(b, "</span></li>\n");
}

/* Goals that need more than those below them bring. */
static void
put_thin(struct gf_page *page)
{
	struct gf_buf *b = page->b, gap = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < page->net.nnodes; i++) {
		gf_buf_clear(&gap);
		if (!gf_page_counts(page, i) || !gf_page_gap(page, &gap, i) ||
		    n++ >= THIN)
			continue;
		gf_buf_text(b, n == 1 ? "<h3>Where it is thin</h3>\n<ul>\n"
		    "<li>" : "<li>");
		gf_page_link(page, i);
		gf_xml(b, gf_goal_text(page->net.nodes[i].goal, GOAL_TITLE));
		gf_buf_text(b, "</a> <span class=\"m gap\">");
		gf_buf_str(b, gf_buf_view(&gap));
		gf_buf_text(b, " covered by nobody</span></li>\n");
	}
	if (n > 0)
		gf_buf_text(b, "</ul>\n");
	if (n > THIN)
		gf_buf_printf(b, "<p class=\"note\">and %zu more</p>\n",
		    n - THIN);
	gf_buf_release(&gap);
}

void
gf_page_first(struct gf_page *page)
{
	struct loud *list = gf_alloc((page->net.nnodes + 1) * sizeof(*list));
	size_t n = list_loud(page, list);

	gf_buf_text(page->b, "<section id=\"first\">\n<h2>To talk about first"
	    "</h2>\n");
	if (n == 0)
		gf_buf_text(page->b, "<p>No open goal is behind, at risk or "
		    "missed.</p>\n");
	else
		gf_buf_text(page->b, "<ol>\n");
	for (size_t i = 0; i < n && i < FIRST; i++)
		put_loud(page, &list[i]);
	if (n > 0)
		gf_buf_text(page->b, "</ol>\n");
	if (n > FIRST)
		gf_buf_printf(page->b, "<p class=\"note\">and %zu more, marked "
		    "below</p>\n", n - FIRST);
	put_thin(page);
	gf_buf_text(page->b, "</section>\n");
	free(list);
}
