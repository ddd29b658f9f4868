/* base/buf.h: bytes that grow at the end. */
#ifndef GF_BUF_H
#define GF_BUF_H

#include "base/def.h"
#include "base/str.h"

struct gf_arena;

/* All zero is an empty buffer. */
struct gf_buf {
	char *p;	/* the bytes; a NUL after the last once there are any */
	size_t n;
	size_t cap;
};

/* Append n bytes. */
void gf_buf_add(struct gf_buf *, const char *p, size_t n);
/* Append a slice. */
void gf_buf_str(struct gf_buf *, struct gf_str);
/* Append a string. */
void gf_buf_text(struct gf_buf *, const char *);
/* Append one byte. */
void gf_buf_byte(struct gf_buf *, char);
/* Append one byte n times. */
void gf_buf_fill(struct gf_buf *, char, size_t n);
/* Append as printf would. */
void gf_buf_printf(struct gf_buf *, const char *fmt, ...) GF_PRINTF(2, 3);
/* What the buffer holds, valid until it changes. */
struct gf_str gf_buf_view(const struct gf_buf *);
/* A copy of what it holds, with a NUL behind it; the arena owns it. */
struct gf_str gf_buf_keep(const struct gf_buf *, struct gf_arena *);
/* Forget the bytes but keep the memory. */
void gf_buf_clear(struct gf_buf *);
/* Give the memory back. */
void gf_buf_release(struct gf_buf *);

#endif
