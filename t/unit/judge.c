/* Which findings are shown and how loud; the checks here are for this test. */
#include "given.h"
#include "judge/judge.h"
#include "judge/keypath.h"
#include "judge/usage.h"
#include "tap.h"

#define CHECK(id, level, letters) \
	{ id, id, level, letters, "about " id, "what of " id "?", NULL, NULL, \
	NULL, NULL }

static void
no_measure(struct gf_case *c, const struct gf_check *check)
{
	if (gf_goal_get(c->goal, GOAL_MEASURE) == NULL)
		gf_case_miss(c, check, "measure", "no measure");
}

static void
no_due(struct gf_case *c, const struct gf_check *check)
{
	if (gf_goal_due(c->goal, NULL) == GF_NO_DAY)
		gf_case_miss(c, check, "due", "no due");
}

/* Speaks of every value that holds a word. */
static void
holds(struct gf_case *c, const struct gf_check *check, const char *word)
{
	static const unsigned fields[] = { GOAL_TITLE, GOAL_DUE, GOAL_WHY };
	const struct gf_val *v;

	for (size_t i = 0; i < GF_LEN(fields); i++) {
		v = gf_rec_raw(c->goal->rec, fields[i]);
		if (v != NULL && v->list && v->u.list.n > 0)
			v = &v->u.list.v[0];
		if (v != NULL && v->text != NULL &&
		    strstr(v->text, word) != NULL)
			gf_case_say(c, check, v, "holds %s", word);
	}
}

static void
placeholder(struct gf_case *c, const struct gf_check *check)
{
	holds(c, check, "TBD");
}

static void
word_note(struct gf_case *c, const struct gf_check *check)
{
	holds(c, check, "soon");
}

static void
word_warning(struct gf_case *c, const struct gf_check *check)
{
	holds(c, check, "better");
}

static void
link_missing(struct gf_case *c, const struct gf_check *check)
{
	for (uint32_t i = 0; i < c->goal->nlinks; i++)
		if (c->goal->links[i].parent == NULL)
			gf_case_miss(c, check, "supports", "no such goal");
}

static void
no_obstacle(struct gf_case *c, const struct gf_check *check)
{
	if (gf_goal_get(c->goal, GOAL_OBSTACLES) == NULL &&
	    gf_usage_asks(c->usage, c->goal, GF_USE_OBSTACLE))
		gf_case_miss(c, check, "obstacles", "no obstacle");
}

static void
whole_plan(struct gf_case *c, const struct gf_check *check)
{
	for (size_t i = 0; i < c->plan->ngoals; i++) {
		c->goal = c->plan->goals[i];
		if (gf_str_is(c->goal->id, "planned"))
			gf_case_miss(c, check, "", "found in the plan");
	}
}

static const struct gf_judgement rows[] = {
	{ CHECK("M01", GF_ERROR, "M"), GF_ON_OPEN, no_measure, NULL, NULL },
	{ CHECK("M08", GF_WARNING, "M"), GF_ON_ALL, word_warning, NULL, NULL },
	{ CHECK("M99", GF_WARNING, "M"), GF_ON_OPEN, word_warning, NULL, NULL },
	{ CHECK("R02", GF_ERROR, "R"), GF_ON_ALL, link_missing, NULL, NULL },
	{ CHECK("S09", GF_ERROR, "S"), GF_ON_OPEN, placeholder, NULL, NULL },
	{ CHECK("T01", GF_ERROR, "T"), GF_ON_OPEN, no_due, NULL, NULL },
	{ CHECK("T08", GF_NOTE, "T"), GF_ON_OPEN, word_note, NULL, NULL },
	{ CHECK("W02", GF_WARNING, ""), GF_ON_OPEN, no_obstacle, NULL, NULL },
	{ CHECK("L10", GF_WARNING, ""), GF_ON_OPEN, NULL, whole_plan, NULL },
};
static const struct gf_catalog catalog = { rows, GF_LEN(rows) };

/* What is found in a file: "ID LEVEL KEYPATH" a finding, then what is hidden. */
static void
found(struct gf_buf *b, const char *text, struct gf_sentence s)
{
	struct given g;

	given_init(&g);
	given_file(&g, "a.yaml", text);
	gf_plan_resolve(&g.plan);
	gf_judge(&g.plan, &catalog, 1, &s, &g.findings);
	gf_buf_clear(b);
	for (size_t i = 0; i < g.findings.n; i++) {
		const struct gf_finding *f = &g.findings.v[i];

		gf_buf_printf(b, "%s %c %.*s%s,", f->check->id,
		    gf_level_name(f->level)[0], (int)f->keypath.n,
		    f->keypath.p, f->at.doc ? "" : "(no place)");
	}
	for (unsigned level = GF_ERROR; level > GF_OFF; level--)
		if (g.findings.hidden[level] > 0)
			gf_buf_printf(b, "-%zu%c", g.findings.hidden[level],
			    gf_level_name((enum gf_level)level)[0]);
	given_release(&g);
}

#define MEASURED "measure: {metric: x, to: 4}\nobstacles: [rain]\n"
#define DATED "due: 2026-12-31\n"

static const struct {
	const char *name, *text;
	struct gf_sentence s;
	const char *want;
} wants[] = {
	{ "nothing to say", "goal: a\ntitle: x\n" DATED MEASURED,
	    { .all = true }, "" },
	{ "two letters", "goal: a\ntitle: x\nobstacles: [x]\n", { 0 },
	    "M01 e measure,T01 e due," },
	{ "a draft softens", "goal: a\ntitle: x\nstatus: draft\n"
	    "obstacles: [x]\n", { 0 }, "M01 w measure,T01 w due," },
	{ "a draft may hold placeholders", "goal: a\ntitle: TBD\n"
	    "status: draft\n" DATED MEASURED, { .notes = true },
	    "S09 n title," },
	{ "closed goals keep their peace", "goal: a\ntitle: x\nstatus: done\n"
	    "supports: nobody\n", { 0 }, "R02 e supports," },
	{ "the strongest of a letter", "goal: a\ntitle: x better\n" DATED
	    "obstacles: [x]\n", { .levels = NULL }, "M01 e measure,-1w" },
	{ "what explains another silences it even with -a",
	    "goal: a\ntitle: x better\n" DATED "obstacles: [x]\n",
	    { .all = true }, "M01 e measure,M99 w title," },
	{ "the first of equals", "goal: a\ntitle: better\n" DATED MEASURED,
	    { 0 }, "M08 w title,-1w" },
	{ "notes are hidden", "goal: a\ntitle: soon\n" DATED MEASURED,
	    { 0 }, "-1n" },
	{ "notes are shown", "goal: a\ntitle: soon\n" DATED MEASURED,
	    { .notes = true }, "T08 n title," },
	{ "a missing link may be a note", "goal: a\ntitle: x\n" DATED MEASURED
	    "supports: nobody\n", { .allow_missing = true, .all = true },
	    "R02 n supports," },
	{ "a placeholder explains a wrong value and a missing one",
	    "goal: a\ntitle: x\ndue: TBD\n" MEASURED, { .all = true },
	    "S09 e due," },
	{ "a wrong value explains a missing one",
	    "goal: a\ntitle: x\ndue: 2026-13-01\n" MEASURED, { .all = true },
	    "F02 e due," },
	{ "a mistyped key explains that one is missing",
	    "goal: a\ntitle: x\ndeu: 2026-12-31\n" MEASURED, { .all = true },
	    "F01 e deu," },
	{ "unless it is there, too", "goal: a\ntitle: x\ndeu: 2026-12-31\n"
	    "due: TBD\n" MEASURED, { .all = true }, "F01 e deu,S09 e due," },
	{ "what nobody uses is asked once", "goal: a\ntitle: x\n" DATED
	    "measure: {metric: x, to: 4}\n---\ngoal: b\ntitle: x\n" DATED
	    "measure: {metric: x, to: 4}\n", { .all = true },
	    "W02 n (no place)," },
	{ "and that is a note, which nothing hides", "goal: a\ntitle: x\n" DATED
	    "measure: {metric: x, to: 4}\n", { 0 }, "" },
	{ "what another goal of the file uses is asked", "goal: a\ntitle: x\n"
	    DATED MEASURED "---\ngoal: b\ntitle: x\n" DATED
	    "measure: {metric: x, to: 4}\n", { 0 }, "W02 w obstacles," },
	{ "a check of the plan", "goal: planned\ntitle: x\n" DATED MEASURED,
	    { 0 }, "L10 w ," },
};

static void
test_levels(struct tap *t)
{
	const char *text = "goal: a\ntitle: better\nduo: x\n" DATED MEASURED;
	const struct gf_config_check levels[] = {
		{ GF_STR("M08"), GF_OFF, { 0 }, NULL },
		{ GF_STR("M99"), GF_NOTE, { 0 }, NULL },
		{ GF_STR("F01"), GF_OFF, { 0 }, NULL },
		{ GF_STR("M99"), GF_ERROR, { 0 }, NULL },
	};
	const struct gf_config_check quiet[] = {
		{ GF_STR("F02"), GF_NOTE, { 0 }, NULL },
	};
	struct gf_buf b = { 0 };

	found(&b, text, (struct gf_sentence){ .levels = levels, .nlevels = 1 });
	tap_text(t, gf_buf_view(&b), "M99 w title,F01 e duo,", "-D M08=off");
	found(&b, text, (struct gf_sentence){ .levels = levels, .nlevels = 2 });
	tap_text(t, gf_buf_view(&b), "F01 e duo,-1n", "-D M99=note");
	found(&b, text, (struct gf_sentence){ .levels = levels, .nlevels = 4 });
	tap_text(t, gf_buf_view(&b), "M99 e title,",
	    "-D F01=off, the last word on M99");
	found(&b, "goal: a\ntitle: better\nstatus: draft\n" DATED MEASURED,
	    (struct gf_sentence){ .levels = levels, .nlevels = 4 });
	tap_text(t, gf_buf_view(&b), "M99 e title,",
	    "the command line is stronger than a draft");
	found(&b, "goal: a\ntitle: x\nstatus: draft\ndue: TBD\n" MEASURED,
	    (struct gf_sentence){ .all = true });
	tap_text(t, gf_buf_view(&b), "S09 n due,",
	    "a draft's placeholder explains, quiet as it is");
	found(&b, "goal: a\ntitle: x\ndue: 2026-13-01\n" MEASURED,
	    (struct gf_sentence){ .levels = quiet, .nlevels = 1,
	    .all = true });
	tap_text(t, gf_buf_view(&b), "T01 e due,F02 n due,",
	    "what was made a note hides no error");
	gf_buf_release(&b);
}

/* The same, whatever the number of threads. */
static void
test_threads(struct tap *t)
{
	struct gf_buf text = { 0 }, one = { 0 }, many = { 0 };
	static const char *const titles[] = { "x", "better", "soon", "TBD" };

	for (unsigned i = 0; i < 2000; i++)
		gf_buf_printf(&text, "%sgoal: g%u\ntitle: %s\n%s%s",
		    i > 0 ? "---\n" : "", i, titles[i * 7 % 4],
		    i % 3 ? DATED : "", i % 5 ? MEASURED : "");
	found(&one, text.p, (struct gf_sentence){ .all = true });
	for (unsigned n = 2; n < 9; n += 3) {
		found(&many, text.p, (struct gf_sentence){ .all = true,
		    .threads = n });
		tap_ok(t, one.n > 1000 && gf_str_eq(gf_buf_view(&one),
		    gf_buf_view(&many)), "%u threads find the same", n);
	}
	gf_buf_release(&text);
	gf_buf_release(&one);
	gf_buf_release(&many);
}

static const struct {
	const char *path;
	enum gf_audience audience;
} paths[] = {
	{ "title", GF_COMPANY }, { "", GF_COMPANY }, { "why", GF_COACH },
	{ "why[x.y]]", GF_COACH }, { "measure.to", GF_COMPANY },
	{ "confidence", GF_COACH }, { "nothing", GF_COMPANY },
	{ "obstacles[rain].then", GF_COMPANY },
	{ "obstacles[fear].then", GF_COACH },
	{ "obstacles[unknown]", GF_COACH }, { "obstacles", GF_COMPANY },
};

static void
test_paths(struct tap *t)
{
	const char *text = "goal: a\ntitle: x\nwhy: [one, two]\n"
	    "supports: [{goal: b, share: 40%}]\n"
	    "obstacles: [{when: rain, then: hall}, "
	    "{id: fear, when: dark, side: inner}]\n";
	struct given g;
	struct gf_buf b = { 0 };
	const struct gf_val *items;

	given_init(&g);
	given_file(&g, "a.yaml", text);
	gf_plan_resolve(&g.plan);
	for (size_t i = 0; i < GF_LEN(paths); i++)
		tap_int(t, gf_keypath_audience(gf_str(paths[i].path),
		    &g.plan.entries[0]), paths[i].audience, paths[i].path);
	gf_goal_list(g.plan.goals[0], GOAL_OBSTACLES, &items);
	tap_ok(t, gf_keypath(&b, g.plan.goals[0]->rec,
	    gf_rec_get(items[1].u.rec, OBSTACLE_WHEN)), "found below a list");
	tap_text(t, gf_buf_view(&b), "obstacles[fear].when", "by its id");
	gf_buf_clear(&b);
	gf_goal_list(g.plan.goals[0], GOAL_SUPPORTS, &items);
	gf_keypath(&b, g.plan.goals[0]->rec,
	    gf_rec_get(items[0].u.rec, SUPPORT_SHARE));
	tap_text(t, gf_buf_view(&b), "supports[b].share", "by its first value");
	gf_buf_clear(&b);
	tap_ok(t, !gf_keypath(&b, items[0].u.rec, &items[0]) && b.n == 0,
	    "not below itself");
	gf_buf_release(&b);
	given_release(&g);
}

static void
test_fingerprint(struct tap *t)
{
	struct gf_finding f = {
		.check = &rows[0].check, .goal = GF_STR("a"),
		.keypath = GF_STR("measure"),
	};
	char one[17], two[17];

	/* sha256 of 3:M014:goal1:a7:measure */
	gf_finding_fingerprint(&f, gf_str("goal"), one);
	tap_text(t, gf_str(one), "9535bfb46313729f", "a fingerprint");
	f.other_goal = gf_str("b");
	gf_finding_fingerprint(&f, gf_str("goal"), two);
	tap_ok(t, strcmp(one, two) != 0, "the other goal makes another");
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < GF_LEN(wants); i++) {
		found(&b, wants[i].text, wants[i].s);
		tap_text(&t, gf_buf_view(&b), wants[i].want, wants[i].name);
	}
	test_levels(&t);
	test_threads(&t);
	test_paths(&t);
	test_fingerprint(&t);
	gf_buf_release(&b);
	return tap_done(&t);
}
