#include "base/mem.h"
#include "goal/table.h"
#include "out/page_part.h"

/* Whether a field is for who reads the page. */
static bool
is_for(const struct gf_page *page, const struct gf_table *t, unsigned field)
{
	return t->fields[field].audience >= page->look->audience;
}

static void
read_remarks(struct gf_page *page, const struct gf_goal *g,
    struct gf_page_more *m, struct gf_arena *arena)
{
	struct gf_buf text = { 0 };

	gf_remarks_add(&page->remarks, &text, g);
	m->remarks = (struct gf_str){ gf_arena_copy(arena, text.p, text.n),
	    text.n };
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
read_aims(const struct gf_page *page, const struct gf_goal *g,
    struct gf_page_more *m, struct gf_arena *arena)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_SERVES, &items);

	m->aims = gf_arena_alloc(arena, (n + 1) * sizeof(*m->aims));
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
			m->hidden = true;
			continue;
		}
		text = aim_text(p, id);
		if (text.n > 0)
			m->aims[m->naims++] = (struct gf_page_aim){
			    p->name.n > 0 ? p->name : p->id, text };
	}
}

static void
read_obstacles(const struct gf_page *page, const struct gf_goal *g,
    struct gf_page_more *m, struct gf_arena *arena)
{
	size_t n = gf_obstacle_count(g);

	m->obstacles = gf_arena_alloc(arena, (n + 1) * sizeof(*m->obstacles));
	for (size_t i = 0; i < n; i++) {
		struct gf_obstacle *o = &m->obstacles[m->nobstacles];

		if (!gf_obstacle_read(o, g, i))
			continue;
		if (page->look->audience > GF_COACH && gf_obstacle_private(o))
			m->nprivate++;
		else
			m->nobstacles++;
	}
}

/* The next tiny step, while it is open. */
static void
read_step(const struct gf_goal *g, struct gf_page_more *m)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_FIRST_STEP);
	const struct gf_val *by;

	if (v == NULL || v->list || v->type != GF_T_REC ||
	    gf_rec_get(v->u.rec, STEP_DONE) != NULL)
		return;
	m->step = gf_rec_text(v->u.rec, STEP_DO);
	by = gf_rec_get(v->u.rec, STEP_BY);
	if (by != NULL)
		m->step_by = by->u.span.last;
}

void
gf_page_read(struct gf_page *page, size_t node, struct gf_page_more *m,
    struct gf_arena *arena)
{
	const struct gf_goal *g = page->net.nodes[node].goal;
	struct gf_place head = gf_goal_head(g);

	*m = (struct gf_page_more){ .step_by = GF_NO_DAY,
		.pos = gf_doc_pos(head.doc, head.at.line, head.at.col) };
	read_remarks(page, g, m, arena);
	m->nwhy = gf_goal_list(g, GOAL_WHY, &m->why);
	if (m->nwhy > 0 && !is_for(page, &gf_goal_table, GOAL_WHY)) {
		m->hidden = true;
		m->nwhy = 0;
	}
	read_aims(page, g, m, arena);
	read_obstacles(page, g, m, arena);
	read_step(g, m);
}
