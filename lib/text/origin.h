/* text/origin.h: the line that a document carries through pipes. */
#ifndef GF_ORIGIN_H
#define GF_ORIGIN_H

#include "base/buf.h"
#include "base/mem.h"
#include "base/sha256.h"
#include "text/edit.h"
#include "text/src.h"

/* So many line breaks, then so many bytes behind the last. */
struct gf_extent {
	uint32_t breaks, bytes;
};

/* At a place of the file (line from 1, col from 1) out was taken and in put. */
struct gf_change {
	uint32_t line, col;
	struct gf_extent out, in;
};

/* was and now are fingerprints. */
struct gf_origin {
	struct gf_str path;	/* as first opened; "-" unknown */
	uint32_t line, col;	/* the file's place of the first byte, from 1 */
	char was[GF_PRINT_SIZE];	/* in the file; empty for `new` */
	char now[GF_PRINT_SIZE];	/* in the stream once edited */
	struct gf_change *changes;
	size_t nchanges;
	bool fresh;		/* `--- # new PATH` */
};

/*
 * Read a marker line without its end; false if it is none; the arena owns path
 * and changes.
 */
bool gf_origin_parse(struct gf_origin *, struct gf_str line,
    struct gf_arena *);
/* Append the marker with its line end. */
void gf_origin_print(struct gf_buf *, const struct gf_origin *);
/* Append a path, C-quoted as git does if it must be. */
void gf_path_quote(struct gf_buf *, struct gf_str);
/* Read `... # end N`; false if the line is none. */
bool gf_origin_end(struct gf_str line, size_t *n);
/* The file's place (from 1) of a place in the document's bytes (from 0). */
void gf_origin_place(const struct gf_origin *, uint32_t line, uint32_t col,
    uint32_t *file_line, uint32_t *file_col);
/*
 * Whether every change of the list lies in the document's bytes, those of the
 * file or those of the stream.
 */
bool gf_origin_fits(const struct gf_origin *, struct gf_str bytes, bool file);
/*
 * Rewrite fingerprint and change list after the document's bytes (old) were
 * edited to new by the splices; the list stays in the file's coordinates.
 */
void gf_origin_edit(struct gf_origin *, const struct gf_src *old,
    struct gf_str bytes, const struct gf_splice *, size_t n,
    struct gf_arena *);

#endif
