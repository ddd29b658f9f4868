#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

struct gf_map_slot {
	struct gf_str key;
	void *value;
	uint64_t hash;
};

/* FNV-1a, then mixed: the low bits choose the slot. */
static uint64_t
hash(struct gf_str s)
{
	uint64_t h = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * UINT64_C(1099511628211);
	return h ^ h >> 29;
}

static struct gf_map_slot *
slot(const struct gf_map *m, struct gf_str key, uint64_t h)
{
	size_t i = (size_t)h & (m->cap - 1);

	while (m->slots[i].value != NULL && (m->slots[i].hash != h ||
	    !gf_str_eq(m->slots[i].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->slots[i];
}

void *
gf_map_get(const struct gf_map *m, struct gf_str key)
{
	return m->cap ? slot(m, key, hash(key))->value : NULL;
}

static void
widen(struct gf_map *m)
{
	struct gf_map old = *m;

	m->cap = old.cap ? old.cap * 2 : 16;
	m->slots = gf_alloc(m->cap * sizeof(*m->slots));
	for (size_t i = 0; i < old.cap; i++)
		if (old.slots[i].value != NULL)
			*slot(m, old.slots[i].key, old.slots[i].hash) =
			    old.slots[i];
	free(old.slots);
}

void *
gf_map_put(struct gf_map *m, struct gf_str key, void *value)
{
	uint64_t h = hash(key);
	struct gf_map_slot *s;
	void *old;

	if (2 * (m->n + 1) > m->cap)
		widen(m);
	s = slot(m, key, h);
	old = s->value;
	if (old == NULL)
		m->n++;
	*s = (struct gf_map_slot){ key, value, h };
	return old;
}

void
gf_map_release(struct gf_map *m)
{
	free(m->slots);
	*m = (struct gf_map){ 0 };
}
