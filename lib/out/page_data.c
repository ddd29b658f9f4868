#include "goal/table.h"
#include "judge/obstacle.h"
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

/* Whether a field is for who reads the page. */
static bool
is_for(const struct gf_page *page, const struct gf_table *t, unsigned field)
{
	return t->fields[field].audience >= page->look->audience;
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
put_remarks(struct gf_page *page, const struct gf_goal *g)
{
	struct gf_buf text = { 0 };
	struct gf_str rest;
	bool more = false;

	gf_remarks_add(&page->remarks, &text, g);
	rest = gf_buf_view(&text);
	if (rest.n > 0) {
		put_key(page->b, "re");
		gf_buf_byte(page->b, '[');
		while (rest.n > 0) {
			struct gf_str line = gf_str_cut(&rest, '\n');

			if (more)
				gf_buf_byte(page->b, ',');
			gf_page_text(page->b, line);
			more = true;
		}
		gf_buf_byte(page->b, ']');
	}
	gf_buf_release(&text);
}

/* The text of the aim that PARTY/AIM names, empty if it is not known. */
static struct gf_str
aim_text(const struct gf_party *p, struct gf_str id)
{
	bool company = p->kind == GF_COMPANYDOC;
	unsigned field = company ? (unsigned)COMPANY_WHY :
	    (unsigned)PERSON_WHY;
	const struct gf_rec *halves[] = { p->rec, p->half };
	const struct gf_val *items;

	for (size_t h = 0; h < GF_LEN(halves); h++) {
		size_t n = gf_rec_list(halves[h], field, &items);

		for (size_t i = 0; i < n; i++) {
			const struct gf_rec *r = items[i].bad ||
			    items[i].type != GF_T_REC ? NULL : items[i].u.rec;

			if (gf_str_eq(gf_rec_text(r, AIM_ID), id))
				return gf_rec_text(r, AIM_TEXT);
		}
	}
	return GF_STR("");
}

/* The aims that it serves, those of a person for the coach alone. */
static void
put_aims(struct gf_page *page, const struct gf_goal *g, bool *hidden)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_SERVES, &items);
	bool more = false;

	for (size_t i = 0; i < n; i++) {
		struct gf_str id = gf_val_text(&items[i]);
		struct gf_str whose = gf_str_cut(&id, '/');
		const struct gf_party *p = gf_plan_party(page->o->plan, whose,
		    NULL);
		struct gf_str text;

		if (items[i].bad || p == NULL)
			continue;
		if (p->kind != GF_COMPANYDOC &&
		    page->look->audience > GF_COACH) {
			*hidden = true;
			continue;
		}
		text = aim_text(p, id);
		if (text.n == 0)
			continue;
		gf_buf_text(page->b, more ? "," : ",\"ai\":[");
		gf_buf_byte(page->b, '[');
		gf_page_text(page->b, p->name.n > 0 ? p->name : p->id);
		gf_buf_byte(page->b, ',');
		gf_page_text(page->b, text);
		gf_buf_byte(page->b, ']');
		more = true;
	}
	if (more)
		gf_buf_byte(page->b, ']');
}

/* The ladder, nearest rung first, or that there is one. */
static void
put_why(struct gf_page *page, const struct gf_goal *g)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_WHY, &items);
	bool hidden = n > 0 && !is_for(page, &gf_goal_table, GOAL_WHY);

	if (n > 0 && !hidden) {
		put_key(page->b, "why");
		for (size_t i = 0; i < n; i++) {
			gf_buf_byte(page->b, i > 0 ? ',' : '[');
			gf_page_text(page->b, gf_val_text(&items[i]));
		}
		gf_buf_byte(page->b, ']');
	}
	put_aims(page, g, &hidden);
	if (hidden)
		gf_buf_text(page->b, ",\"pw\":1");
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
put_obstacles(struct gf_page *page, const struct gf_goal *g)
{
	size_t n = gf_obstacle_count(g), hidden = 0;
	bool more = false;

	for (size_t i = 0; i < n; i++) {
		struct gf_obstacle o;

		if (!gf_obstacle_read(&o, g, i))
			continue;
		if (page->look->audience > GF_COACH &&
		    gf_obstacle_private(&o)) {
			hidden++;
			continue;
		}
		gf_buf_text(page->b, more ? "," : ",\"ob\":[");
		put_obstacle(page->b, &o);
		more = true;
	}
	if (more)
		gf_buf_byte(page->b, ']');
	if (hidden > 0)
		gf_buf_printf(page->b, ",\"po\":%zu", hidden);
}

/* The next tiny step, while it is open. */
static void
put_step(struct gf_buf *b, const struct gf_goal *g)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_FIRST_STEP);
	const struct gf_val *by;

	if (v == NULL || v->list || v->type != GF_T_REC ||
	    gf_rec_get(v->u.rec, STEP_DONE) != NULL)
		return;
	put_text(b, "st", gf_rec_text(v->u.rec, STEP_DO));
	by = gf_rec_get(v->u.rec, STEP_BY);
	if (by != NULL)
		put_day(b, "sb", by->u.span.last);
}

static void
put_place(struct gf_buf *b, const struct gf_goal *g)
{
	struct gf_place head = gf_goal_head(g);
	struct gf_pos pos = gf_doc_pos(head.doc, head.at.line, head.at.col);

	put_text(b, "f", pos.path);
	gf_buf_printf(b, ",\"n\":%u", (unsigned)pos.line);
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
	put_remarks(page, g);
	put_why(page, g);
	put_obstacles(page, g);
	put_step(b, g);
	put_place(b, g);
	if (n->aside)
		gf_buf_text(b, ",\"as\":1");
	gf_page_chart(page, node);
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
			put_parents(page, &edge, i);
		}
		gf_buf_byte(b, '}');
	}
	gf_buf_text(b, "]}\n</script>\n");
}
