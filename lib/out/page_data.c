#include "goal/table.h"
#include "out/page_part.h"

static void
put_key(struct gf_buf *b, const char *key)
{
	gf_buf_printf(b, ",\"%s\":", key);
}

/* A text under a key, if there is one. */
static void
put_text(struct gf_buf *b, const char *key, struct gf_str s)
{
	if (s.n == 0)
		return;
	put_key(b, key);
	gf_page_text(b, s);
}

static void
put_day(struct gf_buf *b, const char *key, gf_day day)
{
	if (day != GF_NO_DAY)
		gf_buf_printf(b, ",\"%s\":%d", key, (int)day);
}

/* The goals that it serves, as nodes; ids that no goal has by name. */
static void
put_parents(struct gf_page *page, size_t *edge, size_t node)
{
	const struct gf_net *net = &page->net;
	struct gf_buf *b = page->b;
	bool more = false;

	put_key(b, "up");
	gf_buf_byte(b, '[');
	for (; *edge < net->nedges && net->edges[*edge].from == node;
	    ++*edge) {
		gf_buf_printf(b, "%s%u", more ? "," : "",
		    (unsigned)net->edges[*edge].to);
		more = true;
	}
	gf_buf_byte(b, ']');
}

/* Each line of what the numbers rest on. */
static void
put_remarks(struct gf_buf *b, struct gf_str rest)
{
	const char *before = ",\"re\":[";

	if (rest.n == 0)
		return;
	while (rest.n > 0) {
		gf_buf_text(b, before);
		gf_page_text(b, gf_str_cut(&rest, '\n'));
		before = ",";
	}
	gf_buf_byte(b, ']');
}

/* The ladder and the aims, or that there is something of them. */
static void
put_why(struct gf_buf *b, const struct gf_page_more *m)
{
	for (size_t i = 0; i < m->nwhy; i++) {
		gf_buf_text(b, i > 0 ? "," : ",\"why\":[");
		gf_page_text(b, gf_val_text(&m->why[i]));
	}
	if (m->nwhy > 0)
		gf_buf_byte(b, ']');
	for (size_t i = 0; i < m->naims; i++) {
		gf_buf_text(b, i > 0 ? ",[" : ",\"ai\":[[");
		gf_page_text(b, m->aims[i].whose);
		gf_buf_byte(b, ',');
		gf_page_text(b, m->aims[i].text);
		gf_buf_byte(b, ']');
	}
	if (m->naims > 0)
		gf_buf_byte(b, ']');
	if (m->hidden)
		gf_buf_text(b, ",\"pw\":1");
}

static void
put_obstacle(struct gf_buf *b, const struct gf_obstacle *o)
{
	const struct gf_val *likely = gf_rec_get(o->rec, OBSTACLE_LIKELIHOOD);
	const struct gf_val *hits;
	struct gf_num percent;

	gf_buf_printf(b, "{\"s\":\"%s\"", gf_obstacle_state_name(o->state));
	put_text(b, "w", gf_rec_text(o->rec, OBSTACLE_WHEN));
	put_text(b, "t", gf_rec_text(o->rec, OBSTACLE_THEN));
	if (likely != NULL && gf_num_mul(likely->u.num, GF_NUM(100),
	    &percent)) {
		put_key(b, "l");
		gf_num_print(b, percent);
	}
	put_text(b, "c", gf_rec_text(o->rec, OBSTACLE_COST));
	gf_buf_printf(b, ",\"h\":%zu}", gf_rec_list(o->rec, OBSTACLE_HITS,
	    &hits));
}

static void
put_obstacles(struct gf_buf *b, const struct gf_page_more *m)
{
	for (size_t i = 0; i < m->nobstacles; i++) {
		gf_buf_text(b, i > 0 ? "," : ",\"ob\":[");
		put_obstacle(b, &m->obstacles[i]);
	}
	if (m->nobstacles > 0)
		gf_buf_byte(b, ']');
	if (m->nprivate > 0)
		gf_buf_printf(b, ",\"po\":%zu", m->nprivate);
}

/* What is known of it beyond its line in the list. */
static void
put_more(struct gf_page *page, size_t node, struct gf_arena *scratch)
{
	struct gf_buf *b = page->b;
	struct gf_page_more m;
	struct gf_page_curve c;

	gf_page_read(page, node, &m, scratch);
	put_remarks(b, m.remarks);
	put_why(b, &m);
	put_obstacles(b, &m);
	put_text(b, "st", m.step);
	put_day(b, "sb", m.step_by);
	put_text(b, "f", m.pos.path);
	gf_buf_printf(b, ",\"n\":%u", (unsigned)m.pos.line);
	if (page->net.nodes[node].aside)
		gf_buf_text(b, ",\"as\":1");
	if (gf_page_curve_read(page, node, &c, scratch))
		gf_page_chart(b, &c);
}

static void
put_owner(struct gf_page *page, const struct gf_goal *g)
{
	struct gf_buf *b = page->b, name = { 0 };
	const struct gf_party *p = g->owner_ambiguous ? NULL : g->owner;
	bool many = false;

	put_text(b, "o", gf_sheet_owner(g));
	if (p == NULL)
		return;
	gf_buf_str(&name, p->name);
	gf_plan_party(page->o->plan, p->name, &many);
	if (p->name.n > 0 && many) {
		gf_buf_text(&name, " (");
		gf_buf_str(&name, p->id);
		gf_buf_byte(&name, ')');
	}
	put_text(b, "on", gf_buf_view(&name));
	gf_buf_release(&name);
	if (p->kind == GF_PERSON && p->team != NULL)
		put_text(b, "m", p->team->id);
	else if (p->kind == GF_TEAMDOC)
		put_text(b, "m", p->id);
}

static void
put_goal(struct gf_page *page, size_t node)
{
	const struct gf_net_node *n = &page->net.nodes[node];
	const struct gf_goal *g = n->goal;
	const struct gf_pace *p = &page->paces[node];
	const char *level = gf_config_level(g->config, g->level);
	struct gf_buf *b = page->b;
	bool inherited;

	put_text(b, "t", gf_goal_text(g, GOAL_TITLE));
	put_owner(page, g);
	put_text(b, "l", gf_str(level));
	gf_buf_printf(b, ",\"s\":%u", (unsigned)n->state);
	put_text(b, "rule", gf_str(p->rule));
	if (n->known && !gf_goal_holds(g))
		gf_buf_printf(b, ",\"p\":%d", (int)n->percent);
	put_text(b, "q", (struct gf_str){ page->net.text.p + n->at, n->n });
	put_text(b, "u", gf_goal_unit(g));
	put_text(b, "me", gf_val_text(gf_goal_measure(g, MEASURE_METRIC)));
	put_text(b, "sy", gf_goal_text(g, GOAL_STRATEGY));
	put_day(b, "a", gf_goal_start(g));
	put_day(b, "z", gf_goal_due(g, &inherited));
	if (inherited)
		gf_buf_text(b, ",\"zp\":1");
	if (p->measured && p->dated && g->open)
		gf_buf_printf(b, ",\"d\":%d", p->days_ahead);
}

static void
put_states(struct gf_buf *b)
{
	for (int i = 0; i < GF_STATES; i++)
		gf_buf_printf(b, "%s\"%s\"", i > 0 ? "," : "",
		    gf_state_name((enum gf_state)i));
}

void
gf_page_data(struct gf_page *page)
{
	struct gf_arena scratch = { 0 };
	struct gf_buf *b = page->b;
	size_t edge = 0;

	gf_buf_printf(b, "<script type=\"application/json\" id=\"plan\">\n"
	    "{\"today\":%d,\"states\":[", (int)page->o->plan->today);
	put_states(b);
	gf_buf_text(b, "],\"goals\":[");
	for (size_t i = 0; i < page->net.nnodes; i++) {
		gf_buf_text(b, i > 0 ? ",\n{\"i\":" : "\n{\"i\":");
		gf_page_text(b, page->net.nodes[i].id);
		if (page->net.nodes[i].goal != NULL) {
			put_goal(page, i);
			put_more(page, i, &scratch);
			gf_arena_clear(&scratch);
			put_parents(page, &edge, i);
		}
		gf_buf_byte(b, '}');
	}
	gf_buf_text(b, "]}\n</script>\n");
	gf_arena_release(&scratch);
}
