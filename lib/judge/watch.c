#include "base/mem.h"
#include "goal/value.h"
#include "judge/obstacle.h"

enum op { OP_NE, OP_LE, OP_GE, OP_EQ, OP_LT, OP_GT, OPS };

/* Longer spellings first: `<=` is not `<`. */
static const char *const ops[OPS] = {
	[OP_NE] = "!=", [OP_LE] = "<=", [OP_GE] = ">=", [OP_EQ] = "=",
	[OP_LT] = "<", [OP_GT] = ">",
};

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

static bool
holds(enum op op, int c)
{
	switch (op) {
	case OP_EQ: return c == 0;
	case OP_NE: return c != 0;
	case OP_LT: return c < 0;
	case OP_LE: return c <= 0;
	case OP_GT: return c > 0;
	default: return c >= 0;
	}
}

/* Cut NAME OP QUANTITY in three; false if there is no operator. */
static bool
cut(struct gf_str s, struct gf_str *name, enum op *op, struct gf_str *value)
{
	size_t at = s.n;

	for (unsigned i = 0; i < OPS; i++) {
		size_t found = gf_str_find(s, ops[i]);

		if (found < at) {
			at = found;
			*op = (enum op)i;
		}
	}
	if (at == s.n)
		return false;
	*name = gf_str_trim((struct gf_str){ s.p, at });
	at += strlen(ops[*op]);
	*value = gf_str_trim((struct gf_str){ s.p + at, s.n - at });
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
	enum op op = OP_EQ;
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
	w.state = holds(op, gf_num_cmp(w.value, q.num)) ? GF_WATCH_TRUE :
	    GF_WATCH_FALSE;
	return w;
}
