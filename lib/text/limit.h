/* text/limit.h: what no content of a file may exceed. */
#ifndef GF_LIMIT_H
#define GF_LIMIT_H

#include "base/def.h"
#include "base/str.h"

enum gf_limit {
	GF_LIMIT_SIZE, GF_LIMIT_DEPTH, GF_LIMIT_NODES, GF_LIMIT_ALIASES,
	GF_LIMIT_WALK, GF_LIMIT_ANCHORS, GF_LIMIT_KEY, GF_LIMIT_SCALAR,
	GF_LIMIT_PATTERN, GF_LIMIT_RULES, GF_LIMIT_SUBJECT, GF_LIMIT_MATCH,
	GF_LIMIT_MATCH_DEPTH, GF_LIMIT_MATCH_HEAP, GF_LIMIT_RULE_TIME,
	GF_LIMIT_CPU, GF_LIMIT_FILE_FINDINGS, GF_LIMIT_RUN_FINDINGS,
	GF_LIMIT_DIR_DEPTH, GF_LIMIT_DIR_FILES, GF_LIMIT_COUNT
};

struct gf_limit_row {
	const char *name;	/* as --limit NAME=VALUE takes it */
	size_t value;
	const char *about;
};

/* One row a limit, in the order of the enum. */
extern const struct gf_limit_row gf_limit_rows[GF_LIMIT_COUNT];

struct gf_limits {
	size_t v[GF_LIMIT_COUNT];
};

/* The limits that hold when nobody says otherwise. */
struct gf_limits gf_limits_default(void);

#endif
