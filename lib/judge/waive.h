/* judge/waive.h: suppressions: what they silence, and which have outlived it. */
#ifndef GF_WAIVE_H
#define GF_WAIVE_H

#include "judge/judge.h"
#include "judge/usage.h"

/* What is judged, and by which checks. */
struct gf_trial {
	const struct gf_plan *plan;
	const struct gf_catalog *catalogs;
	size_t n;
	const struct gf_sentence *sentence;
	const struct gf_usage *usage;
};

/* Whether a check was tried on a document in this run. */
bool gf_trial_ran(const struct gf_trial *, const struct gf_entry *,
    struct gf_str check);
/* Mark the findings that a suppression in force covers. */
void gf_waive_mark(const struct gf_plan *, struct gf_findings *);
/*
 * Then report suppressions that say nothing, have ended or found nothing (F06
 * F07 F08).
 */
void gf_waive_report(const struct gf_trial *, struct gf_findings *);

#endif
