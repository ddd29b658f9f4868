#include <stdlib.h>

#include "base/mem.h"
#include "judge/meet.h"

static int
by_person(const void *va, const void *vb)
{
	const struct gf_session *a = va, *b = vb;
	int order = gf_str_cmp(a->with, b->with);

	if (order != 0)
		return order;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->doc->seq > b->doc->seq) - (a->doc->seq < b->doc->seq);
}

void
gf_meets_init(struct gf_meets *m, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	size_t n = 0;

	*m = (struct gf_meets){ .plan = plan, .arena = arena };
	for (size_t i = 0; i < plan->nentries; i++)
		n += plan->entries[i].kind == GF_SESSION;
	m->v = gf_arena_alloc(arena, n * sizeof(*m->v));
	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];
		const struct gf_val *day;
		const struct gf_party *p;
		struct gf_str with;

		if (e->kind != GF_SESSION || e->rec == NULL)
			continue;
		day = gf_rec_get(e->rec, SESSION_SESSION);
		with = gf_rec_text(e->rec, SESSION_WITH);
		if (day == NULL || with.n == 0)
			continue;
		p = gf_plan_party(plan, with, NULL);
		m->v[m->n++] = (struct gf_session){ .doc = e->doc,
		    .rec = e->rec, .with = p != NULL ? p->id : with,
		    .day = day->u.span.first };
	}
	if (m->n > 1)
		qsort(m->v, m->n, sizeof(*m->v), by_person);
}

const struct gf_session *
gf_meets_with(const struct gf_meets *m, struct gf_str id, size_t *n)
{
	size_t low = 0, high = m->n, first;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (gf_str_cmp(m->v[mid].with, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (first = low; low < m->n && gf_str_eq(m->v[low].with, id); )
		low++;
	*n = low - first;
	return *n > 0 ? &m->v[first] : NULL;
}

const struct gf_entry *
gf_person_entry(const struct gf_plan *plan, struct gf_str id)
{
	const struct gf_party *p = gf_plan_party(plan, id, NULL);

	for (size_t i = 0; p != NULL && p->kind == GF_PERSON &&
	    i < plan->nentries; i++)
		if (plan->entries[i].party == p)
			return &plan->entries[i];
	return NULL;
}
