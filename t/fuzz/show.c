/* fuzz/show: whatever a file holds, what is shown of it acts on nobody. */
#include <stdlib.h>

#include "base/utf8.h"
#include "out/show.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* UTF-8 without controls and marks that turn text. */
static void
check(struct gf_str s)
{
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (n == 0 || cp < 0x20 || (cp >= 0x7f && cp < 0xa0) ||
		    (cp >= 0x202a && cp <= 0x202e) ||
		    (cp >= 0x2066 && cp <= 0x2069) || cp == 0x2028 ||
		    cp == 0x2029 || cp == 0xfeff)
			abort();
	}
}

/* A string that JSON knows: quotes and backslashes only as escapes. */
static void
check_json(struct gf_str s)
{
	check(s);
	if (s.n < 2 || s.p[0] != '"' || s.p[s.n - 1] != '"')
		abort();
	for (size_t i = 1; i + 1 < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '<')
			abort();
		i += s.p[i] == '\\';
		if (i + 1 == s.n)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct gf_str in = { (const char *)data, n };
	struct gf_buf b = { 0 };

	gf_show(&b, in);
	check(gf_buf_view(&b));
	gf_buf_clear(&b);
	gf_show_path(&b, in);
	check(gf_buf_view(&b));
	if (gf_str_starts(gf_buf_view(&b), "::") ||
	    gf_str_starts(gf_buf_view(&b), "##["))
		abort();
	gf_buf_clear(&b);
	gf_json(&b, in);
	check_json(gf_buf_view(&b));
	gf_buf_release(&b);
	return 0;
}
