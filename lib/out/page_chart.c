#include "judge/facts.h"
#include "out/page_part.h"

#define STEPS 24	/* places at which a line is drawn */

static void
put_point(struct gf_buf *b, gf_day day, struct gf_num value, bool *more)
{
	gf_buf_printf(b, "%s[%d,", *more ? "," : "", (int)day);
	gf_num_print(b, value);
	gf_buf_byte(b, ']');
	*more = true;
}

/* The share of the way that is expected, along the days. */
static void
put_line(struct gf_buf *b, const struct gf_line *line)
{
	gf_day from = line->start - 1, step = (line->due - from) / STEPS;
	bool more = false;
	size_t k = 0;

	if (step < 1)
		step = 1;
	gf_buf_text(b, ",\"e\":[");
	for (gf_day d = from; d < line->due; d += step) {
		/* a step is up and down on its own day */
		for (; k < line->npoints && line->points[k].day < d; k++) {
			gf_day at = line->points[k].day;

			if (at <= from)
				continue;
			put_point(b, at - 1, gf_ratio_num(gf_line_at(line,
			    at - 1)), &more);
			put_point(b, at, gf_ratio_num(gf_line_at(line, at)),
			    &more);
		}
		put_point(b, d, gf_ratio_num(gf_line_at(line, d)), &more);
	}
	if (line->npoints > 0 && line->shape == PACE_STEPS)
		put_point(b, line->due - 1, gf_ratio_num(gf_line_at(line,
		    line->due - 1)), &more);
	put_point(b, line->due, gf_ratio_num(gf_line_at(line, line->due)),
	    &more);
	gf_buf_byte(b, ']');
}

/* What stood at the end of each day that has a reading. */
static void
put_readings(struct gf_buf *b, const struct gf_facts *f,
    const struct gf_pace *p)
{
	struct gf_num value;
	bool more = false;

	gf_buf_text(b, ",\"r\":[");
	for (size_t i = 0; i < f->n; i++)
		if ((i + 1 == f->n ||
		    f->readings[i + 1].day != f->readings[i].day) &&
		    gf_facts_value(f, p, f->readings[i].day, &value))
			put_point(b, f->readings[i].day, value, &more);
	gf_buf_byte(b, ']');
}

static void
put_num(struct gf_buf *b, const char *key, struct gf_num n)
{
	gf_buf_printf(b, ",\"%s\":", key);
	gf_num_print(b, n);
}

void
gf_page_chart(struct gf_page *page, size_t node)
{
	const struct gf_goal *g = page->net.nodes[node].goal;
	const struct gf_pace *p = &page->paces[node];
	struct gf_arena scratch = { 0 };
	struct gf_facts f;
	struct gf_pace again = { 0 };
	struct gf_buf *b = page->b;

	gf_facts_read(&f, page->o->plan, g, &scratch, &again);
	if (p->dated && (f.n > 0 || p->aimed)) {
		gf_buf_printf(b, ",\"c\":{\"a\":%d,\"z\":%d", (int)p->start,
		    (int)p->due);
		if (p->begun)
			put_num(b, "f", p->from);
		if (p->aimed && !p->level)
			put_num(b, "t", p->to);
		if (f.has_low)
			put_num(b, "lo", f.low);
		if (f.has_high)
			put_num(b, "hi", f.high);
		if (p->forecasted && g->open && !p->level) {
			put_num(b, "fc", p->forecast);
			put_num(b, "fl", p->low);
			put_num(b, "fh", p->high);
		}
		if (p->aimed && !p->level && p->begun)
			put_line(b, &f.line);
		put_readings(b, &f, p);
		gf_buf_byte(b, '}');
	}
	gf_arena_release(&scratch);
}
