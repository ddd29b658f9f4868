#include "text/edit_op.h"
#include "text/quote.h"

#define WIDEST 9

/* How often each width, and each kind of quotes, was seen. */
struct census {
	uint32_t step[WIDEST], dash[WIDEST], gap[WIDEST];
	uint32_t single, twice;
};

static void
count(uint32_t *v, size_t from, size_t to)
{
	if (to >= from && to - from < WIDEST)
		v[to - from]++;
}

static void
count_node(struct census *c, const struct gf_src *s, const struct gf_node *n)
{
	const struct gf_node *up = n->parent;
	size_t col, to;

	c->single += n->style == GF_SINGLE;
	c->twice += n->style == GF_DOUBLE;
	if (n->style != GF_BLOCK || n->first == NULL)
		return;
	col = gf_line_col(s, n->start);
	to = gf_line_col(s, n->first->props);
	if (n->kind == GF_SEQ && n->first->line == gf_src_at(s, n->start,
	    0).line && to > col && n->first->end > n->first->start)
		count(c->gap, col + 1, to);
	if (up == NULL || up->kind != GF_MAP)
		return;
	count(n->kind == GF_SEQ ? c->dash : c->step,
	    gf_line_col(s, up->start), col);
}

/* The width seen most often, the lesser of two; what nothing was seen for. */
static uint8_t
most(const uint32_t *v, uint8_t least, uint8_t none)
{
	uint8_t best = none;
	uint32_t n = 0;

	for (uint8_t i = least; i < WIDEST; i++)
		if (v[i] > n) {
			n = v[i];
			best = i;
		}
	return best;
}

struct gf_habit
gf_edit_habit(struct gf_edits *e)
{
	struct census c = { 0 };
	const struct gf_node *n = e->tree->root;
	struct gf_habit *h = &e->habit;

	if (h->known)
		return *h;
	while (n != NULL) {
		count_node(&c, &e->tree->src, n);
		if (n->first != NULL) {
			n = n->first;
			continue;
		}
		while (n != NULL && n->next == NULL)
			n = n->parent;
		if (n != NULL)
			n = n->next;
	}
	h->known = true;
	h->step = most(c.step, 1, 2);
	h->dash = most(c.dash, 0, h->step);
	h->gap = most(c.gap, 1, 1);
	h->quote = c.single == c.twice ? GF_PLAIN :
	    c.single > c.twice ? GF_SINGLE : GF_DOUBLE;
	return *h;
}

/* The quotes that the texts of a collection have though they need none. */
static enum gf_style
quote_of(const struct gf_node *coll)
{
	uint32_t plain = 0, single = 0, twice = 0;

	for (const struct gf_node *n = coll->first; n != NULL; n = n->next) {
		if (n->kind != GF_SCALAR || n->key ||
		    !gf_plain_ok(n->value, coll->style == GF_FLOW))
			continue;
		plain += n->style == GF_PLAIN;
		single += n->style == GF_SINGLE;
		twice += n->style == GF_DOUBLE;
	}
	if (single > plain && single > twice)
		return GF_SINGLE;
	return twice > plain && twice > single ? GF_DOUBLE : GF_PLAIN;
}

/* The quotes that all keys have, if they are two or more or in flow style. */
static enum gf_style
quote_of_keys(const struct gf_node *map)
{
	enum gf_style style = GF_PLAIN;

	if (map->n < 4 && map->style != GF_FLOW)
		return style;
	for (const struct gf_node *k = map->first; k != NULL;
	    k = k->next->next) {
		if (k->kind != GF_SCALAR || (k->style != GF_SINGLE &&
		    k->style != GF_DOUBLE) || (k != map->first &&
		    k->style != style))
			return GF_PLAIN;
		style = k->style;
	}
	return style;
}

void
gf_pen_near(struct gf_pen *pen, const struct gf_src *s,
    const struct gf_node *coll)
{
	if (coll == NULL || coll->first == NULL)
		return;
	pen->quote = quote_of(coll);
	if (coll->kind != GF_MAP)
		return;
	pen->keys = quote_of_keys(coll);
	pen->tight = pen->keys != GF_PLAIN &&
	    coll->last->props == coll->last->prev->end + 1;
	if (coll->style != GF_BLOCK)
		return;
	for (const struct gf_node *n = coll->first; n != NULL; n = n->next)
		if (n->kind == GF_SEQ && n->style == GF_BLOCK)
			pen->habit.dash = (uint8_t)(gf_line_col(s, n->start) -
			    gf_line_col(s, coll->start));
}
