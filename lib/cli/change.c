#include <stdlib.h>

#include "base/mem.h"
#include "cli/change.h"
#include "cli/edited.h"
#include "cli/emit.h"
#include "cli/guard.h"
#include "cli/input.h"
#include "cli/repair.h"
#include "cli/save.h"
#include "out/diff.h"
#include "out/stream.h"

/*
 * Everything that is not as it stands in its file; the status is 2 if a stream
 * wants what it may not.
 */
static struct gf_save_doc *
changed(struct gf_run *run, size_t *n)
{
	const struct gf_plan *plan = run->plan;
	const struct gf_changes *c = run->changes;
	struct gf_save_doc *docs = gf_alloc((plan->nentries + c->nfresh) *
	    sizeof(*docs));

	*n = 0;
	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_doc *d = plan->entries[i].doc;

		if (d->bytes.p == NULL || (d->origin.now[0] == '\0' &&
		    !d->origin.fresh))
			continue;
		docs[*n] = (struct gf_save_doc){ &d->origin, d->bytes,
		    d->marked, NULL };
		if (d->marked && d->origin.fresh)
			gf_guard_new(run, &plan->entries[i],
			    &docs[*n].below);
		++*n;
	}
	for (size_t i = 0; i < c->nfresh; i++)
		docs[(*n)++] = (struct gf_save_doc){ &c->fresh[i]->origin,
		    c->fresh[i]->bytes, false, NULL };
	return docs;
}

/* Print what the saver said, line by line. */
static void
repeat(struct gf_run *run, struct gf_str err, bool failed)
{
	while (err.n > 0) {
		struct gf_str line = gf_str_cut(&err, '\n');

		if (failed)
			gf_run_fail(run, "%.*s", (int)line.n, line.p);
		else
			gf_run_say(run, "%.*s", (int)line.n, line.p);
	}
}

/* Write what changes into its files, or append it to diff if that is given. */
static void
save(struct gf_run *run, struct gf_buf *diff)
{
	const struct gf_limits *limits = &run->common->limits;
	struct gf_buf err = { 0 };
	size_t n;
	struct gf_save_doc *docs = changed(run, &n);
	int status = n == 0 || run->status == 2 ? 0 : diff == NULL ?
	    gf_save(docs, n, limits, &err) : gf_save_diff(docs, n, limits,
	    &run->inputs->conf, diff, &err);

	repeat(run, gf_buf_view(&err), status != 0);
	if (status != 0)
		run->status = 2;
	run->changes->beaten = status == GF_SAVE_CHANGED;
	gf_buf_release(&err);
	free(docs);
}

/* Standard input as it came, with what was edited in its place. */
static void
rebuild(struct gf_run *run, struct gf_buf *b)
{
	struct gf_str old = gf_buf_view(&run->inputs->standard);
	const struct gf_plan *plan = run->plan;
	size_t at = 0;

	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_doc *d = plan->entries[i].doc;

		if (!d->given || d->origin.now[0] == '\0')
			continue;
		gf_buf_add(b, old.p + at, (size_t)d->off - at);
		gf_buf_str(b, d->bytes);
		at = (size_t)d->off + run->inputs->sums[d->seq].n;
	}
	gf_buf_add(b, old.p + at, old.n - at);
	for (size_t i = 0; i < run->changes->nfresh; i++)
		gf_file_append(b, run->changes->fresh[i]->bytes);
}

/* Whether all that was given is standard input without a marker. */
static bool
is_plain(const struct gf_run *run)
{
	const struct gf_inputs *is = run->inputs;
	size_t given = 0;

	for (size_t i = 0; i < is->n; i++)
		given += is->v[i].given;
	return is->piped && given == 1 && is->markers == 0 && !is->ended;
}

/* Standard input alone goes out: nothing else may have to change. */
static bool
changes_only_it(struct gf_run *run)
{
	for (size_t i = 0; i < run->plan->nentries; i++) {
		const struct gf_doc *d = run->plan->entries[i].doc;

		if (d->given || d->origin.now[0] == '\0')
			continue;
		gf_run_fail(run, "cannot change standard input alone: '%s' "
		    "has to change, too; give both as files",
		    gf_edited_place(run, d, 0));
		return false;
	}
	return true;
}

static void
write_plain(struct gf_run *run, bool diff, struct gf_buf *to)
{
	const struct gf_inputs *is = run->inputs;
	struct gf_str path = is->v[0].name;
	struct gf_buf b = { 0 }, name = { 0 };

	if (!changes_only_it(run))
		return;
	rebuild(run, &b);
	if (gf_conf_from_top(&is->conf, path, false, &name))
		path = gf_buf_view(&name);
	if (diff)
		gf_diff(to, path, gf_buf_view(&is->standard),
		    gf_buf_view(&b), false);
	else
		gf_buf_str(to, gf_buf_view(&b));
	gf_buf_release(&b);
	gf_buf_release(&name);
}

static void
write_stream(struct gf_run *run, struct gf_buf *to)
{
	const struct gf_plan *plan = run->plan;
	const struct gf_changes *c = run->changes;
	size_t n = 0;

	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_doc *d = plan->entries[i].doc;

		if (!d->given && d->origin.now[0] == '\0')
			continue;
		gf_stream_doc(to, d);
		if (to == run->out)
			gf_emit_some(run);
		n++;
	}
	for (size_t i = 0; i < c->nfresh; i++)
		gf_stream_doc(to, c->fresh[i]);
	gf_emit_end(run, to, n + c->nfresh);
}

/* The changes as a difference or as documents. */
static void
write_changed(struct gf_run *run, bool diff, struct gf_buf *to)
{
	if (is_plain(run))
		write_plain(run, diff, to);
	else if (diff)
		save(run, to);
	else
		write_stream(run, to);
}

bool
gf_change_ok(struct gf_run *run)
{
	const struct gf_inputs *is = run->inputs;

	if (!run->common->in_place)
		return true;
	if (is->piped && is_plain(run))
		gf_run_fail(run, "-i cannot write standard input back: it "
		    "says of no document where it came from");
	else if (is->cut)
		gf_run_fail(run, "-i writes nothing: the stream was cut off");
	else if (is->moved > 0)
		gf_run_fail(run, "-i writes nothing: documents were changed "
		    "by another program on their way");
	return run->status < 2;
}

bool
gf_change_writes(const struct gf_run *run)
{
	return run->changes->agreed || (run->common->in_place &&
	    !run->common->dry_run && !gf_emit_wants(run, "diff"));
}

/* The files of documents that are to change, each once. */
static size_t
touched(const struct gf_run *run, struct gf_str *paths)
{
	const struct gf_changes *c = run->changes;
	size_t n = 0;

	for (size_t i = 0; i < c->nedited + c->nfresh; i++) {
		const struct gf_doc *d = i < c->nedited ? c->edited[i]->doc :
		    c->fresh[i - c->nedited];
		size_t k = 0;

		while (k < n && !gf_str_eq(paths[k], d->origin.path))
			k++;
		if (k == n)
			paths[n++] = d->origin.path;
	}
	return n;
}

bool
gf_change_files(struct gf_run *run, struct gf_buf *b)
{
	const struct gf_changes *c = run->changes;
	const struct gf_inputs *is = run->inputs;
	struct gf_str *paths;
	size_t n;

	if (is_plain(run) || is->cut || is->moved > 0)
		return false;
	paths = gf_alloc((c->nedited + c->nfresh) * sizeof(*paths));
	n = touched(run, paths);
	for (size_t i = 0; i < n; i++)
		gf_buf_printf(b, "%s'%s'", i == 0 ? "" : i + 1 < n ? ", " :
		    " and ", gf_input_name(run, paths[i]));
	free(paths);
	return n > 0;
}

/* A difference on a terminal is for a person, and holds what others wrote. */
static void
dress(struct gf_run *run)
{
	struct gf_buf plain = *run->out;

	*run->out = (struct gf_buf){ 0 };
	gf_diff_show(run->out, gf_buf_view(&plain), &run->look);
	gf_buf_release(&plain);
}

/* What the options want on standard output, or in the files with -i. */
static void
write_main(struct gf_run *run)
{
	const struct gf_common *c = run->common;
	bool diff, terminal;

	if (gf_change_writes(run)) {
		save(run, NULL);
		return;
	}
	terminal = run->look.terminal && c->output == NULL &&
	    !gf_emit_wants(run, "yaml");
	diff = c->dry_run || gf_emit_wants(run, "diff") || terminal;
	write_changed(run, diff, run->out);
	if (diff && terminal)
		dress(run);
	if (terminal && !c->dry_run && !gf_emit_wants(run, "diff") &&
	    run->out->n > 0)
		gf_run_say(run, "not written: add -i");
}

void
gf_change_write(struct gf_run *run)
{
	struct gf_buf diff = { 0 }, yaml = { 0 };

	if (run->changes->idle)
		return;
	for (size_t i = 0; i < run->changes->nedited; i++)
		if (!gf_edited_apply(run, run->changes->edited[i]))
			return;
	/* before the files are no longer what they were */
	if (gf_emit_has_file(run, "diff"))
		write_changed(run, true, &diff);
	if (gf_emit_has_file(run, "yaml"))
		write_changed(run, false, &yaml);
	if (run->status < 2 && !gf_repair_beside(run))
		write_main(run);
	if (run->status < 2) {
		gf_emit_files(run, "diff", &diff);
		gf_emit_files(run, "yaml", &yaml);
	}
	gf_buf_release(&diff);
	gf_buf_release(&yaml);
}

void
gf_change_release(struct gf_changes *c)
{
	for (size_t i = 0; i < c->nedited; i++)
		gf_edit_release(&c->edited[i]->edits);
	free(c->edited);
	free(c->by_seq);
	free(c->fresh);
}
