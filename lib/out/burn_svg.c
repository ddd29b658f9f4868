#include "base/mem.h"
#include "base/utf8.h"
#include "judge/burn.h"
#include "out/burn_svg.h"
#include "out/map_sheet.h"
#include "out/pace_sheet.h"
#include "out/xml.h"

/* All lengths in pixels; places are counted in tenths of one. */
#define WIDE 760
#define HIGH 380
#define LEFT 76
#define RIGHT 700
#define TOP 72
#define BOTTOM 300
#define TITLE 84		/* columns */

static const char style[] =
    "<style>"
    "text{font:13px system-ui,sans-serif;fill:#1f2328}"
    ".t{font-size:16px;font-weight:600}.d{fill:#59636e;font-size:12px}"
    ".paper{fill:#fff}.grid{stroke:#d1d9e0}.now{stroke:#59636e;"
    "stroke-dasharray:2 3}.line{stroke:#59636e;stroke-width:2;fill:none}"
    ".old{stroke:#9aa4af;stroke-width:1.5;stroke-dasharray:6 4;fill:none}"
    ".read{stroke:#0969da;stroke-width:2.5;fill:none}.dot{fill:#0969da}"
    ".cone{fill:#0969da;fill-opacity:.16}.fore{stroke:#0969da;"
    "stroke-width:1.5;stroke-dasharray:3 3;fill:none}"
    ".goal{stroke:#1a7f37;stroke-width:1.5}.mile{fill:#9a6700}"
    "@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.d{fill:#9198a1}"
    ".paper{fill:#0d1117}.grid{stroke:#3d444d}.now{stroke:#9198a1}"
    ".line{stroke:#9198a1}.old{stroke:#656c76}.read{stroke:#4493f8}"
    ".dot,.cone{fill:#4493f8}.fore{stroke:#4493f8}.goal{stroke:#3fb950}"
    ".mile{fill:#d29922}}</style>\n";

/* What is drawn where. */
struct frame {
	struct gf_buf *b;
	const struct gf_burn *burn;
	const struct gf_look *look;
	gf_day first, last;
	struct gf_num low, high;
	int y;			/* of the top of this picture */
};

static int64_t
x_of(const struct frame *f, gf_day d)
{
	int64_t days = f->last > f->first ? f->last - f->first : 1;

	if (d < f->first)
		d = f->first;
	if (d > f->last)
		d = f->last;
	return LEFT * 10 + (int64_t)(d - f->first) * (RIGHT - LEFT) * 10 / days;
}

static int64_t
y_of(const struct frame *f, struct gf_num v)
{
	struct gf_num up, span, part = GF_NUM(0);

	if (gf_num_sub(v, f->low, &up) && gf_num_sub(f->high, f->low, &span) &&
	    span.m != 0 && !gf_num_div(up, span, 4, &part))
		part = GF_NUM(0);
	part = gf_num_round(part, 4);
	gf_num_mul(part, GF_NUM((BOTTOM - TOP) * 10), &part);
	return (f->y + BOTTOM) * 10 - gf_num_round(part, 0).m;
}

static void
put_tenths(struct gf_buf *b, int64_t n)
{
	gf_num_print(b, (struct gf_num){ n, 1 });
}

static void
put_point(const struct frame *f, struct gf_mark m, const char *before)
{
	gf_buf_text(f->b, before);
	put_tenths(f->b, x_of(f, m.day));
	gf_buf_byte(f->b, ' ');
	put_tenths(f->b, y_of(f, m.value));
}

static void
put_path(const struct frame *f, const struct gf_marks *m, const char *class)
{
	if (m->n == 0)
		return;
	gf_buf_printf(f->b, "<path class=\"%s\" d=\"", class);
	for (size_t i = 0; i < m->n; i++)
		put_point(f, m->v[i], i > 0 ? "L" : "M");
	gf_buf_text(f->b, "\"/>\n");
}

/* Text at a place; anchor is start, middle or end. */
static void
put_text(const struct frame *f, int64_t x, int64_t y, const char *class,
    const char *anchor, struct gf_str s)
{
	gf_buf_printf(f->b, "<text class=\"%s\" text-anchor=\"%s\" x=\"",
	    class, anchor);
	put_tenths(f->b, x);
	gf_buf_text(f->b, "\" y=\"");
	put_tenths(f->b, y);
	gf_buf_text(f->b, "\">");
	gf_xml(f->b, s);
	gf_buf_text(f->b, "</text>\n");
}

static void
put_rule(const struct frame *f, int64_t x1, int64_t y1, int64_t x2,
    int64_t y2, const char *class)
{
	const int64_t at[] = { x1, y1, x2, y2 };
	static const char *const names[] = { "x1", "y1", "x2", "y2" };

	gf_buf_printf(f->b, "<line class=\"%s\"", class);
	for (size_t i = 0; i < 4; i++) {
		gf_buf_printf(f->b, " %s=\"", names[i]);
		put_tenths(f->b, at[i]);
		gf_buf_byte(f->b, '"');
	}
	gf_buf_text(f->b, "/>\n");
}

static void
take_in(struct frame *f, struct gf_num v)
{
	if (gf_num_cmp(v, f->low) < 0)
		f->low = v;
	if (gf_num_cmp(v, f->high) > 0)
		f->high = v;
}

static void
take_marks(struct frame *f, const struct gf_marks *m)
{
	for (size_t i = 0; i < m->n; i++)
		take_in(f, m->v[i].value);
}

/* The values and days that have to be seen. */
static void
measure(struct frame *f)
{
	const struct gf_burn *b = f->burn;
	const struct gf_pace *p = &b->pace;

	f->first = p->start - 1;
	f->last = p->due;
	f->low = f->high = p->aimed ? p->from : b->has_low ? b->low : b->high;
	if (p->aimed)
		take_in(f, p->to);
	if (b->has_high)
		take_in(f, b->high);
	take_marks(f, &b->readings);
	take_marks(f, &b->old);
	take_marks(f, &b->milestones);
	if (p->forecasted) {
		take_in(f, p->forecast);
		take_in(f, p->low);
		take_in(f, p->high);
	}
	if (b->old.n > 0 && b->old.v[b->old.n - 1].day > f->last)
		f->last = b->old.v[b->old.n - 1].day;
	if (p->as_of != GF_NO_DAY && p->as_of > f->last)
		f->last = p->as_of;
	if (gf_num_cmp(f->low, f->high) == 0)
		gf_num_add(f->high, GF_NUM(1), &f->high);
}

/* A line across with its number, the target's in its own colour. */
static void
put_level(const struct frame *f, struct gf_num v, const char *class)
{
	struct gf_buf n = { 0 };

	put_rule(f, LEFT * 10, y_of(f, v), RIGHT * 10, y_of(f, v), class);
	gf_pace_about(&n, v);
	put_text(f, (LEFT - 8) * 10, y_of(f, v) + 40, "d", "end",
	    gf_buf_view(&n));
	gf_buf_release(&n);
}

static void
put_day(const struct frame *f, gf_day day, const char *anchor,
    const char *word, int below)
{
	struct gf_buf s = { 0 };

	gf_buf_text(&s, word);
	gf_day_print(&s, day);
	put_text(f, x_of(f, day), (f->y + BOTTOM + below) * 10, "d", anchor,
	    gf_buf_view(&s));
	gf_buf_release(&s);
}

static void
put_axes(const struct frame *f)
{
	const struct gf_burn *b = f->burn;

	put_rule(f, LEFT * 10, (f->y + BOTTOM) * 10, RIGHT * 10,
	    (f->y + BOTTOM) * 10, "grid");
	if (b->pace.aimed) {
		put_level(f, b->pace.from, "grid");
		put_level(f, b->pace.to, "goal");
	}
	if (b->has_low)
		put_level(f, b->low, "goal");
	if (b->has_high)
		put_level(f, b->high, "goal");
	put_day(f, b->pace.start, "start", "", 20);
	put_day(f, b->pace.due, "end", "due ", 20);
	if (b->today < b->pace.start || b->today > f->last)
		return;
	put_rule(f, x_of(f, b->today), (f->y + TOP) * 10, x_of(f, b->today),
	    (f->y + BOTTOM) * 10, "now");
	put_day(f, b->today, "middle", "today ", 36);
}

/* Between the worst and the best of late, and the way in the middle. */
static void
put_cone(const struct frame *f)
{
	const struct gf_pace *p = &f->burn->pace;
	struct gf_mark now = { p->as_of, p->current, { "", 0 } };
	struct gf_mark end = { p->due, p->low, { "", 0 } };

	if (!p->forecasted)
		return;
	put_point(f, now, "<path class=\"cone\" d=\"M");
	put_point(f, end, "L");
	end.value = p->high;
	put_point(f, end, "L");
	put_point(f, now, "Z\"/>\n<path class=\"fore\" d=\"M");
	end.value = p->forecast;
	put_point(f, end, "L");
	gf_buf_text(f->b, "\"/>\n");
}

static void
put_readings(const struct frame *f)
{
	const struct gf_marks *m = &f->burn->readings;

	put_path(f, m, "read");
	for (size_t i = 0; i < m->n; i++) {
		gf_buf_text(f->b, "<circle class=\"dot\" r=\"4\" cx=\"");
		put_tenths(f->b, x_of(f, m->v[i].day));
		gf_buf_text(f->b, "\" cy=\"");
		put_tenths(f->b, y_of(f, m->v[i].value));
		gf_buf_text(f->b, "\"><title>");
		gf_day_print(f->b, m->v[i].day);
		gf_buf_text(f->b, ": ");
		gf_num_print(f->b, m->v[i].value);
		gf_buf_text(f->b, "</title></circle>\n");
	}
}

static void
put_milestones(const struct frame *f)
{
	const struct gf_marks *m = &f->burn->milestones;

	for (size_t i = 0; i < m->n; i++) {
		put_point(f, m->v[i], "<path class=\"mile\" d=\"M");
		gf_buf_text(f->b, "m0-6l6 6l-6 6l-6-6z\"><title>");
		gf_day_print(f->b, m->v[i].day);
		gf_buf_text(f->b, ": ");
		gf_num_print(f->b, m->v[i].value);
		if (m->v[i].what.n > 0)
			gf_buf_byte(f->b, ' ');
		gf_xml(f->b, m->v[i].what);
		gf_buf_text(f->b, "</title></path>\n");
	}
}

static void
put_head(const struct frame *f)
{
	const struct gf_burn *b = f->burn;
	struct gf_sheet sheet = { .look = f->look };
	struct gf_buf s = { 0 };
	struct gf_str title = gf_goal_text(b->goal, GOAL_TITLE);

	put_text(f, 240, (f->y + 30) * 10, "t", "start", gf_utf8_fit(
	    title.n > 0 ? title : b->goal->id, TITLE));
	gf_buf_str(&s, b->goal->id);
	if (gf_sheet_owner(b->goal).n > 0) {
		gf_buf_text(&s, ", ");
		gf_buf_str(&s, gf_sheet_owner(b->goal));
	}
	gf_buf_text(&s, ": ");
	gf_sheet_measure(&sheet, b->goal, &b->pace);
	gf_buf_str(&s, gf_buf_view(&sheet.text));
	gf_buf_text(&s, sheet.text.n > 0 ? ", " : "");
	for (const char *w = gf_state_name(b->pace.state); *w != '\0'; w++)
		gf_buf_byte(&s, *w == '-' ? ' ' : *w);
	if (b->pace.measured && b->pace.dated && b->pace.days_ahead != 0)
		gf_buf_printf(&s, " (%+d days)", b->pace.days_ahead);
	put_text(f, 240, (f->y + 50) * 10, "d", "start", gf_buf_view(&s));
	gf_buf_release(&s);
	gf_sheet_release(&sheet);
}

/* What each kind of line means, of those that are there. */
static void
put_legend(const struct frame *f)
{
	const struct gf_burn *b = f->burn;
	const struct { bool there; const char *class, *word; } rows[] = {
		{ b->readings.n > 0, "read", "readings" },
		{ b->line.n > 0, "line", "expected" },
		{ b->old.n > 0, "old", "expected before the change" },
		{ b->pace.forecasted, "fore", "forecast" },
	};
	int64_t x = LEFT * 10, y = (f->y + HIGH - 20) * 10;

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		if (!rows[i].there)
			continue;
		put_rule(f, x, y - 40, x + 240, y - 40, rows[i].class);
		put_text(f, x + 300, y, "d", "start", gf_str(rows[i].word));
		x += 300 + 75 * (int64_t)strlen(rows[i].word) + 200;
	}
	if (b->milestones.n == 0)
		return;
	gf_buf_text(f->b, "<path class=\"mile\" d=\"M");
	put_tenths(f->b, x + 60);
	gf_buf_byte(f->b, ' ');
	put_tenths(f->b, y - 100);
	gf_buf_text(f->b, "l6 6l-6 6l-6-6z\"/>\n");
	put_text(f, x + 160, y, "d", "start", GF_STR("milestones"));
}

static void
draw(struct gf_buf *b, const struct gf_pace_list *l, size_t i, int y,
    const struct gf_look *look, struct gf_arena *scratch)
{
	struct gf_burn burn;
	struct frame f = { .b = b, .burn = &burn, .look = look, .y = y };

	gf_burn_of(&burn, l->plan, l->rows[i].goal, scratch);
	gf_buf_text(b, "<g>\n");
	put_head(&f);
	if (!burn.pace.dated || (!burn.pace.aimed && !burn.has_low &&
	    !burn.has_high)) {
		put_text(&f, 240, (y + 90) * 10, "d", "start", GF_STR("without "
		    "dates and numbers there is nothing to draw"));
	} else {
		measure(&f);
		put_axes(&f);
		put_cone(&f);
		put_path(&f, &burn.old, "old");
		put_path(&f, &burn.line, "line");
		put_readings(&f);
		put_milestones(&f);
		put_legend(&f);
	}
	gf_buf_text(b, "</g>\n");
}

void
gf_burn_svg(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_pace_list *l = model;
	struct gf_look drawn = *look;
	struct gf_arena scratch = { 0 };
	size_t shown = 0;

	drawn.utf8 = true;
	for (size_t i = 0; i < l->n; i++)
		shown += !gf_sheet_hides(look, l->rows[i].goal);
	gf_buf_printf(b, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "role=\"img\" width=\"%d\" height=\"%zu\" viewBox=\"0 0 %d "
	    "%zu\">\n<title>Pace</title>\n", WIDE, HIGH * shown + 20, WIDE,
	    HIGH * shown + 20);
	gf_buf_text(b, style);
	gf_buf_printf(b, "<rect class=\"paper\" width=\"%d\" "
	    "height=\"%zu\"/>\n", WIDE, HIGH * shown + 20);
	shown = 0;
	for (size_t i = 0; i < l->n; i++) {
		if (gf_sheet_hides(look, l->rows[i].goal))
			continue;
		draw(b, l, i, (int)(HIGH * shown++), &drawn, &scratch);
		gf_arena_clear(&scratch);
	}
	if (shown < l->n)
		gf_buf_printf(b, "<text class=\"d\" x=\"24\" y=\"%zu\">(kept "
		    "private) %zu, --audience coach shows it</text>\n",
		    HIGH * shown + 14, l->n - shown);
	gf_buf_text(b, "</svg>\n");
	gf_arena_release(&scratch);
}
