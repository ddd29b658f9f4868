/* text/mend.h: put the fixes of findings into a document. */
#ifndef GF_MEND_H
#define GF_MEND_H

#include "text/edit.h"
#include "text/finding.h"

/*
 * Append the bytes of a document with fixes put in (ascending and apart); was
 * is its tree, NULL where it is no YAML without them; false and why, one line,
 * if the result is no YAML or anything else than what is replaced has another
 * meaning; *splices gets the replacements, in the arena.
 */
bool gf_mend(const struct gf_tree *was, struct gf_str bytes,
    const struct gf_fix *const *fixes, size_t n, const struct gf_limits *,
    struct gf_arena *, struct gf_buf *out, struct gf_splice **splices,
    char why[200]);

#endif
