/*
 * judge/align.h: whether links hold and goals are carried (ARITHMETIC.md,
 * Links).
 */
#ifndef GF_ALIGN_H
#define GF_ALIGN_H

#include "judge/graph.h"

/* The word of a link's status ("late-child"). */
const char *gf_link_name(enum gf_link_status);

/*
 * Write the status of every link of a plan into it, the gravest where several
 * hold.
 */
void gf_align_links(const struct gf_graph *);

/* The value in supports that a link was read from. */
const struct gf_val *gf_link_val(const struct gf_link *);
/* The next link of the same goal to the same parent, NULL if there is none. */
struct gf_link *gf_link_again(const struct gf_link *);
/* Whether a goal serves one of a lower level (both levels stated). */
bool gf_link_inverted(const struct gf_link *);
/*
 * Whether a goal ends after the one that it serves (both dated, the parent open
 * and no vision).
 */
bool gf_link_late(const struct gf_link *);
/*
 * Whether the parent's meaning is not the one that was accepted; now gets its
 * fingerprint.
 */
bool gf_link_outdated(const struct gf_link *, char now[GF_PRINT_SIZE]);
/*
 * Append what of the parent has changed since it was accepted, with the newest
 * values that its own changes record ("its measure (measure.to 320k -> 300k on
 * 2026-05-04)").
 */
void gf_link_changes(const struct gf_link *, struct gf_buf *);
/* Whether a link is to add up, its units differ and no rate says how. */
bool gf_link_unit_differs(const struct gf_link *);

/* Levels as bits, bit n for enum gf_level_word n. */
#define GF_LEVEL_BIT(level) \
	((level) < 0 || (level) > 63 ? 0 : UINT64_C(1) << (level))

/*
 * The levels of the goals that serve each goal at any depth, by seq; dropped
 * ones do not count; the arena owns the table.
 */
uint64_t *gf_carried_deep(const struct gf_graph *, struct gf_arena *);

/* How far a goal is carried from below and leads up. */
struct gf_cover {
	/* levels that are needed; met by goals right below; at any depth */
	uint32_t needs, direct, deep;
	/* links up; that hold; that lead to a goal of the company in the end */
	uint32_t links, held, reaching;
	uint32_t absent;	/* links up to what may be elsewhere */
};

/*
 * What gf_align_cover needs to know of a plan, by seq; the arena owns both
 * tables.
 */
struct gf_cover_table {
	uint64_t *deep;		/* gf_carried_deep() */
	bool *reaches;		/* some way up ends at a goal of the company */
	bool elsewhere;		/* an id without a goal is no mistake */
};
void gf_cover_init(struct gf_cover_table *, const struct gf_graph *,
    struct gf_arena *);
/* The coverage of a goal whose links have their status. */
struct gf_cover gf_align_cover(const struct gf_cover_table *,
    const struct gf_goal *);

/*
 * Whether a goal says with a reason that it serves no other, and that still
 * holds; until gets the day on which it ended, GF_NO_DAY if it did not.
 */
bool gf_goal_unaligned(const struct gf_plan *, const struct gf_goal *,
    gf_day *until);
/* Whether a person has left before the plan's day. */
bool gf_party_left(const struct gf_plan *, const struct gf_party *);

#endif
