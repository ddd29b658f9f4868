/* base/mem.h: memory that is there or ends the program. */
#ifndef GF_MEM_H
#define GF_MEM_H

#include "base/def.h"

/* End the program with status 2 and one line on standard error. */
GF_NORETURN void gf_die(const char *why);

/* Allocate n bytes, zeroed; the caller frees; never NULL. */
void *gf_alloc(size_t n);
/* Resize to n elements of the given size; the caller frees; never NULL. */
void *gf_resize(void *p, size_t n, size_t size);
/* Make room for one more element in a growing array of n elements. */
void *gf_grow(void *p, size_t n, size_t *cap, size_t size);

/* Memory that is let go all at once. */
struct gf_arena {
	struct gf_block *blocks;	/* newest first */
	char *at;			/* next free byte of the newest */
	size_t left;
	bool used;			/* the newest block held something before */
};

/* Take n zeroed bytes, aligned for any type; the arena owns them. */
void *gf_arena_alloc(struct gf_arena *, size_t n);
/* The same for bytes that the caller sets himself, every one. */
static inline void *gf_arena_take(struct gf_arena *, size_t n);
/* Take n bytes when the newest block has not so many left. */
void *gf_arena_more(struct gf_arena *, size_t n);
/* Copy n bytes and a NUL behind them; the arena owns the copy. */
char *gf_arena_copy(struct gf_arena *, const char *p, size_t n);
/* Forget all that was taken but keep one block for reuse. */
void gf_arena_clear(struct gf_arena *);
/* Give all memory back. */
void gf_arena_release(struct gf_arena *);
/* Move all memory of the second arena into the first, which then owns it. */
void gf_arena_join(struct gf_arena *, struct gf_arena *);

static inline void *
gf_arena_take(struct gf_arena *a, size_t n)
{
	char *p = a->at;

	n = (n + _Alignof(max_align_t) - 1) & ~(_Alignof(max_align_t) - 1);
	if (n == 0 || n > a->left)
		return gf_arena_more(a, n);
	a->at += n;
	a->left -= n;
	return p;
}

#endif
