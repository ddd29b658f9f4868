#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/blobs.h"
#include "cli/file.h"
#include "cli/intake.h"
#include "cli/past.h"
#include "text/split.h"

#define CHUNK ((size_t)256 * 1024)
#define BLOB_MOST ((size_t)1024 * 1024 * 1024)

/* One input while it is cut into documents. */
struct cut {
	struct gf_intake *in;
	struct gf_input *input;
	uint32_t file;
	struct gf_splitter split;
	struct gf_batch *batch;
	int fd;
	size_t chunk;
	bool end;		/* no more bytes will be read */
	const char *nul;	/* the first NUL byte in the batch */
	struct gf_buf blob;	/* the bytes, where git keeps them */
	size_t at;		/* how many of them were taken */
};

void
gf_intake_begin(struct gf_intake *in, struct gf_run *run, unsigned threads)
{
	*in = (struct gf_intake){ .run = run, .inputs = run->inputs };
	in->pool = gf_pool_new(threads, &run->common->limits,
	    in->inputs->keep, in->inputs->keep_edited);
	in->progress.off = !run->err_look.terminal || run->common->quiet;
	in->waiting.arena = run->arena;
}

static void
settle(struct gf_intake *in, const struct gf_item *it)
{
	struct gf_inputs *is = in->inputs;

	is->sums = gf_grow(is->sums, is->nsums, &is->capsums,
	    sizeof(*is->sums));
	is->sums[is->nsums++] = (struct gf_sum){ it->hash, it->bytes.n };
	is->moved += it->doc->moved;
}

/* Put the documents of a parsed batch into the plan, in their order. */
static void
merge(struct gf_intake *in, struct gf_batch *b)
{
	size_t first = 0;

	for (size_t i = 0; i < b->nitems; i++) {
		const struct gf_item *it = &b->items[i];
		struct gf_input *input = &in->inputs->v[it->doc->file];
		const struct gf_finding *f = b->findings.v + first;
		size_t n = it->nfindings - first;

		first = it->nfindings;
		settle(in, it);
		if (in->waits_file != it->doc->file)
			gf_intake_settle(in, false);
		in->waits_file = it->doc->file;
		if (it->ours && !input->counts) {
			input->counts = true;
			gf_intake_settle(in, true);
		}
		if (input->counts)
			gf_intake_accept(in, it, f, n);
		else
			gf_intake_wait(in, it, f, n);
	}
	if (in->inputs->keep && b->nitems > 0) {
		struct gf_inputs *is = in->inputs;

		is->kept = gf_grow(is->kept, is->nkept, &is->capkept,
		    sizeof(*is->kept));
		is->kept[is->nkept++] = b->bytes;
		b->bytes = NULL;
		b->cap = 0;
	}
	gf_pool_done(in->pool, b);
	gf_progress_show(&in->progress, in->run->plan->nentries,
	    "documents read");
}

static struct gf_batch *
next_batch(struct gf_intake *in)
{
	struct gf_batch *b;

	while ((b = gf_pool_free(in->pool)) == NULL)
		merge(in, gf_pool_take(in->pool));
	return b;
}

static void
give(struct cut *c)
{
	struct gf_intake *in = c->in;

	if (c->batch->nitems == 0) {
		c->batch->n = 0;
		return;
	}
	gf_pool_give(in->pool, c->batch);
	c->batch = NULL;
}

static void
enlarge(struct gf_batch *b, size_t cap)
{
	if (b->cap >= cap)
		return;
	b->bytes = gf_resize(b->bytes, cap, 1);
	b->cap = cap;
}

/* Take up to n bytes of the input. */
static ptrdiff_t
next(struct cut *c, char *p, size_t n)
{
	if (c->in->inputs->git == NULL)
		return gf_file_next(c->fd, p, n);
	if (n > c->blob.n - c->at)
		n = c->blob.n - c->at;
	if (n > 0)
		memcpy(p, c->blob.p + c->at, n);
	c->at += n;
	return (ptrdiff_t)n;
}

/* Read until the batch is full or the input ends. */
static bool
fill(struct cut *c)
{
	struct gf_batch *b = c->batch;
	struct gf_inputs *is = c->in->inputs;
	ptrdiff_t got = 1;
	size_t from = b->n;

	while (b->n < b->cap && got > 0) {
		got = next(c, b->bytes + b->n, b->cap - b->n);
		if (got > 0)
			b->n += (size_t)got;
	}
	c->end = got <= 0;
	if (c->fd == 0 && is->whole)
		gf_buf_add(&is->standard, b->bytes + from, b->n - from);
	if (c->nul == NULL && b->n > from)
		c->nul = memchr(b->bytes + from, '\0', b->n - from);
	return got >= 0;
}

/* What a marker says holds for many documents in a row: look it up once. */
static void
place_of_marker(struct gf_intake *in, struct gf_item *it)
{
	struct gf_inputs *is = in->inputs;
	struct gf_str path = it->doc->origin.path;

	if (in->last_config == NULL || !gf_str_eq(path, in->last_path)) {
		in->last_path = path;
		in->last_config = gf_conf_for(&is->conf, path);
		in->last_private = gf_conf_private(&is->conf,
		    in->last_config, path);
	}
	it->config = in->last_config;
	it->doc->private = in->last_private;
}

static void
marker(struct cut *c, struct gf_item *it, const struct gf_piece *piece)
{
	struct gf_inputs *is = c->in->inputs;

	it->doc->marked = true;
	it->doc->off = GF_NO_OFF;
	it->doc->stream_line = (uint32_t)piece->line + 1;
	c->input->plain = false;
	c->input->counts = true;
	is->markers++;
	is->since++;
	is->open = true;
	place_of_marker(c->in, it);
}

/* An end line says how many documents went before it. */
static void
stream_end(struct gf_inputs *is, struct gf_str line)
{
	size_t n;

	if (line.p == NULL || !gf_origin_end(line, &n))
		return;
	if (is->open && n != is->since)
		is->cut = true;
	is->open = false;
	is->ended = true;
	is->since = 0;
}

/* What stands ahead of a document may keep it from being read. */
static void
look_ahead(struct gf_intake *in, struct gf_item *it,
    const struct gf_piece *piece)
{
	struct gf_arena *arena = in->run->arena;
	struct gf_fault fault = { 0 }, *kept;
	struct gf_doc *file;

	if (gf_piece_ok(piece, &fault) && (!it->doc->marked ||
	    gf_recall_ok(&in->inputs->recall, it->doc, &fault)))
		return;
	kept = gf_arena_alloc(arena, sizeof(*kept));
	*kept = fault;
	it->ahead = kept;
	file = gf_arena_alloc(arena, sizeof(*file));
	*file = *it->doc;
	file->origin.line = file->origin.col = 1;
	file->origin.nchanges = 0;
	file->off = 0;
	it->ahead_doc = file;
}

static void
add(struct cut *c, const struct gf_piece *piece)
{
	struct gf_arena *arena = c->in->run->arena;
	struct gf_batch *b = c->batch;
	struct gf_doc *doc = gf_arena_alloc(arena, sizeof(*doc));
	struct gf_item it = { .doc = doc, .bytes = piece->bytes,
	    .config = c->input->config };

	doc->origin.path = c->input->name;
	doc->origin.line = (uint32_t)piece->line + 1;
	doc->origin.col = (uint32_t)piece->col + 1;
	doc->off = piece->off;
	doc->seq = c->in->inputs->nseq++;
	doc->file = c->file;
	doc->given = c->input->given && gf_past_brings(c->in->run,
	    c->input->path, piece->bytes);
	doc->private = c->input->private;
	if (c->input->stream && piece->opener.p != NULL) {
		struct gf_origin o;

		if (gf_origin_parse(&o, piece->opener, arena)) {
			doc->origin = o;
			marker(c, &it, piece);
		}
	}
	look_ahead(c->in, &it, piece);
	b->items = gf_grow(b->items, b->nitems, &b->capitems, sizeof(it));
	b->items[b->nitems++] = it;
	if (c->input->stream)
		stream_end(c->in->inputs, piece->ender);
}

/* `# end 0` stands alone where a stream holds nothing. */
static bool
empty_stream(struct cut *c, const struct gf_piece *piece)
{
	struct gf_inputs *is = c->in->inputs;

	if (!c->input->stream || piece->opener.p != NULL ||
	    !gf_str_is(gf_str_trim(piece->bytes), "# end 0"))
		return false;
	is->ended = true;
	c->input->plain = false;
	return true;
}

/*
 * Whether the input is read no further: too large a document, or one with NUL
 * bytes.
 */
static bool
hopeless(const struct cut *c, struct gf_str bytes)
{
	return bytes.n > c->in->run->common->limits.v[GF_LIMIT_SIZE] ||
	    (c->nul != NULL && bytes.p <= c->nul &&
	    c->nul < bytes.p + bytes.n);
}

/*
 * Read an input no further than a document; whole says that it is the last. A
 * file that was walked to may be none of ours.
 */
static void
leave(const struct cut *c, const struct gf_piece *piece, bool whole)
{
	if (!c->input->given)
		return;
	c->in->inputs->unread = true;
	if (!whole && !c->input->walked)
		gf_run_fail(c->in->run, "'%s' was read no further than its "
		    "document at line %zu, which is %s: mend that first",
		    gf_input_name(c->in->run, c->input->name),
		    piece->line + 1, c->nul != NULL ? "no text" :
		    "too large");
}

/* Cut what is in the batch; 0 when the input is done, -1 for more bytes. */
static int
cut_batch(struct cut *c)
{
	struct gf_str view = { c->batch->bytes, c->batch->n };
	size_t most = c->in->run->common->limits.v[GF_LIMIT_SIZE];
	struct gf_piece piece;
	int r;

	for (;;) {
		r = gf_split_next(&c->split, view, c->end, &piece);
		if (r < 0 && (c->nul != NULL ||
		    view.n - c->split.at > most)) {
			c->end = true;
			r = gf_split_next(&c->split, view, true, &piece);
			if (r == 0) {
				piece = (struct gf_piece){
				    .bytes = { view.p, view.n },
				    .off = c->split.off,
				    .line = c->split.line };
				r = 1;
			}
			if (r == 1)
				add(c, &piece);
			leave(c, &piece, false);
			return 0;
		}
		if (r <= 0)
			return r;
		if (empty_stream(c, &piece))
			continue;
		add(c, &piece);
		if (hopeless(c, piece.bytes)) {
			leave(c, &piece, c->end && c->split.at == view.n);
			return 0;
		}
	}
}

/* Go on with a new batch that begins with what was not cut yet. */
static void
carry_over(struct cut *c)
{
	struct gf_batch *old = c->batch, *b;
	size_t gone = gf_split_shift(&c->split), rest = old->n - gone;
	struct gf_buf tail = { 0 };

	if (old->nitems == 0 && gone == 0) {
		enlarge(old, 2 * old->cap);
		return;
	}
	gf_buf_add(&tail, old->bytes + gone, rest);
	give(c);
	b = c->batch = next_batch(c->in);
	enlarge(b, c->chunk);
	enlarge(b, rest + c->chunk / 2);
	memcpy(b->bytes, tail.p, rest);
	b->n = rest;
	gf_buf_release(&tail);
}

static void
cannot(struct gf_run *run, struct gf_str path)
{
	const char *why = errno == ENOTSUP ? "not a regular file" :
	    strerror(errno);

	gf_run_fail(run, "cannot read '%s': %s", gf_input_name(run, path),
	    why);
}

static void
read_all(struct cut *c)
{
	bool ok = true;

	c->batch = next_batch(c->in);
	enlarge(c->batch, c->chunk);
	for (;;) {
		ok = fill(c);
		if (!ok)
			break;
		if (c->fd == 0 && c->batch->n == 0 && c->split.off == 0)
			c->in->inputs->empty = true;
		if (cut_batch(c) == 0)
			break;
		carry_over(c);
	}
	if (!ok) {
		c->in->inputs->unread = true;
		cannot(c->in->run, c->input->path);
	}
	give(c);
}

/* Read one file that git keeps. */
static void
add_blob(struct cut *c)
{
	struct gf_run *run = c->in->run;
	struct gf_git *git = c->in->inputs->git;
	const struct gf_blob *blob = gf_blobs_find(run, c->input->path);

	c->fd = -1;
	if (blob != NULL && gf_git_read(git, blob, BLOB_MOST, &c->blob))
		read_all(c);
	else if (c->input->given)
		gf_run_fail(run, "cannot read '%s' of %.*s",
		    gf_input_name(run, c->input->path), (int)git->name.n,
		    git->name.p);
	gf_buf_release(&c->blob);
}

void
gf_intake_add(struct gf_intake *in, size_t number)
{
	struct gf_input *input = &in->inputs->v[number];
	struct cut c = { .in = in, .input = input, .file = (uint32_t)number,
	    .chunk = CHUNK };
	uint64_t size;

	input->plain = true;
	if (gf_str_is(input->path, "-")) {
		in->inputs->piped = true;
		read_all(&c);
		if (in->inputs->open)
			in->inputs->cut = true;
		return;
	}
	if (in->inputs->git != NULL) {
		add_blob(&c);
		return;
	}
	c.fd = gf_file_open(input->path.p, &size);
	if (c.fd < 0) {
		if (input->given)
			cannot(in->run, input->path);
		return;
	}
	if (size < CHUNK)
		c.chunk = (size_t)size + 1;
	read_all(&c);
	close(c.fd);
}

void
gf_intake_end(struct gf_intake *in)
{
	struct gf_batch *b;

	while ((b = gf_pool_take(in->pool)) != NULL)
		merge(in, b);
	gf_intake_settle(in, false);
	gf_pool_release(in->pool, in->run->arena);
	gf_progress_end(&in->progress);
	gf_findings_release(&in->waiting);
	free(in->waits);
}
