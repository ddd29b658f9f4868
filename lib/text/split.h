/* text/split.h: cut the bytes of a file or stream into documents. */
#ifndef GF_SPLIT_H
#define GF_SPLIT_H

#include "text/src.h"

/* One document as it lies in its file; all counts from 0. */
struct gf_piece {
	struct gf_str bytes;	/* the document, see STREAM.md for where it ends */
	struct gf_str opener;	/* its `---` line without the line end; p NULL if none */
	size_t off;		/* byte of the input where the document begins */
	size_t line, col;	/* the input's line and column (bytes) of it */
	struct gf_str ahead;	/* directives and comments before the `---` line */
	size_t ahead_off, ahead_line;
	struct gf_str ender;	/* the `... ` line that ended it; p NULL if none */
	bool stray;		/* stands behind `...` without a `---` line */
};

/* The place up to which an input was cut. */
struct gf_splitter {
	size_t off;		/* of the input: bytes that were let go before buf */
	size_t at;		/* in the buffer */
	size_t line;		/* of the input, at that place */
	bool begun;		/* the byte order mark was looked for */
	bool any;		/* a document was found */
	bool ended;		/* the last document ended with `...` */
};

/*
 * Take the next document from the bytes read so far; last says that no more
 * will come. Returns 1 and the piece, 0 when there is none, -1 when more bytes
 * are needed.
 */
int gf_split_next(struct gf_splitter *, struct gf_str buf, bool last,
    struct gf_piece *);
/* Say that the bytes up to the splitter's place are let go; returns how many. */
size_t gf_split_shift(struct gf_splitter *);
/*
 * Whether what stands ahead of a document lets it be read (directives, text
 * behind `...`); else false and the fault, at a place of the file.
 */
bool gf_piece_ok(const struct gf_piece *, struct gf_fault *);

#endif
