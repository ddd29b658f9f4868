/* out/page_part.h: what the parts of the page share. */
#ifndef GF_PAGE_PART_H
#define GF_PAGE_PART_H

#include "judge/burn.h"
#include "judge/matrix.h"
#include "judge/obstacle.h"
#include "out/map_net.h"
#include "out/map_remark.h"
#include "out/xml.h"

/* Lists are nested so far; what lies deeper is not moved in any more. */
#define GF_PAGE_DEEPEST 12

struct gf_page {
	const struct gf_outline *o;
	const struct gf_look *look;
	struct gf_buf *b;		/* where it is written */
	struct gf_sheet sheet;		/* rows and their cells */
	struct gf_net net;		/* goals, in the order of the rows */
	struct gf_pace *paces;		/* by node */
	struct gf_matrix who;
	struct gf_remarks remarks;
	size_t counts[GF_STATES];	/* open goals that were chosen */
	struct gf_arena arena;
};

/* An aim that a goal serves. */
struct gf_page_aim {
	struct gf_str whose, text;
};

/* What is known of a goal beyond its place in the list, for who reads it. */
struct gf_page_more {
	struct gf_str remarks;		/* what its numbers rest on, in lines */
	const struct gf_val *why;	/* rungs, the nearest first */
	size_t nwhy;
	struct gf_page_aim *aims;
	size_t naims;
	bool hidden;			/* a why or an aim is for the coach */
	struct gf_obstacle *obstacles;
	size_t nobstacles, nprivate;	/* shown; kept private */
	struct gf_str step;		/* the next one, while it is open */
	gf_day step_by;
	struct gf_pos pos;		/* of its file */
};

/* The curve of a goal as it can be drawn. */
struct gf_page_curve {
	const struct gf_pace *pace;
	bool has_low, has_high;		/* bounds of a level */
	struct gf_num low, high;
	bool aims;			/* there is a way from from to to */
	bool ahead;			/* the forecast is drawn */
	struct gf_marks line;		/* shares of the way, as expected */
	struct gf_marks readings;	/* the last of each day */
};

/* Append a day as a person writes it ("15 May 2026"). */
void gf_html_day(struct gf_buf *, gf_day);
/* Append a status as a word with its class. */
void gf_html_state(struct gf_buf *, enum gf_state);
/*
 * Append the name of a party, its id as well where others have that name; the
 * id alone where it has none or is NULL.
 */
void gf_page_name(const struct gf_page *, struct gf_buf *,
    const struct gf_party *, struct gf_str id);
/*
 * Append how much of a node's goal nobody covers ("80 of 200 accounts"); false
 * if nothing, or that is not known.
 */
bool gf_page_gap(const struct gf_page *, struct gf_buf *, size_t node);
/* Append a link to the place of a node on the page, its text not closed. */
void gf_page_link(struct gf_page *, size_t node);
/* Whether a node counts: chosen, and its goal open. */
bool gf_page_counts(const struct gf_page *, size_t node);
/* The plan as nested lists. */
void gf_page_rows(struct gf_page *);
/* Who carries what, as a table. */
void gf_page_who(struct gf_page *);
/* What wants to be talked about first, and what is thin. */
void gf_page_first(struct gf_page *);
/* All that is known of the goals, as JSON that HTML can hold. */
void gf_page_data(struct gf_page *);
/* Read what is known of a node's goal; the arena owns it. */
void gf_page_read(struct gf_page *, size_t node, struct gf_page_more *,
    struct gf_arena *);
/* Read its curve; false if there is nothing to draw; the arena owns it. */
bool gf_page_curve_read(struct gf_page *, size_t node,
    struct gf_page_curve *, struct gf_arena *);
/* Append a curve as JSON. */
void gf_page_chart(struct gf_buf *, const struct gf_page_curve *);
/* Append a curve as a picture, today marked on it. */
void gf_page_curve(struct gf_buf *, gf_day today,
    const struct gf_page_curve *);
/* Append what a script would show of a goal, where there is none. */
void gf_page_more(struct gf_page *, size_t node);
/* Append a JSON string of what a person is shown. */
void gf_page_text(struct gf_buf *, struct gf_str);

#endif
