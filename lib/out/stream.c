#include "base/sha256.h"
#include "out/stream.h"

/* How the last line of some bytes that has an end ends. */
static const char *
line_end(struct gf_str s)
{
	while (s.n > 0 && !gf_str_ends(s, "\n"))
		s.n--;
	return gf_str_ends(s, "\r\n") ? "\r\n" : "\n";
}

void
gf_stream_doc(struct gf_buf *b, const struct gf_doc *d)
{
	struct gf_origin o = d->origin;

	if (o.was[0] == '\0' && !o.fresh)
		gf_fingerprint(d->bytes, o.was);
	gf_origin_print(b, &o);
	gf_buf_str(b, d->bytes);
	if (d->bytes.n > 0 && !gf_str_ends(d->bytes, "\n"))
		gf_buf_text(b, line_end(d->bytes));
}

void
gf_stream_end(struct gf_buf *b, size_t n)
{
	gf_buf_printf(b, "%s# end %zu\n", n > 0 ? "... " : "", n);
}
