/* Reading by tables: what fits is taken, what does not is said at its place. */
#include "given.h"
#include "tap.h"

/* A good and a bad sample of every type, as they stand in flow. */
static const struct {
	const char *good, *bad;
} samples[] = {
	[GF_T_TEXT] = { "some words", "[a, b]" },
	[GF_T_ID] = { "an-id", "An Id" },
	[GF_T_OWNER] = { "Ana Ruiz", "{a: b}" },
	[GF_T_DAY] = { "2026-02-28", "2026-02-30" },
	[GF_T_DATE] = { "2026-Q3", "2026-Q5" },
	[GF_T_RANGE] = { "2026-07-06..2026-07-17", "2026-07-17..2026-07-06" },
	[GF_T_TIME] = { "09:30", "25:30" },
	[GF_T_YESNO] = { "yes", "maybe" },
	[GF_T_QTY] = { "1.2M", "1e3" },
	[GF_T_NUMBER] = { "1", "11" },
	[GF_T_SHARE] = { "40%", "some" },
	[GF_T_LIKELIHOOD] = { "3", "7" },
	[GF_T_DURATION] = { "6 h", "6 bananas" },
	[GF_T_EFFORT] = { "20%", "20x%" },
	[GF_T_COST] = { "2 days", "010" },
	[GF_T_MINUTES] = { "10 min", "10 cm" },
	[GF_T_EVERY] = { "2 weeks", "often" },
	[GF_T_WORD] = { NULL, "zzz" },
	[GF_T_REC] = { NULL, "[[a]]" },
	[GF_T_AIM] = { "ana/flat", "ana" },
	[GF_T_DONE] = { "2026-09-30", "half" },
	[GF_T_TEXTS] = { "[a, b]", "[{a: b}]" },
	[GF_T_MAP] = { "{a: b}", "[a]" },
};
_Static_assert(GF_LEN(samples) == GF_TYPES, "a sample for every type");

static void put_map(struct gf_buf *, const struct gf_table *, unsigned which,
    const char *value);

/* A value that fits a field. */
static void
put_good(struct gf_buf *b, const struct gf_field *f)
{
	if (f->type == GF_T_WORD || f->form == GF_MANY_OR_WORD)
		gf_buf_text(b, f->words[0]);
	else if (f->type == GF_T_REC && f->short_first)
		gf_buf_text(b, "an-id");
	else if (f->type == GF_T_REC)
		put_map(b, f->table, 0, NULL);
	else
		gf_buf_text(b, samples[f->type].good);
}

/* A mapping in flow with what must be there and one field's value. */
static void
put_map(struct gf_buf *b, const struct gf_table *t, unsigned which,
    const char *value)
{
	bool comma = false;

	gf_buf_byte(b, '{');
	for (unsigned i = 0; i < t->n; i++) {
		if (i != which && !t->fields[i].required)
			continue;
		gf_buf_printf(b, "%s%s: ", comma ? ", " : "",
		    t->fields[i].key);
		if (i == which && value != NULL)
			gf_buf_text(b, value);
		else
			put_good(b, &t->fields[i]);
		comma = true;
	}
	gf_buf_byte(b, '}');
}

/* Read `document` and compare what was found. */
static void
read_is(struct tap *t, const char *document, const char *want,
    const char *name)
{
	struct given g;
	struct gf_buf b = { 0 };

	given_init(&g);
	given_file(&g, "goals/a.yaml", document);
	given_findings(&g, &b);
	if (!tap_ok(t, gf_str_is(gf_buf_view(&b), want), "%s", name))
		printf("# %s\n# got %s# wanted %s", document, b.p, want);
	gf_buf_release(&b);
	given_release(&g);
}

/* The sample of a wrong value for a field. */
static const char *
wrong(const struct gf_field *f)
{
	if (f->form == GF_ONE)
		return samples[f->type].bad;
	return f->type == GF_T_TEXT ? "{a: b}" : f->type == GF_T_REC ?
	    "[[a]]" : samples[f->type].bad;
}

/* A wrong value gives one F02 at its line and column. */
static void
wrong_is_found(struct tap *t, const struct gf_field *f, const char *text,
    size_t at)
{
	struct given g;
	struct gf_buf want = { 0 }, got = { 0 };
	int line = 1, col = 1;

	for (size_t i = 0; i < at; i++) {
		col = text[i] == '\n' ? 1 : col + 1;
		line += text[i] == '\n';
	}
	/* of a list the item is wrong */
	if (f->form != GF_ONE && text[at] == '[')
		col++;
	gf_buf_printf(&want, "%d:%d F02", line, col);
	given_init(&g);
	given_file(&g, "goals/a.yaml", text);
	given_findings(&g, &got);
	if (!tap_ok(t, g.findings.n == 1 && strncmp(got.p, want.p, want.n) == 0,
	    "%s: wrong at %s", f->key, want.p))
		printf("# %s\n# got %s", text, got.p ? got.p : "");
	given_release(&g);
	gf_buf_release(&want);
	gf_buf_release(&got);
}

/* One field, whose value stands at "@@" of a template. */
static void
field(struct tap *t, const struct gf_field *f, const struct gf_buf *frame)
{
	size_t hole = (size_t)(strstr(frame->p, "@@") - frame->p);
	struct gf_buf text = { 0 };

	gf_buf_add(&text, frame->p, hole);
	put_good(&text, f);
	gf_buf_text(&text, frame->p + hole + 2);
	read_is(t, text.p, "", f->key);
	gf_buf_clear(&text);
	gf_buf_add(&text, frame->p, hole);
	gf_buf_text(&text, wrong(f));
	gf_buf_text(&text, frame->p + hole + 2);
	wrong_is_found(t, f, text.p, hole);
	gf_buf_release(&text);
}

/* Every field of a table, the template with "@@" where the mapping stands. */
static void
fields(struct tap *t, const struct gf_table *table, const struct gf_buf *frame)
{
	const char *hole = strstr(frame->p, "@@");
	struct gf_buf inner = { 0 };

	for (unsigned i = 0; i < table->n; i++) {
		const struct gf_field *f = &table->fields[i];

		gf_buf_clear(&inner);
		gf_buf_add(&inner, frame->p, (size_t)(hole - frame->p));
		put_map(&inner, table, i, "@@");
		gf_buf_text(&inner, hole + 2);
		field(t, f, &inner);
		if (f->type == GF_T_REC)
			fields(t, f->table, &inner);
	}
	gf_buf_release(&inner);
}

static void
documents(struct tap *t)
{
	static const char *const need[] = {
		[GF_GOAL] = "goal: a\ntitle: T\n", [GF_PERSON] = "person: a\n",
		[GF_TEAMDOC] = "team: a\n", [GF_COMPANYDOC] = "company: a\n",
		[GF_SESSION] = "session: 2026-05-01\nwith: a\n",
		[GF_LOG] = "log: a\n", [GF_DEFAULTS] = "",
	};
	struct gf_buf frame = { 0 };

	for (unsigned k = 0; k < GF_DEFAULTS; k++)
		for (unsigned i = 0; i < gf_kinds[k]->n; i++) {
			const struct gf_field *f = &gf_kinds[k]->fields[i];

			if (f->required)
				continue;
			gf_buf_clear(&frame);
			gf_buf_printf(&frame, "%s%s: @@\n", need[k], f->key);
			field(t, f, &frame);
			if (f->type == GF_T_REC)
				fields(t, f->table, &frame);
		}
	gf_buf_release(&frame);
}

/* Every word of every list of words is taken and keeps its number. */
static void
words(struct tap *t)
{
	const struct gf_table *goal = gf_kinds[GF_GOAL];
	struct gf_buf b = { 0 };

	for (unsigned i = 0; i < goal->n; i++) {
		const struct gf_field *f = &goal->fields[i];

		for (int n = 0; f->words && f->words[n]; n++) {
			struct given g;
			const struct gf_val *v;

			gf_buf_clear(&b);
			gf_buf_printf(&b, "goal: a\ntitle: T\n%s: %s\n",
			    f->key, f->words[n]);
			given_init(&g);
			given_file(&g, "goals/a.yaml", b.p);
			v = gf_rec_get(g.plan.entries[0].rec, i);
			if (v != NULL && v->list)
				v = v->u.list.v;
			tap_ok(t, v != NULL && v->type == GF_T_WORD &&
			    v->u.n == n && g.findings.n == 0, "%s: %s",
			    f->key, f->words[n]);
			given_release(&g);
		}
	}
	gf_buf_release(&b);
}

static const struct {
	const char *name, *text, *want;
} rows[] = {
	{ "the smallest goal", "goal: a\ntitle: T\ndue: 2026-09-30\n", "" },
	{ "unknown key", "goal: a\ntitle: T\nmesure: {to: 3}\n",
	    "3:1 F01 mesure\n" },
	{ "unknown key below", "goal: a\ntitle: T\nmeasure: {metrik: x}\n",
	    "3:11 F01 measure.metrik\n" },
	{ "keys of one's own",
	    "goal: a\ntitle: T\nx-a: {b: 1}\nmeasure: {x-c: 2, to: 3}\n", "" },
	{ "no title", "goal: a\n", "1:1 F03 title\n" },
	{ "an empty title is none", "goal: a\ntitle:\n", "1:1 F03 title\n" },
	{ "a null title is none", "goal: a\ntitle: ~\n", "1:1 F03 title\n" },
	{ "a quoted empty title is none", "goal: a\ntitle: ''\n",
	    "1:1 F03 title\n" },
	{ "a quoted tilde is a text", "goal: a\ntitle: '~'\n", "" },
	{ "no is the word no", "goal: a\ntitle: no\n", "" },
	{ "empty lists are absent",
	    "goal: a\ntitle: T\ntags: []\nmeasure: {}\n", "" },
	{ "null values are absent",
	    "goal: a\ntitle: T\ndue: null\nlevel: ~\nstatus:\n", "" },
	{ "a reading without value",
	    "goal: a\ntitle: T\nprogress:\n  - date: 2026-05-01\n",
	    "4:5 F03 progress[2026-05-01].value\n" },
	{ "a list where one is wanted", "goal: a\ntitle: T\ndue: [2026-09-30]\n",
	    "3:6 F02 due\n" },
	{ "an owner in a list of one", "goal: a\ntitle: T\nowner: [ana]\n", "" },
	{ "two owners are for S11", "goal: a\ntitle: T\nowner: [ana, ben]\n",
	    "" },
	{ "two targets are for M09",
	    "goal: a\ntitle: T\nmeasure: {to: [12, 15]}\n", "" },
	{ "supports as an id", "goal: a\ntitle: T\nsupports: b\n", "" },
	{ "supports as a list", "goal: a\ntitle: T\nsupports: [b, c]\n", "" },
	{ "supports as mappings",
	    "goal: a\ntitle: T\nsupports: [{goal: b, share: 40%}, c]\n", "" },
	{ "supports without goal",
	    "goal: a\ntitle: T\nsupports: [{share: 40%}]\n",
	    "3:13 F03 supports[40%].goal\n" },
	{ "a wrong id in supports", "goal: a\ntitle: T\nsupports: [b, No Id]\n",
	    "3:15 F02 supports[No Id]\n" },
	{ "an obstacle as a text", "goal: a\ntitle: T\nobstacles: [rain]\n", "" },
	{ "obstacles later", "goal: a\ntitle: T\nobstacles: later 2026-06-01\n",
	    "" },
	{ "obstacles later at no date",
	    "goal: a\ntitle: T\nobstacles: later soon\n",
	    "3:12 F02 obstacles\n" },
	{ "because as a text", "goal: a\ntitle: T\nbecause: we can\n", "" },
	{ "because by letter",
	    "goal: a\ntitle: T\nbecause: {A: we can, R: we want}\n", "" },
	{ "pace as a word", "goal: a\ntitle: T\npace: last-third\n", "" },
	{ "pace as points",
	    "goal: a\ntitle: T\npace: [{by: 2026-06, value: 3}]\n", "" },
	{ "a guard at goal and metric",
	    "goal: a\ntitle: T\nguards:\n  - {goal: b, metric: c}\n",
	    "4:23 F05 guards[b]\n" },
	{ "a way to go and a level to hold",
	    "goal: a\ntitle: T\nmeasure: {to: 90, at-least: 80}\n",
	    "3:15 F05 measure\n" },
	{ "a band to hold",
	    "goal: a\ntitle: T\nmeasure: {at-least: 80, at-most: 90}\n", "" },
	{ "closed but active",
	    "goal: a\ntitle: T\nstatus: active\nclose: {score: 1}\n",
	    "3:9 F05 status\n" },
	{ "closed and done",
	    "goal: a\ntitle: T\nstatus: done\nclose: {score: 1}\n", "" },
	{ "closed without a status",
	    "goal: a\ntitle: T\nclose: {score: 0.7}\n", "" },
	{ "an alias is read", "goal: a\ntitle: T\nx-d: &d 2026-09-30\ndue: *d\n",
	    "" },
	{ "a finding behind an alias stands at it",
	    "goal: a\ntitle: T\nx-d: &d soon\ndue: *d\n", "4:6 F02 due\n" },
	{ "a merged key is read",
	    "goal: a\nx-b: &b {title: T, due: 2026-06}\n<<: *b\n", "" },
	{ "own keys win over merged ones",
	    "goal: a\nx-b: &b {title: T, due: soon}\n<<: *b\ndue: 2026-06\n",
	    "" },
	{ "a merged list of bases",
	    "goal: a\nx-b: &b {title: T}\nx-c: &c {due: 2026}\n<<: [*b, *c]\n",
	    "" },
	{ "merging what is no mapping", "goal: a\ntitle: T\n<<: x\n",
	    "3:5 F02\n" },
	{ "first key misplaced", "due: 2026\ngoal: a\ntitle: T\n",
	    "2:1 F04\n" },
	{ "person misplaced", "name: Ana\nperson: ana\n", "2:1 F04\n" },
	{ "first key misspelt", "gaol: a\ntitle: T\n", "1:1 F04\n" },
	{ "first key in capitals", "Goal: a\ntitle: T\n", "1:1 F04\n" },
	{ "first key without a blank", "goal:a\n", "1:1 F04\n" },
	{ "a foreign document", "name: x\nversion: 3\n", "" },
	{ "a foreign list", "- goal\n- title\n", "" },
	{ "teams of another program", "teams: [a, b]\n", "" },
	{ "defaults", "defaults: {owner: ana, measure: {source: CRM}}\n", "" },
	{ "no title in defaults", "defaults: {title: T}\n",
	    "1:12 F01 defaults.title\n" },
	{ "a wrong default", "defaults:\n  due: soon\n",
	    "2:8 F02 defaults.due\n" },
	{ "an empty defaults document", "defaults:\n", "" },
	{ "eaten comment", "goal: a\ntitle: Close deal #4711\n",
	    "2:8 F11 title\n" },
	{ "a comment with a blank", "goal: a\ntitle: Close deal # 4711\n", "" },
	{ "a number with a comment",
	    "goal: a\ntitle: T\nmeasure:\n  to: 3 #x\n", "" },
	{ "a title that is all comment", "goal: a\ntitle: #1 in town\n",
	    "2:8 F11 title\n1:1 F03 title\n" },
	{ "eaten comment in a list",
	    "goal: a\ntitle: T\nwhy:\n  - be #1 here\n",
	    "4:5 F11 why[be]\n" },
	{ "eaten comment in a mapping",
	    "goal: a\ntitle: T\nobstacles:\n  - when: ticket #7 is late\n",
	    "4:11 F11 obstacles[ticket].when\n" },
	{ "a quoted number sign", "goal: a\ntitle: 'Close deal #4711'\n", "" },
	{ "an anchor nobody uses", "goal: a\ntitle: &co rules\n",
	    "2:8 F11 title\n" },
	{ "an anchor somebody uses",
	    "goal: a\ntitle: &co rules\nstrategy: *co\n", "" },
	{ "a split number", "goal: a\ntitle: T\nprogress:\n"
	    "  - {date: 2026-05-01, value: 1,200}\n",
	    "4:31 F12 progress[2026-05-01].value\n" },
	{ "a number split twice", "goal: a\ntitle: T\nprogress:\n"
	    "  - {date: 2026-05-01, value: 1,200,000}\n",
	    "4:31 F12 progress[2026-05-01].value\n" },
	{ "a split sentence", "goal: a\ntitle: T\nobstacles:\n"
	    "  - {when: frozen, or late, then: call}\n",
	    "4:12 F12 obstacles[frozen].when\n" },
	{ "a split item", "goal: a\ntitle: T\nlater: [make 1,200 calls]\n",
	    "3:9 F12 later[make 1]\n" },
	{ "items that are numbers", "goal: a\ntitle: T\ntags: [2025, 2026]\n",
	    "" },
	{ "a sentence read as a mapping",
	    "goal: a\ntitle: T\nwhy:\n  - One thing: another\n",
	    "4:5 F02 why[another]\n" },
	{ "a title read as a list", "goal: a\ntitle: [WIP]\n",
	    "2:8 F02 title\n" },
	{ "a session", "session: 2026-05-08\nwith: ana\nnext: 2026-05-22\n", "" },
	{ "a session of nobody", "session: 2026-05-08\n", "1:1 F03 with\n" },
	{ "a log", "log: crm\nreadings:\n"
	    "  - {goal: a, date: 2026-05-01, value: 3}\n", "" },
	{ "an aim without id", "person: a\nwhy: [{text: T}]\n",
	    "2:8 F03 why[T].id\n" },
	{ "a broken document", "goal: a\ntitle: a: b\n", "2:8 yaml\n" },
	{ "a key twice", "goal: a\ntitle: T\ntitle: U\n", "3:1 yaml\n" },
};

/* What is offered puts things right. */
static const struct {
	const char *text, *becomes;
} fixes[] = {
	{ "goal: a\ntitle: Close deal #4711\n",
	    "goal: a\ntitle: \"Close deal #4711\"\n" },
	{ "goal: a\ntitle: Close \"it\" #4711  \n",
	    "goal: a\ntitle: \"Close \\\"it\\\" #4711\"  \n" },
	{ "goal: a\r\ntitle: Close deal #4711\r\n",
	    "goal: a\r\ntitle: \"Close deal #4711\"\r\n" },
	{ "goal: a\ntitle: &co rules\n", "goal: a\ntitle: \"&co rules\"\n" },
	{ "goal: a\ntitle: T\nprogress: [{date: 2026-05-01, value: 1,200}]\n",
	    "goal: a\ntitle: T\n"
	    "progress: [{date: 2026-05-01, value: \"1,200\"}]\n" },
	{ "goal: a\ntitle: T\nobstacles: [{when: ice, or fog, then: call}]\n",
	    "goal: a\ntitle: T\n"
	    "obstacles: [{when: \"ice, or fog\", then: call}]\n" },
	{ "goal: a\ntitle: T\nwhy:\n  - One thing: another\n",
	    "goal: a\ntitle: T\nwhy:\n  - \"One thing: another\"\n" },
	{ "goal: a\ntitle: [WIP]\n", "goal: a\ntitle: \"[WIP]\"\n" },
	{ "goal: a\ntitel: T\n", "goal: a\ntitle: T\n" },
	{ "goal: a\ntitle: T\nstatus: Active\n",
	    "goal: a\ntitle: T\nstatus: active\n" },
};

static void
mend(struct tap *t, const char *text, const char *becomes)
{
	struct given g;
	struct gf_buf b = { 0 };
	const struct gf_fix *fix = NULL;

	given_init(&g);
	given_file(&g, "goals/a.yaml", text);
	for (size_t i = 0; i < g.findings.n && fix == NULL; i++)
		fix = g.findings.v[i].fix;
	if (tap_ok(t, fix != NULL, "a fix is offered")) {
		gf_buf_add(&b, text, fix->at.off);
		gf_buf_str(&b, fix->text);
		gf_buf_text(&b, text + fix->at.off + fix->at.len);
		tap_text(t, gf_buf_view(&b), becomes, becomes);
		read_is(t, b.p, "", "nothing is left to say");
	}
	gf_buf_release(&b);
	given_release(&g);
}

/* Aliases that would be walked over and over end soon. */
static void
bomb(struct tap *t)
{
	struct gf_buf b = { 0 };
	struct given g;
	size_t yaml = 0;

	gf_buf_text(&b, "goal: a\ntitle: T\nx-0: &a0 {title: U}\n");
	for (int i = 1; i < 40; i++)
		gf_buf_printf(&b, "x-%d: &a%d {<<: [*a%d, *a%d]}\n", i, i,
		    i - 1, i - 1);
	gf_buf_text(&b, "<<: *a39\n");
	given_init(&g);
	given_file(&g, "goals/a.yaml", b.p);
	for (size_t i = 0; i < g.findings.n; i++)
		yaml += strcmp(g.findings.v[i].check->id, "yaml") == 0;
	tap_int(t, (long long)yaml, 1, "a bomb of merges is said once");
	given_release(&g);
	gf_buf_release(&b);
}

static void
values(struct tap *t)
{
	struct given g;
	const struct gf_rec *r, *m;
	const struct gf_val *v;

	given_init(&g);
	given_file(&g, "goals/a.yaml", "goal: a\ntitle: T\ndue: 2026-Q3\n"
	    "measure: {from: -3, to: \"\xe2\x82\xac""1.2M\", every: 2 weeks}\n"
	    "effort: 6 h\nobstacles: later 2026-06-01\nsupports: [b, c]\n"
	    "lead-time: soon\n");
	r = g.plan.entries[0].rec;
	m = gf_rec_sub(r, GOAL_MEASURE);
	tap_text(t, gf_rec_text(r, GOAL_TITLE), "T", "a text");
	tap_int(t, gf_rec_get(r, GOAL_DUE)->u.span.last, 20726, "a period");
	tap_text(t, gf_rec_text(r, GOAL_DUE), "2026-Q3", "as written");
	v = gf_rec_get(m, MEASURE_TO);
	tap_int(t, v->u.num.m, 1200000, "a quantity");
	tap_text(t, gf_val_unit(v), "\xe2\x82\xac", "its unit");
	tap_text(t, gf_val_unit(gf_rec_get(m, MEASURE_FROM)), "", "no unit");
	tap_int(t, gf_rec_get(m, MEASURE_EVERY)->u.every.n, 2, "a rhythm");
	v = gf_rec_get(r, GOAL_EFFORT);
	tap_ok(t, v->type == GF_T_DURATION &&
	    gf_val_duration(v).unit == GF_HOURS, "an effort in hours");
	v = gf_rec_get(r, GOAL_OBSTACLES);
	tap_ok(t, !v->list && v->type == GF_T_DATE, "obstacles later");
	tap_int(t, (long long)gf_rec_list(r, GOAL_SUPPORTS, &v), 2,
	    "two supports");
	tap_text(t, gf_rec_text(v[1].u.rec, SUPPORT_GOAL), "c", "the second");
	tap_int(t, v[1].at.col, 14, "its place");
	tap_ok(t, gf_rec_get(r, GOAL_LEAD_TIME) == NULL &&
	    gf_rec_raw(r, GOAL_LEAD_TIME) != NULL,
	    "a value that does not fit is there, but not got");
	tap_ok(t, gf_rec_get(r, GOAL_TAGS) == NULL &&
	    gf_rec_list(r, GOAL_TAGS, &v) == 0 &&
	    gf_rec_word(r, GOAL_STATUS, 7) == 7 &&
	    gf_rec_text(NULL, GOAL_TITLE).n == 0, "what is absent");
	given_release(&g);
}

int
main(void)
{
	struct tap t = { 0, 0 };

	documents(&t);
	words(&t);
	for (size_t i = 0; i < GF_LEN(rows); i++)
		read_is(&t, rows[i].text, rows[i].want, rows[i].name);
	for (size_t i = 0; i < GF_LEN(fixes); i++)
		mend(&t, fixes[i].text, fixes[i].becomes);
	bomb(&t);
	values(&t);
	return tap_done(&t);
}
