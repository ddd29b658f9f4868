/* cli/detour.h: one letter of a goal on its way to another value. */
#ifndef GF_DETOUR_H
#define GF_DETOUR_H

#include "cli/reroute.h"

/* One change of one goal. */
struct gf_detour {
	struct gf_run *run;
	const struct gf_goal *goal;
	const struct gf_reroute *opt;
	struct gf_edits *edits;
	struct gf_node *root;
	char letter;
	const char *field;		/* the key path that is changed */
	struct gf_str from, to;		/* as they stand, from empty: nothing */
	struct gf_str title;		/* the new one, empty: as it was */
	bool title_alone;		/* the title alone states what changes */
};

/*
 * Plan the edits: the key, the title where it follows, and the entry in
 * changes; false, and it was said, if that cannot be or brings up a finding.
 */
bool gf_detour_write(struct gf_detour *);

#endif
