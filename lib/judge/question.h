/* judge/question.h: what is asked in a meeting, and what was asked before. */
#ifndef GF_QUESTION_H
#define GF_QUESTION_H

#include "judge/meet.h"

enum gf_question_pool {
	GF_ASK_ANYTHING,	/* nothing calls for another one */
	GF_ASK_ROUTINE,		/* behind, and the routine was not followed */
	GF_ASK_STRATEGY		/* behind, although it was followed */
};

struct gf_question {
	const char *id;		/* stands in `asked` of a session */
	uint8_t pool;		/* enum gf_question_pool */
	const char *text;
};

/*
 * The question of a pool that was not asked of a person for longest, those
 * never asked first.
 */
const struct gf_question *gf_question_next(enum gf_question_pool,
    const struct gf_session *, size_t nsessions);

#endif
