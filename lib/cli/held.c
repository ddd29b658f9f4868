#include <sys/file.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/file.h"
#include "cli/held.h"
#include "cli/place.h"
#include "out/show.h"

#define LOCK_TRIES 100
#define LOCK_PAUSE_NS 50000000
#define TEMP_TRIES 100

void
gf_held_fail(struct gf_buf *err, const char *verb, struct gf_str path,
    const char *why)
{
	gf_buf_printf(err, "cannot %s '", verb);
	gf_show(err, path);
	gf_buf_printf(err, "': %s\n", why);
}

static bool
fail(const struct gf_held *h, struct gf_buf *err, const char *why)
{
	gf_held_fail(err, "change", h->path, why);
	return false;
}

bool
gf_held_changed(const struct gf_held *h, struct gf_buf *err)
{
	return fail(h, err, "it was changed since it was read; "
	    "run the command again");
}

static bool
same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* What a file must be so that putting another in its place loses nothing. */
static bool
may_replace(const struct gf_held *h, struct gf_buf *err)
{
	if (!S_ISREG(h->st.st_mode))
		return fail(h, err, "it is no regular file");
	if (h->st.st_size > UINT32_MAX)
		return fail(h, err, "it is larger than 4 GiB");
	if (h->look)
		return true;
	/* none: somebody replaced it just now, and the lock will tell */
	if (h->st.st_nlink > 1)
		return fail(h, err, "it has more than one name (hard link), "
		    "and the others would keep the old text");
	if (h->st.st_uid != geteuid() && h->st.st_uid != 0)
		return fail(h, err, "it belongs to somebody else");
	if ((h->st.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
		return fail(h, err, "it is read-only");
	return faccessat(h->dir, h->name, W_OK, AT_EACCESS) == 0 ||
	    fail(h, err, strerror(errno));
}

/* Take the lock, waiting up to 5 seconds for whoever has it. */
static bool
lock(const struct gf_held *h, int fd, struct gf_buf *err)
{
	const struct timespec pause = { .tv_nsec = LOCK_PAUSE_NS };

	if (h->look)
		return true;
	for (unsigned i = 0; flock(fd, LOCK_EX | LOCK_NB) != 0; i++) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return fail(h, err, strerror(errno));
		if (i == LOCK_TRIES)
			return fail(h, err, "another program has held it for "
			    "5 seconds; try again");
		nanosleep(&pause, NULL);
	}
	return true;
}

bool
gf_held_lock_dir(const struct gf_held *h, struct gf_buf *err)
{
	return lock(h, h->dir, err);
}

static int
open_name(const struct gf_held *h)
{
	return openat(h->dir, h->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK |
	    O_NOCTTY | O_CLOEXEC);
}

/*
 * Open the name in its directory; a link is followed once, if it stays below
 * the root.
 */
static bool
open_file(struct gf_held *h, bool create, struct gf_buf *err)
{
	const char *why;

	h->fd = open_name(h);
	if (h->fd < 0 && errno == ELOOP) {
		if (!gf_place_follow(&h->dir, &h->name, &why))
			return fail(h, err, why);
		h->fd = open_name(h);
	}
	if (h->fd < 0 && (errno != ENOENT || !create))
		return fail(h, err, strerror(errno));
	return true;
}

/*
 * Open and lock the file that has the name once the lock is taken: whoever had
 * the lock may have put another in its place.
 */
static bool
open_locked(struct gf_held *h, bool create, struct gf_buf *err)
{
	struct stat now;

	for (unsigned i = 0; i < LOCK_TRIES; i++) {
		if (!open_file(h, create, err))
			return false;
		if (h->fd < 0)
			return true;
		if (fstat(h->fd, &h->st) != 0)
			return fail(h, err, strerror(errno));
		if (!may_replace(h, err) || !lock(h, h->fd, err))
			return false;
		if (fstatat(h->dir, h->name, &now, AT_SYMLINK_NOFOLLOW) == 0 &&
		    same_file(&now, &h->st) && now.st_nlink == h->st.st_nlink)
			return fstat(h->fd, &h->st) == 0;
		close(h->fd);
		h->fd = -1;
	}
	return fail(h, err, "others keep changing it; try again");
}

static bool
read_all(int fd, struct gf_buf *b)
{
	char part[65536];
	ssize_t n;

	for (;;) {
		n = pread(fd, part, sizeof(part), (off_t)b->n);
		if (n > 0)
			gf_buf_add(b, part, (size_t)n);
		else if (n == 0)
			return true;
		else if (errno != EINTR)
			return false;
	}
}

bool
gf_held_open(struct gf_held *h, struct gf_str path, bool create, bool look,
    struct gf_buf *err)
{
	*h = (struct gf_held){ .path = path, .dir = -1, .fd = -1,
	    .look = look };
	if (gf_str_is(path, "-"))
		return fail(h, err, "it is standard input; give the file "
		    "instead");
	if (memchr(path.p, '\0', path.n) != NULL)
		return fail(h, err, "no path holds a NUL");
	if (!gf_place_split(path, &h->dir, &h->name))
		/* who only looks sees a file that is not there yet */
		return (look && create && errno == ENOENT) ||
		    fail(h, err, strerror(errno));
	if (!open_locked(h, create, err))
		return false;
	if (h->fd >= 0 && !read_all(h->fd, &h->bytes))
		return fail(h, err, strerror(errno));
	return true;
}

/* A name that nobody has; our search of files passes over it. */
static char *
temp_name(const char *name, unsigned attempt)
{
	struct gf_buf b = { 0 };
	struct timespec now = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	gf_buf_printf(&b, ".goalfile-%.200s.%ld.%08lx", name, (long)getpid(),
	    (unsigned long)now.tv_nsec ^ (unsigned long)attempt << 20);
	return b.p;
}

static int
open_temp(struct gf_held *h)
{
	int fd = -1;

	for (unsigned i = 0; fd < 0 && i < TEMP_TRIES; i++) {
		free(h->temp);
		h->temp = temp_name(h->name, i);
		fd = openat(h->dir, h->temp, O_WRONLY | O_CREAT | O_EXCL |
		    O_NOFOLLOW | O_CLOEXEC, 0600);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	if (fd < 0) {
		free(h->temp);
		h->temp = NULL;
	}
	return fd;
}

/* Bytes, owner, mode, rights, disk: in that order, all before the rename. */
static bool
fill_temp(const struct gf_held *h, int fd, struct gf_str bytes,
    struct gf_buf *err)
{
	bool kept = true;

	if (!gf_file_write(fd, bytes))
		return false;
	if (h->fd >= 0)
		kept = gf_place_copy_rights(h->fd, &h->st, fd);
	else if (fchmod(fd, 0666 & ~gf_place_umask()) != 0)
		return false;
	if (!kept) {
		gf_buf_text(err, "warning: not all owners and rights of '");
		gf_show(err, h->path);
		gf_buf_text(err, "' could be kept\n");
	}
	return fsync(fd) == 0;
}

bool
gf_held_prepare(struct gf_held *h, struct gf_str bytes, struct gf_buf *err)
{
	int fd = open_temp(h), error;
	bool good;

	if (fd < 0)
		return fail(h, err, strerror(errno));
	good = fill_temp(h, fd, bytes, err);
	error = errno;
	if (close(fd) != 0 && good) {
		good = false;
		error = errno;
	}
	return good || fail(h, err, strerror(error));
}

/*
 * Whether the bytes of the file that was opened are still those that were
 * read; takes no memory, which could be refused when the file is in place.
 */
static bool
same_bytes(const struct gf_held *h)
{
	char part[65536];
	size_t at = 0;
	ssize_t n;

	for (;;) {
		n = pread(h->fd, part, sizeof(part), (off_t)at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0 && at == h->bytes.n;
		if ((size_t)n > h->bytes.n - at ||
		    memcmp(part, h->bytes.p + at, (size_t)n) != 0)
			return false;
		at += (size_t)n;
	}
}

bool
gf_held_same(const struct gf_held *h, struct gf_buf *err)
{
	struct stat now;

	if (fstatat(h->dir, h->name, &now, AT_SYMLINK_NOFOLLOW) != 0) {
		if (h->fd < 0 && errno == ENOENT)
			return true;
		return gf_held_changed(h, err);
	}
	if (h->fd < 0 || !same_file(&now, &h->st) || !same_bytes(h))
		return gf_held_changed(h, err);
	return true;
}

static bool
put_in_place(struct gf_held *h)
{
	if (renameat(h->dir, h->temp, h->dir, h->name) != 0)
		return false;
	free(h->temp);
	h->temp = NULL;
	return true;
}

/*
 * Somebody wrote to the old file in the last moment: what they wrote comes
 * back.
 */
static bool
give_back(struct gf_held *h, struct gf_buf *err)
{
	struct gf_buf theirs = { 0 };

	if (!read_all(h->fd, &theirs))
		fail(h, err, strerror(errno));
	else if (gf_held_prepare(h, gf_buf_view(&theirs), err) &&
	    !put_in_place(h))
		fail(h, err, strerror(errno));
	gf_buf_release(&theirs);
	return gf_held_changed(h, err);
}

bool
gf_held_commit(struct gf_held *h, struct gf_buf *err)
{
	if (!gf_held_same(h, err))
		return false;
	if (!put_in_place(h))
		return fail(h, err, strerror(errno));
	if (h->fd >= 0 && !same_bytes(h))
		return give_back(h, err);
	if (fsync(h->dir) != 0) {
		gf_buf_text(err, "warning: '");
		gf_show(err, h->path);
		gf_buf_printf(err, "' is written, but its directory may not "
		    "be on the disk: %s\n", strerror(errno));
	}
	return true;
}

bool
gf_held_put(struct gf_str path, struct gf_str bytes, struct gf_buf *err)
{
	struct gf_held h = { 0 };
	bool ok = gf_held_open(&h, path, true, false, err) &&
	    (h.fd >= 0 || gf_held_lock_dir(&h, err));

	if (ok && (h.fd < 0 || !gf_str_eq(gf_buf_view(&h.bytes), bytes)))
		ok = gf_held_prepare(&h, bytes, err) &&
		    gf_held_same(&h, err) && gf_held_commit(&h, err);
	gf_held_release(&h);
	return ok;
}

void
gf_held_release(struct gf_held *h)
{
	if (h->temp != NULL)
		unlinkat(h->dir, h->temp, 0);
	if (h->fd >= 0)
		close(h->fd);
	if (h->dir >= 0)
		close(h->dir);
	gf_buf_release(&h->bytes);
	free(h->temp);
	free(h->name);
	*h = (struct gf_held){ .dir = -1, .fd = -1 };
}
