/* text/textline.h: a line as a person means it, whatever YAML makes of it. */
#ifndef GF_TEXTLINE_H
#define GF_TEXTLINE_H

#include "text/src.h"

struct gf_textline {
	const struct gf_src *src;
	size_t no;
	size_t indent;		/* blanks before the first letter */
	bool item;		/* a dash comes first */
	struct gf_str all;
	struct gf_str key;	/* with its quotes, empty if there is none */
	struct gf_str value;	/* without blanks around it and comment */
};

/* Take a line of a document apart; the slices lie in its bytes. */
struct gf_textline gf_textline_read(const struct gf_src *, size_t no);
/* Whether a line holds nothing but blanks and a comment. */
bool gf_textline_empty(const struct gf_textline *);
/* Whether a byte is a blank or a tab. */
bool gf_textline_blank(char);
/* The first place from i on that is not blank. */
size_t gf_textline_skip(struct gf_str, size_t i);
/* Behind the quote that closes the one at i; 0 if none does. */
size_t gf_textline_quote_end(struct gf_str, size_t i);
/* Where the colon behind a key at i stands; n of the text if there is none. */
size_t gf_textline_key_end(struct gf_str, size_t i);
/* Behind the bracket that closes the first one; 0 if none does. */
size_t gf_textline_bracket_end(struct gf_str);
/* Whether a bracket is open before a column. */
bool gf_textline_in_brackets(struct gf_str, size_t col);
/* What stands around a column between brackets, commas and its key. */
struct gf_str gf_textline_item(struct gf_str, size_t col);
/* Write a text in quotes into room for size bytes, cut where it is too long. */
void gf_textline_quote(char *to, size_t size, struct gf_str);

#endif
