#include <stdlib.h>

#include "goal/check.h"
#include "judge/select.h"
#include "out/baseline.h"
#include "out/finds.h"

#define HEADER "# goalfile baseline 1"
#define DIGITS 16

void
gf_baseline_init(struct gf_baseline *b, struct gf_str path,
    struct gf_arena *arena)
{
	*b = (struct gf_baseline){ .arena = arena };
	b->doc.origin.path = path;
	b->doc.origin.line = b->doc.origin.col = 1;
	b->doc.off = 0;
	/* behind every document that was read */
	b->doc.seq = UINT32_MAX;
}

void
gf_baseline_release(struct gf_baseline *b)
{
	gf_map_release(&b->prints);
	free(b->v);
}

static struct gf_known *
entry_of(const struct gf_baseline *b, struct gf_str print)
{
	size_t *number = gf_map_get(&b->prints, print);

	return number != NULL ? &b->v[*number - 1] : NULL;
}

static void
add(struct gf_baseline *b, const struct gf_known *k)
{
	size_t *number = gf_arena_alloc(b->arena, sizeof(*number));

	b->v = gf_grow(b->v, b->n, &b->cap, sizeof(*b->v));
	b->v[b->n++] = *k;
	*number = b->n;
	gf_map_put(&b->prints, k->print, number);
}

static bool
is_print(struct gf_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!((s.p[i] >= '0' && s.p[i] <= '9') ||
		    (s.p[i] >= 'a' && s.p[i] <= 'f')))
			return false;
	return s.n == DIGITS;
}

static bool
read_count(struct gf_str s, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i >= 9)
			return false;
		*count = *count * 10 + (size_t)(s.p[i] - '0');
	}
	return *count > 0;
}

static bool
read_line(struct gf_baseline *b, struct gf_str line, uint32_t number,
    struct gf_buf *why)
{
	struct gf_known k = { .line = number };
	const struct gf_known *same;

	if (!read_count(gf_str_cut(&line, ' '), &k.count)) {
		gf_buf_text(why, "a line begins with the number of findings");
		return false;
	}
	k.print = gf_str_cut(&line, ' ');
	k.check = gf_str_cut(&line, ' ');
	k.id = gf_str_cut(&line, ' ');
	k.rest = line;
	if (!is_print(k.print) || k.check.n == 0 || k.id.n == 0 ||
	    line.n == 0) {
		gf_buf_text(why, "a line is COUNT FINGERPRINT CHECK ID KEYPATH "
		    "# MESSAGE");
		return false;
	}
	same = entry_of(b, k.print);
	if (same != NULL) {
		gf_buf_printf(why, "line %u says the same: take one out",
		    (unsigned)same->line + 1);
		return false;
	}
	add(b, &k);
	return true;
}

bool
gf_baseline_parse(struct gf_baseline *b, struct gf_str s, struct gf_buf *why)
{
	struct gf_str line = { "", 0 };
	uint32_t number = 0;
	bool ok = true;

	b->doc.bytes = s;
	for (; ok && s.n > 0; number++) {
		line = gf_str_cut(&s, '\n');
		if (gf_str_ends(line, "\r"))
			line.n--;
		if (number == 0)
			ok = gf_str_is(line, HEADER);
		else if (line.n > 0)
			ok = read_line(b, line, number, why);
	}
	if (number == 0 || (number == 1 && !ok)) {
		gf_buf_text(why, "1: this is no baseline: its first line is "
		    "'" HEADER "'");
		return false;
	}
	if (!ok) {
		struct gf_buf at = { 0 };

		gf_buf_printf(&at, "%u: %s", (unsigned)number, why->p);
		gf_buf_clear(why);
		gf_buf_str(why, gf_buf_view(&at));
		gf_buf_release(&at);
	}
	return ok;
}

/* A key path in one word. */
static void
print_path(struct gf_buf *out, struct gf_str path)
{
	bool plain = path.n > 0;

	for (size_t i = 0; i < path.n; i++)
		plain = plain && path.p[i] > ' ' && path.p[i] < 0x7f &&
		    path.p[i] != '"' && path.p[i] != '\\' && path.p[i] != '#';
	if (plain)
		gf_buf_str(out, path);
	else if (path.n == 0)
		gf_buf_byte(out, '-');
	else
		gf_path_quote(out, path);
}

/* The file lies in the repository: it tells nobody what is private. */
static struct gf_str
describe(struct gf_baseline *b, const struct gf_finding *f)
{
	const struct gf_look look = { .audience = GF_COMPANY };
	struct gf_str path = f->keypath, kept;
	struct gf_buf out = { 0 };

	if (gf_find_hidden(f, &look))
		path = gf_str_cut(&path, '[');
	print_path(&out, path);
	gf_buf_text(&out, " # ");
	gf_show(&out, gf_find_said(f, &look));
	kept = (struct gf_str){ gf_arena_copy(b->arena, out.p, out.n), out.n };
	gf_buf_release(&out);
	return kept;
}

static struct gf_str
word(struct gf_baseline *b, struct gf_str s)
{
	if (s.n == 0)
		return GF_STR("-");
	return (struct gf_str){ gf_arena_copy(b->arena, s.p, s.n), s.n };
}

static struct gf_known *
take_in(struct gf_baseline *b, const struct gf_finding *f, const char *print)
{
	struct gf_known *known = entry_of(b, gf_str(print)), k = { 0 };

	if (known == NULL && b->update) {
		k = (struct gf_known){ .fresh = true,
		    .print = word(b, gf_str(print)),
		    .check = gf_str(f->check->id), .id = word(b, f->goal) };
		add(b, &k);
		known = &b->v[b->n - 1];
	}
	if (known != NULL && known->found++ == 0 && b->update)
		known->rest = describe(b, f);
	return known;
}

/* Documents that were judged, by their id. */
struct judged {
	const struct gf_entry *entry;
	struct judged *next;
};

static struct gf_str
id_of(const struct gf_entry *e)
{
	return e->goal != NULL ? e->goal->id : e->party != NULL ?
	    e->party->id : gf_rec_text(e->rec, 0);
}

static void
map_judged(struct gf_map *map, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];
		struct judged *j;

		if (!e->doc->given || e->rec == NULL)
			continue;
		j = gf_arena_alloc(arena, sizeof(*j));
		j->entry = e;
		j->next = gf_map_put(map, id_of(e), j);
	}
}

/* Whether this run would have found it again. */
static bool
was_judged(const struct gf_trial *t, const struct gf_map *map,
    const struct gf_known *k)
{
	const struct judged *j = gf_map_get(map, k->id);

	for (; j != NULL; j = j->next)
		if (gf_trial_ran(t, j->entry, k->check))
			return true;
	return false;
}

static void
report_stale(struct gf_baseline *b, const struct gf_trial *t,
    const struct gf_known *k, struct gf_findings *fs)
{
	const struct gf_check *row = &gf_format_rows[GF_F10];
	enum gf_level level = gf_check_level(row, row->level, NULL,
	    t->sentence);
	struct gf_place at = { &b->doc, { .line = k->line,
	    .off = (uint32_t)(k->print.p - b->doc.bytes.p),
	    .len = DIGITS } };
	struct gf_finding *f;

	at.at.col = 0;
	while (at.at.off > 0 && b->doc.bytes.p[at.at.off - 1] != '\n') {
		at.at.off--;
		at.at.len++;
	}
	f = gf_finding_add(fs, row, at, "%.*s of '%.*s': %zu known, %zu "
	    "found; --update-baseline forgets it", (int)k->check.n,
	    k->check.p, (int)k->id.n, k->id.p, k->count, k->found);
	f->level = level;
	f->goal = k->id;
}

/* What is no longer found: said, or on an update taken out. */
static void
settle(struct gf_baseline *b, const struct gf_trial *t,
    struct gf_findings *fs)
{
	struct gf_map map = { 0 };

	map_judged(&map, t->plan, b->arena);
	for (size_t i = 0; i < b->n; i++) {
		struct gf_known *k = &b->v[i];
		bool stale = k->found < k->count && was_judged(t, &map, k);

		if (!b->update) {
			if (stale && !k->fresh)
				report_stale(b, t, k, fs);
			continue;
		}
		b->fresh += k->fresh;
		b->gone += stale && k->found == 0;
		if (stale || k->found > 0)
			k->count = k->found;
	}
	gf_map_release(&map);
}

void
gf_baseline_hold(void *baseline, const struct gf_trial *t,
    struct gf_findings *fs)
{
	struct gf_baseline *b = baseline;
	char print[GF_PRINT_SIZE];

	for (size_t i = 0; i < fs->n; i++) {
		struct gf_finding *f = &fs->v[i];
		struct gf_known *k;

		if (f->level == GF_OFF || f->quiet != GF_QUIET_NOT)
			continue;
		gf_finding_fingerprint(f, f->kind, print);
		k = take_in(b, f, print);
		if (k == NULL || (!b->update && k->found > k->count))
			continue;
		f->quiet = GF_QUIET_BASELINE;
		f->because = GF_STR("it stands in the baseline");
	}
	settle(b, t, fs);
}

static int
by_line(const void *va, const void *vb)
{
	const struct gf_str *a = va, *b = vb;

	return gf_str_cmp(*a, *b);
}

void
gf_baseline_print(struct gf_buf *out, struct gf_baseline *b)
{
	struct gf_str *lines = gf_alloc(b->n * sizeof(*lines));
	struct gf_buf line = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++) {
		const struct gf_known *k = &b->v[i];

		if (k->count == 0)
			continue;
		gf_buf_clear(&line);
		gf_buf_printf(&line, "%zu %.*s %.*s %.*s ", k->count,
		    (int)k->print.n, k->print.p, (int)k->check.n, k->check.p,
		    (int)k->id.n, k->id.p);
		gf_buf_str(&line, k->rest);
		lines[n++] = (struct gf_str){ gf_arena_copy(b->arena, line.p,
		    line.n), line.n };
	}
	if (n > 1)
		qsort(lines, n, sizeof(*lines), by_line);
	gf_buf_text(out, HEADER "\n");
	for (size_t i = 0; i < n; i++) {
		gf_buf_str(out, lines[i]);
		gf_buf_byte(out, '\n');
	}
	gf_buf_release(&line);
	free(lines);
}
