/* goal/refer.h: every place that names a goal or a party by its id. */
#ifndef GF_REFER_H
#define GF_REFER_H

#include "base/map.h"
#include "goal/rec.h"

/* Values that begin with an id; all zero is an empty list. */
struct gf_refs {
	const struct gf_val **v;
	size_t n, cap;
};

/*
 * Add every value of a document, at any depth, that names the goal or party
 * (whose) with an id, its own first key included; the field table says which
 * keys can; the caller releases the list.
 */
void gf_refs_add(struct gf_refs *, const struct gf_rec *, struct gf_str id,
    enum gf_ref whose);
/*
 * Whether a document names any goal or party whose id is in the map, itself
 * included.
 */
bool gf_refs_any(const struct gf_rec *, const struct gf_map *ids);
/*
 * How many bytes at the front of a value are the id: all of them, or what
 * stands before '/' or a blank.
 */
size_t gf_ref_len(const struct gf_val *);
/* Give the list back. */
void gf_refs_release(struct gf_refs *);

#endif
