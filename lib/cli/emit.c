#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cli/emit.h"
#include "cli/env.h"
#include "cli/file.h"
#include "cli/help.h"
#include "cli/input.h"
#include "out/finds.h"
#include "out/stream.h"

#define MUCH ((size_t)4 * 1024 * 1024)

/* One -f: its name, and its file or NULL. */
struct want {
	struct gf_str name;
	const char *file;
};

static struct want
want_of(const char *word)
{
	struct gf_str rest = gf_str(word), name = gf_str_cut(&rest, '=');

	return (struct want){ name, word[name.n] == '=' ? word + name.n + 1 :
	    NULL };
}

/* The rows that -f chooses from. */
static const struct gf_format *
formats(const struct gf_run *run, size_t *n)
{
	bool own = run->verb->formats != NULL;

	*n = own ? run->verb->nformats : gf_find_nformats;
	return own ? run->verb->formats : gf_find_formats;
}

static const struct gf_format *
row(const struct gf_format *rows, size_t n, struct gf_str name)
{
	for (size_t i = 0; i < n; i++)
		if (gf_str_is(name, rows[i].name))
			return &rows[i];
	return NULL;
}

/* Formats that are no rows. */
static const char *const documents[] = { "diff", "yaml" };

bool
gf_emit_documents(const struct gf_verb *v, struct gf_str name)
{
	return gf_str_is(name, "diff") ? v->changes || v->checks :
	    gf_str_is(name, "yaml") && !v->checks && !v->alone;
}

static void
unknown_format(struct gf_run *run, struct gf_str name)
{
	const char *names[48];
	const struct gf_format *rows;
	struct gf_buf b = { 0 };
	size_t n, count = 0;

	rows = formats(run, &n);
	for (; count < n && count < GF_LEN(names) -
	    GF_LEN(documents); count++)
		names[count] = rows[count].name;
	for (size_t i = 0; i < GF_LEN(documents); i++)
		if (gf_emit_documents(run->verb, gf_str(documents[i])))
			names[count++] = documents[i];
	for (size_t i = 0; i < count; i++)
		gf_buf_printf(&b, "%s%s", i > 0 ? ", " : ": it has ",
		    names[i]);
	gf_run_fail(run, "'%s' has no format '%.*s'%s", run->verb->name,
	    (int)name.n, name.p, gf_run_meant(run, gf_str_nearest(name, names,
	    count), b.p));
	gf_buf_release(&b);
}

bool
gf_emit_ok(struct gf_run *run)
{
	const struct gf_texts *f = &run->common->format;
	const struct gf_format *rows;
	size_t n, plain = 0;

	rows = formats(run, &n);
	for (size_t i = 0; i < f->n; i++) {
		struct want w = want_of(f->v[i]);

		if (row(rows, n, w.name) == NULL &&
		    !gf_emit_documents(run->verb, w.name)) {
			unknown_format(run, w.name);
			return false;
		}
		plain += w.file == NULL;
	}
	if (plain > 1) {
		gf_run_fail(run, "standard output takes one format: write "
		    "the others to files with -f NAME=FILE");
		return false;
	}
	return true;
}

/* Whether some -f wants a format, in a file or on standard output. */
static bool
is_wanted(const struct gf_run *run, const char *name, bool in_file)
{
	const struct gf_texts *f = &run->common->format;

	for (size_t i = 0; i < f->n; i++) {
		struct want w = want_of(f->v[i]);

		if ((w.file != NULL) == in_file && gf_str_is(w.name, name))
			return true;
	}
	return false;
}

bool
gf_emit_wants(const struct gf_run *run, const char *name)
{
	return is_wanted(run, name, false);
}

bool
gf_emit_has_file(const struct gf_run *run, const char *name)
{
	return is_wanted(run, name, true);
}

bool
gf_emit_shows_source(const struct gf_run *run)
{
	const struct gf_texts *f = &run->common->format;

	if (run->look.terminal || run->err_look.terminal ||
	    run->look.column != GF_COLUMN_BYTE)
		return true;
	for (size_t i = 0; i < f->n; i++)
		if (!gf_str_is(want_of(f->v[i]).name, "gnu"))
			return true;
	return false;
}

/* Put bytes into a file, in the place of those there were or behind them. */
static void
put(struct gf_run *run, const char *file, int how, const struct gf_buf *b)
{
	int fd = open(file, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | how,
	    0666), error;
	bool ok;

	ok = fd >= 0 && gf_file_write(fd, gf_buf_view(b));
	error = errno;
	if (fd >= 0 && close(fd) != 0 && ok) {
		ok = false;
		error = errno;
	}
	if (!ok)
		gf_run_fail(run, "cannot write '%s': %s",
		    gf_input_name(run, gf_str(file)), strerror(error));
}

static void
write_file(struct gf_run *run, const char *file, const struct gf_buf *b)
{
	if (gf_input_has(run->inputs, file))
		gf_run_fail(run, "did not write '%s': it is one of the files "
		    "that were read", gf_input_name(run, gf_str(file)));
	else
		put(run, file, O_TRUNC, b);
}

void
gf_emit_files(struct gf_run *run, const char *name, const struct gf_buf *b)
{
	const struct gf_texts *f = &run->common->format;

	for (size_t i = 0; i < f->n; i++) {
		struct want w = want_of(f->v[i]);

		if (w.file != NULL && gf_str_is(w.name, name))
			write_file(run, w.file, b);
	}
}

/* Whether a format is for the person before the terminal. */
static bool
is_text(const struct gf_format *r)
{
	return strcmp(r->name, "text") == 0;
}

/*
 * Write a model by every -f; what has no file goes to b as look has it; with
 * no -f for it, the row named otherwise is taken (NULL: nothing).
 */
static void
write_model(struct gf_run *run, const struct gf_format *rows, size_t n,
    const void *model, struct gf_buf *b, const struct gf_look *look,
    const char *otherwise)
{
	const struct gf_texts *f = &run->common->format;
	struct gf_look to_file = { .audience = run->common->audience ?
	    run->look.audience : GF_COMPANY, .utf8 = run->look.utf8 };
	struct gf_look for_all = *look;
	struct gf_buf file = { 0 };
	const struct gf_format *r;

	/* what is copied from a terminal goes on to others, but for text */
	if (run->common->audience == NULL && !run->verb->coach)
		for_all.audience = GF_COMPANY;
	for (size_t i = 0; i < f->n; i++) {
		struct want w = want_of(f->v[i]);

		r = row(rows, n, w.name);
		if (r == NULL)
			continue;
		if (w.file == NULL) {
			r->write(b, model, is_text(r) ? look : &for_all);
			otherwise = NULL;
			continue;
		}
		r->write(&file, model, &to_file);
		write_file(run, w.file, &file);
		gf_buf_clear(&file);
	}
	r = otherwise ? row(rows, n, gf_str(otherwise)) : NULL;
	if (r != NULL)
		r->write(b, model, is_text(r) ? look : &for_all);
	gf_buf_release(&file);
}

static struct gf_str
bytes(void *ctx, const struct gf_doc *doc)
{
	struct gf_inputs *is = ctx;

	return gf_recall_bytes(&is->recall, doc, doc->seq < is->nsums ?
	    &is->sums[doc->seq] : NULL);
}

static uint64_t
byte(void *ctx, const struct gf_doc *doc, uint32_t off)
{
	struct gf_inputs *is = ctx;

	return gf_recall_byte(&is->recall, doc, off);
}

/* What comes from nowhere, or lies outside, is named as it is. */
static void
from_top(void *ctx, struct gf_str path, struct gf_buf *b)
{
	const struct gf_inputs *is = ctx;

	if (gf_str_is(path, "-") || !gf_conf_from_top(&is->conf, path, true,
	    b))
		gf_buf_str(b, path);
}

static size_t
judged(const struct gf_run *run)
{
	size_t n = 0;

	for (size_t i = 0; i < run->plan->ngoals; i++)
		n += run->plan->goals[i]->doc->given;
	return n;
}

static struct gf_report
report_of(const struct gf_run *run)
{
	const struct gf_inputs *is = run->inputs;
	const char *fail_on = run->common->fail_on;

	return (struct gf_report){
		.program = run->prog->name, .version = GF_VERSION,
		.findings = run->findings, .plan = run->plan,
		.checks = run->prog->checks, .nchecks = run->prog->nchecks,
		.failed = run->status == 2,
		.notes_fail = fail_on != NULL && strcmp(fail_on, "note") == 0,
		.judged = judged(run), .sums = run->verb->checks,
		.hidden = run->findings->hidden,
		.limits = &run->common->limits, .bytes = bytes,
		.byte = byte, .from_top = from_top,
		.first = is->n > 0 ? is->v[0].name : gf_str("-"),
		.ctx = run->inputs
	};
}

/* Append the table of a step to the page that GitHub shows of it. */
static void
add_summary(struct gf_run *run, const struct gf_report *report,
    const struct gf_look *look)
{
	const char *file = gf_env_step_summary();
	struct gf_buf b = { 0 };

	if (file == NULL)
		return;
	gf_find_md(&b, report, look);
	put(run, file, O_APPEND, &b);
	gf_buf_release(&b);
}

void
gf_emit_findings(struct gf_run *run, bool beside)
{
	const struct gf_report report = report_of(run);
	struct gf_buf quiet = { 0 };
	struct gf_buf *to = run->common->quiet ? &quiet :
	    beside ? run->err : run->out;
	const struct gf_look *look = beside ? &run->err_look : &run->look;
	bool ours = run->verb->checks && !beside;
	bool github = ours && (gf_emit_wants(run, "github") ||
	    (run->common->format.n == 0 && gf_env_on_github()));
	const char *otherwise = look->terminal ? "text" : github ? "github" :
	    "gnu";

	if (beside && run->findings->n == 0)
		to = &quiet;
	if (run->verb->checks)
		write_model(run, gf_find_formats, gf_find_nformats, &report,
		    to, look, run->common->format.n > 0 && !beside ? NULL :
		    otherwise);
	else
		for (size_t i = 0; i < gf_find_nformats; i++)
			if (strcmp(gf_find_formats[i].name, otherwise) == 0)
				gf_find_formats[i].write(to, &report, look);
	if (github)
		add_summary(run, &report, look);
	if (run->verb->checks && !run->common->quiet)
		gf_find_placeless(run->err, &report);
	gf_buf_release(&quiet);
}

void
gf_run_report(struct gf_run *run, const void *model)
{
	if (gf_emit_wants(run, "yaml"))
		return;
	write_model(run, run->verb->formats, run->verb->nformats, model,
	    run->out, &run->look, run->common->format.n > 0 ? NULL :
	    run->verb->formats[0].name);
}

void
gf_emit_end(struct gf_run *run, struct gf_buf *b, size_t n)
{
	if (!run->inputs->cut && !run->inputs->unread)
		gf_stream_end(b, n);
}

void
gf_emit_stream(struct gf_run *run, struct gf_buf *b, const bool *chosen)
{
	size_t n = 0;

	for (size_t i = 0; i < run->plan->nentries; i++) {
		const struct gf_doc *d = run->plan->entries[i].doc;

		if (chosen == NULL ? !d->given : !chosen[i])
			continue;
		gf_stream_doc(b, d);
		if (b == run->out)
			gf_emit_some(run);
		n++;
	}
	gf_emit_end(run, b, n);
}

void
gf_emit_talk(struct gf_run *run)
{
	if (!gf_file_write(2, gf_buf_view(run->err)))
		run->status = 2;
	gf_buf_clear(run->err);
}

bool
gf_emit_product(struct gf_run *run)
{
	const char *file = run->common->output;
	int error;

	if (file != NULL) {
		write_file(run, file, run->out);
		gf_buf_clear(run->out);
		return run->status < 2;
	}
	if (run->out->n == 0)
		return true;
	if (gf_file_write(1, gf_buf_view(run->out))) {
		gf_buf_clear(run->out);
		return true;
	}
	error = errno;
	gf_buf_clear(run->out);
	gf_run_fail(run, "cannot write standard output: %s", strerror(error));
	return false;
}

void
gf_emit_some(struct gf_run *run)
{
	if (run->out->n >= MUCH && run->common->output == NULL &&
	    run->status < 2)
		gf_emit_product(run);
}
