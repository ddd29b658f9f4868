/* text/explain.h: say in our words why a line is no YAML. */
#ifndef GF_EXPLAIN_H
#define GF_EXPLAIN_H

#include "text/src.h"

/*
 * Rewrite a fault that holds the parser's own words and place: what happened,
 * the corrected line, and the place where it really began.
 */
void gf_yaml_explain(const struct gf_src *, struct gf_fault *);
/*
 * Add the line in quotes to a fault in our words, which stands where a text
 * begins with a sign; returns false, so that a caller can return it.
 */
bool gf_yaml_offer(const struct gf_src *, struct gf_fault *);

#endif
