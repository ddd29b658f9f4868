#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cli/conf.h"
#include "cli/held.h"
#include "cli/place.h"
#include "cli/refit.h"
#include "cli/save.h"
#include "out/diff.h"
#include "out/show.h"

#define OTHER_FILES 64

static const int stopping[] = { SIGHUP, SIGINT, SIGTERM };

/* One file, the documents that are to stand in it, and its bytes then. */
struct target {
	struct gf_held held;
	/* by place, those to append last */
	const struct gf_save_doc **docs;
	size_t ndocs;
	struct gf_buf bytes;
	bool beaten;	/* it was changed before it was locked */
	bool done;
};

/* By path, then place; what is to be appended last, in the order given. */
static int
compare_docs(const void *va, const void *vb)
{
	const struct gf_save_doc *first =
	    *(const struct gf_save_doc *const *)va;
	const struct gf_save_doc *second =
	    *(const struct gf_save_doc *const *)vb;
	const struct gf_origin *a = first->origin, *b = second->origin;
	int c = gf_str_cmp(a->path, b->path);

	if (c != 0)
		return c;
	if (a->fresh != b->fresh)
		return a->fresh ? 1 : -1;
	if (a->fresh)
		return first < second ? -1 : first > second;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return a->col < b->col ? -1 : a->col > b->col;
}

/*
 * Whether a file may be opened beside those that are: under a second name it
 * would wait for itself.
 */
static bool
is_new_name(const struct target *targets, size_t n, struct gf_buf *err)
{
	struct gf_str path = targets[n].docs[0]->origin->path;
	struct gf_buf name = { 0 };
	struct stat st;
	bool there;

	gf_buf_str(&name, path);
	there = name.n > 0 && stat(name.p, &st) == 0;
	gf_buf_release(&name);
	for (size_t i = 0; there && i < n; i++) {
		const struct gf_held *o = &targets[i].held;

		if (o->fd >= 0 && o->st.st_ino == st.st_ino &&
		    o->st.st_dev == st.st_dev) {
			gf_held_fail(err, "change", path, "it was given under "
			    "another name, too");
			return false;
		}
	}
	return true;
}

/* New files lock their directory, those of one run together. */
static bool
lock_new(const struct target *targets, size_t n, struct gf_buf *err)
{
	const struct gf_held *h = &targets[n].held;
	struct stat here, there;

	if (h->fd >= 0 || fstat(h->dir, &here) != 0)
		return true;
	for (size_t i = 0; i < n; i++)
		if (targets[i].held.fd < 0 &&
		    fstat(targets[i].held.dir, &there) == 0 &&
		    there.st_ino == here.st_ino &&
		    there.st_dev == here.st_dev)
			return true;
	return gf_held_lock_dir(h, err);
}

/* Why a file cannot be had with its documents changed. */
static const char *
why(enum gf_refit result)
{
	if (result == GF_REFIT_TWICE)
		return "two versions of one of its documents were given";
	if (result == GF_REFIT_FOREIGN)
		return "the stream would change a document in it that is no "
		    "goal, person, team, company, session or log";
	if (result == GF_REFIT_BROKEN)
		return "what stands ahead of one of its documents keeps it "
		    "from being read; check the file";
	return "something beside the change would move in it";
}

/* Open a file and work out its new bytes. */
static bool
plan(struct target *targets, size_t n, bool look,
    const struct gf_limits *limits, struct gf_buf *err)
{
	struct target *t = &targets[n];
	const struct gf_origin *first = t->docs[0]->origin;
	const char *below = t->docs[t->ndocs - 1]->below;
	enum gf_refit result;

	if (!is_new_name(targets, n, err) ||
	    !gf_held_open(&t->held, first->path, first->fresh, look, err))
		return false;
	if (below != NULL && !gf_place_below(t->held.dir, below)) {
		gf_held_fail(err, "change", first->path, "a link on its way "
		    "leads out of where the stream may add documents");
		return false;
	}
	if (!lock_new(targets, n, err))
		return false;
	result = gf_refit(&t->bytes, gf_buf_view(&t->held.bytes), t->docs,
	    t->ndocs, limits);
	t->beaten = result == GF_REFIT_CHANGED;
	if (result == GF_REFIT_CHANGED)
		return gf_held_changed(&t->held, err);
	if (result != GF_REFIT_DONE)
		gf_held_fail(err, "change", t->held.path, why(result));
	return result == GF_REFIT_DONE;
}

static bool
differs(const struct target *t)
{
	return t->held.fd < 0 || !gf_str_eq(gf_buf_view(&t->bytes),
	    gf_buf_view(&t->held.bytes));
}

/* Whether somebody asked us to stop while signals were held back. */
static bool
stopped(void)
{
	struct sigaction action;
	sigset_t pending;

	if (sigpending(&pending) != 0)
		return false;
	for (size_t i = 0; i < GF_LEN(stopping); i++)
		if (sigismember(&pending, stopping[i]) == 1 &&
		    sigaction(stopping[i], NULL, &action) == 0 &&
		    action.sa_handler != SIG_IGN)
			return true;
	return false;
}

/* Prepare all files, look at all once more, then put them in place by name. */
static bool
write_all(struct target *targets, size_t n, struct gf_buf *err)
{
	for (size_t i = 0; i < n; i++)
		if (differs(&targets[i]) && !gf_held_prepare(&targets[i].held,
		    gf_buf_view(&targets[i].bytes), err))
			return false;
	for (size_t i = 0; i < n; i++)
		if (differs(&targets[i]) &&
		    !gf_held_same(&targets[i].held, err))
			return false;
	if (stopped()) {
		gf_buf_text(err, "interrupted\n");
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (differs(&targets[i]) &&
		    !gf_held_commit(&targets[i].held, err))
			return false;
		targets[i].done = true;
	}
	return true;
}

/* After a failure: say which files are new all the same; returns the status. */
static int
say_done(const struct target *targets, size_t n, struct gf_buf *err)
{
	bool any = false, beaten = false;

	for (size_t i = 0; i < n; i++) {
		beaten = beaten || targets[i].beaten;
		if (!targets[i].done || !differs(&targets[i]))
			continue;
		gf_buf_text(err, any ? ", '" : "written before that: '");
		gf_show(err, targets[i].held.path);
		gf_buf_text(err, "'");
		any = true;
	}
	gf_buf_text(err, any ? "; nothing else was written\n" :
	    "nothing was written\n");
	return beaten ? GF_SAVE_CHANGED : 2;
}

/* Documents of one file stand together; a target for each file. */
static struct target *
group(const struct gf_save_doc **sorted, size_t n, size_t *ntargets)
{
	struct target *targets = gf_alloc(n * sizeof(*targets));
	struct target *t = NULL;

	*ntargets = 0;
	for (size_t i = 0; i < n; i++) {
		if (t == NULL || !gf_str_eq(sorted[i]->origin->path,
		    t->docs[0]->origin->path)) {
			t = &targets[(*ntargets)++];
			t->docs = &sorted[i];
			t->held.dir = t->held.fd = -1;
		}
		t->ndocs++;
	}
	return targets;
}

static void
release(struct target *targets, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		gf_held_release(&targets[i].held);
		gf_buf_release(&targets[i].bytes);
	}
	free(targets);
}

/*
 * Write with signals held back, so that none leaves anything half done; those
 * that came then act.
 */
static int
write_held(struct target *targets, size_t n, bool good, struct gf_buf *err)
{
	sigset_t hold, before;
	int status = 0;

	sigemptyset(&hold);
	for (size_t i = 0; i < GF_LEN(stopping); i++)
		sigaddset(&hold, stopping[i]);
	pthread_sigmask(SIG_BLOCK, &hold, &before);
	if (!good || !write_all(targets, n, err))
		status = say_done(targets, n, err);
	release(targets, n);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return status;
}

/* The files of one command and the documents that they are to hold. */
struct work {
	const struct gf_save_doc **sorted;
	struct target *targets;
	size_t n;
	bool good;
};

/* Sort documents into files and work out the new bytes of each. */
static struct work
begin(const struct gf_save_doc *docs, size_t n, bool look,
    const struct gf_limits *limits, struct gf_buf *err)
{
	struct work w = { gf_alloc(n * sizeof(*w.sorted)), NULL, 0, true };

	for (size_t i = 0; i < n; i++)
		w.sorted[i] = &docs[i];
	qsort(w.sorted, n, sizeof(*w.sorted), compare_docs);
	w.targets = group(w.sorted, n, &w.n);
	/* each file and its directory, and what is open anyway */
	gf_place_allow(2 * w.n + OTHER_FILES);
	for (size_t i = 0; w.good && i < w.n; i++)
		w.good = plan(w.targets, i, look, limits, err);
	return w;
}

int
gf_save(const struct gf_save_doc *docs, size_t n,
    const struct gf_limits *limits, struct gf_buf *err)
{
	struct work w = begin(docs, n, false, limits, err);
	int status = write_held(w.targets, w.n, w.good, err);

	free(w.sorted);
	return status;
}

static void
print_diff(struct gf_buf *diff, const struct target *t,
    const struct gf_conf *conf)
{
	struct gf_str path = t->held.path;
	struct gf_buf name = { 0 };

	if (gf_conf_from_top(conf, path, false, &name))
		path = gf_buf_view(&name);
	gf_diff(diff, path, gf_buf_view(&t->held.bytes),
	    gf_buf_view(&t->bytes), t->held.fd < 0);
	gf_buf_release(&name);
}

int
gf_save_diff(const struct gf_save_doc *docs, size_t n,
    const struct gf_limits *limits, const struct gf_conf *conf,
    struct gf_buf *diff, struct gf_buf *err)
{
	struct work w = begin(docs, n, true, limits, err);

	for (size_t i = 0; w.good && i < w.n; i++)
		if (differs(&w.targets[i]))
			print_diff(diff, &w.targets[i], conf);
	release(w.targets, w.n);
	free(w.sorted);
	return w.good ? 0 : 2;
}
