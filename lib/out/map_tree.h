/* out/map_tree.h: the plan as a tree, and the way up from one goal. */
#ifndef GF_MAP_TREE_H
#define GF_MAP_TREE_H

#include "judge/outline.h"
#include "out/format.h"

/*
 * text jsonl: writers whose model is a struct gf_outline made from the top
 * down.
 */
extern const struct gf_format gf_tree_formats[2];
/*
 * Append one JSON object for every chosen goal of an outline (the model),
 * numbers exact, unknown as null.
 */
void gf_map_jsonl(struct gf_buf *, const void *model, const struct gf_look *);
/* text: its model is a struct gf_outline made from a goal up. */
extern const struct gf_format gf_path_formats[1];

#endif
