/* cli/choice.h: what the options say, worked out. */
#ifndef GF_CHOICE_H
#define GF_CHOICE_H

#include "cli/run.h"

/*
 * Work out limits and threads; false, and it was said, if options are
 * wrong or cannot stand together.
 */
bool gf_choice_read(struct gf_run *, struct gf_common *);
/* Read -D, which may name rules of the configuration. */
bool gf_choice_levels(struct gf_run *);
/* Read --where, which the configuration has a part in. */
bool gf_choice_where(struct gf_run *);

#endif
