/* text/yaml.h: the events of libyaml, the only place that knows it. */
#ifndef GF_YAML_H
#define GF_YAML_H

#include "text/tree.h"

/*
 * Fill the tree of a document whose bytes were looked through; as
 * gf_tree_parse, but spans are as libyaml gives them, in bytes.
 */
bool gf_yaml_read(struct gf_tree *, const struct gf_limits *,
    struct gf_arena *, struct gf_fault *);

#endif
