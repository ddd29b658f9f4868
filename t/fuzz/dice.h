/* fuzz/dice: numbers and content at random, the same for the same seed. */
#ifndef DICE_H
#define DICE_H

#include <stdio.h>
#include <string.h>

#include "text/edit.h"

struct dice {
	uint64_t state;
};

static inline unsigned
roll(struct dice *d, size_t n)
{
	d->state ^= d->state << 13;
	d->state ^= d->state >> 7;
	d->state ^= d->state << 17;
	return n ? (unsigned)((d->state >> 11) % n) : 0;
}

static const char *const texts[] = {
	"x", "no", "12:30", "2024-01-15", "#x", " a", "a ", "a: b", "", "~",
	"a #b", "x\ny", "x\ny\n", "x\n\ny\n\n", "\n", "  lead\nx\n", "\ttab",
	"a\tb", "- a", "? b", "-", ":", "a:", "{a}", "[x", "a, b", "*a", "&a",
	"!t", "%d", "@x", "`t", "'q'", "\"q\"", "a'b\"c", "|", ">", "---",
	"--- a", "...", "\\", "=", "<<", "1_000", "0x1f", "a\r\nb\r\n",
	"\xc3\xa9", "\xf0\x9f\x98\x80", "\342\200\256rtl", "\x1b[31m",
	"\xc2\x85", "\xef\xbb\xbf", "a\nb\n  c\nd", "one\n\ntwo\n", "a  \nb",
	"   \nx", "http://x.y/z?a=b", "true", "null", "50%", "a#b", "it's"
};

static inline struct gf_str
random_text(struct dice *d)
{
	return gf_str(texts[roll(d, GF_LEN(texts))]);
}

static inline struct gf_new *
random_new(struct dice *d, struct gf_arena *a, unsigned depth)
{
	unsigned kind = depth > 2 ? 0 : roll(d, 6);
	struct gf_new *v;
	char key[8];

	if (kind < 3)
		return gf_new_text(a, random_text(d));
	if (kind == 3)
		return gf_new_bare(a, random_text(d));
	v = gf_new_list(a, kind == 4 ? GF_SEQ : GF_MAP, roll(d, 2) == 0);
	for (unsigned i = roll(d, 3) + (depth == 0); i > 0; i--) {
		snprintf(key, sizeof(key), "k%u", i);
		gf_new_add(v, kind == 4 ? GF_STR("") : (struct gf_str){
		    gf_arena_copy(a, key, strlen(key)), strlen(key) },
		    random_new(d, a, depth + 1));
	}
	return v;
}

#endif
