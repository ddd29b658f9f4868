#include <stddef.h>

#include "cli/ask.h"
#include "cli/close.h"
#include "cli/item.h"
#include "cli/key.h"
#include "judge/pace.h"

#define O(field) offsetof(struct gf_close_options, field)

const struct gf_opt gf_close_opts[] = {
	{ 0, "score", GF_OPT_TEXT, O(score), "S", "how much was reached, 0 to "
	    "1" },
	{ 0, "verdict", GF_OPT_WORD, O(verdict),
	    "achieved|partly|missed|dropped", "what it came to" },
	{ 0, "learned", GF_OPT_TEXT, O(learned), "TEXT", "what it taught" },
	{ 0, "continues", GF_OPT_TEXT, O(continues), "ID[,ID]...", "goals "
	    "that go on from it" },
	{ .name = NULL },
};

/* What the options say, understood. */
struct closing {
	struct gf_run *run;
	const struct gf_close_options *o;
	struct gf_goal *goal;
	struct gf_num score;
	int verdict;
	bool refused;			/* the person said no */
};

static bool
read_score(struct closing *c)
{
	const char *why = NULL, *text = c->o->score;
	struct gf_pace p;
	struct gf_buf b = { 0 };

	if (text != NULL && gf_share_parse(gf_str(text), &c->score,
	    c->run->arena, &why) && c->score.m >= 0 && gf_num_cmp(c->score,
	    GF_NUM(1)) <= 0)
		return true;
	if (text != NULL) {
		gf_run_fail(c->run, "--score is a number from 0 to 1, not "
		    "'%s'", text);
		return false;
	}
	gf_pace_of(c->run->plan, c->goal, c->run->arena, &p);
	if (p.known)
		gf_num_print(&b, gf_num_round(p.progress, 2));
	gf_run_fail(c->run, "'close' wants --score, from 0 to 1%s%s",
	    p.known ? "; by its readings it is " : "", p.known ? b.p : "");
	gf_buf_release(&b);
	return false;
}

static bool
read_verdict(struct closing *c)
{
	static const char *const words[] = {
		[VERDICT_ACHIEVED] = "achieved", [VERDICT_PARTLY] = "partly",
		[VERDICT_MISSED] = "missed", [VERDICT_DROPPED] = "dropped",
	};

	c->verdict = (int)gf_str_among(gf_str(c->o->verdict), words,
	    GF_LEN(words));
	if (c->o->verdict == NULL)
		gf_run_fail(c->run, "'close' wants --verdict: achieved, "
		    "partly, missed or dropped");
	return c->o->verdict != NULL;
}

static bool
read_options(struct closing *c)
{
	bool ok = read_score(c);

	ok = read_verdict(c) && ok;
	if (c->o->learned == NULL || c->o->learned[0] == '\0') {
		gf_run_fail(c->run, "'close' wants --learned: what would you "
		    "do again, what not?");
		ok = false;
	}
	for (struct gf_str rest = gf_str(c->o->continues); rest.n > 0; ) {
		const struct gf_goal *next = gf_run_goal(c->run,
		    gf_str_cut(&rest, ','));

		if (next == c->goal)
			gf_run_fail(c->run, "'%.*s' cannot go on from itself",
			    (int)next->id.n, next->id.p);
		ok = next != NULL && next != c->goal && ok;
	}
	return ok;
}

/* What the readings say against the verdict or the score; empty: nothing. */
static void
doubt(const struct closing *c, const struct gf_pace *p, struct gf_buf *b)
{
	bool full = gf_num_cmp(c->score, GF_NUM(1)) == 0;
	bool reached;
	const char *word = NULL;

	if (!p->measured || !p->aimed || c->verdict == VERDICT_DROPPED)
		return;
	reached = gf_num_cmp(p->progress, GF_NUM(1)) >= 0;
	if (!reached && c->verdict == VERDICT_ACHIEVED)
		word = "achieved";
	else if (!reached && full)
		word = "all of it reached";
	else if (reached && c->verdict == VERDICT_MISSED)
		word = "missed";
	else if (reached && c->score.m == 0)
		word = "nothing of it reached";
	if (word == NULL)
		return;
	gf_buf_printf(b, "'%.*s' stands at ", (int)c->goal->id.n,
	    c->goal->id.p);
	gf_num_print(b, p->current);
	gf_buf_text(b, " of ");
	gf_num_print(b, p->to);
	gf_buf_printf(b, ": is %s right?", word);
}

/* Whether verdict, score and readings agree, or it is meant. */
static bool
is_meant(struct closing *c)
{
	bool full = gf_num_cmp(c->score, GF_NUM(1)) == 0;
	struct gf_pace p;
	struct gf_buf b = { 0 };
	int sure = 1;

	if ((c->verdict == VERDICT_MISSED && full) ||
	    (c->verdict == VERDICT_ACHIEVED && c->score.m == 0)) {
		gf_run_fail(c->run, "--score %s and --verdict %s say two "
		    "things: 0 is nothing, 1 is all of it", c->o->score,
		    c->o->verdict);
		return false;
	}
	gf_pace_of(c->run->plan, c->goal, c->run->arena, &p);
	doubt(c, &p, &b);
	if (b.n > 0)
		sure = gf_ask_sure(c->run, "the verdict", b.p, "'log' writes "
		    "a reading, and with --corrects puts one right");
	gf_buf_release(&b);
	c->refused = sure == 0;
	return sure > 0;
}

static struct gf_new *
new_close(struct closing *c)
{
	struct gf_arena *arena = c->run->arena;
	struct gf_new *map = gf_new_list(arena, GF_MAP, false), *list;
	struct gf_str next = gf_str(c->o->continues);

	gf_new_add(map, GF_STR("date"), gf_item_day(c->run,
	    c->run->plan->today));
	gf_new_add(map, GF_STR("score"), gf_item_num(c->run, c->score));
	gf_new_add(map, GF_STR("verdict"), gf_new_bare(arena,
	    gf_str(c->o->verdict)));
	gf_new_add(map, GF_STR("learned"), gf_new_text(arena,
	    gf_str(c->o->learned)));
	if (next.n == 0)
		return map;
	list = gf_new_list(arena, GF_SEQ, true);
	while (next.n > 0)
		gf_new_add(list, GF_STR(""), gf_new_text(arena,
		    gf_str_cut(&next, ',')));
	gf_new_add(map, GF_STR("continues"), list);
	return map;
}

/* Whether it was closed before, and then whether just like this. */
static bool
is_closed(const struct gf_goal *g, const struct closing *c, bool *same)
{
	const struct gf_val *close = gf_goal_get(g, GOAL_CLOSE);
	const struct gf_rec *r = close != NULL && !close->list ?
	    close->u.rec : NULL;
	const struct gf_val *score = gf_rec_get(r, CLOSE_SCORE);

	*same = score != NULL && gf_num_cmp(score->u.num, c->score) == 0 &&
	    gf_rec_word(r, CLOSE_VERDICT, -1) == c->verdict &&
	    gf_str_is(gf_rec_text(r, CLOSE_LEARNED), c->o->learned);
	return close != NULL;
}

static bool
write_close(struct closing *c)
{
	struct gf_key_doc own = gf_key_own(c->run, c->goal);
	const char *status = c->verdict == VERDICT_DROPPED ? "dropped" :
	    "done";

	return gf_key_put(&own, "status", gf_new_bare(c->run->arena,
	    gf_str(status))) && gf_key_put(&own, "close", new_close(c));
}

/* "ana-q2 is closed: partly, 9 of 11" */
static void
say_closed(struct closing *c)
{
	const struct gf_goal *g = c->goal;
	struct gf_pace p;
	struct gf_buf b = { 0 };

	gf_pace_of(c->run->plan, g, c->run->arena, &p);
	gf_buf_printf(&b, "%.*s is closed: %s", (int)g->id.n, g->id.p,
	    c->o->verdict);
	if (p.measured) {
		gf_buf_text(&b, ", ");
		gf_num_print(&b, p.current);
		gf_buf_text(&b, " of ");
		gf_num_print(&b, p.to);
	}
	if (p.measured && p.aimed && c->verdict != VERDICT_DROPPED &&
	    gf_num_cmp(gf_num_round(p.progress, 2), gf_num_round(
	    c->score, 2)) != 0) {
		gf_buf_text(&b, "; by its readings ");
		gf_num_print(&b, gf_num_round(p.progress, 2));
		gf_buf_printf(&b, ", not %s", c->o->score);
	}
	gf_run_say(c->run, "%s", b.p);
	gf_buf_release(&b);
}

int
gf_run_close(struct gf_run *run)
{
	struct closing c = { .run = run, .o = run->opt };
	const struct gf_goal *g;
	bool same;

	g = c.goal = gf_run_goal(run, run->ids[0]);
	if (g == NULL || !read_options(&c))
		return 2;
	if (is_closed(g, &c, &same)) {
		if (same)
			gf_run_say(run, "it is closed already");
		else
			gf_run_fail(run, "'%.*s' is closed already: what was "
			    "said of it is changed in its file",
			    (int)g->id.n, g->id.p);
		return same ? 0 : 2;
	}
	if (!is_meant(&c))
		return c.refused && run->status < 2 ? 1 : 2;
	if (!write_close(&c))
		return 2;
	if (run->common->in_place)
		say_closed(&c);
	return 0;
}
