/* cli/held.h: a file that nobody else of us may change meanwhile. */
#ifndef GF_HELD_H
#define GF_HELD_H

#include <sys/stat.h>

#include "base/buf.h"

/* One file: held open and locked from when it was read until it is released. */
struct gf_held {
	struct gf_str path;	/* as given, for messages */
	struct gf_buf bytes;	/* as read; empty if the file is new */
	struct stat st;		/* as opened */
	int dir;		/* the directory that it really lies in */
	int fd;			/* -1: the file is new */
	char *name;		/* in the directory */
	char *temp;		/* prepared beside it, NULL: nothing is */
	bool look;		/* it is only read: neither judged nor locked */
};

/*
 * Open, judge, lock and read a file; create says that it may be new, and then
 * only its directory is open; false and a line in err if it may not be
 * changed; release it in any case. look says that it will not be.
 */
bool gf_held_open(struct gf_held *, struct gf_str path, bool create,
    bool look, struct gf_buf *err);
/* Lock the directory of a new file; false and a line in err on failure. */
bool gf_held_lock_dir(const struct gf_held *, struct gf_buf *err);
/*
 * Write the new bytes to a file beside it and on to the disk; false and a line
 * in err on failure.
 */
bool gf_held_prepare(struct gf_held *, struct gf_str bytes,
    struct gf_buf *err);
/* Whether the file still is what was read; a line in err if not. */
bool gf_held_same(const struct gf_held *, struct gf_buf *err);
/* Say that somebody changed the file since it was read; returns false. */
bool gf_held_changed(const struct gf_held *, struct gf_buf *err);
/*
 * Put what was prepared in the file's place; false and a line in err on
 * failure.
 */
bool gf_held_commit(struct gf_held *, struct gf_buf *err);
/*
 * Do all of that for one file, new or not, unless it holds the bytes already;
 * false and a line in err on failure.
 */
bool gf_held_put(struct gf_str path, struct gf_str bytes, struct gf_buf *err);
/* Take away what was prepared and not put in place, unlock and close. */
void gf_held_release(struct gf_held *);

/* Append a line "cannot VERB 'PATH': WHY". */
void gf_held_fail(struct gf_buf *err, const char *verb, struct gf_str path,
    const char *why);

#endif
