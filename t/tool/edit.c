/* tool/edit: changes a YAML file in place by the edits named, to try them.
 * A VALUE is a text; after bare: what a field wants plain, after esc: a text
 * with \n, \t and \r, after yaml: any content. A PATH is a.b[0].c or . alone.
 * An edit that is there already is left out. -d N is the document N; of -d 0,
 * all of them, those that are no YAML stay as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/edit.h"
#include "text/quote.h"
#include "text/split.h"

/* the document's first line in its file, from 0 */
static uint32_t
line_of(const void *first, uint32_t line)
{
	return *(const uint32_t *)first + line + 1;
}

struct job {
	struct gf_arena arena;
	struct gf_tree tree;
	struct gf_edits edits;
	const struct gf_limits *limits;
};

static const char *order_words;	/* order() has no other way to know them */

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "edit: %s: %s\n", what, why);
	exit(2);
}

static struct gf_new *
from_node(struct gf_arena *arena, const struct gf_node *n)
{
	struct gf_new *v, *c;
	struct gf_str key = { "", 0 };

	if (n->kind == GF_SCALAR && n->style == GF_PLAIN)
		return gf_new_bare(arena, n->value);
	if (n->kind == GF_SCALAR)
		return gf_new_text(arena, n->value);
	v = gf_new_list(arena, n->kind, n->style == GF_FLOW);
	for (n = n->first; n != NULL; n = n->next) {
		if (n->key) {
			key = n->value;
			n = n->next;
		}
		c = from_node(arena, n);
		gf_new_add(v, key, c);
	}
	return v;
}

static struct gf_str
unescape(struct gf_arena *arena, const char *s)
{
	char *to = gf_arena_alloc(arena, strlen(s) + 1);
	size_t n = 0;

	for (; *s != '\0'; s++) {
		if (*s == '\\' && s[1] != '\0') {
			s++;
			to[n++] = *s == 'n' ? '\n' : *s == 't' ? '\t' :
			    *s == 'r' ? '\r' : *s;
		} else {
			to[n++] = *s;
		}
	}
	return (struct gf_str){ to, n };
}

static struct gf_new *
value(struct job *j, const char *s)
{
	struct gf_fault fault;
	struct gf_tree *tree;

	if (strncmp(s, "bare:", 5) == 0)
		return gf_new_bare(&j->arena, gf_str(s + 5));
	if (strncmp(s, "esc:", 4) == 0)
		return gf_new_text(&j->arena, unescape(&j->arena, s + 4));
	if (strncmp(s, "yaml:", 5) != 0)
		return gf_new_text(&j->arena, gf_str(s));
	tree = gf_arena_alloc(&j->arena, sizeof(*tree));
	if (!gf_tree_parse(tree, gf_str(s + 5), j->limits, &j->arena, &fault))
		fail("value", fault.said);
	return from_node(&j->arena, tree->root);
}

/* the node at a path, NULL if it is not there */
static struct gf_node *
find(struct job *j, const char *path)
{
	struct gf_node *n = j->tree.root;
	char key[128];
	size_t len;

	if (*path == '.')
		path++;
	while (*path != '\0' && n != NULL) {
		if (*path == '[') {
			n = gf_node_item(n, (size_t)strtoul(path + 1, NULL,
			    10));
			path = strchr(path, ']') + 1;
		} else {
			len = strcspn(path, ".[");
			snprintf(key, sizeof(key), "%.*s", (int)len, path);
			n = gf_node_get(n, key);
			path += len;
		}
		if (*path == '.')
			path++;
	}
	return n;
}

static bool
equal(const struct gf_node *n, const struct gf_new *v)
{
	const struct gf_new *c = v->first;

	if (n == NULL || n->kind != v->kind)
		return false;
	if (n->kind == GF_SCALAR)
		return gf_str_eq(n->value, v->text);
	for (n = n->first; n != NULL && c != NULL; n = n->next) {
		if (n->key) {
			if (!gf_str_eq(n->value, c->key))
				return false;
			continue;
		}
		if (!equal(n, c))
			return false;
		c = c->next;
	}
	return n == NULL && c == NULL;
}

static int
order(struct gf_str a, struct gf_str b)
{
	struct gf_str words = gf_str(order_words), w;
	int at = 0, x = 1000, y = 1000;

	while (words.n > 0) {
		w = gf_str_cut(&words, ' ');
		if (gf_str_eq(w, a))
			x = at;
		if (gf_str_eq(w, b))
			y = at;
		at++;
	}
	return x - y;
}

static bool
insert(struct job *j, struct gf_node *n, const char *key, struct gf_new *v)
{
	if (n != NULL && equal(gf_node_get(n, key), v))
		return true;
	return gf_edit_insert(&j->edits, n, gf_str(key), v,
	    order_words ? order : NULL);
}

static bool
append(struct job *j, struct gf_node *n, struct gf_new *v)
{
	if (n->kind == GF_SEQ && n->last != NULL && equal(n->last, v))
		return true;
	return gf_edit_append(&j->edits, n, v);
}

static bool
expand(struct job *j, struct gf_node *n, char *argv[])
{
	if (n->kind == GF_MAP || (n->kind == GF_SEQ && n->n == 1 &&
	    n->first->kind == GF_MAP))
		return true;
	return gf_edit_expand(&j->edits, n, gf_str(argv[0]), gf_str(argv[1]),
	    value(j, argv[2]));
}

static bool
identity(struct job *j, struct gf_node *n)
{
	for (; n != NULL; n = n->next) {
		if (n->kind == GF_SCALAR && !gf_edit_set(&j->edits, n,
		    gf_new_text(&j->arena, n->value)))
			return false;
		if (!identity(j, n->first))
			return false;
	}
	return true;
}

/* one edit; how many words it took, 0 if it was refused */
static int
one(struct job *j, int argc, char *argv[])
{
	static const struct {
		const char *name;
		int words;
	} verbs[] = {
		{ "set", 3 }, { "insert", 4 }, { "append", 3 },
		{ "expand", 5 }, { "remove", 2 }, { "identity", 1 },
		{ "order", 2 }
	};
	struct gf_node *n;
	bool ok = true;
	size_t i = 0;

	while (i < GF_LEN(verbs) && strcmp(argv[0], verbs[i].name) != 0)
		i++;
	if (i == GF_LEN(verbs) || argc < verbs[i].words)
		fail(argv[0], "no such edit");
	n = verbs[i].words > 1 ? find(j, argv[1]) : NULL;
	if (n == NULL && i != 1 && i != 4 && i != 5 && i != 6)
		fail(argv[1], "no such place");
	switch (i) {
	case 0:
		ok = gf_edit_set(&j->edits, n, value(j, argv[2]));
		break;
	case 1:
		ok = insert(j, n, argv[2], value(j, argv[3]));
		break;
	case 2:
		ok = append(j, n, value(j, argv[2]));
		break;
	case 3:
		ok = expand(j, n, argv + 2);
		break;
	case 4:
		ok = n == NULL || gf_edit_remove(&j->edits, n);
		break;
	case 5:
		ok = identity(j, j->tree.root);
		break;
	default:
		order_words = argv[1];
	}
	return ok ? verbs[i].words : 0;
}

static void
refused(const struct job *j, size_t line)
{
	fprintf(stderr, "edit: line %zu: %s\n",
	    line + j->edits.why_line + 1, j->edits.why);
	exit(2);
}

static void
edit_piece(const struct gf_piece *piece, bool all, int argc, char *argv[],
    struct gf_buf *out)
{
	struct gf_limits limits = gf_limits_default();
	struct job j = { .limits = &limits };
	uint32_t first = (uint32_t)piece->line;
	struct gf_splice *splices;
	struct gf_fault fault;
	size_t n;
	int took;

	if (!gf_tree_parse(&j.tree, piece->bytes, &limits, &j.arena, &fault)) {
		if (all) {
			gf_buf_str(out, piece->bytes);
			gf_arena_release(&j.arena);
			return;
		}
		fprintf(stderr, "edit: line %zu: %s\n",
		    piece->line + fault.at.line + 1, fault.said);
		if (fault.other.len > 0)
			fprintf(stderr, "edit: line %zu: first here\n",
			    piece->line + fault.other.line + 1);
		exit(2);
	}
	gf_edit_init(&j.edits, &j.tree, &j.arena);
	j.edits.line_of = line_of;
	j.edits.place = &first;
	while (argc > 0) {
		took = one(&j, argc, argv);
		if (took == 0)
			refused(&j, piece->line);
		argc -= took;
		argv += took;
		if (argc > 0 && strcmp(argv[0], "+") == 0) {
			argc--;
			argv++;
		}
	}
	if (!gf_edit_apply(&j.edits, &limits, out, &splices, &n))
		refused(&j, piece->line);
	gf_edit_release(&j.edits);
	gf_arena_release(&j.arena);
}

static void
read_file(const char *name, struct gf_buf *in)
{
	FILE *f = fopen(name, "rb");
	char part[8192];
	size_t n;

	if (f == NULL)
		fail(name, "cannot read");
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		gf_buf_add(in, part, n);
	fclose(f);
}

static void
write_file(const char *name, const struct gf_buf *b)
{
	FILE *f = fopen(name, "wb");

	if (f == NULL || fwrite(b->p, 1, b->n, f) != b->n || fclose(f) != 0)
		fail(name, "cannot write");
}

/* every document edited, and what stands between them as it is */
static void
edit_all(const struct gf_buf *in, int argc, char *argv[], struct gf_buf *out)
{
	struct gf_splitter split = { 0 };
	struct gf_piece piece;
	size_t done = 0;

	while (gf_split_next(&split, gf_buf_view(in), true, &piece) == 1) {
		gf_buf_add(out, in->p + done, piece.off - done);
		edit_piece(&piece, true, argc, argv, out);
		done = piece.off + piece.bytes.n;
	}
	gf_buf_add(out, in->p + done, in->n - done);
}

/* the document numbered which, from 1, edited among the others */
static void
edit_file(const struct gf_buf *in, int which, int argc, char *argv[],
    struct gf_buf *out)
{
	struct gf_splitter split = { 0 };
	struct gf_piece piece = { 0 };

	while (gf_split_next(&split, gf_buf_view(in), true, &piece) == 1)
		if (--which == 0)
			break;
	if (which > 1 || (which == 1 && in->n > 0))
		fail("-d", "no such document");
	if (in->n == 0)
		piece.bytes = (struct gf_str){ "", 0 };
	gf_buf_add(out, in->p, piece.off);
	edit_piece(&piece, false, argc, argv, out);
	gf_buf_add(out, in->p + piece.off + piece.bytes.n,
	    in->n - piece.off - piece.bytes.n);
}

static void
append_doc(const struct gf_buf *in, const char *text, struct gf_buf *out)
{
	struct gf_arena arena = { 0 };
	struct gf_str doc = unescape(&arena, text);
	struct gf_splitter split = { 0 };
	struct gf_piece piece;
	struct gf_buf last = { 0 };

	gf_buf_str(out, gf_buf_view(in));
	while (gf_split_next(&split, gf_buf_view(in), true, &piece) == 1) {
		gf_buf_clear(&last);
		for (size_t i = 0; i < piece.bytes.n; i++)
			if (piece.bytes.p[i] != '\r')
				gf_buf_byte(&last, piece.bytes.p[i]);
	}
	if (!gf_str_ends(gf_buf_view(&last), gf_arena_copy(&arena, doc.p,
	    doc.n)))
		gf_file_append(out, doc);
	gf_buf_release(&last);
	gf_arena_release(&arena);
}

int
main(int argc, char *argv[])
{
	struct gf_buf in = { 0 }, out = { 0 };
	int which = 1;

	if (argc > 2 && strcmp(argv[1], "-d") == 0) {
		which = atoi(argv[2]);
		argc -= 2;
		argv += 2;
	}
	if (argc < 3) {
		fprintf(stderr, "usage: edit [-d N] FILE EDIT [+ EDIT]...\n");
		return 2;
	}
	read_file(argv[1], &in);
	if (argc == 4 && strcmp(argv[2], "append-doc") == 0)
		append_doc(&in, argv[3], &out);
	else if (which == 0)
		edit_all(&in, argc - 2, argv + 2, &out);
	else
		edit_file(&in, which, argc - 2, argv + 2, &out);
	if (in.n != out.n || (in.n > 0 && memcmp(in.p, out.p, in.n) != 0))
		write_file(argv[1], &out);
	gf_buf_release(&in);
	gf_buf_release(&out);
	return 0;
}
