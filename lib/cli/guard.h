/* cli/guard.h: what a stream may write, for anybody can have made it. */
#ifndef GF_GUARD_H
#define GF_GUARD_H

#include "cli/run.h"

/*
 * Whether a document of a stream may be added to the file that it names, and
 * the directory below which that must lie; else says what to do.
 */
bool gf_guard_new(struct gf_run *, const struct gf_entry *,
    const char **below);

#endif
