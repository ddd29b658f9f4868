#include <stdlib.h>

#include "base/mem.h"
#include "judge/align.h"
#include "judge/drift.h"

static const char *const names[GF_DRIFT_KINDS] = {
	[GF_DRIFT_GAINED] = "gained", [GF_DRIFT_LOST] = "lost",
	[GF_DRIFT_RENAMED] = "renamed", [GF_DRIFT_RETARGETED] = "retargeted",
	[GF_DRIFT_REASSIGNED] = "reassigned",
	[GF_DRIFT_RELINKED] = "relinked", [GF_DRIFT_RESTATED] = "restated",
	[GF_DRIFT_RETITLED] = "retitled", [GF_DRIFT_GAP] = "gap",
	[GF_DRIFT_UNCOVERED] = "uncovered",
};

const char *
gf_drift_name(enum gf_drift_kind kind)
{
	return names[kind];
}

static struct gf_str
kept(struct gf_drift *d, const struct gf_buf *b)
{
	return (struct gf_str){ gf_arena_copy(d->arena, b->p ? b->p : "",
	    b->n), b->n };
}

/* Several changes of one kind are one goal that is counted. */
static void
add(struct gf_drift *d, enum gf_drift_kind kind, const struct gf_goal *g,
    const char *field, struct gf_str from, struct gf_str to)
{
	bool again = d->n > 0 && d->rows[d->n - 1].kind == kind &&
	    d->rows[d->n - 1].goal == g;

	d->rows = gf_grow(d->rows, d->n, &d->cap, sizeof(*d->rows));
	d->rows[d->n++] = (struct gf_drift_row){ kind, g, field, from, to };
	d->counts[kind] += !again;
}

/* Whether two values of a field say the same, however they are written. */
static bool
same(const struct gf_val *a, const struct gf_val *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->type == GF_T_QTY && b->type == GF_T_QTY)
		return gf_num_cmp(a->u.num, b->u.num) == 0 &&
		    gf_unit_agree(gf_val_unit(a), gf_val_unit(b));
	if (a->type == GF_T_DATE && b->type == GF_T_DATE)
		return a->u.span.first == b->u.span.first &&
		    a->u.span.last == b->u.span.last;
	return gf_str_eq(gf_val_text(a), gf_val_text(b));
}

static void
compare_measure(struct gf_drift *d, const struct gf_goal *was,
    const struct gf_goal *g)
{
	static const struct {
		unsigned field;
		const char *name;
	} rows[] = {
		{ MEASURE_METRIC, "measure.metric" },
		{ MEASURE_UNIT, "measure.unit" },
		{ MEASURE_FROM, "measure.from" },
		{ MEASURE_TO, "measure.to" },
		{ MEASURE_AT_LEAST, "measure.at-least" },
		{ MEASURE_AT_MOST, "measure.at-most" },
	};

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		const struct gf_val *a = gf_goal_measure(was, rows[i].field);
		const struct gf_val *b = gf_goal_measure(g, rows[i].field);

		if (!same(a, b))
			add(d, GF_DRIFT_RETARGETED, g, rows[i].name,
			    gf_val_text(a), gf_val_text(b));
	}
}

static void
compare_field(struct gf_drift *d, enum gf_drift_kind kind,
    const struct gf_goal *was, const struct gf_goal *g, unsigned field)
{
	const struct gf_val *a = gf_goal_get(was, field);
	const struct gf_val *b = gf_goal_get(g, field);

	if (!same(a, b))
		add(d, kind, g, gf_kinds[GF_GOAL]->fields[field].key,
		    gf_val_text(a), gf_val_text(b));
}

/* An owner is the same by id and by name. */
static void
compare_owner(struct gf_drift *d, const struct gf_goal *was,
    const struct gf_goal *g)
{
	struct gf_str a = gf_goal_owner(was);
	struct gf_str b = gf_goal_owner(g);

	if (!gf_str_eq(a, b))
		add(d, GF_DRIFT_REASSIGNED, g, "owner", a, b);
}

/* What a goal is called now that was called otherwise before. */
static struct gf_str
name_now(const struct gf_map *renamed, struct gf_str id)
{
	const struct gf_goal *g = gf_map_get(renamed, id);

	return g != NULL ? g->id : id;
}

static bool
links_to(const struct gf_goal *g, struct gf_str id,
    const struct gf_map *renamed)
{
	for (uint32_t i = 0; i < g->nlinks; i++)
		if (gf_str_eq(name_now(renamed, g->links[i].id), id))
			return true;
	return false;
}

static struct gf_str
links_of(struct gf_drift *d, const struct gf_goal *g)
{
	struct gf_buf b = { 0 };
	struct gf_str s;

	for (uint32_t i = 0; i < g->nlinks; i++) {
		if (i > 0)
			gf_buf_text(&b, ", ");
		gf_buf_str(&b, g->links[i].id);
	}
	s = kept(d, &b);
	gf_buf_release(&b);
	return s;
}

static void
compare_links(struct gf_drift *d, const struct gf_goal *was,
    const struct gf_goal *g, const struct gf_map *renamed)
{
	static const struct gf_map none;
	bool differ = false;

	for (uint32_t i = 0; i < was->nlinks && !differ; i++)
		differ = !links_to(g, name_now(renamed, was->links[i].id),
		    &none);
	for (uint32_t i = 0; i < g->nlinks && !differ; i++)
		differ = !links_to(was, g->links[i].id, renamed);
	if (differ)
		add(d, GF_DRIFT_RELINKED, g, "supports", links_of(d, was),
		    links_of(d, g));
}

static struct gf_num
gap_of(const struct gf_rollup *r, const struct gf_goal *g)
{
	const struct gf_total *s = gf_rollup_of(r, g)->sum;

	return s != NULL && s->ncarry > 0 && s->compared ? s->gap : GF_NUM(0);
}

static struct gf_str
number(struct gf_drift *d, struct gf_num n)
{
	struct gf_buf b = { 0 };
	struct gf_str s;

	gf_num_print(&b, n);
	s = kept(d, &b);
	gf_buf_release(&b);
	return s;
}

/* Two plans with what carries their goals. */
struct pair {
	const struct gf_rollup *before, *now;
	struct gf_cover_table covered, covers;
	struct gf_map renamed;		/* former id -> goal of now */
};

static bool
is_carried(const struct gf_goal *g)
{
	for (const struct gf_link *l = g->children; l; l = l->next_child)
		if (l->child != g && gf_goal_word(l->child, GOAL_STATUS,
		    STATUS_ACTIVE) != STATUS_DROPPED)
			return true;
	return false;
}

/* What of the coverage of a goal of the company is gone. */
static void
compare_cover(struct gf_drift *d, const struct pair *p,
    const struct gf_goal *was, const struct gf_goal *g)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_NEEDS, &items);
	uint64_t lost = p->covered.deep[was->seq] & ~p->covers.deep[g->seq];

	if (g->level != LEVEL_COMPANY || !g->open)
		return;
	if (is_carried(was) && !is_carried(g)) {
		add(d, GF_DRIFT_UNCOVERED, g, NULL, GF_STR(""),
		    GF_STR("no goal serves it any more"));
		return;
	}
	for (size_t i = 0; i < n; i++) {
		struct gf_buf b = { 0 };
		uint64_t bit = items[i].bad ? 0 : GF_LEVEL_BIT(items[i].u.n);

		if ((lost & bit) == 0)
			continue;
		lost &= ~bit;
		gf_buf_printf(&b, "no goal of level '%s' serves it any more",
		    gf_config_level(g->config, items[i].u.n));
		add(d, GF_DRIFT_UNCOVERED, g, "needs", GF_STR(""),
		    kept(d, &b));
		gf_buf_release(&b);
	}
}

static void
compare_goal(struct gf_drift *d, const struct pair *p,
    const struct gf_goal *was, const struct gf_goal *g)
{
	struct gf_num a = gap_of(p->before, was), b = gap_of(p->now, g);

	if (!gf_str_eq(was->id, g->id))
		add(d, GF_DRIFT_RENAMED, g, "goal", was->id, g->id);
	compare_field(d, GF_DRIFT_RETITLED, was, g, GOAL_TITLE);
	compare_measure(d, was, g);
	compare_field(d, GF_DRIFT_RETARGETED, was, g, GOAL_START);
	compare_field(d, GF_DRIFT_RETARGETED, was, g, GOAL_DUE);
	compare_owner(d, was, g);
	compare_links(d, was, g, &p->renamed);
	compare_field(d, GF_DRIFT_RESTATED, was, g, GOAL_STATUS);
	if (gf_goal_has(was, GOAL_CLOSE) != gf_goal_has(g, GOAL_CLOSE))
		add(d, GF_DRIFT_RESTATED, g, "close",
		    gf_goal_has(was, GOAL_CLOSE) ? GF_STR("closed") :
		    GF_STR(""), gf_goal_has(g, GOAL_CLOSE) ?
		    GF_STR("closed") : GF_STR(""));
	if (gf_num_cmp(a, b) != 0)
		add(d, GF_DRIFT_GAP, g, "gap", number(d, a), number(d, b));
	compare_cover(d, p, was, g);
}

/* The goal of before that one of now was, NULL if it is new. */
static const struct gf_goal *
former(const struct gf_rollup *before, const struct gf_goal *g)
{
	const struct gf_goal *was = gf_plan_goal(before->plan, g->id);
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_WAS, &items);

	for (size_t i = n; was == NULL && i > 0; i--)
		was = gf_plan_goal(before->plan, gf_val_text(&items[i - 1]));
	return was;
}

/* Whether a goal stands for its id: no second one, nobody's half. */
static bool
stands(const struct gf_plan *plan, const struct gf_goal *g)
{
	return g->id.n > 0 && gf_plan_goal(plan, g->id) == g &&
	    !gf_goal_half_alone(g);
}

void
gf_drift_init(struct gf_drift *d, const struct gf_rollup *before,
    const struct gf_rollup *now, struct gf_arena *arena)
{
	struct pair p = { .before = before, .now = now };
	struct gf_map found = { 0 };

	*d = (struct gf_drift){ .arena = arena };
	gf_cover_init(&p.covered, before->graph, arena);
	gf_cover_init(&p.covers, now->graph, arena);
	for (size_t i = 0; i < now->plan->ngoals; i++) {
		struct gf_goal *g = now->plan->goals[i];
		const struct gf_goal *was = former(before, g);

		if (was != NULL && !gf_str_eq(was->id, g->id))
			gf_map_put(&p.renamed, was->id, g);
	}
	for (size_t i = 0; i < now->plan->ngoals; i++) {
		struct gf_goal *g = now->plan->goals[i];
		const struct gf_goal *was = former(before, g);

		if (!stands(now->plan, g))
			continue;
		if (was != NULL) {
			gf_map_put(&found, was->id, g);
			compare_goal(d, &p, was, g);
		} else {
			add(d, GF_DRIFT_GAINED, g, NULL, GF_STR(""),
			    gf_goal_text(g, GOAL_TITLE));
		}
	}
	for (size_t i = 0; i < before->plan->ngoals; i++) {
		const struct gf_goal *g = before->plan->goals[i];

		if (stands(before->plan, g) && gf_map_get(&found, g->id) ==
		    NULL)
			add(d, GF_DRIFT_LOST, g, NULL,
			    gf_goal_text(g, GOAL_TITLE), GF_STR(""));
	}
	gf_map_release(&found);
	gf_map_release(&p.renamed);
}

void
gf_drift_release(struct gf_drift *d)
{
	free(d->rows);
	*d = (struct gf_drift){ 0 };
}
