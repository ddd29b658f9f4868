/* goal/read.h: one document while it is read, for the files read_*.c. */
#ifndef GF_READ_H
#define GF_READ_H

#include "goal/check.h"
#include "goal/rec.h"

/* Where in the document the reader is, innermost first. */
struct gf_frame {
	const struct gf_frame *up;
	struct gf_str key;	/* of a value, empty for an item of a list */
	const struct gf_node *item;
};

struct gf_read {
	const struct gf_reader *reader;
	const struct gf_doc *doc;
	const struct gf_tree *tree;
	struct gf_str id;		/* of the document */
	const struct gf_node *alias;	/* everything stands at this alias */
	size_t anchor_budget;		/* nodes that may be looked at for aliases */
	bool defaults;			/* below defaults: */
	bool bad;			/* a value did not fit */
};

/* The place of a node, or of the alias that led to it. */
struct gf_at gf_read_at(const struct gf_read *, const struct gf_node *);
/* Report at a place; NULL if nobody wants findings. */
struct gf_finding *gf_read_say(struct gf_read *, const struct gf_frame *,
    enum gf_format_check, struct gf_at, const char *fmt, ...)
    GF_PRINTF(5, 6);
/* Give a finding the change that would mend it: these bytes become that text. */
void gf_read_mend(struct gf_read *, struct gf_finding *, bool safe,
    struct gf_at, struct gf_str text);
/* A text in quotes, in the arena of the findings. */
struct gf_str gf_read_quoted(struct gf_read *, struct gf_str);
/* Whether a node says nothing: empty, null or ~. */
bool gf_read_empty(const struct gf_node *real);
/* Read one scalar by its field; false if it is empty; at is where it stands. */
bool gf_read_scalar(struct gf_read *, const struct gf_frame *,
    const struct gf_field *, const struct gf_node *real, struct gf_val *);
/* Read the word, or `later DATE`, that may stand in place of a list; false if it is neither. */
bool gf_read_word_form(struct gf_read *, const struct gf_frame *,
    const struct gf_field *, const struct gf_node *real, struct gf_val *);
/* Report that a field wants another kind of value than the node is. */
void gf_read_misfit(struct gf_read *, const struct gf_frame *,
    const struct gf_field *, const struct gf_node *real);
/* Report what YAML took from a text (F11). */
void gf_read_eaten(struct gf_read *, const struct gf_frame *,
    const struct gf_node *);
/* Report a key of a mapping in braces that is the rest of a value (F12); false if it is none. */
bool gf_read_split_key(struct gf_read *, const struct gf_frame *,
    const struct gf_node *key);
/* Report an item of a list in brackets that is the rest of a number (F12). */
bool gf_read_split_item(struct gf_read *, const struct gf_frame *,
    const struct gf_node *item);
/*
 * Report what is missing in a mapping and not among the fields (bits) that a
 * mistyped key meant, or does not go together.
 */
void gf_read_check(struct gf_read *, const struct gf_frame *,
    const struct gf_rec *, uint64_t meant, struct gf_at first_key);

#endif
