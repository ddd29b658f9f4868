/* goal/rec.h: a mapping read by its table into typed values. */
#ifndef GF_REC_H
#define GF_REC_H

#include "base/date.h"
#include "base/num.h"
#include "goal/field.h"
#include "goal/value.h"
#include "text/finding.h"
#include "text/tree.h"

/*
 * One value. What stands in u follows from field type and form: a list when
 * the form takes many. A value that did not fit its field is kept as bad (its
 * finding was reported) and answers like an absent one.
 */
struct gf_val {
	struct gf_at at;	/* of the value */
	const char *text;	/* as written, decoded; scalars only */
	uint32_t ntext;
	uint8_t field;		/* number in the table of its mapping */
	uint8_t type;		/* what it turned out to be, enum gf_type; a list: type of its items */
	bool list : 1;		/* u.list holds */
	bool bad : 1;
	uint8_t unit;		/* of a duration, enum gf_time_unit */
	union {
		struct gf_num num;	/* number, share, likelihood, quantity, duration */
		struct gf_period span;	/* day, date, range */
		int32_t n;		/* word, yes/no, time and minutes in minutes */
		struct gf_every every;
		struct gf_rec *rec;
		struct { struct gf_val *v; uint32_t n; } list;
	} u;
};

/* There are a million of these in a large plan: nothing stands in them twice. */
struct gf_rec {
	const struct gf_table *table;
	uint64_t have : 56;	/* a bit for every field that is present and not empty */
	uint64_t n : 7;		/* how many those are */
	uint64_t bad : 1;	/* a value of the document did not fit */
	struct gf_val vals[];	/* in the order of the table */
};

/* The value of a field, NULL if it is absent, empty or bad. */
static inline const struct gf_val *gf_rec_get(const struct gf_rec *,
    unsigned field);
/* The same, but also one that did not fit its field. */
static inline const struct gf_val *gf_rec_raw(const struct gf_rec *,
    unsigned field);
/* The text of a field, empty if there is none. */
struct gf_str gf_rec_text(const struct gf_rec *, unsigned field);
/* The number of a word in the field's list of words, or what to take if there is none. */
int gf_rec_word(const struct gf_rec *, unsigned field, int otherwise);
/* A mapping below a field, NULL if there is none. */
const struct gf_rec *gf_rec_sub(const struct gf_rec *, unsigned field);
/* The place of the first key of a document, by the record of all of it. */
struct gf_at gf_rec_at(const struct gf_rec *);
/* How many items a field has (0 if absent) and where they stand. */
size_t gf_rec_list(const struct gf_rec *, unsigned field,
    const struct gf_val **items);
/*
 * Whether a document holds nothing but its id and keys for the coach, as a
 * private half does; inner obstacles are for the coach too.
 */
bool gf_rec_private(const struct gf_rec *);
/* The text of a value. */
struct gf_str gf_val_text(const struct gf_val *);
/* The unit written beside a quantity, empty if none. */
struct gf_str gf_val_unit(const struct gf_val *);
/* The mapping that a value is, NULL if it did not fit or is none. */
static inline const struct gf_rec *
gf_val_rec(const struct gf_val *v)
{
	return v != NULL && !v->bad && !v->list && v->type == GF_T_REC ?
	    v->u.rec : NULL;
}
/* Whether a day lies in any of the ranges of a list. */
bool gf_vals_cover(const struct gf_val *items, size_t n, gf_day);
/* A value that turned out to be a duration. */
struct gf_duration gf_val_duration(const struct gf_val *);

/* What a reader needs to know of the configuration. */
struct gf_reader {
	struct gf_fiscal fiscal;
	const struct gf_str *levels;	/* words for levels beside the built-in */
	size_t nlevels;
	struct gf_arena *arena;		/* owns what is read */
	struct gf_findings *findings;	/* gets F01 to F05 F11 F12, may be NULL */
};

/* What a reader needs of a configuration; the arena owns what is read. */
struct gf_config;
struct gf_reader gf_reader_of(const struct gf_config *, struct gf_arena *,
    struct gf_findings *);
/*
 * Read a mapping by its table; the reader's arena owns the result, which
 * refers to nothing of the tree or its bytes; findings name the document.
 */
struct gf_rec *gf_rec_read(const struct gf_reader *, const struct gf_doc *,
    const struct gf_tree *, struct gf_node *map, const struct gf_table *);
/* What kind of document a tree is; reports F04 where it is nearly one of ours. */
enum gf_kind gf_doc_kind(const struct gf_reader *, const struct gf_doc *,
    const struct gf_tree *);

/* How many bits of a word are set. */
static inline unsigned
gf_rec_bits(uint64_t w)
{
	w -= w >> 1 & UINT64_C(0x5555555555555555);
	w = (w & UINT64_C(0x3333333333333333)) +
	    (w >> 2 & UINT64_C(0x3333333333333333));
	w = (w + (w >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
	return (unsigned)(w * UINT64_C(0x0101010101010101) >> 56);
}

/* These two are asked some hundred times a goal: no call for an absent field. */
static inline const struct gf_val *
gf_rec_raw(const struct gf_rec *r, unsigned field)
{
	uint64_t bit = UINT64_C(1) << field;

	if (r == NULL || !(r->have & bit))
		return NULL;
	return &r->vals[gf_rec_bits(r->have & (bit - 1))];
}

static inline const struct gf_val *
gf_rec_get(const struct gf_rec *r, unsigned field)
{
	const struct gf_val *v = gf_rec_raw(r, field);

	return v != NULL && !v->bad ? v : NULL;
}

#endif
