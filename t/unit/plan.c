/* The plan: who refers to whom, and what a goal takes from where. */
#include "given.h"
#include "tap.h"

static struct gf_goal *
goal(const struct given *g, const char *id)
{
	return gf_plan_goal(&g->plan, gf_str(id));
}

static void
defaults(struct tap *t)
{
	struct given g;

	given_init(&g);
	given_file(&g, "goals/a.yaml",
	    "goal: early\ntitle: T\n---\n"
	    "defaults: {owner: ana, due: 2026-Q3, measure: {source: CRM, "
	    "unit: clinics}}\n---\n"
	    "goal: a\ntitle: T\nmeasure: {to: 3, unit: deals}\n---\n"
	    "goal: b\ntitle: T\nowner: ben\ndue: soon\n---\n"
	    "defaults: {start: 2026-05-01}\n---\n"
	    "goal: c\ntitle: T\n---\ndefaults:\n---\ngoal: d\ntitle: T\n");
	given_file(&g, "goals/b.yaml", "goal: e\ntitle: T\n");
	gf_plan_resolve(&g.plan);
	tap_text(t, gf_goal_text(goal(&g, "early"), GOAL_OWNER), "",
	    "a goal before the defaults takes nothing");
	tap_text(t, gf_goal_text(goal(&g, "a"), GOAL_OWNER), "ana",
	    "a goal after them does");
	tap_text(t, goal(&g, "a")->owner_text, "ana", "also as its owner");
	tap_text(t, gf_val_text(gf_goal_measure(goal(&g, "a"),
	    MEASURE_SOURCE)), "CRM", "measure is merged by key");
	tap_text(t, gf_val_text(gf_goal_measure(goal(&g, "a"),
	    MEASURE_UNIT)), "deals", "own keys first");
	tap_text(t, gf_goal_text(goal(&g, "b"), GOAL_OWNER), "ben",
	    "an own value wins");
	tap_ok(t, gf_goal_get(goal(&g, "b"), GOAL_DUE) == NULL &&
	    gf_goal_has(goal(&g, "b"), GOAL_DUE),
	    "an own value that does not fit hides the default");
	tap_ok(t, goal(&g, "c")->owner_text.n == 0 &&
	    gf_goal_start(goal(&g, "c")) != GF_NO_DAY,
	    "new defaults replace the old ones altogether");
	tap_ok(t, gf_goal_start(goal(&g, "d")) == GF_NO_DAY,
	    "empty ones end them");
	tap_ok(t, gf_goal_get(goal(&g, "e"), GOAL_OWNER) == NULL,
	    "another file takes nothing");
	tap_int(t, gf_goal_place(goal(&g, "a"), gf_goal_get(goal(&g, "a"),
	    GOAL_DUE)).at.line, 0, "an inherited value stands at the first key");
	tap_ok(t, gf_goal_inherited(goal(&g, "a"), gf_goal_measure(
	    goal(&g, "a"), MEASURE_SOURCE)).doc == g.plan.entries[1].doc &&
	    gf_goal_inherited(goal(&g, "a"), gf_goal_measure(goal(&g, "a"),
	    MEASURE_UNIT)).doc == NULL, "and says where it came from");
	given_release(&g);
}

/* Defaults of the same file that came later, as context. */
static void
context(struct tap *t)
{
	struct given g;

	given_init(&g);
	given_doc(&g, "goals/a.yaml", 9, GF_STR("goal: a\ntitle: T\n"));
	gf_plan_resolve(&g.plan);
	tap_ok(t, goal(&g, "a")->owner_text.n == 0, "no owner yet");
	given_doc(&g, "goals/a.yaml", 1, GF_STR("defaults: {owner: ana}\n"));
	given_doc(&g, "goals/a.yaml", 20, GF_STR("defaults: {owner: ben}\n"));
	gf_plan_resolve(&g.plan);
	tap_text(t, goal(&g, "a")->owner_text, "ana",
	    "defaults of an earlier line hold, whenever they came");
	gf_plan_resolve(&g.plan);
	tap_int(t, (long long)g.plan.ngoals, 1, "resolving again adds nothing");
	given_release(&g);
}

static void
owners(struct tap *t)
{
	struct given g;
	bool many;

	given_init(&g);
	given_file(&g, "people.yaml",
	    "person: ana-r\nname: Ana Ruiz\nteam: sales\n---\n"
	    "person: sam-a\nname: Sam Lee\n---\n"
	    "person: sam-b\nname: sam  lee\n---\n"
	    "team: sales\nname: Sales\nof: acme\n---\ncompany: acme\n");
	given_file(&g, "goals.yaml",
	    "goal: a\ntitle: T\nowner: ana-r\n---\n"
	    "goal: b\ntitle: T\nowner: ANA ruiz\n---\n"
	    "goal: c\ntitle: T\nowner: ana-t\n---\n"
	    "goal: d\ntitle: T\nowner: Sam Lee\n---\n"
	    "goal: e\ntitle: T\nowner: [ana-r, sam-a]\n---\n"
	    "goal: f\ntitle: T\nowner: sales\n---\n"
	    "goal: g\ntitle: T\nowner: acme\n---\n"
	    "goal: h\ntitle: T\nowner: acme\nlevel: team\n---\n"
	    "goal: i\ntitle: T\nowner: Eva Who\n");
	gf_plan_resolve(&g.plan);
	tap_text(t, goal(&g, "a")->owner->id, "ana-r", "an owner by id");
	tap_ok(t, goal(&g, "b")->owner == goal(&g, "a")->owner,
	    "the same by name, case and blanks ignored");
	tap_ok(t, goal(&g, "c")->owner == NULL && goal(&g, "c")->meant ==
	    goal(&g, "a")->owner, "one letter off is nobody, but meant");
	tap_ok(t, goal(&g, "d")->owner_ambiguous && goal(&g, "d")->level < 0,
	    "a name of two documents");
	tap_ok(t, goal(&g, "e")->owner_many, "two owners");
	tap_int(t, goal(&g, "a")->level, LEVEL_INDIVIDUAL, "a person's level");
	tap_int(t, goal(&g, "f")->level, LEVEL_TEAM, "a team's");
	tap_int(t, goal(&g, "g")->level, LEVEL_COMPANY, "a company's");
	tap_int(t, goal(&g, "h")->level, LEVEL_TEAM, "the own word wins");
	tap_ok(t, goal(&g, "i")->owner == NULL && goal(&g, "i")->meant ==
	    NULL && goal(&g, "i")->level == -1, "a name nobody has is fine");
	tap_ok(t, goal(&g, "a")->owner->team == gf_plan_party(&g.plan,
	    GF_STR("sales"), &many) && !many, "a person's team");
	tap_text(t, goal(&g, "a")->owner->team->team->id, "acme",
	    "and what stands above it");
	given_release(&g);
}

static void
halves(struct tap *t)
{
	struct given g;
	const struct gf_val *v;

	given_init(&g);
	given_file(&g, "coaching/a.yaml",
	    "goal: a\nwhy: [rest]\nobstacles:\n  - {when: doubt, then: call, "
	    "side: inner}\n---\nperson: ana\nheld-accountable: ask\n");
	given_file(&g, "goals/a.yaml",
	    "goal: a\ntitle: T\nobstacles: [{when: rain, then: tent}]\n---\n"
	    "person: ana\nname: Ana\n---\ngoal: b\ntitle: T\n---\n"
	    "goal: b\ntitle: U\n");
	gf_plan_resolve(&g.plan);
	gf_plan_resolve(&g.plan);
	tap_int(t, (long long)g.findings.n, 0, "a half needs no title");
	tap_int(t, (long long)g.plan.ngoals, 3, "a half is no goal of its own");
	tap_ok(t, goal(&g, "a")->same == NULL, "nor the same id twice");
	tap_text(t, gf_goal_text(goal(&g, "a"), GOAL_TITLE), "T", "one half");
	tap_text(t, gf_goal_text(goal(&g, "a"), GOAL_WHY), "rest", "the other");
	tap_int(t, (long long)gf_goal_list(goal(&g, "a"), GOAL_OBSTACLES, &v),
	    2, "obstacles of both");
	tap_ok(t, gf_goal_place(goal(&g, "a"), &v[0]).doc ==
	    goal(&g, "a")->doc && gf_goal_place(goal(&g, "a"), &v[1]).doc ==
	    goal(&g, "a")->half_doc, "each at its place");
	tap_ok(t, gf_goal_place(goal(&g, "a"), gf_goal_get(goal(&g, "a"),
	    GOAL_WHY)).doc == goal(&g, "a")->half_doc, "the why too");
	tap_int(t, (long long)g.plan.nparties, 1, "one person of two halves");
	tap_ok(t, gf_plan_party(&g.plan, GF_STR("Ana"), NULL)->half != NULL,
	    "who has a private half");
	tap_ok(t, goal(&g, "b")->same != NULL && goal(&g, "b")->same->same ==
	    NULL, "two public goals of one id are two");
	given_release(&g);
	given_init(&g);
	given_file(&g, "coaching/b.yaml", "goal: b\ndue: 2026\nwhy: [x]\n");
	tap_int(t, (long long)g.findings.n, 1, "a private goal needs a title");
	given_release(&g);
}

static void
links(struct tap *t)
{
	struct given g;
	struct gf_str *ids;
	size_t n;
	bool up;
	const struct gf_link *l;

	given_init(&g);
	given_file(&g, "goals.yaml",
	    "goal: north\ntitle: T\ndue: 2026-12-31\n---\n"
	    "goal: a\ntitle: T\nsupports: [{goal: north, share: 0.5}, nroth]\n"
	    "---\ngoal: b\ntitle: T\nsupports: a\nowner: carl\n"
	    "conflicts-with: zed\nserves: dora/flat\n---\n"
	    "goal: c\ntitle: T\nsupports: [north]\n---\n"
	    "goal: x\ntitle: T\nsupports: y\n---\n"
	    "goal: y\ntitle: T\nsupports: x\n");
	gf_plan_resolve(&g.plan);
	tap_int(t, goal(&g, "a")->nlinks, 2, "two links");
	tap_ok(t, goal(&g, "a")->links[0].parent == goal(&g, "north") &&
	    goal(&g, "a")->links[0].rec != NULL, "one with a share");
	tap_ok(t, goal(&g, "a")->links[1].parent == NULL &&
	    goal(&g, "a")->links[1].rec == NULL, "one to nowhere");
	tap_text(t, gf_plan_nearest(&g.plan, GF_STR("nroth")), "north",
	    "the nearest id");
	tap_text(t, gf_plan_nearest(&g.plan, GF_STR("something")), "",
	    "nothing is near");
	l = goal(&g, "north")->children;
	tap_ok(t, l != NULL && l->child == goal(&g, "a") && l->next_child &&
	    l->next_child->child == goal(&g, "c") &&
	    l->next_child->next_child == NULL, "children in order");
	tap_ok(t, gf_goal_due(goal(&g, "b"), &up) == 20818 && up,
	    "without due a goal ends with those above it");
	tap_ok(t, gf_goal_due(goal(&g, "north"), &up) == 20818 && !up,
	    "with due not");
	tap_ok(t, gf_goal_due(goal(&g, "x"), &up) == GF_NO_DAY && !up,
	    "a ring has no end");
	gf_plan_missing(&g.plan, &ids, &n);
	tap_int(t, (long long)n, 4, "four ids are missing");
	tap_ok(t, n == 4 && gf_str_is(ids[0], "nroth") &&
	    gf_str_is(ids[1], "zed") && gf_str_is(ids[2], "dora") &&
	    gf_str_is(ids[3], "carl"), "and which");
	free(ids);
	given_release(&g);
}

static void
readings(struct tap *t)
{
	struct given g;
	struct gf_reading *r;
	size_t n;

	given_init(&g);
	given_file(&g, "goals.yaml",
	    "goal: a\ntitle: T\nprogress:\n"
	    "  - {date: 2026-05-08, value: 5}\n"
	    "  - {date: 2026-05-01, value: 1}\n"
	    "  - {date: 2026-05-08, value: 6, corrects: yes}\n"
	    "  - {date: 2026-05-01, value: 2}\n"
	    "  - {date: never, value: 9}\n---\n"
	    "log: crm\nreadings:\n"
	    "  - {goal: a, date: 2026-05-04, value: 3}\n"
	    "  - {goal: b, date: 2026-05-04, value: 8}\n"
	    "  - {goal: a, date: 2026-05-08, value: 7}\n");
	gf_plan_resolve(&g.plan);
	n = gf_goal_readings(&g.plan, goal(&g, "a"), &g.arena, &r);
	tap_int(t, (long long)n, 5, "readings of goal and log");
	tap_ok(t, n == 5 && r[0].value.m == 1 && r[1].value.m == 2 &&
	    r[2].value.m == 3 && r[3].value.m == 6 && r[4].value.m == 7,
	    "by date, then place, the corrected one taken out");
	tap_ok(t, n == 5 && r[2].doc == g.plan.entries[1].doc &&
	    r[2].at.line == 2, "each with its place");
	given_release(&g);
}

static void
meaning(struct tap *t)
{
	static const struct {
		const char *text;
		bool same;
	} rows[] = {
		{ "title: T\nmeasure: {to: 1.2M}\ndue: 2026-Q3\n", true },
		{ "title: T\nmeasure: {to: \"1,200,000\"}\ndue: 2026-09-30\n",
		    true },
		{ "title: T\nmeasure: {to: 1.2M}\ndue: 2026-Q3\n"
		    "status: active\nowner: ana\nwhy: [x]\n", true },
		{ "title: U\nmeasure: {to: 1.2M}\ndue: 2026-Q3\n", false },
		{ "title: T\nmeasure: {to: 1.3M}\ndue: 2026-Q3\n", false },
		{ "title: T\nmeasure: {to: 1.2M, unit: EUR}\ndue: 2026-Q3\n",
		    false },
		{ "title: T\nmeasure: {to: 1.2M}\ndue: 2026-Q4\n", false },
		{ "title: T\nmeasure: {to: 1.2M}\ndue: 2026-Q3\n"
		    "start: 2026-07-01\n", false },
		{ "title: T\nmeasure: {from: 1.2M}\ndue: 2026-Q3\n", false },
		{ "title: T\nmeasure: {to: 1.2M}\ndue: 2026-Q3\n"
		    "status: paused\n", false },
	};
	char first[17] = "", now[17];

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct given g;
		struct gf_buf b = { 0 };

		gf_buf_printf(&b, "goal: a\n%s", rows[i].text);
		given_init(&g);
		given_file(&g, "goals.yaml", b.p);
		gf_plan_resolve(&g.plan);
		gf_goal_meaning(goal(&g, "a"), now);
		if (i == 0)
			memcpy(first, now, sizeof(first));
		tap_ok(t, (strcmp(first, now) == 0) == rows[i].same,
		    "meaning %zu %s", i, rows[i].same ? "is the same" :
		    "is another");
		gf_buf_release(&b);
		given_release(&g);
	}
}

static void
ends(struct tap *t)
{
	struct given g;

	given_init(&g);
	given_file(&g, "goals.yaml",
	    "goal: a\ntitle: T\nmeasure: {at-least: 95%}\n---\n"
	    "goal: b\ntitle: T\nmeasure: {from: 1, to: 3 h}\nclose: {score: 1}\n"
	    "---\ngoal: c\ntitle: T\nstatus: done\n---\n"
	    "goal: d\ntitle: T\nstatus: paused\n");
	gf_plan_resolve(&g.plan);
	tap_ok(t, gf_goal_holds(goal(&g, "a")), "a level to hold");
	tap_ok(t, !gf_goal_holds(goal(&g, "b")), "a way to go");
	tap_text(t, gf_goal_unit(goal(&g, "a")), "%", "a unit beside a value");
	tap_text(t, gf_goal_unit(goal(&g, "b")), "h", "and beside another");
	tap_ok(t, goal(&g, "a")->open && !goal(&g, "b")->open &&
	    !goal(&g, "c")->open && goal(&g, "d")->open, "what is open");
	given_release(&g);
}

/* 20,000 goals of which none finds its parent: still no search without end. */
static void
many(struct tap *t)
{
	struct given g;
	struct gf_buf b = { 0 };
	char id[32];

	given_init(&g);
	for (int i = 0; i < 20000; i++) {
		gf_buf_clear(&b);
		gf_buf_printf(&b, "goal: goal-%d\ntitle: T\nsupports: gaol-%d\n"
		    "owner: nobody-%d\n", i, i, i);
		given_doc(&g, "goals.yaml", (uint32_t)i * 4 + 1,
		    gf_buf_view(&b));
	}
	gf_plan_resolve(&g.plan);
	for (int i = 0; i < 20000; i++) {
		snprintf(id, sizeof(id), "gaol-%d", i);
		gf_plan_nearest(&g.plan, gf_str(id));
	}
	tap_int(t, (long long)g.plan.ndangling, 20000, "all of them dangle");
	gf_buf_release(&b);
	given_release(&g);
}

int
main(void)
{
	struct tap t = { 0, 0 };

	defaults(&t);
	context(&t);
	owners(&t);
	halves(&t);
	links(&t);
	readings(&t);
	meaning(&t);
	ends(&t);
	many(&t);
	return tap_done(&t);
}
