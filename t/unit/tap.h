/* What every unit test says: TAP on standard output. */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"

struct tap {
	int n, bad;
};

/* One test; returns whether it holds. */
GF_PRINTF(3, 4) static inline bool
tap_ok(struct tap *t, bool ok, const char *fmt, ...)
{
	va_list ap;

	printf("%sok %d - ", ok ? "" : "not ", ++t->n);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	t->bad += !ok;
	return ok;
}

/* Two texts are the same. */
static inline bool
tap_text(struct tap *t, struct gf_str got, const char *want, const char *name)
{
	bool ok = tap_ok(t, gf_str_is(got, want), "%s", name);

	if (!ok)
		printf("# got '%.*s', wanted '%s'\n", (int)got.n, got.p, want);
	return ok;
}

/* Two whole numbers are the same. */
static inline bool
tap_int(struct tap *t, long long got, long long want, const char *name)
{
	bool ok = tap_ok(t, got == want, "%s", name);

	if (!ok)
		printf("# got %lld, wanted %lld\n", got, want);
	return ok;
}

/* The plan, and the exit status. */
static inline int
tap_done(const struct tap *t)
{
	printf("1..%d\n", t->n);
	return t->bad != 0;
}

#endif
