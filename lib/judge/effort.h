/* judge/effort.h: the hours a week that a goal takes of its owner. */
#ifndef GF_EFFORT_H
#define GF_EFFORT_H

#include "goal/plan.h"

/* The hours a week that an owner has; false if he is no person who says so. */
bool gf_effort_capacity(const struct gf_party *, struct gf_num *hours);
/*
 * The hours a week that a goal takes of a capacity, which is NULL where it is
 * not known; false if the goal does not say, or says a share of what is not
 * known.
 */
bool gf_effort_hours(const struct gf_goal *, const struct gf_num *capacity,
    struct gf_num *hours);

#endif
