/* goal/table_rule.h: numbers of the keys of a rule of one's own. */
#ifndef GF_TABLE_RULE_H
#define GF_TABLE_RULE_H

#include "goal/field.h"

enum gf_rule_field {
	RULE_RULE, RULE_LIKE, RULE_LETTER, RULE_FIELD, RULE_MATCH,
	RULE_UNLESS, RULE_WHEN, RULE_SEVERITY, RULE_SAY, RULE_ASK, RULE_WHY,
	RULE_BAD, RULE_GOOD
};

/* The table of a document whose first key is `rule`. */
extern const struct gf_table gf_rule_table;

#endif
