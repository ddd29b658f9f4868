/* judge/judge.h: one row a check, and the loop that runs them all. */
#ifndef GF_JUDGE_H
#define GF_JUDGE_H

#include "goal/plan.h"

/* In which states of a goal a check speaks (RULES: who is judged). */
enum {
	GF_ON_DRAFT = 1, GF_ON_ACTIVE = 2, GF_ON_PAUSED = 4, GF_ON_CLOSED = 8,
	GF_ON_OPEN = 7, GF_ON_ALL = 15
};

struct gf_lexicon;
struct gf_title;

/* A goal on trial; the title is read once, when first asked for. */
struct gf_case {
	const struct gf_plan *plan;
	struct gf_goal *goal;		/* NULL for a check over the plan */
	struct gf_arena *scratch;	/* let go after the goal */
	struct gf_title *title;		/* private: gf_case_title() */
	const struct gf_usage *usage;	/* what the plan uses, for "ask once" */
	struct gf_case_sums *sums;	/* private: gf_case_rollup() */
	struct gf_rules_met *rules;	/* that this thread has compiled */
	const struct gf_lexicon *words;	/* NULL: few goals */
	uint32_t asked, true_facts;	/* private: gf_fact_holds() */
	struct gf_findings *out;
};

struct gf_rule;

struct gf_judgement {
	struct gf_check check;
	unsigned on;			/* GF_ON_... */
	void (*goal)(struct gf_case *, const struct gf_check *);
	void (*plan)(struct gf_case *, const struct gf_check *);
	const struct gf_rule *rule;	/* a pattern instead, or beside goal */
};

/* The checks of a program: several tables. */
struct gf_catalog {
	const struct gf_judgement *rows;
	size_t n;
};

struct gf_trial;

/* What -D, --allow-missing and -a say. */
struct gf_sentence {
	const struct gf_config_check *levels;	/* -D, in the order given */
	size_t nlevels;
	bool all;		/* -a: more than one finding a letter, and notes */
	bool notes;		/* notes are shown too: --fail-on note */
	bool allow_missing;
	bool ask_all;		/* whether or not the plan uses the field */
	bool rules;		/* of the configurations, too */
	const struct gf_limits *limits;
	uint64_t (*clock)(void);	/* milliseconds of this thread, or NULL */
	unsigned threads;
	/* marks what is known already, NULL: nothing is */
	void (*hold)(void *holder, const struct gf_trial *,
	    struct gf_findings *);
	void *holder;
};

/*
 * Run all checks over the given goals of a plan (context is looked at, never
 * judged), choose by dominance and letter, set the levels, and append what
 * remains, sorted; the findings' arena owns the texts.
 */
void gf_judge(const struct gf_plan *, const struct gf_catalog *, size_t n,
    const struct gf_sentence *, struct gf_findings *);

/* Whether a check is tried on a goal in its state and of its level. */
bool gf_judgement_speaks(const struct gf_judgement *, const struct gf_goal *);
/* A case for one goal out of a check over the plan. */
struct gf_case gf_case_of(const struct gf_case *, struct gf_goal *);
/* The plan rolled up, for checks over the plan; made when first asked for. */
struct gf_rollup;
const struct gf_rollup *gf_case_rollup(struct gf_case *);
/* Report a finding at a value of the goal on trial (inherited ones stand at its first key). */
struct gf_finding *gf_case_say(struct gf_case *, const struct gf_check *,
    const struct gf_val *, const char *fmt, ...) GF_PRINTF(4, 5);
/* Report a finding at the goal's first key, for what is absent. */
struct gf_finding *gf_case_miss(struct gf_case *, const struct gf_check *,
    const char *keypath, const char *fmt, ...) GF_PRINTF(4, 5);

/* The tables of checks (each beside the code that judges). */
/* S M A R T X W of smartcheck alone, a file each. */
extern const struct gf_catalog gf_smart_s, gf_smart_m, gf_smart_a, gf_smart_r,
    gf_smart_t, gf_smart_x, gf_smart_w, gf_smart_metric, gf_smart_rhythm,
    gf_smart_pace, gf_smart_plan, gf_smart_owner;
/* Those of smartcheck that are rules, and what is said of a rule itself. */
extern const struct gf_catalog gf_word_checks, gf_field_checks,
    gf_rule_checks;
/* R05 X10, and A06 X11: of smartcheck and alignmap */
extern const struct gf_catalog gf_shared_plan, gf_shared_owner;
extern const struct gf_catalog gf_shared_checks;	/* S11 R02 R03 R04 X09 X13: of smartcheck and alignmap */
extern const struct gf_catalog gf_align_checks;		/* L of alignmap */
extern const struct gf_catalog gf_align_sums;		/* L11 to L16 */
/* R06 W01 W06 of whyladder, too. */
extern const struct gf_catalog gf_why_r, gf_why_w, gf_why_step;
/* W02 W03 and W04 of obstacles, too. */
extern const struct gf_catalog gf_obstacle_w, gf_obstacle_then;
extern const struct gf_catalog gf_why_checks;		/* Y of whyladder */
extern const struct gf_catalog gf_obstacle_checks;	/* O of obstacles */
extern const struct gf_catalog gf_meet_checks;		/* C of cadence but those that compare */
extern const struct gf_catalog gf_moved_checks;		/* C that compare with a plan of before */
extern const struct gf_catalog gf_format_checks;	/* F and yaml: reported by the reader */
/* The tables of all programs: an id is the same in each. */
extern const struct gf_catalog *const gf_catalogs[];
extern const size_t gf_ncatalogs;

#endif
