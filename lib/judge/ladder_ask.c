#include "base/buf.h"
#include "judge/ladder_ask.h"

/* Behind the last answer. */
static const char *const further[] = {
	"And when you have that, what does it give you?",
	"What becomes possible then?",
	"Say it is so: what is different in your day?",
	"What is good about that, for you?",
	"Whom would it matter to, and why?",
	"What would be missing if that never came?",
	"And what is that for, in the end?",
	"When you look back on it in ten years, what was it about?",
};

static const char *const numbers[] = {
	"That is a number. What would you do with it?",
	"A figure is the measure, not the reason. What changes for you when "
	"it is reached?",
};

static const char *const pays[] = {
	"And what is the money for?",
	"What would you spend the first of it on, and why on that?",
};

static const char *const orders[] = {
	"Somebody wants it. What could be in it for you?",
	"If nobody asked you for it, what would still be worth having in it?",
};

static const char *const unknowns[] = {
	"Then from the other side: what would you miss if you dropped it "
	"tomorrow?",
	"Then from the other side: who would notice if it never happened, and "
	"what would they say?",
};

static const char *
begin(const struct gf_goal *g)
{
	if (g->level == LEVEL_PERSONAL)
		return "This one is your own: what made you write it down?";
	if (gf_str_is(gf_goal_text(g, GOAL_SET_BY), "assigned"))
		return "This goal was given to you. What could it get you "
		    "yourself?";
	if (gf_goal_word(g, GOAL_KIND, KIND_COMMITTED) == KIND_LEARNING)
		return "What will you be able to do then, and what for?";
	if (g->owner != NULL && g->owner->kind != GF_PERSON)
		return "It is reached: what does that get you all?";
	return "It is the last day and you have done it. What does that get "
	    "you?";
}

void
gf_ladder_ask(struct gf_buf *b, const struct gf_goal *g, struct gf_str last,
    enum gf_answer kind, size_t n)
{
	switch (kind) {
	case GF_ANSWER_NUMBER:
		gf_buf_text(b, numbers[n % GF_LEN(numbers)]);
		return;
	case GF_ANSWER_PAY:
		gf_buf_text(b, pays[n % GF_LEN(pays)]);
		return;
	case GF_ANSWER_ORDER:
		gf_buf_text(b, orders[n % GF_LEN(orders)]);
		return;
	case GF_ANSWER_UNKNOWN:
		gf_buf_text(b, unknowns[n % GF_LEN(unknowns)]);
		return;
	default:
		break;
	}
	if (last.n == 0) {
		gf_buf_text(b, begin(g));
		return;
	}
	gf_buf_byte(b, '\'');
	gf_buf_str(b, last);
	gf_buf_text(b, "': ");
	gf_buf_text(b, further[n % GF_LEN(further)]);
}
