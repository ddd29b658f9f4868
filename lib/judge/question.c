#include "judge/question.h"

static const struct gf_question questions[] = {
	{ "feeling", GF_ASK_ANYTHING,
	    "When you think of these goals, how do you feel?" },
	{ "stands-out", GF_ASK_ANYTHING,
	    "What has stood out since we last spoke?" },
	{ "first-step", GF_ASK_ANYTHING,
	    "Which small thing, done today, would help you most?" },
	{ "unnoticed", GF_ASK_ANYTHING,
	    "What went well that nobody noticed?" },
	{ "stop", GF_ASK_ANYTHING,
	    "What could you stop doing without anybody missing it?" },
	{ "ten-minutes", GF_ASK_ANYTHING,
	    "Where would ten minutes of somebody else save you a day?" },
	{ "learned", GF_ASK_ANYTHING,
	    "What do you know now that you did not know a month ago?" },
	{ "put-off", GF_ASK_ANYTHING,
	    "What are you putting off, and what is its first half hour?" },
	{ "energy", GF_ASK_ANYTHING,
	    "What gave you energy last week, and what took it?" },
	{ "from-me", GF_ASK_ANYTHING,
	    "What should I do more of, and what should I leave to you?" },
	{ "which-hour", GF_ASK_ROUTINE,
	    "Which hour of your week belongs to this goal, and who knows it?" },
	{ "instead", GF_ASK_ROUTINE,
	    "When the block does not happen, what happens in its place?" },
	{ "worst-day", GF_ASK_ROUTINE,
	    "How short must the block be so that you keep it on a bad day?" },
	{ "my-habits", GF_ASK_ROUTINE,
	    "Which habit of mine makes yours harder?" },
	{ "brought-most", GF_ASK_STRATEGY,
	    "What of all that you did brought most? What if you did only "
	    "that?" },
	{ "own-view", GF_ASK_STRATEGY,
	    "You did what you planned and it is not enough: how do you "
	    "explain it?" },
	{ "other-words", GF_ASK_STRATEGY,
	    "Which sentence would you change when you talk to a customer?" },
	{ "who-knows", GF_ASK_STRATEGY,
	    "Who has solved this before, and what would they drop?" },
	{ "reroute", GF_ASK_STRATEGY,
	    "The goal stays. What would you change on the way: its words, its "
	    "measure, its means, its links or its date?" },
};

/* When a question was last asked, 0 never: the number of the session. */
static size_t
asked(const struct gf_question *q, const struct gf_session *s, size_t n)
{
	while (n > 0) {
		const struct gf_val *v;
		size_t k = gf_rec_list(s[n - 1].rec, SESSION_ASKED, &v);

		for (size_t i = 0; i < k; i++)
			if (gf_str_is(gf_val_text(&v[i]), q->id))
				return n;
		n--;
	}
	return 0;
}

const struct gf_question *
gf_question_next(enum gf_question_pool pool, const struct gf_session *s,
    size_t n)
{
	const struct gf_question *best = NULL;
	size_t when = 0;

	for (size_t i = 0; i < GF_LEN(questions); i++) {
		size_t k;

		if (questions[i].pool != pool)
			continue;
		k = asked(&questions[i], s, n);
		if (best == NULL || k < when) {
			best = &questions[i];
			when = k;
		}
	}
	return best;
}
