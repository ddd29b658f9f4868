/* fuzz/refit: a document of a file becomes a text; all around it stays. */
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "cli/refit.h"
#include "text/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* The piece with a number, or the last; false if there is none. */
static bool
choose(struct gf_str file, unsigned number, struct gf_piece *piece)
{
	struct gf_splitter s = { 0 };
	bool any = false;

	for (struct gf_piece p; gf_split_next(&s, file, true, &p) > 0; ) {
		*piece = p;
		any = true;
		if (number-- == 0)
			break;
	}
	return any;
}

/* What was put in may have lost its line end, as the file had none there. */
static void
check(struct gf_str out, struct gf_str file, const struct gf_piece *piece,
    struct gf_str text)
{
	size_t behind = piece->off + piece->bytes.n;
	struct gf_str tail = { file.p + behind, file.n - behind };
	size_t n = out.n - piece->off - tail.n;

	must(out.n >= piece->off + tail.n && n <= text.n && n + 2 >= text.n);
	must(memcmp(out.p, file.p, piece->off) == 0);
	must(n == 0 || memcmp(out.p + piece->off, text.p, n) == 0);
	must(tail.n == 0 || memcmp(out.p + out.n - tail.n, tail.p,
	    tail.n) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct gf_limits limits = gf_limits_default();
	const char *p = (const char *)data;
	struct gf_origin origin = { .path = GF_STR("x") };
	struct gf_save_doc doc = { .origin = &origin };
	const struct gf_save_doc *docs = &doc;
	struct gf_buf out = { 0 };
	struct gf_piece piece;
	struct gf_str file;

	if (n < 2)
		return 0;
	file = (struct gf_str){ p + 1, (n - 1) * 2 / 3 };
	doc.bytes = (struct gf_str){ file.p + file.n, n - 1 - file.n };
	if (!choose(file, data[0] & 7u, &piece))
		return 0;
	origin.line = (uint32_t)piece.line + 1;
	origin.col = (uint32_t)piece.col + 1;
	gf_fingerprint(piece.bytes, origin.was);
	if (gf_refit(&out, file, &docs, 1, &limits) == GF_REFIT_DONE)
		check(gf_buf_view(&out), file, &piece, doc.bytes);
	gf_buf_clear(&out);
	origin.was[0] ^= 1;
	must(gf_refit(&out, file, &docs, 1, &limits) == GF_REFIT_CHANGED);
	gf_buf_clear(&out);
	origin.fresh = true;
	if (gf_refit(&out, file, &docs, 1, &limits) == GF_REFIT_DONE)
		must(out.n >= file.n && memcmp(out.p, file.p, file.n) == 0);
	gf_buf_release(&out);
	return 0;
}
