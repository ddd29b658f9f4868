/* cli/sight.h: show the plan as a tree, ways up, overlap and impact. */
#ifndef GF_SIGHT_H
#define GF_SIGHT_H

#include "cli/main.h"

struct gf_tree_opt {
	unsigned depth;		/* so many levels, 0: all */
	const char *under, *level, *owner;
};
extern const struct gf_opt gf_tree_opts[];

/* Show the plan as a tree; an exit status. */
int gf_run_tree(struct gf_run *);
/* Show the line of sight of the goal of the ids; an exit status. */
int gf_run_path(struct gf_run *);
/* Show what people want beside what the company wants; an exit status. */
int gf_run_overlap(struct gf_run *);
/* Show what moves when the goal of the ids changes or falls; an exit status. */
int gf_run_impact(struct gf_run *);

#endif
