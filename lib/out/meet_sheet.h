/* out/meet_sheet.h: who meets whom next, a line a person. */
#ifndef GF_MEET_SHEET_H
#define GF_MEET_SHEET_H

#include "judge/meet.h"
#include "out/format.h"

/* The meetings of several people, and those that nobody said when to meet. */
struct gf_meet_list {
	struct gf_meets meets;
	struct gf_rhythm *v;
	size_t n, cap;
};

/* Add a person; blind looks at no conversation; the arena owns the rows. */
void gf_meet_list_add(struct gf_meet_list *, const struct gf_entry *,
    bool blind, struct gf_arena *);
/* Put first who is due first; who is not known to be due at all comes last. */
void gf_meet_list_sort(struct gf_meet_list *);
/* text jsonl csv md: writers whose model is a struct gf_meet_list. */
extern const struct gf_format gf_meet_formats[4];
/* Append "Friday 2026-05-22, 10:00", the time from a person's rule. */
void gf_meet_when(struct gf_buf *, gf_day, const struct gf_rec *rule);

#endif
