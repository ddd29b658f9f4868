#include <string.h>

#include "cli/complete.h"
#include "cli/emit.h"
#include "cli/git.h"
#include "cli/input.h"
#include "cli/words.h"

/* One command line. */
struct line {
	struct gf_run *run;
	const struct gf_verb *verb;
	bool named;		/* the verb stands there */
	const struct gf_opt *sets[GF_WORDS_TABLES + 1];
	size_t nsets;
	struct gf_str last;	/* what is to be completed */
	struct gf_str lead;	/* "--option=" before it, in the same word */
};

/* A shell puts the word on its line as it stands: nothing may act there. */
static bool
is_tame(struct gf_str word)
{
	static const char tame[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=@+";

	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] == '\0' || strchr(tame, word.p[i]) == NULL)
			return false;
	return word.n > 0;
}

/* Offer a word, if what is typed begins it. */
static void
offer(struct line *l, struct gf_str word, struct gf_str about)
{
	struct gf_buf *b = l->run->out;

	if (!is_tame(word) || word.n < l->last.n ||
	    memcmp(word.p, l->last.p, l->last.n) != 0)
		return;
	gf_buf_str(b, l->lead);
	gf_show(b, word);
	gf_buf_byte(b, '\t');
	gf_show(b, about);
	gf_buf_byte(b, '\n');
}

static void
files(struct line *l)
{
	gf_buf_text(l->run->out, ":files\n");
}

/* Read the plan around the working directory; nobody wants to hear of it. */
static void
read_plan(struct gf_run *run, struct gf_common *common)
{
	common->quiet = common->in_place = true;
	gf_conf_init(&run->inputs->conf, run);
	gf_plan_init(run->plan, run->arena, gf_day_of(2000, 1, 1));
	run->config = gf_conf_for(&run->inputs->conf, GF_STR(""));
	if (!gf_input_roots(run, run->config, false) &&
	    !gf_input_repository(run, GF_STR("."), false))
		gf_input_flat(run, GF_STR("."), false);
	gf_input_read(run, 0);
	gf_plan_resolve(run->plan);
	gf_buf_clear(run->err);
}

static void
goals(struct line *l)
{
	const struct gf_plan *plan = l->run->plan;

	for (size_t i = 0; i < plan->ngoals; i++) {
		const struct gf_val *title = gf_goal_get(plan->goals[i],
		    GOAL_TITLE);

		offer(l, plan->goals[i]->id, title ? gf_val_text(title) :
		    gf_str(""));
	}
}

/* Logs by their id, which their first key says. */
static void
logs(struct line *l)
{
	const struct gf_plan *plan = l->run->plan;

	for (size_t i = 0; i < plan->nentries; i++)
		if (plan->entries[i].kind == GF_LOG &&
		    plan->entries[i].rec != NULL)
			offer(l, gf_rec_text(plan->entries[i].rec, LOG_LOG),
			    gf_str(""));
}

/* Offer all who can own a goal, or people alone. */
static void
parties(struct line *l, bool people)
{
	const struct gf_plan *plan = l->run->plan;

	for (size_t i = 0; i < plan->nparties; i++)
		if (!people || plan->parties[i]->kind == GF_PERSON)
			offer(l, plan->parties[i]->id,
			    plan->parties[i]->name);
}

static void
people(struct line *l)
{
	parties(l, true);
}

static void
owners(struct line *l)
{
	parties(l, false);
}

/* Every check of some tables, with something behind its id. */
static void
checks(struct line *l, const struct gf_catalog *const *all, size_t n,
    const char *behind)
{
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < all[i]->n; k++) {
			const struct gf_check *c = &all[i]->rows[k].check;

			gf_buf_clear(&b);
			gf_buf_printf(&b, "%s%s", c->id, behind);
			offer(l, gf_buf_view(&b), gf_str(c->about));
		}
	gf_buf_release(&b);
}

/* M01=error and so on, once the check is typed. */
static void
levels(struct line *l)
{
	struct gf_str rest = l->last, id = gf_str_cut(&rest, '=');
	struct gf_buf b = { 0 };

	if (id.n == l->last.n) {
		checks(l, l->run->prog->checks, l->run->prog->nchecks, "=");
		return;
	}
	for (int level = GF_ERROR; level >= GF_OFF; level--) {
		gf_buf_clear(&b);
		gf_buf_str(&b, id);
		gf_buf_printf(&b, "=%s", gf_level_name((enum gf_level)level));
		offer(l, gf_buf_view(&b), gf_str(""));
	}
	gf_buf_release(&b);
}

static void
formats(struct line *l)
{
	const struct gf_verb *v = l->verb;
	const struct gf_format *f = v->formats ? v->formats : gf_find_formats;
	size_t n = v->formats ? v->nformats : gf_find_nformats;

	for (size_t i = 0; i < n; i++)
		offer(l, gf_str(f[i].name), gf_str(f[i].about));
	if (gf_emit_documents(v, GF_STR("diff")))
		offer(l, GF_STR("diff"), GF_STR("a patch that git takes"));
	if (gf_emit_documents(v, GF_STR("yaml")))
		offer(l, GF_STR("yaml"), GF_STR("the documents as a stream"));
}

/* Branches and tags. */
static void
revisions(struct line *l)
{
	const char *const words[] = { "for-each-ref",
	    "--format=%(refname:short)", "refs/heads", "refs/tags",
	    "refs/remotes", NULL };
	struct gf_buf b = { 0 };
	struct gf_str rest;

	offer(l, GF_STR("HEAD"), GF_STR("the commit that is checked out"));
	if (gf_git_ask(words, false, &b))
		for (rest = gf_buf_view(&b); rest.n > 0; )
			offer(l, gf_str_cut(&rest, '\n'), gf_str(""));
	gf_buf_release(&b);
}

/* The words of "auto|always|never". */
static void
choices(struct line *l, const char *arg)
{
	struct gf_str rest = gf_str(arg);

	while (rest.n > 0)
		offer(l, gf_str_cut(&rest, '|'), gf_str(""));
}

/*
 * What the argument of an option or an operand is called says what it is: the
 * first of these that the name holds.
 */
static const struct {
	const char *part;
	void (*offer)(struct line *);
} kinds[] = {
	{ "ID=LEVEL", levels }, { "LOG", logs }, { "NAME[=FILE]", formats },
	{ "TREE", revisions }, { "REV", revisions }, { "FILE", files },
	{ "DIR", files }, { "PATH", files }, { "PERSON", people },
	{ "WHO", owners }, { "OWNER", owners }, { "ID", goals },
	{ "GOAL", goals }, { "PARENT", goals }, { "CHILD", goals },
};

static void
argument(struct line *l, const char *arg)
{
	for (size_t i = 0; i < GF_LEN(kinds); i++)
		if (strstr(arg, kinds[i].part) != NULL) {
			kinds[i].offer(l);
			return;
		}
	if (arg[0] >= 'a' && arg[0] <= 'z' && strchr(arg, '|') != NULL)
		choices(l, arg);
}

static void
find_sets(struct line *l)
{
	l->nsets = gf_words_tables(l->verb, l->sets);
	l->sets[l->nsets++] = gf_common_opts;
}

/* The option that a word names, NULL if it is none. */
static const struct gf_opt *
option(const struct line *l, struct gf_str word)
{
	for (size_t i = 0; i < l->nsets; i++)
		for (const struct gf_opt *o = l->sets[i]; o->about; o++) {
			if (gf_str_starts(word, "--") ? o->name != NULL &&
			    gf_str_is((struct gf_str){ word.p + 2,
			    word.n - 2 }, o->name) : word.n > 1 &&
			    word.p[0] == '-' && word.p[1] != '-' &&
			    word.p[word.n - 1] == o->letter)
				return o;
		}
	return NULL;
}

static void
options(struct line *l)
{
	struct gf_buf b = { 0 };

	for (size_t i = 0; i < l->nsets; i++)
		for (const struct gf_opt *o = l->sets[i]; o->about; o++) {
			gf_buf_clear(&b);
			if (o->name != NULL)
				gf_buf_printf(&b, "--%s", o->name);
			else
				gf_buf_printf(&b, "-%c", o->letter);
			offer(l, gf_buf_view(&b), gf_str(o->about));
		}
	gf_buf_release(&b);
}

/* The name of the operand with a number, the last one for all behind it. */
static struct gf_str
operand_name(const struct gf_verb *v, size_t number)
{
	struct gf_str rest = gf_str(v->operands), word = { "", 0 };

	for (size_t i = 0; i <= number && rest.n > 0; i++) {
		word = gf_str_cut(&rest, ' ');
		if (gf_str_ends(word, "]...") || gf_str_starts(word, "[FILE"))
			break;
	}
	return word;
}

static void
operand(struct line *l, size_t number)
{
	struct gf_str name = operand_name(l->verb, number);
	struct gf_buf b = { 0 };

	gf_buf_str(&b, name);
	gf_buf_byte(&b, '\0');
	if (l->verb->alone && gf_str_is(name, "[ID]..."))
		checks(l, gf_catalogs, gf_ncatalogs, "");
	else
		argument(l, b.p);
	/* where any number of ids may stand, files may, too */
	if (gf_str_ends(name, "]...") && !gf_str_starts(name, "[FILE") &&
	    !l->verb->alone)
		files(l);
	for (size_t i = 0; number == 0 && !l->named && i <
	    l->run->prog->nverbs; i++)
		offer(l, gf_str(l->run->prog->verbs[i].name),
		    gf_str(l->run->prog->verbs[i].about));
	gf_buf_release(&b);
}

/* Take the words before the last; how many of them are operands. */
static size_t
walk(struct line *l, char **words, size_t n, const struct gf_opt **open)
{
	const struct gf_prog *p = l->run->prog;
	size_t operands = 0;

	*open = NULL;
	for (size_t i = 0; i < n; i++) {
		struct gf_str word = gf_str(words[i]);
		const struct gf_opt *o = option(l, word);

		if (*open != NULL)
			*open = NULL;
		else if (o != NULL && gf_opt_wants(o))
			*open = o;
		else if (word.n > 1 && word.p[0] == '-')
			continue;
		else if (++operands == 1 && !l->named)
			for (size_t k = 0; k < p->nverbs; k++)
				if (strcmp(p->verbs[k].name, words[i]) == 0) {
					l->verb = &p->verbs[k];
					l->named = true;
					operands = 0;
					find_sets(l);
				}
	}
	return operands;
}

void
gf_complete(struct gf_run *run, struct gf_common *common, char **words,
    size_t n)
{
	struct line l = { .run = run, .verb = &run->prog->verbs[0] };
	const struct gf_opt *open;
	struct gf_str rest, name;
	size_t operands;

	if (n == 0)
		return;
	find_sets(&l);
	operands = walk(&l, words, n - 1, &open);
	l.last = rest = gf_str(words[n - 1]);
	name = gf_str_cut(&rest, '=');
	read_plan(run, common);
	if (open != NULL) {
		argument(&l, open->arg);
	} else if (gf_str_starts(l.last, "--") && name.n < l.last.n) {
		open = option(&l, name);
		l.lead = (struct gf_str){ name.p, name.n + 1 };
		l.last = rest;
		if (open != NULL && open->arg != NULL)
			argument(&l, open->arg);
	} else if (gf_str_starts(l.last, "-")) {
		options(&l);
	} else {
		operand(&l, operands);
	}
}
