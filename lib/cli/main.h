/* cli/main.h: what a program is, and the one main that runs it. */
#ifndef GF_MAIN_H
#define GF_MAIN_H

#include "cli/opts.h"
#include "goal/plan.h"
#include "out/format.h"
#include "text/edit.h"

struct gf_run;

struct gf_verb {
	const char *name, *about;
	/* for the synopsis: "CHILD PARENT [FILE ...]" */
	const char *operands;
	/* so many operands are ids; -1: any number ([ID]...) */
	int ids;
	/* how many the options make of them; NULL: as many as ids */
	int (*count)(const void *opt);
	bool changes;			/* edits documents: -i and -n */
	/* changes them only with -i, -n or -f diff; else it shows */
	bool shows;
	/* a check: -a --pass --fail --through */
	bool checks;
	/* may ask the person: --answers */
	bool asks;
	/*
	 * instead of everything else, before any input is read: its status, -1
	 * if the options do not ask for it; may be NULL
	 */
	int (*before)(struct gf_run *);
	/* reads no input: all operands are ids */
	bool alone;
	/* with '-' in the place of its ids it reads data of its own there */
	bool imports;
	/* is for the coach, whoever else may read the output */
	bool coach;
	/* appends to the one file named, which may be new */
	bool grows;
	/* asks for the whole plan: the context is always looked up */
	bool whole;
	/* changes an id wherever it stands: no file may be missed */
	bool everywhere;
	/* what an operand that is no file lacks; NULL: nothing */
	const char *stray;
	const struct gf_opt *opts;	/* of its own, may be NULL */
	size_t optsize;
	/* of its report; NULL: findings */
	const struct gf_format *formats;
	size_t nformats;
	int (*run)(struct gf_run *);	/* 0, 1 ("no") or 2 */
};

struct gf_prog {
	const char *name, *about;
	const struct gf_verb *verbs;	/* the first is the default */
	size_t nverbs;
	const struct gf_catalog *const *checks;
	size_t nchecks;
	bool rolls;	/* the status of a goal is that of those below it, too */
	bool rules;		/* judges by the rules of the configurations */
};

/* One run of a verb: what was given, and where what it makes goes. */
struct gf_run {
	const struct gf_prog *prog;
	const struct gf_verb *verb;
	bool named;			/* the verb was; else it is the default */
	const struct gf_common *common;	/* the options everywhere */
	const void *opt;		/* the verb's own options */
	const struct gf_str *ids;
	size_t nids;
	bool import;			/* standard input is the verb's own */
	bool only_shows;	/* a verb that changes was asked to show */
	bool narrowed;		/* the verb's options left documents out */
	size_t beside;		/* findings about what the report is not */
	struct gf_plan *plan;
	const struct gf_config *config;	/* of the working directory */
	struct gf_findings *findings;
	struct gf_look look;		/* of standard output */
	struct gf_look err_look;	/* of standard error */
	struct gf_buf *out;		/* standard output */
	struct gf_buf *err;		/* standard error */
	struct gf_arena *arena;
	struct gf_inputs *inputs;	/* private to cli */
	struct gf_changes *changes;	/* private to cli */
	struct gf_heard *heard;		/* private to cli */
	int status;			/* 2 once something could not be done */
};

/* Run a program; returns its exit status. */
int gf_main(const struct gf_prog *, int argc, char *argv[]);

/*
 * The edits of a document, begun when first asked for; NULL and a message if it
 * cannot be edited.
 */
struct gf_edits *gf_run_edit(struct gf_run *, const struct gf_doc *);
/* Whether this run of the verb changes documents. */
bool gf_run_writes(const struct gf_run *);
/* Plan a new document to be appended to a file. */
void gf_run_append(struct gf_run *, struct gf_str path, const struct gf_new *);
/* The same for a document as its bytes, which are copied. */
void gf_run_append_bytes(struct gf_run *, struct gf_str path, struct gf_str);
/*
 * Say on standard error, after "PROGRAM: ", what went wrong; the status becomes
 * 2.
 */
void gf_run_fail(struct gf_run *, const char *fmt, ...) GF_PRINTF(2, 3);
/* Say on standard error what holds now. */
void gf_run_say(struct gf_run *, const char *fmt, ...) GF_PRINTF(2, 3);
/*
 * The goal with an id, NULL and a message with the nearest one if there is
 * none, or with the places if there are two.
 */
struct gf_goal *gf_run_goal(struct gf_run *, struct gf_str id);
/*
 * The goals that the ids name, without one all open ones that were given and
 * are selected, in the arena of the run; false, and it was said, if an id names
 * none.
 */
bool gf_run_goals(struct gf_run *, const struct gf_goal ***, size_t *n);
/*
 * Why nothing more is written into a goal, and what to do, NULL if it is open;
 * the arena of the run owns it.
 */
const char *gf_run_closed(struct gf_run *, const struct gf_goal *);
/* Whether a goal is open; else that is said, and what to do. */
bool gf_run_open(struct gf_run *, const struct gf_goal *);
/*
 * Write a report in the format that was asked for, to every place that was
 * asked for.
 */
void gf_run_report(struct gf_run *, const void *model);
/* Judge the plan and write the findings; what `check` does in all programs. */
int gf_run_check(struct gf_run *);
/*
 * Say that the report is about a document, which `-f yaml` then writes; NULL
 * says that it is about no other; without a word it is about all goals that are
 * selected.
 */
void gf_run_about(struct gf_run *, const struct gf_doc *);
/* Whether a goal passes all --where. */
bool gf_run_selects(const struct gf_run *, const struct gf_goal *);

#endif
