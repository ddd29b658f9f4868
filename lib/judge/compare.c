#include <string.h>

#include "judge/compare.h"

/* Longer spellings first: `<=` is not `<`. */
static const char *const ops[] = {
	[GF_COMPARE_NE] = "!=", [GF_COMPARE_LE] = "<=", [GF_COMPARE_GE] = ">=",
	[GF_COMPARE_EQ] = "=", [GF_COMPARE_LT] = "<", [GF_COMPARE_GT] = ">",
	[GF_COMPARE_HAS] = "~",
};

size_t
gf_compare_find(struct gf_str s, enum gf_compare last, enum gf_compare *op, size_t *len)
{
	for (size_t i = 0; i < s.n; i++)
		for (unsigned k = 0; k <= (unsigned)last; k++) {
			struct gf_str rest = { s.p + i, s.n - i };

			if (gf_str_starts(rest, ops[k])) {
				*op = (enum gf_compare)k;
				*len = strlen(ops[k]);
				return i;
			}
		}
	return s.n;
}

bool
gf_compare_holds(enum gf_compare op, int order)
{
	switch (op) {
	case GF_COMPARE_EQ: return order == 0;
	case GF_COMPARE_NE: return order != 0;
	case GF_COMPARE_LT: return order < 0;
	case GF_COMPARE_LE: return order <= 0;
	case GF_COMPARE_GT: return order > 0;
	case GF_COMPARE_GE: return order >= 0;
	default: return false;
	}
}
