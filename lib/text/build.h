/* text/build.h: nodes made from the events of a parser, with exact bytes. */
#ifndef GF_BUILD_H
#define GF_BUILD_H

#include "base/map.h"
#include "text/tree.h"

/* A place as the parser counts it: code points and lines. */
struct gf_mark {
	size_t point, line;
};

struct gf_build {
	struct gf_tree *tree;
	const struct gf_limits *limits;
	struct gf_arena *arena;
	struct gf_fault *fault;
	struct gf_map anchors;
	struct gf_node *open;		/* the innermost collection not yet ended */
	size_t point, byte;		/* marks only grow, so a cursor follows */
	size_t depth, aliases, nanchors;
	bool bytes;			/* marks count bytes, not code points */
};

/* What an event says of a node beside its place. */
struct gf_props {
	const char *anchor, *tag;	/* NULL if there is none */
};

/* The byte of the document at which a mark stands. */
size_t gf_build_byte(struct gf_build *, size_t point);
/* Where an anchor or a tag that begins at a byte ends, at most at end. */
size_t gf_prop_end(const struct gf_src *, size_t at, size_t end);
/* Write a fault at some bytes; returns false. */
bool gf_build_refuse(struct gf_build *, size_t off, size_t n, bool limit,
    const char *fmt, ...) GF_PRINTF(5, 6);

/* Each adds a node; false and the fault if it breaks a limit or refers to nothing. */
bool gf_build_scalar(struct gf_build *, struct gf_mark from, size_t to,
    enum gf_style, struct gf_str text, struct gf_props);
bool gf_build_alias(struct gf_build *, struct gf_mark from, size_t to,
    const char *name);
bool gf_build_open(struct gf_build *, struct gf_mark from, enum gf_node_kind,
    bool flow, struct gf_props);
/* End the innermost collection. */
bool gf_build_close(struct gf_build *, size_t to);

#endif
