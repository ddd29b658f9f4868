/* text/edit_op.h: what the files of edit share; nobody else includes it. */
#ifndef GF_EDIT_OP_H
#define GF_EDIT_OP_H

#include "text/edit.h"

/* One thing that is added to a collection. */
struct gf_add {
	struct gf_str key;
	const struct gf_new *value;
	struct gf_node *after;	/* behind this node; NULL: at the end */
	struct gf_add *next;
};

/* All that happens to one node. */
struct gf_op {
	struct gf_node *node;	/* NULL: the document with nothing in it */
	const struct gf_new *set;
	struct gf_str key, key2;	/* of a scalar that becomes a mapping */
	const struct gf_new *second;
	enum gf_node_kind kind;	/* what a scalar becomes by the additions */
	struct gf_add *adds, *last;
	bool gone;		/* it leaves; of a pair the key */
	uint32_t ngone;		/* so many of its entries leave */
	struct gf_op *next;
};

/* A replacement before all are put in order. */
struct gf_patch {
	struct gf_splice s;
	uint32_t depth;		/* at one place deeper ones come first */
	uint32_t seq;
	bool lines;		/* puts in whole lines */
};

/* The edits on their way to bytes. */
struct gf_work {
	struct gf_edits *e;
	const struct gf_src *src;
	struct gf_patch *v;
	size_t n, cap;
	uint32_t depth;		/* of the node that is worked on */
};

/* Whether a node becomes the first entry of a new collection. */
bool gf_op_grows(const struct gf_op *);
/* What is known about a node, NULL if nothing happens to it. */
struct gf_op *gf_op_find(const struct gf_edits *, const struct gf_node *);
/* Refuse an edit for a reason about a node; returns false. */
bool gf_edit_refuse(struct gf_edits *, const struct gf_node *,
    const char *fmt, ...) GF_PRINTF(3, 4);

/* Whether all that is known about a node can be written; else why. */
bool gf_edit_possible(struct gf_edits *, const struct gf_op *);
/* The line of a node, as people know it. */
unsigned gf_edit_line(const struct gf_edits *, const struct gf_node *);
/* Take out len bytes at off and put in text, which is copied. */
void gf_work_put(struct gf_work *, size_t off, size_t len, struct gf_str text);
/*
 * Put in lines, each with its end, at the start of a line or the end of the
 * document.
 */
void gf_work_lines(struct gf_work *, size_t off, struct gf_str text);

/* Lines: all offsets are bytes of the document. */

/* Where the line of a byte starts. */
size_t gf_line_start(const struct gf_src *, size_t off);
/* Where the line of a byte ends, before its CR or LF. */
size_t gf_line_end(const struct gf_src *, size_t off);
/* Where the next line starts, or the end of the document. */
size_t gf_line_next(const struct gf_src *, size_t off);
/* Column of a byte. */
size_t gf_line_col(const struct gf_src *, size_t off);
/* The first byte from off on that is no blank, at most the line's end. */
size_t gf_line_skip(const struct gf_src *, size_t off);
/* Whether nothing but blanks stands before a byte in its line. */
bool gf_line_leads(const struct gf_src *, size_t off);
/*
 * Whether nothing but blanks and a comment stands from a byte to its line's
 * end.
 */
bool gf_line_rests(const struct gf_src *, size_t off);
/* The line end that a line put in at off takes: that of the line above. */
const char *gf_line_ending(const struct gf_src *, size_t off);
/* Past blanks, line ends and comments from off on, at most to `to`. */
size_t gf_line_token(const struct gf_src *, size_t off, size_t to);
/*
 * The start of the line behind a value that ends at end: behind its comment and
 * the comment lines that stand deeper than col, or right below at col if same.
 */
size_t gf_line_behind(const struct gf_src *, size_t end, size_t col,
    bool same);
/* The start of the comment lines at col that stand right above a line start. */
size_t gf_line_above(const struct gf_src *, size_t start, size_t col);

/*
 * Right behind the ':' or '-' that a value stands behind, or its anchor and
 * tag.
 */
size_t gf_value_slot(const struct gf_src *, const struct gf_node *);
/* The next entry of the collection, NULL behind the last. */
struct gf_node *gf_entry_next(const struct gf_node *);
/* Whether a node stands in a list or mapping in flow style. */
bool gf_node_in_flow(const struct gf_node *);
/* How many collections hold a node. */
uint32_t gf_node_depth(const struct gf_node *);
/* Whether a scalar says nothing: empty, ~ or null. */
bool gf_node_void(const struct gf_node *);

/* How content is written. */
struct gf_pen {
	struct gf_buf *b;
	const char *nl;
	struct gf_habit habit;
	enum gf_style quote;	/* of texts, as the neighbours have */
	enum gf_style keys;	/* the same of keys */
	bool tight;		/* {"a":1} without a blank */
};

enum gf_shape { GF_AS_NEW, GF_AS_FLOW, GF_AS_BLOCK };

/* The pen of a document at a place of it, writing to b. */
struct gf_pen gf_work_pen(struct gf_work *, size_t off, struct gf_buf *b);
/*
 * Make the pen follow what stands in a collection: quotes and, in a mapping,
 * the dashes of its lists.
 */
void gf_pen_near(struct gf_pen *, const struct gf_src *,
    const struct gf_node *coll);
/* Write a key and its ':'. */
void gf_pen_key(const struct gf_pen *, struct gf_str key, bool flow);
/*
 * Write what stands behind the ':' of a key at col; no line end behind the last
 * line.
 */
void gf_pen_value(const struct gf_pen *, const struct gf_new *, size_t col);
/* Write what stands behind a dash at col. */
void gf_pen_item(const struct gf_pen *, const struct gf_new *, size_t col,
    size_t gap, enum gf_shape);
/* Write content on one line, in flow style. */
void gf_pen_flow(const struct gf_pen *, const struct gf_new *, bool flow);
/* Write a text on one line in a wanted style. */
void gf_pen_text(const struct gf_pen *, struct gf_str, enum gf_style want,
    bool flow, bool bare);
/* How many line ends stand at the end of a text. */
size_t gf_text_breaks(struct gf_str);
/*
 * Whether a text may stand as a literal scalar without an indentation
 * indicator.
 */
bool gf_literal_ok(struct gf_str);
/* Whether all texts of new content can be written. */
bool gf_new_ok(const struct gf_new *);

/* The layout of a document, found once. */
struct gf_habit gf_edit_habit(struct gf_edits *);

/* The kinds of edits, each to patches; false and why. */
bool gf_work_set(struct gf_work *, struct gf_node *, const struct gf_new *);
bool gf_work_block(struct gf_work *, struct gf_node *, const struct gf_new *);
/* An empty or one-line scalar becomes a list or a mapping. */
bool gf_work_fill(struct gf_work *, struct gf_node *, const struct gf_new *,
    enum gf_shape);
bool gf_work_add(struct gf_work *, const struct gf_op *);
/*
 * A scalar becomes a collection that holds it, unless it is void, and the
 * additions.
 */
bool gf_work_grow(struct gf_work *, const struct gf_op *);
void gf_work_add_flow(struct gf_work *, const struct gf_op *);
bool gf_work_expand(struct gf_work *, const struct gf_op *);
void gf_work_remove(struct gf_work *, const struct gf_op *);

/* Whether the new tree is the old one plus the edits; else why. */
bool gf_edit_prove(struct gf_edits *, const struct gf_tree *now);

#endif
