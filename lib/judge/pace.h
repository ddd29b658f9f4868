/*
 * judge/pace.h: working days, progress, the expected line and the status
 * (ARITHMETIC.md).
 */
#ifndef GF_PACE_H
#define GF_PACE_H

#include "goal/plan.h"

enum gf_state {
	GF_STATE_DRAFT, GF_STATE_PAUSED, GF_STATE_DROPPED,
	GF_STATE_NOT_STARTED, GF_STATE_ACHIEVED, GF_STATE_MISSED,
	GF_STATE_ON_TRACK, GF_STATE_BEHIND, GF_STATE_AT_RISK,
	GF_STATE_STALE, GF_STATE_UNKNOWN, GF_STATES
};

/* The word of a status ("on-track"). */
const char *gf_state_name(enum gf_state);

struct gf_pace {
	enum gf_state state;
	/* the rule that gave the state, one line */
	const char *rule;
	bool measured;			/* from, to and current are known */
	bool rolled;			/* current is what goals below bring */
	bool level;			/* a level to hold */
	struct gf_num from, to, current;
	bool begun;			/* from is known */
	bool from_first;		/* it is the first reading */
	bool aimed;			/* to is known, and is not from */
	bool known;			/* progress holds */
	struct gf_num progress;		/* ratio, 6 places; unclamped */
	bool dated;			/* start and due are known */
	gf_day start, due;
	bool due_from_parent;
	/* day of the newest reading, GF_NO_DAY: none */
	gf_day as_of;
	/* ratio of the way expected on as_of, 6 places */
	struct gf_num expected;
	struct gf_num expected_today;	/* the same for today */
	/* where that is, unit of the goal; 0 where not aimed */
	struct gf_num stand;
	/* progress / expected on as_of; 0 where nothing is expected */
	struct gf_num ratio;
	int days_ahead;			/* working days; negative: behind */
	/* working days after today through due */
	int days_left;
	/* needed, unit of the goal; 0 when no day is left */
	struct gf_num per_day, per_week;
	/* on due, at the rate of late, of the worst and of the best weeks */
	bool forecasted;
	struct gf_num forecast, low, high;
	/* on the way or reached at that rate, GF_NO_DAY: never */
	gf_day arrival;
};

/*
 * Progress and status of a goal on the plan's day, without line, days and
 * needs: what lists show.
 */
void gf_pace_state(const struct gf_plan *, const struct gf_goal *,
    struct gf_arena *, struct gf_pace *);
/* All of progress, expected line and status of a goal on the plan's day. */
void gf_pace_of(const struct gf_plan *, const struct gf_goal *,
    struct gf_arena *, struct gf_pace *);
/*
 * Weighted working days of the goal's owner from first through last, 6 places.
 */
struct gf_num gf_work_days(const struct gf_goal *, struct gf_arena *,
    gf_day first, gf_day last);
/*
 * The expected share of the way on a day (0 before start, 1 from due on), 6
 * places; false if undated.
 */
bool gf_expected(const struct gf_plan *, const struct gf_goal *,
    struct gf_arena *, gf_day, struct gf_num *);

#endif
