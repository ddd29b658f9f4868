/* For realpath(). */
#define _XOPEN_SOURCE 700

#include <sys/stat.h>

#include <stdlib.h>
#include <string.h>

#include "cli/git.h"
#include "cli/ignore.h"

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

bool
gf_ignore_list(const char *dir, bool whole, struct gf_buf *names)
{
	const char *words[] = { "-C", dir, "ls-files", "-co",
	    "--exclude-standard", "-z", whole ? "--" : NULL, ":/", NULL };
	bool ok;

	if (!gf_ignore_repository(dir, NULL))
		return false;
	ok = gf_git_ask(words, true, names);
	if (!ok)
		gf_buf_clear(names);
	return ok;
}
