#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cli/opts.h"

#define C(field) offsetof(struct gf_common, field)
#define MOST_WORDS 8		/* that an option chooses from */

const struct gf_opt gf_common_opts[] = {
	{ 'f', "format", GF_OPT_TEXTS, C(format), "NAME[=FILE]",
	    "write in this format, to FILE or standard output; may be "
	    "repeated" },
	{ 'o', NULL, GF_OPT_TEXT, C(output), "FILE",
	    "write to FILE instead of standard output" },
	{ 'q', "quiet", GF_OPT_FLAG, C(quiet), NULL,
	    "print no findings and no remarks; the exit status says it" },
	{ 'v', "verbose", GF_OPT_FLAG, C(verbose), NULL,
	    "say also what was looked up and skipped" },
	{ 0, "color", GF_OPT_WORD, C(color), "auto|always|never",
	    "when to use colour" },
	{ 0, "column-unit", GF_OPT_WORD, C(column_unit),
	    "byte|character|utf-16",
	    "what columns of gnu and text count; default byte" },
	{ 0, "config", GF_OPT_TEXT, C(config), "FILE",
	    "take this configuration for every file" },
	{ 0, "show-config", GF_OPT_FLAG, C(show_config), NULL,
	    "print the configuration with the origin of each value, and end" },
	{ 0, "today", GF_OPT_TEXT, C(today), "DATE",
	    "judge as of this day" },
	{ 0, "audience", GF_OPT_WORD, C(audience), "coach|team|company",
	    "who will read it" },
	{ 0, "fail-on", GF_OPT_WORD, C(fail_on), "error|warning|note|never",
	    "the least severity that makes the exit status 1; default error" },
	{ 'D', NULL, GF_OPT_TEXTS, C(levels), "ID=LEVEL",
	    "set a check to error, warning, note or off; may be repeated" },
	{ 'j', NULL, GF_OPT_NUMBER, C(jobs), "N",
	    "read and judge with N threads" },
	{ 0, "where", GF_OPT_TEXTS, C(where), "EXPR",
	    "only goals for which KEY OP VALUE holds; may be repeated" },
	{ 0, "context", GF_OPT_TEXT, C(context), "DIR",
	    "look up what is not given in this directory" },
	{ 0, "no-context", GF_OPT_FLAG, C(no_context), NULL,
	    "look nothing up" },
	{ 0, "allow-missing", GF_OPT_FLAG, C(allow_missing), NULL,
	    "links that lead nowhere are notes" },
	{ 0, "allow-empty", GF_OPT_FLAG, C(allow_empty), NULL,
	    "an input without a document of ours is no failure" },
	{ 0, "stream", GF_OPT_FLAG, C(stream), NULL,
	    "named files are streams: their markers count" },
	{ 0, "limit", GF_OPT_TEXTS, C(limit), "NAME=VALUE",
	    "set a limit; goalfile(5) lists them" },
	{ 0, "files-from", GF_OPT_TEXT, C(files_from), "FILE",
	    "read also the files named in FILE, each ended by a NUL" },
	{ 0, "force-exclude", GF_OPT_FLAG, C(force_exclude), NULL,
	    "leave out excluded files even when they are named" },
	{ 0, "stdin-filename", GF_OPT_TEXT, C(stdin_filename), "PATH",
	    "the name of what stands on standard input" },
	{ 0, "staged", GF_OPT_FLAG, C(staged), NULL,
	    "read what is staged in git, and report on what that changes" },
	{ 0, "rev", GF_OPT_TEXT, C(rev), "TREE-ISH",
	    "read a revision of git instead of the files here" },
	{ 0, "no-input", GF_OPT_FLAG, C(no_input), NULL,
	    "ask nothing on the terminal" },
	{ 0, "list-checks", GF_OPT_FLAG, C(list_checks), NULL,
	    "print all checks of this program, and end" },
	{ 0, "list-files", GF_OPT_FLAG, C(list_files), NULL,
	    "print the files that would be read, and end" },
	{ 0, "complete", GF_OPT_FLAG, C(complete), NULL,
	    "first of all: print what the last word may become, for shells" },
	{ 'h', "help", GF_OPT_FLAG, C(help), NULL, "print this, and end" },
	{ 0, "help-mdoc", GF_OPT_FLAG, C(help_mdoc), NULL,
	    "print synopsis and options for the manual, and end" },
	{ 0, "version", GF_OPT_FLAG, C(version), NULL,
	    "print the version, and end" },
	{ 0 }
};

const struct gf_opt gf_change_opts[] = {
	{ 'i', "in-place", GF_OPT_FLAG, C(in_place), NULL,
	    "change the files" },
	{ 'n', "dry-run", GF_OPT_FLAG, C(dry_run), NULL,
	    "print the change as a diff, and change nothing" },
	{ 0 }
};

const struct gf_opt gf_check_opts[] = {
	{ 'a', "all", GF_OPT_FLAG, C(all), NULL,
	    "every finding, not only the strongest for each letter" },
	{ 0, "pass", GF_OPT_FLAG, C(pass), NULL,
	    "print the goals without a finding as a stream" },
	{ 0, "fail", GF_OPT_FLAG, C(fail), NULL,
	    "print the goals with a finding as a stream" },
	{ 0, "through", GF_OPT_FLAG, C(through), NULL,
	    "print everything given as a stream" },
	{ 0, "fix", GF_OPT_TEXT, C(fix), "[=unsafe]",
	    "put right what is mechanical, with =unsafe what is unsure" },
	{ 0, "baseline", GF_OPT_TEXT, C(baseline), "FILE",
	    "do not speak of the findings that FILE lists" },
	{ 0, "update-baseline", GF_OPT_FLAG, C(update_baseline), NULL,
	    "write the findings of this run into the file of --baseline" },
	{ 0, "new-since", GF_OPT_TEXT, C(new_since), "REV",
	    "only what is new since this branch left REV" },
	{ 0 }
};

#define ANSWERS { 0, "answers", GF_OPT_TEXT, C(answers), "FILE", \
	"take the answers from FILE, one a line (-: standard input), and " \
	"ask nobody" }

const struct gf_opt gf_ask_opts[] = {
	ANSWERS,
	{ 0 }
};

const struct gf_opt gf_check_ask_opts[] = {
	{ 0, "ask", GF_OPT_FLAG, C(ask), NULL,
	    "put each missing field as its question, and write the answers" },
	ANSWERS,
	{ 0 }
};

/* A row and the struct that it fills. */
struct hit {
	const struct gf_opt *opt;
	void *to;
};

static void
add_text(struct gf_texts *t, const char *s)
{
	t->v = gf_grow(t->v, t->n, &t->cap, sizeof(*t->v));
	t->v[t->n++] = s;
}

static struct hit
by_letter(const struct gf_opt_set *sets, size_t n, char c)
{
	for (size_t i = 0; i < n && sets[i].verb == NULL; i++)
		for (const struct gf_opt *o = sets[i].opts; o->about; o++)
			if (o->letter == c)
				return (struct hit){ o, sets[i].to };
	return (struct hit){ 0 };
}

static struct hit
by_name(const struct gf_opt_set *sets, size_t n, struct gf_str name)
{
	for (size_t i = 0; i < n && sets[i].verb == NULL; i++)
		for (const struct gf_opt *o = sets[i].opts; o->about; o++)
			if (o->name != NULL && gf_str_is(name, o->name))
				return (struct hit){ o, sets[i].to };
	return (struct hit){ 0 };
}

/*
 * The one long option that a word begins, else the nearest, else the first that
 * it begins; NULL if none is near.
 */
static const char *
suggest(const struct gf_opt_set *sets, size_t n, struct gf_str name)
{
	const char *names[128], *begun = NULL, *near;
	size_t count = 0, fits = 0;

	for (size_t i = 0; i < n; i++)
		for (const struct gf_opt *o = sets[i].opts; o->about; o++) {
			if (o->name == NULL || count == GF_LEN(names))
				continue;
			names[count++] = o->name;
			if (name.n > 0 && strncmp(o->name, name.p,
			    name.n) == 0) {
				fits += begun == NULL ||
				    strcmp(begun, o->name) != 0;
				begun = begun ? begun : o->name;
			}
		}
	near = gf_str_nearest(name, names, count);
	return near == NULL || fits == 1 ? begun : near;
}

/* The verb that has an option, by its name or letter; NULL if none has. */
static const char *
verb_of(const struct gf_opt_set *sets, size_t n, struct gf_str name,
    char letter)
{
	for (size_t i = 0; i < n; i++)
		for (const struct gf_opt *o = sets[i].opts; o->about; o++)
			if (sets[i].verb != NULL && ((o->name != NULL &&
			    gf_str_is(name, o->name)) ||
			    (letter != '\0' && o->letter == letter)))
				return sets[i].verb;
	return NULL;
}

static bool
unknown(const struct gf_opt_set *sets, size_t n, struct gf_str name,
    struct gf_buf *why)
{
	const char *verb = verb_of(sets, n, name, '\0');
	const char *near = suggest(sets, n, name);

	if (verb != NULL) {
		gf_buf_printf(why, "option '--%.*s' belongs to '%s'",
		    (int)name.n, name.p, verb);
		return false;
	}
	gf_buf_printf(why, "unknown option '--%.*s'", (int)name.n, name.p);
	if (near != NULL)
		gf_buf_printf(why, ": did you mean '--%s'?", near);
	return false;
}

/* How an option is called in messages. */
static void
option_name(struct gf_buf *b, const struct gf_opt *o)
{
	if (o->name != NULL)
		gf_buf_printf(b, "option '--%s'", o->name);
	else
		gf_buf_printf(b, "option '-%c'", o->letter);
}

static bool
number(const char *value, unsigned *to)
{
	unsigned long n = 0;

	if (*value == '\0' || strlen(value) > 9)
		return false;
	for (const char *p = value; *p != '\0'; p++) {
		if (*p < '0' || *p > '9')
			return false;
		n = n * 10 + (unsigned long)(*p - '0');
	}
	*to = (unsigned)n;
	return n > 0;
}

/* Say of a value that its option does not take it; the reason follows. */
static void
refuse(const struct gf_opt *o, const char *value, struct gf_buf *why)
{
	option_name(why, o);
	gf_buf_printf(why, " does not take '%s': ", value);
}

static bool
is_word(const struct gf_opt *o, const char *value, struct gf_buf *why)
{
	const char *names[MOST_WORDS], *near;
	struct gf_buf words = { 0 };
	size_t n = 0;
	bool is;

	gf_buf_text(&words, o->arg);
	for (char *p = words.p; p != NULL && n < MOST_WORDS; ) {
		names[n++] = p;
		p = strchr(p, '|');
		if (p != NULL)
			*p++ = '\0';
	}
	is = gf_str_among(gf_str(value), names, n) < n;
	near = is ? NULL : gf_str_nearest(gf_str(value), names, n);
	if (!is)
		refuse(o, value, why);
	if (near != NULL)
		gf_buf_printf(why, "did you mean '%s'?", near);
	for (size_t i = 0; !is && near == NULL && i < n; i++)
		gf_buf_printf(why, "%s%s", i == 0 ? "it is one of " : ", ",
		    names[i]);
	gf_buf_release(&words);
	return is;
}

static bool
fill(struct hit h, const char *value, struct gf_buf *why)
{
	void *at = (char *)h.to + h.opt->offset;

	switch (h.opt->kind) {
	case GF_OPT_FLAG:
		*(bool *)at = true;
		return true;
	case GF_OPT_TEXT:
		*(const char **)at = value;
		return true;
	case GF_OPT_TEXTS:
		add_text(at, value);
		return true;
	case GF_OPT_WORD:
		*(const char **)at = value;
		return is_word(h.opt, value, why);
	case GF_OPT_NUMBER:
		if (number(value, at))
			return true;
		refuse(h.opt, value, why);
		gf_buf_text(why, "a whole number from 1 on is wanted");
		return false;
	}
	return false;
}

bool
gf_opt_wants(const struct gf_opt *o)
{
	return o->arg != NULL && o->arg[0] != '[';
}

/* The same with the next word, NULL if there is none. */
static bool
fill_next(struct hit h, const char *next, struct gf_buf *why)
{
	if (next != NULL)
		return fill(h, next, why);
	option_name(why, h.opt);
	gf_buf_printf(why, " wants %s", h.opt->arg);
	return false;
}

/* One `--name` or `--name=value`; next is the word behind it, or NULL. */
static bool
long_option(const struct gf_opt_set *sets, size_t n, const char *word,
    const char *next, bool *used, struct gf_buf *why)
{
	struct gf_str rest = gf_str(word + 2), name = gf_str_cut(&rest, '=');
	const char *value = word[2 + name.n] == '=' ? word + 3 + name.n : NULL;
	struct hit h = by_name(sets, n, name);

	if (h.opt == NULL)
		return unknown(sets, n, name, why);
	if (h.opt->arg == NULL && value != NULL) {
		option_name(why, h.opt);
		gf_buf_text(why, " takes no value");
		return false;
	}
	if (value != NULL || !gf_opt_wants(h.opt))
		return fill(h, value ? value : "", why);
	*used = true;
	return fill_next(h, next, why);
}

static bool
unknown_letter(const struct gf_opt_set *sets, size_t n, const char *word,
    const char *p, struct gf_buf *why)
{
	const char *verb = verb_of(sets, n, (struct gf_str){ 0 }, *p);

	if (verb != NULL) {
		gf_buf_printf(why, "option '-%c' belongs to '%s'", *p, verb);
		return false;
	}
	gf_buf_printf(why, "unknown option '-%c'", *p);
	if (p == word + 1 && p[1] != '\0')
		gf_buf_printf(why, " in '%s'", word);
	if (*p >= '0' && *p <= '9')
		gf_buf_text(why, ": a value that begins with '-' stands "
		    "behind '--'");
	return false;
}

/* A word of grouped letters; the last may take the rest or the next word. */
static bool
short_options(const struct gf_opt_set *sets, size_t n, const char *word,
    const char *next, bool *used, struct gf_buf *why)
{
	for (const char *p = word + 1; *p != '\0'; p++) {
		struct hit h = by_letter(sets, n, *p);

		if (h.opt == NULL)
			return unknown_letter(sets, n, word, p, why);
		if (!gf_opt_wants(h.opt)) {
			if (!fill(h, "", why))
				return false;
			continue;
		}
		if (p[1] != '\0')
			return fill(h, p + 1, why);
		*used = true;
		return fill_next(h, next, why);
	}
	return true;
}

static bool
is_option(const char *word)
{
	return word[0] == '-' && word[1] != '\0';
}

bool
gf_opts_parse(const struct gf_opt_set *sets, size_t nsets, char *const *words,
    size_t n, struct gf_texts *operands, struct gf_buf *why)
{
	size_t i = 0;

	for (; i < n; i++) {
		const char *next = i + 1 < n ? words[i + 1] : NULL;
		bool used = false, ok;

		if (strcmp(words[i], "--") == 0) {
			i++;
			break;
		}
		if (!is_option(words[i])) {
			add_text(operands, words[i]);
			continue;
		}
		if (words[i][1] == '-')
			ok = long_option(sets, nsets, words[i], next, &used,
			    why);
		else
			ok = short_options(sets, nsets, words[i], next, &used,
			    why);
		if (!ok)
			return false;
		i += used;
	}
	for (; i < n; i++)
		add_text(operands, words[i]);
	return true;
}

/* Whether an option word takes the word behind it as its value. */
static bool
takes_next(const struct gf_opt_set *sets, size_t n, const char *word)
{
	struct hit h;

	if (word[1] == '-') {
		h = by_name(sets, n, gf_str(word + 2));
		return h.opt != NULL && gf_opt_wants(h.opt);
	}
	for (const char *p = word + 1; *p != '\0'; p++) {
		h = by_letter(sets, n, *p);
		if (h.opt != NULL && gf_opt_wants(h.opt))
			return p[1] == '\0';
	}
	return false;
}

size_t
gf_opts_operand(const struct gf_opt_set *sets, size_t nsets,
    char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(words[i], "--") == 0)
			return n;
		if (!is_option(words[i]))
			return i;
		if (takes_next(sets, nsets, words[i]))
			i++;
	}
	return n;
}
