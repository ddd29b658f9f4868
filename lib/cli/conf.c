#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/path.h"
#include "cli/conf.h"
#include "cli/file.h"
#include "cli/rules.h"
#include "goal/check.h"
#include "text/split.h"

#define NAME ".goalfile.yaml"
#define EXTENDS_MOST 8

static struct gf_str
working_directory(struct gf_arena *arena)
{
	size_t size = 256;
	struct gf_str s;
	char *p = NULL;

	do {
		size *= 2;
		p = gf_resize(p, size, 1);
		if (getcwd(p, size) != NULL)
			break;
	} while (errno == ERANGE);
	if (p[0] != '/')
		memcpy(p, "/", 2);
	s = gf_str_keep(gf_str(p), arena);
	free(p);
	return s;
}

void
gf_conf_init(struct gf_conf *c, struct gf_run *run)
{
	*c = (struct gf_conf){ .run = run };
	c->cwd = working_directory(run->arena);
	gf_config_init(&c->built_in);
	c->built_in.dir = c->cwd;
	gf_findings_init(&c->findings, run->arena);
}

void
gf_conf_release(struct gf_conf *c)
{
	gf_map_release(&c->dirs);
	gf_findings_release(&c->findings);
}

/*
 * Whether an absolute path lies in the tree that is read, and the blob there,
 * NULL if there is none.
 */
static bool
in_tree(const struct gf_conf *c, struct gf_str path,
    const struct gf_blob **blob)
{
	struct gf_str top = c->git->top;

	top.n -= top.n == 1;
	*blob = NULL;
	if (path.n <= top.n || memcmp(path.p, top.p, top.n) != 0 ||
	    path.p[top.n] != '/')
		return false;
	*blob = gf_git_find(c->git, (struct gf_str){ path.p + top.n + 1,
	    path.n - top.n - 1 });
	return true;
}

static bool
there(const struct gf_conf *c, struct gf_str dir, const char *name)
{
	const struct gf_blob *blob;
	struct gf_buf b = { 0 };
	struct stat st;
	bool is;

	if (c->git != NULL && strcmp(name, ".git") == 0)
		return gf_str_eq(dir, c->git->top);
	gf_buf_str(&b, dir);
	gf_buf_printf(&b, "%s%s", dir.n > 1 ? "/" : "", name);
	is = c->git != NULL ? in_tree(c, gf_buf_view(&b), &blob) &&
	    blob != NULL : stat(b.p, &st) == 0;
	gf_buf_release(&b);
	return is;
}

/* The root of the repository around a directory, else the directory. */
static struct gf_str
fence(const struct gf_conf *c, struct gf_str dir)
{
	for (struct gf_str d = dir;; d = gf_path_parent(d)) {
		if (there(c, d, ".git"))
			return d;
		if (d.n <= 1)
			return dir;
	}
}

static bool
below(struct gf_str dir, struct gf_str path)
{
	return path.n >= dir.n && memcmp(path.p, dir.p, dir.n) == 0 &&
	    (path.n == dir.n || dir.n == 1 || path.p[dir.n] == '/');
}

bool
gf_conf_from_top(const struct gf_conf *c, struct gf_str path, bool own,
    struct gf_buf *b)
{
	struct gf_str top = fence(c, c->cwd), abs, other;
	struct gf_buf whole = { 0 };
	bool is;

	gf_conf_absolute(c, path, &whole);
	abs = gf_buf_view(&whole);
	if (own && !there(c, top, ".git")) {
		other = fence(c, gf_path_parent(abs));
		if (there(c, other, ".git"))
			top = other;
	}
	is = below(top, abs) && abs.n > top.n;
	if (is)
		gf_buf_add(b, abs.p + top.n + (top.n > 1),
		    abs.n - top.n - (top.n > 1));
	gf_buf_release(&whole);
	return is;
}

/* A configuration file on its way in. */
struct load {
	struct gf_conf *conf;
	struct gf_config *config;
	struct gf_str fence;
	unsigned depth;
};

static bool load_file(struct load *, struct gf_str path,
    const struct gf_place *from);

static void
broken(struct load *l, const struct gf_doc *doc, struct gf_at at,
    const char *said)
{
	gf_finding_add(&l->conf->findings, &gf_format_rows[GF_YAML],
	    (struct gf_place){ doc, at }, "%s", said);
	l->conf->bad = true;
}

/* Read first what the file extends, so that its own keys come over it. */
static bool
load_base(struct load *l, const struct gf_doc *doc,
    const struct gf_tree *tree, struct gf_str dir)
{
	struct gf_node *node = gf_node_real(
	    gf_node_get(tree->root, "extends"));
	struct gf_buf abs = { 0 };
	struct gf_place from;
	struct gf_str path;

	if (node == NULL || node->kind != GF_SCALAR || node->value.n == 0)
		return true;
	if (!gf_str_starts(node->value, "/")) {
		gf_buf_str(&abs, dir);
		gf_buf_byte(&abs, '/');
	}
	gf_buf_str(&abs, node->value);
	path = gf_buf_keep(&abs, l->conf->run->arena);
	gf_buf_clear(&abs);
	gf_conf_absolute(l->conf, path, &abs);
	path = gf_buf_keep(&abs, l->conf->run->arena);
	gf_buf_release(&abs);
	from = (struct gf_place){ doc, gf_node_at(tree, node) };
	if (!below(l->fence, path) || l->depth == EXTENDS_MOST) {
		broken(l, doc, from.at, l->depth ==
		    EXTENDS_MOST ? "too many files extend one another" :
		    "'extends' leads out of the repository");
		return false;
	}
	l->depth++;
	if (!load_file(l, path, &from))
		return false;
	l->config->base = l->config->rec;
	return true;
}

/*
 * Say which of the checks from one on no program has, and that YAML itself is
 * not for them to set.
 */
static void
check_ids(struct load *l, const struct gf_doc *doc, size_t first)
{
	struct gf_findings *fs = &l->conf->findings;

	for (size_t i = first; i < l->config->nchecks; i++) {
		const struct gf_config_check *k = &l->config->checks[i];

		if (gf_str_is(k->id, gf_format_rows[GF_YAML].id))
			broken(l, doc, k->at, "'yaml' cannot be set: what is "
			    "no YAML cannot be judged");
		if (gf_run_row(k->id) != NULL ||
		    gf_run_own(l->config, k->id) != NULL)
			continue;
		gf_finding_add(fs, &gf_format_rows[GF_F01],
		    (struct gf_place){ doc, k->at }, "unknown check '%.*s'%s",
		    (int)k->id.n, k->id.p, gf_run_meant(l->conf->run,
		    gf_run_row_near(k->id), "; --list-checks lists them"));
		fs->v[fs->n - 1].level = GF_WARNING;
	}
}

static bool
load_tree(struct load *l, struct gf_doc *doc, struct gf_str bytes,
    struct gf_str dir)
{
	struct gf_arena scratch = { 0 };
	struct gf_fault fault;
	struct gf_tree tree;
	struct gf_reader reader = {
		.fiscal = l->config->calendar.fiscal,
		.arena = l->conf->run->arena, .findings = &l->conf->findings
	};
	struct gf_limits limits = gf_limits_default();
	bool ok = gf_tree_parse(&tree, bytes, &limits, &scratch, &fault);
	size_t had;

	if (!ok) {
		broken(l, doc, fault.at, fault.said);
	} else if (tree.root != NULL && (ok = load_base(l, doc, &tree, dir))) {
		had = l->config->nchecks;
		ok = gf_config_read(l->config, &reader, doc, &tree);
		gf_rules_load(l->conf, l->config, doc, dir);
		check_ids(l, doc, had);
	}
	if (!ok)
		l->conf->bad = true;
	gf_arena_release(&scratch);
	return ok;
}

static void
unread(struct load *l, struct gf_str path, const struct gf_place *from)
{
	const char *why = strerror(errno);

	l->conf->bad = true;
	if (from != NULL)
		gf_finding_add(&l->conf->findings, &gf_format_rows[GF_F02],
		    *from, "cannot read '%s': %s", path.p, why);
	else
		gf_run_fail(l->conf->run, "cannot read '%s': %s", path.p, why);
}

bool
gf_conf_read(const struct gf_conf *c, struct gf_str path,
    struct gf_buf *bytes)
{
	/* --limit is about what is judged */
	size_t most = gf_limits_default().v[GF_LIMIT_SIZE];
	const struct gf_blob *blob = NULL;
	struct gf_buf abs = { 0 };
	bool inside;

	gf_conf_absolute(c, path, &abs);
	inside = c->git != NULL && in_tree(c, gf_buf_view(&abs), &blob);
	gf_buf_release(&abs);
	if (!inside)
		return gf_file_read(path.p, most, bytes);
	errno = blob == NULL ? ENOENT : EIO;
	return blob != NULL && gf_git_read(c->git, blob, most, bytes);
}

/*
 * Read one file over what the configuration holds already; from is where it is
 * named, NULL if in no file.
 */
static bool
load_file(struct load *l, struct gf_str path, const struct gf_place *from)
{
	struct gf_run *run = l->conf->run;
	struct gf_doc *doc = gf_arena_alloc(run->arena, sizeof(*doc));
	struct gf_buf b = { 0 }, bytes = { 0 };
	struct gf_splitter split = { 0 };
	struct gf_piece piece;
	bool ok = false;

	gf_conf_relative(l->conf, path, &b);
	doc->origin.path = gf_buf_keep(&b, l->conf->run->arena);
	doc->given = true;
	if (!gf_conf_read(l->conf, doc->origin.path, &bytes)) {
		unread(l, doc->origin.path, from);
	} else if (gf_split_next(&split, gf_buf_view(&bytes), true,
	    &piece) == 1) {
		doc->origin.line = (uint32_t)piece.line + 1;
		doc->origin.col = (uint32_t)piece.col + 1;
		ok = load_tree(l, doc, piece.bytes, gf_path_parent(path));
	} else {
		ok = true;
	}
	l->config->path = doc->origin.path;
	l->config->dir = gf_path_parent(path);
	gf_buf_release(&b);
	gf_buf_release(&bytes);
	return ok;
}

static struct gf_config *
load(struct gf_conf *c, struct gf_str path)
{
	struct load l = { .conf = c, .fence = fence(c, gf_path_parent(path)) };

	l.config = gf_arena_alloc(c->run->arena, sizeof(*l.config));
	gf_config_init(l.config);
	load_file(&l, path, NULL);
	return l.config;
}

static struct gf_config *in_directory(struct gf_conf *, struct gf_str);

/*
 * A repository without a configuration follows none from outside, unless that
 * one has it among its roots: the private clone inside a work tree.
 */
static struct gf_config *
around(struct gf_conf *c, struct gf_str dir)
{
	struct gf_config *outer = in_directory(c, gf_path_parent(dir));

	return gf_conf_rooted(c, outer, dir) ? outer : &c->built_in;
}

/* The configuration that holds in a directory. */
static struct gf_config *
in_directory(struct gf_conf *c, struct gf_str dir)
{
	struct gf_config *config = gf_map_get(&c->dirs, dir);
	struct gf_buf b = { 0 };

	if (config != NULL)
		return config;
	if (there(c, dir, NAME)) {
		gf_buf_str(&b, dir);
		gf_buf_text(&b, "/" NAME);
		config = load(c, gf_buf_keep(&b, c->run->arena));
		gf_buf_release(&b);
	} else if (dir.n <= 1) {
		config = &c->built_in;
	} else if (there(c, dir, ".git")) {
		config = around(c, dir);
	} else {
		config = in_directory(c, gf_path_parent(dir));
	}
	gf_map_put(&c->dirs, dir, config);
	return config;
}

const struct gf_config *
gf_conf_for(struct gf_conf *c, struct gf_str path)
{
	const char *named = c->run->common->config;
	const struct gf_config *config;
	struct gf_buf b = { 0 };
	struct gf_str dir;

	if (named != NULL && c->fixed == NULL) {
		gf_conf_absolute(c, gf_str(named), &b);
		c->fixed = load(c, gf_buf_keep(&b, c->run->arena));
		gf_buf_clear(&b);
	}
	if (c->fixed != NULL) {
		gf_buf_release(&b);
		return c->fixed;
	}
	gf_conf_absolute(c, path, &b);
	dir = path.n > 0 ? gf_path_parent(gf_buf_view(&b)) : gf_buf_view(&b);
	if (gf_map_get(&c->dirs, dir) == NULL)
		dir = gf_str_keep(dir, c->run->arena);
	config = in_directory(c, dir);
	gf_buf_release(&b);
	return config;
}

/*
 * The path of a file as the patterns of a configuration see it; p NULL if it
 * lies elsewhere.
 */
static struct gf_str
seen_from(const struct gf_conf *c, const struct gf_config *config,
    struct gf_str path, struct gf_buf *b)
{
	struct gf_str abs, none = { 0 };

	gf_conf_absolute(c, path, b);
	abs = gf_buf_view(b);
	if (!below(config->dir, abs) || abs.n == config->dir.n)
		return none;
	abs.p += config->dir.n + (config->dir.n > 1);
	abs.n -= config->dir.n + (config->dir.n > 1);
	return abs;
}

static bool
matches(const struct gf_conf *c, const struct gf_config *config,
    struct gf_str path, const struct gf_str *patterns, size_t n)
{
	struct gf_buf b = { 0 };
	struct gf_str seen;
	bool any = false;

	if (n == 0)
		return false;
	seen = seen_from(c, config, path, &b);
	for (size_t i = 0; i < n && seen.p != NULL && !any; i++)
		any = gf_path_match(patterns[i], seen);
	gf_buf_release(&b);
	return any;
}

bool
gf_conf_excludes(const struct gf_conf *c, const struct gf_config *config,
    struct gf_str path)
{
	return matches(c, config, path, config->exclude, config->nexclude);
}

bool
gf_conf_private(const struct gf_conf *c, const struct gf_config *config,
    struct gf_str path)
{
	return matches(c, config, path, config->private, config->nprivate);
}

bool
gf_conf_rooted(const struct gf_conf *c, const struct gf_config *config,
    struct gf_str path)
{
	struct gf_buf b = { 0 };
	struct gf_str seen, root;
	bool is = false;

	if (config->nroots == 0)
		return false;
	seen = seen_from(c, config, path, &b);
	for (size_t i = 0; i < config->nroots && seen.p != NULL; i++) {
		root = config->roots[i];
		while (root.n > 1 && root.p[root.n - 1] == '/')
			root.n--;
		is = is || gf_str_is(root, ".") || below(root, seen);
	}
	gf_buf_release(&b);
	return is;
}
