#include "base/def.h"
#include "judge/answer.h"
#include "judge/same.h"
#include "judge/word.h"

static const char *const numbers[] = {
	"quota", "quotas", "target", "targets", "number", "numbers", "kpi",
	"kpis", "percent", "percentage", "share", "market", "revenue",
	"turnover", "sales", "plan", "budget", "growth", "margin", "profit",
	"goal", "goals", "figure", "figures", "result", "results", "score",
	"arr", "hit", "reach", "make", "meet", "achieve", "beat", "exceed",
	"okr", "okrs", "volume", "units", "k", "m", "bn", "eur", "usd", "gbp",
	NULL
};

static const char *const pays[] = {
	"pay", "pays", "paid", "salary", "bonus", "bonuses", "commission",
	"commissions", "raise", "rise", "money", "cash", "income", "wage",
	"wages", "earn", "earnings", "earning", "payout", "premium", "rich",
	"promotion", "compensation", "check", "cheque", "paycheck", NULL
};

/* Say nothing beside such a word. */
static const char *const fillers[] = {
	"i", "me", "my", "we", "us", "our", "you", "your", "it", "its", "im",
	"id", "ill", "will", "would", "can", "could", "want", "have", "has",
	"get", "gets", "getting", "more", "higher", "better", "bigger",
	"big", "good", "nice", "much", "some", "lot", "lots", "just", "only",
	"simply", "so", "be", "being", "do", "full", "whole", "end", "year",
	"quarter", "month", "this", "next", "every", "extra", "really",
	"because", "that", "there", "their", "his", "her", "is", "are",
	"was", "am", "ok", "well", "hitting", "making", "reaching", NULL
};

static const char *const chiefs[] = {
	"boss", "bosses", "manager", "managers", "management", "hq",
	"headquarters", "company", "board", "ceo", "chief", "director",
	"leadership", "head", "they", "quota", "plan", "she", "he",
	NULL
};

static const char *const wishes[] = {
	"want", "wants", "wanted", "say", "says", "said", "told", "tell",
	"tells", "ask", "asks", "asked", "require", "requires", "required",
	"expect", "expects", "expected", "demand", "demands", "demanded",
	"decided", "decides", "insist", "insists", "ordered", "orders",
	"assigned", NULL
};

/* What the law or safety asks for is a reason. */
static const char *const lawful[] = {
	"law", "laws", "legal", "legally", "regulation", "regulations",
	"regulator", "safety", "safe", "gdpr", "licence", "license", "court",
	"compliance", "audit", NULL
};

static const char *const orders[] = {
	"i have to", "we have to", "i must", "we must", "i need to",
	"i had to", "its my job", "it is my job", "thats my job",
	"that is my job", "im supposed to", "i am supposed to", "i was told",
	"we were told", "because i should", "i should", "its required",
	"it is required", "no choice", "i have no choice", "its an order",
	"my job", "orders", "from above", "it was decided", "it was assigned",
	NULL
};

static const char *const unknowns[] = {
	"i dont know", "i do not know", "dont know", "do not know", "no idea",
	"i have no idea", "not sure", "im not sure", "i am not sure", "dunno",
	"i dunno", "idk", "unsure", "hard to say", "pass", "skip", "no clue",
	"i dont know yet", "not sure yet", "keine ahnung", "weiss nicht",
	"ich weiss nicht", "ich weiss es nicht", NULL
};

static const char *const sames[] = {
	"same", "the same", "same as before", "the same as before",
	"same as above", "as before", "as above", "see above", "same again",
	"same thing", "the same thing",
	"ditto", "dito", "same answer", "the same answer", "nothing else",
	"thats it", "that is it", "nothing more", NULL
};

static bool
is_figure(struct gf_str s)
{
	const struct gf_word *w;

	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '%')
			return true;
	w = gf_word_find(s);
	return w != NULL && (w->is & (GF_W_NUMBER | GF_W_TIMES)) != 0;
}

static bool
says_nothing(struct gf_str s)
{
	const struct gf_word *w = gf_word_find(s);

	return (w != NULL && (w->is & (GF_W_STOP | GF_W_TIME)) != 0) ||
	    gf_words_any(s, fillers);
}

/*
 * Whether all that means something is in a list or a figure; a noun directly
 * behind a figure is what it counts.
 */
static bool
nothing_but(const struct gf_words *w, const char *const *list)
{
	bool any = false, counted = false;

	for (size_t i = 0; i < w->n; i++) {
		bool figure = is_figure(w->v[i]);

		if (figure || gf_words_any(w->v[i], list)) {
			any = true;
		} else if (!says_nothing(w->v[i])) {
			if (i == 0 || counted || !is_figure(w->v[i - 1]))
				return false;
			counted = true;
		}
	}
	return any;
}

/* Whether some words stand in a text, whole. */
static bool
holds(const struct gf_words *w, const char *words)
{
	struct gf_str rest = w->text;
	size_t n = strlen(words), at = 0;

	while ((at = gf_str_find(rest, words)) < rest.n) {
		bool begins = at == 0 ? rest.p == w->text.p ||
		    rest.p[-1] == ' ' : rest.p[at - 1] == ' ';

		if (begins && (at + n == rest.n || rest.p[at + n] == ' '))
			return true;
		rest.p += at + 1;
		rest.n -= at + 1;
	}
	return false;
}

static bool
is_order(const struct gf_words *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (gf_words_any(w->v[i], lawful))
			return false;
	for (size_t i = 0; i + 1 < w->n; i++)
		if (gf_words_any(w->v[i], chiefs) &&
		    gf_words_any(w->v[i + 1], wishes))
			return true;
	for (const char *const *o = orders; *o != NULL; o++)
		if (holds(w, *o) && w->n <= 6)
			return true;
	return false;
}

enum gf_answer
gf_answer_kind(struct gf_str s, struct gf_arena *arena)
{
	struct gf_words w = gf_words_read(s, arena);

	if ((w.n == 0 && gf_str_find(s, "?") < s.n) ||
	    gf_words_any(w.text, unknowns))
		return GF_ANSWER_UNKNOWN;
	if (gf_words_any(w.text, sames))
		return GF_ANSWER_SAME;
	if (is_order(&w))
		return GF_ANSWER_ORDER;
	if (nothing_but(&w, pays))
		return nothing_but(&w, numbers) ? GF_ANSWER_NUMBER :
		    GF_ANSWER_PAY;
	return nothing_but(&w, numbers) ? GF_ANSWER_NUMBER : GF_ANSWER_PLAIN;
}

const char *
gf_answer_name(enum gf_answer a)
{
	switch (a) {
	case GF_ANSWER_NUMBER: return "a number";
	case GF_ANSWER_PAY: return "pay";
	case GF_ANSWER_ORDER: return "an order";
	default: return NULL;
	}
}

bool
gf_answer_two(struct gf_str s, struct gf_str *first, struct gf_str *second,
    struct gf_arena *arena)
{
	static const char *const joints[] = { ";", " and also ", " and " };

	for (size_t i = 0; i < GF_LEN(joints); i++) {
		size_t at = gf_str_find(s, joints[i]);
		size_t end = at + strlen(joints[i]);

		if (at == s.n)
			continue;
		*first = gf_str_trim((struct gf_str){ s.p, at });
		*second = gf_str_trim((struct gf_str){ s.p + end, s.n - end });
		if (gf_words_read(*first, arena).n >= 2 &&
		    gf_words_read(*second, arena).n >= 2)
			return true;
	}
	return false;
}

/* Whether a word may tell somebody what to do. */
static bool
is_verb(struct gf_str s)
{
	const struct gf_word *w = gf_word_find(s);

	return w != NULL && (w->is & GF_W_DOING) != 0 &&
	    (w->is & (GF_W_STOP | GF_W_PAST)) == 0;
}

/* Whether a verb's object begins here, or its sentence ends. */
static bool
opens_object(const struct gf_words *w, size_t i)
{
	const struct gf_word *k;

	if (i >= w->n || is_figure(w->v[i]) || gf_words_any(w->v[i], fillers))
		return true;
	k = gf_word_find(w->v[i]);
	return k != NULL && (k->is & (GF_W_STOP | GF_W_DET | GF_W_OURS |
	    GF_W_WHOLE)) != 0;
}

bool
gf_actions_several(struct gf_str s, struct gf_arena *arena)
{
	static const char *const joints[] = { "and", "then", "or", NULL };
	struct gf_words w = gf_words_read(s, arena);

	for (size_t i = 1; i + 1 < w.n; i++) {
		size_t next = i + 1;

		if (!gf_words_any(w.v[i], joints))
			continue;
		if (next < w.n && gf_str_is(w.v[next], "then"))
			next++;
		if (next < w.n && is_verb(w.v[next]) &&
		    opens_object(&w, next + 1))
			return true;
	}
	return gf_str_find(s, ";") < s.n;
}

bool
gf_actions_row(struct gf_str s, struct gf_arena *arena)
{
	struct gf_words w = gf_words_read(s, arena);
	bool second = holds(&w, "then") || holds(&w, "second") ||
	    holds(&w, "afterwards") || holds(&w, "after that");

	return (w.n > 2 && (gf_str_is(w.v[0], "first") ||
	    gf_str_is(w.v[0], "1")) && (second || holds(&w, "2"))) ||
	    holds(&w, "and then") || holds(&w, "after that");
}
