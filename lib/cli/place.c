#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/path.h"
#include "cli/place.h"

#define OPEN_DIR (O_RDONLY | O_DIRECTORY | O_CLOEXEC)
#define MAX_UP 1024
#define MAX_VALUE ((size_t)64 * 1024)

static char *
copy(const char *p, size_t n)
{
	char *s = gf_alloc(n + 1);

	memcpy(s, p, n);
	return s;
}

/* Split a path below a directory that is open (or AT_FDCWD). */
static bool
split_at(int base, struct gf_str path, int *dir, char **name)
{
	struct gf_str where = gf_path_dir(path), last = gf_path_base(path);
	char *parent = where.n > 0 ? copy(where.p, where.n) : copy(".", 1);

	*dir = openat(base, parent, OPEN_DIR);
	free(parent);
	if (*dir < 0)
		return false;
	*name = copy(last.p, last.n);
	return true;
}

bool
gf_place_split(struct gf_str path, int *dir, char **name)
{
	return split_at(AT_FDCWD, path, dir, name);
}

/*
 * Walk up from a directory until one is found: the one that is wanted, or
 * where nothing is wanted one that holds .git; false if there is none.
 */
static bool
climb(int dir, const struct stat *wanted, struct stat *found)
{
	int fd = openat(dir, ".", OPEN_DIR), up;
	struct stat st = { 0 }, git;
	bool here = false;

	for (unsigned i = 0; fd >= 0 && !here && i < MAX_UP; i++) {
		ino_t ino = st.st_ino;
		dev_t dev = st.st_dev;

		if (fstat(fd, &st) != 0 || (i > 0 && st.st_ino == ino &&
		    st.st_dev == dev))
			break;
		here = wanted ? st.st_ino == wanted->st_ino &&
		    st.st_dev == wanted->st_dev :
		    fstatat(fd, ".git", &git, AT_SYMLINK_NOFOLLOW) == 0;
		up = openat(fd, "..", OPEN_DIR);
		close(fd);
		fd = up;
	}
	if (fd >= 0)
		close(fd);
	if (here && found != NULL)
		*found = st;
	return here;
}

bool
gf_place_below(int dir, const char *top)
{
	struct stat st;

	return stat(top, &st) == 0 && climb(dir, &st, NULL);
}

static bool
read_link(int dir, const char *name, char *to, size_t size)
{
	ssize_t n = readlinkat(dir, name, to, size);

	if (n < 0 || (size_t)n >= size)
		return false;
	to[n] = '\0';
	return true;
}

bool
gf_place_follow(int *dir, char **name, const char **why)
{
	char to[PATH_MAX], *to_name;
	struct stat root;
	int to_dir;

	if (!read_link(*dir, *name, to, sizeof(to)) ||
	    !split_at(*dir, gf_str(to), &to_dir, &to_name)) {
		*why = "it is a link that leads nowhere";
		return false;
	}
	if ((!climb(*dir, NULL, &root) && stat(".", &root) != 0) ||
	    !climb(to_dir, &root, NULL)) {
		close(to_dir);
		free(to_name);
		*why = "it is a link that leads out of the work tree";
		return false;
	}
	close(*dir);
	free(*name);
	*dir = to_dir;
	*name = to_name;
	return true;
}

#ifdef __linux__
static const char acl[] = "system.posix_acl_access";

/* Others are the system's own and follow from where the file lies. */
static bool
ours(const char *attribute)
{
	return strcmp(attribute, acl) == 0 ||
	    strncmp(attribute, "user.", 5) == 0;
}

static bool
copy_attribute(int from, int to, const char *attribute)
{
	char *value = gf_alloc(MAX_VALUE);
	ssize_t n = fgetxattr(from, attribute, value, MAX_VALUE);
	bool good = n >= 0 &&
	    fsetxattr(to, attribute, value, (size_t)n, 0) == 0;

	free(value);
	return good;
}

static bool
copy_attributes(int from, int to)
{
	char *names = gf_alloc(MAX_VALUE);
	ssize_t n = flistxattr(from, names, MAX_VALUE);
	bool good = n >= 0 || errno == ENOTSUP;

	/* the directory may have given the new file a list of its own */
	fremovexattr(to, acl);
	for (ssize_t i = 0; i < n; i += (ssize_t)strlen(names + i) + 1)
		if (ours(names + i) && !copy_attribute(from, to, names + i))
			good = false;
	free(names);
	return good;
}
#else
static bool
copy_attributes(int from, int to)
{
	(void)from;
	(void)to;
	return true;
}
#endif

bool
gf_place_copy_rights(int from, const struct stat *st, int to)
{
	struct stat now;
	bool good = fstat(to, &now) == 0;

	if (good && (now.st_uid != st->st_uid || now.st_gid != st->st_gid))
		good = fchown(to, st->st_uid, st->st_gid) == 0;
	if (!copy_attributes(from, to))
		good = false;
	return fchmod(to, st->st_mode & 07777) == 0 && good;
}

void
gf_place_allow(size_t files)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0 ||
	    limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= files)
		return;
	limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ||
	    limit.rlim_max > files ? (rlim_t)files : limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
}

mode_t
gf_place_umask(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return mask;
}

bool
gf_place_make(struct gf_str path, bool links)
{
	struct gf_buf part = { 0 };
	bool ok = true;

	for (size_t i = 0; i < path.n && ok; i++) {
		struct stat st;

		if (path.p[i] != '/' || i == 0)
			continue;
		gf_buf_clear(&part);
		gf_buf_add(&part, path.p, i);
		if (lstat(part.p, &st) != 0) {
			ok = mkdir(part.p, 0777) == 0 || errno == EEXIST;
		} else if (!links && S_ISLNK(st.st_mode)) {
			errno = ELOOP;
			ok = false;
		}
	}
	gf_buf_release(&part);
	return ok;
}
