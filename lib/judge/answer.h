/* judge/answer.h: what kind of answer to "what for?" a sentence is. */
#ifndef GF_ANSWER_H
#define GF_ANSWER_H

#include "base/mem.h"
#include "base/str.h"

enum gf_answer {
	GF_ANSWER_PLAIN,	/* maybe a WHY */
	GF_ANSWER_UNKNOWN,	/* "I don't know" */
	GF_ANSWER_SAME,		/* "same", "as before" */
	GF_ANSWER_NUMBER,	/* a figure, a share, a quota */
	GF_ANSWER_PAY,		/* money and nothing that it is for */
	GF_ANSWER_ORDER		/* somebody wants it */
};

/* Tell what kind of answer a sentence is; the arena is for scratch. */
enum gf_answer gf_answer_kind(struct gf_str, struct gf_arena *);
/* What an answer is that is not yet a WHY ("a number"), NULL for others. */
const char *gf_answer_name(enum gf_answer);
/*
 * Whether a sentence may be two answers in one; they point into it.
 */
bool gf_answer_two(struct gf_str, struct gf_str *first,
    struct gf_str *second, struct gf_arena *);
/* Whether an action is several: two verbs that are joined. */
bool gf_actions_several(struct gf_str, struct gf_arena *);
/* Whether an action is a row of steps: first this, then that. */
bool gf_actions_row(struct gf_str, struct gf_arena *);

#endif
