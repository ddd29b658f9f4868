/* cli/refit.h: a file's bytes with documents in the place of those there were. */
#ifndef GF_REFIT_H
#define GF_REFIT_H

#include "cli/save.h"

enum gf_refit {
	GF_REFIT_DONE,
	GF_REFIT_CHANGED,	/* a document is not what it was planned on */
	GF_REFIT_TWICE,		/* two versions of one document were given */
	GF_REFIT_FOREIGN,	/* a stream would change what is none of ours */
	GF_REFIT_BROKEN,	/* what stands ahead of one keeps it unread */
	GF_REFIT_MOVED		/* something beside the change would move */
};

/*
 * Fill an empty buffer with a file's bytes and n documents put in, those in
 * its own order first, those to be appended last; proves the result by
 * splitting it anew.
 */
enum gf_refit gf_refit(struct gf_buf *out, struct gf_str file,
    const struct gf_save_doc *const *docs, size_t n,
    const struct gf_limits *);

#endif
