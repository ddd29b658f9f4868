/* out/baseline.h: findings that were there before and are not asked again. */
#ifndef GF_BASELINE_H
#define GF_BASELINE_H

#include "base/map.h"
#include "judge/waive.h"

/* So many findings of one fingerprint. */
struct gf_known {
	struct gf_str print, check, id;
	struct gf_str rest;	/* key path and message as they stand */
	size_t count, found;
	uint32_t line;		/* of the file, from 0 */
	bool fresh;		/* not of the file */
};

struct gf_baseline {
	struct gf_arena *arena;
	struct gf_doc doc;	/* the file, for findings about it */
	struct gf_known *v;
	size_t n, cap;
	struct gf_map prints;	/* to the number of an entry, from 1 */
	bool update;		/* take in whatever is found */
	size_t fresh, gone;	/* entries that an update adds and takes out */
};

/* Begin one without an entry; path and texts stay with the arena. */
void gf_baseline_init(struct gf_baseline *, struct gf_str path,
    struct gf_arena *);
/* Give back what is not in the arena. */
void gf_baseline_release(struct gf_baseline *);
/*
 * Read the bytes of a file, which must outlive it; false and why, with the
 * line, if it is none.
 */
bool gf_baseline_parse(struct gf_baseline *, struct gf_str, struct gf_buf *why);
/*
 * Mark what is known among the findings, and report what is no longer found
 * (F10); update takes in all of them instead; for struct gf_sentence.
 */
void gf_baseline_hold(void *baseline, const struct gf_trial *,
    struct gf_findings *);
/*
 * Let the entries of an id, and those that name it beside another, be of a new
 * id, for which the plan knows the other ids; how many; unknown gets the number
 * of those of the id whose fingerprint the line does not explain.
 */
size_t gf_baseline_rename(struct gf_baseline *, const struct gf_plan *,
    struct gf_str old, struct gf_str new, size_t *unknown);
/* Append the file as it is to be written after an update. */
void gf_baseline_print(struct gf_buf *, struct gf_baseline *);

#endif
