#include <stdlib.h>
#include <string.h>

#include "cli/main.h"

static const struct gf_catalog *const checks[] = {
	&gf_format_checks, &gf_smart_s, &gf_smart_m, &gf_smart_a, &gf_smart_r,
	&gf_smart_t, &gf_smart_x, &gf_smart_w, &gf_shared_checks
};

/* Explained are the checks of all programs: an id is the same in each. */
static const struct gf_catalog *const known[] = {
	&gf_format_checks, &gf_smart_s, &gf_smart_m, &gf_smart_a, &gf_smart_r,
	&gf_smart_t, &gf_smart_x, &gf_smart_w, &gf_shared_checks,
	&gf_align_checks
};

/* The letters of SMART first, then what stands across and around them. */
static int
by_group(const void *a, const void *b)
{
	static const char groups[] = "SMARTXWLFy";
	const struct gf_check *x = *(const struct gf_check *const *)a;
	const struct gf_check *y = *(const struct gf_check *const *)b;

	if (x->id[0] != y->id[0])
		return strchr(groups, x->id[0]) < strchr(groups, y->id[0]) ?
		    -1 : 1;
	return strcmp(x->id, y->id);
}

/* Every check in order; the caller frees the list. */
static const struct gf_check **
all_checks(size_t *n)
{
	const struct gf_check **v = NULL;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0; i < GF_LEN(known); i++) {
		for (size_t k = 0; k < known[i]->n; k++) {
			v = gf_grow(v, *n, &cap, sizeof(*v));
			v[(*n)++] = &known[i]->rows[k].check;
		}
	}
	if (v != NULL)
		qsort(v, *n, sizeof(*v), by_group);
	return v;
}

/* A paragraph behind its label, folded at blanks. */
static void
paragraph(struct gf_buf *out, const char *label, const char *text,
    size_t width)
{
	struct gf_str rest = gf_str(text), word;
	size_t at = 8;

	if (text == NULL)
		return;
	gf_buf_printf(out, "  %-5s ", label);
	while (rest.n > 0) {
		word = gf_str_cut(&rest, ' ');
		if (at > 8 && at + 1 + word.n > width) {
			gf_buf_byte(out, '\n');
			gf_buf_fill(out, ' ', 8);
			at = 8;
		} else if (at > 8) {
			gf_buf_byte(out, ' ');
			at++;
		}
		gf_buf_str(out, word);
		at += word.n;
	}
	gf_buf_byte(out, '\n');
}

static void
explain_one(struct gf_run *run, const struct gf_check *c)
{
	size_t width = run->look.width >= 40 && run->look.width < 78 ?
	    run->look.width : 78;

	gf_buf_printf(run->out, "%s %s (%s%s%s)\n", c->id, c->name,
	    gf_level_name(c->level), c->letters[0] ? ", letter " : "",
	    c->letters);
	paragraph(run->out, "says", c->about, width);
	paragraph(run->out, "ask", c->ask, width);
	paragraph(run->out, "why", c->why, width);
	paragraph(run->out, "bad", c->bad, width);
	paragraph(run->out, "good", c->good, width);
	paragraph(run->out, "fix", c->fix, width);
	gf_buf_printf(run->out, "  off   checks: {%s: off} in .goalfile.yaml, "
	    "or -D %s=off\n", c->id, c->id);
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
	const struct gf_check **v, *c;
	size_t n;

	v = all_checks(&n);
	for (size_t i = 0; run->nids == 0 && i < n; i++) {
		if (i > 0)
			gf_buf_byte(run->out, '\n');
		explain_one(run, v[i]);
	}
	for (size_t i = 0; i < run->nids; i++) {
		c = find(v, n, run->ids[i]);
		if (c == NULL) {
			unknown(run, v, n, run->ids[i]);
			continue;
		}
		if (i > 0)
			gf_buf_byte(run->out, '\n');
		explain_one(run, c);
	}
	free(v);
	return run->status;
}

static const struct gf_verb verbs[] = {
	{ .name = "check", .about = "judge goals and ask what is missing",
	    .operands = "[FILE|DIR|-]...", .checks = true,
	    .run = gf_run_check },
	{ .name = "explain", .about = "say what a check is for, all of them "
	    "without an id", .operands = "[ID]...", .ids = -1, .alone = true,
	    .run = explain },
};

static const struct gf_prog prog = {
	.name = "smartcheck",
	.about = "judge goals: specific, measurable, achievable, relevant, "
	"time-bound",
	.verbs = verbs, .nverbs = GF_LEN(verbs),
	.checks = checks, .nchecks = GF_LEN(checks),
};

int
main(int argc, char *argv[])
{
	return gf_main(&prog, argc, argv);
}
