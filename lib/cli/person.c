#include <stdlib.h>

#include "base/mem.h"
#include "cli/person.h"
#include "cli/run.h"
#include "judge/meet.h"

const struct gf_entry *
gf_run_person(struct gf_run *run, struct gf_str id)
{
	const struct gf_plan *plan = run->plan;
	const struct gf_entry *e = gf_person_entry(plan, id);
	const char **names;
	size_t n = 0;

	if (e != NULL || !gf_run_no_file(run, "person", id))
		return e;
	names = gf_alloc((plan->nparties + 1) * sizeof(*names));
	for (size_t i = 0; i < plan->nparties; i++)
		if (plan->parties[i]->kind == GF_PERSON)
			names[n++] = gf_str_keep(plan->parties[i]->id,
			    run->arena).p;
	gf_run_fail(run, "no person '%.*s'%s", (int)id.n, id.p,
	    gf_run_meant(run, gf_str_nearest(id, names, n), ""));
	free(names);
	return NULL;
}

bool
gf_run_persons(struct gf_run *run, const struct gf_entry ***v, size_t *n)
{
	const struct gf_plan *plan = run->plan;
	const struct gf_entry **list = gf_arena_alloc(run->arena, (run->nids +
	    plan->nentries) * sizeof(*list));

	*v = list;
	*n = 0;
	for (size_t i = 0; i < run->nids; i++) {
		list[*n] = gf_run_person(run, run->ids[i]);
		if (list[(*n)++] == NULL)
			return false;
	}
	for (size_t i = 0; run->nids == 0 && i < plan->nentries; i++)
		if (plan->entries[i].kind == GF_PERSON &&
		    plan->entries[i].party != NULL &&
		    plan->entries[i].doc->given)
			list[(*n)++] = &plan->entries[i];
	return true;
}
