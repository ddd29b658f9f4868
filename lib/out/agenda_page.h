/* out/agenda_page.h: a page of Markdown for a meeting. */
#ifndef GF_AGENDA_PAGE_H
#define GF_AGENDA_PAGE_H

#include "judge/agenda.h"
#include "out/format.h"

/* text md: writers whose model is a struct gf_agenda; both write Markdown. */
extern const struct gf_format gf_agenda_formats[2];

/* A page while it is written. */
struct gf_page {
	struct gf_buf *b;
	const struct gf_agenda *a;
	const struct gf_look *look;
	struct gf_arena arena;
	size_t hidden;		/* things that are not for this audience */
};

/* Append a text of somebody's file, its signs of Markdown made harmless. */
void gf_page_text(struct gf_page *, struct gf_str);
/* Append a heading with a blank line on either side. */
void gf_page_head(struct gf_page *, const char *);
/* Append a line of a list. */
void gf_page_ask(struct gf_page *, const char *question);
/* Whether what is for the coach may be shown; counts what may not. */
bool gf_page_coach(struct gf_page *);
/* Append one line that names a goal by title and id. */
void gf_page_goal(struct gf_page *, const struct gf_goal *);
/* Append every line of a list of texts under a name; nothing if it is empty. */
void gf_page_words(struct gf_page *, const char *name, const struct gf_rec *,
    unsigned field);
/* Append what a coach asks alone before a review, if the coach reads it. */
void gf_page_alone(struct gf_page *);
/* Append the seven talks of a review, or what a retrospective asks. */
void gf_page_review(struct gf_page *);
void gf_page_retrospective(struct gf_page *);

#endif
