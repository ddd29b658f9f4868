/* tool/dump: writes what we read in a YAML file as JSON, a line a document;
 * every scalar is text, a document that we refuse is a line that says so. */
#include <stdio.h>

#include "base/buf.h"
#include "text/split.h"
#include "text/tree.h"

static void
put_text(struct gf_buf *out, struct gf_str s)
{
	size_t i;

	gf_buf_byte(out, '"');
	for (i = 0; i < s.n; i++)
		if (s.p[i] == '"' || s.p[i] == '\\')
			gf_buf_printf(out, "\\%c", s.p[i]);
		else if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f)
			gf_buf_printf(out, "\\u%04x", (unsigned)s.p[i]);
		else
			gf_buf_byte(out, s.p[i]);
	gf_buf_byte(out, '"');
}

/* the tree is no deeper than a limit says */
static void
put_node(struct gf_buf *out, struct gf_node *node)
{
	struct gf_node *n;

	node = gf_node_real(node);
	if (node->kind == GF_SCALAR) {
		put_text(out, node->value);
		return;
	}
	gf_buf_byte(out, node->kind == GF_SEQ ? '[' : '{');
	for (n = node->first; n != NULL; n = n->next) {
		if (n->prev != NULL)
			gf_buf_byte(out, !n->key && node->kind == GF_MAP ?
			    ':' : ',');
		put_node(out, n);
	}
	gf_buf_byte(out, node->kind == GF_SEQ ? ']' : '}');
}

static void
put_piece(struct gf_buf *out, const struct gf_piece *piece)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_arena arena = { 0 };
	struct gf_fault fault = { 0 };
	struct gf_tree tree;

	if (!gf_piece_ok(piece, &fault) ||
	    !gf_tree_parse(&tree, piece->bytes, &limits, &arena, &fault))
		gf_buf_printf(out, "refused %s", fault.said);
	else if (tree.root != NULL)
		put_node(out, tree.root);
	else
		gf_buf_text(out, "\"\"");
	gf_buf_byte(out, '\n');
	gf_arena_release(&arena);
}

static void
put_file(struct gf_buf *out, struct gf_str bytes)
{
	struct gf_splitter split = { 0 };
	struct gf_piece piece;

	while (gf_split_next(&split, bytes, true, &piece) == 1)
		put_piece(out, &piece);
}

int
main(int argc, char *argv[])
{
	struct gf_buf in = { 0 }, out = { 0 };
	char part[8192];
	size_t n;
	FILE *f;

	if (argc != 2 || (f = fopen(argv[1], "rb")) == NULL) {
		fprintf(stderr, "usage: dump FILE\n");
		return 2;
	}
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		gf_buf_add(&in, part, n);
	fclose(f);
	put_file(&out, gf_buf_view(&in));
	if (out.n > 0 && fwrite(out.p, 1, out.n, stdout) != out.n)
		return 2;
	if (fflush(stdout) != 0)
		return 2;
	gf_buf_release(&in);
	gf_buf_release(&out);
	return 0;
}
