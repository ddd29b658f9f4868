/* Reading by tables: what fits is taken, what does not is said at its place. */
#include "given.h"
#include "rec_rows.h"
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
