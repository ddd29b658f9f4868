#include "goal/table.h"
#include "judge/obstacle.h"

bool
gf_obstacle_read(struct gf_obstacle *o, const struct gf_goal *g, size_t item)
{
	const struct gf_val *items, *v;
	size_t n = gf_goal_list(g, GOAL_OBSTACLES, &items);

	if (item >= n)
		return false;
	v = &items[item];
	if (v->bad || v->list || v->type != GF_T_REC || v->u.rec == NULL)
		return false;
	*o = (struct gf_obstacle){ .goal = g, .val = v, .rec = v->u.rec,
	    .number = (uint32_t)item + 1,
	    .state = (enum gf_obstacle_state)gf_rec_word(v->u.rec,
	    OBSTACLE_STATUS, GF_OBSTACLE_OPEN) };
	return true;
}

size_t
gf_obstacle_count(const struct gf_goal *g)
{
	const struct gf_val *items;

	return gf_goal_list(g, GOAL_OBSTACLES, &items);
}

const char *
gf_obstacle_state_name(enum gf_obstacle_state s)
{
	return gf_field_word(&gf_obstacle_table.fields[OBSTACLE_STATUS],
	    (int)s);
}

void
gf_obstacle_name(struct gf_buf *b, const struct gf_obstacle *o)
{
	struct gf_str id = gf_rec_text(o->rec, OBSTACLE_ID);

	if (id.n > 0)
		gf_buf_str(b, id);
	else
		gf_buf_printf(b, "%u", (unsigned)o->number);
}

bool
gf_obstacle_live(const struct gf_obstacle *o)
{
	return o->state == GF_OBSTACLE_OPEN || o->state == GF_OBSTACLE_HIT;
}

bool
gf_obstacle_private(const struct gf_obstacle *o)
{
	const struct gf_doc *doc = gf_goal_place(o->goal, o->val).doc;

	return o->goal->level == LEVEL_PERSONAL || o->goal->doc->private ||
	    doc->private || gf_str_is(gf_rec_text(o->rec, OBSTACLE_SIDE),
	    "inner");
}

struct gf_str
gf_obstacle_owner(const struct gf_obstacle *o)
{
	const struct gf_goal *g = o->goal;
	struct gf_str own = gf_rec_text(o->rec, OBSTACLE_OWNER);

	if (own.n > 0)
		return own;
	return g->owner != NULL && g->owner->id.n > 0 &&
	    !g->owner_ambiguous ? g->owner->id : g->owner_text;
}

struct gf_str
gf_obstacle_team(const struct gf_plan *plan, const struct gf_obstacle *o)
{
	struct gf_str owner = gf_obstacle_owner(o);
	const struct gf_party *p = owner.n > 0 ? gf_plan_party(plan, owner,
	    NULL) : NULL;

	if (p == NULL || p->kind == GF_COMPANYDOC)
		return GF_STR("");
	if (p->kind == GF_TEAMDOC)
		return p->id;
	return p->team != NULL ? p->team->id : gf_rec_text(p->rec,
	    PERSON_TEAM);
}
