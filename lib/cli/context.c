#include <stdlib.h>

#include "base/mem.h"
#include "base/path.h"
#include "cli/context.h"
#include "cli/file.h"

/* Whether a file has a `defaults:` document, by its looks. */
static bool
has_defaults(const char *path)
{
	struct gf_buf b = { 0 };
	struct gf_str rest, line;
	bool has = false;

	if (gf_file_read(path, SIZE_MAX / 8, &b)) {
		rest = gf_buf_view(&b);
		while (rest.n > 0 && !has) {
			line = gf_str_cut(&rest, '\n');
			has = gf_str_starts(line, "defaults") ||
			    gf_str_starts(line, "--- {");
		}
	}
	gf_buf_release(&b);
	return has;
}

/*
 * Documents of a stream take the defaults of their own file, where the stream
 * left them out.
 */
static bool
add_defaults(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	struct gf_map given = { 0 };
	size_t n = plan->nentries, before = run->inputs->n;

	for (size_t i = 0; i < n; i++) {
		const struct gf_entry *e = &plan->entries[i];

		if (e->doc->marked && e->kind == GF_DEFAULTS)
			gf_map_put(&given, e->doc->origin.path, e->doc);
	}
	for (size_t i = 0; i < n; i++) {
		const struct gf_entry *e = &plan->entries[i];

		if (!e->doc->marked || e->kind != GF_GOAL ||
		    e->doc->origin.fresh ||
		    gf_map_put(&given, e->doc->origin.path, e->doc) != NULL)
			continue;
		if (!has_defaults(e->doc->origin.path.p))
			continue;
		gf_input_stream(run);
		gf_input_add(run, e->doc->origin.path, false, false);
	}
	gf_map_release(&given);
	return run->inputs->n > before;
}

static bool
is_missing(const struct gf_plan *plan)
{
	struct gf_str *ids = NULL;
	size_t n = 0;

	gf_plan_missing(plan, &ids, &n);
	free(ids);
	return n > 0;
}

/* Whether a path leads down from the working directory. */
static bool
is_below(struct gf_str path)
{
	return !gf_str_starts(path, "/") && !gf_str_starts(path, "..");
}

static void
add_repository(struct gf_run *run, struct gf_str dir)
{
	if (gf_input_repository(run, dir, false))
		return;
	if (run->verb->everywhere && is_below(dir))
		gf_input_walk(run, GF_STR("."), false);
	else
		gf_input_flat(run, dir, false);
}

/* The files from which a stream came: a filter may have left out parts. */
static void
add_origins(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	struct gf_str last = { 0 };

	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_doc *d = plan->entries[i].doc;

		if (!d->given || !d->marked || d->origin.fresh ||
		    gf_str_is(d->origin.path, "-") ||
		    gf_str_eq(d->origin.path, last))
			continue;
		last = d->origin.path;
		gf_input_add(run, last, false, false);
	}
}

/* Whether a document has a place from which its context can be told. */
static bool
placed(const struct gf_entry *e)
{
	return e->doc->given && !gf_str_is(e->doc->origin.path, "-");
}

/* The roots of its configuration, else the repository around a file. */
static void
add_around(struct gf_run *run, const struct gf_config *config,
    struct gf_str path, struct gf_map *seen)
{
	struct gf_str key = { (const char *)&config, sizeof(config) };

	if (config->nroots > 0) {
		key.p = gf_arena_copy(run->arena, key.p, key.n);
		if (gf_map_put(seen, key, run) == NULL)
			gf_input_roots(run, config, false);
		return;
	}
	key = gf_str_keep(gf_path_parent(path), run->arena);
	if (gf_map_put(seen, key, run) == NULL)
		add_repository(run, key);
}

/* Around each document, and around the file that one is to go into. */
static void
add_surroundings(struct gf_run *run)
{
	const struct gf_plan *plan = run->plan;
	struct gf_map seen = { 0 };
	size_t n = plan->nentries;

	for (size_t i = 0; i < n; i++)
		if (placed(&plan->entries[i]))
			add_around(run, plan->entries[i].config,
			    plan->entries[i].doc->origin.path, &seen);
	for (size_t i = 0; run->verb->grows && i < run->inputs->nnamed; i++) {
		struct gf_str path = gf_str(run->inputs->named[i]);

		add_around(run, gf_conf_for(&run->inputs->conf, path), path,
		    &seen);
	}
	gf_map_release(&seen);
}

/*
 * Read the inputs added from one on; what is wrong with them is no concern of
 * this run.
 */
static void
read_more(struct gf_run *run, size_t first)
{
	for (size_t i = first; i < run->inputs->n; i++)
		gf_run_note(run, "looked up '%s'",
		    gf_input_name(run, run->inputs->v[i].name));
	if (run->inputs->n == first)
		return;
	gf_input_read(run, first);
	gf_plan_resolve(run->plan);
}

void
gf_context_read(struct gf_run *run)
{
	size_t first = run->inputs->n;

	if (run->common->no_context)
		return;
	if (add_defaults(run))
		read_more(run, first);
	first = run->inputs->n;
	if (!run->verb->whole && !is_missing(run->plan))
		return;
	gf_input_stream(run);
	if (run->verb->everywhere)
		add_origins(run);
	if (run->common->context != NULL) {
		gf_input_walk(run, gf_str(run->common->context), false);
	} else {
		run->inputs->looking_up = true;
		add_surroundings(run);
		run->inputs->looking_up = false;
	}
	read_more(run, first);
}
