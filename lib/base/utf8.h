/* base/utf8.h: code points and how wide a terminal shows them. */
#ifndef GF_UTF8_H
#define GF_UTF8_H

#include "base/str.h"

/* Length in bytes of the valid code point at p, 0 if the bytes are not UTF-8; cp gets it. */
size_t gf_utf8_next(const char *p, size_t n, uint32_t *cp);
/* Append one code point to out, which has room for 4; returns its bytes. */
size_t gf_utf8_put(uint32_t cp, char *out);
/* Whether all of a text is ASCII. */
bool gf_utf8_plain(struct gf_str);
/* Columns of a terminal that a code point takes: 0, 1 or 2. */
unsigned gf_utf8_cell(uint32_t cp);
/* Columns of a terminal that a text takes. */
size_t gf_utf8_width(struct gf_str);
/* The longest beginning of a text that fits into so many columns. */
struct gf_str gf_utf8_fit(struct gf_str, size_t columns);

#endif
