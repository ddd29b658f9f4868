#include "base/csv.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/log.h"
#include "cli/run.h"
#include "text/tree.h"

enum column { GOAL, DATE, VALUE, NOTE, CORRECTS, COLUMNS, UNKNOWN };

static const char *const names[COLUMNS] = {
	"goal", "date", "value", "note", "corrects"
};

struct import {
	struct gf_run *run;
	struct gf_entrant *v;
	size_t n, cap;
	bool bad;
	size_t faults;
};

/* Say what is wrong with a line, if not too much was said already. */
GF_PRINTF(3, 4) static void
fault(struct import *im, unsigned line, const char *fmt, ...)
{
	va_list ap;

	im->bad = true;
	if (++im->faults > GF_LOG_FAULTS)
		return;
	va_start(ap, fmt);
	gf_run_fail_at(im->run, line, fmt, ap);
	va_end(ap);
}

/* Which column a word names; says which it may mean. */
static enum column
column_of(struct import *im, struct gf_str word, unsigned line)
{
	size_t i = gf_str_among(word, names, COLUMNS);

	if (i < COLUMNS)
		return (enum column)i;
	fault(im, line, "no column is called '%.*s'%s", (int)word.n, word.p,
	    gf_run_meant(im->run, gf_str_nearest(word, names, COLUMNS),
	    ": they are goal, date, value, note and corrects"));
	return UNKNOWN;
}

/* Put a text in the place of its column. */
static void
set(struct import *im, struct gf_entrant *e, enum column c, struct gf_str s)
{
	s = gf_str_trim(s);
	if (c == GOAL)
		e->goal = s;
	else if (c == DATE)
		e->date = s;
	else if (c == VALUE)
		e->value = s;
	else if (c == NOTE)
		e->note = s;
	else if (c == CORRECTS && s.n > 0) {
		e->corrects = gf_str_is(s, "yes") || gf_str_is(s, "true");
		if (e->corrects || gf_str_is(s, "no") ||
		    gf_str_is(s, "false"))
			return;
		fault(im, e->line, "corrects is yes or no, not '%.*s'",
		    (int)s.n, s.p);
	}
}

static void
add(struct import *im, const struct gf_entrant *e)
{
	if (im->n == im->cap) {
		struct gf_entrant *old = im->v;

		im->cap = im->cap > 0 ? im->cap * 2 : 64;
		im->v = gf_arena_alloc(im->run->arena, im->cap *
		    sizeof(*im->v));
		if (im->n > 0)
			memcpy(im->v, old, im->n * sizeof(*im->v));
	}
	if (e->goal.n == 0 || e->value.n == 0) {
		fault(im, e->line, "a reading needs goal and value");
		return;
	}
	im->v[im->n++] = *e;
}

/* Whether the first line has commas between its words; else says so. */
static bool
has_commas(struct import *im, const struct gf_csv *csv, struct gf_str first)
{
	const char *sign = gf_csv_parted(first);

	if (csv->nfields > 1 || sign == NULL)
		return true;
	fault(im, csv->line, "the fields are parted by %s: commas are "
	    "expected, such as goal,date,value; export it anew with them",
	    sign);
	return false;
}

/* The same for column i, which none before it may be. */
static enum column
new_column(struct import *im, const enum column *columns, size_t i,
    struct gf_str word, unsigned line)
{
	enum column c = column_of(im, word, line);

	for (size_t k = 0; c != UNKNOWN && k < i; k++)
		if (columns[k] == c) {
			fault(im, line, "two columns are called '%s': leave "
			    "one out", names[c]);
			break;
		}
	return c;
}

static void
read_csv(struct import *im, struct gf_str text)
{
	enum column columns[2 * COLUMNS] = { UNKNOWN };
	struct gf_csv csv;
	struct gf_str *fields;
	bool head = true;

	gf_csv_init(&csv, text);
	while (gf_csv_next(&csv, &fields, im->run->arena)) {
		struct gf_entrant e = { .line = csv.line };

		if (csv.nfields > GF_LEN(columns)) {
			fault(im, csv.line, "too many columns");
			return;
		}
		if (head && !has_commas(im, &csv, fields[0]))
			return;
		for (size_t i = 0; i < csv.nfields; i++) {
			if (head)
				columns[i] = new_column(im, columns, i,
				    gf_str_trim(fields[i]), csv.line);
			else
				set(im, &e, columns[i], fields[i]);
		}
		if (!head)
			add(im, &e);
		head = false;
		if (im->bad && csv.line == 1)
			return;
	}
	if (csv.why != NULL)
		fault(im, csv.line, "%s", csv.why);
}

/* The unit of UTF-16 that \\uXXXX at a place stands for, 0 if none is there. */
static uint32_t
utf16_at(struct gf_str s, size_t at)
{
	uint32_t unit = 0;

	if (at + 6 > s.n || s.p[at] != '\\' || s.p[at + 1] != 'u')
		return 0;
	for (size_t i = at + 2; i < at + 6; i++) {
		char c = s.p[i];
		int digit = c >= '0' && c <= '9' ? c - '0' :
		    c >= 'a' && c <= 'f' ? c - 'a' + 10 :
		    c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;

		if (digit < 0)
			return 0;
		unit = unit * 16 + (uint32_t)digit;
	}
	return unit;
}

/* A line with the letter itself for the two escapes that JSON has for it. */
static struct gf_str
join_pairs(struct gf_str line, struct gf_arena *arena)
{
	char *out = gf_arena_alloc(arena, line.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < line.n; ) {
		uint32_t high = utf16_at(line, i), low = utf16_at(line, i + 6);

		if (high >> 10 == 0xd800 >> 10 && low >> 10 == 0xdc00 >> 10) {
			n += gf_utf8_put(0x10000 + ((high & 0x3ff) << 10) +
			    (low & 0x3ff), out + n);
			i += 12;
			continue;
		}
		/* what an escape is about is none itself */
		if (line.p[i] == '\\' && i + 1 < line.n)
			out[n++] = line.p[i++];
		out[n++] = line.p[i++];
	}
	out[n] = '\0';
	return (struct gf_str){ out, n };
}

/* A line of JSON is a YAML document, too. */
static void
read_line(struct import *im, struct gf_str line, unsigned number)
{
	struct gf_entrant e = { .line = number };
	struct gf_arena *arena = im->run->arena;
	struct gf_tree tree;
	struct gf_fault broken;
	struct gf_str bytes = join_pairs(line, arena);

	if (!gf_tree_parse(&tree, bytes, &im->run->common->limits, arena,
	    &broken) || tree.root == NULL || tree.root->kind != GF_MAP ||
	    tree.root->style != GF_FLOW) {
		fault(im, number, "no JSON object");
		return;
	}
	for (const struct gf_node *key = tree.root->first; key != NULL;
	    key = key->next->next) {
		enum column c = column_of(im, key->value, number);
		bool null = gf_str_is(key->next->value, "null") &&
		    key->next->style == GF_PLAIN;

		if (key->next->kind == GF_SCALAR && !null)
			set(im, &e, c, key->next->value);
	}
	add(im, &e);
}

bool
gf_log_import(struct gf_run *run, struct gf_str text,
    struct gf_entrant **list, size_t *n)
{
	struct import im = { .run = run };
	unsigned line = 0;

	if (gf_str_trim(text).n == 0) {
		gf_run_fail(run, "standard input is empty: it takes readings "
		    "as CSV or as lines of JSON");
		return false;
	}
	if (!gf_str_starts(gf_str_trim(text), "{"))
		read_csv(&im, text);
	while (gf_str_starts(gf_str_trim(text), "{")) {
		struct gf_str one = gf_str_cut(&text, '\n');

		line++;
		if (gf_str_trim(one).n > 0)
			read_line(&im, one, line);
	}
	if (line > 0 && gf_str_trim(text).n > 0)
		fault(&im, line + 1, "no JSON object");
	if (im.faults > GF_LOG_FAULTS)
		gf_run_fail(run, "and %zu more", im.faults - GF_LOG_FAULTS);
	*list = im.v;
	*n = im.n;
	return !im.bad;
}
