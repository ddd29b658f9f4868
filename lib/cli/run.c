#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/change.h"
#include "cli/emit.h"
#include "cli/env.h"
#include "cli/input.h"
#include "cli/missing.h"
#include "cli/past.h"
#include "cli/ratchet.h"
#include "cli/repair.h"
#include "goal/check.h"
#include "judge/rollup.h"
#include "judge/select.h"
#include "judge/waive.h"
#include "judge/where.h"

/* A line on standard error, made safe to show; line 0: of no input. */
GF_PRINTF(3, 0) static void
say(struct gf_run *run, unsigned line, const char *fmt, va_list ap)
{
	va_list again;
	char *text;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		return;
	text = gf_alloc((size_t)n + 1);
	vsnprintf(text, (size_t)n + 1, fmt, ap);
	gf_buf_printf(run->err, "%s: ", run->prog->name);
	if (line > 0)
		gf_buf_printf(run->err, "line %u: ", line);
	gf_show(run->err, (struct gf_str){ text, (size_t)n });
	gf_buf_byte(run->err, '\n');
	free(text);
	/* What a failed attempt said is not said when the next one succeeds. */
	if (!run->common->in_place && !run->changes->agreed)
		gf_emit_talk(run);
}

void
gf_run_fail(struct gf_run *run, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	gf_run_fail_at(run, 0, fmt, ap);
	va_end(ap);
}

void
gf_run_fail_at(struct gf_run *run, unsigned line, const char *fmt, va_list ap)
{
	run->status = 2;
	say(run, line, fmt, ap);
}

void
gf_run_say(struct gf_run *run, const char *fmt, ...)
{
	va_list ap;

	if (run->common->quiet)
		return;
	va_start(ap, fmt);
	say(run, 0, fmt, ap);
	va_end(ap);
}

void
gf_run_note(struct gf_run *run, const char *fmt, ...)
{
	va_list ap;

	if (!run->common->verbose)
		return;
	va_start(ap, fmt);
	say(run, 0, fmt, ap);
	va_end(ap);
}

const struct gf_check *
gf_run_row(struct gf_str id)
{
	for (size_t i = 0; i < gf_ncatalogs; i++)
		for (size_t j = 0; j < gf_catalogs[i]->n; j++)
			if (gf_str_is(id, gf_catalogs[i]->rows[j].check.id))
				return &gf_catalogs[i]->rows[j].check;
	return NULL;
}

const struct gf_check *
gf_run_own(const struct gf_config *config, struct gf_str id)
{
	const struct gf_catalog *own = config->rules;

	for (size_t i = 0; own != NULL && i < own->n; i++)
		if (gf_str_is(id, own->rows[i].check.id))
			return &own->rows[i].check;
	return NULL;
}

const char *
gf_run_row_near(struct gf_str id)
{
	char full[] = "X01";
	const struct gf_check *row = NULL;
	const char *names[256];
	size_t n = 0;

	/* X1 is meant to be X01, whatever else is as near. */
	if (id.n == 2) {
		full[0] = id.p[0];
		full[2] = id.p[1];
		row = gf_run_row(gf_str(full));
	}
	if (row != NULL)
		return row->id;
	for (size_t i = 0; i < gf_ncatalogs; i++)
		for (size_t j = 0; j < gf_catalogs[i]->n && n < GF_LEN(names);
		    j++)
			names[n++] = gf_catalogs[i]->rows[j].check.id;
	return gf_str_nearest(id, names, n);
}

/* What `status` means where goals are rolled up. */
static void
roll_states(const struct gf_run *run)
{
	struct gf_plan *plan = run->plan;
	uint8_t *states = gf_arena_alloc(run->arena, plan->ngoals + 1);
	struct gf_arena scratch = { 0 };
	struct gf_rollup rollup;
	struct gf_graph graph;

	gf_graph_init(&graph, plan, &scratch);
	gf_rollup_init(&rollup, &graph, &scratch);
	for (size_t i = 0; i < plan->ngoals; i++)
		states[i] = rollup.rolls[i].state;
	plan->states = states;
	gf_arena_release(&scratch);
}

bool
gf_run_selects(const struct gf_run *run, const struct gf_goal *g)
{
	if (run->prog->rolls && run->plan->states == NULL &&
	    gf_where_asks_status(run->inputs->where, run->inputs->nwhere))
		roll_states(run);
	return run->inputs->nwhere == 0 || gf_where_holds(run->inputs->where,
	    run->inputs->nwhere, run->plan, g);
}

bool
gf_run_writes(const struct gf_run *run)
{
	return run->verb->changes && !run->only_shows && (!run->verb->shows ||
	    run->common->in_place || run->common->dry_run ||
	    gf_emit_wants(run, "diff"));
}

static enum gf_level
fail_on(const struct gf_run *run)
{
	enum gf_level level = GF_ERROR;

	if (run->common->fail_on != NULL &&
	    !gf_level_parse(gf_str(run->common->fail_on), &level))
		return GF_OFF;
	return level;
}

static bool
fails(const struct gf_run *run, const struct gf_finding *f)
{
	enum gf_level least = fail_on(run);

	return f->quiet == GF_QUIET_NOT && least != GF_OFF &&
	    f->level >= least;
}

int
gf_run_verdict(const struct gf_run *run)
{
	if (run->beside > 0 && !run->narrowed)
		return 1;
	for (size_t i = 0; i < run->findings->n; i++)
		if (fails(run, &run->findings->v[i]))
			return 1;
	return 0;
}

/* What -D says, and what the other options have to say to the judges. */
static struct gf_sentence
sentence(const struct gf_run *run)
{
	return (struct gf_sentence){
		.levels = run->inputs->levels,
		.nlevels = run->inputs->nlevels,
		.all = run->common->all,
		.allow_missing = run->common->allow_missing,
		.notes = fail_on(run) == GF_NOTE,
		.threads = run->inputs->judges,
		.rules = run->prog->rules,
		.limits = &run->common->limits,
		.clock = gf_env_clock,
	};
}

/* Whether --where leaves a document out. */
static bool
left_out(const struct gf_run *run, const struct gf_entry *e)
{
	return e->doc->given && e->goal != NULL &&
	    !gf_run_selects(run, e->goal);
}

/*
 * Whether a finding keeps a document from being understood as it was meant;
 * left says by seq what --where leaves out.
 */
static bool
hinders(const struct gf_run *run, const struct gf_finding *f,
    const bool *left)
{
	if (f->check == &gf_format_rows[GF_YAML])
		return true;
	return !gf_run_writes(run) && fails(run, f) &&
	    (f->at.doc == NULL || !left[f->at.doc->seq]);
}

/* Whether a finding is about a document that the report is not about. */
static bool
is_beside(const struct gf_run *run, const struct gf_finding *f)
{
	const bool *about = run->inputs->about;

	return f->check != &gf_format_rows[GF_YAML] && f->at.doc != NULL &&
	    (about != NULL ? !about[f->at.doc->seq] : run->nids > 0);
}

/* Who asks for a few does not read the faults of all others first. */
static void
tell_beside(struct gf_run *run)
{
	if (run->nids > 0)
		run->beside = 0;
	if (run->beside > 0)
		gf_run_say(run, "%zu finding%s about other documents; '%s "
		    "check' shows %s", run->beside, run->beside == 1 ? "" :
		    "s", run->prog->name, run->beside == 1 ? "it" : "them");
}

void
gf_run_select(struct gf_run *run)
{
	struct gf_sentence s = sentence(run);
	struct gf_findings *fs = run->findings;
	bool *left = gf_alloc(run->inputs->nseq * sizeof(*left));
	size_t n = 0;

	s.all = true;
	gf_waive_mark(run->plan, fs);
	gf_select(run->plan, &s, fs);
	for (size_t i = 0; i < run->plan->nentries; i++)
		left[run->plan->entries[i].doc->seq] = left_out(run,
		    &run->plan->entries[i]);
	for (size_t i = 0; i < fs->n; i++) {
		if (!hinders(run, &fs->v[i], left))
			continue;
		if (is_beside(run, &fs->v[i]))
			run->beside++;
		else
			fs->v[n++] = fs->v[i];
	}
	fs->n = n;
	tell_beside(run);
	free(left);
}

void
gf_run_about(struct gf_run *run, const struct gf_doc *doc)
{
	struct gf_inputs *is = run->inputs;

	if (is->about == NULL)
		is->about = gf_alloc(is->nseq * sizeof(*is->about));
	if (doc != NULL)
		is->about[doc->seq] = true;
}

void
gf_run_write_about(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	const bool *about = run->inputs->about;
	bool *chosen = gf_alloc(plan->nentries * sizeof(*chosen));
	struct gf_buf file = { 0 };

	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];

		chosen[i] = about != NULL ? about[e->doc->seq] :
		    e->doc->given && (e->goal == NULL ||
		    gf_run_selects(run, e->goal));
	}
	if (gf_emit_wants(run, "yaml"))
		gf_emit_stream(run, run->out, chosen);
	if (gf_emit_has_file(run, "yaml")) {
		gf_emit_stream(run, &file, chosen);
		gf_emit_files(run, "yaml", &file);
	}
	gf_buf_release(&file);
	free(chosen);
}

/*
 * Goals that --where leaves out are looked at like context while the judges are
 * in.
 */
static bool *
set_aside(struct gf_run *run)
{
	struct gf_plan *plan = run->plan;
	bool *aside;

	if (run->inputs->nwhere == 0)
		return NULL;
	aside = gf_alloc(plan->nentries * sizeof(*aside));
	for (size_t i = 0; i < plan->nentries; i++)
		aside[i] = left_out(run, &plan->entries[i]);
	for (size_t i = 0; i < plan->nentries; i++)
		if (aside[i])
			plan->entries[i].doc->given = false;
	return aside;
}

/*
 * Which documents a check writes: those with or without a finding, and what is
 * no goal.
 */
static void
choose(const struct gf_run *run, const bool *aside, bool *chosen)
{
	const struct gf_plan *plan = run->plan;
	bool *hit = gf_alloc(run->inputs->nseq * sizeof(*hit));

	for (size_t i = 0; i < run->findings->n; i++) {
		const struct gf_finding *f = &run->findings->v[i];

		if (f->at.doc == NULL || !f->at.doc->given ||
		    !fails(run, f))
			continue;
		hit[f->at.doc->seq] = true;
		for (size_t k = 0; k < f->nmore; k++)
			if (f->more[k].at.doc->given)
				hit[f->more[k].at.doc->seq] = true;
	}
	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_doc *d = plan->entries[i].doc;

		chosen[i] = d->given;
		if (run->common->through)
			continue;
		if (aside != NULL && aside[i])
			chosen[i] = false;
		else if (d->given && plan->entries[i].kind == GF_GOAL &&
		    !d->broken)
			chosen[i] = hit[d->seq] == run->common->fail;
	}
	free(hit);
}

static void
write_stream(struct gf_run *run, const bool *aside)
{
	bool *chosen = gf_alloc(run->plan->nentries * sizeof(*chosen));

	choose(run, aside, chosen);
	gf_emit_stream(run, run->out, chosen);
	free(chosen);
}

void
gf_run_judge(const struct gf_run *run, struct gf_plan *plan,
    const struct gf_sentence *s, struct gf_findings *findings)
{
	size_t n = run->prog->nchecks;
	struct gf_catalog *all = gf_alloc(n * sizeof(*all));

	for (size_t i = 0; i < n; i++)
		all[i] = *run->prog->checks[i];
	gf_judge(plan, all, n, s, findings);
	free(all);
}

/* Judge what is given and chosen, and say it. */
static int
judge(struct gf_run *run, const struct gf_sentence *s)
{
	const struct gf_common *c = run->common;
	struct gf_sentence whole = *s;
	bool *aside = set_aside(run);
	int said = 0;

	/* what can be fixed is fixed, be it shown or not */
	whole.all = s->all || run->verb->changes;
	gf_run_judge(run, run->plan, &whole, run->findings);
	gf_past_report(run, s);
	if (run->verb->changes) {
		if (c->ask)
			said = gf_run_missing(run);
		else
			gf_repair(run);
		gf_select_cut(s, run->findings);
	}
	gf_emit_findings(run, c->pass || c->fail || c->through ||
	    (run->verb->changes && !gf_repair_beside(run)));
	for (size_t i = 0; aside != NULL && i < run->plan->nentries; i++)
		if (aside[i])
			run->plan->entries[i].doc->given = true;
	if (c->pass || c->fail || c->through)
		write_stream(run, aside);
	free(aside);
	for (size_t i = 0; i < run->findings->n; i++)
		if (run->findings->v[i].check == &gf_rule_checks.rows[0].check)
			run->status = 2;
	return said;
}

int
gf_run_check(struct gf_run *run)
{
	const struct gf_common *c = run->common;
	struct gf_sentence s = sentence(run);
	struct gf_baseline baseline;
	int said = 2, asked = 0;

	if (gf_ratchet_begin(&baseline, run, &s)) {
		gf_past_judge(run, &s);
		asked = judge(run, &s);
		gf_ratchet_end(&baseline, run);
		said = c->pass || c->fail ? 0 : gf_run_verdict(run);
	}
	if (said < 2 && run->verb->changes && !gf_repair_beside(run))
		said = asked;
	gf_baseline_release(&baseline);
	return said;
}
