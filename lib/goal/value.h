/* goal/value.h: what a scalar means once its field has said its type. */
#ifndef GF_VALUE_H
#define GF_VALUE_H

#include "base/date.h"
#include "base/num.h"

/*
 * An amount with its unit: "15%" is 15 of "%", "€1.2M" is 1200000 of "EUR"...
 */
struct gf_qty {
	struct gf_num num;
	/* as written ("%", "€", "EUR", "h"), empty if none */
	struct gf_str unit;
};

enum gf_unit_kind {
	GF_UNIT_FREE,		/* a noun: clinics, pieces */
	GF_UNIT_COUNT, GF_UNIT_MONEY, GF_UNIT_PERCENT, GF_UNIT_POINTS,
	GF_UNIT_TIME, GF_UNIT_OTHER
};

enum gf_time_unit {
	GF_MINUTES, GF_HOURS, GF_DAYS, GF_WEEKS, GF_MONTHS, GF_YEARS
};

struct gf_duration {
	struct gf_num num;
	enum gf_time_unit unit;
};

enum gf_every_kind { GF_EVERY_DAY, GF_EVERY_WORKDAY, GF_EVERY_WEEK,
	GF_EVERY_MONTH, GF_EVERY_NTH };

struct gf_every {
	uint8_t kind;		/* enum gf_every_kind */
	/* every n days, weeks, months; which weekday of the month */
	uint8_t n;
	uint8_t weekday;	/* Monday 0, of GF_EVERY_NTH */
};

/*
 * Each reads a whole scalar and returns false with a message for the person:
 * one line, what is wrong and what would fit; the arena owns it.
 */
struct gf_arena;
/* Say "'VALUE' ..." and what would fit, in the arena; returns false. */
bool gf_value_refuse(struct gf_arena *, const char **why, struct gf_str value,
    const char *fmt, ...) GF_PRINTF(4, 5);
bool gf_qty_parse(struct gf_str, struct gf_qty *, struct gf_arena *,
    const char **why);
/* A share: 40% or 0.4; num is the fraction. */
bool gf_share_parse(struct gf_str, struct gf_num *, struct gf_arena *,
    const char **why);
/* A likelihood: a share, or a level 1 to 5 (10, 30, 50, 70, 90 %). */
bool gf_likelihood_parse(struct gf_str, struct gf_num *, struct gf_arena *,
    const char **why);
bool gf_duration_parse(struct gf_str, struct gf_duration *,
    struct gf_arena *, const char **why);
/* 10 or 10 min, in minutes. */
bool gf_minutes_parse(struct gf_str, int32_t *, struct gf_arena *,
    const char **why);
bool gf_every_parse(struct gf_str, struct gf_every *, struct gf_arena *,
    const char **why);
/* 09:30, in minutes since midnight. */
bool gf_time_parse(struct gf_str, int32_t *, struct gf_arena *,
    const char **why);
bool gf_yesno_parse(struct gf_str, int32_t *, struct gf_arena *,
    const char **why);
/* Whether a text is a slug [a-z0-9][a-z0-9._-]*. */
bool gf_id_ok(struct gf_str);
/* Append the slug that a text could be; false if nothing remains of it. */
bool gf_id_propose(struct gf_str, struct gf_buf *);

#define GF_HOURS_A_DAY 8	/* of work */

/* Hours of a duration (8 h a day, 5 days a week). */
struct gf_num gf_duration_hours(struct gf_duration);
/* Nominal days between two steps of a rhythm. */
unsigned gf_every_days(struct gf_every);

/* What kind of unit a word is: the table of units, else a free noun. */
enum gf_unit_kind gf_unit_kind(struct gf_str);
/*
 * Whether two units may be compared: equal, synonyms, "count" with any
 * countable noun, "$" with every dollar, one of them empty.
 */
bool gf_unit_agree(struct gf_str, struct gf_str);
/*
 * The unit in the one spelling that comparisons use ("%" for percent, "EUR" for
 * €).
 */
struct gf_str gf_unit_canon(struct gf_str);

#endif
