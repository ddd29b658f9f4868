/*
 * out/map_sheet.h: the rows of a tree measured before any is drawn, so that
 * columns fit.
 */
#ifndef GF_MAP_SHEET_H
#define GF_MAP_SHEET_H

#include "judge/outline.h"
#include "judge/pace.h"
#include "out/format.h"

/* branches that are drawn; below that a number stands */
#define GF_SHEET_DEEPEST 24

/* What is worked out of a row. */
struct gf_cells {
	uint32_t at;		/* of its measure in the text */
	uint16_t measure;	/* bytes of it */
	uint8_t state;		/* enum gf_state */
	uint8_t filled;		/* tenths of the bar */
	bool known;		/* percent and filled hold */
	bool hidden;		/* not for this audience */
	bool more;		/* a sibling follows, of the rows shown */
	uint32_t depth;		/* below the nearest of the rows shown */
	int32_t percent;
};

struct gf_sheet {
	const struct gf_outline *o;
	const struct gf_look *look;
	struct gf_buf *b;	/* where it is drawn */
	struct gf_buf text;	/* measures of all rows */
	struct gf_buf word;	/* one shown text */
	struct gf_buf remark;	/* lines below one row */
	struct gf_remarks *remarks;	/* NULL: none are shown */
	struct gf_cells *cells;	/* by row */
	size_t id, owner, measure, state;	/* widths of columns, 0: none */
	size_t bar;		/* cells of a bar, 0: none is drawn */
	bool rate;		/* percents have a column */
	/* whether a branch goes on at a depth */
	bool more[GF_SHEET_DEEPEST + 1];
	size_t nhidden;		/* goals that are kept private */
	size_t nalone, nmeant;	/* goals that serve no other; on purpose */
	bool linked;		/* some goal serves another */
	bool compared;		/* some status was found by comparing */
	bool rolled;		/* some number is what goals below add up to */
};

/* Measure the rows of an outline; the caller releases the sheet. */
void gf_sheet_init(struct gf_sheet *, struct gf_buf *,
    const struct gf_outline *, const struct gf_look *);
/* Give back what it holds. */
void gf_sheet_release(struct gf_sheet *);
/* Text of the user as this output can show it; valid until the next. */
struct gf_str gf_sheet_shown(struct gf_sheet *, struct gf_str);
/*
 * Append a number, with k, M or bn where that is exact and short, else from
 * 10,000 on in groups of three digits.
 */
void gf_sheet_number(struct gf_buf *, struct gf_num);
/* Append to the sheet's text where a goal stands and where it goes. */
void gf_sheet_measure(struct gf_sheet *, const struct gf_goal *,
    const struct gf_pace *);
/* The same for a value that came from elsewhere, if it is known. */
void gf_sheet_stand(struct gf_sheet *, const struct gf_goal *, bool known,
    struct gf_num);
/* The colour that a terminal gives a status. */
const char *gf_sheet_colour(enum gf_state);
/* Columns of a row up to its title. */
size_t gf_sheet_used(const struct gf_sheet *);
/* Columns that the branches before an id take. */
size_t gf_sheet_branches(uint32_t depth);
/* The id of a row's goal, or what is written where it should be (wrong). */
struct gf_str gf_sheet_id(const struct gf_outline_row *, bool *wrong);
/* Whose goal it is, as a column shows it. */
struct gf_str gf_sheet_owner(const struct gf_goal *);
/* Whether a goal is not for an audience. */
bool gf_sheet_hides(const struct gf_look *, const struct gf_goal *);
/* Append ", at least 94", ", at most 3" or ", within 18..22". */
void gf_sheet_bounds(struct gf_buf *, const struct gf_val *low,
    const struct gf_val *high);
/* Append a line that says how many goals are kept private, if any is. */
void gf_sheet_hidden(struct gf_buf *, size_t n);
/* Whole percents of a ratio. */
int32_t gf_sheet_percent(struct gf_num ratio);

#endif
