#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

struct gf_map_entry {
	struct gf_str key;
	void *value;
	uint64_t hash;		/* kept: the keys of a large plan lie far apart */
};

/* Small, so that the slots of a large plan stay in the cache. */
struct gf_map_slot {
	uint32_t tag;		/* of the key's hash */
	uint32_t entry;		/* its number plus one; 0: free */
};

static struct gf_map_slot *
slot(const struct gf_map *m, struct gf_str key, uint64_t h)
{
	size_t i = (size_t)h & (m->cap - 1);
	uint32_t tag = (uint32_t)(h >> 32);

	while (m->slots[i].entry != 0 && (m->slots[i].tag != tag ||
	    !gf_str_eq(m->entries[m->slots[i].entry - 1].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

void *
gf_map_get(const struct gf_map *m, struct gf_str key)
{
	const struct gf_map_slot *s;

	if (m->n == 0)
		return NULL;
	s = slot(m, key, gf_str_hash(key));
	return s->entry ? m->entries[s->entry - 1].value : NULL;
}

/* The slot for a key that is not there yet. */
static struct gf_map_slot *
empty(const struct gf_map *m, uint64_t h)
{
	size_t i = (size_t)h & (m->cap - 1);

	while (m->slots[i].entry != 0)
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

static void
widen(struct gf_map *m)
{
	struct gf_map_entry *e;

	m->cap = m->cap ? m->cap * 2 : 16;
	free(m->slots);
	m->slots = gf_alloc(m->cap * sizeof(*m->slots));
	m->entries = gf_resize(m->entries, m->cap / 2, sizeof(*m->entries));
	for (size_t i = 0; i < m->n; i++) {
		e = &m->entries[i];
		*empty(m, e->hash) = (struct gf_map_slot){
		    (uint32_t)(e->hash >> 32), (uint32_t)(i + 1) };
	}
}

void *
gf_map_put(struct gf_map *m, struct gf_str key, void *value)
{
	uint64_t h = gf_str_hash(key);
	struct gf_map_slot *s;
	void *old;

	if (2 * (m->n + 1) > m->cap)
		widen(m);
	s = slot(m, key, h);
	if (s->entry != 0) {
		old = m->entries[s->entry - 1].value;
		m->entries[s->entry - 1] = (struct gf_map_entry){ key, value,
		    h };
		return old;
	}
	m->entries[m->n++] = (struct gf_map_entry){ key, value, h };
	*s = (struct gf_map_slot){ (uint32_t)(h >> 32), (uint32_t)m->n };
	return NULL;
}

void
gf_map_release(struct gf_map *m)
{
	free(m->slots);
	free(m->entries);
	*m = (struct gf_map){ 0 };
}
