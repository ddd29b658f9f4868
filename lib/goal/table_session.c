#include "goal/table.h"

static const char *const kinds[] = {
	"review", "check-in", "retrospective", NULL
};
static const char *const states[] = {
	"kept", "missed", "moved", "dropped", NULL
};

static const struct gf_field commitment_rows[] = {
	[COMMITMENT_WHO] = { .key = "who", .type = GF_T_OWNER,
	    .audience = GF_COACH, .about = "who promised" },
	[COMMITMENT_WHAT] = { .key = "what", .type = GF_T_TEXT,
	    .audience = GF_COACH, .required = true,
	    .about = "what was promised" },
	[COMMITMENT_GOAL] = { .key = "goal", .type = GF_T_ID,
	    .ref = GF_REF_GOAL, .audience = GF_COACH,
	    .about = "the goal that it is for" },
	[COMMITMENT_BY] = { .key = "by", .type = GF_T_DATE,
	    .audience = GF_COACH,
	    .about = "until when; else until the next meeting" },
	[COMMITMENT_STATE] = { .key = "state", .type = GF_T_WORD,
	    .audience = GF_COACH, .words = states,
	    .about = "what became of it; open if absent" },
	[COMMITMENT_DATE] = { .key = "date", .type = GF_T_DAY,
	    .audience = GF_COACH, .about = "when that was settled" },
};
GF_TABLE_IS(commitment_rows, COMMITMENT_DATE);
static const struct gf_table commitment_table = {
	.name = "commitments", .fields = commitment_rows,
	.n = GF_LEN(commitment_rows)
};

static const struct gf_field session_rows[] = {
	[SESSION_SESSION] = { .key = "session", .type = GF_T_DAY,
	    .audience = GF_COACH, .required = true,
	    .about = "day of the conversation" },
	[SESSION_WITH] = { .key = "with", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COACH,
	    .required = true, .about = "id of the person who was coached" },
	[SESSION_COACH] = { .key = "coach", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COACH,
	    .about = "id of the coach" },
	[SESSION_KIND] = { .key = "kind", .type = GF_T_WORD,
	    .audience = GF_COACH, .words = kinds,
	    .about = "what kind of conversation it was" },
	[SESSION_MINUTES] = { .key = "minutes", .type = GF_T_MINUTES,
	    .audience = GF_COACH, .about = "how long it took" },
	[SESSION_FEELING] = { .key = "feeling", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "how the person feels" },
	[SESSION_STANDS_OUT] = { .key = "stands-out", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "what was remarkable since the last time" },
	[SESSION_CONCERNS] = { .key = "concerns", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "what worries the person" },
	[SESSION_ASKED] = { .key = "asked", .type = GF_T_TEXT, .form = GF_MANY,
	    .audience = GF_COACH,
	    .about = "ids of the questions that were asked" },
	[SESSION_COMMITMENTS] = { .key = "commitments", .type = GF_T_REC,
	    .form = GF_MANY, .audience = GF_COACH,
	    .table = &commitment_table,
	    .about = "what both sides promised" },
	[SESSION_NEXT] = { .key = "next", .type = GF_T_DAY,
	    .audience = GF_COACH, .about = "day of the next conversation" },
};
GF_TABLE_IS(session_rows, SESSION_NEXT);
static const struct gf_table session_table = {
	.name = "session", .fields = session_rows, .n = GF_LEN(session_rows)
};

static const struct gf_field reading_rows[] = {
	[READING_GOAL] = { .key = "goal", .type = GF_T_ID,
	    .ref = GF_REF_GOAL, .audience = GF_COMPANY, .required = true,
	    .about = "id of the goal that was measured" },
	[READING_DATE] = { .key = "date", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .required = true,
	    .about = "day of the reading" },
	[READING_VALUE] = { .key = "value", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .required = true,
	    .about = "what was read" },
	[READING_NOTE] = { .key = "note", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "a line about it" },
	[READING_CORRECTS] = { .key = "corrects", .type = GF_T_YESNO,
	    .audience = GF_COMPANY,
	    .about = "whether it replaces all before it of that day" },
};
GF_TABLE_IS(reading_rows, READING_CORRECTS);
static const struct gf_table reading_table = {
	.name = "readings", .fields = reading_rows, .n = GF_LEN(reading_rows)
};

static const struct gf_field log_rows[] = {
	[LOG_LOG] = { .key = "log", .type = GF_T_ID, .audience = GF_COMPANY,
	    .required = true, .about = "id of the source" },
	[LOG_READINGS] = { .key = "readings", .type = GF_T_REC, .form = GF_MANY,
	    .audience = GF_COMPANY, .table = &reading_table,
	    .about = "readings, kept apart from the goals" },
};
GF_TABLE_IS(log_rows, LOG_READINGS);
static const struct gf_table log_table = {
	.name = "log", .fields = log_rows, .n = GF_LEN(log_rows)
};

static const struct gf_field defaults_rows[] = {
	{ .key = "defaults", .type = GF_T_REC, .audience = GF_COMPANY,
	    .table = &gf_goal_table,
	    .about = "keys that the goals after it in this file take where "
	    "they have none" },
};
GF_TABLE_IS(defaults_rows, 0);
static const struct gf_table defaults_table = {
	.name = "defaults", .fields = defaults_rows, .n = GF_LEN(defaults_rows)
};

const struct gf_table *const gf_kinds[GF_FOREIGN] = {
	[GF_GOAL] = &gf_goal_table, [GF_PERSON] = &gf_person_table,
	[GF_TEAMDOC] = &gf_teamdoc_table,
	[GF_COMPANYDOC] = &gf_companydoc_table, [GF_SESSION] = &session_table,
	[GF_LOG] = &log_table, [GF_DEFAULTS] = &defaults_table,
};
