#include "cli/item.h"
#include "cli/link.h"
#include "judge/outline.h"

/* A way from one goal up to another, with the new link it would be a ring. */
static bool
closes_ring(struct gf_run *run, const struct gf_goal *child,
    const struct gf_goal *parent)
{
	struct gf_outline o;
	struct gf_buf way = { 0 };
	uint32_t depth = UINT32_MAX;
	bool found = false;

	gf_outline_up(&o, run->plan, parent);
	for (size_t i = o.n; i-- > 0; ) {
		const struct gf_outline_row *row = &o.rows[i];

		found |= row->goal == child;
		if (!found || row->depth >= depth)
			continue;
		depth = row->depth;
		if (way.n == 0) {
			gf_buf_str(&way, child->id);
			continue;
		}
		gf_buf_text(&way, " <- ");
		gf_buf_str(&way, row->goal->id);
	}
	if (found)
		gf_run_fail(run, "'%.*s' would close a ring: %s <- %.*s",
		    (int)parent->id.n, parent->id.p, way.p,
		    (int)child->id.n, child->id.p);
	gf_buf_release(&way);
	gf_outline_release(&o);
	return found;
}

static bool
is_linked(const struct gf_goal *child, const struct gf_goal *parent)
{
	for (uint32_t i = 0; i < child->nlinks; i++)
		if (child->links[i].parent == parent)
			return true;
	return false;
}

/*
 * What a goal without links of its own is to have: an own list hides that of
 * defaults, so it begins with what was inherited; NULL and why if it cannot.
 */
static struct gf_new *
first_links(struct gf_run *run, const struct gf_goal *child,
    struct gf_str parent)
{
	struct gf_new *new = gf_new_text(run->arena, parent), *list;

	if (child->nlinks == 0)
		return new;
	list = gf_new_list(run->arena, GF_SEQ, true);
	for (uint32_t i = 0; i < child->nlinks; i++) {
		if (child->links[i].rec != NULL) {
			gf_run_fail(run, "'%.*s' inherits links with rates or "
			    "shares; write supports into the goal itself "
			    "first", (int)child->id.n, child->id.p);
			return NULL;
		}
		gf_new_add(list, GF_STR(""), gf_new_text(run->arena,
		    child->links[i].id));
	}
	gf_new_add(list, GF_STR(""), new);
	return list;
}

/* Write links where the goal has none, or what says none; false and why. */
static bool
begin_supports(struct gf_run *run, struct gf_edits *edits,
    struct gf_node *supports, const struct gf_goal *child,
    struct gf_str parent)
{
	struct gf_new *new = first_links(run, child, parent);

	if (new == NULL)
		return false;
	if (supports == NULL)
		return gf_edit_insert(edits, edits->tree->root,
		    GF_STR("supports"), new, gf_goal_order);
	/* an empty text is as good as none, and keeps its quotes */
	if (new->kind == GF_SEQ || (supports->value.n == 0 &&
	    supports->style != GF_PLAIN))
		return gf_edit_set(edits, supports, new);
	return gf_edit_append(edits, supports, new);
}

static bool
add_link(struct gf_run *run, const struct gf_goal *child,
    struct gf_str parent)
{
	struct gf_edits *edits = gf_run_edit(run, child->doc);
	struct gf_node *supports;
	bool none;

	if (edits == NULL)
		return false;
	supports = gf_node_get(edits->tree->root, "supports");
	if (supports != NULL && gf_node_real(supports)->kind == GF_MAP &&
	    gf_node_real(supports)->style != GF_FLOW) {
		gf_run_fail(run, "'%.*s' has one mapping in supports; write it "
		    "as a list, then link again", (int)child->id.n,
		    child->id.p);
		return false;
	}
	if (supports != NULL && gf_node_aliases(edits->tree, supports) > 0) {
		gf_run_fail(run, "'%.*s' shares its supports with another "
		    "key by an anchor; write it out there, then link again",
		    (int)child->id.n, child->id.p);
		return false;
	}
	none = supports == NULL || (supports->kind == GF_SCALAR &&
	    gf_rec_get(child->rec, GOAL_SUPPORTS) == NULL);
	if (none && supports != NULL && supports->tagged) {
		gf_run_fail(run, "'%.*s' has nothing but a tag in supports, "
		    "which no list could follow; remove it, then link again",
		    (int)child->id.n, child->id.p);
		return false;
	}
	if (none ? begin_supports(run, edits, supports, child, parent) :
	    gf_edit_append(edits, supports, gf_new_text(run->arena, parent)))
		return true;
	/* not allowed to inherit was said already */
	if (edits->why[0] != '\0')
		gf_run_fail(run, "cannot link '%.*s': %s", (int)child->id.n,
		    child->id.p, edits->why);
	return false;
}

int
gf_run_link(struct gf_run *run)
{
	struct gf_goal *child = gf_run_goal(run, run->ids[0]);
	struct gf_goal *parent = child ? gf_run_goal(run, run->ids[1]) : NULL;

	if (child == NULL || parent == NULL)
		return 2;
	if (is_linked(child, parent)) {
		gf_run_say(run, "'%.*s' serves '%.*s' already",
		    (int)child->id.n, child->id.p, (int)parent->id.n,
		    parent->id.p);
		return 0;
	}
	if (closes_ring(run, child, parent) ||
	    !add_link(run, child, parent->id))
		return 2;
	if (run->common->in_place)
		gf_run_say(run, "'%.*s' now serves '%.*s'",
		    (int)child->id.n, child->id.p, (int)parent->id.n,
		    parent->id.p);
	return 0;
}
