#include <inttypes.h>
#include <string.h>

#include "out/finds.h"

#define MOST_TEXT ((size_t)1000)	/* GitHub takes 1024 */

/* One run of the writer. */
struct sarif {
	struct gf_buf *b;
	const struct gf_report *r;
	const struct gf_look *look;
	struct gf_spot spot;
};

static void
text(struct sarif *s, const char *name, struct gf_str value)
{
	gf_buf_printf(s->b, "\"%s\":{\"text\":", name);
	gf_json(s->b, value);
	gf_buf_byte(s->b, '}');
}

/* Two texts of a check as sentences, cut to what is taken. */
static void
sentences(struct sarif *s, const char *name, const char *one, const char *two)
{
	struct gf_buf b = { 0 };

	gf_buf_text(&b, one);
	if (two != NULL)
		gf_buf_printf(&b, "%s%s", one[0] != '\0' ? ". " : "", two);
	text(s, name, (struct gf_str){ b.p, b.n < MOST_TEXT ? b.n :
	    MOST_TEXT });
	gf_buf_release(&b);
}

static void
rule(struct sarif *s, const struct gf_check *c)
{
	gf_buf_printf(s->b, "{\"id\":\"%s\",\"name\":\"%s\",", c->id, c->name);
	sentences(s, "shortDescription", c->about, NULL);
	gf_buf_byte(s->b, ',');
	sentences(s, "fullDescription", c->about, c->why);
	gf_buf_byte(s->b, ',');
	sentences(s, "help", c->ask ? c->ask : c->about, c->fix);
	gf_buf_printf(s->b, ",\"defaultConfiguration\":{\"level\":\"%s\"},"
	    "\"properties\":{\"tags\":[\"goals\"", c->level == GF_OFF ?
	    "none" : gf_level_name(c->level));
	for (const char *p = c->letters; *p != '\0'; p++)
		gf_buf_printf(s->b, ",\"%c\"", *p);
	gf_buf_text(s->b, "]}}");
}

static void
rules(struct sarif *s)
{
	bool first = true;

	for (size_t i = 0; i < s->r->nchecks; i++)
		for (size_t k = 0; k < s->r->checks[i]->n; k++) {
			gf_buf_text(s->b, first ? "\n" : ",\n");
			rule(s, &s->r->checks[i]->rows[k].check);
			first = false;
		}
}

/* The number of a rule in the list, SIZE_MAX if it stands in none. */
static size_t
index_of(const struct gf_report *r, const char *id)
{
	size_t n = 0;

	for (size_t i = 0; i < r->nchecks; i++)
		for (size_t k = 0; k < r->checks[i]->n; k++, n++)
			if (strcmp(r->checks[i]->rows[k].check.id, id) == 0)
				return n;
	return SIZE_MAX;
}

/* A path as a reference of RFC 3986. */
static void
uri(struct gf_buf *b, struct gf_str path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

	if (gf_str_starts(path, "/"))
		gf_buf_text(b, "file://");
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];

		if (c != '\0' && strchr(plain, c) != NULL)
			gf_buf_byte(b, (char)c);
		else
			gf_buf_printf(b, "%%%02X", c);
	}
}

static void
artifact(struct sarif *s)
{
	gf_buf_text(s->b, "\"artifactLocation\":{\"uri\":\"");
	uri(s->b, gf_buf_view(&s->spot.path));
	gf_buf_text(s->b, "\"}");
}

/* A region; columns only where it is known which they are. */
static void
region(struct sarif *s, const char *name)
{
	const struct gf_spot *p = &s->spot;

	gf_buf_printf(s->b, "\"%s\":{\"startLine\":%" PRIu32, name, p->line);
	if (p->wide_col > 0)
		gf_buf_printf(s->b, ",\"startColumn\":%" PRIu32
		    ",\"endLine\":%" PRIu32 ",\"endColumn\":%" PRIu32,
		    p->wide_col, p->line, p->wide_end);
	gf_buf_byte(s->b, '}');
}

static void
location(struct sarif *s, struct gf_place place)
{
	gf_find_spot(s->r, place, &s->spot);
	gf_buf_text(s->b, "\"physicalLocation\":{");
	artifact(s);
	gf_buf_byte(s->b, ',');
	region(s, "region");
	gf_buf_byte(s->b, '}');
}

static void
fix(struct sarif *s, const struct gf_finding *f)
{
	struct gf_place place = { f->at.doc, { 0 } };

	if (f->fix == NULL || f->at.doc == NULL || gf_find_hidden(f, s->look))
		return;
	place.at = f->fix->at;
	gf_find_spot(s->r, place, &s->spot);
	if (s->spot.wide_col == 0)
		return;
	gf_buf_printf(s->b, ",\n \"fixes\":[{\"description\":{\"text\":\"%s\"},"
	    "\"artifactChanges\":[{", f->fix->safe ? "safe" :
	    "to be looked at");
	artifact(s);
	gf_buf_text(s->b, ",\"replacements\":[{");
	region(s, "deletedRegion");
	gf_buf_text(s->b, ",\"insertedContent\":{\"text\":");
	gf_json(s->b, f->fix->text);
	gf_buf_text(s->b, "}}]}]}]");
}

/* Where else it is; message says what stands there. */
static void
further(struct sarif *s, struct gf_place at, struct gf_str message, size_t n)
{
	gf_buf_printf(s->b, "%s{\"id\":%zu,", n > 1 ? "," : "", n);
	location(s, at);
	gf_buf_byte(s->b, ',');
	text(s, "message", message);
	gf_buf_byte(s->b, '}');
}

static void
related(struct sarif *s, const struct gf_finding *f)
{
	size_t n = 0;

	if (f->other.doc == NULL)
		return;
	gf_buf_text(s->b, ",\n \"relatedLocations\":[");
	further(s, f->other, f->other_said, ++n);
	for (size_t i = 0; i < f->nmore; i++)
		further(s, f->more[i].at, f->more[i].said, ++n);
	gf_buf_byte(s->b, ']');
}

/* Kept, and marked, or its alert would close and come again. */
static void
suppressions(struct sarif *s, const struct gf_finding *f)
{
	if (f->quiet == GF_QUIET_NOT)
		return;
	gf_buf_printf(s->b, ",\n \"suppressions\":[{\"kind\":\"%s\"",
	    f->quiet == GF_QUIET_SOURCE ? "inSource" : "external");
	if (f->because.n > 0 && !gf_find_hidden(f, s->look)) {
		gf_buf_text(s->b, ",\"justification\":");
		gf_json(s->b, f->because);
	}
	gf_buf_text(s->b, "}]");
}

static void
result(struct sarif *s, const struct gf_finding *f)
{
	size_t number = index_of(s->r, f->check->id);
	char print[GF_PRINT_SIZE];

	gf_buf_printf(s->b, "{\"ruleId\":\"%s\",", f->check->id);
	if (number != SIZE_MAX)
		gf_buf_printf(s->b, "\"ruleIndex\":%zu,", number);
	gf_buf_printf(s->b, "\"level\":\"%s\",", gf_level_name(f->level));
	text(s, "message", gf_find_said(f, s->look));
	gf_buf_text(s->b, ",\n \"locations\":[{");
	location(s, f->at);
	gf_buf_text(s->b, "}]");
	related(s, f);
	gf_finding_fingerprint(f, f->kind, print);
	gf_buf_printf(s->b, ",\n \"partialFingerprints\":"
	    "{\"goalfileFingerprint/v1\":\"%s\"}", print);
	fix(s, f);
	suppressions(s, f);
	gf_buf_byte(s->b, '}');
}

void
gf_find_sarif(struct gf_buf *b, const void *model, const struct gf_look *look)
{
	const struct gf_report *r = model;
	struct sarif s = { .b = b, .r = r, .look = look };

	gf_buf_printf(b, "{\"$schema\":\"https://json.schemastore.org/"
	    "sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
	    "\"tool\":{\"driver\":{\"name\":\"%s\",\"version\":\"%s\","
	    "\"rules\":[", r->program, r->version);
	rules(&s);
	gf_buf_printf(b, "]}},\n\"columnKind\":\"unicodeCodePoints\",\n"
	    "\"automationDetails\":{\"id\":\"%s/\"},\n"
	    "\"invocations\":[{\"executionSuccessful\":%s}],\n"
	    "\"results\":[", r->program, r->failed ? "false" : "true");
	for (size_t i = 0; i < r->findings->n; i++) {
		gf_buf_text(b, i > 0 ? ",\n" : "\n");
		result(&s, &r->findings->v[i]);
	}
	gf_buf_text(b, "]}]}\n");
	gf_buf_release(&s.spot.path);
}
