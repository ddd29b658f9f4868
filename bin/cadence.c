#include <stddef.h>

#include "cli/calendar.h"
#include "cli/close.h"
#include "cli/log.h"
#include "cli/main.h"
#include "cli/meetings.h"
#include "cli/quota.h"
#include "cli/settle.h"
#include "cli/since.h"
#include "judge/pace_list.h"
#include "judge/span.h"
#include "out/agenda_page.h"
#include "out/ics.h"
#include "out/meet_sheet.h"
#include "out/pace_sheet.h"
#include "out/portion_sheet.h"
#include "out/promise_sheet.h"
#include "out/retro_page.h"
#include "out/week_sheet.h"

struct pace_options {
	bool wide, obstacles;
};

static const struct gf_opt pace_opts[] = {
	{ .name = "wide", .kind = GF_OPT_FLAG,
	    .offset = offsetof(struct pace_options, wide),
	    .about = "show every column, however narrow the terminal" },
	{ .name = "with-obstacles", .kind = GF_OPT_FLAG,
	    .offset = offsetof(struct pace_options, obstacles),
	    .about = "forecast less what open obstacles cost on average" },
	{ .name = NULL },
};

/* Add the goals that are named, or all that were given; false if one is not. */
static bool
chosen_goals(struct gf_run *run, struct gf_pace_list *l)
{
	const struct gf_plan *plan = run->plan;

	for (size_t i = 0; i < run->nids; i++) {
		const struct gf_goal *g = gf_run_goal(run, run->ids[i]);

		if (g == NULL)
			return false;
		if (!gf_run_selects(run, g))
			continue;
		gf_run_about(run, g->doc);
		gf_pace_list_add(l, g, run->arena);
	}
	for (size_t i = 0; run->nids == 0 && i < plan->ngoals; i++)
		if (plan->goals[i]->doc->given &&
		    gf_run_selects(run, plan->goals[i]))
			gf_pace_list_add(l, plan->goals[i], run->arena);
	return true;
}

/* A young plan has nothing to say of itself: what comes next is said. */
static void
say_young(struct gf_run *run, const struct gf_pace_list *l)
{
	size_t n = 0;

	while (n < l->n && l->rows[n].pace.as_of == GF_NO_DAY &&
	    !l->rows[n].pace.rolled)
		n++;
	if (run->plan->ngoals == 0)
		gf_run_say(run, "no goal is here yet; 'smartcheck new' begins "
		    "one");
	else if (l->n > 0 && n == l->n)
		gf_run_say(run, "nothing was read yet; 'cadence log ID VALUE' "
		    "writes a reading");
}

static int
pace(struct gf_run *run)
{
	const struct pace_options *o = run->opt;
	struct gf_pace_list l = { .plan = run->plan, .wide = o->wide,
		.obstacles = o->obstacles };
	bool ok = chosen_goals(run, &l);

	if (ok) {
		gf_pace_list_roll(&l, run->arena);
		gf_pace_list_sort(&l);
		gf_run_report(run, &l);
		say_young(run, &l);
	}
	gf_pace_list_release(&l);
	return ok ? 0 : 2;
}

struct retro_options {
	const char *cycle;
};

static const struct gf_opt retro_opts[] = {
	{ .name = "cycle", .kind = GF_OPT_TEXT,
	    .offset = offsetof(struct retro_options, cycle), .arg = "PERIOD",
	    .about = "the cycle, such as 2026-Q3; without it the quarter of "
	    "today" },
	{ .name = NULL },
};

/* The cycle that is meant; false, and it was said, if it is none. */
static bool
read_cycle(struct gf_run *run, const char *text, struct gf_retro *r)
{
	const struct gf_fiscal *fiscal = &run->config->calendar.fiscal;
	struct gf_period period;
	const char *why = "";

	if (text == NULL) {
		char *name = gf_arena_alloc(run->arena, GF_SPAN_NAME);

		gf_span_name(GF_BY_QUARTER, run->plan->today, fiscal, name);
		text = name;
	}
	if (!gf_period_parse(gf_str(text), fiscal, &period, &why)) {
		gf_run_fail(run, "--cycle does not take '%s': %s", text, why);
		return false;
	}
	if (period.first == GF_NO_DAY) {
		gf_run_fail(run, "--cycle %s has no dates: set "
		    "calendar.fiscal-year-starts in .goalfile.yaml", text);
		return false;
	}
	r->name = gf_str(text);
	r->from = period.first;
	r->to = period.last;
	return true;
}

static int
retro(struct gf_run *run)
{
	const struct retro_options *o = run->opt;
	const struct gf_plan *plan = run->plan;
	struct gf_retro r = { .plan = plan };
	bool *chosen;

	if (!read_cycle(run, o->cycle, &r))
		return 2;
	chosen = gf_arena_alloc(run->arena, plan->ngoals * sizeof(*chosen));
	for (size_t i = 0; i < plan->ngoals; i++)
		chosen[i] = plan->goals[i]->doc->given &&
		    gf_run_selects(run, plan->goals[i]);
	gf_retro_of(&r, plan, chosen, run->arena);
	for (size_t i = 0; i < r.n; i++)
		gf_run_about(run, r.rows[i].goal->doc);
	gf_run_report(run, &r);
	return 0;
}

static const struct gf_verb verbs[] = {
	{ .name = "pace", .about = "show where each goal stands, and where it "
	    "goes", .operands = "[ID]... [FILE|DIR|-]...", .ids = -1,
	    .opts = pace_opts, .optsize = sizeof(struct pace_options),
	    .formats = gf_pace_formats, .nformats = GF_LEN(gf_pace_formats),
	    .run = pace },
	{ .name = "split", .about = "cut a goal into quarters, months, weeks "
	    "or days", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .changes = true, .shows = true, .opts = gf_split_opts,
	    .optsize = sizeof(struct gf_split_options),
	    .formats = gf_portion_formats,
	    .nformats = GF_LEN(gf_portion_formats), .run = gf_run_split },
	{ .name = "log", .about = "write a reading into a goal, or an import "
	    "from standard input", .operands = "{ID VALUE | -} "
	    "[FILE|DIR|-]...", .ids = 2, .changes = true, .asks = true,
	    .imports = true, .whole = true, .opts = gf_log_opts,
	    .optsize = sizeof(struct gf_log_options), .run = gf_run_log },
	{ .name = "check", .about = "judge promises, meetings and routines, "
	    "and what was moved", .operands = "[FILE|DIR|-]...",
	    .checks = true, .whole = true, .opts = gf_since_opts,
	    .optsize = sizeof(struct gf_since_options),
	    .run = gf_run_since },
	{ .name = "next", .about = "show who meets whom next, and what did "
	    "not take place", .operands = "[PERSON]... [FILE|DIR|-]...",
	    .ids = -1, .whole = true, .formats = gf_meet_formats,
	    .nformats = GF_LEN(gf_meet_formats), .run = gf_run_next },
	{ .name = "agenda", .about = "write the page for a meeting, or begin "
	    "its session", .operands = "PERSON [FILE|DIR|-]...", .ids = 1,
	    .changes = true, .whole = true, .coach = true,
	    .opts = gf_agenda_opts,
	    .optsize = sizeof(struct gf_agenda_options),
	    .formats = gf_agenda_formats,
	    .nformats = GF_LEN(gf_agenda_formats), .run = gf_run_agenda },
	{ .name = "routine", .about = "show the blocks in the week, and which "
	    "goals have none", .operands = "[PERSON]... [FILE|DIR|-]...",
	    .ids = -1, .whole = true, .formats = gf_week_formats,
	    .nformats = GF_LEN(gf_week_formats), .run = gf_run_routine },
	{ .name = "ics", .about = "write a calendar of meetings, deadlines, "
	    "milestones and first steps", .operands = "[PERSON]... "
	    "[FILE|DIR|-]...", .ids = -1, .whole = true, .opts = gf_ics_opts,
	    .optsize = sizeof(struct gf_ics_options),
	    .formats = gf_ics_formats, .nformats = GF_LEN(gf_ics_formats),
	    .run = gf_run_ics },
	{ .name = "promise", .about = "list what two people promised each "
	    "other, add to it, settle it", .operands = "PERSON[/NUMBER] "
	    "[TEXT] [FILE|DIR|-]...", .ids = 1, .count = gf_promise_ids,
	    .changes = true, .whole = true, .stray =
	    "a new promise wants --by DATE", .opts = gf_promise_opts,
	    .optsize = sizeof(struct gf_promise_options),
	    .formats = gf_promise_formats,
	    .nformats = GF_LEN(gf_promise_formats), .run = gf_run_promise },
	{ .name = "close", .about = "end a goal with its score and what it "
	    "taught", .operands = "ID [FILE|DIR|-]...", .ids = 1,
	    .changes = true, .asks = true, .whole = true,
	    .opts = gf_close_opts,
	    .optsize = sizeof(struct gf_close_options), .run = gf_run_close },
	{ .name = "retro", .about = "look back on a cycle: scores, what was "
	    "learned, what goes on", .operands = "[FILE|DIR|-]...",
	    .opts = retro_opts, .optsize = sizeof(struct retro_options),
	    .formats = gf_retro_formats,
	    .nformats = GF_LEN(gf_retro_formats), .run = retro },
};

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_meet_checks, &gf_moved_checks
};

static const struct gf_prog prog = {
	.name = "cadence",
	.about = "keep goals in mind from week to week",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks), .rolls = true,
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
