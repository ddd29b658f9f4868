/* judge/lexicon.h: the tables of words, found at once instead of by search. */
#ifndef GF_LEXICON_H
#define GF_LEXICON_H

#include "judge/word.h"

struct gf_arena;
struct gf_lexicon;

/* Make one, which pays for some hundred titles; the arena owns it. */
struct gf_lexicon *gf_lexicon_new(struct gf_arena *);
/* The same as gf_word_find(), which it asks where the lexicon is NULL. */
const struct gf_word *gf_lexicon_find(const struct gf_lexicon *,
    struct gf_str);

#endif
