#include "base/mem.h"
#include "judge/pace.h"
#include "out/map_sheet.h"
#include "out/map_tree.h"

static const char *const keys[] = {
	"title", "owner", "level", "supports", "target", "actual", "unit",
	"children_target", "gap", "over_assigned", "unplanned", "progress",
	"status", "status_path"
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

/* The sums, unknown unless goals below add up and there is what to compare. */
static void
put_sums(struct gf_buf *b, const struct gf_total *sum)
{
	bool adds = sum != NULL && sum->ncarry > 0;
	bool compared = adds && sum->compared;
	struct gf_num none = GF_NUM(0);

	put_num(b, "children_target", adds, adds ? gf_ratio_num(sum->target) :
	    none);
	put_num(b, "gap", compared, compared ? sum->gap : none);
	put_num(b, "over_assigned", compared, compared ? sum->over_assigned :
	    none);
	put_num(b, "unplanned", compared, compared ? sum->unplanned : none);
}

/* The goals that explain the status, the nearest first. */
static void
put_why(struct gf_buf *b, const struct gf_rollup *rollup,
    const struct gf_goal *g, const struct gf_look *look)
{
	put_key(b, "status_path");
	gf_buf_byte(b, '[');
	for (unsigned n = 0; n < GF_ROLLUP_WHY; n++) {
		g = gf_rollup_of(rollup, g)->because;
		if (g == NULL || gf_sheet_hides(look, g))
			break;
		if (n > 0)
			gf_buf_byte(b, ',');
		gf_json(b, g->id);
	}
	gf_buf_byte(b, ']');
}

/* Which of the values are not the goal's own but of those below it. */
static void
put_rolled(struct gf_buf *b, const struct gf_roll *p)
{
	if (!p->rolled && !p->weighed)
		return;
	put_key(b, "rolled");
	gf_buf_text(b, p->rolled ? "[\"actual\",\"progress\"]" :
	    "[\"progress\"]");
}

static void
put_goal(struct gf_buf *b, const struct gf_rollup *rollup,
    const struct gf_goal *g, const struct gf_look *look)
{
	const struct gf_val *to = gf_goal_measure(g, MEASURE_TO);
	const struct gf_roll *p = gf_rollup_of(rollup, g);

	put_text(b, "title", gf_goal_text(g, GOAL_TITLE));
	put_text(b, "owner", gf_sheet_owner(g));
	put_text(b, "level", gf_str(gf_config_level(g->config, g->level)));
	put_supports(b, g);
	put_num(b, "target", to != NULL, to ? to->u.num : GF_NUM(0));
	put_num(b, "actual", p->counted, p->actual);
	put_text(b, "unit", gf_goal_unit(g));
	put_sums(b, p->sum);
	put_num(b, "progress", p->known, p->progress);
	put_text(b, "status", gf_str(gf_state_name(p->state)));
	put_why(b, rollup, g, look);
	put_rolled(b, p);
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
			put_goal(b, o->rollup, row->goal, look);
		head = gf_goal_head(row->goal);
		pos = gf_doc_pos(head.doc, head.at.line, head.at.col);
		put_text(b, "path", pos.path);
		put_num(b, "line", true, GF_NUM(pos.line));
		gf_buf_text(b, "}\n");
	}
}
