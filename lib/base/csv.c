#include "base/csv.h"

void
gf_csv_init(struct gf_csv *c, struct gf_str text)
{
	if (gf_str_starts(text, "\xef\xbb\xbf")) {
		text.p += 3;
		text.n -= 3;
	}
	*c = (struct gf_csv){ .rest = text, .line = 0, .next = 1 };
}

static void
step(struct gf_csv *c)
{
	c->next += c->rest.p[0] == '\n';
	c->rest.p++;
	c->rest.n--;
}

static bool
refuse(struct gf_csv *c, const char *why)
{
	c->why = why;
	return false;
}

/* A field in quotes; a quote inside is written twice. */
static bool
read_quoted(struct gf_csv *c, struct gf_str *field, struct gf_arena *arena)
{
	char *to = gf_arena_alloc(arena, c->rest.n);
	size_t n = 0;

	for (step(c); c->rest.n > 0; step(c)) {
		if (c->rest.p[0] == '"') {
			if (c->rest.n < 2 || c->rest.p[1] != '"')
				break;
			step(c);
		}
		to[n++] = c->rest.p[0];
	}
	if (c->rest.n == 0)
		return refuse(c, "a quote is never closed");
	step(c);
	*field = (struct gf_str){ to, n };
	return true;
}

static bool
read_plain(struct gf_csv *c, struct gf_str *field)
{
	field->p = c->rest.p;
	while (c->rest.n > 0 && memchr(",\r\n\"", c->rest.p[0], 4) == NULL)
		step(c);
	field->n = (size_t)(c->rest.p - field->p);
	if (c->rest.n > 0 && c->rest.p[0] == '"')
		return refuse(c, "a quote stands inside a field without "
		    "quotes");
	return true;
}

/* Take the end of a line, or a comma; false if something else stands there. */
static bool
read_end(struct gf_csv *c, bool *more)
{
	*more = c->rest.n > 0 && c->rest.p[0] == ',';
	if (c->rest.n == 0)
		return true;
	if (c->rest.p[0] == '\r' && c->rest.n > 1 && c->rest.p[1] == '\n')
		step(c);
	else if (c->rest.p[0] == '\r')
		return refuse(c, "a line ends in a lone carriage return");
	if (c->rest.p[0] != ',' && c->rest.p[0] != '\n')
		return refuse(c, "something follows a closed quote");
	step(c);
	return true;
}

/* How many commas the record may have at most: so many fields and one. */
static size_t
most_fields(const struct gf_csv *c)
{
	size_t n = 1;
	bool quoted = false;

	for (size_t i = 0; c->nfields == 0 && i < c->rest.n &&
	    (quoted || c->rest.p[i] != '\n'); i++) {
		quoted ^= c->rest.p[i] == '"';
		n += c->rest.p[i] == ',';
	}
	return c->nfields > 0 ? c->nfields : n;
}

bool
gf_csv_next(struct gf_csv *c, struct gf_str **fields, struct gf_arena *arena)
{
	size_t n = 0, most = most_fields(c);
	bool more = true, ok = true;

	if (c->rest.n == 0 || c->why != NULL)
		return false;
	c->line = c->next;
	*fields = gf_arena_alloc(arena, most * sizeof(**fields));
	while (ok && more && n < most) {
		struct gf_str *f = &(*fields)[n++];

		ok = (c->rest.n > 0 && c->rest.p[0] == '"' ?
		    read_quoted(c, f, arena) : read_plain(c, f)) &&
		    read_end(c, &more);
	}
	if (!ok)
		return false;
	if (c->nfields == 0 && !more)
		c->nfields = n;
	if (more || n != c->nfields)
		return refuse(c, "a record has not as many fields as the "
		    "first");
	return true;
}

const char *
gf_csv_parted(struct gf_str line)
{
	return gf_str_find(line, ";") < line.n ? "semicolons" :
	    gf_str_find(line, "\t") < line.n ? "tabs" : NULL;
}
