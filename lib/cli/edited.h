/* cli/edited.h: one document of a run on its way to what it becomes. */
#ifndef GF_EDITED_H
#define GF_EDITED_H

#include "cli/run.h"

/* A document with its edits. */
struct gf_edited {
	struct gf_doc *doc;
	struct gf_tree tree;
	struct gf_edits edits;
	/* it was mended instead: what it becomes */
	bool mended;
	struct gf_str bytes;
	struct gf_splice *splices;
	size_t n;
};

/* Put the edits into the document's bytes, and its origin after them. */
bool gf_edited_apply(struct gf_run *, struct gf_edited *);
/* The name of a document's line in messages, in the arena of the run. */
const char *gf_edited_place(struct gf_run *, const struct gf_doc *,
    uint32_t line);

#endif
