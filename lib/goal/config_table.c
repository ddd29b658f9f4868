#include "goal/config.h"
#include "goal/config_table.h"

static const char *const named[] = { "end", "start", NULL };

static const struct gf_field calendar_rows[] = {
	[CALENDAR_WORKDAYS] = { .key = "workdays", .type = GF_T_TEXT,
	    .form = GF_MANY, .about = "days of the week that are worked, such "
	    "as mon-fri or a list" },
	[CALENDAR_HOLIDAYS] = { .key = "holidays", .type = GF_T_RANGE,
	    .form = GF_MANY, .about = "days that are not worked" },
	[CALENDAR_FISCAL_STARTS] = { .key = "fiscal-year-starts",
	    .type = GF_T_TEXT, .about = "first day of the fiscal year, MM-DD" },
	[CALENDAR_FISCAL_NAMED] = { .key = "fiscal-year-named",
	    .type = GF_T_WORD, .words = named, .about = "whether a fiscal "
	    "year has the number of the year in which it ends or starts" },
	[CALENDAR_SEASON] = { .key = "season", .type = GF_T_MAP,
	    .about = "how much a month weighs: {aug: 0.5, dec: 1.5}" },
};
_Static_assert(GF_LEN(calendar_rows) == CALENDAR_SEASON + 1,
    "a row for every number");
static const struct gf_table calendar_table = {
	.name = "calendar", .fields = calendar_rows,
	.n = GF_LEN(calendar_rows)
};

static const struct gf_field config_rows[] = {
	[CONFIG_FORMAT] = { .key = "format", .type = GF_T_NUMBER,
	    .about = "version of the format, 1" },
	[CONFIG_EXTENDS] = { .key = "extends", .type = GF_T_TEXT,
	    .about = "another configuration that this one adds to" },
	[CONFIG_CALENDAR] = { .key = "calendar", .type = GF_T_REC,
	    .table = &calendar_table,
	    .about = "working days, holidays and the fiscal year" },
	[CONFIG_THRESHOLDS] = { .key = "thresholds", .type = GF_T_MAP,
	    .about = "numbers that checks and formulas use" },
	[CONFIG_CHECKS] = { .key = "checks", .type = GF_T_MAP,
	    .about = "level of a check: error, warning, note or off" },
	[CONFIG_RULES] = { .key = "rules", .type = GF_T_TEXT,
	    .form = GF_MANY, .about = "files with rules of your own" },
	[CONFIG_NAMES] = { .key = "names", .type = GF_T_TEXT,
	    .form = GF_MANY, .about = "words in titles that are never judged" },
	[CONFIG_GLOSSARY] = { .key = "glossary", .type = GF_T_TEXT,
	    .form = GF_MANY, .about = "terms that have a fixed meaning here" },
	[CONFIG_UNITS] = { .key = "units", .type = GF_T_MAP,
	    .about = "units of your own: {name: {kind, max-per-day}}" },
	[CONFIG_TRADEOFFS] = { .key = "tradeoffs", .type = GF_T_TEXTS,
	    .form = GF_MANY, .about = "pairs of metrics that pull against each "
	    "other" },
	[CONFIG_LEVELS] = { .key = "levels", .type = GF_T_ID, .form = GF_MANY,
	    .about = "levels of goals, highest first" },
	[CONFIG_PRIVATE] = { .key = "private", .type = GF_T_TEXT,
	    .form = GF_MANY, .about = "paths that only two people can read" },
	[CONFIG_ROOTS] = { .key = "roots", .type = GF_T_TEXT, .form = GF_MANY,
	    .about = "directories where goals lie" },
	[CONFIG_EXCLUDE] = { .key = "exclude", .type = GF_T_TEXT,
	    .form = GF_MANY, .about = "paths that are not read in directories" },
	[CONFIG_LANGUAGE] = { .key = "language", .type = GF_T_TEXT,
	    .about = "how 1.200 and 05/06 in titles are read (en)" },
};
_Static_assert(GF_LEN(config_rows) == CONFIG_LANGUAGE + 1,
    "a row for every number");

const struct gf_table gf_config_table = {
	.name = "the configuration", .fields = config_rows,
	.n = GF_LEN(config_rows)
};

const struct gf_threshold_row gf_threshold_rows[GF_TH_COUNT] = {
	[GF_TH_TITLE_WORDS] = { "title-words", "3",
	    "content words that a title needs" },
	[GF_TH_LOW_CONFIDENCE] = { "low-confidence", "3",
	    "confidence from here down is asked about" },
	[GF_TH_HORIZON_OBSTACLES] = { "obstacles-horizon", "30",
	    "days after which a goal should name obstacles" },
	[GF_TH_HORIZON_YEAR] = { "longest-days", "366",
	    "days that a goal of a person or team may take" },
	[GF_TH_GRACE] = { "overdue-grace", "7",
	    "days after due before an open goal is overdue" },
	[GF_TH_TARGET_APART] = { "target-apart", "0.005",
	    "share by which title and target may differ" },
	[GF_TH_EARLIER_DAYS] = { "earlier-days", "31",
	    "days that a title's date may lie before due" },
	[GF_TH_DELTA_APART] = { "delta-apart", "0.6",
	    "points by which a change in the title may differ" },
	[GF_TH_RANGE_WIDTH] = { "range-width", "0.25",
	    "width of a range, as share of its middle" },
	[GF_TH_UNIT_NEAR] = { "unit-near", "4",
	    "words within which a number needs its noun" },
	[GF_TH_STALE] = { "stale-days", "14",
	    "days without a reading where no rhythm is given" },
	[GF_TH_ON_TRACK] = { "on-track", "0.95",
	    "share of the expected progress that is on track" },
	[GF_TH_BEHIND] = { "behind", "0.75",
	    "share of the expected progress that is behind, not at risk" },
	[GF_TH_NOISE_TIME] = { "noise-time", "0.1",
	    "first share of the time that is not judged" },
	[GF_TH_NOISE_SPAN] = { "noise-span", "0.03",
	    "share of the way that is too small to judge" },
	[GF_TH_NOISE_UNITS] = { "noise-units", "10",
	    "way from which on less than one whole unit is too small to judge" },
	[GF_TH_ASK_ONCE] = { "ask-once", "0.333333",
	    "share of the goals that must use a key before others are asked" },
	[GF_TH_OVER_ASSIGNED] = { "over-assigned", "0.2",
	    "share above the whole that children may promise" },
	[GF_TH_FORECAST_WINDOW] = { "forecast-window", "20",
	    "working days that a forecast looks back" },
	[GF_TH_FORECAST_READINGS] = { "forecast-readings", "3",
	    "readings that a forecast needs" },
	[GF_TH_WORST_WEIGHT] = { "worst-weight", "0.05",
	    "weight from which a child decides a parent's status" },
	[GF_TH_BASELINE_DAYS] = { "baseline-days", "60",
	    "days in which a baseline goal should be due" },
	[GF_TH_OBSTACLE_AGE] = { "obstacle-age", "60",
	    "days after which an obstacle that nobody touched is asked about" },
	[GF_TH_LADDER_AGE] = { "ladder-age", "180",
	    "days after which a why is asked again" },
	[GF_TH_FOLLOWED] = { "routine-followed", "0.8",
	    "share of its times from which a routine counts as followed" },
	[GF_TH_CONFIDENCE_APART] = { "confidence-apart", "4",
	    "points of ten between confidence and pace that are asked about" },
	[GF_TH_LATE_LOWERING] = { "late-lowering", "7",
	    "last days in which a target must not get easier" },
};
