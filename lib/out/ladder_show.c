#include "out/fit.h"
#include "out/ladder_show.h"
#include "out/map_sheet.h"

#define LABEL 8			/* columns before the text of a rung */

/* One line: what stands left of a text that is cut to what is left. */
static void
put_line(struct gf_buf *b, const struct gf_look *look, const char *drawn,
    const char *ascii, struct gf_str label, struct gf_str text)
{
	size_t room = look->width > LABEL + 4 ? look->width - LABEL - 4 :
	    look->width > 0 ? 1 : SIZE_MAX;

	gf_buf_text(b, look->utf8 ? drawn : ascii);
	gf_fit_pad(b, label, LABEL, look);
	gf_fit(b, text, room, look);
	gf_fit_end(b);
}

/* "acme/independent: We stay ..., through acme-arr". */
static void
put_aim(struct gf_buf *b, const struct gf_ladder *l,
    const struct gf_ladder_aim *a,
    const struct gf_look *look)
{
	struct gf_buf s = { 0 };

	gf_buf_str(&s, a->id);
	gf_buf_text(&s, a->text.n > 0 ? ": " : "");
	gf_buf_str(&s, a->text);
	if (a->through != l->goal && !gf_sheet_hides(look, a->through)) {
		gf_buf_text(&s, ", through ");
		gf_buf_str(&s, a->through->id);
	}
	put_line(b, look, "    ", "    ", GF_STR("meets"), gf_buf_view(&s));
	gf_buf_release(&s);
}

static void
put_rungs(struct gf_buf *b, const struct gf_ladder *l,
    const struct gf_look *look)
{
	for (size_t i = l->nrungs; i-- > 0; ) {
		struct gf_buf label = { 0 };

		if (i + 1 == l->nrungs)
			gf_buf_text(&label, "WHY");
		else
			gf_buf_printf(&label, "%zu", i + 1);
		put_line(b, look, i + 1 == l->nrungs ?
		    "\xe2\x94\x8c\xe2\x94\x80\xe2\x94\x90 " :
		    "\xe2\x94\x9c\xe2\x94\x80\xe2\x94\xa4 ", "|-| ",
		    gf_buf_view(&label), gf_val_text(&l->rungs[i]));
		gf_buf_release(&label);
	}
}

static void
put_step(struct gf_buf *b, const struct gf_ladder *l,
    const struct gf_look *look)
{
	struct gf_buf s = { 0 };
	struct gf_str by = gf_rec_text(l->step, STEP_BY);
	const struct gf_val *minutes = gf_rec_get(l->step, STEP_MINUTES);

	gf_buf_str(&s, gf_rec_text(l->step, STEP_DO));
	if (by.n > 0) {
		gf_buf_text(&s, ", by ");
		gf_buf_str(&s, by);
	}
	if (minutes != NULL)
		gf_buf_printf(&s, ", %d min", (int)minutes->u.n);
	if (gf_step_done(l->step))
		gf_buf_text(&s, ", done");
	put_line(b, look, "    ", "    ", GF_STR("step"), gf_buf_view(&s));
	gf_buf_release(&s);
}

/* Whether the ladder itself is not for this reader. */
static bool
hides(const struct gf_look *look, const struct gf_ladder *l)
{
	return look->audience > GF_COACH && l->nrungs > 0;
}

void
gf_ladder_draw(struct gf_buf *b, const struct gf_ladder *l,
    const struct gf_look *look)
{
	bool hidden = hides(look, l);

	for (size_t i = 0; i < l->naims; i++)
		if (!l->aims[i].personal || look->audience == GF_COACH)
			put_aim(b, l, &l->aims[i], look);
	if (hidden)
		put_line(b, look, "\xe2\x94\x8c\xe2\x94\x80\xe2\x94\x90 ",
		    "|-| ", GF_STR("WHY"), GF_STR("(kept private)"));
	else
		put_rungs(b, l, look);
	put_line(b, look, l->nrungs == 0 ? "    " : "\xe2\x94\xb4\xe2\x94\x80\xe2\x94\xb4 ", l->nrungs == 0 ?
	    "    " : "+-+ ", GF_STR("goal"),
	    gf_goal_text(l->goal, GOAL_TITLE));
	if (l->step != NULL)
		put_step(b, l, look);
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_ladders *all = model;
	size_t shown = 0, empty = 0, hidden = 0, private = 0;
	struct gf_buf foot = { 0 };

	for (size_t i = 0; i < all->n; i++) {
		const struct gf_ladder *l = &all->v[i];

		if (gf_sheet_hides(look, l->goal)) {
			private++;
			continue;
		}
		if (!all->named && l->nrungs == 0) {
			empty++;
			continue;
		}
		hidden += hides(look, l);
		gf_buf_text(b, shown++ > 0 ? "\n" : "");
		gf_fit(b, l->goal->id, look->width ? look->width : SIZE_MAX,
		    look);
		gf_buf_byte(b, '\n');
		gf_ladder_draw(b, l, look);
	}
	if (empty > 0)
		gf_buf_printf(&foot, "%zu goal%s no ladder yet; 'whyladder "
		    "climb' asks for one\n", empty, empty == 1 ? " has" :
		    "s have");
	if (hidden > 0)
		gf_buf_printf(&foot, "(kept private) %zu ladder%s; --audience "
		    "coach shows %s\n", hidden, hidden == 1 ? "" : "s",
		    hidden == 1 ? "it" : "them");
	if (private > 0)
		gf_buf_printf(&foot, "(kept private) %zu goal%s; --audience "
		    "coach shows %s\n", private, private == 1 ? "" : "s",
		    private == 1 ? "it" : "them");
	if (foot.n > 0 && shown > 0)
		gf_buf_byte(b, '\n');
	gf_fit_lines(b, gf_buf_view(&foot), look->width);
	gf_buf_release(&foot);
}

static void
put_key(struct gf_buf *b, const char *key)
{
	gf_buf_printf(b, ",\"%s\":", key);
}

static void
put_rung_list(struct gf_buf *b, const struct gf_ladder *l)
{
	const char *sep = "";

	gf_buf_byte(b, '[');
	for (size_t i = 0; i < l->nrungs; i++) {
		if (l->rungs[i].bad)
			continue;
		gf_buf_text(b, sep);
		gf_json(b, gf_val_text(&l->rungs[i]));
		sep = ",";
	}
	gf_buf_byte(b, ']');
}

static void
put_step_object(struct gf_buf *b, const struct gf_rec *step)
{
	static const struct {
		const char *key;
		unsigned field;
	} texts[] = { { "do", STEP_DO }, { "by", STEP_BY },
	    { "learned", STEP_LEARNED } };
	const struct gf_val *minutes = gf_rec_get(step, STEP_MINUTES);

	gf_buf_text(b, "{\"done\":");
	gf_buf_text(b, gf_step_done(step) ? "true" : "false");
	for (size_t i = 0; i < GF_LEN(texts); i++) {
		struct gf_str s = gf_rec_text(step, texts[i].field);

		put_key(b, texts[i].key);
		if (s.n > 0)
			gf_json(b, s);
		else
			gf_buf_text(b, "null");
	}
	put_key(b, "minutes");
	if (minutes != NULL)
		gf_num_print(b, GF_NUM(minutes->u.n));
	else
		gf_buf_text(b, "null");
	gf_buf_byte(b, '}');
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_ladders *all = model;

	for (size_t i = 0; i < all->n; i++) {
		const struct gf_ladder *l = &all->v[i];
		struct gf_place head = gf_goal_head(l->goal);
		struct gf_pos pos = gf_doc_pos(head.doc, head.at.line,
		    head.at.col);
		bool goal = gf_sheet_hides(look, l->goal);
		bool hidden = goal || hides(look, l);

		gf_buf_text(b, "{\"goal\":");
		gf_json(b, l->goal->id);
		put_key(b, "rungs");
		if (hidden)
			gf_buf_text(b, "null");
		else
			put_rung_list(b, l);
		put_key(b, "why");
		if (hidden || l->nrungs == 0)
			gf_buf_text(b, "null");
		else
			gf_json(b, gf_val_text(&l->rungs[l->nrungs - 1]));
		put_key(b, "step");
		if (goal || l->step == NULL)
			gf_buf_text(b, "null");
		else
			put_step_object(b, l->step);
		put_key(b, "path");
		gf_json(b, pos.path);
		put_key(b, "line");
		gf_num_print(b, GF_NUM(pos.line));
		if (hidden)
			gf_buf_printf(b, ",\"private\":[\"rungs\",\"why\"%s]",
			    goal ? ",\"step\"" : "");
		gf_buf_text(b, "}\n");
	}
}

const struct gf_format gf_ladder_formats[2] = {
	{ "text", "each ladder as a picture", write_text },
	{ "jsonl", "one JSON object a goal", write_jsonl },
};
