#include "base/mem.h"
#include "judge/facts.h"
#include "out/page_part.h"

#define STEPS 24	/* places at which a line is drawn */

static void
add(struct gf_marks *m, gf_day day, struct gf_num value)
{
	m->v[m->n++] = (struct gf_mark){ .day = day, .value = value };
}

static void
add_share(struct gf_marks *m, const struct gf_line *line, gf_day day)
{
	add(m, day, gf_ratio_num(gf_line_at(line, day)));
}

/* The share of the way that is expected, along the days. */
static void
read_line(struct gf_marks *m, const struct gf_line *line,
    struct gf_arena *arena)
{
	gf_day from = line->start - 1, step = (line->due - from) / STEPS;
	size_t k = 0;

	if (step < 1)
		step = 1;
	m->v = gf_arena_alloc(arena, ((size_t)((line->due - from) / step) +
	    2 * line->npoints + 4) * sizeof(*m->v));
	for (gf_day d = from; d < line->due; d += step) {
		/* a step is up and down on its own day */
		for (; k < line->npoints && line->points[k].day < d; k++) {
			if (line->points[k].day <= from)
				continue;
			add_share(m, line, line->points[k].day - 1);
			add_share(m, line, line->points[k].day);
		}
		add_share(m, line, d);
	}
	if (line->npoints > 0 && line->shape == PACE_STEPS)
		add_share(m, line, line->due - 1);
	add_share(m, line, line->due);
}

/* What stood at the end of each day that has a reading. */
static void
read_readings(struct gf_marks *m, const struct gf_facts *f,
    const struct gf_pace *p, struct gf_arena *arena)
{
	struct gf_num value;

	m->v = gf_arena_alloc(arena, (f->n + 1) * sizeof(*m->v));
	for (size_t i = 0; i < f->n; i++)
		if ((i + 1 == f->n ||
		    f->readings[i + 1].day != f->readings[i].day) &&
		    gf_facts_value(f, p, f->readings[i].day, &value))
			add(m, f->readings[i].day, value);
}

bool
gf_page_curve_read(struct gf_page *page, size_t node,
    struct gf_page_curve *c, struct gf_arena *arena)
{
	const struct gf_goal *g = page->net.nodes[node].goal;
	const struct gf_pace *p = &page->paces[node];
	struct gf_facts f;
	struct gf_pace again = { 0 };

	gf_facts_read(&f, page->o->plan, g, arena, &again);
	if (!p->dated || (f.n == 0 && !p->aimed))
		return false;
	*c = (struct gf_page_curve){ .pace = p, .low = f.low, .high = f.high,
		.has_low = f.has_low, .has_high = f.has_high,
		.aims = p->aimed && !p->level,
		.ahead = p->forecasted && g->open && !p->level };
	if (c->aims && p->begun)
		read_line(&c->line, &f.line, arena);
	read_readings(&c->readings, &f, p, arena);
	return true;
}

static void
put_num(struct gf_buf *b, const char *key, struct gf_num n)
{
	gf_buf_printf(b, ",\"%s\":", key);
	gf_num_print(b, n);
}

static void
put_marks(struct gf_buf *b, const char *key, const struct gf_marks *m)
{
	gf_buf_printf(b, ",\"%s\":[", key);
	for (size_t i = 0; i < m->n; i++) {
		gf_buf_printf(b, "%s[%d,", i > 0 ? "," : "",
		    (int)m->v[i].day);
		gf_num_print(b, m->v[i].value);
		gf_buf_byte(b, ']');
	}
	gf_buf_byte(b, ']');
}

void
gf_page_chart(struct gf_buf *b, const struct gf_page_curve *c)
{
	const struct gf_pace *p = c->pace;

	gf_buf_printf(b, ",\"c\":{\"a\":%d,\"z\":%d", (int)p->start,
	    (int)p->due);
	if (p->begun)
		put_num(b, "f", p->from);
	if (c->aims)
		put_num(b, "t", p->to);
	if (c->has_low)
		put_num(b, "lo", c->low);
	if (c->has_high)
		put_num(b, "hi", c->high);
	if (c->ahead) {
		put_num(b, "fc", p->forecast);
		put_num(b, "fl", p->low);
		put_num(b, "fh", p->high);
	}
	if (c->line.n > 0)
		put_marks(b, "e", &c->line);
	put_marks(b, "r", &c->readings);
	gf_buf_byte(b, '}');
}
