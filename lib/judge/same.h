/* judge/same.h: whether two sentences say the same. */
#ifndef GF_SAME_H
#define GF_SAME_H

#include "base/mem.h"
#include "base/str.h"

/* A letter that is one of two code points, and those. */
struct gf_composed {
	uint16_t letter, base, mark;
};
/* Sorted by letter. */
extern const struct gf_composed gf_composed[];
extern const size_t gf_ncomposed;

/* A text as its words: small letters, marks apart, no signs. */
struct gf_words {
	struct gf_str *v;
	size_t n;
	struct gf_str text;	/* all of them, a blank between two */
};

/* Cut a text into words; the arena owns them. */
struct gf_words gf_words_read(struct gf_str, struct gf_arena *);
/* Whether a word is one of a list that ends with NULL. */
bool gf_words_any(struct gf_str word, const char *const *list);

enum gf_sameness {
	GF_SAME_NOT,
	GF_SAME_NEAR,	/* a person may tell */
	GF_SAME_YES	/* but for case, Unicode form, signs, articles, endings */
};

/*
 * Compare two sentences: words without their endings; near are those that have
 * seven of ten words that mean something in common (Dice 1945), or that a
 * slip of the pen could explain. The arena is for scratch.
 */
enum gf_sameness gf_same(struct gf_str, struct gf_str, struct gf_arena *);
/*
 * The first three letters of the words of a text as a small set: two words of
 * one stem begin alike, for a stem has three letters or all of its word.
 */
struct gf_heads {
	uint64_t set[4];
	bool plain;		/* it is ASCII; else the set is empty */
};

void gf_heads_read(struct gf_heads *, struct gf_str);
/*
 * How many words of a text may stand in that of the heads: no fewer than
 * gf_echoes() counts, and told at once.
 */
size_t gf_heads_shared(const struct gf_heads *, struct gf_str);
/*
 * How many in a hundred of the words that mean something in a text stand in
 * another, too, but for endings, and how many it has; the arena is for scratch.
 */
unsigned gf_echoes(struct gf_str, struct gf_str of, size_t *n,
    struct gf_arena *);
/*
 * How much two texts have in common of the words that mean something, 0 to 100
 * (Dice 1945); the arena is for scratch.
 */
unsigned gf_alike(struct gf_str, struct gf_str, struct gf_arena *);

#endif
