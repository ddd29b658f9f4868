#include "base/mem.h"
#include "judge/align.h"
#include "judge/carry.h"

static const char *const names[] = {
	[GF_LINK_OK] = "ok", [GF_LINK_ORPHANED] = "orphaned",
	[GF_LINK_SELF] = "self", [GF_LINK_CYCLE] = "cycle",
	[GF_LINK_DUPLICATE] = "duplicate", [GF_LINK_OUTDATED] = "outdated",
	[GF_LINK_LEVEL] = "level-inversion", [GF_LINK_LATE] = "late-child",
	[GF_LINK_CLOSED] = "closed-parent", [GF_LINK_PAUSED] = "paused-parent",
	[GF_LINK_UNIT] = "unit-mismatch", [GF_LINK_AMBIGUOUS] = "ambiguous",
};

_Static_assert(GF_LEN(names) == GF_LINK_AMBIGUOUS + 1, "every status named");

const char *
gf_link_name(enum gf_link_status s)
{
	return names[s];
}

const struct gf_val *
gf_link_val(const struct gf_link *l)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(l->child, GOAL_SUPPORTS, &items);

	/* only bad items have no link, so it is not before that number */
	for (size_t i = (size_t)(l - l->child->links); i < n; i++) {
		const struct gf_val *id = gf_rec_get(gf_val_rec(&items[i]),
		    SUPPORT_GOAL);

		if (id != NULL && id->at.off == l->at.off &&
		    id->text == l->id.p)
			return id;
	}
	return NULL;
}

struct gf_link *
gf_link_again(const struct gf_link *l)
{
	/* the links of one child stand together among those to a parent */
	return l->parent != NULL && l->next_child != NULL &&
	    l->next_child->child == l->child ? l->next_child : NULL;
}

bool
gf_link_inverted(const struct gf_link *l)
{
	int child, parent;

	if (l->parent == NULL)
		return false;
	child = gf_config_rank(l->child->config, l->child->level);
	parent = gf_config_rank(l->child->config, l->parent->level);
	return child >= 0 && parent > child;
}

bool
gf_link_late(const struct gf_link *l)
{
	const struct gf_val *child, *parent;

	if (l->parent == NULL || (l->child->open && !l->parent->open) ||
	    gf_goal_word(l->parent, GOAL_KIND, -1) == KIND_VISION)
		return false;
	child = gf_goal_get(l->child, GOAL_DUE);
	parent = gf_goal_get(l->parent, GOAL_DUE);
	return child != NULL && parent != NULL &&
	    child->u.span.last != GF_NO_DAY &&
	    parent->u.span.last != GF_NO_DAY &&
	    child->u.span.last > parent->u.span.last;
}

bool
gf_link_outdated(const struct gf_link *l, char now[GF_PRINT_SIZE])
{
	struct gf_str seen = gf_rec_text(l->rec, SUPPORT_SEEN);

	if (l->parent == NULL || seen.n == 0)
		return false;
	gf_goal_meaning(l->parent, now);
	return !gf_str_is(seen, now);
}

/* The four parts of a meaning, in the order of their digits. */
static const struct {
	const char *word, *fields[3];
} parts[] = {
	{ "title", { "title" } }, { "measure", { "measure" } },
	{ "dates", { "start", "due" } }, { "status", { "status" } },
};

/* Whether a field of changes belongs to a part: measure.to to the measure. */
static bool
is_of(struct gf_str field, size_t part)
{
	for (size_t i = 0; i < GF_LEN(parts[part].fields); i++) {
		const char *name = parts[part].fields[i];

		if (name != NULL && gf_str_starts(field, name) &&
		    (field.n == strlen(name) || field.p[strlen(name)] == '.'))
			return true;
	}
	return false;
}

/* The newest change of a part that the goal records, NULL if none. */
static const struct gf_rec *
last_change(const struct gf_goal *g, size_t part)
{
	const struct gf_rec *last = NULL;
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_CHANGES, &items);
	gf_day newest = GF_NO_DAY;

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = gf_val_rec(&items[i]);
		const struct gf_val *day = gf_rec_get(r, CHANGE_DATE);

		if (day == NULL || day->u.span.first < newest ||
		    !is_of(gf_rec_text(r, CHANGE_FIELD), part))
			continue;
		newest = day->u.span.first;
		last = r;
	}
	return last;
}

static void
add_change(struct gf_buf *b, const struct gf_rec *r)
{
	static const unsigned fields[] = { CHANGE_FIELD, CHANGE_FROM,
		CHANGE_TO };
	static const char *const before[] = { " (", " ", " -> " };

	for (size_t i = 0; i < GF_LEN(fields); i++) {
		gf_buf_text(b, before[i]);
		gf_buf_str(b, gf_rec_text(r, fields[i]));
	}
	gf_buf_text(b, " on ");
	gf_day_print(b, gf_rec_get(r, CHANGE_DATE)->u.span.first);
	gf_buf_byte(b, ')');
}

void
gf_link_changes(const struct gf_link *l, struct gf_buf *b)
{
	struct gf_str seen = gf_rec_text(l->rec, SUPPORT_SEEN);
	const char *joint = "its ";
	char now[GF_PRINT_SIZE];

	if (!gf_link_outdated(l, now))
		return;
	for (size_t i = 0; i < GF_LEN(parts); i++) {
		size_t at = i * GF_MEANING_DIGITS;
		const struct gf_rec *r;

		/* what is no fingerprint of ours tells of no part */
		if (seen.n == 16 && memcmp(seen.p + at, now + at,
		    GF_MEANING_DIGITS) == 0)
			continue;
		gf_buf_text(b, joint);
		gf_buf_text(b, parts[i].word);
		r = last_change(l->parent, i);
		if (r != NULL)
			add_change(b, r);
		joint = ", its ";
	}
}

bool
gf_goal_unaligned(const struct gf_plan *plan, const struct gf_goal *g,
    gf_day *until)
{
	const struct gf_rec *r = gf_goal_sub(g, GOAL_UNALIGNED);
	const struct gf_val *end = gf_rec_get(r, UNALIGNED_UNTIL);

	*until = GF_NO_DAY;
	if (gf_rec_text(r, UNALIGNED_BECAUSE).n == 0)
		return false;
	if (end == NULL || end->u.span.last == GF_NO_DAY ||
	    end->u.span.last >= plan->today)
		return true;
	*until = end->u.span.last;
	return false;
}

bool
gf_party_left(const struct gf_plan *plan, const struct gf_party *p)
{
	const struct gf_val *until = p->kind == GF_PERSON ?
	    gf_rec_get(p->rec, PERSON_UNTIL) : NULL;

	return until != NULL && until->u.span.last != GF_NO_DAY &&
	    until->u.span.last < plan->today;
}

bool
gf_link_unit_differs(const struct gf_link *l)
{
	return l->parent != NULL && l->rec != NULL &&
	    gf_link_carry(l) == GF_CARRY_UNMET;
}

static bool
is_paused(const struct gf_goal *g)
{
	return g->open && gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) ==
	    STATUS_PAUSED;
}

static enum gf_link_status
judge(const struct gf_graph *graph, const struct gf_link *l)
{
	uint32_t ring = graph->ring[l->child->seq];
	char now[GF_PRINT_SIZE];

	if (l->parent == NULL)
		return GF_LINK_ORPHANED;
	if (l->parent == l->child)
		return GF_LINK_SELF;
	if (ring != 0 && ring == graph->ring[l->parent->seq])
		return GF_LINK_CYCLE;
	if (l->parent->same != NULL)
		return GF_LINK_AMBIGUOUS;
	if (l->child->open && !l->parent->open)
		return GF_LINK_CLOSED;
	if (gf_link_inverted(l))
		return GF_LINK_LEVEL;
	if (gf_link_late(l))
		return GF_LINK_LATE;
	if (gf_link_unit_differs(l))
		return GF_LINK_UNIT;
	if (gf_link_outdated(l, now))
		return GF_LINK_OUTDATED;
	if (l->child->open && is_paused(l->parent))
		return GF_LINK_PAUSED;
	return GF_LINK_OK;
}

void
gf_align_links(const struct gf_graph *graph)
{
	for (size_t i = 0; i < graph->plan->ngoals; i++) {
		struct gf_goal *g = graph->plan->goals[i];

		for (uint32_t k = 0; k < g->nlinks; k++)
			g->links[k].status = (uint8_t)judge(graph,
			    &g->links[k]);
		for (uint32_t k = 0; k < g->nlinks; k++) {
			struct gf_link *again = gf_link_again(&g->links[k]);

			if (again != NULL && again->status == GF_LINK_OK)
				again->status = GF_LINK_DUPLICATE;
		}
	}
}

static bool
is_dropped(const struct gf_goal *g)
{
	return gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) == STATUS_DROPPED;
}

/* The goals of a ring carry each other, so they share what carries any. */
static void
share_ring(const struct gf_graph *graph, size_t first, size_t end,
    uint64_t *levels)
{
	uint64_t all = 0;

	for (size_t i = first; i < end; i++) {
		const struct gf_goal *g = graph->order[i];

		all |= levels[g->seq];
		if (!is_dropped(g))
			all |= GF_LEVEL_BIT(g->level);
	}
	for (size_t i = first; i < end; i++)
		levels[graph->order[i]->seq] = all;
}

uint64_t *
gf_carried_deep(const struct gf_graph *graph, struct gf_arena *arena)
{
	uint64_t *levels = gf_arena_alloc(arena,
	    (graph->norder + 1) * sizeof(*levels));
	size_t first;

	for (size_t end = graph->norder; end > 0; end = first) {
		uint32_t ring = graph->ring[graph->order[end - 1]->seq];

		for (first = end - 1; first > 0 && ring != 0 &&
		    graph->ring[graph->order[first - 1]->seq] == ring; first--)
			;
		if (end - first > 1)
			share_ring(graph, first, end, levels);
		for (size_t i = first; i < end; i++) {
			const struct gf_goal *g = graph->order[i];
			uint64_t up = is_dropped(g) ? 0 : levels[g->seq] |
			    GF_LEVEL_BIT(g->level);

			for (uint32_t k = 0; k < g->nlinks; k++)
				if (g->links[k].parent != NULL &&
				    g->links[k].parent != g)
					levels[g->links[k].parent->seq] |= up;
		}
	}
	return levels;
}

/* Whether a goal is one of the company, or serves one that leads to such. */
static bool
leads_up(const struct gf_goal *g, const bool *reaches)
{
	bool is = g->level == LEVEL_COMPANY;

	for (uint32_t k = 0; k < g->nlinks && !is; k++)
		is = g->links[k].parent != NULL &&
		    reaches[g->links[k].parent->seq];
	return is;
}

void
gf_cover_init(struct gf_cover_table *t, const struct gf_graph *graph,
    struct gf_arena *arena)
{
	t->elsewhere = graph->plan->allow_missing;
	t->deep = gf_carried_deep(graph, arena);
	t->reaches = gf_arena_alloc(arena, (graph->norder + 1) *
	    sizeof(*t->reaches));
	/* parents come first; the goals of a ring lead to the same ones */
	for (size_t first = 0, end; first < graph->norder; first = end) {
		bool is = false;

		end = gf_graph_part(graph, first);
		for (size_t i = first; i < end && !is; i++)
			is = leads_up(graph->order[i], t->reaches);
		for (size_t i = first; i < end; i++)
			t->reaches[graph->order[i]->seq] = is;
	}
}

struct gf_cover
gf_align_cover(const struct gf_cover_table *t, const struct gf_goal *g)
{
	struct gf_cover c = { .links = g->nlinks };
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_NEEDS, &items);
	uint64_t direct = 0, asked = 0;

	for (const struct gf_link *l = g->children; l; l = l->next_child)
		if (l->child != g && !is_dropped(l->child))
			direct |= GF_LEVEL_BIT(l->child->level);
	for (size_t i = 0; i < n; i++)
		asked |= items[i].bad ? 0 : GF_LEVEL_BIT(items[i].u.n);
	c.needs = gf_rec_bits(asked);
	c.direct = gf_rec_bits(asked & direct);
	c.deep = gf_rec_bits(asked & t->deep[g->seq]);
	for (uint32_t i = 0; i < g->nlinks; i++) {
		const struct gf_link *l = &g->links[i];

		c.held += l->status == GF_LINK_OK;
		c.absent += l->parent == NULL && t->elsewhere;
		c.reaching += l->parent != NULL && t->reaches[l->parent->seq];
	}
	return c;
}
