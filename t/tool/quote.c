/* tool/quote: writes texts (each ends with a NUL on standard input) as YAML: one
 * list in block style, then as many in flow style with one item each. */
#include <stdio.h>
#include <string.h>

#include "text/quote.h"

static void
put(struct gf_buf *out, struct gf_str s, enum gf_style want)
{
	gf_buf_text(out, "- ");
	gf_quote(out, s, want, false, false);
	gf_buf_text(out, "\n- [");
	gf_quote(out, s, want, true, false);
	gf_buf_text(out, "]\n- key: ");
	gf_quote(out, s, want, false, false);
	gf_buf_text(out, "\n- {");
	gf_quote(out, s, want, true, false);
	gf_buf_text(out, ": ");
	gf_quote(out, s, want, true, false);
	gf_buf_text(out, "}\n");
}

int
main(void)
{
	struct gf_buf in = { 0 }, out = { 0 };
	char part[8192];
	size_t n;
	struct gf_str rest;

	while ((n = fread(part, 1, sizeof(part), stdin)) > 0)
		gf_buf_add(&in, part, n);
	rest = gf_buf_view(&in);
	while (rest.n > 0) {
		struct gf_str s = gf_str_cut(&rest, '\0');

		put(&out, s, GF_PLAIN);
		put(&out, s, GF_SINGLE);
		put(&out, s, GF_DOUBLE);
	}
	if (out.n > 0 && fwrite(out.p, 1, out.n, stdout) != out.n)
		return 2;
	if (fflush(stdout) != 0)
		return 2;
	gf_buf_release(&in);
	gf_buf_release(&out);
	return 0;
}
