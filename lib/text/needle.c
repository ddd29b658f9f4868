#include <string.h>

#include "base/utf8.h"
#include "text/needle.h"

#define DEPTH 32		/* of groups */

/*
 * Patterns are read as far as words and alternatives go; before anything else
 * the whole pattern is given up, and then it is tried on every text.
 */
struct reader {
	struct gf_str s;
	size_t at;
	unsigned depth;
	bool odd;		/* something that is not known here */
};

static void alternatives(struct reader *, struct gf_needles *);

/* The number of a letter, -1 if it is none. */
static int
letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (c | 0x20) - 'a' : -1;
}

static bool
next_is(const struct reader *r, const char *text)
{
	return gf_str_starts((struct gf_str){ r->s.p + r->at,
	    r->s.n - r->at }, text);
}

/* Go behind a character, which must come. */
static void
behind(struct reader *r, char c)
{
	const char *at = r->at < r->s.n ? memchr(r->s.p + r->at, c,
	    r->s.n - r->at) : NULL;

	r->odd = r->odd || at == NULL;
	r->at = at != NULL ? (size_t)(at - r->s.p) + 1 : r->s.n;
}

static void
bracket(struct reader *r)
{
	r->at += 1 + (next_is(r, "[^"));
	if (r->at < r->s.n && r->s.p[r->at] == ']')
		r->at++;
	while (r->at < r->s.n && r->s.p[r->at] != ']') {
		/* [:alpha:] and its kin */
		r->odd = r->odd || r->s.p[r->at] == '[';
		r->at += r->s.p[r->at] == '\\' ? 2 : 1;
	}
	r->at++;
}

/* What stands behind a backslash; true if it has no width. */
static bool
escape(struct reader *r)
{
	char c = r->at + 1 < r->s.n ? r->s.p[r->at + 1] : 0;

	r->at += 2;
	if (c == 'p' || c == 'P') {
		if (next_is(r, "{"))
			behind(r, '}');
		else
			r->odd = true;
		return false;
	}
	if (c == 'b' || c == 'B')
		return true;
	/* a sign, or a class of characters */
	r->odd = r->odd || c <= ' ' || (c >= '0' && c <= '9') ||
	    (letter(c) >= 0 && strchr("wWdDsS", c) == NULL);
	return false;
}

/* Whether a quantifier follows; *none says that it may stand for nothing. */
static bool
repeats(struct reader *r, bool *none)
{
	char c = r->at < r->s.n ? r->s.p[r->at] : 0;

	*none = c == '?' || c == '*';
	if (c == '{') {
		*none = next_is(r, "{0");
		r->odd = r->odd || r->at + 1 >= r->s.n ||
		    r->s.p[r->at + 1] < '0' || r->s.p[r->at + 1] > '9';
		behind(r, '}');
	} else if (*none || c == '+') {
		r->at++;
	} else {
		return false;
	}
	if (next_is(r, "?") || next_is(r, "+"))
		r->at++;
	return true;
}

/* How seldom a letter is: those of every other word tell little. */
static int
rare(int l)
{
	return strchr("etaoinsrhl", 'a' + l) == NULL;
}

/* The most telling three letters of a word, if there are so many. */
static void
take_word(struct gf_needles *best, const int *word, size_t n)
{
	int most = -1;

	if (n < 3 || best->n == 1)
		return;
	for (size_t i = 0; i + 3 <= n; i++) {
		int seldom = rare(word[i]) + rare(word[i + 1]) +
		    rare(word[i + 2]);

		if (seldom <= most)
			continue;
		most = seldom;
		best->v[0] = (uint16_t)((word[i] * 26 + word[i + 1]) * 26 +
		    word[i + 2]);
	}
	best->n = 1;
}

/* A group; true if what stands in it must be there. */
static bool
group(struct reader *r, struct gf_needles *in)
{
	static const char *const look[] = { "(?=", "(?!", "(?<=", "(?<!" };
	bool around = false;

	in->n = 0;
	if (next_is(r, "(?i)")) {
		r->at += 4;
		return false;
	}
	for (size_t i = 0; i < GF_LEN(look); i++)
		around = around || next_is(r, look[i]);
	if (next_is(r, "(?:") || next_is(r, "(?|"))
		r->at += 3;
	else if (around)
		r->at += next_is(r, "(?<") ? 4 : 3;
	else if (next_is(r, "(?<"))
		behind(r, '>');
	else if (next_is(r, "(?") || next_is(r, "(*"))
		r->odd = true;
	else
		r->at++;
	r->odd = r->odd || r->depth == DEPTH;
	r->depth++;
	if (!r->odd)
		alternatives(r, in);
	r->depth--;
	r->at++;
	return !around;
}

/* The parts of one alternative: the one with the fewest needles speaks. */
static void
sequence(struct reader *r, struct gf_needles *best)
{
	struct gf_needles in;
	int word[64];
	size_t n = 0;
	bool none;

	best->n = 0;
	while (!r->odd && r->at < r->s.n && r->s.p[r->at] != '|' &&
	    r->s.p[r->at] != ')') {
		char c = r->s.p[r->at];

		if (letter(c) >= 0 && n < GF_LEN(word)) {
			word[n++] = letter(c);
			r->at++;
			if (!repeats(r, &none))
				continue;
			n--;
		} else if (c == '^' || c == '$' || (c == '\\' && escape(r))) {
			r->at += c != '\\';
			continue;
		} else if (c == '(') {
			bool must = group(r, &in);

			if (!repeats(r, &none) || !none)
				if (must && in.n > 0 &&
				    (best->n == 0 || in.n < best->n))
					*best = in;
		} else {
			if (c == '[')
				bracket(r);
			else if (c != '\\')
				r->at++;
			repeats(r, &none);
		}
		take_word(best, word, n);
		n = 0;
	}
	take_word(best, word, n);
}

/* All alternatives up to the end of the group: each must have needles. */
static void
alternatives(struct reader *r, struct gf_needles *all)
{
	struct gf_needles one;
	bool known = true;

	all->n = 0;
	for (;;) {
		sequence(r, &one);
		known = known && one.n > 0 && all->n + one.n <= GF_NEEDLES;
		for (size_t i = 0; known && i < one.n; i++)
			all->v[all->n++] = one.v[i];
		if (r->odd || r->at >= r->s.n || r->s.p[r->at] != '|')
			break;
		r->at++;
	}
	if (!known)
		all->n = 0;
}

void
gf_needles_find(struct gf_needles *needles, struct gf_str pattern)
{
	struct reader r = { .s = pattern };

	alternatives(&r, needles);
	if (r.odd || r.at != pattern.n)
		needles->n = 0;
}

void
gf_hay_read(struct gf_hay *hay, struct gf_str text)
{
	unsigned last = 0, pair = 0, triple;
	size_t len = 0;

	memset(hay->set, 0, sizeof(hay->set));
	hay->text = text;
	hay->plain = gf_utf8_plain(text);
	for (size_t i = 0; i < text.n; i++) {
		int l = letter(text.p[i]);

		if (l < 0) {
			len = 0;
			continue;
		}
		triple = pair * 26 + (unsigned)l;
		pair = last * 26 + (unsigned)l;
		last = (unsigned)l;
		if (++len >= 3)
			hay->set[triple / 64] |= UINT64_C(1) << triple % 64;
	}
}

bool
gf_hay_may(const struct gf_hay *hay, const struct gf_needles *needles)
{
	for (size_t i = 0; i < needles->n; i++)
		if (hay->set[needles->v[i] / 64] >> needles->v[i] % 64 & 1)
			return true;
	/* letters beyond ASCII may be forms of those within */
	return needles->n == 0 || !hay->plain;
}
