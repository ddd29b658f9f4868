#include <inttypes.h>

#include "out/finds.h"

/* Columns are bytes from 1, the end is behind the last. */
static void
range(struct gf_buf *b, const struct gf_spot *p)
{
	gf_buf_printf(b, "\"range\":{\"start\":{\"line\":%" PRIu32
	    ",\"column\":%" PRIu32 "},\"end\":{\"line\":%" PRIu32
	    ",\"column\":%" PRIu32 "}}", p->line, p->col, p->line, p->end);
}

static void
location(struct gf_buf *b, const struct gf_report *r, struct gf_place place)
{
	struct gf_spot spot = { 0 };

	gf_find_spot(r, place, &spot);
	gf_buf_text(b, "\"location\":{\"path\":");
	gf_json(b, gf_buf_view(&spot.path));
	gf_buf_byte(b, ',');
	range(b, &spot);
	gf_buf_byte(b, '}');
	gf_buf_release(&spot.path);
}

static void
suggestion(struct gf_buf *b, const struct gf_report *r,
    const struct gf_finding *f, const struct gf_look *look)
{
	struct gf_place place = { f->at.doc, { 0 } };
	struct gf_spot spot = { 0 };

	if (f->fix == NULL || f->at.doc == NULL || gf_find_hidden(f, look))
		return;
	place.at = f->fix->at;
	gf_find_spot(r, place, &spot);
	gf_buf_text(b, ",\"suggestions\":[{");
	range(b, &spot);
	gf_buf_text(b, ",\"text\":");
	gf_json(b, f->fix->text);
	gf_buf_text(b, "}]");
	gf_buf_release(&spot.path);
}

static void
further(struct gf_buf *b, const struct gf_report *r, struct gf_place at,
    struct gf_str said)
{
	gf_buf_text(b, "{\"message\":");
	gf_json(b, said);
	gf_buf_byte(b, ',');
	location(b, r, at);
	gf_buf_byte(b, '}');
}

static void
diagnostic(struct gf_buf *b, const struct gf_report *r,
    const struct gf_finding *f, const struct gf_look *look)
{
	static const char *const severity[] = { [GF_NOTE] = "INFO",
	    [GF_WARNING] = "WARNING", [GF_ERROR] = "ERROR" };

	gf_buf_text(b, "{\"message\":");
	gf_json(b, gf_find_said(f, look));
	gf_buf_byte(b, ',');
	location(b, r, f->at);
	gf_buf_printf(b, ",\"severity\":\"%s\",\"code\":{\"value\":\"%s\"}",
	    severity[f->level], f->check->id);
	suggestion(b, r, f, look);
	if (f->other.doc != NULL) {
		gf_buf_text(b, ",\"related_locations\":[");
		further(b, r, f->other, f->other_said);
		for (size_t i = 0; i < f->nmore; i++) {
			gf_buf_byte(b, ',');
			further(b, r, f->more[i].at, f->more[i].said);
		}
		gf_buf_byte(b, ']');
	}
	gf_buf_byte(b, '}');
}

void
gf_find_rdjson(struct gf_buf *b, const void *model,
    const struct gf_look *look)
{
	const struct gf_report *r = model;
	size_t n = 0;

	gf_buf_printf(b, "{\"source\":{\"name\":\"%s\"},\"diagnostics\":[",
	    r->program);
	for (size_t i = 0; i < r->findings->n; i++) {
		if (r->findings->v[i].quiet != GF_QUIET_NOT)
			continue;
		gf_buf_text(b, n++ > 0 ? ",\n" : "\n");
		diagnostic(b, r, &r->findings->v[i], look);
	}
	gf_buf_text(b, n > 0 ? "\n]}\n" : "]}\n");
}
