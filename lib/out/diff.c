#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "out/diff.h"
#include "text/origin.h"

#define CONTEXT 3
#define MOST_STEPS 1000		/* of the search; past that all between is replaced */

/* The lines of one version, each with its end; changed: not in the other. */
struct side {
	struct gf_str *v;
	bool *changed;
	size_t n;
};

struct pair {
	struct side old, new;
};

/* What lies between the lines that both versions begin and end with. */
struct middle {
	const struct gf_str *old, *new;
	bool *gone, *come;
	int32_t nold, nnew;
};

static void
cut(struct side *side, struct gf_str s)
{
	size_t cap = 0;

	*side = (struct side){ .v = gf_alloc(0) };
	while (s.n > 0) {
		const char *end = memchr(s.p, '\n', s.n);
		size_t n = end ? (size_t)(end - s.p) + 1 : s.n;

		side->v = gf_grow(side->v, side->n, &cap, sizeof(*side->v));
		side->v[side->n++] = (struct gf_str){ s.p, n };
		s.p += n;
		s.n -= n;
	}
	side->changed = gf_alloc(side->n * sizeof(*side->changed));
}

static void
drop(struct side *side)
{
	free(side->v);
	free(side->changed);
}

/* Row d of the search holds 2d + 1 numbers, k from -d to d. */
static int32_t *
cell(int32_t *rows, int32_t d, int32_t k)
{
	return &rows[(ptrdiff_t)d * d + d + k];
}

/* Whether the way to diagonal k comes from k + 1, by a line that is new. */
static bool
from_above(int32_t *rows, int32_t d, int32_t k)
{
	return k == -d || (k != d && *cell(rows, d - 1, k - 1) <
	    *cell(rows, d - 1, k + 1));
}

/* How far diagonal k is reached in d steps. */
static int32_t
reach(const struct middle *m, int32_t *rows, int32_t d, int32_t k)
{
	int32_t x = 0, y;

	if (d > 0)
		x = from_above(rows, d, k) ? *cell(rows, d - 1, k + 1) :
		    *cell(rows, d - 1, k - 1) + 1;
	for (y = x - k; x < m->nold && y < m->nnew && y >= 0 &&
	    gf_str_eq(m->old[x], m->new[y]); x++)
		y++;
	return x;
}

/* Walk back from the end and mark what went and what came. */
static void
mark(const struct middle *m, int32_t *rows, int32_t d)
{
	int32_t k = m->nold - m->nnew;

	for (; d > 0; d--) {
		if (from_above(rows, d, k)) {
			k++;
			m->come[*cell(rows, d - 1, k) - k] = true;
		} else {
			k--;
			m->gone[*cell(rows, d - 1, k)] = true;
		}
	}
}

/*
 * The shortest way from one version to the other (Myers 1986); false if it is
 * too long.
 */
static bool
search(const struct middle *m)
{
	int32_t *rows = NULL;
	bool found = false;

	for (int32_t d = 0; !found && d <= MOST_STEPS; d++) {
		rows = gf_resize(rows, ((size_t)d + 1) * ((size_t)d + 1),
		    sizeof(*rows));
		for (int32_t k = -d; !found && k <= d; k += 2) {
			int32_t x = reach(m, rows, d, k);

			*cell(rows, d, k) = x;
			found = x >= m->nold && x - k >= m->nnew;
		}
		if (found)
			mark(m, rows, d);
	}
	free(rows);
	return found;
}

static void
compare(struct pair *p)
{
	size_t first = 0, old = p->old.n, new = p->new.n;
	struct middle m;

	while (first < old && first < new &&
	    gf_str_eq(p->old.v[first], p->new.v[first]))
		first++;
	while (old > first && new > first &&
	    gf_str_eq(p->old.v[old - 1], p->new.v[new - 1])) {
		old--;
		new--;
	}
	m = (struct middle){
		p->old.v + first, p->new.v + first, p->old.changed + first,
		p->new.changed + first, 0, 0
	};
	if (old - first <= INT32_MAX / 4 && new - first <= INT32_MAX / 4) {
		m.nold = (int32_t)(old - first);
		m.nnew = (int32_t)(new - first);
		if (search(&m))
			return;
	}
	memset(m.gone, true, old - first);
	memset(m.come, true, new - first);
}

static void
print_line(struct gf_buf *b, char sign, struct gf_str line)
{
	gf_buf_byte(b, sign);
	gf_buf_str(b, line);
	if (!gf_str_ends(line, "\n"))
		gf_buf_text(b, "\n\\ No newline at end of file\n");
}

static void
print_range(struct gf_buf *b, char sign, size_t first, size_t n)
{
	gf_buf_printf(b, " %c%zu", sign, n > 0 ? first + 1 : first);
	if (n != 1)
		gf_buf_printf(b, ",%zu", n);
}

static bool
is_change(const struct pair *p, size_t i, size_t j)
{
	return (i < p->old.n && p->old.changed[i]) ||
	    (j < p->new.n && p->new.changed[j]);
}

/* Move over changed lines. */
static void
skip_change(const struct pair *p, size_t *i, size_t *j)
{
	while (*i < p->old.n && p->old.changed[*i])
		++*i;
	while (*j < p->new.n && p->new.changed[*j])
		++*j;
}

/*
 * Move behind the last change that shares its context with the one at i and j.
 */
static void
hunk_end(const struct pair *p, size_t *i, size_t *j)
{
	size_t same;

	for (;;) {
		skip_change(p, i, j);
		for (same = 0; *i + same < p->old.n &&
		    !is_change(p, *i + same, *j + same) &&
		    same <= 2 * CONTEXT; same++)
			;
		if (same > 2 * CONTEXT ||
		    !is_change(p, *i + same, *j + same))
			break;
		*i += same;
		*j += same;
	}
	same = same < CONTEXT ? same : CONTEXT;
	*i += same;
	*j += same;
}

static void
print_hunk(struct gf_buf *b, const struct pair *p, size_t i, size_t end_i,
    size_t j, size_t end_j)
{
	gf_buf_text(b, "@@");
	print_range(b, '-', i, end_i - i);
	print_range(b, '+', j, end_j - j);
	gf_buf_text(b, " @@\n");
	while (i < end_i || j < end_j) {
		if (i < end_i && p->old.changed[i])
			print_line(b, '-', p->old.v[i++]);
		else if (j < end_j && p->new.changed[j])
			print_line(b, '+', p->new.v[j++]);
		else {
			print_line(b, ' ', p->old.v[i++]);
			j++;
		}
	}
}

static void
print_hunks(struct gf_buf *b, const struct pair *p)
{
	size_t i = 0, j = 0, end_i, end_j, ahead, last = 0;

	while (i < p->old.n || j < p->new.n) {
		if (!is_change(p, i, j)) {
			i++;
			j++;
			continue;
		}
		ahead = i - last < CONTEXT ? i - last : CONTEXT;
		end_i = i;
		end_j = j;
		hunk_end(p, &end_i, &end_j);
		print_hunk(b, p, i - ahead, end_i, j - ahead, end_j);
		last = i = end_i;
		j = end_j;
	}
}

/*
 * A path as the headers have it: a/PATH, quoted if git would not read it else.
 */
static void
print_path(struct gf_buf *b, const char *side, const char *prefix,
    struct gf_str path)
{
	struct gf_buf full = { 0 };

	while (gf_str_starts(path, "./"))
		path = (struct gf_str){ path.p + 2, path.n - 2 };
	gf_buf_text(&full, prefix);
	if (!gf_str_starts(path, "/"))
		gf_buf_byte(&full, '/');
	gf_buf_str(&full, path);
	gf_buf_text(b, side);
	gf_path_quote(b, gf_buf_view(&full));
	gf_buf_byte(b, '\n');
	gf_buf_release(&full);
}

void
gf_diff(struct gf_buf *b, struct gf_str path, struct gf_str old,
    struct gf_str new, bool fresh)
{
	struct pair p;

	if (gf_str_eq(old, new))
		return;
	cut(&p.old, old);
	cut(&p.new, new);
	compare(&p);
	if (fresh)
		gf_buf_text(b, "--- /dev/null\n");
	else
		print_path(b, "--- ", "a", path);
	print_path(b, "+++ ", "b", path);
	print_hunks(b, &p);
	drop(&p.old);
	drop(&p.new);
}

void
gf_diff_show(struct gf_buf *b, struct gf_str diff, const struct gf_look *look)
{
	static const char signs[] = "+-@";
	static const char *const colours[] = { "32", "31", "36" };

	while (diff.n > 0) {
		struct gf_str line = gf_str_cut(&diff, '\n');
		const char *sign = line.n > 0 && look->colour ?
		    memchr(signs, line.p[0], sizeof(signs) - 1) : NULL;

		if (sign != NULL)
			gf_buf_printf(b, "\033[%sm", colours[sign - signs]);
		gf_show(b, line);
		gf_buf_text(b, sign != NULL ? "\033[0m\n" : "\n");
	}
}
