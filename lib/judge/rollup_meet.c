#include "base/mem.h"
#include "judge/rollup_part.h"

/* Steps for a whole plan: a plan that wants more was made to waste time. */
#define WORK 2000000


/* How much of a goal counts at the one that is recounted. */
struct gf_share {
	uint32_t turn;
	struct part {
		struct gf_ratio once;	/* on the best way without shares */
		struct gf_ratio stated;	/* on ways with shares, added up */
	} target, gone;
};

/* By which of its links one goal has come up to another. */
struct gf_flow {
	uint32_t turn;		/* of the walk that it belongs to */
	uint64_t ways;		/* a bit for each first link */
};

void
gf_meet_init(struct gf_meet *m, const struct gf_graph *graph,
    const struct gf_rollup *rollup, struct gf_arena *arena)
{
	*m = (struct gf_meet){ .graph = graph, .rollup = rollup,
		.work = WORK, .recounts = WORK / 2, .arena = arena };
}

static void
prepare(struct gf_meet *m)
{
	size_t n = m->graph->norder + 1;

	m->place = gf_arena_alloc(m->arena, n * sizeof(*m->place));
	m->met = gf_arena_alloc(m->arena, n * sizeof(*m->met));
	m->shares = gf_arena_alloc(m->arena, n * sizeof(*m->shares));
	m->flows = gf_arena_alloc(m->arena, n * sizeof(*m->flows));
	m->heap = gf_arena_alloc(m->arena, n * sizeof(*m->heap));
	for (size_t i = 0; i < m->graph->norder; i++)
		m->place[m->graph->order[i]->seq] = (uint32_t)i;
}

static void
push(struct gf_meet *m, uint32_t place)
{
	size_t i = m->nheap++;

	for (; i > 0 && m->heap[(i - 1) / 2] < place; i = (i - 1) / 2)
		m->heap[i] = m->heap[(i - 1) / 2];
	m->heap[i] = place;
}

static uint32_t
pop(struct gf_meet *m)
{
	uint32_t top = m->heap[0], last = m->heap[--m->nheap];
	size_t i = 0;

	for (size_t k = 1; k < m->nheap; k = 2 * i + 1) {
		if (k + 1 < m->nheap && m->heap[k + 1] > m->heap[k])
			k++;
		if (m->heap[k] <= last)
			break;
		m->heap[i] = m->heap[k];
		i = k;
	}
	m->heap[i] = last;
	return top;
}

static struct gf_ratio
greater(struct gf_ratio a, struct gf_ratio b)
{
	return gf_ratio_cmp(gf_ratio_abs(a), gf_ratio_abs(b)) > 0 ? a : b;
}

static void
deliver(struct gf_meet *m, const struct gf_goal *to, uint64_t ways)
{
	struct gf_flow *f = &m->flows[to->seq];

	if (f->turn != m->turn) {
		*f = (struct gf_flow){ m->turn, ways };
		m->nopen += f->ways != m->ways;
		push(m, m->place[to->seq]);
		return;
	}
	m->met[to->seq] = true;
	m->nopen -= f->ways != m->ways && (f->ways | ways) == m->ways;
	f->ways |= ways;
}

/* Whether all of a goal counts in the one above, which a share would not do. */
static bool
flows(const struct gf_link *l)
{
	return l->carry == GF_CARRY_SUM && gf_link_share(l) == NULL;
}

/* Send a goal off on each of its ways. */
static void
set_out(struct gf_meet *m, const struct gf_goal *g)
{
	struct gf_ratio part;
	uint64_t way = 1;

	m->turn++;
	m->nheap = m->nopen = 0;
	for (uint32_t i = 0; i < g->nlinks; i++) {
		const struct gf_link *l = &g->links[i];

		if (!flows(l) || !gf_rollup_part(m->rollup, l, true, &part))
			continue;
		deliver(m, l->parent, way);
		way = way << 1 ? way << 1 : 1;
	}
}

void
gf_meet_walk(struct gf_meet *m, const struct gf_goal *g)
{
	uint32_t n = 0;

	for (uint32_t i = 0; g->nlinks > 1 && i < g->nlinks; i++)
		n += flows(&g->links[i]);
	if (n < 2 || m->spent)
		return;
	if (m->place == NULL)
		prepare(m);
	m->ways = n < 64 ? (UINT64_C(1) << n) - 1 : UINT64_MAX;
	set_out(m, g);
	/* where every way is in all that is left, nothing more can meet */
	for (; m->nheap > 0 && m->nopen > 0 && m->work > 0; m->work--) {
		const struct gf_goal *up = m->graph->order[pop(m)];

		m->nopen -= m->flows[up->seq].ways != m->ways;
		for (uint32_t i = 0; i < up->nlinks; i++)
			if (flows(&up->links[i]))
				deliver(m, up->links[i].parent,
				    m->flows[up->seq].ways);
	}
	m->spent = m->nheap > 0 && m->nopen > 0;
}

/* What of an amount is a goal's own, and how much of those below it counts. */
static void
divide(const struct gf_roll *roll, bool target, struct gf_ratio *rest,
    struct gf_ratio *scale)
{
	const struct gf_total *s = roll->sum;
	struct gf_ratio all, below = GF_RATIO_ZERO;
	bool own = target ? roll->spanned : roll->spanned && roll->counted &&
	    !roll->rolled;

	*rest = GF_RATIO_ZERO;
	*scale = GF_RATIO_ONE;
	if (!own || !gf_rollup_amount(roll, target, &all))
		return;
	if (s != NULL && s->ncarry > 0)
		below = target ? s->target : s->gone;
	if (below.n.m != 0 && (below.n.m < 0) == (all.n.m < 0) &&
	    gf_ratio_cmp(gf_ratio_abs(below), gf_ratio_abs(all)) > 0)
		*scale = gf_ratio_div(all, below);
	else
		*rest = gf_ratio_sub(all, below);
}

static void
hand_down(struct part *to, bool stated, struct gf_ratio share)
{
	if (stated)
		to->stated = gf_ratio_add(to->stated, share);
	else
		to->once = greater(share, to->once);
}

/* Give what counts of a goal on to those below it. */
static void
recount_below(struct gf_meet *m, const struct gf_goal *g,
    struct gf_ratio target, struct gf_ratio gone)
{
	for (const struct gf_link *l = g->children; l; l = l->next_child) {
		struct gf_share *to = &m->shares[l->child->seq];
		struct gf_ratio rate;

		if (gf_rollup_carry(m->rollup, l) != GF_CARRY_SUM)
			continue;
		if (to->turn != m->turn) {
			to->turn = m->turn;
			to->target = to->gone = (struct part){ GF_RATIO_ZERO,
			    GF_RATIO_ZERO };
			/* the least comes first: parents before children */
			push(m, UINT32_MAX - m->place[l->child->seq]);
		}
		rate = gf_link_rate(l);
		hand_down(&to->target, gf_link_share(l) != NULL,
		    gf_ratio_mul(target, rate));
		hand_down(&to->gone, gf_link_share(l) != NULL,
		    gf_ratio_mul(gone, rate));
	}
}

bool
gf_meet_recount(struct gf_meet *m, const struct gf_goal *g,
    struct gf_ratio *target, struct gf_ratio *gone)
{
	struct gf_ratio whole = GF_RATIO_ONE, rest, scale;
	struct gf_ratio t = GF_RATIO_ZERO, c = GF_RATIO_ZERO, of_t, of_c;

	m->turn++;
	m->nheap = 0;
	recount_below(m, g, whole, whole);
	for (; m->nheap > 0 && m->recounts > 0; m->recounts--) {
		const struct gf_goal *x = m->graph->order[UINT32_MAX -
		    pop(m)];
		const struct gf_share *s = &m->shares[x->seq];
		const struct gf_roll *roll = &m->rollup->rolls[x->seq];

		of_t = gf_ratio_add(s->target.once, s->target.stated);
		of_c = gf_ratio_add(s->gone.once, s->gone.stated);
		divide(roll, true, &rest, &scale);
		t = gf_ratio_add(t, gf_ratio_mul(of_t, rest));
		of_t = gf_ratio_mul(of_t, scale);
		divide(roll, false, &rest, &scale);
		c = gf_ratio_add(c, gf_ratio_mul(of_c, rest));
		recount_below(m, x, of_t, gf_ratio_mul(of_c, scale));
	}
	if (m->nheap > 0)
		return false;
	*target = t;
	*gone = c;
	return true;
}
