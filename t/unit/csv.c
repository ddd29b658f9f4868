/* Comma-separated values as RFC 4180 has them. */
#include "base/csv.h"
#include "tap.h"

/* The records of a text: fields in <>, records by line, "! LINE WHY" at last. */
static const struct {
	const char *what, *text, *want;
} rows[] = {
	{ "records", "a,b\nc,d\n", "1<a><b>\n2<c><d>\n" },
	{ "CRLF, and no end", "a,b\r\nc,d", "1<a><b>\n2<c><d>\n" },
	{ "a byte order mark", "\xef\xbb\xbf" "a\n", "1<a>\n" },
	{ "empty fields", ",\n,\n", "1<><>\n2<><>\n" },
	{ "an empty field at the end", "a,", "1<a><>\n" },
	{ "quotes", "\"a,b\",\"c\"\"d\"\n", "1<a,b><c\"d>\n" },
	{ "a line end in quotes", "\"a\r\nb\",c\nd,e\n",
	    "1<a\r\nb><c>\n3<d><e>\n" },
	{ "commas in quotes of the first record", "\",,,\"\n\",\"\n",
	    "1<,,,>\n2<,>\n" },
	{ "blanks belong to the field", " a , b\n", "1< a >< b>\n" },
	{ "nothing", "", "" },
	{ "an empty line is a record of one", "a\n\nb\n", "1<a>\n2<>\n3<b>\n" },
	{ "too few", "a,b\nc\n", "1<a><b>\n! 2 a record has not as many "
	    "fields as the first\n" },
	{ "too many", "a\nb,c\n", "1<a>\n! 2 a record has not as many "
	    "fields as the first\n" },
	{ "a quote inside", "a\"b\n", "! 1 a quote stands inside a field "
	    "without quotes\n" },
	{ "an open quote", "a\n\"b\n", "1<a>\n! 2 a quote is never closed\n" },
	{ "behind a quote", "\"a\"b\n", "! 1 something follows a closed "
	    "quote\n" },
	{ "a lone CR", "a\rb\n", "! 1 a line ends in a lone carriage "
	    "return\n" },
};

int
main(void)
{
	struct tap t = { 0 };

	for (size_t i = 0; i < GF_LEN(rows); i++) {
		struct gf_arena arena = { 0 };
		struct gf_buf b = { 0 };
		struct gf_csv csv;
		struct gf_str *f;

		gf_csv_init(&csv, gf_str(rows[i].text));
		while (gf_csv_next(&csv, &f, &arena)) {
			gf_buf_printf(&b, "%u", csv.line);
			for (size_t k = 0; k < csv.nfields; k++)
				gf_buf_printf(&b, "<%.*s>", (int)f[k].n,
				    f[k].p);
			gf_buf_byte(&b, '\n');
		}
		if (csv.why != NULL)
			gf_buf_printf(&b, "! %u %s\n", csv.line, csv.why);
		tap_text(&t, gf_buf_view(&b), rows[i].want, rows[i].what);
		gf_buf_release(&b);
		gf_arena_release(&arena);
	}
	return tap_done(&t);
}
