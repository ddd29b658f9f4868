/* judge/burn.h: the way of a goal as it can be drawn. */
#ifndef GF_BURN_H
#define GF_BURN_H

#include "judge/pace.h"

/* Where a goal stands, or should, at the end of a day. */
struct gf_mark {
	gf_day day;
	struct gf_num value;
	struct gf_str what;	/* of a milestone, may be empty */
};

struct gf_marks {
	struct gf_mark *v;
	size_t n;
};

struct gf_burn {
	const struct gf_goal *goal;
	struct gf_pace pace;
	gf_day today;
	struct gf_marks readings;	/* sums as they grew */
	struct gf_marks line;		/* expected, none if it is not known */
	struct gf_marks old;		/* the same before the last change */
	struct gf_marks milestones;
	bool has_low, has_high;		/* bounds of a level */
	struct gf_num low, high;
};

/* Work out what there is to draw of a goal; the arena owns the marks. */
void gf_burn_of(struct gf_burn *, const struct gf_plan *,
    const struct gf_goal *, struct gf_arena *);

#endif
