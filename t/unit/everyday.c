/* What is read without libyaml, what is left to it, and that both agree. */
#include <stdlib.h>
#include <string.h>

#include "../fuzz/same.h"
#include "tap.h"
#include "text/everyday.h"
#include "text/yaml.h"

/* Documents that we read ourselves. */
static const char *const ours[] = {
	"a: 1", "a: 1\n", "a: 1\r\nb: 2\r\n", "# c\n\n  a: b c  # d\n  e: f#g\n",
	"a:\nb:   # c\nc:\n", "a:\n- 1\n-\n- x: 1\n  y:\n  - 2\n- - 3\n  - 4\nb: 5\n",
	"a:\n  - b:\n      c: -1\n\n  # d\n  -   e: f\n      g: h\n", "- a\n- b: c\n-\n  - d\n",
	"a: [] # b\nc: {}\nd: [1, -2, x y , \"q\", 'r', [s], {t: u}]\n",
	"a: {b: c d, e: [f], g: \"h\"}\n", "a: \"b # c: d\" # e\nf: 'g \"h\"'\n",
	"a: it's 10:30 - 50% <b> (c) ? & * ! | > @ ` \"d\"\n", "a: \xc3\xa9\xe2\x82\xac\nb.c-d_e: f\n",
	"a: x # y\n    # z\nb: -\xc3\xa9\n", "a: --- b\nc: http://d/e?f\n", "a: 1\n   \n \n", "-", "a: 'it''s'\nb: ''''\n", "a: \"\\\"b\\\" \\\\ \\/ \\n\\t\"\n",
	"a: |\n  b # c\n  # d\n\n   e \nf: g\n", "a: |-\n  b\n\n\n# c\nd: e", "- |\n b", "- a: |  # b\n    c\n",
	"a: >\n  b\n  c\n\n\n  d\n", "a: >-\r\n  b\r\n \r\n  c\r\nd: e\r\n", "a: |\n  b\n  \n # c\nd: |-\n  e\n  ",
};

/* Documents that libyaml reads, or refuses. */
static const char *const theirs[] = {
	"", "# c\n", "a", "a:\tb\n", "a: |+\n  b\n", "a: |2\n  b\n", "a: |\n\n  b\n", "a: |\n", "a: |\nb: c\n",
	"a: |\n  b\n   \n  c\n", "a: >\n  b\n   c\n", "a: | b\n", "a: |\n  b\n c\n", "a: b\n  c\n",
	"a: b\n\n  c\n", "a: b\n  # c\n  d: e\n", "a: b: c\n", "a: b:\n", "a: - b\n",
	"a: &x b\nc: *x\n", "a: !!str b\n", "\"a\": b\n", "'a': b\n", "? a\n: b\n",
	"<<: {a: b}\n", "a: \"\\x41\"\n", "a: \"b\\\n", "a: \"b\n  c\"\n", "a: [b,\n  c]\n",
	"a: [b, ]\n", "a: [b c: d]\n", "a: [b: c]\n", "a: {b}\n", "a: {b: }\n", "a: {b:c}\n",
	"a: {b: c:d}\n", "[a]: b\n", "a: [b] c\n", "a: \"b\" c\n", "a: \"b\"#c\n",
	"a: [b]: c\n", "- a\nb: c\n", "a: b\n- c\n", "a:\n  b: c\n d: e\n", "  a: b\nc: d\n",
	"- a\n  b\n", "-\ta\n", "a: %b\n", "a: @b\n", "a: `b\n", "a: ?\n", "a: :b\n",
	"a: 1\n...\n", "%YAML 1.2\n", "a b: c\n", "\xc3\xa9: a\n", "a: b\na: c\n",
	"a: [-]\n", "a: [b?]\n", "a: [b#]\n", "a: {", "a: {b", "a: {b:", "a: {b: c", "a: {b: c,",
	"a: [", "a: [b", "a: [b,", "a: \"", "a: '", "a: '''",
};

/* Whether a document is read as expected, and as libyaml reads it. */
static bool
agrees(const char *text, bool mine)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_arena arena = { 0 };
	struct gf_fault fault = { 0 };
	struct gf_tree a = { 0 }, b = { 0 };
	bool ok = gf_src_init(&a.src, gf_str(text), &limits, &arena, &fault);

	b.src = a.src;
	if (ok && gf_everyday_read(&a, &limits, &arena))
		ok = mine && gf_yaml_read(&b, &limits, &arena, &fault) &&
		    same_node(a.root, b.root) && a.nnodes == b.nnodes;
	else
		ok = ok && !mine && a.root == NULL && a.nnodes == 0;
	gf_arena_release(&arena);
	return ok;
}

/* A document as deep as it may be for us, and one deeper. */
static void
try_depth(struct tap *t)
{
	char text[200];

	for (int depth = 60; depth <= 61; depth++) {
		memset(text, '[', sizeof(text));
		memcpy(text, "a: ", 3);
		memset(text + 3 + depth - 1, ']', (size_t)depth - 1);
		text[3 + 2 * (depth - 1)] = '\0';
		tap_ok(t, agrees(text, depth == 60), "depth %d", depth);
	}
}

int
main(void)
{
	struct tap t = { 0 };

	for (size_t i = 0; i < GF_LEN(ours); i++)
		tap_ok(&t, agrees(ours[i], true), "ours %zu", i);
	for (size_t i = 0; i < GF_LEN(theirs); i++)
		tap_ok(&t, agrees(theirs[i], false), "theirs %zu", i);
	try_depth(&t);
	return tap_done(&t);
}
