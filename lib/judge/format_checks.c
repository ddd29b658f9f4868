#include "goal/check.h"
#include "judge/judge.h"

#define ROW(number, ID, NAME, LEVEL, ABOUT, ASK, WHY, BAD, GOOD, FIX) \
	[number] = { .check = { .id = ID, .name = NAME, .level = LEVEL, \
	    .letters = "", .about = ABOUT, .ask = ASK, .why = WHY, \
	    .bad = BAD, .good = GOOD, .fix = FIX }, .on = GF_ON_ALL },

static const struct gf_judgement rows[GF_FORMAT_CHECKS] = {
	GF_FORMAT_ROWS(ROW)
};

const struct gf_catalog gf_format_checks = { rows, GF_LEN(rows) };
