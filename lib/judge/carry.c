#include "judge/carry.h"
#include "judge/rate.h"

/* Percent points are what a change of a percentage is counted in. */
static bool
gives_points(struct gf_str given, struct gf_str unit)
{
	return gf_unit_kind(given) == GF_UNIT_POINTS &&
	    gf_unit_kind(unit) == GF_UNIT_PERCENT;
}

static const struct gf_rec *
rate_of(const struct gf_link *l)
{
	const struct gf_rec *via = gf_rec_sub(l->rec, SUPPORT_VIA);
	const struct gf_val *per = gf_rec_get(via, VIA_PER);

	return per != NULL && per->u.num.m != 0 &&
	    gf_rec_get(via, VIA_GIVES) != NULL ? via : NULL;
}

static bool
via_meets(const struct gf_link *l, const struct gf_rec *via)
{
	struct gf_str gives = gf_val_unit(gf_rec_get(via, VIA_GIVES));
	struct gf_str unit = gf_goal_unit(l->parent);

	return gf_unit_agree(gf_val_unit(gf_rec_get(via, VIA_PER)),
	    gf_goal_unit(l->child)) &&
	    (gf_unit_agree(gives, unit) || gives_points(gives, unit));
}

bool
gf_goal_hands_on(const struct gf_goal *g)
{
	return g->children != NULL && !gf_goal_holds(g) &&
	    gf_goal_measure(g, MEASURE_TO) == NULL;
}

/* A link that says nothing adds up where nothing speaks against it. */
static bool
adds_up(const struct gf_link *l)
{
	int rollup = gf_goal_word(l->parent, GOAL_ROLLUP, -1);
	struct gf_str child, parent;

	if (rollup > ROLLUP_SUM || gf_goal_measure(l->child, MEASURE_TO) == NULL)
		return false;
	child = gf_goal_unit(l->child);
	parent = gf_goal_unit(l->parent);
	if (parent.n == 0 && gf_goal_hands_on(l->parent))
		parent = child;
	if ((child.n == 0) != (parent.n == 0) || !gf_unit_agree(child, parent))
		return false;
	return rollup == ROLLUP_SUM ||
	    (!gf_goal_is_rate(l->child) && !gf_goal_is_rate(l->parent));
}

const struct gf_val *
gf_link_share(const struct gf_link *l)
{
	return gf_rec_get(l->rec, SUPPORT_SHARE);
}

enum gf_carry
gf_link_carry(const struct gf_link *l)
{
	const struct gf_rec *via = rate_of(l);
	int how = l->rec ? gf_rec_word(l->rec, SUPPORT_HOW, -1) : -1;

	if (how == HOW_SUPPORTS ||
	    gf_goal_word(l->parent, GOAL_ROLLUP, -1) == ROLLUP_NONE)
		return GF_CARRY_MEANING;
	if (via != NULL)
		return via_meets(l, via) ? GF_CARRY_SUM : GF_CARRY_UNMET;
	if (how == HOW_CONTRIBUTES || gf_link_share(l) != NULL)
		return gf_unit_agree(gf_goal_unit(l->child),
		    gf_goal_unit(l->parent)) ? GF_CARRY_SUM : GF_CARRY_UNMET;
	return adds_up(l) || (gf_goal_hands_on(l->child) &&
	    gf_goal_word(l->parent, GOAL_ROLLUP, -1) <= ROLLUP_SUM) ?
	    GF_CARRY_SUM : GF_CARRY_MEANING;
}

struct gf_ratio
gf_link_rate(const struct gf_link *l)
{
	const struct gf_val *share = gf_link_share(l);
	const struct gf_rec *via = rate_of(l);
	struct gf_ratio rate = GF_RATIO_ONE;

	if (via != NULL)
		rate = gf_ratio(gf_rec_get(via, VIA_GIVES)->u.num,
		    gf_rec_get(via, VIA_PER)->u.num);
	if (share != NULL)
		rate = gf_ratio_mul(rate, gf_ratio_of(share->u.num));
	return rate;
}
