/* judge/effort.h: the hours a week that a goal takes of its owner. */
#ifndef GF_EFFORT_H
#define GF_EFFORT_H

#include "goal/plan.h"

/*
 * The hours a week that the owner of a goal has; the threshold of the goal's
 * configuration where he does not say.
 */
struct gf_num gf_effort_capacity(const struct gf_goal *);
/*
 * The hours a week that a goal takes of such a capacity; false if it does not
 * say, or not in one value.
 */
bool gf_effort_hours(const struct gf_goal *, struct gf_num capacity,
    struct gf_num *hours);

#endif
