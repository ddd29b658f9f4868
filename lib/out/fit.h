/* out/fit.h: text from a file in one cell of a table, whatever it holds. */
#ifndef GF_FIT_H
#define GF_FIT_H

#include "out/format.h"

/*
 * Append text for a person, cut to so many columns and made of ASCII where the
 * reader wants that; returns the columns it took.
 */
size_t gf_fit(struct gf_buf *, struct gf_str, size_t columns,
    const struct gf_look *);
/*
 * Append text that is fit to be shown, cut to so many columns; returns those it
 * took.
 */
size_t gf_fit_text(struct gf_buf *, struct gf_str, size_t columns, bool utf8);
/* The same as gf_fit(), filled with blanks up to those columns. */
void gf_fit_pad(struct gf_buf *, struct gf_str, size_t columns,
    const struct gf_look *);
/* Append lines, folded between words to so many columns (0: no limit). */
void gf_fit_lines(struct gf_buf *, struct gf_str, size_t width);
/* Take the blanks off the end of the last line and end it. */
void gf_fit_end(struct gf_buf *);

#endif
