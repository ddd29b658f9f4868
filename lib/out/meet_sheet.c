#include <stdlib.h>

#include "base/mem.h"
#include "out/cell.h"
#include "out/grid.h"
#include "out/meet_sheet.h"

enum column { PERSON, COACH, NEXT, IN, LAST, MISSED };

static const struct gf_column columns[] = {
	[PERSON] = { .head = "person", .foreign = true },
	[COACH] = { .head = "coach", .drop = 3, .foreign = true },
	[NEXT] = { .head = "next" },
	[IN] = { .head = "in", .drop = 1 },
	[LAST] = { .head = "last", .drop = 2 },
	[MISSED] = { .head = "missed", .right = true },
};

static const char *const keys[] = {
	"person", "coach", "last", "next", "missed"
};

#define KEYS GF_LEN(keys)

void
gf_meet_list_add(struct gf_meet_list *l, const struct gf_entry *e, bool blind,
    struct gf_arena *arena)
{
	struct gf_rhythm *more;

	if (l->n == l->cap) {
		l->cap = l->cap ? 2 * l->cap : 16;
		more = gf_arena_alloc(arena, l->cap * sizeof(*more));
		for (size_t i = 0; i < l->n; i++)
			more[i] = l->v[i];
		l->v = more;
	}
	gf_rhythm_of(&l->v[l->n++], &l->meets, e, l->meets.plan->today, blind);
}

static int
by_next(const void *va, const void *vb)
{
	const struct gf_rhythm *a = va, *b = vb;
	bool none = a->next == GF_NO_DAY;

	if (none != (b->next == GF_NO_DAY))
		return none ? 1 : -1;
	if (a->next != b->next)
		return a->next < b->next ? -1 : 1;
	return gf_str_cmp(a->person->id, b->person->id);
}

void
gf_meet_list_sort(struct gf_meet_list *l)
{
	if (l->n > 1)
		qsort(l->v, l->n, sizeof(*l->v), by_next);
}

/* Somebody who is to be met: a rule says so, or the last conversation. */
static bool
is_met(const struct gf_rhythm *r)
{
	return r->rule != NULL || r->next != GF_NO_DAY ||
	    r->last != GF_NO_DAY;
}

static struct gf_str
coach(const struct gf_rhythm *r)
{
	return r->coach != NULL ? r->coach->id : r->coach_id;
}

/* A chained meeting follows from a conversation, so it is as private. */
static bool
next_is_private(const struct gf_rhythm *r)
{
	return r->rule == NULL || gf_rec_word(r->rule, ONE_RULE, 0) == 1;
}

static void
fill_cells(struct gf_cell *c, const struct gf_rhythm *r)
{
	c[0] = gf_cell_text(r->person->id);
	c[1] = gf_cell_text(coach(r));
	c[2] = gf_cell_day(r->last);
	c[3] = gf_cell_day(r->next);
	c[4] = gf_cell_num(true, GF_NUM((int64_t)r->missed));
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_meet_list *l = model;
	struct gf_cell c[KEYS];

	for (size_t i = 0; i < l->n; i++) {
		bool private[KEYS] = { [2] = true, [4] = true };

		if (!is_met(&l->v[i]))
			continue;
		private[3] = next_is_private(&l->v[i]);
		fill_cells(c, &l->v[i]);
		gf_cell_jsonl(b, keys, c, KEYS, look->audience > GF_COACH ?
		    private : NULL);
	}
}

static void
write_csv(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_meet_list *l = model;
	struct gf_cell c[KEYS];

	gf_cell_csv_head(b, keys, KEYS);
	for (size_t i = 0; i < l->n; i++) {
		if (!is_met(&l->v[i]))
			continue;
		fill_cells(c, &l->v[i]);
		if (look->audience > GF_COACH) {
			c[2] = c[4] = gf_cell_text(GF_STR("(kept private)"));
			if (next_is_private(&l->v[i]))
				c[3] = c[2];
		}
		gf_cell_csv(b, c, KEYS);
	}
}

void
gf_meet_when(struct gf_buf *b, gf_day day, const struct gf_rec *rule)
{
	static const char *const names[] = {
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
		"Saturday", "Sunday"
	};
	const struct gf_val *at = gf_rec_get(rule, ONE_AT);

	gf_buf_text(b, names[gf_day_weekday(day)]);
	gf_buf_byte(b, ' ');
	gf_day_print(b, day);
	if (at != NULL)
		gf_buf_printf(b, ", %02d:%02d", (int)at->u.n / 60,
		    (int)at->u.n % 60);
}

static void
set_days(struct gf_grid *g, const struct gf_meet_list *l,
    const struct gf_rhythm *r, bool private)
{
	struct gf_buf b = { 0 };
	int in = r->next == GF_NO_DAY ? 0 : r->next - l->meets.plan->today;

	if (private && next_is_private(r))
		gf_buf_text(&b, "(kept private)");
	else if (r->next == GF_NO_DAY)
		gf_buf_text(&b, "not set");
	else
		gf_meet_when(&b, r->next, r->rule);
	gf_grid_set(g, NEXT, gf_buf_view(&b));
	gf_buf_clear(&b);
	if (r->next != GF_NO_DAY && in == 0)
		gf_buf_text(&b, "today");
	else if (r->next != GF_NO_DAY)
		gf_buf_printf(&b, "%d day%s", in, in == 1 ? "" : "s");
	gf_grid_set(g, IN, gf_buf_view(&b));
	gf_buf_clear(&b);
	if (r->last != GF_NO_DAY)
		gf_day_print(&b, r->last);
	gf_grid_set(g, LAST, gf_buf_view(&b));
	gf_buf_clear(&b);
	if (r->missed > 0)
		gf_buf_printf(&b, "%zu", r->missed);
	gf_grid_set(g, MISSED, gf_buf_view(&b));
	gf_buf_release(&b);
}

/* Make the table; names who has a coach and no meeting. */
static void
fill(struct gf_grid *g, const struct gf_meet_list *l, bool private,
    struct gf_buf *without)
{
	gf_grid_init(g, columns, GF_LEN(columns));
	for (size_t i = 0; i < l->n; i++) {
		const struct gf_rhythm *r = &l->v[i];

		if (!is_met(r) && r->coach_id.n > 0) {
			gf_buf_text(without, without->n > 0 ? ", " : "");
			gf_show(without, r->person->id);
		}
		if (!is_met(r))
			continue;
		gf_grid_add(g);
		gf_grid_set(g, PERSON, r->person->id);
		gf_grid_set(g, COACH, coach(r));
		set_days(g, l, r, private);
	}
}

static void
put_rest(struct gf_buf *b, const struct gf_grid *g, bool private,
    const struct gf_buf *without)
{
	if (without->n > 0)
		gf_buf_printf(b, "%swith a coach and no one-on-one: %s\n",
		    g->nrows > 0 ? "\n" : "", without->p);
	if (private && g->nrows > 0)
		gf_buf_printf(b, "%s(kept private) what took place and what "
		    "was agreed there; --audience coach shows it\n",
		    without->n > 0 ? "" : "\n");
}

static void
write_grid(struct gf_buf *b, const struct gf_meet_list *l,
    const struct gf_look *look, bool md)
{
	bool private = look->audience > GF_COACH;
	struct gf_buf without = { 0 };
	struct gf_grid g;

	fill(&g, l, private, &without);
	if (md)
		gf_grid_md(b, &g);
	else
		gf_grid_text(b, &g, look, false);
	put_rest(b, &g, private, &without);
	gf_buf_release(&without);
	gf_grid_release(&g);
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	write_grid(b, model, look, false);
}

static void
write_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	write_grid(b, model, look, true);
}

const struct gf_format gf_meet_formats[4] = {
	{ "text", "a line a person", write_text },
	{ "jsonl", "one JSON object a person", write_jsonl },
	{ "csv", "the same as a table for a spreadsheet", write_csv },
	{ "md", "a table of Markdown", write_md },
};
