#include "base/mem.h"
#include "out/map_remark.h"
#include "out/map_sheet.h"

void
gf_remarks_init(struct gf_remarks *m, const struct gf_rollup *rollup,
    const struct gf_look *look)
{
	*m = (struct gf_remarks){ .rollup = rollup, .look = look };
	gf_cover_init(&m->cover, rollup->graph, &m->arena);
	gf_guards_init(&m->metrics, rollup->plan, &m->arena);
}

void
gf_remarks_release(struct gf_remarks *m)
{
	gf_metrics_release(&m->metrics);
	gf_arena_release(&m->arena);
	gf_arena_release(&m->scratch);
}

/* Text of the user as the output can show it. */
static void
put_word(const struct gf_remarks *m, struct gf_buf *b, struct gf_str word)
{
	if (m->look->utf8)
		gf_show(b, word);
	else
		gf_show_ascii(b, word);
}

static void
put_unit(const struct gf_remarks *m, struct gf_buf *b, struct gf_str unit)
{
	if (unit.n == 0 || gf_unit_kind(unit) == GF_UNIT_COUNT)
		return;
	gf_buf_byte(b, ' ');
	put_word(m, b, unit);
}

static void
put_ratio(struct gf_buf *b, struct gf_ratio r)
{
	gf_sheet_number(b, gf_ratio_num(r));
}

/* What is added when all of it comes by one rate. */
struct rate {
	struct gf_ratio amount, rate;
	struct gf_str unit;
	bool one;
};

static bool
same_rate(const struct rate *r, const struct gf_link *l)
{
	return gf_ratio_cmp(r->rate, gf_link_rate(l)) == 0 &&
	    gf_unit_agree(r->unit, gf_goal_unit(l->child));
}

static struct rate
rate_below(const struct gf_remarks *m, const struct gf_goal *g)
{
	struct rate r = { .one = true };
	bool any = false;

	for (const struct gf_link *l = g->children; l; l = l->next_child) {
		struct gf_ratio part;

		if (!gf_rollup_counts(l) ||
		    !gf_rollup_part(m->rollup, l, true, &part))
			continue;
		if (!any) {
			r.rate = gf_link_rate(l);
			r.unit = gf_goal_unit(l->child);
			r.amount = GF_RATIO_ZERO;
		}
		any = true;
		r.one = r.one && r.rate.n.m != 0 && same_rate(&r, l);
		if (r.one)
			r.amount = gf_ratio_add(r.amount,
			    gf_ratio_div(part, r.rate));
	}
	r.one = r.one && any && gf_ratio_cmp(r.rate, GF_RATIO_ONE) != 0 &&
	    gf_ratio_cmp(gf_ratio_mul(r.amount, r.rate),
	    gf_rollup_of(m->rollup, g)->sum->target) == 0;
	return r;
}

/* "1.8 of 3 %", with the rate in front that made it: "120 x 0.015 = ". */
static void
put_added(const struct gf_remarks *m, struct gf_buf *b,
    const struct gf_goal *g, const struct gf_roll *roll)
{
	struct rate r = rate_below(m, g);
	struct gf_num span = roll->span;

	if (r.one) {
		put_ratio(b, r.amount);
		put_unit(m, b, r.unit);
		gf_buf_text(b, m->look->utf8 ? " \xc3\x97 " : " x ");
		put_ratio(b, r.rate);
		gf_buf_text(b, " = ");
	}
	if (roll->sum->ncarry > 0)
		put_ratio(b, roll->sum->target);
	else
		gf_buf_byte(b, '?');
	if (roll->spanned) {
		gf_buf_text(b, " of ");
		gf_sheet_number(b, span);
	}
	put_unit(m, b, roll->sum->unit);
}

static void
put_surplus(struct gf_buf *b, const struct gf_goal *g,
    const struct gf_total *s)
{
	struct gf_num band = g->config->thresholds[GF_TH_OVER_ASSIGNED];

	if (s->over_assigned.m == 0)
		return;
	gf_buf_printf(b, ", %d %% over-assigned (%s %d %%)",
	    (int)gf_sheet_percent(s->over_assigned),
	    gf_num_cmp(s->over_assigned, band) > 0 ? "more than the band of" :
	    "in the band of", (int)gf_sheet_percent(band));
}

static void
put_sum(const struct gf_remarks *m, struct gf_buf *b, const struct gf_goal *g,
    const struct gf_roll *roll)
{
	const struct gf_total *s = roll->sum;

	gf_buf_text(b, "= ");
	put_added(m, b, g, roll);
	if (s->compared && s->last != GF_NO_DAY) {
		gf_buf_text(b, ", ");
		gf_sheet_number(b, s->expected);
		gf_buf_text(b, " expected by ");
		gf_day_print(b, s->last);
	}
	if (s->compared && s->gap.m > 0) {
		gf_buf_text(b, ", ");
		gf_sheet_number(b, s->gap);
		gf_buf_text(b, " uncovered");
	}
	if (s->compared)
		put_surplus(b, g, s);
	if (s->compared && s->unplanned.m > 0) {
		gf_buf_text(b, ", ");
		gf_sheet_number(b, s->unplanned);
		gf_buf_text(b, " unplanned from ");
		gf_day_print(b, s->unplanned_from);
	}
	if (s->nunmet > 0)
		gf_buf_printf(b, ", %u left out (units differ)",
		    (unsigned)s->nunmet);
	if (roll->rolled && s->nunknown > 0)
		gf_buf_printf(b, ", %u of %u without a reading",
		    (unsigned)s->nunknown, (unsigned)s->ncarry);
	gf_buf_byte(b, '\n');
}

static void
put_state(struct gf_buf *b, unsigned state)
{
	for (const char *w = gf_state_name((enum gf_state)state); *w != '\0';
	    w++)
		gf_buf_byte(b, *w == '-' ? ' ' : *w);
}

/* "62 % at risk, 38 % on track". */
static void
put_shares(struct gf_buf *b, const struct gf_total *s)
{
	const char *before = "";

	for (unsigned i = 0; i < GF_STATES && s->weight.n.m != 0; i++) {
		if (s->states[i].n.m == 0)
			continue;
		gf_buf_printf(b, "%s%d %% ", before, (int)gf_sheet_percent(
		    gf_ratio_num(gf_ratio_div(s->states[i], s->weight))));
		put_state(b, i);
		before = ", ";
	}
}

/* The goals that explain a status, the nearest first. */
static void
put_chain(const struct gf_remarks *m, struct gf_buf *b,
    const struct gf_goal *g)
{
	const char *arrow = m->look->utf8 ? " \xe2\x86\x90 " : " <- ";

	for (unsigned n = 0; n < GF_ROLLUP_WHY; n++) {
		g = gf_rollup_of(m->rollup, g)->because;
		if (g == NULL)
			return;
		if (n > 0)
			gf_buf_text(b, arrow);
		if (gf_sheet_hides(m->look, g)) {
			gf_buf_text(b, "(kept private)");
			return;
		}
		put_word(m, b, g->id);
	}
	gf_buf_text(b, arrow);
	gf_buf_text(b, "...");
}

static void
put_why(const struct gf_remarks *m, struct gf_buf *b, const struct gf_goal *g,
    const struct gf_roll *roll)
{
	const struct gf_total *s = roll->sum;

	if (roll->because != NULL) {
		put_state(b, roll->state);
		gf_buf_text(b, " because ");
		put_chain(m, b, g);
		if (s->decisive.n.m > 0)
			gf_buf_printf(b, ", %d %% of weight",
			    (int)gf_sheet_percent(gf_ratio_num(gf_ratio_div(
			    s->decisive, s->weight))));
		gf_buf_text(b, " (");
		put_shares(b, s);
		gf_buf_text(b, ")\n");
	}
	if (roll->weighed) {
		gf_buf_text(b, "progress weighed over the goals below");
		if (s->unknown.n.m > 0)
			gf_buf_printf(b, " (%d %% of weight unknown)",
			    (int)gf_sheet_percent(gf_ratio_num(gf_ratio_div(
			    s->unknown, s->weight))));
		gf_buf_byte(b, '\n');
	}
}

static void
put_guard(struct gf_remarks *m, struct gf_buf *b, const struct gf_guard *g)
{
	static const char *const words[] = {
		[GF_GUARD_UNKNOWN] = "not measured", [GF_GUARD_HELD] = "held",
		[GF_GUARD_BROKEN] = "broken",
	};

	gf_buf_printf(b, "guard %s: ", words[g->state]);
	put_word(m, b, g->goal->id);
	if (g->day != GF_NO_DAY) {
		gf_buf_byte(b, ' ');
		gf_sheet_number(b, g->value);
	}
	if (g->low != NULL || g->high != NULL)
		gf_sheet_bounds(b, g->low, g->high);
	put_unit(m, b, gf_goal_unit(g->goal));
	gf_buf_byte(b, '\n');
}

/* A guard that names nothing here guards nothing, and that is said. */
static void
put_blind(struct gf_remarks *m, struct gf_buf *b, const struct gf_guard *g)
{
	if (g->at == NULL)
		return;
	gf_buf_text(b, "guard not known: ");
	put_word(m, b, gf_val_text(g->at));
	gf_buf_printf(b, " %s\n", g->wrong);
}

static void
put_guards(struct gf_remarks *m, struct gf_buf *b, const struct gf_goal *g)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_GUARDS, &items);
	struct gf_guard guard;

	for (size_t i = 0; i < n; i++)
		if (!gf_guard_read(&m->metrics, g, &items[i], &m->scratch,
		    &guard))
			put_blind(m, b, &guard);
		else if (!gf_sheet_hides(m->look, guard.goal))
			put_guard(m, b, &guard);
}

/* What progress is counted from where the goal does not say. */
static void
put_first(const struct gf_remarks *m, struct gf_buf *b,
    const struct gf_goal *g, const struct gf_roll *roll)
{
	gf_buf_text(b, "counted from ");
	gf_sheet_number(b, roll->from);
	put_unit(m, b, gf_goal_unit(g));
	gf_buf_text(b, ", its first reading\n");
}

static void
put_cover(const struct gf_remarks *m, struct gf_buf *b,
    const struct gf_goal *g)
{
	struct gf_cover c = gf_align_cover(&m->cover, g);

	if (c.needs == 0)
		return;
	gf_buf_printf(b, "in %u/%u", (unsigned)c.direct, (unsigned)c.needs);
	if (c.deep != c.direct)
		gf_buf_printf(b, " (deep %u/%u)", (unsigned)c.deep,
		    (unsigned)c.needs);
	if (c.links > 0)
		gf_buf_printf(b, ", out %u/%u", (unsigned)c.held,
		    (unsigned)c.links);
	if (c.links > 0 && c.held != c.reaching)
		gf_buf_printf(b, " (deep %u/%u)", (unsigned)c.reaching,
		    (unsigned)c.links);
	if (c.absent > 0)
		gf_buf_printf(b, ", %u not known", (unsigned)c.absent);
	gf_buf_byte(b, '\n');
}

/* Goals that it serves and that are not here take no part in any sum. */
static void
put_absent(const struct gf_remarks *m, struct gf_buf *b,
    const struct gf_goal *g)
{
	const char *before = "serves ";

	for (uint32_t i = 0; i < g->nlinks; i++) {
		if (g->links[i].parent != NULL)
			continue;
		gf_buf_text(b, before);
		put_word(m, b, g->links[i].id);
		before = ", ";
	}
	if (*before == ',')
		gf_buf_text(b, ": not among these goals\n");
}

void
gf_remarks_add(struct gf_remarks *m, struct gf_buf *b, const struct gf_goal *g)
{
	const struct gf_roll *roll = gf_rollup_of(m->rollup, g);

	if (roll->sum != NULL && roll->sum->huge)
		gf_buf_text(b, "= more than can be added up exactly\n");
	else if (roll->sum != NULL && roll->sum->lost)
		gf_buf_text(b, "= not known: more ways meet in it than are "
		    "followed\n");
	else if (roll->sum != NULL && roll->sum->ncarry +
	    roll->sum->nunmet > 0)
		put_sum(m, b, g, roll);
	if (roll->sum != NULL)
		put_why(m, b, g, roll);
	if (roll->first)
		put_first(m, b, g, roll);
	put_guards(m, b, g);
	put_cover(m, b, g);
	put_absent(m, b, g);
	gf_arena_clear(&m->scratch);
}
