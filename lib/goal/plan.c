#include <stdlib.h>

#include "goal/plan.h"
#include "goal/plan_fold.h"
#include "goal/plan_log.h"

/* How many comparisons all searches for the nearest id may take together. */
#define NEAREST_WORK 4000000

void
gf_plan_init(struct gf_plan *p, struct gf_arena *arena, gf_day today)
{
	*p = (struct gf_plan){ .arena = arena, .today = today };
}

void
gf_plan_release(struct gf_plan *p)
{
	free(p->entries);
	free(p->goals);
	free(p->parties);
	gf_map_release(&p->goal_ids);
	gf_map_release(&p->former_ids);
	gf_map_release(&p->party_ids);
	gf_map_release(&p->party_names);
	gf_map_release(&p->logs);
	*p = (struct gf_plan){ 0 };
}

struct gf_str
gf_name_fold(struct gf_str name, char *to, size_t size)
{
	size_t n = 0;

	for (size_t i = 0; i < name.n && n < size; i++) {
		char c = name.p[i];

		if (c == ' ' || c == '\t' || c == '\n')
			continue;
		to[n++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	return (struct gf_str){ to, n };
}

static struct gf_party *
new_party(struct gf_plan *p, const struct gf_entry *e)
{
	struct gf_party *party = gf_arena_alloc(p->arena, sizeof(*party));
	struct gf_str fold;
	char *to;

	party->kind = e->kind;
	party->id = gf_rec_text(e->rec, 0);
	party->name = gf_rec_text(e->rec, PERSON_NAME);
	party->doc = e->doc;
	party->rec = e->rec;
	to = gf_arena_alloc(p->arena, party->name.n + 1);
	fold = gf_name_fold(party->name, to, party->name.n);
	party->folded = fold;
	return party;
}

_Static_assert(PERSON_NAME == (int)TEAM_NAME &&
    PERSON_NAME == (int)COMPANY_NAME, "a name stands second in all three");

static struct gf_goal *
new_goal(struct gf_plan *p, const struct gf_entry *e)
{
	struct gf_goal *g = gf_arena_alloc(p->arena, sizeof(*g));

	g->id = gf_rec_text(e->rec, GOAL_GOAL);
	g->doc = e->doc;
	gf_goal_set(g, e->rec);
	g->config = e->config;
	return g;
}

void
gf_plan_add(struct gf_plan *p, struct gf_doc *doc, enum gf_kind kind,
    const struct gf_rec *rec, const struct gf_config *config)
{
	struct gf_entry *e;

	p->entries = gf_grow(p->entries, p->nentries, &p->capentries,
	    sizeof(*p->entries));
	e = &p->entries[p->nentries++];
	*e = (struct gf_entry){ .doc = doc, .kind = kind, .rec = rec,
	    .config = config };
	if (rec == NULL)
		return;
	if (kind == GF_GOAL)
		e->goal = new_goal(p, e);
	else if (kind == GF_PERSON || kind == GF_TEAMDOC ||
	    kind == GF_COMPANYDOC)
		e->party = new_party(p, e);
}

struct gf_goal *
gf_plan_goal(const struct gf_plan *p, struct gf_str id)
{
	return gf_map_get(&p->goal_ids, id);
}

struct gf_party *
gf_plan_party(const struct gf_plan *p, struct gf_str word, bool *many)
{
	struct gf_party *party = gf_map_get(&p->party_ids, word);
	char fold[256];

	if (many != NULL)
		*many = false;
	if (party != NULL || p->party_names.n == 0 || word.n > sizeof(fold))
		return party;
	party = gf_map_get(&p->party_names, gf_name_fold(word, fold,
	    sizeof(fold)));
	if (party != NULL && many != NULL)
		*many = party->namesake != NULL;
	return party;
}

/* How many goals one search may look at. */
static size_t
search_end(const struct gf_plan *p)
{
	size_t last = NEAREST_WORK / (p->ndangling + 1);

	return p->ngoals < last ? p->ngoals : last;
}

struct gf_goal *
gf_plan_former(const struct gf_plan *p, struct gf_str id)
{
	return gf_map_get(&p->former_ids, id);
}

/* How far the nearest of a goal's ids is, now and before. */
static size_t
distance(const struct gf_goal *g, struct gf_str id, size_t most)
{
	size_t best = gf_str_distance(id, g->id, most), d, n;
	const struct gf_val *was;

	n = gf_goal_list(g, GOAL_WAS, &was);
	for (size_t k = 0; k < n; k++) {
		d = gf_str_distance(id, gf_val_text(&was[k]), most);
		if (d < best)
			best = d;
	}
	return best;
}

struct gf_str
gf_plan_nearest(const struct gf_plan *p, struct gf_str id)
{
	size_t most = id.n <= 3 ? 1 : id.n <= 7 ? 2 : 3, d;
	size_t end = search_end(p);
	struct gf_str best = GF_STR("");

	for (size_t i = 0; i < end; i++) {
		d = distance(p->goals[i], id, most);
		if (d > most || d >= id.n || d == 0)
			continue;
		best = p->goals[i]->id;
		if (d == 1)
			break;
		most = d - 1;
	}
	return best;
}

/* Ids that are referred to, each once. */
struct missing {
	struct gf_map seen;
	struct gf_str *ids;
	size_t n, cap;
};

static void
note_missing(struct missing *m, struct gf_str id)
{
	if (id.n == 0 || !gf_id_ok(id) ||
	    gf_map_put(&m->seen, id, (void *)(uintptr_t)id.p) != NULL)
		return;
	m->ids = gf_grow(m->ids, m->n, &m->cap, sizeof(*m->ids));
	m->ids[m->n++] = id;
}

static void
missing_goal(const struct gf_plan *p, struct missing *m, struct gf_str id)
{
	if (gf_plan_goal(p, id) == NULL)
		note_missing(m, id);
}

static void
missing_party(const struct gf_plan *p, struct missing *m, struct gf_str id)
{
	if (gf_plan_party(p, id, NULL) == NULL)
		note_missing(m, id);
}

static void
missing_of_goal(const struct gf_plan *p, struct missing *m,
    const struct gf_goal *g)
{
	const struct gf_val *v;
	size_t n;

	for (size_t i = 0; i < g->nlinks; i++)
		if (g->links[i].parent == NULL)
			note_missing(m, g->links[i].id);
	n = gf_goal_list(g, GOAL_CONFLICTS_WITH, &v);
	for (size_t i = 0; i < n; i++)
		missing_goal(p, m, gf_val_text(&v[i]));
	n = gf_goal_list(g, GOAL_GUARDS, &v);
	for (size_t i = 0; i < n; i++)
		if (!v[i].bad)
			missing_goal(p, m, gf_rec_text(v[i].u.rec, GUARD_GOAL));
	n = gf_goal_list(g, GOAL_SERVES, &v);
	for (size_t i = 0; i < n; i++) {
		struct gf_str aim = gf_val_text(&v[i]);

		missing_party(p, m, gf_str_cut(&aim, '/'));
	}
	if (g->owner == NULL)
		note_missing(m, g->owner_text);
}

static void
missing_of_party(const struct gf_plan *p, struct missing *m,
    const struct gf_entry *e)
{
	const struct gf_val *v;
	size_t n;

	if (e->kind == GF_PERSON) {
		missing_party(p, m, gf_rec_text(e->rec, PERSON_TEAM));
		missing_party(p, m, gf_rec_text(e->rec, PERSON_COACH));
	}
	if (e->kind != GF_TEAMDOC)
		return;
	missing_party(p, m, gf_rec_text(e->rec, TEAM_LEAD));
	missing_party(p, m, gf_rec_text(e->rec, TEAM_OF));
	n = gf_rec_list(e->rec, TEAM_MEMBERS, &v);
	for (size_t i = 0; i < n; i++)
		missing_party(p, m, gf_val_text(&v[i]));
}

static void
missing_of_log(const struct gf_plan *p, struct missing *m,
    const struct gf_rec *rec)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(rec, LOG_READINGS, &v);

	for (size_t i = 0; i < n; i++)
		if (!v[i].bad)
			missing_goal(p, m, gf_rec_text(v[i].u.rec,
			    READING_GOAL));
}

void
gf_plan_missing(const struct gf_plan *p, struct gf_str **ids, size_t *n)
{
	struct missing m = { .ids = NULL };

	for (size_t i = 0; i < p->nentries; i++) {
		const struct gf_entry *e = &p->entries[i];

		if (e->rec == NULL || !e->doc->given)
			continue;
		if (e->goal != NULL)
			missing_of_goal(p, &m, e->goal);
		else if (e->party != NULL)
			missing_of_party(p, &m, e);
		else if (e->kind == GF_LOG)
			missing_of_log(p, &m, e->rec);
		else if (e->kind == GF_SESSION)
			missing_party(p, &m, gf_rec_text(e->rec,
			    SESSION_WITH));
	}
	gf_map_release(&m.seen);
	*ids = m.ids;
	*n = m.n;
}

void
gf_plan_try(struct gf_plan *p, const struct gf_goal *g,
    const struct gf_doc *doc, gf_day day, struct gf_num value, bool corrects)
{
	struct gf_rec *rec = gf_arena_alloc(p->arena, sizeof(*rec) +
	    3 * sizeof(rec->vals[0]));
	struct gf_log_reading *r = gf_arena_alloc(p->arena, sizeof(*r));

	rec->n = 3;
	rec->have = UINT64_C(1) << READING_DATE | UINT64_C(1) << READING_VALUE |
	    UINT64_C(1) << READING_CORRECTS;
	rec->vals[0] = (struct gf_val){ .field = READING_DATE,
	    .type = GF_T_DAY, .u.span = { day, day, GF_PERIOD_DAY } };
	rec->vals[1] = (struct gf_val){ .field = READING_VALUE,
	    .type = GF_T_QTY, .u.num = value };
	rec->vals[2] = (struct gf_val){ .field = READING_CORRECTS,
	    .type = GF_T_YESNO, .u.n = corrects };
	r->doc = doc;
	r->rec = rec;
	r->next = gf_map_put(&p->logs, g->id, r);
}
