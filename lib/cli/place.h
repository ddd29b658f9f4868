/*
 * cli/place.h: directories, links and rights of a file that is about to be
 * replaced.
 */
#ifndef GF_PLACE_H
#define GF_PLACE_H

#include <sys/stat.h>

#include "base/str.h"

/*
 * Open the directory of a path and copy its last name, which the caller frees;
 * false and errno if there is none.
 */
bool gf_place_split(struct gf_str path, int *dir, char **name);
/*
 * Make the directories of a path that are not there yet, behind a link only
 * where links are allowed; false and errno if one cannot be made.
 */
bool gf_place_make(struct gf_str path, bool links);
/*
 * Put the directory and name that a link leads to in the place of its own;
 * false and why if it leads out of the git work tree (the working directory
 * where there is none) or nowhere.
 */
bool gf_place_follow(int *dir, char **name, const char **why);
/* Whether a directory that is open lies below another, or is it. */
bool gf_place_below(int dir, const char *top);
/*
 * Give a file the owner, group, mode and access list of another; false if
 * something could not be kept.
 */
bool gf_place_copy_rights(int from, const struct stat *, int to);
/* Let so many files be open at a time, if the system allows it. */
void gf_place_allow(size_t files);
/* The mode bits that a new file does not get. */
mode_t gf_place_umask(void);

#endif
