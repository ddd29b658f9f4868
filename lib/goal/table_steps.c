#include "goal/table.h"

static const char *const sides[] = { "inner", "outer", NULL };
static const char *const controls[] = { "full", "influence", "none", NULL };
static const char *const obstacle_states[] = {
	"open", "hit", "passed", "retired", NULL
};
static const char *const plans[] = { "used", "not", "other", NULL };
static const char *const ask_states[] = { "open", "yes", "no", "done", NULL };
static const char *const letters[] = { "S", "M", "A", "R", "T", NULL };
static const char *const verdicts[] = {
	[VERDICT_ACHIEVED] = "achieved", [VERDICT_PARTLY] = "partly",
	[VERDICT_MISSED] = "missed", [VERDICT_DROPPED] = "dropped", NULL
};

static const struct gf_field step_rows[] = {
	[STEP_DO] = { .key = "do", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "one action, small enough for today" },
	[STEP_BY] = { .key = "by", .type = GF_T_DATE, .audience = GF_COMPANY,
	    .about = "until when" },
	[STEP_MINUTES] = { .key = "minutes", .type = GF_T_MINUTES,
	    .audience = GF_COMPANY, .about = "how long it takes" },
	[STEP_DONE] = { .key = "done", .type = GF_T_DONE,
	    .audience = GF_COMPANY, .about = "whether or when it was done" },
	[STEP_LEARNED] = { .key = "learned", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "what it showed" },
};
GF_TABLE_IS(step_rows, STEP_LEARNED);
const struct gf_table gf_step_table = {
	.name = "first-step", .fields = step_rows, .n = GF_LEN(step_rows)
};

static const struct gf_field hit_rows[] = {
	[HIT_DATE] = { .key = "date", .type = GF_T_DAY, .audience = GF_COMPANY,
	    .about = "when it happened" },
	[HIT_PLAN] = { .key = "plan", .type = GF_T_WORD, .audience = GF_COMPANY,
	    .words = plans, .about = "whether the plan was used" },
	[HIT_WORKED] = { .key = "worked", .type = GF_T_YESNO,
	    .audience = GF_COMPANY, .about = "whether that helped" },
	[HIT_LOST] = { .key = "lost", .type = GF_T_COST, .audience = GF_COMPANY,
	    .about = "what it cost" },
	[HIT_NOTE] = { .key = "note", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "a line about it" },
};
GF_TABLE_IS(hit_rows, HIT_NOTE);
const struct gf_table gf_hit_table = {
	.name = "hits", .fields = hit_rows, .n = GF_LEN(hit_rows)
};

static const struct gf_field obstacle_rows[] = {
	[OBSTACLE_ID] = { .key = "id", .type = GF_T_ID, .audience = GF_COMPANY,
	    .about = "name of the obstacle in its goal" },
	[OBSTACLE_WHEN] = { .key = "when", .type = GF_T_TEXT,
	    .audience = GF_COMPANY,
	    .about = "the cue that somebody could see" },
	[OBSTACLE_THEN] = { .key = "then", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "the one action that follows" },
	[OBSTACLE_PREVENT] = { .key = "prevent", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "what keeps it from happening" },
	[OBSTACLE_SIDE] = { .key = "side", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .words = sides,
	    .about = "inner (habits, moods: for the coach only) or outer" },
	[OBSTACLE_CONTROL] = { .key = "control", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .words = controls,
	    .about = "how far it is in the hands of the owner" },
	[OBSTACLE_LIKELIHOOD] = { .key = "likelihood", .type = GF_T_LIKELIHOOD,
	    .audience = GF_COMPANY,
	    .about = "how likely it is, a share or a level from 1 to 5" },
	[OBSTACLE_COST] = { .key = "cost", .type = GF_T_COST,
	    .audience = GF_COMPANY,
	    .about = "what it would cost, in the unit of the goal or in time" },
	[OBSTACLE_OWNER] = { .key = "owner", .type = GF_T_OWNER,
	    .audience = GF_COMPANY, .about = "who looks after it" },
	[OBSTACLE_SAID_BY] = { .key = "said-by", .type = GF_T_OWNER,
	    .audience = GF_COMPANY, .about = "who named it" },
	[OBSTACLE_WATCH] = { .key = "watch", .type = GF_T_TEXT,
	    .ref = GF_REF_WATCH, .audience = GF_COMPANY,
	    .about = "a reading that shows it: NAME OP QUANTITY" },
	[OBSTACLE_STATUS] = { .key = "status", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .words = obstacle_states,
	    .about = "open (if absent), hit, passed or retired" },
	[OBSTACLE_FORESEEN] = { .key = "foreseen", .type = GF_T_YESNO,
	    .audience = GF_COMPANY,
	    .about = "whether it was named before it happened" },
	[OBSTACLE_HITS] = { .key = "hits", .type = GF_T_REC, .form = GF_MANY,
	    .audience = GF_COMPANY, .table = &gf_hit_table,
	    .about = "each time it happened" },
};
GF_TABLE_IS(obstacle_rows, OBSTACLE_HITS);
const struct gf_table gf_obstacle_table = {
	.name = "obstacles", .fields = obstacle_rows, .n = GF_LEN(obstacle_rows)
};

static const struct gf_field ask_rows[] = {
	[ASK_OF] = { .key = "of", .type = GF_T_OWNER, .audience = GF_COMPANY,
	    .about = "who is asked" },
	[ASK_WHAT] = { .key = "what", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .required = true, .about = "for what" },
	[ASK_BY] = { .key = "by", .type = GF_T_DATE, .audience = GF_COMPANY,
	    .about = "until when" },
	[ASK_STATE] = { .key = "state", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .words = ask_states,
	    .about = "open (if absent), yes, no or done" },
};
GF_TABLE_IS(ask_rows, ASK_STATE);
const struct gf_table gf_ask_table = {
	.name = "asks", .fields = ask_rows, .n = GF_LEN(ask_rows)
};

static const struct gf_field routine_rows[] = {
	[ROUTINE_DO] = { .key = "do", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .required = true, .about = "what is done" },
	[ROUTINE_EVERY] = { .key = "every", .type = GF_T_EVERY,
	    .audience = GF_COMPANY, .about = "how often" },
	[ROUTINE_AT] = { .key = "at", .type = GF_T_TIME, .audience = GF_COMPANY,
	    .about = "at what time" },
	[ROUTINE_MINUTES] = { .key = "minutes", .type = GF_T_MINUTES,
	    .audience = GF_COMPANY, .about = "how long" },
	[ROUTINE_LOG] = { .key = "log", .type = GF_T_RANGE, .form = GF_MANY,
	    .audience = GF_COMPANY, .about = "days on which it was done" },
};
GF_TABLE_IS(routine_rows, ROUTINE_LOG);
const struct gf_table gf_routine_table = {
	.name = "routine", .fields = routine_rows, .n = GF_LEN(routine_rows)
};

static const struct gf_field funnel_rows[] = {
	[FUNNEL_STEP] = { .key = "step", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .letter = 'A', .required = true,
	    .about = "what is done or reached" },
	[FUNNEL_RATE] = { .key = "rate", .type = GF_T_SHARE,
	    .audience = GF_COMPANY, .letter = 'A',
	    .about = "share that becomes the next step" },
};
GF_TABLE_IS(funnel_rows, FUNNEL_RATE);
const struct gf_table gf_funnel_table = {
	.name = "funnel", .fields = funnel_rows, .n = GF_LEN(funnel_rows)
};

static const struct gf_field progress_rows[] = {
	[PROGRESS_DATE] = { .key = "date", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .required = true,
	    .about = "day of the reading" },
	[PROGRESS_VALUE] = { .key = "value", .type = GF_T_QTY,
	    .audience = GF_COMPANY, .required = true,
	    .about = "what was read" },
	[PROGRESS_NOTE] = { .key = "note", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "a line about it" },
	[PROGRESS_CORRECTS] = { .key = "corrects", .type = GF_T_YESNO,
	    .audience = GF_COMPANY,
	    .about = "whether it replaces all before it of that day" },
};
GF_TABLE_IS(progress_rows, PROGRESS_CORRECTS);
const struct gf_table gf_progress_table = {
	.name = "progress", .fields = progress_rows, .n = GF_LEN(progress_rows)
};

static const struct gf_field confidence_rows[] = {
	[CONFIDENCE_DATE] = { .key = "date", .type = GF_T_DAY,
	    .audience = GF_COACH, .required = true,
	    .about = "when it was asked" },
	[CONFIDENCE_VALUE] = { .key = "value", .type = GF_T_NUMBER,
	    .audience = GF_COACH, .required = true, .max = 10,
	    .about = "how sure, 0 to 10" },
	[CONFIDENCE_BECAUSE] = { .key = "because", .type = GF_T_TEXT,
	    .audience = GF_COACH, .about = "why" },
};
GF_TABLE_IS(confidence_rows, CONFIDENCE_BECAUSE);
const struct gf_table gf_confidence_table = {
	.name = "confidence-log", .fields = confidence_rows,
	.n = GF_LEN(confidence_rows)
};

static const struct gf_field change_rows[] = {
	[CHANGE_DATE] = { .key = "date", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .about = "when it was changed" },
	[CHANGE_LETTER] = { .key = "letter", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .words = letters,
	    .about = "which letter it belongs to" },
	[CHANGE_FIELD] = { .key = "field", .type = GF_T_TEXT,
	    .audience = GF_COMPANY,
	    .about = "key that was changed, such as measure.to" },
	[CHANGE_FROM] = { .key = "from", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "what it said before" },
	[CHANGE_TO] = { .key = "to", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "what it says now" },
	[CHANGE_BECAUSE] = { .key = "because", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "why" },
	[CHANGE_BY] = { .key = "by", .type = GF_T_OWNER, .audience = GF_COMPANY,
	    .about = "who changed it" },
};
GF_TABLE_IS(change_rows, CHANGE_BY);
const struct gf_table gf_change_table = {
	.name = "changes", .fields = change_rows, .n = GF_LEN(change_rows)
};

static const struct gf_field close_rows[] = {
	[CLOSE_DATE] = { .key = "date", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .about = "when it was closed" },
	[CLOSE_SCORE] = { .key = "score", .type = GF_T_NUMBER,
	    .audience = GF_COMPANY, .max = 1,
	    .about = "how much was reached, 0 to 1" },
	[CLOSE_VERDICT] = { .key = "verdict", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .words = verdicts,
	    .about = "what it came to" },
	[CLOSE_LEARNED] = { .key = "learned", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "what it taught" },
	[CLOSE_CONTINUES] = { .key = "continues", .type = GF_T_ID,
	    .ref = GF_REF_GOAL, .form = GF_MANY, .audience = GF_COMPANY,
	    .about = "goals that go on from it" },
};
GF_TABLE_IS(close_rows, CLOSE_CONTINUES);
const struct gf_table gf_close_table = {
	.name = "close", .fields = close_rows, .n = GF_LEN(close_rows)
};
