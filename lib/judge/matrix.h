/* judge/matrix.h: who carries which goal of the company, counted. */
#ifndef GF_MATRIX_H
#define GF_MATRIX_H

#include "judge/pace.h"

/* An owner of goals, or a person without any. */
struct gf_matrix_row {
	struct gf_str id;		/* as written where nobody has it */
	const struct gf_party *party;	/* NULL: a name without a document */
	const struct gf_party *team;	/* itself if it is one; NULL: in none */
	uint32_t goals;			/* open ones that were counted */
};

/* The goals of a row that serve the goal of a column, at any depth. */
struct gf_matrix_cell {
	uint32_t n;
	uint8_t state;		/* of the one that most wants talk, if n > 0 */
};

struct gf_matrix {
	const struct gf_goal **columns;	/* open goals of the company */
	size_t ncolumns;
	struct gf_matrix_row *rows;	/* by team, the team before its people */
	size_t nrows;
	/* by row; behind the columns stand goals that serve none of them */
	struct gf_matrix_cell *cells;
};

/*
 * Count the open goals that were chosen and lie below the company, by owner and
 * by those of the company that are shown; states are enum gf_state, all by seq;
 * the arena owns it.
 */
void gf_matrix_init(struct gf_matrix *, const struct gf_plan *,
    const bool *shown, const bool *chosen, const uint8_t *states,
    struct gf_arena *);
/* A cell; column ncolumns is that of goals which serve no column. */
static inline const struct gf_matrix_cell *
gf_matrix_at(const struct gf_matrix *m, size_t row, size_t column)
{
	return &m->cells[row * (m->ncolumns + 1) + column];
}

#endif
