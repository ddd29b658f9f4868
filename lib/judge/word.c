#include <string.h>

#include "judge/word.h"

#define LONGEST 20

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

const struct gf_word *
gf_word_find(struct gf_str word)
{
	char key[LONGEST + 1];
	const struct gf_word *found;

	if (word.n == 0 || word.n > LONGEST)
		return NULL;
	for (size_t i = 0; i < word.n; i++)
		key[i] = lower(word.p[i]);
	key[word.n] = '\0';
	found = search(gf_words, gf_nwords, key);
	if (found == NULL)
		found = search(gf_words_deeds, gf_nwords_deeds, key);
	return found ? found : search(gf_words_foreign, gf_nwords_foreign,
	    key);
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

	a.n = stem(a, &ya);
	b.n = stem(b, &yb);
	return a.n > 0 && ya == yb && gf_str_eq_fold(a, b);
}
