/* judge/smart.h: what the checks of smartcheck ask of a goal. */
#ifndef GF_SMART_H
#define GF_SMART_H

#include "judge/judge.h"
#include "judge/title.h"

/*
 * The title of the goal on trial, read when first asked for; NULL if it has
 * none or is too long to be read whole.
 */
const struct gf_title *gf_case_title(struct gf_case *);
/* How titles are read by a configuration, which may be NULL. */
struct gf_title_way gf_title_way_of(const struct gf_config *);
/* A number as text; the scratch owns it. */
const char *gf_case_num(struct gf_case *, struct gf_num);
/* Some bytes of the title as text; the scratch owns it. */
const char *gf_case_part(struct gf_case *, uint32_t off, uint32_t len);
/*
 * Let a finding about the title stand at a part of it, if the title is written
 * as it reads; returns the finding.
 */
struct gf_finding *gf_case_at(const struct gf_case *, struct gf_finding *,
    uint32_t off, uint32_t len);
/* Whether the goal is of a kind. */
bool gf_case_is(const struct gf_case *, enum gf_kind_word);
/* Whether titles are in the language whose words are known here. */
bool gf_case_english(const struct gf_case *);
/* A threshold of the goal's configuration. */
struct gf_num gf_case_threshold(const struct gf_case *, enum gf_threshold);

/* Whether the goal says itself why a letter (BECAUSE_A) holds. */
bool gf_goal_because(const struct gf_goal *, unsigned letter);
/* A02: report a pace above the best that there was. */
void gf_judge_best(struct gf_case *, const struct gf_check *);
/* R06: a why that only says the title again. */
void gf_smart_echo(struct gf_case *, const struct gf_check *);

/* Whether a field of the measure is given, also one that does not fit. */
bool gf_measure_given(const struct gf_goal *, unsigned field);
/*
 * Whether the measure says what is measured, and not only where or how often.
 */
bool gf_measure_there(const struct gf_goal *);
/* A number of the measure; false if it is not known. */
bool gf_measure_num(const struct gf_goal *, unsigned field, struct gf_num *);

/* Whether two goals of one segment measure the same, blanks and case aside. */
bool gf_same_metric(const struct gf_goal *, const struct gf_goal *);
/* Where a measure goes: up 1, down -1; 0 for a level and where it is unknown. */
int gf_goal_direction(const struct gf_goal *);
/* Whether two numbers are apart by more than a share of the larger. */
bool gf_num_apart(struct gf_num, struct gf_num, struct gf_num share);
/*
 * Whether a text has a word in common with so many tokens of the title, but
 * for a plural ending.
 */
bool gf_title_shares(const struct gf_title *, int first, int n, struct gf_str);
/*
 * Whether a figure of the title counts what the goal measures, so that they
 * may be compared.
 */
bool gf_figure_fits(const struct gf_title *, const struct gf_figure *,
    const struct gf_goal *);
/* Whether a figure says the same amount as a number of the measure. */
bool gf_figure_equals(const struct gf_figure *, struct gf_num,
    struct gf_str unit);
/*
 * Whether the title is about what is measured: the object of its verb is the
 * head of the metric, or the other way round.
 */
bool gf_title_about(const struct gf_title *, const struct gf_goal *);

/*
 * The first placeholder of a text (TBD, XX, <...>): its length and place; 0 if
 * there is none.
 */
size_t gf_placeholder(struct gf_str, size_t *at);
/*
 * S03: let what was said ask for M alone where the title tells what it is about
 * and where: fewer falls on ward 7.
 */
void gf_judge_open(struct gf_case *, const struct gf_check *);
/* Whether the measure says what is to be reached, or to be kept. */
bool gf_measure_aims(const struct gf_goal *);
/* M04: report a target without a unit, or with one that nothing explains. */
void gf_judge_unit(struct gf_case *, const struct gf_check *);
/* S01: report a title of so few words that nobody could begin with it. */
void gf_judge_bare(struct gf_case *, const struct gf_check *);
/* S07: report a title with two outcomes. */
void gf_judge_bundle(struct gf_case *, const struct gf_check *);
/* M12: report a value that its scale cannot show. */
void gf_judge_range(struct gf_case *, const struct gf_check *);
/* X03: report a due that is not the deadline of the title. */
void gf_judge_date(struct gf_case *, const struct gf_check *);
/*
 * X12: report milestones that contradict each other, and readings of days to
 * come.
 */
void gf_judge_milestones(struct gf_case *, const struct gf_check *);

/*
 * Call for every scalar of a mapping and of those below it whose field is of
 * certain types (a bit of 1 << GF_T_...), and for each that does not fit.
 */
void gf_rec_each(const struct gf_rec *, uint64_t types, void (*)(void *ctx,
    const struct gf_field *, const struct gf_val *), void *ctx);

#endif
