/* judge/title.h: what the numbers and dates of a title are, read once. */
#ifndef GF_TITLE_H
#define GF_TITLE_H

#include "base/date.h"
#include "goal/value.h"
#include "judge/token.h"

/* A number that is part of a name, a code or a date is masked: no figure. */
enum gf_role {
	GF_ROLE_UNCLEAR, GF_ROLE_TARGET, GF_ROLE_BASELINE, GF_ROLE_DELTA,
	GF_ROLE_POPULATION, GF_ROLE_BOUND, GF_ROLE_WINDOW, GF_ROLE_PRICE,
	GF_ROLE_RATE
};

enum gf_side { GF_SIDE_EXACT, GF_SIDE_LEAST, GF_SIDE_MOST };

/* A number of a title and what it says about the goal. */
struct gf_figure {
	uint32_t off, len;	/* bytes of the title, with sign and unit */
	struct gf_num num;
	struct gf_num high;	/* of a range; otherwise num */
	struct gf_num of;	/* M of "N of M", 0 if there is none */
	struct gf_str unit;	/* "%", "days"; empty for a noun */
	struct gf_str noun;	/* last word of what is counted */
	int nouns, nnouns;	/* the tokens of what is counted */
	int first, end;		/* the tokens of number, sign and unit */
	uint8_t role;		/* enum gf_role */
	uint8_t family;		/* enum gf_unit_kind */
	uint8_t side;		/* enum gf_side */
	bool about;		/* "nearly", "about" */
	bool alternative;	/* joined to the one before by "or" */
	bool whole;		/* "all 40": the population is the target */
	bool times;		/* a factor in hundredths: "double" is 200 */
	bool unsure;		/* can be read as two numbers */
};

enum gf_moment_role {
	GF_MOMENT_UNCLEAR, GF_MOMENT_DEADLINE, GF_MOMENT_START,
	GF_MOMENT_THING		/* it names something: the list of May */
};

/* A date of a title. */
struct gf_moment {
	uint32_t off, len;
	int first, end;		/* its tokens */
	int16_t year;		/* 0: not said */
	uint8_t month, day;
	uint8_t part;		/* number of the week, quarter or half */
	uint8_t kind;		/* enum gf_period_kind */
	uint8_t role;		/* enum gf_moment_role */
	bool relative;		/* this quarter, Friday, summer */
	bool vague;		/* a season */
	bool feast;		/* Christmas: one day, though of no year */
	bool close;		/* the end of the year: a day, once it is said which */
	bool impossible;	/* there is no such day or week */
	bool ambiguous;		/* 05/06/2026 */
	bool before;		/* "before" it */
	bool on;		/* "on" it: often that of an event */
	bool week;		/* the week that begins on it */
};

struct gf_title {
	struct gf_str text;
	struct gf_tokens tokens;
	struct gf_figure *figures;
	struct gf_moment *moments;
	int nfigures, nmoments;
	uint64_t words;		/* what any of its words may be, GF_W_... */
	uint64_t verb;		/* of the first word, GF_W_... */
	int subject, nsubject;	/* the tokens that the verb is about */
	bool digit;		/* a digit anywhere */
	bool number_word;	/* two, half, a dozen */
	bool share;		/* half of, by a third, every Sunday */
	bool event;		/* a yes/no event with a plain test */
	bool event_word;	/* a word of such an event anywhere */
	bool loose;		/* a comparison, an attitude, a verb without end */
	bool vague;		/* one of the first two */
	bool deed;		/* may be an event with a verb not known here */
	bool time;		/* a word of time anywhere */
	bool soft;		/* soon, by summer, when things improve */
	uint32_t soft_off, soft_len;
};

/* What the configuration says about reading titles. */
struct gf_title_way {
	bool comma;		/* the decimal sign is a comma */
	bool day_first;		/* 05/06 is 5 June for certain */
	const struct gf_lexicon *words;	/* NULL: for a title or two */
	const struct gf_str *names, *glossary;
	size_t nnames, nglossary;
};

/* Read a title; it must outlive the result, which the arena owns. */
struct gf_title *gf_title_read(struct gf_str, const struct gf_title_way *,
    struct gf_arena *);
/*
 * The days of a date; a date without a year takes the year given; false if it
 * has none (relative, a fiscal year without a calendar, impossible).
 */
bool gf_moment_span(const struct gf_moment *, int year,
    const struct gf_fiscal *, struct gf_period *);
/* Whether no calendar has a day or week, or not on the weekday it is said of. */
bool gf_moment_impossible(const struct gf_tokens *, const struct gf_moment *);
/* The first figure with a role, NULL if there is none. */
const struct gf_figure *gf_title_figure(const struct gf_title *,
    enum gf_role);
/* Whether a word stands among so many tokens, but for a plural ending. */
bool gf_title_has(const struct gf_title *, int first, int n, struct gf_str);
/*
 * Whether a number of the title can be what is to be reached, given whether the
 * goal has a due; an unclear one may be, unless one asks to be sure.
 */
bool gf_title_targets(const struct gf_title *, bool due, bool sure);
/* Whether a number is said of each of several: 80 seats for each of 6 shows. */
bool gf_title_each(const struct gf_title *);
/* Whether a bare number is of the same whole as one before: 9 of 10, now 7. */
bool gf_title_of_before(const struct gf_title *, const struct gf_figure *);
/*
 * Whether the title is about what is better when its number is lower, though
 * one says "raise" of it: a rank, a pace.
 */
bool gf_title_low_better(const struct gf_title *);
/*
 * Where a comparison of the title goes (less bread, more members): up 1, down
 * -1, 0 where none or both do; faster is down where the measure is a time.
 */
int gf_title_way(const struct gf_title *, bool time);
/* Whether a rate is in the time that a metric is in: 5 a week, faults a week. */
bool gf_title_same_rate(const struct gf_title *, const struct gf_figure *,
    struct gf_str metric);
/* Whether a figure is only loud: give 110%, 200% dedication. */
bool gf_figure_emphatic(const struct gf_title *, const struct gf_figure *);
/* Whether a figure is more than the scale it names has: 5.9 of 5 stars. */
bool gf_figure_off_scale(const struct gf_title *, const struct gf_figure *);
/*
 * Whether a deadline of the title stands in a calendar; an unclear date may be
 * one.
 */
bool gf_title_dated(const struct gf_title *);
/* The word of a role ("target"). */
const char *gf_role_name(enum gf_role);

/* The parts of the reading, each in a file of its own; they fill the title. */
void gf_title_moments(struct gf_title *, const struct gf_title_way *,
    struct gf_arena *);
void gf_title_deadlines(struct gf_title *);
void gf_title_figures(struct gf_title *, struct gf_arena *);
void gf_title_roles(struct gf_title *);
void gf_title_agree(struct gf_title *);
void gf_title_events(struct gf_title *);
void gf_title_soft_time(struct gf_title *);
/*
 * Whether the title, of which the head word is given, is a deed or a thing that
 * is there or not, told by how its words go together.
 */
bool gf_title_deed(const struct gf_title *, int head);
/* The same for a thing that is there or not, and for what somebody does. */
bool gf_title_thing(const struct gf_title *, int head);
/* Whether a noun of several words heads the title, no field of work. */
bool gf_title_things(const struct gf_title *);
/* Whether a word begins an amount without a number: half of, every Sunday. */
bool gf_title_share(const struct gf_tokens *, int word);
/* Whether a word of a title without a verb is a state: open, in production. */
bool gf_title_stands(const struct gf_title *, int word);
/* Whether comparison or attitude leaves nothing to be told. */
bool gf_title_vague(const struct gf_title *);

#endif
