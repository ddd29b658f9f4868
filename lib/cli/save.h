/* cli/save.h: write documents back to their files, whole or not at all. */
#ifndef GF_SAVE_H
#define GF_SAVE_H

#include "base/buf.h"
#include "text/limit.h"
#include "text/origin.h"

/* What is to stand in a file where a document stood. */
struct gf_save_doc {
	const struct gf_origin *origin;	/* path, place, fingerprint in the file and changes since; fresh: appended to path */
	struct gf_str bytes;		/* of the document as it left its last edit */
	bool cut;			/* its last line had no line end in the file */
};

/*
 * Write n documents to the files that their origins name: all files are
 * prepared before the first is renamed; returns 0, or 2 if something could not
 * be done, and err gets what went wrong, and any warning, one a line.
 */
int gf_save(const struct gf_save_doc *, size_t n, const struct gf_limits *,
    struct gf_buf *err);

#endif
