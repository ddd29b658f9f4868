/* Exact decimals: what is a number, and sums at the edge of 64 bits. */
#include <locale.h>

#include "base/num.h"
#include "tap.h"

#define BIG INT64_MAX

static const struct {
	const char *text, *plain;	/* NULL: no number */
} texts[] = {
	{ "24", "24" }, { "0", "0" }, { "-0", "0" }, { "+5", "5" },
	{ "-12.50", "-12.5" }, { "0.4", "0.4" }, { "0.000001", "0.000001" },
	{ "1_200_000", "1200000" }, { "1,200,000", "1200000" },
	{ "1,200.5", "1200.5" }, { "12,345", "12345" },
	{ "999999999999999", "999999999999999" },
	{ "-999999999999999", "-999999999999999" },
	{ "123456789.123456", "123456789.123456" },
	{ "1.0", "1" }, { "100", "100" }, { "0.0", "0" }, { "1.200", "1.2" },
	{ "", NULL }, { "-", NULL }, { "+", NULL }, { ".", NULL },
	{ ".5", NULL }, { "5.", NULL }, { "1.2.3", NULL }, { "--5", NULL },
	{ "1,5", NULL }, { "1,50", NULL }, { "1,2000", NULL },
	{ "1200,000", NULL }, { "1,200,00", NULL }, { ",200", NULL },
	{ "1,,200", NULL }, { "1,200_000", NULL }, { "1_2", NULL },
	{ "0,123", NULL }, { "1.234,567", NULL }, { "1,200,", NULL },
	{ "1e3", NULL }, { "1E3", NULL }, { "0x1F", NULL }, { "010", NULL },
	{ "-010", NULL }, { "00", NULL }, { "0o17", NULL }, { "0b1", NULL },
	{ "1000000000000000", NULL }, { "1.1234567", NULL },
	{ "1234567890.123456", NULL }, { "inf", NULL }, { "NaN", NULL },
	{ ".inf", NULL }, { "1 000", NULL }, { " 1", NULL }, { "1 ", NULL },
	{ "12:30:45", NULL }, { "\xd9\xa1", NULL }, { "\xe2\x88\x92""5", NULL },
	{ "99999999999999999999999999999999", NULL },
};

static void
parse(struct tap *t, const char *locale)
{
	struct gf_buf b = { 0 };
	struct gf_num n;
	const char *why;
	bool ok;

	if (setlocale(LC_ALL, locale) == NULL) {
		tap_ok(t, true, "numbers under %s # SKIP no such locale",
		    locale);
		return;
	}
	for (size_t i = 0; i < GF_LEN(texts); i++) {
		gf_buf_clear(&b);
		why = NULL;
		ok = gf_num_parse(gf_str(texts[i].text), &n, &why);
		if (ok)
			gf_num_print(&b, n);
		if (texts[i].plain != NULL)
			ok = ok && gf_str_is(gf_buf_view(&b), texts[i].plain);
		else
			ok = !ok && why != NULL;
		tap_ok(t, ok, "%s: '%s' is %s", locale, texts[i].text,
		    texts[i].plain ? texts[i].plain : "no number");
	}
	gf_buf_release(&b);
	setlocale(LC_ALL, "C");
}

static void
printed(struct tap *t, struct gf_num n, const char *want)
{
	struct gf_buf b = { 0 };

	gf_num_print(&b, n);
	tap_text(t, gf_buf_view(&b), want, want);
	gf_buf_release(&b);
}

static struct gf_num
num(const char *text)
{
	struct gf_num n = { 0, 0 };
	const char *why;

	gf_num_parse(gf_str(text), &n, &why);
	return n;
}

static void
sums(struct tap *t)
{
	struct gf_num r;

	tap_ok(t, gf_num_add(num("0.1"), num("0.2"), &r) &&
	    gf_num_cmp(r, num("0.3")) == 0, "0.1 + 0.2 is 0.3");
	tap_ok(t, gf_num_sub(num("1"), num("0.000001"), &r) &&
	    gf_num_cmp(r, num("0.999999")) == 0, "1 - 0.000001");
	tap_ok(t, !gf_num_add(GF_NUM(BIG), GF_NUM(1), &r), "sum overflows");
	tap_ok(t, !gf_num_sub(GF_NUM(-BIG), GF_NUM(2), &r),
	    "difference overflows");
	tap_ok(t, gf_num_add(GF_NUM(BIG - 1), GF_NUM(1), &r) && r.m == BIG,
	    "the greatest sum");
	tap_ok(t, gf_num_mul(num("120"), num("0.015"), &r) &&
	    gf_num_cmp(r, num("1.8")) == 0, "120 x 0.015 is 1.8");
	tap_ok(t, !gf_num_mul(GF_NUM(BIG), GF_NUM(2), &r), "product overflows");
	tap_ok(t, gf_num_mul(GF_NUM(BIG), GF_NUM(-1), &r) && r.m == -BIG,
	    "the least product");
	tap_ok(t, gf_num_mul((struct gf_num){ 5, 18 },
	    (struct gf_num){ 2, 1 }, &r) && r.m == 1 && r.places == 18,
	    "19 places that end in a nought are 18");
	tap_ok(t, !gf_num_mul((struct gf_num){ 1, 18 },
	    (struct gf_num){ 1, 1 }, &r), "19 places are too many");
}

static const struct {
	const char *a, *b;
	unsigned places;
	const char *want;
} quotients[] = {
	{ "1", "3", 6, "0.333333" }, { "2", "3", 6, "0.666667" },
	{ "-2", "3", 6, "-0.666667" }, { "1", "-3", 6, "-0.333333" },
	{ "1", "8", 2, "0.12" }, { "3", "8", 2, "0.38" },
	{ "-1", "8", 2, "-0.12" }, { "5", "2", 0, "2" },
	{ "7", "2", 0, "4" }, { "10800", "365", 6, "29.589041" },
	{ "999999999999999", "0.000001", 0, NULL },
	{ "1", "0", 6, NULL }, { "0", "5", 6, "0" },
	{ "0.000001", "999999999999999", 6, "0" },
	{ "999999999.999999", "0.1", 6, "9999999999.99999" },
};

static void
divide(struct tap *t)
{
	struct gf_num r;

	for (size_t i = 0; i < GF_LEN(quotients); i++) {
		bool ok = gf_num_div(num(quotients[i].a), num(quotients[i].b),
		    quotients[i].places, &r);
		bool want = quotients[i].want != NULL;

		/* 999999999999999 / 0.000001 is 999999999999999000000 */
		tap_ok(t, ok == want && (!ok ||
		    gf_num_cmp(r, num(quotients[i].want)) == 0),
		    "%s / %s is %s", quotients[i].a, quotients[i].b,
		    want ? quotients[i].want : "refused");
	}
	tap_ok(t, gf_num_div(GF_NUM(BIG), GF_NUM(1), 18, &r) && r.m == BIG,
	    "the greatest number by one");
	tap_ok(t, gf_num_div((struct gf_num){ BIG, 18 },
	    (struct gf_num){ BIG, 0 }, 18, &r) && r.m == 1 && r.places == 18,
	    "the deepest quotient");
	tap_int(t, gf_num_round(num("2.5"), 0).m, 2, "2.5 to the even 2");
	tap_int(t, gf_num_round(num("3.5"), 0).m, 4, "3.5 to the even 4");
	tap_int(t, gf_num_round(num("-2.51"), 0).m, -3, "-2.51 to -3");
	tap_int(t, gf_num_round(num("2.5"), 3).places, 1,
	    "no places are added");
}

static void
order(struct tap *t)
{
	struct gf_num deep = { BIG, 18 }, big = GF_NUM(BIG);

	tap_ok(t, gf_num_cmp(num("1.5"), num("1.50")) == 0, "1.5 = 1.50");
	tap_ok(t, gf_num_cmp(num("-1"), num("0.1")) < 0, "-1 < 0.1");
	tap_ok(t, gf_num_cmp(big, deep) > 0, "great against deep");
	tap_ok(t, gf_num_cmp(GF_NUM(INT64_MIN), big) < 0, "least < greatest");
	tap_ok(t, gf_num_ratio_cmp(GF_NUM(1), GF_NUM(3), num("0.333333"),
	    GF_NUM(1)) > 0, "1/3 > 0.333333");
	tap_ok(t, gf_num_ratio_cmp(GF_NUM(2), GF_NUM(6), GF_NUM(1),
	    GF_NUM(3)) == 0, "2/6 = 1/3");
	tap_ok(t, gf_num_ratio_cmp(GF_NUM(-1), GF_NUM(3), GF_NUM(-1),
	    GF_NUM(2)) > 0, "-1/3 > -1/2");
	tap_ok(t, gf_num_ratio_cmp(GF_NUM(-1), GF_NUM(3), GF_NUM(0),
	    GF_NUM(2)) < 0, "-1/3 < 0");
	tap_ok(t, gf_num_ratio_cmp(big, deep, GF_NUM(BIG - 1), deep) > 0,
	    "ratios beyond 64 bits");
	tap_ok(t, gf_num_ratio_cmp(deep, big, deep, GF_NUM(BIG - 1)) < 0,
	    "ratios below 18 places");
	tap_ok(t, gf_num_whole(num("12.0")) && !gf_num_whole(num("12.5")),
	    "whole or not");
}

int
main(void)
{
	struct tap t = { 0 };

	parse(&t, "C");
	parse(&t, "C.UTF-8");
	parse(&t, "tr_TR.UTF-8");
	parse(&t, "de_DE.UTF-8");
	printed(&t, GF_NUM(INT64_MIN), "-9223372036854775808");
	printed(&t, (struct gf_num){ 1, 18 }, "0.000000000000000001");
	printed(&t, (struct gf_num){ -5, 2 }, "-0.05");
	printed(&t, (struct gf_num){ BIG, 18 }, "9.223372036854775807");
	sums(&t);
	divide(&t);
	order(&t);
	return tap_done(&t);
}
