/* cli/complete.h: what may stand at the end of a command line, for shells. */
#ifndef GF_COMPLETE_H
#define GF_COMPLETE_H

#include "cli/run.h"

/*
 * Append what the last of n words of a command line may become, one a line
 * with a tab and what it is; the line ":files" says that a file may stand
 * there.
 */
void gf_complete(struct gf_run *, struct gf_common *, char **words, size_t n);

#endif
