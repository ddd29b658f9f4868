/* cli/init.h: what a repository of goals begins with. */
#ifndef GF_INIT_H
#define GF_INIT_H

#include "cli/main.h"

/* Write the first files of a plan, none over another (smartcheck init). */
int gf_run_init(struct gf_run *);

/* A file of the scaffold: @today@, @start@ and @due@ become days. */
struct gf_scaffold {
	const char *path, *text;	/* text NULL: the schema */
};

extern const struct gf_scaffold gf_scaffold[];
extern const size_t gf_scaffold_n;
/* What git is to be told, for the person to run. */
extern const char gf_scaffold_git[];

#endif
