/* goal/field.h: the fields of the format, one row each. */
#ifndef GF_FIELD_H
#define GF_FIELD_H

#include "base/str.h"

enum gf_type {
	GF_T_TEXT, GF_T_ID, GF_T_OWNER, GF_T_DAY, GF_T_DATE /* day or period */,
	GF_T_RANGE, GF_T_TIME, GF_T_YESNO, GF_T_QTY, GF_T_NUMBER, GF_T_SHARE,
	GF_T_LIKELIHOOD, GF_T_DURATION, GF_T_EFFORT /* duration or share */,
	GF_T_COST /* quantity or duration */, GF_T_MINUTES, GF_T_EVERY,
	GF_T_WORD, GF_T_REC, GF_T_AIM /* id/id */, GF_T_DONE /* day or yes/no */,
	GF_T_TEXTS /* list of texts */,
	GF_T_MAP /* free keys, as season: a list of key, value, key, value */,
	GF_TYPES
};

/* Whose id a value is; an owner is always a party, an aim begins with one. */
enum gf_ref {
	GF_REF_NONE, GF_REF_GOAL, GF_REF_PARTY, GF_REF_WATCH /* begins with a goal's */
};

enum gf_audience { GF_COACH, GF_TEAM, GF_COMPANY };

/* How many values a field takes, and in which forms. */
enum gf_form {
	GF_ONE,			/* one scalar or one mapping */
	GF_MANY,		/* a list, one alone is a list of one */
	GF_MANY_OR_WORD,	/* a list of mappings or one of the words (pace) */
	GF_MANY_OR_LATER	/* a list, or `later DATE` (obstacles) */
};

struct gf_table;

struct gf_field {
	const char *key;
	uint8_t type;		/* enum gf_type */
	uint8_t form;		/* enum gf_form */
	uint8_t audience;	/* enum gf_audience */
	uint8_t ref;		/* enum gf_ref, of GF_T_ID */
	char letter;		/* which of SMART owns the key, 0 if none */
	bool required;
	bool short_first;	/* an item may be a scalar: one field of it (supports) */
	uint8_t short_field;	/* which one; 0 is the first */
	bool no_default;	/* may not stand in defaults: */
	const char *const *words;	/* of GF_T_WORD and GF_MANY_OR_WORD, NULL at the end */
	const struct gf_table *table;	/* of GF_T_REC */
	int64_t min, max;	/* of GF_T_NUMBER, if max > min */
	const char *about;	/* one line, for goalfile(5) and the schema */
};

struct gf_table {
	const char *name;
	const struct gf_field *fields;
	size_t n;
	bool text_or_map;	/* a scalar may stand in place of the mapping (because) */
};

enum gf_kind {
	GF_GOAL, GF_PERSON, GF_TEAMDOC, GF_COMPANYDOC, GF_SESSION, GF_LOG,
	GF_DEFAULTS, GF_FOREIGN
};

/* The tables of the seven kinds of document, by enum gf_kind. */
extern const struct gf_table *const gf_kinds[GF_FOREIGN];
/* The built-in levels, highest first; the list of words of every key for a level. */
extern const char *const gf_level_words[];
/* The first key of a kind ("goal"). */
const char *gf_kind_name(enum gf_kind);
/* The kind that a first key says, GF_FOREIGN if none. */
enum gf_kind gf_kind_of(struct gf_str first_key);
/* The number of a field by its key, -1 if the table has none. */
int gf_field_find(const struct gf_table *, struct gf_str key);
/* The same, looked for from a field on and then from the start: keys mostly come in order. */
int gf_field_find_from(const struct gf_table *, struct gf_str key,
    unsigned from);
/* What a value of a type looks like ("a date such as 2026-09-30"). */
const char *gf_type_shape(enum gf_type);
/* The field's word of a number, NULL if it has no such word. */
const char *gf_field_word(const struct gf_field *, int n);
/* Order of two keys as their table has them (for gf_edit_insert): negative, zero or positive; unknown keys last. */
int gf_field_order(const struct gf_table *, struct gf_str, struct gf_str);

/* Numbers of the fields, in the order of FORMAT.md and of the tables in goal/table_*.c. */
enum gf_goal_field {
	GOAL_GOAL, GOAL_TITLE, GOAL_OWNER, GOAL_LEVEL, GOAL_SET_BY, GOAL_KIND,
	GOAL_STATUS, GOAL_PAUSED, GOAL_AGREED, GOAL_WAS, GOAL_STRATEGY,
	GOAL_MEASURE, GOAL_SEGMENT, GOAL_START, GOAL_DUE, GOAL_MILESTONES,
	GOAL_PACE, GOAL_SUPPORTS, GOAL_GUARDS, GOAL_CONFLICTS_WITH,
	GOAL_NEEDS, GOAL_ROLLUP, GOAL_UNALIGNED, GOAL_SERVES, GOAL_BECAUSE,
	GOAL_BEST, GOAL_LEAD_TIME, GOAL_IN_FLIGHT, GOAL_CONFIDENCE,
	GOAL_EFFORT, GOAL_WHY, GOAL_MEANING, GOAL_CONSEQUENCE, GOAL_CONTROL,
	GOAL_FIRST_STEP, GOAL_LATER, GOAL_OBSTACLES, GOAL_ASKS, GOAL_ROUTINE,
	GOAL_FUNNEL, GOAL_PROGRESS, GOAL_CONFIDENCE_LOG, GOAL_CHANGES,
	GOAL_CLOSE, GOAL_TAGS, GOAL_FIELDS
};
enum gf_agreed_field { AGREED_BY, AGREED_DATE };
enum gf_measure_field {
	MEASURE_METRIC, MEASURE_UNIT, MEASURE_FROM, MEASURE_TO,
	MEASURE_AT_LEAST, MEASURE_AT_MOST, MEASURE_COUNT, MEASURE_EVERY,
	MEASURE_SCALE, MEASURE_SOURCE
};
enum gf_scale_field { SCALE_MIN, SCALE_MAX };
enum gf_milestone_field { MILESTONE_BY, MILESTONE_VALUE, MILESTONE_WHAT };
enum gf_point_field { POINT_BY, POINT_VALUE };
enum gf_support_field {
	SUPPORT_GOAL, SUPPORT_HOW, SUPPORT_SHARE, SUPPORT_WEIGHT, SUPPORT_VIA,
	SUPPORT_SEEN
};
enum gf_via_field { VIA_PER, VIA_GIVES };
enum gf_guard_field {
	GUARD_GOAL, GUARD_METRIC, GUARD_AT_LEAST, GUARD_AT_MOST
};
enum gf_unaligned_field { UNALIGNED_BECAUSE, UNALIGNED_UNTIL };
enum gf_best_field { BEST_VALUE, BEST_IN };
enum gf_control_field { CONTROL_FULL, CONTROL_INFLUENCE, CONTROL_NONE };
enum gf_step_field { STEP_DO, STEP_BY, STEP_MINUTES, STEP_DONE, STEP_LEARNED };
enum gf_obstacle_field {
	OBSTACLE_ID, OBSTACLE_WHEN, OBSTACLE_THEN, OBSTACLE_PREVENT,
	OBSTACLE_SIDE, OBSTACLE_CONTROL, OBSTACLE_LIKELIHOOD, OBSTACLE_COST,
	OBSTACLE_OWNER, OBSTACLE_SAID_BY, OBSTACLE_WATCH, OBSTACLE_STATUS,
	OBSTACLE_FORESEEN, OBSTACLE_HITS
};
enum gf_hit_field { HIT_DATE, HIT_PLAN, HIT_WORKED, HIT_LOST, HIT_NOTE };
enum gf_ask_field { ASK_OF, ASK_WHAT, ASK_BY, ASK_STATE };
enum gf_routine_field {
	ROUTINE_DO, ROUTINE_EVERY, ROUTINE_AT, ROUTINE_MINUTES, ROUTINE_LOG
};
enum gf_funnel_field { FUNNEL_STEP, FUNNEL_RATE };
enum gf_progress_field {
	PROGRESS_DATE, PROGRESS_VALUE, PROGRESS_NOTE, PROGRESS_CORRECTS
};
enum gf_confidence_field {
	CONFIDENCE_DATE, CONFIDENCE_VALUE, CONFIDENCE_BECAUSE
};
enum gf_change_field {
	CHANGE_DATE, CHANGE_LETTER, CHANGE_FIELD, CHANGE_FROM, CHANGE_TO,
	CHANGE_BECAUSE, CHANGE_BY
};
enum gf_close_field {
	CLOSE_DATE, CLOSE_SCORE, CLOSE_VERDICT, CLOSE_LEARNED, CLOSE_CONTINUES
};
enum gf_because_field {
	BECAUSE_S, BECAUSE_M, BECAUSE_A, BECAUSE_R, BECAUSE_T
};
enum gf_person_field {
	PERSON_PERSON, PERSON_NAME, PERSON_ROLE, PERSON_TEAM, PERSON_COACH,
	PERSON_CAPACITY, PERSON_FROM, PERSON_UNTIL, PERSON_AWAY,
	PERSON_ROUTINE, PERSON_RAMP, PERSON_ONE_ON_ONE, PERSON_WHY,
	PERSON_MOTIVATED_BY, PERSON_HELD_ACCOUNTABLE, PERSON_WHEN_MISSED,
	PERSON_ACKNOWLEDGED, PERSON_MANAGED, PERSON_SKILLS,
	PERSON_RELATIONSHIPS, PERSON_BRAND
};
enum gf_ramp_field { RAMP_UNTIL, RAMP_FACTOR };
enum gf_one_on_one_field {
	ONE_EVERY, ONE_WEEKDAY, ONE_AT, ONE_MINUTES, ONE_SINCE, ONE_ZONE,
	ONE_RULE
};
enum gf_aim_field { AIM_ID, AIM_TEXT };
enum gf_team_field { TEAM_TEAM, TEAM_NAME, TEAM_LEAD, TEAM_MEMBERS, TEAM_OF };
enum gf_company_field {
	COMPANY_COMPANY, COMPANY_NAME, COMPANY_MISSION, COMPANY_WHY,
	COMPANY_CYCLE
};
enum gf_cycle_field { CYCLE_EVERY, CYCLE_STARTS };
enum gf_session_field {
	SESSION_SESSION, SESSION_WITH, SESSION_COACH, SESSION_KIND,
	SESSION_MINUTES, SESSION_FEELING, SESSION_STANDS_OUT,
	SESSION_CONCERNS, SESSION_ASKED, SESSION_COMMITMENTS, SESSION_NEXT
};
enum gf_commitment_field {
	COMMITMENT_WHO, COMMITMENT_WHAT, COMMITMENT_GOAL, COMMITMENT_BY,
	COMMITMENT_STATE, COMMITMENT_DATE
};
enum gf_log_field { LOG_LOG, LOG_READINGS };
enum gf_reading_field {
	READING_GOAL, READING_DATE, READING_VALUE, READING_NOTE,
	READING_CORRECTS
};

/* Positions in the lists of words of the tables. */
enum gf_level_word { LEVEL_COMPANY, LEVEL_TEAM, LEVEL_INDIVIDUAL, LEVEL_PERSONAL };
enum gf_kind_word {
	KIND_COMMITTED, KIND_STRETCH, KIND_LEARNING, KIND_BASELINE, KIND_VISION
};
enum gf_status_word {
	STATUS_DRAFT, STATUS_ACTIVE, STATUS_PAUSED, STATUS_DONE, STATUS_DROPPED
};
enum gf_count_word { COUNT_LATEST, COUNT_SUM };
enum gf_how_word { HOW_CONTRIBUTES, HOW_SUPPORTS };
enum gf_pace_word { PACE_LINEAR, PACE_WORKDAYS, PACE_LAST_THIRD, PACE_STEPS };
enum gf_rollup_word {
	ROLLUP_OWN, ROLLUP_SUM, ROLLUP_WEIGHTED, ROLLUP_AVERAGE, ROLLUP_WORST,
	ROLLUP_NONE
};
enum gf_verdict_word {
	VERDICT_ACHIEVED, VERDICT_PARTLY, VERDICT_MISSED, VERDICT_DROPPED
};

#endif
