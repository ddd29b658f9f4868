#include "out/fit.h"
#include "out/loss_table.h"

enum column {
	COL_GOAL, COL_OBSTACLE, COL_WHEN, COL_THEN, COL_LIKELIHOOD, COL_COST,
	COL_LOSS, COL_UNIT, COL_SHARE, COL_STATUS, COL_DUE, COL_PATH,
	COL_LINE, COLUMNS
};

static const char *const names[COLUMNS] = {
	"goal", "obstacle", "when", "then", "likelihood", "cost", "loss",
	"unit", "share", "status", "due", "path", "line"
};

/* What stands in a column. */
struct value {
	bool known;
	bool bare;		/* a number or yes/no, else a text */
	struct gf_buf text;
};

/* Place and goal are told of every obstacle, the rest not to everybody. */
static bool
is_open_to_all(enum column c)
{
	return c == COL_GOAL || c == COL_PATH || c == COL_LINE;
}

static void
take_text(struct value *v, struct gf_str text)
{
	v->known = text.n > 0;
	gf_buf_str(&v->text, text);
}

static void
take_num(struct value *v, bool known, struct gf_num n)
{
	v->bare = true;
	v->known = known;
	if (known)
		gf_num_print(&v->text, n);
}

static void
take_due(struct value *v, enum gf_watch_state s)
{
	v->bare = true;
	v->known = s == GF_WATCH_TRUE || s == GF_WATCH_FALSE;
	gf_buf_text(&v->text, s == GF_WATCH_TRUE ? "true" : "false");
}

static void
take(struct value *v, const struct gf_loss *l, enum column c)
{
	const struct gf_obstacle *o = &l->obstacle;
	struct gf_place at = gf_goal_place(o->goal, o->val);
	struct gf_pos pos = gf_doc_pos(at.doc, at.at.line, at.at.col);

	v->known = v->bare = false;
	gf_buf_clear(&v->text);
	switch (c) {
	case COL_GOAL: take_text(v, o->goal->id); break;
	case COL_OBSTACLE:
		v->known = true;
		gf_obstacle_name(&v->text, o);
		break;
	case COL_WHEN: take_text(v, gf_rec_text(o->rec, OBSTACLE_WHEN)); break;
	case COL_THEN: take_text(v, gf_rec_text(o->rec, OBSTACLE_THEN)); break;
	case COL_LIKELIHOOD: take_num(v, l->likely, l->likelihood); break;
	case COL_COST: take_num(v, l->costed, l->cost); break;
	case COL_LOSS: take_num(v, l->known, l->loss); break;
	case COL_UNIT: take_text(v, l->unit); break;
	case COL_SHARE: take_num(v, l->shared, l->share); break;
	case COL_STATUS:
		take_text(v, gf_str(gf_obstacle_state_name(o->state)));
		break;
	case COL_DUE: take_due(v, l->watch.state); break;
	case COL_PATH: take_text(v, pos.path); break;
	default: take_num(v, true, GF_NUM(pos.line));
	}
}

/* What is kept private is named, never left out as if it were missing. */
static void
put_private(struct gf_buf *b)
{
	const char *sep = "";

	gf_buf_text(b, ",\"private\":[");
	for (enum column c = 0; c < COLUMNS; c++) {
		if (is_open_to_all(c))
			continue;
		gf_buf_text(b, sep);
		gf_json(b, gf_str(names[c]));
		sep = ",";
	}
	gf_buf_byte(b, ']');
}

void
gf_loss_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_losses *all = model;
	struct value v = { 0 };

	for (size_t i = 0; i < all->n; i++) {
		bool hidden = gf_loss_hides(look, &all->v[i]);

		for (enum column c = 0; c < COLUMNS; c++) {
			gf_buf_text(b, c == 0 ? "{\"" : ",\"");
			gf_buf_text(b, names[c]);
			gf_buf_text(b, "\":");
			take(&v, &all->v[i], c);
			if (!v.known || (hidden && !is_open_to_all(c)))
				gf_buf_text(b, "null");
			else if (v.bare)
				gf_buf_str(b, gf_buf_view(&v.text));
			else
				gf_json(b, gf_buf_view(&v.text));
		}
		if (hidden)
			put_private(b);
		gf_buf_text(b, "}\n");
	}
	gf_buf_release(&v.text);
}

void
gf_loss_csv(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_losses *all = model;
	struct value v = { 0 };

	for (enum column c = 0; c < COLUMNS; c++) {
		gf_buf_text(b, c == 0 ? "" : ",");
		gf_buf_text(b, names[c]);
	}
	gf_buf_text(b, "\r\n");
	for (size_t i = 0; i < all->n; i++) {
		bool hidden = gf_loss_hides(look, &all->v[i]);

		for (enum column c = 0; c < COLUMNS; c++) {
			gf_buf_text(b, c == 0 ? "" : ",");
			take(&v, &all->v[i], c);
			if (hidden && !is_open_to_all(c))
				gf_buf_text(b, c == COL_OBSTACLE ?
				    "(kept private)" : "");
			else if (v.known && v.bare)
				gf_buf_str(b, gf_buf_view(&v.text));
			else if (v.known)
				gf_fit_csv(b, gf_buf_view(&v.text));
		}
		gf_buf_text(b, "\r\n");
	}
	gf_buf_release(&v.text);
}

void
gf_loss_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	static const enum column shown[] = {
		COL_LOSS, COL_UNIT, COL_SHARE, COL_LIKELIHOOD, COL_COST,
		COL_GOAL, COL_OBSTACLE, COL_WHEN, COL_THEN, COL_STATUS,
		COL_DUE
	};
	const struct gf_losses *all = model;
	struct value v = { 0 };

	gf_buf_byte(b, '|');
	for (size_t k = 0; k < GF_LEN(shown); k++)
		gf_buf_printf(b, " %s |", names[shown[k]]);
	gf_buf_text(b, "\n|");
	for (size_t k = 0; k < GF_LEN(shown); k++)
		gf_buf_text(b, " --- |");
	gf_buf_byte(b, '\n');
	for (size_t i = 0; i < all->n; i++) {
		bool hidden = gf_loss_hides(look, &all->v[i]);

		gf_buf_byte(b, '|');
		for (size_t k = 0; k < GF_LEN(shown); k++) {
			gf_buf_byte(b, ' ');
			take(&v, &all->v[i], shown[k]);
			if (hidden && !is_open_to_all(shown[k]))
				gf_buf_text(b, shown[k] == COL_OBSTACLE ?
				    "(kept private)" : "");
			else if (v.known && v.bare)
				gf_buf_str(b, gf_buf_view(&v.text));
			else if (v.known)
				gf_fit_md(b, gf_buf_view(&v.text));
			gf_buf_text(b, " |");
		}
		gf_buf_byte(b, '\n');
	}
	gf_buf_release(&v.text);
}
