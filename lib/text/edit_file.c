#include <string.h>

#include "text/edit_op.h"

void
gf_new_print(struct gf_buf *b, const struct gf_new *v, bool crlf)
{
	struct gf_pen pen = {
		.b = b, .nl = crlf ? "\r\n" : "\n",
		.habit = { .known = true, .step = 2, .dash = 2, .gap = 1 }
	};

	if (v->kind == GF_SCALAR || v->flow || v->first == NULL) {
		gf_pen_flow(&pen, v, false);
		gf_buf_text(b, pen.nl);
		return;
	}
	for (const struct gf_new *c = v->first; c != NULL; c = c->next) {
		if (v->kind == GF_SEQ) {
			gf_buf_byte(b, '-');
			gf_pen_item(&pen, c, 0, 1, GF_AS_NEW);
		} else {
			gf_pen_key(&pen, c->key, false);
			gf_pen_value(&pen, c, 0);
		}
		gf_buf_text(b, pen.nl);
	}
}

/* Whether a line is one of `---` with at most a comment behind it. */
static bool
is_bare_opener(struct gf_str line)
{
	if (!gf_str_starts(line, "---") || (line.n > 3 && line.p[3] != ' ' &&
	    line.p[3] != '\t'))
		return false;
	line.p += 3;
	line.n -= 3;
	line = gf_str_trim(line);
	return line.n == 0 || line.p[0] == '#';
}

/*
 * Whether the last document of a file is there already and has nothing in it.
 */
static bool
awaits_document(struct gf_str file)
{
	struct gf_str line;
	size_t end = file.n, start;

	while (end > 0) {
		start = end - 1;
		while (start > 0 && file.p[start - 1] != '\n')
			start--;
		line = (struct gf_str){ file.p + start, end - start };
		if (start == 0 && gf_str_starts(line, "\xef\xbb\xbf")) {
			line.p += 3;
			line.n -= 3;
		}
		while (line.n > 0 && (line.p[line.n - 1] == '\n' ||
		    line.p[line.n - 1] == '\r'))
			line.n--;
		if (is_bare_opener(line))
			return true;
		line = gf_str_trim(line);
		if (line.n > 0 && line.p[0] != '#')
			return false;
		end = start;
	}
	return true;
}

static bool
has_crlf(struct gf_str file)
{
	size_t n = file.n;

	while (n > 0 && file.p[n - 1] != '\n')
		n--;
	return n > 1 && file.p[n - 2] == '\r';
}

void
gf_file_append(struct gf_buf *file, struct gf_str doc)
{
	const char *nl = has_crlf(gf_buf_view(file)) ? "\r\n" : "\n";
	bool first = awaits_document(gf_buf_view(file));
	struct gf_str line;
	size_t n;

	if (file->n > 0 && file->p[file->n - 1] != '\n' &&
	    !(file->n == 3 && memcmp(file->p, "\xef\xbb\xbf", 3) == 0))
		gf_buf_text(file, nl);
	if (!first) {
		gf_buf_text(file, "---");
		gf_buf_text(file, nl);
	}
	while (doc.n > 0) {
		line = gf_str_cut(&doc, '\n');
		n = line.n;
		if (n > 0 && line.p[n - 1] == '\r')
			n--;
		gf_buf_add(file, line.p, n);
		gf_buf_text(file, nl);
	}
}
