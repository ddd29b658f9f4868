#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <yaml.h>

#include "base/map.h"
#include "text/explain.h"
#include "text/yaml.h"

/* Marks of libyaml count code points; they only grow, so a cursor follows. */
struct cursor {
	size_t point, byte;
};

struct reader {
	yaml_parser_t parser;
	struct gf_tree *tree;
	const struct gf_limits *limits;
	struct gf_arena *arena;
	struct gf_fault *fault;
	struct gf_map anchors;
	struct gf_node *open;		/* the innermost collection not yet ended */
	struct cursor cursor;
	size_t depth, aliases, nanchors;
};

static size_t
byte_of(struct reader *r, yaml_mark_t mark)
{
	const struct gf_src *s = &r->tree->src;
	struct cursor *c = &r->cursor;

	if (s->chars == NULL)
		return mark.index < s->n ? mark.index : s->n;
	if (mark.index < c->point || mark.index - c->point > 64)
		*c = (struct cursor){ mark.index,
		    gf_src_byte(s, mark.index) };
	for (; c->point < mark.index && c->byte < s->n; c->point++)
		do
			c->byte++;
		while (c->byte < s->n &&
		    ((unsigned char)s->p[c->byte] & 0xc0) == 0x80);
	return c->byte;
}

static bool refuse(struct reader *, size_t off, size_t n, bool limit,
    const char *fmt, ...) GF_PRINTF(5, 6);

static bool
refuse(struct reader *r, size_t off, size_t n, bool limit, const char *fmt,
    ...)
{
	char said[sizeof(r->fault->said)];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(said, sizeof(said), fmt, ap);
	va_end(ap);
	gf_fault_set(r->fault, gf_src_at(&r->tree->src, off, n), "%s", said);
	r->fault->limit = limit;
	return false;
}

/* What libyaml takes for the name of an anchor; any other byte ends it. */
static bool
is_name(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

size_t
gf_prop_end(const struct gf_src *s, size_t at, size_t end)
{
	bool anchor = s->p[at++] == '&';

	while (at < end && (anchor ? is_name(s->p[at]) :
	    strchr(" \t\r\n,[]{}", s->p[at]) == NULL))
		at++;
	return at;
}

/* Where the value begins behind anchor and tag: blanks, comments and line ends between. */
static size_t
skip_props(const struct gf_src *s, size_t at, size_t end, size_t *last)
{
	for (;;) {
		while (at < end && (s->p[at] == ' ' || s->p[at] == '\t' ||
		    s->p[at] == '\r' || s->p[at] == '\n'))
			at++;
		if (at < end && s->p[at] == '#') {
			while (at < end && s->p[at] != '\n')
				at++;
		} else if (at < end && (s->p[at] == '&' || s->p[at] == '!')) {
			*last = at = gf_prop_end(s, at, end);
		} else {
			return at;
		}
	}
}

static const char *const core_tags[] = {
	YAML_STR_TAG, YAML_INT_TAG, YAML_FLOAT_TAG, YAML_BOOL_TAG,
	YAML_NULL_TAG, YAML_MAP_TAG, YAML_SEQ_TAG
};

static bool
tag_ok(struct reader *r, const struct gf_node *n, const yaml_char_t *tag)
{
	if (tag == NULL)
		return true;
	for (size_t i = 0; i < GF_LEN(core_tags); i++)
		if (strcmp((const char *)tag, core_tags[i]) == 0)
			return true;
	refuse(r, n->props, 1, false, "a text that begins with '!' is a tag, "
	    "and only !!str and its kin are known");
	gf_yaml_offer(&r->tree->src, r->fault);
	return false;
}

static bool
set_anchor(struct reader *r, struct gf_node *n, const yaml_char_t *name)
{
	if (name == NULL)
		return true;
	if (++r->nanchors > r->limits->v[GF_LIMIT_ANCHORS])
		return refuse(r, n->props, 1, true, "more than %zu anchors; "
		    "raise it with --limit anchors=N", r->nanchors - 1);
	n->anchor.n = strlen((const char *)name);
	n->anchor.p = gf_arena_copy(r->arena, (const char *)name, n->anchor.n);
	if (gf_map_put(&r->anchors, n->anchor, n) != NULL)
		return refuse(r, n->props, n->anchor.n + 1, false,
		    "this anchor stands in the document twice; give each "
		    "its own name");
	return true;
}

/* Add a node behind the last child of the open collection. */
static struct gf_node *
add_node(struct reader *r, enum gf_node_kind kind, yaml_mark_t start)
{
	struct gf_node *n = gf_arena_alloc(r->arena, sizeof(*n));
	struct gf_node *up = r->open;

	n->kind = (uint8_t)kind;
	n->props = n->start = (uint32_t)byte_of(r, start);
	n->line = (uint32_t)start.line;
	n->parent = up;
	n->walk = 1;
	if (up == NULL) {
		r->tree->root = n;
	} else {
		n->key = up->kind == GF_MAP && up->n % 2 == 0;
		n->prev = up->last;
		if (up->last != NULL)
			up->last->next = n;
		else
			up->first = n;
		up->last = n;
		up->n++;
	}
	r->tree->nnodes++;
	return n;
}

/* Give a node its anchor and tag and move its start behind them. */
static bool
set_props(struct reader *r, struct gf_node *n, const yaml_char_t *anchor,
    const yaml_char_t *tag, size_t end)
{
	const struct gf_src *s = &r->tree->src;
	size_t last = n->start, at;

	if (r->tree->nnodes > r->limits->v[GF_LIMIT_NODES])
		return refuse(r, n->start, 1, true, "more than %zu values in "
		    "one document; split it, or use --limit nodes=N",
		    r->limits->v[GF_LIMIT_NODES]);
	if (anchor == NULL && tag == NULL)
		return true;
	n->tagged = tag != NULL;
	at = skip_props(s, n->start, end, &last);
	n->start = (uint32_t)(at < end ? at : last);
	n->line = gf_src_at(s, n->start, 0).line;
	return tag_ok(r, n, tag) && set_anchor(r, n, anchor);
}

static bool
too_deep(struct reader *r, size_t off)
{
	return !refuse(r, off, 1, true, "more than %zu levels of nesting; "
	    "raise it with --limit depth=N", r->limits->v[GF_LIMIT_DEPTH]);
}

static bool
open_node(struct reader *r, struct gf_node *n, bool flow,
    const yaml_char_t *anchor, const yaml_char_t *tag)
{
	n->style = flow ? GF_FLOW : GF_BLOCK;
	n->end = n->start;
	r->open = n;
	if (++r->depth > r->limits->v[GF_LIMIT_DEPTH] &&
	    too_deep(r, n->start))
		return false;
	return set_props(r, n, anchor, tag, r->tree->src.n);
}

/* What a node adds to the collection that holds it. */
static bool
count_up(struct reader *r, const struct gf_node *n)
{
	struct gf_node *up = n->parent;

	if (up == NULL)
		return true;
	if (n->height + 1 > up->height)
		up->height = n->height + 1;
	up->walk += n->walk;
	if (up->walk > r->tree->nnodes &&
	    up->walk - r->tree->nnodes > r->limits->v[GF_LIMIT_WALK])
		return refuse(r, n->start, 1, true, "aliases lead to more "
		    "than %zu values; write them out, or use --limit walk=N",
		    r->limits->v[GF_LIMIT_WALK]);
	return true;
}

/* Report a key that its mapping has already. */
static bool
twice(struct reader *r, const struct gf_node *first, const struct gf_node *k)
{
	const struct gf_src *s = &r->tree->src;

	gf_fault_set(r->fault, gf_src_at(s, k->start, k->end - k->start),
	    "key '%.*s' stands here twice, first on line %u; keep one",
	    k->value.n > 60 ? 60 : (int)k->value.n, k->value.p,
	    first->line + 1);
	r->fault->other = gf_src_at(s, first->start,
	    first->end - first->start);
	return false;
}

static bool
keys_differ_few(struct reader *r, const struct gf_node *map)
{
	for (struct gf_node *a = map->first; a != NULL; a = a->next->next)
		for (struct gf_node *b = map->first; b != a;
		    b = b->next->next)
			if (a->kind == GF_SCALAR && b->kind == GF_SCALAR &&
			    gf_str_eq(a->value, b->value))
				return twice(r, b, a);
	return true;
}

static bool
keys_differ(struct reader *r, const struct gf_node *map)
{
	struct gf_map seen = { 0 };
	struct gf_node *old = NULL, *k;

	if (map->n <= 32)
		return keys_differ_few(r, map);
	for (k = map->first; k != NULL; k = k->next->next) {
		if (k->kind == GF_SCALAR)
			old = gf_map_put(&seen, k->value, k);
		if (old != NULL)
			break;
	}
	gf_map_release(&seen);
	return old == NULL || twice(r, old, k);
}

static bool
close_node(struct reader *r, yaml_mark_t end)
{
	struct gf_node *n = r->open;

	if (n->style == GF_FLOW)
		n->end = (uint32_t)byte_of(r, end);
	else if (n->last != NULL)
		n->end = n->last->end;
	r->open = n->parent;
	r->depth--;
	return (n->kind != GF_MAP || keys_differ(r, n)) && count_up(r, n);
}

/* The column at which the text of a literal or folded scalar begins. */
static size_t
block_indent(const struct gf_src *s, const struct gf_node *n, size_t head_end)
{
	const struct gf_node *up = n->parent;
	size_t at, col, base = 0;

	while (up != NULL && up->style == GF_FLOW)
		up = up->parent;
	if (up != NULL)
		base = gf_src_at(s, up->start, 0).col;
	for (at = n->start; at < head_end && s->p[at] != '#'; at++)
		if (s->p[at] >= '1' && s->p[at] <= '9')
			return base + (size_t)(s->p[at] - '0');
	for (at = head_end; at < n->end; at += col + 1) {
		for (col = 0; at + col < n->end && s->p[at + col] == ' '; )
			col++;
		if (at + col < n->end && s->p[at + col] != '\n' &&
		    s->p[at + col] != '\r')
			return col;
		if (at + col < n->end && s->p[at + col] == '\r')
			col++;
	}
	return 0;
}

/* libyaml ends such a scalar behind all blank lines; only `+` owns them. */
static void
trim_block(const struct gf_src *s, struct gf_node *n)
{
	const char *nl = memchr(s->p + n->start, '\n', n->end - n->start);
	size_t head, indent, from, len;

	if (nl == NULL)
		return;
	head = (size_t)(nl - s->p) + 1;
	for (size_t i = n->start; i < head && s->p[i] != '#'; i++)
		if (s->p[i] == '+')
			return;
	indent = block_indent(s, n, head);
	while (n->end > head) {
		from = gf_src_at(s, n->end - 1, 0).line;
		from = s->lines[from];
		len = 0;
		while (from + len < n->end && s->p[from + len] == ' ')
			len++;
		if (from + len < n->end && s->p[from + len] != '\n' &&
		    s->p[from + len] != '\r')
			return;
		if (len > indent && indent > 0)
			return;
		n->end = (uint32_t)from;
	}
}

static enum gf_style
style_of(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return GF_SINGLE;
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return GF_DOUBLE;
	case YAML_LITERAL_SCALAR_STYLE:
		return GF_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return GF_FOLDED;
	default:
		return GF_PLAIN;
	}
}

/* The text itself: the document's own bytes where they are the same. */
static struct gf_str
text_of(struct reader *r, const struct gf_node *n, const char *p, size_t len)
{
	const struct gf_src *s = &r->tree->src;
	size_t at = n->start;

	if (n->style == GF_SINGLE || n->style == GF_DOUBLE)
		at++;
	if (at + len <= n->end && memcmp(s->p + at, p, len) == 0)
		return (struct gf_str){ s->p + at, len };
	return (struct gf_str){ gf_arena_copy(r->arena, p, len), len };
}

static bool
scalar(struct reader *r, const yaml_event_t *e)
{
	struct gf_node *n = add_node(r, GF_SCALAR, e->start_mark);
	size_t len = e->data.scalar.length, most;

	n->style = (uint8_t)style_of(e->data.scalar.style);
	n->end = (uint32_t)byte_of(r, e->end_mark);
	if (!set_props(r, n, e->data.scalar.anchor, e->data.scalar.tag,
	    n->end))
		return false;
	if (n->start > n->end)
		n->end = n->start;
	if (len == 0 && n->style == GF_PLAIN)
		n->end = n->start;
	if (n->style == GF_LITERAL || n->style == GF_FOLDED)
		trim_block(&r->tree->src, n);
	most = r->limits->v[n->key ? GF_LIMIT_KEY : GF_LIMIT_SCALAR];
	if (len > most)
		return refuse(r, n->start, 1, true, "a %s longer than %zu "
		    "bytes; shorten it, or use --limit %s=N",
		    n->key ? "key" : "text", most,
		    n->key ? "key" : "scalar");
	if (memchr(e->data.scalar.value, '\0', len) != NULL)
		return refuse(r, n->start, n->end - n->start, false,
		    "a text with a NUL character (\\0); remove it");
	n->value = text_of(r, n, (const char *)e->data.scalar.value, len);
	return count_up(r, n);
}

static bool
alias(struct reader *r, const yaml_event_t *e)
{
	struct gf_node *n = add_node(r, GF_ALIAS, e->start_mark), *up;
	const char *name = (const char *)e->data.alias.anchor;
	size_t len = strlen(name);

	n->end = (uint32_t)byte_of(r, e->end_mark);
	n->value = text_of(r, n, name, len);
	if (++r->aliases > r->limits->v[GF_LIMIT_ALIASES])
		return refuse(r, n->start, len + 1, true, "more than %zu "
		    "aliases; write them out, or use --limit aliases=N",
		    r->aliases - 1);
	n->target = gf_map_get(&r->anchors, n->value);
	if (n->target == NULL) {
		refuse(r, n->start, len + 1, false, "a text that begins with "
		    "'*' is an alias, and no anchor has this name");
		gf_yaml_offer(&r->tree->src, r->fault);
		return false;
	}
	for (up = n->parent; up != NULL; up = up->parent)
		if (up == n->target)
			return refuse(r, n->start, len + 1, false,
			    "this alias leads back to the value it stands in; "
			    "write the value out");
	n->walk = n->target->walk;
	n->height = n->target->height;
	if (r->depth + n->height > r->limits->v[GF_LIMIT_DEPTH] &&
	    too_deep(r, n->start))
		return false;
	return count_up(r, n);
}

static bool
take_event(struct reader *r, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		return scalar(r, e);
	case YAML_ALIAS_EVENT:
		return alias(r, e);
	case YAML_SEQUENCE_START_EVENT:
		return open_node(r, add_node(r, GF_SEQ, e->start_mark),
		    e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
		    e->data.sequence_start.anchor,
		    e->data.sequence_start.tag);
	case YAML_MAPPING_START_EVENT:
		return open_node(r, add_node(r, GF_MAP, e->start_mark),
		    e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
		    e->data.mapping_start.anchor, e->data.mapping_start.tag);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return close_node(r, e->end_mark);
	default:
		return true;
	}
}

/* Say where libyaml stopped, in our own words. */
static bool
syntax(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	const struct gf_src *s = &r->tree->src;
	size_t off = p->error == YAML_READER_ERROR ? p->problem_offset :
	    byte_of(r, p->problem_mark);

	if (p->error == YAML_MEMORY_ERROR)
		gf_die("out of memory");
	gf_fault_set(r->fault, gf_src_at(s, off < s->n ? off : s->n, 1), "%s",
	    p->problem ? p->problem : "this is not YAML");
	gf_yaml_explain(s, r->fault);
	return false;
}

/* Asking libyaml on would let it read directives, at quadratic cost. */
static bool
at_end(struct reader *r, yaml_mark_t end)
{
	size_t off = byte_of(r, end);

	if (off >= r->tree->src.n)
		return true;
	gf_fault_set(r->fault, gf_src_at(&r->tree->src, off, 1),
	    "did not find expected <document start>");
	gf_yaml_explain(&r->tree->src, r->fault);
	return false;
}

static bool
run(struct reader *r)
{
	yaml_event_t e;
	bool ok = true, done = false;

	while (ok && !done) {
		if (!yaml_parser_parse(&r->parser, &e))
			return syntax(r);
		done = e.type == YAML_DOCUMENT_END_EVENT ||
		    e.type == YAML_STREAM_END_EVENT;
		ok = e.type == YAML_DOCUMENT_END_EVENT ?
		    at_end(r, e.end_mark) : take_event(r, &e);
		yaml_event_delete(&e);
	}
	return ok;
}

/* A line with '%' ahead of the text would be a directive. */
static bool
no_directive(struct reader *r)
{
	const struct gf_src *s = &r->tree->src;

	for (size_t i = 0; i < s->nlines; i++) {
		struct gf_str line = gf_src_line(s, i);

		if (line.n > 0 && line.p[0] == '%')
			return refuse(r, (size_t)(line.p - s->p), line.n,
			    false, "a line that begins with '%%' is a "
			    "directive and needs a line '---' below it; "
			    "remove it, or quote the text");
		line = gf_str_trim(line);
		if (line.n > 0 && line.p[0] != '#')
			break;
	}
	return true;
}

bool
gf_yaml_read(struct gf_tree *tree, const struct gf_limits *limits,
    struct gf_arena *arena, struct gf_fault *fault)
{
	struct reader r = {
		.tree = tree, .limits = limits, .arena = arena, .fault = fault
	};
	bool ok;

	if (!no_directive(&r))
		return false;
	if (!yaml_parser_initialize(&r.parser))
		gf_die("out of memory");
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser,
	    (const unsigned char *)tree->src.p, tree->src.n);
	ok = run(&r);
	yaml_parser_delete(&r.parser);
	gf_map_release(&r.anchors);
	return ok;
}
