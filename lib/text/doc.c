#include "text/doc.h"

struct gf_pos
gf_doc_pos(const struct gf_doc *d, uint32_t line, uint32_t col)
{
	struct gf_pos pos = { d->origin.path, 0, 0 };

	if (d->moved)
		return (struct gf_pos){ gf_str("-"), d->stream_line + line,
		    col + 1 };
	gf_origin_place(&d->origin, line, col, &pos.line, &pos.col);
	return pos;
}
