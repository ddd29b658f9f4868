/* goal/plan_fold.h: how names are compared, for the files plan*.c. */
#ifndef GF_PLAN_FOLD_H
#define GF_PLAN_FOLD_H

#include "base/str.h"

/* Write a name without blanks and capitals into room for size bytes. */
struct gf_str gf_name_fold(struct gf_str name, char *to, size_t size);

#endif
