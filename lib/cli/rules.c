#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/file.h"
#include "cli/input.h"
#include "cli/rules.h"
#include "goal/check.h"
#include "goal/config_table.h"
#include "goal/table_rule.h"
#include "judge/rule.h"
#include "out/show.h"
#include "text/split.h"

/* Numbers from which those of one's own rules count. */
#define FIRST 32

/* Rules that were read, while more are. */
struct rules {
	struct gf_judgement *rows;
	const struct gf_rec **recs;	/* with the examples of each */
	size_t n, cap, caprecs;
	size_t wrong;			/* that could not be used */
};

/* Rows that a rule can be like: the built-in ones, and those before it. */
static const struct gf_judgement **
all_known(const struct rules *rules, size_t *n)
{
	static const struct gf_catalog *const built_in[] = {
		&gf_word_checks, &gf_field_checks, &gf_smart_s, &gf_smart_m,
		&gf_smart_a, &gf_smart_r, &gf_smart_t, &gf_smart_x,
		&gf_smart_w, &gf_smart_metric, &gf_smart_rhythm,
		&gf_smart_pace, &gf_smart_plan, &gf_smart_owner,
		&gf_shared_plan, &gf_shared_owner, &gf_align_sums,
		&gf_shared_checks, &gf_align_checks, &gf_format_checks,
		&gf_rule_checks
	};
	const struct gf_judgement **v = NULL;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0; i < GF_LEN(built_in); i++)
		for (size_t k = 0; k < built_in[i]->n; k++) {
			v = gf_grow(v, *n, &cap, sizeof(*v));
			v[(*n)++] = &built_in[i]->rows[k];
		}
	for (size_t i = 0; i < rules->n; i++) {
		v = gf_grow(v, *n, &cap, sizeof(*v));
		v[(*n)++] = &rules->rows[i];
	}
	return v;
}

static void
broken(struct gf_conf *c, const struct gf_doc *doc, struct gf_at at,
    const char *said)
{
	gf_finding_add(&c->findings, &gf_format_rows[GF_YAML],
	    (struct gf_place){ doc, at }, "%s", said);
}

/* Read one document of a file of rules. */
static bool
read_one(struct gf_conf *c, const struct gf_config *config,
    struct gf_doc *doc, struct gf_str bytes, struct rules *rules)
{
	const struct gf_limits *limits = &c->run->common->limits;
	struct gf_rule_file file = { .config = config, .doc = doc,
	    .arena = c->run->arena, .findings = &c->findings,
	    .number = FIRST + c->nrules };
	struct gf_arena scratch = { 0 };
	const struct gf_judgement **known;
	struct gf_judgement row;
	const struct gf_rec *rec = NULL;
	struct gf_fault fault;
	struct gf_tree tree;
	bool ok;

	if (!gf_tree_parse(&tree, bytes, limits, &scratch, &fault)) {
		broken(c, doc, fault.at, fault.said);
		gf_arena_release(&scratch);
		return false;
	}
	known = all_known(rules, &file.nknown);
	file.known = known;
	ok = tree.root == NULL || gf_rule_read(&file, &tree, &row, &rec);
	if (ok && tree.root != NULL &&
	    c->nrules++ == limits->v[GF_LIMIT_RULES]) {
		broken(c, doc, gf_rec_at(rec), "too many rules");
		ok = false;
	}
	if (ok && rec != NULL) {
		rules->rows = gf_grow(rules->rows, rules->n, &rules->cap,
		    sizeof(*rules->rows));
		rules->recs = gf_grow(rules->recs, rules->n,
		    &rules->caprecs, sizeof(*rules->recs));
		rules->recs[rules->n] = rec;
		rules->rows[rules->n++] = row;
	}
	free(known);
	gf_arena_release(&scratch);
	return ok;
}

/*
 * Read the rules of a file; findings get what is wrong with them; from is where
 * the file is named, NULL if in no file; false if it cannot be read.
 */
static bool
read_file(struct gf_conf *c, const struct gf_config *config,
    struct gf_str path, const struct gf_place *from, struct rules *rules)
{
	struct gf_buf bytes = { 0 };
	struct gf_splitter split = { 0 };
	struct gf_piece piece;
	bool ok = from != NULL ? gf_conf_read(c, path, &bytes) :
	    gf_file_read(path.p, gf_limits_default().v[GF_LIMIT_SIZE], &bytes);

	if (!ok && from != NULL)
		gf_finding_add(&c->findings, &gf_format_rows[GF_F02], *from,
		    "cannot read '%s': %s", path.p, strerror(errno));
	else if (!ok)
		gf_run_fail(c->run, "cannot read '%s': %s", path.p,
		    strerror(errno));
	while (ok && gf_split_next(&split, gf_buf_view(&bytes), true,
	    &piece) == 1) {
		struct gf_doc *doc = gf_arena_alloc(c->run->arena,
		    sizeof(*doc));

		doc->origin.path = path;
		doc->origin.line = (uint32_t)piece.line + 1;
		doc->origin.col = (uint32_t)piece.col + 1;
		doc->given = true;
		if (!read_one(c, config, doc, gf_str_keep(piece.bytes,
		    c->run->arena), rules))
			rules->wrong++;
	}
	gf_buf_release(&bytes);
	return ok;
}

void
gf_rules_load(struct gf_conf *c, struct gf_config *config,
    const struct gf_doc *doc, struct gf_str dir)
{
	const struct gf_val *v;
	size_t n = gf_rec_list(config->rec, CONFIG_RULES, &v);
	struct rules rules = { 0 };
	struct gf_catalog *catalog;

	for (size_t i = 0; i < n; i++) {
		/* gf_config_read has seen to it that it stays below */
		struct gf_place from = { doc, v[i].at };
		struct gf_buf abs = { 0 }, path = { 0 };

		gf_buf_str(&abs, dir);
		gf_buf_byte(&abs, '/');
		gf_buf_str(&abs, gf_val_text(&v[i]));
		gf_conf_relative(c, gf_buf_view(&abs), &path);
		if (!read_file(c, config, gf_buf_keep(&path, c->run->arena),
		    &from, &rules) || rules.wrong > 0)
			c->bad = true;
		gf_buf_release(&abs);
		gf_buf_release(&path);
	}
	if (rules.n > 0) {
		struct gf_judgement *rows = gf_arena_alloc(c->run->arena,
		    rules.n * sizeof(*rows));

		memcpy(rows, rules.rows, rules.n * sizeof(*rows));
		catalog = gf_arena_alloc(c->run->arena, sizeof(*catalog));
		*catalog = (struct gf_catalog){ rows, rules.n };
		config->rules = catalog;
	}
	free(rules.rows);
	free(rules.recs);
}

/* Lines that hold what a file says. */
static void
show_lines(struct gf_buf *out, struct gf_str rest)
{
	while (rest.n > 0) {
		gf_show(out, gf_str_cut(&rest, '\n'));
		gf_buf_byte(out, '\n');
	}
}

int
gf_rules_test(struct gf_run *run, const char *path)
{
	struct gf_conf *c = &run->inputs->conf;
	struct rules rules = { 0 };
	struct gf_buf said = { 0 };
	const struct gf_val *v;
	size_t examples = 0;
	bool ok = true;
	int status = 2;

	if (read_file(c, run->config, gf_str(path), NULL, &rules) &&
	    rules.wrong == 0 && rules.n == 0) {
		gf_run_fail(run, "'%s' holds no rule: a document that begins "
		    "with rule: ID, see goalfile-rules(5)", path);
	} else if (run->status < 2 && rules.wrong == 0) {
		for (size_t i = 0; i < rules.n; i++) {
			examples += gf_rec_list(rules.recs[i],
			    RULE_BAD, &v) + gf_rec_list(rules.recs[i],
			    RULE_GOOD, &v);
			ok = gf_rule_try(&rules.rows[i], rules.recs[i],
			    run->config, run->arena, &said) && ok;
		}
		show_lines(run->out, gf_buf_view(&said));
		if (ok)
			gf_buf_printf(run->out, "%zu rule%s and %zu "
			    "example%s, all as they say\n", rules.n,
			    rules.n == 1 ? "" : "s", examples,
			    examples == 1 ? "" : "s");
		status = ok ? 0 : 1;
	}
	c->bad = c->bad || rules.wrong > 0;
	gf_buf_release(&said);
	free(rules.rows);
	free(rules.recs);
	return status;
}
