/* What a text must hold for a pattern, against the pattern itself. */
#include "tap.h"
#include "text/needle.h"
#include "text/re.h"

static const struct {
	const char *pattern, *text;
	bool may;
} rows[] = {
	{ "(?i)\\b(?:hope|strive) to\\b", "We hope to win", true },
	{ "(?i)\\b(?:hope|strive) to\\b", "We STRIVE to win", true },
	{ "(?i)\\b(?:hope|strive) to\\b", "We plan to win", false },
	{ "hours?", "an hour", true },
	{ "hours?", "a day", false },
	/* what may be absent asks for nothing */
	{ "(?:every )?day", "a day", true },
	{ "(?:every ){0,2}day", "a day", true },
	{ "colou?r", "color", true },
	{ "ab*cdef?", "acde", true },
	{ "ab*cdef?", "abce", false },
	{ "(?=never)a", "a", true },
	{ "(?<!never )again", "again", true },
	{ "(?<what>alpha|beta)|gamma", "gamma", true },
	{ "(?<what>alpha|beta)|gamma", "delta", false },
	/* too short, a class, a blank: not known */
	{ "at|often", "at", true },
	{ "[a-z]+|never", "x", true },
	{ "(?:|never)", "x", true },
	{ "a b c", "a b c", true },
	/* not read, so tried everywhere */
	{ "(?x)n e v e r", "never", true },
	{ "\\x6eever", "never", true },
	{ "(a)never\\1", "aevera", true },
	{ "(?#never)x", "x", true },
	{ "[[:alpha:]never]", "x", true },
	{ "a{,2}never", "a{,2}never", true },
	/* the sign for kelvin is a k to a pattern that ignores case */
	{ "(?i)kelvin", "\xe2\x84\xaa" "elvin", true },
	{ "x", "", true },
};

static void
tries(struct tap *t)
{
	char why[128];
	size_t at;

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct gf_re *re = gf_re_new(gf_str(rows[i].pattern), NULL,
		    true, &at, why);
		struct gf_str text = gf_str(rows[i].text);
		struct gf_needles needles;
		struct gf_hay hay;
		bool may;

		gf_needles_find(&needles, gf_str(rows[i].pattern));
		gf_hay_read(&hay, text);
		may = gf_hay_may(&hay, &needles);
		tap_ok(t, may == rows[i].may, "%s in %s", rows[i].pattern,
		    rows[i].text);
		tap_ok(t, re == NULL || may ||
		    gf_re_find(re, text, 0) == GF_MATCH_NO,
		    "nothing is lost of %s", rows[i].text);
		gf_re_free(re);
	}
}

/* Groups in groups, and a pattern that ends anywhere: no fault. */
static void
hostile(struct tap *t)
{
	char deep[200];
	struct gf_needles needles;

	memset(deep, '(', sizeof(deep));
	gf_needles_find(&needles, (struct gf_str){ deep, sizeof(deep) });
	tap_ok(t, needles.n == 0, "a pattern of open groups");
	for (size_t i = 0; i < GF_LEN(rows); i++)
		for (size_t n = 0; n <= strlen(rows[i].pattern); n++)
			gf_needles_find(&needles,
			    (struct gf_str){ rows[i].pattern, n });
	tap_ok(t, true, "patterns cut off anywhere");
}

int
main(void)
{
	struct tap t = { 0 };

	tries(&t);
	hostile(&t);
	return tap_done(&t);
}
