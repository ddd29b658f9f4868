/*
 * unit/origin: markers read and written, places behind edits, lists rewritten.
 */
#include "base/sha256.h"
#include "tap.h"
#include "text/origin.h"

#define P "0123456789abcdef"
#define Q "fedcba9876543210"

/* markers that are read, and come out as they came */
static const char *const good[] = {
	"--- # from goals/ana.yaml:14 " P,
	"--- # from -:1 " P,
	"--- # from a.yaml:1:5 " P,
	"--- # from \"a b.yaml\":1 " P,
	"--- # from \"a:b\\n\\\"\\\\\\303\\251\\033.yaml\":1 " P,
	"--- # from a.yaml:41 " P ">" Q " 45:1-0+2/0 47:9-2+5",
	"--- # from a.yaml:41 " P ">" Q " 45:1-3/0+0 48:1-0+1/0",
	"--- # from a.yaml:41 " P ">" Q,
	"--- # from a.yaml:41:3 " P ">" Q " 41:3-1+2",
	"--- # new goals/x.yaml",
};

/* lines that are none, each by one slip */
static const char *const bad[] = {
	"", "---", "--- # from", "--- # from a.yaml " P,
	"--- # from a.yaml:0 " P,
	"--- # from a.yaml:01 " P,
	"--- # from a.yaml:1:0 " P,
	"--- # from a.yaml:1 0123456789abcde",
	"--- # from a.yaml:1 0123456789ABCDEF",
	"--- # from a.yaml:1 " P " ",
	"--- # from a.yaml:1 " P " 1:1-0+1",
	"--- # from a.yaml:1 " P ">" Q " 1:1-0",
	"--- # from a.yaml:1 " P ">" Q " 1:1-0/1+1",
	"--- # from a.yaml:1 " P ">" Q " 2:1-4+1 2:3-0+1",
	"--- # from a.yaml:1 " P ">" Q " 2:1-1/4+1 3:4-0+1",
	"--- # from a.yaml:9 " P ">" Q " 2:1-4+1",
	"--- # from a.yaml:1:9 " P ">" Q " 1:3-4+1",
	"--- # from a.yaml:1 " P ">" Q "  2:1-4+1",
	"--- # from a.yaml:99999999999 " P,
	"--- # from a b.yaml:1 " P,
	"--- # from \"a:1 " P,
	"--- # from \"a\\q\":1 " P,
	"--- # from \"a\\000\":1 " P,
	"--- # from \"\":1 " P,
	"--- # new", "--- # new ", "--- # new a b", "--- # new a ",
	"--- # From a.yaml:1 " P, "---  # from a.yaml:1 " P,
};

static const struct {
	const char *line;
	bool ok;
	size_t n;
} ends[] = {
	{ "... # end 2", true, 2 }, { "... # end 0", true, 0 },
	{ "... # end", false, 0 }, { "... # end 2 ", false, 0 },
	{ "... # end -1", false, 0 }, { "... # end 02", false, 0 },
	{ "# end 0", false, 0 },
};

static void
markers(struct tap *t, struct gf_arena *arena)
{
	struct gf_buf b = { 0 };
	struct gf_origin o;
	size_t i, n;

	for (i = 0; i < GF_LEN(good); i++) {
		gf_buf_clear(&b);
		if (gf_origin_parse(&o, gf_str(good[i]), arena))
			gf_origin_print(&b, &o);
		if (b.n > 0)
			b.n--;
		tap_text(t, gf_buf_view(&b), good[i], good[i]);
	}
	for (i = 0; i < GF_LEN(bad); i++)
		tap_ok(t, !gf_origin_parse(&o, gf_str(bad[i]), arena),
		    "none: %s", bad[i]);
	for (i = 0; i < GF_LEN(ends); i++)
		tap_ok(t, gf_origin_end(gf_str(ends[i].line), &n) ==
		    ends[i].ok && (!ends[i].ok || n == ends[i].n),
		    "end line %s", ends[i].line);
	gf_buf_release(&b);
}

/* The example of the design: two lines put in before line 45, and a word of
 * two bytes that became five in line 47. */
static void
places(struct tap *t, struct gf_arena *arena)
{
	static const struct {
		uint32_t line, col, file_line, file_col;
	} want[] = {
		{ 0, 0, 41, 1 }, { 3, 9, 44, 10 }, { 4, 0, 45, 1 },
		{ 5, 7, 45, 1 }, { 6, 0, 45, 1 }, { 6, 4, 45, 5 },
		{ 8, 7, 47, 8 }, { 8, 8, 47, 9 }, { 8, 12, 47, 9 },
		{ 8, 13, 47, 11 }, { 9, 3, 48, 4 },
	};
	struct gf_origin o;
	uint32_t line, col;

	gf_origin_parse(&o, gf_str(good[5]), arena);
	for (size_t i = 0; i < GF_LEN(want); i++) {
		gf_origin_place(&o, want[i].line, want[i].col, &line, &col);
		tap_ok(t, line == want[i].file_line &&
		    col == want[i].file_col, "place %u:%u is %u:%u",
		    want[i].line, want[i].col, want[i].file_line,
		    want[i].file_col);
	}
	gf_origin_parse(&o, gf_str("--- # from a:7:5 " P), arena);
	gf_origin_place(&o, 0, 2, &line, &col);
	tap_ok(t, line == 7 && col == 7, "the first line is shifted");
	gf_origin_place(&o, 1, 2, &line, &col);
	tap_ok(t, line == 8 && col == 3, "the second is not");
}

/* One edit of a document, in place; the marker is shown. */
static void
edit(struct gf_origin *o, struct gf_str *doc, size_t off, size_t len,
    const char *text, struct gf_arena *arena)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_splice s = { (uint32_t)off, (uint32_t)len, gf_str(text) };
	struct gf_buf b = { 0 };
	struct gf_fault fault;
	struct gf_src src;

	gf_src_init(&src, *doc, &limits, arena, &fault);
	gf_buf_add(&b, doc->p, off);
	gf_buf_text(&b, text);
	gf_buf_add(&b, doc->p + off + len, doc->n - off - len);
	*doc = (struct gf_str){ gf_arena_copy(arena, b.p, b.n), b.n };
	gf_origin_edit(o, &src, *doc, &s, 1, arena);
	gf_buf_release(&b);
}

static void
list_is(struct tap *t, const struct gf_origin *o, const char *want,
    const char *name)
{
	struct gf_buf b = { 0 };
	struct gf_str s, changes = { "", 0 };

	gf_origin_print(&b, o);
	s = gf_buf_view(&b);
	if (s.n > 0)
		s.n--;
	for (size_t i = 0; i + 18 <= s.n; i++)
		if (s.p[i] == '>')
			changes = (struct gf_str){ s.p + i + 17,
			    s.n - i - 17 };
	tap_text(t, changes, want, name);
	gf_buf_release(&b);
}

static void
rewriting(struct tap *t, struct gf_arena *arena)
{
	struct gf_str doc = gf_str("a: 1\nb: 2\nc: 3\n");
	struct gf_origin o = { .path = GF_STR("x"), .line = 10, .col = 1 };

	gf_fingerprint(doc, o.was);
	edit(&o, &doc, 8, 1, "22", arena);
	list_is(t, &o, " 11:4-1+2", "a value in the middle");
	edit(&o, &doc, 3, 1, "11", arena);
	list_is(t, &o, " 10:4-1+2 11:4-1+2", "a value before it");
	edit(&o, &doc, 12, 0, "x: 9\ny: 8\n", arena);
	list_is(t, &o, " 10:4-1+2 11:4-1+2 12:1-0+2/0", "two lines behind");
	edit(&o, &doc, 9, 2, "7", arena);
	list_is(t, &o, " 10:4-1+2 11:4-1+1 12:1-0+2/0", "the first again");
	edit(&o, &doc, 14, 1, "z", arena);
	list_is(t, &o, " 10:4-1+2 11:4-1+1 12:1-0+2/0",
	    "inside of what was put in");
	edit(&o, &doc, 6, 11, "", arena);
	list_is(t, &o, " 10:4-1+2 11:1-1/0+1/0",
	    "a cut through two changes");
	doc = gf_str("a: 1\n");
	o = (struct gf_origin){ .path = GF_STR("x"), .line = 1, .col = 6 };
	gf_fingerprint(doc, o.was);
	edit(&o, &doc, 3, 1, "5\nb: 6", arena);
	list_is(t, &o, " 1:9-1+1/4", "in a first line that is shifted");
	edit(&o, &doc, 3, 6, "1", arena);
	tap_ok(t, o.now[0] == '\0' && o.nchanges == 0,
	    "what is as it was has no list");
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_arena arena = { 0 };

	markers(&t, &arena);
	places(&t, &arena);
	rewriting(&t, &arena);
	gf_arena_release(&arena);
	return tap_done(&t);
}
