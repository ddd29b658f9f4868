#include "base/mem.h"
#include "cli/meetings.h"
#include "cli/person.h"
#include "out/meet_sheet.h"
#include "out/week_sheet.h"

int
gf_run_next(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	struct gf_meet_list l = { 0 };
	const struct gf_entry **people;
	size_t n;

	gf_meets_init(&l.meets, plan, run->arena);
	gf_run_about(run, NULL);
	if (!gf_run_persons(run, &people, &n))
		return 2;
	for (size_t i = 0; i < n; i++) {
		gf_meet_list_add(&l, people[i], run->look.audience > GF_COACH,
		    run->arena);
		gf_run_about(run, people[i]->doc);
	}
	gf_meet_list_sort(&l);
	gf_run_report(run, &l);
	if (plan->nparties == 0)
		gf_run_say(run, "no person is here yet: `one-on-one` of a "
		    "person says when to meet, see goalfile(5)");
	return 0;
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
	const struct gf_entry **people;
	struct gf_weeks ws = { 0 };
	struct gf_owned owned;
	struct gf_week *v;
	size_t n;

	gf_run_about(run, NULL);
	gf_owned_init(&owned, plan, run->arena);
	if (!gf_run_persons(run, &people, &n))
		return 2;
	ws.v = v = gf_arena_alloc(run->arena, n * sizeof(*v));
	for (size_t i = 0; i < n; i++)
		add_week(run, &ws, &v[ws.n], &owned, people[i]);
	gf_run_report(run, &ws);
	if (plan->nparties == 0)
		gf_run_say(run, "no person is here yet: `routine` of a person "
		    "or a goal says what is done when, see goalfile(5)");
	return 0;
}
