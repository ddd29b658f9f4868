/* fuzz/model: says what a document is after an edit without the code that
 * edits: the tree as a text in which the edited node stands as it should. */
#ifndef MODEL_H
#define MODEL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/edit.h"

enum what { NOTHING, SET, INSERT, APPEND, EXPAND, REMOVE };

struct change {
	enum what what;
	const struct gf_node *node;
	struct gf_str key, key2;
	const struct gf_new *v;
	const struct gf_node *after;	/* what INSERT puts its key behind */
};

/* Say what is wrong, with the bytes, and end. */
static inline _Noreturn void
broken(const char *what, struct gf_str bytes)
{
	fprintf(stderr, "broken: %s\n", what);
	fwrite(bytes.p, 1, bytes.n, stderr);
	fputs("<end>\n", stderr);
	abort();
}

static inline void
model_text(struct gf_buf *b, struct gf_str s)
{
	gf_buf_printf(b, "<%zu:", s.n);
	gf_buf_str(b, s);
	gf_buf_byte(b, '>');
}

static inline void
model_new(struct gf_buf *b, const struct gf_new *v)
{
	if (v->kind == GF_SCALAR) {
		model_text(b, v->text);
		return;
	}
	gf_buf_byte(b, v->kind == GF_SEQ ? '[' : '{');
	for (const struct gf_new *c = v->first; c != NULL; c = c->next) {
		if (v->kind == GF_MAP)
			model_text(b, c->key);
		model_new(b, c);
	}
	gf_buf_byte(b, v->kind == GF_SEQ ? ']' : '}');
}

static inline bool
model_void(const struct gf_node *n)
{
	return n->style == GF_PLAIN && (n->value.n == 0 ||
	    gf_str_is(n->value, "~") || gf_str_is(n->value, "null") ||
	    gf_str_is(n->value, "Null") || gf_str_is(n->value, "NULL"));
}

static inline void
model_props(struct gf_buf *b, const struct gf_node *n)
{
	if (n->anchor.n > 0) {
		gf_buf_byte(b, '&');
		gf_buf_str(b, n->anchor);
	}
	if (n->tagged)
		gf_buf_byte(b, '!');
}

/* A literal at the end of a document without a last line end gains one when
 * lines are put in behind it: texts are held together without their breaks
 * there. */
static inline struct gf_str
model_value(const struct gf_node *n, const struct gf_node *last)
{
	struct gf_str s = n->value;

	if (n == last && (n->style == GF_LITERAL || n->style == GF_FOLDED))
		while (s.n > 0 && s.p[s.n - 1] == '\n')
			s.n--;
	return s;
}

static inline void model(struct gf_buf *, const struct gf_node *,
    const struct change *, const struct gf_node *last);

static inline void
model_scalar(struct gf_buf *b, const struct gf_node *n,
    const struct change *c, const struct gf_node *last)
{
	bool list = n->parent == NULL || n->parent->kind == GF_MAP;

	if (c->node != n || c->what == NOTHING || c->what == REMOVE) {
		model_props(b, n);
		model_text(b, model_value(n, last));
	} else if (c->what == SET) {
		model_props(b, n);
		model_new(b, c->v);
	} else if (c->what == EXPAND) {
		gf_buf_text(b, list ? "[{" : "{");
		model_text(b, c->key);
		model_props(b, n);
		model_text(b, n->value);
		model_text(b, c->key2);
		model_new(b, c->v);
		gf_buf_text(b, list ? "}]" : "}");
	} else if (model_void(n)) {
		model_props(b, n);
		gf_buf_byte(b, c->what == INSERT ? '{' : '[');
		if (c->what == INSERT)
			model_text(b, c->key);
		model_new(b, c->v);
		gf_buf_byte(b, c->what == INSERT ? '}' : ']');
	} else {
		gf_buf_byte(b, '[');
		model_props(b, n);
		model_text(b, n->value);
		model_new(b, c->v);
		gf_buf_byte(b, ']');
	}
}

/* The key of a new pair stands behind the pair `after`, else at the end. */
static inline void
model_insert(struct gf_buf *b, const struct gf_node *map,
    const struct gf_node *child, const struct change *c)
{
	if (c->what != INSERT || c->node != map)
		return;
	if (child != (c->after ? c->after : map->last))
		return;
	model_text(b, c->key);
	model_new(b, c->v);
}

static inline void
model(struct gf_buf *b, const struct gf_node *n, const struct change *c,
    const struct gf_node *last)
{
	if (n->kind == GF_ALIAS) {
		gf_buf_byte(b, '*');
		gf_buf_str(b, n->value);
		return;
	}
	if (n->kind == GF_SCALAR) {
		model_scalar(b, n, c, last);
		return;
	}
	if (n->kind == GF_MAP && c->what == APPEND && c->node == n) {
		struct change none = { .what = NOTHING };

		gf_buf_byte(b, '[');
		model(b, n, &none, last);
		model_new(b, c->v);
		gf_buf_byte(b, ']');
		return;
	}
	model_props(b, n);
	gf_buf_byte(b, n->kind == GF_SEQ ? '[' : '{');
	for (const struct gf_node *k = n->first; k != NULL; k = k->next) {
		if (c->what == REMOVE && c->node == k) {
			k = k->key ? k->next : k;
			continue;
		}
		model(b, k, c, last);
		if (!k->key)
			model_insert(b, n, k, c);
	}
	if (n->first == NULL)
		model_insert(b, n, NULL, c);
	if (c->what == APPEND && c->node == n)
		model_new(b, c->v);
	gf_buf_byte(b, n->kind == GF_SEQ ? ']' : '}');
}

#endif
