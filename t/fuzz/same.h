/* fuzz/same: whether two trees have the same nodes at the same bytes. */
#ifndef SAME_H
#define SAME_H

#include "text/tree.h"

static inline bool
same_node(const struct gf_node *a, const struct gf_node *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	if (a->kind != b->kind || a->style != b->style || a->key != b->key ||
	    a->tagged != b->tagged || a->start != b->start ||
	    a->end != b->end || a->props != b->props || a->line != b->line ||
	    a->n != b->n || a->walk != b->walk ||
	    a->height != b->height || !gf_str_eq(a->value, b->value) ||
	    !gf_str_eq(a->anchor, b->anchor))
		return false;
	for (a = a->first, b = b->first; a != NULL; a = a->next, b = b->next)
		if (!same_node(a, b))
			return false;
	return true;
}

#endif
