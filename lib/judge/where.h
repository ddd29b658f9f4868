/* judge/where.h: conditions on a goal, as --where takes them. */
#ifndef GF_WHERE_H
#define GF_WHERE_H

#include "base/buf.h"
#include "goal/plan.h"

struct gf_term;

/* All terms of one expression. */
struct gf_where {
	const struct gf_term *terms;
	size_t n;
};

/*
 * Read `KEY OP VALUE` terms; the arena owns them; false and why, one line, if
 * they cannot be read.
 */
bool gf_where_parse(struct gf_where *, struct gf_str,
    const struct gf_fiscal *, struct gf_arena *, struct gf_buf *why);
/* Whether all terms of all expressions hold for a goal. */
bool gf_where_holds(const struct gf_where *, size_t n, const struct gf_plan *,
    const struct gf_goal *);
/* Whether any of the expressions asks for the status that is worked out. */
bool gf_where_asks_status(const struct gf_where *, size_t n);

#endif
