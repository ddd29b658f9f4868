#include <stdlib.h>
#include <string.h>

#include "judge/loss.h"
#include "judge/pace_list.h"
#include "judge/rollup.h"

static const uint8_t urgency[GF_STATES] = {
	[GF_STATE_MISSED] = 0, [GF_STATE_AT_RISK] = 1, [GF_STATE_BEHIND] = 2,
	[GF_STATE_STALE] = 3, [GF_STATE_UNKNOWN] = 4, [GF_STATE_ON_TRACK] = 5,
	[GF_STATE_NOT_STARTED] = 6, [GF_STATE_ACHIEVED] = 7,
	[GF_STATE_PAUSED] = 8, [GF_STATE_DRAFT] = 9, [GF_STATE_DROPPED] = 10,
};

unsigned
gf_state_urgency(enum gf_state state)
{
	return urgency[state];
}

/*
 * Take off what the open obstacles cost on average; when it then arrives is not
 * known.
 */
static void
take_off(struct gf_pace_list *l, struct gf_pace_row *row)
{
	struct gf_pace *p = &row->pace;
	struct gf_num *all[] = { &p->forecast, &p->low, &p->high }, loss;

	if (!p->forecasted || !gf_loss_open(l->plan, row->goal, &l->scratch,
	    &loss) || loss.m == 0)
		return;
	if (gf_num_cmp(p->to, p->from) < 0)
		loss.m = -loss.m;
	for (size_t i = 0; i < GF_LEN(all); i++)
		if (gf_num_sub(*all[i], loss, all[i]))
			*all[i] = gf_num_round(*all[i], 6);
	p->arrival = GF_NO_DAY;
}

void
gf_pace_list_add(struct gf_pace_list *l, const struct gf_goal *g,
    struct gf_arena *arena)
{
	struct gf_pace_row *row;

	l->rows = gf_grow(l->rows, l->n, &l->cap, sizeof(*l->rows));
	row = &l->rows[l->n++];
	row->goal = g;
	gf_pace_of(l->plan, g, &l->scratch, &row->pace);
	row->pace.rule = gf_arena_copy(arena, row->pace.rule,
	    strlen(row->pace.rule));
	if (l->obstacles)
		take_off(l, row);
	gf_arena_clear(&l->scratch);
}

/* Whether a goal has no reading of its own but others below it. */
static bool
is_silent(const struct gf_pace_row *row)
{
	return row->pace.as_of == GF_NO_DAY && row->goal->children != NULL;
}

/* "rolled up: ana-q2 <- ana-calls", as far as all may see. */
static const char *
rule_of(const struct gf_rollup *r, const struct gf_roll *roll,
    struct gf_arena *arena)
{
	struct gf_buf b = { 0 };
	const char *said;

	gf_buf_text(&b, "rolled up from the goals below");
	for (int i = 0; roll->because != NULL && i < GF_ROLLUP_WHY; i++) {
		const struct gf_goal *g = roll->because;

		if (g->doc->private || g->level == LEVEL_PERSONAL)
			break;
		gf_buf_text(&b, i == 0 ? ": " : " <- ");
		gf_buf_str(&b, g->id);
		roll = gf_rollup_of(r, g);
	}
	said = gf_arena_copy(arena, b.p, b.n);
	gf_buf_release(&b);
	return said;
}

static void
roll_up(struct gf_pace_row *row, const struct gf_rollup *r,
    struct gf_arena *arena)
{
	const struct gf_roll *roll = gf_rollup_of(r, row->goal);
	struct gf_pace *p = &row->pace;

	if ((enum gf_state)roll->state != p->state)
		p->rule = rule_of(r, roll, arena);
	p->state = (enum gf_state)roll->state;
	p->rolled = roll->counted && roll->rolled;
	if (p->rolled)
		p->current = roll->actual;
	p->known = roll->known;
	p->progress = roll->progress;
}

void
gf_pace_list_roll(struct gf_pace_list *l, struct gf_arena *arena)
{
	struct gf_graph graph;
	struct gf_rollup rollup;
	size_t first = 0;

	while (first < l->n && !is_silent(&l->rows[first]))
		first++;
	if (first == l->n)
		return;
	gf_graph_init(&graph, l->plan, &l->scratch);
	gf_rollup_init(&rollup, &graph, &l->scratch);
	for (size_t i = first; i < l->n; i++)
		if (is_silent(&l->rows[i]))
			roll_up(&l->rows[i], &rollup, arena);
	gf_arena_clear(&l->scratch);
}

/* What is closed has been talked about. */
static unsigned
rank(const struct gf_pace_row *r)
{
	return urgency[r->pace.state] + (r->goal->open ? 0U : GF_STATES);
}

static int
by_urgency(const void *va, const void *vb)
{
	const struct gf_pace_row *a = va, *b = vb;

	if (rank(a) != rank(b))
		return rank(a) < rank(b) ? -1 : 1;
	if (a->pace.days_ahead != b->pace.days_ahead)
		return a->pace.days_ahead < b->pace.days_ahead ? -1 : 1;
	return (a->goal->seq > b->goal->seq) - (a->goal->seq < b->goal->seq);
}

void
gf_pace_list_sort(struct gf_pace_list *l)
{
	if (l->n > 1)
		qsort(l->rows, l->n, sizeof(*l->rows), by_urgency);
}

void
gf_pace_list_release(struct gf_pace_list *l)
{
	free(l->rows);
	gf_arena_release(&l->scratch);
}
