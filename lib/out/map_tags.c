#include <stdlib.h>

#include "base/mem.h"
#include "out/map_formats.h"
#include "out/map_sheet.h"

/* Where one id is. */
struct tag {
	struct gf_str name, path;
	uint32_t line;
	char kind;
};

struct tags {
	struct tag *v;
	size_t n, cap;
};

/*
 * What a line of a tags file cannot hold, or a person not see, is left out:
 * nothing quotes there.
 */
static bool
is_plain(struct gf_str s)
{
	struct gf_buf shown = { 0 };
	bool same;

	gf_show(&shown, s);
	same = s.n > 0 && gf_str_eq(gf_buf_view(&shown), s);
	gf_buf_release(&shown);
	return same;
}

static void
add(struct tags *t, struct gf_str name, const struct gf_doc *doc,
    struct gf_at at, char kind)
{
	struct gf_pos pos = gf_doc_pos(doc, at.line, at.col);

	if (!gf_id_ok(name) || !is_plain(pos.path) || doc->private)
		return;
	t->v = gf_grow(t->v, t->n, &t->cap, sizeof(*t->v));
	t->v[t->n++] = (struct tag){ name, pos.path, (uint32_t)pos.line,
		kind };
}

static void
add_obstacles(struct tags *t, const struct gf_goal *g,
    const struct gf_look *look)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_OBSTACLES, &items);

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = items[i].type == GF_T_REC &&
		    !items[i].bad ? items[i].u.rec : NULL;
		const struct gf_val *id = gf_rec_get(r, OBSTACLE_ID);
		struct gf_place at;

		if (id == NULL || (look->audience > GF_COACH &&
		    gf_rec_word(r, OBSTACLE_SIDE, -1) == 0))
			continue;
		at = gf_goal_place(g, id);
		if (at.doc != NULL)
			add(t, gf_val_text(id), at.doc, at.at, 'o');
	}
}

static void
add_parties(struct tags *t, const struct gf_plan *plan)
{
	for (size_t i = 0; i < plan->nparties; i++) {
		const struct gf_party *p = plan->parties[i];

		if (p->doc->given && p->rec != NULL)
			add(t, p->id, p->doc, gf_rec_at(p->rec),
			    *gf_kind_name(p->kind));
	}
}

static int
by_name(const void *va, const void *vb)
{
	const struct tag *a = va, *b = vb;
	int c = gf_str_cmp(a->name, b->name);

	if (c == 0)
		c = gf_str_cmp(a->path, b->path);
	return c != 0 ? c : (a->line > b->line) - (a->line < b->line);
}

void
gf_map_tags(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_outline *o = model;
	struct tags t = { 0 };

	for (size_t i = 0; i < o->n; i++) {
		const struct gf_outline_row *row = &o->rows[i];
		struct gf_place head;

		if (row->goal == NULL || row->again || !row->chosen ||
		    gf_sheet_hides(look, row->goal))
			continue;
		head = gf_goal_head(row->goal);
		add(&t, row->goal->id, head.doc, head.at, 'g');
		add_obstacles(&t, row->goal, look);
	}
	add_parties(&t, o->plan);
	if (t.n > 1)
		qsort(t.v, t.n, sizeof(*t.v), by_name);
	gf_buf_text(b, "!_TAG_FILE_FORMAT\t2\t/extended/\n"
	    "!_TAG_FILE_SORTED\t1\t/by bytes/\n");
	for (size_t i = 0; i < t.n; i++)
		gf_buf_printf(b, "%.*s\t%.*s\t%u;\"\t%c\n",
		    (int)t.v[i].name.n, t.v[i].name.p, (int)t.v[i].path.n,
		    t.v[i].path.p, (unsigned)t.v[i].line, t.v[i].kind);
	free(t.v);
}
