/* text/doc.h: one document of an input and where it came from. */
#ifndef GF_DOC_H
#define GF_DOC_H

#include "text/origin.h"

#define GF_NO_OFF UINT64_MAX

struct gf_waiver;

struct gf_doc {
	struct gf_origin origin;	/* path and first line, whatever the input was */
	struct gf_str bytes;		/* p is NULL once they were let go */
	uint64_t off;			/* byte of the file of the first byte; GF_NO_OFF unknown */
	uint32_t seq;			/* number in the order in which it was given */
	uint32_t file;			/* number of the input that it came from */
	uint32_t stream_line;		/* line of the stream, from 1, of a document with a marker */
	struct gf_waiver *waivers;	/* suppressions in it, NULL if none */
	bool given;			/* named or piped in, not looked up as context */
	bool marked;			/* it came with a marker */
	bool broken;			/* no YAML, or over a limit */
	bool moved;			/* its bytes fit no fingerprint: positions are the stream's */
	bool private;			/* under a private path */
};

/* Where something is, for people: path, and line and column from 1 (bytes). */
struct gf_pos {
	struct gf_str path;
	uint32_t line, col;
};

/* The position in the file of a place in a document. */
struct gf_pos gf_doc_pos(const struct gf_doc *, uint32_t line, uint32_t col);

#endif
