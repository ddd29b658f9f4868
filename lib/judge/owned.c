#include <stdlib.h>

#include "base/mem.h"
#include "judge/owned.h"

static int
by_owner(const void *va, const void *vb)
{
	const struct gf_goal *a = *(const struct gf_goal *const *)va;
	const struct gf_goal *b = *(const struct gf_goal *const *)vb;
	uint32_t x = a->owner->doc->seq, y = b->owner->doc->seq;

	if (x != y)
		return x < y ? -1 : 1;
	return (a->seq > b->seq) - (a->seq < b->seq);
}

void
gf_owned_init(struct gf_owned *o, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	o->v = gf_arena_alloc(arena, plan->ngoals * sizeof(*o->v));
	o->n = 0;
	for (size_t i = 0; i < plan->ngoals; i++)
		if (plan->goals[i]->owner != NULL && plan->goals[i]->open &&
		    !gf_goal_half_alone(plan->goals[i]))
			o->v[o->n++] = plan->goals[i];
	if (o->n > 1)
		qsort(o->v, o->n, sizeof(*o->v), by_owner);
}

const struct gf_goal *const *
gf_owned_by(const struct gf_owned *o, const struct gf_party *p, size_t *n)
{
	size_t low = 0, high = o->n, first;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (o->v[mid]->owner->doc->seq < p->doc->seq)
			low = mid + 1;
		else
			high = mid;
	}
	for (first = low; low < o->n && o->v[low]->owner == p; )
		low++;
	*n = low - first;
	return o->v + first;
}
