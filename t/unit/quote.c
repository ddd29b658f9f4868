/* unit/quote: when a text may stand plain, and how it is written if not. */
#include "tap.h"
#include "text/quote.h"

static const struct {
	const char *text;
	bool block, flow;	/* may stand plain as a string */
} plain[] = {
	{ "Ann", true, true },
	{ "two words", true, true },
	{ "http://a.b:80/c#f", true, true },
	{ "http://a.b:80/c?d=e#f", true, false },
	{ "a:b", true, true },
	{ "-x", true, true },
	{ "it's \"so\"", true, true },
	{ "50%", true, true },
	{ "2026-Q3", true, true },
	{ "2026-07-06..2026-07-17", true, true },
	{ "1.2M", true, true },
	{ "1,000", true, false },
	{ "a, b", true, false },
	{ "x[1]", true, false },
	{ "f{x}", true, false },
	{ "a:?b", true, false },
	{ "...more", true, true },
	{ "\xc3\xa9", true, true },
	{ "", false, false },
	{ " a", false, false },
	{ "a ", false, false },
	{ "a: b", false, false },
	{ "a:", false, false },
	{ "a #b", false, false },
	{ "#a", false, false },
	{ "- a", false, false },
	{ "-", false, false },
	{ "? a", false, false },
	{ "?a", false, false },
	{ ": a", false, false },
	{ "*a", false, false },
	{ "&a", false, false },
	{ "!a", false, false },
	{ "|", false, false },
	{ ">", false, false },
	{ "%a", false, false },
	{ "@a", false, false },
	{ "`a", false, false },
	{ "'a'", false, false },
	{ "\"a\"", false, false },
	{ "{a", false, false },
	{ "[a", false, false },
	{ "---", false, false },
	{ "--- a", false, false },
	{ "...", false, false },
	{ "a\tb", false, false },
	{ "a\nb", false, false },
	{ "\xe2\x80\xae", false, false },
	{ "\xc2\x85", false, false },
	{ "\xff", false, false },
	{ "no", false, false },
	{ "No", false, false },
	{ "ON", false, false },
	{ "y", false, false },
	{ "null", false, false },
	{ "~", false, false },
	{ "=", false, false },
	{ "<<", false, false },
	{ "12", false, false },
	{ "-12", false, false },
	{ "010", false, false },
	{ "0x1F", false, false },
	{ "0b11", false, false },
	{ "0o17", false, false },
	{ "1_000", false, false },
	{ "1.5", false, false },
	{ ".5", false, false },
	{ "5.", false, false },
	{ "1e3", false, false },
	{ "1.5e-3", false, false },
	{ ".inf", false, false },
	{ ".NaN", false, false },
	{ "12:30", false, false },
	{ "12:30:45", false, false },
	{ "2024-01-15", false, false },
	{ "2024-1-5", false, false },
	{ "2024-01-15T10:00:00Z", false, false },
	{ "2024-01-15 10:00:00", false, false },
	{ "nothing", true, true },
	{ "yesterday", true, true },
	{ "12 days", true, true },
	{ "2024-01", true, true },
	{ "1.2.3", true, true },
	{ "e3", true, true },
};

static const struct {
	const char *text;
	enum gf_style want;
	bool flow, bare;
	const char *out;
} quoted[] = {
	{ "Ann", GF_PLAIN, false, false, "Ann" },
	{ "no", GF_PLAIN, false, false, "'no'" },
	{ "no", GF_PLAIN, false, true, "no" },
	{ "12:30", GF_PLAIN, false, true, "12:30" },
	{ "a, b", GF_PLAIN, true, true, "'a, b'" },
	{ "", GF_PLAIN, false, true, "''" },
	{ "it's: on", GF_PLAIN, false, false, "\"it's: on\"" },
	{ "it's", GF_SINGLE, false, false, "'it''s'" },
	{ "a\tb", GF_SINGLE, false, false, "\"a\\tb\"" },
	{ "a", GF_DOUBLE, false, false, "\"a\"" },
	{ "a\"b\\c", GF_DOUBLE, false, false, "\"a\\\"b\\\\c\"" },
	{ "x\ny\r", GF_PLAIN, false, false, "\"x\\ny\\r\"" },
	{ "\x1b[31m", GF_PLAIN, false, false, "\"\\e[31m\"" },
	{ "\xc2\x85", GF_SINGLE, false, false, "\"\\x85\"" },
	{ "\xef\xbb\xbf", GF_PLAIN, false, false, "\"\\ufeff\"" },
	{ "\xe2\x80\xae" "x", GF_PLAIN, false, false, "\"\\u202ex\"" },
	{ "\xf0\x9f\x98\x80", GF_DOUBLE, false, false,
	    "\"\xf0\x9f\x98\x80\"" },
	{ "a", GF_LITERAL, false, false, "a" },
};

int
main(void)
{
	struct tap t = { 0 };
	struct gf_buf b = { 0 };
	size_t i;

	for (i = 0; i < GF_LEN(plain); i++) {
		struct gf_str s = gf_str(plain[i].text);

		tap_ok(&t, gf_plain_ok(s, false) == plain[i].block &&
		    gf_plain_ok(s, true) == plain[i].flow, "plain number %zu",
		    i);
	}
	for (i = 0; i < GF_LEN(quoted); i++) {
		gf_buf_clear(&b);
		gf_quote(&b, gf_str(quoted[i].text), quoted[i].want,
		    quoted[i].flow, quoted[i].bare);
		tap_text(&t, gf_buf_view(&b), quoted[i].out, quoted[i].out);
	}
	tap_ok(&t, !gf_text_ok((struct gf_str){ "a\0b", 3 }),
	    "a NUL cannot be written");
	tap_ok(&t, !gf_text_ok(gf_str("\xc3")), "nor what is not UTF-8");
	tap_ok(&t, gf_text_ok(gf_str("\x1b")), "an escape can");
	gf_buf_release(&b);
	return tap_done(&t);
}
