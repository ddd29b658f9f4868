#include <string.h>

#include "judge/smart.h"

static bool
upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
wordly(char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' &&
	    (c | 0x20) <= 'z') || (unsigned char)c >= 0x80;
}

/* Whether the bytes from a place on are a whole word. */
static bool
word_at(struct gf_str s, size_t at, size_t n)
{
	return (at == 0 || !wordly(s.p[at - 1])) &&
	    (at + n >= s.n || !wordly(s.p[at + n]));
}

static bool
begins(struct gf_str s, size_t at, const char *text)
{
	struct gf_str rest = { s.p + at, s.n - at };

	return gf_str_starts(rest, text);
}

/* Whether a word stands right before a place: no TODO, every TODO. */
static bool
behind_count(struct gf_str s, size_t at)
{
	static const char *const words[] = {
		"no ", "zero ", "every ", "all ", "each ", "last ", "a ",
		"any ", "open ", "old ", "the "
	};

	for (size_t i = 0; i < GF_LEN(words); i++) {
		size_t n = strlen(words[i]);

		if (at >= n && gf_str_eq_fold((struct gf_str){ s.p + at - n,
		    n }, gf_str(words[i])) && (at == n || s.p[at - n - 1] ==
		    ' '))
			return true;
	}
	return at > 1 && s.p[at - 1] == ' ' && s.p[at - 2] >= '0' &&
	    s.p[at - 2] <= '9';
}

/* TBD, TBC, TODO as a word; but a TODO list is a thing. */
static size_t
to_be_done(struct gf_str s, size_t at)
{
	static const char *const words[] = { "TBD", "TBC", "TODO", "FIXME" };
	static const char *const things[] = {
		" app", " list", " comment", " item", " tag", " marker", "s",
		" note", " label"
	};

	for (size_t i = 0; i < GF_LEN(words); i++) {
		size_t n = strlen(words[i]);
		bool mark = strchr("OI", words[i][1]) != NULL;

		if (!begins(s, at, words[i]) || (!word_at(s, at, n) &&
		    !(mark && begins(s, at + n, "s"))))
			continue;
		if (mark && behind_count(s, at))
			return 0;
		for (size_t k = 0; k < GF_LEN(things); k++)
			if (mark && begins(s, at + n, things[k]))
				return 0;
		return n;
	}
	return 0;
}

/*
 * Whether the word before a place begins with a capital and is not the first.
 */
static bool
behind_name(struct gf_str s, size_t at)
{
	size_t end = at, from;

	while (end > 0 && s.p[end - 1] == ' ')
		end--;
	from = end;
	while (from > 0 && wordly(s.p[from - 1]))
		from--;
	return from > 0 && from < end && upper(s.p[from]);
}

/* XX, XXX: no Roman number behind a name, no size. */
static size_t
crosses(struct gf_str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == 'X')
		n++;
	return n >= 2 && word_at(s, at, n) && !behind_name(s, at) &&
	    (n > 2 || s.n > n) ? n : 0;
}

/* $N, N%, X %: a letter where a number belongs. */
static size_t
letter_amount(struct gf_str s, size_t at)
{
	static const char *const before[] = {
		"$", "\xe2\x82\xac", "\xc2\xa3"
	};
	size_t behind = at + 1;

	if (at >= s.n || strchr("NXYZ", s.p[at]) == NULL ||
	    !word_at(s, at, 1))
		return 0;
	if (behind < s.n && s.p[behind] == ' ')
		behind++;
	if (behind < s.n && s.p[behind] == '%')
		return behind + 1 - at;
	for (size_t i = 0; i < GF_LEN(before); i++) {
		size_t n = strlen(before[i]);

		if (at >= n && begins(s, at - n, before[i]))
			return 1;
	}
	return 0;
}

/* from X to Y; but from A to Z and from D to B are said of real things. */
static size_t
from_to(struct gf_str s, size_t at)
{
	size_t n = strlen("from X to Y");

	if (at + n > s.n || !begins(s, at, "from ") ||
	    !begins(s, at + 6, " to ") || !word_at(s, at, n))
		return 0;
	return strchr("XN", s.p[at + 5]) != NULL &&
	    strchr("YMZX", s.p[at + 10]) != NULL ? n : 0;
}

/* <name>, <...>: but no address, no comparison, no tag of a web page. */
static size_t
bracketed(struct gf_str s, size_t at)
{
	static const char *const tags[] = {
		"a", "b", "i", "p", "br", "h1", "h2", "h3", "img", "div",
		"span", "table", "head", "body", "html", "meta", "form",
		"input", "button", "script", "style", "link", "iframe",
		"font", "marquee", "blink", "center", "svg", "video", "nav"
	};
	size_t n = 1;

	for (size_t i = 0; i < GF_LEN(tags); i++)
		if (begins(s, at + 1, tags[i]) && at + 1 + strlen(tags[i]) <
		    s.n && s.p[at + 1 + strlen(tags[i])] == '>')
			return 0;
	if (s.p[at] != '<' || at + 2 >= s.n || (!wordly(s.p[at + 1]) &&
	    s.p[at + 1] != '.') || (s.p[at + 1] >= '0' && s.p[at + 1] <= '9'))
		return 0;
	while (at + n < s.n && s.p[at + n] != '>') {
		if (strchr("@:/<=", s.p[at + n]) != NULL || n > 40)
			return 0;
		n++;
	}
	return at + n < s.n ? n + 1 : 0;
}

static size_t
repeated(struct gf_str s, size_t at, char c)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == c)
		n++;
	return n >= 3 ? n : 0;
}

/* Bytes that a placeholder can begin with. */
static const bool begin[256] = {
	['T'] = true, ['F'] = true, ['X'] = true, ['N'] = true, ['Y'] = true,
	['Z'] = true, ['f'] = true, ['<'] = true, ['?'] = true, ['_'] = true
};

size_t
gf_placeholder(struct gf_str s, size_t *at)
{
	struct gf_str all;
	size_t n = 0;

	/* short of blanks, "tbd" and "todo" are short */
	if (s.n > 0 && ((unsigned char)s.p[0] <= ' ' ||
	    (s.p[0] | 0x20) == 't')) {
		all = gf_str_trim(s);
		*at = 0;
		if (all.n <= 4 && (gf_str_eq_fold(all, GF_STR("tbd")) ||
		    gf_str_eq_fold(all, GF_STR("tbc")) ||
		    gf_str_eq_fold(all, GF_STR("todo"))))
			return s.n;
	}
	for (size_t i = 0; i < s.n; i++) {
		if (!begin[(unsigned char)s.p[i]])
			continue;
		switch (s.p[i]) {
		case 'T': case 'F':
			n = to_be_done(s, i);
			break;
		case 'X':
			n = crosses(s, i);
			if (n == 0)
				n = letter_amount(s, i);
			break;
		case 'N': case 'Y': case 'Z':
			n = letter_amount(s, i);
			break;
		case 'f':
			n = from_to(s, i);
			break;
		case '<':
			n = bracketed(s, i);
			break;
		case '?': case '_':
			n = repeated(s, i, s.p[i]);
			break;
		default:
			break;
		}
		if (n > 0) {
			*at = i;
			return n;
		}
	}
	return 0;
}

struct hunt {
	struct gf_case *c;
	const struct gf_check *check;
};

/* Whether the hole is where the amount belongs. */
static bool
is_amount(struct gf_case *c, const struct gf_val *v)
{
	return v == gf_goal_measure(c->goal, MEASURE_METRIC) ||
	    v == gf_goal_measure(c->goal, MEASURE_SOURCE) ||
	    (v == gf_goal_get(c->goal, GOAL_TITLE) &&
	    !gf_measure_there(c->goal));
}

static void
look(void *ctx, const struct gf_field *field, const struct gf_val *v)
{
	struct hunt *h = ctx;
	struct gf_str s = gf_val_text(v);
	size_t at, n = gf_placeholder(s, &at);
	struct gf_finding *f;

	if (n == 0)
		return;
	f = gf_case_say(h->c, h->check, v, "'%.*s' is a placeholder", (int)n,
	    s.p + at);
	/* M01 leaves the word to this one */
	if (is_amount(h->c, v) || (v->bad && field->type == GF_T_QTY))
		f->letters = "SM";
}

static void
unfinished(struct gf_case *c, const struct gf_check *check)
{
	/* a number or date that was understood holds none */
	static const uint64_t texts = UINT64_C(1) << GF_T_TEXT |
	    UINT64_C(1) << GF_T_ID | UINT64_C(1) << GF_T_OWNER;
	struct hunt h = { c, check };

	gf_rec_each(c->goal->rec, texts, look, &h);
	gf_rec_each(c->goal->half, texts, look, &h);
}

static const struct gf_judgement rows[] = {
	{ .check = { .id = "S01", .name = "bare-title", .level = GF_WARNING,
	    .letters = "S",
	    .about = "a title of one or two words, or of words that fit any "
	    "goal, and no measure",
	    .ask = "What would a new colleague begin with, from this line "
	    "alone?",
	    .why = "Requirement standards ask that a sentence can be "
	    "understood by itself (ISO/IEC/IEEE 29148); in a list of forty "
	    "goals the title is all that most people read",
	    .bad = "title: Newsletter",
	    .good = "title: Newsletter read by 800 members a month by June",
	    .fix = "say what of which, or fill in measure; an event with a "
	    "name (Pass CPA part 2) is enough (thresholds.title-words)" },
	    .on = GF_ON_OPEN, .goal = gf_judge_bare },
	{ .check = { .id = "S07", .name = "bundle", .level = GF_WARNING,
	    .letters = "S",
	    .about = "two outcomes in one title",
	    .ask = "If you could have only one of them this quarter, which?",
	    .why = "Requirement guides want one imperative in a sentence; "
	    "of two goals in one nobody can say how far it is",
	    .bad = "title: Hire a cook and repaint the hall by May",
	    .good = "two goals that support a third: Hire a cook by May; "
	    "Repaint the hall by May",
	    .fix = "make two goals; verbs that share one object (recruit and "
	    "train 4 fitters) are one, and nouns joined by \"and\" are let "
	    "alone" },
	    .on = GF_ON_OPEN, .goal = gf_judge_bundle },
	{ .check = { .id = "S09", .name = "placeholder", .level = GF_ERROR,
	    .letters = "S",
	    .about = "a value still holds TBD, XX, N% or <...>",
	    .ask = "Who can tell you what belongs in this place?",
	    .why = "About 6 in 100 public OKR lines still carry one; a goal "
	    "with a hole in it cannot be agreed on",
	    .bad = "title: Train <N> drivers by May",
	    .good = "title: Train 9 drivers by May",
	    .fix = "write the value, or set status: draft until it is known; "
	    "Generation X, Roman numbers behind a name and from A to Z are "
	    "left alone" },
	    .on = GF_ON_OPEN, .goal = unfinished },
};
const struct gf_catalog gf_smart_s = { rows, GF_LEN(rows) };
