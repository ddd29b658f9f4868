/* judge/rule.h: checks that are patterns over a text, built in or one's own. */
#ifndef GF_RULE_H
#define GF_RULE_H

#include "judge/judge.h"
#include "judge/where.h"

#define GF_RULE_CONDITIONS 8
#define GF_RULE_MORE 3		/* patterns beside the first: each is short */
#define GF_RULE_PARTS 3		/* of a field: obstacles.hits.note */

/* What a rule file can say of a rule; that of goalfile-rules(5). */
struct gf_rule {
	const char *field;	/* of a goal: "title", "measure.metric" */
	const char *also;	/* another field to look at, or NULL */
	const char *match;	/* PCRE2; its text is in quotes where say has {} */
	const char *unless;	/* silent where this matches too; or NULL */
	const char *more[GF_RULE_MORE + 1];	/* others beside it, to NULL */
	/* facts ("not measured"); NULL behind the last */
	const char *when[GF_RULE_CONDITIONS + 1];
	const char *say;
	/* conditions KEY OP VALUE of one's own rules */
	const struct gf_where *where;
	size_t nwhere;
	const char *conditions;	/* of both kinds, a line each; NULL: none */
	bool shy;		/* names, codes and quotations are let alone */
	unsigned number;	/* from 1 on, of all rules of a run */
};

/* What one thread keeps of the rules that it has met. */
struct gf_rules_met;

/* A fact about a goal that rules may ask for by name. */
struct gf_fact {
	const char *name, *about;
	bool (*holds)(struct gf_case *);
};
extern const struct gf_fact gf_facts[];
extern const size_t gf_nfacts;

/* The number of a fact in that table, -1 if there is none. */
int gf_fact_find(struct gf_str name);
/* Whether a fact holds for the goal on trial; found out once. */
bool gf_fact_holds(struct gf_case *, unsigned fact);
/* Whether some facts (a bit each) hold, and none of some others. */
bool gf_facts_hold(struct gf_case *, uint32_t must, uint32_t must_not);
/* How a thread goes about its rules. */
struct gf_rules_way {
	bool many;			/* many goals follow */
	const struct gf_limits *limits;	/* NULL: the built-in ones */
	uint64_t (*clock)(void);	/* milliseconds; NULL: not counted */
};

/* Begin to meet rules; the caller frees. */
struct gf_rules_met *gf_rules_new(struct gf_rules_way);
/* Give back what was met; NULL is none. */
void gf_rules_free(struct gf_rules_met *);
/* Report where a rule's pattern matches, F09 where that could not be told. */
void gf_rule_judge(struct gf_case *, const struct gf_judgement *);
/*
 * Find the fields of a goal that a rule's field names, from the top down; how
 * many; 0 if there are no such fields.
 */
unsigned gf_rule_path(struct gf_str field, unsigned parts[GF_RULE_PARTS]);

/* A document `rule:` on its way in. */
struct gf_rule_file {
	const struct gf_config *config;
	const struct gf_doc *doc;
	struct gf_arena *arena;		/* owns what is read */
	struct gf_findings *findings;	/* gets what is wrong with it */
	/* rules that `like` may name, the built-in ones beside */
	const struct gf_judgement *const *known;
	size_t nknown;
	unsigned number;		/* of the rule */
};

/*
 * Read one rule into a row of a catalog and its examples; false if it is wrong
 * or no rule.
 */
bool gf_rule_read(const struct gf_rule_file *, const struct gf_tree *,
    struct gf_judgement *, const struct gf_rec **);
/*
 * Try a rule on its examples; true if each comes out as it is listed; said gets
 * a line for each that does not.
 */
bool gf_rule_try(const struct gf_judgement *, const struct gf_rec *,
    const struct gf_config *, struct gf_arena *, struct gf_buf *said);

#endif
