/* base/path.h: the parts of a path, as slices of it; no file is touched. */
#ifndef GF_PATH_H
#define GF_PATH_H

#include "base/str.h"

/* What stands up to and with the last slash, empty if there is none. */
struct gf_str gf_path_dir(struct gf_str path);
/* What stands behind the last slash. */
struct gf_str gf_path_base(struct gf_str path);
/* The directory of a path without slashes behind it, "." if it has none. */
struct gf_str gf_path_parent(struct gf_str path);
/* The part of a pattern before its first star or question mark. */
struct gf_str gf_path_plain(struct gf_str pattern);

#endif
