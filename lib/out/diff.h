/* out/diff.h: unified diff that `git apply` takes. */
#ifndef GF_DIFF_H
#define GF_DIFF_H

#include "base/buf.h"
#include "out/format.h"

/*
 * Append the difference of two versions of a file (old empty and fresh: a new
 * file), 3 lines of context.
 */
void gf_diff(struct gf_buf *, struct gf_str path, struct gf_str old,
    struct gf_str new, bool fresh);

/*
 * Append a difference for a person at a terminal: in colour, and escaped, so no
 * longer a patch.
 */
void gf_diff_show(struct gf_buf *, struct gf_str diff, const struct gf_look *);

#endif
