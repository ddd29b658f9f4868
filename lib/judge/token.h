/* judge/token.h: the words, numbers and signs of a title. */
#ifndef GF_TOKEN_H
#define GF_TOKEN_H

#include "base/num.h"
#include "base/mem.h"
#include "judge/lexicon.h"

enum gf_token_kind {
	GF_TOKEN_NONE,		/* before the first and behind the last */
	GF_TOKEN_WORD,
	GF_TOKEN_NUMBER,
	GF_TOKEN_CODE,		/* letters and digits in one: v2, B2B, Q3 */
	GF_TOKEN_SIGN
};

struct gf_token {
	struct gf_str text;
	uint64_t is;		/* GF_W_... of a word */
	struct gf_num num;	/* of a number, with its k or M */
	int16_t value;		/* of a word: its value in the table */
	uint8_t kind;		/* enum gf_token_kind */
	char sign;		/* $ any currency, - dash, " quote */
	bool glued;		/* no blank before it */
	bool capital;
	bool plural;
	bool unsure;		/* may be read in two ways (1.200) */
	bool ordinal;		/* 2nd */
	bool masked;		/* part of a name, a code or a quotation */
	bool dated;		/* part of a date */
};

struct gf_tokens {
	struct gf_token *v;
	int n;
	bool cut;		/* the text had more than can be read */
};

/*
 * Cut a text into tokens that point into it; comma says that the decimal sign
 * is a comma; the lexicon may be NULL; the arena owns the list.
 */
struct gf_tokens gf_tokens_read(struct gf_str, bool comma,
    const struct gf_lexicon *, struct gf_arena *);
/* The token at a place; one that is nothing beyond either end. */
static inline const struct gf_token *gf_token_at(const struct gf_tokens *,
    int i);
/*
 * Whether a token is a certain word (given in lower case), or a certain sign.
 */
static inline bool gf_token_is(const struct gf_tokens *, int i, const char *);
/* What the words at a place may be; 0 if there is no word. */
static inline uint64_t gf_token_may(const struct gf_tokens *, int i);
/*
 * Let a noun that may be a verb too (test, board) be a verb only where an
 * object follows, and read a title all in capitals as if it had none.
 */
void gf_tokens_senses(struct gf_tokens *);
/* Mask what is quoted and the names given. */
void gf_tokens_names(struct gf_tokens *, const struct gf_str *names, size_t n);
/*
 * Mask numbers that are no amounts: codes, labels, times, parts of a compound.
 */
void gf_tokens_codes(struct gf_tokens *);
/*
 * Whether a word gives an order here: the first of its clause, or behind "and"
 * or "to".
 */
bool gf_token_orders(const struct gf_tokens *, int i);

/* What follows is asked some hundred times a title. */

static const struct gf_token gf_no_token;

static inline const struct gf_token *
gf_token_at(const struct gf_tokens *t, int i)
{
	return i >= 0 && i < t->n ? &t->v[i] : &gf_no_token;
}

static inline uint64_t
gf_token_may(const struct gf_tokens *t, int i)
{
	return gf_token_at(t, i)->is;
}

/* Whether the letters of a token are those of a word in lower case. */
bool gf_token_spells(const struct gf_token *, const char *);

static inline bool
gf_token_is(const struct gf_tokens *t, int i, const char *text)
{
	const struct gf_token *at = gf_token_at(t, i);

	if (at->kind == GF_TOKEN_SIGN)
		return text[0] == at->sign && text[1] == '\0';
	return at->text.n > 0 && (at->text.p[0] | 0x20) == (text[0] | 0x20) &&
	    gf_token_spells(at, text);
}

/* Whether a token is one of a list of such words or signs. */
bool gf_token_among(const struct gf_tokens *, int i,
    const char *const *words, size_t n);

#endif
