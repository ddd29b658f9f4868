#include <string.h>

#include "base/mem.h"
#include "cli/ask.h"
#include "cli/key.h"
#include "cli/item.h"
#include "cli/missing.h"
#include "goal/table.h"

#define MOST 16			/* answers of one goal */

/* Which keys a check misses; its own question is put where there is none. */
static const struct row {
	const char *check;
	struct { const char *key, *ask; } parts[3];
} rows[] = {
	{ "F03", { { "title", NULL } } },
	{ "S11", { { "owner", NULL } } },
	{ "M01", { { "measure.metric", "What is counted?" },
	    { "measure.unit", "In which unit?" },
	    { "measure.to", "Up to which value?" } } },
	{ "M02", { { "measure.to", NULL } } },
	{ "M03", { { "measure.metric", NULL } } },
	{ "M04", { { "measure.unit", NULL } } },
	{ "M05", { { "measure.source", NULL } } },
	{ "M06", { { "measure.metric", "What is counted?" },
	    { "measure.unit", "In which unit?" }, { "measure.to", NULL } } },
	{ "M08", { { "measure.metric", "What is counted?" },
	    { "measure.unit", "In which unit?" }, { "measure.to", NULL } } },
	{ "M10", { { "measure.source", NULL } } },
	{ "M11", { { "supports", NULL } } },
	{ "S01", { { "measure.metric", "What is counted?" },
	    { "measure.unit", "In which unit?" },
	    { "measure.to", "Up to which value?" } } },
	{ "S03", { { "measure.metric", "What is counted?" },
	    { "measure.from", "Where does it stand today?" },
	    { "measure.to", "And where should it stand?" } } },
	{ "S04", { { "measure.metric", NULL },
	    { "measure.unit", "In which unit?" },
	    { "measure.to", "Up to which value?" } } },
	{ "S10", { { "measure.metric", NULL },
	    { "measure.unit", "In which unit?" },
	    { "measure.to", "Up to which value?" } } },
	{ "A02", { { "because.A", NULL } } },
	{ "A03", { { "because.A", NULL } } },
	{ "A04", { { "in-flight", NULL } } },
	{ "R01", { { "supports", NULL } } },
	{ "R10", { { "guards.metric", NULL },
	    { "guards.at-most", "And at most how much of it?" } } },
	{ "T01", { { "due", NULL } } },
	{ "T02", { { "due", NULL } } },
	{ "T07", { { "due", NULL } } },
	{ "T08", { { "due", NULL } } },
	{ "T09", { { "milestones.what", NULL },
	    { "milestones.by", "By which day?" } } },
	{ "W01", { { "why", NULL } } },
	{ "W02", { { "obstacles.when", NULL },
	    { "obstacles.then", "And what do you do then?" } } },
	{ "W06", { { "first-step.do", NULL },
	    { "first-step.by", "By which day?" } } },
};

struct said {
	const char *key;
	struct gf_str value;
};

/* The goal that is asked about, and its answers so far. */
struct talk {
	struct gf_run *run;
	struct gf_ask *ask;
	const struct gf_goal *goal;
	struct said said[MOST];
	size_t n;
	const char *open[MOST];		/* keys that were left open */
	size_t nopen;
	bool ended;
};

static const struct row *
row_of(const struct gf_finding *f)
{
	for (size_t i = 0; i < GF_LEN(rows); i++)
		if (strcmp(rows[i].check, f->check->id) == 0)
			return &rows[i];
	return NULL;
}

/* The field below which a key stands, and its own; false for none. */
static const struct gf_field *
field_of(const char *key, const struct gf_field **below)
{
	struct gf_str rest = gf_str(key), top = gf_str_cut(&rest, '.');
	const struct gf_table *t = gf_kinds[GF_GOAL];
	const struct gf_field *f = &t->fields[gf_field_find(t, top)];

	*below = rest.n == 0 ? NULL : &f->table->fields[gf_field_find(
	    f->table, rest)];
	return f;
}

/* Whether a goal has a key, of its own or by inheritance. */
static bool
has(const struct talk *t, const char *key)
{
	const struct gf_field *below, *f = field_of(key, &below);
	unsigned i = (unsigned)(f - gf_kinds[GF_GOAL]->fields);

	for (size_t k = 0; k < t->n; k++)
		if (strcmp(t->said[k].key, key) == 0)
			return true;
	if (i == GOAL_MEASURE && below != NULL)
		return gf_goal_measure(t->goal, (unsigned)(below -
		    gf_measure_table.fields)) != NULL;
	return gf_goal_has(t->goal, i);
}

static struct gf_new *
value_of(struct gf_run *run, const char *key, struct gf_str text)
{
	const struct gf_field *below, *f = field_of(key, &below);

	if (below != NULL)
		f = below;
	/* who answers writes no mapping, also where one can stand */
	return f->type == GF_T_REC ? gf_new_text(run->arena, text) :
	    gf_item_scalar(run, f, text);
}

/* Whether a field takes an answer; else says what would fit. */
static bool
fits(struct talk *t, const char *key, struct gf_str text)
{
	struct gf_arena *arena = t->run->arena;
	const struct gf_field *below, *f = field_of(key, &below);
	struct gf_new *doc = gf_new_list(arena, GF_MAP, false), *map;
	struct gf_buf b = { 0 };
	struct gf_findings fs;
	struct gf_reader reader;
	struct gf_doc place = { .bytes = { "", 0 } };
	struct gf_fault fault;
	struct gf_tree tree;

	gf_findings_init(&fs, arena);
	reader = gf_reader_of(t->goal->config, arena, &fs);
	map = below != NULL ? gf_new_list(arena, GF_MAP, false) : doc;
	if (map != doc)
		gf_new_add(doc, gf_str(f->key), map);
	gf_new_add(map, gf_str(below ? below->key : f->key),
	    value_of(t->run, key, text));
	gf_new_print(&b, doc, false);
	if (gf_tree_parse(&tree, gf_buf_keep(&b, arena),
	    &t->run->common->limits, arena, &fault))
		gf_rec_read(&reader, &place, &tree, gf_node_real(tree.root),
		    gf_kinds[GF_GOAL]);
	gf_buf_release(&b);
	for (size_t i = 0; i < fs.n; i++)
		if (strcmp(fs.v[i].check->id, "F02") == 0) {
			gf_ask_say(t->ask, "%.*s", (int)fs.v[i].said.n,
			    fs.v[i].said.p);
			gf_findings_release(&fs);
			return false;
		}
	gf_findings_release(&fs);
	if (strcmp(key, "supports") != 0 ||
	    gf_plan_goal(t->run->plan, text) != NULL)
		return true;
	gf_ask_say(t->ask, "no goal '%.*s'%s", (int)text.n, text.p,
	    gf_run_near(t->run, text));
	return false;
}

/* Ask until the answer fits; empty: it stays open. */
static bool
ask_key(struct talk *t, const char *key, const char *question)
{
	struct gf_str answer;

	for (;;) {
		if (!gf_ask_line(t->ask, &answer, "%s", question)) {
			t->ended = true;
			return false;
		}
		if (answer.n == 0)
			return false;
		if (fits(t, key, answer))
			break;
		if (t->run->common->answers != NULL) {
			gf_run_fail(t->run, "'%.*s' is no answer to '%s' for "
			    "%s of '%.*s'", (int)answer.n, answer.p, question,
			    key, (int)t->goal->id.n, t->goal->id.p);
			t->ended = true;
			return false;
		}
	}
	t->said[t->n++] = (struct said){ key, answer };
	return true;
}

/* Put the question of a finding; whether it was answered. */
static bool
ask_finding(struct talk *t, const struct gf_finding *f, const struct row *row)
{
	bool any = false;

	if (has(t, row->parts[0].key) || t->n + 3 > MOST)
		return false;
	for (size_t i = 0; i < t->nopen; i++)
		if (strcmp(t->open[i], row->parts[0].key) == 0)
			return false;
	gf_ask_say(t->ask, "%.*s", (int)f->said.n, f->said.p);
	for (size_t i = 0; i < GF_LEN(row->parts) && !t->ended &&
	    row->parts[i].key != NULL; i++) {
		if (has(t, row->parts[i].key))
			continue;
		if (ask_key(t, row->parts[i].key, row->parts[i].ask ?
		    row->parts[i].ask : f->check->ask))
			any = true;
		else if (i == 0)
			break;
	}
	if (!any && t->nopen < MOST)
		t->open[t->nopen++] = row->parts[0].key;
	return any;
}

/* The mapping of all answers below a key, NULL if there is none. */
static struct gf_new *
group(struct talk *t, const char *top)
{
	struct gf_new *map = gf_new_list(t->run->arena, GF_MAP, true);
	size_t n = strlen(top);

	for (size_t i = 0; i < t->n; i++)
		if (strncmp(t->said[i].key, top, n) == 0 &&
		    t->said[i].key[n] == '.')
			gf_new_add(map, gf_str(t->said[i].key + n + 1),
			    value_of(t->run, t->said[i].key, t->said[i].value));
	return map->first != NULL ? map : NULL;
}

/* What is new in the measure, which may be there already. */
static bool
write_measure(struct talk *t, struct gf_key_doc *doc)
{
	struct gf_new *map = group(t, "measure");
	struct gf_edits *edits = gf_run_edit(t->run, t->goal->doc);
	struct gf_node *measure;

	if (edits == NULL)
		return false;
	if (map == NULL)
		return true;
	measure = gf_node_get(gf_node_real(edits->tree->root), "measure");
	if (measure == NULL)
		return gf_key_put(doc, "measure", map);
	for (struct gf_new *n = map->first, *next; n != NULL; n = next) {
		next = n->next;
		n->next = NULL;
		if (!gf_edit_insert(edits, gf_node_real(measure), n->key, n,
		    gf_measure_order)) {
			gf_run_fail(t->run, "cannot write into the measure of "
			    "'%.*s': %s", (int)t->goal->id.n, t->goal->id.p,
			    edits->why);
			return false;
		}
	}
	return true;
}

static bool
write_one(struct talk *t, struct gf_key_doc *doc, const struct said *s)
{
	struct gf_key_doc half;
	struct gf_new *list;
	bool ok;

	if (strchr(s->key, '.') != NULL)
		return true;
	if (strcmp(s->key, "why") != 0)
		return gf_key_put(doc, s->key, value_of(t->run, s->key,
		    s->value));
	/* it is for the coach, and may have a file of its own */
	if (!gf_key_half(t->run, t->goal, &half))
		return false;
	list = gf_new_list(t->run->arena, GF_SEQ, false);
	gf_new_add(list, GF_STR(""), gf_new_text(t->run->arena, s->value));
	ok = gf_key_append(&half, GOAL_WHY, list);
	gf_key_done(&half);
	return ok;
}

/* Plan what was answered about one goal. */
static bool
write_goal(struct talk *t)
{
	static const char *const maps[] = { "first-step", "because" };
	static const struct {
		const char *key;
		unsigned field;
	} lists[] = {
		{ "obstacles", GOAL_OBSTACLES }, { "guards", GOAL_GUARDS },
		{ "milestones", GOAL_MILESTONES }
	};
	struct gf_key_doc doc = gf_key_own(t->run, t->goal);
	struct gf_new *item, *list;
	bool ok = t->n == 0 || write_measure(t, &doc);

	for (size_t i = 0; ok && i < t->n; i++)
		ok = write_one(t, &doc, &t->said[i]);
	for (size_t i = 0; ok && i < GF_LEN(maps); i++)
		if ((item = group(t, maps[i])) != NULL)
			ok = gf_key_put(&doc, maps[i], item);
	for (size_t i = 0; ok && i < GF_LEN(lists); i++) {
		item = group(t, lists[i].key);
		if (item == NULL)
			continue;
		list = gf_new_list(t->run->arena, GF_SEQ, false);
		gf_new_add(list, GF_STR(""), item);
		ok = gf_key_append(&doc, lists[i].field, list);
	}
	t->n = 0;
	return ok;
}

/* The goal of a finding that is asked, NULL if it is not. */
static const struct gf_goal *
goal_of(const struct gf_run *run, const struct gf_finding *f)
{
	const struct gf_goal *g = f->quiet == GF_QUIET_NOT && f->at.doc !=
	    NULL && f->at.doc->given && row_of(f) != NULL ?
	    gf_plan_goal(run->plan, f->goal) : NULL;

	return g != NULL && g->doc == f->at.doc ? g : NULL;
}

static bool
ask_all(struct gf_run *run, struct gf_ask *ask)
{
	struct talk t = { .run = run, .ask = ask };
	bool ok = true;

	for (size_t i = 0; ok && !t.ended && i < run->findings->n; i++) {
		struct gf_finding *f = &run->findings->v[i];
		const struct gf_goal *g = goal_of(run, f);
		struct gf_str title;

		if (g == NULL)
			continue;
		if (g != t.goal) {
			ok = t.goal == NULL || write_goal(&t);
			t.goal = g;
			t.nopen = 0;
			title = gf_goal_text(g, GOAL_TITLE);
			gf_ask_say(ask, "%.*s: %.*s", (int)g->id.n, g->id.p,
			    (int)title.n, title.p);
		}
		if (ok && ask_finding(&t, f, row_of(f)))
			f->level = GF_OFF;
	}
	return ok && run->status < 2 && (t.goal == NULL || write_goal(&t));
}

int
gf_run_missing(struct gf_run *run)
{
	struct gf_ask ask;
	int said = 2;

	if (!gf_ask_open(&ask, run, "what is missing"))
		return 2;
	if (ask_all(run, &ask))
		said = gf_ask_settle(&ask);
	gf_ask_close(&ask);
	return said;
}
