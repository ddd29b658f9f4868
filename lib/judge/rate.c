#include "judge/rate.h"

/* What is an average or a rate is not added up by itself. */
static bool
is_rate_word(struct gf_str w)
{
	static const char *const words[] = {
		"average", "avg", "median", "mean", "percentile", "percent",
		"rate", "share", "ratio", "score", "index", "price", "age",
		"nps", "level", "per"
	};

	if (w.n == 3 && (w.p[0] == 'p' || w.p[0] == 'P') && w.p[1] >= '5' &&
	    w.p[1] <= '9' && w.p[2] >= '0' && w.p[2] <= '9')
		return true;
	for (size_t i = 0; i < GF_LEN(words); i++) {
		size_t n = strlen(words[i]);
		struct gf_str head = { w.p, n };

		if ((w.n == n || (w.n == n + 1 && (w.p[n] == 's' ||
		    w.p[n] == 'S'))) && gf_str_eq_fold(head, gf_str(words[i])))
			return true;
	}
	return false;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool
has_rate_word(struct gf_str s)
{
	for (size_t i = 0, n; i < s.n; i += n + 1) {
		for (n = 0; i + n < s.n && is_letter(s.p[i + n]); n++)
			;
		if (n > 0 && is_rate_word((struct gf_str){ s.p + i, n }))
			return true;
	}
	return false;
}

static bool
is_rate_unit(struct gf_str unit)
{
	enum gf_unit_kind kind = gf_unit_kind(unit);

	return kind == GF_UNIT_PERCENT || kind == GF_UNIT_POINTS ||
	    kind == GF_UNIT_TIME || gf_str_find(unit, "/") < unit.n ||
	    gf_str_eq_fold(unit, GF_STR("points")) ||
	    gf_str_eq_fold(unit, GF_STR("point")) || has_rate_word(unit);
}

bool
gf_goal_is_rate(const struct gf_goal *g)
{
	return gf_goal_holds(g) || is_rate_unit(gf_goal_unit(g)) ||
	    has_rate_word(gf_val_text(gf_goal_measure(g, MEASURE_METRIC)));
}
