#include "goal/table.h"

static const char *const weekdays[] = {
	"mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday",
	"wednesday", "thursday", "friday", "saturday", "sunday", NULL
};
static const char *const rules[] = { "periodic", "chained", NULL };

static const struct gf_field ramp_rows[] = {
	[RAMP_UNTIL] = { .key = "until", .type = GF_T_DATE,
	    .audience = GF_COMPANY, .required = true,
	    .about = "last day of this stage" },
	[RAMP_FACTOR] = { .key = "factor", .type = GF_T_SHARE,
	    .audience = GF_COMPANY, .required = true,
	    .about = "share of the full load until then" },
};
GF_TABLE_IS(ramp_rows, RAMP_FACTOR);
static const struct gf_table ramp_table = {
	.name = "ramp", .fields = ramp_rows, .n = GF_LEN(ramp_rows)
};

static const struct gf_field one_on_one_rows[] = {
	[ONE_EVERY] = { .key = "every", .type = GF_T_EVERY,
	    .audience = GF_COMPANY, .about = "how often the two meet" },
	[ONE_WEEKDAY] = { .key = "weekday", .type = GF_T_WORD,
	    .audience = GF_COMPANY, .words = weekdays,
	    .about = "on which day of the week" },
	[ONE_AT] = { .key = "at", .type = GF_T_TIME, .audience = GF_COMPANY,
	    .about = "at what time" },
	[ONE_MINUTES] = { .key = "minutes", .type = GF_T_MINUTES,
	    .audience = GF_COMPANY, .about = "how long" },
	[ONE_SINCE] = { .key = "since", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .about = "day of the first meeting" },
	[ONE_ZONE] = { .key = "zone", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .about = "time zone, such as Europe/Berlin" },
	[ONE_RULE] = { .key = "rule", .type = GF_T_WORD, .audience = GF_COMPANY,
	    .words = rules,
	    .about = "periodic (counted from the first) or chained (from the "
	    "last)" },
};
GF_TABLE_IS(one_on_one_rows, ONE_RULE);
static const struct gf_table one_on_one_table = {
	.name = "one-on-one", .fields = one_on_one_rows,
	.n = GF_LEN(one_on_one_rows)
};

static const struct gf_field aim_rows[] = {
	[AIM_ID] = { .key = "id", .type = GF_T_ID, .audience = GF_COACH,
	    .required = true, .about = "name that goals refer to" },
	[AIM_TEXT] = { .key = "text", .type = GF_T_TEXT, .audience = GF_COACH,
	    .required = true, .about = "the aim in own words" },
};
GF_TABLE_IS(aim_rows, AIM_TEXT);
static const struct gf_table aim_table = {
	.name = "why", .fields = aim_rows, .n = GF_LEN(aim_rows)
};

static const struct gf_field company_aim_rows[] = {
	[AIM_ID] = { .key = "id", .type = GF_T_ID, .audience = GF_COMPANY,
	    .required = true, .about = "name that goals refer to" },
	[AIM_TEXT] = { .key = "text", .type = GF_T_TEXT, .audience = GF_COMPANY,
	    .required = true, .about = "the aim in own words" },
};
GF_TABLE_IS(company_aim_rows, AIM_TEXT);
static const struct gf_table company_aim_table = {
	.name = "why", .fields = company_aim_rows, .n = GF_LEN(company_aim_rows)
};

static const struct gf_field cycle_rows[] = {
	[CYCLE_EVERY] = { .key = "every", .type = GF_T_EVERY,
	    .audience = GF_COMPANY, .about = "how long one round of goals is" },
	[CYCLE_STARTS] = { .key = "starts", .type = GF_T_DATE,
	    .audience = GF_COMPANY, .about = "when a round begins" },
};
GF_TABLE_IS(cycle_rows, CYCLE_STARTS);
static const struct gf_table cycle_table = {
	.name = "cycle", .fields = cycle_rows, .n = GF_LEN(cycle_rows)
};

static const struct gf_field person_rows[] = {
	[PERSON_PERSON] = { .key = "person", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COMPANY, .required = true,
	    .about = "id of the person" },
	[PERSON_NAME] = { .key = "name", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "name as it is spoken" },
	[PERSON_ROLE] = { .key = "role", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "what the person does" },
	[PERSON_TEAM] = { .key = "team", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COMPANY,
	    .about = "id of the team" },
	[PERSON_COACH] = { .key = "coach", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COMPANY,
	    .about = "id of the person who coaches" },
	[PERSON_CAPACITY] = { .key = "capacity", .type = GF_T_DURATION,
	    .audience = GF_COMPANY, .about = "working time in a week" },
	[PERSON_FROM] = { .key = "from", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .about = "first day here" },
	[PERSON_UNTIL] = { .key = "until", .type = GF_T_DAY,
	    .audience = GF_COMPANY, .about = "last day here" },
	[PERSON_AWAY] = { .key = "away", .type = GF_T_RANGE, .form = GF_MANY,
	    .audience = GF_TEAM,
	    .about = "days on which the person is not there" },
	[PERSON_ROUTINE] = { .key = "routine", .type = GF_T_REC,
	    .form = GF_MANY, .audience = GF_COMPANY, .table = &gf_routine_table,
	    .about = "blocks in the week that stand above single goals" },
	[PERSON_RAMP] = { .key = "ramp", .type = GF_T_REC, .form = GF_MANY,
	    .audience = GF_COMPANY, .table = &ramp_table,
	    .about = "how the load grows in the first weeks" },
	[PERSON_ONE_ON_ONE] = { .key = "one-on-one", .type = GF_T_REC,
	    .audience = GF_COMPANY, .table = &one_on_one_table,
	    .about = "when the person meets the coach" },
	[PERSON_WHY] = { .key = "why", .type = GF_T_REC, .form = GF_MANY,
	    .audience = GF_COACH, .table = &aim_table,
	    .about = "what it is all for, in the person's own words" },
	[PERSON_MOTIVATED_BY] = { .key = "motivated-by", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "what gives energy" },
	[PERSON_HELD_ACCOUNTABLE] = { .key = "held-accountable",
	    .type = GF_T_TEXT, .form = GF_MANY, .audience = GF_COACH,
	    .about = "how the person wants to be asked" },
	[PERSON_WHEN_MISSED] = { .key = "when-missed", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "how to come up to the person after a miss" },
	[PERSON_ACKNOWLEDGED] = { .key = "acknowledged", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "how the person likes to be thanked" },
	[PERSON_MANAGED] = { .key = "managed", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "how the person likes to be led" },
	[PERSON_SKILLS] = { .key = "skills", .type = GF_T_TEXT, .form = GF_MANY,
	    .audience = GF_COACH,
	    .about = "what the person is good at or learns" },
	[PERSON_RELATIONSHIPS] = { .key = "relationships", .type = GF_T_TEXT,
	    .form = GF_MANY, .audience = GF_COACH,
	    .about = "who matters for the work" },
	[PERSON_BRAND] = { .key = "brand", .type = GF_T_TEXT, .form = GF_MANY,
	    .audience = GF_COACH,
	    .about = "what the person wants to be known for" },
};
GF_TABLE_IS(person_rows, PERSON_BRAND);
const struct gf_table gf_person_table = {
	.name = "person", .fields = person_rows, .n = GF_LEN(person_rows)
};

static const struct gf_field teamdoc_rows[] = {
	[TEAM_TEAM] = { .key = "team", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COMPANY,
	    .required = true, .about = "id of the team" },
	[TEAM_NAME] = { .key = "name", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "name as it is spoken" },
	[TEAM_LEAD] = { .key = "lead", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COMPANY,
	    .about = "id of the person who leads it" },
	[TEAM_MEMBERS] = { .key = "members", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .form = GF_MANY,
	    .audience = GF_COMPANY, .about = "ids of the people in it" },
	[TEAM_OF] = { .key = "of", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COMPANY,
	    .about = "id of the team or company above" },
};
GF_TABLE_IS(teamdoc_rows, TEAM_OF);
const struct gf_table gf_teamdoc_table = {
	.name = "team", .fields = teamdoc_rows, .n = GF_LEN(teamdoc_rows)
};

static const struct gf_field companydoc_rows[] = {
	[COMPANY_COMPANY] = { .key = "company", .type = GF_T_ID,
	    .ref = GF_REF_PARTY, .audience = GF_COMPANY, .required = true,
	    .about = "id of the company" },
	[COMPANY_NAME] = { .key = "name", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "name as it is spoken" },
	[COMPANY_MISSION] = { .key = "mission", .type = GF_T_TEXT,
	    .audience = GF_COMPANY, .about = "what it is there for" },
	[COMPANY_WHY] = { .key = "why", .type = GF_T_REC, .form = GF_MANY,
	    .audience = GF_COMPANY, .table = &company_aim_table,
	    .about = "aims that goals can serve" },
	[COMPANY_CYCLE] = { .key = "cycle", .type = GF_T_REC,
	    .audience = GF_COMPANY, .table = &cycle_table,
	    .about = "the rhythm of its goals" },
};
GF_TABLE_IS(companydoc_rows, COMPANY_CYCLE);
const struct gf_table gf_companydoc_table = {
	.name = "company", .fields = companydoc_rows,
	.n = GF_LEN(companydoc_rows)
};
