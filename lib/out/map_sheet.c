#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "judge/align.h"
#include "out/map_sheet.h"

#define WIDEST_ID 44
#define NARROWEST_ID 12
#define TITLE 20		/* columns that a title wants */
#define NARROWER_ID 21		/* where a title wants room */
#define NARROWEST_MEASURE 14
#define LEAST_TITLE 10		/* that is worth more than a measure */
#define WIDEST_OWNER 12
#define WIDEST_MEASURE 30

struct gf_str
gf_sheet_shown(struct gf_sheet *s, struct gf_str text)
{
	size_t k = 0;

	while (k < text.n && text.p[k] >= ' ' && text.p[k] <= '~')
		k++;
	if (k == text.n)
		return text;
	k = 0;
	gf_buf_clear(&s->word);
	gf_show(&s->word, text);
	for (size_t i = 0; !s->look->utf8 && i < s->word.n; i++) {
		unsigned char c = (unsigned char)s->word.p[i];

		if ((c & 0xc0) != 0x80)
			s->word.p[k++] = c < 0x80 ? (char)c : '?';
	}
	if (!s->look->utf8)
		s->word.n = k;
	return gf_buf_view(&s->word);
}

/* The commas are those that a quantity may have in a file. */
static void
put_grouped(struct gf_buf *b, struct gf_num n)
{
	struct gf_buf plain = { 0 };
	size_t sign = n.m < 0, whole = 0;

	gf_num_print(&plain, n);
	while (sign + whole < plain.n && plain.p[sign + whole] != '.')
		whole++;
	for (size_t i = 0; i < plain.n; i++) {
		if (whole > 4 && i > sign && i < sign + whole &&
		    (sign + whole - i) % 3 == 0)
			gf_buf_byte(b, ',');
		gf_buf_byte(b, plain.p[i]);
	}
	gf_buf_release(&plain);
}

void
gf_sheet_number(struct gf_buf *b, struct gf_num n)
{
	static const struct {
		int64_t from, below;
		uint8_t places;
		const char *suffix;
	} sizes[] = {
		{ 1000000000, INT64_MAX, 9, "bn" },
		{ 1000000, 1000000000, 6, "M" }, { 10000, 1000000, 3, "k" },
	};

	for (size_t i = 0; n.places == 0 && i < GF_LEN(sizes); i++) {
		struct gf_num less = { 1, sizes[i].places };
		int64_t size = n.m < 0 ? -n.m : n.m;

		if (size < sizes[i].from || size >= sizes[i].below ||
		    !gf_num_mul(n, less, &less) || less.places > 3)
			continue;
		gf_num_print(b, less);
		gf_buf_text(b, sizes[i].suffix);
		return;
	}
	put_grouped(b, n);
}

void
gf_sheet_bounds(struct gf_buf *b, const struct gf_val *low,
    const struct gf_val *high)
{
	gf_buf_text(b, low == NULL ? ", at most " : high == NULL ?
	    ", at least " : ", within ");
	if (low != NULL)
		gf_sheet_number(b, low->u.num);
	if (low != NULL && high != NULL)
		gf_buf_text(b, "..");
	if (high != NULL)
		gf_sheet_number(b, high->u.num);
}

/* "18 -> 40 clinics", or "94.8, at least 94 %". */
void
gf_sheet_stand(struct gf_sheet *s, const struct gf_goal *g, bool known,
    struct gf_num value)
{
	const struct gf_val *to = gf_goal_measure(g, MEASURE_TO);
	bool holds = gf_goal_holds(g);
	struct gf_str unit;

	if (to == NULL && !holds)
		return;
	if (known)
		gf_sheet_number(&s->text, value);
	else
		gf_buf_byte(&s->text, '?');
	if (holds) {
		gf_sheet_bounds(&s->text, gf_goal_measure(g,
		    MEASURE_AT_LEAST), gf_goal_measure(g, MEASURE_AT_MOST));
	} else {
		gf_buf_text(&s->text, s->look->utf8 ? " \xe2\x86\x92 " :
		    " -> ");
		gf_sheet_number(&s->text, to->u.num);
	}
	unit = gf_goal_unit(g);
	if (unit.n > 0 && gf_unit_kind(unit) != GF_UNIT_COUNT) {
		gf_buf_byte(&s->text, ' ');
		gf_buf_str(&s->text, gf_sheet_shown(s, unit));
	}
}

const char *
gf_sheet_colour(enum gf_state state)
{
	switch (state) {
	case GF_STATE_ACHIEVED:
	case GF_STATE_ON_TRACK:
		return "\033[32m";
	case GF_STATE_BEHIND:
		return "\033[33m";
	case GF_STATE_AT_RISK:
	case GF_STATE_MISSED:
		return "\033[31m";
	default:
		return "\033[2m";
	}
}

void
gf_sheet_measure(struct gf_sheet *s, const struct gf_goal *g,
    const struct gf_pace *p)
{
	gf_sheet_stand(s, g, p->as_of != GF_NO_DAY, p->current);
}

int32_t
gf_sheet_percent(struct gf_num ratio)
{
	struct gf_num n;

	if (!gf_num_mul(ratio, GF_NUM(100), &n))
		return ratio.m < 0 ? -999 : 9999;
	n = gf_num_round(n, 0);
	/* all is all, not nearly all */
	if (n.m == 100 && gf_num_cmp(ratio, GF_NUM(1)) < 0)
		n.m = 99;
	return n.m > 9999 ? 9999 : n.m < -999 ? -999 : (int32_t)n.m;
}

bool
gf_sheet_hides(const struct gf_look *look, const struct gf_goal *g)
{
	/* a goal of one's own, or one in a private file, is for the coach */
	return look->audience > GF_COACH &&
	    (g->level == LEVEL_PERSONAL || g->doc->private);
}

/* What only a goal that is kept private says is private as well. */
static bool
hides_row(const struct gf_look *look, const struct gf_outline_row *row)
{
	const struct gf_goal *g = row->goal ? row->goal : row->link->child;

	return gf_sheet_hides(look, g);
}

/* Hang what is below a hidden row under the nearest one that is shown. */
static void
place_rows(struct gf_sheet *s)
{
	const struct gf_outline_row *rows = s->o->rows;
	uint32_t *above = gf_alloc((s->o->n + 1) * sizeof(*above));
	bool *follows = gf_alloc((s->o->n + 1) * sizeof(*follows));
	uint32_t deepest = 0;

	for (size_t i = 0; i < s->o->n; i++) {
		struct gf_cells *c = &s->cells[i];
		uint32_t d = rows[i].depth;

		c->hidden = hides_row(s->look, &rows[i]);
		c->depth = d > 0 ? above[d - 1] : 0;
		above[d] = c->depth + !c->hidden;
	}
	for (size_t i = s->o->n; i-- > 0; ) {
		struct gf_cells *c = &s->cells[i];

		if (c->hidden)
			continue;
		c->more = follows[c->depth];
		for (; deepest > c->depth; deepest--)
			follows[deepest] = false;
		deepest = c->depth;
		follows[deepest] = true;
	}
	free(follows);
	free(above);
}

struct gf_str
gf_sheet_owner(const struct gf_goal *g)
{
	return g->owner != NULL && g->owner->id.n > 0 &&
	    !g->owner_ambiguous ? g->owner->id : g->owner_text;
}

struct gf_str
gf_sheet_id(const struct gf_outline_row *row, bool *wrong)
{
	const struct gf_val *v = row->goal == NULL ? NULL :
	    gf_rec_raw(row->goal->rec, GOAL_GOAL);

	*wrong = row->goal != NULL && row->goal->id.n == 0;
	return row->goal == NULL ? row->link->id : !*wrong ? row->goal->id :
	    v != NULL ? gf_val_text(v) : GF_STR("");
}

static void
widen(size_t *column, size_t width, size_t most)
{
	if (width > most)
		width = most;
	if (*column < width)
		*column = width;
}

static void
measure_row(struct gf_sheet *s, const struct gf_goal *g, struct gf_cells *c)
{
	const struct gf_roll *p = gf_rollup_of(s->o->rollup, g);
	size_t at = s->text.n;

	if (p->rolled)
		gf_buf_text(&s->text, s->look->utf8 ? "\xce\xa3 " : "sum ");
	s->rolled |= p->rolled;
	gf_sheet_stand(s, g, p->counted, p->actual);
	c->at = (uint32_t)at;
	c->measure = (uint16_t)(s->text.n - at < UINT16_MAX ? s->text.n - at :
	    UINT16_MAX);
	c->state = (uint8_t)p->state;
	c->known = p->known;
	if (p->known) {
		int32_t tenths;

		c->percent = gf_sheet_percent(p->progress);
		tenths = c->percent / 10;
		c->filled = (uint8_t)(tenths < 0 ? 0 : tenths > 10 ? 10 :
		    tenths);
		s->bar = 10;
		s->rate = true;
	}
	s->compared |= p->measured && (p->state == GF_STATE_ON_TRACK ||
	    p->state == GF_STATE_BEHIND || p->state == GF_STATE_AT_RISK);
	if (c->measure > 0)
		widen(&s->measure, gf_utf8_width((struct gf_str){
		    s->text.p + at, c->measure }), WIDEST_MEASURE);
	widen(&s->state, gf_str(gf_state_name(p->state)).n, SIZE_MAX);
	if (g->owner_text.n > 0)
		widen(&s->owner, gf_utf8_width(gf_sheet_shown(s,
		    gf_sheet_owner(g))), WIDEST_OWNER);
}

size_t
gf_sheet_branches(uint32_t depth)
{
	return depth <= GF_SHEET_DEEPEST ? (size_t)depth * 3 : 12;
}

static void
count_alone(struct gf_sheet *s, const struct gf_outline_row *row)
{
	gf_day until;

	if (row->depth > 0 || !row->chosen || !row->goal->open ||
	    row->goal->level == LEVEL_COMPANY ||
	    row->goal->level == LEVEL_PERSONAL ||
	    (row->goal->level < 0 && row->goal->children != NULL) ||
	    gf_goal_has(row->goal, GOAL_SUPPORTS) ||
	    gf_goal_has(row->goal, GOAL_SERVES))
		return;
	s->nalone++;
	s->nmeant += gf_goal_unaligned(s->o->plan, row->goal, &until);
}

size_t
gf_sheet_used(const struct gf_sheet *s)
{
	return s->id + 2 + (s->owner ? s->owner + 2 : 0) +
	    (s->measure ? s->measure + 2 : 0) + (s->bar ? s->bar + 1 : 0) +
	    (s->rate ? 8 : 0) + s->state + 2;
}

/* Take from a column what a title still wants. */
static void
shrink(struct gf_sheet *s, size_t *column, size_t least)
{
	size_t want = gf_sheet_used(s) + TITLE;
	size_t over = want > s->look->width ? want - s->look->width : 0;

	if (*column > least)
		*column -= over < *column - least ? over : *column - least;
}

static void
narrow(struct gf_sheet *s)
{
	shrink(s, &s->measure, NARROWEST_MEASURE);
	shrink(s, &s->id, NARROWER_ID);
}

/* What a narrow terminal can do without, the least first, until a title fits. */
static void
make_room(struct gf_sheet *s)
{
	size_t width = s->look->width, most = width * 2 / 5;
	size_t measure = s->measure, id;

	if (s->id > most && gf_sheet_used(s) + TITLE > width)
		s->id = most > NARROWEST_ID ? most : NARROWEST_ID;
	if (gf_sheet_used(s) + TITLE > width && s->bar > 0)
		s->bar = 5;
	if (gf_sheet_used(s) + TITLE > width)
		s->bar = 0;
	id = s->id;
	narrow(s);
	if (gf_sheet_used(s) + TITLE > width) {
		s->owner = 0;
		s->measure = measure;
		s->id = id;
		narrow(s);
	}
	if (gf_sheet_used(s) + LEAST_TITLE > width)
		s->measure = 0;
	if (gf_sheet_used(s) > width)
		s->rate = false;
}

void
gf_sheet_init(struct gf_sheet *s, struct gf_buf *b, const struct gf_outline *o,
    const struct gf_look *look)
{
	*s = (struct gf_sheet){ .o = o, .look = look, .b = b };
	s->cells = gf_alloc(s->o->n * sizeof(*s->cells));
	place_rows(s);
	for (size_t i = 0; i < s->o->n; i++) {
		const struct gf_outline_row *row = &s->o->rows[i];
		struct gf_cells *c = &s->cells[i];
		struct gf_str id;
		bool wrong;

		s->linked |= row->depth > 0;
		if (c->hidden) {
			s->nhidden += row->goal != NULL && !row->again;
			continue;
		}
		id = gf_sheet_id(row, &wrong);
		widen(&s->id, gf_sheet_branches(c->depth) +
		    gf_utf8_width(gf_sheet_shown(s, id)) +
		    (row->chosen ? 0 : 2) + (wrong ? 2 : 0), WIDEST_ID);
		if (row->goal == NULL || row->again)
			continue;
		measure_row(s, row->goal, c);
		count_alone(s, row);
	}
	if (look->width > 0)
		make_room(s);
}

void
gf_sheet_hidden(struct gf_buf *b, size_t n)
{
	if (n > 0)
		gf_buf_printf(b, "(kept private) %zu goal%s; --audience coach "
		    "shows %s\n", n, n == 1 ? "" : "s", n == 1 ? "it" :
		    "them");
}

void
gf_sheet_release(struct gf_sheet *s)
{
	free(s->cells);
	gf_buf_release(&s->text);
	gf_buf_release(&s->word);
	gf_buf_release(&s->remark);
}
