/* cli/rules.h: rules of one's own, read from files. */
#ifndef GF_RULES_H
#define GF_RULES_H

#include "cli/conf.h"

/* Read the rules that a configuration names, which stands in a directory. */
void gf_rules_load(struct gf_conf *, struct gf_config *,
    const struct gf_doc *, struct gf_str dir);
/* Prove the rules of a file on their examples; 0, 1 or 2. */
int gf_rules_test(struct gf_run *, const char *path);

#endif
