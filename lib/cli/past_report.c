#include <stdlib.h>
#include <string.h>

#include "cli/past.h"
#include "cli/walk.h"
#include "goal/check.h"
#include "goal/config_table.h"
#include "judge/rule.h"
#include "judge/select.h"
#include "out/baseline.h"
#include "out/show.h"
#include "text/split.h"
#include "text/waiver.h"

/* What is compared: a configuration, and the one that held there before. */
struct change {
	struct gf_run *run;
	const struct gf_config *now, *was;
	const struct gf_sentence *sentence;
};

/* Files that one key of a configuration leaves out now. */
struct gap {
	const struct gf_config *config;
	unsigned field;
	struct gf_str first;
	size_t n;
};

/* Say it at a place that no configuration can make it silent at. */
static void
say(struct gf_run *run, const struct gf_doc *doc, struct gf_at at,
    const struct gf_sentence *s, struct gf_str said, const char *keypath)
{
	const struct gf_check *check = &gf_format_rows[GF_F13];
	struct gf_doc *place = gf_arena_alloc(run->arena, sizeof(*place));
	struct gf_finding *f;
	enum gf_level level = gf_check_level(check, check->level, NULL, s);

	*place = *doc;
	place->waivers = NULL;
	if (level == GF_OFF)
		return;
	f = gf_finding_add(run->findings, check, (struct gf_place){ place,
	    at }, "%.*s", (int)said.n, said.p);
	f->level = level;
	f->keypath = gf_str(keypath);
}

/* The same in a configuration; doc NULL: where it begins. */
static void
say_config(const struct change *c, const struct gf_doc *doc, struct gf_at at,
    struct gf_str said, const char *keypath)
{
	struct gf_doc place = { .origin = { .path = c->now->path.n > 0 ?
	    c->now->path : GF_STR(".goalfile.yaml"), .line = 1, .col = 1 } };

	if (doc == NULL)
		doc = c->now->doc;
	if (doc != NULL)
		place = *doc;
	place.seq = UINT32_MAX;
	place.given = true;
	say(c->run, &place, at, c->sentence, said, keypath);
}

/* A check that is set lower than it was; now NULL: it is there no longer. */
static void
compare_level(const struct change *c, const struct gf_check *was,
    const struct gf_check *now)
{
	const struct gf_sentence none = { 0 };
	enum gf_level old = gf_check_level(was, was->level, c->was, &none);
	enum gf_level new = now == NULL ? GF_OFF :
	    gf_check_level(now, now->level, c->now, &none);
	const struct gf_doc *doc = NULL;
	struct gf_at at = { 0 };
	struct gf_buf said = { 0 };

	if (new >= old)
		return;
	for (size_t n = 0; n < c->now->nchecks; n++)
		if (gf_str_is(c->now->checks[n].id, was->id)) {
			at = c->now->checks[n].at;
			doc = c->now->checks[n].doc;
		}
	gf_buf_printf(&said, "this change sets %s from %s to %s", was->id,
	    gf_level_name(old), gf_level_name(new));
	say_config(c, doc, at, gf_buf_view(&said), "checks");
	gf_buf_release(&said);
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static bool
same_more(const struct gf_rule *a, const struct gf_rule *b)
{
	size_t i = 0;

	while (i < GF_RULE_MORE && a->more[i] != NULL &&
	    same_text(a->more[i], b->more[i]))
		i++;
	return i == GF_RULE_MORE || same_text(a->more[i], b->more[i]);
}

/* A rule of one's own that looks for something else than it did. */
static void
compare_rule(const struct change *c, const struct gf_judgement *was,
    const struct gf_judgement *now)
{
	const struct gf_rule *a = was->rule, *b = now->rule;
	const struct gf_val *v = gf_rec_raw(c->now->rec, CONFIG_RULES);
	struct gf_buf said = { 0 };

	if (same_text(a->field, b->field) && same_text(a->match, b->match) &&
	    same_text(a->unless, b->unless) && same_more(a, b) &&
	    same_text(a->conditions, b->conditions))
		return;
	gf_buf_printf(&said, "this change rewrites the rule '%s'",
	    was->check.id);
	say_config(c, NULL, v ? v->at : (struct gf_at){ 0 },
	    gf_buf_view(&said), "rules");
	gf_buf_release(&said);
}

/* The row of a catalog with an id, NULL if it has none. */
static const struct gf_judgement *
row_of(const struct gf_catalog *catalog, const char *id)
{
	for (size_t i = 0; catalog != NULL && i < catalog->n; i++)
		if (strcmp(catalog->rows[i].check.id, id) == 0)
			return &catalog->rows[i];
	return NULL;
}

/* What one configuration asks less than it did. */
static void
compare(const struct change *c)
{
	const struct gf_prog *prog = c->run->prog;

	for (size_t i = 0; i < prog->nchecks; i++)
		for (size_t k = 0; k < prog->checks[i]->n; k++)
			compare_level(c, &prog->checks[i]->rows[k].check,
			    &prog->checks[i]->rows[k].check);
	if (!prog->rules || c->was->rules == NULL)
		return;
	for (size_t i = 0; i < c->was->rules->n; i++) {
		const struct gf_judgement *was = &c->was->rules->rows[i];
		const struct gf_judgement *now = row_of(c->now->rules,
		    was->check.id);

		compare_level(c, &was->check, now ? &now->check : NULL);
		if (now != NULL)
			compare_rule(c, was, now);
	}
}

/* The suppressions of a document that it did not have. */
static void
compare_waivers(struct gf_run *run, const struct gf_entry *e,
    const struct gf_sentence *s)
{
	struct gf_past *p = run->inputs->past;
	struct gf_buf key = { 0 }, said = { 0 };
	struct gf_str bytes = e->doc->bytes;

	for (const struct gf_waiver *w = e->doc->waivers; w != NULL;
	    w = w->next) {
		if (bytes.p == NULL || gf_map_get(&p->waivers,
		    gf_past_waiver(&key, bytes, e->goal ? e->goal->id :
		    e->party ? e->party->id : GF_STR(""), w)) != NULL)
			continue;
		gf_buf_clear(&said);
		gf_buf_text(&said, "this change silences");
		for (size_t i = 0; i < w->nids; i++)
			gf_buf_printf(&said, "%s %.*s", i > 0 ? "," : "",
			    (int)w->ids[i].id.n, w->ids[i].id.p);
		say(run, e->doc, w->at, s, gf_buf_view(&said), "checks");
	}
	gf_buf_release(&key);
	gf_buf_release(&said);
}

/* A baseline as it stands in the tree of a configuration; empty: there is none. */
static void
read_baseline(struct gf_baseline *b, const struct gf_conf *c,
    struct gf_run *run)
{
	struct gf_str path = gf_str(run->common->baseline);
	struct gf_buf bytes = { 0 }, why = { 0 };

	gf_baseline_init(b, path, run->arena);
	if (gf_conf_read(c, path, &bytes))
		gf_baseline_parse(b, (struct gf_str){ gf_arena_copy(
		    run->arena, bytes.p, bytes.n), bytes.n }, &why);
	gf_buf_release(&bytes);
	gf_buf_release(&why);
}

/* What the file of --baseline holds back that it did not. */
static void
compare_baselines(struct gf_run *run, const struct gf_sentence *s)
{
	struct gf_baseline now, was;
	struct gf_at at = { 0 };
	struct gf_buf said = { 0 };
	size_t more = 0;

	if (run->common->baseline == NULL || run->common->update_baseline)
		return;
	read_baseline(&now, &run->inputs->conf, run);
	read_baseline(&was, &run->inputs->past->conf, run);
	for (size_t i = 0; i < now.n; i++) {
		const size_t *k = gf_map_get(&was.prints, now.v[i].print);
		size_t had = k != NULL ? was.v[*k - 1].count : 0;

		if (now.v[i].count <= had)
			continue;
		if (more == 0)
			at.line = now.v[i].line;
		more += now.v[i].count - had;
	}
	gf_buf_printf(&said, "this change holds back %zu more finding%s",
	    more, more == 1 ? "" : "s");
	if (more > 0)
		say(run, &now.doc, at, s, gf_buf_view(&said), "baseline");
	gf_buf_release(&said);
	gf_baseline_release(&now);
	gf_baseline_release(&was);
}

/* Whether a gate reads a file: the roots are those of where it stands. */
static bool
reads(struct gf_conf *c, struct gf_str path, unsigned *field)
{
	const struct gf_config *root = gf_conf_for(c, GF_STR(""));

	*field = CONFIG_EXCLUDE;
	if (gf_conf_excludes(c, gf_conf_for(c, path), path))
		return false;
	*field = CONFIG_ROOTS;
	return root->nroots == 0 || gf_conf_rooted(c, root, path);
}

/* Whether a file holds a document of ours; one that cannot be read may. */
static bool
is_ours(const struct gf_conf *c, struct gf_str path)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_splitter split = { 0 };
	struct gf_arena scratch = { 0 };
	struct gf_buf bytes = { 0 };
	struct gf_piece piece;
	struct gf_fault fault;
	struct gf_tree tree;
	bool ours = !gf_conf_read(c, path, &bytes);

	while (!ours && gf_split_next(&split, gf_buf_view(&bytes), true,
	    &piece) == 1) {
		ours = gf_tree_parse(&tree, piece.bytes, &limits, &scratch,
		    &fault) && tree.root != NULL &&
		    tree.root->kind == GF_MAP && tree.root->first != NULL &&
		    gf_kind_of(tree.root->first->value) != GF_FOREIGN;
		gf_arena_clear(&scratch);
	}
	gf_arena_release(&scratch);
	gf_buf_release(&bytes);
	return ours;
}

static void
say_gap(const struct change *c, const struct gap *gap)
{
	const struct gf_val *v = gf_rec_raw(c->now->rec, gap->field);
	struct gf_buf said = { 0 };

	/* a base may say it, for which there is no place here */
	if (v == NULL)
		v = gf_rec_raw(c->now->rec, CONFIG_EXTENDS);
	gf_buf_text(&said, "this change leaves '");
	gf_show_path(&said, gap->first);
	gf_buf_text(&said, "'");
	if (gap->n > 1)
		gf_buf_printf(&said, " and %zu more file%s", gap->n - 1,
		    gap->n == 2 ? "" : "s");
	gf_buf_text(&said, " unread");
	say_config(c, NULL, v ? v->at : (struct gf_at){ 0 },
	    gf_buf_view(&said), gap->field == CONFIG_ROOTS ? "roots" :
	    "exclude");
	gf_buf_release(&said);
}

/* Every file with something of ours in the repository that is read no longer. */
static void
compare_reading(struct gf_run *run, const struct gf_sentence *s)
{
	struct gf_inputs *is = run->inputs;
	struct gf_names all = { 0 };
	struct gap *gaps = NULL;
	size_t n = 0, cap = 0, g;
	unsigned field, before;

	is->looking_up = true;
	gf_walk_repository(run, GF_STR("."), &all);
	is->looking_up = false;
	for (size_t i = 0; i < all.n; i++) {
		const struct gf_config *config;

		if (reads(&is->conf, all.v[i], &field) ||
		    !reads(&is->past->conf, all.v[i], &before) ||
		    !is_ours(&is->conf, all.v[i]))
			continue;
		config = gf_conf_for(&is->conf, field == CONFIG_ROOTS ?
		    GF_STR("") : all.v[i]);
		for (g = 0; g < n && (gaps[g].config != config ||
		    gaps[g].field != field); g++)
			;
		if (g == n) {
			gaps = gf_grow(gaps, n, &cap, sizeof(*gaps));
			gaps[n++] = (struct gap){ config, field, all.v[i], 0 };
		}
		gaps[g].n++;
	}
	for (g = 0; g < n; g++)
		say_gap(&(struct change){ run, gaps[g].config, NULL, s },
		    &gaps[g]);
	free(gaps);
	free(all.v);
}

void
gf_past_report(struct gf_run *run, const struct gf_sentence *s)
{
	struct gf_past *p = run->inputs->past;
	const struct gf_plan *plan = run->plan;
	struct gf_map seen = { 0 };

	if (p == NULL || p->none)
		return;
	for (size_t i = 0; i < plan->nentries; i++) {
		const struct gf_entry *e = &plan->entries[i];
		struct change c = { run, e->config, NULL, s };
		const struct gf_config *pair[2];
		struct gf_str key = { (const char *)pair, sizeof(pair) };

		if (gf_map_get(&p->docs, e->doc->bytes) == NULL)
			compare_waivers(run, e, s);
		if (e->config == NULL)
			continue;
		c.was = gf_conf_for(&p->conf, e->doc->origin.path);
		pair[0] = c.now;
		pair[1] = c.was;
		if (gf_map_get(&seen, key) != NULL)
			continue;
		key.p = gf_arena_copy(run->arena, key.p, key.n);
		gf_map_put(&seen, key, p);
		compare(&c);
	}
	compare_reading(run, s);
	compare_baselines(run, s);
	gf_map_release(&seen);
	gf_findings_sort(run->findings);
}
