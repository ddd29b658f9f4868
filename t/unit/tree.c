/* The bytes, lines and texts of nodes, and what is refused. */
#include "tap.h"
#include "text/tree.h"

/* A document, the path to a node (keys and numbers), its bytes and its text. */
struct want {
	const char *in, *path, *bytes, *text;
	unsigned line;
};

static const struct want wants[] = {
	{ "a: b  # c\n", "a", "b", "b", 0 },
	{ "a: b c \n", "a", "b c", "b c", 0 },
	{ "a: 'it''s' # c\n", "a", "'it''s'", "it's", 0 },
	{ "a: \"x\\ty\"\n", "a", "\"x\\ty\"", "x\ty", 0 },
	{ "a: b\n  c\n\n  d\n# e\nf: 1\n", "a", "b\n  c\n\n  d", "b c\nd", 0 },
	{ "a:\nb: 1\n", "a", "", "", 0 },
	{ "a:   # c\n", "a", "", "", 0 },
	{ "a: &x\nb: 1\n", "a", "", "", 0 },
	{ "a: &x !!str foo\n", "a", "foo", "foo", 0 },
	{ "a: &x # c\n  foo\n", "a", "foo", "foo", 1 },
	{ "a: &x 'q'\n", "a", "'q'", "q", 0 },
	{ "é: ü\nz: 日本\nk: 1\n", "k", "1", "1", 2 },
	{ "é: ü\nz: 日本\nk: 1\n", "z", "日本", "日本", 1 },
	{ "k: \xf0\x9f\x98\x80 x # y\nl: v\n", "k",
	    "\xf0\x9f\x98\x80 x", "\xf0\x9f\x98\x80 x", 0 },
	{ "a: |\n  x\n  y\n\n\n# c\nb: 1\n", "a", "|\n  x\n  y\n", "x\ny\n", 0 },
	{ "a: |\n  x\n    \n\nb: 1\n", "a", "|\n  x\n    \n", "x\n  \n", 0 },
	{ "a: |-\n  x\n\nb: 1\n", "a", "|-\n  x\n", "x", 0 },
	{ "a: |+\n  x\n\nb: 1\n", "a", "|+\n  x\n\n", "x\n\n", 0 },
	{ "a: |2-  # c\n    x\n\nb: 1\n", "a", "|2-  # c\n    x\n", "  x", 0 },
	{ "a: >\n  x\n  y\n\n  z\n\n", "a", ">\n  x\n  y\n\n  z\n",
	    "x y\nz\n", 0 },
	{ "a: |\n\nb: 1\n", "a", "|\n", "", 0 },
	{ "a: |\n  x", "a", "|\n  x", "x", 0 },
	{ "a: |\r\n  x\r\n\r\nb: 1\r\n", "a", "|\r\n  x\r\n", "x\n", 0 },
	{ "- - x\n  - |\n   t\n\n- y\n", "0/1", "|\n   t\n", "t\n", 1 },
	{ "a: [1, 2 , 3 ]  # c\n", "a", "[1, 2 , 3 ]", NULL, 0 },
	{ "a: [1, 2 , 3 ]  # c\n", "a/1", "2", "2", 0 },
	{ "a: {b: , c}\nd: 1\n", "a/b", "", "", 0 },
	{ "a:\n- x\n- y # c\n\n# d\nb: 1\n", "a", "- x\n- y", NULL, 1 },
	{ "a:\n  - x: 1\n    y: 2\n\nb: 1\n", "a", "- x: 1\n    y: 2", NULL, 1 },
	{ "a:\n  - x: 1\n    y: 2\n\nb: 1\n", "a/0", "x: 1\n    y: 2", NULL, 1 },
	{ "a: &y\n  k: v\n# c\nb: 1\n", "a", "k: v", NULL, 1 },
	{ "a:\n- x\n-\n", "a/1", "", "", 2 },
	{ "? k\n: v\n", "k", "v", "v", 1 },
	{ "a  : 1\n\"on\": 2\n", "on", "2", "2", 1 },
	{ "a: &x 1\nb: *x\n", "b", "*x", NULL, 1 },
};

static struct gf_node *
walk(struct gf_node *n, const char *path)
{
	struct gf_str rest = gf_str(path), step;
	char key[64];

	while (n != NULL && rest.n > 0) {
		step = gf_str_cut(&rest, '/');
		snprintf(key, sizeof(key), "%.*s", (int)step.n, step.p);
		n = n->kind == GF_MAP ? gf_node_get(n, key) :
		    gf_node_item(n, (size_t)(key[0] - '0'));
	}
	return n;
}

static void
test_span(struct tap *t, const struct want *w)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_arena a = { 0 };
	struct gf_fault f;
	struct gf_tree tree;
	struct gf_node *n;
	bool ok = gf_tree_parse(&tree, gf_str(w->in), &limits, &a, &f);

	n = ok ? walk(tree.root, w->path) : NULL;
	if (tap_ok(t, n != NULL, "%s is there in %zu bytes", w->path,
	    strlen(w->in))) {
		tap_text(t, gf_node_bytes(&tree, n), w->bytes, "its bytes");
		tap_ok(t, n->line == w->line, "its line");
		if (w->text != NULL)
			tap_text(t, n->value, w->text, "its text");
	}
	gf_arena_release(&a);
}

struct refused {
	const char *in;
	unsigned line, col;
	const char *part;	/* of the message */
};

static const struct refused bad[] = {
	{ "a: 1\nb: 2\na: 3\n", 2, 0, "stands here twice" },
	{ "a: 1\n\"a\": 3\n", 1, 0, "twice" },
	{ "a: &x [*x]\n", 0, 7, "leads back" },
	{ "a: *x\n", 0, 3, "alias" },
	{ "a: &x 1\nb: &x 2\n", 1, 3, "anchor" },
	{ "a: !foo 1\n", 0, 3, "tag" },
	{ "a: 1\rb: 2\n", 0, 4, "carriage return" },
	{ "a: \x1b[31m\n", 0, 3, "control character" },
	{ "a: \xc2\x85\n", 0, 3, "NEL" },
	{ "a: \xe2\x80\xa8\n", 0, 3, "LS" },
	{ "a: 1\n\xef\xbb\xbf" "b: 2\n", 1, 0, "byte order mark" },
	{ "é: \xff\n", 0, 4, "0xff" },
	{ "%TAG ! x\na: 1\n", 0, 0, "directive" },
	{ "a: \"x\\0y\"\n", 0, 3, "NUL" },
};

static void
test_refused(struct tap *t, const struct refused *b)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_arena a = { 0 };
	struct gf_fault f;
	struct gf_tree tree;

	tap_ok(t, !gf_tree_parse(&tree, gf_str(b->in), &limits, &a, &f) &&
	    f.at.line == b->line && f.at.col == b->col &&
	    strstr(f.said, b->part) != NULL, "refused: %s", b->part);
	if (f.at.line != b->line || f.at.col != b->col)
		printf("# at %u:%u: %s\n", f.at.line, f.at.col, f.said);
	gf_arena_release(&a);
}

/* Each limit stops at its number and not before. */
static void
test_limits(struct tap *t)
{
	static const struct { enum gf_limit limit; size_t most; const char *in; }
	at[] = {
		{ GF_LIMIT_SIZE, 4, "a: 1\n" }, { GF_LIMIT_DEPTH, 2, "[[[x]]]" },
		{ GF_LIMIT_NODES, 3, "[1, 2, 3]" }, { GF_LIMIT_KEY, 2, "abc: 1" },
		{ GF_LIMIT_SCALAR, 2, "a: abc" },
		{ GF_LIMIT_ANCHORS, 1, "[&a 1, &b 2]" },
		{ GF_LIMIT_ALIASES, 1, "[&a 1, *a, *a]" },
		{ GF_LIMIT_DEPTH, 3, "[&a [[1]], [[*a]]]" },
		{ GF_LIMIT_WALK, 3, "[&a [1, 2], *a, *a]" },
	};

	for (size_t i = 0; i < GF_LEN(at); i++)
		for (size_t more = 0; more < 2; more++) {
			struct gf_limits limits = gf_limits_default();
			struct gf_arena a = { 0 };
			struct gf_fault f;
			struct gf_tree tree;
			bool ok;

			limits.v[at[i].limit] = more ? 1000 : at[i].most;
			ok = gf_tree_parse(&tree, gf_str(at[i].in), &limits,
			    &a, &f);
			tap_ok(t, ok == (more > 0) && (ok || f.limit),
			    "limit %s, %s", gf_limit_rows[at[i].limit].name,
			    more ? "raised" : "held");
			gf_arena_release(&a);
		}
}

int
main(void)
{
	struct tap t = { 0 };

	for (size_t i = 0; i < GF_LEN(wants); i++)
		test_span(&t, &wants[i]);
	for (size_t i = 0; i < GF_LEN(bad); i++)
		test_refused(&t, &bad[i]);
	test_limits(&t);
	return tap_done(&t);
}
