/* judge/activity.h: the funnel of a goal, from its result back to today. */
#ifndef GF_ACTIVITY_H
#define GF_ACTIVITY_H

#include "judge/facts.h"
#include "judge/portion.h"

/*
 * Work out how much of each step what is left still needs, in all, a week and
 * today; the arena owns the steps.
 */
void gf_activity_read(struct gf_portion *, const struct gf_facts *,
    const struct gf_pace *, struct gf_arena *);

#endif
