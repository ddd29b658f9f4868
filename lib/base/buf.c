#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

static void
room(struct gf_buf *b, size_t n)
{
	size_t cap = b->cap ? b->cap : 64;

	if (n > SIZE_MAX / 4 || b->n > SIZE_MAX / 4)
		gf_die("out of memory");
	if (b->n + n < b->cap)
		return;
	while (cap <= b->n + n)
		cap *= 2;
	b->p = gf_resize(b->p, cap, 1);
	b->cap = cap;
}

void
gf_buf_add(struct gf_buf *b, const char *p, size_t n)
{
	room(b, n);
	if (n > 0)
		memcpy(b->p + b->n, p, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void
gf_buf_str(struct gf_buf *b, struct gf_str s)
{
	gf_buf_add(b, s.p, s.n);
}

void
gf_buf_text(struct gf_buf *b, const char *s)
{
	gf_buf_add(b, s, strlen(s));
}

void
gf_buf_byte(struct gf_buf *b, char c)
{
	gf_buf_add(b, &c, 1);
}

void
gf_buf_fill(struct gf_buf *b, char c, size_t n)
{
	room(b, n);
	memset(b->p + b->n, c, n);
	b->n += n;
	b->p[b->n] = '\0';
}

void
gf_buf_printf(struct gf_buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		return;
	room(b, (size_t)n);
	va_start(ap, fmt);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

struct gf_str
gf_buf_view(const struct gf_buf *b)
{
	return (struct gf_str){ b->p ? b->p : "", b->n };
}

struct gf_str
gf_buf_keep(const struct gf_buf *b, struct gf_arena *arena)
{
	return (struct gf_str){ gf_arena_copy(arena, b->p, b->n), b->n };
}

void
gf_buf_clear(struct gf_buf *b)
{
	b->n = 0;
	if (b->p != NULL)
		b->p[0] = '\0';
}

void
gf_buf_release(struct gf_buf *b)
{
	free(b->p);
	*b = (struct gf_buf){ 0 };
}
