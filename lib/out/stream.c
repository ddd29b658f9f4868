#include "base/sha256.h"
#include "out/stream.h"

void
gf_stream_doc(struct gf_buf *b, const struct gf_doc *d)
{
	struct gf_origin o = d->origin;

	if (o.was[0] == '\0' && !o.fresh)
		gf_fingerprint(d->bytes, o.was);
	gf_origin_print(b, &o);
	gf_buf_str(b, d->bytes);
	if (d->bytes.n > 0 && d->bytes.p[d->bytes.n - 1] != '\n')
		gf_buf_byte(b, '\n');
}

void
gf_stream_end(struct gf_buf *b, size_t n)
{
	gf_buf_printf(b, "%s# end %zu\n", n > 0 ? "... " : "", n);
}
