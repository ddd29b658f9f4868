/* text/finding.h: what a check says about some bytes. */
#ifndef GF_FINDING_H
#define GF_FINDING_H

#include <stdarg.h>

#include "base/mem.h"
#include "base/sha256.h"
#include "text/doc.h"

enum gf_level { GF_OFF, GF_NOTE, GF_WARNING, GF_ERROR };

/* One row a check, kept beside the code that judges. */
struct gf_check {
	const char *id;		/* "M01" */
	const char *name;	/* "no-measure" */
	enum gf_level level;	/* when nothing lowers or raises it */
	const char *letters;	/* of "SMART", or "" for readiness */
	const char *about;	/* one line: what is wrong when it speaks */
	const char *ask;	/* the coaching question, or NULL */
	const char *why;	/* reason with figure and source, or NULL */
	const char *bad, *good;	/* an example each, or NULL */
	const char *fix;	/* how to mend it, and the trap, or NULL */
};

/* The name of a level ("error"). */
const char *gf_level_name(enum gf_level);
/* Read the name of a level; false if there is no such level. */
bool gf_level_parse(struct gf_str, enum gf_level *);

struct gf_place {
	const struct gf_doc *doc;	/* NULL: about no document */
	struct gf_at at;
};

/* A change that would mend a finding. */
struct gf_fix {
	bool safe;
	struct gf_at at;	/* what is replaced */
	struct gf_str text;
};

/* A further place that a finding is about. */
struct gf_related {
	struct gf_place at;
	struct gf_str said;	/* "also defined here" */
};

#define GF_FOR_ALL UINT8_MAX

/* How somebody said that a finding is known and meant. */
enum gf_quiet {
	GF_QUIET_NOT,
	GF_QUIET_SOURCE,	/* by a comment beside it */
	GF_QUIET_BASELINE
};

struct gf_finding {
	const struct gf_check *check;
	enum gf_level level;
	/* the check's, unless it depends on the field */
	const char *letters;
	struct gf_place at;
	struct gf_place other;	/* doc NULL if there is none */
	struct gf_str other_said;	/* "first defined here" */
	/* of documents that the finding is about as much */
	const struct gf_related *more;
	size_t nmore;
	struct gf_str said;	/* one line, no full stop */
	/* id of the document it is about, may be empty */
	struct gf_str goal;
	/* of that document ("goal"), may be empty; gf_judge() fills it in */
	struct gf_str kind;
	/* id of the second goal that it is about, may be empty */
	struct gf_str other_goal;
	/* measure.to, obstacles[pto].when; may be empty */
	struct gf_str keypath;
	struct gf_fix *fix;	/* NULL if there is none */
	/*
	 * enum gf_audience: who may see value, excerpt and fix; GF_FOR_ALL
	 * until gf_judge()
	 */
	uint8_t audience;
	uint8_t quiet;		/* enum gf_quiet */
	struct gf_str because;	/* the reason given, empty if none */
};

struct gf_findings {
	struct gf_arena *arena;	/* owns all texts */
	struct gf_finding *v;
	size_t n, cap;
	/* left out by gf_judge() that -a shows, by level */
	size_t hidden[GF_ERROR + 1];
};

/* Begin an empty list whose texts the arena will own. */
void gf_findings_init(struct gf_findings *, struct gf_arena *);
/* Give the list back; the texts stay with the arena. */
void gf_findings_release(struct gf_findings *);
/*
 * Add a finding; fmt says it in one line; the result is valid until the next is
 * added.
 */
struct gf_finding *gf_finding_add(struct gf_findings *,
    const struct gf_check *, struct gf_place, const char *fmt, ...)
    GF_PRINTF(4, 5);
/* The same with a list of arguments. */
struct gf_finding *gf_finding_addv(struct gf_findings *,
    const struct gf_check *, struct gf_place, const char *fmt, va_list)
    GF_PRINTF(4, 0);
/* Append a copy of a finding. */
void gf_findings_push(struct gf_findings *, const struct gf_finding *);
/* Sort by the order of documents, then line, column and id. */
void gf_findings_sort(struct gf_findings *);
/*
 * The 16-digit fingerprint of a finding, as STREAM.md defines it for baselines.
 */
void gf_finding_fingerprint(const struct gf_finding *, struct gf_str kind,
    char out[GF_PRINT_SIZE]);

#endif
