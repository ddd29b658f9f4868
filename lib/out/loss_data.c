#include "out/cell.h"
#include "out/loss_table.h"

enum column {
	GOAL, OBSTACLE, WHEN, THEN, LIKELIHOOD, COST, LOSS, UNIT, SHARE,
	STATUS, DUE, PATH, LINE, COLUMNS
};

static const char *const keys[COLUMNS] = {
	"goal", "obstacle", "when", "then", "likelihood", "cost", "loss",
	"unit", "share", "status", "due", "path", "line"
};

/* Place and goal are told of every obstacle, the rest not to everybody. */
static bool
is_open_to_all(unsigned c)
{
	return c == GOAL || c == PATH || c == LINE;
}

/* The name goes into the buffer. */
static void
fill(struct gf_cell *c, const struct gf_loss *l, struct gf_buf *name)
{
	const struct gf_obstacle *o = &l->obstacle;
	struct gf_place at = gf_goal_place(o->goal, o->val);
	struct gf_pos pos = gf_doc_pos(at.doc, at.at.line, at.at.col);

	gf_buf_clear(name);
	gf_obstacle_name(name, o);
	c[GOAL] = gf_cell_text(o->goal->id);
	c[OBSTACLE] = gf_cell_text(gf_buf_view(name));
	c[WHEN] = gf_cell_text(gf_rec_text(o->rec, OBSTACLE_WHEN));
	c[THEN] = gf_cell_text(gf_rec_text(o->rec, OBSTACLE_THEN));
	c[LIKELIHOOD] = gf_cell_num(l->likely, l->likelihood);
	c[COST] = gf_cell_num(l->costed, l->cost);
	c[LOSS] = gf_cell_num(l->known, l->loss);
	c[UNIT] = gf_cell_text(l->unit);
	c[SHARE] = gf_cell_num(l->shared, l->share);
	c[STATUS] = gf_cell_text(gf_str(gf_obstacle_state_name(o->state)));
	c[DUE] = gf_cell_yesno(l->watch.state == GF_WATCH_TRUE ||
	    l->watch.state == GF_WATCH_FALSE, l->watch.state == GF_WATCH_TRUE);
	c[PATH] = gf_cell_text(pos.path);
	c[LINE] = gf_cell_num(true, GF_NUM(pos.line));
}

void
gf_loss_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_losses *all = model;
	struct gf_cell cells[COLUMNS];
	struct gf_buf name = { 0 };
	bool private[COLUMNS];

	for (unsigned i = 0; i < COLUMNS; i++)
		private[i] = !is_open_to_all(i);
	for (size_t i = 0; i < all->n; i++) {
		fill(cells, &all->v[i], &name);
		gf_cell_jsonl(b, keys, cells, COLUMNS, gf_loss_hides(look,
		    &all->v[i]) ? private : NULL);
	}
	gf_buf_release(&name);
}

void
gf_loss_csv(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_losses *all = model;
	struct gf_cell cells[COLUMNS];
	struct gf_buf name = { 0 };

	gf_cell_csv_head(b, keys, COLUMNS);
	for (size_t i = 0; i < all->n; i++) {
		bool hidden = gf_loss_hides(look, &all->v[i]);

		fill(cells, &all->v[i], &name);
		for (unsigned c = 0; hidden && c < COLUMNS; c++)
			if (!is_open_to_all(c))
				cells[c].kind = GF_CELL_NONE;
		if (hidden)
			cells[OBSTACLE] = gf_cell_text(GF_STR("(kept "
			    "private)"));
		gf_cell_csv(b, cells, COLUMNS);
	}
	gf_buf_release(&name);
}
