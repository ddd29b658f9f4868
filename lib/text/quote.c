#include <string.h>

#include "base/utf8.h"
#include "text/quote.h"

/* Words that YAML 1.1 or 1.2 takes for something else, in lower case. */
static const char *const words[] = {
	"~", "null", "true", "false", "yes", "no", "on", "off", "y", "n",
	"=", "<<", ".inf", "+.inf", "-.inf", ".nan"
};

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How many bytes of a set stand at the beginning. */
static size_t
run(struct gf_str s, const char *set)
{
	size_t i = 0;

	while (i < s.n && s.p[i] != '\0' && strchr(set, s.p[i]) != NULL)
		i++;
	return i;
}

static struct gf_str
from(struct gf_str s, size_t n)
{
	return (struct gf_str){ s.p + n, s.n - n };
}

/*
 * 12, 010, 0x1F, 0b1, 0o7, 1_000, 1.5, .5, 5., 1e3 and 12:30:45.5 after a sign.
 */
static bool
numeric(struct gf_str s)
{
	size_t n;

	if (s.n > 0 && (s.p[0] == '+' || s.p[0] == '-'))
		s = from(s, 1);
	if (s.n == 0 || (!digit(s.p[0]) && s.p[0] != '.'))
		return false;
	if (s.n > 2 && s.p[0] == '0' && strchr("xob", s.p[1]) != NULL)
		return run(s, "0123456789abcdefABCDEF_xo") == s.n;
	n = run(s, "0123456789_:");
	if (n < s.n && s.p[n] == '.')
		n += 1 + run(from(s, n + 1), "0123456789_");
	if (n == 1 && s.p[0] == '.')
		return false;
	if (n < s.n && (s.p[n] == 'e' || s.p[n] == 'E')) {
		n++;
		if (n < s.n && (s.p[n] == '+' || s.p[n] == '-'))
			n++;
		n += run(from(s, n), "0123456789");
	}
	return n == s.n;
}

/* 2024-01-15, also with a time behind it. */
static bool
dated(struct gf_str s)
{
	size_t y = run(s, "0123456789"), m, d;
	struct gf_str rest;

	if (y != 4 || s.n < 8 || s.p[4] != '-')
		return false;
	m = run(from(s, 5), "0123456789");
	if (m < 1 || m > 2 || 5 + m >= s.n || s.p[5 + m] != '-')
		return false;
	d = run(from(s, 6 + m), "0123456789");
	if (d < 1 || d > 2)
		return false;
	rest = from(s, 6 + m + d);
	return rest.n == 0 || strchr("Tt \t", rest.p[0]) != NULL;
}

bool
gf_plain_typed(struct gf_str s)
{
	if (s.n == 0)
		return true;
	for (size_t i = 0; i < GF_LEN(words); i++)
		if (gf_str_eq_fold(s, gf_str(words[i])))
			return true;
	return numeric(s) || dated(s);
}

/* What hides or turns the text around it is written as an escape. */
static bool
printable(uint32_t cp)
{
	return !(cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0x2028 ||
	    cp == 0x2029 || (cp >= 0x202a && cp <= 0x202e) ||
	    (cp >= 0x2066 && cp <= 0x2069) || cp == 0xfeff || cp == 0xfffe ||
	    cp == 0xffff);
}

bool
gf_text_printable(struct gf_str s)
{
	uint32_t cp = 0;
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		len = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (len == 0 || (!printable(cp) && cp != '\t' && cp != '\n'))
			return false;
	}
	return true;
}

bool
gf_text_ok(struct gf_str s)
{
	uint32_t cp = 0;
	size_t len;

	for (size_t i = 0; i < s.n; i += len) {
		len = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (len == 0 || cp == 0)
			return false;
	}
	return true;
}

static bool
has(struct gf_str s, const char *set)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\0' && strchr(set, s.p[i]) != NULL)
			return true;
	return false;
}

/* Whether a first byte, and what follows it, begins a plain scalar. */
static bool
begins_plain(struct gf_str s)
{
	char next = s.n > 1 ? s.p[1] : ' ';

	if (strchr(",[]{}#&*!|>'\"%@`?: ", s.p[0]) != NULL)
		return false;
	if (s.p[0] == '-' && strchr(" ,[]{}", next) != NULL)
		return false;
	return s.n < 3 || (memcmp(s.p, "---", 3) != 0 &&
	    memcmp(s.p, "...", 3) != 0) || (s.n > 3 && s.p[3] != ' ');
}

/*
 * Whether the syntax lets a text stand plain, whatever it is taken for; some
 * readers of YAML 1.1 take any '?' in flow style for the mark of a key.
 */
static bool
plain_fits(struct gf_str s, bool flow)
{
	if (s.n == 0 || has(s, "\t\n") || !gf_text_printable(s) ||
	    !begins_plain(s) || s.p[s.n - 1] == ' ' || s.p[s.n - 1] == ':')
		return false;
	if (flow && has(s, ",?[]{}"))
		return false;
	for (size_t i = 0; i + 1 < s.n; i++) {
		if (s.p[i] == ':' && s.p[i + 1] == ' ')
			return false;
		if (s.p[i] == ' ' && s.p[i + 1] == '#')
			return false;
	}
	return true;
}

bool
gf_plain_ok(struct gf_str s, bool flow)
{
	return plain_fits(s, flow) && !gf_plain_typed(s);
}

static void
put_single(struct gf_buf *b, struct gf_str s)
{
	gf_buf_byte(b, '\'');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			gf_buf_byte(b, '\'');
		gf_buf_byte(b, s.p[i]);
	}
	gf_buf_byte(b, '\'');
}

static void
put_escape(struct gf_buf *b, uint32_t cp)
{
	static const struct {
		uint32_t cp;
		char letter;
	} short_forms[] = {
		{ '\n', 'n' }, { '\t', 't' }, { '\r', 'r' }, { 0x1b, 'e' },
		{ '"', '"' }, { '\\', '\\' }
	};

	for (size_t i = 0; i < GF_LEN(short_forms); i++)
		if (short_forms[i].cp == cp) {
			gf_buf_byte(b, '\\');
			gf_buf_byte(b, short_forms[i].letter);
			return;
		}
	gf_buf_printf(b, cp < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)cp);
}

static void
put_double(struct gf_buf *b, struct gf_str s)
{
	uint32_t cp = 0;
	size_t len;

	gf_buf_byte(b, '"');
	for (size_t i = 0; i < s.n; i += len) {
		len = gf_utf8_next(s.p + i, s.n - i, &cp);
		if (len == 0) {
			len = 1;
			gf_buf_text(b, "\\ufffd");
		} else if (cp == '"' || cp == '\\' || !printable(cp)) {
			put_escape(b, cp);
		} else {
			gf_buf_add(b, s.p + i, len);
		}
	}
	gf_buf_byte(b, '"');
}

void
gf_quote(struct gf_buf *b, struct gf_str s, enum gf_style want, bool flow,
    bool bare)
{
	bool clean = gf_text_printable(s) && !has(s, "\t\n");

	if (want != GF_SINGLE && want != GF_DOUBLE &&
	    plain_fits(s, flow) && (bare || !gf_plain_typed(s)))
		gf_buf_str(b, s);
	else if (clean && want != GF_DOUBLE &&
	    (want == GF_SINGLE || !has(s, "'")))
		put_single(b, s);
	else
		put_double(b, s);
}
