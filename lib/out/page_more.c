#include "base/mem.h"
#include "goal/table.h"
#include "out/page_part.h"

static void
put_head(struct gf_buf *b, const char *text)
{
	gf_buf_printf(b, "<h4>%s</h4>\n", text);
}

static void
put_text(struct gf_buf *b, struct gf_str text)
{
	gf_buf_text(b, "<p>");
	gf_xml(b, gf_str_trim(text));
	gf_buf_text(b, "</p>\n");
}

/* Its days, how it keeps to its line and the rule by which that is judged. */
static void
put_pace(struct gf_page *page, const struct gf_goal *g,
    const struct gf_pace *p)
{
	struct gf_buf *b = page->b;
	gf_day start = gf_goal_start(g), due = gf_goal_due(g, NULL);
	int days = p->days_ahead < 0 ? -p->days_ahead : p->days_ahead;

	gf_buf_text(b, "<p class=\"note\">");
	if (start != GF_NO_DAY)
		gf_html_day(b, start);
	if (due != GF_NO_DAY) {
		gf_buf_text(b, start != GF_NO_DAY ? " to " : "until ");
		gf_html_day(b, due);
	}
	if (p->measured && p->dated && g->open && days > 0)
		gf_buf_printf(b, ", %d working day%s %s its line", days,
		    days == 1 ? "" : "s", p->days_ahead < 0 ? "behind" :
		    "ahead of");
	gf_buf_text(b, "</p>\n");
	if (p->rule[0] == '\0')
		return;
	gf_buf_text(b, "<p class=\"note\">Its own readings: ");
	gf_xml(b, gf_str(p->rule));
	gf_buf_text(b, "</p>\n");
}

static void
put_why(struct gf_page *page, const struct gf_goal *g,
    const struct gf_page_more *m)
{
	struct gf_buf *b = page->b;
	struct gf_str owner = gf_sheet_owner(g);

	if (m->nwhy > 0 || m->hidden) {
		gf_buf_text(b, "<h4>Why it matters to ");
		if (owner.n > 0)
			gf_page_name(page, b, g->owner_ambiguous ? NULL :
			    g->owner, owner);
		else
			gf_buf_text(b, "its owner");
		gf_buf_text(b, "</h4>\n");
	}
	if (m->nwhy == 0 && m->hidden)
		gf_buf_text(b, "<p class=\"note\">Kept private: it is written "
		    "for the coach.</p>\n");
	for (size_t i = 0; i < m->nwhy; i++)
		put_text(b, gf_val_text(&m->why[i]));
	if (m->naims > 0)
		put_head(b, "The aim that it serves");
	for (size_t i = 0; i < m->naims; i++)
		put_text(b, m->aims[i].text);
}

static void
put_remarks(struct gf_buf *b, struct gf_str rest)
{
	if (rest.n == 0)
		return;
	put_head(b, "What the numbers rest on");
	while (rest.n > 0)
		put_text(b, gf_str_cut(&rest, '\n'));
}

static void
put_obstacle(struct gf_buf *b, const struct gf_obstacle *o)
{
	struct gf_str when = gf_rec_text(o->rec, OBSTACLE_WHEN);
	struct gf_str then = gf_rec_text(o->rec, OBSTACLE_THEN);
	const struct gf_val *likely = gf_rec_get(o->rec, OBSTACLE_LIKELIHOOD);

	gf_buf_text(b, "<dt>");
	gf_xml(b, when.n > 0 ? when : GF_STR("unnamed"));
	if (o->state != GF_OBSTACLE_OPEN)
		gf_buf_printf(b, " <small>%s</small>",
		    gf_obstacle_state_name(o->state));
	if (likely != NULL)
		gf_buf_printf(b, " <small>%d&nbsp;%% likely</small>",
		    (int)gf_sheet_percent(likely->u.num));
	gf_buf_text(b, "</dt>\n");
	if (then.n == 0)
		return;
	gf_buf_text(b, "<dd>");
	gf_xml(b, then);
	gf_buf_text(b, "</dd>\n");
}

static void
put_obstacles(struct gf_buf *b, const struct gf_page_more *m)
{
	if (m->nobstacles + m->nprivate == 0)
		return;
	put_head(b, "What may get in the way, and the answer");
	if (m->nobstacles > 0)
		gf_buf_text(b, "<dl>\n");
	for (size_t i = 0; i < m->nobstacles; i++)
		put_obstacle(b, &m->obstacles[i]);
	if (m->nobstacles > 0)
		gf_buf_text(b, "</dl>\n");
	if (m->nprivate > 0)
		gf_buf_printf(b, "<p class=\"note\">%zu%s kept private</p>\n",
		    m->nprivate, m->nobstacles > 0 ? " more" : "");
}

static void
put_step(struct gf_buf *b, const struct gf_page_more *m)
{
	if (m->step.n == 0)
		return;
	put_head(b, "Next step");
	gf_buf_text(b, "<p>");
	gf_xml(b, m->step);
	if (m->step_by != GF_NO_DAY) {
		gf_buf_text(b, " <small>by ");
		gf_html_day(b, m->step_by);
		gf_buf_text(b, "</small>");
	}
	gf_buf_text(b, "</p>\n");
}

void
gf_page_more(struct gf_page *page, size_t node)
{
	const struct gf_goal *g = page->net.nodes[node].goal;
	struct gf_arena scratch = { 0 };
	struct gf_buf *b = page->b;
	struct gf_page_more m;
	struct gf_page_curve c;

	gf_page_read(page, node, &m, &scratch);
	gf_buf_text(b, "<noscript><details><summary>More</summary>\n");
	put_pace(page, g, &page->paces[node]);
	if (gf_page_curve_read(page, node, &c, &scratch))
		gf_page_curve(b, page->o->plan->today, &c);
	if (gf_goal_measure(g, MEASURE_METRIC) != NULL) {
		gf_buf_text(b, "<p class=\"note\">");
		gf_xml(b, gf_val_text(gf_goal_measure(g, MEASURE_METRIC)));
		gf_buf_text(b, "</p>\n");
	}
	put_why(page, g, &m);
	put_remarks(b, m.remarks);
	if (gf_goal_text(g, GOAL_STRATEGY).n > 0) {
		put_head(b, "How");
		put_text(b, gf_goal_text(g, GOAL_STRATEGY));
	}
	put_obstacles(b, &m);
	put_step(b, &m);
	gf_buf_text(b, "<p class=\"note\"><code>");
	gf_xml(b, m.pos.path);
	gf_buf_printf(b, ":%u</code> as <code>", (unsigned)m.pos.line);
	gf_xml(b, page->net.nodes[node].id);
	gf_buf_text(b, "</code></p>\n</details></noscript>");
	gf_arena_release(&scratch);
}
