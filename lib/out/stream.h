/* out/stream.h: documents as a stream with markers (STREAM.md). */
#ifndef GF_STREAM_H
#define GF_STREAM_H

#include "text/doc.h"

/*
 * Append a document with its marker line (taken from its origin), or `---`
 * alone without markers.
 */
void gf_stream_doc(struct gf_buf *, const struct gf_doc *);
/* Append the line that says the end of a stream of n documents. */
void gf_stream_end(struct gf_buf *, size_t n);

#endif
