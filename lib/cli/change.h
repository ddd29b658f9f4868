/* cli/change.h: what a run changes, and where the changed documents go. */
#ifndef GF_CHANGE_H
#define GF_CHANGE_H

#include "cli/run.h"

struct gf_changes {
	struct gf_edited **edited;	/* in the order of their first edit */
	size_t nedited, capedited;
	struct gf_edited **by_seq;	/* the same by document */
	struct gf_doc **fresh;		/* to be appended to their paths */
	size_t nfresh, capfresh;
	/* a file was changed between its reading and its locking */
	bool beaten;
	/* the person was asked whether to write, and said yes */
	bool agreed;
	/* the verb showed something, and there is nothing to write */
	bool idle;
};

/* Whether the input can be written back, if that is wanted; else says why. */
bool gf_change_ok(struct gf_run *);
/* Whether the files are changed, as -i or the person says. */
bool gf_change_writes(const struct gf_run *);
/*
 * Append the names of the files that would change ("'a.yaml' and 'b.yaml'");
 * false if there is none or they cannot be written.
 */
bool gf_change_files(struct gf_run *, struct gf_buf *);
/*
 * The document of an edit and its bytes with all of its edits, which the run's
 * arena owns; false, and it was said, if they cannot be made.
 */
bool gf_change_preview(struct gf_run *, size_t i, const struct gf_doc **,
    struct gf_str *bytes);
/*
 * Plan fixes of one document, ascending and apart; false, and it was said in
 * verbose mode, if they do not fit together.
 */
bool gf_change_mend(struct gf_run *, const struct gf_doc *,
    const struct gf_fix *const *, size_t n);
/* Make all edits and write the result to where the options say. */
void gf_change_write(struct gf_run *);
/* Give back what is not in the arena. */
void gf_change_release(struct gf_changes *);

#endif
