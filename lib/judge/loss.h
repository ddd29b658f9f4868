/*
 * judge/loss.h: what obstacles cost on average, likelihood times cost
 * (ARITHMETIC.md, Obstacles).
 */
#ifndef GF_LOSS_H
#define GF_LOSS_H

#include "judge/obstacle.h"

struct gf_loss {
	struct gf_obstacle obstacle;
	struct gf_watch watch;
	bool likely, costed;	/* likelihood and cost hold */
	bool known;		/* loss holds: both do, and it may still come */
	bool shared;		/* share holds */
	struct gf_num likelihood;
	/* in the unit of the goal, never negative; days go by the rate that is
	 * needed */
	struct gf_num cost;
	struct gf_num loss;
	/* of all loss in its unit: its own and what stands before it */
	struct gf_num share;
	struct gf_str unit;	/* of the goal, may be empty */
	struct gf_str group;	/* whom or what it is listed under */
	uint32_t rank[2];	/* private: of its group, of its unit there */
};

struct gf_losses {
	const struct gf_plan *plan;
	struct gf_loss *v;
	size_t n, cap;
	const char *by;		/* what the groups are, NULL: there are none */
};

/* Work out one obstacle; the arena is for scratch. */
void gf_loss_of(const struct gf_plan *, const struct gf_obstacle *,
    struct gf_arena *, struct gf_loss *);
/*
 * What the open obstacles of a goal cost on average, in its unit; false if none
 * of them says it.
 */
bool gf_loss_open(const struct gf_plan *, const struct gf_goal *,
    struct gf_arena *, struct gf_num *);
/*
 * Put groups together in the order of their first obstacle, in them units, in
 * these the largest loss first, and what says no loss behind them; fills in the
 * shares.
 */
void gf_losses_rank(struct gf_losses *);
/* Give the list back. */
void gf_losses_release(struct gf_losses *);

#endif
