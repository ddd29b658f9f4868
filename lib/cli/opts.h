/* cli/opts.h: one table of options for parser, help, manual and completions. */
#ifndef GF_OPTS_H
#define GF_OPTS_H

#include "base/buf.h"
#include "goal/field.h"
#include "text/finding.h"
#include "text/limit.h"

enum gf_opt_kind {
	GF_OPT_FLAG,		/* bool */
	GF_OPT_TEXT,		/* const char *, the last one counts */
	GF_OPT_TEXTS,		/* struct gf_texts, may be repeated */
	GF_OPT_WORD,		/* const char *, one of those in arg */
	GF_OPT_NUMBER		/* unsigned, 1 or more */
};

struct gf_texts {
	const char **v;
	size_t n, cap;
};

struct gf_opt {
	char letter;		/* 0: only the long name */
	const char *name;	/* without the dashes */
	enum gf_opt_kind kind;
	size_t offset;		/* in the struct that is filled */
	/*
	 * name of the argument in help; in brackets: may be absent, only behind
	 * '='; of a word all that it can be ("auto|always|never")
	 */
	const char *arg;
	const char *about;	/* one line */
};

/* What the options say that every program takes. */
struct gf_common {
	struct gf_texts format;		/* NAME or NAME=FILE */
	const char *output;
	bool quiet, verbose, show_config, no_context, allow_missing,
	    allow_empty, stream, force_exclude, no_input, list_checks,
	    list_files, staged, complete, help, version, help_mdoc;
	const char *color, *column_unit, *config, *today, *audience, *fail_on,
	    *context, *files_from, *stdin_filename, *rev, *new_since;
	struct gf_texts levels;		/* -D */
	struct gf_texts where, limit;
	unsigned jobs;
	/* verbs that change */
	bool in_place, dry_run;
	/* check */
	bool all, pass, fail, through, update_baseline, ask;
	const char *baseline, *fix;
	/* verbs that ask */
	const char *answers;
	struct gf_limits limits;	/* worked out */
};

/*
 * A table of options, ended by a row that is about nothing, and the struct that it
 * fills; the sets of other verbs, known only to say so, stand last.
 */
struct gf_opt_set {
	const struct gf_opt *opts;
	void *to;
	const char *verb;	/* the other verb, NULL: this one */
};

/*
 * What every verb takes, what those that change take, what checks take, and
 * what those that ask take.
 */
extern const struct gf_opt gf_common_opts[], gf_change_opts[],
    gf_check_opts[], gf_ask_opts[], gf_check_ask_opts[];

/*
 * Fill the structs from the words and collect the operands, which point into
 * them; false and why, one line, if a word is not understood.
 */
bool gf_opts_parse(const struct gf_opt_set *, size_t nsets, char *const *words,
    size_t n, struct gf_texts *operands, struct gf_buf *why);
/* The number of the first word that is an operand, n if there is none. */
size_t gf_opts_operand(const struct gf_opt_set *, size_t nsets,
    char *const *words, size_t n);
/* Whether an option wants the next word when it has no value of its own. */
bool gf_opt_wants(const struct gf_opt *);

#endif
