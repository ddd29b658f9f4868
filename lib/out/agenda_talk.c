#include "judge/agreed.h"
#include "out/agenda_page.h"
#include "out/map_sheet.h"

static const char *const alone[] = {
	"Have I said what I expect, so that it could be repeated to me?",
	"Have I coached, or only asked for numbers?",
	"Did they choose these goals with me, or take them from me?",
	"Would they tell me today that something goes wrong?",
};

static const char *const opening[] = {
	"This hour is for your plan; you lead through it and I ask.",
	"What should be clear at the end that is not clear now?",
};

static const char *const intention[] = {
	"This is what I wish for you: ... May I help you with that?",
	"If not: what makes you say no? What would have to be different?",
};

static const char *const strategy[] = {
	"What could get in the way? What would you do about it yourself?",
	"What is the very first thing to do, and when will it be done?",
	"Which words will you use with your customers?",
	"What do you need: means, people, time?",
};

static const char *const day[] = {
	"Which hours of a usual week make the result come by itself?",
	"What will you give up for them?",
	"What in my own week gets in the way of yours?",
};

static const char *const drive[] = {
	"What about this makes you look forward to it?",
	"How do you like to be thanked, and how to be led?",
	"How shall I ask when a promise is due, and how when it was missed?",
};

static const char *const closing[] = {
	"How do you feel about all this now?",
	"What stays with you, and what worries you?",
	"Say nothing for a while; what comes then matters most.",
};

static void
ask_all(struct gf_page *p, const char *head, const char *const *v, size_t n)
{
	gf_page_head(p, head);
	for (size_t i = 0; i < n; i++)
		gf_page_ask(p, v[i]);
}

#define ASK_ALL(p, head, list) ask_all(p, head, list, GF_LEN(list))

/* A question under a goal. */
static void
under(struct gf_page *p, const char *question)
{
	gf_buf_text(p->b, "  - ");
	gf_buf_text(p->b, question);
	gf_buf_byte(p->b, '\n');
}

/* What the owner believes, and why, or the question for it. */
static void
ask_confidence(struct gf_page *p, const struct gf_goal *g)
{
	struct gf_str n = gf_goal_text(g, GOAL_CONFIDENCE);

	if (n.n == 0 || !gf_page_coach(p)) {
		under(p, "From 0 to 10, how sure are you, and why not less?");
		return;
	}
	gf_buf_text(p->b, "  - You were sure by ");
	gf_page_text(p, n);
	gf_buf_text(p->b, " of 10: and today? What would make it one more?\n");
}

static void
ask_control(struct gf_page *p, const struct gf_goal *g)
{
	const struct gf_val *v = gf_goal_get(g, GOAL_CONTROL), *full;
	const struct gf_rec *rec = v != NULL && !v->list &&
	    v->type == GF_T_REC ? v->u.rec : NULL;
	size_t n = rec != NULL ? gf_rec_list(rec, CONTROL_FULL, &full) : 0;

	if (n == 0 || !gf_page_coach(p)) {
		under(p, "What of it is in your hands alone: what you do, how "
		    "you take it, how you answer?");
		return;
	}
	gf_buf_text(p->b, "  - In your hands alone is: ");
	for (size_t i = 0; i < n; i++) {
		gf_buf_text(p->b, i > 0 ? "; " : "");
		gf_page_text(p, gf_val_text(&full[i]));
	}
	gf_buf_text(p->b, ". What else?\n");
}

/* The questions about one goal that fit it. */
static void
walk_through(struct gf_page *p, const struct gf_goal *g)
{
	const struct gf_val *by = gf_goal_get(g, GOAL_SET_BY);
	bool assigned = by != NULL && gf_str_is(gf_val_text(by), "assigned");
	gf_day due = gf_goal_due(g, NULL);

	if (gf_sheet_hides(p->look, g))
		return;
	gf_page_goal(p, g);
	gf_buf_byte(p->b, '\n');
	under(p, assigned ? "It was given to you: what in it is yours, and "
	    "what would make it so?" : "How did you come to it? Walk me "
	    "through it.");
	if (gf_agreed_day(p->a->plan, g) == GF_NO_DAY)
		under(p, "There is no yes of yours yet. Is it one? If not, "
		    "what holds you back?");
	else
		under(p, "How do you feel about it now?");
	if (gf_goal_measure(g, MEASURE_TO) == NULL && !gf_goal_holds(g))
		under(p, "How will both of us see that it is reached?");
	if (due == GF_NO_DAY)
		under(p, "By which day?");
	else if (due > gf_day_add_months(p->a->plan->today, 12))
		under(p, "It ends in more than a year: is it a vision, and "
		    "what is its next year?");
	ask_confidence(p, g);
	ask_control(p, g);
	if (!gf_goal_has(g, GOAL_MEANING))
		under(p, "What would it mean to you to get there?");
	if (!gf_goal_has(g, GOAL_CONSEQUENCE))
		under(p, "And if you do not?");
	under(p, "What could you learn on the way?");
}

void
gf_page_alone(struct gf_page *p)
{
	if (gf_page_coach(p))
		ASK_ALL(p, "Before, for the coach alone", alone);
}

void
gf_page_review(struct gf_page *p)
{
	const struct gf_week *w = &p->a->week;

	ASK_ALL(p, "1. What this hour is for", opening);
	ASK_ALL(p, "2. What I wish for you", intention);
	gf_page_head(p, "3. Goal by goal");
	for (size_t i = 0; i < w->nsquares; i++)
		walk_through(p, w->squares[i].goal);
	ASK_ALL(p, "4. How to get there", strategy);
	ASK_ALL(p, "5. The day that carries it", day);
	ASK_ALL(p, "6. What drives you, and how I hold you to it", drive);
	ASK_ALL(p, "7. What happens next", closing);
}

static void
put_closed(struct gf_page *p, const struct gf_goal *g)
{
	const struct gf_rec *close = gf_agenda_closed(g, GF_NO_DAY);
	struct gf_str verdict, score, learned;

	if (close == NULL || gf_sheet_hides(p->look, g))
		return;
	verdict = gf_rec_text(close, CLOSE_VERDICT);
	score = gf_rec_text(close, CLOSE_SCORE);
	learned = gf_rec_text(close, CLOSE_LEARNED);
	gf_page_goal(p, g);
	gf_buf_text(p->b, ": ");
	gf_page_text(p, verdict.n > 0 ? verdict : GF_STR("closed"));
	if (score.n > 0) {
		gf_buf_text(p->b, ", ");
		gf_page_text(p, score);
	}
	gf_buf_byte(p->b, '\n');
	gf_buf_text(p->b, "  - ");
	if (learned.n > 0) {
		gf_buf_text(p->b, "learned: ");
		gf_page_text(p, learned);
		gf_buf_byte(p->b, '\n');
	} else
		gf_buf_text(p->b, "What did it teach you?\n");
}

static void
put_changes(struct gf_page *p, const struct gf_goal *g)
{
	const struct gf_val *v;
	size_t n = gf_goal_list(g, GOAL_CHANGES, &v);

	for (size_t i = 0; i < n; i++) {
		struct gf_str because;

		if (v[i].bad)
			continue;
		because = gf_rec_text(v[i].u.rec, CHANGE_BECAUSE);
		gf_buf_text(p->b, "- ");
		gf_page_text(p, g->id);
		gf_buf_text(p->b, ", ");
		gf_page_text(p, gf_rec_text(v[i].u.rec, CHANGE_DATE));
		gf_buf_text(p->b, ": ");
		gf_page_text(p, gf_rec_text(v[i].u.rec, CHANGE_FIELD));
		if (because.n > 0) {
			gf_buf_text(p->b, ", because ");
			gf_page_text(p, because);
		}
		gf_buf_byte(p->b, '\n');
	}
}

/* Whether a person had a skill, in either half. */
static bool
has_skill(const struct gf_party *who, struct gf_str skill)
{
	const struct gf_rec *recs[2] = { who->rec, who->half };
	const struct gf_val *v;

	for (size_t k = 0; k < GF_LEN(recs); k++) {
		size_t n = gf_rec_list(recs[k], PERSON_SKILLS, &v);

		for (size_t i = 0; i < n; i++)
			if (gf_str_eq_fold(gf_str_trim(gf_val_text(&v[i])),
			    gf_str_trim(skill)))
				return true;
	}
	return false;
}

/* The skills of one side, marked where the other has not got them. */
static void
put_side(struct gf_page *p, const struct gf_party *who,
    const struct gf_party *other, const char *name, const char *mark,
    bool only)
{
	const struct gf_rec *recs[2] = { who->rec, who->half };
	const struct gf_val *v;

	for (size_t k = 0; k < GF_LEN(recs); k++) {
		size_t n = gf_rec_list(recs[k], PERSON_SKILLS, &v);

		for (size_t i = 0; i < n; i++) {
			struct gf_str skill = gf_val_text(&v[i]);
			bool lone = other != NULL && !has_skill(other, skill);

			if (only && !lone)
				continue;
			gf_buf_printf(p->b, "- %s: ", name);
			gf_page_text(p, skill);
			gf_buf_printf(p->b, "%s\n", lone ? mark : "");
		}
	}
}

/* Strengths and skills, beside what they were where that is known. */
static void
put_skills(struct gf_page *p, const struct gf_party *who)
{
	const struct gf_plan *before = p->a->plan->before;
	const struct gf_party *was = before != NULL ? gf_plan_party(before,
	    who->id, NULL) : NULL;

	gf_page_head(p, "Strengths and skills");
	if (gf_page_coach(p)) {
		put_side(p, who, was, "skill", ", new since then", false);
		if (was != NULL)
			put_side(p, was, who, "named then, not now", "",
			    true);
	}
	gf_page_ask(p, "What are you better at than at the start?");
	gf_page_ask(p, "Which of your strengths carried this, and which was "
	    "not asked for?");
}

void
gf_page_retrospective(struct gf_page *p)
{
	const struct gf_plan *plan = p->a->plan;
	const struct gf_party *who = p->a->person->party;

	gf_page_head(p, "What was closed");
	for (size_t i = 0; i < plan->ngoals; i++)
		if (plan->goals[i]->owner == who && !plan->goals[i]->open)
			put_closed(p, plan->goals[i]);
	gf_page_ask(p, "Were these the right goals?");
	gf_page_ask(p, "Did your time go where the goals were?");
	gf_page_head(p, "What changed on the way");
	for (size_t i = 0; i < plan->ngoals; i++)
		if (plan->goals[i]->owner == who &&
		    !gf_sheet_hides(p->look, plan->goals[i]))
			put_changes(p, plan->goals[i]);
	gf_page_ask(p, "What would you have changed earlier?");
	gf_page_head(p, "What was learned");
	gf_page_ask(p, "What would you tell somebody who starts with this "
	    "goal tomorrow?");
	put_skills(p, who);
}
