/* judge/keypath.h: where a value stands, in words: obstacles[pto].when. */
#ifndef GF_KEYPATH_H
#define GF_KEYPATH_H

#include "base/buf.h"
#include "goal/plan.h"

/*
 * Append the way from a mapping to a value below it; false and nothing appended
 * if it is not there.
 */
bool gf_keypath(struct gf_buf *, const struct gf_rec *, const struct gf_val *);
/*
 * What an item is called in a key path: its id, else its first value; empty if
 * it has none.
 */
struct gf_str gf_item_name(const struct gf_val *item);
/* The widest audience that may see what stands at a key path of a document. */
enum gf_audience gf_keypath_audience(struct gf_str keypath,
    const struct gf_entry *);

#endif
