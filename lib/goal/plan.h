/* goal/plan.h: all documents that were given or looked up, and who refers to whom. */
#ifndef GF_PLAN_H
#define GF_PLAN_H

#include "base/map.h"
#include "base/sha256.h"
#include "goal/config.h"
#include "goal/rec.h"

/* A person, team or company. */
struct gf_party {
	enum gf_kind kind;	/* GF_PERSON, GF_TEAMDOC or GF_COMPANYDOC */
	struct gf_str id, name;
	const struct gf_doc *doc;
	const struct gf_rec *rec;
	const struct gf_rec *half;	/* the private half, NULL if there is none */
	const struct gf_doc *half_doc;
	struct gf_party *team;	/* of a person; the one above of a team */
	struct gf_party *same;	/* another document with this id, NULL if none */
	struct gf_party *namesake;	/* another one with this name, NULL if none */
	struct gf_str folded;	/* private: the name for comparisons */
	size_t seq;		/* number in plan.parties */
};

enum gf_link_status {
	GF_LINK_OK, GF_LINK_ORPHANED, GF_LINK_SELF, GF_LINK_CYCLE,
	GF_LINK_DUPLICATE, GF_LINK_OUTDATED, GF_LINK_LEVEL, GF_LINK_LATE,
	GF_LINK_CLOSED, GF_LINK_PAUSED, GF_LINK_UNIT, GF_LINK_AMBIGUOUS
};

/* One entry of supports. */
struct gf_link {
	struct gf_goal *child;
	struct gf_goal *parent;		/* NULL: no such goal among those known */
	struct gf_str id;		/* as written */
	struct gf_at at;		/* of the id */
	const struct gf_rec *rec;	/* with share, via, seen; NULL if only an id */
	struct gf_link *next_child;	/* next link to the same parent */
	uint8_t status;			/* enum gf_link_status, by judge/align */
	uint8_t carry;			/* enum gf_carry, by judge/rollup */
};

struct gf_goal {
	struct gf_str id;
	const struct gf_doc *doc;
	const struct gf_rec *rec;	/* by gf_goal_set() */
	const struct gf_rec *measure;	/* of rec, NULL if there is none */
	const struct gf_rec *defaults;	/* NULL if none holds */
	const struct gf_doc *defaults_doc;
	const struct gf_rec *half;	/* the private half, NULL if there is none */
	const struct gf_doc *half_doc;
	const struct gf_val *obstacles;	/* of both halves, NULL unless both have some */
	const struct gf_config *config;
	struct gf_party *owner;		/* NULL: nobody, or a name without a document */
	struct gf_party *meant;		/* whom a mistyped owner is one letter away from */
	struct gf_str owner_text;	/* effective, as written */
	int level;			/* enum gf_level_word, -1 unstated */
	bool open;			/* draft, active or paused and not closed */
	struct gf_link *links;		/* to its parents, in the order of the file */
	uint32_t nlinks;
	struct gf_link *children;	/* first link that leads here, in the order of the plan */
	struct gf_goal *same;		/* another document with this id, NULL if none */
	uint32_t seq;			/* number in plan.goals */
	uint32_t mark;			/* for walks of the judges; no meaning between them */
	bool owner_many;		/* more than one name was given as owner */
	bool owner_ambiguous;		/* the name fits two documents */
};

/* One reading of a goal, from its progress or from a log. */
struct gf_reading {
	gf_day day;
	struct gf_num value;
	bool corrects;
	const struct gf_doc *doc;
	struct gf_at at;
	uint32_t order;		/* place among all readings as given */
};

/* Any document that was read, in the order in which it was given. */
struct gf_entry {
	struct gf_doc *doc;
	enum gf_kind kind;
	const struct gf_rec *rec;	/* NULL: broken, or none of ours */
	struct gf_goal *goal;		/* of a goal document */
	struct gf_party *party;		/* of a person, team or company document */
	const struct gf_config *config;
};

struct gf_plan {
	struct gf_arena *arena;
	struct gf_entry *entries;
	size_t nentries, capentries;
	struct gf_goal **goals;		/* every goal once, in the order of the entries */
	size_t ngoals, capgoals;
	struct gf_party **parties;
	size_t nparties, capparties;
	struct gf_map goal_ids;		/* id -> struct gf_goal (the first) */
	struct gf_map former_ids;	/* id before -> the first that had it */
	struct gf_map party_ids;	/* id -> struct gf_party */
	struct gf_map party_names;	/* folded name -> struct gf_party */
	struct gf_map logs;		/* goal id -> list of its log readings, private */
	size_t ndangling;		/* links to goals that are not there */
	gf_day today;
	bool allow_missing;
	const struct gf_plan *before;	/* what it was, NULL: nobody asks */
	/* by seq, enum gf_state: what `status` means; NULL: each goal by itself */
	const uint8_t *states;
};

/* Begin an empty plan; the arena will own all that is put in. */
void gf_plan_init(struct gf_plan *, struct gf_arena *, gf_day today);
/* Give back what is not in the arena. */
void gf_plan_release(struct gf_plan *);
/* Put a document in that was read; kind says which table. */
void gf_plan_add(struct gf_plan *, struct gf_doc *, enum gf_kind,
    const struct gf_rec *, const struct gf_config *);
/*
 * Resolve defaults, private halves, owners, levels, links and logs anew over
 * all entries; may be called again when context was added.
 */
void gf_plan_resolve(struct gf_plan *);
/* List every id that given documents refer to and that is not there; the caller frees ids. */
void gf_plan_missing(const struct gf_plan *, struct gf_str **ids, size_t *n);
/* A goal by id, NULL if there is none. */
struct gf_goal *gf_plan_goal(const struct gf_plan *, struct gf_str id);
/* A person, team or company by id, then by name; many is set when a name fits two. */
struct gf_party *gf_plan_party(const struct gf_plan *, struct gf_str, bool *many);
/* The first goal that had this id before it was renamed, NULL if there is none. */
struct gf_goal *gf_plan_former(const struct gf_plan *, struct gf_str id);
/* The id of the goal whose id, now or before, is nearest to a mistyped one; empty if none is near. */
struct gf_str gf_plan_nearest(const struct gf_plan *, struct gf_str id);

/*
 * Let a goal have one more reading, as if it stood behind all others of a
 * document, to see what then holds.
 */
void gf_plan_try(struct gf_plan *, const struct gf_goal *,
    const struct gf_doc *, gf_day, struct gf_num, bool corrects);

/* Let a goal be what its document says. */
void gf_goal_set(struct gf_goal *, const struct gf_rec *);
/* Whether a field is written, even with a value that does not fit it. */
bool gf_goal_has(const struct gf_goal *, unsigned field);
/* The effective value of a field: own, else the private half's, else the default's; NULL if none. */
const struct gf_val *gf_goal_get(const struct gf_goal *, unsigned field);
/* The same for a field of measure, merged key by key. */
const struct gf_val *gf_goal_measure(const struct gf_goal *, unsigned field);
/* Effective text of a field, empty if none. */
struct gf_str gf_goal_text(const struct gf_goal *, unsigned field);
/* Effective word of a field. */
int gf_goal_word(const struct gf_goal *, unsigned field, int otherwise);
/* The effective mapping of a field, NULL if there is none. */
const struct gf_rec *gf_goal_sub(const struct gf_goal *, unsigned field);
/* Items of an effective list. */
size_t gf_goal_list(const struct gf_goal *, unsigned field,
    const struct gf_val **items);
/* Whether a measure holds a level (at-least, at-most) instead of going somewhere. */
bool gf_goal_holds(const struct gf_goal *);
/* First and last day, GF_NO_DAY where unknown; without due the parent's end, then from_parent is set. */
gf_day gf_goal_start(const struct gf_goal *);
gf_day gf_goal_due(const struct gf_goal *, bool *from_parent);
/*
 * The id of the owner, or the name as written where no document has it; may be
 * empty.
 */
struct gf_str gf_goal_owner(const struct gf_goal *);
/* The unit of the measure: `unit`, else the one written beside a value; empty if none. */
struct gf_str gf_goal_unit(const struct gf_goal *);
/*
 * All readings of a goal by date, then place, corrected ones taken out; the
 * arena owns the list; returns how many.
 */
size_t gf_goal_readings(const struct gf_plan *, const struct gf_goal *,
    struct gf_arena *, struct gf_reading **);
/* The place of a value of a goal: inherited ones stand at the goal's first key. */
struct gf_place gf_goal_place(const struct gf_goal *, const struct gf_val *);
/* The place of the default that a value was taken from; doc NULL if it is the goal's own. */
struct gf_place gf_goal_inherited(const struct gf_goal *, const struct gf_val *);
/* Whether nothing but the private half of a goal is known. */
bool gf_goal_half_alone(const struct gf_goal *);
/* The place of the goal's first key. */
struct gf_place gf_goal_head(const struct gf_goal *);
/*
 * Fingerprint of a goal's meaning, 16 digits and NUL: so many each for the
 * title, the measure, start with due, and the status, so that it tells later
 * which of them changed.
 */
#define GF_MEANING_DIGITS 4
void gf_goal_meaning(const struct gf_goal *, char out[GF_PRINT_SIZE]);

#endif
