/*
 * judge/meet.h: who meets whom and when, and what did not take place
 * (ARITHMETIC.md, Meetings).
 */
#ifndef GF_MEET_H
#define GF_MEET_H

#include "goal/plan.h"

/* A conversation that took place. */
struct gf_session {
	const struct gf_doc *doc;
	const struct gf_rec *rec;
	struct gf_str with;
	gf_day day;
};

/* All conversations of a plan, by person, then by date and place. */
struct gf_meets {
	const struct gf_plan *plan;
	struct gf_arena *arena;
	struct gf_session *v;
	size_t n;
};

enum gf_slot_state {
	GF_SLOT_KEPT, GF_SLOT_MISSED, GF_SLOT_SKIPPED, GF_SLOT_AHEAD
};

/* A day on which two people are to meet. */
struct gf_slot {
	gf_day day;		/* moved off days that one of them has off */
	uint32_t k;		/* its number, from 0 on the first day */
	uint8_t state;		/* enum gf_slot_state */
};

/* The meetings of one person with the coach. */
struct gf_rhythm {
	const struct gf_party *person;
	const struct gf_party *coach;	/* NULL: nobody, or nobody known */
	struct gf_str coach_id;		/* as written, may be empty */
	const struct gf_rec *rule;	/* one-on-one, NULL if there is none */
	const struct gf_session *sessions;	/* until today, oldest first */
	size_t nsessions;
	struct gf_slot *slots;		/* ascending by number */
	size_t n;
	gf_day last, next;		/* GF_NO_DAY where there is none */
	bool agreed;			/* the last conversation said next */
	size_t missed;
};

/* Gather the conversations of a plan; the arena owns the list. */
void gf_meets_init(struct gf_meets *, const struct gf_plan *,
    struct gf_arena *);
/* The conversations with a person, oldest first, and how many. */
const struct gf_session *gf_meets_with(const struct gf_meets *, struct gf_str id,
    size_t *n);
/*
 * The meetings of a person through a day, and at least the next one; blind
 * takes no conversation into account; the arena of the meets owns the slots.
 */
void gf_rhythm_of(struct gf_rhythm *, const struct gf_meets *,
    const struct gf_entry *person, gf_day through, bool blind);
/* The first meeting that is still ahead behind a day, GF_NO_DAY if none. */
gf_day gf_rhythm_after(const struct gf_rhythm *, gf_day);
/* The entry of a person by id or name, NULL if there is no such person. */
const struct gf_entry *gf_person_entry(const struct gf_plan *, struct gf_str);

#endif
