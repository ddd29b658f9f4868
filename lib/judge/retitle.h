/* judge/retitle.h: a title that follows a field of its goal. */
#ifndef GF_RETITLE_H
#define GF_RETITLE_H

#include "goal/plan.h"
#include "judge/title.h"

enum gf_retitle {
	GF_RETITLE_NOT,		/* the title does not name what changes */
	GF_RETITLE_DONE,
	GF_RETITLE_UNSURE	/* it may, and nobody can tell where */
};

/*
 * The title of a goal (*title, where that is not empty) with another target in
 * the place of the old one; the arena owns it.
 */
enum gf_retitle gf_retitle_number(const struct gf_goal *, struct gf_num old,
    struct gf_num now, struct gf_arena *, struct gf_str *title);
/* The same with another deadline. */
enum gf_retitle gf_retitle_date(const struct gf_goal *, gf_day old,
    const struct gf_period *now, struct gf_arena *, struct gf_str *title);
/* A title read as that of a goal would be, NULL if it is too long. */
const struct gf_title *gf_title_of(const struct gf_goal *, struct gf_str,
    struct gf_arena *);
/* A title with a text in the place of some bytes; the arena owns it. */
struct gf_str gf_title_put(struct gf_str title, uint32_t off, uint32_t len,
    struct gf_str, struct gf_arena *);
/* The target that a title states, where it states one; its bytes in text. */
bool gf_title_target(const struct gf_goal *, struct gf_arena *,
    struct gf_num *, struct gf_str *text);
/* The same of its deadline; the year of today where it names none. */
bool gf_title_end(const struct gf_goal *, gf_day today, struct gf_arena *,
    gf_day *, struct gf_str *text);

#endif
