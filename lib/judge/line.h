/* judge/line.h: how far a goal is expected to be on a day. */
#ifndef GF_LINE_H
#define GF_LINE_H

#include "judge/ratio.h"
#include "judge/work.h"

/* A day and the share of the way that is expected then. */
struct gf_point {
	gf_day day;
	struct gf_ratio share;
};

struct gf_line {
	gf_day start, due;
	enum gf_pace_word shape;
	struct gf_work work;
	struct gf_num total;		/* weight from start through due */
	struct gf_point *points;	/* of steps and of a list, by day */
	size_t npoints;
	/* points with straight ways between them */
	bool listed;
	/* day of the last change, GF_NO_DAY: none */
	gf_day anchor;
	struct gf_ratio held, before;	/* share gone then, and of the shape */
};

/*
 * Begin the line of a goal between two days; from and span (to - from) place
 * milestones and points on it, span 0 if unknown; the arena owns its lists.
 */
void gf_line_init(struct gf_line *, const struct gf_goal *, gf_day start,
    gf_day due, struct gf_num from, struct gf_num span, struct gf_arena *);
/* Let the line go on from the share that was gone on the day of a change. */
void gf_line_anchor(struct gf_line *, gf_day, struct gf_ratio share);
/* The share of the way expected at the end of a day. */
struct gf_ratio gf_line_at(const struct gf_line *, gf_day);
/*
 * The last day, from the one before start to due, on which no more than a share
 * is expected.
 */
gf_day gf_line_reach(const struct gf_line *, struct gf_ratio share);

#endif
