#include "base/mem.h"
#include "judge/pace.h"
#include "out/map_sheet.h"
#include "out/map_tree.h"

static const char *const keys[] = {
	"title", "owner", "level", "supports", "target", "actual", "unit",
	"progress", "status"
};

static void
put_key(struct gf_buf *b, const char *key)
{
	gf_buf_text(b, ",\"");
	gf_buf_text(b, key);
	gf_buf_text(b, "\":");
}

static void
put_text(struct gf_buf *b, const char *key, struct gf_str text)
{
	put_key(b, key);
	if (text.n > 0)
		gf_json(b, text);
	else
		gf_buf_text(b, "null");
}

static void
put_num(struct gf_buf *b, const char *key, bool known, struct gf_num n)
{
	put_key(b, key);
	if (known)
		gf_num_print(b, n);
	else
		gf_buf_text(b, "null");
}

static void
put_supports(struct gf_buf *b, const struct gf_goal *g)
{
	put_key(b, "supports");
	gf_buf_byte(b, '[');
	for (uint32_t i = 0; i < g->nlinks; i++) {
		if (i > 0)
			gf_buf_byte(b, ',');
		gf_json(b, g->links[i].id);
	}
	gf_buf_byte(b, ']');
}

static void
put_goal(struct gf_buf *b, const struct gf_plan *plan,
    const struct gf_goal *g, struct gf_arena *scratch)
{
	const struct gf_val *to = gf_goal_measure(g, MEASURE_TO);
	struct gf_pace p;

	gf_pace_state(plan, g, scratch, &p);
	put_text(b, "title", gf_goal_text(g, GOAL_TITLE));
	put_text(b, "owner", gf_sheet_owner(g));
	put_text(b, "level", gf_str(gf_config_level(g->config, g->level)));
	put_supports(b, g);
	put_num(b, "target", to != NULL, to ? to->u.num : GF_NUM(0));
	put_num(b, "actual", p.as_of != GF_NO_DAY, p.current);
	put_text(b, "unit", gf_goal_unit(g));
	put_num(b, "progress", p.known, p.progress);
	put_text(b, "status", gf_str(gf_state_name(p.state)));
}

/* What is kept private is named, never left out as if it were missing. */
static void
put_hidden(struct gf_buf *b)
{
	for (size_t i = 0; i < GF_LEN(keys); i++)
		put_text(b, keys[i], GF_STR(""));
	put_key(b, "private");
	for (size_t i = 0; i < GF_LEN(keys); i++) {
		gf_buf_byte(b, i > 0 ? ',' : '[');
		gf_json(b, gf_str(keys[i]));
	}
	gf_buf_byte(b, ']');
}

void
gf_map_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_outline *o = model;
	struct gf_arena scratch = { 0 };

	for (size_t i = 0; i < o->n; i++) {
		const struct gf_outline_row *row = &o->rows[i];
		struct gf_place head;
		struct gf_pos pos;

		if (row->goal == NULL || row->again || !row->chosen)
			continue;
		gf_buf_text(b, "{\"goal\":");
		gf_json(b, row->goal->id);
		if (gf_sheet_hides(look, row->goal))
			put_hidden(b);
		else
			put_goal(b, o->plan, row->goal, &scratch);
		head = gf_goal_head(row->goal);
		pos = gf_doc_pos(head.doc, head.at.line, head.at.col);
		put_text(b, "path", pos.path);
		put_num(b, "line", true, GF_NUM(pos.line));
		gf_buf_text(b, "}\n");
		gf_arena_clear(&scratch);
	}
	gf_arena_release(&scratch);
}
