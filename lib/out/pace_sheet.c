#include "base/mem.h"
#include "out/burn_svg.h"
#include "out/cell.h"
#include "out/grid.h"
#include "out/map_sheet.h"
#include "out/pace_sheet.h"

#define BAR 10
#define TREND 8

enum column {
	GOAL, OWNER, PROGRESS, MEASURE, EXPECTED, AHEAD, A_DAY, A_WEEK,
	FORECAST, ARRIVES, STATUS, SPARK, RULE
};

static const struct gf_column columns[] = {
	[GOAL] = { .head = "goal", .foreign = true, .least = 12 },
	[OWNER] = { .head = "owner", .drop = 9, .foreign = true },
	[PROGRESS] = { .head = "progress", .drop = 4 },
	[MEASURE] = { .head = "now", .drop = 3, .foreign = true },
	[EXPECTED] = { .head = "expected", .right = true, .drop = 2 },
	[AHEAD] = { .head = "days", .right = true },
	[A_DAY] = { .head = "a day", .right = true, .drop = 7 },
	[A_WEEK] = { .head = "a week", .right = true, .drop = 5 },
	[FORECAST] = { .head = "forecast", .drop = 6 },
	[ARRIVES] = { .head = "arrives", .drop = 8 },
	[STATUS] = { .head = "status" },
	[SPARK] = { .head = "trend", .drop = 10 },
	[RULE] = { .head = "because", .drop = 11 },
};

static const char *const keys[] = {
	"goal", "owner", "from", "to", "current", "progress", "expected",
	"ratio", "days_ahead", "needed_per_day", "needed_per_week",
	"forecast", "low", "high", "arrival", "status", "rule", "path", "line"
};

#define KEYS GF_LEN(keys)

static bool
is_expected(const struct gf_pace *p)
{
	return p->dated && p->aimed && !p->level;
}

static void
fill_cells(struct gf_cell *c, const struct gf_pace_row *row)
{
	const struct gf_pace *p = &row->pace;
	struct gf_place head = gf_goal_head(row->goal);
	struct gf_pos pos = gf_doc_pos(head.doc, head.at.line, head.at.col);
	bool compared = p->measured && p->dated, needs = compared &&
	    p->days_left > 0;

	*c++ = gf_cell_text(row->goal->id);
	*c++ = gf_cell_text(gf_sheet_owner(row->goal));
	*c++ = gf_cell_num(p->begun && !(p->level && p->from_first), p->from);
	*c++ = gf_cell_num(gf_goal_measure(row->goal, MEASURE_TO) != NULL,
	    p->to);
	*c++ = gf_cell_num(p->as_of != GF_NO_DAY || p->rolled,
	    p->current);
	*c++ = gf_cell_num(p->known, p->progress);
	*c++ = gf_cell_num(is_expected(p), p->stand);
	*c++ = gf_cell_num(compared && p->expected.m != 0, p->ratio);
	*c++ = gf_cell_num(compared, GF_NUM(p->days_ahead));
	*c++ = gf_cell_num(needs, p->per_day);
	*c++ = gf_cell_num(needs, p->per_week);
	*c++ = gf_cell_num(p->forecasted, p->forecast);
	*c++ = gf_cell_num(p->forecasted, p->low);
	*c++ = gf_cell_num(p->forecasted, p->high);
	*c++ = gf_cell_day(p->arrival);
	*c++ = gf_cell_text(gf_str(gf_state_name(p->state)));
	*c++ = gf_cell_text(gf_str(p->rule));
	*c++ = gf_cell_text(pos.path);
	*c = gf_cell_num(true, GF_NUM(pos.line));
}

/* All but where a goal is; what is not for the audience. */
static void
hide(bool *private)
{
	for (size_t i = 0; i < KEYS; i++)
		private[i] = i > 0 && i < KEYS - 2;
}

static void
write_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_pace_list *l = model;
	struct gf_cell cells[KEYS];
	bool private[KEYS];

	hide(private);
	for (size_t i = 0; i < l->n; i++) {
		fill_cells(cells, &l->rows[i]);
		gf_cell_jsonl(b, keys, cells, KEYS, gf_sheet_hides(look,
		    l->rows[i].goal) ? private : NULL);
	}
}

/* A spreadsheet has no other place to say it. */
static void
empty(struct gf_cell *cells)
{
	for (size_t i = 1; i < KEYS - 3; i++)
		cells[i].kind = GF_CELL_NONE;
	cells[KEYS - 3] = gf_cell_text(GF_STR("(kept private)"));
}

static void
write_csv(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_pace_list *l = model;
	struct gf_cell cells[KEYS];

	gf_cell_csv_head(b, keys, KEYS);
	for (size_t i = 0; i < l->n; i++) {
		fill_cells(cells, &l->rows[i]);
		if (gf_sheet_hides(look, l->rows[i].goal))
			empty(cells);
		gf_cell_csv(b, cells, KEYS);
	}
}

void
gf_pace_about(struct gf_buf *b, struct gf_num n)
{
	struct gf_num size = n, unit = GF_NUM(1);
	unsigned places = 0;

	if (size.m < 0)
		size.m = -size.m;
	for (int64_t k = 100; k > 0 && gf_num_cmp(size, GF_NUM(k)) < 0; k /= 10)
		places++;
	while (unit.m < INT64_MAX / 10000 &&
	    gf_num_cmp(size, GF_NUM(1000 * unit.m)) >= 0)
		unit.m *= 10;
	if (gf_num_div(n, unit, places, &n))
		gf_num_mul(n, unit, &n);
	gf_sheet_number(b, n);
}

static void
put_bar(struct gf_buf *b, const struct gf_pace *p, bool utf8)
{
	int32_t percent = gf_sheet_percent(p->progress), full = percent / 10;

	if (!p->known)
		return;
	for (int32_t i = 0; i < BAR; i++)
		gf_buf_text(b, utf8 ? i < full ? "\xe2\x96\x88" :
		    "\xe2\x96\x91" : i < full ? "#" : ".");
	gf_buf_printf(b, " %4d %%", (int)percent);
}

/* How high a reading stands among others, 0 to 7. */
static unsigned
height(struct gf_num v, struct gf_num low, struct gf_num high)
{
	struct gf_num up, span, part = GF_NUM(0);

	if (!gf_num_sub(v, low, &up) || !gf_num_sub(high, low, &span) ||
	    span.m == 0 || !gf_num_mul(up, GF_NUM(7), &up) ||
	    !gf_num_div(up, span, 0, &part))
		return 0;
	return part.m < 0 ? 0 : part.m > 7 ? 7 : (unsigned)part.m;
}

/* The last readings as a line of small bars; sums as they grew. */
static void
put_trend(struct gf_buf *b, const struct gf_pace_list *l,
    const struct gf_pace_row *row, bool utf8)
{
	const struct gf_val *count = gf_goal_measure(row->goal, MEASURE_COUNT);
	bool sum = count != NULL && count->u.n == COUNT_SUM;
	struct gf_arena scratch = { 0 };
	struct gf_reading *r;
	size_t n = gf_goal_readings(l->plan, row->goal, &scratch, &r), first;
	struct gf_num low, high;

	while (n > 0 && r[n - 1].day > row->pace.as_of)
		n--;
	for (size_t i = 1; sum && i < n; i++)
		gf_num_add(r[i].value, r[i - 1].value, &r[i].value);
	first = n > TREND ? n - TREND : 0;
	low = high = n > 0 ? r[first].value : GF_NUM(0);
	for (size_t i = first; i < n; i++) {
		low = gf_num_cmp(r[i].value, low) < 0 ? r[i].value : low;
		high = gf_num_cmp(r[i].value, high) > 0 ? r[i].value : high;
	}
	for (size_t i = first; n > 1 && i < n; i++) {
		unsigned h = height(r[i].value, low, high);

		if (utf8)
			gf_buf_printf(b, "\xe2\x96%c", (char)(0x81 + h));
		else
			gf_buf_byte(b, "_.-:=+*#"[h]);
	}
	gf_arena_release(&scratch);
}

static void
put_state(struct gf_buf *b, enum gf_state state)
{
	for (const char *s = gf_state_name(state); *s != '\0'; s++)
		gf_buf_byte(b, *s == '-' ? ' ' : *s);
}

/* What is needed, or that there is no day left for it. */
static void
put_need(struct gf_buf *b, const struct gf_pace_list *l,
    const struct gf_pace *p, struct gf_num n, bool says)
{
	if (!p->measured || !p->dated || p->state == GF_STATE_ACHIEVED)
		return;
	if (p->days_left > 0)
		gf_pace_about(b, n);
	else if (says)
		gf_buf_text(b, l->plan->today > p->due ? "over" :
		    l->plan->today == p->due ? "due today" : "no day left");
}

static void
put_forecast(struct gf_buf *b, const struct gf_pace *p)
{
	if (!p->forecasted)
		return;
	gf_pace_about(b, p->forecast);
	gf_buf_text(b, " (");
	gf_pace_about(b, p->low);
	gf_buf_text(b, " to ");
	gf_pace_about(b, p->high);
	gf_buf_byte(b, ')');
}

static void
put_cell(struct gf_buf *b, enum column c, const struct gf_pace_list *l,
    const struct gf_pace_row *row, struct gf_sheet *sheet)
{
	const struct gf_pace *p = &row->pace;

	if (c == GOAL)
		gf_buf_str(b, row->goal->id);
	else if (c == OWNER)
		gf_buf_str(b, gf_sheet_owner(row->goal));
	else if (c == PROGRESS)
		put_bar(b, p, sheet->look->utf8);
	else if (c == MEASURE) {
		gf_buf_clear(&sheet->text);
		gf_sheet_stand(sheet, row->goal, p->as_of !=
		    GF_NO_DAY || p->rolled, p->current);
		gf_buf_str(b, gf_buf_view(&sheet->text));
	} else if (c == EXPECTED && is_expected(p))
		gf_pace_about(b, p->stand);
	else if (c == AHEAD && p->measured && p->dated)
		gf_buf_printf(b, p->days_ahead ? "%+d" : "%d", p->days_ahead);
	else if (c == A_DAY)
		put_need(b, l, p, p->per_day, false);
	else if (c == A_WEEK)
		put_need(b, l, p, p->per_week, true);
	else if (c == FORECAST)
		put_forecast(b, p);
	else if (c == ARRIVES && p->arrival != GF_NO_DAY)
		gf_day_print(b, p->arrival);
	else if (c == STATUS)
		put_state(b, p->state);
	else if (c == SPARK)
		put_trend(b, l, row, sheet->look->utf8);
	else if (c == RULE)
		gf_buf_text(b, p->rule);
}

/* Make the table; returns how many goals are kept private. */
static size_t
fill_grid(struct gf_grid *g, const struct gf_pace_list *l,
    const struct gf_look *look)
{
	struct gf_sheet sheet = { .look = look };
	struct gf_buf b = { 0 };
	size_t hidden = 0;

	gf_grid_init(g, columns, GF_LEN(columns));
	g->coloured = STATUS;
	for (size_t i = 0; i < l->n; i++) {
		if (gf_sheet_hides(look, l->rows[i].goal)) {
			hidden++;
			continue;
		}
		gf_grid_add(g);
		g->colours[g->nrows - 1] = gf_sheet_colour(
		    l->rows[i].pace.state);
		for (size_t c = 0; c < GF_LEN(columns); c++) {
			gf_buf_clear(&b);
			put_cell(&b, (enum column)c, l, &l->rows[i], &sheet);
			gf_grid_set(g, c, gf_buf_view(&b));
		}
	}
	gf_buf_release(&b);
	gf_sheet_release(&sheet);
	return hidden;
}

static void
write_text(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_pace_list *l = model;
	struct gf_grid g;
	size_t hidden = fill_grid(&g, l, look);

	gf_grid_text(b, &g, look, l->wide);
	if (g.nrows > 0)
		gf_buf_text(b, "\ndays: working days ahead (+) or behind (-) "
		    "of the line, on the day of the reading\n");
	gf_sheet_hidden(b, hidden);
	gf_grid_release(&g);
}

static void
write_md(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	struct gf_look drawn = *look;
	struct gf_grid g;
	size_t hidden;

	drawn.utf8 = true;
	hidden = fill_grid(&g, model, &drawn);
	gf_grid_md(b, &g);
	if (hidden > 0)
		gf_buf_byte(b, '\n');
	gf_sheet_hidden(b, hidden);
	gf_grid_release(&g);
}

const struct gf_format gf_pace_formats[5] = {
	{ "text", "a line a goal", write_text },
	{ "jsonl", "one JSON object a goal", write_jsonl },
	{ "csv", "the same as a table for a spreadsheet", write_csv },
	{ "md", "a table of Markdown", write_md },
	{ "svg", "a burn-up of each goal", gf_burn_svg },
};
