#include "base/mem.h"
#include "cli/item.h"
#include "cli/obstacles.h"
#include "goal/table.h"

#define O(field) offsetof(struct gf_hit_opt, field)

const struct gf_opt gf_hit_opts[] = {
	{ 0, "on", GF_OPT_TEXT, O(on), "DATE",
	    "the day on which it happened; default today" },
	{ 0, "plan", GF_OPT_TEXT, O(plan), "used|not|other",
	    "whether the plan was used, nothing was done, or something else" },
	{ 0, "worked", GF_OPT_TEXT, O(worked), "yes|no",
	    "whether that helped" },
	{ 0, "lost", GF_OPT_TEXT, O(lost), "QUANTITY", "what it cost" },
	{ 0, "note", GF_OPT_TEXT, O(note), "TEXT", "a line about it" },
	{ 0, "unforeseen", GF_OPT_TEXT, O(unforeseen), "TEXT",
	    "nobody had named it: what was seen when it happened" },
	{ 0 }
};

static int
obstacle_order(struct gf_str a, struct gf_str b)
{
	return gf_field_order(&gf_obstacle_table, a, b);
}

/* What has happened is of today or before. */
static bool
happened(struct gf_run *run, const char *on)
{
	const char *why;
	gf_day day;

	if (on == NULL || !gf_day_parse(gf_str(on), &day, &why) ||
	    day <= run->plan->today)
		return true;
	gf_run_fail(run, "'%s' is still to come: a hit is of today or before",
	    on);
	return false;
}

static bool
options_fit(struct gf_run *run, const struct gf_hit_opt *opt)
{
	const struct {
		unsigned field;
		const char *text;
	} given[] = {
		{ HIT_DATE, opt->on }, { HIT_PLAN, opt->plan },
		{ HIT_WORKED, opt->worked }, { HIT_LOST, opt->lost },
		{ HIT_NOTE, opt->note },
	};

	for (size_t i = 0; i < GF_LEN(given); i++)
		if (!gf_item_fits(run, &gf_hit_table, given[i].field,
		    given[i].text))
			return false;
	return happened(run, opt->on) && gf_item_fits(run,
	    &gf_obstacle_table, OBSTACLE_WHEN, opt->unforeseen);
}

/* What happened, as an item of hits. */
static struct gf_new *
new_hit(struct gf_run *run, const struct gf_hit_opt *opt)
{
	struct gf_new *map = gf_new_list(run->arena, GF_MAP, true);

	if (opt->on == NULL)
		gf_new_add(map, GF_STR("date"), gf_item_day(run,
		    run->plan->today));
	gf_item_add(run, map, &gf_hit_table, HIT_DATE, gf_str(opt->on));
	gf_item_add(run, map, &gf_hit_table, HIT_PLAN, gf_str(opt->plan));
	gf_item_add(run, map, &gf_hit_table, HIT_WORKED, gf_str(opt->worked));
	gf_item_add(run, map, &gf_hit_table, HIT_LOST, gf_str(opt->lost));
	gf_item_add(run, map, &gf_hit_table, HIT_NOTE, gf_str(opt->note));
	return map;
}

static struct gf_new *
hit_list(struct gf_run *run, const struct gf_hit_opt *opt)
{
	struct gf_new *list = gf_new_list(run->arena, GF_SEQ, false);

	gf_new_add(list, GF_STR(""), new_hit(run, opt));
	return list;
}

/* One that nobody had named becomes an obstacle of its own. */
static int
write_unforeseen(struct gf_run *run, const struct gf_goal *g)
{
	const struct gf_hit_opt *opt = run->opt;
	struct gf_key_doc k = gf_key_own(run, g);
	struct gf_str when = gf_str(opt->unforeseen);
	struct gf_str id = gf_obstacle_slug(g, when, run->arena);
	struct gf_new *map = gf_new_list(run->arena, GF_MAP,
	    gf_obstacle_flow(&k));

	gf_item_add(run, map, &gf_obstacle_table, OBSTACLE_ID, id);
	gf_item_add(run, map, &gf_obstacle_table, OBSTACLE_WHEN, when);
	gf_item_add(run, map, &gf_obstacle_table, OBSTACLE_STATUS,
	    GF_STR("hit"));
	gf_item_add(run, map, &gf_obstacle_table, OBSTACLE_FORESEEN,
	    GF_STR("no"));
	gf_new_add(map, GF_STR("hits"), hit_list(run, opt));
	if (!gf_obstacle_append(&k, map))
		return 2;
	if (run->common->in_place)
		gf_run_say(run, "'%.*s/%.*s' is written; what is done when it "
		    "comes again?", (int)g->id.n, g->id.p, (int)id.n, id.p);
	return 0;
}

/* The item in the document that an obstacle was read from. */
static struct gf_node *
node_of(const struct gf_edits *e, const struct gf_obstacle *o)
{
	struct gf_node *root = e->tree->root, *list, *item;

	list = root != NULL && root->kind == GF_MAP ? gf_node_get(root,
	    "obstacles") : NULL;
	if (list == NULL)
		return NULL;
	list = gf_node_real(list);
	if (list->kind != GF_SEQ)
		return list;
	for (item = list->first; item != NULL; item = item->next)
		if (gf_node_at(e->tree, item).off == o->val->at.off)
			return item;
	return NULL;
}

static bool
write_hit(struct gf_run *run, struct gf_edits *e, struct gf_node *item)
{
	const struct gf_hit_opt *opt = run->opt;
	struct gf_new *hit = gf_new_bare(run->arena, GF_STR("hit"));
	struct gf_node *hits, *status;

	if (item->kind == GF_SCALAR)
		return gf_edit_expand(e, item, GF_STR("when"),
		    GF_STR("hits"), hit_list(run, opt));
	if (item->kind != GF_MAP)
		return false;
	hits = gf_node_get(item, "hits");
	status = gf_node_get(item, "status");
	if ((status == NULL || !gf_str_is(status->value, "hit")) &&
	    !gf_edit_put(e, item, "status", hit, obstacle_order))
		return false;
	return hits != NULL ? gf_edit_append(e, hits, new_hit(run, opt)) :
	    gf_edit_insert(e, item, GF_STR("hits"), hit_list(run, opt),
	    obstacle_order);
}

/* Find GOAL/OBSTACLE: by its id, else by its number. */
static bool
find(struct gf_run *run, const struct gf_goal *g, struct gf_str name,
    struct gf_obstacle *o)
{
	const char **names = gf_arena_alloc(run->arena,
	    (gf_obstacle_count(g) + 1) * sizeof(*names));
	struct gf_buf said = { 0 };
	const char *near;
	size_t n = 0;

	for (size_t i = 0; i < gf_obstacle_count(g); i++)
		if (gf_obstacle_read(o, g, i)) {
			gf_buf_clear(&said);
			gf_obstacle_name(&said, o);
			if (gf_str_eq(gf_buf_view(&said), name)) {
				gf_buf_release(&said);
				return true;
			}
			names[n++] = gf_arena_copy(run->arena, said.p,
			    said.n);
		}
	gf_buf_release(&said);
	for (size_t i = 0; i < gf_obstacle_count(g); i++) {
		struct gf_buf number = { 0 };
		bool same;

		gf_buf_printf(&number, "%zu", i + 1);
		same = gf_str_eq(gf_buf_view(&number), name) &&
		    gf_obstacle_read(o, g, i);
		gf_buf_release(&number);
		if (same)
			return true;
	}
	near = gf_str_nearest(name, names, n);
	if (near != NULL)
		gf_run_fail(run, "'%.*s' has no obstacle '%.*s': did you mean "
		    "'%s'?", (int)g->id.n, g->id.p, (int)name.n, name.p, near);
	else
		gf_run_fail(run, "'%.*s' has no obstacle '%.*s': 'obstacles "
		    "list %.*s' shows them, --unforeseen writes a new one",
		    (int)g->id.n, g->id.p, (int)name.n, name.p, (int)g->id.n,
		    g->id.p);
	return false;
}

static int
write_known(struct gf_run *run, const struct gf_obstacle *o)
{
	struct gf_place at = gf_goal_place(o->goal, o->val);
	struct gf_edits *e = gf_run_edit(run, at.doc);
	struct gf_node *item = e != NULL ? node_of(e, o) : NULL;
	const struct gf_val *hits;
	size_t n = gf_rec_list(o->rec, OBSTACLE_HITS, &hits) + 1;
	struct gf_buf name = { 0 };
	int said = 0;

	gf_obstacle_name(&name, o);
	if (e == NULL)
		said = 2;
	else if (item == NULL) {
		gf_run_fail(run, "'%.*s' inherits its obstacles, or names "
		    "them by an anchor; write them into the goal first",
		    (int)o->goal->id.n, o->goal->id.p);
		said = 2;
	} else if (!write_hit(run, e, item)) {
		gf_run_fail(run, "cannot write the hit of '%.*s/%s': %s",
		    (int)o->goal->id.n, o->goal->id.p, name.p, e->why);
		said = 2;
	} else if (run->common->in_place)
		gf_run_say(run, "'%.*s/%s' has happened %zu time%s",
		    (int)o->goal->id.n, o->goal->id.p, name.p, n,
		    n == 1 ? "" : "s");
	gf_buf_release(&name);
	return said;
}

int
gf_run_hit(struct gf_run *run)
{
	const struct gf_hit_opt *opt = run->opt;
	struct gf_str name = run->ids[0], id = gf_str_cut(&name, '/');
	const struct gf_goal *g = gf_run_goal(run, id);
	struct gf_obstacle o;

	if (g == NULL || !gf_run_open(run, g) || !options_fit(run, opt))
		return 2;
	if (opt->unforeseen != NULL && name.n == 0)
		return write_unforeseen(run, g);
	if (opt->unforeseen != NULL || name.n == 0) {
		gf_run_fail(run, "'hit' wants GOAL/OBSTACLE, or GOAL and "
		    "--unforeseen TEXT");
		return 2;
	}
	return find(run, g, name, &o) ? write_known(run, &o) : 2;
}
