/* fuzz/tree: any bytes, cut into documents and read; nothing is lost between
 * the documents, spans hold, and a shorter buffer finds the same ones. */
#include "edits.h"
#include "text/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
check_piece(const struct gf_piece *piece, struct gf_arena *arena)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_fault fault = { 0 };
	struct gf_tree tree;

	if (!gf_piece_ok(piece, &fault) && fault.said[0] == '\0')
		broken("refused without a reason", piece->bytes);
	if (gf_tree_parse(&tree, piece->bytes, &limits, arena, &fault)) {
		check_spans(&tree);
		check_identity(&tree, arena);
	} else if (fault.said[0] == '\0') {
		broken("refused without a reason", piece->bytes);
	} else if ((size_t)fault.at.off + fault.at.len > piece->bytes.n) {
		broken("a fault outside of the document", piece->bytes);
	}
}

/* The same documents come when the bytes come a few at a time. */
static void
check_trickle(struct gf_str in, size_t step)
{
	struct gf_splitter whole = { 0 }, part = { 0 };
	struct gf_piece a, b;
	size_t have = 0;
	int r;

	for (;;) {
		while ((r = gf_split_next(&part, (struct gf_str){ in.p, have },
		    have == in.n, &b)) < 0) {
			if (have == in.n)
				broken("wants more than there is", in);
			have = in.n - have < step ? in.n : have + step;
		}
		if (gf_split_next(&whole, in, true, &a) != r)
			broken("another number of documents", in);
		if (r == 0)
			return;
		if (a.off != b.off || a.bytes.n != b.bytes.n ||
		    a.line != b.line || a.col != b.col)
			broken("other documents", in);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *p, size_t n)
{
	struct gf_str in = { (const char *)p, n };
	struct gf_splitter split = { 0 };
	struct gf_arena arena = { 0 };
	struct gf_piece piece;
	size_t at = 0;

	while (gf_split_next(&split, in, true, &piece) == 1) {
		if (piece.off < at || piece.off + piece.bytes.n > n)
			broken("documents overlap", in);
		at = piece.off + piece.bytes.n;
		check_piece(&piece, &arena);
	}
	gf_arena_release(&arena);
	check_trickle(in, 1 + n / 7);
	return 0;
}
