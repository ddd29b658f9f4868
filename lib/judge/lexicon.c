#include <string.h>

#include "base/mem.h"
#include "judge/lexicon.h"

struct gf_lexicon {
	const struct gf_word **slots;	/* NULL: free */
	size_t cap;			/* a power of two */
};

/* The slot that holds a word, or where it would stand; lower case, with NUL. */
static const struct gf_word **
slot(const struct gf_lexicon *l, const char *word, size_t n)
{
	size_t i = (size_t)gf_str_hash((struct gf_str){ word, n });

	for (i &= l->cap - 1; l->slots[i] != NULL; i = (i + 1) & (l->cap - 1))
		if (strcmp(l->slots[i]->text, word) == 0)
			break;
	return &l->slots[i];
}

static void
put_table(struct gf_lexicon *l, const struct gf_word_table *t)
{
	for (size_t i = 0; i < *t->n; i++) {
		const char *text = t->rows[i].text;
		const struct gf_word **at = slot(l, text, strlen(text));

		/* of a word in two tables the first one's is meant */
		if (*at == NULL)
			*at = &t->rows[i];
	}
}

struct gf_lexicon *
gf_lexicon_new(struct gf_arena *arena)
{
	struct gf_lexicon *l = gf_arena_alloc(arena, sizeof(*l));
	size_t n = 0;

	for (size_t i = 0; i < gf_nword_tables; i++)
		n += *gf_word_tables[i].n;
	for (l->cap = 1024; l->cap < 2 * n; l->cap *= 2)
		;
	l->slots = gf_arena_alloc(arena, l->cap * sizeof(*l->slots));
	for (size_t i = 0; i < gf_nword_tables; i++)
		put_table(l, &gf_word_tables[i]);
	return l;
}

const struct gf_word *
gf_lexicon_find(const struct gf_lexicon *l, struct gf_str word)
{
	char key[GF_WORD_LONGEST + 1];

	if (l == NULL)
		return gf_word_find(word);
	return gf_word_fold(word, key) ? *slot(l, key, word.n) : NULL;
}
