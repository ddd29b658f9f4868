/* cli/ignore.h: what git does not ignore below a directory. */
#ifndef GF_IGNORE_H
#define GF_IGNORE_H

#include "base/buf.h"

/*
 * Whether a directory lies in a work tree of git; top, if wanted, gets its
 * absolute path.
 */
bool gf_ignore_repository(const char *dir, struct gf_buf *top);
/*
 * Append the names, each ended by a NUL and relative to the directory, of all
 * files below it that git does not ignore; whole asks for the whole work tree
 * instead; false if git has no say there.
 */
bool gf_ignore_list(const char *dir, bool whole, struct gf_buf *names);

#endif
