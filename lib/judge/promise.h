/* judge/promise.h: what two people promised each other, and what came of it. */
#ifndef GF_PROMISE_H
#define GF_PROMISE_H

#include "judge/meet.h"

/* Positions in the list of words of `state`. */
enum gf_promise_state {
	GF_PROMISE_KEPT, GF_PROMISE_MISSED, GF_PROMISE_MOVED,
	GF_PROMISE_DROPPED, GF_PROMISE_OPEN
};

/* The word of a state ("kept"). */
const char *gf_promise_state_name(enum gf_promise_state);

struct gf_promise {
	const struct gf_session *session;
	const struct gf_rec *rec;
	uint32_t item;		/* of the session's commitments, from 0 */
	uint32_t number;	/* of all with that person, from 1; it stays */
	enum gf_promise_state state;
	struct gf_str who;	/* id, or as written */
	bool theirs;		/* by the person, not by the coach */
	gf_day due;		/* GF_NO_DAY unknown */
	bool at_meeting;	/* no date was said: until the next meeting */
};

/* How many were kept of those that were kept or missed. */
struct gf_kept {
	size_t kept, all;
};

struct gf_promises {
	const struct gf_rhythm *rhythm;
	gf_day today;
	struct gf_promise *v;
	size_t n;
	struct gf_kept theirs, mine;
};

/* All promises in a person's conversations; the arena owns the list. */
void gf_promises_of(struct gf_promises *, const struct gf_meets *,
    const struct gf_rhythm *, struct gf_arena *);
/* Whether it is open and its day has passed. */
bool gf_promise_overdue(const struct gf_promises *, const struct gf_promise *);

#endif
