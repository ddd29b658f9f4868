#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/ask.h"
#include "cli/blobs.h"
#include "cli/change.h"
#include "cli/choice.h"
#include "cli/complete.h"
#include "cli/context.h"
#include "cli/emit.h"
#include "cli/env.h"
#include "cli/help.h"
#include "cli/past.h"
#include "cli/repair.h"
#include "cli/words.h"

/* All that one run needs, in one place. */
struct whole {
	struct gf_run run;
	struct gf_common common;
	struct gf_words words;
	struct gf_arena arena;
	struct gf_plan plan;
	struct gf_findings findings;
	struct gf_buf out, err;
	struct gf_inputs inputs;
	struct gf_changes changes;
};

#define MOST_ATTEMPTS 100

/* What only prints and ends. */
static bool
print_only(struct whole *w)
{
	const struct gf_common *c = &w->common;

	if (c->help)
		gf_help(&w->out, w->run.prog, w->words.named);
	else if (c->help_mdoc)
		gf_help_mdoc(&w->out, w->run.prog);
	else if (c->version)
		gf_buf_printf(&w->out, "%s %s\n", w->run.prog->name,
		    GF_VERSION);
	else if (c->list_checks)
		gf_help_checks(&w->out, w->run.prog);
	else
		return false;
	return true;
}

static bool
read_surroundings(struct whole *w)
{
	struct gf_run *r = &w->run;
	struct gf_buf why = { 0 };
	gf_day today = GF_NO_DAY;
	bool ok;

	gf_conf_init(&w->inputs.conf, r);
	if (!gf_blobs_open(r) || !gf_past_open(r))
		return false;
	gf_env_looks(&w->common, r->verb->formats != NULL, &r->look,
	    &r->err_look);
	ok = gf_env_today(&w->common, &today, &why);
	if (!ok)
		gf_run_fail(r, "%s", why.p);
	if (r->verb->coach && w->common.audience == NULL)
		r->look.audience = GF_COACH;
	gf_buf_release(&why);
	if (!ok)
		return false;
	gf_plan_init(&w->plan, &w->arena, today);
	w->plan.allow_missing = w->common.allow_missing;
	r->config = gf_conf_for(&w->inputs.conf, GF_STR(""));
	return true;
}

/*
 * What was wrong with a configuration is said on standard error; nothing is
 * judged by a bad one.
 */
static bool
configured(struct whole *w)
{
	struct gf_run *r = &w->run;
	struct gf_findings all = w->findings;

	if (w->inputs.conf.findings.n > 0) {
		w->findings = w->inputs.conf.findings;
		gf_emit_findings(r, true);
		gf_emit_talk(r);
		w->findings = all;
		w->inputs.conf.findings.n = 0;
	}
	if (!w->inputs.conf.bad)
		return true;
	if (r->status < 2)
		gf_run_fail(r, "the configuration cannot be used; nothing "
		    "was read");
	return false;
}

static void
list_files(struct whole *w)
{
	for (size_t i = 0; i < w->inputs.n; i++) {
		gf_show_path(&w->out, w->inputs.v[i].path);
		gf_buf_byte(&w->out, '\n');
	}
}

/* What is to be said about the way on which documents came. */
static void
say_how(struct whole *w)
{
	const struct gf_inputs *is = &w->inputs;

	if (is->cut && !w->common.in_place)
		gf_run_fail(&w->run, "the stream was cut off; what came was "
		    "read");
	else if (is->moved == 1)
		gf_run_say(&w->run, "1 document fits no fingerprint: another "
		    "program changed it, and its positions are those of the "
		    "stream");
	else if (is->moved > 0)
		gf_run_say(&w->run, "%zu documents fit no fingerprint: "
		    "another program changed them, and their positions are "
		    "those of the stream", is->moved);
	if (is->empty && !w->common.allow_empty)
		gf_run_fail(&w->run, "standard input is empty: give files or "
		    "a stream, or --allow-empty");
}

/* Whether anything of ours came; says what to do if not. */
static bool
something(struct whole *w)
{
	struct gf_run *r = &w->run;
	bool streamed = w->inputs.markers > 0 || w->inputs.ended;
	bool one = w->inputs.n == 1;
	size_t ours = 0, goals = 0;

	for (size_t i = 0; i < w->plan.nentries; i++) {
		const struct gf_entry *e = &w->plan.entries[i];

		if (!e->doc->given)
			continue;
		ours += e->rec != NULL || e->doc->broken;
		goals += e->goal != NULL || e->doc->broken;
	}
	say_how(w);
	if (streamed && goals == 0 && !w->inputs.cut)
		gf_run_say(r, "the stream holds no %s", ours > 0 ? "goal" :
		    "document");
	if (ours > 0 || streamed || w->common.allow_empty || r->status == 2 ||
	    r->verb->grows || w->common.staged)
		return true;
	if (w->inputs.n == 0)
		gf_run_fail(r, "no YAML file was found: 'smartcheck init' "
		    "begins a plan");
	else
		gf_run_fail(r, "no goal, person, team, company, session or "
		    "log in %s%s%s: a document says with its first key "
		    "what it is, see goalfile(5)", one ? "'" : "", one ?
		    gf_input_name(r, w->inputs.v[0].name) : "what was given",
		    one ? "'" : "");
	return false;
}

/* Say so when --where leaves nothing. */
static void
selection(struct whole *w)
{
	const struct gf_plan *plan = &w->plan;
	size_t given = 0, chosen = 0;

	if (w->inputs.nwhere == 0)
		return;
	for (size_t i = 0; i < plan->ngoals; i++)
		if (plan->goals[i]->doc->given) {
			given++;
			chosen += gf_run_selects(&w->run, plan->goals[i]);
		}
	if (chosen == 0 && (given > 0 || w->inputs.markers == 0))
		gf_run_say(&w->run, "--where selects none of %zu goals",
		    given);
}

static void
plan_reading(struct whole *w)
{
	struct gf_inputs *is = &w->inputs;
	const struct gf_common *c = &w->common;
	const struct gf_run *r = &w->run;
	bool source = gf_emit_shows_source(r);

	is->whole = r->verb->changes;
	is->keep = is->whole || is->git != NULL || is->past != NULL ||
	    c->pass || c->fail || c->through || gf_emit_wants(r, "yaml") ||
	    gf_emit_has_file(r, "yaml");
	is->keep_edited = source;
	for (size_t i = 0; i < is->n; i++)
		if (source && gf_str_is(is->v[i].path, "-"))
			is->keep = true;
}

/* Read what was given and what it refers to. */
static bool
read_plan(struct whole *w)
{
	struct gf_run *r = &w->run;

	plan_reading(w);
	gf_input_read(r, 0);
	if (!configured(w) || !something(w))
		return false;
	gf_plan_resolve(&w->plan);
	gf_context_read(r);
	gf_past_refer(r);
	selection(w);
	return !w->inputs.conf.bad;
}

/* A verb that shows also says what the reader found. */
static int
shown(struct whole *w, int said)
{
	if (w->run.verb->checks)
		return said;
	gf_emit_findings(&w->run, true);
	if (!gf_run_writes(&w->run))
		gf_run_write_about(&w->run);
	return said == 0 && !gf_run_writes(&w->run) ?
	    gf_run_verdict(&w->run) : said;
}

/*
 * Write what was changed; what the verb said (from talk on) holds only if that
 * went well.
 */
static void
write_changes(struct whole *w, size_t talk)
{
	size_t n = w->err.n;

	gf_change_write(&w->run);
	if (w->run.status == 2 && w->err.n > n) {
		memmove(w->err.p + talk, w->err.p + n, w->err.n - n);
		w->err.n -= n - talk;
	}
}

/* Show the configuration of the place that was named first, else of here. */
static int
show_config(struct whole *w)
{
	struct gf_run *r = &w->run;
	const struct gf_texts *operands = &w->words.operands;

	if (operands->n > r->nids && !r->verb->alone)
		r->config = gf_conf_at(&w->inputs.conf,
		    operands->v[r->nids]);
	if (!configured(w))
		return 2;
	gf_conf_show(&w->out, r, r->config);
	return 0;
}

static int
run_verb(struct whole *w)
{
	struct gf_run *r = &w->run;
	size_t talk;
	int said;

	if (!gf_choice_read(r, &w->common) || !gf_words_ids(&w->words, r) ||
	    !read_surroundings(w) || !gf_choice_where(r) ||
	    !gf_choice_levels(r) || !configured(w))
		return 2;
	if (w->common.show_config)
		return show_config(w);
	if (r->verb->before != NULL && (said = r->verb->before(r)) >= 0)
		return configured(w) ? said : 2;
	if (r->verb->alone)
		return r->verb->run(r);
	if (!gf_input_list(r, &w->words.operands, r->nids))
		return 2;
	if (w->common.list_files) {
		list_files(w);
		return 0;
	}
	if (!read_plan(w) || (r->verb->changes && !gf_change_ok(r)))
		return 2;
	talk = w->err.n;
	said = r->verb->run(r);
	/* before anything is written: it wants memory */
	if (!r->verb->checks)
		gf_run_select(r);
	if (gf_run_writes(r) && (said == 0 || gf_repair_beside(r)) &&
	    r->status < 2)
		write_changes(w, talk);
	/* a patch from a check says by its status whether there is one */
	if (r->verb->checks && said == 0 && w->changes.nedited > 0 &&
	    gf_emit_wants(r, "diff"))
		said = 1;
	return shown(w, said);
}

static bool
any_broken(const struct gf_plan *plan)
{
	for (size_t i = 0; i < plan->nentries; i++)
		if (plan->entries[i].doc->given &&
		    plan->entries[i].doc->broken)
			return true;
	return false;
}

/* The one place that makes the exit status: 2 beats 1 beats 0. */
static int
finish(struct whole *w, int said)
{
	gf_emit_talk(&w->run);
	if (!gf_emit_product(&w->run) || w->run.status == 2 ||
	    any_broken(&w->plan))
		said = 2;
	gf_emit_talk(&w->run);
	if (close(1) != 0 && errno != EBADF && said < 2) {
		gf_run_fail(&w->run, "cannot write standard output: %s",
		    strerror(errno));
		said = 2;
	}
	return said;
}

static void
release(struct whole *w)
{
	gf_change_release(&w->changes);
	gf_input_release(&w->inputs);
	gf_findings_release(&w->findings);
	gf_plan_release(&w->plan);
	gf_arena_release(&w->arena);
	gf_buf_release(&w->out);
	gf_buf_release(&w->err);
	free(w->common.format.v);
	free(w->common.levels.v);
	free(w->common.where.v);
	free(w->common.limit.v);
	gf_words_release(&w->words);
}

/*
 * Run once; *again says that somebody else was faster, and nothing is lost by
 * another try.
 */
static int
attempt(const struct gf_prog *prog, char **words, size_t n,
    struct gf_heard *heard, bool *again)
{
	struct whole w = { 0 };
	int status = 2;

	w.run = (struct gf_run){ .prog = prog, .verb = &prog->verbs[0],
	    .common = &w.common, .plan = &w.plan, .findings = &w.findings,
	    .out = &w.out, .err = &w.err, .arena = &w.arena,
	    .inputs = &w.inputs, .changes = &w.changes, .heard = heard };
	w.common.limits = gf_limits_default();
	gf_findings_init(&w.findings, &w.arena);
	if (n > 0 && strcmp(words[0], "--complete") == 0) {
		gf_complete(&w.run, &w.common, words + 1, n - 1);
		status = 0;
	} else if (gf_words_parse(&w.words, &w.run, &w.common, words, n))
		status = print_only(&w) ? 0 : run_verb(&w);
	*again = *again && w.changes.beaten && !w.inputs.piped;
	if (!*again)
		status = finish(&w, status);
	if (!*again && status != 0)
		gf_heard_print(heard, &w.run);
	release(&w);
	return status;
}

int
gf_main(const struct gf_prog *prog, int argc, char *argv[])
{
	size_t n = argc > 0 ? (size_t)argc - 1 : 0;
	char **words = gf_alloc(n * sizeof(*words));
	struct gf_heard heard = { 0 };
	unsigned left = MOST_ATTEMPTS;
	bool again;
	int status;

	signal(SIGPIPE, SIG_DFL);
	gf_env_open();
	do {
		memcpy(words, argv + 1, n * sizeof(*words));
		again = --left > 0;
		status = attempt(prog, words, n, &heard, &again);
	} while (again);
	gf_heard_release(&heard);
	free(words);
	return status;
}
