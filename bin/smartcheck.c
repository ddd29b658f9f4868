#include <stdlib.h>
#include <string.h>

#include "cli/init.h"
#include "cli/new.h"
#include "cli/reroute.h"
#include "cli/rules.h"
#include "out/check_card.h"
#include "out/route_sheet.h"

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_smart_s, &gf_smart_m, &gf_smart_a, &gf_smart_r,
	&gf_smart_t, &gf_smart_x, &gf_smart_w, &gf_shared_checks,
	&gf_smart_metric, &gf_smart_rhythm, &gf_smart_pace, &gf_smart_plan,
	&gf_smart_owner, &gf_shared_plan, &gf_shared_owner,
	&gf_word_checks, &gf_field_checks, &gf_rule_checks
};

/* The letters of SMART first, then what stands across and around them. */
static int
by_group(const void *a, const void *b)
{
	static const char groups[] = "SMARTXWLYOCFy";
	const struct gf_check *x = *(const struct gf_check *const *)a;
	const struct gf_check *y = *(const struct gf_check *const *)b;

	if (x->id[0] != y->id[0])
		return strchr(groups, x->id[0]) < strchr(groups, y->id[0]) ?
		    -1 : 1;
	return strcmp(x->id, y->id);
}

/* Every check in order; the caller frees the list. */
static const struct gf_check **
all_checks(const struct gf_config *config, size_t *n)
{
	const struct gf_check **v = NULL;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0; i < gf_ncatalogs; i++) {
		for (size_t k = 0; k < gf_catalogs[i]->n; k++) {
			v = gf_grow(v, *n, &cap, sizeof(*v));
			v[(*n)++] = &gf_catalogs[i]->rows[k].check;
		}
	}
	if (v != NULL)
		qsort(v, *n, sizeof(*v), by_group);
	for (size_t i = 0; config->rules && i < config->rules->n; i++) {
		v = gf_grow(v, *n, &cap, sizeof(*v));
		v[(*n)++] = &config->rules->rows[i].check;
	}
	return v;
}

static const struct gf_check *
find(const struct gf_check *const *v, size_t n, struct gf_str id)
{
	for (size_t i = 0; i < n; i++)
		if (gf_str_eq_fold(id, gf_str(v[i]->id)) ||
		    gf_str_eq_fold(id, gf_str(v[i]->name)))
			return v[i];
	return NULL;
}

/* Ids are so short that their names are looked at too. */
static void
unknown(struct gf_run *run, const struct gf_check *const *v, size_t n,
    struct gf_str id)
{
	const char **names = gf_alloc(2 * n * sizeof(*names)), *near;
	char upper[8] = "";

	for (size_t i = 0; i < n; i++) {
		names[i] = v[i]->id;
		names[n + i] = v[i]->name;
	}
	for (size_t i = 0; i < id.n && id.n < sizeof(upper); i++)
		upper[i] = id.p[i] >= 'a' && id.p[i] <= 'z' ?
		    (char)(id.p[i] - 'a' + 'A') : id.p[i];
	near = gf_str_nearest(gf_str(upper), names, n);
	if (near == NULL)
		near = gf_str_nearest(id, names, 2 * n);
	if (near != NULL)
		gf_run_fail(run, "no check '%.*s': did you mean '%s'?",
		    (int)id.n, id.p, near);
	else
		gf_run_fail(run, "no check '%.*s'; --list-checks names them "
		    "all", (int)id.n, id.p);
	free(names);
}

static int
explain(struct gf_run *run)
{
	const struct gf_check **all, **v, *c;
	struct gf_check_cards cards;
	size_t n;

	all = all_checks(run->config, &n);
	cards = (struct gf_check_cards){ all, n };
	v = gf_alloc(run->nids * sizeof(*v));
	if (run->nids > 0)
		cards = (struct gf_check_cards){ v, 0 };
	for (size_t i = 0; i < run->nids; i++) {
		c = find(all, n, run->ids[i]);
		if (c != NULL)
			v[cards.n++] = c;
		else
			unknown(run, all, n, run->ids[i]);
	}
	gf_run_report(run, &cards);
	free(v);
	free(all);
	return run->status;
}

struct check {
	const char *rules;	/* --test-rules */
};

static const struct gf_opt check_opts[] = {
	{ 0, "test-rules", GF_OPT_TEXT, offsetof(struct check, rules), "FILE",
	    "try each rule of a file on its own examples, and end" },
	{ 0 }
};

static int
test_rules(struct gf_run *run)
{
	const struct check *opt = run->opt;

	return opt->rules != NULL ? gf_rules_test(run, opt->rules) : -1;
}

static const struct gf_verb verbs[] = {
	{ .name = "check", .about = "judge goals and ask what is missing",
	    .operands = "[FILE|DIR|-]...", .checks = true, .asks = true,
	    .opts = check_opts, .optsize = sizeof(struct check), .before = test_rules,
	    .run = gf_run_check },
	{ .name = "new", .about = "append a goal to a file, or those of a table",
	    .operands = "ID|- FILE", .ids = 1, .changes = true, .whole = true,
	    .imports = true, .grows = true, .opts = gf_new_opts,
	    .optsize = sizeof(struct gf_new_options), .run = gf_run_new },
	{ .name = "reroute", .about = "show other ways to a goal, or take one",
	    .operands = "ID [FILE|DIR|-]...", .ids = 1, .changes = true,
	    .whole = true, .opts = gf_reroute_opts,
	    .optsize = sizeof(struct gf_reroute), .formats = gf_route_formats,
	    .nformats = GF_LEN(gf_route_formats), .run = gf_run_reroute },
	{ .name = "init", .about = "write what a repository of goals begins "
	    "with", .operands = "[DIR]", .ids = -1, .alone = true,
	    .run = gf_run_init },
	{ .name = "explain", .about = "say what a check is for, all of them "
	    "without an id", .operands = "[ID]...", .ids = -1, .alone = true,
	    .formats = gf_card_formats, .nformats = GF_CARD_FORMATS,
	    .run = explain },
};

static const struct gf_prog prog = {
	.name = "smartcheck",
	.about = "judge goals: specific, measurable, achievable, relevant, "
	"time-bound",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks), .rules = true,
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
