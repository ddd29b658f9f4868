/* base/csv.h: comma-separated values as RFC 4180 has them, and nothing else. */
#ifndef GF_CSV_H
#define GF_CSV_H

#include "base/mem.h"
#include "base/str.h"

struct gf_csv {
	struct gf_str rest;	/* what is still to be read */
	unsigned line;		/* on which the last record began, from 1 */
	unsigned next;		/* private: the line of what is left */
	size_t nfields;		/* of every record; 0 before the first */
	const char *why;	/* a constant; NULL: nothing is wrong */
};

/* Begin to read a text; a byte order mark before it is left out. */
void gf_csv_init(struct gf_csv *, struct gf_str);
/*
 * Read the next record; *fields gets its nfields texts without their quotes, in
 * the arena; false at the end, or with why set where a quote stands wrong or a
 * record has not as many fields as the first.
 */
bool gf_csv_next(struct gf_csv *, struct gf_str **fields, struct gf_arena *);
/* What parts the words of a line that has no comma, as a plural; NULL if nothing does. */
const char *gf_csv_parted(struct gf_str line);

#endif
