#include <sys/stat.h>

#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "cli/conf.h"
#include "cli/env.h"
#include "cli/input.h"
#include "text/split.h"

#define LAYERS 10

/* One configuration file, the outermost first. */
struct layer {
	struct gf_str path;
	struct gf_tree tree;
	size_t line;		/* of the document in its file */
	struct gf_buf bytes;
};

struct showing {
	struct gf_buf *out;
	const struct gf_run *run;
	struct gf_arena arena;
	struct layer layers[LAYERS];
	size_t n;
};

/* Parse a file once more, for its lines; false if there is nothing in it. */
static bool
load_layer(struct showing *s, struct gf_str path)
{
	struct layer *l = &s->layers[s->n];
	struct gf_splitter split = { 0 };
	struct gf_piece piece;
	struct gf_limits limits = gf_limits_default();
	struct gf_fault fault;

	*l = (struct layer){ .path = path };
	s->n++;
	if (!gf_conf_read(&s->run->inputs->conf, path, &l->bytes) ||
	    gf_split_next(&split, gf_buf_view(&l->bytes), true, &piece) != 1)
		return false;
	l->line = piece.line;
	return gf_tree_parse(&l->tree, piece.bytes, &limits, &s->arena,
	    &fault) && l->tree.root != NULL;
}

static void
load_layers(struct showing *s, struct gf_str path)
{
	const struct gf_conf *conf = &s->run->inputs->conf;
	struct gf_node *extends;
	struct gf_buf b = { 0 }, abs = { 0 };

	while (path.n > 0 && s->n < LAYERS && load_layer(s, path)) {
		extends = gf_node_real(gf_node_get(
		    s->layers[s->n - 1].tree.root, "extends"));
		if (extends == NULL || extends->value.n == 0)
			break;
		gf_buf_clear(&b);
		gf_buf_clear(&abs);
		if (extends->value.p[0] != '/')
			gf_buf_str(&b, gf_path_dir(path));
		gf_buf_str(&b, extends->value);
		gf_conf_absolute(conf, gf_buf_view(&b), &abs);
		gf_buf_clear(&b);
		gf_conf_relative(conf, gf_buf_view(&abs), &b);
		path = gf_buf_keep(&b, &s->arena);
	}
	gf_buf_release(&b);
	gf_buf_release(&abs);
}

/*
 * Where a value comes from: the first file that has the key, else from within.
 */
static void
origin(struct showing *s, const char *top, const char *key)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct layer *l = &s->layers[i];
		struct gf_node *node = l->tree.root ?
		    gf_node_get(l->tree.root, top) : NULL;

		if (node != NULL && key != NULL)
			node = gf_node_get(gf_node_real(node), key);
		if (node == NULL)
			continue;
		gf_buf_text(s->out, "  # ");
		gf_show_path(s->out, l->path);
		gf_buf_printf(s->out, ":%zu\n", l->line + node->line + 1);
		return;
	}
	gf_buf_text(s->out, "  # built in\n");
}

static void
list(struct showing *s, const char *key, const struct gf_str *v, size_t n)
{
	gf_buf_printf(s->out, "%s: [", key);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			gf_buf_text(s->out, ", ");
		gf_json(s->out, v[i]);
	}
	gf_buf_byte(s->out, ']');
	origin(s, key, NULL);
}

/* A value on one line, as flow. */
static void
on_one_line(struct gf_buf *b, const struct gf_node *node)
{
	bool map = node->kind == GF_MAP;

	if (node->kind == GF_SCALAR) {
		gf_show(b, node->value);
		return;
	}
	gf_buf_byte(b, map ? '{' : '[');
	for (const struct gf_node *n = node->first; n; n = n->next) {
		on_one_line(b, n);
		if (map && n->key)
			gf_buf_text(b, ": ");
		else if (n->next != NULL)
			gf_buf_text(b, ", ");
	}
	gf_buf_byte(b, map ? '}' : ']');
}

/*
 * A value of the calendar as it is written in the outermost file that has it.
 */
static void
calendar(struct showing *s, const char *key, const char *otherwise)
{
	gf_buf_printf(s->out, "  %s: ", key);
	for (size_t i = 0; i < s->n; i++) {
		const struct layer *l = &s->layers[i];
		struct gf_node *node = l->tree.root ? gf_node_get(gf_node_real(
		    gf_node_get(l->tree.root, "calendar")), key) : NULL;

		if (node == NULL)
			continue;
		on_one_line(s->out, gf_node_real(node));
		origin(s, "calendar", key);
		return;
	}
	gf_buf_text(s->out, otherwise);
	origin(s, "calendar", key);
}

static void
thresholds(struct showing *s, const struct gf_config *c)
{
	gf_buf_text(s->out, "thresholds:\n");
	for (size_t i = 0; i < GF_TH_COUNT; i++) {
		gf_buf_printf(s->out, "  %s: ", gf_threshold_rows[i].name);
		gf_num_print(s->out, c->thresholds[i]);
		origin(s, "thresholds", gf_threshold_rows[i].name);
	}
}

static enum gf_level
named_level(const struct gf_config_check *v, size_t n, const char *id,
    enum gf_level level)
{
	for (size_t i = 0; i < n; i++)
		if (gf_str_is(v[i].id, id))
			level = v[i].level;
	return level;
}

static void
check(struct showing *s, const struct gf_config *c,
    const struct gf_check *row)
{
	const struct gf_inputs *is = s->run->inputs;
	enum gf_level level = named_level(c->checks, c->nchecks, row->id,
	    row->level);
	bool option = false;

	for (size_t i = 0; i < is->nlevels; i++)
		option = option || gf_str_is(is->levels[i].id, row->id);
	level = named_level(is->levels, is->nlevels, row->id, level);
	gf_buf_printf(s->out, "  %s: %s", row->id, gf_level_name(level));
	if (option)
		gf_buf_text(s->out, "  # -D\n");
	else
		origin(s, "checks", row->id);
}

static void
surroundings(struct showing *s)
{
	const struct gf_common *c = s->run->common;

	gf_buf_text(s->out, "# today: ");
	gf_day_print(s->out, s->run->plan->today);
	gf_buf_printf(s->out, "  (%s)\n", gf_env_today_from(c));
}

const struct gf_config *
gf_conf_at(struct gf_conf *c, const char *operand)
{
	const struct gf_config *config;
	struct gf_buf b = { 0 };
	struct stat st;

	if (strcmp(operand, "-") != 0)
		gf_buf_text(&b, operand);
	if (stat(operand, &st) == 0 && S_ISDIR(st.st_mode))
		gf_buf_text(&b, "/.goalfile.yaml");
	config = gf_conf_for(c, gf_buf_view(&b));
	gf_buf_release(&b);
	return config;
}

void
gf_conf_show(struct gf_buf *out, const struct gf_run *run,
    const struct gf_config *c)
{
	struct showing s = { .out = out, .run = run };

	load_layers(&s, c->path);
	surroundings(&s);
	gf_buf_text(out, "calendar:\n");
	calendar(&s, "workdays", "mon-fri");
	calendar(&s, "holidays", "[]");
	calendar(&s, "fiscal-year-starts", "");
	calendar(&s, "fiscal-year-named", "end");
	calendar(&s, "season", "{}");
	thresholds(&s, c);
	gf_buf_text(out, "checks:\n");
	for (size_t i = 0; i < run->prog->nchecks; i++)
		for (size_t k = 0; k < run->prog->checks[i]->n; k++)
			check(&s, c, &run->prog->checks[i]->rows[k].check);
	list(&s, "names", c->names, c->nnames);
	list(&s, "glossary", c->glossary, c->nglossary);
	list(&s, "levels", c->levels, c->nlevels);
	list(&s, "private", c->private, c->nprivate);
	list(&s, "roots", c->roots, c->nroots);
	list(&s, "exclude", c->exclude, c->nexclude);
	gf_buf_printf(out, "language: %.*s", (int)c->language.n,
	    c->language.p);
	origin(&s, "language", NULL);
	for (size_t i = 0; i < s.n; i++)
		gf_buf_release(&s.layers[i].bytes);
	gf_arena_release(&s.arena);
}
