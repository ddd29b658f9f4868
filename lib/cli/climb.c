#include "base/mem.h"
#include "cli/item.h"
#include "cli/whys.h"
#include "judge/ladder_ask.h"
#include "judge/same.h"

#define O(field) offsetof(struct gf_climb_opt, field)
#define MOST_RUNGS 60
#define MOST_OTHERS 8

const struct gf_opt gf_climb_opts[] = {
	{ 0, "again", GF_OPT_FLAG, O(again), NULL,
	    "start anew; the old rungs go to 'changes'" },
	{ 0, "brief", GF_OPT_FLAG, O(brief), NULL,
	    "do not ask what reaching and missing it would mean" },
	{ 0 }
};

/* One conversation. */
struct climb {
	struct gf_run *run;
	const struct gf_goal *goal;
	struct gf_ask ask;
	struct gf_key_doc own, half;
	struct gf_str rungs[MOST_RUNGS];	/* old ones first */
	size_t n, old;
	struct gf_str others[MOST_OTHERS];	/* second answers */
	size_t nothers;
	struct gf_step step;
	struct gf_str meaning, consequence;
};

static bool
on_terminal(const struct climb *c)
{
	return c->ask.tty >= 0;
}

/* The earlier rung that an answer repeats, as far as the person says so. */
static bool
repeats(struct climb *c, struct gf_str answer)
{
	for (size_t i = c->n; i-- > 0; ) {
		enum gf_sameness same = gf_same(c->rungs[i], answer,
		    c->run->arena);

		if (same == GF_SAME_YES)
			return true;
		if (same == GF_SAME_NEAR && on_terminal(c) &&
		    gf_ask_yes(&c->ask, false, "Is that the same as rung %zu, "
		    "'%.*s'?", i + 1, (int)c->rungs[i].n, c->rungs[i].p))
			return true;
	}
	return false;
}

/* Of two answers in one the person picks which ladder to climb. */
static struct gf_str
pick(struct climb *c, struct gf_str answer)
{
	struct gf_str first, second;
	bool follow;

	if (!on_terminal(c) || !gf_answer_two(answer, &first, &second,
	    c->run->arena) || !gf_ask_yes(&c->ask, false, "Are these two "
	    "answers, '%.*s' and '%.*s'?", (int)first.n, first.p,
	    (int)second.n, second.p))
		return answer;
	follow = gf_ask_yes(&c->ask, false, "Do we follow the first, '%.*s'? "
	    "The other waits.", (int)first.n, first.p);
	if (c->nothers < MOST_OTHERS)
		c->others[c->nothers++] = follow ? second : first;
	return follow ? first : second;
}

/* What was said last, and what kind of answer that was. */
struct last {
	struct gf_str text;
	enum gf_answer kind;
	unsigned unknown;		/* how often in a row */
	size_t asked;
};

static void
begin(const struct climb *c, struct last *l)
{
	*l = (struct last){ .kind = GF_ANSWER_PLAIN };
	if (c->n > 0) {
		l->text = c->rungs[c->n - 1];
		l->kind = gf_answer_kind(l->text, c->run->arena);
	}
}

static bool
ask_rung(struct climb *c, struct last *l, struct gf_str *answer)
{
	struct gf_buf question = { 0 };
	bool more;

	gf_ladder_ask(&question, c->goal, l->text, l->kind, l->asked++);
	more = gf_ask_line(&c->ask, answer, "%s", question.p);
	gf_buf_release(&question);
	return more && answer->n > 0;
}

/* Take one answer; false when the ladder ends. */
static bool
take_rung(struct climb *c, struct last *l, struct gf_str answer)
{
	enum gf_answer kind = gf_answer_kind(answer, c->run->arena);

	if (kind == GF_ANSWER_SAME && c->n > 0)
		return false;
	if (kind == GF_ANSWER_UNKNOWN) {
		l->kind = kind;
		if (++l->unknown == 1)
			return true;
		gf_ask_say(&c->ask, "We leave it there; climb on another day.");
		return false;
	}
	l->unknown = 0;
	answer = pick(c, answer);
	if (repeats(c, answer))
		return false;
	if (on_terminal(c) && c->n == 0 && gf_same(answer, gf_goal_text(
	    c->goal, GOAL_TITLE), c->run->arena) == GF_SAME_YES) {
		gf_ask_say(&c->ask, "That is the goal itself.");
		return true;
	}
	l->text = answer;
	l->kind = gf_answer_kind(answer, c->run->arena);
	c->rungs[c->n++] = answer;
	return c->n < MOST_RUNGS;
}

static void
climb_up(struct climb *c)
{
	struct gf_str answer;
	struct last l;

	begin(c, &l);
	while (ask_rung(c, &l, &answer) && take_rung(c, &l, answer))
		;
	if (on_terminal(c) && c->n > c->old)
		gf_ask_say(&c->ask, "The WHY: %.*s", (int)c->rungs[c->n - 1].n,
		    c->rungs[c->n - 1].p);
}

/* Where the ladder stands when the climb begins. */
static bool
read_old(struct climb *c, bool again)
{
	const struct gf_val *v;
	size_t n = gf_goal_list(c->goal, GOAL_WHY, &v);

	for (size_t i = 0; i < n && !again; i++) {
		if (v[i].bad || i + 1 >= MOST_RUNGS) {
			gf_run_fail(c->run, "the why of '%.*s' cannot be "
			    "climbed on: %s; --again starts anew",
			    (int)c->goal->id.n, c->goal->id.p, v[i].bad ?
			    "a rung of it is no text" : "it is too long");
			return false;
		}
		c->rungs[c->n++] = gf_val_text(&v[i]);
	}
	c->old = c->n;
	return true;
}

static void
show_old(struct climb *c)
{
	struct gf_str title = gf_goal_text(c->goal, GOAL_TITLE);

	gf_ask_say(&c->ask, "%.*s: %.*s", (int)c->goal->id.n, c->goal->id.p,
	    (int)title.n, title.p);
	for (size_t i = 0; i < c->old; i++)
		gf_ask_say(&c->ask, "  %zu  %.*s", i + 1, (int)c->rungs[i].n,
		    c->rungs[i].p);
	gf_ask_say(&c->ask, "An empty line ends the ladder. No answer is "
	    "wrong.");
}

/* The step that stands already, if one does. */
static const struct gf_rec *
standing(const struct climb *c)
{
	const struct gf_rec *step = gf_rec_sub(c->goal->rec, GOAL_FIRST_STEP);

	return step != NULL && gf_rec_text(step, STEP_DO).n > 0 ? step : NULL;
}

static bool
ask_step(struct climb *c)
{
	const struct gf_rec *step = standing(c);
	struct gf_str what = gf_rec_text(step, STEP_DO);

	c->step = (struct gf_step){ .by = GF_NO_DAY, .minutes = -1 };
	if (step == NULL || !on_terminal(c))
		return gf_step_ask(&c->ask, &c->step);
	gf_ask_line(&c->ask, &c->step.what, gf_step_done(step) ? "The first "
	    "step, '%.*s', is done; 'whyladder step --done' asks for the "
	    "next. What is to wait under 'later'? (empty: nothing)" :
	    "The first step is still '%.*s'. What comes after it? It waits "
	    "under 'later'. (empty: nothing)", (int)what.n, what.p);
	return true;
}

/* One step only: a second one waits. */
static void
park_second(struct climb *c)
{
	struct gf_step *s = &c->step;

	if (standing(c) == NULL || s->what.n == 0)
		return;
	if (s->nlater < GF_LEN(s->later))
		s->later[s->nlater++] = s->what;
	s->what.n = 0;
}

static void
ask_sides(struct climb *c)
{
	const struct gf_climb_opt *opt = c->run->opt;

	if (!on_terminal(c) || opt->brief)
		return;
	if (!gf_goal_has(c->goal, GOAL_MEANING))
		gf_ask_line(&c->ask, &c->meaning, "What would reaching it mean "
		    "to you? (empty: skip)");
	if (!gf_goal_has(c->goal, GOAL_CONSEQUENCE))
		gf_ask_line(&c->ask, &c->consequence, "And what would missing "
		    "it mean? (empty: skip)");
}

/* The second ladders wait, too; others may read that list. */
static void
park_others(struct climb *c)
{
	struct gf_step *s = &c->step;

	if (c->nothers == 0 || (!gf_key_shared(&c->half) &&
	    !c->goal->doc->private && !gf_ask_yes(&c->ask, false, "'later' "
	    "can be read by everybody who reads the goal. Write the other "
	    "answer there?")))
		return;
	for (size_t i = 0; i < c->nothers && s->nlater < GF_LEN(s->later);
	    i++) {
		struct gf_buf b = { 0 };

		gf_buf_text(&b, "why: ");
		gf_buf_str(&b, c->others[i]);
		s->later[s->nlater++] = gf_buf_keep(&b, c->run->arena);
		gf_buf_release(&b);
	}
}

static struct gf_new *
list_of(struct climb *c, size_t first)
{
	struct gf_new *list = gf_new_list(c->run->arena, GF_SEQ, false);

	for (size_t i = first; i < c->n; i++)
		gf_new_add(list, GF_STR(""), gf_new_text(c->run->arena,
		    c->rungs[i]));
	return list;
}

/* What the old ladder was; not what it said where others read it. */
static bool
keep_old(struct climb *c)
{
	struct gf_arena *arena = c->run->arena;
	struct gf_new *list = gf_new_list(arena, GF_SEQ, false);
	struct gf_item_change change = { .field = GF_STR("why") };
	const struct gf_val *v;
	size_t n = gf_goal_list(c->goal, GOAL_WHY, &v);
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < n; i++) {
		gf_buf_text(&b, i > 0 ? " / " : "");
		gf_buf_str(&b, gf_val_text(&v[i]));
	}
	if (gf_key_shared(&c->half) || c->goal->doc->private)
		change.from = gf_buf_keep(&b, arena);
	gf_buf_release(&b);
	gf_new_add(list, GF_STR(""), gf_item_change(c->run, &change));
	return gf_key_append(&c->own, GOAL_CHANGES, list);
}

static bool
write_rungs(struct climb *c)
{
	const struct gf_climb_opt *opt = c->run->opt;
	bool anew = opt->again && gf_goal_has(c->goal, GOAL_WHY);

	if (c->n == c->old)
		return true;
	if (anew && c->half.doc != NULL)
		return keep_old(c) && gf_key_replace(&c->half, "why",
		    list_of(c, 0));
	return gf_key_append(&c->half, GOAL_WHY, list_of(c, c->old));
}

static bool
write_side(struct climb *c, const char *key, struct gf_str text)
{
	return text.n == 0 || gf_key_put(&c->half, key, gf_new_text(
	    c->run->arena, text));
}

/* Plan all edits; false, and it was said, if one cannot be made. */
static bool
write_all(struct climb *c)
{
	if (!write_rungs(c) || !write_side(c, "meaning", c->meaning) ||
	    !write_side(c, "consequence", c->consequence))
		return false;
	gf_key_done(&c->half);
	if (c->step.what.n > 0 && !gf_key_put(&c->own, "first-step",
	    gf_step_new(c->run, &c->step)))
		return false;
	return gf_step_park(&c->own, &c->step);
}

static bool
said_nothing(const struct climb *c)
{
	return c->n == c->old && c->step.what.n == 0 &&
	    c->step.nlater == 0 && c->meaning.n == 0 && c->consequence.n == 0;
}

/* What holds now, without a word of it: others may read the terminal. */
static void
say_result(struct climb *c)
{
	const struct gf_goal *g = c->goal;
	struct gf_buf b = { 0 };

	if (c->n > c->old)
		gf_buf_printf(&b, "%zu rung%s", c->n, c->n == 1 ? "" : "s");
	if (c->step.what.n > 0) {
		gf_buf_text(&b, b.n > 0 ? " and a first step" :
		    "a first step");
		if (c->step.by != GF_NO_DAY) {
			gf_buf_text(&b, " until ");
			gf_day_print(&b, c->step.by);
		}
	}
	if (b.n > 0)
		gf_run_say(c->run, "'%.*s' has %s now", (int)g->id.n, g->id.p,
		    b.p);
	if (c->n > c->old && gf_key_shared(&c->half) &&
	    gf_rec_get(g->rec, GOAL_WHY) == NULL)
		gf_run_say(c->run, "whoever reads '%.*s' can read the why; "
		    "'private' in .goalfile.yaml keeps such things apart",
		    (int)c->half.doc->origin.path.n,
		    c->half.doc->origin.path.p);
	gf_buf_release(&b);
}

static int
converse(struct climb *c)
{
	show_old(c);
	climb_up(c);
	if (!ask_step(c))
		return 2;
	park_second(c);
	ask_sides(c);
	park_others(c);
	if (said_nothing(c)) {
		gf_run_say(c->run, "nothing was answered, nothing is written");
		return 1;
	}
	if (!write_all(c))
		return 2;
	return gf_ask_settle(&c->ask);
}

int
gf_run_climb(struct gf_run *run)
{
	const struct gf_climb_opt *opt = run->opt;
	struct climb c = { .run = run };
	int said = 2;

	c.goal = gf_run_goal(run, run->ids[0]);
	if (c.goal == NULL || !gf_run_open(run, c.goal) ||
	    !gf_key_half(run, c.goal, &c.half) || !read_old(&c, opt->again))
		return 2;
	c.own = gf_key_own(run, c.goal);
	/* rather now than after everything was answered */
	if (gf_rec_raw(c.goal->rec, GOAL_FIRST_STEP) != NULL &&
	    standing(&c) == NULL) {
		gf_run_fail(run, "'first-step' of '%.*s' cannot be read; mend "
		    "it, then climb", (int)c.goal->id.n, c.goal->id.p);
		return 2;
	}
	if (!gf_key_can(&c.half, "why") || !gf_key_can(&c.own, "later"))
		return 2;
	if (gf_ask_open(&c.ask, run, "the why and the first step"))
		said = converse(&c);
	gf_ask_close(&c.ask);
	if (said == 0)
		say_result(&c);
	return said;
}
