#include <string.h>

#include "judge/title.h"

const char *
gf_role_name(enum gf_role role)
{
	static const char *const names[] = {
		[GF_ROLE_UNCLEAR] = "unclear", [GF_ROLE_TARGET] = "target",
		[GF_ROLE_BASELINE] = "baseline", [GF_ROLE_DELTA] = "delta",
		[GF_ROLE_POPULATION] = "population",
		[GF_ROLE_BOUND] = "bound", [GF_ROLE_WINDOW] = "window",
		[GF_ROLE_PRICE] = "price", [GF_ROLE_RATE] = "rate"
	};

	return names[role];
}

/*
 * A figure on trial, with what stands before it once small words are passed
 * over.
 */
struct look {
	const struct gf_title *title;
	const struct gf_tokens *t;
	struct gf_figure *f;
	int k;			/* its number */
	int before;		/* the token that decides */
	bool limit;		/* "at least", "under" stood there */
	bool the, ours, one;	/* which article */
	bool plus;
	bool shape;		/* "older than": it limits the noun before */
};

#define IS(look, i, ...) gf_token_among((look)->t, (i), \
    (const char *const[]){ __VA_ARGS__ }, \
    GF_LEN(((const char *const[]){ __VA_ARGS__ })))

/*
 * Take a limit that ends at a token ("at least", "no more than"); how many
 * tokens it has.
 */
static int
limit_at(struct look *l, int i)
{
	uint64_t may = gf_token_may(l->t, i);
	int used = 1;
	bool most;

	if (IS(l, i, ">") && l->k > 0 && l->f[-1].role ==
	    GF_ROLE_BASELINE) {
		return 0;
	} else if (IS(l, i, "<", ">")) {
		most = IS(l, i, "<");
	} else if (IS(l, i, "least", "minimum", "min")) {
		most = false;
		used += IS(l, i - 1, "at");
	} else if (IS(l, i, "most", "maximum", "max")) {
		most = true;
		used += IS(l, i - 1, "at");
	} else if (IS(l, i, "to") && IS(l, i - 1, "up")) {
		most = true;
		used = 2;
	} else if (IS(l, i, "than") && (gf_token_may(l->t, i - 1) &
	    (GF_W_OVER | GF_W_UNDER))) {
		most = (gf_token_may(l->t, i - 1) & GF_W_UNDER) != 0;
		used = 2;
		l->shape = !IS(l, i - 1, "more", "less", "fewer", "higher",
		    "lower");
		if (IS(l, i - 2, "no", "not")) {
			most = !most;
			used = 3;
		}
	} else if ((may & (GF_W_OVER | GF_W_UNDER)) && (may & GF_W_PREP) &&
	    !IS(l, i - 1, "hand", "take", "turn", "carry", "roll", "bring")) {
		most = (may & GF_W_UNDER) != 0;
	} else {
		return 0;
	}
	l->f->side = most ? GF_SIDE_MOST : GF_SIDE_LEAST;
	l->limit = true;
	return used;
}

/* 2.4% -> 3.2%: whether an arrow leads from a figure to the next number. */
static bool
leads_on(const struct look *l)
{
	int i = l->f->nnouns > 0 ? l->f->nouns + l->f->nnouns : l->f->end;

	i += gf_token_is(l->t, i, "-") && gf_token_is(l->t, i + 1, ">");
	return gf_token_is(l->t, i, ">") &&
	    gf_token_at(l->t, i + 1)->kind == GF_TOKEN_NUMBER;
}

static void
look_at(struct look *l)
{
	int *i = &l->before, n;
	uint64_t may;

	for (*i = l->f->first - 1;; *i -= n) {
		may = gf_token_may(l->t, *i);
		n = limit_at(l, *i);
		if (n > 0)
			continue;
		n = 1;
		if (IS(l, *i, "+") && gf_token_at(l->t, *i + 1)->glued &&
		    !gf_token_at(l->t, *i)->glued)
			l->plus = true;
		else if (IS(l, *i, "a", "an"))
			l->one = true;
		else if (*i > 0 && (may & GF_W_ROUND) &&
		    !gf_token_orders(l->t, *i))
			l->f->about = true;
		else if (may & GF_W_WHOLE)
			l->f->whole = true;
		else if (may & GF_W_OURS)
			l->ours = true;
		else if (IS(l, *i, "the", "these", "those", "this"))
			l->the = true;
		else
			return;
	}
}

/* "60 min or less": the limit may follow. */
static void
look_behind(struct look *l)
{
	int i = l->f->end;

	if (!gf_token_is(l->t, i, "or") && l->f->nnouns > 0)
		i = l->f->nouns + l->f->nnouns;
	if (!gf_token_is(l->t, i, "or"))
		return;
	if (IS(l, i + 1, "less", "fewer", "under", "below", "lower",
	    "faster", "sooner", "better"))
		l->f->side = GF_SIDE_MOST;
	if (IS(l, i + 1, "more", "above", "over", "higher"))
		l->f->side = GF_SIDE_LEAST;
	if (gf_token_is(l->t, i + 1, "better"))
		l->f->about = true;
}

/* "a week", "per visit", "/day", "weekly" behind what is counted. */
static bool
rate(const struct look *l)
{
	int i = l->f->nouns + l->f->nnouns;

	for (int at = i > l->f->end ? i - 1 : i; at <= i; at++) {
		if (IS(l, at, "weekly", "daily", "monthly", "quarterly",
		    "yearly", "annually", "hourly", "per"))
			return true;
		if (((gf_token_may(l->t, at) & GF_W_TAIL) || IS(l, at, "/")) &&
		    (gf_token_may(l->t, at + 1) & GF_W_TIME))
			return true;
	}
	return false;
}

static struct gf_figure *
earlier(const struct look *l)
{
	return l->k > 0 ? &l->f[-1] : NULL;
}

/*
 * Whether the figure before ends where this one's lead begins, but for its
 * nouns.
 */
static bool
follows(const struct look *l, int lead)
{
	const struct gf_figure *e = earlier(l);

	return e != NULL && (e->end == lead ||
	    (e->nnouns > 0 && e->nouns + e->nnouns == lead));
}

/*
 * 3 of the 7 hospital groups: what is counted stands behind the second number.
 */
static void
count_of(struct gf_figure *f, const struct gf_figure *all)
{
	f->of = all->num;
	if (f->nnouns > 0)
		return;
	f->nouns = all->nouns;
	f->nnouns = all->nnouns;
	f->noun = all->noun;
}

/* 5 of 7 nights; but 2 of 30 minutes have a length each. */
static bool
days_of(const struct look *l, int lead)
{
	const struct gf_figure *e = earlier(l);

	return e->end == lead && e->family == GF_UNIT_COUNT &&
	    (gf_str_starts(l->f->unit, "day") ||
	    gf_str_starts(l->f->unit, "night") ||
	    gf_str_starts(l->f->unit, "week"));
}

/* "of N": all there are, a size, or the value of a total. */
static enum gf_role
by_of(struct look *l)
{
	int lead = l->before - IS(l, l->before - 1, "out");
	uint64_t may = gf_token_may(l->t, l->before - 1);

	if (follows(l, lead) && l->f->family != GF_UNIT_MONEY &&
	    (l->f->family != GF_UNIT_TIME || days_of(l, lead))) {
		if (earlier(l)->family == GF_UNIT_COUNT ||
		    earlier(l)->family == GF_UNIT_FREE)
			count_of(earlier(l), l->f);
		if (earlier(l)->role == GF_ROLE_UNCLEAR && !l->the)
			earlier(l)->role = GF_ROLE_TARGET;
		return GF_ROLE_POPULATION;
	}
	if (may & GF_W_SUM)
		return GF_ROLE_TARGET;
	/* each of the 40 */
	if (may & GF_W_WHOLE)
		l->f->whole = true;
	return (may & GF_W_GROUP) || l->the || l->ours ?
	    GF_ROLE_POPULATION : GF_ROLE_UNCLEAR;
}

static enum gf_role
by_by(const struct look *l)
{
	bool moves = (l->title->verb & (GF_W_RISE | GF_W_FALL |
	    GF_W_CHANGE)) != 0;

	if (l->f->family == GF_UNIT_PERCENT || l->f->family == GF_UNIT_POINTS)
		return GF_ROLE_DELTA;
	/* used by 40 teams */
	if (gf_token_may(l->t, l->before - 1) & GF_W_PAST)
		return GF_ROLE_UNCLEAR;
	return moves ? GF_ROLE_DELTA : GF_ROLE_UNCLEAR;
}

static enum gf_role
by_from(const struct look *l)
{
	const struct gf_figure *e = earlier(l);
	int i = l->before;

	if (IS(l, i - 1, "up", "down", ",", "(", "-"))
		return GF_ROLE_BASELINE;
	if (gf_token_is(l->t, l->f->end, "to") ||
	    gf_token_is(l->t, l->f->nouns + l->f->nnouns, "to"))
		return GF_ROLE_BASELINE;
	if (e != NULL && e->role == GF_ROLE_TARGET &&
	    (l->f->nnouns == 0 || (e->family == l->f->family &&
	    (e->family != GF_UNIT_FREE || gf_word_same(e->noun, l->f->noun)))))
		return GF_ROLE_BASELINE;
	return (l->title->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE)) &&
	    (l->f->family != GF_UNIT_FREE || IS(l, l->f->end, "by")) ?
	    GF_ROLE_BASELINE : GF_ROLE_UNCLEAR;
}

static enum gf_role
by_to(const struct look *l)
{
	const struct gf_figure *e = earlier(l);

	/* to the 30 customers: to all of them */
	l->f->whole = l->the;
	if (l->the || l->ours)
		return GF_ROLE_POPULATION;
	if (l->f->family != GF_UNIT_FREE)
		return GF_ROLE_TARGET;
	if (e != NULL && e->role == GF_ROLE_BASELINE)
		return GF_ROLE_TARGET;
	return (l->title->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE |
	    GF_W_HOLD)) || gf_token_may(l->t, l->before - 1) & GF_W_SUM ?
	    GF_ROLE_TARGET : GF_ROLE_UNCLEAR;
}

/* "over 2,000 m2" behind a noun limits the noun; else it is the target. */
static enum gf_role
by_limit(const struct look *l)
{
	const struct gf_token *before = gf_token_at(l->t, l->before);
	bool moves = (l->title->verb & (GF_W_RISE | GF_W_FALL | GF_W_CHANGE |
	    GF_W_HOLD)) != 0 || l->title->verb == 0;

	if (IS(l, l->before, "with", "of", "for", "worth", "priced") ||
	    l->shape)
		return GF_ROLE_BOUND;
	if (before->kind != GF_TOKEN_WORD || (before->is & GF_W_STOP) ||
	    gf_token_orders(l->t, l->before))
		return IS(l, l->before, "in", "within") ? GF_ROLE_WINDOW :
		    GF_ROLE_TARGET;
	/* tickets older than 7 days under 50 */
	if (l->k > 0 && l->title->verb == 0 &&
	    earlier(l)->role == GF_ROLE_BOUND &&
	    earlier(l)->end == l->before + 1)
		return GF_ROLE_TARGET;
	if (l->k > 0)
		return before->plural ? GF_ROLE_BOUND : GF_ROLE_UNCLEAR;
	if (moves || l->f->family == GF_UNIT_PERCENT ||
	    l->f->family == GF_UNIT_COUNT)
		return GF_ROLE_TARGET;
	return before->plural ? GF_ROLE_BOUND : GF_ROLE_UNCLEAR;
}

/* What a verb right before the number makes of it. */
static enum gf_role
by_verb(const struct look *l, int i)
{
	uint64_t may = gf_token_may(l->t, i);

	if (l->f->num.m == 0)
		return GF_ROLE_UNCLEAR;
	if ((may & GF_W_CARE) || IS(l, l->before, "after"))
		return GF_ROLE_POPULATION;
	if (IS(l, i, "support", "serve", "coach", "lead", "handle", "help",
	    "assist", "mentor", "treat", "cover"))
		return GF_ROLE_UNCLEAR;
	if (IS(l, i, "raise") && l->f->family == GF_UNIT_MONEY)
		return GF_ROLE_TARGET;
	if ((may & (GF_W_RISE | GF_W_FALL)) && !IS(l, i, "gain", "lose"))
		return l->f->family == GF_UNIT_PERCENT ? GF_ROLE_DELTA :
		    GF_ROLE_UNCLEAR;
	return GF_ROLE_TARGET;
}

/*
 * No preposition: a verb, the head of the title, a list, or a noun stands
 * before.
 */
static enum gf_role
by_place(const struct look *l)
{
	const struct gf_token *b = gf_token_at(l->t, l->before);
	const struct gf_figure *e = earlier(l);
	bool or = gf_token_is(l->t, l->f->end, "or");
	bool said = l->f->nnouns > 0 || l->f->unit.n > 0 || or;

	/* 2 or 3-bed flats */
	if (or && gf_token_at(l->t, l->f->end + 1)->masked)
		return GF_ROLE_UNCLEAR;
	/* cloud bill down 20% */
	if (IS(l, l->before, "up", "down") && (l->f->family ==
	    GF_UNIT_PERCENT || l->f->family == GF_UNIT_POINTS))
		return GF_ROLE_DELTA;
	if (gf_token_orders(l->t, l->before))
		return by_verb(l, l->before);
	if (gf_token_orders(l->t, l->before - 1) && (b->is & (GF_W_PREP |
	    GF_W_MORE) || IS(l, l->before, "new", "back", "away", "together")))
		return by_verb(l, l->before - 1);
	if (IS(l, l->before, "and", "or", "&", ",") && e != NULL &&
	    follows(l, l->before))
		return (enum gf_role)e->role;
	/* 10 partners by June and 20 by December */
	if (IS(l, l->before, "and") && !said && e != NULL &&
	    e->role == GF_ROLE_TARGET)
		return GF_ROLE_TARGET;
	if (b->kind == GF_TOKEN_NONE || IS(l, l->before, ":", ";") || b->dated)
		return said ? GF_ROLE_TARGET : GF_ROLE_UNCLEAR;
	/* Onboard 5 clinics: a first word that no list has, and a plural */
	if (l->before == 0 && b->kind == GF_TOKEN_WORD && l->f->nnouns > 0 &&
	    !(b->is & GF_W_STOP))
		return GF_ROLE_TARGET;
	if (IS(l, l->before, "at") && (l->f->family == GF_UNIT_PERCENT ||
	    ((l->f->family == GF_UNIT_MONEY || l->f->family ==
	    GF_UNIT_TIME) && l->title->verb == 0) ||
	    (l->title->verb & GF_W_HOLD)))
		return GF_ROLE_TARGET;
	if (IS(l, l->before, "between") && (l->title->verb & GF_W_HOLD))
		return GF_ROLE_TARGET;
	if (l->f->family == GF_UNIT_PERCENT && l->k == 0 &&
	    (l->title->verb & GF_W_HOLD))
		return GF_ROLE_TARGET;
	if (l->f->family == GF_UNIT_PERCENT &&
	    (l->title->verb & (GF_W_RISE | GF_W_FALL)))
		return GF_ROLE_UNCLEAR;
	if (b->kind == GF_TOKEN_WORD && !(b->is & GF_W_STOP) && l->k == 0 &&
	    (l->title->verb == 0 || (b->is & GF_W_SUM)) &&
	    !(b->is & GF_W_PAST) && !gf_str_ends(b->text, "ing"))
		return GF_ROLE_TARGET;
	return GF_ROLE_UNCLEAR;
}

static bool
priced(const struct look *l)
{
	const struct gf_figure *e = earlier(l);

	if (l->f->family != GF_UNIT_MONEY)
		return false;
	/* hold opex at 12m: that is the level */
	if (IS(l, l->before, "at") && ((l->title->verb & GF_W_HOLD) ||
	    (l->title->verb == 0 && l->f->nnouns == 0)))
		return false;
	if (IS(l, l->before, "at", "for", "costing", "priced"))
		return true;
	if (l->one || (e != NULL && e->end == l->f->first))
		return l->f->nnouns > 0 || l->one;
	return false;
}

static bool
window(const struct look *l)
{
	if (l->f->family != GF_UNIT_TIME)
		return false;
	return IS(l, l->before, "in", "within", "inside", "after", "for",
	    "every", "over", "last", "past", "next", "first", "previous") ||
	    IS(l, l->f->end, "before", "after", "ahead", "ago", "old");
}

static enum gf_role
decide(struct look *l)
{
	int p = l->before;
	uint64_t may = gf_token_may(l->t, p);

	if (l->f->times)
		return GF_ROLE_DELTA;
	if (leads_on(l))
		return GF_ROLE_BASELINE;
	if (IS(l, l->f->first - 1, ">") && earlier(l) != NULL &&
	    earlier(l)->role == GF_ROLE_BASELINE)
		return GF_ROLE_TARGET;
	if (l->f->whole && !(IS(l, p, "of") && follows(l, p)))
		return GF_ROLE_POPULATION;
	if (IS(l, p, "of"))
		return IS(l, p - 1, "instead") ? GF_ROLE_BASELINE : by_of(l);
	if (IS(l, p, "in", "/") && earlier(l) != NULL &&
	    earlier(l)->end == p && l->f->family != GF_UNIT_TIME &&
	    gf_num_cmp(earlier(l)->num, l->f->num) < 0)
		return by_of(l);
	if (rate(l))
		return GF_ROLE_RATE;
	if (IS(l, p, "by"))
		return by_by(l);
	if (IS(l, p, "from"))
		return by_from(l);
	if (may & GF_W_NOW)
		return GF_ROLE_BASELINE;
	if (gf_token_may(l->t, l->f->end) & GF_W_NOW)
		return GF_ROLE_BASELINE;
	if (window(l))
		return GF_ROLE_WINDOW;
	if ((gf_token_may(l->t, l->f->end) & GF_W_MORE) || l->plus ||
	    IS(l, p, "another", "extra", "additional"))
		return GF_ROLE_DELTA;
	/* sell for 80k in Geneva: no thing that has the price */
	if (l->f->family == GF_UNIT_MONEY && IS(l, p, "for") &&
	    IS(l, p - 1, "sell") && l->k == 0)
		return GF_ROLE_TARGET;
	if (priced(l))
		return GF_ROLE_PRICE;
	if (IS(l, p, "to"))
		return by_to(l);
	if (l->ours)
		return GF_ROLE_POPULATION;
	if (l->limit)
		return by_limit(l);
	return l->the || l->one ? (gf_token_at(l->t, p + 1)->is &
	    GF_W_DET && l->f->first == p + 2 && l->one && l->f->family !=
	    GF_UNIT_MONEY ? by_place(l) : GF_ROLE_UNCLEAR) : by_place(l);
}

void
gf_title_roles(struct gf_title *t)
{
	for (int k = 0; k < t->nfigures; k++) {
		struct look l = { .title = t, .t = &t->tokens,
		    .f = &t->figures[k], .k = k };

		look_at(&l);
		look_behind(&l);
		l.f->role = (uint8_t)decide(&l);
		if (l.f->unsure)
			l.f->role = GF_ROLE_UNCLEAR;
	}
	gf_title_agree(t);
}
