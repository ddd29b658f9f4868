/* cli/file.h: open and read files without being held up by what they are. */
#ifndef GF_FILE_H
#define GF_FILE_H

#include "base/buf.h"

/*
 * Open a regular file for reading; -1 and errno if it is none, ENOTSUP if it is
 * of another kind; size gets its bytes.
 */
int gf_file_open(const char *path, uint64_t *size);
/*
 * Append all that is still to be read, at most that many bytes; false and
 * errno, EFBIG if there are more.
 */
bool gf_file_rest(int fd, size_t most, struct gf_buf *);
/* The same for a whole regular file. */
bool gf_file_read(const char *path, size_t most, struct gf_buf *);
/* Read up to n bytes; -1 and errno. */
ptrdiff_t gf_file_next(int fd, char *p, size_t n);
/* Write all bytes; false and errno. */
bool gf_file_write(int fd, struct gf_str);

#endif
