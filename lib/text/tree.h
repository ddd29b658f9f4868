/* text/tree.h: the nodes of a document with their exact bytes. */
#ifndef GF_TREE_H
#define GF_TREE_H

#include "text/src.h"

enum gf_node_kind { GF_SCALAR, GF_SEQ, GF_MAP, GF_ALIAS };
enum gf_style {
	GF_PLAIN, GF_SINGLE, GF_DOUBLE, GF_LITERAL, GF_FOLDED,	/* scalars */
	GF_BLOCK, GF_FLOW					/* the others */
};

/*
 * Children of a mapping stand as key, value, key, value. A span [start, end)
 * is tight: no blank, comment or line end that is not content, and it leaves
 * out anchor and tag; the span of a literal or folded scalar begins at its
 * header and ends behind the line end of its last line of text (with `+`
 * behind its trailing blank lines); the span of an empty value is empty and
 * lies right behind its ':' or '-' or its anchor and tag.
 */
struct gf_node {
	uint8_t kind;		/* enum gf_node_kind */
	uint8_t style;		/* enum gf_style */
	bool key;		/* a key of its mapping */
	bool tagged;		/* has a tag of its own */
	uint32_t start, end;	/* bytes of the document */
	uint32_t props;		/* where anchor or tag begins; start if there is none */
	uint32_t line;		/* line of start, from 0 */
	uint32_t n;		/* number of children */
	uint64_t walk;		/* nodes that a walk through aliases meets here */
	uint32_t height;	/* levels below, through aliases */
	struct gf_str value;	/* text of a scalar, name of an alias */
	struct gf_str anchor;	/* its name, empty if none */
	struct gf_node *parent, *first, *last, *prev, *next;
	struct gf_node *target;	/* of an alias */
};

struct gf_tree {
	struct gf_src src;
	struct gf_node *root;	/* NULL: nothing but blanks and comments */
	size_t nnodes;
};

/*
 * Parse one document (without its `---` line); arena and bytes must outlive
 * the tree; false and the fault if it is no YAML, breaks a limit, has a key
 * twice, an unknown alias or a cycle.
 */
bool gf_tree_parse(struct gf_tree *, struct gf_str, const struct gf_limits *,
    struct gf_arena *, struct gf_fault *);

/* The same, but everyday documents are read without libyaml, many times as fast. */
bool gf_tree_read(struct gf_tree *, struct gf_str, const struct gf_limits *,
    struct gf_arena *, struct gf_fault *);

/* The node behind an alias, or the node itself. */
struct gf_node *gf_node_real(struct gf_node *);
/* The value under a key of a mapping (its own keys only), NULL if there is none. */
struct gf_node *gf_node_get(const struct gf_node *map, const char *key);
/* The item of a sequence by number from 0, NULL if there is none. */
struct gf_node *gf_node_item(const struct gf_node *seq, size_t i);
/* Where a node stands. */
struct gf_at gf_node_at(const struct gf_tree *, const struct gf_node *);
/* The bytes of a node. */
struct gf_str gf_node_bytes(const struct gf_tree *, const struct gf_node *);
/* How many aliases lead to a node, or to a collection that it stands in. */
size_t gf_node_aliases(const struct gf_tree *, const struct gf_node *);
/* Whether a mapping takes keys from a base (`<<`), an alias or one in flow. */
bool gf_node_merges(const struct gf_node *map);

#endif
