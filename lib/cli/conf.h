/* cli/conf.h: which configuration holds for which file. */
#ifndef GF_CONF_H
#define GF_CONF_H

#include "cli/git.h"
#include "cli/run.h"

struct gf_conf {
	struct gf_run *run;
	struct gf_str cwd;		/* absolute */
	/* absolute directory -> struct gf_config */
	struct gf_map dirs;
	struct gf_config *fixed;	/* of --config, NULL if there is none */
	struct gf_config built_in;
	struct gf_findings findings;	/* about configurations */
	unsigned nrules;		/* of one's own, of all of them */
	bool bad;			/* one of them cannot be used */
	struct gf_git *git;		/* read from there, NULL: from files */
};

/* Begin; the run's arena owns what is read. */
void gf_conf_init(struct gf_conf *, struct gf_run *);
/* Give back what is not in the arena. */
void gf_conf_release(struct gf_conf *);
/*
 * The configuration of a file, named relative to the working directory ("" is
 * that itself).
 */
const struct gf_config *gf_conf_for(struct gf_conf *, struct gf_str path);
/* The configuration that holds for what an operand names, in a directory. */
const struct gf_config *gf_conf_at(struct gf_conf *, const char *operand);
/*
 * Append the absolute path of a path relative to the working directory, without
 * `.` and `..`.
 */
void gf_conf_absolute(const struct gf_conf *, struct gf_str path,
    struct gf_buf *);
/*
 * Append the path of a file from the top of the repository around the working
 * directory, or around the file itself if there is none and own; false if it
 * lies outside.
 */
bool gf_conf_from_top(const struct gf_conf *, struct gf_str path, bool own,
    struct gf_buf *);
/*
 * Append the bytes of a file, from the tree that configurations are read from
 * if it lies there; false and errno if it cannot be read.
 */
bool gf_conf_read(const struct gf_conf *, struct gf_str path,
    struct gf_buf *);
/* Append the path from the working directory to an absolute path. */
void gf_conf_relative(const struct gf_conf *, struct gf_str path,
    struct gf_buf *);
/*
 * Whether a file is one that the configuration excludes, holds to be private,
 * or has under its roots.
 */
bool gf_conf_excludes(const struct gf_conf *, const struct gf_config *,
    struct gf_str path);
bool gf_conf_private(const struct gf_conf *, const struct gf_config *,
    struct gf_str path);
bool gf_conf_rooted(const struct gf_conf *, const struct gf_config *,
    struct gf_str path);
/*
 * Append every value of a configuration with its origin, as YAML with comments.
 */
void gf_conf_show(struct gf_buf *, const struct gf_run *,
    const struct gf_config *);

#endif
