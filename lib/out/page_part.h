/* out/page_part.h: what the parts of the page share. */
#ifndef GF_PAGE_PART_H
#define GF_PAGE_PART_H

#include "judge/matrix.h"
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
/* Append a link to the place of a node on the page, its text not closed. */
void gf_page_link(struct gf_page *, size_t node);
/* Whether a node counts: chosen, and its goal open. */
bool gf_page_counts(const struct gf_page *, size_t node);
/* The plan as nested lists. */
void gf_page_rows(struct gf_page *);
/* Who carries what, as a table. */
void gf_page_who(struct gf_page *);
/* What wants to be talked about first. */
void gf_page_first(struct gf_page *);
/* All that is known of the goals, as JSON that HTML can hold. */
void gf_page_data(struct gf_page *);
/* Append the readings of a goal and the line that was expected, as JSON. */
void gf_page_chart(struct gf_page *, size_t node);
/* Append a JSON string of what a person is shown. */
void gf_page_text(struct gf_buf *, struct gf_str);

#endif
