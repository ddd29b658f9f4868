/*
 * What the saver does, for the tests: changes a file by one small edit.
 *	save set FILE LINE TEXT	the document that begins at LINE becomes TEXT
 *	save add FILE		its first document gets a line more: `- x`
 *	save new FILE TEXT	a document is appended
 *	save both FILE FILE	as add, both files in one
 *	save same FILE...	every document of each is put back as it came
 * add and both read anew as long as somebody else was faster.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/sha256.h"
#include "cli/save.h"
#include "text/split.h"

/* One document to be saved, with all that it points to. */
struct edit {
	struct gf_origin origin;
	struct gf_buf file, text;
	struct gf_save_doc doc;
};

static void
read_file(struct gf_buf *b, const char *path)
{
	char part[4096];
	FILE *f = fopen(path, "r");
	size_t n;

	if (f == NULL)
		return;
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		gf_buf_add(b, part, n);
	fclose(f);
}

/* Fill in where a document of a file stands; its bytes are copied to text. */
static void
find(struct edit *e, const char *path, unsigned long line)
{
	struct gf_splitter s = { 0 };
	struct gf_piece piece = { 0 };

	*e = (struct edit){ 0 };
	read_file(&e->file, path);
	e->origin.path = gf_str(path);
	while (gf_split_next(&s, gf_buf_view(&e->file), true, &piece) > 0 &&
	    piece.line + 1 < line)
		;
	e->origin.line = (uint32_t)piece.line + 1;
	e->origin.col = (uint32_t)piece.col + 1;
	gf_fingerprint(piece.bytes, e->origin.was);
	gf_buf_str(&e->text, piece.bytes);
	if (piece.bytes.n > 0 && !gf_str_ends(piece.bytes, "\n"))
		gf_buf_byte(&e->text, '\n');
}

static void
finish(struct edit *e)
{
	e->doc.origin = &e->origin;
	e->doc.bytes = gf_buf_view(&e->text);
}

static void
drop(struct edit *e)
{
	gf_buf_release(&e->file);
	gf_buf_release(&e->text);
}

static int
save(const struct gf_save_doc *docs, size_t n, struct gf_buf *err)
{
	struct gf_limits limits = gf_limits_default();

	gf_buf_clear(err);
	return gf_save(docs, n, &limits, err);
}

static int
set(const char *path, unsigned long line, const char *text,
    struct gf_buf *err)
{
	struct edit e;
	int status;

	find(&e, path, line);
	gf_buf_clear(&e.text);
	gf_buf_text(&e.text, text);
	finish(&e);
	status = save(&e.doc, 1, err);
	drop(&e);
	return status;
}

static int
append(const char *path, const char *text, struct gf_buf *err)
{
	struct gf_origin origin = { .path = gf_str(path), .fresh = true };
	struct gf_save_doc doc = { .origin = &origin, .bytes = gf_str(text) };

	return save(&doc, 1, err);
}

static int
add(char **paths, size_t n, struct gf_buf *err)
{
	struct edit e[2];
	struct gf_save_doc docs[2];
	int status;

	do {
		for (size_t i = 0; i < n; i++) {
			find(&e[i], paths[i], 1);
			gf_buf_text(&e[i].text, "- x\n");
			finish(&e[i]);
			docs[i] = e[i].doc;
		}
		status = save(docs, n, err);
		for (size_t i = 0; i < n; i++)
			drop(&e[i]);
	} while (status == GF_SAVE_CHANGED);
	return status;
}

static int
same(const char *path, struct gf_buf *err)
{
	struct gf_save_doc *docs = NULL;
	struct gf_origin *origins = NULL;
	struct gf_splitter s = { 0 };
	struct gf_piece piece;
	struct gf_buf file = { 0 };
	size_t n = 0;
	int status;

	read_file(&file, path);
	while (gf_split_next(&s, gf_buf_view(&file), true, &piece) > 0) {
		docs = gf_resize(docs, n + 1, sizeof(*docs));
		origins = gf_resize(origins, n + 1, sizeof(*origins));
		docs[n] = (struct gf_save_doc){ .bytes = piece.bytes };
		origins[n] = (struct gf_origin){ .path = gf_str(path),
		    .line = (uint32_t)piece.line + 1,
		    .col = (uint32_t)piece.col + 1 };
		gf_fingerprint(piece.bytes, origins[n++].was);
	}
	for (size_t i = 0; i < n; i++)
		docs[i].origin = &origins[i];
	status = save(docs, n, err);
	gf_buf_release(&file);
	free(docs);
	free(origins);
	return status;
}

int
main(int argc, char *argv[])
{
	struct gf_buf err = { 0 };
	int status = 2;

	if (argc == 5 && strcmp(argv[1], "set") == 0)
		status = set(argv[2], strtoul(argv[3], NULL, 10), argv[4],
		    &err);
	else if (argc == 4 && strcmp(argv[1], "new") == 0)
		status = append(argv[2], argv[3], &err);
	else if (argc == 3 && strcmp(argv[1], "add") == 0)
		status = add(&argv[2], 1, &err);
	else if (argc >= 3 && strcmp(argv[1], "same") == 0)
		for (int i = 2; i < argc && (status = same(argv[i], &err)) == 0;
		    i++)
			;
	else if (argc == 4 && strcmp(argv[1], "both") == 0)
		status = add(&argv[2], 2, &err);
	else
		gf_buf_text(&err, "usage: see t/tool/save.c\n");
	fwrite(err.p ? err.p : "", 1, err.n, stderr);
	gf_buf_release(&err);
	return status == 0 ? 0 : 2;
}
