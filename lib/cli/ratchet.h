/* cli/ratchet.h: the file of --baseline, read before a check and written. */
#ifndef GF_RATCHET_H
#define GF_RATCHET_H

#include "cli/run.h"
#include "out/baseline.h"

/*
 * Begin with the file of --baseline and let it have a word in the sentence;
 * false, and it was said, if it cannot be used; release it in any case.
 */
bool gf_ratchet_begin(struct gf_baseline *, struct gf_run *,
    struct gf_sentence *);
/*
 * Read the file of a baseline, which may be missing if that is said; false, and
 * it was said, if it cannot be used.
 */
bool gf_ratchet_read(struct gf_baseline *, struct gf_run *, const char *file,
    bool may_be_new);
/* Write the file, if --update-baseline says so. */
void gf_ratchet_end(struct gf_baseline *, struct gf_run *);

#endif
