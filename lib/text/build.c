#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/build.h"
#include "text/explain.h"

/* Walk to the byte at which a mark in code points stands. */
static size_t
walk_to(struct gf_build *b, size_t point)
{
	const struct gf_src *s = &b->tree->src;

	if (point > s->points)
		return s->n;
	if (s->chars == NULL)
		return point;
	if (point < b->point || point - b->point > 64) {
		b->point = point;
		b->byte = gf_src_byte(s, point);
	}
	for (; b->point < point; b->point++)
		do
			b->byte++;
		while (b->byte < s->n &&
		    ((unsigned char)s->p[b->byte] & 0xc0) == 0x80);
	return b->byte;
}

static size_t
byte_at(struct gf_build *b, size_t point)
{
	return b->bytes ? point : walk_to(b, point);
}

size_t
gf_build_byte(struct gf_build *b, size_t point)
{
	return byte_at(b, point);
}

bool
gf_build_refuse(struct gf_build *b, size_t off, size_t n, bool limit,
    const char *fmt, ...)
{
	char said[sizeof(b->fault->said)];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(said, sizeof(said), fmt, ap);
	va_end(ap);
	gf_fault_set(b->fault, gf_src_at(&b->tree->src, off, n), "%s", said);
	b->fault->limit = limit;
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

/* Where the value begins behind anchor, tag, blanks, comments and line ends. */
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

static const char core[] = "tag:yaml.org,2002:";
static const char *const core_tags[] = {
	"str", "int", "float", "bool", "null", "map", "seq"
};

static bool
tag_ok(struct gf_build *b, const struct gf_node *n, const char *tag)
{
	size_t ns = sizeof(core) - 1;

	if (tag == NULL)
		return true;
	for (size_t i = 0; i < GF_LEN(core_tags); i++)
		if (strncmp(tag, core, ns) == 0 &&
		    strcmp(tag + ns, core_tags[i]) == 0)
			return true;
	gf_build_refuse(b, n->props, 1, false, "a text that begins with '!' is "
	    "a tag, and only !!str and its kin are known");
	return gf_yaml_offer(&b->tree->src, b->fault);
}

static bool
set_anchor(struct gf_build *b, struct gf_node *n, const char *name)
{
	if (name == NULL)
		return true;
	if (++b->nanchors > b->limits->v[GF_LIMIT_ANCHORS])
		return gf_build_refuse(b, n->props, 1, true, "more than %zu anchors; "
		    "raise it with --limit anchors=N", b->nanchors - 1);
	n->anchor.n = strlen(name);
	n->anchor.p = gf_arena_copy(b->arena, name, n->anchor.n);
	if (gf_map_put(&b->anchors, n->anchor, n) != NULL)
		return gf_build_refuse(b, n->props, n->anchor.n + 1, false,
		    "this anchor stands in the document twice; give each "
		    "its own name");
	return true;
}

/* Every member by itself: there is a node for every few bytes. */
static void
init_node(struct gf_node *n, enum gf_node_kind kind, uint32_t at,
    uint32_t line)
{
	n->kind = (uint8_t)kind;
	n->style = 0;
	n->key = n->tagged = false;
	n->start = n->end = n->props = at;
	n->line = line;
	n->n = n->height = 0;
	n->walk = 1;
	n->value = n->anchor = (struct gf_str){ NULL, 0 };
	n->parent = n->first = n->last = n->prev = n->next = NULL;
	n->target = NULL;
}

/* Add a node behind the last child of the open collection. */
static struct gf_node *
add_node(struct gf_build *b, enum gf_node_kind kind, struct gf_mark start)
{
	struct gf_node *n = gf_arena_take(b->arena, sizeof(*n));
	struct gf_node *up = b->open;

	init_node(n, kind, (uint32_t)byte_at(b, start.point),
	    (uint32_t)start.line);
	n->parent = up;
	if (up == NULL) {
		b->tree->root = n;
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
	b->tree->nnodes++;
	return n;
}

/* Give a node its anchor and tag and move its start behind them. */
static bool
set_props(struct gf_build *b, struct gf_node *n, struct gf_props props,
    size_t end)
{
	const struct gf_src *s = &b->tree->src;
	size_t last = n->start, at = skip_props(s, n->start, end, &last);

	n->tagged = props.tag != NULL;
	n->start = (uint32_t)(at < end ? at : last);
	n->line = gf_src_at(s, n->start, 0).line;
	return tag_ok(b, n, props.tag) && set_anchor(b, n, props.anchor);
}

/* Whether there is room for a node that was added. */
static bool
few(struct gf_build *b, const struct gf_node *n)
{
	return b->tree->nnodes <= b->limits->v[GF_LIMIT_NODES] ||
	    gf_build_refuse(b, n->start, 1, true, "more than %zu "
	    "values in one document; split it, or use --limit nodes=N",
	    b->limits->v[GF_LIMIT_NODES]);
}

/* Most nodes have neither. */
static bool
has_props(struct gf_props props)
{
	return props.anchor != NULL || props.tag != NULL;
}

static bool
too_deep(struct gf_build *b, size_t off)
{
	return !gf_build_refuse(b, off, 1, true, "more than %zu levels of "
	    "nesting; raise it with --limit depth=N", b->limits->v[GF_LIMIT_DEPTH]);
}

bool
gf_build_open(struct gf_build *b, struct gf_mark from, enum gf_node_kind kind,
    bool flow, struct gf_props props)
{
	struct gf_node *n = add_node(b, kind, from);

	n->style = flow ? GF_FLOW : GF_BLOCK;
	n->end = n->start;
	b->open = n;
	if (++b->depth > b->limits->v[GF_LIMIT_DEPTH] &&
	    too_deep(b, n->start))
		return false;
	return few(b, n) && (!has_props(props) ||
	    set_props(b, n, props, b->tree->src.n));
}

/* What a node adds to the collection that holds it. */
static bool
count_up(struct gf_build *b, const struct gf_node *n)
{
	struct gf_node *up = n->parent;

	if (up == NULL)
		return true;
	if (n->height + 1 > up->height)
		up->height = n->height + 1;
	up->walk += n->walk;
	if (up->walk > b->tree->nnodes &&
	    up->walk - b->tree->nnodes > b->limits->v[GF_LIMIT_WALK])
		return gf_build_refuse(b, n->start, 1, true, "aliases lead "
		    "to more than %zu values; write them out, or use --limit walk=N",
		    b->limits->v[GF_LIMIT_WALK]);
	return true;
}

/* Report a key that its mapping has already. */
static bool
twice(struct gf_build *b, const struct gf_node *first,
    const struct gf_node *k)
{
	const struct gf_src *s = &b->tree->src;

	gf_fault_set(b->fault, gf_src_at(s, k->start, k->end - k->start),
	    "key '%.*s' stands here twice; keep one",
	    k->value.n > 60 ? 60 : (int)k->value.n, k->value.p);
	b->fault->other = gf_src_at(s, first->start,
	    first->end - first->start);
	return false;
}

static bool
keys_differ_few(struct gf_build *b, const struct gf_node *map)
{
	for (struct gf_node *k = map->first; k != NULL; k = k->next->next)
		for (struct gf_node *old = map->first; old != k;
		    old = old->next->next)
			if (k->kind == GF_SCALAR && old->kind == GF_SCALAR &&
			    gf_str_eq(k->value, old->value))
				return twice(b, old, k);
	return true;
}

static bool
keys_differ(struct gf_build *b, const struct gf_node *map)
{
	struct gf_map seen = { 0 };
	struct gf_node *old = NULL, *k;

	if (map->n <= 32)
		return keys_differ_few(b, map);
	for (k = map->first; k != NULL; k = k->next->next) {
		if (k->kind == GF_SCALAR)
			old = gf_map_put(&seen, k->value, k);
		if (old != NULL)
			break;
	}
	gf_map_release(&seen);
	return old == NULL || twice(b, old, k);
}

bool
gf_build_close(struct gf_build *b, size_t to)
{
	struct gf_node *n = b->open;

	if (n->style == GF_FLOW)
		n->end = (uint32_t)byte_at(b, to);
	else if (n->last != NULL)
		n->end = n->last->end;
	b->open = n->parent;
	b->depth--;
	return (n->kind != GF_MAP || keys_differ(b, n)) && count_up(b, n);
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

/* The text itself: the document's own bytes where they are the same. */
static struct gf_str
text_of(struct gf_build *b, const struct gf_node *n, struct gf_str text)
{
	const struct gf_src *s = &b->tree->src;
	size_t at = n->start;

	if (n->style == GF_SINGLE || n->style == GF_DOUBLE)
		at++;
	if (at + text.n <= n->end && (text.p == s->p + at ||
	    memcmp(s->p + at, text.p, text.n) == 0))
		return (struct gf_str){ s->p + at, text.n };
	return (struct gf_str){ gf_arena_copy(b->arena, text.p, text.n),
	    text.n };
}

/* Whether a text is within its limit and holds no NUL. */
static bool
text_ok(struct gf_build *b, const struct gf_node *n, struct gf_str text)
{
	enum gf_limit limit = n->key ? GF_LIMIT_KEY : GF_LIMIT_SCALAR;

	if (text.n > b->limits->v[limit])
		return gf_build_refuse(b, n->start, 1, true, "a %s longer "
		    "than %zu bytes; shorten it, or use --limit %s=N",
		    n->key ? "key" : "text", b->limits->v[limit],
		    gf_limit_rows[limit].name);
	/* Only an escape can make one: the bytes were looked through. */
	if (n->style == GF_DOUBLE && memchr(text.p, '\0', text.n) != NULL)
		return gf_build_refuse(b, n->start, n->end - n->start, false,
		    "a text with a NUL character (\\0); remove it");
	return true;
}

bool
gf_build_scalar(struct gf_build *b, struct gf_mark from, size_t to,
    enum gf_style style, struct gf_str text, struct gf_props props)
{
	struct gf_node *n = add_node(b, GF_SCALAR, from);

	n->style = (uint8_t)style;
	n->end = (uint32_t)byte_at(b, to);
	if (!few(b, n) || (has_props(props) &&
	    !set_props(b, n, props, n->end)))
		return false;
	if (n->start > n->end)
		n->end = n->start;
	if (text.n == 0 && style == GF_PLAIN)
		n->end = n->start;
	if (style == GF_LITERAL || style == GF_FOLDED)
		trim_block(&b->tree->src, n);
	if (!text_ok(b, n, text))
		return false;
	/* most are the document's own already */
	n->value = style == GF_PLAIN &&
	    text.p == b->tree->src.p + n->start ? text : text_of(b, n, text);
	return count_up(b, n);
}

bool
gf_build_alias(struct gf_build *b, struct gf_mark from, size_t to,
    const char *name)
{
	struct gf_node *n = add_node(b, GF_ALIAS, from), *up;
	size_t len = strlen(name);

	n->end = (uint32_t)byte_at(b, to);
	n->value = text_of(b, n, (struct gf_str){ name, len });
	if (++b->aliases > b->limits->v[GF_LIMIT_ALIASES])
		return gf_build_refuse(b, n->start, len + 1, true, "more than %zu "
		    "aliases; write them out, or use --limit aliases=N",
		    b->aliases - 1);
	n->target = gf_map_get(&b->anchors, n->value);
	if (n->target == NULL) {
		gf_build_refuse(b, n->start, len + 1, false, "a text that "
		    "begins with '*' is an alias, and no anchor has this name");
		return gf_yaml_offer(&b->tree->src, b->fault);
	}
	for (up = n->parent; up != NULL; up = up->parent)
		if (up == n->target)
			return gf_build_refuse(b, n->start, len + 1, false,
			    "this alias leads back to the value it stands in; "
			    "write the value out");
	n->walk = n->target->walk;
	n->height = n->target->height;
	if (b->depth + n->height > b->limits->v[GF_LIMIT_DEPTH] &&
	    too_deep(b, n->start))
		return false;
	return count_up(b, n);
}
