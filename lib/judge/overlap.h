/*
 * judge/overlap.h: what people want beside what the company wants (PRACTICE 0).
 */
#ifndef GF_OVERLAP_H
#define GF_OVERLAP_H

#include "judge/align.h"

/* What a goal is to its owner. */
enum gf_overlap_kind {
	GF_OVERLAP_ALIGNED,	/* it serves the company and a WHY of his own */
	GF_OVERLAP_HAVE_TO,	/* the company alone */
	GF_OVERLAP_WANT_TO,	/* his own WHY alone */
	GF_OVERLAP_DRIFT,	/* neither */
	GF_OVERLAP_UNKNOWN,	/* it serves a goal that may be elsewhere */
	GF_OVERLAP_KINDS
};

/* A WHY of the company. */
struct gf_aim {
	const struct gf_party *company;
	const struct gf_val *item;	/* of its why */
	struct gf_str id;
	bool met;	/* some goal on its way serves somebody's own, too */
};

/* One person and his open goals. */
struct gf_overlap_row {
	const struct gf_party *person;
	const struct gf_goal **goals;	/* in the order of the plan */
	uint8_t *kinds;			/* of each, enum gf_overlap_kind */
	size_t ngoals;
	bool meets;	/* a goal of his serves a WHY of both */
	bool has_why;	/* some WHY of his own is known */
	/* hours a week of goals that lead to no goal of the company */
	struct gf_num unaligned;
	struct gf_num hours;		/* of all goals, where they are known */
	/* goals without an effort, or of which no one knows where they lead */
	size_t nunknown;
};

struct gf_overlap {
	const struct gf_plan *plan;
	struct gf_overlap_row *rows;	/* persons who own an open goal */
	size_t n;
	struct gf_aim *aims;
	size_t naims;
};

/*
 * Compare the open goals of every person with his WHYs and with the company;
 * the arena owns the lists.
 */
void gf_overlap_init(struct gf_overlap *, const struct gf_graph *,
    struct gf_arena *);
/* The WHY of the company that a value of serves names, NULL if it is none. */
const struct gf_aim *gf_overlap_aim(const struct gf_overlap *,
    struct gf_str serves);

#endif
