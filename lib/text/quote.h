/* text/quote.h: how a text is written as a scalar. */
#ifndef GF_QUOTE_H
#define GF_QUOTE_H

#include "base/buf.h"
#include "text/tree.h"

/*
 * Whether a text may stand plain as a string, to readers of YAML 1.1 and of
 * 1.2, in block or flow.
 */
bool gf_plain_ok(struct gf_str, bool flow);
/*
 * Whether YAML 1.1 or 1.2 takes a plain text for a number, date, time, yes/no
 * or null.
 */
bool gf_plain_typed(struct gf_str);
/*
 * Whether every character may stand as it is, line ends left out; false for
 * bytes that are not UTF-8.
 */
bool gf_text_printable(struct gf_str);
/* Whether a text can be written at all: valid UTF-8 without NUL. */
bool gf_text_ok(struct gf_str);
/*
 * Append a text as a one-line scalar in the wanted style, if that style can
 * hold it, else in the nearest that can (plain, single, double). "bare" says
 * that numbers, dates and words may stand plain because the field wants them.
 */
void gf_quote(struct gf_buf *, struct gf_str, enum gf_style want, bool flow,
    bool bare);

#endif
