/* How findings are written, byte for byte. */
#include <stdlib.h>

#include "out/finds.h"
#include "tap.h"

static const struct gf_check differs = {
	.id = "X01", .name = "title-target-differs", .level = GF_WARNING,
	.letters = "M", .about = "title and target differ",
	.ask = "Which of them is meant?",
};
static const struct gf_check lost = {
	.id = "S11", .name = "no-owner", .level = GF_NOTE, .letters = "",
	.about = "nobody owns it", .ask = "Whose goal is it on a bad day?",
};

/* What a run would know; the bytes of its one document. */
struct world {
	struct gf_arena arena;
	struct gf_findings findings;
	struct gf_limits limits;
	struct gf_doc doc, other;
	struct gf_buf b;
	size_t judged;
};

static struct gf_str
bytes(void *ctx, const struct gf_doc *doc)
{
	(void)ctx;
	return doc->bytes;
}

static uint64_t
byte(void *ctx, const struct gf_doc *doc, uint32_t off)
{
	(void)ctx;
	return doc->off == GF_NO_OFF ? GF_NO_OFF : doc->off + off;
}

static void
begin(struct world *w, const char *path, const char *text)
{
	*w = (struct world){ .limits = gf_limits_default(), .judged = 40 };
	gf_findings_init(&w->findings, &w->arena);
	w->doc.origin = (struct gf_origin){ .path = gf_str(path), .line = 14,
	    .col = 1 };
	w->doc.bytes = gf_str(text);
	w->doc.off = 300;
	w->other = w->doc;
	w->other.origin.path = gf_str("other.yaml");
}

static void
end(struct world *w)
{
	gf_buf_release(&w->b);
	gf_findings_release(&w->findings);
	gf_arena_release(&w->arena);
}

/* Add a finding at n bytes from where a word of the document first stands. */
static struct gf_finding *
add(struct world *w, const char *word, uint32_t n)
{
	struct gf_at at = { 0 };
	struct gf_finding *f;

	at.off = (uint32_t)gf_str_find(w->doc.bytes, word);
	at.len = n;
	for (uint32_t i = 0; i < at.off; i++) {
		at.col++;
		if (w->doc.bytes.p[i] == '\n') {
			at.line++;
			at.col = 0;
		}
	}
	f = gf_finding_add(&w->findings, &differs,
	    (struct gf_place){ &w->doc, at }, "title says %d, measure.to says %d",
	    24, 30);
	f->goal = gf_str("ana");
	f->kind = gf_str("goal");
	f->keypath = gf_str("title");
	return f;
}

static void
write_as(struct world *w, const char *format, const struct gf_look *look)
{
	const struct gf_report r = {
		.program = "smartcheck", .findings = &w->findings,
		.judged = w->judged, .sums = true, .hidden = w->findings.hidden,
		.limits = &w->limits, .bytes = bytes, .byte = byte,
	};

	gf_buf_clear(&w->b);
	for (size_t i = 0; i < gf_find_nformats; i++)
		if (strcmp(gf_find_formats[i].name, format) == 0)
			gf_find_formats[i].write(&w->b, &r, look);
}

static const struct gf_look plain = { .audience = GF_COMPANY };
static const struct gf_look terminal = { .terminal = true, .utf8 = true };
static const char goal[] =
    "goal: ana\ntitle: Win 24 new mid-market customers\n";

static void
test_text(struct tap *t)
{
	struct world w;
	struct gf_finding *f;

	begin(&w, "goals/ana.yaml", goal);
	f = add(&w, "24", 2);
	f->other = f->at;
	f->other.doc = &w.other;
	f->other_said = gf_str("first defined here");
	w.findings.hidden[GF_NOTE] = 12;
	write_as(&w, "text", &plain);
	tap_text(t, gf_buf_view(&w.b), "goals/ana.yaml:15:12: warning: "
	    "title says 24, measure.to says 30 [X01]\n"
	    "other.yaml:15:12: note: first defined here [X01]\n",
	    "no terminal: first lines");
	write_as(&w, "text", &terminal);
	tap_text(t, gf_buf_view(&w.b), "goals/ana.yaml:15:12: warning: "
	    "title says 24, measure.to says 30 [X01]\n"
	    "   15 | title: Win 24 new mid-market customers\n"
	    "      |            ^~\n"
	    "  ask: which of them is meant?\n"
	    "other.yaml:15:12: note: first defined here [X01]\n"
	    "   15 | title: Win 24 new mid-market customers\n"
	    "      |            ^~\n"
	    "S 0, M 1, A 0, R 0, T 0, other 0: 1 warning in 40 goals\n"
	    "12 notes hidden; -a shows all\n", "on a terminal");
	write_as(&w, "gnu", &terminal);
	tap_text(t, gf_buf_view(&w.b), "goals/ana.yaml:15:12: warning: "
	    "title says 24, measure.to says 30 [X01]\n"
	    "other.yaml:15:12: note: first defined here [X01]\n",
	    "gnu on a terminal");
	write_as(&w, "text", &(struct gf_look){ .colour = true });
	tap_ok(t, gf_str_starts(gf_buf_view(&w.b), "\033[1mgoals/ana.yaml:15:"
	    "12: \033[1;33mwarning: \033[0mtitle says"), "in colour");
	w.doc.bytes = w.other.bytes = (struct gf_str){ NULL, 0 };
	write_as(&w, "text", &terminal);
	tap_ok(t, gf_str_find(gf_buf_view(&w.b), "   15 |") == w.b.n,
	    "without source where the bytes are gone");
	end(&w);
}

static void
test_ends(struct tap *t)
{
	struct gf_finding *f;
	struct world w;

	begin(&w, "x", goal);
	write_as(&w, "text", &terminal);
	tap_text(t, gf_buf_view(&w.b), "40 goals, nothing to ask\n", "clean");
	w.judged = 0;
	write_as(&w, "text", &terminal);
	tap_text(t, gf_buf_view(&w.b), "0 goals, nothing to ask\n",
	    "no goals");
	w.judged = 1;
	write_as(&w, "text", &terminal);
	tap_text(t, gf_buf_view(&w.b), "1 goal, nothing to ask\n", "one goal");
	write_as(&w, "text", &plain);
	tap_text(t, gf_buf_view(&w.b), "", "clean and no terminal");
	write_as(&w, "jsonl", &plain);
	tap_text(t, gf_buf_view(&w.b), "", "clean in jsonl");
	f = gf_finding_add(&w.findings, &lost, (struct gf_place){ 0 },
	    "no goal here has an owner yet");
	f->level = GF_NOTE;
	write_as(&w, "text", &plain);
	tap_text(t, gf_buf_view(&w.b), "", "a finding without a place");
	gf_find_placeless(&w.b, &(struct gf_report){ .program = "smartcheck",
	    .findings = &w.findings });
	tap_text(t, gf_buf_view(&w.b), "smartcheck: no goal here has an owner "
	    "yet: whose goal is it on a bad day? [S11]\n", "is talked of");
	end(&w);
}

static void
test_limits(struct tap *t)
{
	struct world w;

	begin(&w, "x", goal);
	for (int i = 0; i < 9; i++)
		add(&w, "24", 2);
	for (size_t i = 6; i < 9; i++)
		w.findings.v[i].at.doc = &w.other;
	w.limits.v[GF_LIMIT_FILE_FINDINGS] = 2;
	w.limits.v[GF_LIMIT_RUN_FINDINGS] = 3;
#define LINE ":15:12: warning: title says 24, measure.to says 30 [X01]\n"
	write_as(&w, "gnu", &plain);
	tap_text(t, gf_buf_view(&w.b), "x" LINE "x" LINE
	    "x:1: note: and 4 more in this file (--limit file-findings=N)\n"
	    "other.yaml" LINE
	    "smartcheck: note: and 2 more (--limit run-findings=N)\n",
	    "limits of a file and of a run");
	write_as(&w, "jsonl", &plain);
	tap_int(t, (long long)gf_str_find(gf_buf_view(&w.b), "more"),
	    (long long)w.b.n, "jsonl has none");
	end(&w);
}

/* What stands in the line of source and in the line below it. */
static void
look_excerpt(struct tap *t, const struct gf_look *look, const char *text,
    const char *word, uint32_t n, const char *want, const char *name)
{
	struct world w;
	struct gf_str s;
	size_t at;

	begin(&w, "x", text);
	add(&w, word, n);
	write_as(&w, "text", look);
	s = gf_buf_view(&w.b);
	at = gf_str_find(s, "\n") + 1;
	s = (struct gf_str){ s.p + at, s.n - at };
	s.n = gf_str_find(s, "  ask:");
	tap_text(t, s, want, name);
	end(&w);
}

static void
test_excerpt(struct tap *t, const char *text, const char *word, uint32_t n,
    const char *want, const char *name)
{
	look_excerpt(t, &terminal, text, word, n, want, name);
}

static void
test_excerpts(struct tap *t)
{
	static const struct gf_look ascii = { .terminal = true };
	struct gf_buf b = { 0 };

	test_excerpt(t, "title: Größe 日本 24\n", "24", 2,
	    "   14 | title: Größe 日本 24\n"
	    "      |                   ^~\n", "wide letters take two columns");
	look_excerpt(t, &ascii, "title: ö日 ä4\n", "ä4", 3,
	    "   14 | title: <U+00F6><U+65E5> <U+00E4>4\n"
	    "      |                         ^~~~~~~~~\n",
	    "no letter that the locale does not have");
	test_excerpt(t, "a:\t\"\033\" 24\r\n", "24", 99,
	    "   14 | a: \"\\x1b\" 24\n"
	    "      |           ^~\n", "the caret stands behind what is escaped");
	test_excerpt(t, "a: \xe2\x80\xae" "24\n", "24", 0,
	    "   14 | a: <U+202E>24\n"
	    "      |            ^\n", "no width, one caret");
	gf_buf_text(&b, "title: ");
	gf_buf_fill(&b, 'x', 200);
	gf_buf_text(&b, " 24 ");
	gf_buf_fill(&b, 'y', 200);
	test_excerpt(t, b.p, "24", 2, "   14 | "
	    "...xxxxxxxxxxxxxxxxxxxxxxxxxxxxx 24 "
	    "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"
	    "yyyyyyyyyyyyy...\n"
	    "      |                                  ^~\n",
	    "a long line is cut round the caret");
	test_excerpt(t, b.p, "title", 500, "   14 | title: "
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
	    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...\n"
	    "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~"
	    "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n",
	    "so is what is underlined");
	gf_buf_release(&b);
}

static void
test_private(struct tap *t)
{
	struct gf_look team = terminal;
	struct gf_finding *f;
	struct world w;

	begin(&w, "x", goal);
	f = add(&w, "24", 2);
	f->audience = GF_COACH;
	f->keypath = gf_str("why[Win 24].x");
	f->fix = &(struct gf_fix){ .safe = true, .at = f->at.at,
	    .text = GF_STR("30") };
	team.audience = GF_TEAM;
	write_as(&w, "text", &team);
	tap_text(t, gf_buf_view(&w.b), "x:15:12: warning: title and target "
	    "differ (kept private; --audience coach shows it) [X01]\n"
	    "  ask: which of them is meant?\n"
	    "S 0, M 1, A 0, R 0, T 0, other 0: 1 warning in 40 goals\n",
	    "a finding that is not for the team");
	write_as(&w, "jsonl", &team);
	tap_ok(t, gf_str_find(gf_buf_view(&w.b),
	    "\"message\":\"title and target differ\"") < w.b.n &&
	    gf_str_find(gf_buf_view(&w.b), "\"fix\":null") < w.b.n &&
	    gf_str_find(gf_buf_view(&w.b), "\"keypath\":\"why\"") < w.b.n &&
	    gf_str_find(gf_buf_view(&w.b), "\"30\"") == w.b.n &&
	    gf_str_find(gf_buf_view(&w.b), "says") == w.b.n, "nor in jsonl");
	end(&w);
}

static void
test_jsonl(struct tap *t)
{
	struct gf_finding *f;
	struct world w;

	begin(&w, "goals/\"a\xff.yaml", goal);
	f = add(&w, "24", 2);
	f->fix = &(struct gf_fix){ .at = f->at.at, .text = GF_STR("30\n") };
	f->other = f->at;
	f->other_said = gf_str("a < b");
	f->more = &(struct gf_related){ f->at, GF_STR("c") };
	f->nmore = 1;
	write_as(&w, "jsonl", &plain);
#define START "\"start\":{\"line\":15,\"column\":12,\"byte\":321}"
#define END "\"end\":{\"line\":15,\"column\":14,\"byte\":323}"
#define PATH "\"path\":\"goals/\\\"a\xef\xbf\xbd.yaml\","
	tap_text(t, gf_buf_view(&w.b), "{\"tool\":\"smartcheck\","
	    "\"check\":\"X01\",\"letters\":[\"M\"],\"severity\":\"warning\","
	    "\"message\":\"title says 24, measure.to says 30\","
	    "\"question\":\"Which of them is meant?\"," PATH
	    START "," END ",\"goal\":\"ana\",\"keypath\":\"title\","
	    "\"fix\":{\"safe\":false,\"edits\":[{" START "," END
	    ",\"text\":\"30\\n\"}]},\"related\":[{\"message\":"
	    "\"a \\u003c b\"," PATH START "," END "},{\"message\":\"c\"," PATH
	    START "," END "}],"
	    "\"fingerprint\":\"e55685fc74be41c1\",\"suppressed\":null,"
	    "\"private\":[]}\n",
	    "jsonl has every key");
	w.doc.off = GF_NO_OFF;
	w.findings.v[0].at = (struct gf_place){ 0 };
	w.findings.v[0].letters = "MA";
	write_as(&w, "jsonl", &plain);
	tap_ok(t, gf_str_find(gf_buf_view(&w.b), "\"letters\":[\"M\",\"A\"]") <
	    w.b.n && gf_str_find(gf_buf_view(&w.b), "\"path\":null,"
	    "\"start\":null,\"end\":null,") < w.b.n &&
	    gf_str_find(gf_buf_view(&w.b), "\"byte\":null") < w.b.n &&
	    gf_str_find(gf_buf_view(&w.b), "\"fix\":null") < w.b.n,
	    "and null for what is unknown");
	end(&w);
}

int
main(void)
{
	struct tap t = { 0 };

	test_text(&t);
	test_ends(&t);
	test_limits(&t);
	test_excerpts(&t);
	test_private(&t);
	test_jsonl(&t);
	return tap_done(&t);
}
