#include <string.h>

#include "cli/help.h"
#include "cli/words.h"

/* A table of options under a heading. */
struct part {
	const char *title;
	const struct gf_opt *opts;
};

/* What verbs share, in the order of the help. */
static const struct part shared[] = {
	{ "check", gf_check_opts }, { "verbs that change", gf_change_opts },
	{ "verbs that ask", gf_check_ask_opts },
	{ "verbs that ask", gf_ask_opts },
};

/* Whether a verb (NULL: one of the program's) has a table. */
static bool
has_table(const struct gf_prog *p, const struct gf_verb *v,
    const struct gf_opt *table)
{
	const struct gf_opt *tables[GF_WORDS_TABLES];

	for (size_t i = 0; i < p->nverbs; i++) {
		const struct gf_verb *own = &p->verbs[i];
		size_t n = gf_words_tables(v != NULL ? v : own, tables);

		for (size_t k = 0; k < n; k++)
			if (tables[k] == table)
				return true;
	}
	return false;
}

#define PARTS 24

/* Verbs that show the same thing share a table. */
static bool
is_listed(const struct part *parts, size_t n, const struct gf_opt *opts)
{
	for (size_t i = 0; i < n; i++)
		if (parts[i].opts == opts)
			return true;
	return false;
}

/* The tables that hold for a verb, or for the whole program. */
static size_t
parts_of(const struct gf_prog *p, const struct gf_verb *v, struct part *out)
{
	size_t n = 0;

	for (size_t i = 0; i < p->nverbs && n < PARTS - 4; i++) {
		const struct gf_verb *own = &p->verbs[i];

		if (own->opts != NULL && (v == NULL || v == own) &&
		    !is_listed(out, n, own->opts))
			out[n++] = (struct part){ own->name, own->opts };
	}
	/* --answers stands in both tables of those that ask */
	for (size_t i = 0; i < GF_LEN(shared); i++)
		if (has_table(p, v, shared[i].opts) &&
		    (shared[i].opts != gf_ask_opts ||
		    !has_table(p, v, gf_check_ask_opts)))
			out[n++] = shared[i];
	out[n++] = (struct part){ NULL, gf_common_opts };
	return n;
}

/* "  -f, --format=NAME[=FILE]" */
static void
spell(struct gf_buf *b, const struct gf_opt *o)
{
	if (o->letter != 0)
		gf_buf_printf(b, "-%c", o->letter);
	else
		gf_buf_text(b, "   ");
	if (o->name != NULL)
		gf_buf_printf(b, "%s--%s", o->letter ? ", " : " ", o->name);
	if (o->arg != NULL && o->arg[0] == '[')
		gf_buf_text(b, o->arg);
	else if (o->arg != NULL)
		gf_buf_printf(b, "%c%s", o->name ? '=' : ' ', o->arg);
}

/* Append about behind a column, broken between words at 79. */
static void
about(struct gf_buf *b, size_t used, size_t column, const char *text)
{
	size_t at = used, len;

	if (used + 1 > column) {
		gf_buf_byte(b, '\n');
		at = 0;
	}
	gf_buf_fill(b, ' ', column - at);
	at = column;
	while (*text != '\0') {
		len = strcspn(text, " ");
		if (at > column && at + 1 + len > 79) {
			gf_buf_byte(b, '\n');
			gf_buf_fill(b, ' ', column);
			at = column;
		} else if (at > column) {
			gf_buf_byte(b, ' ');
			at++;
		}
		gf_buf_add(b, text, len);
		at += len;
		text += len + (text[len] == ' ');
	}
	gf_buf_byte(b, '\n');
}

static void
options(struct gf_buf *b, const struct gf_opt *o)
{
	for (; o->about != NULL; o++) {
		size_t line = b->n;

		gf_buf_text(b, "  ");
		spell(b, o);
		about(b, b->n - line, 28, o->about);
	}
}

static void
synopsis(struct gf_buf *b, const struct gf_prog *p, const struct gf_verb *v,
    bool first)
{
	bool standard = v == &p->verbs[0];

	gf_buf_printf(b, "%s %s %s%s%s [OPTION]...", first ? "usage:" :
	    "      ", p->name, standard ? "[" : "", v->name,
	    standard ? "]" : "");
	if (v->operands != NULL && v->operands[0] != '\0')
		gf_buf_printf(b, " %s", v->operands);
	gf_buf_byte(b, '\n');
}

static void
verbs(struct gf_buf *b, const struct gf_prog *p)
{
	gf_buf_text(b, "\nverbs, the first when none is given:\n");
	for (size_t i = 0; i < p->nverbs; i++) {
		size_t line = b->n;

		gf_buf_printf(b, "  %s", p->verbs[i].name);
		about(b, b->n - line, 14, p->verbs[i].about);
	}
}

/* "options of tree and map:" */
static void
title(struct gf_buf *b, const struct gf_prog *p, const struct gf_verb *v,
    const struct part *part)
{
	gf_buf_printf(b, "\noptions of %s", part->title);
	for (size_t i = 0; v == NULL && i < p->nverbs; i++)
		if (p->verbs[i].opts == part->opts &&
		    strcmp(p->verbs[i].name, part->title) != 0)
			gf_buf_printf(b, " and %s", p->verbs[i].name);
	gf_buf_text(b, ":\n");
}

void
gf_help(struct gf_buf *b, const struct gf_prog *p, const struct gf_verb *v)
{
	struct part parts[PARTS];
	size_t n = parts_of(p, v, parts);
	bool first = true;

	for (size_t i = 0; i < p->nverbs; i++)
		if (v == NULL || v == &p->verbs[i]) {
			synopsis(b, p, &p->verbs[i], first);
			first = false;
		}
	gf_buf_printf(b, "\n%s: %s\n", p->name, v ? v->about : p->about);
	if (v == NULL)
		verbs(b, p);
	for (size_t i = 0; i < n; i++) {
		if (parts[i].title == NULL)
			gf_buf_text(b, "\noptions everywhere:\n");
		else
			title(b, p, v, &parts[i]);
		options(b, parts[i].opts);
	}
}

/* Append text for mdoc: a backslash and a leading dot mean something there. */
static void
roff(struct gf_buf *b, const char *s)
{
	if (*s == '.' || *s == '\'')
		gf_buf_text(b, "\\&");
	for (; *s != '\0'; s++)
		if (*s == '\\')
			gf_buf_text(b, "\\e");
		else if (*s == '-')
			gf_buf_text(b, "\\-");
		else
			gf_buf_byte(b, *s);
}

static void
mdoc_option(struct gf_buf *b, const struct gf_opt *o)
{
	gf_buf_text(b, ".It");
	if (o->letter != 0)
		gf_buf_printf(b, " Fl %c", o->letter);
	if (o->letter != 0 && o->name != NULL)
		gf_buf_text(b, " ,");
	if (o->name != NULL)
		gf_buf_printf(b, " Fl \\-%s", o->name);
	if (o->arg != NULL && o->name != NULL)
		gf_buf_printf(b, " Ns %s Ns", o->arg[0] == '[' ? "" : "=");
	if (o->arg != NULL)
		gf_buf_printf(b, " Ar %s", o->arg);
	gf_buf_byte(b, '\n');
	roff(b, o->about);
	gf_buf_text(b, ".\n");
}

static void
mdoc_synopsis(struct gf_buf *b, const struct gf_prog *p)
{
	gf_buf_text(b, ".\\\" options\n");
	for (size_t i = 0; i < p->nverbs; i++) {
		const struct gf_verb *v = &p->verbs[i];

		gf_buf_printf(b, ".Nm %s\n.%sCm %s\n.Op Ar option ...\n",
		    p->name, i == 0 ? "Op " : "", v->name);
		if (v->operands != NULL && v->operands[0] != '\0')
			gf_buf_printf(b, ".Ar %s\n", v->operands);
	}
	gf_buf_text(b, ".\\\" end options\n");
}

void
gf_help_mdoc(struct gf_buf *b, const struct gf_prog *p)
{
	struct part parts[PARTS];
	size_t n = parts_of(p, NULL, parts);

	mdoc_synopsis(b, p);
	for (size_t i = 0; i < n; i++) {
		gf_buf_text(b, ".\\\" options\n.Bl -tag -width Ds\n");
		for (const struct gf_opt *o = parts[i].opts; o->about; o++)
			mdoc_option(b, o);
		gf_buf_text(b, ".El\n.\\\" end options\n");
	}
}

void
gf_help_checks(struct gf_buf *b, const struct gf_prog *p)
{
	for (size_t i = 0; i < p->nchecks; i++)
		for (size_t j = 0; j < p->checks[i]->n; j++) {
			const struct gf_check *c =
			    &p->checks[i]->rows[j].check;

			gf_buf_printf(b, "%-5s %-8s %-6s %s: %s\n", c->id,
			    gf_level_name(c->level),
			    c->letters[0] ? c->letters : "-", c->name,
			    c->about);
		}
}
