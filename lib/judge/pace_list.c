#include <stdlib.h>
#include <string.h>

#include "judge/loss.h"
#include "judge/pace_list.h"

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
