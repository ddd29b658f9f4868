#include "judge/compare.h"
#include "judge/pace.h"
#include "judge/where.h"

#define PARTS 4

struct gf_term {
	const struct gf_field *fields[PARTS];	/* from the top down */
	unsigned numbers[PARTS];
	unsigned n;
	bool state;		/* `status`: the computed word */
	enum gf_compare op;
	struct gf_str value;
	/* the value as the field has it */
	struct gf_num num;
	struct gf_str unit;
	struct gf_period span;
	int32_t whole;
};

/* Names people use for a key. */
static struct gf_str
full_name(struct gf_str key)
{
	return gf_str_is(key, "tag") ? GF_STR("tags") :
	    gf_str_is(key, "id") ? GF_STR("goal") : key;
}

static bool
unknown_key(const struct gf_table *t, struct gf_str key, struct gf_buf *why)
{
	const char *names[64], *near;
	size_t n = 0;

	for (; n < t->n && n < GF_LEN(names); n++)
		names[n] = t->fields[n].key;
	near = gf_str_nearest(key, names, n);
	gf_buf_printf(why, "unknown key '%.*s'", (int)key.n, key.p);
	if (near != NULL)
		gf_buf_printf(why, ": did you mean '%s'?", near);
	return false;
}

static bool
parse_key(struct gf_term *t, struct gf_str key, struct gf_buf *why)
{
	const struct gf_table *table = gf_kinds[GF_GOAL];
	struct gf_str part;
	int number;

	t->state = gf_str_is(key, "status");
	while (key.n > 0 && t->n < PARTS) {
		part = gf_str_cut(&key, '.');
		number = table == NULL ? -1 : gf_field_find(table,
		    t->n == 0 ? full_name(part) : part);
		if (table == NULL) {
			gf_buf_printf(why, "nothing lies below '%s'",
			    t->fields[t->n - 1]->key);
			return false;
		}
		if (number < 0)
			return unknown_key(table, part, why);
		t->fields[t->n] = &table->fields[number];
		t->numbers[t->n++] = (unsigned)number;
		table = table->fields[number].table;
	}
	if (t->n > 0)
		return true;
	gf_buf_text(why, "a condition is KEY OP VALUE without blanks, such "
	    "as owner=ana");
	return false;
}

/* The type by which a term compares. */
static enum gf_type
type_of(const struct gf_term *t)
{
	return (enum gf_type)t->fields[t->n - 1]->type;
}

static bool
is_ordered(enum gf_compare op)
{
	return op == GF_COMPARE_LT || op == GF_COMPARE_LE ||
	    op == GF_COMPARE_GT || op == GF_COMPARE_GE;
}

static bool
parse_state(struct gf_term *t, struct gf_buf *why)
{
	const char *names[GF_STATE_UNKNOWN + 1], *near;

	for (unsigned i = 0; i < GF_LEN(names); i++) {
		names[i] = gf_state_name((enum gf_state)i);
		if (gf_str_is(t->value, names[i])) {
			t->whole = (int32_t)i;
			return true;
		}
	}
	near = gf_str_nearest(t->value, names, GF_LEN(names));
	gf_buf_printf(why, "no status '%.*s'", (int)t->value.n, t->value.p);
	if (near != NULL)
		gf_buf_printf(why, ": did you mean '%s'?", near);
	else
		for (unsigned i = 0; i < GF_LEN(names); i++)
			gf_buf_printf(why, "%s%s", i ? ", " : ": it is one of ",
			    names[i]);
	return false;
}

static bool
parse_quantity(struct gf_term *t, struct gf_arena *arena, const char **said)
{
	struct gf_qty q;

	if (!gf_qty_parse(t->value, &q, arena, said))
		return false;
	t->num = q.num;
	t->unit = q.unit;
	return true;
}

static bool
parse_length(struct gf_term *t, struct gf_arena *arena, const char **said)
{
	struct gf_duration d;

	if (!gf_duration_parse(t->value, &d, arena, said))
		return false;
	t->num = gf_duration_hours(d);
	return true;
}

/* Read the value as its key would. */
static bool
parse_value(struct gf_term *t, const struct gf_fiscal *fiscal,
    struct gf_arena *arena, struct gf_buf *why)
{
	const char *said = NULL;
	bool ok = true;

	if (t->value.n == 0 || t->op == GF_COMPARE_HAS)
		return true;
	if (t->state)
		return parse_state(t, why);
	switch (type_of(t)) {
	case GF_T_DAY:
	case GF_T_DATE:
	case GF_T_RANGE:
		ok = gf_period_parse(t->value, fiscal, &t->span, &said);
		break;
	case GF_T_QTY:
	case GF_T_NUMBER:
		ok = parse_quantity(t, arena, &said);
		break;
	case GF_T_SHARE:
		ok = gf_share_parse(t->value, &t->num, arena, &said);
		break;
	case GF_T_LIKELIHOOD:
		ok = gf_likelihood_parse(t->value, &t->num, arena, &said);
		break;
	case GF_T_DURATION:
		ok = parse_length(t, arena, &said);
		break;
	case GF_T_MINUTES:
		ok = gf_minutes_parse(t->value, &t->whole, arena, &said);
		break;
	case GF_T_TIME:
		ok = gf_time_parse(t->value, &t->whole, arena, &said);
		break;
	case GF_T_YESNO:
		ok = gf_yesno_parse(t->value, &t->whole, arena, &said);
		break;
	default:
		if (is_ordered(t->op)) {
			said = "texts have no order, use =, != or ~";
			ok = false;
		}
	}
	if (!ok)
		gf_buf_printf(why, "'%.*s' does not compare with '%s': %s",
		    (int)t->value.n, t->value.p, t->fields[t->n - 1]->key,
		    said);
	return ok;
}

/* Take one term; blanks count inside double quotes only. */
static struct gf_str
cut_term(struct gf_str *rest)
{
	struct gf_str term = *rest;
	bool quoted = false;
	size_t i;

	for (i = 0; i < term.n && (quoted || term.p[i] != ' '); i++)
		if (term.p[i] == '"')
			quoted = !quoted;
	term.n = i;
	rest->p += i;
	rest->n -= i;
	return term;
}

static bool
parse_term(struct gf_term *t, struct gf_str s,
    const struct gf_fiscal *fiscal, struct gf_arena *arena,
    struct gf_buf *why)
{
	size_t len = 0, at = gf_compare_find(s, GF_COMPARE_HAS, &t->op, &len);

	if (at == s.n) {
		gf_buf_printf(why, "'%.*s' has none of = != < <= > >= ~",
		    (int)s.n, s.p);
		return false;
	}
	t->value = (struct gf_str){ s.p + at + len, s.n - at - len };
	if (t->value.n >= 2 && t->value.p[0] == '"' &&
	    t->value.p[t->value.n - 1] == '"') {
		t->value.p++;
		t->value.n -= 2;
	}
	return parse_key(t, (struct gf_str){ s.p, at }, why) &&
	    parse_value(t, fiscal, arena, why);
}

bool
gf_where_parse(struct gf_where *w, struct gf_str s,
    const struct gf_fiscal *fiscal, struct gf_arena *arena,
    struct gf_buf *why)
{
	struct gf_term *terms = gf_arena_alloc(arena,
	    (s.n / 2 + 1) * sizeof(*terms));
	struct gf_str term;

	*w = (struct gf_where){ terms, 0 };
	for (s = gf_str_trim(s); s.n > 0; s = gf_str_trim(s)) {
		term = cut_term(&s);
		if (!parse_term(&terms[w->n++], term, fiscal, arena, why))
			return false;
	}
	if (w->n == 0)
		gf_buf_text(why, "a condition is wanted, such as owner=ana");
	return w->n > 0;
}

/* A day against a period: within it is equal. */
static bool
by_day(const struct gf_term *t, gf_day day)
{
	if (day == GF_NO_DAY || t->span.first == GF_NO_DAY)
		return false;
	return gf_compare_holds(t->op, day < t->span.first ? -1 :
	    day > t->span.last ? 1 : 0);
}

static bool
contains(struct gf_str s, struct gf_str part)
{
	for (size_t i = 0; i + part.n <= s.n; i++)
		if (gf_str_eq_fold((struct gf_str){ s.p + i, part.n }, part))
			return true;
	return false;
}

static bool
by_quantity(const struct gf_term *t, const struct gf_goal *g,
    const struct gf_val *v)
{
	struct gf_str unit = gf_val_unit(v);

	if (unit.n == 0 && t->numbers[0] == GOAL_MEASURE)
		unit = gf_goal_unit(g);
	return gf_unit_agree(unit, t->unit) &&
	    gf_compare_holds(t->op, gf_num_cmp(v->u.num, t->num));
}

/* Whether one value, no list, fits. */
static bool
fits(const struct gf_term *t, const struct gf_goal *g, const struct gf_val *v)
{
	struct gf_str text = gf_val_text(v);

	if (t->op == GF_COMPARE_HAS)
		return contains(text, t->value);
	switch (v->type) {
	case GF_T_DAY:
	case GF_T_DATE:
	case GF_T_RANGE:
		return by_day(t, t->numbers[0] == GOAL_START ?
		    v->u.span.first : v->u.span.last);
	case GF_T_QTY:
	case GF_T_NUMBER:
		return by_quantity(t, g, v);
	case GF_T_SHARE:
	case GF_T_LIKELIHOOD:
		return gf_compare_holds(t->op, gf_num_cmp(v->u.num, t->num));
	case GF_T_DURATION:
		return gf_compare_holds(t->op, gf_num_cmp(gf_duration_hours(
		    gf_val_duration(v)), t->num));
	case GF_T_MINUTES:
	case GF_T_TIME:
	case GF_T_YESNO:
		return gf_compare_holds(t->op, v->u.n < t->whole ? -1 :
		    v->u.n > t->whole);
	default:
		return gf_compare_holds(t->op, !gf_str_eq(text, t->value));
	}
}

static bool descend(const struct gf_term *, const struct gf_goal *,
    const struct gf_val *, unsigned depth, bool *any);

/* One value on the way down, itself no list. */
static bool
inside(const struct gf_term *t, const struct gf_goal *g,
    const struct gf_val *v, unsigned depth, bool *any)
{
	const struct gf_rec *rec;

	if (v->type != GF_T_REC) {
		*any = true;
		return fits(t, g, v);
	}
	rec = v->u.rec;
	if (depth + 1 < t->n)
		return descend(t, g, gf_rec_get(rec, t->numbers[depth + 1]),
		    depth + 1, any);
	/* an item is asked for by its first field: supports=top */
	return descend(t, g, gf_rec_get(rec, 0), depth + 1, any);
}

/* Whether any value fits; any says that there was one. */
static bool
descend(const struct gf_term *t, const struct gf_goal *g,
    const struct gf_val *v, unsigned depth, bool *any)
{
	bool all = t->op == GF_COMPARE_NE, one;

	if (v == NULL)
		return all;
	if (!v->list)
		return inside(t, g, v, depth, any);
	for (uint32_t i = 0; i < v->u.list.n; i++) {
		one = inside(t, g, &v->u.list.v[i], depth, any);
		if (one != all)
			return one;
	}
	return all;
}

static bool
by_owner(const struct gf_term *t, const struct gf_goal *g, bool *any)
{
	struct gf_str id = gf_goal_owner(g);
	struct gf_str name = g->owner ? g->owner->name : GF_STR("");
	bool same;

	*any = id.n > 0;
	if (t->op == GF_COMPARE_HAS)
		return contains(id, t->value) || contains(name, t->value);
	same = gf_str_eq(id, t->value) || gf_str_eq(g->owner_text, t->value) ||
	    (name.n > 0 && gf_str_eq_fold(name, t->value));
	return same == (t->op == GF_COMPARE_EQ);
}

static bool
by_state(const struct gf_term *t, const struct gf_plan *plan,
    const struct gf_goal *g)
{
	struct gf_arena scratch = { 0 };
	struct gf_pace pace;
	bool is;

	if (plan->states != NULL)
		pace.state = (enum gf_state)plan->states[g->seq];
	else
		gf_pace_state(plan, g, &scratch, &pace);
	is = (int32_t)pace.state == t->whole;
	if (t->op == GF_COMPARE_HAS)
		is = contains(gf_str(gf_state_name(pace.state)), t->value);
	gf_arena_release(&scratch);
	return t->op == GF_COMPARE_NE ? !is : is;
}

/* The level that holds, stated or from the owner's document. */
static bool
by_level(const struct gf_term *t, const struct gf_goal *g, bool *any)
{
	struct gf_str word = gf_str(gf_config_level(g->config, g->level));

	*any = word.n > 0;
	if (t->op == GF_COMPARE_HAS)
		return contains(word, t->value);
	return gf_str_eq(word, t->value) == (t->op == GF_COMPARE_EQ);
}

static bool
term_holds(const struct gf_term *t, const struct gf_plan *plan,
    const struct gf_goal *g)
{
	const struct gf_val *v;
	bool any = false, fit;

	if (t->state && t->value.n > 0)
		return by_state(t, plan, g);
	if (t->n == 1 && t->numbers[0] == GOAL_OWNER)
		fit = by_owner(t, g, &any);
	else if (t->n == 1 && t->numbers[0] == GOAL_LEVEL)
		fit = by_level(t, g, &any);
	else if (t->n > 1 && t->numbers[0] == GOAL_MEASURE)
		fit = descend(t, g, gf_goal_measure(g, t->numbers[1]), 1,
		    &any);
	else {
		v = gf_goal_get(g, t->numbers[0]);
		fit = descend(t, g, v, 0, &any);
		if (t->n == 1 && v != NULL)
			any = true;
	}
	if (t->value.n == 0)
		return t->op == GF_COMPARE_EQ ? !any :
		    t->op == GF_COMPARE_NE && any;
	return any && fit;
}

bool
gf_where_holds(const struct gf_where *w, size_t n, const struct gf_plan *plan,
    const struct gf_goal *g)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < w[i].n; k++)
			if (!term_holds(&w[i].terms[k], plan, g))
				return false;
	return true;
}

bool
gf_where_asks_status(const struct gf_where *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < w[i].n; k++)
			if (w[i].terms[k].state)
				return true;
	return false;
}
