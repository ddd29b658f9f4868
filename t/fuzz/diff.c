/* fuzz/diff: two texts; their difference, applied to the first, is the second. */
#include <stdlib.h>
#include <string.h>

#include "out/diff.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/* Take the next line of a text with its end. */
static struct gf_str
next(struct gf_str *rest)
{
	const char *nl = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
	struct gf_str line = { rest->p, nl ? (size_t)(nl - rest->p) + 1 :
	    rest->n };

	*rest = (struct gf_str){ rest->p + line.n, rest->n - line.n };
	return line;
}

static void
must(bool holds)
{
	if (!holds)
		abort();
}

/* Add lines as they are up to the one with a number, from 1. */
static void
keep(struct gf_buf *out, struct gf_str *old, size_t *at, size_t until)
{
	for (; *at < until; ++*at) {
		must(old->n > 0);
		gf_buf_str(out, next(old));
	}
}

/* The first line that a hunk speaks of. */
static size_t
first_line(struct gf_str header)
{
	const char *p = header.p + strlen("@@ -");
	size_t line, n = 1;
	char *end;

	line = strtoul(p, &end, 10);
	if (*end == ',')
		n = strtoul(end + 1, NULL, 10);
	return n == 0 ? line + 1 : line;
}

static void
apply(struct gf_buf *out, struct gf_str old, struct gf_str diff)
{
	size_t at = 1;

	next(&diff);
	next(&diff);
	while (diff.n > 0) {
		struct gf_str line = next(&diff), text;
		char sign = line.p[0];

		if (sign == '@') {
			keep(out, &old, &at, first_line(line));
			continue;
		}
		text = (struct gf_str){ line.p + 1, line.n - 1 };
		if (diff.n > 0 && diff.p[0] == '\\') {
			next(&diff);
			text.n--;
		}
		must(sign == '+' || sign == '-' || sign == ' ');
		if (sign != '+') {
			must(gf_str_eq(next(&old), text));
			at++;
		}
		if (sign != '-')
			gf_buf_str(out, text);
	}
	gf_buf_str(out, old);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	const char *p = (const char *)data;
	const char *cut = n ? memchr(p, 0xff, n) : NULL;
	struct gf_str old = { p, cut ? (size_t)(cut - p) : n / 2 };
	struct gf_str new = { p + old.n + (cut != NULL),
	    n - old.n - (cut != NULL) };
	struct gf_buf diff = { 0 }, out = { 0 };

	gf_diff(&diff, GF_STR("x"), old, new, false);
	if (diff.n > 0)
		apply(&out, old, gf_buf_view(&diff));
	else
		gf_buf_str(&out, old);
	must(gf_str_eq(gf_buf_view(&out), new));
	gf_buf_release(&diff);
	gf_buf_release(&out);
	return 0;
}
