#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/sha256.h"
#include "cli/batch.h"
#include "cli/refit.h"
#include "text/edit.h"
#include "text/split.h"
#include "text/tree.h"

/* The pieces of a file, in the order in which they stand. */
struct pieces {
	struct gf_piece *v;
	struct gf_str *want;	/* what is to stand there */
	size_t n, cap;
};

static void
split(struct pieces *pieces, struct gf_str bytes)
{
	struct gf_splitter s = { 0 };
	struct gf_piece piece;

	*pieces = (struct pieces){ 0 };
	while (gf_split_next(&s, bytes, true, &piece) > 0) {
		pieces->v = gf_grow(pieces->v, pieces->n, &pieces->cap,
		    sizeof(*pieces->v));
		pieces->v[pieces->n++] = piece;
	}
	pieces->want = gf_alloc(pieces->n * sizeof(*pieces->want));
	for (size_t i = 0; i < pieces->n; i++)
		pieces->want[i] = pieces->v[i].bytes;
}

static void
free_pieces(struct pieces *pieces)
{
	free(pieces->v);
	free(pieces->want);
}

/*
 * The piece that a document was, from *next on; NULL if the file has changed.
 */
static const struct gf_piece *
find_piece(const struct pieces *pieces, size_t *next,
    const struct gf_origin *origin)
{
	const struct gf_piece *piece;
	char print[GF_PRINT_SIZE];

	while (*next < pieces->n && pieces->v[*next].line + 1 < origin->line)
		++*next;
	piece = *next < pieces->n ? &pieces->v[*next] : NULL;
	if (piece == NULL || piece->line + 1 != origin->line ||
	    piece->col + 1 != origin->col)
		return NULL;
	gf_fingerprint(piece->bytes, print);
	return strcmp(print, origin->was) == 0 ? piece : NULL;
}

/* Find what is to stand in the place of each piece. */
static enum gf_refit
place_docs(struct pieces *pieces, const struct gf_save_doc *const *docs,
    size_t n, const struct gf_limits *limits)
{
	const struct gf_piece *piece, *before = NULL;
	struct gf_fault fault;
	size_t next = 0;

	for (size_t i = 0; i < n && !docs[i]->origin->fresh; i++) {
		piece = find_piece(pieces, &next, docs[i]->origin);
		if (piece == NULL)
			return GF_REFIT_CHANGED;
		if (!gf_piece_ok(piece, &fault))
			return GF_REFIT_BROKEN;
		if (piece == before &&
		    !gf_str_eq(docs[i]->bytes, docs[i - 1]->bytes))
			return GF_REFIT_TWICE;
		if (docs[i]->piped && !gf_batch_ours(piece->bytes, limits))
			return GF_REFIT_FOREIGN;
		pieces->want[next] = docs[i]->bytes;
		before = piece;
	}
	return GF_REFIT_DONE;
}

/* Make the bytes that the file is to have. */
static void
splice(struct gf_buf *out, struct gf_str file, const struct pieces *pieces,
    const struct gf_save_doc *const *docs, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < pieces->n; i++) {
		const struct gf_piece *piece = &pieces->v[i];

		gf_buf_add(out, file.p + at, piece->off - at);
		gf_buf_str(out, pieces->want[i]);
		at = piece->off + piece->bytes.n;
	}
	if (at < file.n)
		gf_buf_add(out, file.p + at, file.n - at);
	for (size_t i = 0; i < n; i++)
		if (docs[i]->origin->fresh)
			gf_file_append(out, docs[i]->bytes);
}

/*
 * Whether bytes are YAML; empty says whether they are nothing but blanks and
 * comments.
 */
static bool
parses(struct gf_str bytes, const struct gf_limits *limits, bool *empty)
{
	struct gf_fault fault = { 0 };
	struct gf_arena arena = { 0 };
	struct gf_tree tree;
	bool good = gf_tree_parse(&tree, bytes, limits, &arena, &fault);

	*empty = good && tree.root == NULL;
	gf_arena_release(&arena);
	return good;
}

/*
 * How many documents stand before the first that is appended: a blank file has
 * none.
 */
static size_t
count_kept(const struct pieces *pieces, bool appends,
    const struct gf_limits *limits)
{
	bool empty;

	if (appends && pieces->n == 1 && pieces->v[0].opener.p == NULL &&
	    parses(pieces->v[0].bytes, limits, &empty) && empty)
		return 0;
	return pieces->n;
}

/* Whether a document is as wanted; what is appended ends its last line. */
static bool
as_wanted(struct gf_str is, struct gf_str want, bool appended)
{
	if (appended && want.n > 0 && !gf_str_ends(want, "\n") &&
	    gf_str_ends(is, "\n"))
		is.n -= gf_str_ends(is, "\r\n") ? 2 : 1;
	return gf_str_eq(is, want);
}

/*
 * Whether the new bytes fall into what is wanted: every document as it was or
 * as it was given, then those that were appended, and all that is new is YAML.
 */
static bool
proven(struct gf_str out, const struct pieces *pieces, size_t fresh,
    const struct gf_limits *limits)
{
	size_t kept = count_kept(pieces, fresh > 0, limits);
	struct pieces now;
	bool good, empty;

	split(&now, out);
	good = now.n == kept + fresh;
	for (size_t i = 0; good && i < now.n; i++) {
		struct gf_str is = now.v[i].bytes;

		if (i < kept && !as_wanted(is, pieces->want[i], fresh > 0 &&
		    i + 1 == kept))
			good = false;
		else if (i >= kept || !gf_str_eq(is, pieces->v[i].bytes))
			good = parses(is, limits, &empty);
	}
	free_pieces(&now);
	return good;
}

enum gf_refit
gf_refit(struct gf_buf *out, struct gf_str file,
    const struct gf_save_doc *const *docs, size_t n,
    const struct gf_limits *limits)
{
	size_t fresh = 0;
	struct pieces pieces;
	enum gf_refit result;

	for (size_t i = 0; i < n; i++)
		fresh += docs[i]->origin->fresh;
	split(&pieces, file);
	result = place_docs(&pieces, docs, n, limits);
	if (result == GF_REFIT_DONE) {
		splice(out, file, &pieces, docs, n);
		if (!proven(gf_buf_view(out), &pieces, fresh, limits))
			result = GF_REFIT_MOVED;
	}
	free_pieces(&pieces);
	return result;
}
