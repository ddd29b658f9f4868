#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "out/finds.h"

#define MOST_COLUMNS 120
#define LEAST_COLUMNS 40
#define MOST_RELATED 5		/* places beside those of a finding */
#define LEAD_COLUMNS 30		/* kept before the caret when a line is cut */

enum colour { PLAIN, BOLD, RED, YELLOW, CYAN, GREEN };

/* One run of a writer. */
struct page {
	struct gf_buf *b;
	const struct gf_report *r;
	const struct gf_look *look;
	bool full;		/* source, question and sums too */
};

/* What came before of the same file, and what was left out. */
struct tally {
	struct gf_str path;
	size_t file, file_cut, run, run_cut;
	bool told;		/* which option shows what is private */
};

static void
paint(const struct page *p, enum colour colour)
{
	static const char *const codes[] = {
		[PLAIN] = "0", [BOLD] = "1", [RED] = "1;31",
		[YELLOW] = "1;33", [CYAN] = "1;36", [GREEN] = "1;32",
	};

	if (p->look->colour)
		gf_buf_printf(p->b, "\033[%sm", codes[colour]);
}

static enum colour
level_colour(enum gf_level level)
{
	return level == GF_ERROR ? RED : level == GF_WARNING ? YELLOW : CYAN;
}

/* What a program reads is the file's own letters, whatever the locale. */
static void
show(const struct page *p, struct gf_buf *b, struct gf_str s)
{
	if (p->full && !p->look->utf8)
		gf_show_ascii(b, s);
	else
		gf_show(b, s);
}

/* The column of a place, as the reader counts; in bytes if its line is gone. */
static uint32_t
column(const struct page *p, struct gf_place place, uint32_t col)
{
	struct gf_str line;

	if (p->look->column == GF_COLUMN_BYTE ||
	    !gf_find_line(p->r, place, &line))
		return col;
	for (uint32_t i = 0; i < place.at.col; i++) {
		unsigned char c = (unsigned char)line.p[i];

		/* followers count nothing, four bytes are two units */
		if ((c & 0xc0) == 0x80)
			col--;
		else if (c >= 0xf0 && p->look->column == GF_COLUMN_UTF16)
			col++;
	}
	return col;
}

/* PATH:LINE:COL: LEVEL: TEXT [ID] */
static void
first_line(const struct page *p, struct gf_place place, enum gf_level level,
    struct gf_str said, const char *id, const char *behind)
{
	struct gf_pos pos = gf_doc_pos(place.doc, place.at.line, place.at.col);

	paint(p, BOLD);
	gf_show_path(p->b, pos.path);
	gf_buf_printf(p->b, ":%" PRIu32 ":%" PRIu32 ": ", pos.line,
	    column(p, place, pos.col));
	paint(p, level_colour(level));
	gf_buf_printf(p->b, "%s: ", gf_level_name(level));
	paint(p, PLAIN);
	show(p, p->b, said);
	gf_buf_printf(p->b, "%s [%s]\n", behind, id);
}

/* Cut a text to the columns round its mark; moves the mark with it. */
static void
cut_line(struct gf_buf *out, struct gf_str text, size_t columns, size_t *mark,
    size_t *width)
{
	struct gf_str ahead = { text.p, 0 };
	size_t room = columns - 6, skipped;

	if (gf_utf8_width(text) <= columns) {
		gf_buf_str(out, text);
		return;
	}
	if (*mark + *width > room)
		ahead = gf_utf8_fit(text, *mark > LEAD_COLUMNS ?
		    *mark - LEAD_COLUMNS : 0);
	text.p += ahead.n;
	text.n -= ahead.n;
	skipped = gf_utf8_width(ahead);
	*mark -= skipped;
	if (ahead.n > 0) {
		gf_buf_text(out, "...");
		*mark += 3;
	}
	ahead = gf_utf8_fit(text, room);
	gf_buf_str(out, ahead);
	if (ahead.n < text.n)
		gf_buf_text(out, "...");
	if (*width > room + 3 - *mark)
		*width = room + 3 - *mark;
}

/* Columns for a line of source, beside the gutter. */
static size_t
source_columns(const struct gf_look *look)
{
	if (look->width == 0 || look->width >= MOST_COLUMNS + 8)
		return MOST_COLUMNS;
	return look->width > LEAST_COLUMNS + 8 ? look->width - 8 :
	    LEAST_COLUMNS;
}

/* Escape a line; mark and width tell which columns the place then takes. */
static void
escape(const struct page *p, struct gf_buf *text, struct gf_str line,
    struct gf_at at, size_t *mark, size_t *width)
{
	struct gf_str rest = { line.p + at.col, line.n - at.col };

	show(p, text, (struct gf_str){ line.p, at.col });
	*mark = gf_utf8_width(gf_buf_view(text));
	show(p, text, (struct gf_str){ rest.p,
	    at.len < rest.n ? at.len : rest.n });
	*width = gf_utf8_width(gf_buf_view(text)) - *mark;
	gf_buf_clear(text);
	show(p, text, line);
}

/* The line that a finding is about, and a caret under the place. */
static void
excerpt(const struct page *p, struct gf_place place)
{
	uint32_t number = gf_doc_pos(place.doc, place.at.line, 0).line;
	int gutter = number > 99999 ? 10 : 5;
	struct gf_buf text = { 0 };
	struct gf_str line;
	size_t mark, width;

	if (!gf_find_line(p->r, place, &line))
		return;
	escape(p, &text, line, place.at, &mark, &width);
	gf_buf_printf(p->b, "%*" PRIu32 " | ", gutter, number);
	cut_line(p->b, gf_buf_view(&text), source_columns(p->look), &mark,
	    &width);
	gf_buf_printf(p->b, "\n%*s | ", gutter, "");
	gf_buf_fill(p->b, ' ', mark);
	paint(p, GREEN);
	gf_buf_byte(p->b, '^');
	gf_buf_fill(p->b, '~', width > 1 ? width - 1 : 0);
	paint(p, PLAIN);
	gf_buf_byte(p->b, '\n');
	gf_buf_release(&text);
}

/* A question that goes on in a line begins small, as all our lines do. */
static void
question(struct gf_buf *b, const char *ask)
{
	struct gf_str s = gf_str(ask);

	if (s.n > 1 && s.p[0] >= 'A' && s.p[0] <= 'Z' && s.p[1] >= 'a' &&
	    s.p[1] <= 'z') {
		gf_buf_byte(b, (char)(s.p[0] - 'A' + 'a'));
		s = (struct gf_str){ s.p + 1, s.n - 1 };
	}
	gf_show(b, s);
}

/* What stands for the value that a reader may not see; the option once. */
static const char *
instead(struct tally *t)
{
	bool told = t->told;

	t->told = true;
	return told ? " (kept private)" :
	    " (kept private; --audience coach shows it)";
}

static bool
same_line(struct gf_place a, struct gf_place b)
{
	struct gf_pos x = gf_doc_pos(a.doc, a.at.line, 0);
	struct gf_pos y = gf_doc_pos(b.doc, b.at.line, 0);

	return x.line == y.line && gf_str_eq(x.path, y.path);
}

/* A further place of a finding, with its line if that is not shown above. */
static void
related(const struct page *p, const struct gf_finding *f, bool hidden,
    struct gf_place place, struct gf_str said, const char *behind)
{
	first_line(p, place, GF_NOTE, said, f->check->id, behind);
	if (p->full && !hidden && !same_line(f->at, place))
		excerpt(p, place);
}

static void
ask(struct gf_buf *b, const struct gf_finding *f)
{
	gf_buf_text(b, "  ask: ");
	question(b, f->check->ask);
	gf_buf_byte(b, '\n');
}

static void
finding(const struct page *p, struct tally *t, const struct gf_finding *f)
{
	bool hidden = gf_find_hidden(f, p->look);

	first_line(p, f->at, f->level, gf_find_said(f, p->look), f->check->id,
	    hidden ? instead(t) : "");
	if (p->full && !hidden)
		excerpt(p, f->at);
	if (p->full && f->check->ask != NULL)
		ask(p->b, f);
	if (f->other.doc != NULL)
		related(p, f, hidden, f->other, f->other_said, "");
	for (size_t i = 0; i < f->nmore && i < MOST_RELATED; i++)
		related(p, f, hidden, f->more[i].at, f->more[i].said,
		    i + 1 == MOST_RELATED && i + 1 < f->nmore ?
		    ", and further ones" : "");
}

/* Say how many findings of a file were left out. */
static void
end_file(const struct page *p, struct tally *t)
{
	if (t->file_cut > 0) {
		gf_show_path(p->b, t->path);
		gf_buf_printf(p->b, ":1: note: and %zu more in this file "
		    "(--limit %s=N)\n", t->file_cut,
		    gf_limit_rows[GF_LIMIT_FILE_FINDINGS].name);
	}
	t->file = t->file_cut = 0;
}

/* Whether the limits leave room for one more finding. */
static bool
has_room(const struct page *p, struct tally *t, const struct gf_finding *f)
{
	if (!gf_str_eq(t->path, f->at.doc->origin.path)) {
		end_file(p, t);
		t->path = f->at.doc->origin.path;
	}
	if (t->run >= p->r->limits->v[GF_LIMIT_RUN_FINDINGS]) {
		t->run_cut++;
		return false;
	}
	if (t->file >= p->r->limits->v[GF_LIMIT_FILE_FINDINGS]) {
		t->file_cut++;
		return false;
	}
	t->file++;
	t->run++;
	return true;
}

static void
findings(const struct page *p)
{
	struct tally t = { .path = { "", 0 } };

	for (size_t i = 0; i < p->r->findings->n; i++) {
		const struct gf_finding *f = &p->r->findings->v[i];

		if (f->at.doc != NULL && f->quiet == GF_QUIET_NOT &&
		    has_room(p, &t, f))
			finding(p, &t, f);
	}
	end_file(p, &t);
	if (t.run_cut > 0)
		gf_buf_printf(p->b, "%s: note: and %zu more (--limit %s=N)\n",
		    p->r->program, t.run_cut,
		    gf_limit_rows[GF_LIMIT_RUN_FINDINGS].name);
}

static void
count(struct gf_buf *b, const char *before, size_t n, const char *noun)
{
	gf_buf_printf(b, "%s%zu %s%s", before, n, noun, n == 1 ? "" : "s");
}

/* Append "4 errors, 1 note", most severe first; nothing if all are 0. */
static void
count_levels(struct gf_buf *b, const size_t *n)
{
	bool any = false;

	for (unsigned level = GF_ERROR; level > GF_OFF; level--) {
		if (n[level] == 0)
			continue;
		count(b, any ? ", " : "", n[level], gf_level_name(level));
		any = true;
	}
}

/* How many findings are to be seen. */
static size_t
loud(const struct gf_report *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->findings->n; i++)
		n += r->findings->v[i].quiet == GF_QUIET_NOT;
	return n;
}

/* How many findings each letter has, and each level. */
static void
summary(const struct page *p)
{
	static const char letters[] = "SMART";
	size_t by_letter[GF_LEN(letters)] = { 0 };
	size_t by_level[GF_ERROR + 1] = { 0 };

	for (size_t i = 0; i < p->r->findings->n; i++) {
		const struct gf_finding *f = &p->r->findings->v[i];

		if (f->quiet != GF_QUIET_NOT)
			continue;
		by_level[f->level]++;
		for (const char *c = f->letters; *c != '\0'; c++)
			if (strchr(letters, *c) != NULL)
				by_letter[strchr(letters, *c) - letters]++;
		by_letter[GF_LEN(letters) - 1] += f->letters[0] == '\0';
	}
	for (size_t i = 0; letters[i] != '\0'; i++)
		gf_buf_printf(p->b, "%c %zu, ", letters[i], by_letter[i]);
	gf_buf_printf(p->b, "other %zu: ", by_letter[GF_LEN(letters) - 1]);
	count_levels(p->b, by_level);
	count(p->b, " in ", p->r->judged, "goal");
	gf_buf_byte(p->b, '\n');
}

static void
end_page(const struct page *p)
{
	const size_t *hidden = p->r->hidden;
	size_t quiet = p->r->findings->n - loud(p->r);

	if (loud(p->r) > 0)
		summary(p);
	else {
		count(p->b, "", p->r->judged, "goal");
		gf_buf_text(p->b, ", nothing to ask\n");
	}
	if (hidden[GF_NOTE] + hidden[GF_WARNING] + hidden[GF_ERROR] > 0) {
		count_levels(p->b, hidden);
		gf_buf_text(p->b, " hidden; -a shows all\n");
	}
	if (quiet > 0)
		gf_buf_printf(p->b, "%zu suppressed or in the baseline\n",
		    quiet);
}

void
gf_find_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct page p = { b, model, look, look->terminal };

	findings(&p);
	if (p.full && p.r->sums)
		end_page(&p);
}

void
gf_find_gnu(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct page p = { b, model, look, false };

	findings(&p);
}

void
gf_find_lines(struct gf_buf *b, const struct gf_report *r,
    const struct gf_finding *f, const struct gf_look *look)
{
	const struct gf_look bare = { .audience = look->audience };
	const struct page p = { b, r, &bare, false };

	if (f->at.doc != NULL)
		first_line(&p, f->at, f->level, gf_find_said(f, look),
		    f->check->id, "");
	else
		gf_find_show(b, f, look);
	if (f->check->ask != NULL)
		ask(b, f);
}

void
gf_find_placeless(struct gf_buf *err, const struct gf_report *r)
{
	for (size_t i = 0; i < r->findings->n; i++) {
		const struct gf_finding *f = &r->findings->v[i];

		if (f->at.doc != NULL || f->quiet != GF_QUIET_NOT)
			continue;
		gf_buf_printf(err, "%s: ", r->program);
		gf_show(err, f->said);
		if (f->check->ask != NULL) {
			gf_buf_text(err, ": ");
			question(err, f->check->ask);
		}
		gf_buf_printf(err, " [%s]\n", f->check->id);
	}
}
