/* cli/git.h: the files of a tree that git keeps, without checking it out. */
#ifndef GF_GIT_H
#define GF_GIT_H

#include <sys/types.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"

/* Digits of the shortest name of an object, a SHA-1. */
#define GF_OID_LEAST 40

/* One file of a tree. */
struct gf_blob {
	struct gf_str path;	/* from the top, ended by a NUL */
	struct gf_str oid;
	bool plain;		/* a regular file: no link, no submodule */
};

/* A revision or the index; all zero holds nothing. */
struct gf_git {
	struct gf_str top;	/* absolute directory at which paths begin */
	struct gf_str name;	/* for messages: 'HEAD~1' or 'the index' */
	struct gf_blob *v;	/* in the order of git, which is by bytes */
	size_t n, cap;
	struct gf_map paths;	/* path -> struct gf_blob */
	int fd;			/* to and from `git cat-file --batch` */
	pid_t pid;		/* of it, 0: not started */
};

/*
 * Run git with these words, its own name left out and NULL at the end, and
 * append what it prints; clean leaves out what a hook says about its own
 * repository; false if it cannot be run or fails.
 */
bool gf_git_ask(const char *const *words, bool clean, struct gf_buf *out);
/*
 * Take in the index of the repository here; cwd is the working directory; the
 * arena owns all texts; false and why.
 */
bool gf_git_index(struct gf_git *, struct gf_str cwd, struct gf_arena *,
    struct gf_buf *why);
/* The same for the tree of a revision. */
bool gf_git_tree(struct gf_git *, const char *revision, struct gf_str cwd,
    struct gf_arena *, struct gf_buf *why);
/* Append the name of a commit or tree that a revision means; false: none. */
bool gf_git_oid(const char *revision, struct gf_buf *oid);
/* The file at a path from the top, NULL if there is none. */
const struct gf_blob *gf_git_find(const struct gf_git *, struct gf_str path);
/* Whether a path from the top is a directory of the tree; "" is. */
bool gf_git_has_dir(const struct gf_git *, struct gf_str path);
/* Append the bytes of a file, at most so many; false if they are not had. */
bool gf_git_read(struct gf_git *, const struct gf_blob *, size_t most,
    struct gf_buf *);
/* End the child and give back what is not in the arena. */
void gf_git_release(struct gf_git *);

#endif
