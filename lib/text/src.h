/* text/src.h: the bytes of one document and the lines in them. */
#ifndef GF_SRC_H
#define GF_SRC_H

#include "base/mem.h"
#include "base/str.h"
#include "text/limit.h"

/* A place in a document: bytes, lines and columns count from 0, columns in bytes. */
struct gf_at {
	uint32_t off, len;	/* len ends on the first line of what is meant */
	uint32_t line, col;
};

/* What is wrong with the YAML of a document. */
struct gf_fault {
	struct gf_at at;
	struct gf_at other;	/* "first here", len 0 if there is no such place */
	char said[200];		/* one line; empty: nothing is wrong */
	bool limit;		/* a limit was exceeded */
	/* the text that quotes at its place would mend, empty if none would */
	struct gf_str quotable;
};

struct gf_src {
	const char *p;
	size_t n;
	uint32_t *lines;	/* byte offset of every line start */
	size_t nlines;
	uint32_t *chars;	/* byte offset of every 64th code point; NULL: all ASCII */
	size_t nchars;
	size_t points;		/* number of code points */
};

/*
 * Look through the bytes of a document before anything parses them: UTF-8, no
 * control character, no lone CR or other line end, size; the arena owns the
 * tables; false and the fault if they may not be read.
 */
bool gf_src_init(struct gf_src *, struct gf_str, const struct gf_limits *,
    struct gf_arena *, struct gf_fault *);
/* The byte offset of a code point of the document. */
size_t gf_src_byte(const struct gf_src *, size_t codepoint);
/* The place of n bytes from an offset on, cut at the end of the line. */
struct gf_at gf_src_at(const struct gf_src *, size_t off, size_t n);
/* The same where the line is known on which that begins. */
struct gf_at gf_src_on(const struct gf_src *, size_t line, size_t off,
    size_t n);
/* The bytes of a line (from 0) without its end. */
struct gf_str gf_src_line(const struct gf_src *, size_t line);
/* Write what is wrong and where; returns false, so that a caller can return it. */
bool gf_fault_set(struct gf_fault *, struct gf_at, const char *fmt, ...)
    GF_PRINTF(3, 4);

#endif
