#include "cli/blobs.h"
#include "cli/input.h"

bool
gf_blobs_open(struct gf_run *run)
{
	struct gf_inputs *is = run->inputs;
	const struct gf_common *c = run->common;
	struct gf_buf why = { 0 };
	struct gf_git *git;
	bool ok;

	if (!c->staged && c->rev == NULL)
		return true;
	if (c->staged && c->rev != NULL)
		gf_run_fail(run, "--staged and --rev name two trees: give one "
		    "of them");
	else if (run->verb->changes)
		gf_run_fail(run, "'%s' changes files, and what git keeps is "
		    "only read: leave out --staged and --rev",
		    run->verb->name);
	if (run->status == 2)
		return false;
	git = gf_arena_alloc(run->arena, sizeof(*git));
	ok = c->staged ? gf_git_index(git, is->conf.cwd, run->arena, &why) :
	    gf_git_tree(git, c->rev, is->conf.cwd, run->arena, &why);
	if (!ok)
		gf_run_fail(run, "%s", why.p);
	is->git = is->conf.git = git;
	gf_buf_release(&why);
	return ok;
}

bool
gf_blobs_path(const struct gf_run *run, const struct gf_git *git,
    struct gf_str path, struct gf_buf *b)
{
	struct gf_str top = git->top, abs;

	gf_buf_clear(b);
	gf_conf_absolute(&run->inputs->conf, path, b);
	abs = gf_buf_view(b);
	if (top.n == 1)
		top.n = 0;
	if (abs.n < top.n || memcmp(abs.p, top.p, top.n) != 0 ||
	    (abs.n > top.n && abs.p[top.n] != '/'))
		return false;
	abs.p += top.n + (abs.n > top.n);
	abs.n -= top.n + (abs.n > top.n);
	memmove(b->p, abs.p, abs.n);
	b->n = abs.n;
	b->p[b->n] = '\0';
	return true;
}

const struct gf_blob *
gf_blobs_find(const struct gf_run *run, struct gf_str path)
{
	const struct gf_git *git = run->inputs->git;
	const struct gf_blob *blob = NULL;
	struct gf_buf b = { 0 };

	if (gf_blobs_path(run, git, path, &b))
		blob = gf_git_find(git, gf_buf_view(&b));
	gf_buf_release(&b);
	return blob;
}

bool
gf_blobs_is_dir(const struct gf_run *run, struct gf_str path)
{
	const struct gf_git *git = run->inputs->git;
	struct gf_buf b = { 0 };
	bool is = gf_blobs_path(run, git, path, &b) &&
	    gf_git_has_dir(git, gf_buf_view(&b));

	gf_buf_release(&b);
	return is;
}

/* The path of a blob relative to the working directory; the arena owns it. */
static struct gf_str
name_of(const struct gf_run *run, const struct gf_git *git,
    const struct gf_blob *blob)
{
	struct gf_buf abs = { 0 }, name = { 0 };
	struct gf_str s;

	gf_buf_str(&abs, git->top);
	if (git->top.n > 1)
		gf_buf_byte(&abs, '/');
	gf_buf_str(&abs, blob->path);
	gf_conf_relative(&run->inputs->conf, gf_buf_view(&abs), &name);
	s = gf_buf_keep(&name, run->arena);
	gf_buf_release(&abs);
	gf_buf_release(&name);
	return s;
}

/* Whether a part of a path below a directory begins with a dot. */
static bool
hidden(struct gf_str path)
{
	while (path.n > 0)
		if (gf_str_starts(gf_str_cut(&path, '/'), "."))
			return true;
	return false;
}

/* What of a path lies below a directory; n 0 if nothing does. */
static struct gf_str
behind(struct gf_str dir, struct gf_str path)
{
	size_t n = dir.n + (dir.n > 0);

	if (path.n <= n || (dir.n > 0 && (path.p[dir.n] != '/' ||
	    memcmp(path.p, dir.p, dir.n) != 0)))
		n = path.n;
	return (struct gf_str){ path.p + n, path.n - n };
}

void
gf_blobs_walk(struct gf_run *run, struct gf_str dir, bool flat,
    struct gf_names *names)
{
	const struct gf_git *git = run->inputs->git;
	struct gf_buf b = { 0 };
	struct gf_str rest;

	if (dir.n > 0 && !gf_blobs_path(run, git, dir, &b)) {
		gf_buf_release(&b);
		return;
	}
	for (size_t i = 0; i < git->n; i++) {
		const struct gf_blob *blob = &git->v[i];

		rest = behind(gf_buf_view(&b), blob->path);
		if (rest.n == 0 || hidden(rest) || !gf_walk_yaml(rest) ||
		    (flat && memchr(rest.p, '/', rest.n) != NULL))
			continue;
		if (blob->plain)
			gf_names_add(names, name_of(run, git, blob));
		else
			gf_run_note(run, "skipped '%s': no regular file",
			    gf_input_name(run, blob->path));
	}
	gf_buf_release(&b);
}
