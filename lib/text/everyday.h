/* text/everyday.h: the YAML that nearly all goal files are written in. */
#ifndef GF_EVERYDAY_H
#define GF_EVERYDAY_H

#include "text/tree.h"

/*
 * Fill the tree of a document whose bytes were looked through, exactly as
 * gf_yaml_read would, without libyaml; false, and nothing said, if anything
 * in it is beyond block collections, simple blocks of text, and plain words,
 * quoted texts and flow collections on one line, or breaks a limit: then
 * libyaml has the word.
 */
bool gf_everyday_read(struct gf_tree *, const struct gf_limits *,
    struct gf_arena *);

#endif
