/* cli/rules.h: rules of one's own, read from files. */
#ifndef GF_RULES_H
#define GF_RULES_H

#include "cli/conf.h"

/* Rules that were read, while more are. */
struct gf_rules {
	struct gf_judgement *rows;
	const struct gf_rec **recs;	/* with the examples of each */
	size_t n, cap, caprecs;
	size_t wrong;			/* that could not be used */
};

/*
 * Read the rules of a file; findings get what is wrong with them; from is where
 * the file is named, NULL if in no file; false if it cannot be read.
 */
bool gf_rules_read(struct gf_conf *, const struct gf_config *,
    struct gf_str path, const struct gf_place *from, struct gf_rules *);
/* Read the rules that a configuration names, which stands in a directory. */
void gf_rules_load(struct gf_conf *, struct gf_config *,
    const struct gf_doc *, struct gf_str dir);
/* Prove the rules of a file on their examples; 0, 1 or 2. */
int gf_rules_test(struct gf_run *, const char *path);

#endif
