/* judge/owned.h: the open goals of each owner, found without a search. */
#ifndef GF_OWNED_H
#define GF_OWNED_H

#include "goal/plan.h"

/* Open goals by owner, those of one in the order of the plan. */
struct gf_owned {
	const struct gf_goal **v;
	size_t n;
};

/* Sort the open goals of a plan; the arena owns the list. */
void gf_owned_init(struct gf_owned *, const struct gf_plan *,
    struct gf_arena *);
/* The open goals of a party, and how many. */
const struct gf_goal *const *gf_owned_by(const struct gf_owned *,
    const struct gf_party *, size_t *n);

#endif
