#include <inttypes.h>

#include "out/finds.h"

static void
key(struct gf_buf *b, const char *name)
{
	gf_buf_printf(b, ",\"%s\":", name);
}

static void
text(struct gf_buf *b, const char *name, struct gf_str s)
{
	key(b, name);
	if (s.n > 0)
		gf_json(b, s);
	else
		gf_buf_text(b, "null");
}

static void
letters(struct gf_buf *b, const char *s)
{
	key(b, "letters");
	gf_buf_byte(b, '[');
	for (const char *p = s; *p != '\0'; p++)
		gf_buf_printf(b, "%s\"%c\"", p > s ? "," : "", *p);
	gf_buf_byte(b, ']');
}

/* A place so many bytes behind the start of another. */
static void
point(struct gf_buf *b, const struct gf_report *r, struct gf_place place,
    uint32_t behind)
{
	uint64_t byte;
	struct gf_pos pos;

	if (place.doc == NULL) {
		gf_buf_text(b, "null");
		return;
	}
	pos = gf_doc_pos(place.doc, place.at.line, place.at.col + behind);
	byte = r->byte(r->ctx, place.doc, place.at.off + behind);
	gf_buf_printf(b, "{\"line\":%" PRIu32 ",\"column\":%" PRIu32
	    ",\"byte\":", pos.line, pos.col);
	if (byte == GF_NO_OFF)
		gf_buf_text(b, "null}");
	else
		gf_buf_printf(b, "%" PRIu64 "}", byte);
}

/* Path, start and end. */
static void
span(struct gf_buf *b, const struct gf_report *r, struct gf_place place)
{
	text(b, "path", place.doc ? place.doc->origin.path :
	    (struct gf_str){ "", 0 });
	key(b, "start");
	point(b, r, place, 0);
	key(b, "end");
	point(b, r, place, place.at.len);
}

/* A fix is of use only to who can reach its bytes. */
static void
fix(struct gf_buf *b, const struct gf_report *r, const struct gf_finding *f,
    const struct gf_look *look)
{
	struct gf_place place = { f->at.doc, { 0 } };

	key(b, "fix");
	if (f->fix == NULL || f->at.doc == NULL || gf_find_hidden(f, look) ||
	    r->byte(r->ctx, f->at.doc, f->fix->at.off) == GF_NO_OFF) {
		gf_buf_text(b, "null");
		return;
	}
	place.at = f->fix->at;
	gf_buf_printf(b, "{\"safe\":%s,\"edits\":[{\"start\":",
	    f->fix->safe ? "true" : "false");
	point(b, r, place, 0);
	key(b, "end");
	point(b, r, place, place.at.len);
	key(b, "text");
	gf_json(b, f->fix->text);
	gf_buf_text(b, "}]}");
}

static void
related_one(struct gf_buf *b, const struct gf_report *r,
    const struct gf_place *at, struct gf_str said)
{
	gf_buf_text(b, "{\"message\":");
	gf_json(b, said);
	span(b, r, *at);
	gf_buf_byte(b, '}');
}

static void
related(struct gf_buf *b, const struct gf_report *r,
    const struct gf_finding *f)
{
	key(b, "related");
	gf_buf_byte(b, '[');
	if (f->other.doc != NULL)
		related_one(b, r, &f->other, f->other_said);
	for (size_t i = 0; i < f->nmore; i++) {
		gf_buf_byte(b, ',');
		related_one(b, r, &f->more[i].at, f->more[i].said);
	}
	gf_buf_byte(b, ']');
}

/* The name of an item may be its first value, which not everybody may see. */
static struct gf_str
keypath(const struct gf_finding *f, const struct gf_look *look)
{
	struct gf_str rest = f->keypath;

	return gf_find_hidden(f, look) ? gf_str_cut(&rest, '[') : rest;
}

/* The keys that do not say to this reader all that there is. */
static void
withheld(struct gf_buf *b, const struct gf_finding *f,
    const struct gf_look *look)
{
	key(b, "private");
	gf_buf_byte(b, '[');
	if (gf_find_hidden(f, look)) {
		gf_buf_text(b, "\"message\"");
		if (keypath(f, look).n < f->keypath.n)
			gf_buf_text(b, ",\"keypath\"");
		if (f->fix != NULL)
			gf_buf_text(b, ",\"fix\"");
	}
	gf_buf_byte(b, ']');
}

/* How and why somebody said that it is meant. */
static void
suppressed(struct gf_buf *b, const struct gf_finding *f,
    const struct gf_look *look)
{
	key(b, "suppressed");
	if (f->quiet == GF_QUIET_NOT) {
		gf_buf_text(b, "null");
		return;
	}
	gf_buf_printf(b, "{\"kind\":\"%s\"", f->quiet == GF_QUIET_SOURCE ?
	    "inSource" : "external");
	text(b, "reason", gf_find_hidden(f, look) ? (struct gf_str){ "", 0 } :
	    f->because);
	gf_buf_byte(b, '}');
}

static void
object(struct gf_buf *b, const struct gf_report *r, const struct gf_finding *f,
    const struct gf_look *look)
{
	char print[GF_PRINT_SIZE];

	gf_finding_fingerprint(f, f->kind, print);
	gf_buf_printf(b, "{\"tool\":\"%s\"", r->program);
	text(b, "check", gf_str(f->check->id));
	letters(b, f->letters);
	text(b, "severity", gf_str(gf_level_name(f->level)));
	text(b, "message", gf_find_said(f, look));
	text(b, "question", gf_str(f->check->ask));
	span(b, r, f->at);
	text(b, "goal", f->goal);
	text(b, "keypath", keypath(f, look));
	fix(b, r, f, look);
	related(b, r, f);
	text(b, "fingerprint", gf_str(print));
	suppressed(b, f, look);
	withheld(b, f, look);
	gf_buf_byte(b, '}');
}

void
gf_find_jsonl(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_report *r = model;

	for (size_t i = 0; i < r->findings->n; i++) {
		object(b, r, &r->findings->v[i], look);
		gf_buf_byte(b, '\n');
	}
}

void
gf_find_json(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_report *r = model;

	gf_buf_byte(b, '[');
	for (size_t i = 0; i < r->findings->n; i++) {
		gf_buf_text(b, i > 0 ? ",\n" : "\n");
		object(b, r, &r->findings->v[i], look);
	}
	gf_buf_text(b, r->findings->n > 0 ? "\n]\n" : "]\n");
}
