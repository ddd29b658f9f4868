/* The configuration: keys, numbers, paths and working days. */
#include "given.h"
#include "goal/config_table.h"
#include "tap.h"

/* Read a configuration; returns whether it may be used. */
static bool
configure(struct given *g, const char *text)
{
	struct gf_reader r = { .arena = &g->arena, .findings = &g->findings };
	struct gf_doc *doc = gf_arena_alloc(&g->arena, sizeof(*doc));
	struct gf_tree tree;
	struct gf_fault fault;

	doc->origin.path = GF_STR(".goalfile.yaml");
	return gf_tree_parse(&tree, gf_str(text), &g->limits, &g->scratch,
	    &fault) && gf_config_read(&g->config, &r, doc, &tree);
}

static const struct {
	const char *text;
	bool ok;
	const char *want;
} rows[] = {
	{ "", true, "" },
	{ "# nothing\n", true, "" },
	{ "format: 1\n", true, "" },
	{ "format: 2\n", false, "1:9 F02\n" },
	{ "- x\n", false, "1:1 F02\n" },
	{ "rootz: [goals]\n", false, "1:1 F01 rootz\n" },
	{ "calendar: {workday: mon-fri}\n", false,
	    "1:12 F01 calendar.workday\n" },
	{ "calendar: {workdays: mon-fri}\n", true, "" },
	{ "calendar: {workdays: [mon, tuesday, sat]}\n", true, "" },
	{ "calendar: {workdays: [mon, someday]}\n", false, "1:28 F02\n" },
	{ "calendar: {holidays: [2026-12-25, 2026-12-30..2027-01-01]}\n", true,
	    "" },
	{ "calendar: {holidays: [2026-02-30]}\n", false,
	    "1:23 F02 calendar.holidays[2026-02-30]\n" },
	{ "calendar: {fiscal-year-starts: 02-01}\n", true, "" },
	{ "calendar: {fiscal-year-starts: 02-29}\n", false, "1:32 F02\n" },
	{ "calendar: {fiscal-year-starts: February}\n", false, "1:32 F02\n" },
	{ "calendar: {fiscal-year-named: start}\n", true, "" },
	{ "calendar: {season: {aug: 0.5, december: 150%}}\n", true, "" },
	{ "calendar: {season: {fall: 0.5}}\n", false, "1:21 F01\n" },
	{ "calendar: {season: {aug: half}}\n", false, "1:26 F02\n" },
	{ "thresholds: {on-track: 0.9, overdue-grace: 10}\n", true, "" },
	{ "thresholds: {on-track: 90%}\n", true, "" },
	{ "thresholds: {ontrack: 0.9}\n", false, "1:14 F01\n" },
	{ "thresholds: {on-track: most}\n", false, "1:24 F02\n" },
	{ "checks: {S09: off, X01: note}\n", true, "" },
	{ "checks: {S09: never}\n", false, "1:15 F02\n" },
	{ "roots: [goals, people]\nexclude: [drafts/**]\n", true, "" },
	{ "roots: goals\n", true, "" },
	{ "roots: [../other]\n", false, "1:9 F02\n" },
	{ "private: [/etc/**]\n", false, "1:11 F02\n" },
	{ "rules: [a/../../b.yaml]\n", false, "1:9 F02\n" },
	{ "levels: [company, region, team, individual]\n", true, "" },
	{ "levels: [Company]\n", false, "1:10 F02 levels[Company]\n" },
	{ "tradeoffs: [[speed, defects], [cost, headcount]]\n", true, "" },
	{ "tradeoffs: [speed, defects]\n", false,
	    "1:13 F02 tradeoffs[speed]\n1:20 F02 tradeoffs[defects]\n" },
	{ "units: {visits: {kind: count, max-per-day: 4}}\n", true, "" },
	{ "names: [Level 3]\nglossary: [NRR]\nlanguage: en\n", true, "" },
	{ "extends: ../base.yaml\n", true, "" },
	{ "x-team: ours\n", true, "" },
};

static void
reading(struct tap *t)
{
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct given g;
		bool ok;

		given_init(&g);
		ok = configure(&g, rows[i].text);
		given_findings(&g, &b);
		if (!tap_ok(t, ok == rows[i].ok &&
		    gf_str_is(gf_buf_view(&b), rows[i].want), "%.*s",
		    (int)strcspn(rows[i].text, "\n"), rows[i].text))
			printf("# ok %d, got %s", ok, b.p);
		given_release(&g);
	}
	gf_buf_release(&b);
}

static void
values(struct tap *t)
{
	struct given g;
	const struct gf_config *c = &g.config;

	given_init(&g);
	tap_int(t, c->thresholds[GF_TH_GRACE].m, 7, "the default of a number");
	tap_text(t, c->language, "en", "the default language");
	configure(&g, "calendar:\n  workdays: [sun-tue, thu]\n"
	    "  holidays: [2026-05-12..2026-05-13]\n"
	    "  fiscal-year-starts: 02-01\n  season: {aug: 50%}\n"
	    "thresholds: {overdue-grace: 3, on-track: 90%}\n"
	    "checks: {S09: off, X01: note}\nroots: [goals, people]\n"
	    "levels: [company, region, team, individual]\n");
	tap_int(t, c->calendar.workdays, 1 | 2 | 8 | 64, "days from sun to tue");
	/* 2026-05-11 is a Monday, day 20584 */
	tap_ok(t, gf_calendar_works(&c->calendar, 20584), "a Monday");
	tap_ok(t, !gf_calendar_works(&c->calendar, 20585), "a holiday");
	tap_ok(t, gf_calendar_works(&c->calendar, 20587), "a Thursday");
	tap_ok(t, !gf_calendar_works(&c->calendar, 20588), "a Friday off");
	tap_int(t, c->calendar.fiscal.month, 2, "the fiscal year");
	tap_ok(t, gf_num_cmp(c->calendar.season[7],
	    (struct gf_num){ 5, 1 }) == 0, "half an August");
	tap_int(t, c->thresholds[GF_TH_GRACE].m, 3, "a number of one's own");
	tap_ok(t, gf_num_cmp(c->thresholds[GF_TH_ON_TRACK],
	    (struct gf_num){ 9, 1 }) == 0, "90%% is 0.9");
	tap_int(t, (long long)c->nchecks, 2, "two levels of checks");
	tap_ok(t, c->checks[0].level == GF_OFF && c->checks[1].level == GF_NOTE,
	    "and which");
	tap_int(t, (long long)c->nroots, 2, "two roots");
	tap_int(t, gf_config_rank(c, LEVEL_TEAM), 2, "team stands below region");
	tap_text(t, gf_str(gf_config_level(c, LEVEL_PERSONAL + 2)), "region",
	    "the word of a level of one's own");
	tap_int(t, gf_config_rank(c, LEVEL_PERSONAL + 2), 1, "and its rank");
	tap_int(t, gf_config_rank(c, LEVEL_PERSONAL), -1, "personal has none");
	configure(&g, "roots: [other]\n");
	tap_int(t, (long long)c->nroots, 1, "a list replaces that of the base");
	tap_int(t, (long long)c->nchecks, 2, "what is not said stays");
	given_file(&g, "goals/a.yaml",
	    "goal: a\ntitle: T\nlevel: region\n---\n"
	    "goal: b\ntitle: T\ndue: FY27-Q1\n");
	tap_int(t, (long long)g.findings.n, 0, "level and fiscal year are read");
	tap_int(t, gf_rec_word(g.plan.entries[0].rec, GOAL_LEVEL, -1),
	    LEVEL_PERSONAL + 2, "the level's number");
	tap_int(t, gf_rec_get(g.plan.entries[1].rec, GOAL_DUE)->u.span.last,
	    20573, "FY27-Q1 ends in April 2026");
	given_release(&g);
}

static const struct {
	const char *pattern, *path;
	bool fits;
} paths[] = {
	{ "a.yaml", "a.yaml", true }, { "a.yaml", "b.yaml", false },
	{ "*.yaml", "a.yaml", true }, { "*.yaml", "x/a.yaml", false },
	{ "**", "x/y/a.yaml", true }, { "**/*.yaml", "a.yaml", true },
	{ "**/*.yaml", "x/y/a.yaml", true },
	{ "coaching/**", "coaching/ana.yaml", true },
	{ "coaching/**", "coaching/x/ana.yaml", true },
	{ "coaching/**", "coaching", false },
	{ "coaching/**", "coachings/ana.yaml", false },
	{ "coaching/", "coaching/x/ana.yaml", true },
	{ "coaching/*", "coaching/x/ana.yaml", false },
	{ "a/**/b", "a/b", true }, { "a/**/b", "a/x/y/b", true },
	{ "a/**/b", "a/xb", false }, { "a/**/b", "a/x/yb", false },
	{ "a**b", "a/x/b", true }, { "?.yaml", "a.yaml", true },
	{ "?.yaml", "/.yaml", false }, { "?", "", false }, { "*", "", true },
	{ "", "", true }, { "", "a", false }, { "a*b*c", "axbxbxc", true },
	{ "a*b*c", "axbxbx", false }, { "*a*a*a*a*a*a*a*a*b",
	    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false },
	{ "x/*/z.yaml", "x/y/z.yaml", true },
	{ "x/*/z.yaml", "x/z.yaml", false },
	{ "**/private/**", "a/b/private/c.yaml", true },
	{ "**/private/**", "private/c.yaml", true },
	{ "**/private/**", "a/unprivate/c.yaml", false },
};

int
main(void)
{
	struct tap t = { 0, 0 };

	reading(&t);
	values(&t);
	for (size_t i = 0; i < GF_LEN(paths); i++)
		tap_ok(&t, gf_path_match(gf_str(paths[i].pattern),
		    gf_str(paths[i].path)) == paths[i].fits, "'%s' %s '%s'",
		    paths[i].pattern, paths[i].fits ? "fits" : "does not fit",
		    paths[i].path);
	for (size_t i = 0; i < GF_TH_COUNT; i++)
		tap_ok(&t, gf_threshold_rows[i].name != NULL &&
		    gf_threshold_rows[i].about != NULL, "threshold %zu", i);
	return tap_done(&t);
}
