/* out/map_remark.h: what is to be said of a goal's sums, status and cover. */
#ifndef GF_MAP_REMARK_H
#define GF_MAP_REMARK_H

#include "judge/align.h"
#include "judge/rollup.h"
#include "out/format.h"

struct gf_remarks {
	const struct gf_rollup *rollup;
	struct gf_cover_table cover;
	struct gf_metrics metrics;
	const struct gf_look *look;
	struct gf_arena arena;		/* owns cover and metrics */
	struct gf_arena scratch;	/* let go after each goal */
};

/* Begin for one plan; to be released. */
void gf_remarks_init(struct gf_remarks *, const struct gf_rollup *,
    const struct gf_look *);
/* Give back what it holds. */
void gf_remarks_release(struct gf_remarks *);
/*
 * Append what the numbers of a goal rest on, a line each: what the goals below
 * add up to, why its status is what it is, its guards, and who carries it;
 * nothing of what the audience may not see.
 */
void gf_remarks_add(struct gf_remarks *, struct gf_buf *,
    const struct gf_goal *);

#endif
