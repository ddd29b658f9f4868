#include "base/mem.h"
#include "goal/value.h"
#include "judge/compare.h"
#include "judge/obstacle.h"

/* One line that says what is wrong with a watch. */
static struct gf_watch
broken(const struct gf_metrics *m, struct gf_str part, const char *wrong)
{
	struct gf_buf b = { 0 };
	struct gf_watch w = { .state = GF_WATCH_BROKEN, .day = GF_NO_DAY };

	gf_buf_printf(&b, "'%.*s' %s", (int)part.n, part.p, wrong);
	w.why = gf_arena_copy(m->arena, b.p, b.n);
	gf_buf_release(&b);
	return w;
}

/* Cut NAME OP QUANTITY in three; false if there is no operator. */
static bool
cut(struct gf_str s, struct gf_str *name, enum gf_compare *op,
    struct gf_str *value)
{
	size_t n = 0, at = gf_compare_find(s, GF_COMPARE_GT, op, &n);

	if (at == s.n)
		return false;
	*name = gf_str_trim((struct gf_str){ s.p, at });
	*value = gf_str_trim((struct gf_str){ s.p + at + n, s.n - at - n });
	return true;
}

struct gf_watch
gf_watch_of(const struct gf_metrics *m, const struct gf_obstacle *o)
{
	return gf_watch_text(m, o->goal, gf_rec_text(o->rec, OBSTACLE_WATCH));
}

struct gf_watch
gf_watch_text(const struct gf_metrics *m, const struct gf_goal *of,
    struct gf_str text)
{
	struct gf_str name, value;
	struct gf_watch w = { .day = GF_NO_DAY };
	const char *wrong = NULL;
	struct gf_reading *readings;
	struct gf_qty q;
	enum gf_compare op = GF_COMPARE_EQ;
	size_t n;

	if (text.n == 0)
		return w;
	if (!cut(text, &name, &op, &value))
		return broken(m, text, "is no watch: write NAME OP QUANTITY, "
		    "such as ana-calls < 5");
	if (!gf_qty_parse(value, &q, m->arena, &wrong))
		return broken(m, value, "is no quantity");
	w.goal = gf_metrics_find(m, of, name, &wrong);
	if (w.goal == NULL)
		return broken(m, name, wrong);
	if (!gf_unit_agree(q.unit, gf_goal_unit(w.goal)))
		return broken(m, value, "is not in the unit of that goal");
	n = gf_goal_readings(m->plan, w.goal, m->arena, &readings);
	while (n > 0 && readings[n - 1].day > m->plan->today)
		n--;
	w.state = GF_WATCH_SILENT;
	if (n == 0)
		return w;
	w.value = readings[n - 1].value;
	w.day = readings[n - 1].day;
	w.state = gf_compare_holds(op, gf_num_cmp(w.value, q.num)) ?
	    GF_WATCH_TRUE : GF_WATCH_FALSE;
	return w;
}
