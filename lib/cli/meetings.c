#include "base/mem.h"
#include "cli/meetings.h"
#include "cli/person.h"
#include "out/meet_sheet.h"
#include "out/week_sheet.h"

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
		if (plan->nparties == 0)
			gf_run_say(run, "no person is here yet: `one-on-one` "
			    "of a person says when to meet, see goalfile(5)");
	}
	return ok ? 0 : 2;
}

static void
add_week(struct gf_run *run, struct gf_weeks *ws, struct gf_week *to,
    const struct gf_owned *owned, const struct gf_entry *e)
{
	gf_week_of(to, run->plan, owned, e, run->arena);
	if (to->nblocks + to->nsquares == 0)
		return;
	ws->n++;
	gf_run_about(run, e->doc);
	for (size_t i = 0; i < to->nsquares; i++)
		gf_run_about(run, to->squares[i].goal->doc);
}

int
gf_run_routine(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	struct gf_week *v = gf_arena_alloc(run->arena, (run->nids +
	    plan->nentries) * sizeof(*v));
	struct gf_weeks ws = { .v = v };
	struct gf_owned owned;

	gf_run_about(run, NULL);
	gf_owned_init(&owned, plan, run->arena);
	for (size_t i = 0; i < run->nids; i++) {
		const struct gf_entry *e = gf_run_person(run, run->ids[i]);

		if (e == NULL)
			return 2;
		add_week(run, &ws, &v[ws.n], &owned, e);
	}
	for (size_t i = 0; run->nids == 0 && i < plan->nentries; i++)
		if (plan->entries[i].kind == GF_PERSON &&
		    plan->entries[i].party != NULL &&
		    plan->entries[i].doc->given)
			add_week(run, &ws, &v[ws.n], &owned,
			    &plan->entries[i]);
	gf_run_report(run, &ws);
	if (plan->nparties == 0)
		gf_run_say(run, "no person is here yet: `routine` of a person "
		    "or a goal says what is done when, see goalfile(5)");
	return 0;
}
