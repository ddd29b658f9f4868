/*
 * judge/carry.h: how much of a goal counts in the one that it serves
 * (ARITHMETIC.md, Roll-up).
 */
#ifndef GF_CARRY_H
#define GF_CARRY_H

#include "goal/plan.h"
#include "judge/ratio.h"

enum gf_carry {
	GF_CARRY_NOTHING,	/* it takes no part: a ring, said twice, dropped */
	GF_CARRY_MEANING,	/* it helps, nothing is added */
	GF_CARRY_SUM,		/* its result is added */
	GF_CARRY_UNMET		/* it should be, and the units do not meet */
};

/* How the result of a link's child counts in its parent, which is there. */
enum gf_carry gf_link_carry(const struct gf_link *);
/* What one unit of the child is in the parent: share times the rate of via. */
struct gf_ratio gf_link_rate(const struct gf_link *);
/*
 * Whether a goal has no target of its own and so hands on what the goals below
 * it add up to.
 */
bool gf_goal_hands_on(const struct gf_goal *);
/* The stated share of a link, NULL if it says none. */
const struct gf_val *gf_link_share(const struct gf_link *);

#endif
