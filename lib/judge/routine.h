/*
 * judge/routine.h: the blocks in somebody's week, and whether they were kept
 * (ARITHMETIC.md, Meetings, commitments, routine).
 */
#ifndef GF_ROUTINE_H
#define GF_ROUTINE_H

#include "judge/owned.h"
#include "judge/pace.h"

enum gf_followed { GF_FOLLOWED_UNKNOWN, GF_FOLLOWED_NOT, GF_FOLLOWED };

/* The word of it ("followed", "not followed", "not logged"). */
const char *gf_followed_name(enum gf_followed);

/* One block that comes again. */
struct gf_block {
	const struct gf_goal *goal;	/* NULL: it stands with the person */
	const struct gf_rec *rec;
	bool timed;			/* the week knows what it takes */
	struct gf_num minutes;		/* of a week, 6 places */
	bool logged;			/* somebody says when it was done */
	unsigned done, of;		/* of the last times it was due */
};

/* A goal and its blocks: the square of routine and pace. */
struct gf_square {
	const struct gf_goal *goal;
	struct gf_pace pace;
	bool blocked;			/* it has a block of its own */
	bool waits;			/* its line has begun, and it is open */
	bool behind;			/* at-risk, behind or missed */
	enum gf_followed followed;	/* its blocks, else those of the person */
};

/* The week of one person. */
struct gf_week {
	const struct gf_party *person;
	struct gf_block *blocks;
	size_t nblocks;
	struct gf_square *squares;	/* open goals, what is urgent first */
	size_t nsquares;
	bool capable;			/* capacity is known */
	struct gf_num capacity;		/* minutes a week */
	struct gf_num taken;		/* by all timed blocks */
};

/* Read the week of a person; the arena owns all lists. */
void gf_week_of(struct gf_week *, const struct gf_plan *,
    const struct gf_owned *, const struct gf_entry *person,
    struct gf_arena *);
/* Whether the blocks take more than there is. */
bool gf_week_over(const struct gf_week *);

#endif
