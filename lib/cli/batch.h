/* cli/batch.h: some documents of an input, parsed together by one thread. */
#ifndef GF_BATCH_H
#define GF_BATCH_H

#include "cli/run.h"

/* One document on its way from bytes to the plan. */
struct gf_item {
	struct gf_doc *doc;
	struct gf_str bytes;
	const struct gf_config *config;
	/* what keeps it from being read, NULL if nothing */
	const struct gf_fault *ahead;
	const struct gf_doc *ahead_doc;	/* what its places are relative to */
	const struct gf_rec *rec;
	uint64_t hash;
	enum gf_kind kind;
	/* of the batch, up to this item's last */
	size_t nfindings;
	bool ours;			/* it makes its file one of goals */
};

struct gf_batch {
	char *bytes;
	size_t n, cap;
	struct gf_item *items;
	size_t nitems, capitems;
	struct gf_findings findings;
	bool parsed;
};

/* What one thread works with. */
struct gf_worker {
	struct gf_arena out;		/* records and texts of findings */
	struct gf_arena scratch;	/* trees */
	const struct gf_limits *limits;
	bool keep;			/* the documents keep their bytes */
	bool keep_edited;		/* at least those edited in a stream */
};

/*
 * Whether bytes are a document of ours, or would be one but for a slip in its
 * first key or its YAML.
 */
bool gf_batch_ours(struct gf_str, const struct gf_limits *);
/* Parse and read every item; fills documents, records and findings. */
void gf_batch_parse(struct gf_batch *, struct gf_worker *);

#endif
