#include "out/page_part.h"

void
gf_html_day(struct gf_buf *b, gf_day day)
{
	static const char *const months[] = {
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November",
		"December"
	};
	unsigned month, d;
	int year;

	gf_day_split(day, &year, &month, &d);
	gf_buf_printf(b, "%u %s %d", d, months[month - 1], year);
}

void
gf_html_state(struct gf_buf *b, enum gf_state state)
{
	gf_buf_printf(b, "<b class=\"st s-%s\">", gf_state_name(state));
	gf_net_state(b, state);
	gf_buf_text(b, "</b>");
}

void
gf_page_name(const struct gf_page *page, struct gf_buf *b,
    const struct gf_party *p, struct gf_str id)
{
	bool many = false;

	if (p == NULL || p->name.n == 0) {
		gf_xml(b, id);
		return;
	}
	gf_xml(b, p->name);
	gf_plan_party(page->o->plan, p->name, &many);
	if (!many)
		return;
	gf_buf_text(b, " (");
	gf_xml(b, id);
	gf_buf_byte(b, ')');
}

bool
gf_page_gap(const struct gf_page *page, struct gf_buf *b, size_t node)
{
	const struct gf_goal *g = page->net.nodes[node].goal;
	const struct gf_total *s = g == NULL ? NULL :
	    gf_rollup_of(page->o->rollup, g)->sum;
	struct gf_str unit;

	if (s == NULL || !g->open || !s->compared || s->gap.m <= 0)
		return false;
	unit = gf_goal_unit(g);
	gf_sheet_number(b, s->gap);
	gf_buf_text(b, " of ");
	gf_sheet_number(b, s->expected);
	if (gf_unit_kind(unit) == GF_UNIT_PERCENT) {
		gf_buf_text(b, " points");
	} else if (unit.n > 0 && gf_unit_kind(unit) != GF_UNIT_COUNT) {
		gf_buf_byte(b, ' ');
		gf_xml(b, unit);
	}
	return true;
}

void
gf_page_link(struct gf_page *page, size_t node)
{
	gf_buf_printf(page->b, "<a href=\"#g%zu\">", node + 1);
}

bool
gf_page_counts(const struct gf_page *page, size_t node)
{
	const struct gf_net_node *n = &page->net.nodes[node];

	return n->goal != NULL && !n->aside && n->goal->open;
}

void
gf_page_text(struct gf_buf *b, struct gf_str s)
{
	struct gf_buf shown = { 0 };

	gf_show(&shown, s);
	gf_json(b, gf_buf_view(&shown));
	gf_buf_release(&shown);
}
