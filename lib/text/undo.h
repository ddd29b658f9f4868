/* text/undo.h: the texts that simple quoting and simple blocks stand for. */
#ifndef GF_UNDO_H
#define GF_UNDO_H

#include "text/src.h"

/*
 * The text between single or double quotes without its escapes; the arena owns
 * it unless nothing was to be undone; false at an escape that is not simple.
 */
bool gf_undo_quotes(struct gf_str raw, char quote, struct gf_arena *,
    struct gf_str *text);
/*
 * The text of a literal or folded scalar whose lines begin at a line and
 * whose collection stands at a column; the arena owns it; returns the first
 * line that is no more part of it, 0 if it is not a simple one.
 */
size_t gf_undo_block(const struct gf_src *, size_t line, size_t col,
    bool folded, bool strip, struct gf_arena *, struct gf_str *text);

#endif
