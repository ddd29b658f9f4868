#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/item.h"
#include "cli/obstacles.h"
#include "goal/table.h"
#include "judge/foresight.h"
#include "judge/same.h"
#include "judge/word.h"

#define O(field) offsetof(struct gf_add_opt, field)
#define SLUG_WORDS 3
#define SLUG_BYTES 32
#define MOST_OFFERS 3

const struct gf_opt gf_add_opts[] = {
	{ 0, "when", GF_OPT_TEXT, O(when), "TEXT",
	    "the cue that somebody could see" },
	{ 0, "then", GF_OPT_TEXT, O(then), "TEXT",
	    "the one action that follows" },
	{ 0, "prevent", GF_OPT_TEXT, O(prevent), "TEXT",
	    "what keeps it from happening" },
	{ 0, "side", GF_OPT_TEXT, O(side), "inner|outer",
	    "a habit or mood of the owner, or not" },
	{ 0, "control", GF_OPT_TEXT, O(control), "full|influence|none",
	    "how far it is in the hands of the owner" },
	{ 0, "likelihood", GF_OPT_TEXT, O(likelihood), "SHARE",
	    "how likely it is: 40%, 0.4 or a level from 1 to 5" },
	{ 0, "cost", GF_OPT_TEXT, O(cost), "QUANTITY",
	    "what it would cost, in the unit of the goal or in days" },
	{ 0, "watch", GF_OPT_TEXT, O(watch), "EXPR",
	    "a reading that shows it: NAME OP QUANTITY" },
	{ 0 }
};

static bool
is_taken(const struct gf_goal *g, struct gf_str id)
{
	struct gf_obstacle o;

	for (size_t i = 0; i < gf_obstacle_count(g); i++)
		if (gf_obstacle_read(&o, g, i) &&
		    gf_str_eq(gf_rec_text(o.rec, OBSTACLE_ID), id))
			return true;
	return false;
}

/* A word as it may stand in an id: what is not ASCII is left out. */
static void
put_word(struct gf_buf *b, struct gf_str word)
{
	size_t at = b->n;

	for (size_t i = 0; i < word.n; i++)
		if ((word.p[i] >= 'a' && word.p[i] <= 'z') ||
		    (word.p[i] >= '0' && word.p[i] <= '9')) {
			if (b->n == at && at > 0)
				gf_buf_byte(b, '-');
			gf_buf_byte(b, word.p[i]);
		}
}

struct gf_str
gf_obstacle_slug(const struct gf_goal *g, struct gf_str when,
    struct gf_arena *arena)
{
	struct gf_words w = gf_words_read(when, arena);
	struct gf_buf b = { 0 };
	struct gf_str id;
	size_t plain;
	unsigned n = 0;

	for (size_t i = 0; i < w.n && n < SLUG_WORDS && b.n < SLUG_BYTES; i++) {
		const struct gf_word *k = gf_word_find(w.v[i]);
		size_t before = b.n;

		if (k == NULL || (k->is & GF_W_STOP) == 0)
			put_word(&b, w.v[i]);
		n += b.n > before;
	}
	if (b.n > SLUG_BYTES)
		b.n = SLUG_BYTES;
	if (b.n == 0)
		gf_buf_text(&b, "obstacle");
	plain = b.n;
	for (n = 2; is_taken(g, gf_buf_view(&b)); n++) {
		b.n = plain;
		gf_buf_printf(&b, "-%u", n);
	}
	id = gf_buf_keep(&b, arena);
	gf_buf_release(&b);
	return id;
}

bool
gf_obstacle_flow(struct gf_key_doc *k)
{
	const struct gf_edits *e = k->doc != NULL ? gf_run_edit(k->run,
	    k->doc) : NULL;
	const struct gf_node *list = e != NULL && e->tree->root != NULL &&
	    e->tree->root->kind == GF_MAP ? gf_node_get(e->tree->root,
	    "obstacles") : NULL;

	return list != NULL && list->kind == GF_SEQ && list->last != NULL &&
	    list->last->style == GF_FLOW;
}

bool
gf_obstacle_append(struct gf_key_doc *k, struct gf_new *map)
{
	struct gf_new *list = gf_new_list(k->run->arena, GF_SEQ, false);

	gf_new_add(list, GF_STR(""), map);
	if (!gf_key_append(k, GOAL_OBSTACLES, list))
		return false;
	gf_key_done(k);
	return true;
}

/* What is written; texts come from the options, else from the person. */
struct adding {
	struct gf_run *run;
	const struct gf_goal *goal;
	struct gf_str field[OBSTACLE_HITS + 1];
};

static bool
read_options(struct adding *a, const struct gf_add_opt *opt)
{
	const struct {
		unsigned field;
		const char *text;
	} given[] = {
		{ OBSTACLE_WHEN, opt->when }, { OBSTACLE_THEN, opt->then },
		{ OBSTACLE_PREVENT, opt->prevent },
		{ OBSTACLE_SIDE, opt->side },
		{ OBSTACLE_CONTROL, opt->control },
		{ OBSTACLE_LIKELIHOOD, opt->likelihood },
		{ OBSTACLE_COST, opt->cost }, { OBSTACLE_WATCH, opt->watch },
	};

	for (size_t i = 0; i < GF_LEN(given); i++) {
		if (!gf_item_fits(a->run, &gf_obstacle_table, given[i].field,
		    given[i].text))
			return false;
		a->field[given[i].field] = gf_str(given[i].text);
	}
	return true;
}

/* A watch that nobody can read would never speak. */
static bool
watch_ok(struct adding *a)
{
	struct gf_metrics m;
	struct gf_watch w;

	gf_metrics_init(&m, a->run->plan, a->run->arena);
	w = gf_watch_text(&m, a->goal, a->field[OBSTACLE_WATCH]);
	gf_metrics_release(&m);
	if (w.state == GF_WATCH_BROKEN)
		gf_run_fail(a->run, "--watch: %s", w.why);
	return w.state != GF_WATCH_BROKEN;
}

static bool
is_there(struct adding *a)
{
	struct gf_obstacle o;

	for (size_t i = 0; i < gf_obstacle_count(a->goal); i++)
		if (gf_obstacle_read(&o, a->goal, i) &&
		    gf_str_eq(gf_rec_text(o.rec, OBSTACLE_WHEN),
		    a->field[OBSTACLE_WHEN]) && gf_str_eq(gf_rec_text(o.rec,
		    OBSTACLE_THEN), a->field[OBSTACLE_THEN]))
			return true;
	return false;
}

static int
write_new(struct adding *a, struct gf_ask *ask)
{
	struct gf_run *run = a->run;
	const struct gf_goal *g = a->goal;
	bool inner = gf_str_is(a->field[OBSTACLE_SIDE], "inner");
	struct gf_key_doc k = gf_key_own(run, g);
	struct gf_str id;
	struct gf_new *map;

	if (is_there(a)) {
		gf_run_say(run, "'%.*s' has this obstacle already",
		    (int)g->id.n, g->id.p);
		return 0;
	}
	if (!gf_run_open(run, g) || (inner && !gf_key_half(run, g, &k)))
		return 2;
	id = gf_obstacle_slug(g, a->field[OBSTACLE_WHEN], run->arena);
	a->field[OBSTACLE_ID] = id;
	map = gf_new_list(run->arena, GF_MAP, gf_obstacle_flow(&k));
	for (unsigned f = 0; f < GF_LEN(a->field); f++)
		gf_item_add(run, map, &gf_obstacle_table, f, a->field[f]);
	if (!gf_obstacle_append(&k, map))
		return 2;
	if (run->common->in_place)
		gf_run_say(run, "'%.*s/%.*s' is written", (int)g->id.n,
		    g->id.p, (int)id.n, id.p);
	return ask != NULL ? gf_ask_settle(ask) : 0;
}

/* What worked before comes only after the person's own answer. */
static void
offer(struct adding *a, struct gf_ask *ask)
{
	struct gf_advices all;
	struct gf_str other;

	if (ask->tty < 0)
		return;
	gf_advise(a->run->plan, a->goal, a->field[OBSTACLE_WHEN], &all);
	for (size_t i = 0; i < all.n && i < MOST_OFFERS; i++) {
		const struct gf_rec *r = all.v[i].obstacle.rec;
		struct gf_str then = gf_rec_text(r, OBSTACLE_THEN);

		gf_ask_say(ask, "Worked before, %u of %u: %.*s",
		    all.v[i].record.used_worked, all.v[i].record.used,
		    (int)then.n, then.p);
	}
	if (all.n > 0 && gf_ask_line(ask, &other, "What would you do instead? "
	    "(empty or no: what you said)") && other.n > 0 &&
	    !gf_str_eq_fold(other, GF_STR("no")))
		a->field[OBSTACLE_THEN] = other;
	free(all.v);
}

/* Ask for what the options do not say; false if nothing was answered. */
static bool
ask_all(struct adding *a, struct gf_ask *ask)
{
	struct gf_str *f = a->field;
	struct gf_str title = gf_goal_text(a->goal, GOAL_TITLE);

	gf_ask_say(ask, "%.*s: %.*s", (int)a->goal->id.n, a->goal->id.p,
	    (int)title.n, title.p);
	if (f[OBSTACLE_WHEN].n == 0)
		gf_ask_line(ask, &f[OBSTACLE_WHEN], "What could get in the "
		    "way? Say what you would see or hear when it happens.");
	if (f[OBSTACLE_WHEN].n == 0)
		return false;
	if (f[OBSTACLE_THEN].n == 0)
		gf_ask_line(ask, &f[OBSTACLE_THEN], "It has just happened: "
		    "what is the first thing you do?");
	if (f[OBSTACLE_THEN].n > 0)
		offer(a, ask);
	return f[OBSTACLE_THEN].n > 0;
}

/* Ask for a field, and again on a terminal while the answer is no value of it. */
static void
ask_one(struct adding *a, struct gf_ask *ask, unsigned field,
    const char *question)
{
	struct gf_str *f = &a->field[field];
	const char *why;

	while (gf_ask_line(ask, f, "%s", question) && f->n > 0 &&
	    ask->tty >= 0 && (why = gf_item_unfit(a->run,
	    &gf_obstacle_table.fields[field], f->p)) != NULL)
		gf_ask_say(ask, "%s", why);
}

static bool
ask_rest(struct adding *a, struct gf_ask *ask)
{
	static const struct {
		unsigned field;
		const char *question;
	} rest[] = {
		{ OBSTACLE_LIKELIHOOD, "How likely is it? (40%, or 1 to 5; "
		    "empty: skip)" },
		{ OBSTACLE_COST, "What would it cost, in the unit of the goal "
		    "or in days? (empty: skip)" },
		{ OBSTACLE_SIDE, "Is it inner, a habit or mood of yours, or "
		    "outer? (empty: skip)" },
	};

	for (size_t i = 0; i < GF_LEN(rest); i++) {
		struct gf_str *f = &a->field[rest[i].field];

		if (f->n > 0)
			continue;
		ask_one(a, ask, rest[i].field, rest[i].question);
		if (f->n > 0 && !gf_item_fits(a->run, &gf_obstacle_table,
		    rest[i].field, f->p))
			return false;
	}
	return true;
}

static int
converse(struct adding *a, struct gf_ask *ask)
{
	if (!ask_all(a, ask)) {
		gf_run_say(a->run, "no plan was answered, nothing is written");
		return 1;
	}
	return ask_rest(a, ask) && watch_ok(a) ? write_new(a, ask) : 2;
}

int
gf_run_add(struct gf_run *run)
{
	struct adding a = { .run = run };
	struct gf_key_doc own;
	struct gf_ask ask;
	int said = 2;

	a.goal = gf_run_goal(run, run->ids[0]);
	if (a.goal == NULL || !read_options(&a, run->opt))
		return 2;
	if (a.field[OBSTACLE_WHEN].n > 0 && a.field[OBSTACLE_THEN].n > 0)
		return watch_ok(&a) ? write_new(&a, NULL) : 2;
	own = gf_key_own(run, a.goal);
	if (!gf_run_open(run, a.goal) || !gf_key_can(&own, "obstacles"))
		return 2;
	if (gf_ask_open(&ask, run, "the obstacle: --when and --then say it"))
		said = converse(&a, &ask);
	gf_ask_close(&ask);
	return said;
}
