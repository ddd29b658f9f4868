/* judge/rate.h: what adds up and what does not (ARITHMETIC.md, Roll-up). */
#ifndef GF_RATE_H
#define GF_RATE_H

#include "goal/plan.h"

/* Whether what a goal measures is an average, a rate or a level to hold. */
bool gf_goal_is_rate(const struct gf_goal *);

#endif
