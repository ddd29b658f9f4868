/* cli/recall.h: the bytes of a document again, after they were let go. */
#ifndef GF_RECALL_H
#define GF_RECALL_H

#include "base/buf.h"
#include "text/doc.h"
#include "text/split.h"

/* What a document looked like when its bytes were let go. */
struct gf_sum {
	uint64_t hash;
	size_t n;
};

/* All zero remembers nothing. */
struct gf_recall {
	struct gf_buf doc;		/* the document read last */
	const struct gf_doc *last;
	struct gf_buf file;		/* the file held last */
	struct gf_str path;
	bool held;
	bool odd;			/* it has lines `%` or `...` */
	struct gf_splitter split;	/* in the file held, behind piece */
	struct gf_piece piece;
};

/*
 * The bytes of a document, from its file if that still fits, else empty; valid
 * until the next call.
 */
struct gf_str gf_recall_bytes(struct gf_recall *, const struct gf_doc *,
    const struct gf_sum *);
/*
 * Whether the file of a document with a marker, if that still fits, lets it be
 * read, and has what its changes took out (else it is noted as moved); false
 * and the fault, at a place of the file.
 */
bool gf_recall_ok(struct gf_recall *, struct gf_doc *, struct gf_fault *);
/* The byte of the file of a place in a document, GF_NO_OFF if unknown. */
uint64_t gf_recall_byte(struct gf_recall *, const struct gf_doc *,
    uint32_t off);
/* Give the memory back. */
void gf_recall_release(struct gf_recall *);

#endif
