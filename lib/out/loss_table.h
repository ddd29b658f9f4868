/* out/loss_table.h: obstacles and what they cost, for people and programs. */
#ifndef GF_LOSS_TABLE_H
#define GF_LOSS_TABLE_H

#include "judge/loss.h"
#include "out/format.h"

/* text jsonl csv md: writers whose model is a struct gf_losses, ranked. */
extern const struct gf_format gf_loss_formats[4];
/*
 * Append a grid of likelihood and cost, the latter as a share of the way of
 * its goal; the model is a struct gf_losses.
 */
void gf_loss_grid(struct gf_buf *, const void *model, const struct gf_look *);
/* The writers for programs, a line or row for each obstacle. */
void gf_loss_jsonl(struct gf_buf *, const void *model,
    const struct gf_look *);
void gf_loss_csv(struct gf_buf *, const void *model, const struct gf_look *);

/* Whether an obstacle is not for the reader's audience. */
bool gf_loss_hides(const struct gf_look *, const struct gf_loss *);
/* Append GOAL/OBSTACLE. */
void gf_loss_name(struct gf_buf *, const struct gf_loss *);
/* The word of its state, "due" where its watch is true. */
const char *gf_loss_state(const struct gf_loss *);
/* Append how many say no loss, and how many are kept private. */
void gf_loss_remarks(struct gf_buf *, size_t silent, size_t hidden);
/* The way of a goal from its first value to its target; false if unknown. */
bool gf_loss_way(const struct gf_goal *, struct gf_num *);

#endif
