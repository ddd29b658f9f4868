#include "goal/table.h"

static const char *const counts[] = {
	[COUNT_LATEST] = "latest", [COUNT_SUM] = "sum", NULL
};
static const char *const hows[] = {
	[HOW_CONTRIBUTES] = "contributes", [HOW_SUPPORTS] = "supports", NULL
};

static const struct gf_field agreed_rows[] = {
	[AGREED_BY] = { .key = "by", .type = GF_T_OWNER, .audience = GF_COMPANY,
	    .required = true, .about = "who said yes" },
	[AGREED_DATE] = { .key = "date", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .about = "when that was" },
};
GF_TABLE_IS(agreed_rows, AGREED_DATE);
const struct gf_table gf_agreed_table = {
	.name = "agreed", .fields = agreed_rows, .n = GF_LEN(agreed_rows)
};

static const struct gf_field scale_rows[] = {
	[SCALE_MIN] = { .key = "min", .type = GF_T_QTY, .audience = GF_COMPANY,
	    .about = "lowest value that the scale can show" },
	[SCALE_MAX] = { .key = "max", .type = GF_T_QTY, .audience = GF_COMPANY,
	    .about = "highest value that the scale can show" },
};
GF_TABLE_IS(scale_rows, SCALE_MAX);
const struct gf_table gf_scale_table = {
	.name = "scale", .fields = scale_rows, .n = GF_LEN(scale_rows)
};

static const struct gf_field measure_rows[] = {
	[MEASURE_METRIC] = { .key = "metric", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "what is counted or read off" },
	[MEASURE_UNIT] = { .key = "unit", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "unit or currency of all values, unless it stands beside "
	    "them" },
	[MEASURE_FROM] = { .key = "from", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "value at the start" },
	[MEASURE_TO] = { .key = "to", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "value that is the goal" },
	[MEASURE_AT_LEAST] = { .key = "at-least", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "a level to hold: not below this" },
	[MEASURE_AT_MOST] = { .key = "at-most", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "a level to hold: not above this" },
	[MEASURE_COUNT] = { .key = "count", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .letter = 'M', .words = counts,
	    .about = "whether the newest reading counts or all add up "
	    "(latest if absent)" },
	[MEASURE_EVERY] = { .key = "every", .type = GF_T_EVERY,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "how often a reading is due" },
	[MEASURE_SCALE] = { .key = "scale", .type = GF_T_REC,
	    .audience = GF_COMPANY, .letter = 'M', .table = &gf_scale_table,
	    .about = "lowest and highest value that can be" },
	[MEASURE_SOURCE] = { .key = "source", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .letter = 'M',
	    .about = "where two people can read the value" },
};
GF_TABLE_IS(measure_rows, MEASURE_SOURCE);
const struct gf_table gf_measure_table = {
	.name = "measure", .fields = measure_rows, .n = GF_LEN(measure_rows)
};

static const struct gf_field milestone_rows[] = {
	[MILESTONE_BY] = { .key = "by", .type = GF_T_DATE,
	    .audience = GF_COMPANY, .letter = 'T', .required = true,
	    .about = "when the step should be reached" },
	[MILESTONE_VALUE] = { .key = "value", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .letter = 'T',
	    .about = "value reached by then, all steps before included" },
	[MILESTONE_WHAT] = { .key = "what", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .letter = 'T',
	    .about = "what is true by then" },
};
GF_TABLE_IS(milestone_rows, MILESTONE_WHAT);
const struct gf_table gf_milestone_table = {
	.name = "milestone", .fields = milestone_rows,
	.n = GF_LEN(milestone_rows)
};

static const struct gf_field point_rows[] = {
	[POINT_BY] = { .key = "by", .type = GF_T_DATE, .audience = GF_COMPANY,
	    .letter = 'T', .required = true, .about = "day of the point" },
	[POINT_VALUE] = { .key = "value", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .letter = 'T', .required = true,
	    .about = "value expected on that day" },
};
GF_TABLE_IS(point_rows, POINT_VALUE);
const struct gf_table gf_point_table = {
	.name = "pace", .fields = point_rows, .n = GF_LEN(point_rows)
};

static const struct gf_field via_rows[] = {
	[VIA_PER] = { .key = "per", .type = GF_T_QTY, .audience = GF_COMPANY,
	    .letter = 'R', .required = true,
	    .about = "so many units of this goal" },
	[VIA_GIVES] = { .key = "gives", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .letter = 'R', .required = true,
	    .about = "become so many of the goal above" },
};
GF_TABLE_IS(via_rows, VIA_GIVES);
const struct gf_table gf_via_table = {
	.name = "via", .fields = via_rows, .n = GF_LEN(via_rows)
};

static const struct gf_field support_rows[] = {
	[SUPPORT_GOAL] = { .key = "goal", .type = GF_T_ID,
	    .ref = GF_REF_GOAL, .audience = GF_COMPANY,
	    .letter = 'R', .required = true,
	    .about = "id of the goal that this one serves" },
	[SUPPORT_HOW] = { .key = "how", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .letter = 'R', .words = hows,
	    .about = "contributes (its result counts there) or supports (it "
	    "only helps)" },
	[SUPPORT_SHARE] = { .key = "share", .type = GF_T_SHARE,
	    .audience = GF_COMPANY, .letter = 'R',
	    .about = "share of the result that counts there" },
	[SUPPORT_WEIGHT] = { .key = "weight", .type = GF_T_SHARE,
	    .audience = GF_COMPANY, .letter = 'R',
	    .about = "weight among the goals that serve the same one" },
	[SUPPORT_VIA] = { .key = "via", .type = GF_T_REC,
	    .audience = GF_COMPANY, .letter = 'R', .table = &gf_via_table,
	    .about = "how units of this goal become units of that one" },
	[SUPPORT_SEEN] = { .key = "seen", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .letter = 'R',
	    .about = "fingerprint of that goal when the link was last "
	    "accepted" },
};
GF_TABLE_IS(support_rows, SUPPORT_SEEN);
const struct gf_table gf_support_table = {
	.name = "supports", .fields = support_rows, .n = GF_LEN(support_rows)
};

static const struct gf_field guard_rows[] = {
	[GUARD_GOAL] = { .key = "goal", .type = GF_T_ID,
	    .ref = GF_REF_GOAL, .audience = GF_COMPANY,
	    .about = "id of the goal to look at" },
	[GUARD_METRIC] = { .key = "metric", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "or the metric to look at" },
	[GUARD_AT_LEAST] = { .key = "at-least", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .about = "it must not fall below this" },
	[GUARD_AT_MOST] = { .key = "at-most", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .about = "it must not rise above this" },
};
GF_TABLE_IS(guard_rows, GUARD_AT_MOST);
const struct gf_table gf_guard_table = {
	.name = "guards", .fields = guard_rows, .n = GF_LEN(guard_rows)
};

static const struct gf_field unaligned_rows[] = {
	[UNALIGNED_BECAUSE] = { .key = "because", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .required = true,
	    .about = "why nothing serves this goal, or it serves nothing" },
	[UNALIGNED_UNTIL] = { .key = "until", .type = GF_T_DATE,
	    .audience = GF_COMPANY, .about = "how long the reason holds" },
};
GF_TABLE_IS(unaligned_rows, UNALIGNED_UNTIL);
const struct gf_table gf_unaligned_table = {
	.name = "unaligned", .fields = unaligned_rows,
	.n = GF_LEN(unaligned_rows)
};

static const struct gf_field because_rows[] = {
	[BECAUSE_S] = { .key = "S", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "why it is specific enough" },
	[BECAUSE_M] = { .key = "M", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "why the measure is the right one" },
	[BECAUSE_A] = { .key = "A", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "what shows that it can be reached" },
	[BECAUSE_R] = { .key = "R", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "what shows that it is in proportion and matters" },
	[BECAUSE_T] = { .key = "T", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "why this date" },
};
GF_TABLE_IS(because_rows, BECAUSE_T);
const struct gf_table gf_because_table = {
	.name = "because", .fields = because_rows, .n = GF_LEN(because_rows),
	.text_or_map = true
};

static const struct gf_field best_rows[] = {
	[BEST_VALUE] = { .key = "value", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .required = true,
	    .about = "what was reached" },
	[BEST_IN] = { .key = "in", .type = GF_T_DATE, .audience = GF_COMPANY,
	    .about = "in which period" },
};
GF_TABLE_IS(best_rows, BEST_IN);
const struct gf_table gf_best_table = {
	.name = "best", .fields = best_rows, .n = GF_LEN(best_rows)
};

static const struct gf_field control_rows[] = {
	[CONTROL_FULL] = { .key = "full", .type = GF_T_TEXT, .form = GF_MANY,
	    .audience = GF_COACH, .about = "what is mine to decide" },
	[CONTROL_INFLUENCE] = { .key = "influence", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "what I can only influence" },
	[CONTROL_NONE] = { .key = "none", .type = GF_T_TEXT, .form = GF_MANY,
	    .audience = GF_COACH, .about = "what is out of my hands" },
};
GF_TABLE_IS(control_rows, CONTROL_NONE);
const struct gf_table gf_control_table = {
	.name = "control", .fields = control_rows, .n = GF_LEN(control_rows)
};
