/* cli/obstacles.h: the verbs of obstacles and their options. */
#ifndef GF_OBSTACLES_H
#define GF_OBSTACLES_H

#include "cli/ask.h"
#include "cli/key.h"
#include "judge/obstacle.h"

/* What `list` can be told. */
struct gf_list_opt {
	const char *by;
	bool due, grid;
};
extern const struct gf_opt gf_list_opts[];

/* What `add` can be told: the fields of an obstacle as text. */
struct gf_add_opt {
	const char *when, *then, *prevent, *side, *control, *likelihood,
	    *cost, *watch;
};
extern const struct gf_opt gf_add_opts[];

/* What `hit` can be told. */
struct gf_hit_opt {
	const char *on, *plan, *worked, *lost, *note, *unforeseen;
};
extern const struct gf_opt gf_hit_opts[];

/* List obstacles, the largest expected loss first; 1 if --due finds one. */
int gf_run_list(struct gf_run *);
/* Write a new obstacle into a goal. */
int gf_run_add(struct gf_run *);
/* Write down that an obstacle has happened. */
int gf_run_hit(struct gf_run *);

/* Show plans that worked before for goals and obstacles like those of one. */
int gf_run_suggest(struct gf_run *);
/* Show how well was foreseen. */
int gf_run_lookback(struct gf_run *);

/*
 * An id for a new obstacle: the first words of its cue that mean something, and
 * a number where another has that id; the arena owns it.
 */
struct gf_str gf_obstacle_slug(const struct gf_goal *, struct gf_str when,
    struct gf_arena *);
/*
 * Whether new obstacles of a goal look better on one line, as those that are
 * there do.
 */
bool gf_obstacle_flow(struct gf_key_doc *);
/* Append a new obstacle to a goal; false, and it was said, if it cannot be. */
bool gf_obstacle_append(struct gf_key_doc *, struct gf_new *map);

#endif
