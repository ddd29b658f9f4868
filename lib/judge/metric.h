/* judge/metric.h: goals by what they measure. */
#ifndef GF_METRIC_H
#define GF_METRIC_H

#include "goal/plan.h"

/* The goals of a plan by their metric, and by their owner and metric. */
struct gf_metrics {
	const struct gf_plan *plan;
	struct gf_map map;
	struct gf_arena *arena;
};

/* Sort the goals of a plan by metric; the arena owns the lists. */
void gf_metrics_init(struct gf_metrics *, const struct gf_plan *,
    struct gf_arena *);
/* Give the map back. */
void gf_metrics_release(struct gf_metrics *);
/*
 * The goal that a name means to another goal: an id, else the metric of exactly
 * one goal of the same owner, else of exactly one; NULL and what is wrong if
 * there is not one.
 */
const struct gf_goal *gf_metrics_find(const struct gf_metrics *,
    const struct gf_goal *asking, struct gf_str name, const char **wrong);

#endif
