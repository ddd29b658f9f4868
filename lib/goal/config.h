/* goal/config.h: what .goalfile.yaml says. */
#ifndef GF_CONFIG_H
#define GF_CONFIG_H

#include "goal/rec.h"

/* One row for every number that a check or formula uses, with its default. */
enum gf_threshold {
	GF_TH_TITLE_WORDS, GF_TH_LOW_CONFIDENCE, GF_TH_HORIZON_OBSTACLES,
	GF_TH_HORIZON_YEAR, GF_TH_GRACE, GF_TH_TARGET_APART, GF_TH_EARLIER_DAYS,
	GF_TH_DELTA_APART, GF_TH_RANGE_WIDTH, GF_TH_UNIT_NEAR, GF_TH_STALE,
	GF_TH_ON_TRACK, GF_TH_BEHIND, GF_TH_NOISE_TIME, GF_TH_NOISE_SPAN,
	GF_TH_NOISE_UNITS,
	GF_TH_ASK_ONCE, GF_TH_OVER_ASSIGNED, GF_TH_FORECAST_WINDOW,
	GF_TH_FORECAST_READINGS, GF_TH_WORST_WEIGHT, GF_TH_BASELINE_DAYS,
	GF_TH_OBSTACLE_AGE, GF_TH_LADDER_AGE, GF_TH_FOLLOWED,
	GF_TH_CONFIDENCE_APART, GF_TH_LATE_LOWERING,
	GF_TH_HORIZON_CHECKPOINT, GF_TH_PACE_NOTE, GF_TH_PACE_WARNING,
	GF_TH_PACE_FLOOR, GF_TH_LEAP, GF_TH_LEAP_FLOOR, GF_TH_RUNWAY,
	GF_TH_LEAD_TIME, GF_TH_SANDBAG_GAIN, GF_TH_SANDBAG_SURE,
	GF_TH_MOST_GOALS, GF_TH_CAPACITY, GF_TH_COVERED,
	GF_TH_SUM_LEAST, GF_TH_SUM_MOST, GF_TH_ECHO, GF_TH_ECHO_WORDS,
	GF_TH_COUNT
};

struct gf_threshold_row {
	const char *name;	/* the key below thresholds: */
	const char *value;	/* the default, a decimal number */
	const char *about;
};
extern const struct gf_threshold_row gf_threshold_rows[GF_TH_COUNT];

/* Days that are worked and those that are not. */
struct gf_calendar {
	uint8_t workdays;		/* bit 0: Monday; default Monday to Friday */
	const struct gf_period *holidays;
	size_t nholidays;
	struct gf_fiscal fiscal;
	struct gf_num season[12];	/* weight of each month; 1 without a word */
};

struct gf_catalog;

/* A unit of one's own, and how many of it one person can do in a day. */
struct gf_config_unit {
	struct gf_str name;
	struct gf_num most;		/* 0: not said */
};

/* Two metrics that pull against each other. */
struct gf_config_pair {
	struct gf_str a, b;
};

struct gf_config {
	struct gf_str path;		/* of the file, empty: built in */
	struct gf_str dir;		/* that its paths are relative to */
	const struct gf_rec *rec;	/* as read, NULL: built in; for --show-config */
	const struct gf_rec *base;	/* what `extends` gave, may be NULL */
	const struct gf_doc *doc;	/* where rec stands, NULL: built in */
	struct gf_calendar calendar;
	struct gf_num thresholds[GF_TH_COUNT];
	struct gf_str *roots, *exclude, *private, *names, *glossary, *levels;
	size_t nroots, nexclude, nprivate, nnames, nglossary, nlevels;
	struct gf_config_check *checks;	/* ID: level */
	size_t nchecks;
	struct gf_str language;
	struct gf_config_unit *units;
	struct gf_config_pair *tradeoffs;
	size_t nunits, ntradeoffs;
	const struct gf_catalog *rules;	/* of one's own, NULL if there are none */
};

struct gf_config_check {
	struct gf_str id;
	enum gf_level level;
	struct gf_at at;
	const struct gf_doc *doc;	/* where at is, NULL: nowhere */
};

/* The table of the configuration's keys. */
extern const struct gf_table gf_config_table;

/* Fill a configuration with what is built in. */
void gf_config_init(struct gf_config *);
/*
 * Read a parsed configuration over what is there already; findings get every
 * key that is wrong; false if a number of format: is too high or a key is wrong.
 */
bool gf_config_read(struct gf_config *, const struct gf_reader *,
    const struct gf_doc *, const struct gf_tree *);
/* The word of a level of a goal, built in or of the configuration's `levels`. */
const char *gf_config_level(const struct gf_config *, int level);
/* How far down a level stands, 0 the highest; -1 where it stands beside them (personal, unstated). */
int gf_config_rank(const struct gf_config *, int level);
/* Whether a path (relative to the configuration) matches a pattern with * ** and ?. */
bool gf_path_match(struct gf_str pattern, struct gf_str path);
/* Whether a day is worked: no holiday and no day off. */
bool gf_calendar_works(const struct gf_calendar *, gf_day);

#endif
