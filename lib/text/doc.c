#include "text/doc.h"

struct gf_pos
gf_doc_pos(const struct gf_doc *d, uint32_t line, uint32_t col)
{
	struct gf_pos pos = { d->origin.path, 0, 0 };

	gf_origin_place(&d->origin, line, col, &pos.line, &pos.col);
	return pos;
}
