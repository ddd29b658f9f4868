#include "judge/agreed.h"

/* Where `letter` of a change says nothing, its field does. */
static const char *const fields[] = {
	"measure", "to", "due", "start", "owner", "at-least", "at-most"
};

gf_day
gf_agreed_day(const struct gf_plan *plan, const struct gf_goal *g)
{
	const struct gf_val *items;
	size_t n = gf_goal_list(g, GOAL_AGREED, &items);
	gf_day last = GF_NO_DAY;

	for (size_t i = 0; i < n; i++) {
		const struct gf_rec *r = items[i].u.rec;
		const struct gf_val *day;
		struct gf_str by;

		if (items[i].bad)
			continue;
		day = gf_rec_get(r, AGREED_DATE);
		by = gf_rec_text(r, AGREED_BY);
		if (day == NULL || by.n == 0 || !(g->owner != NULL ?
		    gf_plan_party(plan, by, NULL) == g->owner :
		    gf_str_eq(by, g->owner_text)))
			continue;
		if (day->u.span.first > last)
			last = day->u.span.first;
	}
	return last;
}

/* Whether a change is one of target, date or owner. */
static bool
asks_again(const struct gf_rec *change)
{
	struct gf_str field = gf_rec_text(change, CHANGE_FIELD);
	struct gf_str head = gf_str_cut(&field, '.');
	struct gf_str letter = gf_rec_text(change, CHANGE_LETTER);

	if (head.n == 0)
		return gf_str_eq_fold(letter, GF_STR("m")) ||
		    gf_str_eq_fold(letter, GF_STR("t"));
	for (size_t i = 0; i < GF_LEN(fields); i++)
		if (gf_str_is(head, fields[i]))
			return true;
	return false;
}

const struct gf_rec *
gf_agreed_change(const struct gf_plan *plan, const struct gf_goal *g)
{
	const struct gf_rec *found = NULL;
	const struct gf_val *items;
	gf_day yes = gf_agreed_day(plan, g), last = yes;
	size_t n = gf_goal_list(g, GOAL_CHANGES, &items);

	for (size_t i = 0; yes != GF_NO_DAY && i < n; i++) {
		const struct gf_val *day;

		if (items[i].bad)
			continue;
		day = gf_rec_get(items[i].u.rec, CHANGE_DATE);
		if (day == NULL || day->u.span.first <= yes ||
		    day->u.span.first < last || !asks_again(items[i].u.rec))
			continue;
		found = items[i].u.rec;
		last = day->u.span.first;
	}
	return found;
}
