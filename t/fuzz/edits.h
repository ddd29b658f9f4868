/* fuzz/edits: random edits of a document, and everything that must hold after
 * each of them and after three in a row. */
#ifndef EDITS_H
#define EDITS_H

#include "dice.h"
#include "spans.h"
#include "text/quote.h"
#include "travel.h"

/* How many edits were made, refused at once, and refused by the proof. */
struct tally {
	unsigned made, refused, unproven, undone, batches, clashes;
	bool loud;
};

static inline struct gf_node *
random_node(struct dice *d, const struct gf_tree *t)
{
	struct gf_node *n = t->root;

	for (unsigned i = roll(d, t->nnodes < 2000 ? t->nnodes : 2000);
	    i > 0 && next_node(n) != NULL; i--)
		n = next_node(n);
	return n;
}

static inline const struct gf_node *
last_leaf(const struct gf_node *n)
{
	while (n != NULL && n->last != NULL)
		n = n->last;
	return n;
}

/* The model of a tree after a change; the caller releases it. */
static inline struct gf_buf
model_of(const struct gf_tree *t, const struct change *c, bool cut)
{
	struct gf_buf b = { 0 };

	if (t->root != NULL)
		model(&b, t->root, c, cut ? last_leaf(t->root) : NULL);
	return b;
}

static inline int
by_letter(struct gf_str a, struct gf_str b)
{
	return gf_str_cmp(a, b);
}

/* Ask for one random edit; false if it was refused at once. */
static inline bool
ask(struct dice *d, struct gf_edits *e, struct change *c, struct gf_arena *a)
{
	struct gf_node *n = random_node(d, e->tree);
	bool sorted = roll(d, 2) == 0;

	*c = (struct change){ .what = (enum what)(1 + roll(d, 5)), .node = n };
	c->v = random_new(d, a, c->what == SET);
	c->key = roll(d, 4) ? GF_STR("new") : random_text(d);
	c->key2 = GF_STR("second");
	switch (c->what) {
	case SET:
		return gf_edit_set(e, n, c->v);
	case INSERT:
		if (n->kind != GF_MAP)
			sorted = false;
		for (struct gf_node *k = n->first; sorted && k != NULL;
		    k = k->next->next)
			if (k->kind == GF_SCALAR &&
			    gf_str_cmp(k->value, c->key) < 0)
				c->after = k->next;
		return gf_edit_insert(e, n, c->key, c->v,
		    sorted ? by_letter : NULL);
	case APPEND:
		return gf_edit_append(e, n, c->v);
	case EXPAND:
		c->key = GF_STR("first");
		return gf_edit_expand(e, n, c->key, c->key2, c->v);
	default:
		if (n->parent != NULL && n->parent->kind == GF_MAP && !n->key)
			c->node = n->prev;
		return gf_edit_remove(e, n);
	}
}

static inline void
check_splices(struct gf_str old, struct gf_str now, const struct gf_splice *s,
    size_t n)
{
	size_t at = 0, to = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i].off < at || (i > 0 && s[i].off == at))
			broken("splices touch or stand in disorder", old);
		if (memcmp(old.p + at, now.p + to, s[i].off - at) != 0)
			broken("bytes outside of an edit changed", now);
		to += s[i].off - at;
		if (to + s[i].text.n > now.n || (s[i].text.n > 0 &&
		    memcmp(now.p + to, s[i].text.p, s[i].text.n) != 0))
			broken("an edit is not what its splice says", now);
		to += s[i].text.n;
		at = (size_t)s[i].off + s[i].len;
	}
	if (old.n - at != now.n - to ||
	    memcmp(old.p + at, now.p + to, old.n - at) != 0)
		broken("bytes behind the last edit changed", now);
}

/* One random edit of bytes in the arena; the new bytes, or the old ones. */
static inline struct gf_str
random_edit(struct dice *d, struct gf_str bytes, struct travel *t,
    struct tally *tally)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_splice *s;
	struct gf_tree old, now;
	struct gf_edits e;
	struct gf_fault fault;
	struct gf_buf out = { 0 }, want, got;
	struct change c;
	bool cut = bytes.n > 0 && bytes.p[bytes.n - 1] != '\n';
	size_t n;

	if (!gf_tree_parse(&old, bytes, &limits, t->arena, &fault) ||
	    old.root == NULL)
		return bytes;
	gf_edit_init(&e, &old, t->arena);
	if (!ask(d, &e, &c, t->arena)) {
		tally->refused++;
		if (e.why[0] == '\0')
			broken("refused without a reason", bytes);
	} else if (!gf_edit_apply(&e, &limits, &out, &s, &n)) {
		tally->unproven++;
		if (tally->loud)
			fprintf(stderr, "unproven %d line %u: %s\n%.*s<end>"
			    "\n", c.what, c.node->line + 1, e.why,
			    (int)bytes.n, bytes.p);
		if (e.why[0] == '\0' || out.n > 0)
			broken("not proven, without a reason", bytes);
	} else {
		tally->made++;
		check_splices(bytes, gf_buf_view(&out), s, n);
		want = model_of(&old, &c, cut);
		bytes = (struct gf_str){
			gf_arena_copy(t->arena, out.p, out.n), out.n
		};
		if (!gf_tree_parse(&now, bytes, &limits, t->arena, &fault))
			broken("the result is no YAML", bytes);
		check_spans(&now);
		c.what = NOTHING;
		got = model_of(&now, &c, false);
		if (!cut && !gf_str_eq(gf_buf_view(&want), gf_buf_view(&got)))
			broken("another value changed", bytes);
		travel_on(t, &old.src, bytes, s, n);
		gf_buf_release(&want);
		gf_buf_release(&got);
	}
	gf_edit_release(&e);
	gf_buf_release(&out);
	return bytes;
}

/* Set every scalar to itself: no byte may change. */
static inline void
check_identity(const struct gf_tree *t, struct gf_arena *a)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_buf out = { 0 };
	struct gf_splice *s;
	struct gf_edits e;
	size_t n;

	gf_edit_init(&e, t, a);
	for (struct gf_node *k = t->root; k != NULL; k = next_node(k))
		if (k->kind == GF_SCALAR &&
		    !gf_edit_set(&e, k, gf_new_text(a, k->value)))
			broken("cannot set a text to itself", k->value);
	if (!gf_edit_apply(&e, &limits, &out, &s, &n) || n != 0 ||
	    out.n != t->src.n ||
	    (out.n > 0 && memcmp(out.p, t->src.p, out.n) != 0))
		broken("setting all to itself changed bytes", (struct gf_str){
		    t->src.p, t->src.n });
	gf_edit_release(&e);
	gf_buf_release(&out);
}

/*
 * New content of a node's text; NULL if it holds an anchor, an alias or a tag.
 */
static inline struct gf_new *
copy_of(struct gf_arena *a, const struct gf_node *n)
{
	struct gf_new *v, *c;

	if (n->kind == GF_ALIAS || n->tagged || n->anchor.n > 0)
		return NULL;
	if (n->kind == GF_SCALAR)
		return gf_new_text(a, n->value);
	v = gf_new_list(a, n->kind, n->style == GF_FLOW);
	for (const struct gf_node *k = n->first; k != NULL; k = k->next) {
		if (k->key && (k->kind != GF_SCALAR || k->tagged ||
		    k->anchor.n > 0))
			return NULL;
		c = k->key ? copy_of(a, k->next) : copy_of(a, k);
		if (c == NULL)
			return NULL;
		gf_new_add(v, k->key ? k->value : GF_STR(""), c);
		if (k->key)
			k = k->next;
	}
	return v;
}

/* The node of one tree that stands where n does in another. */
static inline struct gf_node *
twin(const struct gf_tree *t, const struct gf_node *n)
{
	struct gf_node *up;
	size_t i = 0;

	if (n->parent == NULL)
		return t->root;
	for (const struct gf_node *k = n; k->prev != NULL; k = k->prev)
		i++;
	up = twin(t, n->parent);
	for (up = up->first; i > 0; i--)
		up = up->next;
	return up;
}

/* Apply one edit that must succeed; false if the proof refused it. */
static inline bool
apply_one(struct gf_edits *e, struct gf_tree *to, struct gf_arena *a)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_buf out = { 0 };
	struct gf_splice *s;
	struct gf_fault fault;
	size_t n;
	bool ok = gf_edit_apply(e, &limits, &out, &s, &n);

	gf_edit_release(e);
	if (ok && !gf_tree_parse(to, (struct gf_str){
	    gf_arena_copy(a, out.p, out.n), out.n }, &limits, a, &fault))
		broken("the result is no YAML", gf_buf_view(&out));
	gf_buf_release(&out);
	return ok;
}

/*
 * Take the last entry of a collection out and put it back: the tree is as it
 * was.
 */
static inline bool
check_undo(struct dice *d, const struct gf_tree *old, struct gf_arena *a)
{
	struct gf_node *n = random_node(d, old), *entry;
	struct gf_tree without, again;
	struct gf_edits e;
	struct gf_new *v;
	struct change none = { .what = NOTHING };
	struct gf_buf x, y;
	bool same;

	if (n->last == NULL || (n->kind == GF_MAP &&
	    n->last->prev->kind != GF_SCALAR))
		return false;
	entry = n->kind == GF_MAP ? n->last->prev : n->last;
	v = copy_of(a, n->last);
	if (v == NULL || entry->tagged || entry->anchor.n > 0)
		return false;
	gf_edit_init(&e, old, a);
	if (!gf_edit_remove(&e, entry)) {
		gf_edit_release(&e);
		return false;
	}
	if (!apply_one(&e, &without, a))
		return false;
	gf_edit_init(&e, &without, a);
	n = twin(&without, n);
	if (!(n->kind == GF_MAP ?
	    gf_edit_insert(&e, n, entry->value, v, NULL) :
	    gf_edit_append(&e, n, v))) {
		gf_edit_release(&e);
		return false;
	}
	if (!apply_one(&e, &again, a))
		return false;
	x = model_of(old, &none, false);
	y = model_of(&again, &none, false);
	same = gf_str_eq(gf_buf_view(&x), gf_buf_view(&y));
	gf_buf_release(&x);
	gf_buf_release(&y);
	if (!same)
		broken("taken out and put back is not as before",
		    (struct gf_str){ again.src.p, again.src.n });
	return true;
}

/* Whether no line of a text is of blanks alone, begins or ends with one. */
static inline bool
is_trim(struct gf_str s)
{
	while (s.n > 0) {
		struct gf_str line = gf_str_cut(&s, '\n');

		if (gf_str_trim(line).n != line.n)
			return false;
	}
	return true;
}

/*
 * Whether setting another text and this one again can only give the same bytes.
 */
static inline bool
is_usual(const struct gf_tree *t, const struct gf_node *n)
{
	struct gf_str raw = gf_node_bytes(t, n);

	if (n->kind != GF_SCALAR || n->value.n == 0 ||
	    memchr(n->value.p, '\t', n->value.n) != NULL)
		return false;
	if (n->style == GF_LITERAL || n->style == GF_FOLDED)
		return n->value.n > 1 && n->value.p[0] != '\n' &&
		    is_trim(n->value) && gf_text_printable(n->value) &&
		    n->value.p[n->value.n - 1] == '\n' &&
		    n->value.p[n->value.n - 2] != '\n';
	return memchr(raw.p, '\n', raw.n) == NULL &&
	    memchr(raw.p, '\\', raw.n) == NULL && n->end > n->start &&
	    (n->style != GF_PLAIN || gf_plain_ok(n->value, true)) &&
	    gf_text_printable(n->value);
}

/* Set a text to another one, and back: every byte is as it was. */
static inline void
check_back(struct dice *d, const struct gf_tree *old, struct gf_arena *a)
{
	struct gf_node *n = random_node(d, old);
	struct gf_tree other, again;
	struct gf_edits e;
	struct gf_buf b = { 0 };
	bool block = n->style == GF_LITERAL || n->style == GF_FOLDED;

	if (!is_usual(old, n) || (block && n->end == old->src.n))
		return;
	gf_buf_text(&b, block ? "" : "zz");
	gf_buf_str(&b, n->value);
	gf_buf_text(&b, block ? "\nzz\n" : "zz");
	if (n->key && gf_node_get(n->parent, b.p) != NULL) {
		gf_buf_release(&b);
		return;
	}
	gf_edit_init(&e, old, a);
	if (!gf_edit_set(&e, n, gf_new_text(a, gf_buf_view(&b))) ||
	    !apply_one(&e, &other, a))
		broken("cannot set a usual text", n->value);
	gf_edit_init(&e, &other, a);
	if (!gf_edit_set(&e, twin(&other, n), gf_new_text(a, n->value)) ||
	    !apply_one(&e, &again, a))
		broken("cannot set it back", n->value);
	if (!gf_str_eq((struct gf_str){ old->src.p, old->src.n },
	    (struct gf_str){ again.src.p, again.src.n })) {
		fwrite(old->src.p, 1, old->src.n, stderr);
		broken("set and set back is not as before", (struct gf_str){
		    again.src.p, again.src.n });
	}
	gf_buf_release(&b);
}

/* Several edits in one go: what none of them is about stays. */
static inline void
check_batch(struct dice *d, const struct gf_tree *old, struct gf_arena *a,
    struct tally *tally)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_str bytes = { old->src.p, old->src.n };
	struct gf_buf out = { 0 };
	struct gf_splice *s;
	struct gf_edits e;
	struct change c;
	unsigned asked = 0;
	size_t n;

	gf_edit_init(&e, old, a);
	for (unsigned i = 0; i < 4; i++)
		asked += ask(d, &e, &c, a);
	if (gf_edit_apply(&e, &limits, &out, &s, &n)) {
		check_splices(bytes, gf_buf_view(&out), s, n);
		tally->batches += asked > 1;
	} else {
		tally->clashes++;
		if (tally->loud)
			fprintf(stderr, "clash line %u: %s\n%.*s<end>\n",
			    e.why_line + 1, e.why, (int)bytes.n, bytes.p);
	}
	gf_edit_release(&e);
	gf_buf_release(&out);
}

/* All that must hold of one document, with so many walks of three edits. */
static inline void
check_document(struct gf_str bytes, struct dice *d, unsigned walks,
    struct tally *tally)
{
	struct gf_limits limits = gf_limits_default();
	struct gf_arena arena = { 0 };
	struct gf_fault fault;
	struct gf_tree tree;
	struct travel t;

	if (gf_tree_parse(&tree, bytes, &limits, &arena, &fault)) {
		check_spans(&tree);
		check_identity(&tree, &arena);
		for (; walks > 0 && tree.root != NULL; walks--) {
			struct gf_str now = bytes;

			travel_begin(&t, bytes, &arena);
			for (int i = 0; i < 3; i++)
				now = random_edit(d, now, &t, tally);
			tally->undone += check_undo(d, &tree, &arena);
			check_back(d, &tree, &arena);
			check_batch(d, &tree, &arena, tally);
		}
	}
	gf_arena_release(&arena);
}

#endif
