#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "judge/same.h"
#include "judge/word.h"

#define HANGUL_FIRST 0xac00u
#define HANGUL_LAST 0xd7a3u
#define MOST_WORDS 400		/* of an answer are looked at */

static const char *const articles[] = { "a", "an", "the", NULL };

/* Code points of one letter taken apart, marks in the order of their number. */
struct apart {
	uint32_t cp[16];
	size_t n;
};

static int
by_letter(const void *key, const void *row)
{
	uint32_t cp = *(const uint32_t *)key;
	const struct gf_composed *c = row;

	return cp < c->letter ? -1 : cp > c->letter;
}

static bool
is_mark(uint32_t cp)
{
	return (cp >= 0x300 && cp <= 0x36f) || cp == 0x3099 || cp == 0x309a;
}

/* The letter that a form of it stands for: wide, small, joined. */
static uint32_t
plain(uint32_t cp)
{
	if (cp >= 0xff01 && cp <= 0xff5e)
		cp -= 0xfee0;
	if ((cp >= 'A' && cp <= 'Z') || (cp >= 0x391 && cp <= 0x3a9) ||
	    (cp >= 0x410 && cp <= 0x42f))
		return cp + 32;
	if (cp >= 0x400 && cp <= 0x40f)
		return cp + 80;
	if (cp == 0xc6 || cp == 0xd0 || cp == 0xd8 || cp == 0xde)
		return cp + 32;
	if (cp == 0x110 || cp == 0x141 || cp == 0x14a || cp == 0x152)
		return cp + 1;
	return cp == 0x3c2 ? 0x3c3 : cp;
}

static void
put(struct apart *a, uint32_t cp)
{
	size_t at = a->n;

	if (a->n == GF_LEN(a->cp))
		return;
	while (is_mark(cp) && at > 0 && is_mark(a->cp[at - 1]) &&
	    a->cp[at - 1] > cp) {
		a->cp[at] = a->cp[at - 1];
		at--;
	}
	a->cp[at] = cp;
	a->n++;
}

static void
take_apart(struct apart *a, uint32_t cp)
{
	uint32_t marks[4];
	size_t n = 0;

	while (n < GF_LEN(marks)) {
		const struct gf_composed *c = cp > 0xffff ? NULL :
		    bsearch(&cp, gf_composed, gf_ncomposed,
		    sizeof(*gf_composed), by_letter);

		if (c == NULL)
			break;
		marks[n++] = c->mark;
		cp = c->base;
	}
	if (cp >= HANGUL_FIRST && cp <= HANGUL_LAST) {
		uint32_t s = cp - HANGUL_FIRST;

		put(a, 0x1100 + s / 588);
		put(a, 0x1161 + s % 588 / 28);
		if (s % 28 > 0)
			put(a, 0x11a7 + s % 28);
	} else if (cp == 0xdf) {
		put(a, 's');
		put(a, 's');
	} else
		put(a, plain(cp));
	while (n > 0)
		put(a, marks[--n]);
}

/* What stands inside a word and is no letter of it: don't, co-operate. */
static bool
is_joint(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x2bc || cp == 0xad ||
	    cp == 0x200c || cp == 0x200d;
}

/* Whether a byte of ASCII is part of a word, in lower case. */
static bool
is_wordly(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%';
}

static bool
is_sign(uint32_t cp)
{
	if (cp < 0x80)
		return !is_wordly((char)cp);
	return (cp >= 0x80 && cp <= 0xbf && cp != 0xaa && cp != 0xb5 &&
	    cp != 0xba) || cp == 0xd7 || cp == 0xf7 ||
	    (cp >= 0x2000 && cp <= 0x206f) || (cp >= 0x3000 && cp <= 0x303f) ||
	    cp == 0xfeff;
}

/* A letter with its marks; a sign ends a word. */
static void
spell_letter(struct gf_buf *b, struct apart *a)
{
	char utf8[4];

	for (size_t k = 0; k < a->n; k++) {
		if (!is_sign(a->cp[k]))
			gf_buf_add(b, utf8, gf_utf8_put(a->cp[k], utf8));
		else if (b->n > 0 && b->p[b->n - 1] != ' ')
			gf_buf_byte(b, ' ');
	}
	a->n = 0;
}

/* All words with a blank between two. */
static void
spell(struct gf_buf *b, struct gf_str s)
{
	struct apart a = { 0 };
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (n == 0) {
			n = 1;
			cp = 0xfffd;
		}
		if (is_joint(cp))
			continue;
		if (!is_mark(cp))
			spell_letter(b, &a);
		take_apart(&a, cp);
	}
	spell_letter(b, &a);
	while (b->n > 0 && b->p[b->n - 1] == ' ')
		b->n--;
}

/* The same of a text of ASCII, which has no marks and no forms of a letter. */
static struct gf_str
spell_plain(struct gf_str s, struct gf_arena *arena)
{
	char *to = gf_arena_take(arena, s.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (is_wordly(c))
			to[n++] = c;
		else if (c != '\'' && n > 0 && to[n - 1] != ' ')
			to[n++] = ' ';
	}
	while (n > 0 && to[n - 1] == ' ')
		n--;
	to[n] = '\0';
	return (struct gf_str){ to, n };
}

struct gf_words
gf_words_read(struct gf_str s, struct gf_arena *arena)
{
	struct gf_words w = { 0 };
	struct gf_buf b = { 0 };
	struct gf_str rest;
	size_t blanks = 0;

	if (gf_utf8_plain(s)) {
		w.text = spell_plain(s, arena);
	} else {
		spell(&b, s);
		w.text = (struct gf_str){ gf_arena_copy(arena, b.p, b.n), b.n };
		gf_buf_release(&b);
	}
	rest = w.text;
	for (size_t i = 0; i < w.text.n; i++)
		blanks += w.text.p[i] == ' ';
	w.v = gf_arena_alloc(arena, (blanks + 1) * sizeof(*w.v));
	while (rest.n > 0 && w.n < MOST_WORDS)
		w.v[w.n++] = gf_str_cut(&rest, ' ');
	return w;
}

bool
gf_words_any(struct gf_str word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (word.n > 0 && word.p[0] == **list &&
		    gf_str_is(word, *list))
			return true;
	return false;
}

static bool
is_vowel(char c)
{
	return memchr("aeiouy", c, 6) != NULL;
}

/* A word without the ending that its place in the sentence gives it. */
static struct gf_str
stem(struct gf_str s)
{
	static const char *const endings[] = { "ing", "ed", "es", "s", NULL };

	for (const char *const *e = endings; *e != NULL; e++) {
		size_t n = strlen(*e);

		if (s.n < n + 3 || !gf_str_ends(s, *e) ||
		    gf_str_ends(s, "ss") || gf_str_ends(s, "us"))
			continue;
		s.n -= n;
		if (n > 1 && s.n > 3 && s.p[s.n - 1] == s.p[s.n - 2] &&
		    !is_vowel(s.p[s.n - 1]) && s.p[s.n - 1] != 'l' &&
		    s.p[s.n - 1] != 's')
			s.n--;
		break;
	}
	/* famil-y and famil-ies, lik-e and lik-ing are one */
	while (s.n > 3 && memchr("eiy", s.p[s.n - 1], 3) != NULL)
		s.n--;
	return s;
}

static bool
has_digit(struct gf_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* Whether a word means something and does not only join others. */
static bool
is_content(struct gf_str s)
{
	static const char *const fillers[] = { "i", "me", "my", "we", "us",
	    "our", "you", "it", "its", "im", "id", "will", "would", "can",
	    "could", "want", "wants", "have", "has", "get", "more", NULL };
	const struct gf_word *w = gf_word_find(s);

	return (w == NULL || (w->is & GF_W_STOP) == 0) &&
	    !gf_words_any(s, fillers);
}

/* The stems of a text but for articles, or of what means something in it. */
static size_t
stems(const struct gf_words *w, bool content, struct gf_str *to)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		if (content ? is_content(w->v[i]) :
		    !gf_words_any(w->v[i], articles))
			to[n++] = stem(w->v[i]);
	return n;
}

/* How many stems two lists have in common; the second is used up. */
static size_t
common(const struct gf_str *a, size_t na, struct gf_str *b, size_t nb)
{
	size_t n = 0;

	for (size_t i = 0; i < na; i++)
		for (size_t k = 0; k < nb; k++)
			if (b[k].n > 0 && gf_str_eq(a[i], b[k])) {
				b[k].n = 0;
				n++;
				break;
			}
	return n;
}

/* Whether one of the figures of a text is not in the other. */
static bool
figures_differ(const struct gf_words *a, const struct gf_words *b)
{
	for (size_t i = 0; i < a->n; i++) {
		bool found = !has_digit(a->v[i]);

		for (size_t k = 0; k < b->n && !found; k++)
			found = gf_str_eq(a->v[i], b->v[k]);
		if (!found)
			return true;
	}
	return false;
}

static bool
near(const struct gf_words *a, const struct gf_words *b, struct gf_str *x,
    struct gf_str *y)
{
	size_t nx = stems(a, true, x), ny = stems(b, true, y);
	size_t slips = (a->text.n < b->text.n ? a->text.n : b->text.n) / 10;

	if (figures_differ(a, b) || figures_differ(b, a))
		return false;
	if (nx > 0 && ny > 0 && 20 * common(x, nx, y, ny) >= 7 * (nx + ny))
		return true;
	slips = slips < 4 ? slips + 1 : 4;
	return a->text.n >= 5 && b->text.n >= 5 && a->text.n < 1000 &&
	    b->text.n < 1000 && gf_str_distance(a->text, b->text, slips) <=
	    slips;
}

enum gf_sameness
gf_same(struct gf_str s, struct gf_str t, struct gf_arena *arena)
{
	struct gf_words a = gf_words_read(s, arena);
	struct gf_words b = gf_words_read(t, arena);
	struct gf_str *x = gf_arena_alloc(arena, (a.n + 1) * sizeof(*x));
	struct gf_str *y = gf_arena_alloc(arena, (b.n + 1) * sizeof(*y));
	size_t nx = stems(&a, false, x), ny = stems(&b, false, y), i = 0;

	while (nx == ny && i < nx && gf_str_eq(x[i], y[i]))
		i++;
	if (nx > 0 && nx == ny && i == nx)
		return GF_SAME_YES;
	return a.n > 0 && b.n > 0 && near(&a, &b, x, y) ? GF_SAME_NEAR :
	    GF_SAME_NOT;
}

unsigned
gf_alike(struct gf_str s, struct gf_str t, struct gf_arena *arena)
{
	struct gf_words a = gf_words_read(s, arena);
	struct gf_words b = gf_words_read(t, arena);
	struct gf_str *x = gf_arena_alloc(arena, (a.n + 1) * sizeof(*x));
	struct gf_str *y = gf_arena_alloc(arena, (b.n + 1) * sizeof(*y));
	size_t nx = stems(&a, true, x), ny = stems(&b, true, y);

	if (nx == 0 || ny == 0)
		return 0;
	return (unsigned)(200 * common(x, nx, y, ny) / (nx + ny));
}

/* Cut the next word off a text of ASCII: its head as one of 256, -1: none. */
static int
next_head(struct gf_str *s)
{
	uint32_t head = 0;
	size_t len = 0, i = 0;

	for (; i < s->n; i++) {
		char c = s->p[i], small = (char)(c | 0x20);

		if ((small >= 'a' && small <= 'z') || is_wordly(c)) {
			/* a digit and a percent sign stay what they are */
			if (len++ < 3)
				head = head << 8 | (unsigned char)small;
		} else if (c != '\'' && len > 0) {
			break;
		}
	}
	s->p += i;
	s->n -= i;
	/* the top of a product (2^32 / phi) */
	return len > 0 ? (int)(head * UINT32_C(0x9e3779b1) >> 24) : -1;
}

void
gf_heads_read(struct gf_heads *heads, struct gf_str s)
{
	int head;

	*heads = (struct gf_heads){ .plain = gf_utf8_plain(s) };
	while (heads->plain && (head = next_head(&s)) >= 0)
		heads->set[head / 64] |= UINT64_C(1) << head % 64;
}

size_t
gf_heads_shared(const struct gf_heads *heads, struct gf_str s)
{
	size_t n = 0;
	int head;

	if (!heads->plain || !gf_utf8_plain(s))
		return SIZE_MAX;
	while ((head = next_head(&s)) >= 0)
		n += heads->set[head / 64] >> head % 64 & 1;
	return n;
}

unsigned
gf_echoes(struct gf_str s, struct gf_str of, size_t *n, struct gf_arena *arena)
{
	struct gf_words a = gf_words_read(s, arena);
	struct gf_words b = gf_words_read(of, arena);
	struct gf_str *x = gf_arena_alloc(arena, (a.n + 1) * sizeof(*x));
	struct gf_str *y = gf_arena_alloc(arena, (b.n + 1) * sizeof(*y));
	size_t ny = stems(&b, true, y);

	*n = stems(&a, true, x);
	return *n == 0 ? 0 : (unsigned)(100 * common(x, *n, y, ny) / *n);
}
