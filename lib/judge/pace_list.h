/* judge/pace_list.h: goals in the order in which they want to be talked about. */
#ifndef GF_PACE_LIST_H
#define GF_PACE_LIST_H

#include "base/mem.h"
#include "judge/pace.h"

/* How soon a status wants to be talked about, 0 the soonest. */
unsigned gf_state_urgency(enum gf_state);

struct gf_pace_row {
	const struct gf_goal *goal;
	struct gf_pace pace;
};

struct gf_pace_list {
	const struct gf_plan *plan;
	struct gf_pace_row *rows;
	size_t n, cap;
	struct gf_arena scratch;	/* private */
	/* forecasts are less what open obstacles cost on average */
	bool obstacles;
	bool wide;		/* no column is left out to fit a terminal */
};

/* Work out the pace of one more goal; the arena owns its rule. */
void gf_pace_list_add(struct gf_pace_list *, const struct gf_goal *,
    struct gf_arena *);
/*
 * Let goals that nobody reads stand as those below them do, with why; the arena
 * owns the rules.
 */
void gf_pace_list_roll(struct gf_pace_list *, struct gf_arena *);
/*
 * Put first what is missed, at risk or behind, then what is silent, last what
 * is at rest; of one status the one that is farthest behind.
 */
void gf_pace_list_sort(struct gf_pace_list *);
/* Give the rows back. */
void gf_pace_list_release(struct gf_pace_list *);

#endif
