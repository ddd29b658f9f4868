#include <stdlib.h>

#include "base/mem.h"
#include "judge/foresight.h"
#include "judge/ratio.h"
#include "judge/same.h"

#define LEAST_ALIKE 25
#define MOST_CUES 40		/* of a goal are compared with */

/* One hit, NULL if it did not fit. */
static const struct gf_rec *
hit_at(const struct gf_val *hits, size_t i)
{
	return gf_val_rec(&hits[i]);
}

static bool
worked(const struct gf_rec *hit)
{
	const struct gf_val *v = gf_rec_get(hit, HIT_WORKED);

	return v != NULL && v->u.n != 0;
}

struct gf_record
gf_record_of(const struct gf_obstacle *o)
{
	struct gf_record r = { 0 };
	const struct gf_val *hits;
	size_t n = gf_rec_list(o->rec, OBSTACLE_HITS, &hits);

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *hit = hit_at(hits, i);
		struct gf_str plan = gf_rec_text(hit, HIT_PLAN);

		r.hits++;
		if (gf_str_is(plan, "used")) {
			r.used++;
			r.used_worked += worked(hit);
		} else if (gf_str_is(plan, "other")) {
			r.other++;
			r.other_worked += worked(hit);
		}
	}
	return r;
}

/* What a goal is about, in words. */
static struct gf_str
about(const struct gf_goal *g, struct gf_arena *arena)
{
	const struct gf_val *metric = gf_goal_measure(g, MEASURE_METRIC);
	struct gf_buf b = { 0 };
	struct gf_str s;

	gf_buf_str(&b, gf_goal_text(g, GOAL_TITLE));
	gf_buf_byte(&b, ' ');
	gf_buf_str(&b, gf_val_text(metric));
	s = (struct gf_str){ gf_arena_copy(arena, b.p, b.n), b.n };
	gf_buf_release(&b);
	return s;
}

/* The best likeness of a cue with those that are looked for. */
static unsigned
alike(const struct gf_goal *g, struct gf_str when, struct gf_str cue,
    struct gf_arena *arena)
{
	unsigned best = when.n > 0 ? gf_alike(when, cue, arena) : 0;
	struct gf_obstacle o;

	for (size_t i = 0; when.n == 0 && i < gf_obstacle_count(g) &&
	    i < MOST_CUES; i++) {
		unsigned n;

		if (!gf_obstacle_read(&o, g, i))
			continue;
		n = gf_alike(gf_rec_text(o.rec, OBSTACLE_WHEN), cue, arena);
		best = n > best ? n : best;
	}
	return best;
}

static int
by_nearness(const void *a, const void *b)
{
	const struct gf_advice *x = a, *y = b;

	if (x->own != y->own)
		return x->own ? -1 : 1;
	if (x->alike != y->alike)
		return x->alike > y->alike ? -1 : 1;
	if (x->obstacle.goal->seq != y->obstacle.goal->seq)
		return x->obstacle.goal->seq < y->obstacle.goal->seq ? -1 : 1;
	return x->obstacle.number < y->obstacle.number ? -1 :
	    x->obstacle.number > y->obstacle.number;
}

static bool
one_owner(const struct gf_goal *a, const struct gf_goal *b)
{
	return a->owner != NULL || b->owner != NULL ? a->owner == b->owner :
	    a->owner_text.n > 0 && gf_str_eq(a->owner_text, b->owner_text);
}

static void
consider(struct gf_advices *all, const struct gf_obstacle *o,
    const struct gf_goal *g, struct gf_str when, struct gf_arena *arena)
{
	struct gf_advice a = { .obstacle = *o, .record = gf_record_of(o),
	    .own = one_owner(o->goal, g) };
	unsigned aim;

	if (a.record.used_worked == 0 || gf_rec_text(o->rec,
	    OBSTACLE_THEN).n == 0)
		return;
	a.alike = o->goal == g && when.n == 0 ? 100 : alike(g, when,
	    gf_rec_text(o->rec, OBSTACLE_WHEN), arena);
	aim = gf_alike(about(g, arena), about(o->goal, arena), arena);
	a.alike = aim > a.alike ? aim : a.alike;
	if (a.alike < LEAST_ALIKE)
		return;
	all->v = gf_grow(all->v, all->n, &all->cap, sizeof(*all->v));
	all->v[all->n++] = a;
}

void
gf_advise(const struct gf_plan *plan, const struct gf_goal *g,
    struct gf_str when, struct gf_advices *all)
{
	struct gf_arena scratch = { 0 };
	struct gf_obstacle o;

	*all = (struct gf_advices){ 0 };
	for (size_t i = 0; i < plan->ngoals; i++)
		for (size_t k = 0; k < gf_obstacle_count(plan->goals[i]); k++)
			if (gf_obstacle_read(&o, plan->goals[i], k)) {
				consider(all, &o, g, when, &scratch);
				gf_arena_clear(&scratch);
			}
	if (all->n > 0)
		qsort(all->v, all->n, sizeof(*all->v), by_nearness);
	gf_arena_release(&scratch);
}

static bool
is_answer(const struct gf_rec *hit)
{
	struct gf_str plan = gf_rec_text(hit, HIT_PLAN);

	return gf_str_is(plan, "used") || gf_str_is(plan, "other");
}

/* Days from each hit to the first that was answered, itself or a later one. */
static void
count_days(struct gf_foresight *f, const struct gf_obstacle *o)
{
	const struct gf_val *hits, *to = NULL;
	size_t n = gf_rec_list(o->rec, OBSTACLE_HITS, &hits);

	for (size_t i = n; i-- > 0; ) {
		const struct gf_val *from = gf_rec_get(hit_at(hits, i),
		    HIT_DATE);

		if (is_answer(hit_at(hits, i)))
			to = from;
		if (from == NULL || to == NULL ||
		    to->u.span.first < from->u.span.first)
			continue;
		f->answered++;
		f->day_sum += to->u.span.first - from->u.span.first;
	}
}

/* What was said to be likely and is decided now. */
static void
count_likelihood(struct gf_foresight *f, const struct gf_obstacle *o,
    bool came)
{
	const struct gf_val *v = gf_rec_get(o->rec, OBSTACLE_LIKELIHOOD);
	bool open = o->state == GF_OBSTACLE_OPEN && o->goal->open;
	struct gf_num off, square, fifth;
	int64_t row;

	if (v == NULL || o->state == GF_OBSTACLE_RETIRED || open ||
	    !gf_num_sub(v->u.num, GF_NUM(came), &off) ||
	    !gf_num_mul(off, off, &square))
		return;
	gf_num_mul(v->u.num, GF_NUM(GF_FORESIGHT_ROWS), &fifth);
	for (row = 0; row + 1 < GF_FORESIGHT_ROWS &&
	    gf_num_cmp(fifth, GF_NUM(row + 1)) >= 0; row++)
		;
	f->stated[row]++;
	f->came[row] += came;
	f->n++;
	gf_num_add(f->stated_sum, v->u.num, &f->stated_sum);
	gf_num_add(f->square_sum, square, &f->square_sum);
}

void
gf_foresight_add(struct gf_foresight *f, const struct gf_obstacle *o)
{
	struct gf_record r = gf_record_of(o);
	const struct gf_val *foreseen = gf_rec_get(o->rec, OBSTACLE_FORESEEN);
	bool came = r.hits > 0 || o->state == GF_OBSTACLE_HIT;

	f->obstacles++;
	f->happened += came;
	f->foreseen += came && (foreseen == NULL || foreseen->u.n != 0);
	f->record.hits += r.hits;
	f->record.used += r.used;
	f->record.other += r.other;
	f->record.used_worked += r.used_worked;
	f->record.other_worked += r.other_worked;
	count_likelihood(f, o, came);
	count_days(f, o);
}

void
gf_foresight_end(struct gf_foresight *f)
{
	unsigned came = 0;

	for (unsigned i = 0; i < GF_FORESIGHT_ROWS; i++)
		came += f->came[i];
	if (f->n > 0) {
		struct gf_num n = GF_NUM(f->n);

		f->stated_mean = gf_ratio_num(gf_ratio(f->stated_sum, n));
		f->observed = gf_ratio_num(gf_ratio(GF_NUM(came), n));
		f->brier = gf_ratio_num(gf_ratio(f->square_sum, n));
	}
	if (f->answered > 0)
		f->days = gf_ratio_num(gf_ratio(GF_NUM(f->day_sum),
		    GF_NUM(f->answered)));
}
