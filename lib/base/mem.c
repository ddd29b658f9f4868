#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

#define BLOCK_FIRST ((size_t)16 * 1024)
#define BLOCK_MOST ((size_t)1024 * 1024)
#define ALIGN _Alignof(max_align_t)

struct gf_block {
	struct gf_block *next;
	size_t size;
	max_align_t bytes[];
};

void
gf_die(const char *why)
{
	static const char name[] = "goalfile: ";

	/* No stdio here: it may itself want memory. */
	if (write(2, name, sizeof(name) - 1) < 0 ||
	    write(2, why, strlen(why)) < 0 || write(2, "\n", 1) < 0)
		_exit(2);
	_exit(2);
}

void *
gf_alloc(size_t n)
{
	void *p = calloc(1, n ? n : 1);

	if (p == NULL)
		gf_die("out of memory");
	return p;
}

void *
gf_resize(void *p, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		gf_die("out of memory");
	p = realloc(p, n > 0 ? n * size : 1);
	if (p == NULL)
		gf_die("out of memory");
	return p;
}

void *
gf_grow(void *p, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return p;
	*cap = *cap ? *cap * 2 : 8;
	return gf_resize(p, *cap, size);
}

static void
new_block(struct gf_arena *a, size_t n)
{
	size_t size = a->blocks ? a->blocks->size * 2 : BLOCK_FIRST;
	struct gf_block *b;

	if (size > BLOCK_MOST)
		size = BLOCK_MOST;
	if (size < n)
		size = n;
	if (size > SIZE_MAX - sizeof(*b))
		gf_die("out of memory");
	b = calloc(1, sizeof(*b) + size);
	if (b == NULL)
		gf_die("out of memory");
	b->size = size;
	b->next = a->blocks;
	a->blocks = b;
	a->at = (char *)b->bytes;
	a->left = size;
	a->used = false;
}

void *
gf_arena_more(struct gf_arena *a, size_t n)
{
	void *p;

	if (n == 0)
		n = ALIGN;
	if (n > a->left)
		new_block(a, n);
	p = a->at;
	a->at += n;
	a->left -= n;
	return p;
}

void *
gf_arena_alloc(struct gf_arena *a, size_t n)
{
	void *p;

	if (n > SIZE_MAX - ALIGN)
		gf_die("out of memory");
	p = gf_arena_take(a, n);
	return a->used ? memset(p, 0, n) : p;
}

char *
gf_arena_copy(struct gf_arena *a, const char *p, size_t n)
{
	char *to;

	if (n == SIZE_MAX)
		gf_die("out of memory");
	if (n + 1 > a->left)
		new_block(a, n + 1);
	/* Texts want no alignment: they fill the block from its far end. */
	a->left -= n + 1;
	to = a->at + a->left;
	if (n > 0)
		memcpy(to, p, n);
	to[n] = '\0';
	return to;
}

void
gf_arena_clear(struct gf_arena *a)
{
	struct gf_block *keep = a->blocks, *next;

	if (keep == NULL)
		return;
	for (struct gf_block *b = keep->next; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	keep->next = NULL;
	a->at = (char *)keep->bytes;
	a->left = keep->size;
	a->used = true;
}

void
gf_arena_release(struct gf_arena *a)
{
	gf_arena_clear(a);
	free(a->blocks);
	*a = (struct gf_arena){ 0 };
}

void
gf_arena_join(struct gf_arena *a, struct gf_arena *from)
{
	struct gf_block *last = from->blocks;

	if (last == NULL)
		return;
	while (last->next != NULL)
		last = last->next;
	last->next = a->blocks;
	*a = *from;
	*from = (struct gf_arena){ 0 };
}
