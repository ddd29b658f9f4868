#include <string.h>

#include "base/mem.h"
#include "base/str.h"

#define LONGEST 64

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
gf_str_eq_fold(struct gf_str a, struct gf_str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return true;
}

struct gf_str
gf_str_keep(struct gf_str s, struct gf_arena *arena)
{
	return (struct gf_str){ gf_arena_copy(arena, s.p, s.n), s.n };
}

size_t
gf_str_among(struct gf_str s, const char *const *names, size_t n)
{
	size_t i = 0;

	while (i < n && !gf_str_is(s, names[i]))
		i++;
	return i;
}

int
gf_str_cmp(struct gf_str a, struct gf_str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	if (c != 0)
		return c;
	return a.n < b.n ? -1 : a.n > b.n;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct gf_str
gf_str_trim(struct gf_str s)
{
	while (s.n > 0 && blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n > 0 && blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct gf_str
gf_str_cut(struct gf_str *rest, char c)
{
	const char *at = rest->n ? memchr(rest->p, c, rest->n) : NULL;
	struct gf_str head = *rest;

	if (at == NULL) {
		rest->p += rest->n;
		rest->n = 0;
		return head;
	}
	head.n = (size_t)(at - rest->p);
	rest->p += head.n + 1;
	rest->n -= head.n + 1;
	return head;
}

/* Eight bytes a step, each mixed into all bits (the factor is 2^64 / phi). */
uint64_t
gf_str_hash(struct gf_str s)
{
	const uint64_t mix = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t h = s.n * mix, other = 0, word;
	size_t i = 0;

	/* of a long text two at a time, neither of which waits for the other */
	for (; i + 64 <= s.n; i += 16) {
		memcpy(&word, s.p + i, 8);
		h = (h ^ word) * mix;
		h ^= h >> 32;
		memcpy(&word, s.p + i + 8, 8);
		other = (other ^ word) * mix;
		other ^= other >> 32;
	}
	for (h ^= other * mix; i + 8 <= s.n; i += 8) {
		memcpy(&word, s.p + i, 8);
		h = (h ^ word) * mix;
		h ^= h >> 32;
	}
	for (word = 0; i < s.n; i++)
		word = word << 8 | (unsigned char)s.p[i];
	h = (h ^ word) * mix;
	return h ^ h >> 32;
}

size_t
gf_str_find(struct gf_str s, const char *z)
{
	size_t n = strlen(z), at = 0;
	const char *hit;

	while (n > 0 && at + n <= s.n) {
		hit = memchr(s.p + at, z[0], s.n - at - n + 1);
		if (hit == NULL)
			return s.n;
		at = (size_t)(hit - s.p);
		if (memcmp(hit, z, n) == 0)
			return at;
		at++;
	}
	return n > 0 ? s.n : 0;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

size_t
gf_str_distance(struct gf_str a, struct gf_str b, size_t max)
{
	size_t row[3][LONGEST + 1], best;
	size_t *before = row[0], *last = row[1], *now = row[2], *spare;

	if (a.n > LONGEST || b.n > LONGEST || a.n > b.n + max ||
	    b.n > a.n + max)
		return max + 1;
	for (size_t j = 0; j <= b.n; j++)
		last[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		best = now[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			now[j] = least(last[j - 1] + (a.p[i - 1] != b.p[j - 1]),
			    least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
			    a.p[i - 2] == b.p[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
			best = least(best, now[j]);
		}
		if (best > max)
			return max + 1;
		spare = before;
		before = last;
		last = now;
		now = spare;
	}
	return last[b.n];
}

const char *
gf_str_nearest(struct gf_str word, const char *const *names, size_t n)
{
	size_t most = word.n <= 3 ? 1 : word.n <= 7 ? 2 : 3;
	const char *best = NULL;

	for (size_t i = 0; i < n; i++) {
		size_t d = gf_str_distance(word, gf_str(names[i]), most);

		if (d <= most && d < word.n) {
			best = names[i];
			most = d;
			if (d == 0)
				break;
			most--;
		}
	}
	return best;
}

bool
gf_str_alone(struct gf_str word, const char *near, const char *const *names,
    size_t n)
{
	size_t least = gf_str_distance(word, gf_str(near), word.n + 1);

	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], near) != 0 && gf_str_distance(word,
		    gf_str(names[i]), least) <= least)
			return false;
	return true;
}
