/* cli/save.h: write documents back to their files, whole or not at all. */
#ifndef GF_SAVE_H
#define GF_SAVE_H

#include "base/buf.h"
#include "text/limit.h"
#include "text/origin.h"

struct gf_conf;

/* What is to stand in a file where a document stood. */
struct gf_save_doc {
	/*
	 * path, place, fingerprint in the file and changes since; fresh:
	 * appended to path
	 */
	const struct gf_origin *origin;
	/* of the document as it left its last edit */
	struct gf_str bytes;
	/* it came in a stream, which may change only what is ours */
	bool piped;
	/* the directory below which its file must lie, NULL: anywhere */
	const char *below;
};

/*
 * Nothing was written because a file was changed between its reading and its
 * locking: it can be read again, and what was planned planned anew.
 */
#define GF_SAVE_CHANGED 1

/*
 * Write n documents to the files that their origins name: all files are
 * prepared before the first is renamed; returns 0, GF_SAVE_CHANGED, or 2 if
 * something else could not be done; err gets what went wrong, and any warning,
 * one a line.
 */
int gf_save(const struct gf_save_doc *, size_t n, const struct gf_limits *,
    struct gf_buf *err);

/*
 * Append what gf_save would change as a unified diff and write nothing, paths
 * from the top of the repository as git has them; returns 0, or 2 and what is
 * wrong in err.
 */
int gf_save_diff(const struct gf_save_doc *, size_t n,
    const struct gf_limits *, const struct gf_conf *conf,
    struct gf_buf *diff, struct gf_buf *err);

#endif
