#include <stdlib.h>

#include "goal/plan.h"
#include "goal/plan_log.h"

/* Documents of defaults, by path and line. */
struct defaults {
	const struct gf_entry **v;
	size_t n, cap;
};

static int
by_place(const void *va, const void *vb)
{
	const struct gf_entry *a = *(const struct gf_entry *const *)va;
	const struct gf_entry *b = *(const struct gf_entry *const *)vb;
	int c = gf_str_cmp(a->doc->origin.path, b->doc->origin.path);

	if (c != 0)
		return c;
	if (a->doc->origin.line != b->doc->origin.line)
		return a->doc->origin.line < b->doc->origin.line ? -1 : 1;
	/* What was given counts before what was looked up. */
	return (b->doc->seq > a->doc->seq) - (b->doc->seq < a->doc->seq);
}

static void
find_defaults(const struct gf_plan *p, struct defaults *d)
{
	for (size_t i = 0; i < p->nentries; i++) {
		if (p->entries[i].kind != GF_DEFAULTS ||
		    p->entries[i].rec == NULL)
			continue;
		d->v = gf_grow(d->v, d->n, &d->cap, sizeof(*d->v));
		d->v[d->n++] = &p->entries[i];
	}
	if (d->n > 1)
		qsort(d->v, d->n, sizeof(*d->v), by_place);
}

/* The last defaults of the same file before the goal. */
static void
take_defaults(const struct defaults *d, struct gf_goal *g)
{
	struct gf_str path = g->doc->origin.path;
	size_t low = 0, high = d->n;
	const struct gf_entry *e;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		const struct gf_doc *doc = d->v[mid]->doc;
		int c = gf_str_cmp(doc->origin.path, path);

		if (c < 0 || (c == 0 && doc->origin.line < g->doc->origin.line))
			low = mid + 1;
		else
			high = mid;
	}
	g->defaults = NULL;
	g->defaults_doc = NULL;
	if (low == 0 || !gf_str_eq(d->v[low - 1]->doc->origin.path, path))
		return;
	e = d->v[low - 1];
	g->defaults = gf_rec_sub(e->rec, 0);
	g->defaults_doc = g->defaults ? e->doc : NULL;
}

/* Inner obstacles may stand in the private half: read both as one list. */
static void
join_obstacles(struct gf_plan *p, struct gf_goal *g)
{
	const struct gf_val *a, *b;
	size_t n = gf_rec_list(g->rec, GOAL_OBSTACLES, &a);
	size_t m = gf_rec_list(g->half, GOAL_OBSTACLES, &b);
	struct gf_val *both;

	if (n == 0 || m == 0 || g->obstacles != NULL)
		return;
	both = gf_arena_alloc(p->arena, sizeof(*both));
	*both = *gf_rec_get(g->rec, GOAL_OBSTACLES);
	both->u.list.v = gf_arena_alloc(p->arena, (n + m) * sizeof(*both));
	both->u.list.n = (uint32_t)(n + m);
	for (size_t i = 0; i < n + m; i++)
		both->u.list.v[i] = i < n ? a[i] : b[i - n];
	g->obstacles = both;
}

static void
add_goal(struct gf_plan *p, struct gf_goal *g)
{
	p->goals = gf_grow(p->goals, p->ngoals, &p->capgoals,
	    sizeof(*p->goals));
	g->seq = (uint32_t)p->ngoals;
	p->goals[p->ngoals++] = g;
}

/* Whether of two documents with one id the second is the private half. */
static bool
is_half(const struct gf_doc *whole, const struct gf_doc *half,
    const struct gf_rec *rec)
{
	return half->private && !whole->private && gf_rec_private(rec);
}

/* Put a goal in, or join it to the one that it is a half of. */
static void
place_goal(struct gf_plan *p, struct gf_entry *e)
{
	struct gf_goal *g = e->goal, *first;

	g->half = NULL;
	g->half_doc = NULL;
	g->same = NULL;
	first = g->id.n ? gf_map_get(&p->goal_ids, g->id) : NULL;
	if (first != NULL && is_half(first->doc, g->doc, g->rec)) {
		first->half = g->rec;
		first->half_doc = g->doc;
		join_obstacles(p, first);
		return;
	}
	if (first != NULL && is_half(g->doc, first->doc, first->rec)) {
		g->half = first->rec;
		g->half_doc = first->doc;
		join_obstacles(p, g);
		gf_map_put(&p->goal_ids, g->id, g);
		p->goals[first->seq] = g;
		g->seq = first->seq;
		return;
	}
	add_goal(p, g);
	if (g->id.n == 0)
		return;
	if (first == NULL) {
		gf_map_put(&p->goal_ids, g->id, g);
	} else {
		g->same = first->same;
		first->same = g;
	}
}

static void
place_party(struct gf_plan *p, struct gf_entry *e)
{
	struct gf_party *q = e->party, *first;

	q->half = NULL;
	q->half_doc = NULL;
	q->same = q->namesake = q->team = NULL;
	first = q->id.n ? gf_map_get(&p->party_ids, q->id) : NULL;
	if (first != NULL && first->kind == q->kind &&
	    is_half(first->doc, q->doc, q->rec)) {
		first->half = q->rec;
		first->half_doc = q->doc;
		return;
	}
	if (first != NULL && first->kind == q->kind &&
	    is_half(q->doc, first->doc, first->rec)) {
		q->half = first->rec;
		q->half_doc = first->doc;
		q->seq = first->seq;
		p->parties[q->seq] = q;
		gf_map_put(&p->party_ids, q->id, q);
		return;
	}
	p->parties = gf_grow(p->parties, p->nparties, &p->capparties,
	    sizeof(*p->parties));
	q->seq = p->nparties;
	p->parties[p->nparties++] = q;
	if (first != NULL) {
		q->same = first->same;
		first->same = q;
	} else if (q->id.n > 0) {
		gf_map_put(&p->party_ids, q->id, q);
	}
}

static void
name_parties(struct gf_plan *p)
{
	struct gf_party *first;

	for (size_t i = 0; i < p->nparties; i++) {
		struct gf_party *q = p->parties[i];

		if (q->folded.n == 0)
			continue;
		first = gf_map_get(&p->party_names, q->folded);
		if (first == NULL)
			gf_map_put(&p->party_names, q->folded, q);
		else if (!gf_str_eq(first->id, q->id))
			first->namesake = q;
	}
	for (size_t i = 0; i < p->nparties; i++) {
		struct gf_party *q = p->parties[i];
		struct gf_str up = GF_STR("");

		if (q->kind == GF_PERSON)
			up = gf_rec_text(q->rec, PERSON_TEAM);
		else if (q->kind == GF_TEAMDOC)
			up = gf_rec_text(q->rec, TEAM_OF);
		q->team = up.n ? gf_map_get(&p->party_ids, up) : NULL;
	}
}

/* The party whose id is one letter away from a word, both of five or more. */
static struct gf_party *
one_letter_off(const struct gf_plan *p, struct gf_str word)
{
	if (word.n < 5 || !gf_id_ok(word))
		return NULL;
	for (size_t i = 0; i < p->nparties; i++)
		if (p->parties[i]->id.n >= 5 &&
		    gf_str_distance(word, p->parties[i]->id, 1) == 1)
			return p->parties[i];
	return NULL;
}

/* Words that name nobody, each looked up once. */
struct strangers {
	struct gf_map words;
	struct gf_party nobody;
	size_t work;		/* comparisons that all of them may still take */
};

/* How many that are: a plan that wants more was made to waste time. */
#define STRANGER_WORK 4000000

static void
find_owner(struct gf_plan *p, struct gf_goal *g, struct strangers *s)
{
	static const int levels[] = {
		[GF_PERSON] = LEVEL_INDIVIDUAL, [GF_TEAMDOC] = LEVEL_TEAM,
		[GF_COMPANYDOC] = LEVEL_COMPANY,
	};
	const struct gf_val *v = gf_goal_get(g, GOAL_OWNER);
	struct gf_party *meant = NULL;

	g->owner_text = gf_val_text(v);
	g->owner_many = v != NULL && v->list;
	g->owner_ambiguous = false;
	g->owner = g->owner_text.n ? gf_plan_party(p, g->owner_text,
	    &g->owner_ambiguous) : NULL;
	if (g->owner == NULL && g->owner_text.n > 0) {
		meant = gf_map_get(&s->words, g->owner_text);
		if (meant == NULL) {
			if (s->work >= p->nparties) {
				meant = one_letter_off(p, g->owner_text);
				s->work -= p->nparties;
			}
			gf_map_put(&s->words, g->owner_text,
			    meant ? meant : &s->nobody);
		}
	}
	g->meant = meant == &s->nobody ? NULL : meant;
	g->level = gf_goal_word(g, GOAL_LEVEL, -1);
	if (g->level < 0 && g->owner != NULL && !g->owner_ambiguous)
		g->level = levels[g->owner->kind];
	g->open = !gf_goal_has(g, GOAL_CLOSE) &&
	    gf_goal_word(g, GOAL_STATUS, STATUS_ACTIVE) <= STATUS_PAUSED;
}

static void
note_former(struct gf_plan *p, struct gf_goal *g)
{
	const struct gf_val *was;
	size_t n = gf_goal_list(g, GOAL_WAS, &was);

	for (size_t i = 0; i < n; i++)
		if (gf_map_get(&p->former_ids, gf_val_text(&was[i])) == NULL)
			gf_map_put(&p->former_ids, gf_val_text(&was[i]), g);
}

static void
find_links(struct gf_plan *p, struct gf_goal *g)
{
	const struct gf_val *v;
	size_t n = gf_goal_list(g, GOAL_SUPPORTS, &v), k = 0;

	if (n > g->nlinks)
		g->links = gf_arena_alloc(p->arena, n * sizeof(*g->links));
	for (size_t i = 0; i < n; i++) {
		struct gf_link *l = &g->links[k];
		const struct gf_val *id;

		id = gf_rec_get(gf_val_rec(&v[i]), SUPPORT_GOAL);
		if (id == NULL)
			continue;
		*l = (struct gf_link){ .child = g, .id = gf_val_text(id),
		    .at = id->at, .rec = v[i].u.rec->n > 1 ? v[i].u.rec : NULL };
		l->parent = gf_map_get(&p->goal_ids, l->id);
		p->ndangling += l->parent == NULL;
		k++;
	}
	g->nlinks = (uint32_t)k;
}

/* Backwards, so that every list of children is in the order of the plan. */
static void
find_children(struct gf_plan *p)
{
	for (size_t i = 0; i < p->ngoals; i++)
		p->goals[i]->children = NULL;
	for (size_t i = p->ngoals; i-- > 0;)
		for (size_t k = p->goals[i]->nlinks; k-- > 0;) {
			struct gf_link *l = &p->goals[i]->links[k];

			if (l->parent == NULL)
				continue;
			l->next_child = l->parent->children;
			l->parent->children = l;
		}
}

static void
find_readings(struct gf_plan *p, const struct gf_entry *e)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(e->rec, LOG_READINGS, &v);

	for (size_t i = 0; i < n; i++) {
		struct gf_log_reading *r;
		struct gf_str id;

		id = v[i].bad ? GF_STR("") : gf_rec_text(v[i].u.rec,
		    READING_GOAL);
		if (id.n == 0)
			continue;
		r = gf_arena_alloc(p->arena, sizeof(*r));
		r->doc = e->doc;
		r->rec = v[i].u.rec;
		r->next = gf_map_put(&p->logs, id, r);
	}
}

static void
forget(struct gf_plan *p)
{
	gf_map_release(&p->goal_ids);
	gf_map_release(&p->former_ids);
	gf_map_release(&p->party_ids);
	gf_map_release(&p->party_names);
	gf_map_release(&p->logs);
	p->ngoals = p->nparties = p->ndangling = 0;
	p->states = NULL;
}

void
gf_plan_resolve(struct gf_plan *p)
{
	struct defaults d = { .v = NULL };
	struct strangers s = { .work = STRANGER_WORK };

	forget(p);
	find_defaults(p, &d);
	for (size_t i = 0; i < p->nentries; i++) {
		struct gf_entry *e = &p->entries[i];

		if (e->goal != NULL)
			place_goal(p, e);
		else if (e->party != NULL)
			place_party(p, e);
		else if (e->kind == GF_LOG && e->rec != NULL)
			find_readings(p, e);
	}
	name_parties(p);
	for (size_t i = 0; i < p->ngoals; i++) {
		take_defaults(&d, p->goals[i]);
		find_owner(p, p->goals[i], &s);
		note_former(p, p->goals[i]);
	}
	for (size_t i = 0; i < p->ngoals; i++)
		find_links(p, p->goals[i]);
	find_children(p);
	gf_map_release(&s.words);
	free(d.v);
}
