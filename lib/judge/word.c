#include <string.h>

#include "judge/word.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static const struct gf_word *
search(const struct gf_word *words, size_t high, const char *key)
{
	size_t low = 0;

	while (low < high) {
		size_t mid = (low + high) / 2, i = 0;
		const char *text = words[mid].text;
		int c;

		while (key[i] == text[i] && key[i] != '\0')
			i++;
		c = (unsigned char)key[i] - (unsigned char)text[i];
		if (c == 0)
			return &words[mid];
		if (c < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

const struct gf_word_table gf_word_tables[] = {
	{ gf_words_a, &gf_nwords_a }, { gf_words_d, &gf_nwords_d },
	{ gf_words_i, &gf_nwords_i }, { gf_words_p, &gf_nwords_p },
	{ gf_words_s, &gf_nwords_s },
	{ gf_words_foreign, &gf_nwords_foreign },
};
const size_t gf_nword_tables = GF_LEN(gf_word_tables);

bool
gf_word_fold(struct gf_str word, char key[static GF_WORD_LONGEST + 1])
{
	if (word.n == 0 || word.n > GF_WORD_LONGEST)
		return false;
	for (size_t i = 0; i < word.n; i++)
		key[i] = lower(word.p[i]);
	key[word.n] = '\0';
	return true;
}

const struct gf_word *
gf_word_find(struct gf_str word)
{
	const struct gf_word_table *table = gf_word_tables;
	const struct gf_word_table *last = table + gf_nword_tables - 1;
	char key[GF_WORD_LONGEST + 1];
	const struct gf_word *found;

	if (!gf_word_fold(word, key))
		return NULL;
	while (table + 1 < last && key[0] >= table[1].rows[0].text[0])
		table++;
	found = search(table->rows, *table->n, key);
	return found ? found : search(last->rows, *last->n, key);
}

/* A verb by its form without an ending, also where it lost or doubled a letter. */
static const struct gf_word *
verb_of(struct gf_str stem)
{
	char whole[GF_WORD_LONGEST + 1];
	const struct gf_word *w;

	if (stem.n < 2 || stem.n + 1 > GF_WORD_LONGEST)
		return NULL;
	memcpy(whole, stem.p, stem.n);
	whole[stem.n] = 'e';
	w = gf_word_find((struct gf_str){ whole, stem.n + 1 });
	if (w == NULL || !(w->is & GF_W_DOING))
		w = gf_word_find(stem);
	if ((w == NULL || !(w->is & GF_W_DOING)) &&
	    lower(stem.p[stem.n - 1]) == 'i') {
		whole[stem.n - 1] = 'y';
		w = gf_word_find((struct gf_str){ whole, stem.n });
	}
	if ((w == NULL || !(w->is & GF_W_DOING)) && stem.n > 3 &&
	    stem.p[stem.n - 1] == stem.p[stem.n - 2])
		w = gf_word_find((struct gf_str){ stem.p, stem.n - 1 });
	return w != NULL && (w->is & GF_W_DOING) ? w : NULL;
}

uint64_t
gf_word_participle(struct gf_str word)
{
	const struct gf_word *verb;

	if (word.n < 5 || !gf_str_eq_fold((struct gf_str){
	    word.p + word.n - 2, 2 }, GF_STR("ed")))
		return 0;
	verb = verb_of((struct gf_str){ word.p, word.n - 2 });
	if (verb == NULL)
		return 0;
	/* improved is no end, and better than before says nothing */
	if (verb->is & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE))
		return GF_W_PAST | GF_W_EASES;
	if (verb->is & (GF_W_SOFTVERB | GF_W_CARE | GF_W_HOLD))
		return GF_W_PAST | GF_W_EASES;
	return GF_W_PAST | (verb->is & (GF_W_EVENT | GF_W_MAKE) ?
	    GF_W_EVENT : 0);
}

const struct gf_word *
gf_word_gerund(struct gf_str word)
{
	if (word.n < 6 || !gf_str_eq_fold((struct gf_str){
	    word.p + word.n - 3, 3 }, GF_STR("ing")))
		return NULL;
	return verb_of((struct gf_str){ word.p, word.n - 3 });
}

/*
 * The word without an ending that makes it plural; y says that one is cut off
 * too.
 */
static size_t
stem(struct gf_str s, bool *y)
{
	size_t n = s.n;

	*y = false;
	if (n > 4 && gf_str_eq_fold((struct gf_str){ s.p + n - 3, 3 },
	    GF_STR("ies"))) {
		*y = true;
		return n - 3;
	}
	if (n > 3 && lower(s.p[n - 1]) == 'y') {
		*y = true;
		return n - 1;
	}
	if (n > 4 && lower(s.p[n - 1]) == 's' && lower(s.p[n - 2]) == 'e' &&
	    strchr("sxzh", lower(s.p[n - 3])) != NULL)
		return n - 2;
	if (n > 3 && lower(s.p[n - 1]) == 's' &&
	    strchr("su", lower(s.p[n - 2])) == NULL)
		return n - 1;
	return n;
}

bool
gf_word_same(struct gf_str a, struct gf_str b)
{
	bool ya, yb;

	/* most differ at once */
	if (a.n == 0 || b.n == 0 || lower(a.p[0]) != lower(b.p[0]))
		return false;
	a.n = stem(a, &ya);
	b.n = stem(b, &yb);
	return a.n > 0 && ya == yb && gf_str_eq_fold(a, b);
}
