/* text/re.h: patterns over untrusted text, the only place that knows PCRE2. */
#ifndef GF_RE_H
#define GF_RE_H

#include "text/limit.h"

enum gf_match { GF_MATCH_NO, GF_MATCH_YES, GF_MATCH_UNDECIDED };

struct gf_re;

/*
 * Compile a pattern in UTF-8 with Unicode classes, by JIT if many texts will
 * follow, under some limits (NULL: the built-in ones); the caller frees it;
 * NULL and why, one line, at byte *at of it.
 */
struct gf_re *gf_re_new(struct gf_str pattern, const struct gf_limits *,
    bool many, size_t *at, char why[static 128]);
/* How many bytes of a text are looked at. */
size_t gf_re_most(const struct gf_re *);
/* Give a pattern back; NULL is none. */
void gf_re_free(struct gf_re *);
/*
 * Look for the first match from a byte on; of a text longer than
 * gf_re_most() only that much is looked at; undecided if a limit was hit.
 */
enum gf_match gf_re_find(struct gf_re *, struct gf_str, size_t from);
/*
 * The text of the last match, or of one of its groups by name; empty if there
 * is none; p lies in the text that was given, NULL for an unknown name.
 */
struct gf_str gf_re_group(const struct gf_re *, struct gf_str name);

#endif
