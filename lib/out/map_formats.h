/* out/map_formats.h: the plan as a map, for what draws, counts, edits or reads it. */
#ifndef GF_MAP_FORMATS_H
#define GF_MAP_FORMATS_H

#include "judge/outline.h"
#include "out/format.h"

/* Writers whose model is a struct gf_outline made from the top down. */
extern const struct gf_format gf_map_formats[6];
/* Append a graph for Graphviz. */
void gf_map_dot(struct gf_buf *, const void *model, const struct gf_look *);
/* Append a flowchart for Mermaid. */
void gf_map_mermaid(struct gf_buf *, const void *model,
    const struct gf_look *);
/* Append one JSON object with goals, links and who carries what. */
void gf_map_json(struct gf_buf *, const void *model, const struct gf_look *);
/* Append who carries which goal of the company as CSV. */
void gf_map_csv(struct gf_buf *, const void *model, const struct gf_look *);
/* Append one page that needs nothing else. */
void gf_map_html(struct gf_buf *, const void *model, const struct gf_look *);
/* Append where each id is as a tags file (ctags(1)). */
void gf_map_tags(struct gf_buf *, const void *model, const struct gf_look *);

#endif
