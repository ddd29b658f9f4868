#include <string.h>

#include "base/mem.h"
#include "judge/facts.h"
#include "judge/retro.h"

static bool
within(const struct gf_retro *r, gf_day day)
{
	return day != GF_NO_DAY && day >= r->from && day <= r->to;
}

/*
 * Whether a goal ended in the cycle, or should have: a quarter is closed when
 * it is over, and what was let go early is not due any more.
 */
static bool
belongs(const struct gf_retro *r, const struct gf_goal *g)
{
	const struct gf_val *day = gf_rec_get(gf_goal_sub(g, GOAL_CLOSE),
	    CLOSE_DATE);
	gf_day due = gf_goal_due(g, NULL);

	if (day != NULL && (within(r, day->u.span.last) ||
	    due > day->u.span.last))
		return within(r, day->u.span.last);
	return within(r, due);
}

/* The last day of the first two thirds of what a goal's days weigh. */
static gf_day
two_thirds(const struct gf_line *l)
{
	struct gf_ratio third = gf_ratio(GF_NUM(2), GF_NUM(3));
	gf_day low = l->start - 1, high = l->due;

	while (high - low > 1) {
		gf_day mid = low + (high - low) / 2;

		if (gf_ratio_cmp(gf_ratio(gf_work_weight(&l->work, l->start,
		    mid), l->total), third) <= 0)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* Which share of what was gained came in the last third, if it was read then. */
static void
read_late(struct gf_retro_row *row, const struct gf_facts *f)
{
	const struct gf_pace *p = &row->pace;
	struct gf_num then, all, late;
	gf_day kink;

	if (!p->measured || !p->dated || p->level ||
	    !gf_num_sub(p->current, p->from, &all) || all.m == 0)
		return;
	kink = two_thirds(&f->line);
	if (p->as_of <= kink)
		return;
	if (!gf_facts_value(f, p, kink, &then))
		then = p->from;
	row->grew = (all.m < 0) == (f->span.m < 0) &&
	    gf_num_sub(p->current, then, &late);
	if (row->grew)
		row->late = gf_ratio_num(gf_ratio(late, all));
}

static void
read_row(struct gf_retro_row *row, const struct gf_plan *plan,
    const struct gf_goal *g, struct gf_arena *arena)
{
	const struct gf_rec *close = gf_goal_sub(g, GOAL_CLOSE);
	const struct gf_val *score = gf_rec_get(close, CLOSE_SCORE);
	struct gf_arena scratch = { 0 };
	struct gf_facts f;

	*row = (struct gf_retro_row){ .goal = g };
	gf_facts_read(&f, plan, g, &scratch, &row->pace);
	gf_pace_of(plan, g, &scratch, &row->pace);
	read_late(row, &f);
	row->pace.rule = gf_arena_copy(arena, row->pace.rule,
	    strlen(row->pace.rule));
	gf_arena_release(&scratch);
	row->scored = score != NULL;
	if (score != NULL)
		row->score = score->u.num;
	row->verdict = close ? gf_rec_word(close, CLOSE_VERDICT, -1) : -1;
	row->learned = gf_rec_text(close, CLOSE_LEARNED);
}

static void
count_obstacles(struct gf_retro *r, const struct gf_goal *g)
{
	bool private = g->doc->private || g->level == LEVEL_PERSONAL;
	size_t n = gf_obstacle_count(g);
	struct gf_obstacle o;

	for (size_t i = 0; i < n; i++) {
		if (!gf_obstacle_read(&o, g, i))
			continue;
		gf_foresight_add(&r->foresight[GF_RETRO_COACH], &o);
		if (!private && !gf_obstacle_private(&o))
			gf_foresight_add(&r->foresight[GF_RETRO_COMPANY], &o);
	}
}

/* Promises that were settled in the cycle, by the day or the conversation. */
static void
count_promises(struct gf_retro *r, const struct gf_rec *session)
{
	const struct gf_val *met = gf_rec_get(session, SESSION_SESSION);
	const struct gf_val *items, *day;
	size_t n = gf_rec_list(session, SESSION_COMMITMENTS, &items);

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *c = gf_val_rec(&items[i]);
		int state = c ? gf_rec_word(c, COMMITMENT_STATE,
		    GF_PROMISE_OPEN) : GF_PROMISE_OPEN;

		day = gf_rec_get(c, COMMITMENT_DATE);
		if (day == NULL)
			day = met;
		if (day == NULL || !within(r, day->u.span.last) ||
		    (state != GF_PROMISE_KEPT && state != GF_PROMISE_MISSED))
			continue;
		r->kept.all++;
		r->kept.kept += state == GF_PROMISE_KEPT;
	}
}

void
gf_retro_of(struct gf_retro *r, const struct gf_plan *plan,
    const bool *chosen, struct gf_arena *arena)
{
	r->plan = plan;
	r->n = 0;
	r->rows = gf_arena_alloc(arena, plan->ngoals * sizeof(*r->rows));
	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_goal *g = plan->goals[i];

		if (!chosen[i] || !belongs(r, g))
			continue;
		read_row(&r->rows[r->n++], plan, g, arena);
		count_obstacles(r, g);
	}
	for (int i = 0; i < GF_RETRO_VIEWS; i++)
		gf_foresight_end(&r->foresight[i]);
	for (size_t i = 0; i < plan->nentries; i++)
		if (plan->entries[i].kind == GF_SESSION &&
		    plan->entries[i].rec != NULL)
			count_promises(r, plan->entries[i].rec);
}
