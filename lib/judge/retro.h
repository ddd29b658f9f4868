/* judge/retro.h: a cycle when it is over: what was reached, kept and learned. */
#ifndef GF_RETRO_H
#define GF_RETRO_H

#include "judge/foresight.h"
#include "judge/pace.h"
#include "judge/promise.h"

struct gf_retro_row {
	const struct gf_goal *goal;
	struct gf_pace pace;
	bool scored;			/* closed with a score */
	struct gf_num score;
	int verdict;			/* enum gf_verdict_word, -1 none */
	struct gf_str learned;
	/* of its result the share that came in the last third of its days */
	bool grew;
	struct gf_num late;
};

/* What two audiences see of it: the whole company, and the coach. */
enum { GF_RETRO_COMPANY, GF_RETRO_COACH, GF_RETRO_VIEWS };

struct gf_retro {
	const struct gf_plan *plan;
	struct gf_str name;		/* 2026-Q3 */
	gf_day from, to;
	struct gf_retro_row *rows;	/* in the order of the plan */
	size_t n;
	struct gf_foresight foresight[GF_RETRO_VIEWS];
	struct gf_kept kept;		/* for the coach */
};

/*
 * Look back on the goals, of those chosen by seq, that were closed or due in a
 * cycle, and on the conversations in it; the arena owns the rows.
 */
void gf_retro_of(struct gf_retro *, const struct gf_plan *,
    const bool *chosen, struct gf_arena *);

#endif
