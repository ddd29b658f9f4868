/* cli/past.h: what stood in git before a change that is judged. */
#ifndef GF_PAST_H
#define GF_PAST_H

#include "cli/input.h"
#include "judge/judge.h"

struct gf_past {
	struct gf_git git;	/* the tree before; empty: there was none */
	bool none;
	bool since;		/* only what is new is shown: --new-since */
	struct gf_conf conf;	/* what was configured then */
	/* of files that are not the same now, NULL values */
	struct gf_map docs;	/* the bytes of documents */
	struct gf_map waivers;	/* document and suppression */
	struct gf_str *ids;	/* of documents that may be gone */
	size_t nids, capids;
	struct gf_map counts;	/* fingerprint -> size_t, of findings then */
	/* what holds beside --new-since */
	void (*next)(void *, const struct gf_trial *, struct gf_findings *);
	void *next_holder;
	struct gf_arena *arena;
};

/*
 * Open what stood before the change that --staged, --rev or --new-since names,
 * where a check asks for it; false and a message if it is not there.
 */
bool gf_past_open(struct gf_run *);
/*
 * Whether a document of a file is to be reported on: of what is staged only
 * what was not there before.
 */
bool gf_past_brings(const struct gf_run *, struct gf_str path,
    struct gf_str bytes);
/*
 * After --staged: documents that refer to one that was changed or is gone are
 * reported on, too.
 */
void gf_past_refer(struct gf_run *);
/*
 * For --new-since: judge what stood there before by the checks of today, and
 * let what was found then hold back the same now.
 */
void gf_past_judge(struct gf_run *, struct gf_sentence *);
/* The key of a suppression, in the buffer: whose it is, and what it says. */
struct gf_waiver;
struct gf_str gf_past_waiver(struct gf_buf *, struct gf_str bytes,
    struct gf_str id, const struct gf_waiver *);
/*
 * Add to the findings that the change lowers or silences a check, or leaves
 * files unread (F13).
 */
void gf_past_report(struct gf_run *, const struct gf_sentence *);
/* Give back what is not in the arena. */
void gf_past_release(struct gf_past *);

#endif
