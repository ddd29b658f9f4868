/* text/waiver.h: comments that say why a finding is meant to be there. */
#ifndef GF_WAIVER_H
#define GF_WAIVER_H

#include "base/date.h"
#include "text/tree.h"

/* One check that a comment names. */
struct gf_waived {
	struct gf_str id;
	struct gf_at at;
	bool used;		/* it found something in what is covered */
};

/* `# PROGRAM: ok ID[,ID]... [until DATE] -- REASON` (STREAM.md). */
struct gf_waiver {
	struct gf_waiver *next;		/* behind it in the document */
	struct gf_at at;		/* from its # to the end of its text */
	struct gf_at line;		/* all that goes with it, its line end too */
	struct gf_waived *ids;
	size_t nids;
	gf_day until;			/* the last day, GF_NO_DAY: none said */
	struct gf_str reason;		/* empty: none is given */
	uint32_t from, to;		/* bytes covered, both included; from above
					 * to: nothing stands there */
	struct gf_str wrong;		/* why it says nothing, empty if it does */
};

/*
 * The suppressions of a document in its order, NULL if there is none; the arena
 * owns them and their texts.
 */
struct gf_waiver *gf_waivers_read(const struct gf_tree *, struct gf_arena *);
/* Whether a suppression covers a byte of its document. */
bool gf_waiver_covers(const struct gf_waiver *, uint32_t off);

#endif
