/* judge/ladder_ask.h: the questions of a climb. */
#ifndef GF_LADDER_ASK_H
#define GF_LADDER_ASK_H

#include "judge/answer.h"
#include "judge/ladder.h"

/*
 * Append the question for the next rung: of the goal if nothing was answered
 * yet, else of the last answer, by its kind; n is how many were asked before,
 * so that no two in a row are alike.
 */
void gf_ladder_ask(struct gf_buf *, const struct gf_goal *,
    struct gf_str last, enum gf_answer kind, size_t n);

#endif
