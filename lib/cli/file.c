#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "cli/file.h"

int
gf_file_open(const char *path, uint64_t *size)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat st;
	int error;

	if (fd < 0)
		return -1;
	error = fstat(fd, &st) != 0 ? errno : S_ISDIR(st.st_mode) ? EISDIR :
	    S_ISREG(st.st_mode) ? 0 : ENOTSUP;
	if (error != 0) {
		close(fd);
		errno = error;
		return -1;
	}
	*size = (uint64_t)st.st_size;
	return fd;
}

ptrdiff_t
gf_file_next(int fd, char *p, size_t n)
{
	ssize_t got;

	do
		got = read(fd, p, n);
	while (got < 0 && errno == EINTR);
	return got;
}

bool
gf_file_rest(int fd, size_t most, struct gf_buf *b)
{
	char chunk[16384];
	ptrdiff_t n = 1;

	while (n > 0 && b->n <= most) {
		n = gf_file_next(fd, chunk, sizeof(chunk));
		if (n > 0)
			gf_buf_add(b, chunk, (size_t)n);
	}
	if (n > 0)
		errno = EFBIG;
	return n == 0;
}

bool
gf_file_read(const char *path, size_t most, struct gf_buf *b)
{
	uint64_t size;
	int fd = gf_file_open(path, &size), error;
	bool ok;

	if (fd < 0)
		return false;
	ok = gf_file_rest(fd, most, b);
	error = errno;
	close(fd);
	errno = error;
	return ok;
}

bool
gf_file_write(int fd, struct gf_str s)
{
	ssize_t n;

	while (s.n > 0) {
		n = write(fd, s.p, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		s.p += n;
		s.n -= (size_t)n;
	}
	return true;
}
