/* cli/blobs.h: inputs out of a tree of git instead of the working tree. */
#ifndef GF_BLOBS_H
#define GF_BLOBS_H

#include "cli/git.h"
#include "cli/walk.h"

/*
 * Open what --staged or --rev names; false and a message if it cannot be read;
 * without either nothing happens.
 */
bool gf_blobs_open(struct gf_run *);
/*
 * The blob at a path, relative to the working directory, of the tree that is
 * read; NULL if there is none.
 */
const struct gf_blob *gf_blobs_find(const struct gf_run *, struct gf_str path);
/* Whether such a path is a directory of the tree. */
bool gf_blobs_is_dir(const struct gf_run *, struct gf_str path);
/*
 * Append the YAML files below a directory ("" all of them) that are not hidden;
 * flat leaves out those of its directories.
 */
void gf_blobs_walk(struct gf_run *, struct gf_str dir, bool flat,
    struct gf_names *);
/*
 * The path from the top of the tree of a path relative to the working
 * directory, in the buffer; false if it lies outside.
 */
bool gf_blobs_path(const struct gf_run *, const struct gf_git *,
    struct gf_str path, struct gf_buf *);

#endif
