#include <string.h>

#include "judge/retitle.h"
#include "judge/smart.h"

static const struct gf_fiscal *
fiscal_of(const struct gf_goal *g)
{
	static const struct gf_fiscal none;

	return g->config ? &g->config->calendar.fiscal : &none;
}

static int
year_of(gf_day day)
{
	unsigned month, number;
	int year;

	gf_day_split(day, &year, &month, &number);
	return year;
}

/* Whether a date of a title may mean a day. */
static bool
means(const struct gf_goal *g, const struct gf_moment *m, gf_day day)
{
	struct gf_period span;

	if (!gf_moment_span(m, m->year ? m->year : year_of(day), fiscal_of(g),
	    &span))
		return false;
	return m->before ? day == span.first || day == span.first - 1 :
	    day >= span.first && day <= span.last;
}

/* The date that names the deadline, -1 none, -2 nobody can tell. */
static int
find_moment(const struct gf_title *t, const struct gf_goal *g, gf_day old)
{
	int found = -1;

	for (int i = 0; i < t->nmoments; i++) {
		const struct gf_moment *m = &t->moments[i];
		bool deadline = m->role == GF_MOMENT_DEADLINE;

		if (!deadline && m->role != GF_MOMENT_UNCLEAR)
			continue;
		if (m->relative || m->vague || m->feast || m->ambiguous ||
		    m->impossible) {
			if (deadline)
				return -2;
			continue;
		}
		if (old != GF_NO_DAY && !means(g, m, old))
			continue;
		if (found != -1 || !deadline)
			return -2;
		found = i;
	}
	return found;
}

static const char *const months[] = {
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"
};

/* The number of the month that a word names, 0 none. */
static unsigned
month_of(struct gf_str word)
{
	for (unsigned i = 0; i < GF_LEN(months); i++) {
		struct gf_str name = gf_str(months[i]), part = name;

		part.n = 3;
		if (gf_str_eq_fold(word, name) || gf_str_eq_fold(word, part))
			return i + 1;
	}
	return 0;
}

static const char *
ordinal(unsigned day)
{
	if (day / 10 == 1)
		return "th";
	return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" :
	    day % 10 == 3 ? "rd" : "th";
}

/* What a date is made of, on its way to another. */
struct redate {
	unsigned month, day, part;	/* of the new one */
	int year;
	struct gf_buf out;
	bool year_said, month_said;
	bool ok;
};

static void
put_word(struct redate *r, struct gf_str word)
{
	struct gf_str name;

	if (month_of(word) == 0) {
		gf_buf_str(&r->out, word);
		return;
	}
	name = gf_str(months[r->month - 1]);
	if (word.n == 3 && !gf_str_eq_fold(word, GF_STR("May")))
		name.n = 3;
	r->month_said = true;
	gf_buf_str(&r->out, name);
}

/* A number of up to two digits is a day, one of four a year. */
static void
put_number(struct redate *r, struct gf_str digits, struct gf_str *rest)
{
	if (digits.n == 4) {
		r->year_said = true;
		gf_buf_printf(&r->out, "%d", r->year);
		return;
	}
	if (digits.n > 2 || r->day == 0) {
		r->ok = false;
		return;
	}
	gf_buf_printf(&r->out, "%u", r->day);
	if (rest->n >= 2 && (gf_str_starts(*rest, "st") ||
	    gf_str_starts(*rest, "nd") || gf_str_starts(*rest, "rd") ||
	    gf_str_starts(*rest, "th"))) {
		gf_buf_text(&r->out, ordinal(r->day));
		rest->p += 2;
		rest->n -= 2;
	}
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Take the letters, or the digits, that a text begins with. */
static struct gf_str
take(struct gf_str *s, bool (*is)(char))
{
	struct gf_str word = { s->p, 0 };

	while (word.n < s->n && is(s->p[word.n]))
		word.n++;
	s->p += word.n;
	s->n -= word.n;
	return word;
}

/* Write a date in words anew: 30 June 2026, June 30th, Jun, 2026. */
static void
write_words(struct redate *r, struct gf_str s)
{
	struct gf_str word;

	while (s.n > 0 && r->ok) {
		if ((word = take(&s, letter)).n > 0)
			put_word(r, word);
		else if ((word = take(&s, digit)).n > 0)
			put_number(r, word, &s);
		else {
			gf_buf_byte(&r->out, *s.p++);
			s.n--;
		}
	}
}

/* Q3, H1: a letter and the number of the part of the year. */
static void
write_part(struct redate *r, struct gf_str s)
{
	struct gf_str word;

	while (s.n > 0 && r->ok) {
		if ((s.p[0] == 'Q' || s.p[0] == 'q' || s.p[0] == 'H' ||
		    s.p[0] == 'h') && s.n > 1 && digit(s.p[1]) &&
		    !r->month_said) {
			gf_buf_printf(&r->out, "%c%u", s.p[0], r->part);
			r->month_said = true;
			s.p += 2;
			s.n -= 2;
		} else if ((word = take(&s, digit)).n > 0) {
			r->day = 0;
			put_number(r, word, &s);
		} else {
			gf_buf_byte(&r->out, *s.p++);
			s.n--;
		}
	}
}

/* Whether a day ends the span of its kind: the month, quarter, half, year. */
static bool
ends(gf_day day, unsigned in_months)
{
	unsigned month, number;
	int year;

	gf_day_split(day + 1, &year, &month, &number);
	return number == 1 && (month - 1) % in_months == 0;
}

static unsigned
months_in(unsigned kind)
{
	switch (kind) {
	case GF_PERIOD_MONTH:
		return 1;
	case GF_PERIOD_QUARTER:
		return 3;
	case GF_PERIOD_HALF:
		return 6;
	case GF_PERIOD_YEAR:
		return 12;
	default:
		return 0;
	}
}

/* Write the new day in the words of the old one; false if that cannot be. */
static bool
write_moment(struct redate *r, const struct gf_goal *g,
    const struct gf_moment *m, struct gf_str words, gf_day old, gf_day now)
{
	unsigned span = months_in(m->kind);
	struct gf_buf iso = { 0 };
	bool plain;

	if (m->before || (m->kind != GF_PERIOD_DAY && span == 0) ||
	    (fiscal_of(g)->month != 0 && m->kind == GF_PERIOD_QUARTER))
		return false;
	/* "by September" stays true for a day in the middle, if it was one */
	if (span > 0 && !ends(now, span) && ends(old, span))
		return false;
	gf_day_split(now, &r->year, &r->month, &r->day);
	r->part = span > 0 ? (r->month - 1) / span + 1 : 0;
	plain = words.n == 10 && words.p[4] == '-' && words.p[7] == '-';
	if (plain) {
		gf_day_print(&iso, now);
		gf_buf_str(&r->out, gf_buf_view(&iso));
		gf_buf_release(&iso);
		return true;
	}
	if (m->kind == GF_PERIOD_QUARTER || m->kind == GF_PERIOD_HALF)
		write_part(r, words);
	else
		write_words(r, words);
	if (m->kind != GF_PERIOD_YEAR && !r->month_said)
		return false;
	if (r->year_said || year_of(old) == r->year)
		return r->ok;
	/* March 31, 2027 and 31 March 2027 */
	if (m->kind == GF_PERIOD_DAY && letter(words.p[0]))
		gf_buf_byte(&r->out, ',');
	gf_buf_printf(&r->out, " %d", r->year);
	return r->ok;
}

static bool
same_but_moment(const struct gf_title *a, const struct gf_title *b, int but,
    const struct gf_goal *g, gf_day now)
{
	if (b == NULL || a->nfigures != b->nfigures ||
	    a->nmoments != b->nmoments)
		return false;
	for (int i = 0; i < a->nfigures; i++)
		if (a->figures[i].role != b->figures[i].role ||
		    gf_num_cmp(a->figures[i].num, b->figures[i].num) != 0)
			return false;
	for (int i = 0; i < a->nmoments; i++)
		if (a->moments[i].role != b->moments[i].role ||
		    a->moments[i].kind != b->moments[i].kind)
			return false;
	return means(g, &b->moments[but], now);
}

enum gf_retitle
gf_retitle_date(const struct gf_goal *g, gf_day old,
    const struct gf_period *now, struct gf_arena *arena, struct gf_str *title)
{
	struct gf_str text = title->n > 0 ? *title : gf_goal_text(g,
	    GOAL_TITLE);
	struct gf_str words;
	const struct gf_title *t = gf_title_of(g, text, arena);
	struct redate r = { .ok = true };
	const struct gf_moment *m;
	int i = t != NULL ? find_moment(t, g, old) : -2;
	bool ok;

	if (i == -1)
		return GF_RETITLE_NOT;
	if (i < 0 || now->last == GF_NO_DAY)
		return GF_RETITLE_UNSURE;
	m = &t->moments[i];
	if (means(g, m, now->last) &&
	    (m->year != 0 || year_of(old) == year_of(now->last)))
		return GF_RETITLE_NOT;
	words = (struct gf_str){ text.p + m->off, m->len };
	ok = write_moment(&r, g, m, words, old, now->last);
	if (ok)
		*title = gf_title_put(text, m->off, m->len, gf_buf_view(&r.out), arena);
	gf_buf_release(&r.out);
	return ok && same_but_moment(t, gf_title_of(g, *title, arena), i, g,
	    now->last) ? GF_RETITLE_DONE : GF_RETITLE_UNSURE;
}

bool
gf_title_end(const struct gf_goal *g, gf_day today, struct gf_arena *arena,
    gf_day *end, struct gf_str *text)
{
	const struct gf_title *t = gf_title_of(g, gf_goal_text(g, GOAL_TITLE),
	    arena);
	int i = t != NULL ? find_moment(t, g, GF_NO_DAY) : -1;
	const struct gf_moment *m;
	struct gf_period span;

	if (i < 0)
		return false;
	m = &t->moments[i];
	if (!gf_moment_span(m, m->year ? m->year : year_of(today),
	    fiscal_of(g), &span))
		return false;
	*end = m->before ? span.first - 1 : span.last;
	*text = (struct gf_str){ t->text.p + m->off, m->len };
	return true;
}
