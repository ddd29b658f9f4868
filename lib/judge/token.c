#include <string.h>

#include "base/utf8.h"
#include "judge/token.h"

#define MOST 400		/* tokens of one text */

struct scan {
	struct gf_str s;
	size_t at;
	bool comma;		/* decimal sign */
	const struct gf_lexicon *words;
	struct gf_tokens *out;
	int cap;
};

/* Signs beyond ASCII and what stands for them. */
struct alias {
	uint32_t cp;
	char sign;
};
static const struct alias aliases[] = {
	{ 0xa0, ' ' }, { 0xa2, '$' }, { 0xa3, '$' }, { 0xa5, '$' },
	{ 0xab, '"' }, { 0xb1, '~' }, { 0xb7, ',' }, { 0xbb, '"' },
	{ 0xd7, '*' },
	{ 0x2009, ' ' }, { 0x2010, '-' }, { 0x2011, '-' }, { 0x2012, '-' },
	{ 0x2013, '-' }, { 0x2014, '-' }, { 0x2018, '\'' }, { 0x2019, '\'' },
	{ 0x201c, '"' }, { 0x201d, '"' }, { 0x201e, '"' }, { 0x2022, ',' },
	{ 0x2026, '.' }, { 0x202f, ' ' }, { 0x2030, '%' }, { 0x20a9, '$' },
	{ 0x20ac, '$' }, { 0x20b9, '$' }, { 0x20bd, '$' }, { 0x2192, '>' },
	{ 0x2248, '~' }, { 0x2264, '<' }, { 0x2265, '>' },
};

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static char
fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The sign at a place, 0 if it is a letter or digit; n gets its bytes. */
static char
sign_at(struct gf_str s, size_t at, size_t *n)
{
	uint32_t cp;

	*n = 1;
	if (at >= s.n)
		return ' ';
	if ((unsigned char)s.p[at] < 0x80)
		return letter(s.p[at]) || digit(s.p[at]) ? 0 : s.p[at];
	*n = gf_utf8_next(s.p + at, s.n - at, &cp);
	if (*n == 0) {
		*n = 1;
		return ',';
	}
	for (size_t i = 0; i < GF_LEN(aliases); i++)
		if (aliases[i].cp == cp)
			return aliases[i].sign;
	return 0;
}

static struct gf_token *
push(struct scan *c, size_t from, enum gf_token_kind kind)
{
	struct gf_token *t;
	size_t n;

	if (c->out->n == c->cap) {
		c->out->cut = true;
		c->out->n--;
	}
	t = &c->out->v[c->out->n++];
	*t = (struct gf_token){ .kind = (uint8_t)kind,
	    .text = { c->s.p + from, c->at - from },
	    .glued = from > 0 && c->s.p[from - 1] != ' ' &&
	    c->s.p[from - 1] != '\t' && c->s.p[from - 1] != '\n' };
	/* a no-break space before it is a blank too */
	if (t->glued && from > 1 && (unsigned char)c->s.p[from - 1] >= 0x80) {
		size_t back = from - 1;

		while (back > 0 && ((unsigned char)c->s.p[back] & 0xc0) == 0x80)
			back--;
		t->glued = sign_at(c->s, back, &n) != ' ';
	}
	return t;
}

static size_t
digits_from(struct gf_str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && digit(s.p[at + n]))
		n++;
	return n;
}

/* How a number is written: its separators in the order of their places. */
struct written {
	char seps[24];
	size_t runs[25];	/* digits before and behind each of them */
	size_t n;
};

/*
 * Take digits and what separates them; a plain blank only between two groups or
 * more.
 */
static void
take_number(struct scan *c, struct written *w)
{
	size_t at = c->at, len, next;
	char sep;

	w->n = 0;
	w->runs[0] = digits_from(c->s, at);
	at += w->runs[0];
	while (w->n < sizeof(w->seps)) {
		sep = at < c->s.n ? sign_at(c->s, at, &len) : 0;
		if (sep == 0 || strchr(".,_' ", sep) == NULL)
			break;
		if (sep == ' ' && len > 1)
			sep = '_';
		next = digits_from(c->s, at + len);
		if (next == 0 || (sep == ' ' && (next != 3 ||
		    w->runs[w->n] > 3)))
			break;
		w->seps[w->n++] = sep;
		w->runs[w->n] = next;
		at += len + next;
	}
	c->at = at;
}

static bool
groups(const struct written *w, size_t n)
{
	for (size_t i = 1; i <= n; i++)
		if (w->runs[i] != 3 || w->seps[i - 1] != w->seps[0])
			return false;
	return w->runs[0] >= 1 && w->runs[0] <= 3;
}

/*
 * Which separator is the decimal sign: its number from 0, -1 none; -2 the text
 * is no number; unsure is set where two readings are left.
 */
static int
decimal(const struct written *w, char first, bool comma, bool *unsure)
{
	size_t n = w->n;
	char last = n > 0 ? w->seps[n - 1] : 0;

	if (n == 0)
		return -1;
	if (n > 1 && groups(w, n - 1) && last != w->seps[0] &&
	    (last == '.' || last == ','))
		return (int)n - 1;
	if (n > 1)
		return groups(w, n) ? -1 : -2;
	if (last == '_' || last == '\'')
		return groups(w, 1) ? -1 : -2;
	if (last == ' ') {
		*unsure = true;
		return -1;
	}
	if (w->runs[1] != 3 || w->runs[0] > 3)
		return 0;
	if ((last == ',') != comma)
		return -1;
	*unsure = first != '0';
	return 0;
}

/* The value of the digits with the decimal sign at its place. */
static bool
value_of(struct gf_str s, int point, struct gf_num *num)
{
	int seps = 0, places = 0;
	bool behind = false;

	*num = GF_NUM(0);
	for (size_t i = 0; i < s.n; i++) {
		if (digit(s.p[i])) {
			if (num->m > INT64_C(10000000000000) || places == 6)
				return false;
			num->m = num->m * 10 + (s.p[i] - '0');
			places += behind;
		} else if ((unsigned char)s.p[i] < 0x80 ||
		    ((unsigned char)s.p[i] & 0xc0) == 0xc0) {
			behind = seps++ == point;
		}
	}
	num->places = (uint8_t)places;
	while (num->places > 0 && num->m % 10 == 0) {
		num->m /= 10;
		num->places--;
	}
	return true;
}

/* The letters glued to a number that make it larger, 0 if they do not. */
static int64_t
larger(struct gf_str s, bool money)
{
	static const struct {
		const char *text;
		int64_t by;
	} rows[] = {
		{ "k", 1000 }, { "K", 1000 }, { "M", 1000000 },
		{ "bn", 1000000000 }, { "Bn", 1000000000 },
		{ "BN", 1000000000 }, { "mn", 1000000 }, { "mio", 1000000 },
		{ "Mio", 1000000 }, { "MM", 1000000 }, { "mm", 1000000 },
		{ "m", 1000000 }, { "B", 1000000000 }, { "b", 1000000000 },
	};
	size_t n = money ? GF_LEN(rows) : GF_LEN(rows) - 4;

	for (size_t i = 0; i < n; i++)
		if (gf_str_is(s, rows[i].text))
			return rows[i].by;
	return 0;
}

static struct gf_str
letters_at(const struct scan *c)
{
	size_t n = 0;

	while (c->at + n < c->s.n && letter(c->s.p[c->at + n]))
		n++;
	return (struct gf_str){ c->s.p + c->at, n };
}

/* The letters and digits from here on. */
static void
take_code(struct scan *c)
{
	size_t n;

	while (c->at < c->s.n && sign_at(c->s, c->at, &n) == 0)
		c->at += (unsigned char)c->s.p[c->at] < 0x80 ? 1 : n;
}

static bool
ordinal(struct gf_str s)
{
	return s.n == 2 && (gf_str_eq_fold(s, GF_STR("st")) ||
	    gf_str_eq_fold(s, GF_STR("nd")) ||
	    gf_str_eq_fold(s, GF_STR("rd")) || gf_str_eq_fold(s, GF_STR("th")));
}

static void
scan_number(struct scan *c)
{
	const struct gf_token *before;
	size_t from = c->at, len;
	struct written w;
	struct gf_token *t;
	struct gf_str tail;
	bool unsure = false, money;
	int point;
	int64_t by;

	before = c->out->n ? &c->out->v[c->out->n - 1] : &gf_no_token;
	money = before->sign == '$' || (before->is & GF_W_MONEY);
	take_number(c, &w);
	len = c->at;
	point = decimal(&w, c->s.p[from], c->comma, &unsure);
	tail = letters_at(c);
	by = larger(tail, money);
	if (by == 0 && tail.n > 0 && !ordinal(tail)) {
		const struct gf_word *word = gf_lexicon_find(c->words,
		    tail);

		/* 5G and 3D are names, 5 g and 3 d amounts */
		if (word == NULL || (tail.n == 1 && tail.p[0] <= 'Z') ||
		    !(word->is & (GF_W_TIME | GF_W_UNIT |
		    GF_W_TIMES | GF_W_MONEY | GF_W_NUMBER))) {
			take_code(c);
			push(c, from, GF_TOKEN_CODE);
			return;
		}
		tail.n = 0;
	}
	c->at += tail.n;
	t = push(c, from, GF_TOKEN_NUMBER);
	t->ordinal = tail.n > 0 && by == 0;
	t->unsure = unsure;
	if (point == -2 || !value_of((struct gf_str){ c->s.p + from,
	    len - from }, point, &t->num) ||
	    !gf_num_mul(t->num, GF_NUM(by ? by : 1), &t->num))
		t->masked = true;
}

static void
scan_word(struct scan *c)
{
	const struct gf_word *word;
	size_t from = c->at, n;
	struct gf_token *t;
	bool code = false;
	char sign, first = c->s.p[from];

	for (;;) {
		while (c->at < c->s.n && letter(c->s.p[c->at]))
			c->at++;
		if (c->at == c->s.n)
			break;
		sign = sign_at(c->s, c->at, &n);
		if (sign == '\'' && c->at + n < c->s.n &&
		    letter(c->s.p[c->at + n])) {
			c->at += n;
			continue;
		}
		if (sign != 0)
			break;
		if (digit(c->s.p[c->at])) {
			/* EUR40k is money and a number */
			word = gf_lexicon_find(c->words, (struct gf_str){
			    c->s.p + from, c->at - from });
			if (word != NULL && (word->is & GF_W_MONEY))
				break;
			code = true;
		}
		c->at += n;
	}
	t = push(c, from, code ? GF_TOKEN_CODE : GF_TOKEN_WORD);
	t->capital = (first >= 'A' && first <= 'Z') ||
	    ((unsigned char)first == 0xc3 && t->text.n > 1 &&
	    (unsigned char)t->text.p[1] < 0x9f);
	n = t->text.n;
	if (n > 2 && gf_str_ends(t->text, "'s"))
		t->text.n = n -= 2;
	t->plural = n > 3 && t->text.p[n - 1] == 's' &&
	    strchr("siu", t->text.p[n - 2]) == NULL;
	word = gf_lexicon_find(c->words, t->text);
	if (word != NULL) {
		t->is = word->is;
		t->value = word->value;
	} else if (t->kind == GF_TOKEN_WORD) {
		t->is = gf_word_participle(t->text);
	}
}

struct gf_tokens
gf_tokens_read(struct gf_str s, bool comma, const struct gf_lexicon *words,
    struct gf_arena *arena)
{
	struct gf_tokens out = { 0 };
	struct scan c = { .s = s, .comma = comma, .words = words,
	    .out = &out };
	size_t n, from;
	char sign;

	c.cap = s.n + 1 > MOST ? MOST : (int)s.n + 1;
	out.v = gf_arena_take(arena, (size_t)c.cap * sizeof(*out.v));
	while (c.at < s.n && !out.cut) {
		from = c.at;
		sign = sign_at(s, c.at, &n);
		if (sign == 0) {
			if (digit(s.p[c.at]))
				scan_number(&c);
			else
				scan_word(&c);
			continue;
		}
		c.at += n;
		if (sign != ' ' && sign != '\t' && sign != '\n' && sign != '\r')
			push(&c, from, GF_TOKEN_SIGN)->sign = sign;
	}
	return out;
}

bool
gf_token_spells(const struct gf_token *t, const char *word)
{
	for (size_t k = 0; k < t->text.n; k++)
		if (fold(t->text.p[k]) != word[k])
			return false;
	return word[t->text.n] == '\0';
}

bool
gf_token_among(const struct gf_tokens *t, int i, const char *const *words,
    size_t n)
{
	const struct gf_token *at = gf_token_at(t, i);
	char first = at->text.n > 0 ? (char)(at->text.p[0] | 0x20) : 0;

	if (at->kind == GF_TOKEN_SIGN) {
		for (size_t w = 0; w < n; w++)
			if (words[w][0] == at->sign && words[w][1] == '\0')
				return true;
		return false;
	}
	for (size_t w = 0; first != 0 && w < n; w++)
		if ((words[w][0] | 0x20) == first &&
		    gf_token_spells(at, words[w]))
			return true;
	return false;
}
