#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/emit.h"
#include "cli/words.h"

#define SETS 36

static const struct gf_verb *
find_verb(const struct gf_prog *p, const char *word)
{
	for (size_t i = 0; i < p->nverbs; i++)
		if (strcmp(p->verbs[i].name, word) == 0)
			return &p->verbs[i];
	return NULL;
}

/* The first operand is the verb if it is one; it is taken out of the words. */
static const struct gf_verb *
take_verb(const struct gf_prog *p, char **words, size_t *n)
{
	struct gf_opt_set sets[SETS] = { { .opts = gf_common_opts },
	    { .opts = gf_change_opts }, { .opts = gf_check_opts },
	    { .opts = gf_check_ask_opts } };
	const struct gf_verb *verb;
	size_t nsets = 4, at;

	for (size_t i = 0; i < p->nverbs && nsets < SETS; i++)
		if (p->verbs[i].opts != NULL)
			sets[nsets++].opts = p->verbs[i].opts;
	at = gf_opts_operand(sets, nsets, words, *n);
	verb = at < *n ? find_verb(p, words[at]) : NULL;
	if (verb == NULL)
		return NULL;
	--*n;
	memmove(words + at, words + at + 1, (*n - at) * sizeof(*words));
	return verb;
}

size_t
gf_words_tables(const struct gf_verb *v,
    const struct gf_opt *tables[GF_WORDS_TABLES])
{
	const struct gf_opt *const all[GF_WORDS_TABLES] = {
		v->opts, v->checks ? gf_check_opts : NULL,
		v->changes || v->checks ? gf_change_opts : NULL,
		!v->asks ? NULL : v->checks ? gf_check_ask_opts : gf_ask_opts
	};
	size_t n = 0;

	for (size_t i = 0; i < GF_LEN(all); i++)
		if (all[i] != NULL)
			tables[n++] = all[i];
	return n;
}

/* The options that one verb has beyond the common ones. */
static void
add_sets(struct gf_opt_set *sets, size_t *n, const struct gf_verb *v,
    void *opt, struct gf_common *common)
{
	const struct gf_opt *tables[GF_WORDS_TABLES];
	const char *of = common == NULL ? v->name : NULL;
	size_t ntables = gf_words_tables(v, tables);

	for (size_t i = 0; i < ntables && *n < SETS; i++)
		sets[(*n)++] = (struct gf_opt_set){ tables[i],
		    tables[i] == v->opts ? opt : common, of };
}

bool
gf_words_parse(struct gf_words *w, struct gf_run *run,
    struct gf_common *common, char **words, size_t n)
{
	struct gf_opt_set sets[SETS];
	struct gf_buf why = { 0 };
	size_t nsets = 0;
	bool ok, answered;

	w->named = take_verb(run->prog, words, &n);
	run->named = w->named != NULL;
	if (run->named)
		run->verb = w->named;
	w->opt = gf_alloc(run->verb->optsize);
	run->opt = w->opt;
	w->opts = run->verb->opts;
	add_sets(sets, &nsets, run->verb, w->opt, common);
	sets[nsets++] = (struct gf_opt_set){ .opts = gf_common_opts,
	    .to = common };
	for (size_t i = 0; i < run->prog->nverbs; i++)
		if (&run->prog->verbs[i] != run->verb)
			add_sets(sets, &nsets, &run->prog->verbs[i], NULL,
			    NULL);
	ok = gf_opts_parse(sets, nsets, words, n, &w->operands, &why);
	if (run->verb->checks && (common->fix != NULL || common->ask ||
	    gf_emit_wants(run, "diff") || gf_emit_has_file(run, "diff"))) {
		/* a check that fixes is a verb that changes */
		w->fixing = *run->verb;
		w->fixing.changes = true;
		run->verb = &w->fixing;
	}
	answered = why.n > 0 && why.p[why.n - 1] == '?';
	if (!ok)
		gf_run_fail(run, "%s%s%s%s", why.p, answered ? "" :
		    "; see '", answered ? "" : run->prog->name,
		    answered ? "" : " -h'");
	gf_buf_release(&why);
	return ok;
}

/* Whether an operand is a file where ids may stand, too. */
static bool
is_file(const char *s)
{
	struct gf_str word = gf_str(s);

	return strchr(s, '/') != NULL || gf_str_ends(word, ".yaml") ||
	    gf_str_ends(word, ".yml") || strcmp(s, "-") == 0 ||
	    strcmp(s, ".") == 0 || strcmp(s, "..") == 0;
}

bool
gf_words_ids(struct gf_words *w, struct gf_run *run)
{
	const struct gf_verb *v = run->verb;
	struct gf_texts *ops = &w->operands;
	int wanted = v->count != NULL ? v->count(run->opt) : v->ids;
	size_t n = 0;

	if (v->imports && ops->n > 0 && strcmp(ops->v[0], "-") == 0) {
		run->import = true;
		ops->n--;
		memmove(ops->v, ops->v + 1, ops->n * sizeof(*ops->v));
		return true;
	}
	if (wanted > 0 && ops->n < (size_t)wanted) {
		gf_run_fail(run, "'%s' wants %s", v->name, v->operands);
		return false;
	}
	if (wanted >= 0)
		n = (size_t)wanted;
	for (size_t i = 0; wanted < 0 && i < ops->n; i++) {
		const char *word = ops->v[i];

		if (!v->alone && is_file(word))
			continue;
		memmove(ops->v + n + 1, ops->v + n, (i - n) * sizeof(*ops->v));
		ops->v[n++] = word;
	}
	w->ids = gf_alloc(n * sizeof(*w->ids));
	for (size_t i = 0; i < n; i++)
		w->ids[i] = gf_str(ops->v[i]);
	run->ids = w->ids;
	run->nids = n;
	return true;
}

const char *
gf_words_near_verb(const struct gf_run *run, struct gf_str word)
{
	const char *names[32];
	size_t n = 0;

	for (; n < run->prog->nverbs && n < GF_LEN(names); n++)
		names[n] = run->prog->verbs[n].name;
	return gf_str_nearest(word, names, n);
}

void
gf_words_release(struct gf_words *w)
{
	const struct gf_opt *o = w->opts;

	for (; o != NULL && o->about != NULL; o++)
		if (o->kind == GF_OPT_TEXTS)
			free(((struct gf_texts *)((char *)w->opt +
			    o->offset))->v);
	free(w->operands.v);
	free(w->ids);
	free(w->opt);
}
