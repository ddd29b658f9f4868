#include <string.h>

#include "out/pace_sheet.h"
#include "out/page_part.h"

/* Lengths in pixels; places are counted in tenths of one. */
#define WIDE 460
#define HIGH 150
#define LEFT 6
#define RIGHT 340
#define TOP 16
#define BOTTOM 124
#define APART 130	/* two words, in tenths */
#define SEEN 8		/* off a line, in tenths */

/* What is drawn where. */
struct frame {
	struct gf_buf *b;
	const struct gf_page_curve *curve;
	gf_day first, last;
	struct gf_num low, high;
};

static int64_t
x_of(const struct frame *f, gf_day d)
{
	return LEFT * 10 + (int64_t)(d - f->first) * (RIGHT - LEFT) * 10 /
	    (f->last - f->first);
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
	return BOTTOM * 10 - gf_num_round(part, 0).m;
}

static void
put_place(struct gf_buf *b, int64_t x, int64_t y)
{
	gf_num_print(b, (struct gf_num){ x, 1 });
	gf_buf_byte(b, ' ');
	gf_num_print(b, (struct gf_num){ y, 1 });
}

static void
put_point(const struct frame *f, const char *before, gf_day day,
    struct gf_num value)
{
	gf_buf_text(f->b, before);
	put_place(f->b, x_of(f, day), y_of(f, value));
}

static void
put_word(const struct frame *f, const char *anchor, int64_t x, int64_t y)
{
	gf_buf_printf(f->b, "<text%s x=\"", anchor);
	gf_num_print(f->b, (struct gf_num){ x, 1 });
	gf_buf_text(f->b, "\" y=\"");
	gf_num_print(f->b, (struct gf_num){ y, 1 });
	gf_buf_text(f->b, "\">");
}

static void
take_in(struct frame *f, struct gf_num v)
{
	if (gf_num_cmp(v, f->low) < 0)
		f->low = v;
	if (gf_num_cmp(v, f->high) > 0)
		f->high = v;
}

/* The values and days that have to be seen. */
static void
measure(struct frame *f)
{
	const struct gf_page_curve *c = f->curve;
	const struct gf_pace *p = c->pace;
	const struct gf_marks *r = &c->readings;

	f->first = p->start - 1;
	f->last = p->due;
	f->low = f->high = p->begun ? p->from : c->aims ? p->to :
	    c->has_low ? c->low : c->high;
	if (c->aims)
		take_in(f, p->to);
	if (c->has_low)
		take_in(f, c->low);
	if (c->has_high)
		take_in(f, c->high);
	for (size_t i = 0; i < r->n; i++)
		take_in(f, r->v[i].value);
	if (r->n > 0 && r->v[0].day < f->first)
		f->first = r->v[0].day;
	if (r->n > 0 && r->v[r->n - 1].day > f->last)
		f->last = r->v[r->n - 1].day;
	if (c->ahead) {
		take_in(f, p->forecast);
		take_in(f, p->low);
		take_in(f, p->high);
	}
	if (gf_num_cmp(f->low, f->high) == 0)
		gf_num_add(f->high, GF_NUM(1), &f->high);
}

/* Where a level is held, and the lines across. */
static void
put_ground(const struct frame *f, gf_day today)
{
	const struct gf_page_curve *c = f->curve;
	int64_t top = c->has_high ? y_of(f, c->high) : TOP * 10;
	int64_t end = c->has_low ? y_of(f, c->low) : BOTTOM * 10;

	if (c->has_low || c->has_high) {
		gf_buf_text(f->b, "<path class=\"band\" d=\"M");
		put_place(f->b, LEFT * 10, top);
		gf_buf_printf(f->b, "H%dV", RIGHT);
		gf_num_print(f->b, (struct gf_num){ end > top ? end : top + 10,
		    1 });
		gf_buf_printf(f->b, "H%dZ\"/>", LEFT);
	}
	gf_buf_printf(f->b, "<path class=\"axis\" d=\"M%d %dH%d\"/>", LEFT,
	    BOTTOM, RIGHT);
	if (today < f->first || today > f->last)
		return;
	gf_buf_text(f->b, "<path class=\"today\" d=\"M");
	put_place(f->b, x_of(f, today), (TOP - 6) * 10);
	gf_buf_printf(f->b, "V%d\"/>", BOTTOM);
}

static int64_t
y_of_share(const struct frame *f, struct gf_num share)
{
	const struct gf_pace *p = f->curve->pace;
	struct gf_num span = GF_NUM(0);

	gf_num_sub(p->to, p->from, &span);
	return y_of(f, gf_ratio_along(p->from, span, gf_ratio_of(share)));
}

/* Whether a place lies on the way between two others, as far as one sees. */
static bool
is_straight(const int64_t *a, const int64_t *at, const int64_t *b)
{
	int64_t off = (at[1] - a[1]) * (b[0] - a[0]) -
	    (b[1] - a[1]) * (at[0] - a[0]);

	return b[0] > a[0] && at[0] > a[0] && (off < 0 ? -off : off) <
	    SEEN * (b[0] - a[0]);
}

/* The line that was expected, without the places that bend nothing. */
static void
put_line(const struct frame *f)
{
	const struct gf_marks *m = &f->curve->line;
	int64_t kept[2] = { 0, 0 }, at[2], next[2];

	for (size_t i = 0; i < m->n; i++) {
		at[0] = x_of(f, m->v[i].day);
		at[1] = y_of_share(f, m->v[i].value);
		if (i > 0 && i + 1 < m->n) {
			next[0] = x_of(f, m->v[i + 1].day);
			next[1] = y_of_share(f, m->v[i + 1].value);
			if (is_straight(kept, at, next))
				continue;
		}
		gf_buf_text(f->b, i > 0 ? "L" : "<path class=\"want\" d=\"M");
		put_place(f->b, at[0], at[1]);
		memcpy(kept, at, sizeof(kept));
	}
	if (m->n > 0)
		gf_buf_text(f->b, "\"/>");
}

/* Between the worst and the best of late, and the way in the middle. */
static void
put_ahead(const struct frame *f, struct gf_mark now)
{
	const struct gf_pace *p = f->curve->pace;

	put_point(f, "<path class=\"fan\" d=\"M", now.day, now.value);
	put_point(f, "L", p->due, p->high);
	put_point(f, "L", p->due, p->low);
	put_point(f, "Z\"/><path class=\"then\" d=\"M", now.day, now.value);
	put_point(f, "L", p->due, p->forecast);
	gf_buf_text(f->b, "\"/>");
}

static void
put_readings(const struct frame *f)
{
	const struct gf_marks *m = &f->curve->readings;

	for (size_t i = 0; i < m->n && m->n > 1; i++)
		put_point(f, i > 0 ? "L" : "<path class=\"real\" d=\"M",
		    m->v[i].day, m->v[i].value);
	if (m->n > 1)
		gf_buf_text(f->b, "\"/>");
	put_point(f, "<path class=\"dot\" d=\"M", m->v[m->n - 1].day,
	    m->v[m->n - 1].value);
	gf_buf_text(f->b, "h0\"/>");
	put_word(f, " class=\"now\" text-anchor=\"middle\"", x_of(f,
	    m->v[m->n - 1].day), y_of(f, m->v[m->n - 1].value) - 90);
	gf_sheet_number(f->b, m->v[m->n - 1].value);
	gf_buf_text(f->b, "</text>");
}

/* A value at the right. */
static void
put_value(const struct frame *f, int64_t y, const char *before,
    struct gf_num v, const char *after)
{
	put_word(f, "", (RIGHT + 6) * 10, y + 40);
	gf_buf_text(f->b, before);
	if (*before == '~')
		gf_pace_about(f->b, v);
	else
		gf_sheet_number(f->b, v);
	gf_buf_printf(f->b, "%s</text>", after);
}

static void
put_values(const struct frame *f)
{
	const struct gf_page_curve *c = f->curve;
	int64_t y, other;

	if (c->has_low)
		put_value(f, y_of(f, c->low), "at least ", c->low, "");
	if (c->has_high)
		put_value(f, y_of(f, c->high), "at most ", c->high, "");
	if (!c->aims)
		return;
	y = y_of(f, c->pace->to);
	put_value(f, y, "", c->pace->to, " target");
	if (!c->ahead)
		return;
	other = y_of(f, c->pace->forecast);
	if (other >= y && other < y + APART)
		other = y + APART;
	else if (other < y && other > y - APART)
		other = y - APART;
	put_value(f, other, "~", c->pace->forecast, " at this rate");
}

static void
put_days(const struct frame *f)
{
	const struct gf_pace *p = f->curve->pace;

	put_word(f, "", LEFT * 10, (HIGH - 7) * 10);
	gf_html_day(f->b, p->start);
	gf_buf_text(f->b, "</text>");
	put_word(f, " text-anchor=\"end\"", RIGHT * 10, (HIGH - 7) * 10);
	gf_html_day(f->b, p->due);
	gf_buf_text(f->b, "</text>");
}

void
gf_page_curve(struct gf_buf *b, gf_day today, const struct gf_page_curve *c)
{
	struct frame f = { .b = b, .curve = c };
	struct gf_marks r = c->readings;

	measure(&f);
	gf_buf_printf(f.b, "<svg class=\"chart\" viewBox=\"0 0 %d %d\" "
	    "role=\"img\"><title>", WIDE, HIGH);
	if (r.n > 0) {
		gf_sheet_number(f.b, r.v[r.n - 1].value);
		gf_buf_text(f.b, " on ");
		gf_html_day(f.b, r.v[r.n - 1].day);
	} else {
		gf_buf_text(f.b, "no reading yet");
	}
	gf_buf_text(f.b, "</title>");
	put_ground(&f, today);
	put_line(&f);
	if (c->ahead && r.n > 0)
		put_ahead(&f, r.v[r.n - 1]);
	if (r.n > 0)
		put_readings(&f);
	put_values(&f);
	put_days(&f);
	gf_buf_text(f.b, "</svg>\n");
}
