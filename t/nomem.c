/* Loaded before the C library: the NOMEM_AT-th allocation fails, NOMEM_LOG gets how many there were. */
#include <stddef.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned long count, at;

static int
fails(void)
{
	const char *s;

	if (count++ == 0) {
		s = getenv("NOMEM_AT");
		at = s ? strtoul(s, NULL, 10) : 0;
	}
	if (count != at)
		return 0;
	errno = ENOMEM;
	return 1;
}

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *
malloc(size_t n)
{
	return fails() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return fails() ? NULL : __libc_realloc(p, n);
}

__attribute__((destructor)) static void
tell(void)
{
	const char *path = getenv("NOMEM_LOG");
	unsigned long n = count;
	FILE *f = path ? fopen(path, "w") : NULL;

	if (f != NULL) {
		fprintf(f, "%lu\n", n);
		fclose(f);
	}
}
