/* judge/usage.h: which fields a plan uses, so that what nobody uses is asked once. */
#ifndef GF_USAGE_H
#define GF_USAGE_H

#include "goal/plan.h"

/* What a goal can lack without being asked, as long as its plan lacks it too. */
enum gf_use {
	GF_USE_OWNER,		/* S11 */
	GF_USE_LINK,		/* R01 */
	GF_USE_OBSTACLE,	/* W02 */
	GF_USE_READING,		/* W05 */
	GF_USE_STEP,		/* W06 */
	GF_USE_CHECKPOINT,	/* T09 */
	GF_USE_SOURCE,		/* M10 */
	GF_USE_COUNT
};

struct gf_usage;

/* Count what the open goals of a plan use; the arena owns the result. */
struct gf_usage *gf_usage_new(const struct gf_plan *, struct gf_arena *);
/* Whether a goal without it is asked: a third of the open goals of its level use it, or another of its owner or file. */
bool gf_usage_asks(const struct gf_usage *, const struct gf_goal *,
    enum gf_use);
/* Whether no open goal uses it, and there is one. */
bool gf_usage_none(const struct gf_usage *, enum gf_use);
/* The check that a use belongs to ("W02") and what its goals have ("an obstacle"). */
const char *gf_use_check(enum gf_use);
const char *gf_use_name(enum gf_use);

#endif
