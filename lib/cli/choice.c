#include <string.h>

#include "cli/choice.h"
#include "cli/emit.h"
#include "cli/input.h"
#include "goal/check.h"
#include "judge/where.h"

#define JOBS_MOST 256

static bool
read_limits(struct gf_run *run, struct gf_common *c)
{
	const char *names[GF_LIMIT_COUNT];

	c->limits = gf_limits_default();
	for (size_t i = 0; i < GF_LIMIT_COUNT; i++)
		names[i] = gf_limit_rows[i].name;
	for (size_t i = 0; i < c->limit.n; i++) {
		struct gf_str value = gf_str(c->limit.v[i]);
		struct gf_str name = gf_str_cut(&value, '=');
		const char *why;
		struct gf_qty q;
		size_t k = gf_str_among(name, names, GF_LIMIT_COUNT);

		if (k == GF_LIMIT_COUNT) {
			gf_run_fail(run, "unknown limit '%.*s'%s", (int)name.n,
			    name.p, gf_run_meant(run, gf_str_nearest(name,
			    names, k), "; goalfile(5) lists them"));
			return false;
		}
		if (!gf_qty_parse(value, &q, run->arena, &why) ||
		    q.unit.n > 0 || !gf_num_whole(q.num) || gf_num_cmp(q.num,
		    GF_NUM(1)) < 0 || gf_num_cmp(q.num, GF_NUM(INT32_MAX)) >
		    0) {
			gf_run_fail(run, "limit '%s' wants a whole number "
			    "from 1 to %d", names[k], INT32_MAX);
			return false;
		}
		c->limits.v[k] = (size_t)q.num.m;
	}
	return true;
}

bool
gf_choice_levels(struct gf_run *run)
{
	const struct gf_texts *d = &run->common->levels;
	struct gf_config_check *levels = gf_arena_alloc(run->arena,
	    d->n * sizeof(*levels));
	enum gf_level level;

	for (size_t i = 0; i < d->n; i++) {
		struct gf_str value = gf_str(d->v[i]);
		struct gf_str id = gf_str_cut(&value, '=');

		if (gf_run_row(id) == NULL &&
		    gf_run_own(run->config, id) == NULL) {
			gf_run_fail(run, "unknown check '%.*s'%s", (int)id.n,
			    id.p, gf_run_meant(run, gf_run_row_near(id),
			    "; --list-checks lists them"));
			return false;
		}
		if (gf_str_is(id, gf_format_rows[GF_YAML].id)) {
			gf_run_fail(run, "-D cannot set '%.*s': what is no "
			    "YAML cannot be judged", (int)id.n, id.p);
			return false;
		}
		if (!gf_level_parse(value, &level)) {
			gf_run_fail(run, "-D wants ID=LEVEL, with LEVEL "
			    "error, warning, note or off, not '%s'", d->v[i]);
			return false;
		}
		levels[i] = (struct gf_config_check){ .id = id,
		    .level = level };
	}
	run->inputs->levels = levels;
	run->inputs->nlevels = d->n;
	return true;
}

bool
gf_choice_where(struct gf_run *run)
{
	const struct gf_texts *t = &run->common->where;
	struct gf_where *where = gf_arena_alloc(run->arena,
	    t->n * sizeof(*where));
	struct gf_buf why = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < t->n; i++)
		ok = gf_where_parse(&where[i], gf_str(t->v[i]),
		    &run->config->calendar.fiscal, run->arena, &why);
	if (!ok)
		gf_run_fail(run, "--where: %s", why.p);
	gf_buf_release(&why);
	run->inputs->where = where;
	run->inputs->nwhere = t->n;
	return ok;
}

static bool
read_jobs(struct gf_run *run)
{
	unsigned n = run->common->jobs;

	if (n > JOBS_MOST)
		gf_run_fail(run, "option '-j' takes at most %d threads, not "
		    "%u", JOBS_MOST, n);
	run->inputs->threads = n;
	return n <= JOBS_MOST;
}

/* Options that cannot stand together. */
static bool
options_agree(struct gf_run *run)
{
	const struct gf_common *c = run->common;
	const char *why = NULL;

	if (c->pass + c->fail + c->through > 1)
		why = "--pass, --fail and --through cannot stand together";
	else if (c->audience != NULL && (c->in_place ||
	    gf_emit_wants(run, "yaml")))
		why = "--audience is for reports: documents are written whole";
	else if (c->in_place && (c->dry_run || gf_emit_wants(run, "diff")))
		why = "-i changes files, -n only shows how: take one";
	else if (c->in_place && c->output != NULL)
		why = "-i writes files and -o another: take one";
	else if (c->fix != NULL && c->fix[0] != '\0' &&
	    strcmp(c->fix, "unsafe") != 0)
		why = "--fix takes nothing or =unsafe";
	else if (c->fix != NULL && c->ask)
		why = "--fix first, then --ask: the answers are about what "
		    "stands there";
	else if (c->ask && (c->pass || c->fail || c->through))
		why = "--ask writes what was answered: leave --pass, --fail "
		    "and --through to another check behind it";
	else if (c->answers != NULL && run->verb->checks && !c->ask)
		why = "--answers of a check are those to --ask";
	else if (c->fix != NULL && (c->pass || c->fail || c->through))
		why = "--fix writes what it fixed: leave --pass, --fail and "
		    "--through to another check behind it";
	else if (run->verb->checks && !run->verb->changes &&
	    (c->in_place || c->dry_run))
		why = "-i and -n belong to a check with --fix or --ask";
	else if (c->stdin_filename != NULL && c->stdin_filename[0] == '\0')
		why = "--stdin-filename wants a path";
	if (why != NULL)
		gf_run_fail(run, "%s", why);
	return why == NULL;
}

bool
gf_choice_read(struct gf_run *run, struct gf_common *common)
{
	return gf_emit_ok(run) && options_agree(run) &&
	    read_limits(run, common) && read_jobs(run);
}
