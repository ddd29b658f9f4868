#include <string.h>

#include "base/mem.h"
#include "judge/pace_list.h"
#include "judge/routine.h"

#define HOUR 60
#define WEEK 7
#define TIMES 4			/* so often a block is looked back on */
#define DAYS (TIMES * WEEK)	/* or so many days, if it is daily */

const char *
gf_followed_name(enum gf_followed f)
{
	return f == GF_FOLLOWED ? "followed" : f == GF_FOLLOWED_NOT ?
	    "not followed" : "not logged";
}

static bool
is_done(const struct gf_rec *rec, gf_day first, gf_day last)
{
	const struct gf_val *log;
	size_t n = gf_rec_list(rec, ROUTINE_LOG, &log);

	for (size_t i = 0; i < n; i++)
		if (!log[i].bad && log[i].u.span.first != GF_NO_DAY &&
		    log[i].u.span.first <= last && log[i].u.span.last >= first)
			return true;
	return false;
}

static bool
is_away(const struct gf_party *p, gf_day d)
{
	const struct gf_val *away;
	size_t n = gf_rec_list(p->rec, PERSON_AWAY, &away);

	return gf_vals_cover(away, n, d);
}

/* Whether any of some days is worked by a person. */
static bool
works(const struct gf_entry *e, gf_day first, gf_day last)
{
	for (gf_day d = first; d <= last; d++)
		if (gf_calendar_works(&e->config->calendar, d) &&
		    !is_away(e->party, d))
			return true;
	return false;
}

/* Count the last times that a block was due, and when it was done. */
static void
look_back(struct gf_block *b, const struct gf_entry *e, gf_day start,
    gf_day today)
{
	const struct gf_val *every = gf_rec_get(b->rec, ROUTINE_EVERY), *log;
	gf_day length = every != NULL ? (gf_day)gf_every_days(every->u.every) :
	    WEEK;
	unsigned times = length < WEEK ? (unsigned)(DAYS / length) : TIMES;
	bool daily = every != NULL && every->u.every.kind == GF_EVERY_DAY;

	b->logged = gf_rec_list(b->rec, ROUTINE_LOG, &log) > 0;
	for (unsigned i = 0; i < times; i++) {
		gf_day last = today - (gf_day)i * length;
		gf_day first = last - length + 1;

		if (start != GF_NO_DAY && first < start)
			break;
		if (is_done(b->rec, first, last))
			b->done++;
		else if (!daily && !works(e, first, last))
			continue;
		b->of++;
	}
}

/* Minutes a week, by how often it comes. */
static void
weigh(struct gf_block *b, const struct gf_entry *e)
{
	const struct gf_val *every = gf_rec_get(b->rec, ROUTINE_EVERY);
	const struct gf_val *minutes = gf_rec_get(b->rec, ROUTINE_MINUTES);
	struct gf_num n;
	unsigned week = WEEK;

	if (every == NULL || minutes == NULL)
		return;
	if (every->u.every.kind == GF_EVERY_WORKDAY)
		week = gf_rec_bits(e->config->calendar.workdays);
	n = GF_NUM(minutes->u.n);
	b->timed = gf_num_mul(n, GF_NUM(week), &n) && gf_num_div(n,
	    GF_NUM(gf_every_days(every->u.every)), 6, &b->minutes);
}

static void
add_blocks(struct gf_week *w, const struct gf_plan *plan,
    const struct gf_entry *e, const struct gf_goal *g)
{
	const struct gf_val *items;
	size_t n = g != NULL ? gf_goal_list(g, GOAL_ROUTINE, &items) :
	    gf_rec_list(e->rec, PERSON_ROUTINE, &items);

	for (size_t i = 0; i < n; i++) {
		struct gf_block *b = &w->blocks[w->nblocks];

		if (items[i].bad)
			continue;
		*b = (struct gf_block){ .goal = g, .rec = items[i].u.rec };
		weigh(b, e);
		look_back(b, e, g != NULL ? gf_goal_start(g) : GF_NO_DAY,
		    plan->today);
		if (b->timed)
			gf_num_add(w->taken, b->minutes, &w->taken);
		w->nblocks++;
	}
}

/* Whether the blocks of a goal (NULL: of the person) were kept. */
static enum gf_followed
followed(const struct gf_week *w, const struct gf_goal *g,
    const struct gf_config *c)
{
	unsigned done = 0, of = 0;
	struct gf_num all, bar;

	for (size_t i = 0; i < w->nblocks; i++) {
		if (w->blocks[i].goal != g || !w->blocks[i].logged)
			continue;
		done += w->blocks[i].done;
		of += w->blocks[i].of;
	}
	if (of == 0)
		return GF_FOLLOWED_UNKNOWN;
	all = GF_NUM(of);
	if (!gf_num_mul(all, c->thresholds[GF_TH_FOLLOWED], &bar))
		return GF_FOLLOWED_UNKNOWN;
	return gf_num_cmp(GF_NUM(done), bar) >= 0 ? GF_FOLLOWED :
	    GF_FOLLOWED_NOT;
}

static bool
has_block(const struct gf_week *w, const struct gf_goal *g)
{
	for (size_t i = 0; i < w->nblocks; i++)
		if (w->blocks[i].goal == g)
			return true;
	return false;
}

static struct gf_square
square(const struct gf_week *w, const struct gf_pace_row *row)
{
	struct gf_square s = { .goal = row->goal, .pace = row->pace };

	s.blocked = has_block(w, s.goal);
	s.waits = s.pace.state != GF_STATE_DRAFT &&
	    s.pace.state != GF_STATE_PAUSED &&
	    s.pace.state != GF_STATE_NOT_STARTED &&
	    s.pace.state != GF_STATE_ACHIEVED;
	s.behind = s.pace.state == GF_STATE_AT_RISK ||
	    s.pace.state == GF_STATE_BEHIND ||
	    s.pace.state == GF_STATE_MISSED;
	s.followed = followed(w, s.blocked ? s.goal : NULL, s.goal->config);
	return s;
}

static void
add_squares(struct gf_week *w, struct gf_pace_list *l, struct gf_arena *arena)
{
	gf_pace_list_sort(l);
	w->squares = gf_arena_alloc(arena, l->n * sizeof(*w->squares));
	for (size_t i = 0; i < l->n; i++)
		w->squares[w->nsquares++] = square(w, &l->rows[i]);
}

void
gf_week_of(struct gf_week *w, const struct gf_plan *plan,
    const struct gf_owned *owned, const struct gf_entry *e,
    struct gf_arena *arena)
{
	size_t ngoals;
	const struct gf_goal *const *goals = gf_owned_by(owned, e->party,
	    &ngoals);
	const struct gf_val *capacity = gf_rec_get(e->rec, PERSON_CAPACITY);
	struct gf_pace_list l = { .plan = plan };
	const struct gf_val *items;
	size_t n = gf_rec_list(e->rec, PERSON_ROUTINE, &items);

	*w = (struct gf_week){ .person = e->party };
	for (size_t i = 0; i < ngoals; i++) {
		n += gf_goal_list(goals[i], GOAL_ROUTINE, &items);
		gf_pace_list_add(&l, goals[i], arena);
	}
	w->blocks = gf_arena_alloc(arena, n * sizeof(*w->blocks));
	add_blocks(w, plan, e, NULL);
	for (size_t i = 0; i < l.n; i++)
		add_blocks(w, plan, e, l.rows[i].goal);
	add_squares(w, &l, arena);
	gf_pace_list_release(&l);
	if (capacity != NULL)
		w->capable = gf_num_mul(gf_duration_hours(gf_val_duration(
		    capacity)), GF_NUM(HOUR), &w->capacity);
}

bool
gf_week_over(const struct gf_week *w)
{
	return w->capable && gf_num_cmp(w->taken, w->capacity) > 0;
}
