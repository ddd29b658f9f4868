/* text/edit.h: change a document by naming only the bytes that change. */
#ifndef GF_EDIT_H
#define GF_EDIT_H

#include "base/buf.h"
#include "base/map.h"
#include "text/tree.h"

/* Content to be written: a text, or a list, or pairs in first/next. */
struct gf_new {
	enum gf_node_kind kind;
	bool bare;		/* a number, date, word: never quoted */
	bool flow;		/* [a, b] or {a: b} on one line */
	struct gf_str key;	/* when it stands in a mapping */
	struct gf_str text;
	struct gf_new *first, *last, *next;
};

/*
 * Make new content; the arena owns it; texts are copied only where CRLF becomes
 * LF.
 */
struct gf_new *gf_new_text(struct gf_arena *, struct gf_str);
/* The same for what its field wants plain (a number, a date, an id). */
struct gf_new *gf_new_bare(struct gf_arena *, struct gf_str);
/* Make an empty mapping or list, in flow or block style. */
struct gf_new *gf_new_list(struct gf_arena *, enum gf_node_kind, bool flow);
/* Put a value under a key of a new mapping (key empty: item of a list). */
void gf_new_add(struct gf_new *parent, struct gf_str key, struct gf_new *);

/* One replacement: take out len bytes at off, put in text. */
struct gf_splice {
	uint32_t off, len;
	struct gf_str text;
};

/* How a document is laid out, so that what is new looks like the rest. */
struct gf_habit {
	bool known;
	uint8_t step;		/* columns of a mapping below its key */
	uint8_t dash;		/* columns of a list's dash behind its key */
	uint8_t gap;		/* blanks behind a dash */
	enum gf_style quote;	/* of texts that need some */
};

/* The edits of one document. */
struct gf_edits {
	const struct gf_tree *tree;
	struct gf_arena *arena;
	struct gf_op *first, *last;	/* private */
	struct gf_map ops;
	struct gf_habit habit;
	/* the line (from 1) that people know for a line of the document (from
	 * 0); NULL: the same but from 1 */
	uint32_t (*line_of)(const void *place, uint32_t line);
	const void *place;
	char why[200];		/* why an edit was refused, one line */
	uint32_t why_line;	/* line of the document, from 0 */
};

/* Begin the edits of a parsed document; the arena owns all that they need. */
void gf_edit_init(struct gf_edits *, const struct gf_tree *,
    struct gf_arena *);
/* Give the memory of the list back. */
void gf_edit_release(struct gf_edits *);

/*
 * Each returns false and says why when it cannot be done without touching
 * another node.
 */

/*
 * Set the text of a scalar, or turn an empty value or a one-line one into a
 * list or a mapping.
 */
bool gf_edit_set(struct gf_edits *, struct gf_node *, const struct gf_new *);
/*
 * Put a new key into a mapping: behind the last present key for which order()
 * says that it stands before the new one, else at the end (order NULL: at the
 * end). An empty value becomes a mapping first; map NULL is the document with
 * nothing in it.
 */
bool gf_edit_insert(struct gf_edits *, struct gf_node *map, struct gf_str key,
    const struct gf_new *, int (*order)(struct gf_str a, struct gf_str b));
/* Set a key of a mapping, or put it in where it is not there. */
bool gf_edit_put(struct gf_edits *, struct gf_node *map, const char *key,
    const struct gf_new *, int (*order)(struct gf_str a, struct gf_str b));
/* Append an item to a list; an empty value or a scalar becomes a list first. */
bool gf_edit_append(struct gf_edits *, struct gf_node *seq,
    const struct gf_new *);
/*
 * Turn a scalar item into a mapping that holds it under a key, and a second
 * pair; the value of a key becomes a list of one such mapping.
 */
bool gf_edit_expand(struct gf_edits *, struct gf_node *item,
    struct gf_str key, struct gf_str key2, const struct gf_new *);
/* Take a key with its value out of its mapping, or an item out of its list. */
bool gf_edit_remove(struct gf_edits *, struct gf_node *);

/*
 * Apply all edits, parse the result and compare it with the old tree plus the
 * change; appends the new bytes to out; false and why if anything else moved.
 * *splices gets the replacements, ascending and apart, in the arena.
 */
bool gf_edit_apply(struct gf_edits *, const struct gf_limits *,
    struct gf_buf *out, struct gf_splice **splices, size_t *nsplices);

/*
 * Where an entry of a collection begins: its dash, its `?`, or its first node.
 */
size_t gf_entry_start(const struct gf_src *, const struct gf_node *);
/* Where an entry ends, its value with it. */
size_t gf_entry_end(const struct gf_node *);

/* Write content as a document of its own, with the file's line end. */
void gf_new_print(struct gf_buf *, const struct gf_new *, bool crlf);
/*
 * Append a document to a whole file: a missing last line end is added, then
 * `---` and the document, in the file's line ends; a first document of an
 * empty file needs no `---`.
 */
void gf_file_append(struct gf_buf *file, struct gf_str doc);

#endif
