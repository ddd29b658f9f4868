#include <sys/socket.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/file.h"
#include "cli/git.h"

#define MOST_WORDS 24

extern char **environ;

/*
 * What a repository may not make us run: no hooks and monitors, no replaced
 * objects that only this clone has, nothing fetched while we read.
 */
static const char *const always[] = { "git", "--no-pager",
    "--no-replace-objects", "--no-optional-locks", "-c",
    "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
    "protocol.allow=never" };

/* The environment; clean without what a hook says of its own repository. */
static char **
environment(bool clean)
{
	static const char *const own[] = { "GIT_DIR=", "GIT_WORK_TREE=",
	    "GIT_INDEX_FILE=", "GIT_PREFIX=" };
	static char quiet[] = "GIT_TERMINAL_PROMPT=0",
	    here[] = "GIT_NO_LAZY_FETCH=1";
	size_t n = 0, kept = 0;
	char **env;

	while (environ[n] != NULL)
		n++;
	env = gf_alloc((n + 3) * sizeof(*env));
	for (size_t i = 0; i < n; i++) {
		bool keep = true;

		for (size_t j = 0; clean && j < GF_LEN(own); j++)
			if (strncmp(environ[i], own[j], strlen(own[j])) == 0)
				keep = false;
		if (keep)
			env[kept++] = environ[i];
	}
	env[kept++] = quiet;
	env[kept] = here;
	return env;
}

/* Start git; in -1: nothing to read. */
static bool
start(const char *const *words, bool clean, int in, int out, pid_t *pid)
{
	char *argv[GF_LEN(always) + MOST_WORDS + 1] = { NULL };
	posix_spawn_file_actions_t acts;
	char **env;
	size_t n = 0;
	bool ok;

	for (; n < GF_LEN(always); n++)
		argv[n] = (char *)always[n];
	for (; *words != NULL && n < GF_LEN(argv) - 1; words++)
		argv[n++] = (char *)*words;
	if (posix_spawn_file_actions_init(&acts) != 0)
		return false;
	env = environment(clean);
	ok = (in >= 0 ? posix_spawn_file_actions_adddup2(&acts, in, 0) :
	    posix_spawn_file_actions_addopen(&acts, 0, "/dev/null", O_RDONLY,
	    0)) == 0 && posix_spawn_file_actions_adddup2(&acts, out, 1) == 0 &&
	    posix_spawn_file_actions_addopen(&acts, 2, "/dev/null",
	    O_WRONLY, 0) == 0 &&
	    posix_spawnp(pid, argv[0], &acts, NULL, argv, env) == 0;
	posix_spawn_file_actions_destroy(&acts);
	free(env);
	return ok;
}

static bool
ended_well(pid_t pid)
{
	int status = -1;
	pid_t got;

	do
		got = waitpid(pid, &status, 0);
	while (got < 0 && errno == EINTR);
	return got == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool
gf_git_ask(const char *const *words, bool clean, struct gf_buf *out)
{
	int fds[2];
	pid_t pid;
	bool whole;

	if (pipe(fds) != 0)
		return false;
	fcntl(fds[0], F_SETFD, FD_CLOEXEC);
	fcntl(fds[1], F_SETFD, FD_CLOEXEC);
	if (!start(words, clean, -1, fds[1], &pid)) {
		close(fds[0]);
		close(fds[1]);
		return false;
	}
	close(fds[1]);
	whole = gf_file_rest(fds[0], SIZE_MAX / 2, out);
	close(fds[0]);
	return ended_well(pid) && whole;
}

/* One line of git's answer, without its end. */
static bool
line(const char *const *words, struct gf_buf *out)
{
	size_t from = out->n;

	if (!gf_git_ask(words, false, out) || out->n == from)
		return false;
	if (out->p[out->n - 1] == '\n')
		out->p[--out->n] = '\0';
	return out->n > from;
}

/* Without a work tree, as in a hook of a bare repository, paths begin here. */
static void
find_top(struct gf_git *g, struct gf_str cwd, struct gf_arena *arena)
{
	const char *const words[] = { "rev-parse", "--show-toplevel", NULL };
	struct gf_buf b = { 0 };

	g->top = line(words, &b) ? gf_buf_keep(&b, arena) : cwd;
	gf_buf_release(&b);
}

/* Take one record `MODE WORD WORD\tPATH`; oid says which word that is. */
static bool
take(struct gf_git *g, struct gf_str record, unsigned oid,
    struct gf_arena *arena)
{
	struct gf_str head = gf_str_cut(&record, '\t'), word[3];
	struct gf_blob *b;

	for (size_t i = 0; i < GF_LEN(word); i++)
		word[i] = gf_str_cut(&head, ' ');
	if (word[oid].n < GF_OID_LEAST || record.n == 0)
		return false;
	/* what stands in conflict has stages and no meaning yet */
	if (oid == 1 && !gf_str_is(word[2], "0"))
		return false;
	g->v = gf_grow(g->v, g->n, &g->cap, sizeof(*g->v));
	b = &g->v[g->n++];
	b->path = gf_str_keep(record, arena);
	b->oid = gf_str_keep(word[oid], arena);
	b->plain = gf_str_starts(word[0], "100");
	return true;
}

/* Take all records, each ended by a NUL. */
static bool
take_all(struct gf_git *g, const struct gf_buf *list, unsigned oid,
    struct gf_arena *arena)
{
	struct gf_str rest = gf_buf_view(list);
	bool ok = true;

	while (rest.n > 0 && ok)
		ok = take(g, gf_str_cut(&rest, '\0'), oid, arena);
	for (size_t i = 0; i < g->n; i++)
		gf_map_put(&g->paths, g->v[i].path, &g->v[i]);
	return ok;
}

bool
gf_git_index(struct gf_git *g, struct gf_str cwd, struct gf_arena *arena,
    struct gf_buf *why)
{
	const char *words[] = { "-C", NULL, "ls-files", "-s", "-z", NULL };
	struct gf_buf list = { 0 };
	bool ok;

	find_top(g, cwd, arena);
	g->name = GF_STR("the index");
	words[1] = g->top.p;
	ok = gf_git_ask(gf_str_eq(g->top, cwd) ? words + 2 : words, false,
	    &list);
	if (!ok)
		gf_buf_text(why, "git cannot read an index here: 'git status' "
		    "says why");
	else if (!take_all(g, &list, 1, arena)) {
		gf_buf_text(why, "files are in conflict: resolve them and "
		    "stage what is meant");
		ok = false;
	}
	gf_buf_release(&list);
	return ok;
}

bool
gf_git_oid(const char *revision, struct gf_buf *oid)
{
	const char *const words[] = { "rev-parse", "--verify", "--quiet",
	    revision, NULL };

	/* a word with a dash would be an option */
	return revision[0] != '\0' && revision[0] != '-' && line(words, oid);
}

bool
gf_git_tree(struct gf_git *g, const char *revision, struct gf_str cwd,
    struct gf_arena *arena, struct gf_buf *why)
{
	const char *words[] = { "ls-tree", "-r", "-z", "--full-tree", NULL,
	    NULL };
	struct gf_buf oid = { 0 }, list = { 0 };
	bool ok;

	find_top(g, cwd, arena);
	g->name = gf_str_keep(gf_str(revision), arena);
	ok = gf_git_oid(revision, &oid);
	if (ok) {
		words[4] = oid.p;
		ok = gf_git_ask(words, false, &list);
	}
	if (!ok)
		gf_buf_printf(why, "no revision '%s' in this repository; in a "
		    "shallow clone fetch it first (in a job: fetch-depth: 0)",
		    revision);
	else
		ok = take_all(g, &list, 2, arena);
	gf_buf_release(&oid);
	gf_buf_release(&list);
	return ok;
}

const struct gf_blob *
gf_git_find(const struct gf_git *g, struct gf_str path)
{
	return gf_map_get(&g->paths, path);
}

bool
gf_git_has_dir(const struct gf_git *g, struct gf_str path)
{
	for (size_t i = 0; i < g->n && path.n > 0; i++) {
		struct gf_str s = g->v[i].path;

		if (s.n > path.n && s.p[path.n] == '/' &&
		    memcmp(s.p, path.p, path.n) == 0)
			return true;
	}
	return path.n == 0;
}

static bool
begin_batch(struct gf_git *g)
{
	const char *const words[] = { "cat-file", "--batch", NULL };
	int fds[2];
	bool ok;

	if (g->pid > 0)
		return true;
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) != 0)
		return false;
	fcntl(fds[0], F_SETFD, FD_CLOEXEC);
	fcntl(fds[1], F_SETFD, FD_CLOEXEC);
	ok = start(words, false, fds[1], fds[1], &g->pid);
	close(fds[1]);
	if (!ok) {
		g->pid = 0;
		close(fds[0]);
		return false;
	}
	g->fd = fds[0];
	return true;
}

/* A child that died is an error here, no signal. */
static bool
ask_for(int fd, struct gf_str oid)
{
	struct gf_buf b = { 0 };
	size_t at = 0;
	ssize_t n = 0;

	gf_buf_str(&b, oid);
	gf_buf_byte(&b, '\n');
	while (at < b.n && (n >= 0 || errno == EINTR)) {
		n = send(fd, b.p + at, b.n - at, MSG_NOSIGNAL);
		at += n > 0 ? (size_t)n : 0;
	}
	n = at == b.n ? 0 : -1;
	gf_buf_release(&b);
	return n == 0;
}

/* The size in `OID blob SIZE`, SIZE_MAX if there is no such blob. */
static size_t
answered(int fd)
{
	char text[128];
	struct gf_str rest, word;
	size_t n = 0, size = 0;

	while (n < sizeof(text) && gf_file_next(fd, text + n, 1) == 1 &&
	    text[n] != '\n')
		n++;
	rest = (struct gf_str){ text, n < sizeof(text) ? n : 0 };
	gf_str_cut(&rest, ' ');
	word = gf_str_cut(&rest, ' ');
	if (!gf_str_is(word, "blob") || rest.n == 0 || rest.n > 18)
		return SIZE_MAX;
	for (size_t i = 0; i < rest.n; i++) {
		if (rest.p[i] < '0' || rest.p[i] > '9')
			return SIZE_MAX;
		size = size * 10 + (size_t)(rest.p[i] - '0');
	}
	return size;
}

bool
gf_git_read(struct gf_git *g, const struct gf_blob *blob, size_t most,
    struct gf_buf *b)
{
	char chunk[16384];
	size_t left;
	ptrdiff_t n = 1;

	if (!blob->plain || !begin_batch(g) || !ask_for(g->fd, blob->oid))
		return false;
	left = answered(g->fd);
	if (left > most) {
		/* what is not read stands in the way of the next */
		gf_git_release(&(struct gf_git){ .fd = g->fd, .pid = g->pid });
		g->pid = 0;
		return false;
	}
	for (left++; left > 0 && n > 0; left -= n > 0 ? (size_t)n : 0) {
		n = gf_file_next(g->fd, chunk, left < sizeof(chunk) ? left :
		    sizeof(chunk));
		if (n > 0)
			gf_buf_add(b, chunk, (size_t)n);
	}
	/* the line end behind the bytes */
	if (left == 0)
		b->p[--b->n] = '\0';
	return left == 0;
}

void
gf_git_release(struct gf_git *g)
{
	if (g->pid > 0) {
		close(g->fd);
		ended_well(g->pid);
	}
	gf_map_release(&g->paths);
	free(g->v);
	*g = (struct gf_git){ 0 };
}
