#include "base/mem.h"
#include "goal/plan_fold.h"
#include "goal/value.h"
#include "judge/obstacle.h"

/* Goals that measure one thing. */
struct meters {
	struct gf_goal *goal;
	struct meters *next;
};

enum op { OP_NE, OP_LE, OP_GE, OP_EQ, OP_LT, OP_GT, OPS };

/* Longer spellings first: `<=` is not `<`. */
static const char *const ops[OPS] = {
	[OP_NE] = "!=", [OP_LE] = "<=", [OP_GE] = ">=", [OP_EQ] = "=",
	[OP_LT] = "<", [OP_GT] = ">",
};

static struct gf_str
folded(struct gf_str name, struct gf_arena *arena)
{
	return gf_name_fold(name, gf_arena_alloc(arena, name.n + 1), name.n);
}

void
gf_metrics_init(struct gf_metrics *m, const struct gf_plan *plan,
    struct gf_arena *arena)
{
	*m = (struct gf_metrics){ .plan = plan, .arena = arena };
	for (size_t i = plan->ngoals; i-- > 0; ) {
		const struct gf_val *metric = gf_goal_measure(plan->goals[i],
		    MEASURE_METRIC);
		struct meters *one;

		if (metric == NULL)
			continue;
		one = gf_arena_alloc(arena, sizeof(*one));
		one->goal = plan->goals[i];
		one->next = gf_map_put(&m->map, folded(gf_val_text(metric),
		    arena), one);
	}
}

void
gf_metrics_release(struct gf_metrics *m)
{
	gf_map_release(&m->map);
}

static bool
one_owner(const struct gf_goal *a, const struct gf_goal *b)
{
	return a->owner != NULL || b->owner != NULL ? a->owner == b->owner :
	    a->owner_text.n > 0 && gf_str_eq(a->owner_text, b->owner_text);
}

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

/* The goal that a name means; NULL and what is wrong if there is not one. */
static const struct gf_goal *
meant(const struct gf_metrics *m, const struct gf_goal *of,
    struct gf_str name, const char **wrong)
{
	const struct gf_goal *g = gf_plan_goal(m->plan, name);
	const struct gf_goal *own = NULL, *any = NULL;
	size_t nown = 0, nany = 0;

	if (g != NULL)
		return g;
	for (const struct meters *k = gf_map_get(&m->map, folded(name,
	    m->arena)); k != NULL; k = k->next) {
		any = k->goal;
		nany++;
		if (one_owner(k->goal, of)) {
			own = k->goal;
			nown++;
		}
	}
	if (nown == 1 || (nown == 0 && nany == 1))
		return nown == 1 ? own : any;
	*wrong = nany == 0 ? "is no goal, and no goal measures it" :
	    "is what several goals measure; write the id of one";
	return NULL;
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
	struct gf_str text = gf_rec_text(o->rec, OBSTACLE_WATCH), name, value;
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
	w.goal = meant(m, o->goal, name, &wrong);
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
