/* cli/revision.h: the whole plan as it stands in another tree. */
#ifndef GF_REVISION_H
#define GF_REVISION_H

#include "cli/git.h"
#include "cli/input.h"

/* A plan beside that of the run; it points into itself and is not copied. */
struct gf_revision {
	struct gf_run run;		/* what reads it */
	struct gf_common common;
	struct gf_inputs inputs;
	struct gf_findings findings;	/* of the reader */
	struct gf_plan plan;
	struct gf_buf err;		/* what was wrong, told to nobody */
	struct gf_conf *conf;		/* borrowed, NULL: its own */
};

/*
 * Read the plan of a tree of git, NULL for the files here, below the roots,
 * else all of it; conf says what is configured, NULL what the tree itself says;
 * the run's arena owns the goals.
 */
void gf_revision_read(struct gf_revision *, struct gf_run *, struct gf_git *,
    struct gf_conf *conf);
/* Give back what is not in the arena; the tree stays with its owner. */
void gf_revision_release(struct gf_revision *);

#endif
