/* cli/item.h: what verbs write: items of lists, dates, numbers, keys in order. */
#ifndef GF_ITEM_H
#define GF_ITEM_H

#include "cli/main.h"

/* A day to be written, in the arena of the run. */
struct gf_new *gf_item_day(struct gf_run *, gf_day);
/* The same for a number. */
struct gf_new *gf_item_num(struct gf_run *, struct gf_num);
/* A quantity as somebody wrote it; quoted only where YAML would eat it. */
struct gf_new *gf_item_value(struct gf_run *, struct gf_str);
/*
 * What a field says, quoted where it is text that YAML would take for something
 * else.
 */
struct gf_new *gf_item_scalar(struct gf_run *, const struct gf_field *,
    struct gf_str);
/* Why a text is no value of a field; NULL if it is one, as NULL is. */
const char *gf_item_unfit(struct gf_run *, const struct gf_field *,
    const char *text);
/*
 * Whether a text fits a field of a table as its reader would have it; false,
 * and it was said, if not; NULL fits.
 */
bool gf_item_fits(struct gf_run *, const struct gf_table *, unsigned field,
    const char *text);
/* Append a field to a new mapping, unless it is empty. */
void gf_item_add(struct gf_run *, struct gf_new *map,
    const struct gf_table *, unsigned field, struct gf_str text);
/* An entry of changes; what is empty is left out. */
struct gf_item_change {
	char letter;		/* of the field, NUL: not said */
	struct gf_str field, from, to, because;
	bool bare;		/* from and to are no texts */
};

/* Such an entry of today, in the arena of the run. */
struct gf_new *gf_item_change(struct gf_run *, const struct gf_item_change *);
/*
 * Append an item to the list under a key of the document; where there is none
 * it begins in *fresh (NULL before the first), which takes the next ones, too;
 * false, and it was said, if that cannot be done.
 */
bool gf_item_append(struct gf_run *, struct gf_edits *, const char *key,
    struct gf_new *item, int (*order)(struct gf_str, struct gf_str),
    struct gf_new **fresh);
/* The order of two keys in a goal, in its measure, in one of its links. */
int gf_goal_order(struct gf_str, struct gf_str);
int gf_measure_order(struct gf_str, struct gf_str);
int gf_support_order(struct gf_str, struct gf_str);

#endif
