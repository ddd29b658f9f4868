/* out/drift_table.h: what became of a plan, for people and programs. */
#ifndef GF_DRIFT_TABLE_H
#define GF_DRIFT_TABLE_H

#include "judge/drift.h"
#include "out/format.h"

struct gf_drift_view {
	const struct gf_drift *drift;
	const char *before, *now;	/* what the two states are called */
};

/* text jsonl: writers whose model is a struct gf_drift_view. */
extern const struct gf_format gf_drift_formats[2];

#endif
