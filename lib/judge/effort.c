#include "judge/effort.h"

bool
gf_effort_capacity(const struct gf_party *p, struct gf_num *hours)
{
	const struct gf_val *v = p != NULL && p->kind == GF_PERSON ?
	    gf_rec_get(p->rec, PERSON_CAPACITY) : NULL;

	if (v == NULL)
		return false;
	*hours = gf_duration_hours(gf_val_duration(v));
	return true;
}

bool
gf_effort_hours(const struct gf_goal *g, const struct gf_num *capacity,
    struct gf_num *hours)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_EFFORT);

	if (v == NULL || v->list)
		return false;
	if (v->type == GF_T_SHARE)
		return capacity != NULL && gf_num_mul(v->u.num, *capacity,
		    hours);
	*hours = gf_duration_hours(gf_val_duration(v));
	return true;
}
