/* Whether two sentences say the same, and what kind of answer one is. */
#include "judge/answer.h"
#include "judge/same.h"
#include "tap.h"

static const struct {
	const char *a, *b;
	enum gf_sameness same;
} pairs[] = {
	{ "A flat", "a flat", GF_SAME_YES },
	{ "A flat", "The flat.", GF_SAME_YES },
	{ "a flat", "flats", GF_SAME_YES },
	{ "My family", "my families", GF_SAME_YES },
	{ "stopping", "to stop", GF_SAME_NEAR },
	{ "I don't worry", "I dont worry!", GF_SAME_YES },
	{ "don\xe2\x80\x99t", "don't", GF_SAME_YES },
	{ "Caf\xc3\xa9", "CAFE\xcc\x81", GF_SAME_YES },
	{ "Caf\xc3\xa9", "Cafe", GF_SAME_NOT },
	{ "Ti\xe1\xba\xbfng", "Tie\xcc\x82\xcc\x81ng", GF_SAME_YES },
	{ "\xc3\x9c" "ber alles", "u\xcc\x88" "ber  ALLES", GF_SAME_YES },
	{ "Stra\xc3\x9f" "e", "STRASSE", GF_SAME_YES },
	{ "\xef\xbc\xa6\xef\xbd\x8c\xef\xbd\x81\xef\xbd\x94", "flat",
	    GF_SAME_YES },
	{ "\xea\xb0\x80\xec\xa1\xb1", "\xe1\x84\x80\xe1\x85\xa1\xe1\x84\x8c"
	    "\xe1\x85\xa9\xe1\x86\xa8", GF_SAME_YES },
	{ "\xe3\x81\x8c", "\xe3\x81\x8b\xe3\x82\x99", GF_SAME_YES },
	{ "\xd0\x99\xd0\x9e\xd0\x94", "\xd0\xb8\xcc\x86\xd0\xbe\xd0\xb4",
	    GF_SAME_YES },
	{ "More time with the twins", "more time for the twins",
	    GF_SAME_NEAR },
	{ "More time with the twins", "More tiem with teh twins",
	    GF_SAME_NEAR },
	{ "Save 3 weeks", "Save 4 weeks", GF_SAME_NOT },
	{ "I have time", "I have no time", GF_SAME_NEAR },
	{ "The bonus", "The flat in Kassel", GF_SAME_NOT },
	{ "", "", GF_SAME_NOT }, { "...", "!", GF_SAME_NOT },
	{ "a", "the", GF_SAME_NOT },
};

static const struct {
	const char *text;
	enum gf_answer kind;
} answers[] = {
	{ "My mother is not alone any more", GF_ANSWER_PLAIN },
	{ "The bonus of this half year is the deposit", GF_ANSWER_PLAIN },
	{ "Save 3 hours for my daughter", GF_ANSWER_PLAIN },
	{ "required by law", GF_ANSWER_PLAIN },
	{ "100k", GF_ANSWER_NUMBER }, { "120 % of quota", GF_ANSWER_NUMBER },
	{ "11 clinics", GF_ANSWER_NUMBER },
	{ "Hit the target", GF_ANSWER_NUMBER },
	{ "more market share", GF_ANSWER_NUMBER },
	{ "a bonus", GF_ANSWER_PAY }, { "More money!", GF_ANSWER_PAY },
	{ "I get a raise of 5 %", GF_ANSWER_PAY },
	{ "My boss wants it", GF_ANSWER_ORDER },
	{ "HQ said so", GF_ANSWER_ORDER }, { "I have to", GF_ANSWER_ORDER },
	{ "It's my job", GF_ANSWER_ORDER },
	{ "I don\xe2\x80\x99t know", GF_ANSWER_UNKNOWN },
	{ "?", GF_ANSWER_UNKNOWN }, { "no idea.", GF_ANSWER_UNKNOWN },
	{ "Same.", GF_ANSWER_SAME }, { "the same as before", GF_ANSWER_SAME },
	{ "the same garden as my mother", GF_ANSWER_PLAIN },
};

static const struct {
	const char *text;
	bool several, row;
} actions[] = {
	{ "Call Ed", false, false },
	{ "Call Ed and write the offer", true, false },
	{ "Call Moss and Daughters", false, false },
	{ "Send the price and the date", false, false },
	{ "Write to the two eye practices in Kassel", false, false },
	{ "First draw the list, then call the names", true, true },
	{ "Draw the list and then call", true, true },
	{ "Draw it; call", true, false },
};

int
main(void)
{
	struct gf_arena arena = { 0 };
	struct gf_str first, second;
	struct tap t = { 0 };

	for (size_t i = 0; i < GF_LEN(pairs); i++) {
		struct gf_str a = gf_str(pairs[i].a), b = gf_str(pairs[i].b);

		tap_ok(&t, gf_same(a, b, &arena) == pairs[i].same &&
		    gf_same(b, a, &arena) == pairs[i].same,
		    "'%s' and '%s' are %d", pairs[i].a, pairs[i].b,
		    (int)gf_same(a, b, &arena));
	}
	for (size_t i = 0; i < GF_LEN(answers); i++) {
		enum gf_answer kind = gf_answer_kind(gf_str(answers[i].text),
		    &arena);

		tap_ok(&t, kind == answers[i].kind, "'%s' is %d", answers[i].text,
		    (int)kind);
	}
	for (size_t i = 0; i < GF_LEN(actions); i++) {
		struct gf_str s = gf_str(actions[i].text);

		tap_ok(&t, gf_actions_several(s, &arena) == actions[i].several &&
		    gf_actions_row(s, &arena) == actions[i].row, "'%s'",
		    actions[i].text);
	}
	tap_ok(&t, gf_answer_two(GF_STR("A flat and my own key"), &first, &second,
	    &arena) && gf_str_is(first, "A flat") &&
	    gf_str_is(second, "my own key"), "two answers");
	tap_ok(&t, !gf_answer_two(GF_STR("Bread and butter"), &first, &second,
	    &arena), "one answer");
	for (size_t i = 1; i < gf_ncomposed; i++)
		if (gf_composed[i - 1].letter >= gf_composed[i].letter)
			tap_ok(&t, false, "the table is sorted at %zu", i);
	gf_arena_release(&arena);
	return tap_done(&t);
}
