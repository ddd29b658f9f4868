/* unit/edit: several edits at once, what is refused, new documents. */
#include "tap.h"
#include "text/edit_op.h"

/* A document and its edits on their way. */
struct bench {
	struct gf_arena arena;
	struct gf_limits limits;
	struct gf_tree tree;
	struct gf_edits edits;
	struct gf_buf out;
	size_t nsplices;
};

static struct gf_node *
begin(struct bench *b, const char *text)
{
	struct gf_fault fault;

	*b = (struct bench){ .limits = gf_limits_default() };
	if (!gf_tree_parse(&b->tree, gf_str(text), &b->limits, &b->arena,
	    &fault))
		printf("# %s\n", fault.said);
	gf_edit_init(&b->edits, &b->tree, &b->arena);
	return b->tree.root;
}

static bool
apply(struct bench *b)
{
	struct gf_splice *s;

	return gf_edit_apply(&b->edits, &b->limits, &b->out, &s,
	    &b->nsplices);
}

static void
end(struct bench *b)
{
	gf_edit_release(&b->edits);
	gf_buf_release(&b->out);
	gf_arena_release(&b->arena);
}

static void
becomes(struct tap *t, struct bench *b, const char *want, const char *name)
{
	bool ok = apply(b);

	if (!ok)
		printf("# %s\n", b->edits.why);
	tap_text(t, gf_buf_view(&b->out), want, name);
	end(b);
}

static void
refuses(struct tap *t, struct bench *b, bool ok, const char *want,
    const char *name)
{
	ok = ok && apply(b);
	tap_ok(t, !ok && b->out.n == 0, "%s: refused", name);
	tap_text(t, gf_str(b->edits.why), want, name);
	end(b);
}

static struct gf_new *
text(struct bench *b, const char *s)
{
	return gf_new_text(&b->arena, gf_str(s));
}

static struct gf_new *
reading(struct bench *b, const char *date, const char *value, bool flow)
{
	struct gf_new *v = gf_new_list(&b->arena, GF_MAP, flow);

	gf_new_add(v, GF_STR("date"), gf_new_bare(&b->arena, gf_str(date)));
	gf_new_add(v, GF_STR("value"), gf_new_bare(&b->arena,
	    gf_str(value)));
	return v;
}

static void
together(struct tap *t)
{
	struct bench b;
	struct gf_node *root = begin(&b, "goal: a # me\nold: 1\nlist:\n"
	    "  - {date: 2026-01-01, value: 3}\n# end\n");

	gf_edit_set(&b.edits, gf_node_get(root, "goal"), text(&b, "b"));
	gf_edit_remove(&b.edits, gf_node_get(root, "old"));
	gf_edit_append(&b.edits, gf_node_get(root, "list"),
	    reading(&b, "2026-02-01", "5", false));
	gf_edit_insert(&b.edits, root, GF_STR("why"), text(&b, "yes"), NULL);
	becomes(t, &b, "goal: b # me\nlist:\n"
	    "  - {date: 2026-01-01, value: 3}\n"
	    "  - {date: 2026-02-01, value: 5}\nwhy: 'yes'\n# end\n",
	    "four edits at once");

	root = begin(&b, "a: 1\nb: 2\n");
	gf_edit_set(&b.edits, gf_node_get(root, "a"), text(&b, "1"));
	apply(&b);
	tap_ok(t, b.nsplices == 0, "the same text is no edit");
	becomes(t, &b, "a: 1\nb: 2\na: 1\nb: 2\n", "and changes no byte");

	root = begin(&b, "s: x\n");
	gf_edit_append(&b.edits, gf_node_get(root, "s"), text(&b, "y1"));
	gf_edit_append(&b.edits, gf_node_get(root, "s"), text(&b, "z1"));
	becomes(t, &b, "s: [x, y1, z1]\n", "two items onto one word");

	root = begin(&b, "l:\n- a\n- b\n- c\n");
	gf_edit_remove(&b.edits, gf_node_item(root->last, 0));
	gf_edit_remove(&b.edits, gf_node_item(root->last, 2));
	gf_edit_append(&b.edits, root->last, text(&b, "d"));
	becomes(t, &b, "l:\n- b\n- d\n", "items leave and one comes");

	root = begin(&b, "a: 1\nb: 2");
	gf_edit_remove(&b.edits, gf_node_get(root, "b"));
	gf_edit_insert(&b.edits, root, GF_STR("c"), text(&b, "x"), NULL);
	becomes(t, &b, "a: 1\nc: x\n", "the open last line leaves");
}

static void
refused(struct tap *t)
{
	struct bench b;
	struct gf_node *root = begin(&b, "a: {b: 1, c: 2}\nd: [x]\n");
	bool ok = gf_edit_set(&b.edits, root->first->next->last,
	    text(&b, "9"));

	ok = gf_edit_remove(&b.edits, root->first) && ok;
	refuses(t, &b, ok, "two edits change the same bytes; make them one "
	    "after the other", "a value that leaves");

	root = begin(&b, "a: x\n");
	ok = gf_edit_set(&b.edits, root->last, text(&b, "z1"));
	ok = gf_edit_append(&b.edits, root->last, text(&b, "z2")) && ok;
	refuses(t, &b, ok, "two edits change one value; make them one after "
	    "the other", "set and append");

	root = begin(&b, "a: x\n");
	ok = gf_edit_set(&b.edits, root->last, gf_new_text(&b.arena,
	    (struct gf_str){ "a\0b", 3 }));
	refuses(t, &b, ok, "the new text is not UTF-8, or holds a NUL "
	    "character", "a NUL");

	root = begin(&b, "a: x\n");
	ok = gf_edit_insert(&b.edits, root->last, GF_STR("k"),
	    text(&b, "v"), NULL);
	refuses(t, &b, ok, "'k' has no place here: the value is no mapping",
	    "a key into a text");

	root = begin(&b, "a:\n  k: x\n");
	ok = gf_edit_append(&b.edits, root->last, text(&b, "v"));
	refuses(t, &b, ok, "the value is a mapping, not a list; write it as "
	    "a list first", "an item into a mapping");

	root = begin(&b, "a: x\n");
	refuses(t, &b, gf_edit_remove(&b.edits, root), "this is the whole "
	    "document; remove the document itself", "the whole document");

	root = begin(&b, "a: |\n  x\n");
	ok = gf_edit_append(&b.edits, root->last, text(&b, "v"));
	refuses(t, &b, ok, "a text in several lines cannot stand in '[ ]' or "
	    "'{ }'; shorten it first", "an item onto a literal");

	root = begin(&b, "? a\n? b\n");
	ok = gf_edit_set(&b.edits, root->last, text(&b, "v"));
	refuses(t, &b, ok, "the key has no ':' behind it; write it without "
	    "'?' first", "a key without a value");
}

/*
 * What the proof is for: a document, edits of it, and results of which none but
 * the first is theirs.
 */
static const struct {
	const char *old;
	char edit;	/* see make_edit() */
	const char *now[9];
} nets[] = {
	{ "a: 1\nb: [x, z]\n", 's', { "a: new\nb: [x, z]\n",
	    "a: old\nb: [x, z]\n", "a: new\nb: [x]\n",
	    "a: new\nb: [x, y1]\n", "a: new\nb: [x, z, z]\n",
	    "a: new\n", "b: [x, z]\na: new\n", "a: new\nb: {x: z}\n",
	    "a: new\nb: [x, z]\nc:\n" } },
	{ "a: &a 1\nb: *a\nc: &c\n", 's', { "a: &a new\nb: *a\nc: &c\n",
	    "a: new\nb: new\nc: &c\n", "a: &c new\nb: *c\nc: &a\n",
	    "a: &a new\nb: new\nc: &c\n", "a: &a new\nb: *a\nc:\n",
	    "a: &a !!str new\nb: *a\nc: &c\n" } },
	{ "a:\n  b: 1\n", 'i', { "a:\n  b: 1\nn: new\n",
	    "a:\n  b: 1\n  n: new\n", "a:\n  b: 1\n", "n: new\n",
	    "a:\n  b: 1\nn: newer\n", "a:\n  b: 1\nm: new\n",
	    "n: new\na:\n  b: 1\n", "a:\n  b: 1\nn: [new]\n",
	    "a:\n  b: 1\nn: &x new\n" } },
	{ "a: [x]\nb: 1\n", 'p', { "a: [x, new]\nb: 1\n",
	    "a: [new, x]\nb: 1\n", "a: [x]\nb: 1\n", "a: [new]\nb: 1\n",
	    "a: [x, [new]]\nb: 1\n", "a: [x, new, new]\nb: 1\n",
	    "a: x\nb: 1\n", "a: [x, new]\n" } },
	{ "a: x\n", 'p', { "a: [x, new]\n", "a: [new]\n", "a: x\n",
	    "a: [new, x]\n", "a: [x, new, x]\n", "a: [&x x, new]\n",
	    "a: {x: new}\n" } },
	{ "a:\n", 'p', { "a: [new]\n", "a: ['', new]\n", "a: new\n",
	    "a: []\n", "a: {new: }\n" } },
	{ "a: x\n", 'x', { "a: [{k: x, l: new}]\n", "a: {k: x, l: new}\n",
	    "a: [{k: new, l: x}]\n", "a: [{l: x, k: new}]\n",
	    "a: [{k: x}]\n", "a: [{k: x, l: new, m: 1}]\n",
	    "a: [{k: x, l: new}, x]\n", "a: x\n" } },
	{ "a: x\nb: 1\n", 'd', { "b: 1\n", "a: x\nb: 1\n", "b: 2\n",
	    "{}\n", "a: 1\n", "[b, 1]\n", "b: 1\nc: 2\n", "" } },
	{ "a: |-\n  x", 'i', { "a: |-\n  x\nn: new\n", "a: |\n  y\nn: new\n",
	    "a: |+\n  x\n\nn: new\n" } },
	{ "a: |\n  x", 'i', { "a: |\n  x\nn: new\n", "a: |\n  y\nn: new\n",
	    "a: |+\n  x\n\nn: new\n" } },
	{ "", 'i', { "n: new\n", "n: old\n", "", "m: new\n",
	    "n: new\nm: new\n", "[n, new]\n" } },
};

static void
make_edit(struct bench *b, char edit)
{
	struct gf_node *root = b->tree.root;
	struct gf_node *a = root ? gf_node_get(root, "a") : NULL;

	switch (edit) {
	case 's':
		gf_edit_set(&b->edits, a, text(b, "new"));
		break;
	case 'i':
		gf_edit_insert(&b->edits, root, GF_STR("n"), text(b, "new"),
		    NULL);
		break;
	case 'p':
		gf_edit_append(&b->edits, a, text(b, "new"));
		break;
	case 'x':
		gf_edit_expand(&b->edits, a, GF_STR("k"), GF_STR("l"),
		    text(b, "new"));
		break;
	default:
		gf_edit_remove(&b->edits, a);
	}
}

static void
proof(struct tap *t)
{
	for (size_t i = 0; i < GF_LEN(nets); i++)
		for (size_t k = 0; k < GF_LEN(nets[i].now) &&
		    nets[i].now[k] != NULL; k++) {
			struct gf_fault fault;
			struct gf_tree now;
			struct bench b;

			begin(&b, nets[i].old);
			make_edit(&b, nets[i].edit);
			gf_tree_parse(&now, gf_str(nets[i].now[k]), &b.limits,
			    &b.arena, &fault);
			tap_ok(t, gf_edit_prove(&b.edits, &now) == (k == 0),
			    "proof of edit %zu, result %zu", i, k);
			end(&b);
		}
}

static void
limits_hold(struct tap *t)
{
	struct bench b;
	struct gf_node *root = begin(&b, "a: x\n");

	b.limits.v[GF_LIMIT_SCALAR] = 4;
	tap_ok(t, gf_edit_set(&b.edits, root->last, text(&b, "too long")) &&
	    !apply(&b) && b.out.n == 0, "a limit holds for what is written");
	end(&b);
}

static void
new_documents(struct tap *t)
{
	struct gf_arena arena = { 0 };
	struct gf_buf b = { 0 };
	struct gf_new *doc = gf_new_list(&arena, GF_MAP, false);
	struct gf_new *why = gf_new_list(&arena, GF_SEQ, false);
	struct gf_new *item = gf_new_list(&arena, GF_MAP, false);

	gf_new_add(item, GF_STR("when"), gf_new_text(&arena, GF_STR("no")));
	gf_new_add(item, GF_STR("then"), gf_new_text(&arena,
	    GF_STR("call\r\nthem\r\n")));
	gf_new_add(why, GF_STR(""), item);
	gf_new_add(why, GF_STR(""), gf_new_list(&arena, GF_SEQ, false));
	gf_new_add(doc, GF_STR("goal"), gf_new_bare(&arena, GF_STR("a")));
	gf_new_add(doc, GF_STR("obstacles"), why);
	gf_new_print(&b, doc, false);
	tap_text(t, gf_buf_view(&b), "goal: a\nobstacles:\n  - when: 'no'\n"
	    "    then: |\n      call\n      them\n  - []\n", "a new document");
	gf_buf_clear(&b);
	gf_new_print(&b, doc, true);
	tap_text(t, gf_buf_view(&b), "goal: a\r\nobstacles:\r\n"
	    "  - when: 'no'\r\n    then: |\r\n      call\r\n      them\r\n"
	    "  - []\r\n", "the same with CRLF");
	gf_buf_release(&b);
	gf_arena_release(&arena);
}

static void
append_file(struct tap *t)
{
	static const struct {
		const char *file, *want;
	} rows[] = {
		{ "", "x: 1\n" },
		{ "\n# c\n", "\n# c\nx: 1\n" },
		{ "# c", "# c\nx: 1\n" },
		{ "---\n", "---\nx: 1\n" },
		{ "--- # c\n\n", "--- # c\n\nx: 1\n" },
		{ "a: 1\n---\n# c\n", "a: 1\n---\n# c\nx: 1\n" },
		{ "a: 1\n", "a: 1\n---\nx: 1\n" },
		{ "a: 1", "a: 1\n---\nx: 1\n" },
		{ "a: 1\r\n", "a: 1\r\n---\r\nx: 1\r\n" },
		{ "a: 1\n...\n# c\n", "a: 1\n...\n# c\n---\nx: 1\n" },
		{ "--- a\n", "--- a\n---\nx: 1\n" },
		{ "\xef\xbb\xbf", "\xef\xbb\xbfx: 1\n" },
		{ "\xef\xbb\xbf# c\n", "\xef\xbb\xbf# c\nx: 1\n" },
	};
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		gf_buf_clear(&b);
		gf_buf_text(&b, rows[i].file);
		gf_file_append(&b, GF_STR("x: 1\n"));
		tap_text(t, gf_buf_view(&b), rows[i].want,
		    "a document behind a file");
	}
	gf_buf_release(&b);
}

int
main(void)
{
	struct tap t = { 0 };

	together(&t);
	refused(&t);
	proof(&t);
	limits_hold(&t);
	new_documents(&t);
	append_file(&t);
	return tap_done(&t);
}
