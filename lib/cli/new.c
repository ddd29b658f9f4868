#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/mem.h"
#include "cli/ask.h"
#include "cli/change.h"
#include "cli/input.h"
#include "cli/item.h"
#include "cli/new.h"

#define O(field) offsetof(struct gf_new_options, field)

const struct gf_opt gf_new_opts[] = {
	{ 0, "title", GF_OPT_TEXT, O(title), "TEXT", "the goal in one line" },
	{ 0, "owner", GF_OPT_TEXT, O(owner), "WHO", "whose goal it is" },
	{ 0, "due", GF_OPT_TEXT, O(due), "DATE", "when it ends" },
	{ 0, "to", GF_OPT_TEXT, O(to), "QUANTITY", "the value to reach" },
	{ 0, "unit", GF_OPT_TEXT, O(unit), "UNIT", "what that counts" },
	{ 0, "supports", GF_OPT_TEXT, O(supports), "ID",
	    "the goal that it serves" },
	{ 0, "like", GF_OPT_TEXT, O(like), "ID",
	    "take over the shape of this goal, which it goes on from" },
	{ 0 }
};

struct gf_str
gf_sketch_get(const struct gf_sketch *s, const char *key)
{
	for (size_t i = 0; i < s->n; i++)
		if (gf_str_is(s->pairs[i].key, key))
			return s->pairs[i].value;
	return (struct gf_str){ "", 0 };
}

/* Say what is wrong with a goal, and in which line. */
GF_PRINTF(3, 4) static bool
wrong(struct gf_run *run, const struct gf_sketch *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	gf_run_fail_at(run, s->line, fmt, ap);
	va_end(ap);
	return false;
}

/* Several values of a list stand in one cell between semicolons. */
struct gf_new *
gf_new_value(struct gf_run *run, const struct gf_field *f, struct gf_str value)
{
	struct gf_new *list;

	if (f->form == GF_ONE || memchr(value.p, ';', value.n) == NULL)
		return gf_item_scalar(run, f, value);
	list = gf_new_list(run->arena, GF_SEQ, true);
	while (value.n > 0) {
		struct gf_str part = gf_str_trim(gf_str_cut(&value, ';'));

		if (part.n > 0)
			gf_new_add(list, GF_STR(""), gf_item_scalar(run, f,
			    part));
	}
	return list;
}

/* The mapping below a key ("measure") from all keys that begin with it. */
static struct gf_new *
below(struct gf_run *run, const struct gf_sketch *s,
    const struct gf_field *up)
{
	struct gf_new *map = gf_new_list(run->arena, GF_MAP, true);
	struct gf_buf key = { 0 };

	for (size_t i = 0; i < up->table->n; i++) {
		const struct gf_field *f = &up->table->fields[i];
		struct gf_str value;

		gf_buf_clear(&key);
		gf_buf_printf(&key, "%s.%s", up->key, f->key);
		value = gf_sketch_get(s, key.p);
		if (value.n > 0)
			gf_new_add(map, gf_str(f->key), gf_new_value(run, f,
			    value));
	}
	gf_buf_release(&key);
	return map;
}

/* The goal in the order of the format. */
static struct gf_new *
document(struct gf_run *run, const struct gf_sketch *s)
{
	const struct gf_table *t = gf_kinds[GF_GOAL];
	struct gf_new *doc = gf_new_list(run->arena, GF_MAP, false), *map;

	gf_new_add(doc, GF_STR("goal"), gf_new_text(run->arena, s->id));
	for (size_t i = 1; i < t->n; i++) {
		const struct gf_field *f = &t->fields[i];
		struct gf_str value = gf_sketch_get(s, f->key);

		if (value.n > 0)
			gf_new_add(doc, gf_str(f->key), gf_new_value(run, f,
			    value));
		if (f->type != GF_T_REC || f->form != GF_ONE || value.n > 0)
			continue;
		map = below(run, s, f);
		if (map->first != NULL)
			gf_new_add(doc, gf_str(f->key), map);
	}
	return doc;
}

static struct gf_str
printed(struct gf_run *run, const struct gf_new *doc)
{
	struct gf_buf b = { 0 };
	struct gf_str s;

	gf_new_print(&b, doc, false);
	s = gf_buf_keep(&b, run->arena);
	gf_buf_release(&b);
	return s;
}

/* Whether the document is read without an error. */
static bool
reads(struct gf_run *run, const struct gf_sketch *s, struct gf_str bytes)
{
	struct gf_findings fs;
	struct gf_reader reader;
	struct gf_fault fault;
	struct gf_tree tree;
	struct gf_doc doc = { .bytes = bytes };
	bool ok;

	gf_findings_init(&fs, run->arena);
	reader = gf_reader_of(run->config, run->arena, &fs);
	if (!gf_tree_parse(&tree, bytes, &run->common->limits, run->arena,
	    &fault))
		return wrong(run, s, "%s", fault.said);
	gf_rec_read(&reader, &doc, &tree, gf_node_real(tree.root),
	    gf_kinds[GF_GOAL]);
	ok = fs.n == 0;
	if (!ok)
		wrong(run, s, "%.*s", (int)fs.v[0].said.n, fs.v[0].said.p);
	gf_findings_release(&fs);
	return ok;
}

/* Whether the id is one, and nobody has it yet. */
static bool
id_ok(struct gf_run *run, const struct gf_sketch *all, size_t i)
{
	const struct gf_sketch *s = &all[i];
	const struct gf_goal *g = gf_plan_goal(run->plan, s->id);

	if (!gf_id_ok(s->id))
		return wrong(run, s, "'%.*s' cannot be an id: a-z, 0-9 and "
		    ". _ - after the first", (int)s->id.n, s->id.p);
	for (size_t k = 0; k < i; k++)
		if (gf_str_eq(all[k].id, s->id))
			return wrong(run, s, "'%.*s' stands in line %u, too",
			    (int)s->id.n, s->id.p, all[k].line);
	if (g != NULL)
		return wrong(run, s, "there is a goal '%.*s' already, in "
		    "'%s'", (int)s->id.n, s->id.p, gf_input_name(run,
		    g->doc->origin.path));
	return true;
}

/* Whether the goals that it serves are there, or are made with it. */
static bool
links_ok(struct gf_run *run, const struct gf_sketch *all, size_t n, size_t i)
{
	struct gf_str rest = gf_sketch_get(&all[i], "supports"), id;

	while (rest.n > 0 && !run->common->allow_missing) {
		bool made = false;

		id = gf_str_trim(gf_str_cut(&rest, ';'));
		for (size_t k = 0; k < n; k++)
			made = made || gf_str_eq(all[k].id, id);
		if (made || gf_plan_goal(run->plan, id) != NULL)
			continue;
		return wrong(run, &all[i], "no goal '%.*s'%s", (int)id.n,
		    id.p, gf_run_near(run, id));
	}
	return true;
}

/* The one file that the goals go into; empty, and it was said, if none. */
static struct gf_str
file_of(struct gf_run *run)
{
	const struct gf_inputs *is = run->inputs;
	bool standard = is->piped && is->nnamed == 0;

	for (size_t i = 0; i < run->plan->nentries; i++)
		if (run->plan->entries[i].doc->given &&
		    run->plan->entries[i].doc->broken) {
			gf_run_fail(run, "nothing is added to what is no "
			    "YAML; mend that first");
			return (struct gf_str){ "", 0 };
		}
	if (is->nnamed == 1 || standard)
		return standard ? is->v[0].name : gf_str(is->named[0]);
	gf_run_fail(run, "'new' wants one file that the goal goes into");
	return (struct gf_str){ "", 0 };
}

static bool
add(struct gf_run *run, struct gf_str path, const struct gf_sketch *all,
    size_t n, size_t i)
{
	const struct gf_new_options *o = run->opt;
	const struct gf_goal *like = NULL;
	const struct gf_sketch *s = &all[i];
	struct gf_str bytes;

	if (!id_ok(run, all, i) || !links_ok(run, all, n, i))
		return false;
	if (o->like != NULL) {
		like = gf_run_goal(run, gf_str(o->like));
		if (like == NULL)
			return false;
		bytes = gf_new_like(run, like, s, path);
	} else if (gf_sketch_get(s, "title").n == 0) {
		return wrong(run, s, "a goal needs a title%s", s->line > 0 ?
		    "" : ": --title TEXT");
	} else {
		bytes = printed(run, document(run, s));
	}
	if (bytes.p == NULL || !reads(run, s, bytes))
		return false;
	gf_run_append_bytes(run, path, bytes);
	return true;
}

/* Whether a key of the head line is one of a goal; else says so. */
static bool
known_key(struct gf_run *run, struct gf_str key)
{
	const struct gf_table *t = gf_kinds[GF_GOAL];
	struct gf_str rest = key, top = gf_str_cut(&rest, '.');
	int i = gf_field_find(t, top);
	const char *names[128];
	size_t n = 0;

	if (i >= 0 && rest.n == 0 && (t->fields[i].type != GF_T_REC ||
	    t->fields[i].short_first || t->fields[i].table->text_or_map))
		return true;
	if (i >= 0 && t->fields[i].type == GF_T_REC && t->fields[i].form ==
	    GF_ONE && gf_field_find(t->fields[i].table, rest) >= 0)
		return true;
	for (size_t k = 0; k < t->n && n < GF_LEN(names); k++)
		names[n++] = t->fields[k].key;
	gf_run_fail(run, "line 1: no column '%.*s' in a goal%s", (int)key.n,
	    key.p, gf_run_meant(run, gf_str_nearest(i >= 0 ? rest : key, names,
	    n), ""));
	return false;
}

static bool
head_ok(struct gf_run *run, const struct gf_str *head, size_t n)
{
	const char *sign = n == 1 ? gf_csv_parted(head[0]) : NULL;
	bool id = false;

	if (sign != NULL) {
		gf_run_fail(run, "line 1: the fields are parted by %s: commas "
		    "are expected, such as goal,title,due; export it anew with "
		    "them", sign);
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		if (!known_key(run, gf_str_trim(head[i])))
			return false;
		id = id || gf_str_is(gf_str_trim(head[i]), "goal");
		for (size_t k = 0; k < i; k++)
			if (gf_str_eq(gf_str_trim(head[k]),
			    gf_str_trim(head[i]))) {
				gf_run_fail(run, "line 1: '%.*s' stands there "
				    "twice", (int)head[i].n, head[i].p);
				return false;
			}
	}
	if (!id)
		gf_run_fail(run, "line 1: the first line names the keys of "
		    "the columns, 'goal' among them");
	return id;
}

static void
take_row(struct gf_run *run, const struct gf_csv *csv,
    const struct gf_str *head, const struct gf_str *cells,
    struct gf_sketch *s)
{
	struct gf_pair *pairs = gf_arena_alloc(run->arena, csv->nfields *
	    sizeof(*pairs));

	*s = (struct gf_sketch){ .pairs = pairs, .line = csv->line,
	    .id = { "", 0 } };
	for (size_t i = 0; i < csv->nfields; i++) {
		struct gf_str value = gf_str_trim(cells[i]);
		struct gf_str key = gf_str_trim(head[i]);

		if (gf_str_is(key, "goal"))
			s->id = value;
		else if (value.n > 0)
			pairs[s->n++] = (struct gf_pair){ key, value };
	}
}

/* A goal for each line of a table; false, and it was said, if it is none. */
static bool
read_table(struct gf_run *run, struct gf_sketch **all, size_t *n)
{
	struct gf_str *head = NULL, *cells;
	struct gf_csv csv;
	size_t cap = 0;

	if (!gf_heard_load(run, "-", "the goals"))
		return false;
	gf_csv_init(&csv, gf_buf_view(&run->heard->given));
	while (gf_csv_next(&csv, &cells, run->arena)) {
		if (head == NULL) {
			head = cells;
			if (!head_ok(run, head, csv.nfields))
				return false;
			continue;
		}
		*all = gf_grow(*all, *n, &cap, sizeof(**all));
		take_row(run, &csv, head, cells, &(*all)[(*n)++]);
	}
	if (csv.why != NULL)
		gf_run_fail(run, "line %u: %s", csv.line, csv.why);
	else if (head == NULL)
		gf_run_fail(run, "standard input is empty: it takes goals as "
		    "CSV, the names of the keys in the first line");
	return csv.why == NULL && head != NULL;
}

/* The one goal of the options. */
static bool
read_options(struct gf_run *run, struct gf_sketch **all, size_t *n)
{
	const struct gf_new_options *o = run->opt;
	const struct { const char *key, *value; } given[] = {
		{ "title", o->title }, { "owner", o->owner },
		{ "measure.unit", o->unit }, { "measure.to", o->to },
		{ "due", o->due }, { "supports", o->supports },
	};
	struct gf_pair *pairs = gf_arena_alloc(run->arena,
	    GF_LEN(given) * sizeof(*pairs));

	*all = gf_alloc(sizeof(**all));
	**all = (struct gf_sketch){ .id = run->ids[0], .pairs = pairs };
	for (size_t i = 0; i < GF_LEN(given); i++)
		if (given[i].value != NULL && given[i].value[0] != '\0')
			pairs[(*all)->n++] = (struct gf_pair){
			    gf_str(given[i].key), gf_str(given[i].value) };
	*n = 1;
	return true;
}

static bool
options_ok(struct gf_run *run)
{
	const struct gf_new_options *o = run->opt;

	if (!run->import || (o->title == NULL && o->owner == NULL &&
	    o->due == NULL && o->to == NULL && o->unit == NULL &&
	    o->supports == NULL && o->like == NULL))
		return true;
	gf_run_fail(run, "the goals of a table have columns of their own: "
	    "leave the options out");
	return false;
}

int
gf_run_new(struct gf_run *run)
{
	struct gf_sketch *all = NULL;
	struct gf_str path = { "", 0 };
	size_t n = 0;
	bool ok = options_ok(run) && (path = file_of(run)).n > 0 &&
	    (run->import ? read_table(run, &all, &n) :
	    read_options(run, &all, &n));

	for (size_t i = 0; ok && i < n; i++)
		ok = add(run, path, all, n, i);
	if (ok && n == 0)
		gf_run_say(run, "the table holds no goal");
	if (ok && gf_change_writes(run) && n == 1)
		gf_run_say(run, "'%.*s' is new in '%s'", (int)all->id.n,
		    all->id.p, gf_input_name(run, path));
	else if (ok && gf_change_writes(run))
		gf_run_say(run, "%zu goals are new in '%s'", n,
		    gf_input_name(run, path));
	free(all);
	return ok ? 0 : 2;
}
