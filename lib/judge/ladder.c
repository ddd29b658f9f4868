#include "judge/ladder.h"
#include "judge/outline.h"

/* The text of an aim in one of the halves of a document. */
static struct gf_str
text_in(const struct gf_rec *rec, unsigned field, struct gf_str id)
{
	const struct gf_val *items;
	size_t n = gf_rec_list(rec, field, &items);

	for (size_t i = 0; i < n; i++)
		if (!items[i].bad && items[i].type == GF_T_REC &&
		    gf_str_eq(gf_rec_text(items[i].u.rec, AIM_ID), id))
			return gf_rec_text(items[i].u.rec, AIM_TEXT);
	return GF_STR("");
}

static struct gf_ladder_aim
aim_of(const struct gf_plan *plan, struct gf_str written,
    const struct gf_goal *g)
{
	struct gf_str id = written, who = gf_str_cut(&id, '/');
	const struct gf_party *p = gf_plan_party(plan, who, NULL);
	struct gf_ladder_aim a = { .id = written, .text = GF_STR(""),
		.through = g };
	unsigned field;

	a.personal = p == NULL || p->kind == GF_PERSON;
	if (p == NULL || p->kind == GF_TEAMDOC)
		return a;
	field = a.personal ? PERSON_WHY : COMPANY_WHY;
	a.text = text_in(p->rec, field, id);
	if (a.text.n == 0)
		a.text = text_in(p->half, field, id);
	return a;
}

static bool
has_aim(const struct gf_ladder *l, struct gf_str id)
{
	for (size_t i = 0; i < l->naims; i++)
		if (gf_str_eq(l->aims[i].id, id))
			return true;
	return false;
}

/* An aim of somebody else, further up, is no business of this goal. */
static bool
concerns(const struct gf_ladder *l, const struct gf_ladder_aim *a)
{
	return !a->personal || a->through == l->goal ||
	    (a->through->owner != NULL && a->through->owner == l->goal->owner);
}

static void
add_aims(struct gf_ladder *l, const struct gf_plan *plan,
    const struct gf_goal *g)
{
	const struct gf_val *v;
	size_t n = gf_goal_list(g, GOAL_SERVES, &v);

	for (size_t i = 0; i < n; i++) {
		struct gf_ladder_aim a;

		if (v[i].bad || has_aim(l, gf_val_text(&v[i])))
			continue;
		a = aim_of(plan, gf_val_text(&v[i]), g);
		if (concerns(l, &a))
			l->aims[l->naims++] = a;
	}
}

void
gf_ladder_read(struct gf_ladder *l, const struct gf_plan *plan,
    const struct gf_goal *g, struct gf_arena *arena)
{
	const struct gf_val *v;
	struct gf_outline up;
	size_t most = 0;

	*l = (struct gf_ladder){ .goal = g };
	l->nrungs = gf_goal_list(g, GOAL_WHY, &l->rungs);
	l->step = gf_goal_sub(g, GOAL_FIRST_STEP);
	gf_outline_up(&up, plan, g);
	for (size_t i = 0; i < up.n; i++)
		if (up.rows[i].goal != NULL && !up.rows[i].again)
			most += gf_goal_list(up.rows[i].goal, GOAL_SERVES, &v);
	l->aims = gf_arena_alloc(arena, most * sizeof(*l->aims));
	for (size_t i = 0; i < up.n; i++)
		if (up.rows[i].goal != NULL && !up.rows[i].again)
			add_aims(l, plan, up.rows[i].goal);
	gf_outline_release(&up);
}

bool
gf_step_done(const struct gf_rec *step)
{
	const struct gf_val *v = gf_rec_get(step, STEP_DONE);

	return v != NULL && (v->type != GF_T_YESNO || v->u.n != 0);
}
