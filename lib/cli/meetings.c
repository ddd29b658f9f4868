#include "cli/meetings.h"
#include "cli/person.h"
#include "out/meet_sheet.h"

/* Whether a person has anything to do with meetings. */
static void
take(struct gf_run *run, struct gf_meet_list *l, const struct gf_entry *e)
{
	gf_meet_list_add(l, e, run->look.audience > GF_COACH, run->arena);
	gf_run_about(run, e->doc);
}

int
gf_run_next(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	struct gf_meet_list l = { 0 };
	bool ok = true;

	gf_meets_init(&l.meets, plan, run->arena);
	gf_run_about(run, NULL);
	for (size_t i = 0; i < run->nids && ok; i++) {
		const struct gf_entry *e = gf_run_person(run, run->ids[i]);

		ok = e != NULL;
		if (ok)
			take(run, &l, e);
	}
	for (size_t i = 0; run->nids == 0 && i < plan->nentries; i++)
		if (plan->entries[i].kind == GF_PERSON &&
		    plan->entries[i].party != NULL &&
		    plan->entries[i].doc->given)
			take(run, &l, &plan->entries[i]);
	if (ok) {
		gf_meet_list_sort(&l);
		gf_run_report(run, &l);
	}
	return ok ? 0 : 2;
}
