#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sha256.h"
#include "text/finding.h"

static const char *const level_names[] = {
	[GF_OFF] = "off",
	[GF_NOTE] = "note",
	[GF_WARNING] = "warning",
	[GF_ERROR] = "error",
};
_Static_assert(GF_LEN(level_names) == GF_ERROR + 1, "a name for each level");

const char *
gf_level_name(enum gf_level level)
{
	return level_names[level];
}

bool
gf_level_parse(struct gf_str s, enum gf_level *level)
{
	for (unsigned i = 0; i < GF_LEN(level_names); i++) {
		if (gf_str_is(s, level_names[i])) {
			*level = (enum gf_level)i;
			return true;
		}
	}
	return false;
}

void
gf_findings_init(struct gf_findings *fs, struct gf_arena *arena)
{
	*fs = (struct gf_findings){ .arena = arena };
}

void
gf_findings_release(struct gf_findings *fs)
{
	free(fs->v);
	*fs = (struct gf_findings){ 0 };
}

void
gf_findings_push(struct gf_findings *fs, const struct gf_finding *f)
{
	struct gf_finding copy = *f;

	fs->v = gf_grow(fs->v, fs->n, &fs->cap, sizeof(*fs->v));
	fs->v[fs->n++] = copy;
}

/* Print into the arena with blanks for what would break the line. */
GF_PRINTF(2, 0) static struct gf_str
say(struct gf_arena *arena, const char *fmt, va_list ap)
{
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		gf_die("BUG: a message that cannot be written");
	p = gf_arena_alloc(arena, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	for (int i = 0; i < n; i++)
		if (p[i] == '\n')
			p[i] = ' ';
	return (struct gf_str){ p, (size_t)n };
}

struct gf_finding *
gf_finding_addv(struct gf_findings *fs, const struct gf_check *check,
    struct gf_place at, const char *fmt, va_list ap)
{
	struct gf_finding f = {
		.check = check,
		.level = check->level,
		.letters = check->letters,
		.at = at,
		.audience = GF_FOR_ALL,
		.said = say(fs->arena, fmt, ap),
	};

	gf_findings_push(fs, &f);
	return &fs->v[fs->n - 1];
}

struct gf_finding *
gf_finding_add(struct gf_findings *fs, const struct gf_check *check,
    struct gf_place at, const char *fmt, ...)
{
	struct gf_finding *f;
	va_list ap;

	va_start(ap, fmt);
	f = gf_finding_addv(fs, check, at, fmt, ap);
	va_end(ap);
	return f;
}

/* Ascending, and what has no place last. */
static int
compare_places(struct gf_place a, struct gf_place b)
{
	if (a.doc == NULL || b.doc == NULL)
		return (a.doc == NULL) - (b.doc == NULL);
	if (a.doc->seq != b.doc->seq)
		return a.doc->seq < b.doc->seq ? -1 : 1;
	if (a.at.line != b.at.line)
		return a.at.line < b.at.line ? -1 : 1;
	if (a.at.col != b.at.col)
		return a.at.col < b.at.col ? -1 : 1;
	return 0;
}

static int
compare(const void *va, const void *vb)
{
	const struct gf_finding *a = va, *b = vb;
	int c = compare_places(a->at, b->at);

	if (c == 0)
		c = strcmp(a->check->id, b->check->id);
	if (c == 0)
		c = gf_str_cmp(a->keypath, b->keypath);
	return c != 0 ? c : gf_str_cmp(a->said, b->said);
}

void
gf_findings_sort(struct gf_findings *fs)
{
	if (fs->n > 1)
		qsort(fs->v, fs->n, sizeof(*fs->v), compare);
}

/*
 * A part with its length before it, so that no two lists of parts look alike.
 */
static void
add_part(struct gf_buf *b, struct gf_str s)
{
	gf_buf_printf(b, "%zu:", s.n);
	gf_buf_str(b, s);
}

void
gf_finding_fingerprint(const struct gf_finding *f, struct gf_str kind,
    char out[GF_PRINT_SIZE])
{
	struct gf_buf b = { 0 };

	add_part(&b, gf_str(f->check->id));
	add_part(&b, kind);
	add_part(&b, f->goal);
	add_part(&b, f->keypath);
	if (f->other_goal.n > 0)
		add_part(&b, f->other_goal);
	gf_fingerprint(gf_buf_view(&b), out);
	gf_buf_release(&b);
}
