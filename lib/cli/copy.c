#include "base/mem.h"
#include "cli/item.h"
#include "cli/new.h"
#include "goal/table.h"
#include "judge/pace.h"
#include "judge/retitle.h"

/* One goal on its way to become another. */
struct copy {
	struct gf_run *run;
	const struct gf_goal *from;
	const struct gf_sketch *to;
	struct gf_tree tree;
	struct gf_edits edits;
	struct gf_node *root;
};

/* What happened to a goal, and what belongs to its dates. */
static const char *const past[] = {
	"progress", "confidence-log", "confidence", "changes", "close", "was",
	"agreed", "status", "paused", "start", "milestones", "first-step",
	"asks", "in-flight"
};

static bool
drop(struct copy *c, struct gf_node *map, const char *key)
{
	struct gf_node *value = gf_node_get(map, key);

	return value == NULL || gf_edit_remove(&c->edits, value->prev);
}

/* Take a key out of every item of a list. */
static bool
drop_each(struct copy *c, const char *list, const char *key)
{
	struct gf_node *seq = gf_node_get(c->root, list);
	bool ok = true;

	if (seq == NULL || gf_node_real(seq)->kind != GF_SEQ)
		return true;
	for (struct gf_node *n = gf_node_real(seq)->first; ok && n != NULL;
	    n = n->next)
		if (n->kind == GF_MAP)
			ok = drop(c, n, key);
	return ok;
}

static bool
put(struct copy *c, const char *key, struct gf_str value)
{
	const struct gf_table *t = gf_kinds[GF_GOAL];
	int i = gf_field_find(t, gf_str(key));
	struct gf_new *new = gf_new_value(c->run, &t->fields[i], value);

	if (value.n == 0)
		return true;
	return gf_edit_put(&c->edits, c->root, key, new, gf_goal_order);
}

static bool
put_measure(struct copy *c, const char *key, struct gf_str value)
{
	struct gf_node *measure = gf_node_get(c->root, "measure");
	struct gf_new *new = gf_new_bare(c->run->arena, value), *map;

	if (value.n == 0)
		return true;
	if (measure == NULL) {
		map = gf_new_list(c->run->arena, GF_MAP, true);
		gf_new_add(map, gf_str(key), new);
		return gf_edit_insert(&c->edits, c->root, GF_STR("measure"),
		    map, gf_goal_order);
	}
	return gf_edit_put(&c->edits, gf_node_real(measure), key, new,
	    gf_measure_order);
}

/* Where it stood at the end, with the unit if that stands at the numbers. */
static struct gf_str
last_value(struct copy *c)
{
	struct gf_arena *arena = c->run->arena;
	const struct gf_val *unit = gf_goal_measure(c->from, MEASURE_UNIT);
	struct gf_str beside = gf_goal_unit(c->from), s = { "", 0 };
	struct gf_buf b = { 0 };
	struct gf_pace pace;

	gf_pace_state(c->run->plan, c->from, arena, &pace);
	if (pace.as_of == GF_NO_DAY || pace.level)
		return s;
	gf_num_print(&b, pace.current);
	if (unit == NULL && beside.n > 0) {
		if (!gf_str_is(beside, "%"))
			gf_buf_byte(&b, ' ');
		gf_buf_str(&b, beside);
	}
	s = gf_buf_keep(&b, arena);
	gf_buf_release(&b);
	return s;
}

/* The title given, else the old one with the new number and day. */
static bool
new_title(struct copy *c, struct gf_str *title)
{
	struct gf_str to = gf_sketch_get(c->to, "measure.to");
	struct gf_str due = gf_sketch_get(c->to, "due");
	const struct gf_val *old = gf_goal_measure(c->from, MEASURE_TO);
	const struct gf_val *end = gf_goal_get(c->from, GOAL_DUE);
	enum gf_retitle a = GF_RETITLE_NOT, b = GF_RETITLE_NOT;
	const char *why;
	struct gf_qty q;
	struct gf_period span;

	*title = gf_sketch_get(c->to, "title");
	if (title->n > 0)
		return true;
	if (to.n > 0 && old != NULL && gf_qty_parse(to, &q, c->run->arena,
	    &why))
		a = gf_retitle_number(c->from, old->u.num, q.num,
		    c->run->arena, title);
	if (due.n > 0 && end != NULL && gf_period_parse(due,
	    &c->from->config->calendar.fiscal, &span, &why))
		b = gf_retitle_date(c->from, end->u.span.last, &span,
		    c->run->arena, title);
	if (a == GF_RETITLE_UNSURE || b == GF_RETITLE_UNSURE) {
		gf_run_fail(c->run, "the title of '%.*s' names what changes: "
		    "give the new one with --title TEXT", (int)c->from->id.n,
		    c->from->id.p);
		return false;
	}
	return true;
}

static bool
forget(struct copy *c)
{
	bool ok = true;

	for (size_t i = 0; ok && i < GF_LEN(past); i++)
		ok = drop(c, c->root, past[i]);
	return ok && drop_each(c, "obstacles", "hits") &&
	    drop_each(c, "obstacles", "status") &&
	    drop_each(c, "routine", "log") && drop_each(c, "supports", "seen");
}

static bool
rewrite(struct copy *c)
{
	struct gf_str title;

	return new_title(c, &title) && forget(c) && gf_edit_set(&c->edits,
	    c->root->first->next, gf_new_text(c->run->arena, c->to->id)) &&
	    put(c, "title", title) &&
	    put(c, "owner", gf_sketch_get(c->to, "owner")) &&
	    put(c, "due", gf_sketch_get(c->to, "due")) &&
	    put(c, "supports", gf_sketch_get(c->to, "supports")) &&
	    put_measure(c, "unit", gf_sketch_get(c->to, "measure.unit")) &&
	    put_measure(c, "from", last_value(c)) &&
	    put_measure(c, "to", gf_sketch_get(c->to, "measure.to"));
}

/* A value of another document, to be written anew in one line. */
static struct gf_new *
anew(struct gf_run *run, const struct gf_node *node)
{
	const struct gf_node *n = gf_node_real((struct gf_node *)node);
	struct gf_new *list;

	if (n->kind == GF_SCALAR)
		return n->style == GF_PLAIN ?
		    gf_new_bare(run->arena, n->value) :
		    gf_new_text(run->arena, n->value);
	list = gf_new_list(run->arena, (enum gf_node_kind)n->kind, true);
	for (const struct gf_node *i = n->first; i != NULL; i = i->next) {
		struct gf_str key = { "", 0 };

		if (n->kind == GF_MAP) {
			key = i->value;
			i = i->next;
		}
		gf_new_add(list, key, anew(run, i));
	}
	return list;
}

static bool
is_past(struct gf_str key)
{
	for (size_t i = 0; i < GF_LEN(past); i++)
		if (gf_str_is(key, past[i]))
			return true;
	return false;
}

/* Whether the copy gets a key from elsewhere: what is past, and what is given. */
static bool
is_set(const struct copy *c, struct gf_str key, bool measure)
{
	struct gf_buf b = { 0 };
	bool set;

	if (measure && (gf_str_is(key, "from") || gf_str_is(key, "to")))
		return true;
	gf_buf_text(&b, measure ? "measure." : "");
	gf_buf_str(&b, key);
	set = gf_sketch_get(c->to, b.p).n > 0 || (!measure && is_past(key));
	gf_buf_release(&b);
	return set;
}

/* What a mapping has and the copy's has not. */
static bool
fill_in(struct copy *c, struct gf_node *into, const struct gf_node *from,
    bool measure)
{
	bool ok = true;

	for (struct gf_node *k = from->first; ok && k != NULL;
	    k = k->next->next) {
		struct gf_node *there = gf_node_get(into, gf_arena_copy(
		    c->run->arena, k->value.p, k->value.n));
		struct gf_node *value = gf_node_real(k->next);

		if (is_set(c, k->value, measure))
			continue;
		if (there == NULL)
			ok = gf_edit_insert(&c->edits, into, k->value,
			    anew(c->run, value), measure ? gf_measure_order :
			    gf_goal_order);
		else if (!measure && gf_str_is(k->value, "measure") &&
		    value->kind == GF_MAP &&
		    gf_node_real(there)->kind == GF_MAP)
			ok = fill_in(c, gf_node_real(there), value, true);
	}
	return ok;
}

/* What the goal has from the head of its file, where the copy has another. */
static bool
inherit(struct copy *c)
{
	const struct gf_doc *doc = c->from->defaults_doc;
	struct gf_node *map;
	struct gf_tree tree;
	struct gf_fault fault;

	if (doc == NULL || doc->bytes.p == NULL || !gf_tree_parse(&tree,
	    doc->bytes, &c->run->common->limits, c->run->arena, &fault))
		return true;
	map = gf_node_get(gf_node_real(tree.root), "defaults");
	if (map == NULL || gf_node_real(map)->kind != GF_MAP)
		return true;
	return fill_in(c, c->root, gf_node_real(map), false);
}

static int
close_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(&gf_close_table, a, b);
}

/* A closed goal says what goes on from it. */
static bool
continues(struct copy *c)
{
	struct gf_edits *edits;
	struct gf_node *close, *list;
	struct gf_new *id = gf_new_text(c->run->arena, c->to->id);

	if (gf_rec_get(c->from->rec, GOAL_CLOSE) == NULL) {
		gf_run_say(c->run, "'%.*s' is not closed yet: its close can "
		    "say that '%.*s' continues it", (int)c->from->id.n,
		    c->from->id.p, (int)c->to->id.n, c->to->id.p);
		return true;
	}
	edits = gf_run_edit(c->run, c->from->doc);
	if (edits == NULL)
		return false;
	close = gf_node_real(gf_node_get(gf_node_real(edits->tree->root),
	    "close"));
	list = gf_node_get(close, "continues");
	if (list != NULL ? gf_edit_append(edits, list, id) :
	    gf_edit_insert(edits, close, GF_STR("continues"), id,
	    close_order))
		return true;
	gf_run_fail(c->run, "cannot write into the close of '%.*s': %s",
	    (int)c->from->id.n, c->from->id.p, edits->why);
	return false;
}

struct gf_str
gf_new_like(struct gf_run *run, const struct gf_goal *from,
    const struct gf_sketch *to, struct gf_str path)
{
	struct copy c = { .run = run, .from = from, .to = to };
	struct gf_str bytes = { NULL, 0 };
	struct gf_splice *splices = NULL;
	struct gf_buf b = { 0 };
	struct gf_fault fault;
	size_t n = 0;
	bool ok;

	if (from->doc->bytes.p == NULL || !gf_tree_parse(&c.tree,
	    from->doc->bytes, &run->common->limits, run->arena, &fault)) {
		gf_run_fail(run, "'%.*s' cannot be read again",
		    (int)from->id.n, from->id.p);
		return bytes;
	}
	gf_edit_init(&c.edits, &c.tree, run->arena);
	c.root = gf_node_real(c.tree.root);
	ok = rewrite(&c) && (gf_str_eq(path, from->doc->origin.path) ||
	    inherit(&c)) && gf_edit_apply(&c.edits, &run->common->limits, &b,
	    &splices, &n) && continues(&c);
	if (ok && b.n > 0 && b.p[b.n - 1] != '\n')
		gf_buf_byte(&b, '\n');
	if (ok)
		bytes = gf_buf_keep(&b, run->arena);
	else if (run->status < 2)
		gf_run_fail(run, "cannot copy '%.*s': %s", (int)from->id.n,
		    from->id.p, c.edits.why);
	gf_buf_release(&b);
	gf_edit_release(&c.edits);
	return bytes;
}
