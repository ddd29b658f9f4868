#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "out/finds.h"

/* The findings and the goals of a run, document by document. */
struct walk {
	const struct gf_report *r;
	size_t entry, finding;		/* the next of each */
	const struct gf_doc *doc;	/* the one at hand */
	const struct gf_goal *goal;	/* that it holds, NULL if none */
	const struct gf_finding *f;	/* about it */
	size_t n;
};

/* Go on to the next document that was judged or has a finding. */
static bool
next(struct walk *w)
{
	const struct gf_plan *plan = w->r->plan;
	const struct gf_findings *fs = w->r->findings;

	while (w->entry < plan->nentries &&
	    !plan->entries[w->entry].doc->given)
		w->entry++;
	w->doc = NULL;
	w->goal = NULL;
	if (w->finding < fs->n)
		w->doc = fs->v[w->finding].at.doc;
	if (w->entry < plan->nentries && (w->doc == NULL ||
	    plan->entries[w->entry].doc->seq <= w->doc->seq)) {
		w->doc = plan->entries[w->entry].doc;
		w->goal = w->doc->broken ? NULL : plan->entries[w->entry].goal;
		w->entry++;
	}
	w->f = fs->v + w->finding;
	for (w->n = 0; w->finding < fs->n && w->doc != NULL &&
	    fs->v[w->finding].at.doc != NULL &&
	    fs->v[w->finding].at.doc->seq == w->doc->seq; w->n++)
		w->finding++;
	return w->doc != NULL;
}

/* Findings that do the same to a case. */
enum { FAILING, ASKING, SKIPPED, LOTS };

struct lot {
	const struct gf_finding *v[32];
	size_t n;
};

/* JUnit in the making. */
struct suite {
	struct gf_buf *b;	/* all suites that are done */
	struct gf_buf cases;	/* of the file at hand */
	struct gf_str path;	/* of the file at hand */
	struct gf_buf file;	/* that from the top */
	const struct gf_report *r;
	const struct gf_look *look;
	char letters[8];	/* that the program judges by */
	size_t tests, failures, errors, skipped;	/* of the file at hand */
	size_t all, all_failures, all_errors, all_skipped;
};

/* Append text for XML, in an attribute or between tags. */
static void
xml(struct gf_buf *b, struct gf_str s)
{
	static const char marks[] = "&<>\"'";
	static const char *const names[] = { "amp", "lt", "gt", "quot",
	    "#39" };
	const char *at;

	for (size_t i = 0; i < s.n; i++) {
		at = s.p[i] == '\0' ? NULL : strchr(marks, s.p[i]);
		if (at != NULL)
			gf_buf_printf(b, "&%s;", names[at - marks]);
		else if (i + 2 < s.n && memcmp(s.p + i, "\xef\xbf", 2) == 0 &&
		    (unsigned char)s.p[i + 2] >= 0xbe) {
			gf_buf_text(b, "\xef\xbf\xbd");
			i += 2;
		} else
			gf_buf_byte(b, s.p[i]);
	}
}

static void
attribute(struct gf_buf *b, const char *name, struct gf_str value)
{
	struct gf_buf shown = { 0 };

	gf_show(&shown, value);
	gf_buf_printf(b, " %s=\"", name);
	xml(b, gf_buf_view(&shown));
	gf_buf_byte(b, '"');
	gf_buf_release(&shown);
}

/* What several findings of one case say, in one element. */
static void
element(struct suite *s, const char *name, const struct lot *lot)
{
	struct gf_buf lines = { 0 };

	gf_buf_printf(&s->cases, "\n   <%s", name);
	if (strcmp(name, "system-out") != 0) {
		attribute(&s->cases, "type", gf_str(lot->v[0]->check->id));
		attribute(&s->cases, "message", gf_find_said(lot->v[0],
		    s->look));
	}
	for (size_t i = 0; i < lot->n; i++)
		gf_find_lines(&lines, s->r, lot->v[i], s->look);
	gf_buf_byte(&s->cases, '>');
	xml(&s->cases, gf_buf_view(&lines));
	gf_buf_printf(&s->cases, "</%s>", name);
	gf_buf_release(&lines);
}

/* Sort findings of a case by what they do to it. */
static void
sort_out(const struct suite *s, const struct gf_finding *const *f, size_t n,
    struct lot lots[LOTS])
{
	for (size_t i = 0; i < n; i++) {
		struct lot *lot = &lots[f[i]->quiet != GF_QUIET_NOT ? SKIPPED :
		    gf_find_fails(s->r, f[i]) ? FAILING : ASKING];

		if (lot->n < GF_LEN(lot->v))
			lot->v[lot->n++] = f[i];
	}
}

static void
skipped(struct suite *s, const struct gf_finding *f)
{
	gf_buf_text(&s->cases, "\n   <skipped");
	attribute(&s->cases, "message", gf_find_hidden(f, s->look) ?
	    gf_str("") : f->because);
	gf_buf_text(&s->cases, "/>");
	s->skipped++;
}

/* One case: what fails makes it fail, what only asks is printed. */
static void
test_case(struct suite *s, const struct gf_doc *doc, struct gf_str name,
    const struct gf_finding *const *f, size_t n)
{
	struct lot lots[LOTS] = { { { NULL }, 0 } };
	bool broken = doc != NULL && doc->broken;
	bool bad;

	sort_out(s, f, n, lots);
	bad = lots[FAILING].n > 0;
	gf_buf_text(&s->cases, "  <testcase");
	attribute(&s->cases, "name", name);
	attribute(&s->cases, "classname", gf_buf_view(&s->file));
	attribute(&s->cases, "file", gf_buf_view(&s->file));
	gf_buf_printf(&s->cases, " line=\"%" PRIu32 "\" time=\"0\"",
	    n > 0 && doc != NULL ? gf_doc_pos(doc, f[0]->at.at.line, 0).line :
	    doc != NULL ? doc->origin.line : 1);
	s->tests++;
	s->failures += bad && !broken;
	s->errors += bad && broken;
	if (n == 0) {
		gf_buf_text(&s->cases, "/>\n");
		return;
	}
	gf_buf_byte(&s->cases, '>');
	if (bad)
		element(s, broken ? "error" : "failure", &lots[FAILING]);
	else if (lots[SKIPPED].n > 0)
		skipped(s, lots[SKIPPED].v[0]);
	if (lots[ASKING].n > 0)
		element(s, "system-out", &lots[ASKING]);
	gf_buf_text(&s->cases, "</testcase>\n");
}

/* The findings of a document that are of a letter; 0: of none. */
static size_t
of_letter(const struct walk *w, char letter, const struct gf_finding **v,
    size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n && n < room; i++)
		if (w->f[i].letters[0] == letter)
			v[n++] = &w->f[i];
	return n;
}

static void
name_of(struct gf_buf *b, struct gf_str goal, const char *rest)
{
	gf_buf_clear(b);
	gf_buf_str(b, goal);
	gf_buf_printf(b, "%s%s", goal.n > 0 ? " " : "", rest);
}

/* The cases of one document. */
static void
document(struct suite *s, const struct walk *w)
{
	const struct gf_finding *v[128];
	struct gf_str goal = w->goal ? w->goal->id : gf_str("");
	struct gf_buf name = { 0 };
	size_t before = s->tests, n;

	for (const char *c = s->letters; w->goal && *c != '\0'; c++) {
		const char letter[] = { *c, '\0' };

		n = of_letter(w, *c, v, GF_LEN(v));
		name_of(&name, goal, letter);
		test_case(s, w->doc, gf_buf_view(&name), v, n);
	}
	for (size_t i = 0; i < w->n; i++) {
		const struct gf_finding *f = &w->f[i];

		if (w->goal && f->letters[0] != '\0' &&
		    strchr(s->letters, f->letters[0]) != NULL)
			continue;
		name_of(&name, goal, f->check->id);
		test_case(s, w->doc, gf_buf_view(&name), &f, 1);
	}
	if (w->goal && s->tests == before)
		test_case(s, w->doc, goal, NULL, 0);
	gf_buf_release(&name);
}

static void
end_suite(struct suite *s)
{
	if (s->tests > 0) {
		gf_buf_text(s->b, " <testsuite");
		attribute(s->b, "name", gf_buf_view(&s->file));
		gf_buf_printf(s->b, " tests=\"%zu\" failures=\"%zu\" "
		    "errors=\"%zu\" skipped=\"%zu\" time=\"0\" timestamp=\"",
		    s->tests, s->failures, s->errors, s->skipped);
		gf_day_print(s->b, s->r->plan->today);
		gf_buf_text(s->b, "T00:00:00\">\n");
		gf_buf_str(s->b, gf_buf_view(&s->cases));
		gf_buf_text(s->b, " </testsuite>\n");
	}
	s->all += s->tests;
	s->all_failures += s->failures;
	s->all_errors += s->errors;
	s->all_skipped += s->skipped;
	s->tests = s->failures = s->errors = s->skipped = 0;
	gf_buf_clear(&s->cases);
}

/* The file of the cases that follow. */
static void
begin_suite(struct suite *s, struct gf_str path)
{
	end_suite(s);
	s->path = path;
	gf_buf_clear(&s->file);
	s->r->from_top(s->r->ctx, path, &s->file);
}

/* The letters of SMART that a program has checks for. */
static void
find_letters(struct suite *s)
{
	static const char smart[] = "SMART";
	size_t n = 0;

	for (size_t l = 0; smart[l] != '\0'; l++) {
		bool has = false;

		for (size_t i = 0; i < s->r->nchecks; i++)
			for (size_t k = 0; k < s->r->checks[i]->n; k++)
				has = has || s->r->checks[i]->rows[k]
				    .check.letters[0] == smart[l];
		if (has)
			s->letters[n++] = smart[l];
	}
}

/* What stands in no document, and that not all was read. */
static void
at_end(struct suite *s, const struct walk *w)
{
	begin_suite(s, s->r->first);
	for (size_t i = w->finding; i < s->r->findings->n; i++) {
		const struct gf_finding *f = &s->r->findings->v[i];

		test_case(s, NULL, gf_str(f->check->id), &f, 1);
	}
	if (s->r->failed) {
		test_case(s, NULL, gf_str("input"), NULL, 0);
		s->cases.n -= 3;
		gf_buf_text(&s->cases, "><error type=\"input\" message=\"not "
		    "all of it could be read\"/></testcase>\n");
		s->errors++;
	} else if (s->all + s->tests == 0)
		test_case(s, NULL, gf_str("nothing to judge"), NULL, 0);
	end_suite(s);
}

void
gf_find_junit(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_report *r = model;
	struct gf_buf suites = { 0 };
	struct suite s = { .b = &suites, .path = { "", 0 }, .r = r,
	    .look = look };
	struct walk w = { .r = r };

	find_letters(&s);
	while (next(&w)) {
		if (!gf_str_eq(s.path, w.doc->origin.path))
			begin_suite(&s, w.doc->origin.path);
		document(&s, &w);
	}
	at_end(&s, &w);
	gf_buf_printf(b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"%s\" tests=\"%zu\" failures=\"%zu\" "
	    "errors=\"%zu\" skipped=\"%zu\" time=\"0\">\n", r->program, s.all,
	    s.all_failures, s.all_errors, s.all_skipped);
	gf_buf_str(b, gf_buf_view(&suites));
	gf_buf_text(b, "</testsuites>\n");
	gf_buf_release(&s.cases);
	gf_buf_release(&s.file);
	gf_buf_release(&suites);
}

/* Append a description: `#` would begin a directive. */
static void
described(struct gf_buf *b, struct gf_str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '#' || s.p[i] == '\\')
			gf_buf_byte(b, '\\');
		gf_buf_byte(b, s.p[i]);
	}
}

/* One line of TAP; f NULL: a goal that is clean. */
static void
line(struct gf_buf *b, const struct gf_report *r, size_t number,
    struct gf_str path, struct gf_str goal, const struct gf_finding *f,
    const struct gf_look *look)
{
	struct gf_buf name = { 0 };

	gf_show_path(&name, path);
	gf_buf_byte(&name, ' ');
	gf_show(&name, goal);
	gf_buf_printf(b, "%sok %zu - ", f && (gf_find_fails(r, f) ||
	    f->quiet == GF_QUIET_BASELINE) ? "not " : "",
	    number);
	described(b, gf_buf_view(&name));
	gf_buf_printf(b, "%s%s", f ? goal.n > 0 ? " " : "" : "",
	    f ? f->check->id : "");
	if (f != NULL && f->quiet != GF_QUIET_NOT) {
		gf_buf_text(b, f->quiet == GF_QUIET_SOURCE ? " # SKIP " :
		    " # TODO ");
		gf_buf_clear(&name);
		gf_show(&name, gf_find_hidden(f, look) ? gf_str("") :
		    f->because);
		described(b, gf_buf_view(&name));
	}
	gf_buf_byte(b, '\n');
	gf_buf_release(&name);
}

static void
block(struct gf_buf *b, const struct gf_report *r, const struct gf_finding *f,
    const struct gf_look *look)
{
	struct gf_spot spot = { 0 };

	gf_find_spot(r, f->at, &spot);
	gf_buf_text(b, "  ---\n  message: ");
	gf_json(b, gf_find_said(f, look));
	gf_buf_printf(b, "\n  severity: \"%s\"\n  at: {\"file\": ",
	    gf_level_name(f->level));
	gf_json(b, gf_buf_view(&spot.path));
	gf_buf_printf(b, ", \"line\": %" PRIu32 ", \"column\": %" PRIu32
	    "}\n  ...\n", spot.line, spot.col);
	gf_buf_release(&spot.path);
}

void
gf_find_tap(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_report *r = model;
	struct gf_buf lines = { 0 };
	struct walk w = { .r = r };
	size_t n = 0;

	while (next(&w)) {
		struct gf_str path = w.doc->origin.path;

		if (w.goal != NULL && w.n == 0)
			line(&lines, r, ++n, path, w.goal->id, NULL, look);
		for (size_t i = 0; i < w.n; i++) {
			line(&lines, r, ++n, path, w.f[i].goal, &w.f[i],
			    look);
			block(&lines, r, &w.f[i], look);
		}
	}
	for (size_t i = w.finding; i < r->findings->n; i++) {
		line(&lines, r, ++n, r->first, gf_str(""),
		    &r->findings->v[i], look);
		block(&lines, r, &r->findings->v[i], look);
	}
	gf_buf_printf(b, "TAP version 13\n1..%zu%s\n", n, n > 0 || r->failed ?
	    "" : " # SKIP nothing to judge");
	gf_buf_str(b, gf_buf_view(&lines));
	if (r->failed)
		gf_buf_text(b, "Bail out! not all input could be read\n");
	gf_buf_release(&lines);
}
