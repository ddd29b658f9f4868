/* base/str.h: slices of bytes that somebody else owns. */
#ifndef GF_STR_H
#define GF_STR_H

#include <string.h>

#include "base/def.h"

struct gf_arena;

struct gf_str {
	const char *p;	/* not NUL-terminated */
	size_t n;
};

#define GF_STR(lit) ((struct gf_str){ "" lit, sizeof(lit) - 1 })

/* The slice of a whole C string; NULL is empty. */
static inline struct gf_str
gf_str(const char *s)
{
	return (struct gf_str){ s ? s : "", s ? strlen(s) : 0 };
}


/* Whether the bytes are those of a C string. */
static inline bool
gf_str_is(struct gf_str s, const char *z)
{
	size_t n = strlen(z);

	return n == s.n && (n == 0 || memcmp(s.p, z, n) == 0);
}


/* Whether two slices hold the same bytes. */
static inline bool
gf_str_eq(struct gf_str a, struct gf_str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}


/* The same with the case of ASCII letters ignored. */
bool gf_str_eq_fold(struct gf_str, struct gf_str);
/* A copy with a NUL behind it; the arena owns it. */
struct gf_str gf_str_keep(struct gf_str, struct gf_arena *);

/* Whether the bytes are those of a C string but for the case of ASCII letters. */
static inline bool
gf_str_is_fold(struct gf_str s, const char *z)
{
	/* lists of words are long, and the first letter tells most apart */
	return s.n == 0 ? z[0] == '\0' : (s.p[0] | 0x20) == (z[0] | 0x20) &&
	    gf_str_eq_fold(s, gf_str(z));
}

/* Order by bytes: negative, zero or positive. */
int gf_str_cmp(struct gf_str, struct gf_str);

/* Whether a slice begins with a C string. */
static inline bool
gf_str_starts(struct gf_str s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && (n == 0 || memcmp(s.p, z, n) == 0);
}


/* Whether a slice ends with a C string. */
static inline bool
gf_str_ends(struct gf_str s, const char *z)
{
	size_t n = strlen(z);

	return s.n >= n && (n == 0 || memcmp(s.p + s.n - n, z, n) == 0);
}

/* The slice without blanks, tabs and line ends on either side. */
struct gf_str gf_str_trim(struct gf_str);
/* Take what stands before the first c (or all) and leave what follows it. */
struct gf_str gf_str_cut(struct gf_str *rest, char c);
/* A quick hash of the bytes: tables and "is it still the same" live by it. */
uint64_t gf_str_hash(struct gf_str);
/* Where a C string first occurs in a slice; n of the slice if nowhere. */
size_t gf_str_find(struct gf_str, const char *);
/* How many letters differ, a swap of neighbours counting one (Damerau 1964), at most max + 1. */
size_t gf_str_distance(struct gf_str, struct gf_str, size_t max);
/* Whether no other candidate is as near to a mistyped word as this one. */
bool gf_str_alone(struct gf_str word, const char *near,
    const char *const *names, size_t n);
/* The number of a slice among n C strings, n if it is none of them. */
size_t gf_str_among(struct gf_str, const char *const *names, size_t n);
/* The candidate nearest to a mistyped word, NULL if none is near enough. */
const char *gf_str_nearest(struct gf_str word, const char *const *names,
    size_t n);

#endif
