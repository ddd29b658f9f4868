/* cli/words.h: the words of the command line: verb, options, ids. */
#ifndef GF_WORDS_H
#define GF_WORDS_H

#include "cli/main.h"

#define GF_WORDS_TABLES 4	/* of one verb, at most */

struct gf_words {
	const struct gf_verb *named;	/* NULL: none was */
	struct gf_verb fixing;		/* the verb, where it also fixes */
	const struct gf_opt *opts;	/* of the verb, NULL if it has none */
	void *opt;			/* what they say */
	struct gf_texts operands;	/* ids first */
	struct gf_str *ids;
};

/*
 * Take the verb out of n words, which change their places, and fill options
 * and operands; false, and it was said, if one is not understood.
 */
bool gf_words_parse(struct gf_words *, struct gf_run *, struct gf_common *,
    char **words, size_t n);
/* Put ids first among the operands and count them; false and a message. */
bool gf_words_ids(struct gf_words *, struct gf_run *);
/*
 * The tables of options that a verb has beside the common ones, its own first;
 * returns how many.
 */
size_t gf_words_tables(const struct gf_verb *,
    const struct gf_opt *tables[GF_WORDS_TABLES]);
/* The verb that a word may be a slip of, NULL if none is near. */
const char *gf_words_near_verb(const struct gf_run *, struct gf_str word);
/* Give back what was kept. */
void gf_words_release(struct gf_words *);

#endif
