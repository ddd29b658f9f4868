#include "goal/table.h"
#include "goal/table_rule.h"

static const char *const letters[] = { "S", "M", "A", "R", "T", NULL };
static const char *const severities[] = { "error", "warning", "note", NULL };

static const struct gf_field rule_rows[] = {
	[RULE_RULE] = { .key = "rule", .type = GF_T_ID, .required = true,
	    .about = "its id, as findings, checks: and -D have it" },
	[RULE_LIKE] = { .key = "like", .type = GF_T_TEXT,
	    .about = "another rule, also one of goalfile-checks(7): what is "
	    "not said here is taken from it" },
	[RULE_LETTER] = { .key = "letter", .type = GF_T_WORD,
	    .words = letters, .about = "the letter of SMART that it speaks "
	    "for; none is none" },
	[RULE_FIELD] = { .key = "field", .type = GF_T_TEXT,
	    .about = "the key whose texts are looked at, such as "
	    "measure.metric or obstacles.then; title" },
	[RULE_MATCH] = { .key = "match", .type = GF_T_TEXT,
	    .about = "a pattern of PCRE2; where it matches the rule speaks" },
	[RULE_UNLESS] = { .key = "unless", .type = GF_T_TEXT,
	    .about = "a pattern that silences it, wherever in the text" },
	[RULE_WHEN] = { .key = "when", .type = GF_T_TEXT, .form = GF_MANY,
	    .about = "what must hold besides: conditions as --where has "
	    "them, or facts" },
	[RULE_SEVERITY] = { .key = "severity", .type = GF_T_WORD,
	    .words = severities, .about = "error, warning or note; warning" },
	[RULE_SAY] = { .key = "say", .type = GF_T_TEXT,
	    .about = "the message; {} is what was found, {name} a group of "
	    "it" },
	[RULE_ASK] = { .key = "ask", .type = GF_T_TEXT,
	    .about = "the coaching question" },
	[RULE_WHY] = { .key = "why", .type = GF_T_TEXT,
	    .about = "the reason, for explain" },
	[RULE_BAD] = { .key = "bad", .type = GF_T_TEXT, .form = GF_MANY,
	    .about = "texts that it speaks about, for --test-rules" },
	[RULE_GOOD] = { .key = "good", .type = GF_T_TEXT, .form = GF_MANY,
	    .about = "texts that it is silent about" },
};
GF_TABLE_IS(rule_rows, RULE_GOOD);

const struct gf_table gf_rule_table = {
	.name = "the rule", .fields = rule_rows, .n = GF_LEN(rule_rows)
};
