#include <string.h>

#include "base/mem.h"
#include "cli/detour.h"
#include "cli/item.h"
#include "cli/rehearse.h"

/* Below measure, which may still have to be begun. */
static bool
put_measure(struct gf_detour *d, struct gf_new *new)
{
	const char *key = strchr(d->field, '.') + 1;
	struct gf_node *measure = gf_node_get(d->root, "measure");
	struct gf_new *map;

	if (measure != NULL)
		return gf_edit_put(d->edits, gf_node_real(measure), key, new,
		    gf_measure_order);
	map = gf_new_list(d->run->arena, GF_MAP, true);
	gf_new_add(map, gf_str(key), new);
	return gf_edit_insert(d->edits, d->root, GF_STR("measure"), map,
	    gf_goal_order);
}

static bool
put_share(struct gf_detour *d, struct gf_new *new)
{
	struct gf_node *at = gf_node_get(d->root, "supports");

	if (at != NULL && gf_node_real(at)->kind == GF_SEQ)
		at = gf_node_real(at)->first;
	if (at == NULL)
		return false;
	if (gf_node_real(at)->kind == GF_MAP)
		return gf_edit_put(d->edits, gf_node_real(at), "share", new,
		    gf_support_order);
	return gf_edit_expand(d->edits, at, GF_STR("goal"), GF_STR("share"),
	    new);
}

/* The last milestone is the target, and moves with it. */
static bool
move_milestone(struct gf_detour *d)
{
	const struct gf_val *items, *to = gf_goal_measure(d->goal, MEASURE_TO);
	size_t n = gf_rec_list(d->goal->rec, GOAL_MILESTONES, &items);
	const struct gf_val *last = n > 0 && items[n - 1].u.rec != NULL &&
	    !items[n - 1].bad ? gf_rec_get(items[n - 1].u.rec,
	    MILESTONE_VALUE) : NULL;
	struct gf_node *list = gf_node_get(d->root, "milestones");
	struct gf_node *item;

	if (last == NULL || to == NULL || strcmp(d->field, "measure.to") != 0 ||
	    gf_num_cmp(last->u.num, to->u.num) != 0)
		return true;
	list = gf_node_real(list);
	item = list->kind == GF_SEQ ? list->last : list;
	item = gf_node_get(gf_node_real(item), "value");
	return item == NULL || gf_edit_set(d->edits, item,
	    gf_new_bare(d->run->arena, d->to));
}

/* A key of the goal itself. */
static bool
put(struct gf_detour *d, const char *key, const struct gf_new *new)
{
	return gf_edit_put(d->edits, d->root, key, new, gf_goal_order);
}

static bool
put_field(struct gf_detour *d)
{
	struct gf_arena *arena = d->run->arena;
	struct gf_new *bare = gf_new_bare(arena, d->to);

	if (d->title_alone)
		return true;
	if (strcmp(d->field, "title") == 0)
		return put(d, "title", gf_new_text(arena, d->to));
	if (strcmp(d->field, "measure.metric") == 0)
		return put_measure(d, gf_new_text(arena, d->to));
	if (d->letter == 'M')
		return put_measure(d, bare) && move_milestone(d);
	if (strncmp(d->field, "supports", 8) == 0)
		return put_share(d, bare);
	return put(d, d->field, strcmp(d->field, "owner") == 0 ?
	    gf_new_text(arena, d->to) : bare);
}

/* What was changed, when and why. */
static bool
record(struct gf_detour *d)
{
	const struct gf_item_change change = { d->letter, gf_str(d->field),
	    d->from, d->to, gf_str(d->opt->because),
	    .bare = d->letter != 'S' && d->letter != 'R' };
	struct gf_new *entry = gf_item_change(d->run, &change), *list;
	struct gf_node *changes = gf_node_get(d->root, "changes");

	if (changes != NULL)
		return gf_edit_append(d->edits, changes, entry);
	list = gf_new_list(d->run->arena, GF_SEQ, false);
	gf_new_add(list, GF_STR(""), entry);
	return gf_edit_insert(d->edits, d->root, GF_STR("changes"), list,
	    gf_goal_order);
}

bool
gf_detour_write(struct gf_detour *d)
{
	const struct gf_goal *g = d->goal;

	d->edits = gf_run_edit(d->run, g->doc);
	if (d->edits == NULL)
		return false;
	d->root = gf_node_real(d->edits->tree->root);
	if (put_field(d) && (d->title.n == 0 || put(d, "title",
	    gf_new_text(d->run->arena, d->title))) && record(d))
		return gf_rehearse(d->run, "mend that first, or give the "
		    "title that goes with it with --title TEXT");
	if (d->edits->why[0] != '\0')
		gf_run_fail(d->run, "cannot change '%.*s': %s", (int)g->id.n,
		    g->id.p, d->edits->why);
	return false;
}
