#include "goal/check.h"

#define ROW(number, ID, NAME, LEVEL, ABOUT, ASK, WHY, BAD, GOOD, FIX) \
	[number] = { .id = ID, .name = NAME, .level = LEVEL, .letters = "", \
	    .about = ABOUT, .ask = ASK, .why = WHY, .bad = BAD, .good = GOOD, \
	    .fix = FIX },

const struct gf_check gf_format_rows[GF_FORMAT_CHECKS] = {
	GF_FORMAT_ROWS(ROW)
};
