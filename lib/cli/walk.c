/* For realpath(). */
#define _XOPEN_SOURCE 700

#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/blobs.h"
#include "cli/ignore.h"
#include "cli/input.h"
#include "cli/walk.h"

/* One walk below one directory. */
struct walk {
	struct gf_run *run;
	struct gf_names *names;
	char *real;		/* the directory without links */
	size_t seen;		/* entries looked at */
	size_t first;		/* names before this walk */
	bool flat;		/* directories below are left alone */
};

bool
gf_walk_yaml(struct gf_str name)
{
	return gf_str_ends(name, ".yaml") || gf_str_ends(name, ".yml");
}

void
gf_names_add(struct gf_names *names, struct gf_str s)
{
	names->v = gf_grow(names->v, names->n, &names->cap, sizeof(s));
	names->v[names->n++] = s;
}

static int
by_bytes(const void *a, const void *b)
{
	return gf_str_cmp(*(const struct gf_str *)a,
	    *(const struct gf_str *)b);
}

/* Whether a link leads to a regular file inside the walked directory. */
static bool
leads_inside(const struct walk *w, const char *path)
{
	char *to = realpath(path, NULL);
	size_t n = strlen(w->real);
	struct stat st;
	bool inside;

	if (to == NULL)
		return false;
	inside = strncmp(to, w->real, n) == 0 &&
	    (to[n] == '/' || n == 1) && stat(to, &st) == 0 &&
	    S_ISREG(st.st_mode);
	free(to);
	return inside;
}

/* What is only looked up has nothing to say and nothing to fail. */
static void
skipped(struct walk *w, const char *path, const char *why)
{
	const char *name = gf_input_name(w->run, gf_str(path));

	if (w->run->inputs->looking_up)
		gf_run_note(w->run, "skipped '%s': %s", name, why);
	else
		gf_run_say(w->run, "skipped '%s': %s", name, why);
}

/* Take one file if it is one of those that are read. */
static void
file(struct walk *w, const char *path, const struct stat *st)
{
	if (S_ISLNK(st->st_mode) && !leads_inside(w, path)) {
		skipped(w, path, "a link that leads to no file in there");
		return;
	}
	if (!S_ISLNK(st->st_mode) && !S_ISREG(st->st_mode)) {
		skipped(w, path, "not a regular file");
		return;
	}
	gf_names_add(w->names, gf_str_keep(gf_str(path), w->run->arena));
}

static bool
too_many(struct walk *w)
{
	return w->seen > w->run->common->limits.v[GF_LIMIT_DIR_FILES];
}

static void descend(struct walk *, struct gf_buf *path, size_t depth);

static bool
has_git(struct gf_buf *path)
{
	size_t n = path->n;
	struct stat st;
	bool has;

	gf_buf_text(path, "/.git");
	has = lstat(path->p, &st) == 0;
	path->n = n;
	path->p[n] = '\0';
	return has;
}

static void
entry(struct walk *w, struct gf_buf *path, size_t depth)
{
	struct stat st;

	if (lstat(path->p, &st) != 0)
		return;
	if (S_ISDIR(st.st_mode)) {
		if (w->flat)
			return;
		if (has_git(path))
			gf_run_note(w->run, "skipped '%s': a repository "
			    "of its own", gf_input_name(w->run,
			    gf_buf_view(path)));
		else
			descend(w, path, depth + 1);
	} else if (gf_walk_yaml(gf_buf_view(path))) {
		file(w, path->p, &st);
	}
}

static void
cannot(struct walk *w, const char *path)
{
	const char *why = strerror(errno);

	if (w->run->inputs->looking_up) {
		skipped(w, path, why);
		return;
	}
	gf_run_fail(w->run, "cannot read '%s': %s",
	    gf_input_name(w->run, gf_str(path)), why);
}

static void
descend(struct walk *w, struct gf_buf *path, size_t depth)
{
	size_t n = path->n;
	struct dirent *e;
	DIR *d;

	if (depth > w->run->common->limits.v[GF_LIMIT_DIR_DEPTH]) {
		if (w->run->inputs->looking_up)
			return;
		gf_run_fail(w->run, "did not read '%s': too deep, see "
		    "--limit dir-depth", gf_input_name(w->run,
		    gf_buf_view(path)));
		return;
	}
	d = opendir(n ? path->p : ".");
	if (d == NULL) {
		cannot(w, n ? path->p : ".");
		return;
	}
	while (!too_many(w) && (e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		w->seen++;
		if (path->n > 0 && path->p[path->n - 1] != '/')
			gf_buf_byte(path, '/');
		gf_buf_text(path, e->d_name);
		entry(w, path, depth);
		path->n = n;
		if (path->p != NULL)
			path->p[n] = '\0';
	}
	closedir(d);
}

/* Whether a part of a path begins with a dot; ".." only leads upwards. */
static bool
hidden(struct gf_str path)
{
	struct gf_str part;

	while (path.n > 0) {
		part = gf_str_cut(&path, '/');
		if (part.n > 0 && part.p[0] == '.' && !gf_str_is(part, ".."))
			return true;
	}
	return false;
}

/* The path from the working directory to a name below a prefix. */
static void
join(struct walk *w, struct gf_str prefix, const char *name,
    struct gf_buf *path)
{
	const struct gf_conf *conf = &w->run->inputs->conf;
	struct gf_buf abs = { 0 };

	gf_buf_clear(path);
	gf_buf_str(path, prefix);
	if (path->n > 0 && path->p[path->n - 1] != '/')
		gf_buf_byte(path, '/');
	gf_buf_text(path, name);
	if (name[0] != '.')
		return;
	gf_conf_absolute(conf, gf_buf_view(path), &abs);
	gf_buf_clear(path);
	gf_conf_relative(conf, gf_buf_view(&abs), path);
	gf_buf_release(&abs);
}

/* Take the names that git gave, each relative to the prefix. */
static void
from_git(struct walk *w, struct gf_str prefix, const struct gf_buf *list)
{
	struct gf_buf path = { 0 };
	const char *name = list->p;
	struct stat st;

	for (; name < list->p + list->n && !too_many(w);
	    name += strlen(name) + 1) {
		w->seen++;
		if (hidden(gf_str(name)) || !gf_walk_yaml(gf_str(name)))
			continue;
		join(w, prefix, name, &path);
		if (lstat(path.p, &st) == 0 && !S_ISDIR(st.st_mode))
			file(w, path.p, &st);
	}
	gf_buf_release(&path);
}

/* Sort what this walk found; git names a file in conflict several times. */
static void
finish(struct walk *w, const char *dir)
{
	struct gf_names *names = w->names;
	size_t n = w->first;

	if (too_many(w) && !w->run->inputs->looking_up)
		gf_run_fail(w->run, "'%s' holds too many files: name those "
		    "that are meant, or see --limit dir-files", dir);
	if (names->n > w->first)
		qsort(names->v + w->first, names->n - w->first,
		    sizeof(*names->v), by_bytes);
	for (size_t i = w->first; i < names->n; i++)
		if (n == w->first || !gf_str_eq(names->v[n - 1], names->v[i]))
			names->v[n++] = names->v[i];
	names->n = n;
}

/* The prefix of all names below a directory: "." and "./" say nothing. */
static struct gf_str
prefix_of(struct gf_str dir)
{
	while (gf_str_starts(dir, "./") && dir.n > 2) {
		dir.p += 2;
		dir.n -= 2;
	}
	while (dir.n > 1 && dir.p[dir.n - 1] == '/')
		dir.n--;
	if (gf_str_is(dir, ".") || gf_str_is(dir, "./"))
		dir.n = 0;
	return dir;
}

static void
walk(struct gf_run *run, struct gf_str dir, bool flat, struct gf_names *names)
{
	struct walk w = { .run = run, .names = names, .first = names->n,
		.flat = flat };
	char *path = gf_arena_copy(run->arena, dir.p, dir.n);
	struct gf_str prefix = prefix_of(dir);
	struct gf_buf b = { 0 }, list = { 0 };

	if (run->inputs->git != NULL) {
		gf_blobs_walk(run, dir, flat, names);
		return;
	}
	w.real = realpath(path, NULL);
	if (w.real == NULL) {
		cannot(&w, path);
		return;
	}
	if (!flat && gf_ignore_list(path, false, &list)) {
		from_git(&w, prefix, &list);
	} else {
		gf_buf_str(&b, prefix);
		descend(&w, &b, 1);
	}
	finish(&w, path);
	gf_buf_release(&list);
	gf_buf_release(&b);
	free(w.real);
}

void
gf_walk(struct gf_run *run, struct gf_str dir, struct gf_names *names)
{
	walk(run, dir, false, names);
}

void
gf_walk_flat(struct gf_run *run, struct gf_str dir, struct gf_names *names)
{
	walk(run, dir, true, names);
}

bool
gf_walk_repository(struct gf_run *run, struct gf_str dir,
    struct gf_names *names)
{
	struct walk w = { .run = run, .names = names, .first = names->n };
	char *path = gf_arena_copy(run->arena, dir.p, dir.n);
	struct gf_buf top = { 0 }, list = { 0 };
	bool found;

	if (run->inputs->git != NULL) {
		gf_blobs_walk(run, GF_STR(""), false, names);
		return true;
	}
	found = gf_ignore_repository(path, &top) &&
	    gf_ignore_list(path, true, &list);
	if (found) {
		w.real = top.p;
		from_git(&w, prefix_of(dir), &list);
		finish(&w, path);
	}
	gf_buf_release(&top);
	gf_buf_release(&list);
	return found;
}
