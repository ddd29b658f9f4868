#include <inttypes.h>
#include <string.h>

#include "goal/table.h"
#include "out/schema.h"
#include "out/show.h"

#define MOST 48			/* tables */

/* A schema while it is written. */
struct page {
	struct gf_buf *b;
	const struct gf_table *tables[MOST];	/* each once */
	size_t n;
};

#define DAY "[0-9]{4}-[0-9]{2}-[0-9]{2}"
#define SPAN "(" DAY "|[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}|W[0-9]{2}))?" \
    "|FY[0-9]{2}(-Q[1-4])?)"

/* What a text of a type looks like, NULL where any text will do. */
static const char *
pattern(unsigned type)
{
	switch (type) {
	case GF_T_ID:
		return "^[a-z0-9][a-z0-9._-]*$";
	case GF_T_AIM:
		return "^[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*$";
	case GF_T_DAY:
		return "^" DAY "$";
	case GF_T_DATE:
		return "^" SPAN "$";
	case GF_T_RANGE:
		return "^" SPAN "(\\.\\." SPAN ")?$";
	case GF_T_TIME:
		return "^[0-9]{2}:[0-9]{2}$";
	case GF_T_YESNO:
		return "^(yes|no|true|false)$";
	case GF_T_DONE:
		return "^(yes|no|true|false|" DAY ")$";
	case GF_T_NUMBER:
		return "^[0-9]+(\\.[0-9]+)?$";
	case GF_T_SHARE:
	case GF_T_LIKELIHOOD:
		return "^[0-9]+(\\.[0-9]+)?%?$";
	case GF_T_QTY:
	case GF_T_COST:
	case GF_T_DURATION:
	case GF_T_EFFORT:
	case GF_T_MINUTES:
		return "[0-9]";
	case GF_T_EVERY:
		return "^([0-9]+ )?(day|workday|week|month)s?$"
		    "|^[1-5](st|nd|rd|th) [a-z]+day$";
	default:
		return NULL;
	}
}

/* A scalar; what YAML makes a number of is a text to the format. */
static void
scalar(struct gf_buf *b, const struct gf_field *f)
{
	const char *p = pattern(f->type);

	gf_buf_text(b, "{\"type\":[\"string\",\"number\",\"boolean\","
	    "\"null\"]");
	if (p != NULL) {
		gf_buf_text(b, ",\"pattern\":");
		gf_json(b, gf_str(p));
		gf_buf_text(b, ",\"patternErrorMessage\":");
		gf_json(b, gf_str(gf_type_shape((enum gf_type)f->type)));
	}
	if (f->type == GF_T_NUMBER && f->max > f->min)
		gf_buf_printf(b, ",\"minimum\":%" PRId64 ",\"maximum\":%"
		    PRId64, f->min, f->max);
	gf_buf_byte(b, '}');
}

/* One of a field's words; a configuration may have more levels. */
static void
words(struct gf_buf *b, const struct gf_field *f)
{
	bool open = f->words == gf_level_words;

	gf_buf_text(b, open ? "{\"type\":\"string\",\"examples\":[" :
	    "{\"oneOf\":[");
	for (size_t i = 0; f->words[i] != NULL; i++) {
		if (i > 0)
			gf_buf_byte(b, ',');
		if (open) {
			gf_json(b, gf_str(f->words[i]));
			continue;
		}
		gf_buf_text(b, "{\"const\":");
		gf_json(b, gf_str(f->words[i]));
		gf_buf_printf(b, ",\"description\":\"%s: %s\"}", f->key,
		    f->words[i]);
	}
	gf_buf_text(b, "]}");
}

static size_t
number_of(struct page *p, const struct gf_table *t)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->tables[i] == t)
			return i;
	if (p->n < MOST)
		p->tables[p->n++] = t;
	return p->n - 1;
}

static void
refer(struct page *p, const struct gf_table *t)
{
	size_t i = number_of(p, t);

	gf_buf_printf(p->b, "{\"$ref\":\"#/definitions/%s-%zu\"}", t->name, i);
}

/* One value of a field. */
static void
value(struct page *p, const struct gf_field *f)
{
	struct gf_buf *b = p->b;

	if (f->type == GF_T_REC) {
		bool bare = f->short_first || f->table->text_or_map;

		gf_buf_text(b, "{\"anyOf\":[");
		refer(p, f->table);
		gf_buf_text(b, bare ? ",{\"type\":[\"string\",\"number\","
		    "\"null\"]}]}" : ",{\"type\":\"null\"}]}");
	} else if (f->type == GF_T_MAP) {
		gf_buf_text(b, "{\"type\":[\"object\",\"null\"]}");
	} else if (f->type == GF_T_TEXTS) {
		gf_buf_text(b, "{\"type\":\"array\"}");
	} else if (f->words != NULL && f->type == GF_T_WORD) {
		words(b, f);
	} else {
		scalar(b, f);
	}
}

/* The forms that a field may take. */
static void
forms(struct page *p, const struct gf_field *f)
{
	struct gf_buf *b = p->b;

	if (f->form == GF_ONE) {
		if (f->type == GF_T_OWNER) {
			gf_buf_text(b, "{\"anyOf\":[");
			scalar(b, f);
			gf_buf_text(b, ",{\"type\":\"array\"}]}");
			return;
		}
		value(p, f);
		return;
	}
	gf_buf_text(b, "{\"anyOf\":[");
	value(p, f);
	gf_buf_text(b, ",{\"type\":\"array\",\"items\":");
	value(p, f);
	gf_buf_byte(b, '}');
	if (f->form == GF_MANY_OR_WORD) {
		gf_buf_byte(b, ',');
		words(b, f);
	} else if (f->form == GF_MANY_OR_LATER) {
		gf_buf_text(b, ",{\"type\":\"string\",\"pattern\":"
		    "\"^later " DAY "$\"}");
	}
	gf_buf_text(b, "]}");
}

/* A property: what it may be, and what it is for. */
static void
property(struct page *p, const struct gf_field *f)
{
	struct gf_buf *b = p->b;
	struct gf_buf about = { 0 };

	gf_buf_printf(&about, "%s; %s", f->about, f->type == GF_T_REC ?
	    f->form == GF_ONE ? "a mapping" : "a list of mappings" :
	    gf_type_shape((enum gf_type)f->type));
	gf_json(b, gf_str(f->key));
	gf_buf_text(b, ":{\"description\":");
	gf_json(b, gf_buf_view(&about));
	gf_buf_text(b, ",\"markdownDescription\":");
	gf_json(b, gf_buf_view(&about));
	gf_buf_text(b, ",\"allOf\":[");
	forms(p, f);
	gf_buf_text(b, "]}");
	gf_buf_release(&about);
}

/* A mapping; of a table for defaults only what may stand there. */
static void
object(struct page *p, const struct gf_table *t, bool defaults)
{
	struct gf_buf *b = p->b;
	bool first = true;

	gf_buf_text(b, "{\"type\":\"object\",\"additionalProperties\":false,"
	    "\"patternProperties\":{\"^x-\":{}}");
	for (size_t i = 0; i < t->n && !defaults; i++) {
		if (!t->fields[i].required)
			continue;
		gf_buf_text(b, first ? ",\"required\":[" : ",");
		gf_json(b, gf_str(t->fields[i].key));
		first = false;
	}
	gf_buf_text(b, first ? ",\"properties\":{" : "],\"properties\":{");
	first = true;
	for (size_t i = 0; i < t->n; i++) {
		if (defaults && t->fields[i].no_default)
			continue;
		gf_buf_text(b, first ? "\n" : ",\n");
		property(p, &t->fields[i]);
		first = false;
	}
	gf_buf_text(b, "}}");
}

/* The first key says which table holds; a person has a key team, too. */
static void
choose(struct page *p)
{
	static const enum gf_kind order[] = { GF_GOAL, GF_PERSON, GF_SESSION,
	    GF_LOG, GF_COMPANYDOC, GF_TEAMDOC };

	for (size_t i = 0; i < GF_LEN(order); i++) {
		gf_buf_printf(p->b, "%s\"if\":{\"required\":[\"%s\"]},"
		    "\"then\":", i > 0 ? "\"else\":{" : "",
		    gf_kind_name(order[i]));
		refer(p, gf_kinds[order[i]]);
		gf_buf_text(p->b, ",\n");
	}
	gf_buf_text(p->b, "\"else\":{\"properties\":{\"defaults\":"
	    "{\"$ref\":\"#/definitions/defaults\"}}}");
	for (size_t i = 1; i < GF_LEN(order); i++)
		gf_buf_byte(p->b, '}');
}

void
gf_schema(struct gf_buf *b)
{
	struct page p = { .b = b };

	gf_buf_text(b, "{\"$schema\":"
	    "\"http://json-schema.org/draft-07/schema#\",\n"
	    "\"$id\":\"urn:goalfile:format:1\",\n"
	    "\"title\":\"goalfile, version 1\",\n"
	    "\"description\":\"goals, and the people who carry them; the "
	    "first key says what a document is\",\n"
	    "\"type\":[\"object\",\"null\"],\n");
	choose(&p);
	gf_buf_text(b, ",\n\"definitions\":{\n\"defaults\":");
	object(&p, gf_kinds[GF_GOAL], true);
	/* writing one may find more */
	for (size_t i = 0; i < p.n; i++) {
		gf_buf_printf(b, ",\n\"%s-%zu\":", p.tables[i]->name, i);
		object(&p, p.tables[i], false);
	}
	gf_buf_text(b, "}}\n");
}
