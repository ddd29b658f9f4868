#include "base/utf8.h"
#include "judge/align.h"
#include "judge/pace.h"
#include "out/map_remark.h"
#include "out/map_sheet.h"
#include "out/map_tree.h"

#define NARROWEST_TITLE 8

/* Append a text, cut to so many columns; returns those it took. */
static size_t
put_fit(struct gf_sheet *s, struct gf_str text, size_t columns)
{
	const char *dots = s->look->utf8 ? "\xe2\x80\xa6" : "..";
	size_t wide = gf_utf8_width(text), ndots = s->look->utf8 ? 1 : 2;

	if (wide > columns && columns > ndots) {
		text = gf_utf8_fit(text, columns - ndots);
		while (text.n > 0 && text.p[text.n - 1] == ' ')
			text.n--;
		wide = gf_utf8_width(text) + ndots;
	} else
		dots = "";
	gf_buf_str(s->b, text);
	gf_buf_text(s->b, dots);
	return wide;
}

/* The same in a column of that width, with the gap behind it. */
static void
put_column(struct gf_sheet *s, struct gf_str text, size_t columns)
{
	size_t took;

	if (columns == 0)
		return;
	took = put_fit(s, text, columns);
	gf_buf_fill(s->b, ' ', (took < columns ? columns - took : 0) + 2);
}

static void
colour(struct gf_sheet *s, const char *code)
{
	if (s->look->colour)
		gf_buf_text(s->b, code);
}

static size_t
put_branch(struct gf_sheet *s, const struct gf_cells *row)
{
	static const char *const drawn[2][4] = {
		{ "|- ", "`- ", "|  ", "   " },
		{ "\xe2\x94\x9c\xe2\x94\x80 ", "\xe2\x94\x94\xe2\x94\x80 ",
		    "\xe2\x94\x82  ", "   " },
	};
	const char *const *art = drawn[s->look->utf8];

	if (row->depth > GF_SHEET_DEEPEST) {
		gf_buf_printf(s->b, "(%9u) ", (unsigned)row->depth);
		return 12;
	}
	s->more[row->depth] = row->more;
	for (uint32_t d = 1; d <= row->depth; d++) {
		if (d == row->depth)
			gf_buf_text(s->b, art[row->more ? 0 : 1]);
		else
			gf_buf_text(s->b, art[s->more[d] ? 2 : 3]);
	}
	return row->depth * (size_t)3;
}

/* The branches beside a line that belongs to the row above it. */
static size_t
put_beside(struct gf_sheet *s, const struct gf_cells *row, bool below)
{
	const char *bar = s->look->utf8 ? "\xe2\x94\x82  " : "|  ";

	if (row->depth > GF_SHEET_DEEPEST) {
		gf_buf_fill(s->b, ' ', 12);
		return 12;
	}
	for (uint32_t d = 1; d <= row->depth; d++)
		gf_buf_text(s->b, s->more[d] ? bar : "   ");
	gf_buf_text(s->b, below ? bar : "   ");
	return (row->depth + 1) * (size_t)3;
}

/* The id, in brackets where the goal is only on the way; returns columns. */
static size_t
put_id(struct gf_sheet *s, const struct gf_outline_row *row,
    const struct gf_cells *c)
{
	size_t took = put_branch(s, c);
	size_t room = s->id > took + 4 ? s->id - took : 4;
	bool aside = row->goal == NULL || !row->chosen, wrong;
	struct gf_str id = gf_sheet_id(row, &wrong);

	colour(s, aside ? "\033[2m" : "\033[1m");
	if (aside)
		gf_buf_byte(s->b, '(');
	if (wrong)
		gf_buf_text(s->b, "? ");
	room -= aside || wrong ? 2 : 0;
	took += put_fit(s, gf_sheet_shown(s, id), room);
	if (aside)
		gf_buf_byte(s->b, ')');
	colour(s, "\033[0m");
	return took + (aside ? 2 : 0) + (wrong ? 2 : 0);
}

static void
put_bar(struct gf_sheet *s, const struct gf_cells *c)
{
	size_t filled = s->bar == 10 ? c->filled : c->filled / 2;

	if (!c->known) {
		gf_buf_fill(s->b, ' ', (s->bar ? s->bar + 1 : 0) +
		    (s->rate ? 8 : 0));
		return;
	}
	for (size_t i = 0; i < s->bar; i++)
		gf_buf_text(s->b, s->look->utf8 ? i < filled ?
		    "\xe2\x96\x88" : "\xe2\x96\x91" : i < filled ? "#" : ".");
	if (s->bar > 0)
		gf_buf_byte(s->b, ' ');
	if (s->rate)
		gf_buf_printf(s->b, "%4d %%  ", (int)c->percent);
}

static void
put_state(struct gf_sheet *s, enum gf_state state)
{
	const char *word = gf_state_name(state);
	size_t n = 0;

	colour(s, gf_sheet_colour(state));
	for (; word[n] != '\0'; n++)
		gf_buf_byte(s->b, word[n] == '-' ? ' ' : word[n]);
	colour(s, "\033[0m");
	gf_buf_fill(s->b, ' ', s->state - n + 2);
}

/*
 * What a link up is called where it does not simply hold, and to which parent
 * it goes if that does not show.
 */
static void
put_link(struct gf_sheet *s, struct gf_buf *b, const struct gf_link *l,
    struct gf_str parent)
{
	const char *word;

	/* the word would tell of a parent that is not shown */
	if (l->status == GF_LINK_OK || (l->parent != NULL &&
	    gf_sheet_hides(s->look, l->parent)))
		return;
	gf_buf_byte(b, '[');
	for (word = gf_link_name(l->status); *word != '\0'; word++)
		gf_buf_byte(b, *word == '-' ? ' ' : *word);
	if (parent.n > 0) {
		gf_buf_text(b, ": ");
		gf_buf_str(b, gf_sheet_shown(s, parent));
	}
	gf_buf_text(b, "] ");
}

/* On a way up a goal's parents hang below it, else it hangs below one. */
static void
put_links(struct gf_sheet *s, struct gf_buf *b,
    const struct gf_outline_row *row)
{
	const struct gf_goal *g = row->goal;

	if (!s->o->up && row->link != NULL)
		put_link(s, b, row->link, GF_STR(""));
	for (uint32_t i = 0; s->o->up && i < g->nlinks; i++)
		if (g->links[i].status != GF_LINK_ORPHANED)
			put_link(s, b, &g->links[i], g->nlinks > 1 ?
			    g->links[i].id : GF_STR(""));
}

static void
put_title(struct gf_sheet *s, const struct gf_outline_row *row)
{
	size_t used = gf_sheet_used(s), room = SIZE_MAX;
	struct gf_buf b = { 0 };

	if (s->look->width > 0)
		room = s->look->width > used ? s->look->width - used : 0;
	put_links(s, &b, row);
	gf_buf_str(&b, gf_sheet_shown(s, gf_goal_text(row->goal, GOAL_TITLE)));
	if (room >= NARROWEST_TITLE)
		put_fit(s, gf_buf_view(&b), room);
	gf_buf_release(&b);
}

static void
end_line(struct gf_buf *b)
{
	while (b->n > 0 && b->p[b->n - 1] == ' ')
		b->n--;
	gf_buf_byte(b, '\n');
}

static void
put_row(struct gf_sheet *s, const struct gf_outline_row *row,
    const struct gf_cells *c)
{
	const struct gf_goal *g = row->goal;
	size_t took = put_id(s, row, c);

	if (c->depth == 0 && s->id < took)
		took = s->id;
	gf_buf_fill(s->b, ' ', (took < s->id ? s->id - took : 0) + 2);
	if (g == NULL || row->again) {
		gf_buf_text(s->b, g == NULL ? s->o->plan->allow_missing ?
		    "not among these goals" : "no such goal" :
		    row->ring ? "closes a ring" : "see above ");
		if (g != NULL && !row->ring && !s->o->up)
			put_links(s, s->b, row);
		end_line(s->b);
		return;
	}
	put_column(s, gf_sheet_shown(s, gf_sheet_owner(g)), s->owner);
	put_column(s, c->measure > 0 ? (struct gf_str){ s->text.p + c->at,
	    c->measure } : GF_STR(""), s->measure);
	put_bar(s, c);
	put_state(s, (enum gf_state)c->state);
	put_title(s, row);
	end_line(s->b);
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

/* Take the words of a line that fit into so many columns, one at least. */
static struct gf_str
take_words(struct gf_str *line, size_t columns)
{
	struct gf_str all = *line, head = gf_str_cut(line, ' ');

	while (line->n > 0) {
		struct gf_str rest = *line, more = { all.p, head.n + 1 +
		    gf_str_cut(&rest, ' ').n };

		if (gf_utf8_width(more) > columns)
			break;
		head = more;
		*line = rest;
	}
	return head;
}

/* Append lines, folded between words to the columns that there are. */
static void
put_folded(struct gf_sheet *s, struct gf_str text)
{
	size_t width = s->look->width > 0 ? s->look->width : SIZE_MAX;

	while (text.n > 0) {
		struct gf_str line = gf_str_cut(&text, '\n');

		do {
			gf_buf_str(s->b, take_words(&line, width));
			gf_buf_byte(s->b, '\n');
		} while (line.n > 0);
	}
}

/* What the numbers of a row rest on, below it. */
static void
put_remarks(struct gf_sheet *s, const struct gf_outline_row *row,
    const struct gf_cells *c, bool below)
{
	struct gf_str text;

	gf_buf_clear(&s->remark);
	gf_remarks_add(s->remarks, &s->remark, row->goal);
	text = gf_buf_view(&s->remark);
	while (text.n > 0) {
		struct gf_str line = gf_str_cut(&text, '\n');

		while (line.n > 0) {
			size_t took = put_beside(s, c, below), room = SIZE_MAX;

			if (s->look->width > 0)
				room = s->look->width > took + NARROWEST_TITLE ?
				    s->look->width - took : NARROWEST_TITLE;
			colour(s, "\033[2m");
			gf_buf_str(s->b, take_words(&line, room));
			colour(s, "\033[0m");
			gf_buf_byte(s->b, '\n');
		}
	}
}

/* What the words rest on, and what the tree does not show. */
static void
put_foot(struct gf_sheet *s)
{
	const struct gf_config *config = s->o->n > 0 && s->o->rows[0].goal ?
	    s->o->rows[0].goal->config : NULL;
	struct gf_buf b = { 0 };

	if (s->compared && config != NULL) {
		if (s->measure > 0)
			gf_buf_text(&b, "first number: the newest reading; ");
		gf_buf_printf(&b, "on track: at least %d %% of what was "
		    "expected when last measured; behind: at least ",
		    (int)gf_sheet_percent(config->thresholds[GF_TH_ON_TRACK]));
		gf_buf_printf(&b, "%d %%; at risk: less\n",
		    (int)gf_sheet_percent(config->thresholds[GF_TH_BEHIND]));
	}
	if (s->rolled)
		gf_buf_printf(&b, "%s: what the goals below add up to\n",
		    s->look->utf8 ? "\xce\xa3" : "sum");
	if (s->linked && s->nalone > 0) {
		gf_buf_printf(&b, "%zu goal%s below the company serve%s no "
		    "other", s->nalone, plural(s->nalone),
		    s->nalone == 1 ? "s" : "");
		if (s->nmeant > 0)
			gf_buf_printf(&b, ", %zu of them on purpose",
			    s->nmeant);
		gf_buf_byte(&b, '\n');
	}
	gf_sheet_hidden(&b, s->nhidden);
	if (b.n > 0)
		gf_buf_byte(s->b, '\n');
	put_folded(s, gf_buf_view(&b));
	gf_buf_release(&b);
}

/* A goal of the company among those that a way up comes to. */
static const struct gf_goal *
company_of(const struct gf_outline *o)
{
	for (size_t i = 0; i < o->n; i++)
		if (o->rows[i].goal != NULL &&
		    o->rows[i].goal->level == LEVEL_COMPANY)
			return o->rows[i].goal;
	return NULL;
}

/* Whether some way up ends at a goal that may be elsewhere. */
static bool
leads_elsewhere(const struct gf_outline *o)
{
	for (size_t i = 0; o->plan->allow_missing && i < o->n; i++)
		if (o->rows[i].goal == NULL)
			return true;
	return false;
}

/* Whether something hangs below a row among those that are shown. */
static bool
has_below(const struct gf_sheet *s, size_t i)
{
	uint32_t depth = s->cells[i].depth;

	for (i++; i < s->o->n; i++)
		if (!s->cells[i].hidden)
			return s->cells[i].depth > depth;
	return false;
}

static void
write_rows(struct gf_sheet *s)
{
	for (size_t i = 0; i < s->o->n; i++) {
		const struct gf_outline_row *row = &s->o->rows[i];

		if (s->cells[i].hidden)
			continue;
		put_row(s, row, &s->cells[i]);
		if (row->chosen && s->remarks != NULL && row->goal != NULL &&
		    !row->again)
			put_remarks(s, row, &s->cells[i], has_below(s, i));
	}
}

static void
write_tree(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_outline *o = model;
	struct gf_remarks remarks;
	struct gf_sheet s;

	gf_sheet_init(&s, b, o, look);
	gf_remarks_init(&remarks, o->rollup, look);
	s.remarks = &remarks;
	write_rows(&s);
	put_foot(&s);
	gf_remarks_release(&remarks);
	gf_sheet_release(&s);
}

static void
write_path(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_sheet s;
	struct gf_buf foot = { 0 };

	gf_sheet_init(&s, b, model, look);
	write_rows(&s);
	if (company_of(model) == NULL)
		gf_buf_text(&foot, leads_elsewhere(model) ? "whether a goal "
		    "of the company is reached is not known\n" :
		    "no goal of the company is reached\n");
	gf_sheet_hidden(&foot, s.nhidden);
	if (foot.n > 0)
		gf_buf_byte(b, '\n');
	put_folded(&s, gf_buf_view(&foot));
	gf_buf_release(&foot);
	gf_sheet_release(&s);
}

const struct gf_format gf_tree_formats[2] = {
	{ "text", "the plan as a tree", write_tree },
	{ "jsonl", "one JSON object a goal", gf_map_jsonl },
};

const struct gf_format gf_path_formats[1] = {
	{ "text", "the way up as a tree", write_path },
};
