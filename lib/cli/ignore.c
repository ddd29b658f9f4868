/* For realpath(). */
#define _XOPEN_SOURCE 700

#include <sys/stat.h>
#include <sys/wait.h>

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cli/ignore.h"

extern char **environ;

bool
gf_ignore_repository(const char *dir, struct gf_buf *top)
{
	char *path = realpath(dir, NULL), *slash;
	struct gf_buf b = { 0 };
	struct stat st;
	bool found = false;

	if (path == NULL)
		return false;
	for (;;) {
		gf_buf_clear(&b);
		gf_buf_printf(&b, "%s/.git", strcmp(path, "/") ? path : "");
		found = lstat(b.p, &st) == 0;
		slash = strrchr(path, '/');
		if (found || slash == NULL || path[1] == '\0')
			break;
		slash[slash == path] = '\0';
	}
	if (found && top != NULL)
		gf_buf_text(top, path);
	gf_buf_release(&b);
	free(path);
	return found;
}

/* The environment without what a hook says about its own repository. */
static char **
clean_environment(void)
{
	static const char *const own[] = { "GIT_DIR=", "GIT_WORK_TREE=",
	    "GIT_INDEX_FILE=", "GIT_PREFIX=" };
	size_t n = 0, kept = 0;
	char **env;

	while (environ[n] != NULL)
		n++;
	env = gf_alloc((n + 1) * sizeof(*env));
	for (size_t i = 0; i < n; i++) {
		bool keep = true;

		for (size_t j = 0; j < GF_LEN(own); j++)
			if (strncmp(environ[i], own[j], strlen(own[j])) == 0)
				keep = false;
		if (keep)
			env[kept++] = environ[i];
	}
	return env;
}

static bool
start(char *const argv[], int out, pid_t *pid)
{
	posix_spawn_file_actions_t acts;
	char **env = clean_environment();
	bool ok;

	if (posix_spawn_file_actions_init(&acts) != 0) {
		free(env);
		return false;
	}
	ok = posix_spawn_file_actions_addopen(&acts, 0, "/dev/null",
	    O_RDONLY, 0) == 0 &&
	    posix_spawn_file_actions_adddup2(&acts, out, 1) == 0 &&
	    posix_spawn_file_actions_addopen(&acts, 2, "/dev/null",
	    O_WRONLY, 0) == 0 &&
	    posix_spawnp(pid, argv[0], &acts, NULL, argv, env) == 0;
	posix_spawn_file_actions_destroy(&acts);
	free(env);
	return ok;
}

static void
drain(int fd, struct gf_buf *to)
{
	char chunk[16384];
	ssize_t n;

	for (;;) {
		n = read(fd, chunk, sizeof(chunk));
		if (n > 0)
			gf_buf_add(to, chunk, (size_t)n);
		else if (n == 0 || errno != EINTR)
			return;
	}
}

static bool
run_git(char *const argv[], struct gf_buf *names)
{
	int fds[2], status = -1;
	pid_t pid, got;

	if (pipe(fds) != 0)
		return false;
	fcntl(fds[0], F_SETFD, FD_CLOEXEC);
	fcntl(fds[1], F_SETFD, FD_CLOEXEC);
	if (!start(argv, fds[1], &pid)) {
		close(fds[0]);
		close(fds[1]);
		return false;
	}
	close(fds[1]);
	drain(fds[0], names);
	close(fds[0]);
	do
		got = waitpid(pid, &status, 0);
	while (got < 0 && errno == EINTR);
	return got == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool
gf_ignore_list(const char *dir, bool whole, struct gf_buf *names)
{
	char git[] = "git", c[] = "-C", ls[] = "ls-files", co[] = "-co",
	    std[] = "--exclude-standard", z[] = "-z", dashes[] = "--",
	    top[] = ":/";
	struct gf_buf where = { 0 };
	char *argv[] = { git, c, NULL, ls, co, std, z, NULL, NULL, NULL };
	bool ok;

	if (!gf_ignore_repository(dir, NULL))
		return false;
	gf_buf_text(&where, dir);
	argv[2] = where.p;
	if (whole) {
		argv[7] = dashes;
		argv[8] = top;
	}
	ok = run_git(argv, names);
	if (!ok)
		gf_buf_clear(names);
	gf_buf_release(&where);
	return ok;
}
