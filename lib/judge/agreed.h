/* judge/agreed.h: who said yes to a goal, and whether it is still that goal. */
#ifndef GF_AGREED_H
#define GF_AGREED_H

#include "goal/plan.h"

/* The last day on which a goal's owner said yes, GF_NO_DAY if never. */
gf_day gf_agreed_day(const struct gf_plan *, const struct gf_goal *);
/*
 * The last change of target, date or owner behind that day, NULL if there is
 * none or nobody said yes.
 */
const struct gf_rec *gf_agreed_change(const struct gf_plan *,
    const struct gf_goal *);

#endif
