/*
 * out/show.h: text from somebody's file, made fit for a person or a program to
 * read.
 */
#ifndef GF_SHOW_H
#define GF_SHOW_H

#include "base/buf.h"

/*
 * Append text that came from somebody's file for a person to read: control
 * characters as \xNN, direction marks as <U+202E>, line ends and tabs as
 * blanks.
 */
void gf_show(struct gf_buf *, struct gf_str);
/* The same for who can read ASCII alone: any other letter as <U+00E9>. */
void gf_show_ascii(struct gf_buf *, struct gf_str);
/*
 * Append a path at the start of a line: quoted as git does if a line could not
 * hold it; never a command to a build server.
 */
void gf_show_path(struct gf_buf *, struct gf_str);
/*
 * Append a JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
 */
void gf_json(struct gf_buf *, struct gf_str);

#endif
