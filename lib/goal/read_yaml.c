#include <string.h>

#include "goal/read.h"

#define SHOWN 70

static bool
wordy(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || ((unsigned char)c & 0x80);
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct gf_str
cut(struct gf_str s)
{
	if (s.n <= SHOWN)
		return s;
	s.n = SHOWN;
	while (s.n > 0 && ((unsigned char)s.p[s.n] & 0xc0) == 0x80)
		s.n--;
	return s;
}

/* Say what YAML did and show the value in quotes; the fix puts it there. */
static void
offer_quotes(struct gf_read *r, const struct gf_frame *f,
    enum gf_format_check check, struct gf_at at, struct gf_str text,
    const char *did)
{
	struct gf_str all = gf_read_quoted(r, text);
	struct gf_str part = gf_read_quoted(r, cut(text));
	struct gf_str key = f != NULL ? f->key : GF_STR("");
	bool dash = f != NULL && f->item != NULL &&
	    f->item->parent->style == GF_BLOCK;
	struct gf_finding *said;

	said = gf_read_say(r, f, check, at, "%s; quote it: %.*s%s%.*s%s",
	    did, (int)key.n, key.p, dash ? "- " : key.n > 0 ? ": " : "",
	    (int)part.n, part.p, part.n < all.n ? " ..." : "");
	gf_read_mend(r, said, true, at, all);
}

/* A comment right behind a text that looks like the rest of it. */
static bool
eaten_comment(struct gf_read *r, const struct gf_frame *f,
    const struct gf_node *n)
{
	const struct gf_src *src = &r->tree->src;
	struct gf_buf text = { 0 };
	struct gf_at at = gf_node_at(r->tree, n);
	size_t i = n->end, end;

	while (i < src->n && (src->p[i] == ' ' || src->p[i] == '\t'))
		i++;
	if (i == n->end || i + 1 >= src->n || src->p[i] != '#' ||
	    !wordy(src->p[i + 1]))
		return false;
	for (end = i; end < src->n && src->p[end] != '\n'; )
		end++;
	while (src->p[end - 1] == ' ' || src->p[end - 1] == '\t' ||
	    src->p[end - 1] == '\r')
		end--;
	gf_buf_str(&text, n->value);
	gf_buf_add(&text, src->p + n->end, end - n->end);
	if (n->end == n->start)
		at = gf_src_at(src, i, end - i);
	else
		at.len = (uint32_t)(end - n->start);
	offer_quotes(r, f, GF_F11, at, gf_str_trim(gf_buf_view(&text)),
	    "YAML reads what follows ' #' as a comment");
	gf_buf_release(&text);
	return true;
}

/* Whether an alias anywhere refers to an anchored node. */
static bool
is_aliased(struct gf_read *r, const struct gf_node *anchored)
{
	const struct gf_node *n = r->tree->root;

	while (n != NULL) {
		if (n->kind == GF_ALIAS && n->target == anchored)
			return true;
		/* Who has so many values knows what an anchor is. */
		if (r->anchor_budget == 0)
			return true;
		r->anchor_budget--;
		if (n->kind != GF_ALIAS && n->first != NULL) {
			n = n->first;
			continue;
		}
		while (n != NULL && n->next == NULL)
			n = n->parent;
		if (n != NULL)
			n = n->next;
	}
	return false;
}

static void
eaten_anchor(struct gf_read *r, const struct gf_frame *f,
    const struct gf_node *n)
{
	const struct gf_src *src = &r->tree->src;
	struct gf_at at;

	if (n->anchor.n == 0 || n->tagged || is_aliased(r, n))
		return;
	at = gf_src_at(src, n->props, n->end - n->props);
	at.len = n->end - n->props;
	offer_quotes(r, f, GF_F11, at, (struct gf_str){ src->p + n->props,
	    n->end - n->props }, "YAML reads the word behind '&' as a name "
	    "for the value and not as part of it");
}

void
gf_read_eaten(struct gf_read *r, const struct gf_frame *f,
    const struct gf_node *n)
{
	if (r->reader->findings == NULL || r->alias != NULL ||
	    n->style != GF_PLAIN)
		return;
	if (!eaten_comment(r, f, n))
		eaten_anchor(r, f, n);
}

/* Whether a key in braces has neither a colon nor a value. */
static bool
bare_key(const struct gf_read *r, const struct gf_node *key)
{
	const struct gf_src *src = &r->tree->src;
	const struct gf_node *v = key->next;
	size_t i = key->end;

	if (key->kind != GF_SCALAR || key->style != GF_PLAIN ||
	    v->kind != GF_SCALAR || v->value.n > 0 || v->end != v->start)
		return false;
	while (i < src->n && (src->p[i] == ' ' || src->p[i] == '\n' ||
	    src->p[i] == '\r' || src->p[i] == '\t'))
		i++;
	return i < src->n && (src->p[i] == ',' || src->p[i] == '}');
}

bool
gf_read_split_key(struct gf_read *r, const struct gf_frame *up,
    const struct gf_node *key)
{
	const struct gf_src *src = &r->tree->src;
	const struct gf_node *value = key->prev, *last = key;
	struct gf_frame f = { up, { "", 0 }, NULL };
	struct gf_at at;

	if (r->alias != NULL || key->parent == NULL ||
	    key->parent->style != GF_FLOW || value == NULL ||
	    !bare_key(r, key))
		return false;
	/* The rest of a value that was split before: said there. */
	if (bare_key(r, value->prev))
		return value->prev->prev != NULL;
	if (value->kind != GF_SCALAR || value->style != GF_PLAIN ||
	    value->value.n == 0 || value->prev->kind != GF_SCALAR)
		return false;
	while (last->next->next != NULL && bare_key(r, last->next->next))
		last = last->next->next;
	f.key = value->prev->value;
	at = gf_src_at(src, value->start, last->end - value->start);
	at.len = last->end - value->start;
	offer_quotes(r, &f, GF_F12, at, (struct gf_str){ src->p + value->start,
	    at.len }, "inside { } the comma begins a new key and splits the "
	    "value");
	return true;
}

/* Whether an item goes on with the digits of the one before. */
static bool
goes_on(const struct gf_read *r, const struct gf_node *n)
{
	const struct gf_node *p = n->prev;
	struct gf_str v = n->value;

	return p != NULL && p->kind == GF_SCALAR && n->kind == GF_SCALAR &&
	    p->style == GF_PLAIN && n->style == GF_PLAIN && p->value.n > 0 &&
	    digit(p->value.p[p->value.n - 1]) && v.n >= 3 && digit(v.p[0]) &&
	    digit(v.p[1]) && digit(v.p[2]) && (v.n == 3 || !digit(v.p[3])) &&
	    n->start == p->end + 1 && r->tree->src.p[p->end] == ',';
}

bool
gf_read_split_item(struct gf_read *r, const struct gf_frame *up,
    const struct gf_node *n)
{
	const struct gf_src *src = &r->tree->src;
	const struct gf_node *last = n;
	struct gf_frame f = { up, { "", 0 }, n->prev };
	struct gf_at at;

	if (r->alias != NULL || n->parent == NULL ||
	    n->parent->style != GF_FLOW || !goes_on(r, n))
		return false;
	if (goes_on(r, n->prev))
		return true;
	while (last->next != NULL && goes_on(r, last->next))
		last = last->next;
	at = gf_src_at(src, n->prev->start, last->end - n->prev->start);
	at.len = last->end - n->prev->start;
	offer_quotes(r, &f, GF_F12, at, (struct gf_str){ src->p +
	    n->prev->start, at.len }, "inside [ ] the comma begins a new item "
	    "and splits the number");
	return true;
}

/* The keys of a table, for people. */
static void
list_keys(struct gf_buf *b, const struct gf_table *t)
{
	for (size_t i = 0; i < t->n && i < 6; i++)
		gf_buf_printf(b, "%s%s", i ? ", " : "", t->fields[i].key);
	if (t->n > 6)
		gf_buf_text(b, " ...");
}

/* A sentence that YAML read as a list or mapping: all on one line. */
static bool
misread_text(struct gf_read *r, const struct gf_frame *f,
    const struct gf_node *n)
{
	const struct gf_src *src = &r->tree->src;
	uint32_t start = n->style == GF_BLOCK && n->first != NULL ?
	    n->first->props : n->start;
	struct gf_str text = { src->p + start, n->end - start };

	if (r->alias != NULL || n->end <= start ||
	    memchr(text.p, '\n', text.n) != NULL ||
	    (n->style == GF_BLOCK && (n->kind == GF_SEQ || n->n > 2)))
		return false;
	offer_quotes(r, f, GF_F02, gf_src_at(src, start, text.n), text,
	    n->kind == GF_SEQ ? "YAML reads this as a list" :
	    "YAML reads this as a mapping");
	return true;
}

void
gf_read_misfit(struct gf_read *r, const struct gf_frame *f,
    const struct gf_field *field, const struct gf_node *n)
{
	static const char *const are[] = {
		[GF_SCALAR] = "one value", [GF_SEQ] = "a list",
		[GF_MAP] = "a mapping", [GF_ALIAS] = "an alias",
	};
	struct gf_buf b = { 0 };

	if (r->reader->findings == NULL)
		return;
	if (field->type == GF_T_TEXT && misread_text(r, f, n))
		return;
	gf_buf_text(&b, gf_type_shape((enum gf_type)field->type));
	if (field->type == GF_T_REC) {
		gf_buf_text(&b, " with ");
		list_keys(&b, field->table);
	}
	gf_read_say(r, f, GF_F02, gf_read_at(r, n), "%s%sthis is %s, but %s "
	    "is wanted", field->key, field->key[0] ? ": " : "",
	    are[n->kind], b.p);
	gf_buf_release(&b);
}
