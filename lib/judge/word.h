/* judge/word.h: the words that a title is read by. */
#ifndef GF_WORD_H
#define GF_WORD_H

#include "base/str.h"

/* What a word may be; several at once. */
#define GF_W_STOP	(1ULL << 0)	/* ends a noun phrase */
#define GF_W_DET	(1ULL << 1)	/* the, a, this */
#define GF_W_WHOLE	(1ULL << 2)	/* all, every, each */
#define GF_W_OURS	(1ULL << 3)	/* our, my, their */
#define GF_W_BY		(1ULL << 4)	/* before a date: a deadline */
#define GF_W_IN		(1ULL << 5)	/* before a period: a deadline */
#define GF_W_ON		(1ULL << 6)	/* on, at */
#define GF_W_SINCE	(1ULL << 7)	/* before a date: a beginning */
#define GF_W_MONTH	(1ULL << 8)	/* value 1 to 12 */
#define GF_W_WEEKDAY	(1ULL << 9)
#define GF_W_SEASON	(1ULL << 10)	/* summer, Christmas */
#define GF_W_TIME	(1ULL << 11)	/* day, weeks, h */
#define GF_W_NUMBER	(1ULL << 12)	/* two, dozen, million: value */
#define GF_W_TIMES	(1ULL << 13)	/* double, halve: value in hundredths */
#define GF_W_MONEY	(1ULL << 14)	/* EUR, dollars */
#define GF_W_UNIT	(1ULL << 15)	/* percent, kg */
#define GF_W_LABEL	(1ULL << 16)	/* level 3, phase 2: a name */
#define GF_W_ROUND	(1ULL << 17)	/* about, nearly */
#define GF_W_SOFT	(1ULL << 18)	/* soon, asap */
#define GF_W_THING	(1ULL << 19)	/* named by a date: list, show */
#define GF_W_GONE	(1ULL << 20)	/* lost, expiring */
#define GF_W_NEXT	(1ULL << 21)	/* this, next, coming */
#define GF_W_RISE	(1ULL << 22)	/* verbs */
#define GF_W_FALL	(1ULL << 23)
#define GF_W_HOLD	(1ULL << 24)
#define GF_W_CHANGE	(1ULL << 25)	/* improve, change: either way */
#define GF_W_EVENT	(1ULL << 26)	/* done or not: sign, pass */
#define GF_W_MAKE	(1ULL << 27)	/* done if said what: build, write */
#define GF_W_CARE	(1ULL << 28)	/* manage, look after */
#define GF_W_VERB	(1ULL << 29)	/* any other */
#define GF_W_SOFTNOUN	(1ULL << 30)	/* culture, mindset */
#define GF_W_PROOF	(1ULL << 31)	/* certificate, exam */
#define GF_W_NOW	(1ULL << 32)	/* now, currently, was */
#define GF_W_PROPER	(1ULL << 33)	/* only with a capital: May, Sun */
#define GF_W_OVER	(1ULL << 34)	/* over, above, more */
#define GF_W_UNDER	(1ULL << 35)	/* under, below, less */
#define GF_W_EDGE	(1ULL << 36)	/* end, close, mid */
#define GF_W_PREP	(1ULL << 37)
#define GF_W_MORE	(1ULL << 38)	/* more, extra, fewer behind a number */
#define GF_W_SUM	(1ULL << 39)	/* total of, score of */
#define GF_W_GROUP	(1ULL << 40)	/* team of, sample of */
#define GF_W_TAIL	(1ULL << 41)	/* a week, per */
#define GF_W_PAST	(1ULL << 42)	/* a participle: a state */
#define GF_W_SHARE	(1ULL << 43)	/* half, third, quarter */
#define GF_W_DATE	(1ULL << 45)	/* first, fiscal, eoy */
#define GF_W_EASES	(1ULL << 44)	/* "when it improves" */
#define GF_W_SOFTADJ	(1ULL << 46)	/* strong, great */
#define GF_W_SOFTVERB	(1ULL << 47)	/* focus, explore: without an end */
#define GF_W_VAGUE	(1ULL << 48)	/* some, various: which ones? */
#define GF_W_OFTEN	(1ULL << 49)	/* weekly, daily */
#define GF_W_STATE	(1ULL << 50)	/* open, live, ready */
#define GF_W_WHEN	(1ULL << 51)	/* when, once */
#define GF_W_PUTOFF	(1ULL << 52)	/* begins a phrase such as "in due course" */
#define GF_W_FOREIGN	(1ULL << 53)	/* no English word */
#define GF_W_ALSO	(1ULL << 54)	/* a noun too: a verb only before its object */
#define GF_W_MILD	(1ULL << 55)	/* says little, but may be part of a name: fair */
#define GF_W_OBJECT	(1ULL << 56)	/* is there or not: ramp, desk, nurse */
#define GF_W_TOPIC	(1ULL << 57)	/* a field of work: marketing, logistics */

#define GF_W_DOING (GF_W_RISE | GF_W_FALL | GF_W_HOLD | GF_W_CHANGE | \
	GF_W_EVENT | GF_W_MAKE | GF_W_CARE | GF_W_VERB)

struct gf_word {
	const char *text;	/* lower case */
	uint64_t is;		/* GF_W_... */
	int16_t value;
};

/* A table of words, sorted by text. */
struct gf_word_table {
	const struct gf_word *rows;
	const size_t *n;
};

/* The tables, in the order of their words; the last is of other languages. */
extern const struct gf_word_table gf_word_tables[];
extern const size_t gf_nword_tables;

extern const struct gf_word gf_words_a[], gf_words_d[], gf_words_i[],
    gf_words_p[], gf_words_s[], gf_words_foreign[];
extern const size_t gf_nwords_a, gf_nwords_d, gf_nwords_i, gf_nwords_p,
    gf_nwords_s, gf_nwords_foreign;

#define GF_WORD_LONGEST 20
/* The word in lower case, with a NUL; false if it is too long for the tables. */
bool gf_word_fold(struct gf_str, char key[static GF_WORD_LONGEST + 1]);
/* Find a word in any case, NULL if it is not in the table. */
const struct gf_word *gf_word_find(struct gf_str);
/* What a participle that is in no table may be, by its verb; 0 if none is known. */
uint64_t gf_word_participle(struct gf_str);
/* Find the verb of a form in -ing, NULL if it is not known. */
const struct gf_word *gf_word_gerund(struct gf_str);
/* Whether two nouns are one but for a plural ending, case ignored. */
bool gf_word_same(struct gf_str, struct gf_str);

#endif
