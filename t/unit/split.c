/* Where documents begin and end in a file. */
#include "tap.h"
#include "text/split.h"

struct want {
	const char *name, *in;
	struct {
		const char *bytes;
		size_t off, line, col;
		bool stray;
	} doc[3];
};

static const struct want wants[] = {
	{ "one bare document", "goal: a\n", { { "goal: a\n", 0, 0, 0, 0 } } },
	{ "no line end", "goal: a", { { "goal: a", 0, 0, 0, 0 } } },
	{ "nothing", "", { { NULL, 0, 0, 0, 0 } } },
	{ "comments alone", "# a\n\n", { { "# a\n\n", 0, 0, 0, 0 } } },
	{ "a mark alone", "---\n", { { "", 4, 1, 0, 0 } } },
	{ "byte order mark", "\xef\xbb\xbfgoal: a\n",
	    { { "goal: a\n", 3, 0, 0, 0 } } },
	{ "comments before the mark stay with the file",
	    "# a\n---\ngoal: a\n", { { "goal: a\n", 8, 2, 0, 0 } } },
	{ "comments before bare text belong to it", "# a\ngoal: a\n",
	    { { "# a\ngoal: a\n", 0, 0, 0, 0 } } },
	{ "directive", "%YAML 1.2\n---\na: 1\n",
	    { { "a: 1\n", 14, 2, 0, 0 } } },
	{ "two documents", "---\na: 1\n---\nb: 2\n",
	    { { "a: 1\n", 4, 1, 0, 0 }, { "b: 2\n", 13, 3, 0, 0 } } },
	{ "content on the mark's line", "--- {goal: a}\n--- b\n",
	    { { "{goal: a}\n", 4, 0, 4, 0 }, { "b\n", 18, 1, 4, 0 } } },
	{ "comment on the mark's line", "--- # x\na: 1\n",
	    { { "a: 1\n", 8, 1, 0, 0 } } },
	{ "an end mark, comments, a mark", "a: 1\n...\n# c\n--- \nb: 2\n",
	    { { "a: 1\n", 0, 0, 0, 0 }, { "b: 2\n", 18, 4, 0, 0 } } },
	{ "text behind an end mark strays", "a: 1\n...\nb: 2\n",
	    { { "a: 1\n", 0, 0, 0, 0 }, { "b: 2\n", 9, 2, 0, 1 } } },
	{ "comments behind an end mark are no document", "a: 1\n...\n# c\n",
	    { { "a: 1\n", 0, 0, 0, 0 } } },
	{ "three dashes and a letter are text", "a: |\n---b\n...c\n",
	    { { "a: |\n---b\n...c\n", 0, 0, 0, 0 } } },
	{ "a mark cuts a block scalar", "a: |\n---\nb\n",
	    { { "a: |\n", 0, 0, 0, 0 }, { "b\n", 9, 2, 0, 0 } } },
	{ "CRLF", "---\r\na: 1\r\n...\r\n---\r\nb: 2\r\n",
	    { { "a: 1\r\n", 5, 1, 0, 0 }, { "b: 2\r\n", 21, 4, 0, 0 } } },
	{ "mark at the very end", "a: 1\n---",
	    { { "a: 1\n", 0, 0, 0, 0 }, { "", 8, 2, 0, 0 } } },
};

/* Cut a text that arrives in steps of so many bytes. */
static bool
cut(const struct want *w, size_t step)
{
	struct gf_splitter s = { 0 };
	struct gf_piece p;
	size_t n = strlen(w->in), have = 0, got = 0, dropped = 0;
	int r;

	for (;;) {
		r = gf_split_next(&s, (struct gf_str){ w->in + dropped,
		    have - dropped }, have == n, &p);
		if (r < 0) {
			dropped += gf_split_shift(&s);
			have = have + step < n ? have + step : n;
			continue;
		}
		if (r == 0)
			return w->doc[got].bytes == NULL;
		if (got == 3 || w->doc[got].bytes == NULL ||
		    !gf_str_is(p.bytes, w->doc[got].bytes) ||
		    p.off != w->doc[got].off || p.line != w->doc[got].line ||
		    p.col != w->doc[got].col || p.stray != w->doc[got].stray) {
			printf("# document %zu: '%.*s' at %zu, %zu:%zu\n",
			    got, (int)p.bytes.n, p.bytes.p, p.off, p.line,
			    p.col);
			return false;
		}
		got++;
	}
}

int
main(void)
{
	struct tap t = { 0 };
	struct gf_fault f;
	struct gf_piece p = { .ahead = GF_STR("# a\n%YAML 1.1\n") };

	for (size_t i = 0; i < GF_LEN(wants); i++)
		for (size_t step = 1; step <= 64; step += 9)
			tap_ok(&t, cut(&wants[i], step), "%s, %zu bytes a time",
			    wants[i].name, step);
	tap_ok(&t, gf_piece_ok(&p, &f), "one version directive may stand");
	p.ahead = GF_STR("%YAML 1.1\n%YAML 1.2\n");
	tap_ok(&t, !gf_piece_ok(&p, &f) && f.at.line == 1, "two may not");
	p.ahead = GF_STR("%TAG ! tag:x,2000:\n");
	tap_ok(&t, !gf_piece_ok(&p, &f) && f.at.off == 0, "no %%TAG");
	return tap_done(&t);
}
