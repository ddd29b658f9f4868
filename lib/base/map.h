/* base/map.h: a table from texts to pointers. */
#ifndef GF_MAP_H
#define GF_MAP_H

#include "base/str.h"

/* All zero is an empty map; keys are not copied. */
struct gf_map {
	struct gf_map_slot *slots;
	struct gf_map_entry *entries;	/* in the order of putting */
	size_t n;
	size_t cap;
};

/* What stands under a key, NULL if nothing does. */
void *gf_map_get(const struct gf_map *, struct gf_str key);
/* Put a value under a key; returns what stood there before or NULL. */
void *gf_map_put(struct gf_map *, struct gf_str key, void *value);
/* Give the memory back; keys and values stay with their owners. */
void gf_map_release(struct gf_map *);

#endif
