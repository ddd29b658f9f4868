/* Text of a file is shown without anything that could act on who reads it. */
#include "base/utf8.h"
#include "out/show.h"
#include "tap.h"

static const struct {
	const char *name;
	struct gf_str in;
	const char *shown, *path, *json;
} wants[] = {
	{ "plain text", { "Größe 日本 🎯", 19 }, "Größe 日本 🎯",
	    "Größe 日本 🎯", "\"Größe 日本 🎯\"" },
	{ "an escape", { "\033[31mred", 8 }, "\\x1b[31mred",
	    "\"\\033[31mred\"", "\"\\u001b[31mred\"" },
	{ "line end and tab", { "a\tb\nc\r\nd", 8 }, "a b c d",
	    "\"a\\tb\\nc\\r\\nd\"", "\"a\\tb\\nc\\u000d\\nd\"" },
	{ "a bell, a NUL, a DEL", { "\a\0\177", 3 }, "\\x07\\x00\\x7f",
	    "\"\\a\\000\\177\"", "\"\\u0007\\u0000\\u007f\"" },
	{ "a control of the second kind", { "a\xc2\x9b" "b", 4 },
	    "a\\xc2\\x9bb", "\"a\\302\\233b\"", "\"a\\u009bb\"" },
	{ "a mark that turns text", { "a\xe2\x80\xae" "b", 5 },
	    "a<U+202E>b", "\"a\\342\\200\\256b\"", "\"a\\u202eb\"" },
	{ "a joiner stays", { "a\xe2\x80\x8d" "b", 5 },
	    "a\xe2\x80\x8d" "b", "a\xe2\x80\x8d" "b",
	    "\"a\xe2\x80\x8d" "b\"" },
	{ "no UTF-8", { "a\xff" "b", 3 }, "a\\xffb", "\"a\\377b\"",
	    "\"a\xef\xbf\xbd" "b\"" },
	{ "quotes", { "\"\\<'", 4 }, "\"\\<'", "\"\\\"\\\\<'\"",
	    "\"\\\"\\\\\\u003c'\"" },
	{ "a command to a build server", { "::error::x", 10 }, "::error::x",
	    "\\x3a:error::x", "\"::error::x\"" },
	{ "the other one", { "##[group]", 9 }, "\\x23#[group]",
	    "\\x23#[group]", "\"\\u0023#[group]\"" },
	{ "nothing", { "", 0 }, "", "", "\"\"" },
};

/* Whether the bytes are UTF-8 without controls and marks that turn text. */
static bool
harmless(struct gf_str s)
{
	uint32_t cp;
	size_t n;

	for (size_t i = 0; i < s.n; i += n) {
		n = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (n == 0 || cp < 0x20 || (cp >= 0x7f && cp < 0xa0) ||
		    (cp >= 0x202a && cp <= 0x202e) || cp == 0x2028)
			return false;
	}
	return true;
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_buf b = { 0 };
	unsigned seed = 3;
	bool good = true;

	for (size_t i = 0; i < GF_LEN(wants); i++) {
		gf_buf_clear(&b);
		gf_show(&b, wants[i].in);
		tap_text(&t, gf_buf_view(&b), wants[i].shown, wants[i].name);
		gf_buf_clear(&b);
		gf_show_path(&b, wants[i].in);
		tap_text(&t, gf_buf_view(&b), wants[i].path, "as a path");
		gf_buf_clear(&b);
		gf_json(&b, wants[i].in);
		tap_text(&t, gf_buf_view(&b), wants[i].json, "as JSON");
	}
	for (int i = 0; i < 20000 && good; i++) {
		char in[24];

		for (size_t k = 0; k < sizeof(in); k++) {
			seed = seed * 1103515245u + 12345u;
			in[k] = (char)(seed >> 16 & (i & 1 ? 0xff : 0x9f));
		}
		gf_buf_clear(&b);
		gf_show(&b, (struct gf_str){ in, sizeof(in) });
		gf_show_path(&b, (struct gf_str){ in, sizeof(in) });
		gf_json(&b, (struct gf_str){ in, sizeof(in) });
		good = harmless(gf_buf_view(&b));
	}
	tap_ok(&t, good, "20000 random texts");
	gf_buf_clear(&b);
	gf_show_ascii(&b, GF_STR("Größe\x1b 日🎯~"));
	tap_text(&t, gf_buf_view(&b), "Gr<U+00F6><U+00DF>e\\x1b "
	    "<U+65E5><U+1F3AF>~", "letters for an ASCII terminal");
	gf_buf_release(&b);
	return tap_done(&t);
}
